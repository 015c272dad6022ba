/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How a slide looks on a wall: typeset so that the last row reads it, and never cut off. */
#pragma once

#include <cairo.h>

#include "presentation/slide.h"

G_BEGIN_DECLS

/* The smallest letters (em), as a part of the wall's height; and in large text. */
#define SOTAY_WALL_LEAST_TEXT (1.0 / 24)
#define SOTAY_WALL_LEAST_LARGE_TEXT (1.0 / 18)

typedef enum
{
  SOTAY_WALL_DARK,   /* light on dark, for a dark room */
  SOTAY_WALL_BRIGHT, /* dark on light, for a bright room */
} SotayWallTheme;

/**
 * SotayWall:
 * @width: in pixels
 * @height: in pixels
 * @theme: of the room
 * @large: text a third larger
 * @strip_width: what is left free beside it for a code in the corner, in pixels
 * @strip_height: likewise below it
 */
typedef struct
{
  int width;
  int height;
  SotayWallTheme theme;
  gboolean large;
  int strip_width;
  int strip_height;
} SotayWall;

/* Places of a slide that are filled by who draws it. */
typedef enum
{
  SOTAY_SLIDE_PLACE_CODE, /* a QR code, quiet zone included: a square */
  SOTAY_SLIDE_PLACE_PAGE, /* a page of the manual */
} SotaySlidePlace;

/**
 * SotaySlideBox:
 * @text: what stands there
 * @x: of the text's logical rectangle on the wall, in pixels
 * @size: the size of its letters (em) in pixels
 * @ink_x: of the rectangle that its letters cover
 * @colour: of the text, 0xRRGGBB
 * @ground: of what is behind it, 0xRRGGBB
 *
 * For tests and screen readers.
 */
typedef struct
{
  char *text;
  double x, y, width, height;
  double size;
  double ink_x, ink_y, ink_width, ink_height;
  guint colour;
  guint ground;
} SotaySlideBox;

typedef struct _SotaySlideLayout SotaySlideLayout;

/**
 * sotay_slide_layout_new:
 * @slide: the slide
 * @wall: where it is shown: 320×240 at least
 *
 * Sets the slide in letters as large as fit, and not below the least size. What does not fit then goes on in further
 * parts, broken between texts, else between lines. For the main thread.
 *
 * Returns: (transfer full): the layout
 */
SotaySlideLayout *sotay_slide_layout_new (SotaySlide *slide, const SotayWall *wall);
SotaySlideLayout *sotay_slide_layout_ref (SotaySlideLayout *layout);
void sotay_slide_layout_unref (SotaySlideLayout *layout);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SotaySlideLayout, sotay_slide_layout_unref)

const SotayWall *sotay_slide_layout_get_wall (SotaySlideLayout *layout); /* (transfer none) */
SotaySlide *sotay_slide_layout_get_slide (SotaySlideLayout *layout);     /* (transfer none) */
guint sotay_slide_layout_get_n_parts (SotaySlideLayout *layout);         /* 1 at least */

/**
 * sotay_slide_layout_draw:
 * @part: from 0
 * @cr: one unit is a pixel of the wall; scale it for a smaller picture
 *
 * Draws the ground and all text, and a QR code in its place; a page of the manual is left to the caller.
 */
void sotay_slide_layout_draw (SotaySlideLayout *layout, guint part, cairo_t *cr);

/**
 * sotay_slide_layout_get_place:
 * @x: (out): of the place, in pixels of the wall
 *
 * Returns: whether the slide has such a place in @part
 */
gboolean sotay_slide_layout_get_place (SotaySlideLayout *layout, guint part, SotaySlidePlace place, double *x,
                                       double *y, double *width, double *height);

/**
 * sotay_slide_layout_get_boxes:
 *
 * Returns: (transfer full) (element-type SotaySlideBox): every text of @part
 */
GArray *sotay_slide_layout_get_boxes (SotaySlideLayout *layout, guint part);

/**
 * sotay_wall_get_colours:
 * @text: (out) (optional): of words, 0xRRGGBB
 * @accent: (out) (optional): of numbers and marks
 * @ground: (out) (optional): behind them
 *
 * Every one of the first two has a contrast of 7:1 at least (WCAG 2.1, 1.4.6) with the last.
 */
void sotay_wall_get_colours (SotayWallTheme theme, guint *text, guint *accent, guint *ground);

G_END_DECLS
