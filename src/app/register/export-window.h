/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "register/store.h"

G_BEGIN_DECLS

#define SOTAY_TYPE_EXPORT_WINDOW (sotay_export_window_get_type ())
/**
 * SotayExportWindow:
 *
 * Writes a list of staff to a file: how far it is, and Cancel; closes itself when it is done.
 */
G_DECLARE_FINAL_TYPE (SotayExportWindow, sotay_export_window, SOTAY, EXPORT_WINDOW, AdwWindow)

/**
 * sotay_export_window_new:
 * @parent: where it is told what was done ("win.show-toast")
 * @query: whom to write
 * @path: the file; without an ending of a sheet it gets ".xlsx"
 *
 * Begins at once.
 *
 * Returns: (transfer none): the window, to be presented
 */
GtkWidget *sotay_export_window_new (GtkWindow *parent, SotayStore *store, SotayStaffQuery *query, const char *path);

/**
 * sotay_export_window_choose_file:
 *
 * Asks for the file, then writes it.
 */
void sotay_export_window_choose_file (GtkWindow *parent, SotayStore *store, SotayStaffQuery *query);

G_END_DECLS
