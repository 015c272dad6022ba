/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define SOTAY_TYPE_HELP_WINDOW (sotay_help_window_get_type ())
G_DECLARE_FINAL_TYPE (SotayHelpWindow, sotay_help_window, SOTAY, HELP_WINDOW, AdwWindow)

/**
 * sotay_help_window_new:
 * @parent: (nullable): the window that it belongs to
 *
 * Returns: (transfer none): a window that says in a few lines how each part is used
 */
SotayHelpWindow *sotay_help_window_new (GtkWindow *parent);

G_END_DECLS
