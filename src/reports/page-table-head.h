/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The headings of a table: titles of columns, and above them titles of groups of columns. */
#pragma once

#include "reports/page-cells.h"
#include "reports/page-columns.h"

G_BEGIN_DECLS

/**
 * SotayPageTableHead:
 * @groups: the height of the headings of groups; 0: there are none
 * @titles: the height of the headings of columns that have a group, of all where there are no groups
 */
typedef struct
{
  double groups;
  double titles;
} SotayPageTableHead;

/**
 * sotay_page_table_head_measure:
 *
 * Returns: how high it is
 */
SotayPageTableHead sotay_page_table_head_measure (SotayPageCells *cells, const SotayReportTable *table,
                                                  const SotayPageColumns *columns);

/**
 * sotay_page_table_head_draw, …_draw_rules:
 * @y: its top
 * @tagged: each heading is told as such
 *
 * Draw the words; the lines, but not that below.
 */
void sotay_page_table_head_draw (const SotayPageTableHead *head, SotayPageCells *cells, const SotayReportTable *table,
                                 const SotayPageColumns *columns, double y, gboolean tagged, cairo_t *cr);
void sotay_page_table_head_draw_rules (const SotayPageTableHead *head, const SotayReportTable *table,
                                       const SotayPageColumns *columns, double y, cairo_t *cr);

G_END_DECLS
