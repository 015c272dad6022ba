/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The rows of a stranger's table as the roster reads them: one sheet at a time, all rows equally wide. */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

typedef struct _SotayRosterTable SotayRosterTable;

/**
 * sotay_roster_table_read:
 * @file: a workbook or a text file
 * @error: a SOTAY_REGISTER_ERROR_FILE_… error, or cancelled
 *
 * Reads a file; blocks.
 *
 * Returns: (transfer full) (nullable): its table
 */
SotayRosterTable *sotay_roster_table_read (GFile *file, GCancellable *cancellable, GError **error);

/**
 * sotay_roster_table_read_text:
 * @pasted: text from the clipboard
 *
 * See sotay_roster_table_read().
 *
 * Returns: (transfer full) (nullable): the table
 */
SotayRosterTable *sotay_roster_table_read_text (const char *pasted, GError **error);

void sotay_roster_table_free (SotayRosterTable *table);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SotayRosterTable, sotay_roster_table_free)

const char *sotay_roster_table_get_encoding (SotayRosterTable *table); /* as people call it: "UTF-8", "TCVN3 (ABC)" */
guint sotay_roster_table_get_n_sheets (SotayRosterTable *table);
const char *sotay_roster_table_get_sheet_name (SotayRosterTable *table, guint sheet); /* empty for text */
guint sotay_roster_table_get_sheet (SotayRosterTable *table);

/**
 * sotay_roster_table_set_sheet:
 *
 * Chooses the sheet that the functions below are about. Not while another thread reads the table.
 */
void sotay_roster_table_set_sheet (SotayRosterTable *table, guint sheet);

guint sotay_roster_table_get_n_rows (SotayRosterTable *table); /* rows with text */
guint sotay_roster_table_get_n_columns (SotayRosterTable *table); /* of the widest row */

/**
 * sotay_roster_table_get:
 * @row: from 0
 * @cells: (out) (array zero-terminated=1): room from sotay_roster_table_new_cells(); borrowed from the table; empty
 *   where the row is shorter
 *
 * Returns: the number of the row in the file
 */
guint sotay_roster_table_get (SotayRosterTable *table, guint row, const char **cells);

gboolean sotay_roster_table_is_merged (SotayRosterTable *table, guint row); /* a cell reaches over several columns */
const char **sotay_roster_table_new_cells (SotayRosterTable *table); /* (transfer container): room for a row */

G_END_DECLS
