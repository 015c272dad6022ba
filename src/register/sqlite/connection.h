/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SQLite with neutral errors: opening, statements, transactions. Used by one thread at a time. */
#pragma once

#include "register/register-error.h"

#include <gio/gio.h>
#include <sqlite3.h>

G_BEGIN_DECLS

/* How long an operation waits for another program's. */
#define SOTAY_SQLITE_BUSY_MILLISECONDS 5000

G_DEFINE_AUTOPTR_CLEANUP_FUNC (sqlite3, sqlite3_close)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (sqlite3_stmt, sqlite3_finalize)

/**
 * sotay_sqlite_open:
 * @path: the database file; made (0600) with its folder (0700) when it is missing
 * @error: a neutral register error
 *
 * Opens the file as it is: no schema is looked at, and closing leaves the file's bytes alone until
 * sotay_sqlite_adopt() was called.
 *
 * Returns: (transfer full) (nullable): the connection
 */
sqlite3 *sotay_sqlite_open (const char *path, GError **error);

/**
 * sotay_sqlite_avoid_sharing:
 *
 * For a file that shared memory must not be used with: it is read without, also when it was written in WAL mode. To be
 * called right after opening; then sotay_sqlite_adopt() with @shared.
 *
 * Returns: whether the mode was set
 */
gboolean sotay_sqlite_avoid_sharing (sqlite3 *db, GError **error);

/**
 * sotay_sqlite_adopt:
 * @shared: whether the file lies where other PCs reach it; then it is written with a rollback journal instead of WAL
 *
 * The file is known to be ours: from now on it is written in WAL mode, each commit is on the disk when it returns,
 * and closing leaves one whole file.
 *
 * Returns: whether the modes were set
 */
gboolean sotay_sqlite_adopt (sqlite3 *db, gboolean shared, GError **error);

/**
 * sotay_sqlite_set_error:
 * @code: what SQLite answered
 *
 * Sets the neutral error of @code, with SQLite's words as the message.
 *
 * Returns: %FALSE, for a short ending of the caller
 */
gboolean sotay_sqlite_set_error (sqlite3 *db, int code, GError **error);

/**
 * sotay_sqlite_code_of_damage:
 *
 * SQLite calls it damage, too, when the disk gives an error instead of a page.
 *
 * Returns: %SOTAY_REGISTER_ERROR_CORRUPT or %SOTAY_REGISTER_ERROR_DISK_FAILED
 */
SotayRegisterError sotay_sqlite_code_of_damage (sqlite3 *db);

/**
 * sotay_sqlite_prepare:
 * @sql: one statement
 *
 * Returns: (transfer full) (nullable): the statement
 */
sqlite3_stmt *sotay_sqlite_prepare (sqlite3 *db, const char *sql, GError **error);

/**
 * sotay_sqlite_next:
 * @row: (out): whether there is a row; %FALSE at the end
 *
 * Returns: %FALSE on error
 */
gboolean sotay_sqlite_next (sqlite3_stmt *statement, gboolean *row, GError **error);

/**
 * sotay_sqlite_run:
 *
 * Runs a statement that gives no rows, and resets it.
 *
 * Returns: %FALSE on error
 */
gboolean sotay_sqlite_run (sqlite3_stmt *statement, GError **error);

/**
 * sotay_sqlite_execute:
 * @sql: statements without parameters
 *
 * Returns: %FALSE on error
 */
gboolean sotay_sqlite_execute (sqlite3 *db, const char *sql, GError **error);

/**
 * sotay_sqlite_read_number:
 * @sql: a statement whose first row holds a number
 *
 * Returns: the number, or -1 on error
 */
gint64 sotay_sqlite_read_number (sqlite3 *db, const char *sql, GError **error);

/**
 * sotay_sqlite_bind_text:
 * @text: (nullable): copied; %NULL binds NULL
 */
void sotay_sqlite_bind_text (sqlite3_stmt *statement, int index, const char *text);

/**
 * SotaySqliteFunc:
 *
 * Work inside a transaction.
 */
typedef gboolean (*SotaySqliteFunc) (sqlite3 *db, gpointer data, GError **error);

/**
 * sotay_sqlite_transact:
 * @func: the work; when it fails, all of it is taken back
 *
 * Returns: whether the work was done and is on the disk
 */
gboolean sotay_sqlite_transact (sqlite3 *db, SotaySqliteFunc func, gpointer data, GError **error);

G_END_DECLS
