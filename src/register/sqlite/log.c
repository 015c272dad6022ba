/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "register/sqlite/log.h"

#include "core/uuid.h"
#include "register/register-error.h"
#include "register/sqlite/bulk-log.h"
#include "register/sqlite/closings.h"
#include "register/sqlite/entries.h"
#include "register/sqlite/standings.h"

#include <json-glib/json-glib.h>

/* Steps that leave people and units as they are; of a kind that is not known here the worst is assumed. */
#define NOT_OF_PEOPLE "('add-session', 'edit-session', 'remove-session', 'record-attendance', 'record-practice', " \
                      "'change-campaign', 'add-outreach', 'edit-outreach', 'remove-outreach', 'add-feedback', " \
                      "'edit-feedback', 'remove-feedback', 'edit-monthly', 'close-monthly', 'send-monthly', " \
                      "'reopen-monthly')"
#define STEP_COLUMNS "number, time, kind, subject, state, n_entries"

typedef struct
{
  SotayStep *step;
  gboolean undo;
  gint64 time;
  gint64 number;
  gint64 expected; /* number of the step to move; 0: any */
  char *first_id;  /* of the step's additions */
  GCancellable *cancellable;
} Move;

static gboolean
corrupt (const char *detail, GError **error)
{
  g_set_error_literal (error, SOTAY_REGISTER_ERROR, SOTAY_REGISTER_ERROR_CORRUPT, detail);
  return FALSE;
}

static void
bind_record (sqlite3_stmt *statement, int index, GVariant *record)
{
  g_autofree char *json = record != NULL ? json_gvariant_serialize_data (record, NULL) : NULL;

  sotay_sqlite_bind_text (statement, index, json);
}

static gboolean
read_record (sqlite3_stmt *statement, int column, GVariant **record, GError **error)
{
  const char *json = (const char *) sqlite3_column_text (statement, column);

  *record = NULL;
  if (json == NULL)
    return TRUE;
  if (g_utf8_validate (json, -1, NULL))
    *record = json_gvariant_deserialize_data (json, -1, "a{ss}", NULL);
  if (*record == NULL)
    return corrupt ("change: not a record", error);
  g_variant_ref_sink (*record);
  return TRUE;
}

static gboolean
check_trees (SotayEntries *entries, GPtrArray *changes, gboolean undo, GError **error)
{
  for (guint i = 0; i < changes->len; i++)
    {
      SotayChange *change = g_ptr_array_index (changes, i);

      if (change->kind == SOTAY_RECORD_UNIT && (undo ? change->before : change->after) != NULL
          && !sotay_entries_check_tree (entries, change->id, error))
        return FALSE;
    }
  return TRUE;
}

/* Forwards from the first change, or backwards from the last. */
static gboolean
write_entries (sqlite3 *db, Move *move, GError **error)
{
  g_autoptr (SotayEntries) entries = sotay_entries_new (db);
  GPtrArray *changes = sotay_step_get_changes (move->step);

  if (!sotay_entries_expect (entries, changes, move->undo, error))
    return FALSE;
  for (guint i = 0; i < changes->len; i++)
    {
      SotayChange *change = g_ptr_array_index (changes, move->undo ? changes->len - 1 - i : i);
      GVariant *from = move->undo ? change->after : change->before;
      GVariant *to = move->undo ? change->before : change->after;

      if (g_cancellable_set_error_if_cancelled (move->cancellable, error)
          || !sotay_entries_replace (entries, change->kind, change->id, from, to, error))
        return FALSE;
    }
  return check_trees (entries, changes, move->undo, error)
         && sotay_entries_add (entries, move->step, move->first_id, error)
         && sotay_sqlite_renew_standings (entries, db, changes, move->undo, move->cancellable, error)
         && sotay_entries_finish (entries, error);
}

static gboolean
log_step (sqlite3 *db, Move *move, GError **error)
{
  g_autoptr (sqlite3_stmt) statement = NULL;

  statement = sotay_sqlite_prepare (db, "INSERT INTO step (time, kind, subject, state, n_entries) "
                                        "VALUES (?1, ?2, ?3, ?4, ?5)", error);
  if (statement == NULL)
    return FALSE;
  sqlite3_bind_int64 (statement, 1, move->time);
  sotay_sqlite_bind_text (statement, 2, sotay_step_kind_to_string (sotay_step_get_kind (move->step)));
  sotay_sqlite_bind_text (statement, 3, sotay_step_get_subject (move->step));
  sqlite3_bind_int (statement, 4, SOTAY_STEP_DONE);
  sqlite3_bind_int64 (statement, 5, sotay_step_get_n_entries (move->step));
  if (!sotay_sqlite_run (statement, error))
    return FALSE;
  move->number = sqlite3_last_insert_rowid (db);
  return TRUE;
}

static gboolean
log_changes (sqlite3 *db, Move *move, GError **error)
{
  GPtrArray *changes = sotay_step_get_changes (move->step);
  g_autoptr (sqlite3_stmt) statement = NULL;

  statement = sotay_sqlite_prepare (db, "INSERT INTO change (step, position, kind, entity, before, after) "
                                        "VALUES (?1, ?2, ?3, ?4, ?5, ?6)", error);
  if (statement == NULL)
    return FALSE;
  for (guint i = 0; i < changes->len; i++)
    {
      SotayChange *change = g_ptr_array_index (changes, i);

      sqlite3_bind_int64 (statement, 1, move->number);
      sqlite3_bind_int64 (statement, 2, i);
      sqlite3_bind_int (statement, 3, change->kind);
      sotay_sqlite_bind_text (statement, 4, change->id);
      bind_record (statement, 5, change->before);
      bind_record (statement, 6, change->after);
      if (!sotay_sqlite_run (statement, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
drop_undone (sqlite3 *db, GError **error)
{
  g_autoptr (sqlite3_stmt) statement = NULL;

  statement = sotay_sqlite_prepare (db, "UPDATE step SET state = ?1 WHERE state = ?2", error);
  if (statement == NULL)
    return FALSE;
  sqlite3_bind_int (statement, 1, SOTAY_STEP_DROPPED);
  sqlite3_bind_int (statement, 2, SOTAY_STEP_UNDONE);
  return sotay_sqlite_run (statement, error);
}

static gboolean
stands_as_expected (sqlite3 *db, SotayStep *step, GError **error)
{
  const SotayLogMark *expected = sotay_step_get_expected (step);
  SotayLogMark mark;

  if (expected == NULL)
    return TRUE;
  if (!sotay_sqlite_log_mark (db, expected->scope, &mark, error))
    return FALSE;
  if (sotay_log_mark_equal (&mark, expected))
    return TRUE;
  g_set_error (error, SOTAY_REGISTER_ERROR, SOTAY_REGISTER_ERROR_OUTDATED, "%" G_GINT64_FORMAT, mark.newest);
  return FALSE;
}

static gboolean
apply (sqlite3 *db, gpointer data, GError **error)
{
  Move *move = data;

  return stands_as_expected (db, move->step, error) && write_entries (db, data, error)
         && sotay_sqlite_check_closings (db, move->step, error) && drop_undone (db, error)
         && log_step (db, data, error) && log_changes (db, data, error)
         && sotay_bulk_log_write (db, move->step, move->number, move->first_id, error);
}

static SotayStep *
read_step (sqlite3_stmt *statement, GError **error)
{
  const char *kind_name = (const char *) sqlite3_column_text (statement, 2);
  const char *subject = (const char *) sqlite3_column_text (statement, 3);
  SotayStepKind kind;

  if (kind_name == NULL || !sotay_step_kind_from_string (kind_name, &kind) || subject == NULL
      || !g_utf8_validate (subject, -1, NULL))
    {
      corrupt ("step: unknown kind or subject", error);
      return NULL;
    }
  return sotay_step_restore (sqlite3_column_int64 (statement, 0), sqlite3_column_int64 (statement, 1), kind, subject,
                             sqlite3_column_int (statement, 4), (guint) sqlite3_column_int64 (statement, 5));
}

/* The change in the columns from @first on: kind, entity, before, after. */
static gboolean
read_change (sqlite3_stmt *statement, int first, SotayStep *step, GError **error)
{
  int kind = sqlite3_column_int (statement, first);
  const char *id = (const char *) sqlite3_column_text (statement, first + 1);
  g_autoptr (GVariant) before = NULL;
  g_autoptr (GVariant) after = NULL;

  if (kind < 0 || kind >= SOTAY_RECORD_N_KINDS || id == NULL || !g_utf8_validate (id, -1, NULL))
    return corrupt ("change: no entity", error);
  if (!read_record (statement, first + 2, &before, error) || !read_record (statement, first + 3, &after, error))
    return FALSE;
  sotay_step_add (step, kind, id, before, after);
  return TRUE;
}

/* Adds the change of the row to the last step of @steps, or to a new one when the row belongs to another. */
static gboolean
collect_history (sqlite3_stmt *statement, GPtrArray *steps, GError **error)
{
  SotayStep *step = steps->len > 0 ? g_ptr_array_index (steps, steps->len - 1) : NULL;

  if (step == NULL || sotay_step_get_number (step) != sqlite3_column_int64 (statement, 0))
    {
      step = read_step (statement, error);
      if (step == NULL)
        return FALSE;
      g_ptr_array_add (steps, step);
    }
  return read_change (statement, 6, step, error);
}

/* The newest done step, or the oldest of the undone ones: that is the one undone last. */
static SotayStep *
find_step (sqlite3 *db, gboolean undo, GError **error)
{
  g_autoptr (sqlite3_stmt) statement = NULL;
  gboolean row;

  /* A person who was taken out for good does not come back. */
  statement = sotay_sqlite_prepare (db, undo ? "SELECT " STEP_COLUMNS " FROM step WHERE state = ?1 "
                                               "AND kind <> 'anonymise-staff' ORDER BY number DESC LIMIT 1"
                                             : "SELECT " STEP_COLUMNS " FROM step WHERE state = ?1 "
                                               "ORDER BY number LIMIT 1", error);
  if (statement == NULL)
    return NULL;
  sqlite3_bind_int (statement, 1, undo ? SOTAY_STEP_DONE : SOTAY_STEP_UNDONE);
  if (!sotay_sqlite_next (statement, &row, error))
    return NULL;
  if (row)
    return read_step (statement, error);
  g_set_error_literal (error, SOTAY_REGISTER_ERROR, SOTAY_REGISTER_ERROR_NOTHING, undo ? "undo" : "redo");
  return NULL;
}

/* What @sql says of the step 1, at most 2. */
static gboolean
load_from (sqlite3 *db, const char *sql, SotayStep *step, gint64 limit, GError **error)
{
  g_autoptr (sqlite3_stmt) statement = sotay_sqlite_prepare (db, sql, error);
  gboolean row;

  if (statement == NULL)
    return FALSE;
  sqlite3_bind_int64 (statement, 1, sotay_step_get_number (step));
  sqlite3_bind_int64 (statement, 2, limit);
  while (sotay_sqlite_next (statement, &row, error))
    {
      if (!row)
        return TRUE;
      if (!read_change (statement, 0, step, error))
        return FALSE;
    }
  return FALSE;
}

/* Those added in bulk in no order of their own: sorting a million would keep the first hundred waiting. */
static gboolean
load_changes (sqlite3 *db, SotayStep *step, guint limit, GError **error)
{
  if (!load_from (db, "SELECT kind, entity, before, after FROM change WHERE step = ?1 ORDER BY position LIMIT ?2", step,
                  limit > 0 ? (gint64) limit : -1, error))
    return FALSE;
  return load_from (db, "SELECT kind, entity, before, after FROM " SOTAY_BULK_CHANGES " WHERE step = ?1 LIMIT ?2",
                    step, limit > 0 ? (gint64) limit - sotay_step_get_changes (step)->len : -1, error);
}

static gboolean
set_state (sqlite3 *db, SotayStep *step, SotayStepState state, GError **error)
{
  g_autoptr (sqlite3_stmt) statement = NULL;

  statement = sotay_sqlite_prepare (db, "UPDATE step SET state = ?2 WHERE number = ?1", error);
  if (statement == NULL)
    return FALSE;
  sqlite3_bind_int64 (statement, 1, sotay_step_get_number (step));
  sqlite3_bind_int (statement, 2, state);
  return sotay_sqlite_run (statement, error);
}

static gboolean
is_expected (Move *move, GError **error)
{
  if (move->expected == 0 || sotay_step_get_number (move->step) == move->expected)
    return TRUE;
  g_set_error (error, SOTAY_REGISTER_ERROR, SOTAY_REGISTER_ERROR_CONFLICT, "%" G_GINT64_FORMAT, move->expected);
  return FALSE;
}

static gboolean
move_step (sqlite3 *db, gpointer data, GError **error)
{
  Move *move = data;

  move->step = find_step (db, move->undo, error);
  return move->step != NULL && is_expected (move, error)
         && (!move->undo || sotay_bulk_log_unpack (db, sotay_step_get_number (move->step), error))
         && load_changes (db, move->step, 0, error)
         && write_entries (db, move, error)
         && set_state (db, move->step, move->undo ? SOTAY_STEP_UNDONE : SOTAY_STEP_DONE, error);
}

static SotayStep *
run_move (sqlite3 *db, Move *move, GError **error)
{
  gboolean done = sotay_sqlite_transact (db, move_step, move, error);
  g_autoptr (SotayStep) step = move->step;

  if (!done)
    return NULL;
  sotay_step_set_state (step, move->undo ? SOTAY_STEP_UNDONE : SOTAY_STEP_DONE);
  return g_steal_pointer (&step);
}

gboolean
sotay_sqlite_log_apply (sqlite3 *db, SotayStep *step, GCancellable *cancellable, GError **error)
{
  g_autofree char *first_id = sotay_uuid_new_range ();
  Move move = { .step = step, .time = g_get_real_time (), .first_id = first_id, .cancellable = cancellable };

  if (!sotay_sqlite_transact (db, apply, &move, error))
    return FALSE;
  sotay_step_set_logged (step, move.number, move.time);
  return TRUE;
}

SotayStep *
sotay_sqlite_log_undo (sqlite3 *db, gint64 expected, GCancellable *cancellable, GError **error)
{
  Move move = { .undo = TRUE, .expected = expected, .cancellable = cancellable };

  return run_move (db, &move, error);
}

SotayStep *
sotay_sqlite_log_redo (sqlite3 *db, GCancellable *cancellable, GError **error)
{
  Move move = { .cancellable = cancellable };

  return run_move (db, &move, error);
}

gboolean
sotay_sqlite_log_mark (sqlite3 *db, SotayMarkScope scope, SotayLogMark *mark, GError **error)
{
  g_autoptr (sqlite3_stmt) statement = NULL;
  gboolean row;

  statement = sotay_sqlite_prepare (db, "WITH of_scope AS (SELECT number, time, kind, state FROM step "
                                        "  WHERE ?1 OR kind NOT IN " NOT_OF_PEOPLE ") "
                                        "SELECT (SELECT number FROM of_scope ORDER BY number DESC LIMIT 1), "
                                        "  (SELECT time FROM of_scope ORDER BY number DESC LIMIT 1), "
                                        "  (SELECT number FROM of_scope WHERE state = ?2 AND kind <> 'anonymise-staff' "
                                        "   ORDER BY number DESC LIMIT 1)", error);
  if (statement == NULL)
    return FALSE;
  sqlite3_bind_int (statement, 1, scope == SOTAY_MARK_ALL);
  sqlite3_bind_int (statement, 2, SOTAY_STEP_DONE);
  if (!sotay_sqlite_next (statement, &row, error))
    return FALSE;
  /* Without a step the columns are NULL, which is read as 0. */
  *mark = (SotayLogMark){ scope, sqlite3_column_int64 (statement, 0), sqlite3_column_int64 (statement, 1),
                          sqlite3_column_int64 (statement, 2) };
  return TRUE;
}

GPtrArray *
sotay_sqlite_log_list (sqlite3 *db, guint limit, GError **error)
{
  g_autoptr (GPtrArray) steps = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (sqlite3_stmt) statement = NULL;
  gboolean row;

  statement = sotay_sqlite_prepare (db, "SELECT " STEP_COLUMNS " FROM step ORDER BY number DESC LIMIT ?1", error);
  if (statement == NULL)
    return NULL;
  sqlite3_bind_int64 (statement, 1, limit > 0 ? (gint64) limit : -1);
  while (sotay_sqlite_next (statement, &row, error))
    {
      SotayStep *step;

      if (!row)
        return g_steal_pointer (&steps);
      step = read_step (statement, error);
      if (step == NULL)
        return NULL;
      g_ptr_array_add (steps, step);
    }
  return NULL;
}

SotayStep *
sotay_sqlite_log_get (sqlite3 *db, gint64 number, guint limit, GError **error)
{
  g_autoptr (SotayStep) step = NULL;
  g_autoptr (sqlite3_stmt) statement = NULL;
  gboolean row;

  statement = sotay_sqlite_prepare (db, "SELECT " STEP_COLUMNS " FROM step WHERE number = ?1", error);
  if (statement == NULL)
    return NULL;
  sqlite3_bind_int64 (statement, 1, number);
  if (!sotay_sqlite_next (statement, &row, error))
    return NULL;
  if (!row)
    {
      g_set_error (error, SOTAY_REGISTER_ERROR, SOTAY_REGISTER_ERROR_NOT_FOUND, "%" G_GINT64_FORMAT, number);
      return NULL;
    }
  step = read_step (statement, error);
  return step != NULL && load_changes (db, step, limit, error) ? g_steal_pointer (&step) : NULL;
}

/* What belongs to the entry has an id that begins with the entry's and a slash; '0' comes after the slash. */
GPtrArray *
sotay_sqlite_log_list_history (sqlite3 *db, const char *id, GError **error)
{
  g_autoptr (GPtrArray) steps = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (sqlite3_stmt) statement = NULL;
  gboolean row;

  statement = sotay_sqlite_prepare (db, "SELECT s.number, s.time, s.kind, s.subject, s.state, s.n_entries, "
                                        "  c.kind, c.entity, c.before, c.after "
                                        "FROM (SELECT * FROM change WHERE entity = ?1 "
                                        "    OR (entity > ?1 || '/' AND entity < ?1 || '0') "
                                        "  UNION ALL SELECT * FROM " SOTAY_BULK_CHANGES " WHERE entity = ?1) c "
                                        "JOIN step s ON s.number = c.step ORDER BY c.step DESC, c.position", error);
  if (statement == NULL)
    return NULL;
  sotay_sqlite_bind_text (statement, 1, id);
  while (sotay_sqlite_next (statement, &row, error))
    {
      if (!row)
        return g_steal_pointer (&steps);
      if (!collect_history (statement, steps, error))
        return NULL;
    }
  return NULL;
}
