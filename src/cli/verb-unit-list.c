/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Showing the tree of units; verb-unit.c changes it. */
#include "cli/find.h"
#include "cli/record-output.h"
#include "cli/table.h"
#include "cli/verbs.h"
#include "register/progress.h"

#include <glib/gi18n-lib.h>

static const GOptionEntry no_options[] = { G_OPTION_ENTRY_NULL };

static const char *
describe_kind (SotayUnit *unit)
{
  static const char *const labels[] = {
    [SOTAY_UNIT_KIND_CITY] = N_("city or province"),
    [SOTAY_UNIT_KIND_WARD] = N_("ward or commune"),
    [SOTAY_UNIT_KIND_DEPARTMENT] = N_("department"),
    [SOTAY_UNIT_KIND_SCHOOL] = N_("school"),
    [SOTAY_UNIT_KIND_HEALTH] = N_("health station"),
    [SOTAY_UNIT_KIND_POLICE] = N_("police"),
    [SOTAY_UNIT_KIND_UNION] = N_("union or association"),
    [SOTAY_UNIT_KIND_OTHER] = N_("other"),
  };
  SotayUnitKind kind;

  return sotay_unit_kind_from_string (sotay_unit_get_field (unit, SOTAY_UNIT_KIND), &kind) ? _(labels[kind]) : NULL;
}

/* "merged into X on 01/7/2025"; empty for a unit that goes on. */
static char *
describe_ending (SotayUnit *unit, GHashTable *names)
{
  const char *successor = sotay_cli_get_name (names, sotay_unit_get_field (unit, SOTAY_UNIT_SUCCESSOR_ID));
  const char *closed_on = sotay_unit_get_field (unit, SOTAY_UNIT_CLOSED_ON);
  g_autofree char *day = sotay_cli_format_day (closed_on);
  SotayUnitEnding ending = SOTAY_UNIT_CLOSED;

  if (closed_on == NULL)
    return g_strdup ("");
  sotay_unit_ending_from_string (sotay_unit_get_field (unit, SOTAY_UNIT_ENDING), &ending);
  if (ending == SOTAY_UNIT_CLOSED || successor == NULL)
    return g_strdup_printf (_("closed on %s"), day);
  return ending == SOTAY_UNIT_MERGED ? g_strdup_printf (_("merged into %s on %s"), successor, day)
                                     : g_strdup_printf (_("renamed to %s on %s"), successor, day);
}

/* In the order of the tree of the window; units whose parent is not there, or that stand in a circle, at the top. */
static void
add_rows (SotayTable *table, SotayUnitProgress *part, GHashTable *names, guint depth)
{
  GListModel *children = sotay_unit_progress_get_children (part);

  for (guint i = 0; i < g_list_model_get_n_items (children); i++)
    {
      g_autoptr (SotayUnitProgress) child = g_list_model_get_item (children, i);
      SotayUnit *unit = sotay_unit_progress_get_unit (child);
      g_autofree char *name = g_strdup_printf ("%*s%s", (int) (2 * depth), "", sotay_unit_get_name (unit));
      g_autofree char *opened = sotay_cli_format_day (sotay_unit_get_field (unit, SOTAY_UNIT_OPENED_ON));
      g_autofree char *ending = describe_ending (unit, names);

      sotay_table_add (table, sotay_unit_get_id (unit), name, describe_kind (unit), opened, ending);
      add_rows (table, child, names, depth + 1);
    }
}

static int
print_table (GPtrArray *units)
{
  g_autoptr (GPtrArray) no_tallies = g_ptr_array_new ();
  g_autoptr (SotayUnitProgress) whole = sotay_progress_build (units, no_tallies);
  g_autoptr (GHashTable) names = sotay_cli_index_names (units);
  g_autoptr (SotayTable) table = sotay_table_new (5, 0);

  sotay_table_add (table, _("Id"), _("Unit"), _("Kind"), _("Opened"), _("Ended"));
  add_rows (table, whole, names, 0);
  sotay_table_print (table);
  return SOTAY_EXIT_DONE;
}

static int
print_units (SotayCli *cli, GPtrArray *units)
{
  static const SotayUnitField fields[] = { SOTAY_UNIT_KIND, SOTAY_UNIT_OPENED_ON, SOTAY_UNIT_CLOSED_ON,
                                           SOTAY_UNIT_ENDING };
  const SotayRecordShape *shape = sotay_record_shape (SOTAY_RECORD_UNIT);
  g_autoptr (JsonBuilder) json = json_builder_new ();

  json_builder_begin_array (json);
  for (guint i = 0; i < units->len; i++)
    {
      json_builder_begin_object (json);
      sotay_json_add_text (json, "id", sotay_unit_get_id (units->pdata[i]));
      sotay_json_add_text (json, "name", sotay_unit_get_name (units->pdata[i]));
      sotay_json_add_text (json, "parent", sotay_unit_get_parent_id (units->pdata[i]));
      for (gsize j = 0; j < G_N_ELEMENTS (fields); j++)
        sotay_json_add_text (json, shape->fields[fields[j]], sotay_unit_get_field (units->pdata[i], fields[j]));
      sotay_json_add_text (json, "successor", sotay_unit_get_field (units->pdata[i], SOTAY_UNIT_SUCCESSOR_ID));
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
  units = sotay_cli_list_units (cli, NULL, &error);
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

const SotayVerb sotay_unit_list_verbs[] = {
  { "unit list", "", N_("List the units"), 0, 0, list },
  { NULL },
};
