/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "register/roster-table.h"

#include "register/table-file.h"

#include <string.h>

struct _SotayRosterTable
{
  SotayTableFile *file;
  guint n_columns;
};

static void
measure (SotayRosterTable *table)
{
  g_autofree const char **cells = sotay_roster_table_new_cells (table);

  table->n_columns = 0;
  for (guint i = 0; i < sotay_roster_table_get_n_rows (table); i++)
    table->n_columns = MAX (table->n_columns, sotay_table_file_get_cells (table->file, i, cells));
}

static SotayRosterTable *
take (SotayTableFile *file)
{
  SotayRosterTable *table;

  if (file == NULL)
    return NULL;
  table = g_new0 (SotayRosterTable, 1);
  table->file = file;
  measure (table);
  return table;
}

SotayRosterTable *
sotay_roster_table_read (GFile *file, GCancellable *cancellable, GError **error)
{
  return take (sotay_table_file_read (file, cancellable, error));
}

SotayRosterTable *
sotay_roster_table_read_text (const char *pasted, GError **error)
{
  return take (sotay_table_file_read_text (pasted, strlen (pasted), error));
}

void
sotay_roster_table_free (SotayRosterTable *table)
{
  sotay_table_file_free (table->file);
  g_free (table);
}

const char *
sotay_roster_table_get_encoding (SotayRosterTable *table)
{
  return sotay_encoding_get_name (sotay_table_file_get_encoding (table->file));
}

guint
sotay_roster_table_get_n_sheets (SotayRosterTable *table)
{
  return sotay_table_file_get_n_sheets (table->file);
}

const char *
sotay_roster_table_get_sheet_name (SotayRosterTable *table, guint sheet)
{
  return sotay_table_file_get_sheet_name (table->file, sheet);
}

guint
sotay_roster_table_get_sheet (SotayRosterTable *table)
{
  return sotay_table_file_get_sheet (table->file);
}

void
sotay_roster_table_set_sheet (SotayRosterTable *table, guint sheet)
{
  sotay_table_file_set_sheet (table->file, sheet);
  measure (table);
}

guint
sotay_roster_table_get_n_rows (SotayRosterTable *table)
{
  return sotay_table_file_get_n_rows (table->file);
}

guint
sotay_roster_table_get_n_columns (SotayRosterTable *table)
{
  return table->n_columns;
}

guint
sotay_roster_table_get (SotayRosterTable *table, guint row, const char **cells)
{
  guint n_cells = sotay_table_file_get_cells (table->file, row, cells);

  for (guint i = n_cells; i < table->n_columns; i++)
    cells[i] = "";
  cells[table->n_columns] = NULL;
  return sotay_table_file_get_number (table->file, row);
}

gboolean
sotay_roster_table_is_merged (SotayRosterTable *table, guint row)
{
  return sotay_table_file_is_merged (table->file, row);
}

const char **
sotay_roster_table_new_cells (SotayRosterTable *table)
{
  return g_new0 (const char *, SOTAY_TABLE_MOST_CELLS + 1);
}
