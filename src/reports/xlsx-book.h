/* SPDX-License-Identifier: GPL-3.0-or-later */
/* For the writer of .xlsx only: a workbook, the names of its sheets, the looks of its cells. */
#pragma once

#include "reports/report.h"

#include <gio/gio.h>
#include <xlsxwriter.h>

G_BEGIN_DECLS

typedef struct _SotayXlsxBook SotayXlsxBook;

typedef enum
{
  SOTAY_XLSX_PLAIN = 0,
  SOTAY_XLSX_BOLD = 1 << 0,
  SOTAY_XLSX_ITALIC = 1 << 1,
  SOTAY_XLSX_BORDERS = 1 << 2,
} SotayXlsxLook;

/**
 * sotay_xlsx_book_new:
 * @path: an empty file, in whose folder there is room for the parts too
 *
 * Returns: (transfer full) (nullable): a workbook without sheets
 */
SotayXlsxBook *sotay_xlsx_book_new (const char *path, GError **error);

lxw_workbook *sotay_xlsx_book_get (SotayXlsxBook *book); /* (transfer none) */

/**
 * sotay_xlsx_book_add_sheet:
 * @name: (nullable): any text; what a name may not hold goes, and no two sheets have the same
 * @landscape: how it is printed; always on A4, as wide as the sheet of paper
 *
 * Returns: (transfer none): the sheet
 */
lxw_worksheet *sotay_xlsx_book_add_sheet (SotayXlsxBook *book, const char *name, gboolean landscape);

/**
 * sotay_xlsx_book_get_format:
 * @kind: what the cell holds
 * @indent: how deep its text is moved in
 *
 * Returns: (transfer none): one of each look
 */
lxw_format *sotay_xlsx_book_get_format (SotayXlsxBook *book, SotayCellKind kind, SotayCellAlign align,
                                        SotayXlsxLook look, guint indent);

/**
 * sotay_xlsx_write_text:
 * @text: (nullable): any text: never a formula; longer than a cell holds, it is cut
 * @last_column: the cell goes up to this one
 */
void sotay_xlsx_write_text (lxw_worksheet *sheet, lxw_row_t row, lxw_col_t column, lxw_row_t last_row,
                            lxw_col_t last_column, const char *text, lxw_format *format);

/**
 * sotay_xlsx_book_finish:
 *
 * Returns: whether the file was written; @book is gone in any case
 */
gboolean sotay_xlsx_book_finish (SotayXlsxBook *book, GError **error);

void sotay_xlsx_book_free (SotayXlsxBook *book);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SotayXlsxBook, sotay_xlsx_book_free)

G_END_DECLS
