/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The change log: undo, redo, conflicts, two programs on one file. */
#include "register/store.h"

#include "fixture.h"
#include "register/register-error.h"
#include "support/test-support.h"

static void
assert_log (SotayStore *store, const char *expected)
{
  static const char *const states[] = { "done", "undone", "dropped" };
  g_autoptr (GPtrArray) steps = sotay_store_list_steps (store, 0, NULL, NULL);
  g_autoptr (GString) text = g_string_new (NULL);

  g_assert_nonnull (steps);
  for (guint i = 0; i < steps->len; i++)
    {
      SotayStep *step = g_ptr_array_index (steps, i);

      g_string_append_printf (text, "%s%s %s", i > 0 ? ", " : "",
                              sotay_step_kind_to_string (sotay_step_get_kind (step)),
                              states[sotay_step_get_state (step)]);
    }
  g_assert_cmpstr (text->str, ==, expected);
}

static void
assert_undo (SotayStore *store, SotayStepKind kind)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SotayStep) step = sotay_store_undo (store, 0, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpint (sotay_step_get_kind (step), ==, kind);
  g_assert_cmpint (sotay_step_get_state (step), ==, SOTAY_STEP_UNDONE);
}

static void
assert_redo (SotayStore *store, SotayStepKind kind)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SotayStep) step = sotay_store_redo (store, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpint (sotay_step_get_kind (step), ==, kind);
  g_assert_cmpint (sotay_step_get_state (step), ==, SOTAY_STEP_DONE);
}

static void
assert_nothing (SotayStore *store)
{
  g_autoptr (GError) no_undo = NULL;
  g_autoptr (GError) no_redo = NULL;

  g_assert_null (sotay_store_undo (store, 0, NULL, &no_undo));
  g_assert_error (no_undo, SOTAY_REGISTER_ERROR, SOTAY_REGISTER_ERROR_NOTHING);
  g_assert_null (sotay_store_redo (store, NULL, &no_redo));
  g_assert_error (no_redo, SOTAY_REGISTER_ERROR, SOTAY_REGISTER_ERROR_NOTHING);
}

static void
reopen (SotayStore **store, const char *path)
{
  g_clear_object (store);
  *store = fixture_store (path);
}

static void
test_nothing (void)
{
  g_autofree char *path = fixture_path ();
  g_autoptr (SotayStore) store = fixture_store (path);

  assert_nothing (store);
}

/* A button that names a step takes back that one or none. */
static void
test_expected (void)
{
  g_autofree char *path = fixture_path ();
  g_autoptr (SotayStore) store = fixture_store (path);
  g_autoptr (SotayUnit) unit = fixture_add_unit (store, NULL, "Phường");
  g_autoptr (SotayStaff) staff G_GNUC_UNUSED = fixture_add_staff (store, unit, "Lê Ánh");
  g_autoptr (GPtrArray) steps = sotay_store_list_steps (store, 0, NULL, NULL);
  gint64 newest = sotay_step_get_number (g_ptr_array_index (steps, 0));
  gint64 older = sotay_step_get_number (g_ptr_array_index (steps, 1));
  g_autoptr (GError) error = NULL;
  g_autoptr (SotayStep) undone = NULL;

  g_assert_null (sotay_store_undo (store, older, NULL, &error));
  g_assert_error (error, SOTAY_REGISTER_ERROR, SOTAY_REGISTER_ERROR_CONFLICT);
  assert_log (store, "add-staff done, add-unit done");
  undone = sotay_store_undo (store, newest, NULL, NULL);
  g_assert_nonnull (undone);
  assert_log (store, "add-staff undone, add-unit done");
}

/* Every kind of change, all taken back and all done again, the program ended in between each time. */
static void
test_all_kinds (void)
{
  static const SotayStepKind kinds[] = {
    SOTAY_STEP_ADD_UNIT,   SOTAY_STEP_ADD_UNIT,     SOTAY_STEP_ADD_STAFF,      SOTAY_STEP_EDIT_STAFF,
    SOTAY_STEP_MARK_TRAINED, SOTAY_STEP_RENAME_UNIT, SOTAY_STEP_MOVE_UNIT,
  };
  g_autofree char *path = fixture_path ();
  g_autoptr (SotayStore) store = fixture_store (path);
  g_autoptr (SotayUnit) city = fixture_add_unit (store, NULL, "Thành phố");
  g_autoptr (SotayUnit) ward = fixture_add_unit (store, NULL, "Phường");
  g_autoptr (SotayStaff) staff = fixture_add_staff (store, ward, "Nguyễn Văn An");
  g_autoptr (SotayStaff) born G_GNUC_UNUSED = fixture_change (store, staff, SOTAY_STAFF_BIRTH, "1975");
  g_autoptr (SotayUnit) renamed = sotay_unit_new (sotay_unit_get_id (ward), NULL, "Phường Bến Nghé");
  g_autoptr (SotayUnit) moved = sotay_unit_new (sotay_unit_get_id (ward), sotay_unit_get_id (city), "Phường Bến Nghé");
  g_autoptr (GPtrArray) units = NULL;
  g_autofree char *full = NULL;
  g_autofree char *empty = NULL;
  g_autofree char *full_again = NULL;

  fixture_mark (store, staff, "2024-03-05");
  units = sotay_store_list_units (store, NULL, NULL);
  fixture_apply (store, sotay_edit_change_unit (ward, renamed, units, NULL));
  fixture_apply (store, sotay_edit_change_unit (renamed, moved, units, NULL));
  full = fixture_dump (store);
  for (guint i = G_N_ELEMENTS (kinds); i > 0; i--)
    {
      reopen (&store, path);
      assert_undo (store, kinds[i - 1]);
    }
  empty = fixture_dump (store);
  g_assert_cmpstr (empty, ==, "");
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      reopen (&store, path);
      assert_redo (store, kinds[i]);
    }
  full_again = fixture_dump (store);
  g_assert_cmpstr (full_again, ==, full);
}

static void
test_remove_unit (void)
{
  g_autofree char *path = fixture_path ();
  g_autoptr (SotayStore) store = fixture_store (path);
  g_autoptr (SotayUnit) city = fixture_add_unit (store, NULL, "Thành phố");
  g_autoptr (SotayUnit) ward = fixture_add_unit (store, city, "Phường");
  g_autoptr (SotayUnit) group = fixture_add_unit (store, ward, "Tổ");
  g_autoptr (SotayStaff) a G_GNUC_UNUSED = fixture_add_staff (store, city, "A");
  g_autoptr (SotayStaff) b G_GNUC_UNUSED = fixture_add_staff (store, ward, "B");
  g_autoptr (SotayStaff) c G_GNUC_UNUSED = fixture_add_staff (store, group, "C");
  g_autoptr (GPtrArray) units = sotay_store_list_units (store, NULL, NULL);
  g_autoptr (SotayStaffQuery) within = sotay_staff_query_new (sotay_unit_get_id (ward), SOTAY_STAFF_ALL, NULL, NULL);
  g_autoptr (GPtrArray) staff = sotay_store_list_staff (store, within, 0, 0, NULL, NULL);
  g_autoptr (GPtrArray) nothing = g_ptr_array_new ();
  g_autofree char *before = fixture_dump (store);
  g_autofree char *names = NULL;
  g_autofree char *after = NULL;

  fixture_apply (store, sotay_edit_remove_unit (ward, units, staff, nothing));
  names = fixture_names (store, NULL, FALSE, NULL, NULL);
  g_assert_cmpstr (names, ==, "A");
  assert_undo (store, SOTAY_STEP_REMOVE_UNIT);
  after = fixture_dump (store);
  g_assert_cmpstr (after, ==, before);
}

static void
test_new_step_drops_undone (void)
{
  g_autofree char *path = fixture_path ();
  g_autoptr (SotayStore) store = fixture_store (path);
  g_autoptr (SotayUnit) first G_GNUC_UNUSED = fixture_add_unit (store, NULL, "Một");
  g_autoptr (SotayUnit) second G_GNUC_UNUSED = fixture_add_unit (store, NULL, "Hai");
  g_autoptr (SotayUnit) third = NULL;
  g_autoptr (GError) error = NULL;

  assert_undo (store, SOTAY_STEP_ADD_UNIT);
  third = fixture_add_unit (store, NULL, "Ba");
  assert_log (store, "add-unit done, add-unit dropped, add-unit done");
  g_assert_null (sotay_store_redo (store, NULL, &error));
  g_assert_error (error, SOTAY_REGISTER_ERROR, SOTAY_REGISTER_ERROR_NOTHING);
  assert_undo (store, SOTAY_STEP_ADD_UNIT);
  assert_undo (store, SOTAY_STEP_ADD_UNIT);
  assert_log (store, "add-unit undone, add-unit dropped, add-unit undone");
}

static void
test_numbers_and_times (void)
{
  g_autofree char *path = fixture_path ();
  g_autoptr (SotayStore) store = fixture_store (path);
  g_autoptr (SotayUnit) unit = sotay_unit_new (NULL, NULL, "Phường");
  g_autoptr (SotayStep) step = sotay_edit_add_unit (unit, NULL);
  g_autoptr (SotayStep) empty = sotay_step_new (SOTAY_STEP_MARK_TRAINED, "");
  gint64 start = g_get_real_time ();
  g_autoptr (GPtrArray) steps = NULL;
  SotayStep *listed;

  g_assert_true (sotay_store_apply (store, step, NULL, NULL));
  g_assert_cmpint (sotay_step_get_number (step), ==, 1);
  g_assert_cmpint (sotay_step_get_time (step), >=, start);
  g_assert_true (sotay_store_apply (store, empty, NULL, NULL));
  g_assert_cmpint (sotay_step_get_number (empty), ==, 0);
  steps = sotay_store_list_steps (store, 5, NULL, NULL);
  g_assert_cmpuint (steps->len, ==, 1);
  listed = g_ptr_array_index (steps, 0);
  g_assert_cmpint (sotay_step_get_time (listed), ==, sotay_step_get_time (step));
  g_assert_cmpstr (sotay_step_get_subject (listed), ==, "Phường");
  g_assert_cmpuint (sotay_step_get_n_entries (listed), ==, 1);
  g_assert_cmpuint (sotay_step_get_changes (listed)->len, ==, 0);
}

static void
assert_conflict (SotayStore *store, SotayStep *step)
{
  g_autoptr (SotayStep) owned = step;
  g_autofree char *before = fixture_dump (store);
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_false (sotay_store_apply (store, owned, NULL, &error));
  g_assert_error (error, SOTAY_REGISTER_ERROR, SOTAY_REGISTER_ERROR_CONFLICT);
  g_assert_cmpint (sotay_step_get_number (owned), ==, 0);
  after = fixture_dump (store);
  g_assert_cmpstr (after, ==, before);
}

/* Two programs on one file: each sees what the other wrote, and does not overwrite it unseen. */
static void
test_conflicts (void)
{
  g_autofree char *path = fixture_path ();
  g_autoptr (SotayStore) store = fixture_store (path);
  g_autoptr (SotayStore) other = fixture_store (path);
  g_autoptr (SotayUnit) unit = fixture_add_unit (store, NULL, "Phường");
  g_autoptr (SotayStaff) a = fixture_add_staff (store, unit, "A");
  g_autoptr (SotayStaff) b = fixture_add_staff (other, unit, "B");
  g_autoptr (SotayStaff) edited = sotay_staff_with (a, SOTAY_STAFF_POSITION, "Công chức");
  g_autoptr (SotayStaff) theirs G_GNUC_UNUSED = fixture_change (other, a, SOTAY_STAFF_POSITION, "Viên chức");
  g_autoptr (GPtrArray) units = sotay_store_list_units (store, NULL, NULL);
  g_autoptr (GPtrArray) nobody = g_ptr_array_new ();
  g_autoptr (GPtrArray) both = g_ptr_array_new ();
  GDate day = fixture_date ("2024-03-05");
  g_autofree char *names = fixture_names (store, NULL, FALSE, NULL, NULL);

  g_assert_cmpstr (names, ==, "A, B");
  assert_conflict (store, sotay_edit_change_staff (a, edited, NULL));
  assert_conflict (store, sotay_edit_add_staff (b, NULL));
  /* All or nothing: b could be marked, a is not as it was. */
  g_ptr_array_add (both, b);
  g_ptr_array_add (both, a);
  assert_conflict (store, sotay_edit_mark_trained (both, &day, FALSE, NULL, NULL));
  /* The unit is not as empty as this program thinks. */
  assert_conflict (store, sotay_edit_remove_unit (unit, units, nobody, nobody));
  assert_undo (store, SOTAY_STEP_EDIT_STAFF);
  assert_undo (store, SOTAY_STEP_ADD_STAFF);
  assert_conflict (other, sotay_edit_change_staff (b, edited, NULL));
}

static void
test_unit_gone (void)
{
  g_autofree char *path = fixture_path ();
  g_autoptr (SotayStore) store = fixture_store (path);
  g_autoptr (SotayStaff) staff = sotay_staff_new (NULL, "A", "no such unit");
  g_autoptr (SotayUnit) unit = sotay_unit_new (NULL, "no such unit", "Tổ");
  g_autoptr (SotayUnit) whole = NULL;

  assert_conflict (store, sotay_edit_add_staff (staff, NULL));
  assert_conflict (store, sotay_edit_add_unit (unit, NULL));
  whole = fixture_add_unit (store, NULL, "Phường"); /* the store works on */
}

/* One program moves A below B while the other moves B below A: each is a tree, both together are none. */
static void
test_loop (void)
{
  g_autofree char *path = fixture_path ();
  g_autoptr (SotayStore) store = fixture_store (path);
  g_autoptr (SotayUnit) a = fixture_add_unit (store, NULL, "A");
  g_autoptr (SotayUnit) b = fixture_add_unit (store, NULL, "B");
  g_autoptr (SotayUnit) a_below_b = sotay_unit_new (sotay_unit_get_id (a), sotay_unit_get_id (b), "A");
  g_autoptr (SotayUnit) b_below_a = sotay_unit_new (sotay_unit_get_id (b), sotay_unit_get_id (a), "B");
  g_autoptr (GPtrArray) units = sotay_store_list_units (store, NULL, NULL);

  fixture_apply (store, sotay_edit_change_unit (a, a_below_b, units, NULL));
  assert_conflict (store, sotay_edit_change_unit (b, b_below_a, units, NULL));
}

static void
changed_cb (SotayStore *store, gboolean *flag)
{
  *flag = TRUE;
}

static void
test_changed_signal (void)
{
  g_autofree char *path = fixture_path ();
  g_autoptr (SotayStore) store = fixture_store (path);
  g_autoptr (SotayStore) other = fixture_store (path);
  gboolean own = FALSE;
  gboolean seen = FALSE;
  g_autoptr (SotayUnit) first = NULL;
  g_autoptr (SotayUnit) second = NULL;
  g_autoptr (SotayUnit) third = NULL;
  gulong handler;

  handler = g_signal_connect (store, "changed", G_CALLBACK (changed_cb), &own);
  first = fixture_add_unit (store, NULL, "Một");
  g_assert_false (own);
  fixture_wait_for (&own);
  g_signal_handler_disconnect (store, handler);
  /* What another program wrote, before the watching began and after. */
  g_signal_connect (store, "changed", G_CALLBACK (changed_cb), &seen);
  second = fixture_add_unit (other, NULL, "Hai");
  fixture_wait_for (&seen);
  seen = FALSE;
  third = fixture_add_unit (other, NULL, "Ba");
  fixture_wait_for (&seen);
}

/* A store that goes while it still has things to announce and watch leaves nothing behind. */
static void
test_short_life (void)
{
  g_autofree char *path = fixture_path ();

  for (guint i = 0; i < 20; i++)
    {
      g_autoptr (SotayStore) store = fixture_store (path);
      g_autoptr (SotayStaffQuery) query = sotay_staff_query_new (NULL, SOTAY_STAFF_ALL, NULL, NULL);
      g_autoptr (GAsyncResult) result = NULL;

      g_object_unref (fixture_add_unit (store, NULL, "Phường"));
      sotay_store_count_staff_async (store, query, NULL, sotay_test_store_result, &result);
      g_clear_object (&store);
      sotay_test_wait (&result);
    }
}

static void
test_one_step (void)
{
  g_autofree char *path = fixture_path ();
  g_autoptr (SotayStore) store = fixture_store (path);
  g_autoptr (SotayUnit) ward = fixture_add_unit (store, NULL, "Phường Hải Tân");
  g_autoptr (SotayStep) both = sotay_step_new (SOTAY_STEP_IMPORT_STAFF, "a.csv");
  g_autoptr (SotayStaff) first = sotay_staff_new (NULL, "Trần Thị Ánh", sotay_unit_get_id (ward));
  g_autoptr (SotayStaff) second = sotay_staff_new (NULL, "Lê Đức Bình", sotay_unit_get_id (ward));
  g_autoptr (SotayStep) whole = NULL;
  g_autoptr (SotayStep) part = NULL;
  g_autoptr (GError) error = NULL;

  sotay_step_add (both, SOTAY_RECORD_STAFF, sotay_staff_get_id (first), NULL, sotay_staff_to_record (first));
  sotay_step_add (both, SOTAY_RECORD_STAFF, sotay_staff_get_id (second), NULL, sotay_staff_to_record (second));
  g_assert_true (sotay_store_apply (store, both, NULL, NULL));
  whole = sotay_store_get_step (store, sotay_step_get_number (both), 0, NULL, NULL);
  g_assert_cmpuint (sotay_step_get_changes (whole)->len, ==, 2);
  part = sotay_store_get_step (store, sotay_step_get_number (both), 1, NULL, NULL);
  g_assert_cmpuint (sotay_step_get_changes (part)->len, ==, 1);
  g_assert_cmpstr (((SotayChange *) sotay_step_get_changes (part)->pdata[0])->id, ==, sotay_staff_get_id (first));
  g_assert_null (sotay_store_get_step (store, 99, 0, NULL, &error));
  g_assert_error (error, SOTAY_REGISTER_ERROR, SOTAY_REGISTER_ERROR_NOT_FOUND);
}

static void
get_addition_cb (gpointer data, guint index, const char **fields)
{
  static const char *const names[] = { "Trần Thị Ánh", "Lê Đức Bình", "Lê Đức Bình", "Đỗ Chi" };

  for (guint i = 0; i < SOTAY_STAFF_N_FIELDS; i++)
    fields[i] = NULL;
  fields[SOTAY_STAFF_NAME] = names[index];
  fields[SOTAY_STAFF_UNIT_ID] = data;
}

static void
check_added (SotayStore *store, const char *id, const char *name, guint n_steps)
{
  g_autoptr (GPtrArray) steps = sotay_store_list_history (store, id, NULL, NULL);
  SotayChange *change;
  const char *found = NULL;

  g_assert_cmpuint (steps->len, ==, n_steps);
  change = g_ptr_array_index (sotay_step_get_changes (g_ptr_array_index (steps, n_steps - 1)), 0);
  g_assert_null (change->before);
  g_assert_true (g_variant_lookup (change->after, "name", "&s", &found));
  g_assert_cmpstr (found, ==, name);
  g_assert_cmpuint (g_variant_n_children (change->after), ==, 2);
}

/* People who were added in bulk have a history like all others, also when they were changed or removed. */
static void
test_bulk (void)
{
  g_autofree char *path = fixture_path ();
  g_autoptr (SotayStore) store = fixture_store (path);
  g_autoptr (SotayUnit) ward = fixture_add_unit (store, NULL, "Phường Hải Tân");
  g_autoptr (SotayStaffQuery) everyone = sotay_staff_query_new (NULL, SOTAY_STAFF_ALL, NULL, NULL);
  SotayStep *step = sotay_step_new (SOTAY_STEP_IMPORT_STAFF, "a.csv");
  g_autoptr (GPtrArray) people = NULL;
  g_autoptr (GPtrArray) gone = g_ptr_array_new ();
  g_autoptr (GPtrArray) nothing = g_ptr_array_new ();
  g_autoptr (SotayStaff) changed = NULL;
  g_autoptr (SotayStep) whole = NULL;
  g_autoptr (SotayStep) part = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  sotay_step_set_additions (step, 4, get_addition_cb, (gpointer) sotay_unit_get_id (ward), NULL);
  fixture_apply (store, step);
  people = sotay_store_list_staff (store, everyone, 0, 0, NULL, NULL);
  g_assert_cmpuint (people->len, ==, 4);
  changed = fixture_change (store, g_ptr_array_index (people, 1), SOTAY_STAFF_NAME, "Lê Đức Bính");
  g_object_unref (fixture_change (store, changed, SOTAY_STAFF_NOTE, "mới"));
  g_ptr_array_add (gone, g_ptr_array_index (people, 3));
  fixture_apply (store, sotay_edit_remove_staff (gone, nothing));
  check_added (store, sotay_staff_get_id (g_ptr_array_index (people, 0)), "Trần Thị Ánh", 1);
  check_added (store, sotay_staff_get_id (g_ptr_array_index (people, 1)), "Lê Đức Bình", 3);
  check_added (store, sotay_staff_get_id (g_ptr_array_index (people, 3)), "Đỗ Chi", 2);
  whole = sotay_store_get_step (store, 2, 0, NULL, NULL);
  g_assert_cmpuint (sotay_step_get_changes (whole)->len, ==, 4);
  g_assert_cmpuint (sotay_step_get_n_entries (whole), ==, 4);
  part = sotay_store_get_step (store, 2, 3, NULL, NULL);
  g_assert_cmpuint (sotay_step_get_changes (part)->len, ==, 3);
  before = fixture_dump (store);
  for (guint i = 0; i < 4; i++)
    g_object_unref (sotay_store_undo (store, 0, NULL, NULL));
  g_assert_cmpint (sotay_store_count_staff (store, everyone, NULL, NULL), ==, 0);
  for (guint i = 0; i < 4; i++)
    g_object_unref (sotay_store_redo (store, NULL, NULL));
  after = fixture_dump (store);
  g_assert_cmpstr (after, ==, before);
  check_added (store, sotay_staff_get_id (g_ptr_array_index (people, 1)), "Lê Đức Bình", 3);
}

static void
add_tests (void)
{
  g_test_add_func ("/history/bulk", test_bulk);
  g_test_add_func ("/history/nothing", test_nothing);
  g_test_add_func ("/history/expected", test_expected);
  g_test_add_func ("/history/all-kinds", test_all_kinds);
  g_test_add_func ("/history/remove-unit", test_remove_unit);
  g_test_add_func ("/history/new-step-drops-undone", test_new_step_drops_undone);
  g_test_add_func ("/history/numbers-and-times", test_numbers_and_times);
  g_test_add_func ("/history/one-step", test_one_step);
  g_test_add_func ("/history/conflicts", test_conflicts);
  g_test_add_func ("/history/unit-gone", test_unit_gone);
  g_test_add_func ("/history/loop", test_loop);
  g_test_add_func ("/history/changed-signal", test_changed_signal);
  g_test_add_func ("/history/short-life", test_short_life);
}

int
main (int argc, char **argv)
{
  return sotay_test_run (argc, argv, add_tests);
}
