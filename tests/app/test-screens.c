/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The rules that say which screen is the room's and which the trainer's. */
#include "app/presentation/screens.h"

#include "support/test-support.h"

/* clang-format off */
#define LAPTOP    { (char *) "eDP-1", (char *) "", { 0, 0, 1366, 768 } }
#define PROJECTOR { (char *) "HDMI-1", (char *) "Epson EB-X05", { 1366, 0, 1024, 768 } }
#define MIRRORED  { (char *) "HDMI-1", (char *) "Epson EB-X05", { 0, 0, 1024, 768 } }
#define ELSEWHERE { (char *) "DP-2", (char *) "Epson EB-X05", { 1366, 0, 1024, 768 } }
#define TV        { (char *) "DP-3", (char *) "LG TV", { 2390, 0, 1920, 1080 } }
#define NEW       { (char *) "DP-3", (char *) "LG TV", { 0, 0, 0, 0 } }
#define NAMELESS  { (char *) "", (char *) "", { 1366, 0, 1024, 768 } }
/* clang-format on */

typedef struct
{
  const char *what;
  SotayScreen screens[3];
  guint n;
  const char *wanted;
  int home;
  int wall;
  int presenter;
} Rule;

static const Rule rules[] = {
  { "no screen", { LAPTOP }, 0, "", -1, -1, -1 },
  { "no screen, one is wanted", { LAPTOP }, 0, "HDMI-1 Epson EB-X05", -1, -1, -1 },
  { "one screen", { LAPTOP }, 1, "", 0, 0, -1 },
  { "one screen, program elsewhere", { LAPTOP }, 1, "", -1, 0, -1 },
  { "one screen, another is wanted", { LAPTOP }, 1, "HDMI-1 Epson EB-X05", 0, 0, -1 },
  { "two screens", { LAPTOP, PROJECTOR }, 2, "", 0, 1, 0 },
  { "two screens, program on the projector", { LAPTOP, PROJECTOR }, 2, "", 1, 0, 1 },
  { "two screens, program nowhere", { LAPTOP, PROJECTOR }, 2, "", -1, 1, 0 },
  { "two screens, projector is wanted", { LAPTOP, PROJECTOR }, 2, "HDMI-1 Epson EB-X05", 1, 1, 0 },
  { "two screens, laptop is wanted", { LAPTOP, PROJECTOR }, 2, "eDP-1", 0, 0, 1 },
  { "projector in another socket", { ELSEWHERE, LAPTOP }, 2, "HDMI-1 Epson EB-X05", 0, 0, 1 },
  { "another projector in the socket", { LAPTOP, PROJECTOR }, 2, "HDMI-1 Sony VPL", 0, 1, 0 },
  { "a part of the name is not the name", { PROJECTOR, LAPTOP }, 2, "DP-1 Big Epson EB-X05", 0, 1, 0 },
  { "mirrored", { LAPTOP, MIRRORED }, 2, "", 0, 0, -1 },
  { "mirrored, projector is wanted", { LAPTOP, MIRRORED }, 2, "HDMI-1 Epson EB-X05", 0, 1, -1 },
  { "mirrored, and a TV", { LAPTOP, MIRRORED, TV }, 3, "", 0, 2, 0 },
  { "mirrored, TV is wanted", { LAPTOP, MIRRORED, TV }, 3, "DP-3 LG TV", 2, 2, 0 },
  { "three screens", { LAPTOP, PROJECTOR, TV }, 3, "", 0, 1, 0 },
  { "three screens, TV is wanted", { LAPTOP, PROJECTOR, TV }, 3, "DP-3 LG TV", 1, 2, 1 },
  { "three screens, program on the wanted one", { LAPTOP, PROJECTOR, TV }, 3, "DP-3 LG TV", 2, 2, 0 },
  { "a screen without a place is not private", { LAPTOP, NEW }, 2, "eDP-1", 0, 0, -1 },
  { "nor is it the wall by itself", { LAPTOP, NEW }, 2, "", 0, 0, -1 },
  { "a screen without a name is not wanted", { LAPTOP, NAMELESS }, 2, "", 0, 1, 0 },
};

static void
test_rule (gconstpointer data)
{
  const Rule *rule = data;
  int wall, presenter;

  sotay_screens_pick (rule->screens, rule->n, rule->wanted, rule->home, &wall, &presenter);
  g_assert_cmpint (wall, ==, rule->wall);
  g_assert_cmpint (presenter, ==, rule->presenter);
}

static void
assert_titled (const SotayScreen *screen, guint number, const char *id, const char *title)
{
  g_autofree char *own_id = sotay_screens_get_id (screen);
  g_autofree char *own_title = sotay_screens_get_title (screen, number);

  g_assert_cmpstr (own_id, ==, id);
  g_assert_cmpstr (own_title, ==, title);
}

static void
test_titles (void)
{
  const SotayScreen laptop = LAPTOP, projector = PROJECTOR;
  const SotayScreen plain = { (char *) "VGA-1", (char *) "", { 0 } };

  assert_titled (&laptop, 1, "eDP-1", "Screen 1 · of this computer");
  assert_titled (&projector, 2, "HDMI-1 Epson EB-X05", "Screen 2 · Epson EB-X05");
  assert_titled (&plain, 3, "VGA-1", "Screen 3 · VGA-1");
}

static void
add_tests (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (rules); i++)
    {
      g_autofree char *path = g_strconcat ("/screens/", rules[i].what, NULL);

      g_test_add_data_func (path, &rules[i], test_rule);
    }
  g_test_add_func ("/screens/titles", test_titles);
}

int
main (int argc, char **argv)
{
  return sotay_test_run (argc, argv, add_tests);
}
