/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "register/sqlite/restore.h"

#include "register/backup.h"
#include "register/register-error.h"
#include "register/sqlite/copy.h"
#include "register/sqlite/log.h"
#include "register/sqlite/queries.h"
#include "register/sqlite/schema.h"

#include <glib/gstdio.h>

/* How often SQLite asks whether to go on, in steps of its virtual machine. */
#define STEPS_BETWEEN_QUESTIONS 1000

static int
was_cancelled_cb (gpointer cancellable)
{
  return g_cancellable_is_cancelled (cancellable);
}

/* Says of the copy what the error says of a register. */
static void
blame_copy (GError *failure, GError **error)
{
  if (g_error_matches (failure, SOTAY_REGISTER_ERROR, SOTAY_REGISTER_ERROR_NEWER))
    failure->code = SOTAY_REGISTER_ERROR_BACKUP_NEWER;
  else if (g_error_matches (failure, SOTAY_REGISTER_ERROR, SOTAY_REGISTER_ERROR_CORRUPT)
           || g_error_matches (failure, SOTAY_REGISTER_ERROR, SOTAY_REGISTER_ERROR_READ_ONLY))
    failure->code = SOTAY_REGISTER_ERROR_BACKUP_DAMAGED;
  g_propagate_error (error, failure);
}

/* A connection to read from, to a database that is ours; the copy is never changed by being open. */
static sqlite3 *
open_copy (const char *path, GError **error)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autofree char *address = g_file_get_uri (file);
  /* Nobody writes to it: no locks, and no files beside it. */
  g_autofree char *uri = g_strconcat (address, "?immutable=1", NULL);
  g_autoptr (sqlite3) db = NULL;
  GError *failure = NULL;
  int code = sqlite3_open_v2 (uri, &db, SQLITE_OPEN_READONLY | SQLITE_OPEN_URI | SQLITE_OPEN_NOMUTEX
                                          | SQLITE_OPEN_EXRESCODE, NULL);

  if (code != SQLITE_OK)
    sotay_sqlite_set_error (db, code, &failure);
  else
    {
      sqlite3_db_config (db, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, NULL);
      sotay_sqlite_check_ours (db, &failure);
    }
  if (failure == NULL)
    return g_steal_pointer (&db);
  blame_copy (failure, error);
  return NULL;
}

char *
sotay_sqlite_dup_staging (const char *aside)
{
  g_autofree char *folder = g_path_get_dirname (aside);
  g_autofree char *name = g_path_get_basename (aside);
  g_autofree char *hidden = g_strconcat (SOTAY_BACKUP_UNFINISHED, name, NULL);

  return g_build_filename (folder, hidden, NULL);
}

sqlite3 *
sotay_sqlite_stage_copy (const char *path, const char *staging, GCancellable *cancellable, GError **error)
{
  g_autoptr (sqlite3) copy = open_copy (path, error);
  g_autoptr (sqlite3) staged = NULL;
  GError *failure = NULL;

  if (copy == NULL)
    return NULL;
  if (sotay_sqlite_copy (copy, staging, NULL, cancellable, &failure))
    staged = sotay_sqlite_open (staging, &failure);
  if (staged != NULL)
    sqlite3_progress_handler (staged, STEPS_BETWEEN_QUESTIONS, was_cancelled_cb, cancellable);
  /* Nobody else reads it: it needs no log beside it, wherever it lies. */
  if (staged != NULL && sotay_sqlite_avoid_sharing (staged, &failure)
      && sotay_sqlite_prepare_schema (staged, TRUE, NULL, &failure)
      && sotay_sqlite_check_integrity (staged, &failure))
    {
      sqlite3_progress_handler (staged, 0, NULL, NULL);
      return g_steal_pointer (&staged);
    }
  blame_copy (failure, error);
  return NULL;
}

gboolean
sotay_sqlite_replace_content (sqlite3 *db, sqlite3 *staged, const SotayAdvance *advance, GCancellable *cancellable,
                              GError **error)
{
  return sotay_sqlite_transfer (staged, db, advance, cancellable, error);
}

static gboolean
fail_aside (const GError *failure, GError **error)
{
  gboolean is_full = g_error_matches (failure, G_IO_ERROR, G_IO_ERROR_NO_SPACE);

  g_set_error_literal (error, SOTAY_REGISTER_ERROR,
                       is_full ? SOTAY_REGISTER_ERROR_DISK_FULL : SOTAY_REGISTER_ERROR_STORE, failure->message);
  return FALSE;
}

/* Copies the bytes; a file that is not there is let be. The copy gets its name when it is complete. */
static gboolean
keep_aside (const char *path, const char *aside, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (aside);
  g_autofree char *name = g_path_get_basename (aside);
  g_autofree char *hidden = g_strconcat (SOTAY_BACKUP_UNFINISHED, name, ".part", NULL);
  g_autofree char *part = g_build_filename (folder, hidden, NULL);
  g_autoptr (GFile) from = g_file_new_for_path (path);
  g_autoptr (GFile) to = g_file_new_for_path (part);
  g_autoptr (GError) failure = NULL;
  gboolean done;

  if (!g_file_test (path, G_FILE_TEST_EXISTS))
    return TRUE;
  if (g_file_copy (from, to, G_FILE_COPY_OVERWRITE, NULL, NULL, NULL, &failure))
    {
      g_chmod (part, 0600);
      done = sotay_sqlite_move_into_place (part, aside, error);
    }
  else
    done = fail_aside (failure, error);
  if (!done)
    g_unlink (part);
  return done;
}

gboolean
sotay_sqlite_replace_file (const char *path, const char *staging, const char *aside, GError **error)
{
  g_autofree char *log = g_strconcat (path, "-wal", NULL);
  g_autofree char *index = g_strconcat (path, "-shm", NULL);
  g_autofree char *log_aside = g_strconcat (aside, "-wal", NULL);

  if (!keep_aside (log, log_aside, error) || !keep_aside (path, aside, error))
    return FALSE;
  /* The old log would be played into the new file: it is gone for good before the new one stands there. */
  g_unlink (log);
  g_unlink (index);
  return sotay_sqlite_sync_folder (path, error) && sotay_sqlite_move_into_place (staging, path, error);
}

static gboolean
read_last_step (sqlite3 *db, SotayContents *contents, GError **error)
{
  g_autoptr (GPtrArray) steps = sotay_sqlite_log_list (db, 1, error);

  if (steps != NULL && steps->len > 0)
    contents->last_step = g_object_ref (steps->pdata[0]);
  return steps != NULL;
}

static gboolean
check_pages (sqlite3 *db, GError **error)
{
  g_autoptr (sqlite3_stmt) statement = sotay_sqlite_prepare (db, "PRAGMA quick_check(1)", error);
  gboolean row;

  if (statement == NULL || !sotay_sqlite_next (statement, &row, error))
    return FALSE;
  if (row && g_strcmp0 ((const char *) sqlite3_column_text (statement, 0), "ok") == 0)
    return TRUE;
  g_set_error (error, SOTAY_REGISTER_ERROR, (int) sotay_sqlite_code_of_damage (db), "%s: %s",
               sqlite3_db_filename (db, "main"), row ? (const char *) sqlite3_column_text (statement, 0) : "");
  return FALSE;
}

static gboolean
check (sqlite3 *db, SotayLook look, GError **error)
{
  if (look == SOTAY_LOOK_CONTENTS)
    return TRUE;
  return look == SOTAY_LOOK_PAGES ? check_pages (db, error) : sotay_sqlite_check_integrity (db, error);
}

SotayContents *
sotay_sqlite_read_contents (sqlite3 *db, SotayLook look, GError **error)
{
  g_autoptr (SotayContents) contents = g_new0 (SotayContents, 1);
  /* Schema 1 knew no sessions, so that what was set by hand was all. */
  gboolean first = sotay_sqlite_read_number (db, "PRAGMA user_version", NULL) == 1;

  if (!check (db, look, error))
    return NULL;
  contents->units = sotay_sqlite_read_number (db, "SELECT count(*) FROM unit", error);
  if (contents->units < 0)
    return NULL;
  contents->staff = sotay_sqlite_read_number (db, "SELECT count(*) FROM staff", error);
  if (contents->staff < 0)
    return NULL;
  contents->trained = sotay_sqlite_read_number (db, first ? "SELECT count(trained_on) FROM staff"
                                                          : "SELECT count(trained_since) FROM staff", error);
  if (contents->trained < 0 || !read_last_step (db, contents, error))
    return NULL;
  return g_steal_pointer (&contents);
}

SotayContents *
sotay_sqlite_look_inside (const char *path, SotayLook look, GCancellable *cancellable, GError **error)
{
  g_autoptr (sqlite3) db = NULL;
  SotayContents *contents;
  GError *failure = NULL;

  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;
  db = open_copy (path, error);
  if (db == NULL)
    return NULL;
  sqlite3_progress_handler (db, STEPS_BETWEEN_QUESTIONS, was_cancelled_cb, cancellable);
  contents = sotay_sqlite_read_contents (db, look, &failure);
  if (contents == NULL)
    blame_copy (failure, error);
  return contents;
}
