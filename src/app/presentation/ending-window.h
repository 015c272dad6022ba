/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "presentation/show.h"
#include "services/services.h"

G_BEGIN_DECLS

#define SOTAY_TYPE_ENDING_WINDOW (sotay_ending_window_get_type ())
/**
 * SotayEndingWindow:
 *
 * The end of a show: what will be recorded, on one page, to be changed before; recorded as one step that can be undone.
 *
 * Signal "recorded" (#SotayStep): it was done.
 * Signal "discarded": nothing is to be recorded.
 * Signal "resumed": back to the wall.
 * Closed in another way it keeps the show as an unfinished one.
 */
G_DECLARE_FINAL_TYPE (SotayEndingWindow, sotay_ending_window, SOTAY, ENDING_WINDOW, AdwWindow)

/**
 * sotay_ending_window_new:
 * @show: the show
 * @session_id: (nullable): the session that it is tied to
 * @started: when it began, µs since 1970 (UTC)
 *
 * Returns: (transfer none): the window, to be presented
 */
GtkWidget *sotay_ending_window_new (GtkWindow *parent, SotayServices *services, SotayShow *show,
                                    const char *session_id, gint64 started);

G_END_DECLS
