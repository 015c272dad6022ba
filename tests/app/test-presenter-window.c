/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the trainer has before them: notes that are written in place, the plan in words, and room for all of it. */
#include "app/presentation/presenter-window.h"

#include "app/presentation/attendance-panel.h"
#include "app/presentation/lesson-choice.h"
#include "app/presentation/notes-panel.h"
#include "app/presentation/pace.h"
#include "app/presentation/stop-list.h"
#include "core/system.h"

#include "view-support.h"

#include <string.h>

#define MINUTE G_GINT64_CONSTANT (60000)

typedef struct
{
  ViewFixture view;
  SotayShow *show;
  SotayManualPages *pages;
  GSimpleActionGroup *actions;
  GtkWindow *window;
  guint gone_to; /* what the action was asked for */
} Fixture;

static void
go_to_utility_cb (GSimpleAction *action, GVariant *parameter, Fixture *fixture)
{
  fixture->gone_to = g_variant_get_uint32 (parameter);
  sotay_show_go_to_utility (fixture->show, fixture->gone_to);
}

static GtkWidget *
make_nothing (SotayServices *services)
{
  return adw_bin_new ();
}

static void
fixture_set_up (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (SotayLessonPlan) plan = NULL;
  g_autoptr (SotayDeck) deck = NULL;
  g_autoptr (GSimpleAction) action = g_simple_action_new ("go-to-utility", G_VARIANT_TYPE_UINT32);
  g_autoptr (GSimpleActionGroup) wall = g_simple_action_group_new ();
  SotayDeckOptions options = { 0 };

  view_fixture_set_up (&fixture->view);
  sotay_system_use_language ("en");
  view_fixture_open (&fixture->view, make_nothing);
  plan = sotay_lesson_choice_dup_plan (fixture->view.services, SOTAY_LESSON_LEVEL_2);
  deck = sotay_deck_new (sotay_services_get_catalogue (fixture->view.services), plan, &options);
  fixture->show = sotay_show_new (deck);
  sotay_show_begin (fixture->show, NULL, 0, NULL);
  fixture->pages = sotay_manual_pages_new (NULL);
  fixture->actions = g_simple_action_group_new ();
  g_signal_connect (action, "activate", G_CALLBACK (go_to_utility_cb), fixture);
  g_action_map_add_action (G_ACTION_MAP (fixture->actions), G_ACTION (action));
  fixture->window = sotay_presenter_window_new (NULL, fixture->view.services, fixture->show, fixture->pages, NULL,
                                                G_ACTION_GROUP (fixture->actions), G_ACTION_GROUP (wall));
  gtk_window_present (fixture->window);
  view_wait_for_label (GTK_WIDGET (fixture->window), "Next");
}

static void
fixture_tear_down (Fixture *fixture, gconstpointer unused)
{
  gtk_window_destroy (fixture->window);
  g_object_unref (fixture->show);
  g_object_unref (fixture->pages);
  g_object_unref (fixture->actions);
  view_fixture_tear_down (&fixture->view);
}

static GtkTextBuffer *
get_buffer (Fixture *fixture)
{
  GtkWidget *panel = view_find (GTK_WIDGET (fixture->window), SOTAY_TYPE_NOTES_PANEL);

  return gtk_text_view_get_buffer (view_find (panel, GTK_TYPE_TEXT_VIEW));
}

static char *
dup_note (Fixture *fixture)
{
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (get_buffer (fixture), &start, &end);
  return gtk_text_buffer_get_text (get_buffer (fixture), &start, &end, FALSE);
}

static void
assert_note (Fixture *fixture, const char *text)
{
  g_autofree char *note = dup_note (fixture);

  g_assert_cmpstr (note, ==, text);
}

static void
test_notes (Fixture *fixture, gconstpointer unused)
{
  SotayTrainerNotes *notes = sotay_services_get_trainer_notes (fixture->view.services);
  g_autofree char *of_content = sotay_trainer_notes_dup (notes, 10, NULL);
  g_autofree char *kept = NULL;
  GtkWidget *button = NULL;
  gboolean own;

  sotay_show_go_to_utility (fixture->show, 10);
  view_wait_for_label (GTK_WIDGET (fixture->window), "Notes on U10");
  g_assert_cmpstr (of_content, !=, "");
  assert_note (fixture, of_content);
  g_assert_null (view_find_button (GTK_WIDGET (fixture->window), "Back to the Content's Note"));

  gtk_text_buffer_set_text (get_buffer (fixture), "Hỏi lớp trước.", -1);
  kept = sotay_trainer_notes_dup (notes, 10, &own);
  g_assert_cmpstr (kept, ==, "Hỏi lớp trước.");
  g_assert_true (own);
  view_wait_for_label (GTK_WIDGET (fixture->window), "Your own note");

  /* Each utility has its own. */
  sotay_show_go_to_utility (fixture->show, 11);
  sotay_show_go_to_utility (fixture->show, 10);
  assert_note (fixture, "Hỏi lớp trước.");

  button = view_find_button (GTK_WIDGET (fixture->window), "Back to the Content's Note");
  g_signal_emit_by_name (button, "clicked");
  assert_note (fixture, of_content);
  g_free (g_steal_pointer (&kept));
  kept = sotay_trainer_notes_dup (notes, 10, &own);
  g_assert_false (own);

  /* As everything that is taken away it can be had back. */
  gtk_text_buffer_undo (get_buffer (fixture));
  assert_note (fixture, "Hỏi lớp trước.");
  g_free (g_steal_pointer (&kept));
  kept = sotay_trainer_notes_dup (notes, 10, &own);
  g_assert_true (own);
}

static void
test_stops (Fixture *fixture, gconstpointer unused)
{
  GtkWidget *list = view_find (view_find (GTK_WIDGET (fixture->window), SOTAY_TYPE_STOP_LIST), GTK_TYPE_LIST_BOX);
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (GTK_LIST_BOX (list), 9);

  g_signal_emit_by_name (list, "row-activated", row);
  g_assert_cmpuint (fixture->gone_to, ==, 10);
  g_assert_true (gtk_list_box_get_selected_row (GTK_LIST_BOX (list)) == row);
}

static void
test_curtain (Fixture *fixture, gconstpointer unused)
{
  sotay_show_set_curtain (fixture->show, SOTAY_CURTAIN_BLACK);
  view_wait_for_label (GTK_WIDGET (fixture->window), "The wall is black");
  sotay_show_set_curtain (fixture->show, SOTAY_CURTAIN_NONE);
  g_assert_null (view_find_label (GTK_WIDGET (fixture->window), "The wall is black"));
  sotay_show_set_paused (fixture->show, TRUE);
  view_wait_for_label (GTK_WIDGET (fixture->window), "Break: the time stands still");
}

/* Before the window goes where the room may look. */
static void
test_attendance_away (Fixture *fixture, gconstpointer unused)
{
  GtkWidget *widget = GTK_WIDGET (fixture->window);
  g_autoptr (GtkWidget) panel = NULL;

  sotay_presenter_window_show_part (SOTAY_PRESENTER_WINDOW (fixture->window), "attendance");
  g_set_object (&panel, view_find (widget, SOTAY_TYPE_ATTENDANCE_PANEL));
  sotay_presenter_window_put_attendance_away (SOTAY_PRESENTER_WINDOW (fixture->window));
  g_assert_null (gtk_widget_get_root (panel));
  g_assert_true (gtk_widget_get_mapped (view_find (widget, SOTAY_TYPE_NOTES_PANEL)));
  /* Keys are those of the show again, and write no notes. */
  g_assert_false (GTK_IS_TEXT_VIEW (gtk_window_get_focus (fixture->window)));
  g_assert_false (GTK_IS_EDITABLE (gtk_window_get_focus (fixture->window)));

  sotay_presenter_window_show_part (SOTAY_PRESENTER_WINDOW (fixture->window), "attendance");
  g_assert_nonnull (view_find (widget, SOTAY_TYPE_ATTENDANCE_PANEL));
}

/* On the smallest laptop everything has room, with each part and in large letters. */
static void
test_room (Fixture *fixture, gconstpointer percent)
{
  const char *const parts[] = { "notes", "attendance" };
  int minimum, dpi;

  g_object_get (gtk_settings_get_default (), "gtk-xft-dpi", &dpi, NULL);
  g_object_set (gtk_settings_get_default (), "gtk-xft-dpi", dpi * GPOINTER_TO_INT (percent) / 100, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      sotay_presenter_window_show_part (SOTAY_PRESENTER_WINDOW (fixture->window), parts[i]);
      gtk_widget_measure (GTK_WIDGET (fixture->window), GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
      g_assert_cmpint (minimum, <=, 1024);
      gtk_widget_measure (GTK_WIDGET (fixture->window), GTK_ORIENTATION_VERTICAL, 1024, &minimum, NULL, NULL, NULL);
      g_assert_cmpint (minimum, <=, 600);
    }
  g_object_set (gtk_settings_get_default (), "gtk-xft-dpi", dpi, NULL);
}

static void
assert_pace (gint64 elapsed, gint64 from, gint64 to, const char *words)
{
  g_autofree char *described = sotay_pace_describe (elapsed, from, to);

  g_assert_cmpstr (described, ==, words);
}

static void
test_pace (void)
{
  g_autofree char *short_time = sotay_pace_format (7 * MINUTE + 5999);
  g_autofree char *long_time = sotay_pace_format (62 * MINUTE + 30000);

  sotay_system_use_language ("en");
  assert_pace (0, 0, 0, "As planned");
  assert_pace (10 * MINUTE, 5 * MINUTE, 15 * MINUTE, "As planned");
  assert_pace (16 * MINUTE - 1, 5 * MINUTE, 15 * MINUTE, "As planned");
  assert_pace (16 * MINUTE, 5 * MINUTE, 15 * MINUTE, "1 minute behind the plan");
  assert_pace (40 * MINUTE, 5 * MINUTE, 15 * MINUTE, "25 minutes behind the plan");
  assert_pace (4 * MINUTE + 1, 5 * MINUTE, 15 * MINUTE, "As planned");
  assert_pace (3 * MINUTE, 5 * MINUTE, 15 * MINUTE, "2 minutes ahead of the plan");
  g_assert_cmpstr (short_time, ==, "7:05");
  g_assert_cmpstr (long_time, ==, "1:02:30");
}

#define ADD(path, data, func) g_test_add (path, Fixture, data, fixture_set_up, func, fixture_tear_down)

static void
add_tests (void)
{
  ADD ("/presenter/notes", NULL, test_notes);
  ADD ("/presenter/stops", NULL, test_stops);
  ADD ("/presenter/curtain", NULL, test_curtain);
  ADD ("/presenter/attendance-away", NULL, test_attendance_away);
  ADD ("/presenter/room", GINT_TO_POINTER (100), test_room);
  ADD ("/presenter/room-large", GINT_TO_POINTER (200), test_room);
  g_test_add_func ("/presenter/pace", test_pace);
}

int
main (int argc, char **argv)
{
  return view_test_run (argc, argv, add_tests);
}
