/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Every figure of a month's report against an independent count in plain SQL, over random registers. */
#include "reports/month-data.h"

#include "core/dates.h"
#include "fixture.h"
#include "random-history.h"
#include "register/campaign.h"
#include "register/register-error.h"
#include "reports/month-measures.h"
#include "support/test-support.h"

#include <sqlite3.h>

#if defined(__SANITIZE_ADDRESS__)
#define N_REGISTERS 3
#else
#define N_REGISTERS 15
#endif
#define N_STEPS 50

/* ?1 unit, ?2 first day of the month, ?3 the day of the figures, ?4 a utility, ?5 whether the campaign requires it */
#define WITH \
  "WITH RECURSIVE below (id) AS (SELECT id FROM unit WHERE id = ?1 UNION" \
  "    SELECT u.id FROM unit u JOIN below ON u.parent_id = below.id)," \
  "meant AS (SELECT id FROM unit WHERE ?1 IS NULL UNION SELECT id FROM below)," \
  "member AS (SELECT id AS person, unit_id, ifnull(joined_on, '') AS from_on, ifnull(left_on, '9999') AS to_on" \
  "    FROM staff UNION ALL SELECT staff_id, unit_id, ifnull(from_on, ''), to_on FROM membership)," \
  "due AS (SELECT s.id, s.trained_since AS trained, s.passed_since AS passed FROM member m JOIN staff s" \
  "    ON s.id = m.person WHERE m.unit_id IN meant AND from_on <= ?3 AND to_on > ?3 AND s.counts)," \
  "lesson AS (SELECT a.staff_id AS person, s.day, ' ' || s.utilities || ' ' AS utilities, s.id AS session," \
  "    ifnull(s.series_id, s.id) AS class, ?1 IS NULL OR s.unit_id IN meant AS here FROM attendance a" \
  "    JOIN session s ON s.id = a.session_id WHERE a.status IN ('present', 'late'))," \
  "held AS (SELECT ifnull(series_id, id) AS class, day FROM session WHERE ?1 IS NULL OR unit_id IN meant)," \
  "told AS (SELECT day, CAST(ifnull(reached, 0) AS INTEGER) AS reached FROM outreach" \
  "    WHERE ?1 IS NULL OR unit_id IN meant)," \
  "said AS (SELECT kind FROM feedback WHERE (?1 IS NULL OR unit_id IN meant) AND made_on <= ?3" \
  "    AND ifnull(solved_on, '9999') > ?3) "

static const struct
{
  const char *name;
  const char *sql;
} counts[] = {
  { "phai-tap-huan", WITH "SELECT count(*) FROM due" },
  { "da-tap-huan", WITH "SELECT count(*) FROM due WHERE trained <= ?3" },
  { "chua-tap-huan", WITH "SELECT count(*) FROM due WHERE ifnull(trained, '9999') > ?3" },
  { "dat", WITH "SELECT count(*) FROM due WHERE trained <= ?3 AND passed <= ?3" },
  { "moi-tap-huan", WITH "SELECT count(*) FROM due WHERE trained BETWEEN ?2 AND ?3" },
  { "so-lop", WITH "SELECT count(DISTINCT class) FROM held WHERE day BETWEEN ?2 AND ?3" },
  { "so-lop-luy-ke", WITH "SELECT count(DISTINCT class) FROM held WHERE day <= ?3" },
  { "luot-nguoi", WITH "SELECT count(DISTINCT person || class) FROM lesson WHERE here AND day BETWEEN ?2 AND ?3" },
  { "luot-nguoi-luy-ke", WITH "SELECT count(DISTINCT person || class) FROM lesson WHERE here AND day <= ?3" },
  { "so-nguoi", WITH "SELECT count(DISTINCT person) FROM lesson WHERE here AND day BETWEEN ?2 AND ?3" },
  { "so-nguoi-luy-ke", WITH "SELECT count(DISTINCT person) FROM lesson WHERE here AND day <= ?3" },
  { "so-dot-tuyen-truyen", WITH "SELECT count(*) FROM told WHERE day BETWEEN ?2 AND ?3" },
  { "luot-tuyen-truyen", WITH "SELECT ifnull(sum(reached), 0) FROM told WHERE day BETWEEN ?2 AND ?3" },
  { "so-dot-tuyen-truyen-luy-ke", WITH "SELECT count(*) FROM told WHERE day <= ?3" },
  { "luot-tuyen-truyen-luy-ke", WITH "SELECT ifnull(sum(reached), 0) FROM told WHERE day <= ?3" },
  { "so-vuong-mac", WITH "SELECT count(*) FROM said WHERE kind = 'obstacle'" },
  { "so-de-xuat", WITH "SELECT count(*) FROM said WHERE kind = 'proposal'" },
};

static const char taught_sql[] = WITH "SELECT count(*) FROM due WHERE (?5 AND ifnull(trained <= ?3, 0)) OR EXISTS"
                                      " (SELECT 1 FROM lesson WHERE person = due.id AND day <= ?3"
                                      " AND instr(utilities, ' ' || ?4 || ' '))";
static const char fluent_sql[] = WITH "SELECT count(*) FROM due"
                                      " WHERE (?5 AND ifnull(trained <= ?3 AND passed <= ?3, 0)) OR EXISTS"
                                      " (SELECT 1 FROM practice WHERE staff_id = due.id AND level = 'fluent'"
                                      " AND day <= ?3 AND utility = ?4)";

typedef struct
{
  sqlite3 *db;
  const char *unit_id;
  char *first;
  char *last;
} Recount;

static gint64
recount (const Recount *about, const char *sql, const char *utility, gboolean is_required)
{
  sqlite3_stmt *statement = NULL;
  gint64 number;

  sqlite3_prepare_v2 (about->db, sql, -1, &statement, NULL);
  g_assert_cmpstr (sqlite3_errmsg (about->db), ==, "not an error");
  sqlite3_bind_text (statement, 1, about->unit_id, -1, SQLITE_TRANSIENT);
  sqlite3_bind_text (statement, 2, about->first, -1, SQLITE_TRANSIENT);
  sqlite3_bind_text (statement, 3, about->last, -1, SQLITE_TRANSIENT);
  sqlite3_bind_text (statement, 4, utility, -1, SQLITE_TRANSIENT);
  sqlite3_bind_int (statement, 5, is_required);
  g_assert_cmpint (sqlite3_step (statement), ==, SQLITE_ROW);
  number = sqlite3_column_int64 (statement, 0);
  sqlite3_finalize (statement);
  return number;
}

static void
check_measures (const Recount *about, SotayFrozenMonth *frozen)
{
  guint n_measures;

  sotay_month_measures_get (&n_measures);
  g_assert_cmpuint (n_measures, ==, G_N_ELEMENTS (counts));
  for (guint i = 0; i < G_N_ELEMENTS (counts); i++)
    {
      g_test_message ("%s of %s, %s to %s", counts[i].name, about->unit_id, about->first, about->last);
      g_assert_true (sotay_frozen_month_has (frozen, counts[i].name));
      g_assert_cmpint (sotay_frozen_month_get (frozen, counts[i].name), ==, recount (about, counts[i].sql, NULL, 0));
    }
}

static void
check_utilities (const Recount *about, SotayFrozenMonth *frozen, guint required)
{
  for (guint i = 0; i < SOTAY_N_UTILITIES; i++)
    {
      g_autofree char *utility = g_strdup_printf ("U%u", i + 1);
      g_autofree char *taught = sotay_month_measures_name_taught (i);
      g_autofree char *fluent = sotay_month_measures_name_fluent (i);
      gboolean is_required = (required >> i) & 1;

      g_assert_cmpint (sotay_frozen_month_get (frozen, taught), ==, recount (about, taught_sql, utility, is_required));
      g_assert_cmpint (sotay_frozen_month_get (frozen, fluent), ==, recount (about, fluent_sql, utility, is_required));
    }
}

static void
check_units (const Recount *about, SotayMonthData *data)
{
  GPtrArray *units = sotay_frozen_month_list_units (data->shown);

  for (guint i = 0; i < units->len; i++)
    {
      Recount unit = *about;
      const SotayMonthCounts *found = sotay_frozen_month_get_unit (data->shown, units->pdata[i]);

      unit.unit_id = units->pdata[i];
      g_assert_true (sotay_month_data_is_meant (data, unit.unit_id));
      g_assert_cmpint (found->due, ==, recount (&unit, counts[0].sql, NULL, 0));
      g_assert_cmpint (found->trained, ==, recount (&unit, counts[1].sql, NULL, 0));
      g_assert_cmpint (found->passed, ==, recount (&unit, counts[3].sql, NULL, 0));
      g_assert_cmpint (found->newly, ==, recount (&unit, counts[4].sql, NULL, 0));
    }
}

/* The people behind a figure are as many as it says. */
static void
check_people (SotayStore *store, const Recount *about, SotayFrozenMonth *frozen)
{
  guint n_measures;
  const SotayMonthMeasure *measures = sotay_month_measures_get (&n_measures);

  for (guint i = 0; i < n_measures; i++)
    {
      g_autoptr (SotayStaffQuery) query = NULL;

      if (measures[i].scope < 0)
        continue;
      query = sotay_staff_query_new (about->unit_id, (SotayStaffScope) measures[i].scope, NULL,
                                     sotay_frozen_month_get_day (frozen));
      g_assert_cmpint (sotay_store_count_staff (store, query, NULL, NULL), ==,
                       sotay_frozen_month_get (frozen, measures[i].name));
    }
}

static void
check_month (SotayStore *store, sqlite3 *db, const GDate *month, const GDate *today, const char *unit_id)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SotayMonthData) data = sotay_month_data_load (store, month, today, unit_id, NULL, &error);
  Recount about = { db, unit_id, NULL, NULL };
  guint required;

  g_assert_no_error (error);
  required = sotay_campaign_get_utilities (data->campaign);
  about.first = sotay_date_to_iso (&data->month);
  about.last = sotay_date_to_iso (sotay_frozen_month_get_day (data->shown));
  check_measures (&about, data->shown);
  check_utilities (&about, data->shown, required);
  check_units (&about, data);
  check_people (store, &about, data->shown);
  g_assert_cmpuint (data->twice->len, ==, 0);
  g_assert_cmpuint (data->late->len, ==, 0);
  g_assert_cmpuint (data->corrections->len, ==, 0);
  g_free (about.first);
  g_free (about.last);
  g_date_subtract_months (&data->month, 1);
  about.first = sotay_date_to_iso (&data->month);
  about.last = sotay_date_to_iso (sotay_frozen_month_get_day (data->before));
  check_measures (&about, data->before);
  g_free (about.first);
  g_free (about.last);
}

static void
live (GRand *random)
{
  g_autofree char *path = fixture_path ();
  g_autoptr (SotayStore) store = fixture_store (path);
  g_autoptr (GPtrArray) units = NULL;
  sqlite3 *db = NULL;

  for (guint i = 0; i < N_STEPS; i++)
    random_history_step (store, random);
  units = sotay_store_list_units (store, NULL, NULL);
  g_assert_cmpint (sqlite3_open_v2 (path, &db, SQLITE_OPEN_READONLY, NULL), ==, SQLITE_OK);
  for (guint i = 0; i < 4; i++)
    {
      int place = g_rand_int_range (random, -1, (int) units->len);
      GDate month = random_history_day (random);
      GDate today = g_rand_boolean (random) ? month : sotay_date_today ();

      check_month (store, db, &month, &today, place >= 0 ? sotay_unit_get_id (units->pdata[place]) : NULL);
    }
  sqlite3_close (db);
}

static void
test_random (void)
{
  for (guint i = 0; i < N_REGISTERS; i++)
    {
      guint32 seed = (guint32) g_test_rand_int ();
      g_autoptr (GRand) random = g_rand_new_with_seed (seed);

      g_test_message ("register %u", seed);
      live (random);
    }
}

/* A register that other hands wrote: one person in two units on one day. */
static void
test_twice (void)
{
  g_autofree char *path = fixture_path ();
  SotayStore *store = fixture_store (path);
  g_autoptr (SotayUnit) one = fixture_add_unit (store, NULL, "Văn phòng");
  g_autoptr (SotayUnit) other = fixture_add_unit (store, NULL, "Trường");
  g_autoptr (SotayStaff) person = fixture_add_staff (store, one, "Nguyễn Văn An");
  g_autofree char *sql = g_strdup_printf ("INSERT INTO membership VALUES ('%s/m', '%s', '%s', NULL, '2099-01-01')",
                                          sotay_staff_get_id (person), sotay_staff_get_id (person),
                                          sotay_unit_get_id (other));
  GDate day = fixture_date ("2026-03-31");
  g_autoptr (SotayMonthData) data = NULL;
  sqlite3 *db = NULL;

  g_object_unref (store);
  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db, sql, NULL, NULL, NULL), ==, SQLITE_OK);
  sqlite3_close (db);
  store = fixture_store (path);
  data = sotay_month_data_load (store, &day, &day, NULL, NULL, NULL);
  g_assert_nonnull (data);
  g_assert_cmpint (sotay_frozen_month_get (data->shown, "phai-tap-huan"), ==, 2);
  g_assert_cmpuint (data->twice->len, ==, 1);
  g_assert_cmpstr (sotay_staff_get_name (data->twice->pdata[0]), ==, "Nguyễn Văn An");
  g_object_unref (store);
}

static void
test_no_unit (void)
{
  g_autofree char *path = fixture_path ();
  g_autoptr (SotayStore) store = fixture_store (path);
  GDate day = fixture_date ("2026-03-31");
  g_autoptr (GError) error = NULL;

  g_assert_null (sotay_month_data_load (store, &day, &day, "no such unit", NULL, &error));
  g_assert_error (error, SOTAY_REGISTER_ERROR, SOTAY_REGISTER_ERROR_NOT_FOUND);
}

static void
add_tests (void)
{
  g_test_add_func ("/month-data/random", test_random);
  g_test_add_func ("/month-data/twice", test_twice);
  g_test_add_func ("/month-data/no-unit", test_no_unit);
}

/* As in test-recount.c: the registers are made in memory where the system has it. */
int
main (int argc, char **argv)
{
  if (g_file_test ("/dev/shm", G_FILE_TEST_IS_DIR))
    g_setenv ("TMPDIR", "/dev/shm", TRUE);
  return sotay_test_run (argc, argv, add_tests);
}
