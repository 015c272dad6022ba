/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The page at the end of a show: what it proposes, records in one step, and leaves alone. */
#include "app/presentation/ending-window.h"

#include "app/presentation/attendance-panel.h"
#include "app/widgets/field-row.h"
#include "core/dates.h"
#include "core/paths.h"
#include "core/system.h"
#include "fixture.h"
#include "presentation/lesson.h"
#include "register/edit-records.h"
#include "register/session.h"
#include "view-names.h"

#define MINUTE ((gint64) 60 * 1000)

typedef struct
{
  ViewFixture view;
  SotayUnit *ward;
  SotayStaff *person;
  SotayCatalogue *catalogue;
  SotayShow *show; /* U10 for 7 minutes, which the room understood; a moment of U3 */
  GtkWidget *ending;
  SotayStep *recorded;
  guint n_discarded;
  guint n_resumed;
} Fixture;

static GtkWidget *
make_view (SotayServices *services)
{
  return gtk_label_new ("The program’s window");
}

static SotayShow *
make_show (Fixture *fixture)
{
  g_autoptr (SotayDeck) deck = lesson_deck (fixture->catalogue, "10:8 3:5");
  g_autoptr (SotayTimeline) timeline = sotay_timeline_new ();
  SotayShow *show = sotay_show_new (deck);

  sotay_timeline_show (timeline, "U10/utility", 10, 0);
  sotay_timeline_show (timeline, "U3/utility", 3, 7 * MINUTE);
  sotay_timeline_show (timeline, "qr", 0, 7 * MINUTE + 4000);
  sotay_show_begin (show, "qr", 7 * MINUTE + 4000, timeline);
  sotay_check_tally_set (sotay_show_get_tally (show), "U10/check-1", 10, 0, 0, 9);
  sotay_check_tally_set (sotay_show_get_tally (show), "U10/check-1", 10, 0, 1, 1);
  return show;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  view_fixture_set_up (&fixture->view);
  sotay_system_use_language ("en");
  fixture->ward = fixture_add_unit (fixture->view.store, NULL, "Phường Hải Tân");
  fixture->person = fixture_add_staff (fixture->view.store, fixture->ward, "Nguyễn Văn Ánh");
  fixture->catalogue = lesson_load_catalogue ();
  fixture->show = make_show (fixture);
  view_fixture_open (&fixture->view, make_view);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  view_fixture_tear_down (&fixture->view);
  g_object_unref (fixture->ward);
  g_object_unref (fixture->person);
  g_object_unref (fixture->catalogue);
  g_object_unref (fixture->show);
  g_clear_object (&fixture->recorded);
}

static SotayRecord *
add_session (Fixture *fixture)
{
  const char *people[] = { sotay_staff_get_id (fixture->person), NULL };
  GDate today = sotay_date_today ();
  g_autofree char *iso = sotay_date_to_iso (&today);
  g_autoptr (GPtrArray) none = g_ptr_array_new ();
  g_autoptr (SotayRecord) empty = sotay_record_new (SOTAY_RECORD_SESSION, NULL);
  g_autoptr (SotayRecord) titled = sotay_record_with (empty, SOTAY_SESSION_TITLE, "Lớp <sáng> & chiều");
  g_autoptr (SotayRecord) taught = sotay_record_with (titled, SOTAY_SESSION_UTILITIES, "U1");
  g_autoptr (SotayRecord) spent = sotay_record_with (taught, SOTAY_SESSION_MINUTES, "U10=3");
  g_autoptr (SotayRecord) led = sotay_record_with (spent, SOTAY_SESSION_TRAINER, "Nguyễn Văn Ánh");
  SotayRecord *session = sotay_record_with (led, SOTAY_SESSION_DAY, iso);

  fixture_apply (fixture->view.store, sotay_edit_add_record (session, NULL));
  fixture_apply (fixture->view.store,
                 sotay_edit_record_attendance (session, none, people, "present", NULL, NULL));
  return session;
}

static void
recorded_cb (Fixture *fixture, SotayStep *step)
{
  g_set_object (&fixture->recorded, step);
}

static void
count_cb (guint *count)
{
  *count += 1;
}

static gboolean
is_ready (gpointer data)
{
  GtkWidget *button = view_find_button (((Fixture *) data)->ending, "Record in the Register");

  return button != NULL && gtk_widget_is_sensitive (button);
}

/* Eight minutes ago, and not yesterday. */
static gint64
begin_today (void)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  gint64 today = g_date_time_get_hour (now) * 60 + g_date_time_get_minute (now);

  return g_get_real_time () - MIN (today, 8) * MINUTE * 1000;
}

static void
open_ending (Fixture *fixture, const char *session_id)
{
  fixture->ending = sotay_ending_window_new (fixture->view.window, fixture->view.services, fixture->show, session_id,
                                             begin_today ());
  g_signal_connect_swapped (fixture->ending, "recorded", G_CALLBACK (recorded_cb), fixture);
  g_signal_connect_swapped (fixture->ending, "discarded", G_CALLBACK (count_cb), &fixture->n_discarded);
  g_signal_connect_swapped (fixture->ending, "resumed", G_CALLBACK (count_cb), &fixture->n_resumed);
  gtk_window_present (GTK_WINDOW (fixture->ending));
  view_wait (is_ready, fixture);
}

static void
click (Fixture *fixture, const char *label)
{
  GtkWidget *button = view_find_button (fixture->ending, label);

  g_assert_nonnull (button);
  g_signal_emit_by_name (button, "clicked");
}

static gboolean
was_recorded (gpointer data)
{
  return ((Fixture *) data)->recorded != NULL;
}

static void
record (Fixture *fixture)
{
  click (fixture, "Record in the Register");
  view_wait (was_recorded, fixture);
  view_wait_for_no_window (SOTAY_TYPE_ENDING_WINDOW);
}

static GPtrArray *
list_sessions (Fixture *fixture)
{
  return sotay_store_list_records (fixture->view.store, SOTAY_RECORD_SESSION, -1, NULL, NULL, NULL);
}

static guint
count_steps (Fixture *fixture)
{
  g_autoptr (GPtrArray) steps = sotay_store_list_steps (fixture->view.store, 0, NULL, NULL);

  return steps->len;
}

static guint
count_practice (Fixture *fixture)
{
  g_autoptr (GPtrArray) marks = sotay_store_list_records (fixture->view.store, SOTAY_RECORD_PRACTICE, -1, NULL, NULL,
                                                          NULL);

  return marks->len;
}

/* A register without a session of today: one is added, with what was taught. */
static void
test_new (Fixture *fixture, gconstpointer data)
{
  guint n_steps = count_steps (fixture);
  g_autoptr (GPtrArray) sessions = NULL;
  g_autoptr (SotayStep) undone = NULL;
  g_autoptr (GPtrArray) left = NULL;

  open_ending (fixture, NULL);
  g_assert_nonnull (view_find_label (fixture->ending, "7 minutes in all; the plan has 13"));
  g_assert_nonnull (view_find_label (fixture->ending, "on the wall 7 min 00 s · planned 8 min · 90 % of the hands right"));
  g_assert_nonnull (view_find_label (fixture->ending, "on the wall 4 s · planned 5 min"));
  g_assert_nonnull (view_find_label (fixture->ending, "0 people were there"));
  g_assert_cmpuint (view_assert_named (fixture->ending), >=, 10);
  record (fixture);
  view_wait_for_toast (&fixture->view, "Session added: Training in the VNeID utilities");
  g_assert_cmpuint (count_steps (fixture), ==, n_steps + 1);
  sessions = list_sessions (fixture);
  g_assert_cmpuint (sessions->len, ==, 1);
  g_assert_cmpstr (sotay_record_get (sessions->pdata[0], SOTAY_SESSION_UTILITIES), ==, "U10");
  g_assert_cmpstr (sotay_record_get (sessions->pdata[0], SOTAY_SESSION_MINUTES), ==, "U10=7");
  g_assert_cmpstr (sotay_record_get (sessions->pdata[0], SOTAY_SESSION_UNIT_ID), ==,
                   sotay_unit_get_id (fixture->ward));
  undone = sotay_store_undo (fixture->view.store, sotay_step_get_number (fixture->recorded), NULL, NULL);
  g_assert_nonnull (undone);
  left = list_sessions (fixture);
  g_assert_cmpuint (left->len, ==, 0);
}

static gboolean
has_name (GtkWidget *widget, const char *name)
{
  GtkAccessible *accessible = GTK_ACCESSIBLE (widget);
  g_autofree char *other = NULL;

  if (!gtk_test_accessible_has_property (accessible, GTK_ACCESSIBLE_PROPERTY_LABEL))
    return FALSE;
  other = gtk_test_accessible_check_property (accessible, GTK_ACCESSIBLE_PROPERTY_LABEL, name);
  return other == NULL;
}

static gpointer
find_named (GtkWidget *root, GType type, const char *name)
{
  if (g_type_is_a (G_OBJECT_TYPE (root), type) && has_name (root, name))
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      gpointer found = find_named (child, type, name);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static char *
name_utility (Fixture *fixture, guint number)
{
  g_autofree char *id = g_strdup_printf ("U%u", number);
  SotayCatalogue *catalogue = sotay_services_get_catalogue (fixture->view.services);

  return g_strdup_printf ("%u. %s", number, sotay_utility_get_title (sotay_catalogue_get_utility (catalogue, id)));
}

/* The session of the show: what was taught is added to what it has; the check goes to practice when it is wanted. */
static void
test_existing (Fixture *fixture, gconstpointer data)
{
  g_autoptr (SotayRecord) session = add_session (fixture);
  g_autofree char *first = name_utility (fixture, 10);
  g_autofree char *minutes = g_strdup_printf ("Minutes: %s", first);
  g_autofree char *second = name_utility (fixture, 3);
  guint n_steps = count_steps (fixture);
  g_autoptr (GPtrArray) sessions = NULL;

  open_ending (fixture, sotay_record_get_id (session));
  view_wait_for_label (fixture->ending, "1 person was there");
  /* The trainer is someone of the register, and the room may see this page. */
  g_assert_null (view_find_label (fixture->ending, "Nguyễn Văn Ánh"));
  g_assert_nonnull (view_find_label (fixture->ending, "Record “practised” for the 1 person who was there"));
  g_assert_false (gtk_switch_get_active (view_find (fixture->ending, GTK_TYPE_SWITCH)));
  gtk_switch_set_active (view_find (fixture->ending, GTK_TYPE_SWITCH), TRUE);
  gtk_spin_button_set_value (find_named (fixture->ending, GTK_TYPE_SPIN_BUTTON, minutes), 9);
  gtk_check_button_set_active (find_named (fixture->ending, GTK_TYPE_CHECK_BUTTON, second), TRUE);
  view_wait_for_label (fixture->ending, "10 minutes in all; the plan has 13");
  record (fixture);
  view_wait_for_toast (&fixture->view, "Session changed: Lớp <sáng> & chiều");
  g_assert_cmpuint (count_steps (fixture), ==, n_steps + 1);
  sessions = list_sessions (fixture);
  g_assert_cmpuint (sessions->len, ==, 1);
  g_assert_cmpstr (sotay_record_get (sessions->pdata[0], SOTAY_SESSION_UTILITIES), ==, "U1 U3 U10");
  g_assert_cmpstr (sotay_record_get (sessions->pdata[0], SOTAY_SESSION_MINUTES), ==, "U3=1 U10=12");
  g_assert_cmpstr (sotay_record_get (sessions->pdata[0], SOTAY_SESSION_TRAINER), ==, "Nguyễn Văn Ánh");
  g_assert_cmpuint (count_practice (fixture), ==, 1);
  g_object_unref (sotay_store_undo (fixture->view.store, 0, NULL, NULL));
  g_assert_cmpuint (count_practice (fixture), ==, 0);
}

/* Nothing is ticked: nothing is changed, which must not look like a failure. */
static void
test_nothing (Fixture *fixture, gconstpointer data)
{
  g_autoptr (SotayRecord) session = add_session (fixture);
  g_autofree char *first = name_utility (fixture, 10);
  guint n_steps = count_steps (fixture);

  open_ending (fixture, sotay_record_get_id (session));
  gtk_check_button_set_active (find_named (fixture->ending, GTK_TYPE_CHECK_BUTTON, first), FALSE);
  record (fixture);
  view_wait_for_toast (&fixture->view, "There was nothing to change");
  g_assert_cmpuint (count_steps (fixture), ==, n_steps);
}

/* The only session of the day is meant, unless the person says otherwise. */
static void
test_choose (Fixture *fixture, gconstpointer data)
{
  g_autoptr (SotayRecord) session = add_session (fixture);
  g_autoptr (GPtrArray) sessions = NULL;
  AdwComboRow *choice;

  open_ending (fixture, NULL);
  view_wait_for_label (fixture->ending, "1 person was there");
  choice = view_find (fixture->ending, ADW_TYPE_COMBO_ROW);
  adw_combo_row_set_selected (choice, 1);
  view_wait_for_label (fixture->ending, "0 people were there");
  g_assert_null (view_find_button (fixture->ending, "Take Attendance"));
  record (fixture);
  sessions = list_sessions (fixture);
  g_assert_cmpuint (sessions->len, ==, 2);
  g_assert_cmpuint (count_practice (fixture), ==, 0);
}

/* Somebody comes late: ticked from here, masked, and counted at once. */
static void
test_attendance (Fixture *fixture, gconstpointer data)
{
  g_autoptr (SotayRecord) session = add_session (fixture);
  g_autoptr (SotayStaff) late = fixture_add_staff (fixture->view.store, fixture->ward, "Lê Thị Yến");
  GtkWidget *panel = NULL;
  GListModel *windows = gtk_window_get_toplevels ();

  open_ending (fixture, sotay_record_get_id (session));
  click (fixture, "Take Attendance");
  for (guint i = 0; panel == NULL && i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);

      if (gtk_window_get_transient_for (window) == GTK_WINDOW (fixture->ending))
        panel = view_find (GTK_WIDGET (window), SOTAY_TYPE_ATTENDANCE_PANEL);
    }
  g_assert_nonnull (panel);
  view_wait_for_label (panel, "1 / 1");
  gtk_editable_set_text (view_find (panel, GTK_TYPE_SEARCH_ENTRY), "yen");
  g_signal_emit_by_name (view_find (panel, GTK_TYPE_SEARCH_ENTRY), "activate");
  view_wait_for_label (panel, "Undo: L. T. Yến");
  view_wait_for_label (fixture->ending, "2 people were there");
  gtk_widget_activate_action (panel, "attendance.close", NULL);
  view_wait (is_ready, fixture);
  record (fixture);
}

/* Another program removes the session while the page stands there: nothing is lost, and a new one can be recorded. */
static void
test_removed (Fixture *fixture, gconstpointer data)
{
  g_autoptr (SotayRecord) session = add_session (fixture);
  const char *ids[] = { sotay_record_get_id (session), NULL };
  g_autoptr (GPtrArray) attendance = sotay_store_list_records (fixture->view.store, SOTAY_RECORD_ATTENDANCE,
                                                               SOTAY_ATTENDANCE_SESSION_ID, ids, NULL, NULL);
  g_autoptr (GPtrArray) sessions = NULL;

  open_ending (fixture, sotay_record_get_id (session));
  view_wait_for_label (fixture->ending, "1 person was there");
  fixture_apply (fixture->view.store, sotay_edit_remove_record (session, attendance, NULL));
  /* At once, before the page knows. */
  click (fixture, "Record in the Register");
  view_wait_for_label (fixture->ending, "Someone else changed this entry in the meantime, so nothing was changed. "
                                        "Look at it again and repeat the change.");
  g_assert_null (fixture->recorded);
  view_wait_for_label (fixture->ending, "0 people were there");
  view_wait (is_ready, fixture);
  record (fixture);
  sessions = list_sessions (fixture);
  g_assert_cmpuint (sessions->len, ==, 1);
  g_assert_cmpstr (sotay_record_get (sessions->pdata[0], SOTAY_SESSION_MINUTES), ==, "U10=7");
}

static SotayFieldRow *
find_row (GtkWidget *root, const char *caption)
{
  if (SOTAY_IS_FIELD_ROW (root))
    {
      g_autofree char *text = NULL;

      g_object_get (root, "caption", &text, NULL);
      if (g_strcmp0 (text, caption) == 0)
        return SOTAY_FIELD_ROW (root);
    }
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      SotayFieldRow *found = find_row (child, caption);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static gboolean
has_problem (gpointer row)
{
  return sotay_field_row_has_problem (row);
}

/* What breaks a rule is said where it stands; what was typed is recorded. */
static void
test_rules (Fixture *fixture, gconstpointer data)
{
  guint n_steps = count_steps (fixture);
  g_autoptr (GPtrArray) sessions = NULL;
  SotayFieldRow *title;
  SotayFieldRow *until;

  open_ending (fixture, NULL);
  title = find_row (fixture->ending, "Title");
  until = find_row (fixture->ending, "Until (time)");
  sotay_field_row_set_text (title, "");
  click (fixture, "Record in the Register");
  view_wait (has_problem, title);
  view_wait (is_ready, fixture);
  sotay_field_row_set_text (title, "Lớp tối");
  sotay_field_row_set_text (until, "bảy giờ");
  click (fixture, "Record in the Register");
  g_assert_true (sotay_field_row_has_problem (until));
  g_assert_cmpuint (count_steps (fixture), ==, n_steps);
  sotay_field_row_set_text (find_row (fixture->ending, "From (time)"), "18h");
  sotay_field_row_set_text (until, "19h30");
  record (fixture);
  sessions = list_sessions (fixture);
  g_assert_cmpstr (sotay_record_get (sessions->pdata[0], SOTAY_SESSION_TITLE), ==, "Lớp tối");
  g_assert_cmpstr (sotay_record_get (sessions->pdata[0], SOTAY_SESSION_ENDS_AT), ==, "19:30");
}

static void
test_let_go (Fixture *fixture, gconstpointer data)
{
  guint n_steps = count_steps (fixture);

  open_ending (fixture, NULL);
  click (fixture, "Do Not Record");
  g_assert_cmpuint (fixture->n_discarded, ==, 1);
  view_wait_for_no_window (SOTAY_TYPE_ENDING_WINDOW);
  open_ending (fixture, NULL);
  click (fixture, "Back to the Wall");
  g_assert_cmpuint (fixture->n_resumed, ==, 1);
  view_wait_for_no_window (SOTAY_TYPE_ENDING_WINDOW);
  open_ending (fixture, NULL);
  gtk_window_close (GTK_WINDOW (fixture->ending));
  view_wait_for_no_window (SOTAY_TYPE_ENDING_WINDOW);
  g_assert_cmpuint (fixture->n_discarded, ==, 1);
  g_assert_cmpuint (fixture->n_resumed, ==, 1);
  g_assert_cmpuint (count_steps (fixture), ==, n_steps);
}

static gboolean
has_retry (gpointer data)
{
  return view_find_button (((Fixture *) data)->ending, "Read the Register Again") != NULL;
}

/* A register that cannot be read: it is said, nothing is recorded, and the show is left as it is. */
static void
test_unreadable (void)
{
  Fixture fixture = { .n_discarded = 0 };
  g_autofree char *path = NULL;
  g_autofree char *folder = NULL;
  GtkWidget *button;

  view_fixture_set_up (&fixture.view);
  sotay_system_use_language ("en");
  path = sotay_paths_data ("register.db");
  folder = g_path_get_dirname (path);
  g_assert_true (sotay_paths_make_private (folder, NULL));
  g_assert_true (g_file_set_contents (path, "this is no database, and it is longer than the one hundred bytes in which "
                                            "the header of a real one ends", -1, NULL));
  fixture.catalogue = lesson_load_catalogue ();
  fixture.show = make_show (&fixture);
  view_fixture_open (&fixture.view, make_view);
  fixture.ending = sotay_ending_window_new (fixture.view.window, fixture.view.services, fixture.show, NULL,
                                            g_get_real_time ());
  g_signal_connect_swapped (fixture.ending, "discarded", G_CALLBACK (count_cb), &fixture.n_discarded);
  gtk_window_present (GTK_WINDOW (fixture.ending));
  view_wait (has_retry, &fixture);
  button = view_find_button (fixture.ending, "Record in the Register");
  g_assert_false (gtk_widget_is_sensitive (button));
  gtk_window_close (GTK_WINDOW (fixture.ending));
  view_wait_for_no_window (SOTAY_TYPE_ENDING_WINDOW);
  g_assert_cmpuint (fixture.n_discarded, ==, 0);
  view_fixture_tear_down (&fixture.view);
  g_object_unref (fixture.catalogue);
  g_object_unref (fixture.show);
}

static void
add_tests (void)
{
#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)
  ADD ("/ending/new", test_new);
  ADD ("/ending/existing", test_existing);
  ADD ("/ending/nothing", test_nothing);
  ADD ("/ending/choose", test_choose);
  ADD ("/ending/attendance", test_attendance);
  ADD ("/ending/removed", test_removed);
  ADD ("/ending/rules", test_rules);
  ADD ("/ending/let-go", test_let_go);
#undef ADD
  g_test_add_func ("/ending/unreadable", test_unreadable);
}

int
main (int argc, char **argv)
{
  return view_test_run (argc, argv, add_tests);
}
