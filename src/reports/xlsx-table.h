/* SPDX-License-Identifier: GPL-3.0-or-later */
/* For the writer of .xlsx only: a sheet for each table, numbers as numbers, and for each chart, which the program that
 * opens it draws. */
#pragma once

#include "reports/xlsx-book.h"

G_BEGIN_DECLS

/**
 * sotay_xlsx_add_table:
 *
 * Adds sheets of @table, more than one when it has more rows than a sheet.
 *
 * Returns: (transfer none) (nullable): the name of the first; %NULL: cancelled, or there are no columns
 */
const char *sotay_xlsx_add_table (SotayXlsxBook *book, const SotayReportTable *table, gboolean landscape,
                                  GCancellable *cancellable);

/**
 * sotay_xlsx_add_chart:
 *
 * Adds a sheet with the values of @chart and the chart beside them.
 *
 * Returns: (transfer none) (nullable): its name; %NULL: cancelled
 */
const char *sotay_xlsx_add_chart (SotayXlsxBook *book, const SotayReportChart *chart, GCancellable *cancellable);

G_END_DECLS
