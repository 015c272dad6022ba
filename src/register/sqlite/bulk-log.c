/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "register/sqlite/bulk-log.h"

#include "core/uuid.h"

static gboolean
run_for_step (sqlite3 *db, const char *sql, gint64 number, GError **error)
{
  g_autoptr (sqlite3_stmt) statement = sotay_sqlite_prepare (db, sql, error);

  if (statement == NULL)
    return FALSE;
  sqlite3_bind_int64 (statement, 1, number);
  return sotay_sqlite_run (statement, error);
}

gboolean
sotay_bulk_log_write (sqlite3 *db, SotayStep *step, gint64 number, const char *first_id, GError **error)
{
  guint count = sotay_step_get_n_additions (step);
  g_autoptr (sqlite3_stmt) statement = NULL;
  char last_id[SOTAY_UUID_SIZE];

  if (count == 0)
    return TRUE;
  statement = sotay_sqlite_prepare (db, "INSERT INTO bulk_add (step, position, count, first_id, last_id) "
                                        "VALUES (?1, ?2, ?3, ?4, ?5)", error);
  if (statement == NULL)
    return FALSE;
  sotay_uuid_nth (first_id, count - 1, last_id);
  sqlite3_bind_int64 (statement, 1, number);
  sqlite3_bind_int64 (statement, 2, sotay_step_get_changes (step)->len);
  sqlite3_bind_int64 (statement, 3, count);
  sotay_sqlite_bind_text (statement, 4, first_id);
  sotay_sqlite_bind_text (statement, 5, last_id);
  return sotay_sqlite_run (statement, error);
}

gboolean
sotay_bulk_log_unpack (sqlite3 *db, gint64 number, GError **error)
{
  return run_for_step (db, "INSERT INTO change (step, position, kind, entity, before, after) "
                           "SELECT step, position + row_number () OVER (ORDER BY entity) - 1, kind, entity, before,"
                           "  after FROM " SOTAY_BULK_CHANGES " WHERE step = ?1", number, error)
         && run_for_step (db, "DELETE FROM bulk_add WHERE step = ?1", number, error);
}
