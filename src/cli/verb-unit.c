/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/apply.h"
#include "cli/table.h"
#include "cli/verbs.h"
#include "core/text.h"
#include "register/edit.h"
#include "register/progress.h"
#include "register/register-error.h"

#include <glib/gi18n-lib.h>

static const GOptionEntry no_options[] = { G_OPTION_ENTRY_NULL };

/* In the order of the tree of the window; units whose parent is not there, or that stand in a circle, at the top. */
static void
add_rows (SotayTable *table, SotayUnitProgress *part, guint depth)
{
  GListModel *children = sotay_unit_progress_get_children (part);

  for (guint i = 0; i < g_list_model_get_n_items (children); i++)
    {
      g_autoptr (SotayUnitProgress) child = g_list_model_get_item (children, i);
      SotayUnit *unit = sotay_unit_progress_get_unit (child);
      g_autofree char *name = g_strdup_printf ("%*s%s", (int) (2 * depth), "", sotay_unit_get_name (unit));

      sotay_table_add (table, sotay_unit_get_id (unit), name);
      add_rows (table, child, depth + 1);
    }
}

static int
print_table (GPtrArray *units)
{
  g_autoptr (GPtrArray) no_tallies = g_ptr_array_new ();
  g_autoptr (SotayUnitProgress) whole = sotay_progress_build (units, no_tallies);
  g_autoptr (SotayTable) table = sotay_table_new (2, 0);

  sotay_table_add (table, _("Id"), _("Unit"));
  add_rows (table, whole, 0);
  sotay_table_print (table);
  return SOTAY_EXIT_DONE;
}

static int
print_units (SotayCli *cli, GPtrArray *units)
{
  g_autoptr (JsonBuilder) json = json_builder_new ();

  json_builder_begin_array (json);
  for (guint i = 0; i < units->len; i++)
    {
      json_builder_begin_object (json);
      sotay_json_add_text (json, "id", sotay_unit_get_id (units->pdata[i]));
      sotay_json_add_text (json, "name", sotay_unit_get_name (units->pdata[i]));
      sotay_json_add_text (json, "parent", sotay_unit_get_parent_id (units->pdata[i]));
      json_builder_end_object (json);
    }
  json_builder_end_array (json);
  return sotay_cli_print_json (cli, json);
}

static int
list (SotayCli *cli)
{
  g_auto (GStrv) arguments = sotay_cli_parse (cli, no_options);
  g_autoptr (GPtrArray) units = NULL;
  g_autoptr (GError) error = NULL;

  if (arguments == NULL)
    return sotay_cli_get_status (cli);
  units = sotay_store_list_units (sotay_services_get_store (sotay_cli_get_services (cli)), NULL, &error);
  if (units == NULL)
    return sotay_cli_fail (cli, error);
  if (sotay_cli_wants_json (cli))
    return print_units (cli, units);
  if (units->len == 0)
    {
      g_print ("%s\n", _("There are no units yet. “sotay unit add NAME” adds one."));
      return SOTAY_EXIT_DONE;
    }
  return print_table (units);
}

static int
add (SotayCli *cli)
{
  g_autofree char *parent = NULL;
  const GOptionEntry options[] = {
    { "parent", 0, 0, G_OPTION_ARG_STRING, &parent, N_("The unit above it"), N_("ID") },
    G_OPTION_ENTRY_NULL,
  };
  g_auto (GStrv) arguments = sotay_cli_parse (cli, options);
  g_autoptr (GPtrArray) units = NULL;
  g_autoptr (SotayUnit) unit = NULL;
  g_autoptr (SotayStep) step = NULL;
  g_autofree char *name = NULL;
  g_autoptr (GError) error = NULL;

  if (arguments == NULL)
    return sotay_cli_get_status (cli);
  units = sotay_store_list_units (sotay_services_get_store (sotay_cli_get_services (cli)), NULL, &error);
  if (units == NULL || (parent != NULL && sotay_cli_find_unit (units, parent, &error) == NULL))
    return sotay_cli_fail (cli, error);
  name = sotay_text_tidy (arguments[0]);
  unit = sotay_unit_new (NULL, parent, name);
  step = sotay_edit_add_unit (unit, &error);
  return sotay_cli_apply (cli, sotay_unit_get_id (unit), step, &error);
}

static int
rename_unit (SotayCli *cli)
{
  g_auto (GStrv) arguments = sotay_cli_parse (cli, no_options);
  g_autoptr (GPtrArray) units = NULL;
  g_autoptr (SotayUnit) after = NULL;
  g_autoptr (SotayStep) step = NULL;
  g_autofree char *name = NULL;
  g_autoptr (GError) error = NULL;
  SotayUnit *before;

  if (arguments == NULL)
    return sotay_cli_get_status (cli);
  units = sotay_store_list_units (sotay_services_get_store (sotay_cli_get_services (cli)), NULL, &error);
  before = units != NULL ? sotay_cli_find_unit (units, arguments[0], &error) : NULL;
  if (before == NULL)
    return sotay_cli_fail (cli, error);
  name = sotay_text_tidy (arguments[1]);
  after = sotay_unit_new (arguments[0], sotay_unit_get_parent_id (before), name);
  step = sotay_edit_change_unit (before, after, units, &error);
  return sotay_cli_apply (cli, arguments[0], step, &error);
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
  store = sotay_services_get_store (sotay_cli_get_services (cli));
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

const SotayVerb sotay_unit_verbs[] = {
  { "unit list", "", N_("List the units"), 0, 0, list },
  { "unit add", N_("NAME"), N_("Add a unit"), 1, 1, add },
  { "unit rename", N_("ID NAME"), N_("Rename a unit"), 2, 2, rename_unit },
  { "unit remove", N_("ID"), N_("Remove a unit"), 1, 1, remove_unit },
  { NULL },
};
