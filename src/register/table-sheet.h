/* SPDX-License-Identifier: GPL-3.0-or-later */
/* For the readers of tables only: the rows of a sheet, all their texts in one store. */
#pragma once

#include <gio/gio.h>

#include "core/encoding.h"

G_BEGIN_DECLS

/* What all sheets of a file and what belongs to them may take together: a small file can ask for a great deal. */
#define SOTAY_TABLE_MOST_MEMORY (512 * 1000 * 1000)

/**
 * SotayTableSheet:
 *
 * Cells are put into the row that is being written, in any order; a row is kept when it has text.
 */
typedef struct _SotayTableSheet SotayTableSheet;

/**
 * sotay_table_sheet_new:
 * @name: what the tab says
 * @hidden: whether the tab is
 * @memory: what is used of %SOTAY_TABLE_MOST_MEMORY, shared by all sheets of a file
 *
 * Returns: (transfer full): an empty sheet
 */
SotayTableSheet *sotay_table_sheet_new (const char *name, gboolean hidden, gsize *memory);

void sotay_table_sheet_free (SotayTableSheet *sheet);

/**
 * sotay_table_sheet_clear_row:
 *
 * Forgets what was put into the current row.
 */
void sotay_table_sheet_clear_row (SotayTableSheet *sheet);

/**
 * sotay_table_sheet_put:
 * @column: from 0; too far ones are left out
 * @text: valid UTF-8, tidy or not
 *
 * Writes a cell of the current row.
 */
void sotay_table_sheet_put (SotayTableSheet *sheet, guint column, const char *text, gsize length);

/**
 * sotay_table_sheet_end_row:
 * @number: what the row is called
 * @repeat: how many times it stands there, the further ones with the numbers that follow
 * @merged: whether one of its cells reaches over several columns
 * @error: %SOTAY_REGISTER_ERROR_FILE_TOO_LARGE
 *
 * Ends the current row, whether or not it had text.
 *
 * Returns: whether there was room
 */
gboolean sotay_table_sheet_end_row (SotayTableSheet *sheet, guint number, guint repeat, gboolean merged,
                                    GError **error);

/**
 * sotay_table_sheet_set_merged:
 *
 * Marks the row with that number, if there is one: workbooks tell it after the rows.
 */
void sotay_table_sheet_set_merged (SotayTableSheet *sheet, guint number);

/**
 * sotay_table_sheet_finish:
 *
 * No more rows come: letters of old fonts are now repaired.
 *
 * Returns: whether there was room
 */
gboolean sotay_table_sheet_finish (SotayTableSheet *sheet, GCancellable *cancellable, GError **error);

/**
 * sotay_table_sheet_is_hidden:
 *
 * Returns: whether its tab is hidden
 */
gboolean sotay_table_sheet_is_hidden (const SotayTableSheet *sheet);

/**
 * sotay_table_sheet_get_encoding:
 *
 * The getters are those of #SotayTableFile.
 */
SotayEncoding sotay_table_sheet_get_encoding (const SotayTableSheet *sheet);
const char *sotay_table_sheet_get_name (const SotayTableSheet *sheet);
guint sotay_table_sheet_get_n_rows (const SotayTableSheet *sheet);
guint sotay_table_sheet_get_number (const SotayTableSheet *sheet, guint row);
gboolean sotay_table_sheet_is_merged (const SotayTableSheet *sheet, guint row);
guint sotay_table_sheet_get_cells (const SotayTableSheet *sheet, guint row, const char **cells);

/**
 * sotay_table_too_large:
 * @detail: which limit
 *
 * Returns: %FALSE, with %SOTAY_REGISTER_ERROR_FILE_TOO_LARGE
 */
gboolean sotay_table_too_large (const char *detail, GError **error);

/**
 * sotay_table_spend:
 * @memory: what is used; raised by @bytes
 *
 * Returns: whether it is still within %SOTAY_TABLE_MOST_MEMORY
 */
gboolean sotay_table_spend (gsize *memory, gsize bytes, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SotayTableSheet, sotay_table_sheet_free)

G_END_DECLS
