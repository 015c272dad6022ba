/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "register/sqlite/anonymise.h"

#include "core/dates.h"
#include "register/register-error.h"
#include "register/sqlite/entries.h"
#include "register/sqlite/queries.h"
#include "register/sqlite/standings.h"
#include "register/step.h"

#include <string.h>

/* What says who someone is; what the figures are made of stays. */
static const SotayStaffField personal[] = {
  SOTAY_STAFF_BIRTH, SOTAY_STAFF_POSITION, SOTAY_STAFF_CODE,
  SOTAY_STAFF_PHONE, SOTAY_STAFF_NOTE,     SOTAY_STAFF_REASON,
};

/* 1 the person, 2 the new name. The subjects first: the log still tells the names. Records of the person in the log
 * change like the row, so that each step still fits the one before; of those added in bulk the row is the log. */
static const char *const log_sql[] = {
  ("UPDATE step SET subject = ?2 WHERE number IN (SELECT step FROM change WHERE entity = ?1 "
   "  OR (entity > ?1 || '/' AND entity < ?1 || '0') "
   "  UNION SELECT step FROM bulk_add WHERE ?1 BETWEEN first_id AND last_id) "
   "AND subject IN (SELECT json_extract (before, '$.name') FROM change WHERE entity = ?1 "
   "  UNION SELECT json_extract (after, '$.name') FROM change WHERE entity = ?1 "
   "  UNION SELECT name FROM staff WHERE id = ?1)"),
  ("UPDATE change SET "
   "before = json_set (json_remove (before, '$.birth', '$.position', '$.code', '$.phone', '$.note', '$.reason'),"
   "  '$.name', ?2),"
   "after = json_set (json_remove (after, '$.birth', '$.position', '$.code', '$.phone', '$.note', '$.reason'),"
   "  '$.name', ?2) WHERE entity = ?1"),
  ("UPDATE change SET before = json_remove (before, '$.remark'), after = json_remove (after, '$.remark') "
   "WHERE entity > ?1 || '/' AND entity < ?1 || '0'"),
  "UPDATE attendance SET remark = NULL WHERE staff_id = ?1",
};

typedef struct
{
  const char *id;
  const char *name;
} Request;

static gboolean
has_left (SotayStaff *staff, GError **error)
{
  const char *left = sotay_staff_get_field (staff, SOTAY_STAFF_LEFT_ON);
  GDate today = sotay_date_today ();
  g_autofree char *iso = sotay_date_to_iso (&today);

  if (left != NULL && strcmp (left, iso) <= 0)
    return TRUE;
  g_set_error_literal (error, SOTAY_REGISTER_ERROR, SOTAY_REGISTER_ERROR_INVALID,
                       sotay_staff_field_name (SOTAY_STAFF_LEFT_ON));
  return FALSE;
}

/* A done step without changes: the log tells when, and not who. Its number tells one nameless person from another. */
static gint64
log_step (sqlite3 *db, GError **error)
{
  g_autoptr (sqlite3_stmt) statement = NULL;

  statement = sotay_sqlite_prepare (db, "INSERT INTO step (time, kind, subject, state, n_entries) "
                                        "VALUES (?1, ?2, '', ?3, 1)", error);
  if (statement == NULL)
    return -1;
  sqlite3_bind_int64 (statement, 1, g_get_real_time ());
  sotay_sqlite_bind_text (statement, 2, sotay_step_kind_to_string (SOTAY_STEP_ANONYMISE_STAFF));
  sqlite3_bind_int (statement, 3, SOTAY_STEP_DONE);
  return sotay_sqlite_run (statement, error) ? sqlite3_last_insert_rowid (db) : -1;
}

static gboolean
rewrite_log (sqlite3 *db, const char *id, const char *name, GError **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (log_sql); i++)
    {
      g_autoptr (sqlite3_stmt) statement = sotay_sqlite_prepare (db, log_sql[i], error);

      if (statement == NULL)
        return FALSE;
      sotay_sqlite_bind_text (statement, 1, id);
      sotay_sqlite_bind_text (statement, 2, name);
      if (!sotay_sqlite_run (statement, error))
        return FALSE;
    }
  return TRUE;
}

static SotayStaff *
without_personal_data (SotayStaff *staff, const char *name)
{
  SotayStaff *nameless = sotay_staff_with (staff, SOTAY_STAFF_NAME, name);

  for (guint i = 0; i < G_N_ELEMENTS (personal); i++)
    {
      g_autoptr (SotayStaff) before = nameless;

      nameless = sotay_staff_with (before, personal[i], NULL);
    }
  return nameless;
}

/* Like a step that is not logged: with the search, the order and the figures. */
static gboolean
rewrite_row (sqlite3 *db, SotayStaff *before, const char *name, GError **error)
{
  g_autoptr (SotayStaff) after = without_personal_data (before, name);
  g_autoptr (SotayStep) step = sotay_step_new (SOTAY_STEP_ANONYMISE_STAFF, "");
  g_autoptr (SotayEntries) entries = sotay_entries_new (db);
  GPtrArray *changes = sotay_step_get_changes (step);
  SotayChange *change;

  sotay_step_take (step, SOTAY_RECORD_STAFF, sotay_staff_get_id (before), sotay_staff_to_record (before),
                   sotay_staff_to_record (after));
  change = g_ptr_array_index (changes, 0);
  return sotay_entries_expect (entries, changes, FALSE, error)
         && sotay_entries_replace (entries, change->kind, change->id, change->before, change->after, error)
         && sotay_sqlite_renew_standings (entries, db, changes, FALSE, NULL, error)
         && sotay_entries_finish (entries, error);
}

static gboolean
anonymise (sqlite3 *db, gpointer data, GError **error)
{
  Request *request = data;
  const char *ids[] = { request->id, NULL };
  g_autoptr (GPtrArray) found = sotay_sqlite_get_staff (db, ids, error);
  g_autofree char *name = NULL;
  gint64 number;

  if (found == NULL || !has_left (g_ptr_array_index (found, 0), error))
    return FALSE;
  number = log_step (db, error);
  if (number < 0)
    return FALSE;
  name = g_strdup_printf ("%s %" G_GINT64_FORMAT, request->name, number);
  return rewrite_log (db, request->id, name, error)
         && rewrite_row (db, g_ptr_array_index (found, 0), name, error);
}

/* Removed content is overwritten already, but pages that were rearranged may hold copies of it; so may the index of
 * words and the log of the database. All are made anew. */
static gboolean
clean_file (sqlite3 *db, GError **error)
{
  int code;

  if (!sotay_sqlite_execute (db, "INSERT INTO staff_word (staff_word) VALUES ('optimize')", error)
      || !sotay_sqlite_execute (db, "VACUUM", error))
    return FALSE;
  code = sqlite3_wal_checkpoint_v2 (db, NULL, SQLITE_CHECKPOINT_TRUNCATE, NULL, NULL);
  return code == SQLITE_OK || sotay_sqlite_set_error (db, code, error);
}

gboolean
sotay_sqlite_anonymise_staff (sqlite3 *db, const char *id, const char *name, GError **error)
{
  Request request = { id, name };

  return sotay_sqlite_transact (db, anonymise, &request, error) && clean_file (db, error);
}
