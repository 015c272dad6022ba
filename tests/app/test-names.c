/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Everything that can have the keyboard in the training and the reports view says what it is, also in a small window
   with letters of twice the size, and in the dark. */
#include "app/register/register-view.h"
#include "app/reports/reports-view.h"
#include "app/view.h"
#include "core/dates.h"
#include "fixture.h"
#include "view-names.h"

static void
set_up (ViewFixture *fixture, gconstpointer make_view)
{
  GtkSettings *settings = gtk_settings_get_default ();
  GDate today = sotay_date_today ();
  g_autofree char *iso = sotay_date_to_iso (&today);
  g_autoptr (SotayUnit) ward = NULL;
  g_autoptr (SotayUnit) office = NULL;
  g_autoptr (SotayStaff) trained = NULL;
  g_autoptr (SotayStaff) untrained = NULL;

  g_object_set (settings, "gtk-xft-dpi", 2 * 96 * PANGO_SCALE, NULL);
  view_fixture_set_up (fixture);
  ward = fixture_add_unit (fixture->store, NULL, "Phường Hải Tân");
  office = fixture_add_unit (fixture->store, ward, "Văn phòng");
  trained = fixture_add_staff (fixture->store, office, "Nguyễn Văn Yên");
  untrained = fixture_add_staff (fixture->store, ward, "Trần Thị Ánh");
  fixture_mark (fixture->store, trained, iso);
  view_fixture_open (fixture, (MakeView) make_view);
  gtk_window_set_default_size (fixture->window, 800, 600);
  if (make_view == sotay_reports_view_new)
    gtk_widget_activate_action (fixture->view, "report.show-tab", "s", "figures");
  view_wait_for_label (fixture->view, "50,00 %");
}

static void
tear_down (ViewFixture *fixture, gconstpointer data)
{
  view_fixture_tear_down (fixture);
  gtk_settings_reset_property (gtk_settings_get_default (), "gtk-xft-dpi");
  adw_style_manager_set_color_scheme (adw_style_manager_get_default (), ADW_COLOR_SCHEME_DEFAULT);
}

static void
assert_round (ViewFixture *fixture)
{
  gtk_test_widget_wait_for_draw (fixture->view);
  g_assert_cmpuint (view_assert_named (fixture->view), >=, 4);
  g_assert_cmpuint (view_tab_round (fixture), >=, 4);
}

/* Here the units and the people stand in two places, one of which is seen. */
static void
test_training (ViewFixture *fixture, gconstpointer data)
{
  GtkColumnView *table = view_find (fixture->view, GTK_TYPE_COLUMN_VIEW);

  assert_round (fixture);
  sotay_view_search (SOTAY_VIEW (fixture->view));
  view_wait_for_label (fixture->view, "Trần Thị Ánh");
  gtk_selection_model_select_item (gtk_column_view_get_model (table), 0, TRUE);
  view_wait_for_label (fixture->view, "Đã chọn 1 người");
  assert_round (fixture);
}

static void
test_reports (ViewFixture *fixture, gconstpointer data)
{
  view_wait_for_label (fixture->view, "Phường Hải Tân");
  assert_round (fixture); /* copying, the figures, the table of units */
  gtk_widget_activate_action (fixture->view, "report.show-tab", "s", "report");
  view_wait_for_label (fixture->view, "Chưa chốt: số liệu còn thay đổi theo sổ");
  assert_round (fixture); /* closing, exporting, printing, the pages … */
}

static void
test_dark (ViewFixture *fixture, gconstpointer data)
{
  adw_style_manager_set_color_scheme (adw_style_manager_get_default (), ADW_COLOR_SCHEME_FORCE_DARK);
  g_assert_true (adw_style_manager_get_dark (adw_style_manager_get_default ()));
  gtk_test_widget_wait_for_draw (fixture->view);
  g_assert_cmpuint (view_assert_named (fixture->view), >=, 4);
}

static void
add (const char *path, gconstpointer make_view, void (*test) (ViewFixture *, gconstpointer))
{
  g_test_add (path, ViewFixture, make_view, set_up, test, tear_down);
}

static void
add_tests (void)
{
  add ("/names/training", sotay_register_view_new, test_training);
  add ("/names/training-dark", sotay_register_view_new, test_dark);
  add ("/names/reports", sotay_reports_view_new, test_reports);
  add ("/names/reports-dark", sotay_reports_view_new, test_dark);
}

int
main (int argc, char **argv)
{
  return view_test_run (argc, argv, add_tests);
}
