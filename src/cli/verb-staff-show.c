/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One person: the record, why the person counts as trained or does not, and the former units. */
#include "cli/find.h"
#include "cli/record-output.h"
#include "cli/staff-output.h"
#include "cli/table.h"
#include "cli/verbs.h"
#include "register/membership.h"
#include "register/session.h"
#include "register/utilities.h"

#include <glib/gi18n-lib.h>

/* What is shown of a person. */
typedef struct
{
  SotayStaffStanding *standing;
  GPtrArray *memberships;
  GPtrArray *units;
  GHashTable *names;
} Sheet;

static void
clear_sheet (Sheet *sheet)
{
  g_clear_object (&sheet->standing);
  g_clear_pointer (&sheet->memberships, g_ptr_array_unref);
  g_clear_pointer (&sheet->names, g_hash_table_unref);
  g_clear_pointer (&sheet->units, g_ptr_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Sheet, clear_sheet)

static gboolean
load_sheet (SotayCli *cli, Sheet *sheet, const char *id, GError **error)
{
  SotayStore *store = sotay_cli_get_store (cli);
  const char *ids[] = { id, NULL };

  sheet->standing = sotay_store_explain_staff (store, id, NULL, error);
  if (sheet->standing == NULL)
    return FALSE;
  sheet->memberships = sotay_store_list_records (store, SOTAY_RECORD_MEMBERSHIP, SOTAY_MEMBERSHIP_STAFF_ID, ids, NULL,
                                                 error);
  if (sheet->memberships == NULL)
    return FALSE;
  sheet->units = sotay_cli_list_units (cli, NULL, error);
  if (sheet->units == NULL)
    return FALSE;
  sheet->names = sotay_cli_index_names (sheet->units);
  return TRUE;
}

static const char *
name_basis (SotayStandingBasis basis)
{
  static const char *const names[] = {
    [SOTAY_STANDING_NOT] = NULL,
    [SOTAY_STANDING_BY_RULE] = "sessions",
    [SOTAY_STANDING_BY_HAND] = "hand",
  };

  return names[basis];
}

static void
write_set (JsonBuilder *json, const char *name, guint set)
{
  g_autofree char *text = set != 0 ? sotay_utilities_format (set) : NULL;

  sotay_json_add_parts (json, name, text, " ");
}

static void
write_standing (JsonBuilder *json, SotayStaffStanding *standing)
{
  json_builder_set_member_name (json, "standing");
  json_builder_begin_object (json);
  sotay_json_add_flag (json, "counts", sotay_staff_standing_counts (standing));
  sotay_json_add_text (json, "trained_since", sotay_staff_standing_get_trained_since (standing));
  sotay_json_add_text (json, "trained_by", name_basis (sotay_staff_standing_get_trained_by (standing)));
  sotay_json_add_text (json, "passed_since", sotay_staff_standing_get_passed_since (standing));
  sotay_json_add_text (json, "passed_by", name_basis (sotay_staff_standing_get_passed_by (standing)));
  sotay_json_add_text (json, "reason", sotay_staff_standing_get_reason (standing));
  write_set (json, "required", sotay_staff_standing_get_required (standing));
  write_set (json, "missing_training", sotay_staff_standing_get_missing_training (standing));
  write_set (json, "missing_practice", sotay_staff_standing_get_missing_practice (standing));
  json_builder_set_member_name (json, "utilities");
  json_builder_begin_array (json);
  for (guint utility = 1; utility <= SOTAY_N_UTILITIES; utility++)
    {
      g_autofree char *id = g_strdup_printf ("U%u", utility);

      json_builder_begin_object (json);
      sotay_json_add_text (json, "utility", id);
      sotay_json_add_text (json, "taught_on", sotay_staff_standing_get_taught_on (standing, utility));
      sotay_json_add_text (json, "fluent_on", sotay_staff_standing_get_fluent_on (standing, utility));
      json_builder_end_object (json);
    }
  json_builder_end_array (json);
  json_builder_end_object (json);
}

static void
write_sessions (JsonBuilder *json, GPtrArray *sessions)
{
  json_builder_set_member_name (json, "sessions");
  json_builder_begin_array (json);
  for (guint i = 0; i < sessions->len; i++)
    {
      json_builder_begin_object (json);
      sotay_json_add_id (json, sessions->pdata[i]);
      sotay_json_add_field (json, sessions->pdata[i], SOTAY_SESSION_TITLE);
      sotay_json_add_text (json, "date", sotay_record_get (sessions->pdata[i], SOTAY_SESSION_DAY));
      write_set (json, "utilities", sotay_session_get_utilities (sessions->pdata[i]));
      json_builder_end_object (json);
    }
  json_builder_end_array (json);
}

static void
write_memberships (JsonBuilder *json, const Sheet *sheet)
{
  json_builder_set_member_name (json, "memberships");
  json_builder_begin_array (json);
  for (guint i = 0; i < sheet->memberships->len; i++)
    {
      SotayRecord *membership = sheet->memberships->pdata[i];

      json_builder_begin_object (json);
      sotay_json_add_unit (json, sotay_record_get (membership, SOTAY_MEMBERSHIP_UNIT_ID), sheet->names);
      sotay_json_add_field (json, membership, SOTAY_MEMBERSHIP_FROM_ON);
      sotay_json_add_field (json, membership, SOTAY_MEMBERSHIP_TO_ON);
      json_builder_end_object (json);
    }
  json_builder_end_array (json);
}

static int
print_json (SotayCli *cli, const Sheet *sheet)
{
  g_autoptr (JsonBuilder) json = json_builder_new ();

  json_builder_begin_object (json);
  sotay_staff_output_write (json, sotay_staff_standing_get_staff (sheet->standing), sheet->names);
  write_standing (json, sheet->standing);
  write_sessions (json, sotay_staff_standing_get_sessions (sheet->standing));
  write_memberships (json, sheet);
  json_builder_end_object (json);
  return sotay_cli_print_json (cli, json);
}

static void
print_day (const char *label, const char *iso)
{
  g_autofree char *day = sotay_cli_format_day (iso);

  sotay_cli_print_line (label, day);
}

static void
print_person (SotayStaff *person, GHashTable *names)
{
  static const char *const levels[] = {
    [SOTAY_ACCOUNT_UNKNOWN] = NULL,
    [SOTAY_ACCOUNT_LEVEL_1] = "1",
    [SOTAY_ACCOUNT_LEVEL_2] = "2",
    [SOTAY_ACCOUNT_NONE] = N_("no account"),
  };
  const char *level = levels[sotay_staff_get_level (person)];
  const char *employment = sotay_staff_get_field (person, SOTAY_STAFF_EMPLOYMENT);

  g_print ("%s\n", sotay_staff_get_name (person));
  sotay_cli_print_line (_("Unit"), sotay_cli_get_name (names, sotay_staff_get_unit_id (person)));
  print_day (_("Born"), sotay_staff_get_field (person, SOTAY_STAFF_BIRTH));
  sotay_cli_print_line (_("Position"), sotay_staff_get_field (person, SOTAY_STAFF_POSITION));
  if (employment != NULL)
    sotay_cli_print_line (_("Kind of employment"), sotay_cli_describe_employment (employment));
  sotay_cli_print_line (_("Account level"), level != NULL ? _(level) : NULL);
  print_day (_("Joined on"), sotay_staff_get_field (person, SOTAY_STAFF_JOINED_ON));
  print_day (_("Left on"), sotay_staff_get_field (person, SOTAY_STAFF_LEFT_ON));
  sotay_cli_print_line (_("Note"), sotay_staff_get_field (person, SOTAY_STAFF_NOTE));
}

/* "since 05/3/2024, by the sessions", or what is missing. */
static char *
describe_since (const char *since, SotayStandingBasis basis, guint missing)
{
  g_autofree char *day = sotay_cli_format_day (since);
  g_autofree char *stored = sotay_utilities_format (missing);
  g_autofree char *set = sotay_cli_format_utilities (stored);

  if (basis == SOTAY_STANDING_BY_HAND)
    return g_strdup_printf (_("since %s, set by hand"), day);
  if (basis == SOTAY_STANDING_BY_RULE)
    return g_strdup_printf (_("since %s"), day);
  return missing != 0 ? g_strdup_printf (_("not yet; still missing: %s"), set) : g_strdup (_("not yet"));
}

static void
print_standing (SotayStaffStanding *standing)
{
  g_autofree char *trained = describe_since (sotay_staff_standing_get_trained_since (standing),
                                             sotay_staff_standing_get_trained_by (standing),
                                             sotay_staff_standing_get_missing_training (standing));
  g_autofree char *passed = describe_since (sotay_staff_standing_get_passed_since (standing),
                                            sotay_staff_standing_get_passed_by (standing),
                                            sotay_staff_standing_get_missing_practice (standing));

  if (!sotay_staff_standing_counts (standing))
    g_print ("%s\n", _("Does not count towards 100 %: the campaign leaves out this kind of employment."));
  sotay_cli_print_line (_("Trained"), trained);
  sotay_cli_print_line (_("Passed"), passed);
  sotay_cli_print_line (_("Reason"), sotay_staff_standing_get_reason (standing));
}

static void
print_sessions (GPtrArray *sessions)
{
  g_autoptr (SotayTable) table = sotay_table_new (3, 0);

  if (sessions->len == 0)
    return;
  sotay_table_add (table, _("Day"), _("Session"), _("Utilities"));
  for (guint i = 0; i < sessions->len; i++)
    {
      g_autofree char *day = sotay_cli_format_day (sotay_record_get (sessions->pdata[i], SOTAY_SESSION_DAY));
      g_autofree char *utilities = sotay_cli_format_utilities (
          sotay_record_get (sessions->pdata[i], SOTAY_SESSION_UTILITIES));

      sotay_table_add (table, day, sotay_record_get (sessions->pdata[i], SOTAY_SESSION_TITLE), utilities);
    }
  sotay_table_print (table);
}

static void
print_memberships (const Sheet *sheet)
{
  g_autoptr (SotayTable) table = sotay_table_new (3, 0);

  if (sheet->memberships->len == 0)
    return;
  sotay_table_add (table, _("Former unit"), _("From"), _("Until"));
  for (guint i = 0; i < sheet->memberships->len; i++)
    {
      SotayRecord *membership = sheet->memberships->pdata[i];
      const char *unit_id = sotay_record_get (membership, SOTAY_MEMBERSHIP_UNIT_ID);
      g_autofree char *from = sotay_cli_format_day (sotay_record_get (membership, SOTAY_MEMBERSHIP_FROM_ON));
      g_autofree char *to = sotay_cli_format_day (sotay_record_get (membership, SOTAY_MEMBERSHIP_TO_ON));

      sotay_table_add (table, sotay_cli_get_name (sheet->names, unit_id), from, to);
    }
  sotay_table_print (table);
}

static int
show (SotayCli *cli)
{
  static const GOptionEntry no_options[] = { G_OPTION_ENTRY_NULL };
  g_auto (GStrv) arguments = sotay_cli_parse (cli, no_options);
  g_auto (Sheet) sheet = { NULL };
  g_autoptr (GError) error = NULL;

  if (arguments == NULL)
    return sotay_cli_get_status (cli);
  if (!load_sheet (cli, &sheet, arguments[0], &error))
    return sotay_cli_fail (cli, error);
  if (sotay_cli_wants_json (cli))
    return print_json (cli, &sheet);
  print_person (sotay_staff_standing_get_staff (sheet.standing), sheet.names);
  print_standing (sheet.standing);
  print_sessions (sotay_staff_standing_get_sessions (sheet.standing));
  print_memberships (&sheet);
  return SOTAY_EXIT_DONE;
}

const SotayVerb sotay_staff_show_verbs[] = {
  { "staff show", N_("ID"), N_("Show a person, and why the person counts as trained or does not"), 1, 1, show },
  { NULL },
};
