/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "register/backup.h"
#include "register/store.h"

G_BEGIN_DECLS

#define SOTAY_TYPE_BACKUPS (sotay_backups_get_type ())
/**
 * SotayBackups:
 *
 * The backups of a store, in a folder: made by hand, before each import, and before the first change of a day, as long
 * as this object lives. Before an import that has something to lose, a backup that cannot be made stops it with
 * %SOTAY_REGISTER_ERROR_NO_BACKUP; the daily one only says so.
 *
 * Signal "failed" (GError *error): today's backup could not be made (%SOTAY_REGISTER_ERROR_BACKUP_SKIPPED). Emitted in
 * the thread in which the object was made.
 */
G_DECLARE_FINAL_TYPE (SotayBackups, sotay_backups, SOTAY, BACKUPS, GObject)

/**
 * sotay_backups_new:
 * @folder: made when it is needed
 *
 * Returns: (transfer full): the backups of @store
 */
SotayBackups *sotay_backups_new (SotayStore *store, const char *folder);

/**
 * sotay_backups_list:
 * @look: how closely each is looked at
 *
 * Looks inside each.
 *
 * Returns: (transfer full) (element-type SotayBackup) (nullable): newest first
 */
GPtrArray *sotay_backups_list (SotayBackups *backups, SotayLook look, GCancellable *cancellable, GError **error);
void sotay_backups_list_async (SotayBackups *backups, GCancellable *cancellable, GAsyncReadyCallback callback,
                               gpointer data);
GPtrArray *sotay_backups_list_finish (SotayBackups *backups, GAsyncResult *result, GError **error);

/**
 * sotay_backups_make:
 * @advance: (nullable): who is told how far it is; for `_async`, from another thread, and until the result is there
 * @error: also %SOTAY_REGISTER_ERROR_CORRUPT: the register itself is damaged
 *
 * Makes one and looks through it; then those go that are too old to be kept (sotay_backup_choose_old()).
 *
 * Returns: (transfer full) (nullable): it
 */
SotayBackup *sotay_backups_make (SotayBackups *backups, SotayBackupCause cause, const SotayAdvance *advance,
                                 GCancellable *cancellable, GError **error);
void sotay_backups_make_async (SotayBackups *backups, SotayBackupCause cause, const SotayAdvance *advance,
                               GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data);
SotayBackup *sotay_backups_make_finish (SotayBackups *backups, GAsyncResult *result, GError **error);

/**
 * sotay_backups_restore:
 * @id: the id of a backup
 * @advance: (nullable): as sotay_backups_make()
 * @error: %SOTAY_REGISTER_ERROR_BACKUP_MISSING, _BACKUP_DAMAGED, _BACKUP_NEWER; then nothing was changed
 *
 * Puts a backup in the place of the register, after keeping the register as it is now. That is a backup like any other;
 * a register that could not be opened is kept as it is, as one that is not whole.
 *
 * Returns: (transfer full) (nullable): what was kept of the register as it was
 */
SotayBackup *sotay_backups_restore (SotayBackups *backups, const char *id, const SotayAdvance *advance,
                                    GCancellable *cancellable, GError **error);
void sotay_backups_restore_async (SotayBackups *backups, const char *id, const SotayAdvance *advance,
                                  GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data);
SotayBackup *sotay_backups_restore_finish (SotayBackups *backups, GAsyncResult *result, GError **error);

SotayStore *sotay_backups_get_store (SotayBackups *backups); /* (transfer none) */
const char *sotay_backups_get_folder (SotayBackups *backups);

G_END_DECLS
