/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A row of the list that is being edited, with real key presses: the keys of an unfinished word are not the row's. */
#include "app/register/row-editor.h"

#include "fake-method.h"
#include "view-support.h"

typedef struct
{
  ViewFixture view;
  SotayRowEditor *editor;
  GtkWidget *name;
  GtkWidget *position;
  guint n_saved;
  guint n_left;
  guint n_moved;
} Fixture;

static GtkWidget *
make_row (SotayServices *services)
{
  return gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
}

static void
count_move_cb (SotayRowEditor *editor, guint column, int direction, Fixture *fixture)
{
  fixture->n_moved++;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (SotayStaff) staff = sotay_staff_new (NULL, "Trần Thị", "unit");

  view_fixture_set_up (&fixture->view);
  view_fixture_open (&fixture->view, make_row);
  fixture->editor = sotay_row_editor_new (staff);
  g_signal_connect_swapped (fixture->editor, "save", G_CALLBACK (g_atomic_int_inc), &fixture->n_saved);
  g_signal_connect_swapped (fixture->editor, "cancel", G_CALLBACK (g_atomic_int_inc), &fixture->n_left);
  g_signal_connect (fixture->editor, "move", G_CALLBACK (count_move_cb), fixture);
  fixture->name = sotay_row_editor_create_field (fixture->editor, SOTAY_STAFF_COLUMN_NAME);
  fixture->position = sotay_row_editor_create_field (fixture->editor, SOTAY_STAFF_COLUMN_POSITION);
  gtk_box_append (GTK_BOX (fixture->view.view), fixture->name);
  gtk_box_append (GTK_BOX (fixture->view.view), fixture->position);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  view_fixture_tear_down (&fixture->view);
  g_object_unref (fixture->editor);
}

static void
press (const char *first, const char *second, const char *third)
{
  g_autoptr (GSubprocess) xdotool = g_subprocess_new (G_SUBPROCESS_FLAGS_NONE, NULL, "xdotool", "key", first, second,
                                                      third, NULL);

  g_assert_nonnull (xdotool);
}

static gboolean
is_active (gpointer window)
{
  return gtk_window_is_active (window);
}

static gboolean
took_three (gpointer method)
{
  return ((FakeMethod *) method)->n_keys == 3;
}

static gboolean
has_left (gpointer data)
{
  return ((Fixture *) data)->n_left > 0;
}

static void
test_unfinished (Fixture *fixture, gconstpointer data)
{
  GtkEditable *text = gtk_editable_get_delegate (GTK_EDITABLE (fixture->name));
  g_autoptr (SotayStaff) typed = NULL;
  FakeMethod *method;
  SotayStaffColumn column;
  const char *problem;

  view_wait (is_active, fixture->view.window);
  method = fake_method_use (GTK_WIDGET (text));
  gtk_editable_set_position (text, -1);
  fake_method_type (method, " á");
  press ("Return", "Tab", "Escape");
  view_wait (took_three, method);
  g_assert_cmpuint (fixture->n_saved + fixture->n_left + fixture->n_moved, ==, 0);
  g_assert_true (gtk_widget_has_focus (GTK_WIDGET (text)));
  fake_method_commit (method, " Ánh");
  /* The word is done: now the keys are the row's, and what it reads holds the word. */
  press ("Return", "Tab", "Escape");
  view_wait (has_left, fixture);
  g_assert_cmpuint (fixture->n_saved, ==, 1);
  g_assert_cmpuint (fixture->n_moved, ==, 1);
  g_assert_cmpuint (fixture->n_left, ==, 1);
  typed = sotay_row_editor_read (fixture->editor, &column, &problem);
  g_assert_cmpstr (sotay_staff_get_name (typed), ==, "Trần Thị Ánh");
}

static void
add_tests (void)
{
  fake_method_register ();
  g_test_add ("/row-editor/unfinished-word", Fixture, NULL, set_up, test_unfinished, tear_down);
}

int
main (int argc, char **argv)
{
  return view_test_run (argc, argv, add_tests);
}
