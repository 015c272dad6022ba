/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whether a QR code on the wall can be read from the last row. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * SotayRoom:
 * @distance: from the wall to the last row, in metres
 * @wall_width: of the picture on the wall, in metres
 */
typedef struct
{
  double distance;
  double wall_width;
} SotayRoom;

#define SOTAY_ROOM_LEAST_DISTANCE 1.0
#define SOTAY_ROOM_MOST_DISTANCE 50.0
#define SOTAY_ROOM_LEAST_WIDTH 0.3
#define SOTAY_ROOM_MOST_WIDTH 20.0

/**
 * sotay_room_get_least_module:
 * @distance: in metres
 *
 * The rule of thumb of those who print codes: a code is read from ten times its side. It is made for codes of 25
 * modules (version 2, ISO/IEC 18004), so one module must be 1/250 of the distance.
 *
 * Returns: the smallest side of a module that is read from there, in millimetres
 */
double sotay_room_get_least_module (double distance);

/**
 * sotay_room_get_module:
 * @wall_pixels: the width of the wall, in pixels
 * @module_pixels: the side of a module, in pixels
 *
 * Returns: the side of a module on the wall, in millimetres
 */
double sotay_room_get_module (const SotayRoom *room, int wall_pixels, double module_pixels);

/**
 * sotay_room_get_reach:
 * @module: the side of a module on the wall, in millimetres
 *
 * Returns: from how far it is read, in metres
 */
double sotay_room_get_reach (double module);

G_END_DECLS
