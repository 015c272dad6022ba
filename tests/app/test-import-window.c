/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/register/import-window.h"

#include "app/register/import-list.h"
#include "app/register/import-table.h"
#include "app/register/staff-choice.h"
#include "fixture.h"
#include "register/roster.h"
#include "support/test-support.h"
#include "view-support.h"

typedef struct
{
  ViewFixture view;
  SotayUnit *office;
  GFile *file;
  SotayImportWindow *window;
} Fixture;

static GtkWidget *
make_plain_view (SotayServices *services)
{
  return gtk_label_new (NULL);
}

static void
set_up (Fixture *fixture, gconstpointer content)
{
  g_autofree char *folder = sotay_test_folder ();
  g_autofree char *path = g_build_filename (folder, "danh sách.csv", NULL);
  GDate day = fixture_date ("2026-11-23");
  g_autoptr (SotayUnitProgress) whole = NULL;
  g_autoptr (SotayUnitNames) names = NULL;
  g_autoptr (SotayRosterSource) source = NULL;

  view_fixture_set_up (&fixture->view);
  view_fixture_open (&fixture->view, make_plain_view);
  fixture->office = fixture_add_unit (fixture->view.store, NULL, "Văn phòng");
  g_object_unref (fixture_add_staff (fixture->view.store, fixture->office, "Đặng Minh An"));
  whole = sotay_progress_load (fixture->view.store, &day, NULL, NULL);
  names = sotay_unit_names_new (whole);
  g_assert_true (g_file_set_contents (path, content, -1, NULL));
  fixture->file = g_file_new_for_path (path);
  source = sotay_roster_source_new_file (fixture->file);
  fixture->window = SOTAY_IMPORT_WINDOW (sotay_import_window_new (fixture->view.window, fixture->view.store, names,
                                                                  source, NULL));
  gtk_window_present (GTK_WINDOW (fixture->window));
}

static void
tear_down (Fixture *fixture, gconstpointer content)
{
  g_clear_object (&fixture->file);
  g_clear_object (&fixture->office);
  view_fixture_tear_down (&fixture->view);
}

static gpointer
get_child (Fixture *fixture, const char *name)
{
  return gtk_widget_get_template_child (GTK_WIDGET (fixture->window), SOTAY_TYPE_IMPORT_WINDOW, name);
}

static gpointer
get_list_child (Fixture *fixture, const char *name)
{
  return gtk_widget_get_template_child (get_child (fixture, "list"), SOTAY_TYPE_IMPORT_LIST, name);
}

static GListModel *
get_rows (Fixture *fixture)
{
  return G_LIST_MODEL (gtk_column_view_get_model (get_list_child (fixture, "column_view")));
}

static void
show_all (Fixture *fixture)
{
  gtk_drop_down_set_selected (get_list_child (fixture, "filter"), 0);
}

static gboolean
has_page (gpointer data)
{
  Fixture *fixture = data;

  return !g_str_equal (gtk_stack_get_visible_child_name (get_child (fixture, "stack")), "reading");
}

static void
wait_for_page (Fixture *fixture, const char *page)
{
  view_wait (has_page, fixture);
  g_assert_cmpstr (gtk_stack_get_visible_child_name (get_child (fixture, "stack")), ==, page);
}

static void
assert_button (Fixture *fixture, const char *label, gboolean sensitive)
{
  GtkWidget *button = get_child (fixture, "import_button");

  g_assert_cmpstr (gtk_button_get_label (GTK_BUTTON (button)), ==, label);
  g_assert_true (gtk_widget_get_sensitive (button) == sensitive);
}

static gboolean
is_done (gpointer data)
{
  return g_str_equal (gtk_stack_get_visible_child_name (get_child (data, "stack")), "done");
}

static gboolean
is_outdated (gpointer data)
{
  return gtk_widget_get_visible (get_child (data, "notice"));
}

static gint64
count_staff (Fixture *fixture)
{
  g_autoptr (SotayStaffQuery) everyone = sotay_staff_query_new (NULL, SOTAY_STAFF_ALL, NULL, NULL);

  return sotay_store_count_staff (fixture->view.store, everyone, NULL, NULL);
}

static const char three_kinds[] = "Họ và tên;Năm sinh;Đơn vị\n"
                                  "Nguyễn Thị Hòa;1980;Văn phòng\n"
                                  "Đặng Minh An;1970;Văn phòng\n"
                                  ";1970;Văn phòng\n";

static void
test_import (Fixture *fixture, gconstpointer data)
{
  g_autoptr (SotayStep) undone = NULL;

  wait_for_page (fixture, "preview");
  /* Who is asked about is seen first. */
  g_assert_cmpuint (g_list_model_get_n_items (get_rows (fixture)), ==, 1);
  g_assert_cmpstr (gtk_label_get_text (get_list_child (fixture, "counts_label")), ==,
                   "1 thêm mới, 1 cần hỏi, 1 không nhập được");
  show_all (fixture);
  g_assert_cmpuint (g_list_model_get_n_items (get_rows (fixture)), ==, 3);
  assert_button (fixture, "Nhập 1 người", TRUE);
  g_assert_cmpint (count_staff (fixture), ==, 1);
  g_signal_emit_by_name (get_child (fixture, "import_button"), "clicked");
  view_wait (is_done, fixture);
  g_assert_nonnull (view_find_button (GTK_WIDGET (fixture->window), "Lưu các dòng chưa nhập…"));
  gtk_window_close (GTK_WINDOW (fixture->window));
  view_wait_for_no_window (SOTAY_TYPE_IMPORT_WINDOW);
  g_assert_cmpint (count_staff (fixture), ==, 2);
  g_assert_cmpuint (fixture->view.toasts->len, ==, 1);
  undone = sotay_store_undo (fixture->view.store, 0, NULL, NULL);
  g_assert_cmpint (sotay_step_get_kind (undone), ==, SOTAY_STEP_IMPORT_STAFF);
  g_assert_cmpint (count_staff (fixture), ==, 1);
}

static void
test_decide (Fixture *fixture, gconstpointer data)
{
  GtkSelectionModel *rows;
  g_autoptr (SotayRosterRow) namesake = NULL;
  g_autoptr (SotayRosterRow) nameless = NULL;

  wait_for_page (fixture, "preview");
  show_all (fixture);
  rows = GTK_SELECTION_MODEL (get_rows (fixture));
  namesake = g_list_model_get_item (G_LIST_MODEL (rows), 1);
  nameless = g_list_model_get_item (G_LIST_MODEL (rows), 2);
  g_assert_cmpint (sotay_roster_row_get_decision (namesake), ==, SOTAY_ROSTER_ASK);
  gtk_selection_model_select_all (rows);
  gtk_widget_activate_action (get_child (fixture, "list"), "import.other", NULL);
  g_assert_cmpint (sotay_roster_row_get_decision (namesake), ==, SOTAY_ROSTER_ADD);
  g_assert_cmpint (sotay_roster_row_get_decision (nameless), ==, SOTAY_ROSTER_REJECT);
  assert_button (fixture, "Nhập 2 người", TRUE);
  gtk_widget_activate_action (get_child (fixture, "list"), "import.same", NULL);
  g_assert_cmpint (sotay_roster_row_get_decision (namesake), ==, SOTAY_ROSTER_UPDATE);
  gtk_widget_activate_action (get_child (fixture, "list"), "import.skip", NULL);
  assert_button (fixture, "Nhập 0 người", FALSE);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
}

static void
test_filter (Fixture *fixture, gconstpointer data)
{
  g_autoptr (SotayRosterRow) row = NULL;

  wait_for_page (fixture, "preview");
  gtk_drop_down_set_selected (get_list_child (fixture, "filter"), 2);
  g_assert_cmpuint (g_list_model_get_n_items (get_rows (fixture)), ==, 1);
  row = g_list_model_get_item (get_rows (fixture), 0);
  g_assert_cmpint (sotay_roster_row_get_reason (row), ==, SOTAY_ROSTER_REASON_NO_NAME);
  show_all (fixture);
  g_assert_cmpuint (g_list_model_get_n_items (get_rows (fixture)), ==, 3);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
}

static void
test_unit_for_the_rest (Fixture *fixture, gconstpointer data)
{
  wait_for_page (fixture, "preview");
  assert_button (fixture, "Nhập 1 người", TRUE);
  view_choose_unit (get_child (fixture, "unit_row"), "Không có: không nhận các dòng này");
  wait_for_page (fixture, "preview");
  assert_button (fixture, "Nhập 0 người", FALSE);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
}

static void
test_refused (Fixture *fixture, gconstpointer data)
{
  wait_for_page (fixture, "error");
  g_assert_false (gtk_widget_get_sensitive (get_child (fixture, "import_button")));
  g_assert_nonnull (view_find_button (GTK_WIDGET (fixture->window), "Thử lại"));
  /* The person mends the file in another program and tries again. */
  g_assert_true (g_file_set_contents (g_file_peek_path (fixture->file), three_kinds, -1, NULL));
  g_signal_emit_by_name (view_find_button (GTK_WIDGET (fixture->window), "Thử lại"), "clicked");
  wait_for_page (fixture, "preview");
  gtk_window_destroy (GTK_WINDOW (fixture->window));
}

/* Without a heading the person says what the columns hold. */
static void
test_columns (Fixture *fixture, gconstpointer data)
{
  GtkWidget *grid;

  wait_for_page (fixture, "preview");
  assert_button (fixture, "Nhập 0 người", FALSE);
  g_assert_cmpstr (adw_view_stack_get_visible_child_name (get_child (fixture, "pages")), ==, "columns");
  grid = adw_bin_get_child (get_child (fixture, "table"));
  gtk_drop_down_set_selected (GTK_DROP_DOWN (gtk_grid_get_child_at (GTK_GRID (grid), 1, 0)), 1);
  wait_for_page (fixture, "preview");
  assert_button (fixture, "Nhập 2 người", TRUE);
  g_signal_emit_by_name (get_child (fixture, "import_button"), "clicked");
  view_wait_for_no_window (SOTAY_TYPE_IMPORT_WINDOW);
  g_assert_cmpint (count_staff (fixture), ==, 3);
}

/* A namesake is decided on; then another program adds one of the others, and the plan is made anew. */
static void
test_outdated (Fixture *fixture, gconstpointer data)
{
  g_autoptr (SotayRosterRow) row = NULL;

  wait_for_page (fixture, "preview");
  show_all (fixture);
  row = g_list_model_get_item (get_rows (fixture), 1);
  g_assert_cmpint (sotay_roster_row_get_decision (row), ==, SOTAY_ROSTER_ASK);
  gtk_selection_model_select_item (GTK_SELECTION_MODEL (get_rows (fixture)), 1, TRUE);
  gtk_widget_activate_action (get_child (fixture, "list"), "import.other", NULL);
  g_object_unref (fixture_add_staff (fixture->view.store, fixture->office, "Nguyễn Thị Hòa"));
  g_signal_emit_by_name (get_child (fixture, "import_button"), "clicked");
  view_wait (is_outdated, fixture);
  wait_for_page (fixture, "preview");
  g_assert_cmpint (count_staff (fixture), ==, 2);
  g_clear_object (&row);
  show_all (fixture);
  row = g_list_model_get_item (get_rows (fixture), 0);
  g_assert_cmpint (sotay_roster_row_get_decision (row), ==, SOTAY_ROSTER_ASK);
  g_clear_object (&row);
  row = g_list_model_get_item (get_rows (fixture), 1);
  g_assert_cmpint (sotay_roster_row_get_decision (row), ==, SOTAY_ROSTER_ADD);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
}

/* A kind of employment that is not known is asked about, with what the list calls it. */
static void
test_employment (Fixture *fixture, gconstpointer data)
{
  g_autoptr (SotayRosterRow) row = NULL;
  AdwMessageDialog *dialog;

  wait_for_page (fixture, "preview");
  view_wait_for_label (GTK_WIDGET (fixture->window), "Loại lao động chưa rõ, đang để trống: “Tạm tuyển”");
  g_signal_emit_by_name (view_find_button (GTK_WIDGET (fixture->window), "Chọn loại…"), "clicked");
  dialog = view_find_window (ADW_TYPE_MESSAGE_DIALOG);
  g_assert_nonnull (view_find_label (GTK_WIDGET (dialog), "Tạm tuyển"));
  adw_combo_row_set_selected (view_find (GTK_WIDGET (dialog), ADW_TYPE_COMBO_ROW),
                              sotay_staff_choice_find (SOTAY_STAFF_EMPLOYMENT, "worker"));
  adw_message_dialog_response (dialog, "accept");
  gtk_window_destroy (GTK_WINDOW (dialog));
  wait_for_page (fixture, "preview");
  view_wait_for_label (GTK_WIDGET (fixture->window), "Loại lao động theo lựa chọn của bạn: “Tạm tuyển”");
  row = g_list_model_get_item (get_rows (fixture), 0);
  g_assert_cmpstr (sotay_staff_get_field (sotay_roster_row_get_staff (row), SOTAY_STAFF_EMPLOYMENT), ==, "worker");
  gtk_window_destroy (GTK_WINDOW (fixture->window));
}

static void
test_closed_while_reading (Fixture *fixture, gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  g_assert_cmpint (count_staff (fixture), ==, 1);
}

static void
add (const char *path, const char *content, void (*test) (Fixture *, gconstpointer))
{
  g_test_add (path, Fixture, content, set_up, test, tear_down);
}

static void
add_tests (void)
{
  add ("/import-window/import", three_kinds, test_import);
  add ("/import-window/decide", three_kinds, test_decide);
  add ("/import-window/filter", three_kinds, test_filter);
  add ("/import-window/unit-for-the-rest", "Họ và tên\nNguyễn Thị Hòa\n", test_unit_for_the_rest);
  add ("/import-window/empty", "", test_refused);
  add ("/import-window/columns", "Nguyễn Thị Hòa\nTrần Văn Bảy\n", test_columns);
  add ("/import-window/employment", "Họ và tên,Loại lao động\nNguyễn Thị Hòa,Tạm tuyển\n", test_employment);
  add ("/import-window/binary", "%PDF-1.7", test_refused);
  add ("/import-window/outdated", three_kinds, test_outdated);
  add ("/import-window/closed-while-reading", three_kinds, test_closed_while_reading);
}

int
main (int argc, char **argv)
{
  return view_test_run (argc, argv, add_tests);
}
