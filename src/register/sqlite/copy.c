/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "register/sqlite/copy.h"

#include "core/paths.h"
#include "core/system.h"
#include "register/backup.h"
#include "register/register-error.h"
#include "register/sqlite/log.h"
#include "register/sqlite/queries.h"
#include "register/sqlite/schema.h"

#include <glib/gstdio.h>

/* Between two batches a cancellation is noticed: 4 MB. */
#define PAGES_AT_ONCE 1024

static gboolean
fail (const GError *file_error, GError **error)
{
  SotayRegisterError code = SOTAY_REGISTER_ERROR_STORE;

  if (g_error_matches (file_error, G_FILE_ERROR, G_FILE_ERROR_NOSPC))
    code = SOTAY_REGISTER_ERROR_DISK_FULL;
  else if (g_error_matches (file_error, G_FILE_ERROR, G_FILE_ERROR_ACCES)
           || g_error_matches (file_error, G_FILE_ERROR, G_FILE_ERROR_PERM)
           || g_error_matches (file_error, G_FILE_ERROR, G_FILE_ERROR_ROFS))
    code = SOTAY_REGISTER_ERROR_READ_ONLY;
  g_set_error_literal (error, SOTAY_REGISTER_ERROR, (int) code, file_error->message);
  return FALSE;
}

static gboolean
transfer (sqlite3 *source, sqlite3 *target, const SotayAdvance *advance, GCancellable *cancellable, GError **error)
{
  sqlite3_backup *backup = sqlite3_backup_init (target, "main", source, "main");
  int code = SQLITE_OK;

  if (backup == NULL)
    return sotay_sqlite_set_error (target, sqlite3_extended_errcode (target), error);
  while (code == SQLITE_OK && !g_cancellable_is_cancelled (cancellable))
    {
      code = sqlite3_backup_step (backup, PAGES_AT_ONCE);
      sotay_advance_tell (advance, sqlite3_backup_pagecount (backup) - sqlite3_backup_remaining (backup),
                          sqlite3_backup_pagecount (backup));
    }
  sqlite3_backup_finish (backup); /* takes an unfinished copy back */
  if (code == SQLITE_DONE)
    return TRUE;
  return g_cancellable_set_error_if_cancelled (cancellable, error) ? FALSE
                                                                   : sotay_sqlite_set_error (target, code, error);
}

/* The copy is nobody's before it is complete: it needs neither a journal nor a sync for each commit. */
static sqlite3 *
open_target (const char *path, GError **error)
{
  g_autoptr (sqlite3) db = NULL;
  int code = sqlite3_open_v2 (path, &db, SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE, NULL);

  if (code != SQLITE_OK)
    {
      sotay_sqlite_set_error (db, code, error);
      return NULL;
    }
  if (!sotay_sqlite_execute (db, "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF", error))
    return NULL;
  return g_steal_pointer (&db);
}

/* One transaction around the copy: it is of one moment, and does not begin anew when another program writes. */
static gboolean
transfer_moment (sqlite3 *source, sqlite3 *target, const SotayAdvance *advance, GCancellable *cancellable,
                 GError **error)
{
  gboolean done;

  if (!sotay_sqlite_execute (source, "BEGIN", error))
    return FALSE;
  done = sotay_sqlite_read_number (source, "SELECT count(*) FROM sqlite_schema", error) >= 0
         && transfer (source, target, advance, cancellable, error);
  sotay_sqlite_execute (source, "ROLLBACK", NULL);
  return done;
}

static gboolean
write_copy (sqlite3 *source, const char *path, const SotayAdvance *advance, GCancellable *cancellable, GError **error)
{
  g_autoptr (sqlite3) target = open_target (path, error);

  return target != NULL && transfer_moment (source, target, advance, cancellable, error);
}

static gboolean
sync_file (const char *path, GError **error)
{
  g_autoptr (GError) failure = NULL;
  int fd = sotay_system_open_file (path, 0600, &failure);

  if (fd >= 0 && sotay_system_close (fd, path, &failure))
    return TRUE;
  return fail (failure, error);
}

static gboolean
move_into_place (const char *from, const char *path, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autoptr (GError) failure = NULL;

  if (!sync_file (from, error))
    return FALSE;
  if (sotay_system_rename (from, path, &failure) && sotay_system_sync_folder (folder, &failure))
    return TRUE;
  return fail (failure, error);
}

/* A new empty file of a name that no other program uses. */
static char *
make_temporary (const char *path, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *name = g_path_get_basename (path);
  g_autofree char *hidden = g_strdup_printf (SOTAY_BACKUP_UNFINISHED "%s.XXXXXX", name);
  g_autofree char *temporary = g_build_filename (folder, hidden, NULL);
  g_autoptr (GError) failure = NULL;
  int fd = sotay_system_create_file (temporary, 0600, &failure);

  if (fd >= 0 && g_close (fd, NULL))
    return g_steal_pointer (&temporary);
  fail (failure, error);
  return NULL;
}

gboolean
sotay_sqlite_copy (sqlite3 *db, const char *path, const SotayAdvance *advance, GCancellable *cancellable,
                   GError **error)
{
  g_autofree char *temporary = make_temporary (path, error);

  if (temporary == NULL)
    return FALSE;
  if (write_copy (db, temporary, advance, cancellable, error) && move_into_place (temporary, path, error))
    return TRUE;
  g_unlink (temporary);
  return FALSE;
}

gboolean
sotay_sqlite_copy_before_migration (sqlite3 *db, const char *folder, GError **error)
{
  g_autoptr (GError) failure = NULL;
  g_autofree char *path = NULL;

  if (folder == NULL)
    return TRUE;
  path = sotay_backup_make_path (folder, SOTAY_BACKUP_BEFORE_MIGRATION);
  if (sotay_paths_make_private (folder, &failure) && sotay_sqlite_copy (db, path, NULL, NULL, &failure))
    return TRUE;
  g_set_error_literal (error, SOTAY_REGISTER_ERROR, SOTAY_REGISTER_ERROR_NO_BACKUP, failure->message);
  return FALSE;
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

sqlite3 *
sotay_sqlite_open_copy (const char *path, GError **error)
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

sqlite3 *
sotay_sqlite_stage_copy (const char *path, const char *staging, GCancellable *cancellable, GError **error)
{
  g_autoptr (sqlite3) copy = sotay_sqlite_open_copy (path, error);
  g_autoptr (sqlite3) staged = NULL;
  GError *failure = NULL;

  if (copy == NULL)
    return NULL;
  if (sotay_sqlite_copy (copy, staging, NULL, cancellable, &failure))
    staged = sotay_sqlite_open (staging, &failure);
  /* Nobody else reads it: it needs no log beside it, wherever it lies. */
  if (staged != NULL && sotay_sqlite_avoid_sharing (staged, &failure)
      && sotay_sqlite_prepare_schema (staged, TRUE, NULL, &failure)
      && sotay_sqlite_check_integrity (staged, &failure))
    return g_steal_pointer (&staged);
  blame_copy (failure, error);
  return NULL;
}

gboolean
sotay_sqlite_replace_content (sqlite3 *db, sqlite3 *staged, const SotayAdvance *advance, GCancellable *cancellable,
                              GError **error)
{
  return transfer_moment (staged, db, advance, cancellable, error);
}

/* Copies the bytes; a file that is not there is let be. */
static gboolean
keep_aside (const char *path, const char *aside, GError **error)
{
  g_autoptr (GFile) from = g_file_new_for_path (path);
  g_autoptr (GFile) to = g_file_new_for_path (aside);
  g_autoptr (GError) failure = NULL;

  if (!g_file_test (path, G_FILE_TEST_EXISTS))
    return TRUE;
  if (g_file_copy (from, to, G_FILE_COPY_NONE, NULL, NULL, NULL, &failure))
    {
      g_chmod (aside, 0600);
      return sync_file (aside, error);
    }
  g_set_error_literal (error, SOTAY_REGISTER_ERROR,
                       g_error_matches (failure, G_IO_ERROR, G_IO_ERROR_NO_SPACE) ? SOTAY_REGISTER_ERROR_DISK_FULL
                                                                                  : SOTAY_REGISTER_ERROR_STORE,
                       failure->message);
  return FALSE;
}

gboolean
sotay_sqlite_replace_file (const char *path, const char *staging, const char *aside, GError **error)
{
  g_autofree char *log = g_strconcat (path, "-wal", NULL);
  g_autofree char *index = g_strconcat (path, "-shm", NULL);
  g_autofree char *log_aside = g_strconcat (aside, "-wal", NULL);

  if (!keep_aside (path, aside, error) || !keep_aside (log, log_aside, error))
    return FALSE;
  /* The old log would be played into the new file. */
  g_unlink (log);
  g_unlink (index);
  return move_into_place (staging, path, error);
}

static gboolean
read_last_step (sqlite3 *db, SotayContents *contents, GError **error)
{
  g_autoptr (GPtrArray) steps = sotay_sqlite_log_list (db, 1, error);

  if (steps != NULL && steps->len > 0)
    contents->last_step = g_object_ref (steps->pdata[0]);
  return steps != NULL;
}

SotayContents *
sotay_sqlite_read_contents (sqlite3 *db, GError **error)
{
  g_autoptr (SotayContents) contents = g_new0 (SotayContents, 1);
  /* Schema 1 knew no sessions, so that what was set by hand was all. */
  gboolean first = sotay_sqlite_read_number (db, "PRAGMA user_version", NULL) == 1;

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
