/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The list of staff as a whole: pasted lists, what the person's dialog leads to, the room it needs, input methods. */
#include "app/register/import-window.h"
#include "app/register/people-dialog.h"
#include "app/register/register-view.h"
#include "app/register/staff-dialog.h"
#include "app/register/staff-page.h"
#include "app/register/staff-table.h"
#include "app/register/unit-page.h"
#include "app/register/unit-tree.h"
#include "app/widgets/field-row.h"
#include "app/widgets/trend-chart.h"
#include "fake-method.h"
#include "fixture.h"
#include "view-support.h"

/* The smallest screen of an office PC, less the frame of the window. */
#define SMALL_SCREEN 1000

static void
set_up (ViewFixture *fixture, gconstpointer data)
{
  view_fixture_set_up (fixture);
  view_fixture_open (fixture, sotay_register_view_new);
}

static void
tear_down (ViewFixture *fixture, gconstpointer data)
{
  view_fixture_tear_down (fixture);
}

static gpointer
get_child (gpointer widget, const char *name)
{
  return gtk_widget_get_template_child (GTK_WIDGET (widget), G_OBJECT_TYPE (widget), name);
}

static GtkWidget *
get_page (ViewFixture *fixture)
{
  return view_find (fixture->view, SOTAY_TYPE_STAFF_PAGE);
}

static SotayStaffList *
get_list (ViewFixture *fixture)
{
  return sotay_staff_table_get_list (view_find (fixture->view, SOTAY_TYPE_STAFF_TABLE));
}

static gboolean
lists_two (gpointer fixture)
{
  return get_list (fixture) != NULL && g_list_model_get_n_items (G_LIST_MODEL (get_list (fixture))) == 2;
}

static gboolean
lists_one (gpointer fixture)
{
  return g_list_model_get_n_items (G_LIST_MODEL (get_list (fixture))) == 1;
}

static void
add_two (ViewFixture *fixture)
{
  g_autoptr (SotayUnit) ward = fixture_add_unit (fixture->store, NULL, "Phường Hải Tân");
  g_autoptr (SotayUnit) office = fixture_add_unit (fixture->store, ward, "Văn phòng");

  g_object_unref (fixture_add_staff (fixture->store, office, "Trần Thị Ánh"));
  g_object_unref (fixture_add_staff (fixture->store, office, "Lê Đức Bình"));
  view_wait (lists_two, fixture);
}

static SotayStaff *
find_person (ViewFixture *fixture, const char *name)
{
  g_autoptr (SotayStaffQuery) query = sotay_staff_query_new (NULL, SOTAY_STAFF_ALL, name, NULL);
  g_autoptr (GPtrArray) people = sotay_store_list_staff (fixture->store, query, 0, 0, NULL, NULL);

  g_assert_cmpuint (people->len, ==, 1);
  return g_object_ref (people->pdata[0]);
}

static void
select_first (ViewFixture *fixture)
{
  GtkColumnView *view = view_find (view_find (fixture->view, SOTAY_TYPE_STAFF_TABLE), GTK_TYPE_COLUMN_VIEW);

  gtk_selection_model_select_item (gtk_column_view_get_model (view), 0, TRUE);
}

static gpointer
open_dialog (ViewFixture *fixture, const char *action, GType type)
{
  g_assert_true (gtk_widget_activate_action (get_page (fixture), action, NULL));
  view_wait_for_window (type);
  return view_find_window (type);
}

static gboolean
offers_one (gpointer window)
{
  return g_strcmp0 (gtk_button_get_label (get_child (window, "import_button")), "Nhập 1 người") == 0;
}

static void
test_paste (ViewFixture *fixture, gconstpointer data)
{
  add_two (fixture);
  gdk_clipboard_set_text (gtk_widget_get_clipboard (fixture->view), "Họ và tên\tĐơn vị\nNgô Thị Xuân\tVăn phòng\n");
  open_dialog (fixture, "staff.paste-list", SOTAY_TYPE_IMPORT_WINDOW);
  view_wait (offers_one, view_find_window (SOTAY_TYPE_IMPORT_WINDOW));
  gtk_window_destroy (view_find_window (SOTAY_TYPE_IMPORT_WINDOW));
}

static void
test_paste_nothing (ViewFixture *fixture, gconstpointer data)
{
  add_two (fixture);
  gdk_clipboard_set_text (gtk_widget_get_clipboard (fixture->view), "");
  gtk_widget_activate_action (get_page (fixture), "staff.paste-list", NULL);
  view_wait_for_toast (fixture, "Chưa sao chép gì: hãy sao chép các ô của danh sách rồi dán vào đây");
}

/* From the person's dialog to the one of who left: what was typed before is kept. */
static void
test_leave_from_dialog (ViewFixture *fixture, gconstpointer data)
{
  g_autoptr (SotayStaff) person = NULL;
  gpointer dialog;

  add_two (fixture);
  select_first (fixture);
  dialog = open_dialog (fixture, "staff.edit", SOTAY_TYPE_STAFF_DIALOG);
  g_assert_false (gtk_widget_get_visible (get_child (dialog, "erase_row")));
  sotay_field_row_set_text (get_child (dialog, "position_row"), "Kế toán");
  adw_action_row_activate (get_child (dialog, "leave_row"));
  view_wait_for_window (SOTAY_TYPE_PEOPLE_DIALOG);
  view_wait_for_no_window (SOTAY_TYPE_STAFF_DIALOG);
  dialog = view_find_window (SOTAY_TYPE_PEOPLE_DIALOG);
  sotay_field_row_set_text (get_child (dialog, "day_row"), "5/3/2024");
  adw_message_dialog_response (dialog, "do");
  gtk_window_destroy (dialog);
  view_wait (lists_one, fixture);
  person = find_person (fixture, "Ánh");
  g_assert_cmpstr (sotay_staff_get_field (person, SOTAY_STAFF_POSITION), ==, "Kế toán");
  g_assert_cmpstr (sotay_staff_get_field (person, SOTAY_STAFF_LEFT_ON), ==, "2024-03-05");
}

/* The first unit of the list is not meant by whoever did not choose. */
static void
test_transfer (ViewFixture *fixture, gconstpointer data)
{
  gpointer dialog;

  add_two (fixture);
  select_first (fixture);
  dialog = open_dialog (fixture, "staff.transfer", SOTAY_TYPE_PEOPLE_DIALOG);
  g_assert_false (adw_message_dialog_get_response_enabled (dialog, "do"));
  g_assert_cmpuint (view_choose_unit (get_child (dialog, "unit_row"), "Phường Hải Tân"), ==, 1);
  g_assert_true (adw_message_dialog_get_response_enabled (dialog, "do"));
  gtk_window_destroy (dialog);
}

static void
test_small_screen (ViewFixture *fixture, gconstpointer data)
{
  int units, page;

  add_two (fixture);
  gtk_widget_measure (view_find (fixture->view, SOTAY_TYPE_UNIT_TREE), GTK_ORIENTATION_HORIZONTAL, -1, &units, NULL,
                      NULL, NULL);
  gtk_widget_measure (view_find (fixture->view, SOTAY_TYPE_UNIT_PAGE), GTK_ORIENTATION_HORIZONTAL, -1, &page, NULL,
                      NULL, NULL);
  g_assert_cmpint (units + page, <=, SMALL_SCREEN);
  gtk_window_set_default_size (fixture->window, SMALL_SCREEN, 700);
  gtk_test_widget_wait_for_draw (fixture->view);
  g_assert_false (adw_leaflet_get_folded (get_child (fixture->view, "leaflet")));
}

/* While a word is unfinished it is nobody's: neither searched for nor read. */
static void
test_input_method (ViewFixture *fixture, gconstpointer data)
{
  FakeMethod *method;
  GtkEditable *entry;
  guint n_searches = 0;

  add_two (fixture);
  entry = get_child (get_page (fixture), "search_entry");
  method = fake_method_use (GTK_WIDGET (gtk_editable_get_delegate (entry)));
  g_signal_connect_swapped (entry, "search-changed", G_CALLBACK (g_atomic_int_inc), &n_searches);
  fake_method_type (method, "bì");
  g_assert_cmpstr (gtk_editable_get_text (entry), ==, "");
  fake_method_commit (method, "bình");
  view_wait (lists_one, fixture);
  g_assert_cmpuint (n_searches, ==, 1);
}

/* Nobody was due in all these months: a chart would be an empty frame. */
static void
test_no_trend (ViewFixture *fixture, gconstpointer data)
{
  g_autoptr (SotayUnit) ward = fixture_add_unit (fixture->store, NULL, "Phường Hải Tân");
  GtkWidget *chart = view_find (fixture->view, SOTAY_TYPE_TREND_CHART);

  view_wait_for_label (fixture->view, "Chưa có ai phải tập huấn");
  g_assert_false (gtk_widget_get_visible (gtk_widget_get_parent (chart)));
  g_object_unref (fixture_add_staff (fixture->store, ward, "Trần Thị Ánh"));
  view_wait ((Condition) gtk_widget_get_visible, gtk_widget_get_parent (chart));
}

static void
add (const char *path, void (*test) (ViewFixture *, gconstpointer))
{
  g_test_add (path, ViewFixture, NULL, set_up, test, tear_down);
}

static void
add_tests (void)
{
  fake_method_register ();
  add ("/training-list/paste", test_paste);
  add ("/training-list/paste-nothing", test_paste_nothing);
  add ("/training-list/leave-from-dialog", test_leave_from_dialog);
  add ("/training-list/transfer", test_transfer);
  add ("/training-list/small-screen", test_small_screen);
  add ("/training-list/input-method", test_input_method);
  add ("/training-list/no-trend", test_no_trend);
}

int
main (int argc, char **argv)
{
  return view_test_run (argc, argv, add_tests);
}
