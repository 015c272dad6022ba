/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "register/sqlite/records.h"

#include "register/sqlite/rows.h"
#include "register/store.h"

/* By day where the kind has one. */
static const char *const orders[SOTAY_RECORD_N_KINDS] = {
  [SOTAY_RECORD_UNIT] = "id",
  [SOTAY_RECORD_MEMBERSHIP] = "to_on, id",
  [SOTAY_RECORD_SESSION] = "day, starts_at, id",
  [SOTAY_RECORD_ATTENDANCE] = "id",
  [SOTAY_RECORD_PRACTICE] = "id",
  [SOTAY_RECORD_CAMPAIGN] = "id",
  [SOTAY_RECORD_OUTREACH] = "day, id",
  [SOTAY_RECORD_FEEDBACK] = "made_on, id",
  [SOTAY_RECORD_MONTHLY] = "month, id",
};

/* One value at a time: there may be more of them than a statement has parameters. */
static sqlite3_stmt *
prepare (sqlite3 *db, SotayRecordKind kind, int field, GError **error)
{
  const SotayRecordShape *shape = sotay_record_shape (kind);
  g_autofree char *columns = sotay_sqlite_list_columns (kind, "");
  const char *column = field == SOTAY_STORE_BY_ID ? "id" : field >= 0 ? shape->fields[field] : NULL;
  g_autofree char *condition = column != NULL ? g_strdup_printf ("WHERE %s = ?1 ", column) : g_strdup ("");
  g_autofree char *sql = g_strdup_printf ("SELECT %s FROM %s %sORDER BY %s", columns, shape->name, condition,
                                          orders[kind]);

  return sotay_sqlite_prepare (db, sql, error);
}

static gboolean
collect (sqlite3_stmt *statement, SotayRecordKind kind, GPtrArray *records, GError **error)
{
  gboolean row;

  while (sotay_sqlite_next (statement, &row, error))
    {
      SotayRecord *record;

      if (!row)
        return TRUE;
      record = sotay_sqlite_read_entry (statement, kind, error);
      if (record == NULL)
        return FALSE;
      g_ptr_array_add (records, record);
    }
  return FALSE;
}

GPtrArray *
sotay_sqlite_list_records (sqlite3 *db, SotayRecordKind kind, int field, const char *const *values, GError **error)
{
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (sqlite3_stmt) statement = prepare (db, kind, field, error);

  if (statement == NULL)
    return NULL;
  if (field == -1)
    return collect (statement, kind, records, error) ? g_steal_pointer (&records) : NULL;
  for (guint i = 0; values[i] != NULL; i++)
    {
      sotay_sqlite_bind_text (statement, 1, values[i]);
      if (!collect (statement, kind, records, error))
        return NULL;
      sqlite3_reset (statement);
    }
  return g_steal_pointer (&records);
}
