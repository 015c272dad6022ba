/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/register/export-window.h"

#include "app/widgets/notice.h"
#include "fixture.h"
#include "support/test-support.h"
#include "view-support.h"

#include <string.h>

typedef struct
{
  ViewFixture view;
  SotayStaffQuery *query;
  char *folder;
} Fixture;

static GtkWidget *
make_plain_view (SotayServices *services)
{
  return gtk_label_new (NULL);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (SotayUnit) office = NULL;

  view_fixture_set_up (&fixture->view);
  view_fixture_open (&fixture->view, make_plain_view);
  office = fixture_add_unit (fixture->view.store, NULL, "Văn phòng");
  g_object_unref (fixture_add_staff (fixture->view.store, office, "Đặng Minh An"));
  g_object_unref (fixture_add_staff (fixture->view.store, office, "Nguyễn Thị Hòa"));
  fixture->query = sotay_staff_query_new (NULL, SOTAY_STAFF_ALL, "hoa", NULL);
  fixture->folder = sotay_test_folder ();
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_clear_object (&fixture->query);
  g_free (fixture->folder);
  view_fixture_tear_down (&fixture->view);
}

/* What the list shows, under the name that was chosen; the window goes, and it is said. */
static void
test_written (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "danh sách.csv", NULL);
  g_autofree char *text = NULL;

  gtk_window_present (GTK_WINDOW (sotay_export_window_new (fixture->view.window, fixture->view.store, fixture->query,
                                                           path)));
  view_wait_for_no_window (SOTAY_TYPE_EXPORT_WINDOW);
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  g_assert_nonnull (strstr (text, "Nguyễn Thị Hòa"));
  g_assert_null (strstr (text, "Đặng Minh An"));
  g_assert_cmpuint (fixture->view.toasts->len, ==, 1);
  g_assert_nonnull (strstr (g_ptr_array_index (fixture->view.toasts, 0), "danh sách.csv"));
}

static void
test_without_ending (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "danh sách", NULL);
  g_autofree char *workbook = g_strconcat (path, ".xlsx", NULL);

  gtk_window_present (GTK_WINDOW (sotay_export_window_new (fixture->view.window, fixture->view.store, fixture->query,
                                                           path)));
  view_wait_for_no_window (SOTAY_TYPE_EXPORT_WINDOW);
  g_assert_true (g_file_test (workbook, G_FILE_TEST_IS_REGULAR));
}

static gboolean
shows_notice (gpointer window)
{
  return gtk_widget_get_visible (view_find (window, SOTAY_TYPE_NOTICE));
}

static void
test_not_written (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "nowhere", "a.csv", NULL);
  GtkWidget *window = sotay_export_window_new (fixture->view.window, fixture->view.store, fixture->query, path);

  gtk_window_present (GTK_WINDOW (window));
  view_wait (shows_notice, window);
  g_assert_cmpuint (fixture->view.toasts->len, ==, 0);
  gtk_window_close (GTK_WINDOW (window));
}

static void
add_tests (void)
{
  g_test_add ("/export-window/written", Fixture, NULL, set_up, test_written, tear_down);
  g_test_add ("/export-window/without-ending", Fixture, NULL, set_up, test_without_ending, tear_down);
  g_test_add ("/export-window/not-written", Fixture, NULL, set_up, test_not_written, tear_down);
}

int
main (int argc, char **argv)
{
  return view_test_run (argc, argv, add_tests);
}
