/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/find.h"
#include "cli/table.h"
#include "cli/verbs.h"
#include "core/dates.h"
#include "core/numbers.h"
#include "register/progress.h"
#include "register/register-error.h"

#include <glib/gi18n-lib.h>

#define MOST_MONTHS 120

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
write_numbers (JsonBuilder *json, guint due, guint trained, guint passed)
{
  sotay_json_add_number (json, "due", due);
  sotay_json_add_number (json, "trained", trained);
  sotay_json_add_number (json, "passed", passed);
  write_percent (json, trained, due);
}

static void
write_figures (JsonBuilder *json, SotayUnitProgress *part)
{
  write_numbers (json, sotay_unit_progress_get_due (part), sotay_unit_progress_get_trained (part),
                 sotay_unit_progress_get_passed (part));
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
add_figures (SotayTable *table, const char *label, guint due, guint trained, guint passed)
{
  g_autofree char *due_text = sotay_number_format (due);
  g_autofree char *trained_text = sotay_number_format (trained);
  g_autofree char *passed_text = sotay_number_format (passed);
  g_autofree char *percent = sotay_percent_format (trained, due);

  sotay_table_add (table, label, due_text, trained_text, passed_text, percent);
}

static void
add_row (SotayTable *table, const char *name, guint depth, SotayUnitProgress *part)
{
  g_autofree char *indented = g_strdup_printf ("%*s%s", (int) (2 * depth), "", name);

  add_figures (table, indented, sotay_unit_progress_get_due (part), sotay_unit_progress_get_trained (part),
               sotay_unit_progress_get_passed (part));
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
print_trend (SotayCli *cli, const char *unit_id, const GDate *last, guint n_months)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) points = sotay_store_list_trend (sotay_cli_get_store (cli), unit_id,
                                                      last, n_months, NULL, &error);
  g_autoptr (JsonBuilder) json = json_builder_new ();
  /* Every column but the first holds figures. */
  g_autoptr (SotayTable) table = sotay_table_new (5, ~1u);

  if (points == NULL)
    return sotay_cli_fail (cli, error);
  sotay_table_add (table, _("Day"), _("Due"), _("Trained"), _("Passed"), "%");
  json_builder_begin_array (json);
  for (guint i = 0; i < points->len; i++)
    {
      const SotayTrendPoint *point = &g_array_index (points, SotayTrendPoint, i);
      g_autofree char *iso = sotay_date_to_iso (&point->day);
      g_autofree char *day = sotay_date_format (&point->day);

      json_builder_begin_object (json);
      sotay_json_add_text (json, "date", iso);
      write_numbers (json, point->due, point->trained, point->passed);
      json_builder_end_object (json);
      add_figures (table, day, point->due, point->trained, point->passed);
    }
  json_builder_end_array (json);
  if (sotay_cli_wants_json (cli))
    return sotay_cli_print_json (cli, json);
  sotay_table_print (table);
  return SOTAY_EXIT_DONE;
}

static int
print_part (SotayCli *cli, SotayUnitProgress *whole, const char *unit_id)
{
  SotayUnitProgress *part = unit_id != NULL ? sotay_progress_find (whole, unit_id) : whole;
  g_autoptr (GError) error = NULL;

  if (part != NULL)
    return sotay_cli_wants_json (cli) ? print_json (cli, part) : print_table (part);
  g_set_error_literal (&error, SOTAY_REGISTER_ERROR, SOTAY_REGISTER_ERROR_NOT_FOUND, unit_id);
  return sotay_cli_fail (cli, error);
}

static int
run (SotayCli *cli)
{
  g_autofree char *unit = NULL;
  g_autofree char *as_of = NULL;
  int trend = 0;
  const GOptionEntry options[] = {
    { "unit", 0, 0, G_OPTION_ARG_STRING, &unit, N_("Only this unit and the units below it"), N_("ID") },
    { "as-of", 0, 0, G_OPTION_ARG_STRING, &as_of, N_("As it stood on this day; today otherwise"), N_("DATE") },
    { "trend", 0, 0, G_OPTION_ARG_INT, &trend, N_("The figures of so many months instead, month by month"),
      N_("MONTHS") },
    G_OPTION_ENTRY_NULL,
  };
  g_auto (GStrv) arguments = sotay_cli_parse (cli, options);
  GDate day = sotay_date_today ();
  g_autoptr (SotayUnitProgress) whole = NULL;
  g_autoptr (GPtrArray) units = NULL;
  g_autoptr (GError) error = NULL;

  if (arguments == NULL)
    return sotay_cli_get_status (cli);
  if (as_of != NULL && !sotay_cli_read_day (cli, "--as-of", as_of, &day))
    return sotay_cli_get_status (cli);
  if (trend < 0 || trend > MOST_MONTHS)
    return sotay_cli_misuse (cli, _("--trend takes 1 to 120 months"));
  if (trend != 0)
    {
      units = sotay_cli_list_units (cli, unit, &error);
      return units != NULL ? print_trend (cli, unit, &day, (guint) trend) : sotay_cli_fail (cli, error);
    }
  whole = sotay_progress_load (sotay_cli_get_store (cli), &day, NULL, &error);
  return whole != NULL ? print_part (cli, whole, unit) : sotay_cli_fail (cli, error);
}

const SotayVerb sotay_progress_verbs[] = {
  { "progress", "", N_("Tell how many are due, trained and passed, by unit"), 0, 0, run },
  { NULL },
};
