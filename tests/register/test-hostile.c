/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A register that another program wrote into: whatever stands there, it is refused or read, and the check finds it. */
#include "register/store.h"

#include "core/dates.h"
#include "fixture.h"
#include "register/edit-membership.h"
#include "register/register-error.h"
#include "support/test-support.h"

#include <sqlite3.h>
#include <string.h>

/* What another program does to the file. */
static void
execute (const char *path, const char *sql)
{
  sqlite3 *db = NULL;

  g_assert_cmpint (sqlite3_open_v2 (path, &db, SQLITE_OPEN_READWRITE, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db, sql, NULL, NULL, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_close (db), ==, SQLITE_OK);
}

/* A register of a unit "Phường", a unit "Khu phố" below it, and "Nguyễn Văn A" in that; changed by @sql. */
static SotayStore *
make_register (const char *sql)
{
  g_autofree char *path = fixture_path ();
  g_autoptr (SotayStore) store = fixture_store (path);
  g_autoptr (SotayUnit) ward = fixture_add_unit (store, NULL, "Phường");
  g_autoptr (SotayUnit) quarter = fixture_add_unit (store, ward, "Khu phố");

  g_object_unref (fixture_add_staff (store, quarter, "Nguyễn Văn A"));
  g_clear_object (&store);
  execute (path, sql);
  return fixture_store (path);
}

static void
assert_check_finds (SotayStore *store)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (sotay_store_check (store, NULL, &error));
  g_assert_error (error, SOTAY_REGISTER_ERROR, SOTAY_REGISTER_ERROR_CORRUPT);
}

/* With other tables than ours, no rule of ours holds: it is not opened. */
static void
test_other_tables (void)
{
  static const char *const changes[] = {
    "CREATE TRIGGER t AFTER UPDATE ON staff BEGIN DELETE FROM staff; END",
    "CREATE TRIGGER t BEFORE UPDATE ON staff BEGIN SELECT raise (IGNORE); END",
    "ALTER TABLE staff RENAME TO people; CREATE VIEW staff AS SELECT * FROM people",
    "PRAGMA writable_schema = ON; UPDATE sqlite_schema SET sql = replace (sql, 'NOT NULL', '') WHERE name = 'staff'",
    "PRAGMA writable_schema = ON; UPDATE sqlite_schema SET sql = replace (sql, ') STRICT', ')') WHERE name = 'session'",
    "DROP TABLE attendance",
    "DROP TABLE bulk_add",
    "DROP TABLE staff_word",
    "DROP TABLE staff_word; CREATE TABLE staff_word (words TEXT)",
    "ALTER TABLE staff DROP COLUMN note",
    "UPDATE staff SET place = 9223372036854775807",
    "UPDATE staff SET place = -9223372036854775807",
  };

  for (guint i = 0; i < G_N_ELEMENTS (changes); i++)
    {
      g_autoptr (SotayStore) store = make_register (changes[i]);
      g_autoptr (GError) error = NULL;

      g_assert_null (sotay_store_list_units (store, NULL, &error));
      g_assert_error (error, SOTAY_REGISTER_ERROR, SOTAY_REGISTER_ERROR_CORRUPT);
      assert_check_finds (store);
    }
}

static void
test_more_tables (void)
{
  g_autoptr (SotayStore) store = make_register ("CREATE TABLE mine (a); ALTER TABLE staff ADD COLUMN hobby TEXT;"
                                                "DROP INDEX change_entity");
  g_autoptr (GError) error = NULL;
  g_autofree char *words = sotay_store_check (store, NULL, &error);

  g_assert_no_error (error);
  g_assert_nonnull (words);
}

static void
test_no_name (void)
{
  g_autoptr (SotayStore) store = make_register ("UPDATE staff SET name = ''; UPDATE unit SET name = ''");
  g_autoptr (SotayStaffQuery) query = sotay_staff_query_new (NULL, SOTAY_STAFF_ALL, NULL, NULL);
  g_autoptr (GError) staff_error = NULL;
  g_autoptr (GError) unit_error = NULL;

  g_assert_null (sotay_store_list_staff (store, query, 0, 10, NULL, &staff_error));
  g_assert_error (staff_error, SOTAY_REGISTER_ERROR, SOTAY_REGISTER_ERROR_CORRUPT);
  g_assert_null (sotay_store_list_units (store, NULL, &unit_error));
  g_assert_error (unit_error, SOTAY_REGISTER_ERROR, SOTAY_REGISTER_ERROR_CORRUPT);
}

/* A unit that lies below itself is found, and can still be closed. */
static void
test_ring (void)
{
  g_autoptr (SotayStore) store = make_register ("UPDATE unit SET parent_id = (SELECT id FROM unit u WHERE u.id <> unit.id)");
  g_autoptr (GPtrArray) units = sotay_store_list_units (store, NULL, NULL);
  g_autoptr (GPtrArray) nobody = g_ptr_array_new ();
  GDate day = fixture_date ("2024-05-05");
  g_autoptr (SotayStep) step = NULL;
  g_autoptr (GError) error = NULL;

  assert_check_finds (store);
  g_assert_cmpuint (units->len, ==, 2);
  step = sotay_edit_end_unit (units->pdata[0], SOTAY_UNIT_CLOSED, NULL, &day, units, nobody, nobody, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (sotay_step_get_n_entries (step), ==, 2);
}

static void
test_log (void)
{
  static const char *const changes[] = {
    "UPDATE change SET after = '{'",
    "UPDATE change SET after = '[1]'",
    "UPDATE change SET before = ''",
  };

  for (guint i = 0; i < G_N_ELEMENTS (changes); i++)
    {
      g_autoptr (SotayStore) store = make_register (changes[i]);

      assert_check_finds (store);
    }
}

/* Every time that a step may have can be shown. */
static void
test_times (void)
{
  static const char *const times[] = { "9223372036854775807", "-9223372036854775808", "253402300799000000" };

  for (guint i = 0; i < G_N_ELEMENTS (times); i++)
    {
      g_autofree char *sql = g_strdup_printf ("UPDATE step SET time = %s", times[i]);
      g_autoptr (SotayStore) store = make_register (sql);
      g_autoptr (GPtrArray) steps = sotay_store_list_steps (store, 1, NULL, NULL);
      gint64 seconds = sotay_step_get_time (steps->pdata[0]) / G_USEC_PER_SEC;
      g_autoptr (GTimeZone) zone = g_time_zone_new_identifier ("+14:00");
      g_autoptr (GDateTime) time = g_date_time_new_from_unix_utc (seconds);
      g_autoptr (GDateTime) local = time != NULL ? g_date_time_to_timezone (time, zone) : NULL;

      g_assert_nonnull (local);
    }
}

/* Figures below zero are no answer. */
static void
test_figures (void)
{
  GDate today = sotay_date_today ();
  g_autofree char *day = sotay_date_to_iso (&today);
  g_autofree char *sql = g_strdup_printf ("INSERT OR REPLACE INTO meta VALUES ('tally_day', '%s');"
                                          "INSERT OR REPLACE INTO unit_tally SELECT id, -5, 0, 0, 0, 0, 0 FROM unit", day);
  g_autoptr (SotayStore) store = make_register (sql);
  g_autoptr (SotayStaffQuery) query = sotay_staff_query_new (NULL, SOTAY_STAFF_ALL, NULL, NULL);
  g_autoptr (GError) error = NULL;

  assert_check_finds (store);
  g_assert_cmpint (sotay_store_count_staff (store, query, NULL, &error), ==, -1);
  g_assert_error (error, SOTAY_REGISTER_ERROR, SOTAY_REGISTER_ERROR_CORRUPT);
}

/* Standings that the rules do not make. */
static void
test_standings (void)
{
  static const char *const changes[] = {
    "UPDATE staff SET trained_since = '2024-01-01'",
    "UPDATE staff SET trained_on = '2024-01-01'",
    "UPDATE staff SET trained_on = '2024-01-01', trained_since = '2024-01-01', passed_since = '2024-01-01'",
    "UPDATE staff SET counts = 0",
    "INSERT INTO session (id, title, day, utilities) VALUES ('s', 'Buổi', '2024-01-01', 'all');"
    "INSERT INTO attendance (id, staff_id, session_id, status) SELECT id || '/s', id, 's', 'present' FROM staff;"
    "UPDATE staff SET trained_since = '2023-01-01'",
  };

  for (guint i = 0; i < G_N_ELEMENTS (changes); i++)
    {
      /* The figures of the units follow, so that it is not these that are found. */
      g_autofree char *sql = g_strconcat ("DELETE FROM meta WHERE key = 'tally_day';", changes[i], NULL);
      g_autoptr (SotayStore) store = make_register (sql);
      g_autoptr (GError) error = NULL;

      g_assert_null (sotay_store_check (store, NULL, &error));
      g_assert_error (error, SOTAY_REGISTER_ERROR, SOTAY_REGISTER_ERROR_CORRUPT);
      g_assert_nonnull (strstr (error->message, "trained_since"));
    }
}

static void
add_tests (void)
{
  g_test_add_func ("/hostile/standings", test_standings);
  g_test_add_func ("/hostile/other-tables", test_other_tables);
  g_test_add_func ("/hostile/more-tables", test_more_tables);
  g_test_add_func ("/hostile/no-name", test_no_name);
  g_test_add_func ("/hostile/ring", test_ring);
  g_test_add_func ("/hostile/log", test_log);
  g_test_add_func ("/hostile/figures", test_figures);
  g_test_add_func ("/hostile/times", test_times);
}

int
main (int argc, char **argv)
{
  return sotay_test_run (argc, argv, add_tests);
}
