/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "presentation/room.h"

#define MODULES_IN_REACH 250 /* ten sides of a code of 25 modules */
#define MILLIMETRES 1000.0

double
sotay_room_get_least_module (double distance)
{
  return distance * MILLIMETRES / MODULES_IN_REACH;
}

double
sotay_room_get_module (const SotayRoom *room, int wall_pixels, double module_pixels)
{
  return wall_pixels > 0 ? room->wall_width * MILLIMETRES * module_pixels / wall_pixels : 0;
}

double
sotay_room_get_reach (double module)
{
  return module * MODULES_IN_REACH / MILLIMETRES;
}
