/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "register/sqlite/rows.h"

#include "core/text.h"
#include "register/register-error.h"
#include "register/sqlite/places.h"

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
  guint n_texts = sotay_record_shape (kind)->n_fields + 1;
  g_autofree const char **texts = g_new0 (const char *, n_texts);

  return read_texts (statement, 0, n_texts, texts, error) ? sotay_record_restore (kind, texts[0], texts + 1) : NULL;
}

SotayUnit *
sotay_sqlite_read_unit (sqlite3_stmt *statement, GError **error)
{
  const char *texts[SOTAY_UNIT_N_FIELDS + 1];

  if (!read_texts (statement, 0, G_N_ELEMENTS (texts), texts, error))
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
      || !read_texts (statement, 3, G_N_ELEMENTS (texts), texts, error))
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
