/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/record-output.h"

#include "cli/find.h"
#include "core/dates.h"
#include "register/employment.h"
#include "register/utilities.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define MOST_MORE 4

void
sotay_record_filter_clear (SotayRecordFilter *filter)
{
  g_clear_pointer (&filter->unit, g_free);
  g_clear_pointer (&filter->month, g_free);
}

char **
sotay_record_filter_parse (SotayCli *cli, SotayRecordFilter *filter, const GOptionEntry *more)
{
  GOptionEntry options[3 + MOST_MORE + 1] = {
    { "unit", 0, 0, G_OPTION_ARG_STRING, &filter->unit, N_("Only this unit and the units below it"), N_("ID") },
    { "month", 0, 0, G_OPTION_ARG_STRING, &filter->month, N_("Only this month"), N_("YYYY-MM") },
    { "limit", 0, 0, G_OPTION_ARG_INT, &filter->limit, N_("At most so many; 0 for all"), N_("NUMBER") },
    G_OPTION_ENTRY_NULL,
  };
  char **arguments;

  for (guint i = 0; more != NULL && more[i].long_name != NULL; i++)
    {
      g_assert (i < MOST_MORE);
      options[3 + i] = more[i];
    }
  arguments = sotay_cli_parse (cli, options);
  if (arguments == NULL || filter->limit >= 0)
    return arguments;
  sotay_cli_misuse (cli, _("The limit is a number from 1; 0 for all"));
  g_strfreev (arguments);
  return NULL;
}

char *
sotay_cli_read_month (const char *typed)
{
  g_autofree char *iso_first = g_strconcat (typed, "-01", NULL);
  g_autofree char *first = g_strconcat ("1/", typed, NULL);
  GDate today = sotay_date_today ();
  g_autofree char *iso = NULL;
  GDate day;

  if (!sotay_date_parse_iso (iso_first, &day) && !sotay_date_parse (first, &today, &day))
    return NULL;
  iso = sotay_date_to_iso (&day);
  return g_strndup (iso, strlen ("2024-03"));
}

static gboolean
is_wanted (SotayRecord *record, guint unit_field, guint day_field, GHashTable *below, const char *month)
{
  const char *unit_id = sotay_record_get (record, unit_field);
  const char *day = sotay_record_get (record, day_field);

  if (below != NULL && (unit_id == NULL || !g_hash_table_contains (below, unit_id)))
    return FALSE;
  return month == NULL || (day != NULL && g_str_has_prefix (day, month));
}

static GPtrArray *
list_wanted (SotayCli *cli, SotayRecordKind kind, guint unit_field, guint day_field, GHashTable *below,
             const char *month)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) records = sotay_store_list_records (sotay_cli_get_store (cli), kind, -1, NULL, NULL, &error);
  g_autoptr (GPtrArray) wanted = g_ptr_array_new_with_free_func (g_object_unref);

  if (records == NULL)
    {
      sotay_cli_fail (cli, error);
      return NULL;
    }
  for (guint i = records->len; i > 0; i--)
    if (is_wanted (records->pdata[i - 1], unit_field, day_field, below, month))
      g_ptr_array_add (wanted, g_object_ref (records->pdata[i - 1]));
  return g_steal_pointer (&wanted);
}

GPtrArray *
sotay_cli_list_records (SotayCli *cli, SotayRecordKind kind, guint unit_field, guint day_field,
                        const SotayRecordFilter *filter, GPtrArray **units)
{
  g_autofree char *month = filter->month != NULL ? sotay_cli_read_month (filter->month) : NULL;
  g_autoptr (GHashTable) below = NULL;
  g_autoptr (GError) error = NULL;

  if (filter->month != NULL && month == NULL)
    {
      g_autofree char *reason = g_strdup_printf (_("“%s” is not a month (write 2024-03)"), filter->month);

      sotay_cli_misuse (cli, reason);
      return NULL;
    }
  *units = sotay_cli_list_units (cli, filter->unit, &error);
  if (*units == NULL)
    {
      sotay_cli_fail (cli, error);
      return NULL;
    }
  below = filter->unit != NULL ? sotay_cli_list_below (*units, filter->unit) : NULL;
  return list_wanted (cli, kind, unit_field, day_field, below, month);
}

void
sotay_record_filter_cut (const SotayRecordFilter *filter, GPtrArray *records)
{
  if (filter->limit > 0 && records->len > (guint) filter->limit)
    g_ptr_array_set_size (records, filter->limit);
}

void
sotay_json_add_id (JsonBuilder *json, SotayRecord *record)
{
  sotay_json_add_text (json, "id", sotay_record_get_id (record));
}

void
sotay_json_add_field (JsonBuilder *json, SotayRecord *record, guint field)
{
  const SotayRecordShape *shape = sotay_record_shape (sotay_record_get_kind (record));

  sotay_json_add_text (json, shape->fields[field], sotay_record_get (record, field));
}

void
sotay_json_add_unit (JsonBuilder *json, const char *unit_id, GHashTable *names)
{
  sotay_json_add_text (json, "unit", unit_id);
  sotay_json_add_text (json, "unit_name", sotay_cli_get_name (names, unit_id));
}

void
sotay_json_add_parts (JsonBuilder *json, const char *name, const char *text, const char *separator)
{
  g_auto (GStrv) parts = g_strsplit (text != NULL ? text : "", separator, -1);

  json_builder_set_member_name (json, name);
  json_builder_begin_array (json);
  for (guint i = 0; parts[i] != NULL; i++)
    json_builder_add_string_value (json, parts[i]);
  json_builder_end_array (json);
}

char *
sotay_cli_format_day (const char *iso)
{
  return iso != NULL ? sotay_date_format_iso (iso) : g_strdup ("");
}

char *
sotay_cli_format_utilities (const char *text)
{
  guint set;

  if (text == NULL || !sotay_utilities_parse (text, &set))
    return g_strdup ("");
  return set == SOTAY_ALL_UTILITIES ? g_strdup (_("all 16")) : sotay_utilities_format (set);
}

const char *
sotay_cli_describe_employment (const char *word)
{
  static const char *const labels[] = {
    [SOTAY_EMPLOYMENT_OFFICIAL] = N_("officials"),
    [SOTAY_EMPLOYMENT_PUBLIC] = N_("public employees"),
    [SOTAY_EMPLOYMENT_WORKER] = N_("workers on a contract"),
    [SOTAY_EMPLOYMENT_PART_TIME] = N_("part-time workers of the ward"),
    [SOTAY_EMPLOYMENT_NEIGHBOURHOOD] = N_("neighbourhood groups"),
    [SOTAY_EMPLOYMENT_OTHER] = N_("others"),
  };
  SotayEmployment employment;

  return sotay_employment_from_string (word, &employment) ? _(labels[employment]) : word;
}

void
sotay_cli_print_line (const char *label, const char *value)
{
  g_auto (GStrv) lines = NULL;

  if (value == NULL || *value == '\0')
    return;
  lines = g_strsplit (value, "\n", -1);
  g_print ("%s: %s\n", label, lines[0]);
  for (guint i = 1; lines[i] != NULL; i++)
    g_print ("  %s\n", lines[i]);
}

int
sotay_cli_print_count (SotayCli *cli, const char *name, guint count, const char *sentence)
{
  g_autoptr (JsonBuilder) json = json_builder_new ();

  if (!sotay_cli_wants_json (cli))
    {
      g_print ("%s\n", sentence);
      return SOTAY_EXIT_DONE;
    }
  json_builder_begin_object (json);
  sotay_json_add_number (json, name, count);
  json_builder_end_object (json);
  return sotay_cli_print_json (cli, json);
}
