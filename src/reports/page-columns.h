/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How wide the columns of a table are, and how large its letters. */
#pragma once

#include "reports/page-pen.h"
#include "reports/report-table.h"

G_BEGIN_DECLS

/**
 * SotayPageColumns:
 * @size: of the letters
 * @padding: between a line and the words beside it
 * @edges: (array): where the lines between the columns stand, one more than there are columns
 */
typedef struct
{
  double size;
  double padding;
  double *edges;
} SotayPageColumns;

/**
 * sotay_page_columns_set:
 * @columns: (out): filled; its edges are then the caller's
 * @width: of the whole table
 *
 * Shares the width out as the table says, but so that no word or number is broken that need not be; the letters of a
 * table of very many columns get smaller.
 */
void sotay_page_columns_set (SotayPageColumns *columns, SotayPagePen *pen, const SotayReportTable *table, double width);

/**
 * sotay_page_columns_get_text:
 * @buffer: (out): what must be freed
 *
 * Returns: (transfer none): what a cell shows
 */
const char *sotay_page_columns_get_text (const SotayReportCell *cell, char **buffer);

G_END_DECLS
