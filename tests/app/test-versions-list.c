/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/guide/manual-panel.h"
#include "app/guide/version-row.h"
#include "app/guide/versions-list.h"
#include "app/widgets/notice.h"

#include "support/test-support.h"
#include "view-support.h"

#include <glib/gstdio.h>

#define NARROW 320

static GtkWidget *
make_panel (SotayServices *services)
{
  GtkWidget *panel = g_object_new (SOTAY_TYPE_MANUAL_PANEL, NULL);

  sotay_manual_panel_set_services (SOTAY_MANUAL_PANEL (panel), services);
  return panel;
}

static GtkListBox *
find_list (ViewFixture *fixture)
{
  return view_find (view_find (fixture->view, SOTAY_TYPE_VERSIONS_LIST), GTK_TYPE_LIST_BOX);
}

static guint
count_rows (ViewFixture *fixture)
{
  guint count = 0;

  while (gtk_list_box_get_row_at_index (find_list (fixture), (int) count) != NULL)
    count++;
  return count;
}

/* Newest first, and by name within a second: the tests know their rows by their pages. */
static SotayVersionRow *
find_row (ViewFixture *fixture, guint pages)
{
  for (guint i = 0; i < count_rows (fixture); i++)
    {
      gpointer row = gtk_list_box_get_row_at_index (find_list (fixture), (int) i);

      if (SOTAY_IS_VERSION_ROW (row) && sotay_manual_copy_get_pages (sotay_version_row_get_copy (row)) == pages)
        return row;
    }
  return NULL;
}

static gboolean
is_current (ViewFixture *fixture, guint pages)
{
  SotayVersionRow *row = find_row (fixture, pages);

  return row != NULL && sotay_version_row_is_current (row);
}

static gboolean
has_both (gpointer data)
{
  return find_row (data, 3) != NULL && is_current (data, 5);
}

static gboolean
three_is_current (gpointer data)
{
  return is_current (data, 3);
}

static gboolean
five_is_gone (gpointer data)
{
  return find_row (data, 5) == NULL && three_is_current (data);
}

static gboolean
is_empty (gpointer data)
{
  return !gtk_widget_get_visible (view_find (((ViewFixture *) data)->view, SOTAY_TYPE_VERSIONS_LIST));
}

static void
import_data (ViewFixture *fixture, const char *name, Condition condition)
{
  g_autofree char *path = sotay_test_data (name);
  g_autoptr (GFile) file = g_file_new_for_path (path);

  sotay_manual_panel_import (SOTAY_MANUAL_PANEL (fixture->view), file);
  view_wait (condition, fixture);
}

static gboolean
has_three (gpointer data)
{
  return three_is_current (data) && count_rows (data) == 1;
}

static void
set_up (ViewFixture *fixture, gconstpointer data)
{
  view_fixture_set_up (fixture);
  view_fixture_open (fixture, make_panel);
  view_wait (is_empty, fixture);
  import_data (fixture, "guide/data/three-pages.pdf", has_three);
  import_data (fixture, "guide/data/five-pages.pdf", has_both);
}

static void
tear_down (ViewFixture *fixture, gconstpointer data)
{
  view_fixture_tear_down (fixture);
}

static void
test_use (ViewFixture *fixture, gconstpointer data)
{
  g_assert_cmpuint (count_rows (fixture), ==, 2);
  g_assert_false (is_current (fixture, 3));
  g_signal_emit_by_name (find_row (fixture, 3), "use");
  view_wait (three_is_current, fixture);
  g_assert_false (is_current (fixture, 5));
}

/* What was removed leaves a row that takes it back, also as the copy in use. */
static void
test_remove (ViewFixture *fixture, gconstpointer data)
{
  GtkListBoxRow *undo = NULL;

  g_signal_emit_by_name (find_row (fixture, 5), "remove");
  view_wait (five_is_gone, fixture);
  g_assert_cmpuint (count_rows (fixture), ==, 2);
  undo = gtk_list_box_get_row_at_index (find_list (fixture), 0);
  g_assert_false (SOTAY_IS_VERSION_ROW (undo));
  g_signal_emit_by_name (view_find (GTK_WIDGET (undo), GTK_TYPE_BUTTON), "clicked");
  view_wait (has_both, fixture);
  g_assert_cmpuint (count_rows (fixture), ==, 2);
}

static gboolean
is_checked (gpointer data)
{
  return !gtk_spinner_get_spinning (view_find (data, GTK_TYPE_SPINNER));
}

static char *
check (ViewFixture *fixture, guint pages)
{
  SotayVersionRow *row = find_row (fixture, pages);
  GtkWidget *spinner = view_find (GTK_WIDGET (row), GTK_TYPE_SPINNER);

  g_signal_emit_by_name (row, "check");
  g_assert_true (gtk_spinner_get_spinning (GTK_SPINNER (spinner)));
  view_wait (is_checked, row);
  return g_strdup (adw_action_row_get_subtitle (ADW_ACTION_ROW (
      gtk_widget_get_ancestor (spinner, ADW_TYPE_ACTION_ROW))));
}

static void
test_check (ViewFixture *fixture, gconstpointer data)
{
  const char *path = sotay_manual_copy_get_path (sotay_version_row_get_copy (find_row (fixture, 3)));
  g_autofree char *good = check (fixture, 3);
  g_autofree char *bad = NULL;
  FILE *file = g_fopen (path, "r+b");

  fputs ("rotten", file);
  fclose (file);
  bad = check (fixture, 3);
  g_assert_cmpstr (good, !=, bad);
  g_assert_nonnull (strstr (bad, path));
}

static gboolean
tells_error (gpointer data)
{
  GtkWidget *list = view_find (((ViewFixture *) data)->view, SOTAY_TYPE_VERSIONS_LIST);

  return gtk_widget_get_visible (view_find (list, SOTAY_TYPE_NOTICE));
}

/* Another program took it away in the meantime. */
static void
test_gone (ViewFixture *fixture, gconstpointer data)
{
  g_unlink (sotay_manual_copy_get_path (sotay_version_row_get_copy (find_row (fixture, 3))));
  g_signal_emit_by_name (find_row (fixture, 3), "use");
  view_wait (tells_error, fixture);
  g_assert_true (is_current (fixture, 5));
}

static void
test_narrow (ViewFixture *fixture, gconstpointer data)
{
  int least;

  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (find_row (fixture, 5)), TRUE);
  gtk_widget_measure (fixture->view, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
  g_assert_cmpint (least, <=, NARROW);
}

static void
add (const char *path, void (*func) (ViewFixture *, gconstpointer))
{
  g_test_add (path, ViewFixture, NULL, set_up, func, tear_down);
}

static void
add_tests (void)
{
  add ("/app/versions/use", test_use);
  add ("/app/versions/remove", test_remove);
  add ("/app/versions/check", test_check);
  add ("/app/versions/gone", test_gone);
  add ("/app/versions/narrow", test_narrow);
}

int
main (int argc, char **argv)
{
  return view_test_run (argc, argv, add_tests);
}
