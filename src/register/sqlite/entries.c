/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "register/sqlite/entries.h"

#include "register/register-error.h"
#include "register/sqlite/places.h"
#include "register/sqlite/rows.h"
#include "register/sqlite/staff-bulk.h"
#include "register/sqlite/staff-rows.h"

typedef enum
{
  GET,
  PUT,
  REMOVE,
  N_VERBS
} Verb;

struct _SotayEntries
{
  sqlite3 *db;
  sqlite3_stmt *statements[SOTAY_RECORD_N_KINDS][N_VERBS];
  sqlite3_stmt *find_loop;
  SotayStaffRows *staff_rows;
  gboolean is_large;
};

static const char find_loop_sql[] = "WITH RECURSIVE above (id) AS ("
                                    "  SELECT parent_id FROM unit WHERE id = ?1"
                                    "  UNION SELECT u.parent_id FROM unit u JOIN above ON u.id = above.id) "
                                    "SELECT 1 FROM above WHERE id = ?1";

/* INSERT … ON CONFLICT, the fields of the record only. */
static char *
make_put_sql (SotayRecordKind kind)
{
  const SotayRecordShape *shape = sotay_record_shape (kind);
  g_autoptr (GString) values = g_string_new ("?1");
  g_autoptr (GString) updates = g_string_new (NULL);
  g_autofree char *columns = sotay_sqlite_list_columns (kind, "");

  for (guint i = 0; i < shape->n_fields; i++)
    {
      g_string_append_printf (values, ", ?%u", i + 2);
      g_string_append_printf (updates, "%s%s = ?%u", i > 0 ? ", " : "", shape->fields[i], i + 2);
    }
  return g_strdup_printf ("INSERT INTO %s (%s) VALUES (%s) ON CONFLICT (id) DO UPDATE SET %s", shape->name, columns,
                          values->str, updates->str);
}

static char *
make_sql (SotayRecordKind kind, Verb verb)
{
  const char *table = sotay_record_shape (kind)->name;
  g_autofree char *columns = sotay_sqlite_list_columns (kind, "");

  switch (verb)
    {
    case GET:
      return g_strdup_printf ("SELECT %s FROM %s WHERE id = ?1", columns, table);
    case REMOVE:
      return g_strdup_printf ("DELETE FROM %s WHERE id = ?1", table);
    default:
      break;
    }
  return kind == SOTAY_RECORD_UNIT ? g_strdup (SOTAY_SQLITE_PUT_UNIT) : make_put_sql (kind);
}

static sqlite3_stmt *
get_statement (SotayEntries *entries, SotayRecordKind kind, Verb verb, GError **error)
{
  sqlite3_stmt **statement = &entries->statements[kind][verb];

  if (*statement == NULL)
    {
      g_autofree char *sql = make_sql (kind, verb);

      *statement = sotay_sqlite_prepare (entries->db, sql, error);
    }
  return *statement;
}

static gboolean
conflict (const char *id, GError **error)
{
  g_set_error_literal (error, SOTAY_REGISTER_ERROR, SOTAY_REGISTER_ERROR_CONFLICT, id);
  return FALSE;
}

/* A record as this program writes it, whatever order its keys came in. */
static GVariant *
normalize (SotayRecordKind kind, GVariant *record)
{
  g_autofree const char **fields = g_new0 (const char *, sotay_record_shape (kind)->n_fields);

  sotay_record_unpack_fields (kind, record, fields);
  return sotay_record_pack_fields (kind, fields);
}

static gboolean
read_record (SotayEntries *entries, SotayRecordKind kind, const char *id, GVariant **record, GError **error)
{
  sqlite3_stmt *get = get_statement (entries, kind, GET, error);
  gboolean row = FALSE;
  gboolean done;

  *record = NULL;
  if (get == NULL)
    return FALSE;
  sotay_sqlite_bind_text (get, 1, id);
  done = sotay_sqlite_next (get, &row, error);
  if (row)
    {
      *record = sotay_sqlite_read_fields (get, kind, error);
      done = *record != NULL;
    }
  sqlite3_reset (get);
  return done;
}

static gboolean
remove_entry (SotayEntries *entries, SotayRecordKind kind, const char *id, GError **error)
{
  sqlite3_stmt *remove;

  if (kind == SOTAY_RECORD_STAFF)
    return sotay_staff_rows_remove (entries->staff_rows, id, error);
  if (kind == SOTAY_RECORD_UNIT && !sotay_staff_rows_touch_unit (entries->staff_rows, id, error))
    return FALSE;
  remove = get_statement (entries, kind, REMOVE, error);
  if (remove == NULL)
    return FALSE;
  sotay_sqlite_bind_text (remove, 1, id);
  return sotay_sqlite_run (remove, error);
}

static void
bind_fields (sqlite3_stmt *put, SotayRecordKind kind, const char *id, GVariant *record)
{
  const SotayRecordShape *shape = sotay_record_shape (kind);
  g_autofree const char **fields = g_new0 (const char *, shape->n_fields);

  sotay_record_unpack_fields (kind, record, fields);
  sotay_sqlite_bind_text (put, 1, id);
  for (guint i = 0; i < shape->n_fields; i++)
    sotay_sqlite_bind_text (put, (int) i + 2, fields[i]);
}

static gboolean
put_staff (SotayEntries *entries, const char *id, GVariant *record, GError **error)
{
  g_autoptr (SotayStaff) staff = sotay_staff_from_record (id, record);

  return sotay_staff_rows_put (entries->staff_rows, staff, error);
}

static gboolean
put_unit (SotayEntries *entries, const char *id, GVariant *record, GError **error)
{
  sqlite3_stmt *put = get_statement (entries, SOTAY_RECORD_UNIT, PUT, error);
  g_autoptr (SotayUnit) unit = NULL;

  if (put == NULL || !sotay_staff_rows_touch_unit (entries->staff_rows, id, error))
    return FALSE;
  unit = sotay_unit_from_record (id, record);
  sotay_sqlite_bind_unit (put, unit);
  return sotay_sqlite_run (put, error);
}

static gboolean
put_entry (SotayEntries *entries, SotayRecordKind kind, const char *id, GVariant *record, GError **error)
{
  sqlite3_stmt *put;

  if (kind == SOTAY_RECORD_STAFF)
    return put_staff (entries, id, record, error);
  if (kind == SOTAY_RECORD_UNIT)
    return put_unit (entries, id, record, error);
  put = get_statement (entries, kind, PUT, error);
  if (put == NULL)
    return FALSE;
  bind_fields (put, kind, id, record);
  return sotay_sqlite_run (put, error);
}

static const char *
find_name (GVariant *record)
{
  const char *name = NULL;

  return record != NULL && g_variant_lookup (record, "name", "&s", &name) ? name : NULL;
}

SotayEntries *
sotay_entries_new (sqlite3 *db)
{
  SotayEntries *entries = g_new0 (SotayEntries, 1);

  entries->db = db;
  entries->staff_rows = sotay_staff_rows_new (db);
  return entries;
}

void
sotay_entries_free (SotayEntries *entries)
{
  for (guint kind = 0; kind < SOTAY_RECORD_N_KINDS; kind++)
    for (guint verb = 0; verb < N_VERBS; verb++)
      sqlite3_finalize (entries->statements[kind][verb]);
  sqlite3_finalize (entries->find_loop);
  sotay_staff_rows_free (entries->staff_rows);
  if (entries->is_large)
    sotay_sqlite_execute (entries->db, SOTAY_ENTRIES_USUAL_CACHE, NULL);
  g_free (entries);
}

static gboolean
make_large (SotayEntries *entries, guint n_changes, GError **error)
{
  if (n_changes < SOTAY_STAFF_BULK || entries->is_large)
    return TRUE;
  entries->is_large = TRUE;
  return sotay_sqlite_execute (entries->db, SOTAY_ENTRIES_LARGE_CACHE, error);
}

gboolean
sotay_entries_expect (SotayEntries *entries, GPtrArray *changes, gboolean undo, GError **error)
{
  g_autoptr (GArray) newcomers = g_array_new (FALSE, TRUE, sizeof (SotayNewcomer));

  if (!make_large (entries, changes->len, error))
    return FALSE;
  for (guint i = 0; i < changes->len; i++)
    {
      SotayChange *change = g_ptr_array_index (changes, i);
      const char *before = find_name (undo ? change->after : change->before);
      const char *after = find_name (undo ? change->before : change->after);
      SotayNewcomer newcomer = { 0 };

      if (change->kind != SOTAY_RECORD_STAFF || after == NULL || g_strcmp0 (before, after) == 0)
        continue;
      newcomer.id = change->id;
      newcomer.name = after;
      g_array_append_val (newcomers, newcomer);
    }
  return sotay_staff_rows_expect (entries->staff_rows, newcomers, error);
}

gboolean
sotay_entries_replace (SotayEntries *entries, SotayRecordKind kind, const char *id, GVariant *before, GVariant *after,
                       GError **error)
{
  g_autoptr (GVariant) expected = before != NULL ? normalize (kind, before) : NULL;
  g_autoptr (GVariant) stored = NULL;

  if (kind == SOTAY_RECORD_STAFF && before == NULL && after != NULL && sotay_staff_rows_collects (entries->staff_rows))
    {
      sotay_staff_rows_collect (entries->staff_rows, id, after);
      return TRUE;
    }
  if (kind == SOTAY_RECORD_STAFF && !sotay_staff_rows_settle (entries->staff_rows, error))
    return FALSE;
  if (!read_record (entries, kind, id, &stored, error))
    return FALSE;
  if ((stored == NULL) != (expected == NULL) || (stored != NULL && !g_variant_equal (stored, expected)))
    return conflict (id, error);
  if (after == NULL)
    return remove_entry (entries, kind, id, error);
  return put_entry (entries, kind, id, after, error);
}

gboolean
sotay_entries_add (SotayEntries *entries, SotayStep *step, const char *first_id, GError **error)
{
  guint count = sotay_step_get_n_additions (step);

  return count == 0 || (make_large (entries, count, error)
                        && sotay_staff_rows_add (entries->staff_rows, step, first_id, error));
}

gboolean
sotay_entries_settle (SotayEntries *entries, GError **error)
{
  return sotay_staff_rows_settle (entries->staff_rows, error);
}

gboolean
sotay_entries_check_tree (SotayEntries *entries, const char *unit_id, GError **error)
{
  gboolean row = FALSE;
  gboolean done;

  if (entries->find_loop == NULL)
    entries->find_loop = sotay_sqlite_prepare (entries->db, find_loop_sql, error);
  if (entries->find_loop == NULL)
    return FALSE;
  sotay_sqlite_bind_text (entries->find_loop, 1, unit_id);
  done = sotay_sqlite_next (entries->find_loop, &row, error);
  sqlite3_reset (entries->find_loop);
  return done && (!row || conflict (unit_id, error));
}

gboolean
sotay_entries_set_standing (SotayEntries *entries, const char *staff_id, const char *trained_since,
                            const char *passed_since, gboolean counts, GError **error)
{
  return sotay_staff_rows_write_standing (entries->staff_rows, staff_id, trained_since, passed_since, counts, error);
}

void
sotay_entries_count_anew (SotayEntries *entries)
{
  sotay_staff_rows_count_anew (entries->staff_rows);
}

gboolean
sotay_entries_finish (SotayEntries *entries, GError **error)
{
  return sotay_staff_rows_finish (entries->staff_rows, error);
}
