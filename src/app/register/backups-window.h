/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "register/backups.h"

G_BEGIN_DECLS

#define SOTAY_TYPE_BACKUPS_WINDOW (sotay_backups_window_get_type ())
/**
 * SotayBackupsWindow:
 *
 * The backups of the register with what is inside each: make one, put one back, take that back.
 */
G_DECLARE_FINAL_TYPE (SotayBackupsWindow, sotay_backups_window, SOTAY, BACKUPS_WINDOW, AdwWindow)

/**
 * sotay_backups_window_new:
 * @parent: the window above which it stands
 *
 * Returns: (transfer none): the window, to be presented
 */
GtkWidget *sotay_backups_window_new (GtkWindow *parent, SotayBackups *backups);

G_END_DECLS
