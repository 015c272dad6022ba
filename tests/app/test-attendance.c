/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Taking attendance: a room of 60 with real key presses, and what else the page does. */
#include "app/register/attendance-page.h"

#include "app/register/attendance-entry.h"
#include "app/register/roll.h"
#include "core/dates.h"
#include "core/text.h"
#include "fixture.h"
#include "register/edit-records.h"
#include "register/session.h"
#include "view-names.h"

#include <stdarg.h>
#include <string.h>

#define N_PEOPLE 60

typedef struct
{
  ViewFixture view;
  SotayUnit *ward;
  GPtrArray *staff;
  SotayRecord *session;
} Fixture;

static const char *const families[] = { "Nguyễn", "Trần", "Lê", "Phạm", "Đỗ" };
static const char *const middles[] = { "Văn", "Thị", "Đức", "Ngọc" };
static const char *const givens[] = { "Ánh", "Bình", "Cường", "Dũng", "Hạnh", "Khôi", "Lan", "Mỹ", "Oanh", "Phúc",
                                      "Quý", "Sơn", "Thủy", "Uyên", "Yến" };

/* The page takes its session from here when it is made. */
static Fixture *current;

static GtkWidget *
make_page (SotayServices *services)
{
  GDate today = sotay_date_today ();
  g_autoptr (SotayUnitProgress) whole = sotay_progress_load (sotay_services_get_store (services), &today, NULL, NULL);
  g_autoptr (SotayUnitNames) names = sotay_unit_names_new (whole);

  return sotay_attendance_page_new (sotay_services_get_store (services), current->session, names, NULL);
}

static SotayRecord *
add_session (Fixture *fixture, int days_from_now)
{
  GDate day = sotay_date_today ();
  g_autofree char *iso = NULL;
  g_autoptr (SotayRecord) empty = sotay_record_new (SOTAY_RECORD_SESSION, NULL);
  g_autoptr (SotayRecord) titled = sotay_record_with (empty, SOTAY_SESSION_TITLE, "Lớp buổi sáng");
  g_autoptr (SotayRecord) dated = NULL;
  SotayRecord *session;

  if (days_from_now > 0)
    g_date_add_days (&day, days_from_now);
  iso = sotay_date_to_iso (&day);
  dated = sotay_record_with (titled, SOTAY_SESSION_DAY, iso);
  session = sotay_record_with (dated, SOTAY_SESSION_UTILITIES, "U1 U2");
  fixture_apply (fixture->view.store, sotay_edit_add_record (session, NULL));
  return session;
}

static void
add_people (Fixture *fixture)
{
  SotayStep *step = sotay_step_new (SOTAY_STEP_IMPORT_STAFF, "a.csv");

  for (guint i = 0; i < N_PEOPLE; i++)
    {
      g_autofree char *name = g_strdup_printf ("%s %s %s", families[i % G_N_ELEMENTS (families)],
                                               middles[i / G_N_ELEMENTS (givens)], givens[i % G_N_ELEMENTS (givens)]);
      g_autoptr (SotayStaff) bare = sotay_staff_new (NULL, name, sotay_unit_get_id (fixture->ward));
      SotayStaff *staff = sotay_staff_with (bare, SOTAY_STAFF_PHONE, "0912345678");

      sotay_step_add (step, SOTAY_RECORD_STAFF, sotay_staff_get_id (staff), NULL, sotay_staff_to_record (staff));
      g_ptr_array_add (fixture->staff, staff);
    }
  fixture_apply (fixture->view.store, step);
}

static void
invite (Fixture *fixture)
{
  g_autoptr (GPtrArray) before = g_ptr_array_new ();
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();

  for (guint i = 0; i < fixture->staff->len; i++)
    g_ptr_array_add (ids, (char *) sotay_staff_get_id (fixture->staff->pdata[i]));
  g_ptr_array_add (ids, NULL);
  fixture_apply (fixture->view.store,
                 sotay_edit_invite (fixture->session, before, (const char *const *) ids->pdata));
}

static void
set_up (Fixture *fixture, gconstpointer to_come)
{
  view_fixture_set_up (&fixture->view);
  fixture->staff = g_ptr_array_new_with_free_func (g_object_unref);
  fixture->ward = fixture_add_unit (fixture->view.store, NULL, "Phường Hải Tân");
  add_people (fixture);
  fixture->session = add_session (fixture, to_come != NULL ? 3 : 0);
  if (to_come == NULL)
    invite (fixture);
  current = fixture;
  view_fixture_open (&fixture->view, make_page);
  gtk_widget_grab_focus (fixture->view.view);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  view_fixture_tear_down (&fixture->view);
  g_object_unref (fixture->ward);
  g_object_unref (fixture->session);
  g_ptr_array_unref (fixture->staff);
}

static guint
count_status (Fixture *fixture, const char *status)
{
  const char *values[] = { sotay_record_get_id (fixture->session), NULL };
  g_autoptr (GPtrArray) records = sotay_store_list_records (fixture->view.store, SOTAY_RECORD_ATTENDANCE,
                                                            SOTAY_ATTENDANCE_SESSION_ID, values, NULL, NULL);
  guint count = 0;

  for (guint i = 0; i < records->len; i++)
    count += g_strcmp0 (sotay_record_get (records->pdata[i], SOTAY_ATTENDANCE_STATUS), status) == 0;
  return count;
}

static guint
count_steps (Fixture *fixture, SotayStepKind kind)
{
  g_autoptr (GPtrArray) steps = sotay_store_list_steps (fixture->view.store, 0, NULL, NULL);
  guint count = 0;

  for (guint i = 0; i < steps->len; i++)
    count += sotay_step_get_kind (steps->pdata[i]) == kind;
  return count;
}

typedef struct
{
  Fixture *fixture;
  const char *status;
  guint count;
} Expected;

static gboolean
has_count (gpointer data)
{
  Expected *expected = data;

  return count_status (expected->fixture, expected->status) == expected->count;
}

static void
wait_for_count (Fixture *fixture, const char *status, guint count)
{
  Expected expected = { fixture, status, count };

  view_wait (has_count, &expected);
}

static void
wait_exit_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_assert_true (g_subprocess_wait_check_finish (G_SUBPROCESS (source), result, NULL));
  *(gboolean *) data = TRUE;
}

/* Presses keys as a person does: on the display. */
static void
press (GPtrArray *words)
{
  g_autoptr (GSubprocess) xdotool = NULL;
  gboolean done = FALSE;

  g_ptr_array_add (words, NULL);
  xdotool = g_subprocess_newv ((const char *const *) words->pdata, G_SUBPROCESS_FLAGS_NONE, NULL);
  g_assert_nonnull (xdotool);
  g_subprocess_wait_check_async (xdotool, NULL, wait_exit_cb, &done);
  fixture_wait_for (&done);
}

static GPtrArray *
begin_keys (void)
{
  GPtrArray *words = g_ptr_array_new_with_free_func (g_free);

  g_ptr_array_add (words, g_strdup ("xdotool"));
  return words;
}

static void
add_words (GPtrArray *words, const char *first, ...)
{
  va_list arguments;

  va_start (arguments, first);
  for (const char *word = first; word != NULL; word = va_arg (arguments, const char *))
    g_ptr_array_add (words, g_strdup (word));
  va_end (arguments);
}

static gboolean
is_active (gpointer window)
{
  return gtk_window_is_active (window);
}

static void
wait_until_read (Fixture *fixture)
{
  view_wait_for_label (fixture->view.view, "0 / 60");
  view_wait (is_active, fixture->view.window);
}

/* Part of a name, Enter, the next: 60 people, every Enter one step. */
static void
test_sixty (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) words = begin_keys ();
  gint64 start;
  double seconds;

  wait_until_read (fixture);
  for (guint i = 0; i < N_PEOPLE; i++)
    {
      g_autofree char *name = g_strdup_printf ("%s %s", middles[i / G_N_ELEMENTS (givens)],
                                               givens[i % G_N_ELEMENTS (givens)]);
      g_autofree char *plain = sotay_text_fold (name);

      add_words (words, "type", "--args", "1", "--delay", "5", plain, "key", "Return", NULL);
    }
  start = g_get_monotonic_time ();
  press (words);
  wait_for_count (fixture, "present", N_PEOPLE);
  seconds = (g_get_monotonic_time () - start) / 1e6;
  g_test_message ("60 people in %.1f s", seconds);
  g_assert_cmpfloat (seconds, <, 60);
  view_wait_for_label (fixture->view.view, "60 / 60");
  g_assert_cmpuint (count_steps (fixture, SOTAY_STEP_RECORD_ATTENDANCE), ==, N_PEOPLE + 1); /* and the invitation */
}

/* F2 for who is chosen below the field; Down chooses; in the list Space; letters typed there look for someone. */
static void
test_keys (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) words = begin_keys ();
  g_autoptr (GPtrArray) more = begin_keys ();
  GtkWidget *list = view_find (fixture->view.view, GTK_TYPE_LIST_VIEW);
  GtkSelectionModel *model;

  wait_until_read (fixture);
  add_words (words, "type", "--args", "1", "van binh", "key", "F2", NULL);
  add_words (words, "type", "--args", "1", "lan", "key", "Down", "key", "Return", NULL);
  press (words);
  wait_for_count (fixture, "late", 1);
  wait_for_count (fixture, "present", 1);
  model = gtk_list_view_get_model (GTK_LIST_VIEW (list));
  gtk_selection_model_select_item (model, 0, TRUE);
  gtk_widget_grab_focus (list);
  add_words (more, "key", "space", "type", "--args", "1", "thi yen", "key", "F4", NULL);
  press (more);
  wait_for_count (fixture, "present", 2);
  wait_for_count (fixture, "absent", 1);
}

static void
close_cb (gboolean *closed)
{
  *closed = TRUE;
}

/* Esc empties the field, and once more leaves the page. */
static void
test_escape (Fixture *fixture, gconstpointer data)
{
  GtkWidget *entry = view_find (fixture->view.view, GTK_TYPE_SEARCH_ENTRY);
  g_autoptr (GPtrArray) words = begin_keys ();
  g_autoptr (GPtrArray) again = begin_keys ();
  gboolean closed = FALSE;

  wait_until_read (fixture);
  g_signal_connect_swapped (fixture->view.view, "closed", G_CALLBACK (close_cb), &closed);
  gtk_editable_set_text (GTK_EDITABLE (entry), "lan");
  add_words (words, "key", "Escape", NULL);
  press (words);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "");
  g_assert_false (closed);
  add_words (again, "key", "Escape", NULL);
  press (again);
  fixture_wait_for (&closed);
}

static void
done_cb (gboolean *done)
{
  *done = TRUE;
}

/* From the mark to the disk, for each of the 60. */
static void
test_quick (Fixture *fixture, gconstpointer data)
{
  g_autoptr (SotayRoll) roll = sotay_roll_new (fixture->view.store, fixture->session);
  gint64 slowest = 0;
  gboolean done = FALSE;
  gulong changed = g_signal_connect_swapped (roll, "changed", G_CALLBACK (done_cb), &done);

  fixture_wait_for (&done);
  g_signal_handler_disconnect (roll, changed);
  g_signal_connect_swapped (roll, "marked", G_CALLBACK (done_cb), &done);
  for (guint i = 0; i < N_PEOPLE; i++)
    {
      g_autoptr (GPtrArray) people = g_ptr_array_new ();
      gint64 start = g_get_monotonic_time ();

      done = FALSE;
      g_ptr_array_add (people, fixture->staff->pdata[i]);
      sotay_roll_mark (roll, people, "present", NULL);
      fixture_wait_for (&done);
      slowest = MAX (slowest, g_get_monotonic_time () - start);
    }
  g_test_message ("slowest of 60 marks: %.1f ms", slowest / 1000.0);
  g_assert_cmpint (slowest, <, G_USEC_PER_SEC / 2);
  g_assert_cmpuint (count_status (fixture, "present"), ==, N_PEOPLE);
}

static void
keep_step_cb (SotayRoll *roll, SotayStep *step, GPtrArray *steps)
{
  g_ptr_array_add (steps, g_object_ref (step));
}

static gboolean
has_three (gpointer steps)
{
  return ((GPtrArray *) steps)->len == 3;
}

/* An older tick is taken back although newer ones followed. */
static void
test_take_back (Fixture *fixture, gconstpointer data)
{
  g_autoptr (SotayRoll) roll = sotay_roll_new (fixture->view.store, fixture->session);
  g_autoptr (GPtrArray) steps = g_ptr_array_new_with_free_func (g_object_unref);
  const char *taken_back = sotay_staff_get_id (fixture->staff->pdata[0]);
  gboolean done = FALSE;
  gulong changed = g_signal_connect_swapped (roll, "changed", G_CALLBACK (done_cb), &done);

  fixture_wait_for (&done);
  g_signal_handler_disconnect (roll, changed);
  g_signal_connect (roll, "marked", G_CALLBACK (keep_step_cb), steps);
  for (guint i = 0; i < 3; i++)
    {
      g_autoptr (GPtrArray) people = g_ptr_array_new ();

      g_ptr_array_add (people, fixture->staff->pdata[i]);
      sotay_roll_mark (roll, people, "present", NULL);
    }
  view_wait (has_three, steps);
  sotay_roll_take_back (roll, steps->pdata[2]); /* the newest */
  wait_for_count (fixture, "present", 2);
  sotay_roll_take_back (roll, steps->pdata[0]);
  wait_for_count (fixture, "present", 1);
  wait_for_count (fixture, NULL, N_PEOPLE - 1);
  done = FALSE;
  sotay_roll_reload (roll);
  g_signal_connect_swapped (roll, "changed", G_CALLBACK (done_cb), &done);
  fixture_wait_for (&done);
  g_assert_null (sotay_attendee_get_status (sotay_roll_find (roll, taken_back)));
}

/* Someone new: the question shows in which unit they will be, and Enter answers it. */
static void
test_new_person (Fixture *fixture, gconstpointer data)
{
  GtkWidget *entry = view_find (fixture->view.view, SOTAY_TYPE_ATTENDANCE_ENTRY);
  g_autoptr (GPtrArray) enter = begin_keys ();
  GtkWindow *question;

  wait_until_read (fixture);
  g_signal_emit_by_name (entry, "new-person", "Hồ Xuân Hương");
  question = view_find_window (ADW_TYPE_MESSAGE_DIALOG);
  g_assert_nonnull (view_find_label (GTK_WIDGET (question), "Phường Hải Tân"));
  g_assert_cmpuint (count_steps (fixture, SOTAY_STEP_ADD_STAFF), ==, 0);
  view_wait (is_active, question);
  add_words (enter, "key", "Return", NULL);
  press (enter);
  wait_for_count (fixture, "present", 1);
  view_wait_for_label (fixture->view.view, "1 / 61");
  g_assert_cmpuint (count_steps (fixture, SOTAY_STEP_ADD_STAFF), ==, 1);
  g_object_unref (sotay_store_undo (fixture->view.store, 0, NULL, NULL)); /* one step: the person goes too */
  view_wait_for_label (fixture->view.view, "0 / 60");
}

static void
test_rest_absent (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) people = g_ptr_array_new ();
  GtkWidget *entry = view_find (fixture->view.view, SOTAY_TYPE_ATTENDANCE_ENTRY);

  wait_until_read (fixture);
  g_signal_emit_by_name (entry, "chosen", fixture->staff->pdata[5]);
  wait_for_count (fixture, "present", 1);
  g_assert_true (gtk_widget_activate_action (fixture->view.view, "attendance.mark-rest", NULL));
  wait_for_count (fixture, "absent", N_PEOPLE - 1);
  g_assert_cmpuint (count_status (fixture, "present"), ==, 1);
}

/* Before its day, a session can only be prepared. */
static void
test_to_come (Fixture *fixture, gconstpointer data)
{
  GtkWidget *entry = view_find (fixture->view.view, SOTAY_TYPE_ATTENDANCE_ENTRY);

  view_wait_for_label (fixture->view.view, "0");
  g_signal_emit_by_name (entry, "chosen", fixture->staff->pdata[5]);
  wait_for_count (fixture, NULL, 1);
  view_wait_for_label (fixture->view.view, "1");
  g_assert_cmpuint (count_status (fixture, "present"), ==, 0);
}

static guint
count_labels (GtkWidget *widget, const char *part)
{
  guint count = GTK_IS_LABEL (widget) && strstr (gtk_label_get_text (GTK_LABEL (widget)), part) != NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    count += count_labels (child, part);
  return count;
}

/* The room sees the page: no telephone numbers. Whatever has the keyboard says what it is. */
static void
test_seen (Fixture *fixture, gconstpointer data)
{
  wait_until_read (fixture);
  gtk_test_widget_wait_for_draw (fixture->view.view);
  g_assert_cmpuint (count_labels (fixture->view.view, "Yến"), >, 0);
  g_assert_cmpuint (count_labels (fixture->view.view, "0912345678"), ==, 0);
  g_assert_cmpuint (view_assert_named (fixture->view.view), >=, 6);
  g_assert_cmpuint (view_tab_round (&fixture->view), >=, 4);
}

/* People of one name are told apart; what is typed with its accents comes first. */
static void
test_match (Fixture *fixture, gconstpointer data)
{
  g_autoptr (SotayRoll) roll = sotay_roll_new (fixture->view.store, fixture->session);
  GDate today = sotay_date_today ();
  g_autoptr (SotayUnitProgress) whole = sotay_progress_load (fixture->view.store, &today, NULL, NULL);
  g_autoptr (SotayUnitNames) names = sotay_unit_names_new (whole);
  g_autoptr (GPtrArray) by_name = NULL;
  g_autoptr (GPtrArray) by_unit = NULL;
  g_autoptr (GPtrArray) none = NULL;
  gboolean done = FALSE;

  g_signal_connect_swapped (roll, "changed", G_CALLBACK (done_cb), &done);
  fixture_wait_for (&done);
  by_name = sotay_roll_match (roll, names, "thi thuy", NULL);
  g_assert_cmpuint (by_name->len, ==, 1);
  g_assert_cmpstr (sotay_staff_get_name (sotay_attendee_get_staff (by_name->pdata[0])), ==, "Lê Thị Thủy");
  by_unit = sotay_roll_match (roll, names, "hai tan", NULL);
  g_assert_cmpuint (by_unit->len, ==, N_PEOPLE);
  none = sotay_roll_match (roll, names, "huong", NULL);
  g_assert_cmpuint (none->len, ==, 0);
}

static void
add (const char *path, gconstpointer data, void (*test) (Fixture *, gconstpointer))
{
  g_test_add (path, Fixture, data, set_up, test, tear_down);
}

static void
add_tests (void)
{
  add ("/attendance/sixty", NULL, test_sixty);
  add ("/attendance/keys", NULL, test_keys);
  add ("/attendance/quick", NULL, test_quick);
  add ("/attendance/take-back", NULL, test_take_back);
  add ("/attendance/escape", NULL, test_escape);
  add ("/attendance/new-person", NULL, test_new_person);
  add ("/attendance/rest-absent", NULL, test_rest_absent);
  add ("/attendance/to-come", "to-come", test_to_come);
  add ("/attendance/seen", NULL, test_seen);
  add ("/attendance/match", NULL, test_match);
}

int
main (int argc, char **argv)
{
  return view_test_run (argc, argv, add_tests);
}
