/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The matrix of people and utilities; verb-practice.c changes it. */
#include "cli/find.h"
#include "cli/record-output.h"
#include "cli/table.h"
#include "cli/verbs.h"
#include "register/practice.h"
#include "register/utilities.h"

#include <glib/gi18n-lib.h>

/* Read aloud and printed without colours, each still differs from the others. */
static const char *const signs[] = {
  [SOTAY_PRACTICE_TAUGHT] = "○",
  [SOTAY_PRACTICE_PRACTISED] = "◐",
  [SOTAY_PRACTICE_FLUENT] = "●",
};

static const char *const labels[] = {
  [SOTAY_PRACTICE_TAUGHT] = N_("taught"),
  [SOTAY_PRACTICE_PRACTISED] = N_("practised"),
  [SOTAY_PRACTICE_FLUENT] = N_("fluent"),
};

/* The practice of @staff, by its record's id: "STAFF/U5". */
static GHashTable *
index_practice (SotayCli *cli, GPtrArray *staff, GError **error)
{
  g_autoptr (GHashTable) marks = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_object_unref);
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();
  g_autoptr (GPtrArray) records = NULL;

  for (guint i = 0; i < staff->len; i++)
    g_ptr_array_add (ids, (gpointer) sotay_staff_get_id (staff->pdata[i]));
  g_ptr_array_add (ids, NULL);
  records = sotay_store_list_records (sotay_cli_get_store (cli), SOTAY_RECORD_PRACTICE, SOTAY_PRACTICE_STAFF_ID,
                                      (const char *const *) ids->pdata, NULL, error);
  if (records == NULL)
    return NULL;
  for (guint i = 0; i < records->len; i++)
    g_hash_table_insert (marks, (gpointer) sotay_record_get_id (records->pdata[i]), g_object_ref (records->pdata[i]));
  return g_steal_pointer (&marks);
}

/* A person's mark in a utility, 1 to 16, or NULL. */
static SotayRecord *
find_mark (GHashTable *marks, SotayStaff *person, guint utility)
{
  g_autofree char *id = g_strdup_printf ("%s/U%u", sotay_staff_get_id (person), utility);

  return g_hash_table_lookup (marks, id);
}

static void
write_person (JsonBuilder *json, SotayStaff *person, GHashTable *names)
{
  sotay_json_add_text (json, "id", sotay_staff_get_id (person));
  sotay_json_add_text (json, "name", sotay_staff_get_name (person));
  sotay_json_add_unit (json, sotay_staff_get_unit_id (person), names);
}

static void
write_levels (JsonBuilder *json, SotayStaff *person, GHashTable *marks)
{
  json_builder_set_member_name (json, "levels");
  json_builder_begin_object (json);
  for (guint utility = 1; utility <= SOTAY_N_UTILITIES; utility++)
    {
      SotayRecord *mark = find_mark (marks, person, utility);
      g_autofree char *name = g_strdup_printf ("U%u", utility);

      sotay_json_add_text (json, name, mark != NULL ? sotay_record_get (mark, SOTAY_PRACTICE_LEVEL) : NULL);
    }
  json_builder_end_object (json);
}

static int
print_matrix_json (SotayCli *cli, GPtrArray *staff, GHashTable *marks, GHashTable *names)
{
  g_autoptr (JsonBuilder) json = json_builder_new ();

  json_builder_begin_array (json);
  for (guint i = 0; i < staff->len; i++)
    {
      json_builder_begin_object (json);
      write_person (json, staff->pdata[i], names);
      write_levels (json, staff->pdata[i], marks);
      json_builder_end_object (json);
    }
  json_builder_end_array (json);
  return sotay_cli_print_json (cli, json);
}

static const char *
get_sign (SotayRecord *mark)
{
  SotayPracticeLevel level;

  if (mark == NULL || !sotay_practice_level_from_string (sotay_record_get (mark, SOTAY_PRACTICE_LEVEL), &level))
    return "·";
  return signs[level];
}

static int
print_matrix (GPtrArray *staff, GHashTable *marks)
{
  g_autoptr (SotayTable) table = sotay_table_new (2 + SOTAY_N_UTILITIES, 0);
  char heads[SOTAY_N_UTILITIES][4];
  const char *cells[2 + SOTAY_N_UTILITIES] = { _("Id"), _("Name") };

  for (guint i = 0; i < SOTAY_N_UTILITIES; i++)
    {
      g_snprintf (heads[i], sizeof heads[i], "U%u", i + 1);
      cells[2 + i] = heads[i];
    }
  sotay_table_add_cells (table, cells);
  for (guint i = 0; i < staff->len; i++)
    {
      cells[0] = sotay_staff_get_id (staff->pdata[i]);
      cells[1] = sotay_staff_get_name (staff->pdata[i]);
      for (guint j = 0; j < SOTAY_N_UTILITIES; j++)
        cells[2 + j] = get_sign (find_mark (marks, staff->pdata[i], j + 1));
      sotay_table_add_cells (table, cells);
    }
  sotay_table_print (table);
  for (guint level = 0; level < SOTAY_PRACTICE_LEVEL_N; level++)
    g_print ("%s %s  ", signs[level], _(labels[level]));
  g_print ("· %s\n", _("not yet"));
  return SOTAY_EXIT_DONE;
}

static int
list (SotayCli *cli)
{
  g_autofree char *unit = NULL;
  int limit = 0;
  const GOptionEntry options[] = {
    { "unit", 0, 0, G_OPTION_ARG_STRING, &unit, N_("Only this unit and the units below it"), N_("ID") },
    { "limit", 0, 0, G_OPTION_ARG_INT, &limit, N_("At most so many; 0 for all"), N_("NUMBER") },
    G_OPTION_ENTRY_NULL,
  };
  g_auto (GStrv) arguments = sotay_cli_parse (cli, options);
  g_autoptr (GPtrArray) units = NULL;
  g_autoptr (SotayStaffQuery) query = NULL;
  g_autoptr (GPtrArray) staff = NULL;
  g_autoptr (GHashTable) marks = NULL;
  g_autoptr (GHashTable) names = NULL;
  g_autoptr (GError) error = NULL;

  if (arguments == NULL)
    return sotay_cli_get_status (cli);
  if (limit < 0)
    return sotay_cli_misuse (cli, _("The limit is a number from 1; 0 for all"));
  units = sotay_cli_list_units (cli, unit, &error);
  query = sotay_staff_query_new (unit, SOTAY_STAFF_MEMBERS, NULL, NULL);
  if (units != NULL)
    staff = sotay_store_list_staff (sotay_cli_get_store (cli), query, 0, (guint) limit, NULL, &error);
  marks = staff != NULL ? index_practice (cli, staff, &error) : NULL;
  if (marks == NULL)
    return sotay_cli_fail (cli, error);
  names = sotay_cli_index_names (units);
  if (sotay_cli_wants_json (cli))
    return print_matrix_json (cli, staff, marks, names);
  return print_matrix (staff, marks);
}

static int
print_person_json (SotayCli *cli, SotayStaff *person, GHashTable *marks, GHashTable *names)
{
  g_autoptr (JsonBuilder) json = json_builder_new ();

  json_builder_begin_object (json);
  write_person (json, person, names);
  write_levels (json, person, marks);
  json_builder_set_member_name (json, "practice");
  json_builder_begin_array (json);
  for (guint utility = 1; utility <= SOTAY_N_UTILITIES; utility++)
    {
      SotayRecord *mark = find_mark (marks, person, utility);

      if (mark == NULL)
        continue;
      json_builder_begin_object (json);
      sotay_json_add_field (json, mark, SOTAY_PRACTICE_UTILITY);
      sotay_json_add_field (json, mark, SOTAY_PRACTICE_LEVEL);
      sotay_json_add_text (json, "date", sotay_record_get (mark, SOTAY_PRACTICE_DAY));
      json_builder_end_object (json);
    }
  json_builder_end_array (json);
  json_builder_end_object (json);
  return sotay_cli_print_json (cli, json);
}

static const char *
describe_level (SotayRecord *mark)
{
  SotayPracticeLevel level;

  if (mark == NULL || !sotay_practice_level_from_string (sotay_record_get (mark, SOTAY_PRACTICE_LEVEL), &level))
    return _("not yet");
  return _(labels[level]);
}

static int
print_person (SotayCli *cli, SotayStaff *person, GHashTable *marks)
{
  SotayCatalogue *catalogue = sotay_services_get_catalogue (sotay_cli_get_services (cli));
  g_autoptr (SotayTable) table = sotay_table_new (4, 0);

  g_print ("%s\n", sotay_staff_get_name (person));
  for (guint utility = 1; utility <= SOTAY_N_UTILITIES; utility++)
    {
      SotayRecord *mark = find_mark (marks, person, utility);
      g_autofree char *id = g_strdup_printf ("U%u", utility);
      SotayPage *page = sotay_catalogue_get_page (catalogue, id);
      g_autofree char *day = sotay_cli_format_day (mark != NULL ? sotay_record_get (mark, SOTAY_PRACTICE_DAY) : NULL);

      sotay_table_add (table, id, sotay_page_get_title (page), describe_level (mark), day);
    }
  sotay_table_print (table);
  return SOTAY_EXIT_DONE;
}

static int
show (SotayCli *cli)
{
  static const GOptionEntry no_options[] = { G_OPTION_ENTRY_NULL };
  g_auto (GStrv) arguments = sotay_cli_parse (cli, no_options);
  g_autoptr (GPtrArray) people = NULL;
  g_autoptr (GHashTable) marks = NULL;
  g_autoptr (GPtrArray) units = NULL;
  g_autoptr (GHashTable) names = NULL;
  g_autoptr (GError) error = NULL;

  if (arguments == NULL)
    return sotay_cli_get_status (cli);
  people = sotay_cli_find_staff (cli, arguments, &error);
  marks = people != NULL ? index_practice (cli, people, &error) : NULL;
  units = marks != NULL ? sotay_cli_list_units (cli, NULL, &error) : NULL;
  if (units == NULL)
    return sotay_cli_fail (cli, error);
  if (!sotay_cli_wants_json (cli))
    return print_person (cli, people->pdata[0], marks);
  names = sotay_cli_index_names (units);
  return print_person_json (cli, people->pdata[0], marks, names);
}

const SotayVerb sotay_practice_show_verbs[] = {
  { "practice list", "", N_("Show who handles which utility how well"), 0, 0, list },
  { "practice show", N_("STAFF"), N_("Show how well a person handles each utility"), 1, 1, show },
  { NULL },
};
