/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "register/roster-private.h"

#include "core/paths.h"
#include "register/csv-file.h"
#include "register/register-error.h"

static void
append_cell (GString *text, const char *cell, gboolean first)
{
  if (!first)
    g_string_append_c (text, ',');
  sotay_csv_append (text, cell);
}

static void
append_row (GString *text, const char *const *cells, const char *last)
{
  for (guint i = 0; cells[i] != NULL; i++)
    append_cell (text, cells[i], i == 0);
  append_cell (text, last, cells[0] == NULL);
  g_string_append (text, "\r\n");
}

static gboolean
is_left_out (const SotayRosterItem *item)
{
  return item->decision == SOTAY_ROSTER_REJECT || item->decision == SOTAY_ROSTER_ASK
         || item->decision == SOTAY_ROSTER_SKIP;
}

static void
append_headings (GString *text, SotayRoster *roster, const char **cells, const char *heading)
{
  SotayRosterTable *table = sotay_roster_source_get_table (roster->source);
  const SotayTableColumns *columns = roster->columns;

  for (guint i = 0; i < columns->n_header_rows; i++)
    {
      sotay_roster_table_get (table, columns->first_row + i, cells);
      append_row (text, cells, i == 0 ? heading : "");
    }
}

static GString *
create_table (SotayRoster *roster, const char *heading, SotayDescribeRow describe)
{
  SotayRosterTable *table = sotay_roster_source_get_table (roster->source);
  g_autofree const char **cells = sotay_roster_table_new_cells (table);
  GString *text = g_string_new ("\xef\xbb\xbf");

  append_headings (text, roster, cells, heading);
  for (guint i = 0; i < roster->book.items->len; i++)
    {
      const SotayRosterItem *item = sotay_roster_get_row_item (roster, i);
      g_autoptr (SotayRosterRow) row = NULL;
      g_autofree char *reason = NULL;

      if (!is_left_out (item))
        continue;
      row = g_list_model_get_item (G_LIST_MODEL (roster), i);
      reason = describe (row);
      sotay_roster_table_get (table, item->row, cells);
      append_row (text, cells, reason);
    }
  return text;
}

/* A place that is not on this PC has no path. */
static gboolean
is_target (GFile *file, GError **error)
{
  const char *path = g_file_peek_path (file);

  return path == NULL || sotay_paths_check_target (path, error);
}

gboolean
sotay_roster_write_rejected (SotayRoster *roster, GFile *file, const char *heading, SotayDescribeRow describe,
                             GError **error)
{
  g_autoptr (GString) text = create_table (roster, heading, describe);
  g_autoptr (GError) failure = NULL;

  if (is_target (file, &failure)
      && g_file_replace_contents (file, text->str, text->len, NULL, FALSE, G_FILE_CREATE_NONE, NULL, NULL, &failure))
    return TRUE;
  g_set_error_literal (error, SOTAY_REGISTER_ERROR, SOTAY_REGISTER_ERROR_FILE_WRITE, failure->message);
  return FALSE;
}
