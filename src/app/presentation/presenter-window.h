/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "app/presentation/manual-pages.h"
#include "presentation/show.h"
#include "services/services.h"

G_BEGIN_DECLS

#define SOTAY_TYPE_PRESENTER_WINDOW (sotay_presenter_window_get_type ())
/**
 * SotayPresenterWindow:
 *
 * What the trainer alone sees: this slide and the next, notes, clock and plan, the stops, attendance, and buttons.
 *
 * Signal "session-chosen" (string id): the show is tied to this session from now on.
 */
G_DECLARE_FINAL_TYPE (SotayPresenterWindow, sotay_presenter_window, SOTAY, PRESENTER_WINDOW, AdwWindow)

/**
 * sotay_presenter_window_new:
 * @application: (nullable): the application
 * @session_id: (nullable): the session of the show
 * @show_actions: the group "show"
 * @wall_actions: the group "wall"
 *
 * Returns: (transfer none): the window, not yet on a screen
 */
GtkWindow *sotay_presenter_window_new (GtkApplication *application, SotayServices *services, SotayShow *show,
                                       SotayManualPages *pages, const char *session_id, GActionGroup *show_actions,
                                       GActionGroup *wall_actions);

void sotay_presenter_window_show_part (SotayPresenterWindow *window, const char *name); /* "notes", "attendance" */

/**
 * sotay_presenter_window_put_attendance_away:
 *
 * The window goes to another screen, which the room may have been looking at: the names in it do not go along.
 */
void sotay_presenter_window_put_attendance_away (SotayPresenterWindow *window);

G_END_DECLS
