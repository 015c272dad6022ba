/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whole copies of the database. */
#pragma once

#include "core/advance.h"
#include "register/sqlite/connection.h"

G_BEGIN_DECLS

/**
 * sotay_sqlite_copy:
 * @db: a connection without an open transaction
 * @path: the file; see sotay_store_copy_to()
 *
 * Copies page by page, so that a damaged database is copied as it is.
 *
 * Returns: whether the copy stands there
 */
gboolean sotay_sqlite_copy (sqlite3 *db, const char *path, const SotayAdvance *advance, GCancellable *cancellable,
                            GError **error);

/**
 * sotay_sqlite_copy_before_migration:
 * @folder: (nullable): the folder of the backups, made if need be; %NULL for none
 * @error: %SOTAY_REGISTER_ERROR_NO_BACKUP
 *
 * Keeps the database as it is before its schema is changed.
 *
 * Returns: whether the migration may begin
 */
gboolean sotay_sqlite_copy_before_migration (sqlite3 *db, const char *folder, GError **error);

/**
 * sotay_sqlite_transfer:
 *
 * Writes the content of @source over that of @target, all of it or nothing.
 *
 * Returns: whether it was done
 */
gboolean sotay_sqlite_transfer (sqlite3 *source, sqlite3 *target, const SotayAdvance *advance,
                                GCancellable *cancellable, GError **error);

/**
 * sotay_sqlite_sync_folder, sotay_sqlite_move_into_place:
 * @from: a file of the same file system that nobody has open
 *
 * Returns: whether the names in the folder that holds @path, or a file under its new name, are on the disk
 */
gboolean sotay_sqlite_sync_folder (const char *path, GError **error);
gboolean sotay_sqlite_move_into_place (const char *from, const char *path, GError **error);

G_END_DECLS
