/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "register/backup.h"

G_BEGIN_DECLS

/**
 * sotay_backup_row_new:
 * @backup: a backup
 *
 * A row that says when and why the backup was made and what is inside; its button activates "backups.restore" with the
 * backup's id.
 *
 * Returns: (transfer floating): the row
 */
GtkWidget *sotay_backup_row_new (SotayBackup *backup);

/**
 * sotay_backup_row_describe:
 * @contents: what is inside a backup, or the register
 *
 * Returns: (transfer full): "3 đơn vị · 215 người · 120 đã tập huấn"
 */
char *sotay_backup_row_describe (const SotayContents *contents);

char *sotay_backup_row_format_time (SotayBackup *backup); /* (transfer full): "05/11/2024 08:15" */

G_END_DECLS
