/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "register/sqlite/entries.h"

#include "register/register-error.h"
#include "register/sqlite/rows.h"

typedef enum
{
  GET_UNIT,
  GET_STAFF,
  PUT_UNIT,
  PUT_STAFF,
  REMOVE_UNIT,
  REMOVE_STAFF,
  FIND_LOOP,
  N_STATEMENTS
} Statement;

struct _SotayEntries
{
  sqlite3 *db;
  sqlite3_stmt *statements[N_STATEMENTS];
};

static const char *const sources[N_STATEMENTS] = {
  [GET_UNIT] = "SELECT " SOTAY_SQLITE_UNIT_COLUMNS " FROM unit u WHERE u.id = ?1",
  [GET_STAFF] = "SELECT " SOTAY_SQLITE_STAFF_COLUMNS " FROM staff s WHERE s.id = ?1",
  [PUT_UNIT] = SOTAY_SQLITE_PUT_UNIT,
  [PUT_STAFF] = SOTAY_SQLITE_PUT_STAFF,
  [REMOVE_UNIT] = "DELETE FROM unit WHERE id = ?1",
  [REMOVE_STAFF] = "DELETE FROM staff WHERE id = ?1",
  [FIND_LOOP] = "WITH RECURSIVE above (id) AS ("
                "  SELECT parent_id FROM unit WHERE id = ?1"
                "  UNION SELECT u.parent_id FROM unit u JOIN above ON u.id = above.id) "
                "SELECT 1 FROM above WHERE id = ?1",
};

static sqlite3_stmt *
get_statement (SotayEntries *entries, Statement which, GError **error)
{
  if (entries->statements[which] == NULL)
    entries->statements[which] = sotay_sqlite_prepare (entries->db, sources[which], error);
  return entries->statements[which];
}

static gboolean
conflict (const char *id, GError **error)
{
  g_set_error_literal (error, SOTAY_REGISTER_ERROR, SOTAY_REGISTER_ERROR_CONFLICT, id);
  return FALSE;
}

/* A record as this program writes it, whatever order its keys came in. */
static GVariant *
normalize (SotayRecordKind kind, const char *id, GVariant *record)
{
  if (kind == SOTAY_RECORD_UNIT)
    {
      g_autoptr (SotayUnit) unit = sotay_unit_from_record (id, record);

      return sotay_unit_to_record (unit);
    }
  else
    {
      g_autoptr (SotayStaff) staff = sotay_staff_from_record (id, record);

      return sotay_staff_to_record (staff);
    }
}

static GVariant *
read_row (sqlite3_stmt *statement, SotayRecordKind kind, GError **error)
{
  if (kind == SOTAY_RECORD_UNIT)
    {
      g_autoptr (SotayUnit) unit = sotay_sqlite_read_unit (statement, error);

      return unit != NULL ? sotay_unit_to_record (unit) : NULL;
    }
  else
    {
      g_autoptr (SotayStaff) staff = sotay_sqlite_read_staff (statement, error);

      return staff != NULL ? sotay_staff_to_record (staff) : NULL;
    }
}

static gboolean
read_record (SotayEntries *entries, SotayRecordKind kind, const char *id, GVariant **record, GError **error)
{
  sqlite3_stmt *get = get_statement (entries, kind == SOTAY_RECORD_UNIT ? GET_UNIT : GET_STAFF, error);
  gboolean row = FALSE;
  gboolean done;

  *record = NULL;
  if (get == NULL)
    return FALSE;
  sotay_sqlite_bind_text (get, 1, id);
  done = sotay_sqlite_next (get, &row, error);
  if (row)
    {
      *record = read_row (get, kind, error);
      done = *record != NULL;
    }
  sqlite3_reset (get);
  return done;
}

static gboolean
remove_entry (SotayEntries *entries, SotayRecordKind kind, const char *id, GError **error)
{
  sqlite3_stmt *remove = get_statement (entries, kind == SOTAY_RECORD_UNIT ? REMOVE_UNIT : REMOVE_STAFF, error);

  if (remove == NULL)
    return FALSE;
  sotay_sqlite_bind_text (remove, 1, id);
  return sotay_sqlite_run (remove, error);
}

static gboolean
put_entry (SotayEntries *entries, SotayRecordKind kind, const char *id, GVariant *record, GError **error)
{
  sqlite3_stmt *put = get_statement (entries, kind == SOTAY_RECORD_UNIT ? PUT_UNIT : PUT_STAFF, error);

  if (put == NULL)
    return FALSE;
  if (kind == SOTAY_RECORD_UNIT)
    {
      g_autoptr (SotayUnit) unit = sotay_unit_from_record (id, record);

      sotay_sqlite_bind_unit (put, unit);
    }
  else
    {
      g_autoptr (SotayStaff) staff = sotay_staff_from_record (id, record);

      sotay_sqlite_bind_staff (put, staff);
    }
  return sotay_sqlite_run (put, error);
}

SotayEntries *
sotay_entries_new (sqlite3 *db)
{
  SotayEntries *entries = g_new0 (SotayEntries, 1);

  entries->db = db;
  return entries;
}

void
sotay_entries_free (SotayEntries *entries)
{
  for (guint i = 0; i < N_STATEMENTS; i++)
    sqlite3_finalize (entries->statements[i]);
  g_free (entries);
}

gboolean
sotay_entries_replace (SotayEntries *entries, SotayRecordKind kind, const char *id, GVariant *before, GVariant *after,
                       GError **error)
{
  g_autoptr (GVariant) expected = before != NULL ? normalize (kind, id, before) : NULL;
  g_autoptr (GVariant) stored = NULL;

  if (!read_record (entries, kind, id, &stored, error))
    return FALSE;
  if ((stored == NULL) != (expected == NULL) || (stored != NULL && !g_variant_equal (stored, expected)))
    return conflict (id, error);
  if (after == NULL)
    return remove_entry (entries, kind, id, error);
  return put_entry (entries, kind, id, after, error);
}

gboolean
sotay_entries_check_tree (SotayEntries *entries, const char *unit_id, GError **error)
{
  sqlite3_stmt *find = get_statement (entries, FIND_LOOP, error);
  gboolean row = FALSE;
  gboolean done;

  if (find == NULL)
    return FALSE;
  sotay_sqlite_bind_text (find, 1, unit_id);
  done = sotay_sqlite_next (find, &row, error);
  sqlite3_reset (find);
  return done && (!row || conflict (unit_id, error));
}
