/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Texts and lines that stand side by side and stay together: a letterhead, a block of signatures. */
#pragma once

#include "reports/page-flow.h"

G_BEGIN_DECLS

typedef struct _SotayPageBoard SotayPageBoard;

/**
 * SotayPageLabel:
 * @font: its letters
 * @align: where its lines stand in its width
 * @x, @y: its top left corner
 * @width: where its lines are broken
 * @most: the most height that it may take: its letters become smaller, and at last it is cut short
 */
typedef struct
{
  SotayPageFont font;
  PangoAlignment align;
  double x;
  double y;
  double width;
  double most;
} SotayPageLabel;

/**
 * sotay_page_board_new:
 *
 * Returns: (transfer full): an empty board, which sotay_page_board_add_to() takes
 */
SotayPageBoard *sotay_page_board_new (SotayPagePen *pen);

/**
 * sotay_page_board_add_text:
 * @text: (nullable): any text
 * @width: (out) (optional): the width of its widest line
 *
 * Returns: the height that it takes
 */
double sotay_page_board_add_text (SotayPageBoard *board, const char *text, const SotayPageLabel *label, double *width);

void sotay_page_board_add_rule (SotayPageBoard *board, double x, double y, double width); /* a solid line */

/**
 * sotay_page_board_add_to:
 * @board: (transfer full): a board
 * @before: the space above it
 *
 * Makes it the next piece of @flow.
 */
void sotay_page_board_add_to (SotayPageBoard *board, SotayPageFlow *flow, double before);

G_END_DECLS
