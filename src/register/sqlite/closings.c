/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "register/sqlite/closings.h"

#include "register/register-error.h"

#include <string.h>

static const char *
look_up (GVariant *record, const char *field)
{
  const char *value = NULL;

  if (record != NULL)
    g_variant_lookup (record, field, "&s", &value);
  return value;
}

static gboolean
differs (const SotayChange *change, const char *field)
{
  return g_strcmp0 (look_up (change->before, field), look_up (change->after, field)) != 0;
}

static gboolean
refuse (SotayRegisterError code, const char *detail, GError **error)
{
  g_set_error_literal (error, SOTAY_REGISTER_ERROR, (int) code, detail);
  return FALSE;
}

/* Returns: (transfer full): the units that have ended, with the day. */
static GHashTable *
list_closed (sqlite3 *db, GError **error)
{
  g_autoptr (GHashTable) closed = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr (sqlite3_stmt) statement = NULL;
  gboolean row;

  statement = sotay_sqlite_prepare (db, "SELECT id, closed_on FROM unit WHERE closed_on IS NOT NULL", error);
  while (statement != NULL && sotay_sqlite_next (statement, &row, error))
    {
      if (!row)
        return g_steal_pointer (&closed);
      g_hash_table_insert (closed, g_strdup ((const char *) sqlite3_column_text (statement, 0)),
                           g_strdup ((const char *) sqlite3_column_text (statement, 1)));
    }
  return NULL;
}

static gboolean
is_there_in_time (GHashTable *closed, const char *unit_id, const char *left_on)
{
  const char *closed_on = unit_id != NULL ? g_hash_table_lookup (closed, unit_id) : NULL;

  return closed_on == NULL || (left_on != NULL && strcmp (left_on, closed_on) <= 0);
}

static gboolean
check_person (GHashTable *closed, const SotayChange *change, GError **error)
{
  if (change->after == NULL || (!differs (change, "unit_id") && !differs (change, "left_on"))
      || is_there_in_time (closed, look_up (change->after, "unit_id"), look_up (change->after, "left_on")))
    return TRUE;
  return refuse (SOTAY_REGISTER_ERROR_INVALID, "unit_id", error);
}

/* Whether @sql finds nothing for the unit 1 and the day 2. */
static gboolean
finds_nothing (sqlite3 *db, const char *sql, const char *unit_id, const char *day, GError **error)
{
  g_autoptr (sqlite3_stmt) statement = sotay_sqlite_prepare (db, sql, error);
  gboolean row;

  if (statement == NULL)
    return FALSE;
  sotay_sqlite_bind_text (statement, 1, unit_id);
  sotay_sqlite_bind_text (statement, 2, day);
  if (!sotay_sqlite_next (statement, &row, error))
    return FALSE;
  return !row || refuse (SOTAY_REGISTER_ERROR_CONFLICT, unit_id, error);
}

static gboolean
check_unit (sqlite3 *db, GHashTable *closed, const SotayChange *change, GError **error)
{
  const char *parent_id = look_up (change->after, "parent_id");
  const char *closed_on = look_up (change->after, "closed_on");

  if (change->after == NULL)
    return TRUE;
  if (closed_on == NULL && parent_id != NULL && (differs (change, "parent_id") || differs (change, "closed_on"))
      && g_hash_table_contains (closed, parent_id))
    return refuse (SOTAY_REGISTER_ERROR_INVALID, "parent_id", error);
  if (closed_on == NULL || !differs (change, "closed_on"))
    return TRUE;
  return finds_nothing (db, "SELECT 1 FROM staff WHERE unit_id = ?1 AND (left_on IS NULL OR left_on > ?2) LIMIT 1",
                        change->id, closed_on, error)
         && finds_nothing (db, "SELECT ?2 FROM unit WHERE parent_id = ?1 AND closed_on IS NULL LIMIT 1", change->id,
                           closed_on, error);
}

static gboolean
check_additions (GHashTable *closed, SotayStep *step, GError **error)
{
  const char *fields[SOTAY_STAFF_N_FIELDS];
  guint count = sotay_step_get_n_additions (step);

  for (guint i = 0; i < count; i++)
    {
      sotay_step_get_addition (step, i, fields);
      if (!is_there_in_time (closed, fields[SOTAY_STAFF_UNIT_ID], fields[SOTAY_STAFF_LEFT_ON]))
        return refuse (SOTAY_REGISTER_ERROR_INVALID, "unit_id", error);
    }
  return TRUE;
}

gboolean
sotay_sqlite_check_closings (sqlite3 *db, SotayStep *step, GError **error)
{
  GPtrArray *changes = sotay_step_get_changes (step);
  g_autoptr (GHashTable) closed = list_closed (db, error);

  if (closed == NULL)
    return FALSE;
  if (g_hash_table_size (closed) == 0)
    return TRUE;
  for (guint i = 0; i < changes->len; i++)
    {
      const SotayChange *change = g_ptr_array_index (changes, i);

      if ((change->kind == SOTAY_RECORD_STAFF && !check_person (closed, change, error))
          || (change->kind == SOTAY_RECORD_UNIT && !check_unit (db, closed, change, error)))
        return FALSE;
    }
  return check_additions (closed, step, error);
}
