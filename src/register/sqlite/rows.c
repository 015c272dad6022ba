/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "register/sqlite/rows.h"

#include "core/text.h"
#include "register/attendance.h"
#include "register/feedback.h"
#include "register/membership.h"
#include "register/monthly.h"
#include "register/outreach.h"
#include "register/practice.h"
#include "register/register-error.h"
#include "register/session.h"
#include "register/sqlite/places.h"

/* The fields without which there is no such record. */
static const guint needed[SOTAY_RECORD_N_KINDS] = {
  [SOTAY_RECORD_UNIT] = 1 << SOTAY_UNIT_NAME,
  [SOTAY_RECORD_STAFF] = 1 << SOTAY_STAFF_NAME | 1 << SOTAY_STAFF_UNIT_ID,
  [SOTAY_RECORD_MEMBERSHIP] = 1 << SOTAY_MEMBERSHIP_STAFF_ID | 1 << SOTAY_MEMBERSHIP_UNIT_ID
                              | 1 << SOTAY_MEMBERSHIP_TO_ON,
  [SOTAY_RECORD_SESSION] = 1 << SOTAY_SESSION_TITLE | 1 << SOTAY_SESSION_DAY,
  [SOTAY_RECORD_ATTENDANCE] = 1 << SOTAY_ATTENDANCE_STAFF_ID | 1 << SOTAY_ATTENDANCE_SESSION_ID,
  [SOTAY_RECORD_PRACTICE] = 1 << SOTAY_PRACTICE_STAFF_ID | 1 << SOTAY_PRACTICE_UTILITY | 1 << SOTAY_PRACTICE_LEVEL
                            | 1 << SOTAY_PRACTICE_DAY,
  [SOTAY_RECORD_OUTREACH] = 1 << SOTAY_OUTREACH_DAY,
  [SOTAY_RECORD_FEEDBACK] = 1 << SOTAY_FEEDBACK_KIND | 1 << SOTAY_FEEDBACK_TEXT | 1 << SOTAY_FEEDBACK_STATE
                            | 1 << SOTAY_FEEDBACK_MADE_ON,
  [SOTAY_RECORD_MONTHLY] = 1 << SOTAY_MONTHLY_MONTH,
};

/* Reads the text of columns @first and on; another program may have put anything there. */
static gboolean
read_texts (sqlite3_stmt *statement, int first, guint count, const char **texts, GError **error)
{
  for (guint i = 0; i < count; i++)
    {
      texts[i] = (const char *) sqlite3_column_text (statement, first + (int) i);
      if (texts[i] != NULL && !g_utf8_validate (texts[i], -1, NULL))
        {
          g_set_error (error, SOTAY_REGISTER_ERROR, SOTAY_REGISTER_ERROR_CORRUPT, "%s: not text",
                       sqlite3_column_name (statement, first + (int) i));
          return FALSE;
        }
    }
  return TRUE;
}

/* The id in column @first, then the fields of a record. */
static gboolean
read_record (sqlite3_stmt *statement, int first, SotayRecordKind kind, const char **texts, GError **error)
{
  guint n_fields = sotay_record_shape (kind)->n_fields;

  if (!read_texts (statement, first, n_fields + 1, texts, error))
    return FALSE;
  for (guint i = 0; i < n_fields; i++)
    if ((needed[kind] & 1 << i) != 0 && (texts[i + 1] == NULL || *texts[i + 1] == '\0'))
      {
        g_set_error (error, SOTAY_REGISTER_ERROR, SOTAY_REGISTER_ERROR_CORRUPT, "%s.%s: empty",
                     sotay_record_shape (kind)->name, sotay_record_shape (kind)->fields[i]);
        return FALSE;
      }
  return TRUE;
}

static void
bind_key (sqlite3_stmt *statement, int index, GBytes *key)
{
  gsize size;
  const void *data = g_bytes_get_data (key, &size);

  sqlite3_bind_blob64 (statement, index, data, size, SQLITE_TRANSIENT);
}

static gboolean
refresh_units (sqlite3 *db, GError **error)
{
  g_autoptr (sqlite3_stmt) rows = sotay_sqlite_prepare (db, "SELECT rowid, name FROM unit", error);
  g_autoptr (sqlite3_stmt) update = NULL;
  gboolean row;

  update = rows != NULL ? sotay_sqlite_prepare (db, "UPDATE unit SET sort_key = ?2 WHERE rowid = ?1", error) : NULL;
  if (update == NULL)
    return FALSE;
  while (sotay_sqlite_next (rows, &row, error))
    {
      g_autoptr (GBytes) key = NULL;

      if (!row)
        return TRUE;
      key = sotay_text_title_key ((const char *) sqlite3_column_text (rows, 1));
      sqlite3_bind_int64 (update, 1, sqlite3_column_int64 (rows, 0));
      bind_key (update, 2, key);
      if (!sotay_sqlite_run (update, error))
        return FALSE;
    }
  return FALSE;
}

char *
sotay_sqlite_list_columns (SotayRecordKind kind, const char *prefix)
{
  const SotayRecordShape *shape = sotay_record_shape (kind);
  GString *columns = g_string_new (NULL);

  g_string_append_printf (columns, "%sid", prefix);
  for (guint i = 0; i < shape->n_fields; i++)
    g_string_append_printf (columns, ", %s%s", prefix, shape->fields[i]);
  return g_string_free (columns, FALSE);
}

GVariant *
sotay_sqlite_read_fields (sqlite3_stmt *statement, SotayRecordKind kind, GError **error)
{
  guint n_fields = sotay_record_shape (kind)->n_fields;
  g_autofree const char **fields = g_new0 (const char *, n_fields);

  return read_texts (statement, 1, n_fields, fields, error) ? sotay_record_pack_fields (kind, fields) : NULL;
}

SotayRecord *
sotay_sqlite_read_entry (sqlite3_stmt *statement, SotayRecordKind kind, GError **error)
{
  g_autofree const char **texts = g_new0 (const char *, sotay_record_shape (kind)->n_fields + 1);

  return read_record (statement, 0, kind, texts, error) ? sotay_record_restore (kind, texts[0], texts + 1) : NULL;
}

SotayUnit *
sotay_sqlite_read_unit (sqlite3_stmt *statement, GError **error)
{
  const char *texts[SOTAY_UNIT_N_FIELDS + 1];

  if (!read_record (statement, 0, SOTAY_RECORD_UNIT, texts, error))
    return NULL;
  return sotay_unit_restore (texts[0], texts + 1);
}

SotayStaff *
sotay_sqlite_read_staff (sqlite3_stmt *statement, GError **error)
{
  const char *since[2];
  const char *texts[SOTAY_STAFF_N_FIELDS + 1];
  SotayStaff *staff;

  if (!read_texts (statement, 1, G_N_ELEMENTS (since), since, error)
      || !read_record (statement, 3, SOTAY_RECORD_STAFF, texts, error))
    return NULL;
  staff = sotay_staff_restore (texts[0], texts + 1);
  sotay_staff_set_standing (staff, since[0], since[1], sqlite3_column_int (statement, 0) != 0);
  return staff;
}

void
sotay_sqlite_bind_unit (sqlite3_stmt *statement, SotayUnit *unit)
{
  const char *name = sotay_unit_get_name (unit);
  g_autoptr (GBytes) key = sotay_text_title_key (name != NULL ? name : "");

  sotay_sqlite_bind_text (statement, 1, sotay_unit_get_id (unit));
  for (guint i = 0; i < SOTAY_UNIT_N_FIELDS; i++)
    sotay_sqlite_bind_text (statement, 2 + (int) i, sotay_unit_get_field (unit, i));
  bind_key (statement, 2 + SOTAY_UNIT_N_FIELDS, key);
}

void
sotay_sqlite_bind_staff (sqlite3_stmt *statement, SotayStaff *staff)
{
  sotay_sqlite_bind_text (statement, 1, sotay_staff_get_id (staff));
  for (guint i = 0; i < SOTAY_STAFF_N_FIELDS; i++)
    sotay_sqlite_bind_text (statement, 2 + (int) i, sotay_staff_get_field (staff, i));
}

gboolean
sotay_sqlite_refresh_keys (sqlite3 *db, GError **error)
{
  return refresh_units (db, error) && sotay_places_refresh (db, error);
}
