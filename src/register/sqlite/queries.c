/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "register/sqlite/queries.h"

#include "core/dates.h"
#include "register/register-error.h"
#include "register/sqlite/rows.h"
#include "register/store.h"

#define FIRST_WORD 7 /* parameters: 1 unit, 2 day, 3 limit, 4 offset, 5 level, 6 employment, then the words */

/* The present memberships and those former ones that cover the day. */
static const char tally_sql[] = "SELECT unit_id, sum(due), sum(due AND trained), sum(due AND trained AND passed) "
                                "FROM (SELECT unit_id,"
                                "  counts AND ifnull(joined_on <= ?1, 1) AND ifnull(left_on > ?1, 1) AS due,"
                                "  ifnull(trained_since <= ?1, 0) AS trained,"
                                "  ifnull(passed_since <= ?1, 0) AS passed FROM staff "
                                "UNION ALL SELECT m.unit_id,"
                                "  s.counts,"
                                "  ifnull(s.trained_since <= ?1, 0),"
                                "  ifnull(s.passed_since <= ?1, 0)"
                                "  FROM membership m JOIN staff s ON s.id = m.staff_id"
                                "  WHERE ifnull(m.from_on <= ?1, 1) AND m.to_on > ?1) "
                                "GROUP BY unit_id";

#define UNITS_BELOW "(WITH RECURSIVE below (id) AS (SELECT ?1 UNION " \
                    "SELECT c.id FROM unit c JOIN below ON c.parent_id = below.id) SELECT id FROM below)"
#define PRESENT_ON_DAY "ifnull(s.joined_on <= ?2, 1) AND ifnull(s.left_on > ?2, 1)"
#define FORMER_ON_DAY "m.staff_id = s.id AND ifnull(m.from_on <= ?2, 1) AND m.to_on > ?2"

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

static gboolean
is_of_members (SotayStaffQuery *query)
{
  SotayStaffScope scope = sotay_staff_query_get_scope (query);

  return scope != SOTAY_STAFF_ALL && scope != SOTAY_STAFF_LEFT;
}

/* With a scope of members: those of the day, in the units asked for. */
static void
append_membership (GString *sql, SotayStaffQuery *query)
{
  const char *units = sotay_staff_query_get_below (query) ? UNITS_BELOW : "(?1)";

  if (sotay_staff_query_get_unit_id (query) == NULL)
    {
      if (is_of_members (query))
        g_string_append (sql, " AND ((" PRESENT_ON_DAY ") OR EXISTS (SELECT 1 FROM membership m WHERE " FORMER_ON_DAY
                              "))");
      return;
    }
  if (!is_of_members (query))
    {
      g_string_append_printf (sql, " AND s.unit_id IN %s", units);
      return;
    }
  g_string_append_printf (sql, " AND ((s.unit_id IN %s AND " PRESENT_ON_DAY ") OR EXISTS (SELECT 1 FROM membership m "
                               "WHERE m.unit_id IN %s AND " FORMER_ON_DAY "))", units, units);
}

/* Conditions are put together from constant texts only; every value is a parameter. */
static void
append_conditions (GString *sql, SotayStaffQuery *query)
{
  const char *const *words = sotay_staff_query_get_words (query);

  append_membership (sql, query);
  g_string_append (sql, scopes[sotay_staff_query_get_scope (query)]);
  if (sotay_staff_query_get_level (query) >= 0)
    g_string_append (sql, " AND ifnull(s.level, '0') = ?5");
  if (sotay_staff_query_get_activated (query) >= 0)
    g_string_append (sql, sotay_staff_query_get_activated (query) ? " AND s.activated = 'yes'"
                                                                  : " AND ifnull(s.activated, 'no') = 'no'");
  if (sotay_staff_query_get_employment (query) >= 0)
    g_string_append (sql, " AND s.employment = ?6");
  for (int i = 0; words[i] != NULL; i++)
    g_string_append_printf (sql, " AND (instr (s.folded, ?%d) OR instr (u.folded, ?%d))", FIRST_WORD + i,
                            FIRST_WORD + i);
}

static char *
list_staff_columns (void)
{
  g_autofree char *fields = sotay_sqlite_list_columns (SOTAY_RECORD_STAFF, "s.");

  return g_strconcat (SOTAY_SQLITE_STANDING_COLUMNS ", ", fields, NULL);
}

static GString *
begin_query (const char *columns, SotayStaffQuery *query)
{
  GString *sql = g_string_new ("SELECT ");

  g_string_append (sql, columns);
  g_string_append (sql, " FROM staff s");
  if (sotay_staff_query_get_words (query)[0] != NULL)
    g_string_append (sql, " JOIN unit u ON u.id = s.unit_id");
  g_string_append (sql, " WHERE TRUE");
  append_conditions (sql, query);
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

static sqlite3_stmt *
prepare_query (sqlite3 *db, GString *sql, SotayStaffQuery *query, GError **error)
{
  g_autoptr (sqlite3_stmt) statement = sotay_sqlite_prepare (db, sql->str, error);
  const char *const *words = sotay_staff_query_get_words (query);
  g_autofree char *day = sotay_date_to_iso (sotay_staff_query_get_day (query));

  if (statement == NULL)
    return NULL;
  if (sotay_staff_query_get_unit_id (query) != NULL)
    sotay_sqlite_bind_text (statement, 1, sotay_staff_query_get_unit_id (query));
  if (sotay_staff_query_get_scope (query) != SOTAY_STAFF_ALL)
    sotay_sqlite_bind_text (statement, 2, day);
  bind_filters (statement, query);
  for (int i = 0; words[i] != NULL; i++)
    {
      g_autofree char *beginning = g_strconcat (" ", words[i], NULL);

      sotay_sqlite_bind_text (statement, FIRST_WORD + i, beginning);
    }
  return g_steal_pointer (&statement);
}

static gboolean
collect_staff (sqlite3_stmt *statement, GPtrArray *staff, GError **error)
{
  gboolean row;

  while (sotay_sqlite_next (statement, &row, error))
    {
      SotayStaff *person;

      if (!row)
        return TRUE;
      person = sotay_sqlite_read_staff (statement, error);
      if (person == NULL)
        return FALSE;
      g_ptr_array_add (staff, person);
    }
  return FALSE;
}

static SotayTally *
read_tally (sqlite3_stmt *statement)
{
  SotayTally *tally = g_new0 (SotayTally, 1);

  tally->unit_id = g_strdup ((const char *) sqlite3_column_text (statement, 0));
  tally->due = (guint) sqlite3_column_int64 (statement, 1);
  tally->trained = (guint) sqlite3_column_int64 (statement, 2);
  tally->passed = (guint) sqlite3_column_int64 (statement, 3);
  return tally;
}

GPtrArray *
sotay_sqlite_list_units (sqlite3 *db, GError **error)
{
  g_autoptr (GPtrArray) units = g_ptr_array_new_with_free_func (g_object_unref);
  g_autofree char *columns = sotay_sqlite_list_columns (SOTAY_RECORD_UNIT, "");
  g_autofree char *sql = g_strdup_printf ("SELECT %s FROM unit ORDER BY sort_key, id", columns);
  g_autoptr (sqlite3_stmt) statement = sotay_sqlite_prepare (db, sql, error);
  gboolean row;

  if (statement == NULL)
    return NULL;
  while (sotay_sqlite_next (statement, &row, error))
    {
      SotayUnit *unit;

      if (!row)
        return g_steal_pointer (&units);
      unit = sotay_sqlite_read_unit (statement, error);
      if (unit == NULL)
        return NULL;
      g_ptr_array_add (units, unit);
    }
  return NULL;
}

gint64
sotay_sqlite_count_staff (sqlite3 *db, SotayStaffQuery *query, GError **error)
{
  g_autoptr (GString) sql = begin_query ("count(*)", query);
  g_autoptr (sqlite3_stmt) statement = prepare_query (db, sql, query, error);
  gboolean row;

  if (statement == NULL || !sotay_sqlite_next (statement, &row, error))
    return -1;
  return sqlite3_column_int64 (statement, 0);
}

GPtrArray *
sotay_sqlite_list_staff (sqlite3 *db, SotayStaffQuery *query, guint offset, guint limit, GError **error)
{
  g_autoptr (GPtrArray) staff = g_ptr_array_new_with_free_func (g_object_unref);
  g_autofree char *columns = list_staff_columns ();
  g_autoptr (GString) sql = begin_query (columns, query);
  g_autoptr (sqlite3_stmt) statement = NULL;

  g_string_append (sql, " ORDER BY s.sort_key, s.id LIMIT ?3 OFFSET ?4");
  statement = prepare_query (db, sql, query, error);
  if (statement == NULL)
    return NULL;
  sqlite3_bind_int64 (statement, 3, limit > 0 ? (gint64) limit : -1);
  sqlite3_bind_int64 (statement, 4, offset);
  return collect_staff (statement, staff, error) ? g_steal_pointer (&staff) : NULL;
}

GPtrArray *
sotay_sqlite_get_staff (sqlite3 *db, const char *const *ids, GError **error)
{
  g_autoptr (GPtrArray) staff = g_ptr_array_new_with_free_func (g_object_unref);
  g_autofree char *columns = list_staff_columns ();
  g_autofree char *sql = g_strdup_printf ("SELECT %s FROM staff s WHERE s.id = ?1", columns);
  g_autoptr (sqlite3_stmt) statement = sotay_sqlite_prepare (db, sql, error);

  if (statement == NULL)
    return NULL;
  for (guint i = 0; ids[i] != NULL; i++)
    {
      sotay_sqlite_bind_text (statement, 1, ids[i]);
      if (!collect_staff (statement, staff, error))
        return NULL;
      if (staff->len == i)
        {
          g_set_error_literal (error, SOTAY_REGISTER_ERROR, SOTAY_REGISTER_ERROR_NOT_FOUND, ids[i]);
          return NULL;
        }
      sqlite3_reset (statement);
    }
  return g_steal_pointer (&staff);
}

GPtrArray *
sotay_sqlite_tally (sqlite3 *db, const GDate *day, GError **error)
{
  g_autoptr (GPtrArray) tallies = g_ptr_array_new_with_free_func ((GDestroyNotify) sotay_tally_free);
  g_autofree char *iso = sotay_date_to_iso (day);
  g_autoptr (sqlite3_stmt) statement = NULL;
  gboolean row;

  statement = sotay_sqlite_prepare (db, tally_sql, error);
  if (statement == NULL)
    return NULL;
  sotay_sqlite_bind_text (statement, 1, iso);
  while (sotay_sqlite_next (statement, &row, error))
    {
      if (!row)
        return g_steal_pointer (&tallies);
      g_ptr_array_add (tallies, read_tally (statement));
    }
  return NULL;
}

gboolean
sotay_sqlite_check_integrity (sqlite3 *db, GError **error)
{
  g_autoptr (sqlite3_stmt) pages = sotay_sqlite_prepare (db, "PRAGMA integrity_check (1)", error);
  g_autoptr (sqlite3_stmt) references = NULL;
  const char *finding;
  gboolean row;

  if (pages == NULL || !sotay_sqlite_next (pages, &row, error))
    return FALSE;
  finding = row ? (const char *) sqlite3_column_text (pages, 0) : "no answer";
  if (g_strcmp0 (finding, "ok") != 0)
    {
      g_set_error_literal (error, SOTAY_REGISTER_ERROR, SOTAY_REGISTER_ERROR_CORRUPT, finding);
      return FALSE;
    }
  references = sotay_sqlite_prepare (db, "PRAGMA foreign_key_check", error);
  if (references == NULL || !sotay_sqlite_next (references, &row, error))
    return FALSE;
  if (!row)
    return TRUE;
  g_set_error (error, SOTAY_REGISTER_ERROR, SOTAY_REGISTER_ERROR_CORRUPT, "%s: a reference leads nowhere",
               (const char *) sqlite3_column_text (references, 0));
  return FALSE;
}
