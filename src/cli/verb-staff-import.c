/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/verbs.h"
#include "core/paths.h"
#include "register/register-error.h"
#include "register/roster.h"
#include "services/messages.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

/* Of a plan that another program makes outdated again and again. */
#define MOST_ATTEMPTS 3

static gboolean
is_left_out (SotayRosterRow *row)
{
  SotayRosterDecision decision = sotay_roster_row_get_decision (row);

  return decision == SOTAY_ROSTER_REJECT || decision == SOTAY_ROSTER_ASK;
}

static gboolean
is_rejected (SotayRosterRow *row)
{
  return sotay_roster_row_get_decision (row) == SOTAY_ROSTER_REJECT;
}

static gboolean
is_asked (SotayRosterRow *row)
{
  return sotay_roster_row_get_decision (row) == SOTAY_ROSTER_ASK;
}

/* Taken, but there is something to know about it. */
static gboolean
is_noted (SotayRosterRow *row)
{
  return !is_left_out (row)
         && (sotay_roster_row_get_reason (row) != SOTAY_ROSTER_REASON_NONE || sotay_roster_row_get_notes (row) != 0);
}

static void
write_notes (JsonBuilder *json, guint notes)
{
  json_builder_set_member_name (json, "notes");
  json_builder_begin_array (json);
  for (guint i = 0; i < SOTAY_ROSTER_NOTE_N; i++)
    if ((notes & SOTAY_ROSTER_NOTE_BIT (i)) != 0)
      json_builder_add_string_value (json, sotay_roster_note_to_string (i));
  json_builder_end_array (json);
}

/* The rows of one kind, with the reason in a word for programs. */
static void
write_rows (JsonBuilder *json, const char *name, SotayRoster *roster, gboolean (*belongs) (SotayRosterRow *row))
{
  guint n_rows = g_list_model_get_n_items (G_LIST_MODEL (roster));

  json_builder_set_member_name (json, name);
  json_builder_begin_array (json);
  for (guint i = 0; i < n_rows; i++)
    {
      g_autoptr (SotayRosterRow) row = g_list_model_get_item (G_LIST_MODEL (roster), i);
      SotayStaff *staff;

      if (!belongs (row))
        continue;
      staff = sotay_roster_row_get_staff (row);
      json_builder_begin_object (json);
      sotay_json_add_number (json, "row", sotay_roster_row_get_number (row));
      sotay_json_add_text (json, "reason", sotay_roster_reason_to_string (sotay_roster_row_get_reason (row)));
      sotay_json_add_text (json, "name", staff != NULL ? sotay_staff_get_name (staff) : NULL);
      write_notes (json, sotay_roster_row_get_notes (row));
      json_builder_end_object (json);
    }
  json_builder_end_array (json);
}

/* What was found out about the list: a member for each column that is used, by its heading or its number. */
static void
write_columns (JsonBuilder *json, SotayRoster *roster)
{
  const SotayTableColumns *columns = sotay_roster_get_columns (roster);

  json_builder_set_member_name (json, "columns");
  json_builder_begin_array (json);
  for (guint i = 0; i < columns->n_columns; i++)
    {
      json_builder_begin_object (json);
      sotay_json_add_text (json, "heading", columns->headings[i]);
      sotay_json_add_text (json, "field", sotay_column_to_string (columns->meanings[i]));
      json_builder_end_object (json);
    }
  json_builder_end_array (json);
}

static int
print_plan_json (SotayCli *cli, SotayRoster *roster)
{
  g_autoptr (JsonBuilder) json = json_builder_new ();
  SotayRosterTable *table = sotay_roster_source_get_table (sotay_roster_get_source (roster));

  json_builder_begin_object (json);
  sotay_json_add_number (json, "read", g_list_model_get_n_items (G_LIST_MODEL (roster)));
  sotay_json_add_number (json, "added", sotay_roster_count (roster, SOTAY_ROSTER_ADD));
  sotay_json_add_number (json, "updated", sotay_roster_count (roster, SOTAY_ROSTER_UPDATE));
  sotay_json_add_number (json, "unchanged", sotay_roster_count (roster, SOTAY_ROSTER_UNCHANGED));
  write_rows (json, "rejected", roster, is_rejected);
  write_rows (json, "asked", roster, is_asked);
  write_rows (json, "noted", roster, is_noted);
  sotay_json_add_text (json, "encoding", sotay_roster_table_get_encoding (table));
  sotay_json_add_text (json, "sheet",
                       sotay_roster_table_get_sheet_name (table, sotay_roster_table_get_sheet (table)));
  write_columns (json, roster);
  json_builder_end_object (json);
  return sotay_cli_print_json (cli, json);
}

static void
print_remarks (SotayRoster *roster)
{
  guint n_rows = g_list_model_get_n_items (G_LIST_MODEL (roster));

  for (guint i = 0; i < n_rows; i++)
    {
      g_autoptr (SotayRosterRow) row = g_list_model_get_item (G_LIST_MODEL (roster), i);
      SotayStaff *staff;
      g_autofree char *reason = NULL;

      if (!is_left_out (row) && !is_noted (row))
        continue;
      staff = sotay_roster_row_get_staff (row);
      reason = sotay_describe_row (row);
      g_print (is_left_out (row) ? _("Line %u left out: %s (%s)\n") : _("Line %u: %s (%s)\n"),
               sotay_roster_row_get_number (row), staff != NULL ? sotay_staff_get_name (staff) : "–",
               reason);
    }
}

static int
print_plan (SotayCli *cli, SotayRoster *roster, gboolean dry_run)
{
  if (sotay_cli_wants_json (cli))
    return print_plan_json (cli, roster);
  print_remarks (roster);
  g_print (_("Rows read: %u. Added: %u, changed: %u, unchanged: %u, left out: %u.\n"),
           g_list_model_get_n_items (G_LIST_MODEL (roster)), sotay_roster_count (roster, SOTAY_ROSTER_ADD),
           sotay_roster_count (roster, SOTAY_ROSTER_UPDATE), sotay_roster_count (roster, SOTAY_ROSTER_UNCHANGED),
           sotay_roster_count (roster, SOTAY_ROSTER_REJECT) + sotay_roster_count (roster, SOTAY_ROSTER_ASK));
  if (dry_run)
    g_print ("%s\n", _("This was only a trial: nothing was changed."));
  return SOTAY_EXIT_DONE;
}

/* What was typed. */
typedef struct
{
  char *unit;
  char *sheet;
  char **map;
  char *rejected;
  gboolean dry_run;
} Typed;

static void
clear_typed (Typed *typed)
{
  g_free (typed->unit);
  g_free (typed->sheet);
  g_strfreev (typed->map);
  g_free (typed->rejected);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Typed, clear_typed)

static char **
parse (SotayCli *cli, Typed *typed)
{
  const GOptionEntry options[] = {
    { "unit", 0, 0, G_OPTION_ARG_STRING, &typed->unit, N_("The unit of rows that name none"), N_("ID") },
    { "sheet", 0, 0, G_OPTION_ARG_STRING, &typed->sheet, N_("The sheet of a workbook"), N_("NAME") },
    { "map", 0, 0, G_OPTION_ARG_STRING_ARRAY, &typed->map,
      N_("What a column holds; the column by heading, letter or number; nothing after = leaves it out"),
      N_("COLUMN=FIELD") },
    { "rejected", 0, 0, G_OPTION_ARG_FILENAME, &typed->rejected,
      N_("Write the rows that were left out to this file (CSV), each with the reason"), N_("FILE") },
    { "dry-run", 0, 0, G_OPTION_ARG_NONE, &typed->dry_run, N_("Say what would be done, and change nothing"), NULL },
    G_OPTION_ENTRY_NULL,
  };

  return sotay_cli_parse (cli, options);
}

/* Ctrl+C ends it; so does it end apply(): both are waited for. */
static SotayRoster *
read_list (SotayCli *cli, SotayRosterSource *source, const Typed *typed, const char *memory, GError **error)
{
  SotayStore *store = sotay_services_get_store (sotay_cli_get_services (cli));
  g_autoptr (GAsyncResult) result = NULL;
  const SotayRosterOptions options = {
    .unit_id = typed->unit,
    .sheet = typed->sheet,
    .map = (const char *const *) typed->map,
    .memory = memory,
  };

  sotay_roster_read_async (store, source, &options, sotay_cli_get_cancellable (cli), sotay_cli_store_result, &result);
  sotay_cli_wait (&result);
  return sotay_roster_read_finish (result, error);
}

static gboolean
apply (SotayCli *cli, SotayStep *step, GError **error)
{
  SotayStore *store = sotay_services_get_store (sotay_cli_get_services (cli));
  g_autoptr (GAsyncResult) result = NULL;

  sotay_store_apply_async (store, step, sotay_cli_get_cancellable (cli), sotay_cli_store_result, &result);
  sotay_cli_wait (&result);
  return sotay_store_apply_finish (store, result, error);
}

static gboolean
is_same_file (const char *path, const char *other)
{
  GStatBuf info, other_info;

  return g_stat (path, &info) == 0 && g_stat (other, &other_info) == 0 && info.st_dev == other_info.st_dev
         && info.st_ino == other_info.st_ino;
}

/* Never over the list itself: the people who were taken would be gone from it. */
static gboolean
write_rejected (SotayRoster *roster, const char *path, const char *list, GError **error)
{
  g_autoptr (GFile) file = path != NULL ? g_file_new_for_path (path) : NULL;

  if (file == NULL)
    return TRUE;
  if (!sotay_paths_check_target (path, error))
    return FALSE;
  if (!is_same_file (path, list))
    return sotay_roster_write_rejected (roster, file, _("Reason"), sotay_describe_row, error);
  g_set_error_literal (error, SOTAY_REGISTER_ERROR, SOTAY_REGISTER_ERROR_FILE_WRITE, path);
  return FALSE;
}

/* The plan, done unless this is a trial. When another program changed people meanwhile, it is made anew. */
static SotayRoster *
read_and_apply (SotayCli *cli, const char *path, const Typed *typed, const char *memory, GError **error)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (SotayRosterSource) source = sotay_roster_source_new_file (file);
  g_autoptr (GError) failure = NULL;

  for (guint i = 0; i < MOST_ATTEMPTS; i++)
    {
      g_autoptr (SotayRoster) roster = read_list (cli, source, typed, memory, error);
      g_autoptr (SotayStep) step = NULL;

      if (roster == NULL || !write_rejected (roster, typed->rejected, path, error))
        return NULL;
      step = typed->dry_run ? NULL : sotay_roster_make_step (roster);
      g_clear_error (&failure);
      if (step == NULL || apply (cli, step, &failure))
        return g_steal_pointer (&roster);
      if (!g_error_matches (failure, SOTAY_REGISTER_ERROR, SOTAY_REGISTER_ERROR_OUTDATED))
        break;
    }
  g_propagate_error (error, g_steal_pointer (&failure));
  return NULL;
}

static int
import (SotayCli *cli)
{
  g_auto (Typed) typed = { NULL };
  g_auto (GStrv) arguments = parse (cli, &typed);
  g_autofree char *memory = sotay_paths_data (SOTAY_ROSTER_MEMORY);
  SotayStore *store;
  g_autoptr (GPtrArray) units = NULL;
  g_autoptr (SotayRoster) roster = NULL;
  g_autoptr (GError) error = NULL;

  if (arguments == NULL)
    return sotay_cli_get_status (cli);
  sotay_cli_get_cancellable (cli); /* before anything is made */
  store = sotay_services_get_store (sotay_cli_get_services (cli));
  units = sotay_store_list_units (store, NULL, &error);
  if (units == NULL || (typed.unit != NULL && sotay_cli_find_unit (units, typed.unit, &error) == NULL))
    return sotay_cli_fail (cli, error);
  roster = read_and_apply (cli, arguments[0], &typed, memory, &error);
  if (roster == NULL)
    return sotay_cli_fail (cli, error);
  if (typed.map != NULL && !typed.dry_run)
    sotay_roster_keep_columns (roster, memory);
  return print_plan (cli, roster, typed.dry_run);
}

const SotayVerb sotay_staff_import_verbs[] = {
  { "staff import", N_("FILE"), N_("Take people from a list (Excel, OpenDocument or CSV), as one step"), 1, 1,
    import },
  { NULL },
};
