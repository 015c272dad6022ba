/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SOTAY_TYPE_WALL_BAR (sotay_wall_bar_get_type ())
/**
 * SotayWallBar:
 *
 * Buttons over the wall for those who know no keys: they activate actions of the groups "show" and "wall". Those of the
 * pen are there while it is in hand. They never take the keyboard.
 *
 * Property "pen" (boolean, FALSE): whether the pen is in hand.
 */
G_DECLARE_FINAL_TYPE (SotayWallBar, sotay_wall_bar, SOTAY, WALL_BAR, GtkWidget)

G_END_DECLS
