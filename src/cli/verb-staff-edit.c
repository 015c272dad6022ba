/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Changing people. */
#include "cli/apply.h"
#include "cli/find.h"
#include "cli/record-output.h"
#include "cli/verbs.h"
#include "register/edit.h"

#include <glib/gi18n-lib.h>

static const SotayInput inputs[] = {
  { "unit", SOTAY_STAFF_UNIT_ID, SOTAY_INPUT_UNIT, N_("The unit"), N_("ID") },
  { "name", SOTAY_STAFF_NAME, SOTAY_INPUT_TEXT, N_("The full name"), N_("NAME") },
  { "birth", SOTAY_STAFF_BIRTH, SOTAY_INPUT_BIRTH, N_("The year or date of birth"), N_("DATE") },
  { "position", SOTAY_STAFF_POSITION, SOTAY_INPUT_TEXT, N_("The position"), N_("TEXT") },
  { "employment", SOTAY_STAFF_EMPLOYMENT, SOTAY_INPUT_WORD,
    N_("The kind of employment: official, public, worker, part-time, neighbourhood or other"), N_("KIND"),
    "official|public|worker|part-time|neighbourhood|other" },
  { "level", SOTAY_STAFF_LEVEL, SOTAY_INPUT_LEVEL, N_("The level of the VNeID account"), "1|2|none" },
  { "activated", SOTAY_STAFF_ACTIVATED, SOTAY_INPUT_WORD, N_("Whether the VNeID account is in use"), "yes|no" },
  { "phone", SOTAY_STAFF_PHONE, SOTAY_INPUT_TEXT, N_("The telephone number"), N_("NUMBER") },
  { "code", SOTAY_STAFF_CODE, SOTAY_INPUT_TEXT, N_("The staff code"), N_("TEXT") },
  { "joined", SOTAY_STAFF_JOINED_ON, SOTAY_INPUT_DAY, N_("The first day at the unit"), N_("DATE") },
  { "left", SOTAY_STAFF_LEFT_ON, SOTAY_INPUT_DAY, N_("The day the person left"), N_("DATE") },
  { "trained", SOTAY_STAFF_TRAINED_ON, SOTAY_INPUT_DAY, N_("Trained since, set by hand beside the sessions"),
    N_("DATE") },
  { "passed", SOTAY_STAFF_PASSED_ON, SOTAY_INPUT_DAY, N_("Passed since, set by hand beside the practice"), N_("DATE") },
  { "reason", SOTAY_STAFF_REASON, SOTAY_INPUT_TEXT, N_("Why a day was set by hand"), N_("TEXT") },
  { "note", SOTAY_STAFF_NOTE, SOTAY_INPUT_TEXT, N_("A note"), N_("TEXT") },
  { NULL },
};

/* Returns NULL after telling the person which value cannot be used. */
static SotayStaff *
put_fields (SotayCli *cli, SotayStaff *staff, const SotayTyped *typed)
{
  g_autoptr (SotayStaff) result = g_object_ref (staff);
  g_autoptr (GPtrArray) values = g_ptr_array_new_with_free_func (g_free);

  g_ptr_array_set_size (values, SOTAY_STAFF_N_FIELDS);
  if (!sotay_inputs_fill (cli, inputs, typed, (char **) values->pdata))
    return NULL;
  for (guint i = 0; i < SOTAY_STAFF_N_FIELDS; i++)
    {
      SotayStaff *changed;

      if (values->pdata[i] == NULL)
        continue;
      changed = sotay_staff_with (result, i, values->pdata[i]);
      g_object_unref (result);
      result = changed;
    }
  return g_steal_pointer (&result);
}

static int
add (SotayCli *cli)
{
  g_auto (SotayTyped) typed = { { NULL }, { NULL } };
  g_auto (GStrv) arguments = sotay_inputs_parse (cli, inputs, &typed, NULL);
  g_autoptr (SotayStaff) empty = sotay_staff_new (NULL, "", "");
  g_autoptr (SotayStaff) staff = NULL;
  g_autoptr (SotayStep) step = NULL;
  g_autoptr (GError) error = NULL;

  if (arguments == NULL)
    return sotay_cli_get_status (cli);
  if (sotay_inputs_get (inputs, &typed, SOTAY_STAFF_UNIT_ID) == NULL
      || sotay_inputs_get (inputs, &typed, SOTAY_STAFF_NAME) == NULL)
    return sotay_cli_misuse (cli, _("--unit and --name are needed"));
  staff = put_fields (cli, empty, &typed);
  if (staff == NULL)
    return sotay_cli_get_status (cli);
  step = sotay_edit_add_staff (staff, &error);
  return sotay_cli_apply (cli, sotay_staff_get_id (staff), step, &error);
}

static int
edit (SotayCli *cli)
{
  g_auto (SotayTyped) typed = { { NULL }, { NULL } };
  g_auto (GStrv) arguments = sotay_inputs_parse (cli, inputs, &typed, NULL);
  g_autoptr (GPtrArray) people = NULL;
  g_autoptr (SotayStaff) after = NULL;
  g_autoptr (SotayStep) step = NULL;
  g_autoptr (GError) error = NULL;

  if (arguments == NULL)
    return sotay_cli_get_status (cli);
  if (sotay_typed_is_empty (&typed))
    return sotay_cli_misuse (cli, _("Nothing to change was given"));
  people = sotay_cli_find_staff (cli, arguments, &error);
  if (people == NULL)
    return sotay_cli_fail (cli, error);
  after = put_fields (cli, people->pdata[0], &typed);
  if (after == NULL)
    return sotay_cli_get_status (cli);
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
  people = sotay_cli_find_staff (cli, arguments, &error);
  if (people != NULL)
    belongings = sotay_store_list_belongings (sotay_cli_get_store (cli), (const char *const *) arguments, NULL, &error);
  if (belongings == NULL)
    return sotay_cli_fail (cli, error);
  step = sotay_edit_remove_staff (people, belongings);
  return sotay_cli_apply (cli, arguments[0], step, &error);
}

static int
mark_trained (SotayCli *cli)
{
  g_autofree char *date = NULL;
  g_autofree char *reason = NULL;
  gboolean passed = FALSE;
  const GOptionEntry options[] = {
    { "date", 0, 0, G_OPTION_ARG_STRING, &date, N_("The day they were trained on"), N_("YYYY-MM-DD") },
    { "passed", 0, 0, G_OPTION_ARG_NONE, &passed, N_("They also showed that they can use the utilities"), NULL },
    { "reason", 0, 0, G_OPTION_ARG_STRING, &reason, N_("Why they count without the sessions"), N_("TEXT") },
    G_OPTION_ENTRY_NULL,
  };
  g_auto (GStrv) arguments = sotay_cli_parse (cli, options);
  g_autoptr (GPtrArray) people = NULL;
  g_autoptr (SotayStep) step = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *sentence = NULL;
  guint marked;
  GDate day;

  if (arguments == NULL)
    return sotay_cli_get_status (cli);
  if (date == NULL)
    return sotay_cli_misuse (cli, _("--date is needed"));
  if (!sotay_cli_read_day (cli, "--date", date, &day))
    return sotay_cli_get_status (cli);
  people = sotay_cli_find_staff (cli, arguments, &error);
  if (people == NULL)
    return sotay_cli_fail (cli, error);
  step = sotay_edit_mark_trained (people, &day, passed, reason, &error);
  if (step == NULL || !sotay_store_apply (sotay_cli_get_store (cli), step, NULL, &error))
    return sotay_cli_fail (cli, error);
  marked = sotay_step_get_changes (step)->len;
  sentence = g_strdup_printf (ngettext ("%u person marked as trained", "%u people marked as trained", marked), marked);
  return sotay_cli_print_count (cli, "marked", marked, sentence);
}

const SotayVerb sotay_staff_edit_verbs[] = {
  { "staff add", "", N_("Add a person"), 0, 0, add },
  { "staff edit", N_("ID"), N_("Change a person; an empty value clears a field"), 1, 1, edit },
  { "staff remove", N_("ID…"), N_("Remove people"), 1, G_MAXUINT, remove_staff },
  { "staff mark-trained", N_("ID…"), N_("Mark people as trained"), 1, G_MAXUINT, mark_trained },
  { NULL },
};
