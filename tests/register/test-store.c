/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "register/store.h"

#include "core/dates.h"
#include "fixture.h"
#include "register/register-error.h"
#include "support/test-support.h"

#include <glib/gstdio.h>
#include <string.h>

static void
assert_tally (SotayStore *store, const char *unit_id, const char *day, guint due, guint trained, guint passed)
{
  GDate date = fixture_date (day);
  g_autoptr (GPtrArray) tallies = sotay_store_tally (store, &date, NULL, NULL);

  g_assert_nonnull (tallies);
  for (guint i = 0; i < tallies->len; i++)
    {
      SotayTally *tally = g_ptr_array_index (tallies, i);

      if (!g_str_equal (tally->unit_id, unit_id))
        continue;
      g_assert_cmpuint (tally->due, ==, due);
      g_assert_cmpuint (tally->trained, ==, trained);
      g_assert_cmpuint (tally->passed, ==, passed);
      return;
    }
  g_assert_not_reached ();
}

static void
test_empty (void)
{
  g_autofree char *path = fixture_path ();
  g_autoptr (SotayStore) store = fixture_store (path);
  g_autoptr (GPtrArray) units = NULL;
  g_autoptr (GPtrArray) steps = NULL;
  g_autofree char *names = NULL;
  g_autofree char *verdict = NULL;

  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
  units = sotay_store_list_units (store, NULL, NULL);
  steps = sotay_store_list_steps (store, 0, NULL, NULL);
  names = fixture_names (store, NULL, FALSE, NULL, NULL);
  verdict = sotay_store_check (store, NULL, NULL);
  g_assert_cmpuint (units->len, ==, 0);
  g_assert_cmpuint (steps->len, ==, 0);
  g_assert_cmpstr (names, ==, "");
  g_assert_true (g_str_has_suffix (verdict, "schema 2, integrity ok"));
}

static guint
mode_of (const char *path)
{
  GStatBuf info;

  g_assert_cmpint (g_stat (path, &info), ==, 0);
  return info.st_mode & 0777;
}

static void
test_private_files (void)
{
  g_autofree char *path = fixture_path ();
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *wal = g_strconcat (path, "-wal", NULL);
  g_autofree char *shm = g_strconcat (path, "-shm", NULL);
  g_autoptr (SotayStore) store = fixture_store (path);
  g_autoptr (SotayUnit) unit G_GNUC_UNUSED = fixture_add_unit (store, NULL, "Phường Bến Nghé");

  g_assert_cmphex (mode_of (folder), ==, 0700);
  g_assert_cmphex (mode_of (path), ==, 0600);
  g_assert_cmphex (mode_of (wal), ==, 0600);
  g_assert_cmphex (mode_of (shm), ==, 0600);
  g_clear_object (&store);
  g_assert_true (g_file_test (path, G_FILE_TEST_EXISTS));
  g_assert_false (g_file_test (wal, G_FILE_TEST_EXISTS));
  g_assert_false (g_file_test (shm, G_FILE_TEST_EXISTS));
}

static void
test_order (void)
{
  g_autofree char *path = fixture_path ();
  g_autoptr (SotayStore) store = fixture_store (path);
  g_autoptr (SotayUnit) second = fixture_add_unit (store, NULL, "Tổ 10");
  g_autoptr (SotayUnit) first G_GNUC_UNUSED = fixture_add_unit (store, NULL, "Tổ 2");
  static const char *const names[] = { "Trần Thị Yến", "Nguyễn Văn Ánh", "Đỗ Văn An", "Lê Thị Đào", "Bùi Văn Dũng" };
  g_autoptr (GPtrArray) units = NULL;
  g_autofree char *found = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    g_object_unref (fixture_add_staff (store, second, names[i]));
  units = sotay_store_list_units (store, NULL, NULL);
  g_assert_cmpstr (sotay_unit_get_name (g_ptr_array_index (units, 0)), ==, "Tổ 2");
  g_assert_cmpstr (sotay_unit_get_name (g_ptr_array_index (units, 1)), ==, "Tổ 10");
  found = fixture_names (store, NULL, FALSE, NULL, NULL);
  g_assert_cmpstr (found, ==, "Đỗ Văn An, Nguyễn Văn Ánh, Bùi Văn Dũng, Lê Thị Đào, Trần Thị Yến");
}

static void
test_windows (void)
{
  g_autofree char *path = fixture_path ();
  g_autoptr (SotayStore) store = fixture_store (path);
  g_autoptr (SotayUnit) unit = fixture_add_unit (store, NULL, "Phường");
  g_autoptr (SotayStaffQuery) query = sotay_staff_query_new (NULL, SOTAY_STAFF_ALL, NULL, NULL);
  static const char *const names[] = { "A", "B", "C", "D", "E" };
  g_autoptr (GPtrArray) middle = NULL;
  g_autoptr (GPtrArray) past = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    g_object_unref (fixture_add_staff (store, unit, names[i]));
  middle = sotay_store_list_staff (store, query, 1, 2, NULL, NULL);
  g_assert_cmpuint (middle->len, ==, 2);
  g_assert_cmpstr (sotay_staff_get_name (g_ptr_array_index (middle, 0)), ==, "B");
  g_assert_cmpstr (sotay_staff_get_name (g_ptr_array_index (middle, 1)), ==, "C");
  past = sotay_store_list_staff (store, query, 5, 2, NULL, NULL);
  g_assert_cmpuint (past->len, ==, 0);
}

static void
test_search (void)
{
  g_autofree char *path = fixture_path ();
  g_autoptr (SotayStore) store = fixture_store (path);
  g_autoptr (SotayUnit) school = fixture_add_unit (store, NULL, "Trường Tiểu học Đống Đa");
  g_autoptr (SotayUnit) ward = fixture_add_unit (store, NULL, "Phường Bến Nghé");
  g_autoptr (SotayStaff) a G_GNUC_UNUSED = fixture_add_staff (store, school, "Nguyễn Văn Đức");
  g_autoptr (SotayStaff) b = fixture_add_staff (store, ward, "Trần Thị Nguyệt");
  g_autoptr (SotayStaff) c = fixture_change (store, b, SOTAY_STAFF_POSITION, "Công chức Tư pháp");
  g_autoptr (SotayStaff) d G_GNUC_UNUSED = fixture_change (store, c, SOTAY_STAFF_CODE, "CB-017");
  static const struct
  {
    const char *search;
    const char *found;
  } cases[] = {
    { "nguy", "Nguyễn Văn Đức, Trần Thị Nguyệt" },
    { "NGUYỄN", "Nguyễn Văn Đức" },
    { "nguyê\xcc\x83n", "Nguyễn Văn Đức" }, /* ê and a combining tilde */
    { "duc van", "Nguyễn Văn Đức" },
    { "uyen", "" },
    { "tu phap", "Trần Thị Nguyệt" },
    { "cb 017", "Trần Thị Nguyệt" },
    { "CB-017", "Trần Thị Nguyệt" },
    { "dong da", "Nguyễn Văn Đức" },
    { "nguyet ben nghe", "Trần Thị Nguyệt" },
    { "duc nghe", "" },
    { "  ", "Nguyễn Văn Đức, Trần Thị Nguyệt" },
    { "%", "Nguyễn Văn Đức, Trần Thị Nguyệt" },
    { "n%", "Nguyễn Văn Đức, Trần Thị Nguyệt" },
    { "'; DROP TABLE staff; --", "" },
    { "\xff\xfe", "Nguyễn Văn Đức, Trần Thị Nguyệt" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *found = fixture_names (store, NULL, FALSE, cases[i].search, NULL);

      g_test_message ("case %u", i);
      g_assert_cmpstr (found, ==, cases[i].found);
    }
}

static void
test_long_search (void)
{
  g_autofree char *path = fixture_path ();
  g_autoptr (SotayStore) store = fixture_store (path);
  g_autoptr (GString) search = g_string_new (NULL);
  g_autofree char *found = NULL;

  for (guint i = 0; i < 100000; i++)
    g_string_append (search, "an ");
  found = fixture_names (store, NULL, FALSE, search->str, NULL);
  g_assert_cmpstr (found, ==, "");
}

static void
test_units_below (void)
{
  g_autofree char *path = fixture_path ();
  g_autoptr (SotayStore) store = fixture_store (path);
  g_autoptr (SotayUnit) city = fixture_add_unit (store, NULL, "Thành phố");
  g_autoptr (SotayUnit) ward = fixture_add_unit (store, city, "Phường");
  g_autoptr (SotayUnit) group = fixture_add_unit (store, ward, "Tổ");
  g_autoptr (SotayUnit) other = fixture_add_unit (store, NULL, "Sở");
  g_autoptr (SotayStaff) a G_GNUC_UNUSED = fixture_add_staff (store, city, "A");
  g_autoptr (SotayStaff) b G_GNUC_UNUSED = fixture_add_staff (store, group, "B");
  g_autoptr (SotayStaff) c G_GNUC_UNUSED = fixture_add_staff (store, other, "C");
  g_autofree char *of_city = fixture_names (store, sotay_unit_get_id (city), FALSE, NULL, NULL);
  g_autofree char *of_ward = fixture_names (store, sotay_unit_get_id (ward), FALSE, NULL, NULL);
  g_autofree char *of_none = fixture_names (store, "nothing", FALSE, NULL, NULL);

  g_assert_cmpstr (of_city, ==, "A, B");
  g_assert_cmpstr (of_ward, ==, "B");
  g_assert_cmpstr (of_none, ==, "");
}

static void
test_due_and_trained (void)
{
  g_autofree char *path = fixture_path ();
  g_autoptr (SotayStore) store = fixture_store (path);
  g_autoptr (SotayUnit) unit = fixture_add_unit (store, NULL, "Phường");
  const char *id = sotay_unit_get_id (unit);
  g_autoptr (SotayStaff) always = fixture_add_staff (store, unit, "A");
  g_autoptr (SotayStaff) joins = fixture_add_staff (store, unit, "B");
  g_autoptr (SotayStaff) leaves = fixture_add_staff (store, unit, "C");
  g_autoptr (SotayStaff) joined G_GNUC_UNUSED = fixture_change (store, joins, SOTAY_STAFF_JOINED_ON, "2024-03-05");
  g_autoptr (SotayStaff) left G_GNUC_UNUSED = fixture_change (store, leaves, SOTAY_STAFF_LEFT_ON, "2024-03-05");
  g_autoptr (GPtrArray) people = g_ptr_array_new ();
  GDate day = fixture_date ("2024-03-10");
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  fixture_mark (store, leaves, "2024-02-01");
  g_ptr_array_add (people, always);
  fixture_apply (store, sotay_edit_mark_trained (people, &day, TRUE, NULL, NULL));
  /* The day of leaving no longer counts, the day of joining does. */
  assert_tally (store, id, "2024-01-31", 2, 0, 0);
  assert_tally (store, id, "2024-03-04", 2, 1, 0);
  assert_tally (store, id, "2024-03-05", 2, 0, 0);
  assert_tally (store, id, "2024-03-09", 2, 0, 0);
  assert_tally (store, id, "2024-03-10", 2, 1, 1);
  before = fixture_names (store, id, TRUE, NULL, "2024-03-09");
  after = fixture_names (store, id, TRUE, NULL, "2024-03-10");
  g_assert_cmpstr (before, ==, "A, B");
  g_assert_cmpstr (after, ==, "B");
}

/* What was reported for a past month stays so: marking again moves no day forward. */
static void
test_marked_again (void)
{
  g_autofree char *path = fixture_path ();
  g_autoptr (SotayStore) store = fixture_store (path);
  g_autoptr (SotayUnit) unit = fixture_add_unit (store, NULL, "Phường");
  const char *id = sotay_unit_get_id (unit);
  g_autoptr (SotayStaff) staff = fixture_add_staff (store, unit, "A");
  const char *ids[] = { sotay_staff_get_id (staff), NULL };
  GDate later = fixture_date ("2024-05-10");
  g_autoptr (GPtrArray) people = NULL;
  g_autoptr (SotayStaff) corrected G_GNUC_UNUSED = NULL;

  fixture_mark (store, staff, "2024-03-10");
  fixture_mark (store, staff, "2024-04-10");
  assert_tally (store, id, "2024-03-31", 1, 1, 0);
  people = sotay_store_get_staff (store, ids, NULL, NULL);
  fixture_apply (store, sotay_edit_mark_trained (people, &later, TRUE, NULL, NULL));
  assert_tally (store, id, "2024-03-31", 1, 1, 0);
  assert_tally (store, id, "2024-05-09", 1, 1, 0);
  assert_tally (store, id, "2024-05-10", 1, 1, 1);
  fixture_mark (store, staff, "2024-02-10"); /* an earlier day comes to light */
  assert_tally (store, id, "2024-02-29", 1, 1, 0);
  assert_tally (store, id, "2024-05-09", 1, 1, 0);
  corrected = fixture_change (store, staff, SOTAY_STAFF_TRAINED_ON, "2024-04-01");
  assert_tally (store, id, "2024-03-31", 1, 0, 0);
}

static void
test_get_staff (void)
{
  g_autofree char *path = fixture_path ();
  g_autoptr (SotayStore) store = fixture_store (path);
  g_autoptr (SotayUnit) unit = fixture_add_unit (store, NULL, "Phường");
  g_autoptr (SotayStaff) a = fixture_add_staff (store, unit, "A");
  g_autoptr (SotayStaff) b = fixture_add_staff (store, unit, "B");
  const char *ids[] = { sotay_staff_get_id (b), sotay_staff_get_id (a), sotay_staff_get_id (b), NULL };
  const char *missing[] = { sotay_staff_get_id (b), "nobody", NULL };
  g_autoptr (GPtrArray) found = sotay_store_get_staff (store, ids, NULL, NULL);
  g_autoptr (GError) error = NULL;

  g_assert_cmpuint (found->len, ==, 3);
  g_assert_cmpstr (sotay_staff_get_name (g_ptr_array_index (found, 0)), ==, "B");
  g_assert_cmpstr (sotay_staff_get_name (g_ptr_array_index (found, 1)), ==, "A");
  g_assert_cmpstr (sotay_staff_get_name (g_ptr_array_index (found, 2)), ==, "B");
  g_assert_null (sotay_store_get_staff (store, missing, NULL, &error));
  g_assert_error (error, SOTAY_REGISTER_ERROR, SOTAY_REGISTER_ERROR_NOT_FOUND);
  g_assert_cmpstr (error->message, ==, "nobody");
}

/* Every field survives, and so do names that look like SQL, and combining marks. */
static void
test_all_fields (void)
{
  static const char *const values[SOTAY_STAFF_N_FIELDS] = {
    [SOTAY_STAFF_BIRTH] = "1975-03-05",       [SOTAY_STAFF_POSITION] = "Phó \"Chủ tịch\"",
    [SOTAY_STAFF_CODE] = "'); DELETE FROM staff; --", [SOTAY_STAFF_PHONE] = "0912 345 678",
    [SOTAY_STAFF_LEVEL] = "2",                [SOTAY_STAFF_JOINED_ON] = "2020-01-01",
    [SOTAY_STAFF_LEFT_ON] = "2030-01-01",     [SOTAY_STAFF_TRAINED_ON] = "2024-03-05",
    [SOTAY_STAFF_PASSED_ON] = "2024-03-06",   [SOTAY_STAFF_NOTE] = "\\ {\"a\": 1}",
  };
  g_autofree char *path = fixture_path ();
  g_autoptr (SotayStore) store = fixture_store (path);
  g_autoptr (SotayUnit) unit = fixture_add_unit (store, NULL, "Robert'); DROP TABLE unit; --");
  g_autoptr (SotayStaff) staff = sotay_staff_new (NULL, "Nguye\xcc\x82\xcc\x83n Thị O'Hara", sotay_unit_get_id (unit));
  const char *ids[] = { sotay_staff_get_id (staff), NULL };
  g_autoptr (GPtrArray) found = NULL;

  for (guint i = SOTAY_STAFF_BIRTH; i < SOTAY_STAFF_N_FIELDS; i++)
    {
      SotayStaff *next = sotay_staff_with (staff, i, values[i]);

      g_object_unref (staff);
      staff = next;
    }
  ids[0] = sotay_staff_get_id (staff);
  fixture_apply (store, sotay_edit_add_staff (staff, NULL));
  g_clear_object (&store);
  store = fixture_store (path);
  found = sotay_store_get_staff (store, ids, NULL, NULL);
  g_assert_cmpstr (sotay_staff_get_name (g_ptr_array_index (found, 0)), ==, "Nguyễn Thị O'Hara");
  for (guint i = SOTAY_STAFF_BIRTH; i < SOTAY_STAFF_N_FIELDS; i++)
    g_assert_cmpstr (sotay_staff_get_field (g_ptr_array_index (found, 0), i), ==, values[i]);
}

static void
test_async (void)
{
  g_autofree char *path = fixture_path ();
  g_autoptr (SotayStore) store = fixture_store (path);
  g_autoptr (SotayUnit) unit = fixture_add_unit (store, NULL, "Phường");
  g_autoptr (SotayStaff) staff = sotay_staff_new (NULL, "A", sotay_unit_get_id (unit));
  g_autoptr (SotayStep) step = sotay_edit_add_staff (staff, NULL);
  g_autoptr (SotayStaffQuery) query = sotay_staff_query_new (NULL, SOTAY_STAFF_ALL, NULL, NULL);
  g_autoptr (GAsyncResult) applied = NULL;
  g_autoptr (GAsyncResult) counted = NULL;
  g_autoptr (GAsyncResult) undone = NULL;
  g_autoptr (GAsyncResult) counted_again = NULL;
  g_autoptr (SotayStep) taken_back = NULL;

  /* Asked at once, done in the order in which they were asked. */
  sotay_store_apply_async (store, step, NULL, sotay_test_store_result, &applied);
  sotay_store_count_staff_async (store, query, NULL, sotay_test_store_result, &counted);
  sotay_store_undo_async (store, 0, NULL, sotay_test_store_result, &undone);
  sotay_store_count_staff_async (store, query, NULL, sotay_test_store_result, &counted_again);
  sotay_test_wait (&counted_again);
  g_assert_true (sotay_store_apply_finish (store, applied, NULL));
  g_assert_cmpint (sotay_store_count_staff_finish (store, counted, NULL), ==, 1);
  taken_back = sotay_store_undo_finish (store, undone, NULL);
  g_assert_cmpint (sotay_step_get_kind (taken_back), ==, SOTAY_STEP_ADD_STAFF);
  g_assert_cmpint (sotay_store_count_staff_finish (store, counted_again, NULL), ==, 0);
}

static void
test_cancelled (void)
{
  g_autofree char *path = fixture_path ();
  g_autoptr (SotayStore) store = fixture_store (path);
  g_autoptr (SotayUnit) unit = sotay_unit_new (NULL, NULL, "Phường");
  g_autoptr (SotayStep) step = sotay_edit_add_unit (unit, NULL);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) units = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_false (sotay_store_apply (store, step, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  units = sotay_store_list_units (store, NULL, NULL);
  g_assert_cmpuint (units->len, ==, 0);
  fixture_apply (store, g_steal_pointer (&step));
}

static goffset
size_of (const char *path)
{
  GStatBuf info;

  return g_stat (path, &info) == 0 ? (goffset) info.st_size : 0;
}

/* So much that SQLite would bring it from its log into the database within the commit. */
static void
add_much (SotayStore *store)
{
  g_autoptr (SotayUnit) unit = fixture_add_unit (store, NULL, "Phường");
  SotayStep *step = sotay_step_new (SOTAY_STEP_IMPORT_STAFF, "danh-sach.csv");
  g_autofree char *note = g_strnfill (900, 'a');

  for (guint i = 0; i < 3000; i++)
    {
      g_autoptr (SotayStaff) plain = sotay_staff_new (NULL, "An", sotay_unit_get_id (unit));
      g_autoptr (SotayStaff) staff = sotay_staff_with (plain, SOTAY_STAFF_NOTE, note);

      sotay_step_take (step, SOTAY_RECORD_STAFF, sotay_staff_get_id (staff), NULL, sotay_staff_to_record (staff));
    }
  fixture_apply (store, step);
}

static gboolean
look_again_cb (gpointer data)
{
  return G_SOURCE_CONTINUE;
}

/* It waits in the log, and comes into the database when nothing is written any more. */
static void
test_checkpoint (void)
{
  g_autofree char *path = fixture_path ();
  g_autofree char *log = g_strconcat (path, "-wal", NULL);
  g_autoptr (SotayStore) store = fixture_store (path);
  guint look_again = g_timeout_add (20, look_again_cb, NULL);

  add_much (store);
  g_assert_cmpint (size_of (log), >, 5000000);
  g_assert_cmpint (size_of (path), <, 1000000);
  while (size_of (path) < 5000000)
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (look_again);
}

static void
add_tests (void)
{
  g_test_add_func ("/store/empty", test_empty);
  g_test_add_func ("/store/private-files", test_private_files);
  g_test_add_func ("/store/order", test_order);
  g_test_add_func ("/store/windows", test_windows);
  g_test_add_func ("/store/search", test_search);
  g_test_add_func ("/store/long-search", test_long_search);
  g_test_add_func ("/store/units-below", test_units_below);
  g_test_add_func ("/store/due-and-trained", test_due_and_trained);
  g_test_add_func ("/store/marked-again", test_marked_again);
  g_test_add_func ("/store/get-staff", test_get_staff);
  g_test_add_func ("/store/all-fields", test_all_fields);
  g_test_add_func ("/store/async", test_async);
  g_test_add_func ("/store/cancelled", test_cancelled);
  g_test_add_func ("/store/checkpoint", test_checkpoint);
}

int
main (int argc, char **argv)
{
  return sotay_test_run (argc, argv, add_tests);
}
