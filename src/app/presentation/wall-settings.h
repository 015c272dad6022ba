/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "app/presentation/screens.h"
#include "presentation/room.h"

G_BEGIN_DECLS

/**
 * sotay_wall_settings_describe_reach:
 * @distance: to the last row, in metres
 * @on_slide: from how far the QR code is read on its slide, in metres
 * @on_wall: from how far when it fills the wall
 *
 * Returns: (transfer full): whether the code is large enough, and what to do when it is not
 */
char *sotay_wall_settings_describe_reach (double distance, double on_slide, double on_wall);

#define SOTAY_TYPE_WALL_SETTINGS (sotay_wall_settings_get_type ())
/**
 * SotayWallSettings:
 *
 * The room and the wall: distances, whether the QR code can be read from the last row, theme, screen. All is kept in
 * the settings at once.
 */
G_DECLARE_FINAL_TYPE (SotayWallSettings, sotay_wall_settings, SOTAY, WALL_SETTINGS, AdwBin)

void sotay_wall_settings_set_up (SotayWallSettings *self, GSettings *settings, SotayScreens *screens); /* once */

G_END_DECLS
