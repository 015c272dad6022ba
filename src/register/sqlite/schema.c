/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "register/sqlite/schema.h"

#include "core/text.h"
#include "register/register-error.h"
#include "register/sqlite/copy.h"
#include "register/sqlite/rows.h"
#include "register/sqlite/search.h"

#define APPLICATION_ID 0x5354564E /* "STVN" */
#define RESOURCES "/io/github/sotay_vneid/SotayVneid/sql/"

/* The file at place N brings schema N to schema N + 1. */
static const char *const migrations[] = {
  RESOURCES "001-register.sql",
  RESOURCES "002-training.sql",
};

/* Whether the tables are still those of the newest schema: another program may have taken a rule off a table, put a
 * trigger on one, or a view in the place of one, and then nothing read from the file could be relied upon. The numbers
 * are those of the columns that must not be empty, and of all columns; further columns do no harm. They change with a
 * migration: tests/register/test-schema.py says which they are. */
static const char shape_sql[] =
  "SELECT sum (c.\"notnull\") = 55 AND count (*) >= 121 "
  "AND NOT EXISTS (SELECT 1 FROM sqlite_schema WHERE type IN ('trigger', 'view')) "
  "AND EXISTS (SELECT 1 FROM pragma_table_list WHERE schema = 'main' AND name = 'staff_word' AND type = 'virtual') "
  "FROM pragma_table_list t, pragma_table_info (t.name) c WHERE t.schema = 'main' AND t.strict "
  "AND t.name IN ('meta', 'unit', 'staff', 'step', 'change', 'unit_tally', 'membership', 'session', 'attendance', "
  "               'practice', 'campaign', 'outreach', 'feedback', 'monthly', 'bulk_add')";

typedef struct
{
  gint64 application_id;
  gint64 version;
  gint64 n_objects;
} Identity;

static gboolean
refuse (sqlite3 *db, SotayRegisterError code, gint64 version, GError **error)
{
  g_set_error (error, SOTAY_REGISTER_ERROR, code, "%s: schema %" G_GINT64_FORMAT ", this program has %d",
               sqlite3_db_filename (db, "main"), version, sotay_sqlite_schema_version ());
  return FALSE;
}

static gboolean
read_numbers (sqlite3 *db, Identity *identity, GError **error)
{
  g_autoptr (GError) failure = NULL;

  identity->n_objects = sotay_sqlite_read_number (db, "SELECT count(*) FROM sqlite_schema", &failure);
  if (failure == NULL)
    identity->application_id = sotay_sqlite_read_number (db, "PRAGMA application_id", &failure);
  if (failure == NULL)
    identity->version = sotay_sqlite_read_number (db, "PRAGMA user_version", &failure);
  if (failure == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

/* In one transaction: another program may be making the database at this moment. */
static gboolean
read_identity (sqlite3 *db, Identity *identity, GError **error)
{
  gboolean done;

  if (!sotay_sqlite_execute (db, "BEGIN", error))
    return FALSE;
  done = read_numbers (db, identity, error);
  sotay_sqlite_execute (db, "ROLLBACK", NULL);
  return done;
}

static gboolean
check_identity (sqlite3 *db, const Identity *identity, GError **error)
{
  if (identity->n_objects == 0 && identity->application_id == 0 && identity->version == 0)
    return TRUE;
  if (identity->application_id != APPLICATION_ID || identity->version < 1)
    return refuse (db, SOTAY_REGISTER_ERROR_CORRUPT, identity->version, error);
  if (identity->version > sotay_sqlite_schema_version ())
    return refuse (db, SOTAY_REGISTER_ERROR_NEWER, identity->version, error);
  return TRUE;
}

static gboolean
run_migration (sqlite3 *db, guint number, GError **error)
{
  g_autoptr (GBytes) sql = g_resources_lookup_data (migrations[number], G_RESOURCE_LOOKUP_FLAGS_NONE, error);
  g_autofree char *stamp = g_strdup_printf ("PRAGMA user_version = %u; PRAGMA application_id = %d", number + 1,
                                            APPLICATION_ID);

  /* GResource data ends with a zero that is not counted. */
  return sql != NULL && sotay_sqlite_execute (db, g_bytes_get_data (sql, NULL), error)
         && sotay_sqlite_execute (db, stamp, error);
}

static gboolean
migrate (sqlite3 *db, gpointer unused, GError **error)
{
  Identity identity;

  /* Another program may have been first. */
  if (!read_numbers (db, &identity, error) || !check_identity (db, &identity, error))
    return FALSE;
  for (guint i = (guint) identity.version; i < G_N_ELEMENTS (migrations); i++)
    if (!run_migration (db, i, error))
      return FALSE;
  return TRUE;
}

/* So far from the middle that no place between two others, and none beyond them, goes over the edge of the numbers. */
static gboolean
check_places (sqlite3 *db, GError **error)
{
  gint64 n_beyond = sotay_sqlite_read_number (db, "SELECT EXISTS (SELECT 1 FROM staff WHERE place > 1 << 61) "
                                                  "OR EXISTS (SELECT 1 FROM staff WHERE place < -(1 << 61))", error);

  if (n_beyond > 0)
    g_set_error (error, SOTAY_REGISTER_ERROR, SOTAY_REGISTER_ERROR_CORRUPT, "%s: staff.place",
                 sqlite3_db_filename (db, "main"));
  return n_beyond == 0;
}

static gboolean
check_shape (sqlite3 *db, GError **error)
{
  gint64 same = sotay_sqlite_read_number (db, shape_sql, error);

  if (same == 0)
    g_set_error (error, SOTAY_REGISTER_ERROR, SOTAY_REGISTER_ERROR_CORRUPT, "%s: other tables than schema %d has",
                 sqlite3_db_filename (db, "main"), sotay_sqlite_schema_version ());
  return same > 0 && check_places (db, error);
}

static gboolean
has_current_keys (sqlite3 *db, gboolean *current, GError **error)
{
  g_autoptr (sqlite3_stmt) statement = NULL;
  gboolean row;

  statement = sotay_sqlite_prepare (db, "SELECT value FROM meta WHERE key = 'collation'", error);
  if (statement == NULL || !sotay_sqlite_next (statement, &row, error))
    return FALSE;
  *current = row && g_strcmp0 ((const char *) sqlite3_column_text (statement, 0), sotay_text_collation_version ()) == 0;
  return TRUE;
}

static gboolean
refresh_keys (sqlite3 *db, gpointer unused, GError **error)
{
  g_autoptr (sqlite3_stmt) statement = NULL;

  if (!sotay_sqlite_refresh_keys (db, error))
    return FALSE;
  statement = sotay_sqlite_prepare (db, "INSERT OR REPLACE INTO meta (key, value) VALUES ('collation', ?1)", error);
  if (statement == NULL)
    return FALSE;
  sotay_sqlite_bind_text (statement, 1, sotay_text_collation_version ());
  return sotay_sqlite_run (statement, error);
}

int
sotay_sqlite_schema_version (void)
{
  return G_N_ELEMENTS (migrations);
}

gboolean
sotay_sqlite_prepare_schema (sqlite3 *db, gboolean shared, const char *backups, GError **error)
{
  Identity identity;
  gboolean current = TRUE;

  if (!read_identity (db, &identity, error) || !check_identity (db, &identity, error))
    return FALSE;
  if (!sotay_sqlite_adopt (db, shared, error))
    return FALSE;
  if (identity.version > 0 && identity.version < sotay_sqlite_schema_version ()
      && !sotay_sqlite_copy_before_migration (db, backups, error))
    return FALSE;
  if (identity.version < sotay_sqlite_schema_version () && !sotay_sqlite_transact (db, migrate, NULL, error))
    return FALSE;
  if (!check_shape (db, error) || !has_current_keys (db, &current, error))
    return FALSE;
  if (!current && !sotay_sqlite_transact (db, refresh_keys, NULL, error))
    return FALSE;
  return sotay_search_add_function (db, error);
}

gboolean
sotay_sqlite_check_ours (sqlite3 *db, GError **error)
{
  Identity identity;

  if (!read_identity (db, &identity, error) || !check_identity (db, &identity, error))
    return FALSE;
  if (identity.version == sotay_sqlite_schema_version ())
    return check_shape (db, error);
  return identity.version > 0 || refuse (db, SOTAY_REGISTER_ERROR_CORRUPT, identity.version, error);
}
