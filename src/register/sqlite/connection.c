/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "register/sqlite/connection.h"

#include "core/paths.h"
#include "register/register-error.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>

#define SMALLEST_DATABASE 512

static SotayRegisterError
error_of_errno (int number)
{
  switch (number)
    {
    case ENOSPC:
    case EDQUOT:
    case EFBIG: /* no file of this file system may become larger */
      return SOTAY_REGISTER_ERROR_DISK_FULL;
    case EACCES:
    case EPERM:
    case EROFS:
    case ENOTDIR:
    case ENOENT:
    case EISDIR:
      return SOTAY_REGISTER_ERROR_READ_ONLY;
    default:
      return SOTAY_REGISTER_ERROR_STORE;
    }
}

static SotayRegisterError
error_of_file_error (int code)
{
  switch (code)
    {
    case G_FILE_ERROR_NOSPC:
      return SOTAY_REGISTER_ERROR_DISK_FULL;
    case G_FILE_ERROR_ACCES:
    case G_FILE_ERROR_PERM:
    case G_FILE_ERROR_ROFS:
    case G_FILE_ERROR_NOTDIR:
    case G_FILE_ERROR_EXIST:
    case G_FILE_ERROR_NOENT:
      return SOTAY_REGISTER_ERROR_READ_ONLY;
    default:
      return SOTAY_REGISTER_ERROR_STORE;
    }
}

static gboolean
could_not_read (sqlite3 *db, int which)
{
  sqlite3_file *file = NULL;
  int number = 0;

  if (sqlite3_file_control (db, "main", which, &file) != SQLITE_OK || file == NULL || file->pMethods == NULL)
    return FALSE;
  return file->pMethods->xFileControl (file, SQLITE_FCNTL_LAST_ERRNO, &number) == SQLITE_OK && number == EIO;
}

SotayRegisterError
sotay_sqlite_code_of_damage (sqlite3 *db)
{
  return could_not_read (db, SQLITE_FCNTL_FILE_POINTER) || could_not_read (db, SQLITE_FCNTL_JOURNAL_POINTER)
           ? SOTAY_REGISTER_ERROR_DISK_FAILED
           : SOTAY_REGISTER_ERROR_CORRUPT;
}

static SotayRegisterError
error_of_code (sqlite3 *db, int code)
{
  int number = sqlite3_system_errno (db);

  switch (code & 0xff)
    {
    case SQLITE_FULL:
      return SOTAY_REGISTER_ERROR_DISK_FULL;
    case SQLITE_IOERR:
      return error_of_errno (number);
    case SQLITE_CANTOPEN:
      return error_of_errno (number) == SOTAY_REGISTER_ERROR_DISK_FULL ? SOTAY_REGISTER_ERROR_DISK_FULL
                                                                       : SOTAY_REGISTER_ERROR_READ_ONLY;
    case SQLITE_READONLY:
    case SQLITE_PERM:
      return SOTAY_REGISTER_ERROR_READ_ONLY;
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      return SOTAY_REGISTER_ERROR_BUSY;
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
      return sotay_sqlite_code_of_damage (db);
    case SQLITE_CONSTRAINT: /* a unit that a record names is no longer there, or no longer empty */
      return SOTAY_REGISTER_ERROR_CONFLICT;
    default:
      return SOTAY_REGISTER_ERROR_STORE;
    }
}

static gboolean
make_folder (const char *path, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autoptr (GError) file_error = NULL;

  if (sotay_paths_make_private (folder, &file_error))
    return TRUE;
  g_set_error_literal (error, SOTAY_REGISTER_ERROR, error_of_file_error (file_error->code), file_error->message);
  return FALSE;
}

/* SQLite would make the file with the umask's mode; -wal and -shm take the mode of the file. */
static gboolean
make_private_file (const char *path, GError **error)
{
  int file = g_open (path, O_WRONLY | O_CREAT | O_EXCL, 0600);
  int saved = errno;

  if (file >= 0)
    return g_close (file, NULL);
  if (saved == EEXIST)
    return TRUE;
  g_set_error (error, SOTAY_REGISTER_ERROR, error_of_errno (saved), "%s: %s", path, g_strerror (saved));
  return FALSE;
}

static goffset
size_of (const char *path)
{
  GStatBuf info;

  return g_stat (path, &info) == 0 ? (goffset) info.st_size : 0;
}

static goffset
size_beside (const char *path, const char *suffix)
{
  g_autofree char *beside = g_strconcat (path, suffix, NULL);

  return size_of (beside);
}

/* SQLite takes a file of a few bytes for an empty database, and drops the log of one that was cut to nothing: both
 * would be written over. With a journal it is a first page that was not written whole, and SQLite takes it back. The
 * size is asked for without opening the file, because closing it again would drop the locks of another connection of
 * this process. */
static gboolean
check_size (const char *path, GError **error)
{
  goffset log = size_beside (path, "-wal"); /* before the file: who makes both writes the file first */
  goffset size = size_of (path);

  if (size >= SMALLEST_DATABASE || (size == 0 && log == 0) || (size > 0 && size_beside (path, "-journal") > 0))
    return TRUE;
  g_set_error (error, SOTAY_REGISTER_ERROR, SOTAY_REGISTER_ERROR_CORRUPT, "%s: %" G_GOFFSET_FORMAT " B", path, size);
  return FALSE;
}

sqlite3 *
sotay_sqlite_open (const char *path, GError **error)
{
  g_autoptr (sqlite3) db = NULL;
  int code;

  if (!make_folder (path, error) || !make_private_file (path, error) || !check_size (path, error))
    return NULL;
  code = sqlite3_open_v2 (path, &db, SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE, NULL);
  if (code != SQLITE_OK)
    {
      sotay_sqlite_set_error (db, code, error);
      return NULL;
    }
  sqlite3_busy_timeout (db, SOTAY_SQLITE_BUSY_MILLISECONDS);
  sqlite3_db_config (db, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, NULL);
  sqlite3_db_config (db, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
  sqlite3_db_config (db, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, NULL);
  sqlite3_db_config (db, SQLITE_DBCONFIG_ENABLE_FKEY, 1, NULL);
  return g_steal_pointer (&db);
}

gboolean
sotay_sqlite_avoid_sharing (sqlite3 *db, GError **error)
{
  return sotay_sqlite_execute (db, "PRAGMA locking_mode = EXCLUSIVE", error);
}

/* A commit is the removal of the journal: EXTRA waits until that is on the disk, FULL does not, and a power failure
 * could bring the journal back. Reading once gives up the lock that the exclusive mode holds. */
static gboolean
use_rollback_journal (sqlite3 *db, GError **error)
{
  return sotay_sqlite_execute (db, "PRAGMA journal_mode = DELETE; PRAGMA synchronous = EXTRA; "
                                   "PRAGMA locking_mode = NORMAL; SELECT count(*) FROM sqlite_schema", error);
}

gboolean
sotay_sqlite_adopt (sqlite3 *db, gboolean shared, GError **error)
{
  g_autoptr (GError) mode_error = NULL;

  /* What is removed is overwritten, so that a person who is taken out for good leaves nothing in free pages. */
  if (!sotay_sqlite_execute (db, "PRAGMA secure_delete = ON", error))
    return FALSE;
  if (shared)
    {
      sqlite3_db_config (db, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 0, NULL);
      return use_rollback_journal (db, error);
    }
  /* Busy means that another program is switching the mode just now; a read-only file keeps the mode it has. */
  if (!sotay_sqlite_execute (db, "PRAGMA journal_mode = WAL", &mode_error)
      && !g_error_matches (mode_error, SOTAY_REGISTER_ERROR, SOTAY_REGISTER_ERROR_BUSY)
      && !g_error_matches (mode_error, SOTAY_REGISTER_ERROR, SOTAY_REGISTER_ERROR_READ_ONLY))
    {
      g_propagate_error (error, g_steal_pointer (&mode_error));
      return FALSE;
    }
  if (!sotay_sqlite_execute (db, "PRAGMA synchronous = FULL", error))
    return FALSE;
  sqlite3_db_config (db, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 0, NULL);
  return TRUE;
}

gboolean
sotay_sqlite_set_error (sqlite3 *db, int code, GError **error)
{
  const char *path = sqlite3_db_filename (db, "main");

  if ((code & 0xff) == SQLITE_INTERRUPT)
    g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_CANCELLED, sqlite3_errstr (code));
  else
    g_set_error (error, SOTAY_REGISTER_ERROR, error_of_code (db, code), "%s: %s (SQLite %d)", path != NULL ? path : "",
                 sqlite3_errmsg (db), code);
  return FALSE;
}

sqlite3_stmt *
sotay_sqlite_prepare (sqlite3 *db, const char *sql, GError **error)
{
  sqlite3_stmt *statement = NULL;
  int code = sqlite3_prepare_v2 (db, sql, -1, &statement, NULL);

  if (code != SQLITE_OK)
    sotay_sqlite_set_error (db, code, error);
  return statement;
}

gboolean
sotay_sqlite_next (sqlite3_stmt *statement, gboolean *row, GError **error)
{
  int code = sqlite3_step (statement);

  *row = code == SQLITE_ROW;
  if (code == SQLITE_ROW || code == SQLITE_DONE)
    return TRUE;
  return sotay_sqlite_set_error (sqlite3_db_handle (statement), code, error);
}

gboolean
sotay_sqlite_run (sqlite3_stmt *statement, GError **error)
{
  gboolean row;
  gboolean done = sotay_sqlite_next (statement, &row, error);

  sqlite3_reset (statement);
  return done;
}

gboolean
sotay_sqlite_execute (sqlite3 *db, const char *sql, GError **error)
{
  int code = sqlite3_exec (db, sql, NULL, NULL, NULL);

  return code == SQLITE_OK || sotay_sqlite_set_error (db, code, error);
}

gint64
sotay_sqlite_read_number (sqlite3 *db, const char *sql, GError **error)
{
  g_autoptr (sqlite3_stmt) statement = sotay_sqlite_prepare (db, sql, error);
  gboolean row;

  if (statement == NULL || !sotay_sqlite_next (statement, &row, error))
    return -1;
  return row ? sqlite3_column_int64 (statement, 0) : 0;
}

void
sotay_sqlite_bind_text (sqlite3_stmt *statement, int index, const char *text)
{
  sqlite3_bind_text (statement, index, text, -1, SQLITE_TRANSIENT);
}

gboolean
sotay_sqlite_transact (sqlite3 *db, SotaySqliteFunc func, gpointer data, GError **error)
{
  if (!sotay_sqlite_execute (db, "BEGIN IMMEDIATE", error))
    return FALSE;
  if (func (db, data, error) && sotay_sqlite_execute (db, "COMMIT", error))
    return TRUE;
  if (!sqlite3_get_autocommit (db))
    sotay_sqlite_execute (db, "ROLLBACK", NULL);
  return FALSE;
}
