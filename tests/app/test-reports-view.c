/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/reports/reports-view.h"

#include "app/reports/month-head.h"
#include "app/reports/month-table.h"
#include "app/view.h"
#include "core/dates.h"
#include "fixture.h"
#include "view-support.h"

#include <string.h>

static void
set_up (ViewFixture *fixture, gconstpointer data)
{
  view_fixture_set_up (fixture);
  view_fixture_open (fixture, sotay_reports_view_new);
  gtk_widget_activate_action (fixture->view, "report.show-tab", "s", "figures");
}

static void
tear_down (ViewFixture *fixture, gconstpointer data)
{
  view_fixture_tear_down (fixture);
}

static void
add_people (ViewFixture *fixture)
{
  g_autoptr (SotayUnit) ward = fixture_add_unit (fixture->store, NULL, "Phường Hải Tân");
  g_autoptr (SotayUnit) office = fixture_add_unit (fixture->store, ward, "Văn phòng");
  g_autoptr (SotayStaff) trained = fixture_add_staff (fixture->store, office, "Nguyễn Văn Yên");
  g_autoptr (SotayStaff) untrained = fixture_add_staff (fixture->store, ward, "Trần Thị Ánh");
  GDate today = sotay_date_today ();
  g_autofree char *iso = sotay_date_to_iso (&today);

  fixture_mark (fixture->store, trained, iso);
}

static GtkLabel *
get_label (ViewFixture *fixture, const char *name)
{
  return GTK_LABEL (gtk_widget_get_template_child (fixture->view, SOTAY_TYPE_REPORTS_VIEW, name));
}

static guint
count_rows (ViewFixture *fixture)
{
  GtkColumnView *view = view_find (view_find (fixture->view, SOTAY_TYPE_MONTH_TABLE), GTK_TYPE_COLUMN_VIEW);

  return g_list_model_get_n_items (G_LIST_MODEL (gtk_column_view_get_model (view)));
}

static char *
month_text (guint months_ago)
{
  GDate day = sotay_date_today ();

  g_date_set_day (&day, 1);
  g_date_subtract_months (&day, months_ago);
  return g_strdup_printf ("Tháng %u/%u", (guint) g_date_get_month (&day), (guint) g_date_get_year (&day));
}

static void
test_empty (ViewFixture *fixture, gconstpointer data)
{
  view_wait_for_label (fixture->view, "Chưa có số liệu");
  g_assert_nonnull (view_find_button (fixture->view, "Sang phần Tập huấn"));
}

static void
test_months (ViewFixture *fixture, gconstpointer data)
{
  g_autofree char *this_month = month_text (0);
  g_autofree char *last_month = month_text (1);

  add_people (fixture);
  view_wait_for_label (fixture->view, this_month);
  view_wait_for_label (fixture->view, "50,00 %");
  gtk_widget_activate_action (fixture->view, "report.previous-month", NULL);
  view_wait_for_label (fixture->view, last_month);
  view_wait_for_label (fixture->view, "0 %");
  gtk_widget_activate_action (fixture->view, "report.next-month", NULL);
  view_wait_for_label (fixture->view, "50,00 %");
  /* There is no month to come. */
  gtk_widget_activate_action (fixture->view, "report.next-month", NULL);
  g_assert_cmpstr (gtk_label_get_text (get_label (fixture, "month_label")), ==, this_month);
}

static void
test_units (ViewFixture *fixture, gconstpointer data)
{
  GtkWidget *table = view_find (fixture->view, SOTAY_TYPE_MONTH_TABLE);

  add_people (fixture);
  view_wait_for_label (fixture->view, "50,00 %");
  g_assert_cmpuint (count_rows (fixture), ==, 1);
  g_signal_emit_by_name (view_find (table, GTK_TYPE_COLUMN_VIEW), "activate", 0u);
  g_assert_cmpstr (gtk_label_get_text (get_label (fixture, "unit_label")), ==, "Phường Hải Tân");
  view_wait_for_label (fixture->view, "Văn phòng");
  g_assert_true (sotay_view_go_back (SOTAY_VIEW (fixture->view)));
  g_assert_cmpstr (gtk_label_get_text (get_label (fixture, "unit_label")), ==, "Tất cả đơn vị");
  g_assert_false (sotay_view_go_back (SOTAY_VIEW (fixture->view)));
}

static void
text_read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  *(char **) data = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, NULL);
}

static gboolean
is_set (gpointer data)
{
  return *(char **) data != NULL;
}

static void
test_copy (ViewFixture *fixture, gconstpointer data)
{
  g_autofree char *text = NULL;

  add_people (fixture);
  view_wait_for_label (fixture->view, "50,00 %");
  gtk_widget_activate_action (fixture->view, "report.copy", NULL);
  view_wait_for_toast (fixture, "Đã chép số liệu: hãy dán vào báo cáo");
  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (fixture->view), NULL, text_read_cb, &text);
  view_wait (is_set, &text);
  g_assert_nonnull (strstr (text, "Phải tập huấn: 2\nĐã tập huấn: 1 (50,00 %)\n"));
  g_assert_nonnull (strstr (text, "1. Phường Hải Tân: 1/2 (50,00 %)"));
}

static void
changed_cb (gboolean *changed)
{
  *changed = TRUE;
}

static gboolean
is_true (gpointer data)
{
  return *(gboolean *) data;
}

/* Hidden, the view reads nothing; the figures are new as soon as it is seen. */
static void
test_hidden (ViewFixture *fixture, gconstpointer data)
{
  gboolean changed = FALSE;

  view_wait_for_label (fixture->view, "Chưa có số liệu");
  gtk_widget_set_visible (fixture->view, FALSE);
  g_signal_connect_data (fixture->store, "changed", G_CALLBACK (changed_cb), &changed, NULL, G_CONNECT_SWAPPED);
  add_people (fixture);
  view_wait (is_true, &changed);
  g_assert_cmpuint (count_rows (fixture), ==, 0);
  gtk_widget_set_visible (fixture->view, TRUE);
  view_wait_for_label (fixture->view, "50,00 %");
  g_signal_handlers_disconnect_by_data (fixture->store, &changed);
}

static void
assert_percent (guint part, guint whole, const char *expected)
{
  g_autofree char *text = sotay_whole_percent_text (part, whole);

  g_assert_cmpstr (text, ==, expected);
}

static void
test_whole_percent (void)
{
  assert_percent (0, 0, "–");
  assert_percent (0, 3, "0 %");
  assert_percent (2, 3, "67 %");
  assert_percent (1, 3, "33 %");
  assert_percent (1, 200, "1 %");
  assert_percent (999, 1000, "99 %");
  assert_percent (G_MAXUINT - 1, G_MAXUINT, "99 %");
  assert_percent (3, 3, "100 %");
}

static void
test_difference_text (void)
{
  g_autofree char *more = sotay_difference_text (1234);
  g_autofree char *less = sotay_difference_text (-2);
  g_autofree char *same = sotay_difference_text (0);

  g_assert_cmpstr (more, ==, "+1.234");
  g_assert_cmpstr (less, ==, "−2");
  g_assert_cmpstr (same, ==, "±0");
}

static void
add (const char *path, void (*test) (ViewFixture *, gconstpointer))
{
  g_test_add (path, ViewFixture, NULL, set_up, test, tear_down);
}

static void
add_tests (void)
{
  add ("/reports-view/empty", test_empty);
  add ("/reports-view/months", test_months);
  add ("/reports-view/units", test_units);
  add ("/reports-view/copy", test_copy);
  add ("/reports-view/hidden", test_hidden);
  g_test_add_func ("/reports-view/whole-percent", test_whole_percent);
  g_test_add_func ("/reports-view/difference-text", test_difference_text);
}

int
main (int argc, char **argv)
{
  return view_test_run (argc, argv, add_tests);
}
