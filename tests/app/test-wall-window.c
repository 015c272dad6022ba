/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The wall: each key and button does what it says, what is open closes in order, and every code is read. */
#include "app/presentation/show-keys.h"
#include "app/presentation/wall-bar.h"
#include "presentation/lesson.h"
#include "view-support.h"
#include "wall-fixture.h"

#define STOPS "1:10 10:15 16:5"

/* A walk through the whole lesson: what a screen reader says is what the slide says. */
static void
test_walk (void)
{
  WallFixture fixture;
  gboolean moved = TRUE;
  guint n_seen = 1;

  wall_fixture_open (&fixture, STOPS, NULL, 1024, 768);
  g_object_set (fixture.window->view, "transitions", TRUE, NULL);
  while (moved)
    {
      guint index = sotay_show_get_index (fixture.show), part = sotay_show_get_part (fixture.show);
      g_autofree char *text = sotay_slide_to_text (sotay_show_get_slide (fixture.show));

      gtk_test_accessible_assert_property (fixture.window->view, GTK_ACCESSIBLE_PROPERTY_LABEL, text);
      wall_fixture_draw (&fixture);
      wall_fixture_press (&fixture, GDK_KEY_Page_Down, 0);
      wall_fixture_assert_log (&fixture, "forward ");
      moved = index != sotay_show_get_index (fixture.show) || part != sotay_show_get_part (fixture.show);
      n_seen += index != sotay_show_get_index (fixture.show);
    }
  g_assert_cmpuint (n_seen, ==, sotay_deck_get_n_slides (fixture.deck));
  g_assert_cmpfloat (gtk_progress_bar_get_fraction (fixture.window->progress), ==, 1);
  wall_fixture_close (&fixture);
}

static void
test_keys (void)
{
  static const struct
  {
    guint value;
    GdkModifierType state;
    const char *log;
  } keys[] = {
    { GDK_KEY_Right, 0, "forward " },
    { GDK_KEY_Down, 0, "forward " },
    { GDK_KEY_Page_Down, 0, "forward " },
    { GDK_KEY_KP_Page_Down, 0, "forward " },
    { GDK_KEY_space, 0, "forward " },
    { GDK_KEY_n, 0, "forward " },
    { GDK_KEY_N, GDK_LOCK_MASK, "forward " },
    { GDK_KEY_N, GDK_SHIFT_MASK, "forward " },
    { GDK_KEY_Return, 0, "forward " },
    { GDK_KEY_KP_Enter, 0, "forward " },
    { GDK_KEY_Left, 0, "back " },
    { GDK_KEY_Up, 0, "back " },
    { GDK_KEY_Page_Up, 0, "back " },
    { GDK_KEY_p, 0, "back " },
    { GDK_KEY_Home, 0, "first " },
    { GDK_KEY_End, 0, "last " },
    { GDK_KEY_BackSpace, 0, "return " },
    { GDK_KEY_b, 0, "black " },
    { GDK_KEY_period, 0, "black " },
    { GDK_KEY_KP_Decimal, 0, "black " },
    { GDK_KEY_w, 0, "white " },
    { GDK_KEY_comma, 0, "white " },
    { GDK_KEY_q, GDK_SHIFT_MASK, "code-corner " },
    { GDK_KEY_Q, GDK_SHIFT_MASK, "code-corner " },
    { GDK_KEY_q, GDK_SHIFT_MASK | GDK_LOCK_MASK, "code-corner " },
    { GDK_KEY_q, 0, "code-full " },
    { GDK_KEY_Q, GDK_LOCK_MASK, "code-full " },
    { GDK_KEY_m, 0, "notes " },
    { GDK_KEY_a, 0, "attendance " },
    { GDK_KEY_x, 0, "pause " },
    { GDK_KEY_s, 0, "swap " },
    { GDK_KEY_F5, 0, "presenter " },
    { GDK_KEY_F5, GDK_SHIFT_MASK, "presenter " },
    /* Others' keys stay theirs. */
    { GDK_KEY_b, GDK_CONTROL_MASK, "" },
    { GDK_KEY_Left, GDK_ALT_MASK, "" },
    { GDK_KEY_y, 0, "" },
    { GDK_KEY_exclam, GDK_SHIFT_MASK, "" },
  };
  WallFixture fixture;

  wall_fixture_open (&fixture, STOPS, NULL, 800, 600);
  for (gsize i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      wall_fixture_press (&fixture, keys[i].value, keys[i].state);
      wall_fixture_assert_log (&fixture, keys[i].log);
      sotay_show_set_curtain (fixture.show, SOTAY_CURTAIN_NONE);
      sotay_show_set_code (fixture.show, SOTAY_CODE_HIDDEN);
    }
  wall_fixture_close (&fixture);
}

static gboolean
get_state (WallFixture *fixture, const char *action)
{
  g_autoptr (GVariant) state
      = g_action_group_get_action_state (sotay_wall_window_get_actions (fixture->window), action);

  return g_variant_get_boolean (state);
}

static void
test_tool_keys (void)
{
  WallFixture fixture;

  wall_fixture_open (&fixture, STOPS, NULL, 800, 600);
  wall_fixture_press (&fixture, GDK_KEY_l, 0);
  g_assert_cmpint (sotay_wall_tools_get_tool (fixture.window->tools), ==, SOTAY_WALL_TOOL_SPOTLIGHT);
  /* One tool at a time. */
  wall_fixture_press (&fixture, GDK_KEY_z, 0);
  g_assert_cmpint (sotay_wall_tools_get_tool (fixture.window->tools), ==, SOTAY_WALL_TOOL_MAGNIFIER);
  g_assert_false (get_state (&fixture, "spotlight"));
  g_assert_true (get_state (&fixture, "magnifier"));
  wall_fixture_press (&fixture, GDK_KEY_d, 0);
  g_assert_cmpint (sotay_wall_tools_get_tool (fixture.window->tools), ==, SOTAY_WALL_TOOL_PEN);
  wall_fixture_press (&fixture, GDK_KEY_d, 0);
  g_assert_cmpint (sotay_wall_tools_get_tool (fixture.window->tools), ==, SOTAY_WALL_TOOL_NONE);
  wall_fixture_press (&fixture, GDK_KEY_Tab, 0);
  g_assert_true (sotay_slide_overview_is_open (fixture.window->overview));
  wall_fixture_press (&fixture, GDK_KEY_o, 0);
  g_assert_false (sotay_slide_overview_is_open (fixture.window->overview));
  wall_fixture_press (&fixture, GDK_KEY_question, GDK_SHIFT_MASK);
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (fixture.window->keys)));
  wall_fixture_press (&fixture, GDK_KEY_F1, 0);
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (fixture.window->keys)));
  wall_fixture_press (&fixture, GDK_KEY_f, GDK_CONTROL_MASK);
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (fixture.window->jump)));
  /* In a field a letter is a letter, and a key of the remote does not turn the slide behind. */
  wall_fixture_press (&fixture, GDK_KEY_b, 0);
  wall_fixture_press (&fixture, GDK_KEY_F5, 0);
  wall_fixture_assert_log (&fixture, "");
  wall_fixture_press (&fixture, GDK_KEY_Escape, 0);
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (fixture.window->jump)));
  wall_fixture_assert_log (&fixture, "");
  wall_fixture_close (&fixture);
}

/* Every key of the table is told in the help, in words. */
static void
test_help (void)
{
  g_autoptr (GArray) keys = sotay_show_keys_list ();
  WallFixture fixture;

  wall_fixture_open (&fixture, STOPS, NULL, 800, 600);
  wall_fixture_press (&fixture, GDK_KEY_F1, 0);
  wall_fixture_draw (&fixture);
  for (guint i = 0; i < keys->len; i++)
    g_assert_nonnull (view_find_label (GTK_WIDGET (fixture.window->keys), g_array_index (keys, SotayShowKey, i).words));
  g_assert_cmpuint (keys->len, ==, 24);
  /* All of it is seen on a small wall. */
  g_assert_cmpint (gtk_widget_get_height (GTK_WIDGET (fixture.window->keys)), <, 600);
  wall_fixture_close (&fixture);
}

static void
expire (guint timeout)
{
  GSource *source = g_main_context_find_source_by_id (NULL, timeout);

  g_assert_nonnull (source);
  g_source_set_ready_time (source, 0);
}

static gboolean
is_hidden (gpointer widget)
{
  return !gtk_widget_get_visible (widget);
}

static void
test_digits (void)
{
  WallFixture fixture;
  GtkWidget *digits = NULL;

  wall_fixture_open (&fixture, STOPS, NULL, 800, 600);
  digits = GTK_WIDGET (fixture.window->digits);
  wall_fixture_press (&fixture, GDK_KEY_1, 0);
  wall_fixture_press (&fixture, GDK_KEY_KP_0, 0);
  g_assert_true (gtk_widget_get_visible (digits));
  g_assert_cmpstr (gtk_label_get_label (fixture.window->digits), ==, "10");
  wall_fixture_press (&fixture, GDK_KEY_Return, 0);
  wall_fixture_assert_log (&fixture, "go-to-utility=10 ");
  g_assert_cmpuint (sotay_slide_get_utility (sotay_show_get_slide (fixture.show)), ==, 10);
  g_assert_false (gtk_widget_get_visible (digits));
  /* One that the lesson has not is said to be missing. */
  wall_fixture_press (&fixture, GDK_KEY_0, 0);
  wall_fixture_press (&fixture, GDK_KEY_2, 0);
  g_assert_cmpstr (gtk_label_get_label (fixture.window->digits), ==, "02");
  wall_fixture_press (&fixture, GDK_KEY_Return, 0);
  wall_fixture_assert_log (&fixture, "");
  g_assert_cmpstr (gtk_label_get_label (fixture.window->caption), ==, "Utility 2 is not in this lesson");
  /* A third digit begins anew; Esc and time forget. */
  wall_fixture_press (&fixture, GDK_KEY_1, 0);
  wall_fixture_press (&fixture, GDK_KEY_2, 0);
  wall_fixture_press (&fixture, GDK_KEY_3, 0);
  g_assert_cmpstr (gtk_label_get_label (fixture.window->digits), ==, "3");
  wall_fixture_press (&fixture, GDK_KEY_Escape, 0);
  g_assert_false (gtk_widget_get_visible (digits));
  wall_fixture_press (&fixture, GDK_KEY_1, 0);
  expire (fixture.window->digits_timeout);
  view_wait (is_hidden, digits);
  wall_fixture_press (&fixture, GDK_KEY_Return, 0);
  wall_fixture_assert_log (&fixture, "forward ");
  wall_fixture_close (&fixture);
}

static void
assert_colour (WallFixture *fixture, int x, int y, guint32 expected)
{
  cairo_surface_t *surface = wall_fixture_paint (fixture);
  const guchar *row = NULL;

  cairo_surface_flush (surface);
  row = cairo_image_surface_get_data (surface) + y * cairo_image_surface_get_stride (surface);
  g_assert_cmphex (((const guint32 *) (gpointer)row)[x] & 0xffffff, ==, expected);
  cairo_surface_destroy (surface);
}

static void
test_curtain (void)
{
  WallFixture fixture;

  wall_fixture_open (&fixture, STOPS, NULL, 800, 600);
  wall_fixture_press (&fixture, GDK_KEY_b, 0);
  assert_colour (&fixture, 400, 300, 0x000000);
  gtk_test_accessible_assert_property (fixture.window->view, GTK_ACCESSIBLE_PROPERTY_LABEL, "The wall is black");
  wall_fixture_press (&fixture, GDK_KEY_w, 0);
  assert_colour (&fixture, 400, 300, 0xffffff);
  gtk_test_accessible_assert_property (fixture.window->view, GTK_ACCESSIBLE_PROPERTY_LABEL, "The wall is white");
  wall_fixture_press (&fixture, GDK_KEY_Escape, 0);
  g_assert_cmpint (sotay_show_get_curtain (fixture.show), ==, SOTAY_CURTAIN_NONE);
  wall_fixture_assert_log (&fixture, "black white ");
  wall_fixture_close (&fixture);
}

/* What lies over the slide closes from above, one thing for each Esc; then the show ends. */
static void
test_escape (void)
{
  WallFixture fixture;

  wall_fixture_open (&fixture, STOPS, NULL, 1024, 768);
  wall_fixture_press (&fixture, GDK_KEY_b, 0);
  wall_fixture_press (&fixture, GDK_KEY_q, 0);
  wall_fixture_press (&fixture, GDK_KEY_l, 0);
  sotay_wall_window_set_panel (fixture.window, gtk_label_new ("Nguyễn V. B."));
  wall_fixture_press (&fixture, GDK_KEY_1, 0);
  wall_fixture_press (&fixture, GDK_KEY_o, 0);
  wall_fixture_press (&fixture, GDK_KEY_F1, 0);
  g_string_truncate (fixture.log, 0);
  wall_fixture_press (&fixture, GDK_KEY_Escape, 0);
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (fixture.window->keys)));
  g_assert_true (sotay_slide_overview_is_open (fixture.window->overview));
  wall_fixture_press (&fixture, GDK_KEY_Escape, 0);
  g_assert_false (sotay_slide_overview_is_open (fixture.window->overview));
  g_assert_cmpuint (fixture.window->typed, !=, 0);
  wall_fixture_press (&fixture, GDK_KEY_Escape, 0);
  g_assert_cmpuint (fixture.window->typed, ==, 0);
  g_assert_nonnull (sotay_wall_window_get_panel (fixture.window));
  wall_fixture_press (&fixture, GDK_KEY_Escape, 0);
  g_assert_null (sotay_wall_window_get_panel (fixture.window));
  g_assert_cmpint (sotay_wall_tools_get_tool (fixture.window->tools), ==, SOTAY_WALL_TOOL_SPOTLIGHT);
  wall_fixture_press (&fixture, GDK_KEY_Escape, 0);
  g_assert_cmpint (sotay_wall_tools_get_tool (fixture.window->tools), ==, SOTAY_WALL_TOOL_NONE);
  wall_fixture_assert_log (&fixture, "");
  wall_fixture_press (&fixture, GDK_KEY_Escape, 0);
  wall_fixture_assert_log (&fixture, "code-full ");
  g_assert_cmpint (sotay_show_get_curtain (fixture.show), ==, SOTAY_CURTAIN_BLACK);
  wall_fixture_press (&fixture, GDK_KEY_Escape, 0);
  g_assert_cmpint (sotay_show_get_curtain (fixture.show), ==, SOTAY_CURTAIN_NONE);
  wall_fixture_assert_log (&fixture, "");
  wall_fixture_press (&fixture, GDK_KEY_Escape, 0);
  wall_fixture_assert_log (&fixture, "end ");
  wall_fixture_close (&fixture);
}

static void
move_pointer (WallFixture *fixture, double x, double y)
{
  g_signal_emit_by_name (wall_fixture_find_controller (GTK_WIDGET (fixture->window->overlay), "wall-motion"), "motion",
                         x, y);
}

static gboolean
has_action (WallFixture *fixture, const char *name)
{
  if (g_str_has_prefix (name, "show."))
    return g_action_group_get_action_enabled (fixture->window->show_actions, name + strlen ("show."));
  return g_action_group_get_action_enabled (sotay_wall_window_get_actions (fixture->window), name + strlen ("wall."));
}

/* Every button has a name, is large enough for a finger, and does something. */
static void
test_buttons (void)
{
  WallFixture fixture;
  guint n_buttons = 0;

  wall_fixture_open (&fixture, STOPS, NULL, 800, 600);
  g_assert_true (is_hidden (fixture.window->bar_revealer));
  move_pointer (&fixture, 300, 200);
  g_assert_false (is_hidden (fixture.window->bar_revealer));
  /* However slow the machine is: it does not rest meanwhile. */
  g_clear_handle_id (&fixture.window->rest_timeout, g_source_remove);
  wall_fixture_press (&fixture, GDK_KEY_d, 0);
  wall_fixture_draw (&fixture);
  for (GtkWidget *child = gtk_widget_get_first_child (fixture.window->bar); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      if (!GTK_IS_BUTTON (child))
        continue;
      n_buttons++;
      g_assert_true (gtk_test_accessible_has_property (GTK_ACCESSIBLE (child), GTK_ACCESSIBLE_PROPERTY_LABEL));
      g_assert_nonnull (gtk_widget_get_tooltip_text (child));
      g_assert_cmpint (gtk_widget_get_width (child), >=, 42);
      g_assert_cmpint (gtk_widget_get_height (child), >=, 42);
      g_assert_true (has_action (&fixture, gtk_actionable_get_action_name (GTK_ACTIONABLE (child))));
    }
  g_assert_cmpuint (n_buttons, ==, 16);
  g_assert_cmpint (gtk_widget_get_width (fixture.window->bar), <=, 800);
  /* The pointer rests. */
  move_pointer (&fixture, 330, 200);
  expire (fixture.window->rest_timeout);
  view_wait (is_hidden, fixture.window->bar_revealer);
  g_assert_cmpstr (gdk_cursor_get_name (gtk_widget_get_cursor (GTK_WIDGET (fixture.window->overlay))), ==, "none");
  move_pointer (&fixture, 331, 200);
  g_assert_true (is_hidden (fixture.window->bar_revealer));
  move_pointer (&fixture, 340, 200);
  g_assert_false (is_hidden (fixture.window->bar_revealer));
  wall_fixture_close (&fixture);
}

static void
swipe (WallFixture *fixture, double x, double y)
{
  g_signal_emit_by_name (wall_fixture_find_controller (GTK_WIDGET (fixture->window->view), "wall-swipe"), "swipe", x,
                         y);
}

static void
test_fingers (void)
{
  WallFixture fixture;
  GtkEventController *hold = NULL;

  wall_fixture_open (&fixture, STOPS, NULL, 800, 600);
  swipe (&fixture, -900, 50);
  wall_fixture_assert_log (&fixture, "forward ");
  swipe (&fixture, 900, 50);
  wall_fixture_assert_log (&fixture, "back ");
  /* Too slow, and neither here nor there. */
  swipe (&fixture, -100, 0);
  swipe (&fixture, -600, 500);
  g_assert_true (is_hidden (fixture.window->bar_revealer));
  swipe (&fixture, 0, -900);
  wall_fixture_assert_log (&fixture, "");
  g_assert_false (is_hidden (fixture.window->bar_revealer));
  expire (fixture.window->rest_timeout);
  view_wait (is_hidden, fixture.window->bar_revealer);
  hold = wall_fixture_find_controller (GTK_WIDGET (fixture.window->view), "wall-hold");
  g_signal_emit_by_name (hold, "pressed", 100.0, 100.0);
  g_assert_false (is_hidden (fixture.window->bar_revealer));
  wall_fixture_assert_log (&fixture, "");
  wall_fixture_close (&fixture);
}

/* A room in which the small code reaches as far as is said, and the large one farther. */
static void
test_reach (void)
{
  WallFixture fixture;

  wall_fixture_open (&fixture, STOPS, NULL, 1920, 1080);
  sotay_wall_window_set_room (fixture.window, &(SotayRoom){ .distance = 8, .wall_width = 2 });
  wall_fixture_press (&fixture, GDK_KEY_Q, GDK_SHIFT_MASK);
  g_assert_cmpstr (gtk_label_get_label (fixture.window->caption), ==,
                   "Can be read from 1,8 m; last row at 8 m: enlarge it with Q or come nearer");
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (fixture.window->caption)));
  wall_fixture_press (&fixture, GDK_KEY_q, 0);
  g_assert_cmpstr (gtk_label_get_label (fixture.window->caption), ==,
                   "Can be read from 6,2 m; last row at 8 m: come nearer");
  sotay_wall_window_set_room (fixture.window, &(SotayRoom){ .distance = 5.5, .wall_width = 2 });
  g_assert_cmpstr (gtk_label_get_label (fixture.window->caption), ==,
                   "Can be read from 6,2 m: from the last row at 5,5 m, too");
  wall_fixture_press (&fixture, GDK_KEY_q, 0);
  g_assert_true (is_hidden (fixture.window->caption));
  /* On the slide of the code as well. */
  sotay_show_go_to (fixture.show, sotay_deck_get_n_slides (fixture.deck) - 1);
  g_assert_true (g_str_has_prefix (gtk_label_get_label (fixture.window->caption), "Can be read from "));
  g_assert_false (is_hidden (fixture.window->caption));
  expire (fixture.window->caption_timeout);
  view_wait (is_hidden, fixture.window->caption);
  wall_fixture_close (&fixture);
}

static gboolean
has_strip (gpointer fixture)
{
  const SotayWall *wall = sotay_show_get_wall (((WallFixture *) fixture)->show);

  return wall->strip_width + wall->strip_height > 0 && ((WallFixture *) fixture)->window->fit_idle == 0;
}

/* Screenshots, as a phone sees them: on the slide, as large as the wall, and in the corner, where it hides nothing. */
static void
test_codes_are_read (gconstpointer data)
{
  const int *size = data;
  const SotayWall *wall = NULL;
  double x, y, module;
  WallFixture fixture;

  wall_fixture_open (&fixture, STOPS, NULL, size[0], size[1]);
  sotay_show_go_to (fixture.show, sotay_deck_get_n_slides (fixture.deck) - 1);
  gtk_widget_set_visible (GTK_WIDGET (fixture.window->caption), FALSE);
  wall_fixture_assert_code_is_read (&fixture);
  sotay_show_go_to (fixture.show, 3);
  sotay_show_set_code (fixture.show, SOTAY_CODE_FULL);
  wall_fixture_assert_code_is_read (&fixture);
  sotay_show_set_code (fixture.show, SOTAY_CODE_CORNER);
  view_wait (has_strip, &fixture);
  wall_fixture_assert_code_is_read (&fixture);
  wall = sotay_show_get_wall (fixture.show);
  sotay_wall_code_get_place (fixture.window->code, wall, SOTAY_CODE_CORNER, &x, &y, &module);
  g_assert_true (wall->strip_width > 0 ? x >= wall->width : y >= wall->height);
  g_assert_cmpfloat (module, >=, 3);
  g_assert_cmpfloat (module, ==, (int) module);
  g_assert_cmpint (wall->width + wall->strip_width, ==, size[0]);
  g_assert_cmpint (wall->height + wall->strip_height, ==, size[1]);
  wall_fixture_close (&fixture);
}

static void
add_tests (void)
{
  static const int sizes[][2] = { { 800, 600 }, { 1920, 1080 }, { 720, 1060 } };

  g_test_add_func ("/wall-window/walk", test_walk);
  g_test_add_func ("/wall-window/keys", test_keys);
  g_test_add_func ("/wall-window/tool-keys", test_tool_keys);
  g_test_add_func ("/wall-window/help", test_help);
  g_test_add_func ("/wall-window/digits", test_digits);
  g_test_add_func ("/wall-window/curtain", test_curtain);
  g_test_add_func ("/wall-window/escape", test_escape);
  g_test_add_func ("/wall-window/buttons", test_buttons);
  g_test_add_func ("/wall-window/fingers", test_fingers);
  g_test_add_func ("/wall-window/reach", test_reach);
  for (gsize i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_autofree char *path = g_strdup_printf ("/wall-window/codes-are-read/%dx%d", sizes[i][0], sizes[i][1]);

      g_test_add_data_func (path, sizes[i], test_codes_are_read);
    }
}

int
main (int argc, char **argv)
{
  return view_test_run (argc, argv, add_tests);
}
