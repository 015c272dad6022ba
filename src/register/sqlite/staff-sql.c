/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "register/sqlite/staff-sql.h"

#include "core/dates.h"
#include "register/sqlite/rows.h"
#include "register/sqlite/search.h"

/* Units with more people are not gathered: among everyone, each window of their list is soon full. */
#define MOST_GATHERED 20000

/* Statements are put together from constant texts only; every value is a parameter: 1 unit, 2 day, 3 limit, 4 offset,
 * 5 level, 6 employment, 7 words, 8 place, 9 words to look for in the rows. */
#define UNITS_BELOW "(WITH RECURSIVE below (id) AS (SELECT ?1 UNION " \
                    "SELECT c.id FROM unit c JOIN below ON c.parent_id = below.id) SELECT id FROM below)"
#define PRESENT_ON_DAY "ifnull(s.joined_on <= ?2, 1) AND ifnull(s.left_on > ?2, 1)"
#define FORMER_ON_DAY "m.to_on > ?2 AND ifnull(m.from_on <= ?2, 1)"
#define FORMER_PLACES "SELECT f.place FROM membership m JOIN staff f ON f.id = m.staff_id WHERE " FORMER_ON_DAY

static const char *const scopes[] = {
  [SOTAY_STAFF_ALL] = "",
  [SOTAY_STAFF_MEMBERS] = "",
  [SOTAY_STAFF_LEFT] = " AND s.left_on <= ?2",
  [SOTAY_STAFF_DUE] = " AND s.counts",
  [SOTAY_STAFF_TRAINED] = " AND s.counts AND s.trained_since <= ?2",
  [SOTAY_STAFF_UNTRAINED] = " AND s.counts AND ifnull(s.trained_since > ?2, 1)",
  [SOTAY_STAFF_PASSED] = " AND s.counts AND s.trained_since <= ?2 AND s.passed_since <= ?2",
  [SOTAY_STAFF_NOT_PASSED] = " AND s.counts AND NOT ifnull(s.trained_since <= ?2 AND s.passed_since <= ?2, 0)",
};

/* The same as sums of the figures kept. */
static const char *const sums[] = {
  [SOTAY_STAFF_ALL] = "people",
  [SOTAY_STAFF_MEMBERS] = "members",
  [SOTAY_STAFF_LEFT] = "gone",
  [SOTAY_STAFF_DUE] = "due",
  [SOTAY_STAFF_TRAINED] = "trained",
  [SOTAY_STAFF_UNTRAINED] = "due - trained",
  [SOTAY_STAFF_PASSED] = "passed",
  [SOTAY_STAFF_NOT_PASSED] = "due - passed",
};

static gboolean
is_of_members (SotayStaffQuery *query)
{
  SotayStaffScope scope = sotay_staff_query_get_scope (query);

  return scope != SOTAY_STAFF_ALL && scope != SOTAY_STAFF_LEFT;
}

static gboolean
has_words (SotayStaffQuery *query)
{
  return sotay_staff_query_get_words (query)[0] != NULL;
}

static const char *
units_of (SotayStaffQuery *query)
{
  return sotay_staff_query_get_below (query) ? UNITS_BELOW : "(?1)";
}

/* With a scope of members: those of the day, in the units asked for. */
static void
append_membership (GString *sql, SotayStaffQuery *query)
{
  const char *units = units_of (query);

  if (sotay_staff_query_get_unit_id (query) == NULL)
    {
      if (is_of_members (query))
        g_string_append (sql, " AND ((" PRESENT_ON_DAY ") OR s.place IN (" FORMER_PLACES "))");
      return;
    }
  if (!is_of_members (query))
    {
      g_string_append_printf (sql, " AND s.unit_id IN %s", units);
      return;
    }
  g_string_append_printf (sql, " AND ((s.unit_id IN %s AND " PRESENT_ON_DAY ") OR s.place IN (" FORMER_PLACES
                               " AND m.unit_id IN %s))", units, units);
}

/* The same as a list of places, so that only the people of the units are looked at. */
static void
append_gathering (GString *sql, SotayStaffQuery *query)
{
  const char *units = units_of (query);

  g_string_append_printf (sql, " AND s.place IN (SELECT s.place FROM staff s WHERE s.unit_id IN %s", units);
  if (is_of_members (query))
    g_string_append_printf (sql, " AND " PRESENT_ON_DAY " UNION " FORMER_PLACES " AND m.unit_id IN %s", units);
  g_string_append_c (sql, ')');
}

static void
append_filters (GString *sql, SotayStaffQuery *query)
{
  g_string_append (sql, scopes[sotay_staff_query_get_scope (query)]);
  if (sotay_staff_query_get_level (query) >= 0)
    g_string_append (sql, " AND ifnull(s.level, '0') = ?5");
  if (sotay_staff_query_get_activated (query) >= 0)
    g_string_append (sql, sotay_staff_query_get_activated (query) ? " AND s.activated = 'yes'"
                                                                  : " AND ifnull(s.activated, 'no') = 'no'");
  if (sotay_staff_query_get_employment (query) >= 0)
    g_string_append (sql, " AND s.employment = ?6");
}

static void
append_rough_words (GString *sql, SotayStaffQuery *query)
{
  g_autofree char *rough = sotay_search_list_rough (sotay_staff_query_get_words (query));

  if (rough != NULL)
    g_string_append (sql, " AND sotay_has_words (?9, s.code, s.name, s.position, "
                          "(SELECT u.name FROM unit u WHERE u.id = s.unit_id))");
}

/* @source: where people are found without words; the index of words alone is enough when nothing else is asked. */
static GString *
begin_query (const char *columns, const char *source, gboolean with_rows, SotayStaffQuery *query, SotayStaffPlan plan)
{
  GString *sql = g_string_new ("SELECT ");
  g_autoptr (GString) conditions = g_string_new (NULL);

  if (plan == SOTAY_STAFF_PLAN_UNITS)
    append_gathering (conditions, query);
  else
    append_membership (conditions, query);
  append_filters (conditions, query);
  append_rough_words (conditions, query);
  g_string_append (sql, columns);
  if (!has_words (query))
    g_string_append_printf (sql, " FROM %s WHERE TRUE", source);
  else if (with_rows || conditions->len > 0)
    g_string_append (sql, " FROM staff_word w CROSS JOIN staff s ON s.place = w.rowid WHERE w.staff_word MATCH ?7");
  else
    g_string_append (sql, " FROM staff_word w WHERE w.staff_word MATCH ?7");
  g_string_append (sql, conditions->str);
  return sql;
}

static void
bind_filters (sqlite3_stmt *statement, SotayStaffQuery *query)
{
  int level = sotay_staff_query_get_level (query);
  int employment = sotay_staff_query_get_employment (query);

  if (level >= 0)
    {
      const char text[] = { (char) ('0' + level), '\0' };

      sotay_sqlite_bind_text (statement, 5, text);
    }
  if (employment >= 0)
    sotay_sqlite_bind_text (statement, 6, sotay_employment_to_string ((SotayEmployment) employment));
}

/* A parameter that a statement does not have is not bound. */
static sqlite3_stmt *
prepare (sqlite3 *db, GString *sql, SotayStaffQuery *query, GError **error)
{
  sqlite3_stmt *statement = sotay_sqlite_prepare (db, sql->str, error);
  g_autofree char *day = sotay_date_to_iso (sotay_staff_query_get_day (query));

  if (statement == NULL)
    return NULL;
  sotay_sqlite_bind_text (statement, 1, sotay_staff_query_get_unit_id (query));
  sotay_sqlite_bind_text (statement, 2, day);
  bind_filters (statement, query);
  if (has_words (query))
    {
      g_autofree char *match = sotay_search_make_match (sotay_staff_query_get_words (query));

      g_autofree char *rough = sotay_search_list_rough (sotay_staff_query_get_words (query));

      sotay_sqlite_bind_text (statement, 7, match);
      sotay_sqlite_bind_text (statement, 9, rough);
    }
  return statement;
}

static char *
list_staff_columns (void)
{
  g_autofree char *fields = sotay_sqlite_list_columns (SOTAY_RECORD_STAFF, "s.");

  return g_strconcat (SOTAY_SQLITE_STANDING_COLUMNS ", ", fields, NULL);
}

static const char *
place_of (SotayStaffQuery *query)
{
  return has_words (query) ? "w.rowid" : "s.place";
}

/* Everyone is walked in the order of places: no index may tempt SQLite to sort. */
static const char *
source_of (SotayStaffPlan plan)
{
  return plan == SOTAY_STAFF_PLAN_WALK ? "staff s NOT INDEXED" : "staff s";
}

gboolean
sotay_staff_sql_choose (sqlite3 *db, SotayStaffQuery *query, SotayStaffPlan *plan, GError **error)
{
  g_autofree char *sql = g_strdup_printf ("SELECT ifnull(sum(people), 0) <= %d FROM unit_tally WHERE unit_id IN %s",
                                          MOST_GATHERED, units_of (query));
  g_autoptr (sqlite3_stmt) statement = NULL;
  gboolean row;

  *plan = has_words (query) ? SOTAY_STAFF_PLAN_WORDS : SOTAY_STAFF_PLAN_WALK;
  if (has_words (query) || sotay_staff_query_get_unit_id (query) == NULL)
    return TRUE;
  statement = sotay_sqlite_prepare (db, sql, error);
  if (statement == NULL)
    return FALSE;
  sotay_sqlite_bind_text (statement, 1, sotay_staff_query_get_unit_id (query));
  if (!sotay_sqlite_next (statement, &row, error))
    return FALSE;
  if (sqlite3_column_int (statement, 0) != 0)
    *plan = SOTAY_STAFF_PLAN_UNITS;
  return TRUE;
}

sqlite3_stmt *
sotay_staff_sql_count (sqlite3 *db, SotayStaffQuery *query, SotayStaffPlan plan, GError **error)
{
  g_autoptr (GString) sql = begin_query ("count(*)", "staff s", FALSE, query, plan);

  return prepare (db, sql, query, error);
}

/* Those who are found only for a membership of the past are few, and counted one by one. */
sqlite3_stmt *
sotay_staff_sql_count_by_tallies (sqlite3 *db, SotayStaffQuery *query, GError **error)
{
  SotayStaffScope scope = sotay_staff_query_get_scope (query);
  gboolean in_unit = sotay_staff_query_get_unit_id (query) != NULL;
  const char *units = units_of (query);
  g_autoptr (GString) sql = g_string_new (NULL);

  g_string_append_printf (sql, "SELECT (SELECT ifnull(sum(%s), 0) FROM unit_tally", sums[scope]);
  if (in_unit)
    g_string_append_printf (sql, " WHERE unit_id IN %s", units);
  g_string_append_c (sql, ')');
  if (!is_of_members (query))
    return prepare (db, sql, query, error);
  g_string_append (sql, " + (SELECT count(*) FROM staff s WHERE s.place IN (" FORMER_PLACES);
  if (in_unit)
    g_string_append_printf (sql, " AND m.unit_id IN %s", units);
  g_string_append (sql, ") AND NOT (" PRESENT_ON_DAY);
  if (in_unit)
    g_string_append_printf (sql, " AND s.unit_id IN %s", units);
  g_string_append_printf (sql, ")%s)", scopes[scope]);
  return prepare (db, sql, query, error);
}

sqlite3_stmt *
sotay_staff_sql_list (sqlite3 *db, SotayStaffQuery *query, SotayStaffPlan plan, gint64 from, gint64 offset,
                      gint64 limit, GError **error)
{
  g_autofree char *columns = list_staff_columns ();
  g_autoptr (GString) sql = begin_query (columns, source_of (plan), TRUE, query, plan);
  sqlite3_stmt *statement;

  g_string_append_printf (sql, " AND %s >= ?8 ORDER BY %s LIMIT ?3 OFFSET ?4", place_of (query), place_of (query));
  statement = prepare (db, sql, query, error);
  if (statement == NULL)
    return NULL;
  sqlite3_bind_int64 (statement, 3, limit);
  sqlite3_bind_int64 (statement, 4, offset);
  sqlite3_bind_int64 (statement, 8, from);
  return statement;
}

sqlite3_stmt *
sotay_staff_sql_find_from_end (sqlite3 *db, SotayStaffQuery *query, SotayStaffPlan plan, gint64 number, GError **error)
{
  g_autoptr (GString) sql = begin_query (place_of (query), source_of (plan), FALSE, query, plan);
  sqlite3_stmt *statement;

  g_string_append_printf (sql, " ORDER BY %s DESC LIMIT 1 OFFSET ?4", place_of (query));
  statement = prepare (db, sql, query, error);
  if (statement != NULL)
    sqlite3_bind_int64 (statement, 4, number);
  return statement;
}

sqlite3_stmt *
sotay_staff_sql_list_places (sqlite3 *db, SotayStaffQuery *query, SotayStaffPlan plan, gint64 from, GError **error)
{
  g_autoptr (GString) sql = begin_query (place_of (query), source_of (plan), FALSE, query, plan);
  sqlite3_stmt *statement;

  g_string_append_printf (sql, " AND %s >= ?8 ORDER BY %s", place_of (query), place_of (query));
  statement = prepare (db, sql, query, error);
  if (statement != NULL)
    sqlite3_bind_int64 (statement, 8, from);
  return statement;
}
