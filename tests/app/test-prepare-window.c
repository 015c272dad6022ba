/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Preparing a lesson: what is taught, in which order, under which name, and in which room. */
#include "app/presentation/prepare-window.h"

#include "app/presentation/plan-editor.h"
#include "app/presentation/wall-settings.h"
#include "core/system.h"
#include "register/session.h"
#include "services/settings.h"

#include "view-support.h"

typedef struct
{
  ViewFixture view;
  GtkWidget *window;
  GtkWidget *editor;
  SotayLessonPlan *plan; /* what was started */
  char *session_id;
} Fixture;

static GtkWidget *
make_nothing (SotayServices *services)
{
  return adw_bin_new ();
}

static void
start_cb (SotayPrepareWindow *window, SotayLessonPlan *plan, const char *session_id, Fixture *fixture)
{
  g_set_object (&fixture->plan, plan);
  g_free (fixture->session_id);
  fixture->session_id = g_strdup (session_id);
}

static void
open_window (Fixture *fixture)
{
  fixture->window = sotay_prepare_window_new (fixture->view.window, fixture->view.services);
  g_signal_connect (fixture->window, "start", G_CALLBACK (start_cb), fixture);
  gtk_window_present (GTK_WINDOW (fixture->window));
  fixture->editor = view_find (fixture->window, SOTAY_TYPE_PLAN_EDITOR);
  view_wait_for_label (fixture->window, "What to teach");
}

static void
fixture_set_up (Fixture *fixture, gconstpointer unused)
{
  view_fixture_set_up (&fixture->view);
  sotay_system_use_language ("en");
  view_fixture_open (&fixture->view, make_nothing);
  open_window (fixture);
}

static void
fixture_tear_down (Fixture *fixture, gconstpointer unused)
{
  if (fixture->window != NULL)
    gtk_window_destroy (GTK_WINDOW (fixture->window));
  g_clear_object (&fixture->plan);
  g_free (fixture->session_id);
  view_fixture_tear_down (&fixture->view);
}

static gpointer
get_part (Fixture *fixture, const char *name)
{
  GObject *part = gtk_widget_get_template_child (fixture->window, SOTAY_TYPE_PREPARE_WINDOW, name);

  g_assert_nonnull (part);
  return part;
}

static void
assert_total (Fixture *fixture, const char *beginning)
{
  const char *total = gtk_label_get_text (get_part (fixture, "total"));

  if (!g_str_has_prefix (total, beginning))
    g_error ("“%s” does not begin with “%s”", total, beginning);
}

static void
assert_lesson (Fixture *fixture, const char *lesson)
{
  g_autofree char *kept = g_settings_get_string (sotay_services_get_settings (fixture->view.services),
                                                 SOTAY_SETTING_LESSON_PLAN);

  g_assert_cmpstr (kept, ==, lesson);
}

static SotayLessonPlan *
find_own (Fixture *fixture, const char *name)
{
  return sotay_lesson_plans_find (sotay_services_get_lesson_plans (fixture->view.services), name);
}

static GtkListBoxRow *
get_row (Fixture *fixture, int place)
{
  return gtk_list_box_get_row_at_index (view_find (fixture->editor, GTK_TYPE_LIST_BOX), place);
}

static void
toggle (Fixture *fixture, int place)
{
  g_signal_emit_by_name (view_find (fixture->editor, GTK_TYPE_LIST_BOX), "row-activated", get_row (fixture, place));
}

static guint
get_stop (SotayLessonPlan *plan, guint place)
{
  return g_array_index (sotay_lesson_plan_get_stops (plan), SotayLessonStop, place).utility;
}

static void
test_levels (Fixture *fixture, gconstpointer unused)
{
  AdwComboRow *lesson = get_part (fixture, "lesson_row");

  assert_total (fixture, "16 utilities · ");
  adw_combo_row_set_selected (lesson, 0);
  assert_total (fixture, "9 utilities · ");
  assert_lesson (fixture, "level-1");
  adw_combo_row_set_selected (lesson, 2);
  assert_total (fixture, "1 utility · ");
  assert_lesson (fixture, "reading");
}

/* What is made of a lesson of the letter becomes one of the trainer's own, and is there again next time. */
static void
test_own (Fixture *fixture, gconstpointer unused)
{
  SotayLessonPlan *plan = NULL;

  toggle (fixture, 0);
  assert_total (fixture, "15 utilities · ");
  assert_lesson (fixture, "own:My lesson");
  plan = find_own (fixture, "My lesson");
  g_assert_nonnull (plan);
  g_assert_cmpuint (sotay_lesson_plan_get_stops (plan)->len, ==, 15);
  gtk_spin_button_set_value (view_find (GTK_WIDGET (get_row (fixture, 1)), GTK_TYPE_SPIN_BUTTON), 99);
  plan = find_own (fixture, "My lesson");
  g_assert_cmpuint (g_array_index (sotay_lesson_plan_get_stops (plan), SotayLessonStop, 0).minutes, ==, 99);

  gtk_window_destroy (GTK_WINDOW (fixture->window));
  open_window (fixture);
  assert_total (fixture, "15 utilities · ");
  /* The one that is left out stands last. */
  toggle (fixture, 15);
  plan = find_own (fixture, "My lesson");
  g_assert_cmpuint (get_stop (plan, 0), ==, 2);
  g_assert_cmpuint (get_stop (plan, 15), ==, 1);

  /* The letter's lesson is what it was. */
  adw_combo_row_set_selected (get_part (fixture, "lesson_row"), 1);
  toggle (fixture, 5);
  assert_lesson (fixture, "own:My lesson 2");
}

static gboolean
is_second_first (gpointer data)
{
  SotayLessonPlan *plan = find_own (data, "My lesson");

  return plan != NULL && get_stop (plan, 0) == 2 && get_stop (plan, 1) == 1;
}

static gboolean
is_active (gpointer window)
{
  return gtk_window_is_active (window);
}

static void
test_move (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GSubprocess) xdotool = NULL;

  view_wait (is_active, fixture->window);
  gtk_widget_grab_focus (GTK_WIDGET (get_row (fixture, 0)));
  xdotool = g_subprocess_new (G_SUBPROCESS_FLAGS_NONE, NULL, "xdotool", "key", "alt+Down", NULL);
  g_assert_nonnull (xdotool);
  view_wait (is_second_first, fixture);
  g_assert_true (gtk_root_get_focus (GTK_ROOT (fixture->window)) == GTK_WIDGET (get_row (fixture, 1)));
}

static void
give_name (Fixture *fixture, const char *name)
{
  AdwEntryRow *row = get_part (fixture, "name_row");

  gtk_editable_set_text (GTK_EDITABLE (row), name);
  g_signal_emit_by_name (row, "apply");
}

static void
test_name (Fixture *fixture, gconstpointer unused)
{
  toggle (fixture, 0);
  give_name (fixture, "Lớp buổi tối");
  assert_lesson (fixture, "own:Lớp buổi tối");
  g_assert_null (find_own (fixture, "My lesson"));
  g_assert_nonnull (find_own (fixture, "Lớp buổi tối"));

  adw_combo_row_set_selected (get_part (fixture, "lesson_row"), 0);
  toggle (fixture, 0);
  give_name (fixture, "Lớp buổi tối");
  view_wait_for_label (fixture->window, "Another lesson has this name; give another");
  give_name (fixture, " ");
  view_wait_for_label (fixture->window, "A name has 1 to 100 characters");
  assert_lesson (fixture, "own:My lesson");
  g_assert_cmpuint (sotay_lesson_plan_get_stops (find_own (fixture, "Lớp buổi tối"))->len, ==, 15);
}

static GtkWidget *
find_remove_button (GtkWidget *root)
{
  GtkWidget *found = NULL;

  if (GTK_IS_BUTTON (root) && g_strcmp0 (gtk_button_get_icon_name (GTK_BUTTON (root)), "user-trash-symbolic") == 0)
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_remove_button (child);
  return found;
}

static void
test_remove (Fixture *fixture, gconstpointer unused)
{
  toggle (fixture, 0);
  g_signal_emit_by_name (find_remove_button (get_part (fixture, "name_row")), "clicked");
  g_assert_null (find_own (fixture, "My lesson"));
  assert_lesson (fixture, "level-2");
  view_wait_for_label (fixture->window, "The lesson “My lesson” was removed");
  g_signal_emit_by_name (view_find_button (fixture->window, "Undo"), "clicked");
  g_assert_nonnull (find_own (fixture, "My lesson"));
  assert_lesson (fixture, "own:My lesson");
  assert_total (fixture, "15 utilities · ");
}

static gboolean
are_sessions_there (gpointer data)
{
  AdwComboRow *row = data;

  return g_list_model_get_n_items (adw_combo_row_get_model (row)) > 1;
}

static void
test_start (Fixture *fixture, gconstpointer unused)
{
  g_assert_null (fixture->plan);
  g_signal_emit_by_name (get_part (fixture, "start_button"), "clicked");
  fixture->window = NULL;
  g_assert_nonnull (fixture->plan);
  g_assert_cmpuint (sotay_lesson_plan_get_stops (fixture->plan)->len, ==, 16);
  g_assert_null (fixture->session_id);
}

static GPtrArray *
list_sessions (Fixture *fixture)
{
  const char *ids[] = { fixture->session_id, NULL };

  return sotay_store_list_records (fixture->view.store, SOTAY_RECORD_SESSION, SOTAY_STORE_BY_ID, ids, NULL, NULL);
}

static gboolean
is_session_kept (gpointer data)
{
  g_autoptr (GPtrArray) found = list_sessions (data);

  return found != NULL && found->len == 1;
}

/* What is planned is not taught yet: who is ticked in this session was trained in nothing. */

static void
test_new_session (Fixture *fixture, gconstpointer unused)
{
  AdwComboRow *row = get_part (fixture, "session_row");
  g_autoptr (GPtrArray) found = NULL;

  view_wait (are_sessions_there, row);
  adw_combo_row_set_selected (row, 1);
  g_signal_emit_by_name (get_part (fixture, "start_button"), "clicked");
  fixture->window = NULL;
  g_assert_nonnull (fixture->session_id);
  view_wait (is_session_kept, fixture);
  found = list_sessions (fixture);
  g_assert_cmpuint (sotay_session_get_utilities (found->pdata[0]), ==, 0);
}

static void
test_nothing (Fixture *fixture, gconstpointer unused)
{
  for (int i = 0; i < 16; i++)
    toggle (fixture, i);
  g_assert_cmpstr (gtk_label_get_text (get_part (fixture, "total")), ==, "Choose one utility at least");
  g_assert_false (gtk_widget_get_sensitive (get_part (fixture, "start_button")));
}

static void
test_room (Fixture *fixture, gconstpointer unused)
{
  GtkWidget *settings = view_find (fixture->window, SOTAY_TYPE_WALL_SETTINGS);
  GtkLabel *reach = GTK_LABEL (gtk_widget_get_template_child (settings, SOTAY_TYPE_WALL_SETTINGS, "reach"));
  g_autofree char *near = NULL;

  g_settings_set_double (sotay_services_get_settings (fixture->view.services), SOTAY_SETTING_ROOM_DISTANCE, 1);
  near = g_strdup (gtk_label_get_text (reach));
  g_assert_true (g_str_has_prefix (near, "The QR code is large enough"));
  g_settings_set_double (sotay_services_get_settings (fixture->view.services), SOTAY_SETTING_ROOM_DISTANCE, 50);
  g_assert_true (g_str_has_prefix (gtk_label_get_text (reach), "The QR code is too small"));
}

/* On a telephone's width, in large letters. */
static void
test_narrow (Fixture *fixture, gconstpointer unused)
{
  int minimum, dpi;

  g_object_get (gtk_settings_get_default (), "gtk-xft-dpi", &dpi, NULL);
  gtk_widget_measure (fixture->window, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  g_assert_cmpint (minimum, <=, 400);
  g_object_set (gtk_settings_get_default (), "gtk-xft-dpi", dpi * 2, NULL);
  gtk_widget_measure (fixture->window, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  g_object_set (gtk_settings_get_default (), "gtk-xft-dpi", dpi, NULL);
  g_assert_cmpint (minimum, <=, 640);
}

static void
assert_reach (double distance, double on_slide, double on_wall, const char *words)
{
  g_autofree char *described = sotay_wall_settings_describe_reach (distance, on_slide, on_wall);

  g_assert_cmpstr (described, ==, words);
}

static void
test_reach (void)
{
  sotay_system_use_language ("en");
  assert_reach (8, 8, 20, "The QR code is large enough: it is read from 8.0 m away.");
  assert_reach (8, 7.99, 8, "Press Q to show the QR code as large as the wall: then it is read from 8.0 m away, on its "
                            "slide only from 7.9 m.");
  assert_reach (8, 3, 7.95, "The QR code is too small for the last row: even as large as the wall it is read from 7.9 m "
                            "away. Make the picture wider, or let people come nearer.");
}

#define ADD(path, func) g_test_add (path, Fixture, NULL, fixture_set_up, func, fixture_tear_down)

static void
add_tests (void)
{
  ADD ("/prepare/levels", test_levels);
  ADD ("/prepare/own", test_own);
  ADD ("/prepare/move", test_move);
  ADD ("/prepare/name", test_name);
  ADD ("/prepare/remove", test_remove);
  ADD ("/prepare/start", test_start);
  ADD ("/prepare/new-session", test_new_session);
  ADD ("/prepare/nothing", test_nothing);
  ADD ("/prepare/room", test_room);
  ADD ("/prepare/narrow", test_narrow);
  g_test_add_func ("/prepare/reach", test_reach);
}

int
main (int argc, char **argv)
{
  return view_test_run (argc, argv, add_tests);
}
