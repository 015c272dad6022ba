/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Changing the tree of units; verb-unit-list.c shows it. */
#include "cli/apply.h"
#include "cli/find.h"
#include "cli/inputs.h"
#include "cli/verbs.h"
#include "register/edit-membership.h"
#include "register/edit.h"
#include "register/register-error.h"
#include "services/messages.h"

#include <glib/gi18n-lib.h>

#define KINDS "city|ward|department|school|health|police|union|other"
#define KIND_HELP N_("What kind of unit: city, ward, department, school, health, police, union or other")

static const GOptionEntry no_options[] = { G_OPTION_ENTRY_NULL };

static const SotayInput add_inputs[] = {
  { "parent", SOTAY_UNIT_PARENT_ID, SOTAY_INPUT_UNIT, N_("The unit above it"), N_("ID") },
  { "kind", SOTAY_UNIT_KIND, SOTAY_INPUT_WORD, KIND_HELP, N_("KIND"), KINDS },
  { "opened", SOTAY_UNIT_OPENED_ON, SOTAY_INPUT_DAY, N_("Its first day"), N_("DATE") },
  { NULL },
};

static const SotayInput edit_inputs[] = {
  { "name", SOTAY_UNIT_NAME, SOTAY_INPUT_TEXT, N_("Its name"), N_("NAME") },
  { "kind", SOTAY_UNIT_KIND, SOTAY_INPUT_WORD, KIND_HELP, N_("KIND"), KINDS },
  { "opened", SOTAY_UNIT_OPENED_ON, SOTAY_INPUT_DAY, N_("Its first day"), N_("DATE") },
  { NULL },
};

/* Returns NULL after telling the person which value cannot be used. */
static SotayUnit *
put_fields (SotayCli *cli, const SotayInput *inputs, const SotayTyped *typed, SotayUnit *unit)
{
  g_autoptr (SotayUnit) result = g_object_ref (unit);
  g_autoptr (GPtrArray) values = g_ptr_array_new_with_free_func (g_free);

  g_ptr_array_set_size (values, SOTAY_UNIT_N_FIELDS);
  if (!sotay_inputs_fill (cli, inputs, typed, (char **) values->pdata))
    return NULL;
  for (guint i = 0; i < SOTAY_UNIT_N_FIELDS; i++)
    {
      SotayUnit *changed;

      if (values->pdata[i] == NULL)
        continue;
      changed = sotay_unit_with (result, i, values->pdata[i]);
      g_object_unref (result);
      result = changed;
    }
  return g_steal_pointer (&result);
}

static int
add (SotayCli *cli)
{
  g_auto (SotayTyped) typed = { { NULL }, { NULL } };
  g_auto (GStrv) arguments = sotay_inputs_parse (cli, add_inputs, &typed, NULL);
  g_autoptr (SotayUnit) plain = NULL;
  g_autoptr (SotayUnit) unit = NULL;
  g_autoptr (SotayStep) step = NULL;
  g_autoptr (GError) error = NULL;

  if (arguments == NULL)
    return sotay_cli_get_status (cli);
  plain = sotay_unit_new (NULL, NULL, arguments[0]);
  unit = put_fields (cli, add_inputs, &typed, plain);
  if (unit == NULL)
    return sotay_cli_get_status (cli);
  step = sotay_edit_add_unit (unit, &error);
  return sotay_cli_apply (cli, sotay_unit_get_id (unit), step, &error);
}

/* Makes @field of the unit @id become @value. */
static int
change (SotayCli *cli, const char *id, SotayUnitField field, const char *value)
{
  g_autoptr (SotayUnit) after = NULL;
  g_autoptr (SotayStep) step = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) units = sotay_cli_list_units (cli, id, &error);
  SotayUnit *before = units != NULL ? sotay_cli_find_unit (units, id, &error) : NULL;

  if (before == NULL)
    return sotay_cli_fail (cli, error);
  after = sotay_unit_with (before, field, value);
  step = sotay_edit_change_unit (before, after, units, &error);
  return sotay_cli_apply (cli, id, step, &error);
}

static int
rename_unit (SotayCli *cli)
{
  g_auto (GStrv) arguments = sotay_cli_parse (cli, no_options);

  if (arguments == NULL)
    return sotay_cli_get_status (cli);
  return change (cli, arguments[0], SOTAY_UNIT_NAME, arguments[1]);
}

static int
edit (SotayCli *cli)
{
  g_auto (SotayTyped) typed = { { NULL }, { NULL } };
  g_auto (GStrv) arguments = sotay_inputs_parse (cli, edit_inputs, &typed, NULL);
  g_autoptr (GPtrArray) units = NULL;
  g_autoptr (SotayUnit) after = NULL;
  g_autoptr (SotayStep) step = NULL;
  g_autoptr (GError) error = NULL;
  SotayUnit *before;

  if (arguments == NULL)
    return sotay_cli_get_status (cli);
  if (sotay_typed_is_empty (&typed))
    return sotay_cli_misuse (cli, _("Nothing to change was given"));
  units = sotay_cli_list_units (cli, arguments[0], &error);
  before = units != NULL ? sotay_cli_find_unit (units, arguments[0], &error) : NULL;
  if (before == NULL)
    return sotay_cli_fail (cli, error);
  after = put_fields (cli, edit_inputs, &typed, before);
  if (after == NULL)
    return sotay_cli_get_status (cli);
  step = sotay_edit_change_unit (before, after, units, &error);
  return sotay_cli_apply (cli, arguments[0], step, &error);
}

static int
move (SotayCli *cli)
{
  g_autofree char *to = NULL;
  gboolean top = FALSE;
  const GOptionEntry options[] = {
    { "to", 0, 0, G_OPTION_ARG_STRING, &to, N_("The unit that it is to stand below"), N_("ID") },
    { "top", 0, 0, G_OPTION_ARG_NONE, &top, N_("To the top of the tree"), NULL },
    G_OPTION_ENTRY_NULL,
  };
  g_auto (GStrv) arguments = sotay_cli_parse (cli, options);
  g_autoptr (GPtrArray) units = NULL;
  g_autoptr (GError) error = NULL;

  if (arguments == NULL)
    return sotay_cli_get_status (cli);
  if ((to != NULL) == top)
    return sotay_cli_misuse (cli, _("Either --to or --top is needed"));
  units = sotay_cli_list_units (cli, to, &error);
  if (units == NULL)
    return sotay_cli_fail (cli, error);
  return change (cli, arguments[0], SOTAY_UNIT_PARENT_ID, to);
}

static gboolean
has_units_below (GPtrArray *units, const char *id)
{
  for (guint i = 0; i < units->len; i++)
    if (g_strcmp0 (sotay_unit_get_parent_id (units->pdata[i]), id) == 0)
      return TRUE;
  return FALSE;
}

/* Everyone of the unit and of the units below it, trained or not, in the service or not. */
static GPtrArray *
list_staff (SotayStore *store, const char *unit_id, GError **error)
{
  g_autoptr (SotayStaffQuery) query = sotay_staff_query_new (unit_id, SOTAY_STAFF_ALL, NULL, NULL);

  return sotay_store_list_staff (store, query, 0, 0, NULL, error);
}

static int
remove_unit (SotayCli *cli)
{
  gboolean with_staff = FALSE;
  const GOptionEntry options[] = {
    { "with-staff", 0, 0, G_OPTION_ARG_NONE, &with_staff, N_("Also its staff and the units below it"), NULL },
    G_OPTION_ENTRY_NULL,
  };
  g_auto (GStrv) arguments = sotay_cli_parse (cli, options);
  SotayStore *store;
  g_autoptr (GPtrArray) units = NULL;
  g_autoptr (GPtrArray) staff = NULL;
  g_autoptr (SotayStep) step = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) belongings = NULL;
  g_auto (GStrv) ids = NULL;
  SotayUnit *unit;

  if (arguments == NULL)
    return sotay_cli_get_status (cli);
  store = sotay_cli_get_store (cli);
  units = sotay_store_list_units (store, NULL, &error);
  unit = units != NULL ? sotay_cli_find_unit (units, arguments[0], &error) : NULL;
  if (unit != NULL)
    staff = list_staff (store, arguments[0], &error);
  if (staff == NULL)
    return sotay_cli_fail (cli, error);
  if (!with_staff && (staff->len > 0 || has_units_below (units, arguments[0])))
    {
      g_set_error_literal (&error, SOTAY_REGISTER_ERROR, SOTAY_REGISTER_ERROR_NOT_EMPTY, sotay_unit_get_name (unit));
      return sotay_cli_fail (cli, error);
    }
  ids = sotay_edit_list_ids (unit, units, staff);
  belongings = sotay_store_list_belongings (store, (const char *const *) ids, NULL, &error);
  if (belongings == NULL)
    return sotay_cli_fail (cli, error);
  step = sotay_edit_remove_unit (unit, units, staff, belongings);
  return sotay_cli_apply (cli, arguments[0], step, &error);
}

/* What was typed for "unit end". */
typedef struct
{
  char *on;
  char *merged_into;
  char *renamed_as;
  gboolean closed;
} Ending;

static void
clear_ending (Ending *ending)
{
  g_free (ending->on);
  g_free (ending->merged_into);
  g_free (ending->renamed_as);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Ending, clear_ending)

static char **
parse_ending (SotayCli *cli, Ending *ending)
{
  const GOptionEntry options[] = {
    { "on", 0, 0, G_OPTION_ARG_STRING, &ending->on, N_("The first day on which it is no more"), N_("DATE") },
    { "merged-into", 0, 0, G_OPTION_ARG_STRING, &ending->merged_into, N_("The unit that takes over its staff"),
      N_("ID") },
    { "renamed-as", 0, 0, G_OPTION_ARG_STRING, &ending->renamed_as, N_("It goes on under this name"), N_("NAME") },
    { "closed", 0, 0, G_OPTION_ARG_NONE, &ending->closed, N_("It is closed, and its staff leave"), NULL },
    G_OPTION_ENTRY_NULL,
  };
  char **arguments = sotay_cli_parse (cli, options);

  if (arguments == NULL
      || (ending->on != NULL
          && (ending->merged_into != NULL) + (ending->renamed_as != NULL) + (ending->closed != FALSE) == 1))
    return arguments;
  sotay_cli_misuse (cli, _("--on is needed, and one of --merged-into, --renamed-as and --closed"));
  g_strfreev (arguments);
  return NULL;
}

/* The unit that follows @unit; NULL in @successor for one that is closed. */
static gboolean
find_successor (SotayUnit *unit, const Ending *ending, GPtrArray *units, SotayUnit **successor, GError **error)
{
  g_autoptr (SotayUnit) renamed = NULL;
  SotayUnit *found = NULL;

  if (ending->merged_into != NULL)
    {
      found = sotay_cli_find_unit (units, ending->merged_into, error);
      *successor = found != NULL ? g_object_ref (found) : NULL;
      return found != NULL;
    }
  if (ending->renamed_as == NULL)
    return TRUE;
  renamed = sotay_unit_new (NULL, sotay_unit_get_parent_id (unit), ending->renamed_as);
  *successor = sotay_unit_with (renamed, SOTAY_UNIT_KIND, sotay_unit_get_field (unit, SOTAY_UNIT_KIND));
  return TRUE;
}

/* Returns NULL with an error. */
static SotayStep *
make_end (SotayStore *store, SotayUnit *unit, const Ending *ending, SotayUnit *successor, const GDate *day,
          GPtrArray *units, GError **error)
{
  SotayUnitEnding kind = ending->merged_into != NULL ? SOTAY_UNIT_MERGED
                         : ending->renamed_as != NULL ? SOTAY_UNIT_RENAMED
                                                      : SOTAY_UNIT_CLOSED;
  g_autoptr (GPtrArray) staff = list_staff (store, sotay_unit_get_id (unit), error);
  g_autoptr (GPtrArray) belongings = NULL;
  g_auto (GStrv) ids = NULL;

  if (staff == NULL)
    return NULL;
  ids = sotay_edit_list_ids (unit, units, staff);
  belongings = sotay_store_list_belongings (store, (const char *const *) ids, NULL, error);
  if (belongings == NULL)
    return NULL;
  return sotay_edit_end_unit (unit, kind, successor, day, units, staff, belongings, error);
}

/* As sotay_cli_print_id() does, and the unit that follows. */
static int
print_ended (SotayCli *cli, const char *id, SotayUnit *successor, SotayStep *step)
{
  g_autoptr (JsonBuilder) json = json_builder_new ();
  g_autofree char *sentence = sotay_describe_step (step);

  if (!sotay_cli_wants_json (cli))
    return sotay_cli_print_id (cli, id, sentence);
  json_builder_begin_object (json);
  sotay_json_add_text (json, "id", id);
  sotay_json_add_text (json, "successor", successor != NULL ? sotay_unit_get_id (successor) : NULL);
  json_builder_end_object (json);
  return sotay_cli_print_json (cli, json);
}

static int
end (SotayCli *cli)
{
  g_auto (Ending) ending = { NULL };
  g_auto (GStrv) arguments = parse_ending (cli, &ending);
  SotayStore *store = sotay_cli_get_store (cli);
  g_autoptr (GPtrArray) units = NULL;
  g_autoptr (SotayUnit) successor = NULL;
  g_autoptr (SotayStep) step = NULL;
  g_autoptr (GError) error = NULL;
  SotayUnit *unit;
  GDate day;

  if (arguments == NULL || !sotay_cli_read_day (cli, "--on", ending.on, &day))
    return sotay_cli_get_status (cli);
  units = sotay_store_list_units (store, NULL, &error);
  unit = units != NULL ? sotay_cli_find_unit (units, arguments[0], &error) : NULL;
  if (unit == NULL || !find_successor (unit, &ending, units, &successor, &error))
    return sotay_cli_fail (cli, error);
  step = make_end (store, unit, &ending, successor, &day, units, &error);
  if (step == NULL || !sotay_store_apply (store, step, NULL, &error))
    return sotay_cli_fail (cli, error);
  return print_ended (cli, arguments[0], successor, step);
}

const SotayVerb sotay_unit_verbs[] = {
  { "unit add", N_("NAME"), N_("Add a unit"), 1, 1, add },
  { "unit rename", N_("ID NAME"), N_("Rename a unit"), 2, 2, rename_unit },
  { "unit edit", N_("ID"), N_("Change a unit; an empty value clears a field"), 1, 1, edit },
  { "unit move", N_("ID"), N_("Move a unit within the tree"), 1, 1, move },
  { "unit end", N_("ID"), N_("End a unit on a day: merged, renamed or closed"), 1, 1, end },
  { "unit remove", N_("ID"), N_("Remove a unit"), 1, 1, remove_unit },
  { NULL },
};
