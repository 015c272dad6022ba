/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/verbs.h"
#include "register/roster.h"
#include "services/messages.h"

#include <glib/gi18n-lib.h>

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
  return !is_left_out (row) && sotay_roster_row_get_reason (row) != SOTAY_ROSTER_REASON_NONE;
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
      SotayStaff *staff = sotay_roster_row_get_staff (row);

      if (!belongs (row))
        continue;
      json_builder_begin_object (json);
      sotay_json_add_number (json, "row", sotay_roster_row_get_number (row));
      sotay_json_add_text (json, "reason", sotay_roster_reason_to_string (sotay_roster_row_get_reason (row)));
      sotay_json_add_text (json, "name", staff != NULL ? sotay_staff_get_name (staff) : NULL);
      json_builder_end_object (json);
    }
  json_builder_end_array (json);
}

static int
print_plan_json (SotayCli *cli, SotayRoster *roster)
{
  g_autoptr (JsonBuilder) json = json_builder_new ();

  json_builder_begin_object (json);
  sotay_json_add_number (json, "read", g_list_model_get_n_items (G_LIST_MODEL (roster)));
  sotay_json_add_number (json, "added", sotay_roster_count (roster, SOTAY_ROSTER_ADD));
  sotay_json_add_number (json, "updated", sotay_roster_count (roster, SOTAY_ROSTER_UPDATE));
  sotay_json_add_number (json, "unchanged", sotay_roster_count (roster, SOTAY_ROSTER_UNCHANGED));
  write_rows (json, "rejected", roster, is_rejected);
  write_rows (json, "asked", roster, is_asked);
  write_rows (json, "noted", roster, is_noted);
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
      SotayStaff *staff = sotay_roster_row_get_staff (row);

      if (!is_left_out (row) && !is_noted (row))
        continue;
      g_print (is_left_out (row) ? _("Line %u left out: %s (%s)\n") : _("Line %u: %s (%s)\n"),
               sotay_roster_row_get_number (row), staff != NULL ? sotay_staff_get_name (staff) : "–",
               sotay_describe_reason (sotay_roster_row_get_reason (row)));
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

static int
import (SotayCli *cli)
{
  g_autofree char *unit = NULL;
  gboolean dry_run = FALSE;
  const GOptionEntry options[] = {
    { "unit", 0, 0, G_OPTION_ARG_STRING, &unit, N_("The unit of rows that name none"), N_("ID") },
    { "dry-run", 0, 0, G_OPTION_ARG_NONE, &dry_run, N_("Say what would be done, and change nothing"), NULL },
    G_OPTION_ENTRY_NULL,
  };
  g_auto (GStrv) arguments = sotay_cli_parse (cli, options);
  SotayStore *store;
  g_autoptr (GPtrArray) units = NULL;
  g_autoptr (GFile) file = NULL;
  g_autoptr (SotayRoster) roster = NULL;
  g_autoptr (SotayStep) step = NULL;
  g_autoptr (GError) error = NULL;

  if (arguments == NULL)
    return sotay_cli_get_status (cli);
  store = sotay_services_get_store (sotay_cli_get_services (cli));
  units = sotay_store_list_units (store, NULL, &error);
  if (units == NULL || (unit != NULL && sotay_cli_find_unit (units, unit, &error) == NULL))
    return sotay_cli_fail (cli, error);
  file = g_file_new_for_path (arguments[0]);
  roster = sotay_roster_read (store, file, unit, NULL, &error);
  if (roster == NULL)
    return sotay_cli_fail (cli, error);
  step = sotay_roster_make_step (roster);
  if (!dry_run && !sotay_store_apply (store, step, NULL, &error))
    return sotay_cli_fail (cli, error);
  return print_plan (cli, roster, dry_run);
}

const SotayVerb sotay_staff_import_verbs[] = {
  { "staff import", N_("FILE"), N_("Take people from a CSV file, as one step"), 1, 1, import },
  { NULL },
};
