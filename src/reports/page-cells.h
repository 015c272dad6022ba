/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Words in boxes: the cells and the headings of tables. Most fit in one line, and that is known without laying them
 * out. */
#pragma once

#include "reports/page-pen.h"

G_BEGIN_DECLS

typedef struct _SotayPageCells SotayPageCells;

/**
 * SotayPageBox:
 * @bold: its letters are
 * @align: where its lines stand
 * @x, @y, @width, @height: the place for the words; they stand in the middle of the height
 * @most_lines: they are cut short after so many lines; 0: never
 */
typedef struct
{
  gboolean bold;
  PangoAlignment align;
  double x;
  double y;
  double width;
  double height;
  int most_lines;
} SotayPageBox;

/**
 * sotay_page_cells_new:
 * @size: of the letters
 *
 * Returns: (transfer full): what lays cells out, one after the other
 */
SotayPageCells *sotay_page_cells_new (SotayPagePen *pen, double size);
void sotay_page_cells_free (SotayPageCells *cells);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SotayPageCells, sotay_page_cells_free)

/**
 * sotay_page_cells_measure:
 * @box: its place and its height do not matter
 *
 * Returns: the height that @text takes
 */
double sotay_page_cells_measure (SotayPageCells *cells, const char *text, const SotayPageBox *box);

/**
 * sotay_page_cells_draw:
 *
 * Draws what was measured, in the middle of the height of @box.
 */
void sotay_page_cells_draw (SotayPageCells *cells, const char *text, const SotayPageBox *box, cairo_t *cr);

/**
 * sotay_page_cells_measure_lines:
 * @pitch: (inout): becomes the height of the highest line, where that is more
 *
 * Returns: in how many lines @text is broken
 */
guint sotay_page_cells_measure_lines (SotayPageCells *cells, const char *text, const SotayPageBox *box, double *pitch);

/**
 * sotay_page_cells_draw_lines:
 * @first: the first line to draw
 * @count: how many, if there are
 * @pitch: the height of each
 */
void sotay_page_cells_draw_lines (SotayPageCells *cells, const char *text, const SotayPageBox *box, guint first,
                                  guint count, double pitch, cairo_t *cr);

G_END_DECLS
