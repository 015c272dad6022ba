/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The table in a stranger's file: .xlsx, .ods, .csv, .tsv, or pasted text, told apart by content and not by name. Every
 * size is bounded, no document type and no entity is accepted. Nothing is understood here: rows of text come out. */
#pragma once

#include <gio/gio.h>

#include "core/encoding.h"
#include "register/table-limits.h"

G_BEGIN_DECLS

/**
 * SotayTableFile:
 *
 * Once read it changes only by sotay_table_file_set_sheet(); any thread may read it.
 */
typedef struct _SotayTableFile SotayTableFile;

/**
 * sotay_table_file_read:
 * @file: a workbook or a text file
 * @error: a SOTAY_REGISTER_ERROR_FILE_… error, or cancelled
 *
 * Reads all sheets; blocks. What cells become:
 * - text: tidy (sotay_text_tidy()), a line break is a space; letters of old fonts (TCVN3, VNI) are repaired
 * - dates, by the number format of the cell: "2024-03-05"; with a time that is not zero "2024-03-05 07:30"; "1975" or
 *   "1975-03" where the format shows no more and the value says the first day; "1900-02-29" and "1900-01-00" are days
 *   that Excel shows and that never were
 * - numbers: digits without exponent and without separators of thousands, a point before decimals; leading zeros where
 *   the format shows them
 * - truth values: "TRUE" or "FALSE"; errors: nothing; formulas: the value that was saved with them
 * Rows without text are left out; hidden rows are not.
 *
 * Returns: (transfer full) (nullable): the table, with at least one row in its sheet
 */
SotayTableFile *sotay_table_file_read (GFile *file, GCancellable *cancellable, GError **error);

/**
 * sotay_table_file_read_bytes:
 * @bytes: (transfer full): the bytes of a file
 * @name: what errors call it
 *
 * See sotay_table_file_read().
 *
 * Returns: (transfer full) (nullable): the table
 */
SotayTableFile *sotay_table_file_read_bytes (GString *bytes, const char *name, GCancellable *cancellable,
                                             GError **error);

/**
 * sotay_table_file_read_text:
 * @pasted: text from the clipboard, UTF-8
 * @length: its bytes
 *
 * See sotay_table_file_read().
 *
 * Returns: (transfer full) (nullable): the table
 */
SotayTableFile *sotay_table_file_read_text (const char *pasted, gsize length, GError **error);

void sotay_table_file_free (SotayTableFile *table);

/**
 * sotay_table_file_get_n_sheets:
 *
 * Returns: how many sheets there are, also empty ones; 1 for text
 */
guint sotay_table_file_get_n_sheets (const SotayTableFile *table);

/**
 * sotay_table_file_get_sheet_name:
 *
 * Returns: (transfer none): what the tab of a sheet says; empty for text
 */
const char *sotay_table_file_get_sheet_name (const SotayTableFile *table, guint sheet);

/**
 * sotay_table_file_get_sheet:
 *
 * Returns: the chosen sheet: at first the first one that is not hidden and has rows
 */
guint sotay_table_file_get_sheet (const SotayTableFile *table);

/**
 * sotay_table_file_set_sheet:
 *
 * Chooses the sheet that all that follows is about.
 */
void sotay_table_file_set_sheet (SotayTableFile *table, guint sheet);

/**
 * sotay_table_file_get_encoding:
 *
 * Returns: how the letters were written; workbooks and pasted text count as UTF-8 unless letters of old fonts were
 *   repaired in them
 */
SotayEncoding sotay_table_file_get_encoding (const SotayTableFile *table);

/**
 * sotay_table_file_get_n_rows:
 *
 * Returns: how many rows have text
 */
guint sotay_table_file_get_n_rows (const SotayTableFile *table);

/**
 * sotay_table_file_get_number:
 * @row: from 0 to one less than sotay_table_file_get_n_rows()
 *
 * Returns: what the spreadsheet program calls the row; for text the line on which it begins; from 1
 */
guint sotay_table_file_get_number (const SotayTableFile *table, guint row);

/**
 * sotay_table_file_is_merged:
 *
 * Returns: whether a cell of the row reaches over several columns, as titles do; never for text
 */
gboolean sotay_table_file_is_merged (const SotayTableFile *table, guint row);

/**
 * sotay_table_file_get_cells:
 * @cells: (out caller-allocates) (array zero-terminated=1): room for %SOTAY_TABLE_MOST_CELLS + 1 texts, which belong to
 *   @table; the empty cells at the end of the row are left out
 *
 * Returns: how many cells the row has
 */
guint sotay_table_file_get_cells (const SotayTableFile *table, guint row, const char **cells);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SotayTableFile, sotay_table_file_free)

G_END_DECLS
