/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The one step that writes a show into the register: done, refused cleanly, taken back. */
#include "presentation/show-record.h"

#include "fixture.h"
#include "register/edit-membership.h"
#include "register/edit-records.h"
#include "register/register-error.h"
#include "register/session.h"
#include "support/test-support.h"

#define U(number) (1u << ((number) -1))

typedef struct
{
  char *path;
  SotayStore *store;
  SotayUnit *ward;
  SotayStaff *people[3];
  GArray *items; /* U10 for 7 minutes, understood; U3 for 2 */
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  const SotayShowItem first = { .utility = 10, .covered = TRUE, .minutes = 7, .understood = TRUE };
  const SotayShowItem second = { .utility = 3, .covered = TRUE, .minutes = 2 };

  fixture->path = fixture_path ();
  fixture->store = fixture_store (fixture->path);
  fixture->ward = fixture_add_unit (fixture->store, NULL, "Phường Một");
  fixture->people[0] = fixture_add_staff (fixture->store, fixture->ward, "Lê Ánh");
  fixture->people[1] = fixture_add_staff (fixture->store, fixture->ward, "Bùi Bình");
  fixture->people[2] = fixture_add_staff (fixture->store, fixture->ward, "Trần Cúc");
  fixture->items = g_array_new (FALSE, FALSE, sizeof (SotayShowItem));
  g_array_append_val (fixture->items, first);
  g_array_append_val (fixture->items, second);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_clear_object (&fixture->store);
  g_object_unref (fixture->ward);
  for (guint i = 0; i < G_N_ELEMENTS (fixture->people); i++)
    g_object_unref (fixture->people[i]);
  g_array_unref (fixture->items);
  g_free (fixture->path);
}

static SotayRecord *
make_session (Fixture *fixture)
{
  g_autoptr (SotayRecord) empty = sotay_record_new (SOTAY_RECORD_SESSION, NULL);
  g_autoptr (SotayRecord) titled = sotay_record_with (empty, SOTAY_SESSION_TITLE, "Lớp một");
  g_autoptr (SotayRecord) dated = sotay_record_with (titled, SOTAY_SESSION_DAY, "2024-03-05");
  g_autoptr (SotayRecord) taught = sotay_record_with (dated, SOTAY_SESSION_UTILITIES, "U1");
  /* Someone of the register teaches, and is on the list as well. */
  g_autoptr (SotayRecord) led = sotay_record_with (taught, SOTAY_SESSION_TRAINER, "Lê Ánh");

  return sotay_record_with (led, SOTAY_SESSION_UNIT_ID, sotay_unit_get_id (fixture->ward));
}

static SotayRecord *
add_session (Fixture *fixture)
{
  SotayRecord *session = make_session (fixture);

  fixture_apply (fixture->store, sotay_edit_add_record (session, NULL));
  return session;
}

static void
attend (Fixture *fixture, SotayRecord *session, guint person, const char *status)
{
  const char *sessions[] = { sotay_record_get_id (session), NULL };
  const char *ids[] = { sotay_staff_get_id (fixture->people[person]), NULL };
  g_autoptr (GPtrArray) before = sotay_store_list_records (fixture->store, SOTAY_RECORD_ATTENDANCE,
                                                           SOTAY_ATTENDANCE_SESSION_ID, sessions, NULL, NULL);

  fixture_apply (fixture->store, sotay_edit_record_attendance (session, before, ids, status, NULL, NULL));
}

static SotayStep *
make_step (Fixture *fixture, SotayRecord *before, SotayRecord *session, guint practised, GError **error)
{
  GDate day = fixture_date ("2024-03-05");
  g_autoptr (SotayRecord) after = sotay_show_record_fill (session, fixture->items);
  g_autoptr (SotayShowRecord) record = sotay_show_record_new (before, after, practised, &day);

  return sotay_show_record_make_step (fixture->store, record, NULL, error);
}

static SotayRecord *
get_session (Fixture *fixture, const char *id)
{
  const char *ids[] = { id, NULL };
  g_autoptr (GPtrArray) found = sotay_store_list_records (fixture->store, SOTAY_RECORD_SESSION, SOTAY_STORE_BY_ID, ids,
                                                          NULL, NULL);

  g_assert_cmpuint (found->len, ==, 1);
  return g_object_ref (found->pdata[0]);
}

/* "U10 practised 2024-03-05" for each mark of a person. */
static char *
dup_practice (Fixture *fixture, guint person)
{
  const char *ids[] = { sotay_staff_get_id (fixture->people[person]), NULL };
  g_autoptr (GPtrArray) marks = sotay_store_list_records (fixture->store, SOTAY_RECORD_PRACTICE,
                                                          SOTAY_PRACTICE_STAFF_ID, ids, NULL, NULL);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < marks->len; i++)
    g_string_append_printf (text, "%s %s %s\n", sotay_record_get (marks->pdata[i], SOTAY_PRACTICE_UTILITY),
                            sotay_record_get (marks->pdata[i], SOTAY_PRACTICE_LEVEL),
                            sotay_record_get (marks->pdata[i], SOTAY_PRACTICE_DAY));
  return g_string_free (text, FALSE);
}

static void
assert_practice (Fixture *fixture, guint person, const char *expected)
{
  g_autofree char *text = dup_practice (fixture, person);

  g_assert_cmpstr (text, ==, expected);
}

static guint
count_steps (Fixture *fixture)
{
  g_autoptr (GPtrArray) steps = sotay_store_list_steps (fixture->store, 0, NULL, NULL);

  return steps->len;
}

static void
undo (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SotayStep) undone = sotay_store_undo (fixture->store, 0, NULL, &error);

  g_assert_no_error (error);
}

static void
test_new (Fixture *fixture, gconstpointer data)
{
  g_autoptr (SotayRecord) session = make_session (fixture);
  g_autofree char *before = fixture_dump (fixture->store);
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;
  SotayStep *step = make_step (fixture, NULL, session, U (10), &error);
  g_autoptr (SotayRecord) kept = NULL;

  g_assert_no_error (error);
  g_assert_cmpint (sotay_step_get_kind (step), ==, SOTAY_STEP_ADD_SESSION);
  g_assert_cmpstr (sotay_step_get_subject (step), ==, "Lớp một");
  fixture_apply (fixture->store, step);
  kept = get_session (fixture, sotay_record_get_id (session));
  g_assert_cmpstr (sotay_record_get (kept, SOTAY_SESSION_UTILITIES), ==, "U1 U3 U10");
  g_assert_cmpstr (sotay_record_get (kept, SOTAY_SESSION_MINUTES), ==, "U3=2 U10=7");
  undo (fixture);
  after = fixture_dump (fixture->store);
  g_assert_cmpstr (after, ==, before);
}

/* Session and practice in one step; those who were there, each once, and a better mark stays. */
static void
test_existing (Fixture *fixture, gconstpointer data)
{
  const char *fluent[] = { sotay_staff_get_id (fixture->people[1]), NULL };
  GDate day = fixture_date ("2024-02-01");
  g_autoptr (SotayRecord) session = add_session (fixture);
  g_autoptr (SotayRecord) kept = NULL;
  g_autoptr (GPtrArray) none = g_ptr_array_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  guint n_steps;
  SotayStep *step;

  attend (fixture, session, 0, "present");
  attend (fixture, session, 1, "late");
  attend (fixture, session, 2, "absent");
  fixture_apply (fixture->store,
                 sotay_edit_record_practice (none, fluent, U (10), SOTAY_PRACTICE_FLUENT, &day, NULL));
  before = fixture_dump (fixture->store);
  n_steps = count_steps (fixture);
  step = make_step (fixture, session, session, U (10), &error);
  g_assert_no_error (error);
  g_assert_cmpint (sotay_step_get_kind (step), ==, SOTAY_STEP_EDIT_SESSION);
  fixture_apply (fixture->store, step);
  g_assert_cmpuint (count_steps (fixture), ==, n_steps + 1);
  kept = get_session (fixture, sotay_record_get_id (session));
  g_assert_cmpstr (sotay_record_get (kept, SOTAY_SESSION_TITLE), ==, "Lớp một");
  g_assert_cmpstr (sotay_record_get (kept, SOTAY_SESSION_TRAINER), ==, "Lê Ánh");
  g_assert_cmpstr (sotay_record_get (kept, SOTAY_SESSION_UTILITIES), ==, "U1 U3 U10");
  assert_practice (fixture, 0, "U10 practised 2024-03-05\n");
  assert_practice (fixture, 1, "U10 fluent 2024-02-01\n");
  assert_practice (fixture, 2, "");
  undo (fixture);
  after = fixture_dump (fixture->store);
  g_assert_cmpstr (after, ==, before);
}

/* Without the switch nothing of the check is written; without anything taught there is nothing to do. */
static void
test_little (Fixture *fixture, gconstpointer data)
{
  g_autoptr (SotayRecord) session = add_session (fixture);
  g_autoptr (SotayStep) empty = NULL;
  g_autoptr (GError) error = NULL;

  attend (fixture, session, 0, "present");
  fixture_apply (fixture->store, make_step (fixture, session, session, 0, &error));
  g_assert_no_error (error);
  assert_practice (fixture, 0, "");
  g_array_set_size (fixture->items, 0);
  empty = make_step (fixture, session, session, 0, &error);
  g_assert_no_error (error);
  g_assert_true (sotay_step_is_empty (empty));
}

static void
assert_refused (Fixture *fixture, SotayStep *step, int code)
{
  g_autofree char *before = fixture_dump (fixture->store);
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_nonnull (step);
  g_assert_false (sotay_store_apply (fixture->store, step, NULL, &error));
  g_assert_error (error, SOTAY_REGISTER_ERROR, code);
  after = fixture_dump (fixture->store);
  g_assert_cmpstr (after, ==, before);
  g_object_unref (step);
}

/* Another program changed the session while the show went on. */
static void
test_changed (Fixture *fixture, gconstpointer data)
{
  g_autoptr (SotayRecord) session = add_session (fixture);
  g_autoptr (SotayRecord) renamed = sotay_record_with (session, SOTAY_SESSION_TITLE, "Lớp hai");

  fixture_apply (fixture->store, sotay_edit_change_record (session, renamed, NULL));
  assert_refused (fixture, make_step (fixture, session, session, U (10), NULL), SOTAY_REGISTER_ERROR_CONFLICT);
}

static void
test_removed (Fixture *fixture, gconstpointer data)
{
  g_autoptr (SotayRecord) session = add_session (fixture);

  fixture_apply (fixture->store, sotay_edit_remove_record (session, NULL, NULL));
  assert_refused (fixture, make_step (fixture, session, session, 0, NULL), SOTAY_REGISTER_ERROR_CONFLICT);
}

/* A mark is taken away between the reading and the writing. */
static void
test_outdated (Fixture *fixture, gconstpointer data)
{
  g_autoptr (SotayRecord) session = add_session (fixture);
  SotayStep *step;

  attend (fixture, session, 0, "present");
  step = make_step (fixture, session, session, U (10), NULL);
  attend (fixture, session, 0, "absent");
  assert_refused (fixture, step, SOTAY_REGISTER_ERROR_OUTDATED);
}

static void
assert_rule (Fixture *fixture, SotayRecord *session, const char *field)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SotayStep) step = make_step (fixture, NULL, session, 0, &error);

  g_assert_null (step);
  g_assert_error (error, SOTAY_REGISTER_ERROR, SOTAY_REGISTER_ERROR_INVALID);
  g_assert_cmpstr (error->message, ==, field);
}

static void
test_rules (Fixture *fixture, gconstpointer data)
{
  GDate last = fixture_date ("2024-03-01");
  g_autoptr (SotayRecord) session = make_session (fixture);
  g_autoptr (SotayRecord) nameless = sotay_record_with (session, SOTAY_SESSION_TITLE, NULL);
  g_autoptr (SotayRecord) homeless = sotay_record_with (session, SOTAY_SESSION_UNIT_ID, "nobody");
  g_autoptr (SotayUnit) unit = fixture_add_unit (fixture->store, NULL, "Phường Hai");
  g_autoptr (SotayRecord) late = sotay_record_with (session, SOTAY_SESSION_UNIT_ID, sotay_unit_get_id (unit));
  g_autoptr (GPtrArray) units = sotay_store_list_units (fixture->store, NULL, NULL);
  g_autoptr (GPtrArray) nothing = g_ptr_array_new ();

  assert_rule (fixture, nameless, "title");
  assert_rule (fixture, homeless, "unit_id");
  fixture_apply (fixture->store, sotay_edit_end_unit (unit, SOTAY_UNIT_CLOSED, NULL, &last, units, nothing, nothing,
                                                      NULL));
  assert_rule (fixture, late, "unit_id");
}

/* A register that cannot be read: nothing is made, and nothing is lost. */
static void
test_unreadable (Fixture *fixture, gconstpointer data)
{
  g_autofree char *folder = sotay_test_folder ();
  g_autofree char *path = g_build_filename (folder, "register.db", NULL);
  g_autoptr (SotayStore) broken = NULL;
  g_autoptr (SotayRecord) session = make_session (fixture);
  GDate day = fixture_date ("2024-03-05");
  g_autoptr (SotayShowRecord) record = sotay_show_record_new (session, session, U (10), &day);
  g_autoptr (SotayStep) step = NULL;
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, "this is no database, and it is longer than one hundred bytes, which is where the header "
                             "of a real one would end", -1, &error);
  g_assert_no_error (error);
  broken = fixture_store (path);
  step = sotay_show_record_make_step (broken, record, NULL, &error);
  g_assert_null (step);
  g_assert_error (error, SOTAY_REGISTER_ERROR, SOTAY_REGISTER_ERROR_CORRUPT);
}

static void
add_tests (void)
{
#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)
  ADD ("/show-step/new", test_new);
  ADD ("/show-step/existing", test_existing);
  ADD ("/show-step/little", test_little);
  ADD ("/show-step/changed", test_changed);
  ADD ("/show-step/removed", test_removed);
  ADD ("/show-step/outdated", test_outdated);
  ADD ("/show-step/rules", test_rules);
  ADD ("/show-step/unreadable", test_unreadable);
#undef ADD
}

int
main (int argc, char **argv)
{
  return sotay_test_run (argc, argv, add_tests);
}
