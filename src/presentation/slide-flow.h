/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Pours the texts of a slide into its frames, and what is left into those of further parts. Private to this room. */
#pragma once

#include "presentation/slide-type.h"

G_BEGIN_DECLS

typedef enum
{
  SOTAY_ORNAMENT_NONE,
  SOTAY_ORNAMENT_RULE,  /* a short bar above the text */
  SOTAY_ORNAMENT_QUOTE, /* quotation marks above the text */
  SOTAY_ORNAMENT_RING,  /* around the label */
  SOTAY_ORNAMENT_DISC,  /* behind the label, and a tick after the text */
  SOTAY_ORNAMENT_TICK,
} SotayOrnament;

/**
 * SotaySlidePiece:
 * @label: (nullable): in one row, left of @lines
 * @label_x: from the left of the frame
 * @indent: of @lines from the left of the frame
 * @before: space above, unless it begins a frame
 * @above: the height of an ornament above @lines
 * @keep: its end stands in one frame with the beginning of the next
 * @column: begins a column where there are several
 *
 * One text on its way into a frame.
 */
typedef struct
{
  SotaySlideLines *lines;
  SotaySlideLines *label;
  double label_x;
  double indent;
  double before;
  double above;
  gboolean keep;
  gboolean column;
  SotayOrnament ornament;
  guint colour; /* of the ornament */
} SotaySlidePiece;

GPtrArray *sotay_slide_pieces_new (void);                                              /* (transfer full) */
SotaySlidePiece *sotay_slide_pieces_add (GPtrArray *pieces, SotaySlideLines *lines); /* takes @lines */

/**
 * SotaySlideRun:
 * @first: row of @lines
 *
 * Rows of a text in their place on the wall.
 */
typedef struct
{
  SotaySlideLines *lines;
  guint first, n_rows;
  double x, y;
} SotaySlideRun;

typedef struct
{
  SotayOrnament ornament;
  double x, y, width, height;
  guint colour;
} SotaySlideShape;

/**
 * SotaySlidePart:
 * @runs: (element-type SotaySlideRun)
 * @shapes: (element-type SotaySlideShape): drawn before them
 * @used: the height that the fullest of its frames needs
 */
typedef struct
{
  GArray *runs;
  GArray *shapes;
  double used;
} SotaySlidePart;

/* Puts rows at a place in the order of reading. */
void sotay_slide_part_insert (SotaySlidePart *part, guint index, SotaySlideLines *lines, double x, double y);

/**
 * SotaySlideFrames:
 * @width: of one
 * @step: from one to the next
 * @height: of one
 * @count: side by side on a part
 */
typedef struct
{
  double x, y;
  double width, step, height;
  guint count;
} SotaySlideFrames;

/**
 * sotay_slide_flow_pour:
 *
 * Breaks between texts where it can, else between rows.
 *
 * Returns: (transfer full) (element-type SotaySlidePart): one at least
 */
GPtrArray *sotay_slide_flow_pour (GPtrArray *pieces, const SotaySlideFrames *frames);

/**
 * sotay_slide_flow_pour_evenly:
 *
 * The same, as many parts and not more, equally full.
 *
 * Returns: (transfer full) (element-type SotaySlidePart): the parts
 */
GPtrArray *sotay_slide_flow_pour_evenly (GPtrArray *pieces, const SotaySlideFrames *frames);

double sotay_slide_flow_measure (GPtrArray *pieces);       /* the height of all, one below the other */
gboolean sotay_slide_flow_breaks_word (GPtrArray *pieces); /* whether a word is too long for its row */

G_END_DECLS
