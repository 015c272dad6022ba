/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Every figure that the store tells, against an independent recount: plain SQL over the change log alone, which replays
 * it to the last record of each entry and applies the rules of register/standing.h by itself. */
#include "register/store.h"

#include "core/dates.h"
#include "fixture.h"
#include "random-history.h"
#include "support/test-support.h"

#include <sqlite3.h>
#include <string.h>

#if defined(__SANITIZE_ADDRESS__)
#define N_HISTORIES 60
#else
#define N_HISTORIES 1000
#endif
#define LONGEST_HISTORY 20 /* steps */
#define N_MONTHS 9

/* 0 unit, 1 staff, 2 membership, 3 session, 4 attendance, 5 practice, 6 campaign */
static const char replay_sql[] =
    "CREATE TEMP VIEW every_change AS SELECT step, position, kind, entity, after FROM change"
    "  UNION ALL SELECT b.step, b.position, 1, s.id, json_object ('unit_id', s.unit_id, 'joined_on', s.joined_on,"
    "    'left_on', s.left_on, 'trained_on', s.trained_on, 'passed_on', s.passed_on, 'employment', s.employment)"
    "    FROM bulk_add b JOIN staff s ON s.id BETWEEN b.first_id AND b.last_id"
    "    WHERE NOT EXISTS (SELECT 1 FROM change c WHERE c.entity = s.id AND c.step > b.step)"
    "  UNION ALL SELECT b.step, b.position, 1, c.entity, c.before"
    "    FROM bulk_add b JOIN change c ON c.entity BETWEEN b.first_id AND b.last_id"
    "    WHERE c.kind = 1 AND c.step > b.step AND NOT EXISTS (SELECT 1 FROM change d WHERE d.entity = c.entity"
    "      AND d.step > b.step AND (d.step, d.position) < (c.step, c.position));"
    "CREATE TEMP TABLE spell AS WITH "
    "latest AS (SELECT kind, entity, after FROM (SELECT c.kind, c.entity, c.after, row_number () OVER"
    "    (PARTITION BY c.kind, c.entity ORDER BY c.step DESC, c.position DESC) AS place"
    "    FROM every_change c JOIN step s ON s.number = c.step WHERE s.state = 0) WHERE place = 1 AND after IS NOT NULL),"
    "campaign AS (SELECT (SELECT after ->> 'utilities' FROM latest WHERE kind = 6) AS utilities,"
    "    (SELECT after ->> 'employments' FROM latest WHERE kind = 6) AS employments),"
    "utility AS (SELECT 'U' || value AS u FROM json_each ('[1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16]')),"
    "required AS (SELECT u FROM utility, campaign"
    "    WHERE utilities IS NULL OR instr (' ' || utilities || ' ', ' ' || u || ' ')),"
    "lesson AS (SELECT a.after ->> 'staff_id' AS person, u, min (s.after ->> 'day') AS day"
    "    FROM latest a JOIN latest s ON s.kind = 3 AND s.entity = a.after ->> 'session_id' JOIN required"
    "    ON instr (' ' || (s.after ->> 'utilities') || ' ', ' ' || u || ' ')"
    "    WHERE a.kind = 4 AND a.after ->> 'status' IN ('present', 'late') GROUP BY 1, 2),"
    "taught AS (SELECT person, max (day) AS day FROM lesson GROUP BY person"
    "    HAVING count (*) = (SELECT count (*) FROM required)),"
    "fluent AS (SELECT after ->> 'staff_id' AS person, max (after ->> 'day') AS day"
    "    FROM latest JOIN required ON u = after ->> 'utility' WHERE kind = 5 AND after ->> 'level' = 'fluent'"
    "    GROUP BY 1 HAVING count (*) = (SELECT count (*) FROM required)),"
    "standing AS (SELECT entity AS person, after ->> 'unit_id' AS unit_id,"
    "    ifnull (after ->> 'joined_on', '') AS from_on, ifnull (after ->> 'left_on', '9999') AS to_on,"
    "    employments IS NULL OR after ->> 'employment' IS NULL"
    "      OR instr (' ' || employments || ' ', ' ' || (after ->> 'employment') || ' ') AS counts,"
    "    min (ifnull (after ->> 'trained_on', '9999'), ifnull (taught.day, '9999')) AS trained,"
    "    min (ifnull (after ->> 'passed_on', '9999'), ifnull (fluent.day, '9999')) AS passed"
    "    FROM latest, campaign LEFT JOIN taught ON taught.person = entity LEFT JOIN fluent ON fluent.person = entity"
    "    WHERE kind = 1) "
    "SELECT person, unit_id, from_on, to_on, counts <> 0 AS counts, trained, max (trained, passed) AS passed, 1 AS present"
    "  FROM standing "
    "UNION ALL SELECT s.person, after ->> 'unit_id', ifnull (after ->> 'from_on', ''), after ->> 'to_on', counts <> 0,"
    "  trained, max (trained, passed), 0 FROM latest JOIN standing s ON s.person = after ->> 'staff_id' WHERE kind = 2;"
    "CREATE TEMP TABLE tree AS SELECT entity AS id, after ->> 'parent_id' AS parent_id FROM ("
    "  SELECT c.kind, c.entity, c.after, row_number () OVER"
    "  (PARTITION BY c.kind, c.entity ORDER BY c.step DESC, c.position DESC) AS place"
    "  FROM every_change c JOIN step s ON s.number = c.step WHERE s.state = 0) WHERE place = 1 AND kind = 0"
    "  AND after IS NOT NULL;";

#define ON_DAY "from_on <= ?1 AND to_on > ?1"
#define IN_UNITS "(?2 IS NULL OR unit_id IN (WITH RECURSIVE below (id) AS (SELECT ?2 UNION SELECT t.id FROM tree t " \
                 "JOIN below b ON t.parent_id = b.id) SELECT id FROM below))"

/* The people behind each scope; the names of the scopes are those of the enumeration. */
static const char *const scope_conditions[] = {
  [SOTAY_STAFF_ALL] = "present",
  [SOTAY_STAFF_MEMBERS] = ON_DAY,
  [SOTAY_STAFF_LEFT] = "present AND to_on <= ?1",
  [SOTAY_STAFF_DUE] = ON_DAY " AND counts",
  [SOTAY_STAFF_TRAINED] = ON_DAY " AND counts AND trained <= ?1",
  [SOTAY_STAFF_UNTRAINED] = ON_DAY " AND counts AND trained > ?1",
  [SOTAY_STAFF_PASSED] = ON_DAY " AND counts AND passed <= ?1",
  [SOTAY_STAFF_NOT_PASSED] = ON_DAY " AND counts AND passed > ?1",
};

static sqlite3_stmt *
prepare (sqlite3 *db, const char *sql, const GDate *day, const char *unit_id)
{
  g_autofree char *iso = day != NULL ? sotay_date_to_iso (day) : NULL;
  sqlite3_stmt *statement = NULL;
  int code = sqlite3_prepare_v2 (db, sql, -1, &statement, NULL);

  if (code != SQLITE_OK)
    g_error ("%s", sqlite3_errmsg (db));
  sqlite3_bind_text (statement, 1, iso, -1, SQLITE_TRANSIENT);
  sqlite3_bind_text (statement, 2, unit_id, -1, SQLITE_TRANSIENT);
  return statement;
}

/* Due, trained, passed. */
static void
recount (sqlite3 *db, const GDate *day, const char *unit_id, guint figures[3])
{
  sqlite3_stmt *statement = prepare (db, "SELECT count (*), ifnull (sum (trained <= ?1), 0),"
                                         "  ifnull (sum (passed <= ?1), 0) FROM spell "
                                         "WHERE counts AND " ON_DAY " AND " IN_UNITS, day, unit_id);

  g_assert_cmpint (sqlite3_step (statement), ==, SQLITE_ROW);
  for (int i = 0; i < 3; i++)
    figures[i] = (guint) sqlite3_column_int (statement, i);
  sqlite3_finalize (statement);
}

/* "unit due trained passed" of each unit that is due, by unit. */
static char *
recount_tallies (sqlite3 *db, const GDate *day)
{
  sqlite3_stmt *statement = prepare (db, "SELECT unit_id || ' ' || count (*) || ' ' || sum (trained <= ?1) || ' '"
                                         "  || sum (passed <= ?1) FROM spell "
                                         "WHERE counts AND " ON_DAY " GROUP BY unit_id ORDER BY unit_id", day, NULL);
  GString *text = g_string_new (NULL);

  while (sqlite3_step (statement) == SQLITE_ROW)
    g_string_append_printf (text, "%s\n", (const char *) sqlite3_column_text (statement, 0));
  sqlite3_finalize (statement);
  return g_string_free (text, FALSE);
}

static int
compare_tallies (gconstpointer a, gconstpointer b)
{
  const SotayTally *const *first = a;
  const SotayTally *const *second = b;

  return strcmp ((*first)->unit_id, (*second)->unit_id);
}

static void
check_tallies (SotayStore *store, sqlite3 *db, const GDate *day)
{
  g_autoptr (GPtrArray) tallies = sotay_store_tally (store, day, NULL, NULL);
  g_autofree char *expected = recount_tallies (db, day);
  g_autoptr (GString) text = g_string_new (NULL);

  g_assert_nonnull (tallies);
  g_ptr_array_sort (tallies, compare_tallies);
  for (guint i = 0; i < tallies->len; i++)
    {
      const SotayTally *tally = g_ptr_array_index (tallies, i);

      if (tally->due > 0)
        g_string_append_printf (text, "%s %u %u %u\n", tally->unit_id, tally->due, tally->trained, tally->passed);
    }
  g_assert_cmpstr (text->str, ==, expected);
}

static void
check_scopes (SotayStore *store, sqlite3 *db, const GDate *day, const char *unit_id)
{
  for (guint scope = 0; scope < G_N_ELEMENTS (scope_conditions); scope++)
    {
      g_autoptr (SotayStaffQuery) query = sotay_staff_query_new (unit_id, scope, NULL, day);
      g_autofree char *sql = g_strconcat ("SELECT count (*) FROM spell WHERE ", scope_conditions[scope], " AND ",
                                          IN_UNITS, NULL);
      g_autoptr (GPtrArray) staff = sotay_store_list_staff (store, query, 0, 0, NULL, NULL);
      sqlite3_stmt *statement = prepare (db, sql, day, unit_id);

      g_assert_cmpint (sqlite3_step (statement), ==, SQLITE_ROW);
      g_test_message ("scope %u", scope);
      g_assert_cmpint (sotay_store_count_staff (store, query, NULL, NULL), ==, sqlite3_column_int (statement, 0));
      g_assert_cmpuint (staff->len, ==, (guint) sqlite3_column_int (statement, 0));
      sqlite3_finalize (statement);
    }
}

static void
check_trend (SotayStore *store, sqlite3 *db, const GDate *last, const char *unit_id)
{
  g_autoptr (GArray) trend = sotay_store_list_trend (store, unit_id, last, N_MONTHS, NULL, NULL);

  g_assert_cmpuint (trend->len, ==, N_MONTHS);
  for (guint i = 0; i < trend->len; i++)
    {
      SotayTrendPoint *point = &g_array_index (trend, SotayTrendPoint, i);
      guint figures[3];

      recount (db, &point->day, unit_id, figures);
      g_assert_cmpuint (point->due, ==, figures[0]);
      g_assert_cmpuint (point->trained, ==, figures[1]);
      g_assert_cmpuint (point->passed, ==, figures[2]);
    }
  g_assert_cmpint (g_date_compare (&g_array_index (trend, SotayTrendPoint, N_MONTHS - 1).day, last), ==, 0);
}

/* Since when each person counts, in the list and in the explanation. */
static void
check_people (SotayStore *store, sqlite3 *db)
{
  sqlite3_stmt *statement = prepare (db, "SELECT person, nullif (trained, '9999'), nullif (passed, '9999'), counts "
                                         "FROM spell WHERE present", NULL, NULL);

  while (sqlite3_step (statement) == SQLITE_ROW)
    {
      const char *id = (const char *) sqlite3_column_text (statement, 0);
      const char *trained = (const char *) sqlite3_column_text (statement, 1);
      const char *passed = (const char *) sqlite3_column_text (statement, 2);
      const char *ids[] = { id, NULL };
      g_autoptr (GPtrArray) found = sotay_store_get_staff (store, ids, NULL, NULL);
      g_autoptr (SotayStaffStanding) standing = sotay_store_explain_staff (store, id, NULL, NULL);

      g_assert_nonnull (found);
      g_assert_cmpstr (sotay_staff_get_trained_since (g_ptr_array_index (found, 0)), ==, trained);
      g_assert_cmpstr (sotay_staff_get_passed_since (g_ptr_array_index (found, 0)), ==, passed);
      g_assert_cmpint (sotay_staff_counts (g_ptr_array_index (found, 0)), ==, sqlite3_column_int (statement, 3));
      g_assert_cmpstr (sotay_staff_standing_get_trained_since (standing), ==, trained);
      g_assert_cmpstr (sotay_staff_standing_get_passed_since (standing), ==, passed);
      g_assert_cmpint (sotay_staff_standing_get_trained_by (standing) == SOTAY_STANDING_NOT, ==, trained == NULL);
      g_assert_cmpint (sotay_staff_standing_get_passed_by (standing) == SOTAY_STANDING_NOT, ==, passed == NULL);
    }
  sqlite3_finalize (statement);
}

static void
check_figures (SotayStore *store, const char *path, GRand *random)
{
  g_autoptr (GPtrArray) units = sotay_store_list_units (store, NULL, NULL);
  int place = g_rand_int_range (random, -1, (int) units->len); /* -1: everyone */
  const char *unit_id = place >= 0 ? sotay_unit_get_id (g_ptr_array_index (units, place)) : NULL;
  GDate day = g_rand_boolean (random) ? random_history_day (random) : sotay_date_today (); /* today's are kept */
  sqlite3 *db = NULL;
  char *problem = NULL;

  g_assert_cmpint (sqlite3_open_v2 (path, &db, SQLITE_OPEN_READONLY, NULL), ==, SQLITE_OK);
  sqlite3_exec (db, replay_sql, NULL, NULL, &problem);
  g_assert_cmpstr (problem, ==, NULL);
  check_tallies (store, db, &day);
  check_scopes (store, db, &day, unit_id);
  check_trend (store, db, &day, unit_id);
  check_people (store, db);
  sqlite3_close (db);
}

static void
live (const char *empty, const char *path, guint32 seed)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (seed);
  g_autoptr (SotayStore) store = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *contents = NULL;
  gsize size;
  int n_steps = g_rand_int_range (random, LONGEST_HISTORY / 2, LONGEST_HISTORY + 1);

  g_file_get_contents (empty, &contents, &size, &error);
  g_assert_no_error (error);
  g_file_set_contents (path, contents, (gssize) size, &error);
  g_assert_no_error (error);
  store = fixture_store (path);
  for (int i = 0; i < n_steps; i++)
    random_history_step (store, random);
  check_figures (store, path, random);
}

static void
test_histories (void)
{
  g_autofree char *empty = fixture_path ();
  g_autofree char *path = fixture_path ();
  g_autofree char *folder = g_path_get_dirname (path);
  SotayStore *store = fixture_store (empty);
  g_autofree char *verdict = sotay_store_check (store, NULL, NULL);

  g_assert_nonnull (verdict);
  g_object_unref (store);
  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
  for (guint32 seed = 0; seed < N_HISTORIES; seed++)
    {
      g_test_message ("history %u", seed);
      live (empty, path, seed);
    }
}

static void
add_tests (void)
{
  g_test_add_func ("/recount/histories", test_histories);
}

/* So many registers are made that a disk would be waited for most of the time: in memory where the system has it. */
int
main (int argc, char **argv)
{
  if (g_file_test ("/dev/shm", G_FILE_TEST_IS_DIR))
    g_setenv ("TMPDIR", "/dev/shm", TRUE);
  return sotay_test_run (argc, argv, add_tests);
}
