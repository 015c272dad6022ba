/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "app/presentation/manual-pages.h"
#include "presentation/room.h"
#include "presentation/show.h"

G_BEGIN_DECLS

#define SOTAY_TYPE_WALL_WINDOW (sotay_wall_window_get_type ())
/**
 * SotayWallWindow:
 *
 * What the room sees: the slide, full screen, and over it the trainer's tools: spotlight, magnifier, pen, overview,
 * jump, buttons that come with the pointer, and the help of F1. Sets the show's wall to its own size.
 *
 * Its actions, group "wall", which the presenter's window uses as well: "spotlight", "magnifier", "pen", "overview"
 * (stateful, boolean), "undo-stroke", "clear-strokes", "jump", "keys", "digit" (u: 0 … 9, of a utility's number),
 * "enter" (to that utility, else onwards), "close" (what is open, else ends the show).
 * It activates those of the group "show": see SotayPresentation.
 */
G_DECLARE_FINAL_TYPE (SotayWallWindow, sotay_wall_window, SOTAY, WALL_WINDOW, AdwWindow)

/**
 * sotay_wall_window_new:
 * @application: the application
 * @show: what is shown
 * @pages: of the manual
 * @actions: the group "show"
 *
 * Returns: (transfer none): the window, not yet on a screen
 */
SotayWallWindow *sotay_wall_window_new (GtkApplication *application, SotayShow *show, SotayManualPages *pages,
                                        GActionGroup *actions);

GActionGroup *sotay_wall_window_get_actions (SotayWallWindow *window); /* (transfer none): the group "wall" */

void sotay_wall_window_set_theme (SotayWallWindow *window, SotayWallTheme theme, gboolean large, gboolean transitions);
void sotay_wall_window_set_room (SotayWallWindow *window, const SotayRoom *room); /* for what is said of the code */

/**
 * sotay_wall_window_set_panel:
 * @panel: (nullable): what stands at the side, over the slide: notes or attendance, asked for with one screen; %NULL:
 *   none
 *
 * Esc closes a panel before it ends the show.
 */
void sotay_wall_window_set_panel (SotayWallWindow *window, GtkWidget *panel);
GtkWidget *sotay_wall_window_get_panel (SotayWallWindow *window); /* (transfer none) (nullable): the one that is open */

G_END_DECLS
