/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Looking into a copy of the database, and putting one back. */
#pragma once

#include "core/advance.h"
#include "register/contents.h"
#include "register/sqlite/connection.h"

G_BEGIN_DECLS

char *sotay_sqlite_dup_staging (const char *aside); /* a hidden file beside it that is not there yet */

/**
 * sotay_sqlite_stage_copy:
 * @path: a copy
 * @staging: a file that is not there yet
 * @error: %SOTAY_REGISTER_ERROR_BACKUP_DAMAGED or _BACKUP_NEWER
 *
 * Makes a second copy at @staging, of this program's schema, and looks through all of it.
 *
 * Returns: (transfer full) (nullable): a connection to it
 */
sqlite3 *sotay_sqlite_stage_copy (const char *path, const char *staging, GCancellable *cancellable, GError **error);

/**
 * sotay_sqlite_replace_content:
 * @db: the register
 * @staged: what it shall hold
 *
 * Replaces the content in one transaction, which other connections see as any other change.
 *
 * Returns: whether it was done
 */
gboolean sotay_sqlite_replace_content (sqlite3 *db, sqlite3 *staged, const SotayAdvance *advance,
                                       GCancellable *cancellable, GError **error);

/**
 * sotay_sqlite_replace_file:
 * @path: a register that is too damaged to be opened
 * @staging: the database that takes its place; no connection to it is open
 * @aside: where the damaged one goes, with its log beside it
 *
 * Returns: whether it was done; if not, @path is as it was, or all of it stands at @aside
 */
gboolean sotay_sqlite_replace_file (const char *path, const char *staging, const char *aside, GError **error);

/**
 * sotay_sqlite_read_contents:
 * @look: how closely it is looked at before
 *
 * Returns: (transfer full) (nullable): what a register of any schema up to this program's holds
 */
SotayContents *sotay_sqlite_read_contents (sqlite3 *db, SotayLook look, GError **error);

/**
 * sotay_sqlite_look_inside:
 *
 * See sotay_store_look_inside(), of a copy.
 */
SotayContents *sotay_sqlite_look_inside (const char *path, SotayLook look, GCancellable *cancellable, GError **error);

G_END_DECLS
