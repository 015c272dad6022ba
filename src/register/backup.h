/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "register/contents.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* What the name of a file begins with that is not complete yet. */
#define SOTAY_BACKUP_UNFINISHED ".unfinished-"

typedef enum
{
  SOTAY_BACKUP_BY_HAND,
  SOTAY_BACKUP_DAILY,
  SOTAY_BACKUP_BEFORE_IMPORT,
  SOTAY_BACKUP_BEFORE_MIGRATION,
  SOTAY_BACKUP_BEFORE_RESTORE,
  SOTAY_BACKUP_DAMAGED, /* a register that could not be opened any more, put aside when a backup took its place */
  SOTAY_BACKUP_N_CAUSES
} SotayBackupCause;

/**
 * sotay_backup_cause_to_string:
 *
 * Returns: the word in file names: "hand", "daily", "import", "migration", "restore", "damaged"
 */
const char *sotay_backup_cause_to_string (SotayBackupCause cause);

/**
 * sotay_backup_make_path:
 * @folder: the folder of the backups
 *
 * Returns: (transfer full): a name for a backup made now, by the clock of this PC; no file has it yet:
 *   "register-20241105-081500-daily.db"
 */
char *sotay_backup_make_path (const char *folder, SotayBackupCause cause);

#define SOTAY_TYPE_BACKUP (sotay_backup_get_type ())
/**
 * SotayBackup:
 *
 * A copy of the register in a file. What is said of it is what was found when it was listed.
 */
G_DECLARE_FINAL_TYPE (SotayBackup, sotay_backup, SOTAY, BACKUP, GObject)

/**
 * sotay_backup_new:
 * @path: a file
 *
 * Returns: (transfer full) (nullable): the backup, or %NULL when the file's name is not that of one
 */
SotayBackup *sotay_backup_new (const char *path);

/**
 * sotay_backup_set_contents:
 * @contents: (transfer full) (nullable): what is inside, or %NULL when it is not a whole register
 * @problem: (nullable): then, why
 */
void sotay_backup_set_contents (SotayBackup *backup, SotayContents *contents, const GError *problem);

const char *sotay_backup_get_id (SotayBackup *backup); /* "20241105-081500-daily": later ones sort behind */
const char *sotay_backup_get_path (SotayBackup *backup);
GDateTime *sotay_backup_get_time (SotayBackup *backup); /* (transfer none): in the time zone of this PC */
SotayBackupCause sotay_backup_get_cause (SotayBackup *backup);
gint64 sotay_backup_get_bytes (SotayBackup *backup);
const SotayContents *sotay_backup_get_contents (SotayBackup *backup); /* (nullable): %NULL when it is not whole */
const GError *sotay_backup_get_problem (SotayBackup *backup);         /* (nullable) */

/**
 * sotay_backup_choose_old:
 * @ids: (element-type utf8): ids in any order
 *
 * The newest 30 are kept, and beyond them the newest of each month.
 *
 * Returns: (transfer full) (element-type utf8): those of @ids that may go, which are borrowed
 */
GPtrArray *sotay_backup_choose_old (GPtrArray *ids);

G_END_DECLS
