/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "app/presentation/show-starter.h"
#include "app/view.h"
#include "services/services.h"

G_BEGIN_DECLS

#define SOTAY_TYPE_WINDOW (sotay_window_get_type ())
/**
 * SotayWindow:
 *
 * Hosts the four views, each made when it is first shown, and remembers its size, the view and what was looked at.
 */
G_DECLARE_FINAL_TYPE (SotayWindow, sotay_window, SOTAY, WINDOW, AdwApplicationWindow)

/**
 * sotay_window_new:
 * @application: the application
 * @services: the parts, wired
 *
 * Returns: (transfer none): the window, as it was left
 */
SotayWindow *sotay_window_new (GtkApplication *application, SotayServices *services);

SotayServices *sotay_window_get_services (SotayWindow *window); /* (transfer none) */
SotayView *sotay_window_get_view (SotayWindow *window);         /* (transfer none): the view that is shown */
SotayShowStarter *sotay_window_get_starter (SotayWindow *window); /* (transfer none): of its shows */

/**
 * sotay_window_show_view:
 * @name: "catalogue", "guide", "register" or "reports"; another name is left alone
 */
void sotay_window_show_view (SotayWindow *window, const char *name);

/**
 * sotay_window_show_toast:
 * @text: a sentence
 * @step: the number of a step that the toast offers to undo, or 0
 */
void sotay_window_show_toast (SotayWindow *window, const char *text, gint64 step);

G_END_DECLS
