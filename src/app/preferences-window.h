/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "services/services.h"

G_BEGIN_DECLS

#define SOTAY_TYPE_PREFERENCES_WINDOW (sotay_preferences_window_get_type ())
G_DECLARE_FINAL_TYPE (SotayPreferencesWindow, sotay_preferences_window, SOTAY, PREFERENCES_WINDOW, AdwPreferencesWindow)

/**
 * sotay_preferences_window_new:
 * @services: the parts, wired
 * @parent: (nullable): the window that it belongs to
 *
 * Returns: (transfer none): the preferences; a change counts at once, the language at the next start
 */
SotayPreferencesWindow *sotay_preferences_window_new (SotayServices *services, GtkWindow *parent);

/**
 * sotay_preferences_window_show_setting:
 * @key: a setting of documents, or "templates"
 *
 * Shows the page of the setting; the keyboard goes to it.
 */
void sotay_preferences_window_show_setting (SotayPreferencesWindow *window, const char *key);

G_END_DECLS
