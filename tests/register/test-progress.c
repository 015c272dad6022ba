/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "register/progress.h"

#include "fixture.h"
#include "support/test-support.h"

static void
add_unit (GPtrArray *units, const char *id, const char *parent_id)
{
  g_ptr_array_add (units, sotay_unit_new (id, parent_id, id));
}

static void
add_tally (GPtrArray *tallies, const char *unit_id, guint due, guint trained, guint passed)
{
  SotayTally *tally = g_new0 (SotayTally, 1);

  tally->unit_id = g_strdup (unit_id);
  tally->due = due;
  tally->trained = trained;
  tally->passed = passed;
  g_ptr_array_add (tallies, tally);
}

static void
assert_part (SotayUnitProgress *whole, const char *id, guint due, guint trained, guint passed, guint n_children)
{
  SotayUnitProgress *part = id != NULL ? sotay_progress_find (whole, id) : whole;

  g_assert_nonnull (part);
  g_assert_cmpuint (sotay_unit_progress_get_due (part), ==, due);
  g_assert_cmpuint (sotay_unit_progress_get_trained (part), ==, trained);
  g_assert_cmpuint (sotay_unit_progress_get_passed (part), ==, passed);
  g_assert_cmpuint (g_list_model_get_n_items (sotay_unit_progress_get_children (part)), ==, n_children);
}

static void
test_sums (void)
{
  g_autoptr (GPtrArray) units = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) tallies = g_ptr_array_new_with_free_func ((GDestroyNotify) sotay_tally_free);
  g_autoptr (SotayUnitProgress) whole = NULL;

  add_unit (units, "group", "ward"); /* before its parent */
  add_unit (units, "city", NULL);
  add_unit (units, "ward", "city");
  add_unit (units, "empty", "city");
  add_unit (units, "lost", "nowhere");
  add_tally (tallies, "city", 1, 1, 1);
  add_tally (tallies, "ward", 10, 5, 2);
  add_tally (tallies, "group", 100, 40, 30);
  add_tally (tallies, "lost", 7, 0, 0);
  add_tally (tallies, "unknown", 2, 2, 0);
  whole = sotay_progress_build (units, tallies);
  assert_part (whole, NULL, 120, 48, 33, 2);
  assert_part (whole, "city", 111, 46, 33, 2);
  assert_part (whole, "ward", 110, 45, 32, 1);
  assert_part (whole, "group", 100, 40, 30, 0);
  assert_part (whole, "empty", 0, 0, 0, 0);
  assert_part (whole, "lost", 7, 0, 0, 0);
  g_assert_null (sotay_unit_progress_get_unit (whole));
  g_assert_null (sotay_progress_find (whole, "unknown"));
}

/* A damaged register: nobody is left out, nothing runs for ever. */
static void
test_broken_trees (void)
{
  g_autoptr (GPtrArray) units = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) tallies = g_ptr_array_new_with_free_func ((GDestroyNotify) sotay_tally_free);
  g_autoptr (SotayUnitProgress) whole = NULL;

  add_unit (units, "own parent", "own parent");
  add_unit (units, "a", "b");
  add_unit (units, "b", "a");
  add_unit (units, "below", "a");
  add_unit (units, "0", NULL);
  for (guint i = 1; i < 5000; i++)
    {
      g_autofree char *id = g_strdup_printf ("%u", i);
      g_autofree char *parent_id = g_strdup_printf ("%u", i - 1);

      add_unit (units, id, parent_id);
    }
  add_tally (tallies, "own parent", 1, 1, 0);
  add_tally (tallies, "a", 1, 1, 0);
  add_tally (tallies, "below", 1, 0, 0);
  add_tally (tallies, "4999", 1, 0, 0);
  whole = sotay_progress_build (units, tallies);
  g_assert_cmpuint (sotay_unit_progress_get_due (whole), ==, 4);
  g_assert_cmpuint (sotay_unit_progress_get_trained (whole), ==, 2);
  g_assert_nonnull (sotay_progress_find (whole, "b"));
  g_assert_nonnull (sotay_progress_find (whole, "4999"));
}

static void
test_load (void)
{
  g_autofree char *path = fixture_path ();
  g_autoptr (SotayStore) store = fixture_store (path);
  g_autoptr (SotayUnit) city = fixture_add_unit (store, NULL, "Thành phố");
  g_autoptr (SotayUnit) second G_GNUC_UNUSED = fixture_add_unit (store, city, "Phường 10");
  g_autoptr (SotayUnit) first = fixture_add_unit (store, city, "Phường 2");
  g_autoptr (SotayStaff) a = fixture_add_staff (store, first, "A");
  g_autoptr (SotayStaff) b G_GNUC_UNUSED = fixture_add_staff (store, first, "B");
  GDate day = fixture_date ("2024-03-05");
  GDate before = fixture_date ("2024-03-04");
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (SotayUnitProgress) now = NULL;
  g_autoptr (SotayUnitProgress) then = NULL;
  g_autoptr (SotayUnitProgress) part = NULL;
  SotayUnitProgress *top;

  fixture_mark (store, a, "2024-03-05");
  sotay_progress_load_async (store, &day, NULL, sotay_test_store_result, &result);
  sotay_test_wait (&result);
  now = sotay_progress_load_finish (store, result, NULL);
  then = sotay_progress_load (store, &before, NULL, NULL);
  assert_part (now, NULL, 2, 1, 0, 1);
  assert_part (now, sotay_unit_get_id (first), 2, 1, 0, 0);
  assert_part (then, NULL, 2, 0, 0, 1);
  top = sotay_progress_find (now, sotay_unit_get_id (city));
  part = g_list_model_get_item (sotay_unit_progress_get_children (top), 0);
  g_assert_cmpstr (sotay_unit_get_name (sotay_unit_progress_get_unit (part)), ==, "Phường 2");
}

static void
add_tests (void)
{
  g_test_add_func ("/progress/sums", test_sums);
  g_test_add_func ("/progress/broken-trees", test_broken_trees);
  g_test_add_func ("/progress/load", test_load);
}

int
main (int argc, char **argv)
{
  return sotay_test_run (argc, argv, add_tests);
}
