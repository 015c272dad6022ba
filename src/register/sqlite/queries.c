/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "register/sqlite/queries.h"

#include "core/dates.h"
#include "register/register-error.h"
#include "register/sqlite/rows.h"
#include "register/store.h"

#define FIRST_WORD 5 /* parameters: 1 unit, 2 day, 3 limit, 4 offset, then the words */

static const char tally_sql[] = "SELECT unit_id, sum(due), sum(due AND trained), sum(due AND trained AND passed) "
                                "FROM (SELECT unit_id,"
                                "  ifnull(joined_on <= ?1, 1) AND ifnull(left_on > ?1, 1) AS due,"
                                "  ifnull(trained_on <= ?1, 0) AS trained,"
                                "  ifnull(passed_on <= ?1, 0) AS passed FROM staff) "
                                "GROUP BY unit_id";

/* Conditions are put together from constant texts only; every value is a parameter. */
static void
append_conditions (GString *sql, SotayStaffQuery *query)
{
  const char *const *words = sotay_staff_query_get_words (query);

  if (sotay_staff_query_get_unit_id (query) != NULL)
    g_string_append (sql, " AND s.unit_id IN (WITH RECURSIVE below (id) AS (SELECT ?1 UNION "
                          "SELECT c.id FROM unit c JOIN below ON c.parent_id = below.id) SELECT id FROM below)");
  if (sotay_staff_query_get_untrained_only (query))
    g_string_append (sql, " AND (s.joined_on IS NULL OR s.joined_on <= ?2) AND (s.left_on IS NULL OR s.left_on > ?2)"
                          " AND (s.trained_on IS NULL OR s.trained_on > ?2)");
  for (int i = 0; words[i] != NULL; i++)
    g_string_append_printf (sql, " AND (instr (s.folded, ?%d) OR instr (u.folded, ?%d))", FIRST_WORD + i,
                            FIRST_WORD + i);
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
  if (sotay_staff_query_get_untrained_only (query))
    sotay_sqlite_bind_text (statement, 2, day);
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
  g_autoptr (sqlite3_stmt) statement = NULL;
  gboolean row;

  statement = sotay_sqlite_prepare (db, "SELECT " SOTAY_SQLITE_UNIT_COLUMNS " FROM unit u ORDER BY u.sort_key, u.id",
                                    error);
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
  g_autoptr (GString) sql = begin_query (SOTAY_SQLITE_STAFF_COLUMNS, query);
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
  g_autoptr (sqlite3_stmt) statement = NULL;

  statement = sotay_sqlite_prepare (db, "SELECT " SOTAY_SQLITE_STAFF_COLUMNS " FROM staff s WHERE s.id = ?1", error);
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
