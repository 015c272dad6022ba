/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The tabs of a unit beside the list of staff: sessions, skills, outreach, obstacles and proposals, the log. */
#include "app/register/unit-page.h"

#include "app/register/attendance-page.h"
#include "app/register/log-tab.h"
#include "app/register/log-window.h"
#include "app/register/record-dialog.h"
#include "app/register/records-tab.h"
#include "app/register/skill-matrix.h"
#include "app/widgets/field-row.h"
#include "core/dates.h"
#include "fixture.h"
#include "register/edit-records.h"
#include "register/feedback.h"
#include "register/outreach.h"
#include "register/session.h"
#include "view-names.h"

typedef struct
{
  ViewFixture view;
  SotayUnit *ward;
  SotayStaff *anh;
  SotayStaff *binh;
} Fixture;

static GtkWidget *
make_page (SotayServices *services)
{
  GtkWidget *page = g_object_new (SOTAY_TYPE_UNIT_PAGE, NULL);

  sotay_unit_page_set_services (SOTAY_UNIT_PAGE (page), services);
  return page;
}

/* As the training view does after every change. */
static void
show (Fixture *fixture)
{
  GDate today = sotay_date_today ();
  g_autoptr (SotayUnitProgress) whole = sotay_progress_load (fixture->view.store, &today, NULL, NULL);
  g_autoptr (SotayUnitNames) names = sotay_unit_names_new (whole);

  sotay_unit_page_show (SOTAY_UNIT_PAGE (fixture->view.view), whole, names);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  view_fixture_set_up (&fixture->view);
  fixture->ward = fixture_add_unit (fixture->view.store, NULL, "Phường Hải Tân");
  fixture->anh = fixture_add_staff (fixture->view.store, fixture->ward, "Trần Thị Ánh");
  fixture->binh = fixture_add_staff (fixture->view.store, fixture->ward, "Lê Đức Bình");
  view_fixture_open (&fixture->view, make_page);
  show (fixture);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  view_fixture_tear_down (&fixture->view);
  g_object_unref (fixture->ward);
  g_object_unref (fixture->anh);
  g_object_unref (fixture->binh);
}

static GtkWidget *
open_tab (Fixture *fixture, const char *name)
{
  return GTK_WIDGET (sotay_unit_page_show_tab (SOTAY_UNIT_PAGE (fixture->view.view), name));
}

static SotayRecord *
add_record (Fixture *fixture, SotayRecordKind kind, const guint *fields, const char *const *values)
{
  SotayRecord *record = sotay_record_new (kind, NULL);

  for (guint i = 0; values[i] != NULL; i++)
    {
      SotayRecord *changed = sotay_record_with (record, fields[i], values[i]);

      g_object_unref (record);
      record = changed;
    }
  fixture_apply (fixture->view.store, sotay_edit_add_record (record, NULL));
  return record;
}

static SotayRecord *
add_session (Fixture *fixture, const char *title, const char *day)
{
  const guint fields[] = { SOTAY_SESSION_TITLE, SOTAY_SESSION_DAY, SOTAY_SESSION_UTILITIES, SOTAY_SESSION_UNIT_ID };
  const char *values[] = { title, day, "U1 U2", sotay_unit_get_id (fixture->ward), NULL };

  return add_record (fixture, SOTAY_RECORD_SESSION, fields, values);
}

static void
attend (Fixture *fixture, SotayRecord *session, SotayStaff *staff, const char *status)
{
  g_autoptr (GPtrArray) before = g_ptr_array_new ();
  const char *ids[] = { sotay_staff_get_id (staff), NULL };

  fixture_apply (fixture->view.store, sotay_edit_record_attendance (session, before, ids, status, NULL, NULL));
}

static guint
count_records (Fixture *fixture, SotayRecordKind kind)
{
  g_autoptr (GPtrArray) records = sotay_store_list_records (fixture->view.store, kind, -1, NULL, NULL, NULL);

  return records->len;
}

typedef struct
{
  Fixture *fixture;
  SotayRecordKind kind;
  guint count;
} Count;

static gboolean
has_count (gpointer data)
{
  Count *count = data;

  return count_records (count->fixture, count->kind) == count->count;
}

static void
wait_for_count (Fixture *fixture, SotayRecordKind kind, guint expected)
{
  Count count = { fixture, kind, expected };

  view_wait (has_count, &count);
}

static gboolean
has_selected (gpointer tab)
{
  return sotay_records_tab_get_selected (tab) != NULL;
}

static void
select_record (GtkWidget *tab, SotayRecord *record)
{
  sotay_records_tab_reveal (SOTAY_RECORDS_TAB (tab), sotay_record_get_id (record));
  view_wait (has_selected, tab);
}

static void
press_save (GtkWidget *dialog)
{
  GtkWidget *button = GTK_WIDGET (gtk_widget_get_template_child (dialog, SOTAY_TYPE_RECORD_DIALOG, "save_button"));

  g_signal_emit_by_name (button, "clicked");
}

static SotayFieldRow *
find_row (GtkWidget *root, guint place)
{
  g_autoptr (GPtrArray) waiting = g_ptr_array_new ();
  guint n_found = 0;

  g_ptr_array_add (waiting, root);
  while (waiting->len > 0)
    {
      GtkWidget *widget = g_ptr_array_steal_index (waiting, waiting->len - 1);

      if (SOTAY_IS_FIELD_ROW (widget) && n_found++ == place)
        return SOTAY_FIELD_ROW (widget);
      for (GtkWidget *child = gtk_widget_get_last_child (widget); child != NULL;
           child = gtk_widget_get_prev_sibling (child))
        g_ptr_array_add (waiting, child);
    }
  g_assert_not_reached ();
}

/* The list says who came; the page of a session takes attendance; a session that goes comes back whole. */
static void
test_sessions (Fixture *fixture, gconstpointer data)
{
  g_autoptr (SotayRecord) session = add_session (fixture, "Lớp đợt 1", "2024-03-05");
  GtkWidget *tab = open_tab (fixture, "sessions");

  attend (fixture, session, fixture->anh, "present");
  attend (fixture, session, fixture->binh, "absent");
  show (fixture);
  view_wait_for_label (tab, "Lớp đợt 1");
  view_wait_for_label (tab, "1/2");
  select_record (tab, session);
  g_assert_true (gtk_widget_activate_action (tab, "sessions.attend", NULL));
  view_wait_for_label (tab, "1 / 2");
  g_assert_true (gtk_widget_activate_action (sotay_records_tab_get_page (SOTAY_RECORDS_TAB (tab)), "attendance.close",
                                             NULL));
  g_assert_null (sotay_records_tab_get_page (SOTAY_RECORDS_TAB (tab)));
  g_assert_true (gtk_widget_activate_action (tab, "records.remove", NULL));
  wait_for_count (fixture, SOTAY_RECORD_SESSION, 0);
  g_assert_cmpuint (count_records (fixture, SOTAY_RECORD_ATTENDANCE), ==, 0);
  g_object_unref (sotay_store_undo (fixture->view.store, 0, NULL, NULL));
  g_assert_cmpuint (count_records (fixture, SOTAY_RECORD_ATTENDANCE), ==, 2);
}

/* A change leaves the list of the same sessions as it is, but for the one that was changed, which stays selected. */
static void
test_changed_session (Fixture *fixture, gconstpointer data)
{
  g_autoptr (SotayRecord) other = add_session (fixture, "Lớp khác", "2024-03-06");
  g_autoptr (SotayRecord) session = add_session (fixture, "Lớp đợt 1", "2024-03-05");
  g_autoptr (SotayRecord) renamed = sotay_record_with (session, SOTAY_SESSION_TITLE, "Lớp đã đổi tên");
  GtkWidget *tab = open_tab (fixture, "sessions");
  GtkListView *list = view_find (tab, GTK_TYPE_LIST_VIEW);
  GtkSelectionModel *model;

  view_wait_for_label (tab, "Lớp khác");
  select_record (tab, session);
  model = gtk_list_view_get_model (list);
  fixture_apply (fixture->view.store, sotay_edit_change_record (session, renamed, NULL));
  show (fixture);
  view_wait_for_label (tab, "Lớp đã đổi tên");
  g_assert_true (gtk_list_view_get_model (list) == model);
  g_assert_cmpstr (sotay_record_get_id (sotay_records_tab_get_selected (SOTAY_RECORDS_TAB (tab))), ==,
                   sotay_record_get_id (session));
  g_object_unref (add_session (fixture, "Lớp mới", "2024-03-07"));
  show (fixture);
  view_wait_for_label (tab, "Lớp mới");
  g_assert_cmpstr (sotay_record_get_id (sotay_records_tab_get_selected (SOTAY_RECORDS_TAB (tab))), ==,
                   sotay_record_get_id (session));
}

/* Another time slot takes over the lesson, not the people; what is missing is said at its place. */
static void
test_slot (Fixture *fixture, gconstpointer data)
{
  g_autoptr (SotayRecord) session = add_session (fixture, "Lớp đợt 1", "2024-03-05");
  const char *values[] = { sotay_record_get_id (session), NULL };
  GtkWidget *tab = open_tab (fixture, "sessions");
  g_autoptr (GPtrArray) slots = NULL;
  GtkWidget *dialog;

  show (fixture);
  view_wait_for_label (tab, "Lớp đợt 1");
  select_record (tab, session);
  g_assert_true (gtk_widget_activate_action (tab, "sessions.add-slot", NULL));
  view_wait_for_window (SOTAY_TYPE_RECORD_DIALOG);
  dialog = view_find_window (SOTAY_TYPE_RECORD_DIALOG);
  sotay_field_row_set_text (find_row (dialog, 2), "25h");
  press_save (dialog);
  g_assert_true (sotay_field_row_has_problem (find_row (dialog, 2)));
  sotay_field_row_set_text (find_row (dialog, 2), "14h");
  press_save (dialog);
  view_wait_for_no_window (SOTAY_TYPE_RECORD_DIALOG);
  slots = sotay_store_list_records (fixture->view.store, SOTAY_RECORD_SESSION, SOTAY_SESSION_SERIES_ID, values, NULL,
                                    NULL);
  g_assert_cmpuint (slots->len, ==, 1);
  g_assert_cmpstr (sotay_record_get (slots->pdata[0], SOTAY_SESSION_STARTS_AT), ==, "14:00");
  g_assert_cmpstr (sotay_record_get (slots->pdata[0], SOTAY_SESSION_UTILITIES), ==, "U1 U2");
}

/* A new session needs something that is taught; typed in any form, the day is kept as it is meant. */
static void
test_add_session (Fixture *fixture, gconstpointer data)
{
  GtkWidget *tab = open_tab (fixture, "sessions");
  GtkWidget *dialog;

  g_assert_true (gtk_widget_activate_action (tab, "records.add", NULL));
  view_wait_for_window (SOTAY_TYPE_RECORD_DIALOG);
  dialog = view_find_window (SOTAY_TYPE_RECORD_DIALOG);
  gtk_test_widget_wait_for_draw (dialog);
  g_assert_cmpuint (view_assert_named (dialog), >=, 10);
  sotay_field_row_set_text (find_row (dialog, 0), "Lớp tối");
  sotay_field_row_set_text (find_row (dialog, 1), "05032024");
  press_save (dialog);
  g_assert_nonnull (view_find_window (SOTAY_TYPE_RECORD_DIALOG)); /* nothing is taught yet */
  g_assert_cmpuint (count_records (fixture, SOTAY_RECORD_SESSION), ==, 0);
  gtk_window_destroy (GTK_WINDOW (dialog));
}

static gboolean
shows_level (gpointer matrix)
{
  const char *words = sotay_skill_matrix_get_words (matrix);

  return words != NULL && g_str_has_prefix (words, "Trần Thị Ánh · ");
}

/* A key sets a level, once more takes it on; a column goes in one step. */
static void
test_skills (Fixture *fixture, gconstpointer data)
{
  GtkWidget *tab = open_tab (fixture, "skills");
  SotaySkillMatrix *matrix = view_find (tab, SOTAY_TYPE_SKILL_MATRIX);
  g_autoptr (GPtrArray) records = NULL;

  view_wait (shows_level, matrix);
  g_signal_emit_by_name (matrix, "set-level", fixture->anh, 3, SOTAY_PRACTICE_FLUENT);
  wait_for_count (fixture, SOTAY_RECORD_PRACTICE, 1);
  records = sotay_store_list_records (fixture->view.store, SOTAY_RECORD_PRACTICE, -1, NULL, NULL, NULL);
  g_assert_cmpstr (sotay_record_get (records->pdata[0], SOTAY_PRACTICE_UTILITY), ==, "U3");
  g_assert_cmpstr (sotay_record_get (records->pdata[0], SOTAY_PRACTICE_LEVEL), ==, "fluent");
  g_assert_true (gtk_widget_activate_action (tab, "skills.mark-column", "i", SOTAY_PRACTICE_TAUGHT));
  wait_for_count (fixture, SOTAY_RECORD_PRACTICE, 3); /* both people in column 1 */
  gtk_test_widget_wait_for_draw (tab);
  g_assert_cmpuint (view_assert_named (tab), >=, 3);
}

static void
test_outreach (Fixture *fixture, gconstpointer data)
{
  const guint fields[] = { SOTAY_OUTREACH_DAY, SOTAY_OUTREACH_FORM, SOTAY_OUTREACH_REACHED, SOTAY_OUTREACH_UNIT_ID };
  const char *values[] = { "2024-03-05", "Họp tổ dân phố", "1200", sotay_unit_get_id (fixture->ward), NULL };
  g_autoptr (SotayRecord) outreach = add_record (fixture, SOTAY_RECORD_OUTREACH, fields, values);
  GtkWidget *tab = open_tab (fixture, "outreach");
  g_autoptr (GPtrArray) records = NULL;
  GtkWidget *dialog;

  show (fixture);
  view_wait_for_label (tab, "Họp tổ dân phố");
  view_wait_for_label (tab, "1.200");
  select_record (tab, outreach);
  g_assert_true (gtk_widget_activate_action (tab, "records.edit", NULL));
  view_wait_for_window (SOTAY_TYPE_RECORD_DIALOG);
  dialog = view_find_window (SOTAY_TYPE_RECORD_DIALOG);
  sotay_field_row_set_text (find_row (dialog, 3), "1.350");
  press_save (dialog);
  view_wait_for_no_window (SOTAY_TYPE_RECORD_DIALOG);
  records = sotay_store_list_records (fixture->view.store, SOTAY_RECORD_OUTREACH, -1, NULL, NULL, NULL);
  g_assert_cmpuint (sotay_outreach_get_reached (records->pdata[0]), ==, 1350);
  gtk_test_widget_wait_for_draw (tab);
  g_assert_cmpuint (view_assert_named (tab), >=, 3);
}

static gboolean
has_sent (gpointer tab)
{
  SotayRecord *selected = sotay_records_tab_get_selected (tab);

  return selected != NULL && g_str_equal (sotay_record_get (selected, SOTAY_FEEDBACK_STATE), "sent");
}

static gboolean
has_problem (gpointer row)
{
  return sotay_field_row_has_problem (row);
}

static gboolean
is_open_again (gpointer data)
{
  Fixture *fixture = data;
  g_autoptr (GPtrArray) records = sotay_store_list_records (fixture->view.store, SOTAY_RECORD_FEEDBACK, -1, NULL, NULL,
                                                            NULL);

  return g_strcmp0 (sotay_record_get (records->pdata[0], SOTAY_FEEDBACK_STATE), "open") == 0;
}

/* Open, sent, open again. */
static void
test_feedback (Fixture *fixture, gconstpointer data)
{
  const guint fields[] = { SOTAY_FEEDBACK_KIND, SOTAY_FEEDBACK_TEXT, SOTAY_FEEDBACK_STATE, SOTAY_FEEDBACK_MADE_ON,
                           SOTAY_FEEDBACK_UNIT_ID };
  const char *values[] = { "obstacle", "Mạng yếu", "open", "2024-03-05", sotay_unit_get_id (fixture->ward), NULL };
  g_autoptr (SotayRecord) feedback = add_record (fixture, SOTAY_RECORD_FEEDBACK, fields, values);
  GtkWidget *tab = open_tab (fixture, "feedback");
  g_autoptr (GPtrArray) sent = NULL;
  GtkWidget *dialog;

  show (fixture);
  view_wait_for_label (tab, "Mạng yếu");
  select_record (tab, feedback);
  g_assert_true (gtk_widget_activate_action (tab, "feedback.send", NULL));
  view_wait_for_window (SOTAY_TYPE_RECORD_DIALOG);
  dialog = view_find_window (SOTAY_TYPE_RECORD_DIALOG);
  press_save (dialog);
  view_wait (has_problem, find_row (dialog, 0)); /* to whom? */
  sotay_field_row_set_text (find_row (dialog, 0), "Công an quận");
  press_save (dialog);
  view_wait_for_no_window (SOTAY_TYPE_RECORD_DIALOG);
  sent = sotay_store_list_records (fixture->view.store, SOTAY_RECORD_FEEDBACK, -1, NULL, NULL, NULL);
  g_assert_cmpstr (sotay_record_get (sent->pdata[0], SOTAY_FEEDBACK_STATE), ==, "sent");
  view_wait (has_sent, tab);
  g_assert_true (gtk_widget_activate_action (tab, "feedback.reopen", NULL));
  view_wait (is_open_again, fixture);
}

/* The newest change first, in words; a row opens what it changed. */
static void
test_log (Fixture *fixture, gconstpointer data)
{
  g_autoptr (SotayStaff) moved = fixture_change (fixture->view.store, fixture->anh, SOTAY_STAFF_POSITION, "Văn thư");
  GtkWidget *tab = open_tab (fixture, "log");
  GtkListView *list = GTK_LIST_VIEW (gtk_widget_get_template_child (tab, SOTAY_TYPE_LOG_TAB, "list_view"));
  GtkWidget *window;

  show (fixture);
  view_wait_for_label (tab, "Sửa thông tin: Trần Thị Ánh");
  g_signal_emit_by_name (list, "activate", 0);
  view_wait_for_window (SOTAY_TYPE_LOG_WINDOW);
  window = view_find_window (SOTAY_TYPE_LOG_WINDOW);
  view_wait_for_label (window, "Văn thư");
  gtk_window_destroy (GTK_WINDOW (window));
  gtk_test_widget_wait_for_draw (tab);
  g_assert_cmpuint (view_assert_named (tab), >=, 3);
}

static void
add (const char *path, void (*test) (Fixture *, gconstpointer))
{
  g_test_add (path, Fixture, NULL, set_up, test, tear_down);
}

static void
add_tests (void)
{
  add ("/records-tabs/sessions", test_sessions);
  add ("/records-tabs/changed-session", test_changed_session);
  add ("/records-tabs/slot", test_slot);
  add ("/records-tabs/add-session", test_add_session);
  add ("/records-tabs/skills", test_skills);
  add ("/records-tabs/outreach", test_outreach);
  add ("/records-tabs/feedback", test_feedback);
  add ("/records-tabs/log", test_log);
}

int
main (int argc, char **argv)
{
  return view_test_run (argc, argv, add_tests);
}
