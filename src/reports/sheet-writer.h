/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tables as files that spreadsheets open: .xlsx and .csv, alike for those who write them. */
#pragma once

#include "reports/sheet-format.h"

G_BEGIN_DECLS

typedef struct _SotaySheetWriter SotaySheetWriter;

/**
 * sotay_sheet_writer_is_known:
 *
 * Returns: whether the ending of @path is one of a sheet: ".xlsx" or ".csv"
 */
gboolean sotay_sheet_writer_is_known (const char *path);

/**
 * sotay_sheet_writer_new:
 * @path: the file; its ending says what it becomes; it is replaced when the writer is finished
 * @name: the name of the sheet, where there is one
 * @columns: (array length=n_columns): the columns; they must outlive the writer
 * @error: %SOTAY_REGISTER_ERROR_DISK_FULL or _FILE_WRITE
 *
 * Begins a table with its headings as the first row, so that it can be imported again.
 *
 * In .csv, text that begins with = + - @, a tab or a carriage return gets a tab before it: spreadsheets then compute
 * nothing and show nothing of it, and our own import leaves it out again.
 *
 * Returns: (transfer full) (nullable): the writer
 */
SotaySheetWriter *sotay_sheet_writer_new (const char *path, const char *name, const SotaySheetColumn *columns,
                                          guint n_columns, GError **error);

/**
 * sotay_sheet_writer_add_row:
 * @cells: one for each column, each nullable
 *
 * Returns: whether it was written
 */
gboolean sotay_sheet_writer_add_row (SotaySheetWriter *writer, const char *const *cells, GError **error);

/**
 * sotay_sheet_writer_finish:
 *
 * Returns: whether the file stands in its place, complete and on the disk
 */
gboolean sotay_sheet_writer_finish (SotaySheetWriter *writer, GError **error);

void sotay_sheet_writer_free (SotaySheetWriter *writer); /* what is not finished is removed */

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SotaySheetWriter, sotay_sheet_writer_free)

G_END_DECLS
