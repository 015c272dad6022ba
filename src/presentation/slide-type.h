/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Letters, colours and margins of a wall. Private to this room. */
#pragma once

#include <pango/pangocairo.h>

#include "presentation/slide-box.h"
#include "presentation/wall.h"

G_BEGIN_DECLS

/**
 * SotaySlideType:
 * @context: what text is set with; nothing of the desktop's dpi or text scale is in it
 * @least: the smallest letters (em), in pixels
 * @left: of the area inside the margins
 *
 * What a wall gives to all its slides.
 */
typedef struct
{
  PangoContext *context;
  double least;
  double left, top, right, bottom;
  SotayWallColours colours;
} SotaySlideType;

void sotay_slide_type_init (SotaySlideType *type, const SotayWall *wall); /* fills it */
void sotay_slide_type_clear (SotaySlideType *type);                       /* frees what it holds */

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (SotaySlideType, sotay_slide_type_clear)

/**
 * SotaySlideFont:
 * @size: of its letters (em), in pixels
 * @colour: of the letters
 * @ground: behind them
 */
typedef struct
{
  double size;
  gboolean bold;
  guint colour;
  guint ground;
} SotaySlideFont;

/**
 * SotaySlideRow:
 * @x: where its letters begin, from the left of the text
 * @width: of its letters
 * @ascent: from its top to the line that letters stand on
 * @height: of the row, with the space to its neighbours; its ink stays within
 * @ink: the rectangle that its letters cover, from the left of the text and the top of the row
 * @start: in the text, in bytes
 */
typedef struct
{
  double x, width, ascent, height;
  double ink_x, ink_y, ink_width, ink_height;
  int start, end;
} SotaySlideRow;

/**
 * SotaySlideLines:
 * @rows: (element-type SotaySlideRow)
 * @breaks_word: a row ends within a word, which is too long for it
 *
 * A text set in rows. Counted.
 */
typedef struct
{
  PangoLayout *layout;
  SotaySlideFont font;
  GArray *rows;
  gboolean breaks_word;
} SotaySlideLines;

SotaySlideLines *sotay_slide_lines_new (const SotaySlideType *type, const char *text, const SotaySlideFont *font,
                                        double width); /* (transfer full) */
SotaySlideLines *sotay_slide_lines_ref (SotaySlideLines *lines);
void sotay_slide_lines_unref (SotaySlideLines *lines);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SotaySlideLines, sotay_slide_lines_unref)

/**
 * sotay_slide_lines_balance:
 * @shortest: of the longest row: how short the last may be
 *
 * Makes the rows about equally long, without more of them, when the last is shorter.
 */
void sotay_slide_lines_balance (SotaySlideLines *lines, double shortest);

double sotay_slide_lines_get_height (SotaySlideLines *lines, guint first, guint n_rows);
double sotay_slide_lines_get_width (SotaySlideLines *lines); /* of the longest row */

/* Draws some of the rows, the top left corner of the first at @x and @y. */
void sotay_slide_lines_draw (SotaySlideLines *lines, guint first, guint n_rows, cairo_t *cr, double x, double y);

/* Tells of them what a test or a screen reader wants to know. */
SotaySlideBox sotay_slide_lines_describe (SotaySlideLines *lines, guint first, guint n_rows, double x, double y);

void sotay_slide_set_source (cairo_t *cr, guint colour); /* 0xRRGGBB */

G_END_DECLS
