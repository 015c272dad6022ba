/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whether the last row can read a QR code on the wall. */
#include "presentation/room.h"
#include "support/test-support.h"

/* The code of the manual's address has 33 modules. At 8 m a module must be 32 mm, so the code is 1.06 m wide. */
static void
test_module (void)
{
  SotayRoom room = { .distance = 8, .wall_width = 2.4 };

  g_assert_cmpfloat_with_epsilon (sotay_room_get_least_module (room.distance), 32, 1e-9);
  g_assert_cmpfloat_with_epsilon (sotay_room_get_module (&room, 1920, 24), 30, 1e-9);
  g_assert_cmpfloat_with_epsilon (sotay_room_get_reach (30), 7.5, 1e-9);
}

/* What a wall shows is read from just as far as the least module of that distance says. */
static void
test_agree (void)
{
  for (double distance = SOTAY_ROOM_LEAST_DISTANCE; distance <= SOTAY_ROOM_MOST_DISTANCE; distance += 0.5)
    g_assert_cmpfloat_with_epsilon (sotay_room_get_reach (sotay_room_get_least_module (distance)), distance, 1e-9);
}

static void
test_no_wall (void)
{
  SotayRoom room = { .distance = 8, .wall_width = 2.4 };

  g_assert_cmpfloat (sotay_room_get_module (&room, 0, 24), ==, 0);
}

static void
add_tests (void)
{
  g_test_add_func ("/room/module", test_module);
  g_test_add_func ("/room/agree", test_agree);
  g_test_add_func ("/room/no-wall", test_no_wall);
}

int
main (int argc, char **argv)
{
  return sotay_test_run (argc, argv, add_tests);
}
