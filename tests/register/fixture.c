/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fixture.h"

#include "core/dates.h"
#include "register/sqlite/sqlite-store.h"
#include "support/test-support.h"

#define PATIENCE_SECONDS 60

char *
fixture_path (void)
{
  g_autofree char *folder = sotay_test_folder ();

  return g_build_filename (folder, "data", "register.db", NULL);
}

SotayStore *
fixture_store (const char *path)
{
  return sotay_sqlite_store_new (path);
}

void
fixture_apply (SotayStore *store, SotayStep *step)
{
  g_autoptr (GError) error = NULL;

  g_assert_nonnull (step);
  sotay_store_apply (store, step, NULL, &error);
  g_assert_no_error (error);
  g_object_unref (step);
}

SotayUnit *
fixture_add_unit (SotayStore *store, SotayUnit *parent, const char *name)
{
  SotayUnit *unit = sotay_unit_new (NULL, parent != NULL ? sotay_unit_get_id (parent) : NULL, name);

  fixture_apply (store, sotay_edit_add_unit (unit, NULL));
  return unit;
}

SotayStaff *
fixture_add_staff (SotayStore *store, SotayUnit *unit, const char *name)
{
  SotayStaff *staff = sotay_staff_new (NULL, name, sotay_unit_get_id (unit));

  fixture_apply (store, sotay_edit_add_staff (staff, NULL));
  return staff;
}

SotayStaff *
fixture_change (SotayStore *store, SotayStaff *staff, SotayStaffField field, const char *value)
{
  const char *ids[] = { sotay_staff_get_id (staff), NULL };
  g_autoptr (GPtrArray) found = sotay_store_get_staff (store, ids, NULL, NULL);
  SotayStaff *after;

  g_assert_nonnull (found);
  after = sotay_staff_with (g_ptr_array_index (found, 0), field, value);
  fixture_apply (store, sotay_edit_change_staff (g_ptr_array_index (found, 0), after, NULL));
  return after;
}

void
fixture_mark (SotayStore *store, SotayStaff *staff, const char *day)
{
  const char *ids[] = { sotay_staff_get_id (staff), NULL };
  g_autoptr (GPtrArray) found = sotay_store_get_staff (store, ids, NULL, NULL);
  GDate date = fixture_date (day);

  g_assert_nonnull (found);
  fixture_apply (store, sotay_edit_mark_trained (found, &date, FALSE, NULL, NULL));
}

GDate
fixture_date (const char *iso)
{
  GDate date;

  g_assert_true (sotay_date_parse_iso (iso, &date));
  return date;
}

char *
fixture_names (SotayStore *store, const char *unit_id, gboolean untrained_only, const char *search, const char *day)
{
  GDate date = fixture_date (day != NULL ? day : "2026-11-23");
  SotayStaffScope scope = untrained_only ? SOTAY_STAFF_UNTRAINED : SOTAY_STAFF_ALL;
  g_autoptr (SotayStaffQuery) query = sotay_staff_query_new (unit_id, scope, search, &date);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) staff = sotay_store_list_staff (store, query, 0, 0, NULL, &error);
  GString *names = g_string_new (NULL);

  g_assert_no_error (error);
  g_assert_cmpint (sotay_store_count_staff (store, query, NULL, NULL), ==, staff->len);
  for (guint i = 0; i < staff->len; i++)
    g_string_append_printf (names, "%s%s", i > 0 ? ", " : "", sotay_staff_get_name (g_ptr_array_index (staff, i)));
  return g_string_free (names, FALSE);
}

static void
dump_records (SotayStore *store, SotayRecordKind kind, GString *text)
{
  g_autoptr (GPtrArray) records = sotay_store_list_records (store, kind, -1, NULL, NULL, NULL);

  g_assert_nonnull (records);
  for (guint i = 0; i < records->len; i++)
    {
      g_autoptr (GVariant) record = sotay_record_to_variant (g_ptr_array_index (records, i));
      g_autofree char *printed = g_variant_print (record, FALSE);

      g_string_append_printf (text, "%s %s\n", sotay_record_get_id (g_ptr_array_index (records, i)), printed);
    }
}

char *
fixture_dump (SotayStore *store)
{
  g_autoptr (GPtrArray) units = sotay_store_list_units (store, NULL, NULL);
  g_autoptr (SotayStaffQuery) everyone = sotay_staff_query_new (NULL, SOTAY_STAFF_ALL, NULL, NULL);
  g_autoptr (GPtrArray) staff = sotay_store_list_staff (store, everyone, 0, 0, NULL, NULL);
  GString *text = g_string_new (NULL);

  g_assert_nonnull (units);
  g_assert_nonnull (staff);
  for (guint i = 0; i < units->len; i++)
    {
      g_autoptr (GVariant) record = sotay_unit_to_record (g_ptr_array_index (units, i));
      g_autofree char *printed = g_variant_print (record, FALSE);

      g_string_append_printf (text, "%s %s\n", sotay_unit_get_id (g_ptr_array_index (units, i)), printed);
    }
  for (guint i = 0; i < staff->len; i++)
    {
      g_autoptr (GVariant) record = sotay_staff_to_record (g_ptr_array_index (staff, i));
      g_autofree char *printed = g_variant_print (record, FALSE);

      g_string_append_printf (text, "%s %s\n", sotay_staff_get_id (g_ptr_array_index (staff, i)), printed);
    }
  for (guint kind = SOTAY_RECORD_MEMBERSHIP; kind < SOTAY_RECORD_N_KINDS; kind++)
    dump_records (store, kind, text);
  return g_string_free (text, FALSE);
}

static gboolean
lose_patience_cb (gpointer data)
{
  g_error ("the awaited event did not come within %d seconds", PATIENCE_SECONDS);
  return G_SOURCE_REMOVE;
}

void
fixture_wait_for (gboolean *flag)
{
  guint patience = g_timeout_add_seconds (PATIENCE_SECONDS, lose_patience_cb, NULL);

  while (!*flag)
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (patience);
}
