/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "register/sqlite/queries.h"

#include "core/dates.h"
#include "register/register-error.h"
#include "register/sqlite/rows.h"
#include "register/sqlite/schema.h"
#include "register/sqlite/search.h"
#include "register/sqlite/tallies.h"
#include "register/store.h"

/* The present memberships on the day, and the former ones that cover it. */
static const char kept_sql[] = "SELECT unit_id, due, trained, passed FROM unit_tally WHERE people > 0";
static const char present_sql[] = "SELECT unit_id, sum(due), sum(due AND trained), sum(due AND trained AND passed) "
                                  "FROM (SELECT unit_id,"
                                  "  counts AND ifnull(joined_on <= ?1, 1) AND ifnull(left_on > ?1, 1) AS due,"
                                  "  ifnull(trained_since <= ?1, 0) AS trained,"
                                  "  ifnull(passed_since <= ?1, 0) AS passed FROM staff) GROUP BY unit_id";
static const char former_sql[] = "SELECT unit_id, sum(due), sum(due AND trained), sum(due AND trained AND passed) "
                                 "FROM (SELECT m.unit_id, s.counts AS due, ifnull(s.trained_since <= ?1, 0) AS trained,"
                                 "  ifnull(s.passed_since <= ?1, 0) AS passed"
                                 "  FROM membership m JOIN staff s ON s.id = m.staff_id"
                                 "  WHERE m.to_on > ?1 AND ifnull(m.from_on <= ?1, 1)) GROUP BY unit_id";

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

static gboolean
collect_tallies (sqlite3 *db, const char *sql, const char *day, GPtrArray *tallies, GError **error)
{
  g_autoptr (sqlite3_stmt) statement = sotay_sqlite_prepare (db, sql, error);
  gboolean row;

  if (statement == NULL)
    return FALSE;
  sotay_sqlite_bind_text (statement, 1, day);
  while (sotay_sqlite_next (statement, &row, error))
    {
      if (!row)
        return TRUE;
      g_ptr_array_add (tallies, read_tally (statement));
    }
  return FALSE;
}

static gboolean
add_former (sqlite3 *db, const char *day, GPtrArray *tallies, GError **error)
{
  g_autoptr (GPtrArray) former = g_ptr_array_new_with_free_func ((GDestroyNotify) sotay_tally_free);
  g_autoptr (GHashTable) by_unit = g_hash_table_new (g_str_hash, g_str_equal);

  if (!collect_tallies (db, former_sql, day, former, error))
    return FALSE;
  for (guint i = 0; i < tallies->len && former->len > 0; i++)
    {
      SotayTally *tally = g_ptr_array_index (tallies, i);

      g_hash_table_insert (by_unit, tally->unit_id, tally);
    }
  while (former->len > 0)
    {
      SotayTally *more = g_ptr_array_steal_index_fast (former, former->len - 1);
      SotayTally *tally = g_hash_table_lookup (by_unit, more->unit_id);

      if (tally == NULL)
        {
          g_ptr_array_add (tallies, more);
          continue;
        }
      tally->due += more->due;
      tally->trained += more->trained;
      tally->passed += more->passed;
      sotay_tally_free (more);
    }
  return TRUE;
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

gboolean
sotay_sqlite_collect_staff (sqlite3_stmt *statement, GPtrArray *staff, GError **error)
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

GPtrArray *
sotay_sqlite_get_staff (sqlite3 *db, const char *const *ids, GError **error)
{
  g_autoptr (GPtrArray) staff = g_ptr_array_new_with_free_func (g_object_unref);
  g_autofree char *columns = sotay_sqlite_list_columns (SOTAY_RECORD_STAFF, "s.");
  g_autofree char *sql = g_strdup_printf ("SELECT " SOTAY_SQLITE_STANDING_COLUMNS ", %s FROM staff s WHERE s.id = ?1",
                                          columns);
  g_autoptr (sqlite3_stmt) statement = sotay_sqlite_prepare (db, sql, error);

  if (statement == NULL)
    return NULL;
  for (guint i = 0; ids[i] != NULL; i++)
    {
      sotay_sqlite_bind_text (statement, 1, ids[i]);
      if (!sotay_sqlite_collect_staff (statement, staff, error))
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
  gboolean kept;

  if (!sotay_tallies_are_of (db, iso, &kept, error)
      || !collect_tallies (db, kept ? kept_sql : present_sql, iso, tallies, error)
      || !add_former (db, iso, tallies, error))
    return NULL;
  return g_steal_pointer (&tallies);
}

/* The units that no root leads to lie in a ring. */
static gboolean
check_tree (sqlite3 *db, GError **error)
{
  gint64 n_lost = sotay_sqlite_read_number (db, "WITH RECURSIVE reached (id) AS ("
                                                "  SELECT id FROM unit WHERE parent_id IS NULL"
                                                "  UNION ALL SELECT u.id FROM reached r JOIN unit u ON u.parent_id = r.id) "
                                                "SELECT (SELECT count(*) FROM unit) - (SELECT count(*) FROM reached)",
                                            error);

  if (n_lost > 0)
    g_set_error (error, SOTAY_REGISTER_ERROR, SOTAY_REGISTER_ERROR_CORRUPT, "unit.parent_id: %" G_GINT64_FORMAT
                 " in a ring", n_lost);
  return n_lost == 0;
}

/* Whether undo and history can read what the log keeps. */
static gboolean
check_log (sqlite3 *db, GError **error)
{
  gint64 n_broken = sotay_sqlite_read_number (db, "SELECT count(*) FROM change WHERE "
                                                  "CASE WHEN before IS NULL THEN 0 WHEN json_valid (before) "
                                                  "THEN json_type (before) <> 'object' ELSE 1 END OR "
                                                  "CASE WHEN after IS NULL THEN 0 WHEN json_valid (after) "
                                                  "THEN json_type (after) <> 'object' ELSE 1 END", error);

  if (n_broken > 0)
    g_set_error (error, SOTAY_REGISTER_ERROR, SOTAY_REGISTER_ERROR_CORRUPT, "change: %" G_GINT64_FORMAT " not readable",
                 n_broken);
  return n_broken == 0;
}

/* What is worked out from the rest. A backup may be of a schema that had none of it. */
static gboolean
check_derived (sqlite3 *db, GError **error)
{
  gint64 version = sotay_sqlite_read_number (db, "PRAGMA user_version", error);

  if (version < sotay_sqlite_schema_version ())
    return version >= 0;
  return sotay_tallies_check (db, error) && sotay_search_check (db, error);
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
      g_set_error_literal (error, SOTAY_REGISTER_ERROR, (int) sotay_sqlite_code_of_damage (db), finding);
      return FALSE;
    }
  references = sotay_sqlite_prepare (db, "PRAGMA foreign_key_check", error);
  if (references == NULL || !sotay_sqlite_next (references, &row, error))
    return FALSE;
  if (!row)
    return check_tree (db, error) && check_log (db, error) && check_derived (db, error);
  g_set_error (error, SOTAY_REGISTER_ERROR, SOTAY_REGISTER_ERROR_CORRUPT, "%s: a reference leads nowhere",
               (const char *) sqlite3_column_text (references, 0));
  return FALSE;
}
