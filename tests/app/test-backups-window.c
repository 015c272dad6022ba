/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/register/backups-window.h"

#include "fixture.h"
#include "support/test-support.h"
#include "view-support.h"

typedef struct
{
  ViewFixture view;
  SotayUnit *office;
  SotayBackups *backups;
  GtkWidget *window;
} Fixture;

static GtkWidget *
make_plain_view (SotayServices *services)
{
  return gtk_label_new (NULL);
}

static void
open_window (Fixture *fixture)
{
  fixture->window = sotay_backups_window_new (fixture->view.window, fixture->backups);
  gtk_window_present (GTK_WINDOW (fixture->window));
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  view_fixture_set_up (&fixture->view);
  view_fixture_open (&fixture->view, make_plain_view);
  fixture->backups = sotay_services_get_backups (fixture->view.services);
  fixture->office = fixture_add_unit (fixture->view.store, NULL, "Văn phòng");
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_clear_object (&fixture->office);
  view_fixture_tear_down (&fixture->view);
}

static gpointer
get_child (Fixture *fixture, const char *name)
{
  return gtk_widget_get_template_child (fixture->window, SOTAY_TYPE_BACKUPS_WINDOW, name);
}

static gboolean
is_loaded (gpointer data)
{
  return !g_str_equal (gtk_stack_get_visible_child_name (get_child (data, "stack")), "loading");
}

static guint
count_rows (Fixture *fixture)
{
  guint count = 0;

  while (gtk_list_box_get_row_at_index (get_child (fixture, "list"), (int) count) != NULL)
    count++;
  return count;
}

static gboolean
has_one_row (gpointer data)
{
  return count_rows (data) == 1;
}

static gboolean
has_three_rows (gpointer data)
{
  return count_rows (data) == 3;
}

static gint64
count_staff (Fixture *fixture)
{
  g_autoptr (SotayStaffQuery) everyone = sotay_staff_query_new (NULL, SOTAY_STAFF_ALL, NULL, NULL);

  return sotay_store_count_staff (fixture->view.store, everyone, NULL, NULL);
}

static gboolean
has_one_person (gpointer data)
{
  return count_staff (data) == 1;
}

static gboolean
has_nobody (gpointer data)
{
  return count_staff (data) == 0;
}

static void
test_empty_then_made (Fixture *fixture, gconstpointer data)
{
  open_window (fixture);
  view_wait (is_loaded, fixture);
  g_assert_cmpstr (gtk_stack_get_visible_child_name (get_child (fixture, "stack")), ==, "empty");
  g_signal_emit_by_name (get_child (fixture, "make_button"), "clicked");
  view_wait (has_one_row, fixture);
  g_assert_cmpstr (gtk_stack_get_visible_child_name (get_child (fixture, "stack")), ==, "list");
  g_assert_false (gtk_widget_get_visible (get_child (fixture, "work_box")));
  g_assert_true (gtk_widget_get_sensitive (get_child (fixture, "make_button")));
  gtk_window_close (GTK_WINDOW (fixture->window));
}

/* The comparison first, then the register of then, then the way back. */
static void
test_restore_and_undo (Fixture *fixture, gconstpointer data)
{
  g_autoptr (SotayBackup) made = NULL;
  GtkWidget *dialog;
  GtkWidget *undo;

  made = sotay_backups_make (fixture->backups, SOTAY_BACKUP_BY_HAND, NULL, NULL, NULL);
  g_object_unref (fixture_add_staff (fixture->view.store, fixture->office, "Đặng Minh An"));
  open_window (fixture);
  view_wait (has_one_row, fixture);
  gtk_widget_activate_action (fixture->window, "backups.restore", "s", sotay_backup_get_id (made));
  view_wait_for_window (ADW_TYPE_MESSAGE_DIALOG);
  dialog = view_find_window (ADW_TYPE_MESSAGE_DIALOG);
  g_assert_nonnull (g_strrstr (adw_message_dialog_get_body (ADW_MESSAGE_DIALOG (dialog)), ": 1. "));
  g_assert_nonnull (g_strrstr (adw_message_dialog_get_body (ADW_MESSAGE_DIALOG (dialog)), "Đặng Minh An"));
  adw_message_dialog_response (ADW_MESSAGE_DIALOG (dialog), "restore");
  gtk_window_destroy (GTK_WINDOW (dialog));
  view_wait (has_nobody, fixture);
  view_wait_for_label (fixture->window, data);
  undo = view_find_button (fixture->window, "Hoàn tác");
  g_assert_nonnull (undo);
  g_signal_emit_by_name (undo, "clicked");
  view_wait (has_one_person, fixture);
  view_wait (has_three_rows, fixture);
  gtk_window_close (GTK_WINDOW (fixture->window));
}

static void
test_not_restored (Fixture *fixture, gconstpointer data)
{
  g_autoptr (SotayBackup) made = NULL;
  GtkWidget *dialog;

  made = sotay_backups_make (fixture->backups, SOTAY_BACKUP_BY_HAND, NULL, NULL, NULL);
  g_object_unref (fixture_add_staff (fixture->view.store, fixture->office, "Đặng Minh An"));
  open_window (fixture);
  view_wait (has_one_row, fixture);
  gtk_widget_activate_action (fixture->window, "backups.restore", "s", sotay_backup_get_id (made));
  view_wait_for_window (ADW_TYPE_MESSAGE_DIALOG);
  dialog = view_find_window (ADW_TYPE_MESSAGE_DIALOG);
  gtk_window_close (GTK_WINDOW (dialog));
  view_wait_for_no_window (ADW_TYPE_MESSAGE_DIALOG);
  g_assert_cmpint (count_staff (fixture), ==, 1);
  g_assert_cmpuint (count_rows (fixture), ==, 1);
  gtk_window_close (GTK_WINDOW (fixture->window));
}

/* What cannot be put back says so, and offers no button. */
static void
test_damaged (Fixture *fixture, gconstpointer data)
{
  g_autoptr (SotayBackup) made = sotay_backups_make (fixture->backups, SOTAY_BACKUP_BY_HAND, NULL, NULL, NULL);

  g_assert_true (g_file_set_contents (sotay_backup_get_path (made), "not a database", -1, NULL));
  open_window (fixture);
  view_wait (has_one_row, fixture);
  view_wait_for_label (fixture->window, data);
  g_assert_null (view_find_button (fixture->window, "Khôi phục…"));
  gtk_window_close (GTK_WINDOW (fixture->window));
}

/* A window that goes while a backup is made takes it back. */
static void
test_closed_while_working (Fixture *fixture, gconstpointer data)
{
  open_window (fixture);
  view_wait (is_loaded, fixture);
  g_signal_emit_by_name (get_child (fixture, "make_button"), "clicked");
  gtk_window_close (GTK_WINDOW (fixture->window));
  view_wait_for_no_window (SOTAY_TYPE_BACKUPS_WINDOW);
}

static void
add_tests (void)
{
  g_test_add ("/backups-window/empty-then-made", Fixture, NULL, set_up, test_empty_then_made, tear_down);
  g_test_add ("/backups-window/restore-and-undo", Fixture, "Đã khôi phục bản sao lưu", set_up, test_restore_and_undo,
              tear_down);
  g_test_add ("/backups-window/not-restored", Fixture, NULL, set_up, test_not_restored, tear_down);
  g_test_add ("/backups-window/damaged", Fixture, "Bị hỏng: không khôi phục được.", set_up, test_damaged, tear_down);
  g_test_add ("/backups-window/closed-while-working", Fixture, NULL, set_up, test_closed_while_working, tear_down);
}

int
main (int argc, char **argv)
{
  return view_test_run (argc, argv, add_tests);
}
