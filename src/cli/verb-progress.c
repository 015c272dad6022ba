/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/table.h"
#include "cli/verbs.h"
#include "core/dates.h"
#include "core/numbers.h"
#include "register/progress.h"
#include "register/register-error.h"

#include <glib/gi18n-lib.h>

/* In percent with two decimals; null when nobody is due. */
static void
write_percent (JsonBuilder *json, guint trained, guint due)
{
  json_builder_set_member_name (json, "percent");
  if (due == 0)
    {
      json_builder_add_null_value (json);
      return;
    }
  json_builder_add_double_value (json, sotay_percent_hundredths (trained, due) / 100.0);
}

static void
write_figures (JsonBuilder *json, SotayUnitProgress *part)
{
  guint due = sotay_unit_progress_get_due (part);
  guint trained = sotay_unit_progress_get_trained (part);

  sotay_json_add_number (json, "due", due);
  sotay_json_add_number (json, "trained", trained);
  sotay_json_add_number (json, "passed", sotay_unit_progress_get_passed (part));
  write_percent (json, trained, due);
}

/* The units below @part, each followed by those below it. */
static void
write_units (JsonBuilder *json, SotayUnitProgress *part)
{
  GListModel *children = sotay_unit_progress_get_children (part);

  for (guint i = 0; i < g_list_model_get_n_items (children); i++)
    {
      g_autoptr (SotayUnitProgress) child = g_list_model_get_item (children, i);
      SotayUnit *unit = sotay_unit_progress_get_unit (child);

      json_builder_begin_object (json);
      sotay_json_add_text (json, "id", sotay_unit_get_id (unit));
      sotay_json_add_text (json, "name", sotay_unit_get_name (unit));
      sotay_json_add_text (json, "parent", sotay_unit_get_parent_id (unit));
      write_figures (json, child);
      json_builder_end_object (json);
      write_units (json, child);
    }
}

static int
print_json (SotayCli *cli, SotayUnitProgress *whole)
{
  g_autoptr (JsonBuilder) json = json_builder_new ();

  json_builder_begin_object (json);
  write_figures (json, whole);
  json_builder_set_member_name (json, "units");
  json_builder_begin_array (json);
  write_units (json, whole);
  json_builder_end_array (json);
  json_builder_end_object (json);
  return sotay_cli_print_json (cli, json);
}

static void
add_row (SotayTable *table, const char *name, guint depth, SotayUnitProgress *part)
{
  guint due = sotay_unit_progress_get_due (part);
  guint trained = sotay_unit_progress_get_trained (part);
  g_autofree char *indented = g_strdup_printf ("%*s%s", (int) (2 * depth), "", name);
  g_autofree char *due_text = sotay_number_format (due);
  g_autofree char *trained_text = sotay_number_format (trained);
  g_autofree char *passed_text = sotay_number_format (sotay_unit_progress_get_passed (part));
  g_autofree char *percent = sotay_percent_format (trained, due);

  sotay_table_add (table, indented, due_text, trained_text, passed_text, percent);
}

static void
add_rows (SotayTable *table, SotayUnitProgress *part, guint depth)
{
  GListModel *children = sotay_unit_progress_get_children (part);

  for (guint i = 0; i < g_list_model_get_n_items (children); i++)
    {
      g_autoptr (SotayUnitProgress) child = g_list_model_get_item (children, i);

      add_row (table, sotay_unit_get_name (sotay_unit_progress_get_unit (child)), depth, child);
      add_rows (table, child, depth + 1);
    }
}

static int
print_table (SotayUnitProgress *part)
{
  /* Every column but the first holds figures. */
  g_autoptr (SotayTable) table = sotay_table_new (5, ~1u);
  SotayUnit *unit = sotay_unit_progress_get_unit (part);

  sotay_table_add (table, _("Unit"), _("Due"), _("Trained"), _("Passed"), "%");
  add_row (table, unit != NULL ? sotay_unit_get_name (unit) : _("All"), 0, part);
  add_rows (table, part, 1);
  sotay_table_print (table);
  return SOTAY_EXIT_DONE;
}

static int
run (SotayCli *cli)
{
  g_autofree char *unit = NULL;
  g_autofree char *as_of = NULL;
  const GOptionEntry options[] = {
    { "unit", 0, 0, G_OPTION_ARG_STRING, &unit, N_("Only this unit and the units below it"), N_("ID") },
    { "as-of", 0, 0, G_OPTION_ARG_STRING, &as_of, N_("As it stood on this day; today otherwise"), N_("DATE") },
    G_OPTION_ENTRY_NULL,
  };
  g_auto (GStrv) arguments = sotay_cli_parse (cli, options);
  GDate day = sotay_date_today ();
  g_autoptr (SotayUnitProgress) whole = NULL;
  g_autoptr (GError) error = NULL;
  SotayUnitProgress *part;

  if (arguments == NULL)
    return sotay_cli_get_status (cli);
  if (as_of != NULL && !sotay_cli_read_day (cli, "--as-of", as_of, &day))
    return sotay_cli_get_status (cli);
  whole = sotay_progress_load (sotay_services_get_store (sotay_cli_get_services (cli)), &day, NULL, &error);
  if (whole == NULL)
    return sotay_cli_fail (cli, error);
  part = unit != NULL ? sotay_progress_find (whole, unit) : whole;
  if (part == NULL)
    {
      g_set_error_literal (&error, SOTAY_REGISTER_ERROR, SOTAY_REGISTER_ERROR_NOT_FOUND, unit);
      return sotay_cli_fail (cli, error);
    }
  return sotay_cli_wants_json (cli) ? print_json (cli, part) : print_table (part);
}

const SotayVerb sotay_progress_verbs[] = {
  { "progress", "", N_("Tell how many are due, trained and passed, by unit"), 0, 0, run },
  { NULL },
};
