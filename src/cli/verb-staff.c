/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/apply.h"
#include "cli/staff-output.h"
#include "cli/verbs.h"
#include "core/dates.h"
#include "core/text.h"
#include "register/edit.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static SotayStore *
get_store (SotayCli *cli)
{
  return sotay_services_get_store (sotay_cli_get_services (cli));
}

static int
print_staff (SotayCli *cli, const char *unit_id, gboolean untrained, const char *search, int limit)
{
  g_autoptr (SotayStaffQuery) query = NULL;
  g_autoptr (GPtrArray) units = NULL;
  g_autoptr (GPtrArray) staff = NULL;
  g_autoptr (GError) error = NULL;

  if (limit < 0)
    return sotay_cli_misuse (cli, _("The limit is a number from 1; 0 for all"));
  units = sotay_store_list_units (get_store (cli), NULL, &error);
  if (units == NULL || (unit_id != NULL && sotay_cli_find_unit (units, unit_id, &error) == NULL))
    return sotay_cli_fail (cli, error);
  query = sotay_staff_query_new (unit_id, untrained ? SOTAY_STAFF_UNTRAINED : SOTAY_STAFF_ALL, search, NULL);
  staff = sotay_store_list_staff (get_store (cli), query, 0, (guint) limit, NULL, &error);
  if (staff == NULL)
    return sotay_cli_fail (cli, error);
  return sotay_staff_output_print (cli, staff, units);
}

static int
list (SotayCli *cli)
{
  g_autofree char *unit = NULL;
  g_autofree char *search = NULL;
  gboolean untrained = FALSE;
  int limit = 0;
  const GOptionEntry options[] = {
    { "unit", 0, 0, G_OPTION_ARG_STRING, &unit, N_("Only this unit and the units below it"), N_("ID") },
    { "untrained", 0, 0, G_OPTION_ARG_NONE, &untrained, N_("Only those who are still to be trained"), NULL },
    { "search", 0, 0, G_OPTION_ARG_STRING, &search, N_("Only those with these words; accents are optional"),
      N_("TEXT") },
    { "limit", 0, 0, G_OPTION_ARG_INT, &limit, N_("At most so many; 0 for all"), N_("NUMBER") },
    G_OPTION_ENTRY_NULL,
  };
  g_auto (GStrv) arguments = sotay_cli_parse (cli, options);

  if (arguments == NULL)
    return sotay_cli_get_status (cli);
  return print_staff (cli, unit, untrained, search, limit);
}

static int
search (SotayCli *cli)
{
  int limit = 0;
  const GOptionEntry options[] = {
    { "limit", 0, 0, G_OPTION_ARG_INT, &limit, N_("At most so many; 0 for all"), N_("NUMBER") },
    G_OPTION_ENTRY_NULL,
  };
  g_auto (GStrv) arguments = sotay_cli_parse (cli, options);
  g_autofree char *text = NULL;

  if (arguments == NULL)
    return sotay_cli_get_status (cli);
  text = g_strjoinv (" ", arguments);
  return print_staff (cli, NULL, FALSE, text, limit);
}

/* What was typed for the fields of a person; %NULL where nothing was. */
typedef struct
{
  char *values[SOTAY_STAFF_N_FIELDS];
} Fields;

static void
clear_fields (Fields *fields)
{
  for (guint i = 0; i < SOTAY_STAFF_N_FIELDS; i++)
    g_clear_pointer (&fields->values[i], g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Fields, clear_fields)

static char **
parse_fields (SotayCli *cli, Fields *fields)
{
  char **values = fields->values;
  const GOptionEntry options[] = {
    { "unit", 0, 0, G_OPTION_ARG_STRING, &values[SOTAY_STAFF_UNIT_ID], N_("The unit"), N_("ID") },
    { "name", 0, 0, G_OPTION_ARG_STRING, &values[SOTAY_STAFF_NAME], N_("The full name"), N_("NAME") },
    { "birth", 0, 0, G_OPTION_ARG_STRING, &values[SOTAY_STAFF_BIRTH], N_("The year or date of birth"), N_("DATE") },
    { "position", 0, 0, G_OPTION_ARG_STRING, &values[SOTAY_STAFF_POSITION], N_("The position"), N_("TEXT") },
    { "level", 0, 0, G_OPTION_ARG_STRING, &values[SOTAY_STAFF_LEVEL], N_("The level of the VNeID account"),
      "1|2|none" },
    { "phone", 0, 0, G_OPTION_ARG_STRING, &values[SOTAY_STAFF_PHONE], N_("The telephone number"), N_("NUMBER") },
    { "code", 0, 0, G_OPTION_ARG_STRING, &values[SOTAY_STAFF_CODE], N_("The staff code"), N_("TEXT") },
    { "joined", 0, 0, G_OPTION_ARG_STRING, &values[SOTAY_STAFF_JOINED_ON], N_("The first day at the unit"),
      N_("DATE") },
    { "left", 0, 0, G_OPTION_ARG_STRING, &values[SOTAY_STAFF_LEFT_ON], N_("The day the person left"), N_("DATE") },
    { "note", 0, 0, G_OPTION_ARG_STRING, &values[SOTAY_STAFF_NOTE], N_("A note"), N_("TEXT") },
    G_OPTION_ENTRY_NULL,
  };

  return sotay_cli_parse (cli, options);
}

/* Puts what was typed into the form that the register keeps. */
static char *
read_level (const char *typed)
{
  if (g_str_equal (typed, "none"))
    return g_strdup ("3");
  return g_str_equal (typed, "1") || g_str_equal (typed, "2") ? g_strdup (typed) : NULL;
}

static char *
read_date (const char *typed)
{
  GDate today = sotay_date_today ();
  GDate date;

  return sotay_date_parse (typed, &today, &date) ? sotay_date_to_iso (&date) : NULL;
}

static char *
read_field (SotayStaffField field, const char *typed)
{
  GDate today = sotay_date_today ();

  if (*typed == '\0')
    return g_strdup ("");
  switch (field)
    {
    case SOTAY_STAFF_BIRTH:
      return sotay_birth_parse (typed, &today);
    case SOTAY_STAFF_LEVEL:
      return read_level (typed);
    case SOTAY_STAFF_JOINED_ON:
    case SOTAY_STAFF_LEFT_ON:
      return read_date (typed);
    default:
      return sotay_text_tidy (typed);
    }
}

/* Returns %NULL after telling the person which value cannot be read. */
static SotayStaff *
put_fields (SotayCli *cli, SotayStaff *staff, const Fields *fields)
{
  g_autoptr (SotayStaff) result = g_object_ref (staff);

  for (guint i = 0; i < SOTAY_STAFF_N_FIELDS; i++)
    {
      g_autofree char *value = NULL;
      g_autofree char *reason = NULL;
      SotayStaff *changed;

      if (fields->values[i] == NULL)
        continue;
      value = read_field (i, fields->values[i]);
      if (value == NULL)
        {
          reason = g_strdup_printf (_("“%s” cannot be read"), fields->values[i]);
          sotay_cli_misuse (cli, reason);
          return NULL;
        }
      changed = sotay_staff_with (result, i, value);
      g_set_object (&result, changed);
      g_object_unref (changed);
    }
  return g_steal_pointer (&result);
}

/* Whether the unit that was typed, if any, is there. */
static gboolean
check_unit (SotayCli *cli, const Fields *fields, GError **error)
{
  g_autoptr (GPtrArray) units = NULL;

  if (fields->values[SOTAY_STAFF_UNIT_ID] == NULL)
    return TRUE;
  units = sotay_store_list_units (get_store (cli), NULL, error);
  return units != NULL && sotay_cli_find_unit (units, fields->values[SOTAY_STAFF_UNIT_ID], error) != NULL;
}

static int
add (SotayCli *cli)
{
  g_auto (Fields) fields = { { NULL } };
  g_auto (GStrv) arguments = parse_fields (cli, &fields);
  g_autoptr (SotayStaff) empty = NULL;
  g_autoptr (SotayStaff) staff = NULL;
  g_autoptr (SotayStep) step = NULL;
  g_autoptr (GError) error = NULL;

  if (arguments == NULL)
    return sotay_cli_get_status (cli);
  if (fields.values[SOTAY_STAFF_UNIT_ID] == NULL || fields.values[SOTAY_STAFF_NAME] == NULL)
    return sotay_cli_misuse (cli, _("--unit and --name are needed"));
  empty = sotay_staff_new (NULL, "", fields.values[SOTAY_STAFF_UNIT_ID]);
  staff = put_fields (cli, empty, &fields);
  if (staff == NULL)
    return SOTAY_EXIT_USAGE;
  if (!check_unit (cli, &fields, &error))
    return sotay_cli_fail (cli, error);
  step = sotay_edit_add_staff (staff, &error);
  return sotay_cli_apply (cli, sotay_staff_get_id (staff), step, &error);
}

static gboolean
is_empty (const Fields *fields)
{
  for (guint i = 0; i < SOTAY_STAFF_N_FIELDS; i++)
    if (fields->values[i] != NULL)
      return FALSE;
  return TRUE;
}

static int
edit (SotayCli *cli)
{
  g_auto (Fields) fields = { { NULL } };
  g_auto (GStrv) arguments = parse_fields (cli, &fields);
  g_autoptr (GPtrArray) people = NULL;
  g_autoptr (SotayStaff) after = NULL;
  g_autoptr (SotayStep) step = NULL;
  g_autoptr (GError) error = NULL;

  if (arguments == NULL)
    return sotay_cli_get_status (cli);
  if (is_empty (&fields))
    return sotay_cli_misuse (cli, _("Nothing to change was given"));
  people = sotay_store_get_staff (get_store (cli), (const char *const *) arguments, NULL, &error);
  if (people == NULL)
    return sotay_cli_fail (cli, error);
  after = put_fields (cli, people->pdata[0], &fields);
  if (after == NULL)
    return SOTAY_EXIT_USAGE;
  if (!check_unit (cli, &fields, &error))
    return sotay_cli_fail (cli, error);
  step = sotay_edit_change_staff (people->pdata[0], after, &error);
  return sotay_cli_apply (cli, arguments[0], step, &error);
}

static int
remove_staff (SotayCli *cli)
{
  static const GOptionEntry no_options[] = { G_OPTION_ENTRY_NULL };
  g_auto (GStrv) arguments = sotay_cli_parse (cli, no_options);
  g_autoptr (GPtrArray) people = NULL;
  g_autoptr (GPtrArray) belongings = NULL;
  g_autoptr (SotayStep) step = NULL;
  g_autoptr (GError) error = NULL;

  if (arguments == NULL)
    return sotay_cli_get_status (cli);
  people = sotay_store_get_staff (get_store (cli), (const char *const *) arguments, NULL, &error);
  if (people != NULL)
    belongings = sotay_store_list_belongings (get_store (cli), (const char *const *) arguments, NULL, &error);
  if (belongings == NULL)
    return sotay_cli_fail (cli, error);
  step = sotay_edit_remove_staff (people, belongings);
  return sotay_cli_apply (cli, arguments[0], step, &error);
}

static int
print_marked (SotayCli *cli, SotayStep *step)
{
  g_autoptr (JsonBuilder) json = json_builder_new ();
  guint marked = sotay_step_get_changes (step)->len;

  if (!sotay_cli_wants_json (cli))
    {
      g_print (ngettext ("%u person marked as trained\n", "%u people marked as trained\n", marked), marked);
      return SOTAY_EXIT_DONE;
    }
  json_builder_begin_object (json);
  sotay_json_add_number (json, "marked", marked);
  json_builder_end_object (json);
  return sotay_cli_print_json (cli, json);
}

static int
mark_trained (SotayCli *cli)
{
  g_autofree char *date = NULL;
  gboolean passed = FALSE;
  const GOptionEntry options[] = {
    { "date", 0, 0, G_OPTION_ARG_STRING, &date, N_("The day they were trained on"), N_("YYYY-MM-DD") },
    { "passed", 0, 0, G_OPTION_ARG_NONE, &passed, N_("They also showed that they can use the utilities"), NULL },
    G_OPTION_ENTRY_NULL,
  };
  g_auto (GStrv) arguments = sotay_cli_parse (cli, options);
  g_autoptr (GPtrArray) people = NULL;
  g_autoptr (SotayStep) step = NULL;
  g_autoptr (GError) error = NULL;
  GDate day;

  if (arguments == NULL)
    return sotay_cli_get_status (cli);
  if (date == NULL)
    return sotay_cli_misuse (cli, _("--date is needed"));
  if (!sotay_cli_read_day (cli, "--date", date, &day))
    return sotay_cli_get_status (cli);
  people = sotay_store_get_staff (get_store (cli), (const char *const *) arguments, NULL, &error);
  if (people == NULL)
    return sotay_cli_fail (cli, error);
  step = sotay_edit_mark_trained (people, &day, passed, NULL, &error);
  if (step == NULL || !sotay_store_apply (get_store (cli), step, NULL, &error))
    return sotay_cli_fail (cli, error);
  return print_marked (cli, step);
}

const SotayVerb sotay_staff_verbs[] = {
  { "staff list", "", N_("List people by given name"), 0, 0, list },
  { "staff search", N_("TEXT"), N_("Search people; accents are optional"), 1, G_MAXUINT, search },
  { "staff add", "", N_("Add a person"), 0, 0, add },
  { "staff edit", N_("ID"), N_("Change a person; an empty value clears a field"), 1, 1, edit },
  { "staff remove", N_("ID"), N_("Remove a person"), 1, 1, remove_staff },
  { "staff mark-trained", N_("ID…"), N_("Mark people as trained"), 1, G_MAXUINT, mark_trained },
  { NULL },
};
