/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The wall: each key and button does what it says, and what is shown can be read. */
#include "presentation/lesson.h"
#include "view-support.h"
#include "wall-fixture.h"

/* A walk through the whole lesson: what a screen reader says is what the slide says. */
static void
test_walk (void)
{
  WallFixture fixture;
  guint n_walls = 1;

  wall_fixture_open (&fixture, "1:10 10:15 16:5", NULL, 1024, 768);
  for (;; n_walls++)
    {
      g_autofree char *text = sotay_slide_to_text (sotay_show_get_slide (fixture.show));

      gtk_test_accessible_assert_property (fixture.window->view, GTK_ACCESSIBLE_PROPERTY_LABEL, text);
      wall_fixture_draw (&fixture);
      wall_fixture_press (&fixture, GDK_KEY_Page_Down, 0);
      g_assert_cmpstr (fixture.log->str, ==, "forward ");
      g_string_truncate (fixture.log, 0);
      if (sotay_show_get_index (fixture.show) + 1 == sotay_deck_get_n_slides (fixture.deck))
        break;
    }
  g_assert_cmpuint (n_walls, >=, sotay_deck_get_n_slides (fixture.deck) - 1);
  wall_fixture_close (&fixture);
}

static void
add_tests (void)
{
  g_test_add_func ("/wall-window/walk", test_walk);
}

int
main (int argc, char **argv)
{
  return view_test_run (argc, argv, add_tests);
}
