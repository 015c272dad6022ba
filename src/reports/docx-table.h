/* SPDX-License-Identifier: GPL-3.0-or-later */
/* For the writer of .docx only: tables. */
#pragma once

#include "reports/docx-package.h"
#include "reports/docx-text.h"

G_BEGIN_DECLS

/**
 * sotay_docx_begin_table:
 * @style: (nullable): its style; %NULL: without borders
 * @widths: (array length=n_columns): in twips
 *
 * Begins a table, to which rows are added until sotay_docx_close().
 */
void sotay_docx_begin_table (xmlTextWriter *xml, const char *style, const int *widths, guint n_columns);

/**
 * sotay_docx_begin_row:
 * @height: the least, in twips; 0: as the text needs
 * @head: it comes again on each page
 *
 * Begins a row that no page breaks.
 */
void sotay_docx_begin_row (xmlTextWriter *xml, int height, gboolean head);

/**
 * sotay_docx_begin_cell:
 * @span: so many columns
 * @merge: (nullable): "restart" of a cell that goes down, "continue" of those below it
 */
void sotay_docx_begin_cell (xmlTextWriter *xml, int width, guint span, const char *merge);

/**
 * sotay_docx_write_table:
 * @width: in twips
 * @package: whose failures end it early
 *
 * Returns: whether all was written
 */
gboolean sotay_docx_write_table (xmlTextWriter *xml, const SotayReportTable *table, int width,
                                 SotayDocxPackage *package, GCancellable *cancellable, GError **error);

G_END_DECLS
