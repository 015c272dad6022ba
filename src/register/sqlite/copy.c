/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "register/sqlite/copy.h"

#include "core/paths.h"
#include "core/system.h"
#include "register/backup.h"
#include "register/register-error.h"

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
copy_pages (sqlite3 *source, sqlite3 *target, const SotayAdvance *advance, GCancellable *cancellable, GError **error)
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
gboolean
sotay_sqlite_transfer (sqlite3 *source, sqlite3 *target, const SotayAdvance *advance, GCancellable *cancellable,
                       GError **error)
{
  gboolean done;

  if (!sotay_sqlite_execute (source, "BEGIN", error))
    return FALSE;
  done = sotay_sqlite_read_number (source, "SELECT count(*) FROM sqlite_schema", error) >= 0
         && copy_pages (source, target, advance, cancellable, error);
  sotay_sqlite_execute (source, "ROLLBACK", NULL);
  return done;
}

static gboolean
write_copy (sqlite3 *source, const char *path, const SotayAdvance *advance, GCancellable *cancellable, GError **error)
{
  g_autoptr (sqlite3) target = open_target (path, error);

  return target != NULL && sotay_sqlite_transfer (source, target, advance, cancellable, error);
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

gboolean
sotay_sqlite_sync_folder (const char *path, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autoptr (GError) failure = NULL;

  return sotay_system_sync_folder (folder, &failure) || fail (failure, error);
}

gboolean
sotay_sqlite_move_into_place (const char *from, const char *path, GError **error)
{
  g_autoptr (GError) failure = NULL;

  if (!sync_file (from, error))
    return FALSE;
  if (!sotay_system_rename (from, path, &failure))
    return fail (failure, error);
  return sotay_sqlite_sync_folder (path, error);
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
  if (write_copy (db, temporary, advance, cancellable, error) && sotay_sqlite_move_into_place (temporary, path, error))
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
