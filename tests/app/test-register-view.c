/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/register/register-view.h"

#include "app/register/import-window.h"
#include "app/register/staff-dialog.h"
#include "app/register/staff-page.h"
#include "app/register/staff-table.h"
#include "app/register/trained-dialog.h"
#include "app/register/unit-chooser.h"
#include "app/register/unit-dialog.h"
#include "app/register/unit-tree.h"
#include "app/view.h"
#include "app/widgets/field-row.h"
#include "app/widgets/notice.h"
#include "core/dates.h"
#include "core/paths.h"
#include "fixture.h"
#include "view-support.h"

#include <glib/gstdio.h>
#include <string.h>

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

static SotayStaffTable *
get_table (ViewFixture *fixture)
{
  return view_find (fixture->view, SOTAY_TYPE_STAFF_TABLE);
}

static GtkSelectionModel *
get_model (ViewFixture *fixture)
{
  return gtk_column_view_get_model (view_find (GTK_WIDGET (get_table (fixture)), GTK_TYPE_COLUMN_VIEW));
}

typedef struct
{
  ViewFixture *fixture;
  guint n_people;
  guint n_selected;
} Expectation;

static gboolean
shows_people (gpointer data)
{
  Expectation *expected = data;
  SotayStaffList *list = sotay_staff_table_get_list (get_table (expected->fixture));

  return list != NULL && g_list_model_get_n_items (G_LIST_MODEL (list)) == expected->n_people
         && sotay_staff_table_get_n_selected (get_table (expected->fixture)) == expected->n_selected;
}

static void
wait_for_people (ViewFixture *fixture, guint n_people, guint n_selected)
{
  Expectation expected = { fixture, n_people, n_selected };

  view_wait (shows_people, &expected);
}

static const char *
name_at (ViewFixture *fixture, guint position)
{
  g_autoptr (SotayStaffRow) row = g_list_model_get_item (G_LIST_MODEL (get_model (fixture)), position);

  return sotay_staff_get_name (sotay_staff_row_get_staff (row));
}

static gboolean
is_visible (gpointer widget)
{
  return gtk_widget_get_visible (widget);
}

static void
do_action (ViewFixture *fixture, const char *action)
{
  GtkWidget *page = view_find (fixture->view, SOTAY_TYPE_STAFF_PAGE);

  g_assert_true (gtk_widget_activate_action (page, action, NULL));
}

static guint
count_staff (ViewFixture *fixture, gboolean untrained_only)
{
  SotayStaffScope scope = untrained_only ? SOTAY_STAFF_UNTRAINED : SOTAY_STAFF_ALL;
  g_autoptr (SotayStaffQuery) query = sotay_staff_query_new (NULL, scope, NULL, NULL);

  return sotay_store_count_staff (fixture->store, query, NULL, NULL);
}

/* A ward with an office and three people, shown. */
static SotayUnit *
add_three (ViewFixture *fixture)
{
  g_autoptr (SotayUnit) ward = fixture_add_unit (fixture->store, NULL, "Phường Hải Tân");
  SotayUnit *office = fixture_add_unit (fixture->store, ward, "Văn phòng");

  g_object_unref (fixture_add_staff (fixture->store, office, "Nguyễn Văn Yên"));
  g_object_unref (fixture_add_staff (fixture->store, office, "Trần Thị Ánh"));
  g_object_unref (fixture_add_staff (fixture->store, ward, "Lê Đức Bình"));
  wait_for_people (fixture, 3, 0);
  return office;
}

static void
add_many (ViewFixture *fixture, guint count)
{
  g_autoptr (SotayUnit) ward = fixture_add_unit (fixture->store, NULL, "Phường Hải Tân");
  SotayStep *step = sotay_step_new (SOTAY_STEP_IMPORT_STAFF, "danh-sach.csv");

  for (guint i = 0; i < count; i++)
    {
      g_autofree char *name = g_strdup_printf ("Nguyễn Văn %05u", i);
      g_autoptr (SotayStaff) staff = sotay_staff_new (NULL, name, sotay_unit_get_id (ward));

      sotay_step_add (step, SOTAY_RECORD_STAFF, sotay_staff_get_id (staff), NULL, sotay_staff_to_record (staff));
    }
  fixture_apply (fixture->store, step);
  wait_for_people (fixture, count, 0);
}

/* As a press of the button: the answer alone leaves the dialog open. */
static void
respond (AdwMessageDialog *dialog, const char *response)
{
  adw_message_dialog_response (dialog, response);
  gtk_window_destroy (GTK_WINDOW (dialog));
}

static void
test_first_unit (ViewFixture *fixture, gconstpointer data)
{
  SotayUnitDialog *dialog;

  view_wait_for_label (fixture->view, "Ai đã được tập huấn?");
  g_assert_nonnull (view_find_button (fixture->view, "Thêm đơn vị của bạn…"));
  gtk_widget_activate_action (fixture->view, "register.add-unit", NULL);
  view_wait_for_window (SOTAY_TYPE_UNIT_DIALOG);
  dialog = view_find_window (SOTAY_TYPE_UNIT_DIALOG);
  g_assert_false (adw_message_dialog_get_response_enabled (ADW_MESSAGE_DIALOG (dialog), "save"));
  sotay_field_row_set_text (view_find (GTK_WIDGET (dialog), SOTAY_TYPE_FIELD_ROW), "  Phường   Hải Tân ");
  g_assert_true (adw_message_dialog_get_response_enabled (ADW_MESSAGE_DIALOG (dialog), "save"));
  respond (ADW_MESSAGE_DIALOG (dialog), "save");
  view_wait_for_toast (fixture, "Thêm đơn vị: Phường Hải Tân");
  view_wait_for_label (fixture->view, "Phường Hải Tân");
  g_assert_nonnull (sotay_unit_tree_get_unit_id (view_find (fixture->view, SOTAY_TYPE_UNIT_TREE)));
  view_wait_for_label (fixture->view, "Chưa có ai");
}

static void
test_order_and_head (ViewFixture *fixture, gconstpointer data)
{
  g_autoptr (SotayUnit) office = add_three (fixture);
  SotayUnitTree *tree = view_find (fixture->view, SOTAY_TYPE_UNIT_TREE);

  g_assert_cmpstr (name_at (fixture, 0), ==, "Trần Thị Ánh");
  g_assert_cmpstr (name_at (fixture, 2), ==, "Nguyễn Văn Yên");
  view_wait_for_label (fixture->view, "Còn lại 3 người");
  sotay_unit_tree_set_unit_id (tree, sotay_unit_get_id (office));
  wait_for_people (fixture, 2, 0);
  view_wait_for_label (fixture->view, "Còn lại 2 người");
}

static void
test_unit_is_remembered (ViewFixture *fixture, gconstpointer data)
{
  g_autoptr (SotayUnit) office = add_three (fixture);
  SotayUnitTree *tree = view_find (fixture->view, SOTAY_TYPE_UNIT_TREE);

  sotay_unit_tree_set_unit_id (tree, sotay_unit_get_id (office));
  gtk_window_set_child (fixture->window, NULL);
  fixture->view = sotay_register_view_new (fixture->services);
  gtk_window_set_child (fixture->window, fixture->view);
  wait_for_people (fixture, 2, 0);
  tree = view_find (fixture->view, SOTAY_TYPE_UNIT_TREE);
  g_assert_cmpstr (sotay_unit_tree_get_unit_id (tree), ==, sotay_unit_get_id (office));
}

static void
test_search (ViewFixture *fixture, gconstpointer data)
{
  g_autoptr (SotayUnit) office = add_three (fixture);
  GtkEditable *entry = view_find (view_find (fixture->view, SOTAY_TYPE_STAFF_PAGE), GTK_TYPE_SEARCH_ENTRY);

  sotay_view_search (SOTAY_VIEW (fixture->view));
  gtk_editable_set_text (entry, "anh");
  wait_for_people (fixture, 1, 0);
  g_assert_cmpstr (name_at (fixture, 0), ==, "Trần Thị Ánh");
  gtk_editable_set_text (entry, "khong co ai");
  view_wait_for_label (fixture->view, "Không tìm thấy ai");
  g_assert_true (sotay_view_go_back (SOTAY_VIEW (fixture->view)));
  wait_for_people (fixture, 3, 0);
  g_assert_cmpstr (gtk_editable_get_text (entry), ==, "");
}

static void
mark_selected (ViewFixture *fixture, const char *day)
{
  SotayTrainedDialog *dialog;

  do_action (fixture, "staff.mark");
  view_wait_for_window (SOTAY_TYPE_TRAINED_DIALOG);
  dialog = view_find_window (SOTAY_TYPE_TRAINED_DIALOG);
  if (day != NULL)
    sotay_field_row_set_text (view_find (GTK_WIDGET (dialog), SOTAY_TYPE_FIELD_ROW), day);
  respond (ADW_MESSAGE_DIALOG (dialog), "mark");
}

static void
test_mark (ViewFixture *fixture, gconstpointer data)
{
  g_autoptr (SotayUnit) office = add_three (fixture);
  g_autoptr (GPtrArray) people = NULL;

  gtk_selection_model_select_item (get_model (fixture), 0, TRUE);
  gtk_selection_model_select_item (get_model (fixture), 2, FALSE);
  mark_selected (fixture, "05032024");
  view_wait_for_toast (fixture, "Đánh dấu đã tập huấn: 2 người");
  view_wait_for_label (fixture->view, "Còn lại 1 người");
  view_wait_for_label (fixture->view, "05/3/2024");
  /* Who was selected still is, so that a slip can be taken back at once. */
  wait_for_people (fixture, 3, 2);
  people = sotay_staff_table_dup_selected (get_table (fixture));
  g_assert_cmpstr (sotay_staff_get_name (people->pdata[1]), ==, "Nguyễn Văn Yên");
  g_assert_cmpstr (sotay_staff_get_field (people->pdata[1], SOTAY_STAFF_TRAINED_ON), ==, "2024-03-05");
  do_action (fixture, "staff.unmark");
  view_wait_for_label (fixture->view, "Còn lại 3 người");
}

static void
test_bad_day (ViewFixture *fixture, gconstpointer data)
{
  g_autoptr (SotayUnit) office = add_three (fixture);
  AdwMessageDialog *dialog;
  SotayFieldRow *row;

  gtk_selection_model_select_item (get_model (fixture), 0, TRUE);
  do_action (fixture, "staff.mark");
  view_wait_for_window (SOTAY_TYPE_TRAINED_DIALOG);
  dialog = view_find_window (SOTAY_TYPE_TRAINED_DIALOG);
  row = view_find (GTK_WIDGET (dialog), SOTAY_TYPE_FIELD_ROW);
  g_assert_true (adw_message_dialog_get_response_enabled (dialog, "mark"));
  sotay_field_row_set_text (row, "31/2/2024");
  g_assert_true (sotay_field_row_has_problem (row));
  g_assert_false (adw_message_dialog_get_response_enabled (dialog, "mark"));
  sotay_field_row_set_text (row, "01/01/2199");
  g_assert_true (sotay_field_row_has_problem (row));
  sotay_field_row_set_text (row, "hôm nay");
  g_assert_false (sotay_field_row_has_problem (row));
  g_assert_true (adw_message_dialog_get_response_enabled (dialog, "mark"));
  gtk_window_close (GTK_WINDOW (dialog));
  view_wait_for_no_window (SOTAY_TYPE_TRAINED_DIALOG);
  g_assert_cmpuint (count_staff (fixture, TRUE), ==, 3);
}

static void
test_untrained (ViewFixture *fixture, gconstpointer data)
{
  g_autoptr (SotayUnit) office = add_three (fixture);
  GtkWidget *page = view_find (fixture->view, SOTAY_TYPE_STAFF_PAGE);

  gtk_widget_activate_action (page, "staff.show-scope", "s", "untrained");
  gtk_selection_model_select_item (get_model (fixture), 1, TRUE);
  mark_selected (fixture, NULL);
  wait_for_people (fixture, 2, 0);
  gtk_selection_model_select_all (get_model (fixture));
  mark_selected (fixture, NULL);
  view_wait_for_label (fixture->view, "Đã tập huấn đủ");
}

static void
test_remove (ViewFixture *fixture, gconstpointer data)
{
  g_autoptr (SotayUnit) office = add_three (fixture);
  g_autoptr (SotayStep) undone = NULL;

  gtk_selection_model_select_item (get_model (fixture), 0, TRUE);
  do_action (fixture, "staff.remove");
  view_wait_for_toast (fixture, "Xóa người: Trần Thị Ánh");
  wait_for_people (fixture, 2, 0);
  undone = sotay_store_undo (fixture->store, 0, NULL, NULL);
  wait_for_people (fixture, 3, 0);
}

static void
test_remove_unit (ViewFixture *fixture, gconstpointer data)
{
  g_autoptr (SotayUnit) office = add_three (fixture);
  SotayUnitTree *tree = view_find (fixture->view, SOTAY_TYPE_UNIT_TREE);
  g_autoptr (SotayStep) undone = NULL;

  sotay_unit_tree_set_unit_id (tree, sotay_unit_get_id (office));
  gtk_widget_activate_action (fixture->view, "register.remove-unit", NULL);
  view_wait_for_toast (fixture, "Xóa đơn vị: Văn phòng");
  wait_for_people (fixture, 1, 0);
  g_assert_null (sotay_unit_tree_get_unit_id (tree));
  undone = sotay_store_undo (fixture->store, 0, NULL, NULL);
  wait_for_people (fixture, 3, 0);
}

/* The unit that was chosen goes, whatever is chosen while its staff is read. */
static void
test_remove_unit_and_choose (ViewFixture *fixture, gconstpointer data)
{
  g_autoptr (SotayUnit) office = add_three (fixture);
  SotayUnitTree *tree = view_find (fixture->view, SOTAY_TYPE_UNIT_TREE);

  sotay_unit_tree_set_unit_id (tree, sotay_unit_get_id (office));
  gtk_widget_activate_action (fixture->view, "register.remove-unit", NULL);
  sotay_unit_tree_set_unit_id (tree, sotay_unit_get_parent_id (office));
  view_wait_for_toast (fixture, "Xóa đơn vị: Văn phòng");
  wait_for_people (fixture, 1, 0);
}

static gboolean
is_scrolled_to (gpointer data)
{
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (view_find (data, GTK_TYPE_SCROLLED_WINDOW));

  return gtk_adjustment_get_upper (adjustment) > 100000 && gtk_adjustment_get_value (adjustment) == 54321;
}

static void
scroll (ViewFixture *fixture)
{
  GtkWidget *table = GTK_WIDGET (get_table (fixture));
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (view_find (table, GTK_TYPE_SCROLLED_WINDOW));

  gtk_test_widget_wait_for_draw (table);
  gtk_adjustment_set_value (adjustment, 54321);
  gtk_test_widget_wait_for_draw (table);
}

static void
test_place_is_kept (ViewFixture *fixture, gconstpointer data)
{
  SotayStaffList *list;
  gpointer before;

  add_many (fixture, 10000);
  scroll (fixture);
  list = sotay_staff_table_get_list (get_table (fixture));
  before = list;
  g_object_add_weak_pointer (G_OBJECT (list), &before);
  g_object_unref (fixture_add_unit (fixture->store, NULL, "Phường Tân Bình"));
  while (before != NULL)
    g_main_context_iteration (NULL, TRUE);
  view_wait (is_scrolled_to, get_table (fixture));
}

/* Most of the rows have never been loaded when all are selected. */
static void
test_mark_everyone (ViewFixture *fixture, gconstpointer data)
{
  add_many (fixture, 10000);
  gtk_selection_model_select_all (get_model (fixture));
  mark_selected (fixture, NULL);
  view_wait_for_toast (fixture, "Đánh dấu đã tập huấn: 10000 người");
  view_wait_for_label (fixture->view, "Mọi người đã được tập huấn");
  g_assert_cmpuint (count_staff (fixture, TRUE), ==, 0);
  wait_for_people (fixture, 10000, 10000);
}

/* Another program adds someone after all were selected, so that everyone stands elsewhere: nobody may be touched. */
static void
test_list_changed_meanwhile (ViewFixture *fixture, gconstpointer data)
{
  g_autofree char *path = sotay_paths_data ("register.db");
  g_autoptr (SotayStore) other = fixture_store (path);
  g_autoptr (GPtrArray) units = NULL;
  g_autoptr (SotayStaff) newcomer = NULL;

  add_many (fixture, 10000);
  gtk_selection_model_select_all (get_model (fixture));
  gtk_selection_model_unselect_item (get_model (fixture), 9999);
  units = sotay_store_list_units (other, NULL, NULL);
  newcomer = fixture_add_staff (other, units->pdata[0], "An");
  do_action (fixture, "staff.remove");
  view_wait_for_toast (fixture, "Danh sách vừa thay đổi nên chưa làm gì: hãy chọn lại");
  wait_for_people (fixture, 10001, 0);
  g_assert_cmpuint (count_staff (fixture, FALSE), ==, 10001);
}

static void
write_register (const char *content)
{
  g_autofree char *path = sotay_paths_data ("register.db");

  g_assert_true (g_file_set_contents (path, content, -1, NULL));
}

static void
set_up_damaged (ViewFixture *fixture, gconstpointer data)
{
  view_fixture_set_up (fixture);
  write_register ("This is not a register at all, but it is long enough to be looked at.");
  view_fixture_open (fixture, sotay_register_view_new);
}

static void
test_damaged_register (ViewFixture *fixture, gconstpointer data)
{
  g_autofree char *path = sotay_paths_data ("register.db");
  GtkWidget *retry;

  view_wait_for_label (fixture->view, "Không mở được sổ tập huấn");
  g_assert_cmpint (g_remove (path), ==, 0);
  retry = view_find_button (fixture->view, "Thử lại");
  g_assert_nonnull (retry);
  g_signal_emit_by_name (retry, "clicked");
  view_wait_for_label (fixture->view, "Ai đã được tập huấn?");
}

static SotayStaffDialog *
open_dialog (ViewFixture *fixture)
{
  do_action (fixture, "staff.add");
  view_wait_for_window (SOTAY_TYPE_STAFF_DIALOG);
  return view_find_window (SOTAY_TYPE_STAFF_DIALOG);
}

static SotayFieldRow *
get_row (SotayStaffDialog *dialog, const char *name)
{
  return SOTAY_FIELD_ROW (gtk_widget_get_template_child (GTK_WIDGET (dialog), SOTAY_TYPE_STAFF_DIALOG, name));
}

/* The view shows all units, so the dialog offers none. */
static void
choose_unit (SotayStaffDialog *dialog)
{
  GObject *row = gtk_widget_get_template_child (GTK_WIDGET (dialog), SOTAY_TYPE_STAFF_DIALOG, "unit_row");

  g_assert_null (sotay_unit_chooser_get_unit (SOTAY_UNIT_CHOOSER (row)));
  view_choose_unit (GTK_WIDGET (row), "Phường Hải Tân");
}

static void
press (SotayStaffDialog *dialog, const char *name)
{
  g_signal_emit_by_name (gtk_widget_get_template_child (GTK_WIDGET (dialog), SOTAY_TYPE_STAFF_DIALOG, name), "clicked");
}

static void
test_add_person (ViewFixture *fixture, gconstpointer data)
{
  g_autoptr (SotayUnit) office = add_three (fixture);
  SotayStaffDialog *dialog = open_dialog (fixture);

  press (dialog, "save_button");
  view_wait_for_label (GTK_WIDGET (dialog), "Đơn vị – chọn đơn vị của người này");
  choose_unit (dialog);
  press (dialog, "save_button");
  g_assert_true (sotay_field_row_has_problem (get_row (dialog, "name_row")));
  sotay_field_row_set_text (get_row (dialog, "name_row"), "Đặng Thị Chi");
  sotay_field_row_set_text (get_row (dialog, "birth_row"), "19x5");
  sotay_field_row_set_text (get_row (dialog, "trained_row"), "30/2/2024");
  press (dialog, "save_button");
  g_assert_true (sotay_field_row_has_problem (get_row (dialog, "birth_row")));
  g_assert_true (sotay_field_row_has_problem (get_row (dialog, "trained_row")));
  g_assert_cmpuint (count_staff (fixture, FALSE), ==, 3);
  sotay_field_row_set_text (get_row (dialog, "birth_row"), "1975");
  sotay_field_row_set_text (get_row (dialog, "trained_row"), "5.3.24");
  press (dialog, "save_button");
  view_wait_for_toast (fixture, "Thêm người: Đặng Thị Chi");
  view_wait_for_no_window (SOTAY_TYPE_STAFF_DIALOG);
  wait_for_people (fixture, 4, 1);
  g_assert_cmpstr (name_at (fixture, 2), ==, "Đặng Thị Chi");
  g_assert_true (gtk_selection_model_is_selected (get_model (fixture), 2));
}

static void
test_add_another (ViewFixture *fixture, gconstpointer data)
{
  g_autoptr (SotayUnit) office = add_three (fixture);
  SotayStaffDialog *dialog = open_dialog (fixture);

  choose_unit (dialog);
  sotay_field_row_set_text (get_row (dialog, "name_row"), "Đặng Thị Chi");
  sotay_field_row_set_text (get_row (dialog, "position_row"), "Văn thư");
  press (dialog, "another_button");
  view_wait_for_toast (fixture, "Thêm người: Đặng Thị Chi");
  wait_for_people (fixture, 4, 1);
  g_assert_cmpstr (sotay_field_row_get_text (get_row (dialog, "name_row")), ==, "");
  g_assert_cmpstr (sotay_field_row_get_text (get_row (dialog, "position_row")), ==, "Văn thư");
  gtk_window_close (GTK_WINDOW (dialog));
  view_wait_for_no_window (SOTAY_TYPE_STAFF_DIALOG);
}

/* Someone else changed the person while the dialog was open: it stays, with what was typed. */
static void
test_conflict (ViewFixture *fixture, gconstpointer data)
{
  g_autoptr (SotayUnit) office = add_three (fixture);
  g_autoptr (GPtrArray) people = NULL;
  g_autoptr (SotayStaff) changed = NULL;
  SotayStaffDialog *dialog;

  gtk_selection_model_select_item (get_model (fixture), 0, TRUE);
  people = sotay_staff_table_dup_selected (get_table (fixture));
  do_action (fixture, "staff.edit");
  view_wait_for_window (SOTAY_TYPE_STAFF_DIALOG);
  dialog = view_find_window (SOTAY_TYPE_STAFF_DIALOG);
  changed = fixture_change (fixture->store, people->pdata[0], SOTAY_STAFF_POSITION, "Kế toán");
  sotay_field_row_set_text (get_row (dialog, "position_row"), "Văn thư");
  press (dialog, "save_button");
  view_wait (is_visible, view_find (GTK_WIDGET (dialog), SOTAY_TYPE_NOTICE));
  g_assert_cmpstr (sotay_field_row_get_text (get_row (dialog, "position_row")), ==, "Văn thư");
  g_assert_true (gtk_widget_get_sensitive (GTK_WIDGET (gtk_widget_get_template_child (
    GTK_WIDGET (dialog), SOTAY_TYPE_STAFF_DIALOG, "save_button"))));
  gtk_window_close (GTK_WINDOW (dialog));
  view_wait_for_no_window (SOTAY_TYPE_STAFF_DIALOG);
}

static void
test_nothing_to_change (ViewFixture *fixture, gconstpointer data)
{
  g_autoptr (SotayUnit) office = add_three (fixture);

  gtk_selection_model_select_all (get_model (fixture));
  do_action (fixture, "staff.unmark");
  view_wait_for_toast (fixture, "Không có gì phải thay đổi");
}

static void
test_long_name (ViewFixture *fixture, gconstpointer data)
{
  g_autoptr (SotayUnit) office = add_three (fixture);
  SotayStaffDialog *dialog = open_dialog (fixture);
  g_autofree char *name = g_strnfill (10000, 'a');

  choose_unit (dialog);
  sotay_field_row_set_text (get_row (dialog, "name_row"), name);
  press (dialog, "save_button");
  g_assert_true (sotay_field_row_has_problem (get_row (dialog, "name_row")));
  gtk_window_close (GTK_WINDOW (dialog));
  view_wait_for_no_window (SOTAY_TYPE_STAFF_DIALOG);
  g_assert_cmpuint (count_staff (fixture, FALSE), ==, 3);
}

static void
add (const char *path, void (*test) (ViewFixture *, gconstpointer))
{
  g_test_add (path, ViewFixture, NULL, set_up, test, tear_down);
}

static void
add_tests (void)
{
  add ("/register-view/first-unit", test_first_unit);
  add ("/register-view/order-and-head", test_order_and_head);
  add ("/register-view/unit-is-remembered", test_unit_is_remembered);
  add ("/register-view/search", test_search);
  add ("/register-view/mark", test_mark);
  add ("/register-view/bad-day", test_bad_day);
  add ("/register-view/untrained", test_untrained);
  add ("/register-view/remove", test_remove);
  add ("/register-view/remove-unit", test_remove_unit);
  add ("/register-view/remove-unit-and-choose", test_remove_unit_and_choose);
  add ("/register-view/place-is-kept", test_place_is_kept);
  add ("/register-view/mark-everyone", test_mark_everyone);
  add ("/register-view/list-changed-meanwhile", test_list_changed_meanwhile);
  add ("/register-view/add-person", test_add_person);
  add ("/register-view/add-another", test_add_another);
  add ("/register-view/conflict", test_conflict);
  add ("/register-view/nothing-to-change", test_nothing_to_change);
  add ("/register-view/long-name", test_long_name);
  g_test_add ("/register-view/damaged", ViewFixture, NULL, set_up_damaged, test_damaged_register, tear_down);
}

int
main (int argc, char **argv)
{
  return view_test_run (argc, argv, add_tests);
}
