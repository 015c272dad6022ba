/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The wall on a whole screen, with real keys and a real mouse. */
#include "fake-method.h"
#include "presentation/lesson.h"
#include "support/test-support.h"
#include "view-support.h"
#include "wall-fixture.h"

#define STOPS "1:10 10:15 16:5"
#define WIDTH 1280
#define HEIGHT 800

static gboolean
fills_screen (gpointer data)
{
  WallFixture *fixture = data;

  return fixture->window->width == WIDTH && fixture->window->height == HEIGHT && fixture->window->fit_idle == 0
         && gtk_window_is_active (GTK_WINDOW (fixture->window));
}

static void
open_full_screen (WallFixture *fixture)
{
  wall_fixture_open (fixture, STOPS, NULL, 800, 600);
  gtk_window_fullscreen (GTK_WINDOW (fixture->window));
  view_wait (fills_screen, fixture);
  wall_fixture_draw (fixture);
}

/* Does on the display what a person does, in the words of xdotool. */
static void
act (const char *words)
{
  g_auto (GStrv) arguments = NULL;
  g_autofree char *line = g_strconcat ("xdotool ", words, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GSubprocess) xdotool = NULL;
  g_autoptr (GAsyncResult) result = NULL;

  g_assert_true (g_shell_parse_argv (line, NULL, &arguments, NULL));
  xdotool = g_subprocess_newv ((const char *const *)arguments, G_SUBPROCESS_FLAGS_NONE, &error);
  g_assert_no_error (error);
  g_subprocess_wait_check_async (xdotool, NULL, sotay_test_store_result, &result);
  sotay_test_wait (&result);
  g_assert_true (g_subprocess_wait_check_finish (xdotool, result, &error));
}

typedef struct
{
  GString *log;
  const char *expected;
} LogWait;

static gboolean
log_is_long (gpointer data)
{
  LogWait *wait = data;

  return wait->log->len >= strlen (wait->expected);
}

static void
act_and_expect (WallFixture *fixture, const char *words, const char *expected)
{
  LogWait wait = { fixture->log, expected };

  act (words);
  view_wait (log_is_long, &wait);
  wall_fixture_assert_log (fixture, expected);
}

static gboolean
card_is_open (gpointer data)
{
  return gtk_widget_get_visible (GTK_WIDGET (((WallFixture *) data)->window->jump));
}

static gboolean
card_is_closed (gpointer data)
{
  return !card_is_open (data);
}

static void
act_and_wait_for_card (WallFixture *fixture, const char *words, gboolean open)
{
  act (words);
  view_wait (open ? card_is_open : card_is_closed, fixture);
}

static gboolean
is_at_tenth (gpointer data)
{
  WallFixture *fixture = data;

  return (int) sotay_show_get_index (fixture->show) == sotay_deck_find_utility (fixture->deck, 10);
}

static void
test_keys (void)
{
  WallFixture fixture;

  open_full_screen (&fixture);
  act_and_expect (&fixture, "key Next", "forward ");
  act_and_expect (&fixture, "key Prior", "back ");
  act_and_expect (&fixture, "key space", "forward ");
  act_and_expect (&fixture, "key period", "black ");
  act_and_expect (&fixture, "key F5", "presenter ");
  act_and_expect (&fixture, "key Left Tab Tab", "back ");
  /* With CapsLock. */
  act_and_expect (&fixture, "key Caps_Lock q n", "code-full forward ");
  act_and_expect (&fixture, "key shift+q Caps_Lock p", "code-corner back ");
  act_and_expect (&fixture, "key 1 KP_6 Return", "go-to-utility=16 ");
  /* Letters of a name are no keys. */
  act_and_wait_for_card (&fixture, "key slash", TRUE);
  act ("type b.1");
  act_and_wait_for_card (&fixture, "key Escape", FALSE);
  wall_fixture_assert_log (&fixture, "");
  act ("key slash type --args 1 10");
  act ("key Return");
  view_wait (is_at_tenth, &fixture);
  g_string_truncate (fixture.log, 0);
  act_and_expect (&fixture, "key Escape", "end ");
  wall_fixture_close (&fixture);
}

static void
help_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  g_assert_not_reached ();
}

/* What is a shortcut of the application elsewhere is a key of the show on the wall. */
static void
test_accelerators (void)
{
  static const GActionEntry entries[] = { { "help", help_cb, NULL, NULL, NULL, { 0 } } };
  static const char *const keys[] = { "F1", "<Control>z", NULL };
  g_autoptr (GtkApplication) application = gtk_application_new (NULL, G_APPLICATION_NON_UNIQUE);
  g_autoptr (GError) error = NULL;
  WallFixture fixture;

  g_application_register (G_APPLICATION (application), NULL, &error);
  g_assert_no_error (error);
  g_action_map_add_action_entries (G_ACTION_MAP (application), entries, G_N_ELEMENTS (entries), NULL);
  gtk_application_set_accels_for_action (application, "app.help", keys);
  open_full_screen (&fixture);
  act_and_expect (&fixture, "key F1 Escape ctrl+z n", "forward ");
  wall_fixture_close (&fixture);
}

static gboolean
took_three (gpointer method)
{
  return ((FakeMethod *) method)->n_keys == 3;
}

/* An unfinished word of Telex finds nothing, and its keys are its own. */
static void
test_unfinished_word (void)
{
  GtkEditable *entry = NULL;
  FakeMethod *method = NULL;
  WallFixture fixture;

  open_full_screen (&fixture);
  act_and_wait_for_card (&fixture, "key slash", TRUE);
  entry = gtk_editable_get_delegate (GTK_EDITABLE (view_find (GTK_WIDGET (fixture.window->jump), GTK_TYPE_ENTRY)));
  method = fake_method_use (GTK_WIDGET (entry));
  fake_method_type (method, "1");
  act ("key Down Return Escape");
  view_wait (took_three, method);
  g_assert_true (card_is_open (&fixture));
  g_assert_cmpstr (gtk_editable_get_text (entry), ==, "");
  wall_fixture_assert_log (&fixture, "");
  fake_method_commit (method, "10");
  g_assert_cmpstr (gtk_editable_get_text (entry), ==, "10");
  act ("key Return");
  view_wait (is_at_tenth, &fixture);
  wall_fixture_close (&fixture);
}

static gboolean
has_bar (gpointer data)
{
  return gtk_revealer_get_child_revealed (((WallFixture *) data)->window->bar_revealer);
}

static void
test_mouse (void)
{
  WallFixture fixture;

  open_full_screen (&fixture);
  act_and_expect (&fixture, "mousemove 300 300 click 1", "forward ");
  act_and_expect (&fixture, "click 5", "forward ");
  act_and_expect (&fixture, "click 4", "back ");
  act_and_expect (&fixture, "click 5 click 5", "forward forward ");
  /* The spotlight does not catch it. */
  act_and_expect (&fixture, "key l mousemove 500 400 click 1", "forward ");
  act_and_expect (&fixture, "key z mousemove 600 400 click 1", "forward ");
  /* What is pressed and drawn away is no click. */
  act ("mousemove 300 300 mousedown 1 mousemove 500 300 mouseup 1");
  act_and_expect (&fixture, "key p", "back ");
  /* The pen does. */
  act ("key d mousemove 400 400 mousedown 1 mousemove 450 420 mousemove 500 400 mouseup 1");
  act_and_expect (&fixture, "key n", "forward ");
  act_and_expect (&fixture, "key p", "back ");
  g_assert_cmpuint (sotay_wall_tools_get_n_strokes (fixture.window->tools), ==, 1);
  act_and_expect (&fixture, "key Escape mousemove 620 420 click 1", "forward ");
  /* The right button shows the buttons; one of them is pressed, and the slide behind stays. */
  sotay_wall_window_rest (fixture.window);
  act ("click 3");
  view_wait (has_bar, &fixture);
  wall_fixture_assert_log (&fixture, "");
  wall_fixture_close (&fixture);
}

/* The button of this action is clicked with the mouse. */
static void
click_button (WallFixture *fixture, const char *action)
{
  GtkWidget *button = gtk_widget_get_first_child (fixture->window->bar);
  g_autofree char *words = NULL;
  graphene_rect_t place;

  while (
      button != NULL
      && (!GTK_IS_BUTTON (button) || g_strcmp0 (gtk_actionable_get_action_name (GTK_ACTIONABLE (button)), action) != 0))
    button = gtk_widget_get_next_sibling (button);
  g_assert_nonnull (button);
  g_assert_true (gtk_widget_compute_bounds (button, GTK_WIDGET (fixture->window), &place));
  words = g_strdup_printf ("mousemove %d %d click 1", (int) (place.origin.x + place.size.width / 2),
                           (int) (place.origin.y + place.size.height / 2));
  act (words);
}

static gboolean
has_pen (gpointer data)
{
  return sotay_wall_tools_get_tool (((WallFixture *) data)->window->tools) == SOTAY_WALL_TOOL_PEN;
}

static gboolean
is_at_300 (gpointer data)
{
  return ((WallFixture *) data)->window->pointer_x == 300;
}

static void
test_buttons (void)
{
  WallFixture fixture;

  open_full_screen (&fixture);
  /* Where it comes in it may be at rest: what moves it from there shows the buttons. */
  act ("mousemove 300 300");
  view_wait (is_at_300, &fixture);
  act ("mousemove 400 300");
  view_wait (has_bar, &fixture);
  wall_fixture_draw (&fixture);
  click_button (&fixture, "wall.pen");
  view_wait (has_pen, &fixture);
  wall_fixture_draw (&fixture);
  click_button (&fixture, "show.attendance");
  /* The keyboard is not the button's: Space turns the slide. */
  act_and_expect (&fixture, "key space", "attendance forward ");
  wall_fixture_close (&fixture);
}

static void
add_tests (void)
{
  fake_method_register ();
  g_test_add_func ("/wall-input/keys", test_keys);
  g_test_add_func ("/wall-input/unfinished-word", test_unfinished_word);
  g_test_add_func ("/wall-input/mouse", test_mouse);
  g_test_add_func ("/wall-input/buttons", test_buttons);
  /* The last: from here on there is an application. */
  g_test_add_func ("/wall-input/accelerators", test_accelerators);
}

int
main (int argc, char **argv)
{
  return view_test_run (argc, argv, add_tests);
}
