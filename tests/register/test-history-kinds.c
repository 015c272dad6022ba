/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The change log with every kind of entry: undo and redo after a restart, the history of each entry; and a log that an
 * older version of the program wrote. */
#include "register/store.h"

#include "core/paths.h"
#include "fixture.h"
#include "register/campaign.h"
#include "register/edit-membership.h"
#include "register/edit-records.h"
#include "register/feedback.h"
#include "register/monthly.h"
#include "register/outreach.h"
#include "register/session.h"
#include "support/test-support.h"

#include <sqlite3.h>

#define ANY_DAY "2024-03-05"

static SotayRecord *
make (SotayRecordKind kind, const char *id, guint field, const char *value)
{
  g_autoptr (SotayRecord) plain = sotay_record_new (kind, id);

  return sotay_record_with (plain, field, value);
}

static SotayRecord *
set (SotayRecord *record, guint field, const char *value)
{
  SotayRecord *changed = sotay_record_with (record, field, value);

  g_object_unref (record);
  return changed;
}

static void
edit_and_remove (SotayStore *store, SotayRecord *record, guint field, const char *value)
{
  g_autoptr (SotayRecord) after = sotay_record_with (record, field, value);

  fixture_apply (store, sotay_edit_change_record (record, after, NULL));
  fixture_apply (store, sotay_edit_remove_record (after, NULL, NULL));
}

static SotayRecord *
add_session (SotayStore *store)
{
  SotayRecord *session = make (SOTAY_RECORD_SESSION, NULL, SOTAY_SESSION_TITLE, "Lớp");

  session = set (session, SOTAY_SESSION_DAY, ANY_DAY);
  fixture_apply (store, sotay_edit_add_record (session, NULL));
  return session;
}

static void
live_through_sessions (SotayStore *store, const char *staff_id)
{
  const char *ids[] = { staff_id, NULL };
  GDate day = fixture_date (ANY_DAY);
  g_autoptr (GPtrArray) nobody = g_ptr_array_new ();
  g_autoptr (SotayRecord) kept = add_session (store);
  g_autoptr (SotayRecord) gone = add_session (store);
  g_autoptr (SotayRecord) campaign = make (SOTAY_RECORD_CAMPAIGN, SOTAY_CAMPAIGN_ID, SOTAY_CAMPAIGN_UTILITIES, "U1 U5");

  edit_and_remove (store, gone, SOTAY_SESSION_PLACE, "Hội trường");
  fixture_apply (store, sotay_edit_invite (kept, nobody, ids));
  {
    g_autoptr (GPtrArray) invited = sotay_store_list_records (store, SOTAY_RECORD_ATTENDANCE, -1, NULL, NULL, NULL);

    fixture_apply (store, sotay_edit_record_attendance (kept, invited, ids, "late", "kẹt xe", NULL));
  }
  fixture_apply (store, sotay_edit_record_practice (nobody, ids, 0x11, SOTAY_PRACTICE_FLUENT, &day, NULL));
  fixture_apply (store, sotay_edit_change_record (NULL, campaign, NULL));
}

static void
live_through_notes (SotayStore *store)
{
  g_autoptr (SotayRecord) outreach = set (make (SOTAY_RECORD_OUTREACH, NULL, SOTAY_OUTREACH_PLACE, "Chợ"),
                                          SOTAY_OUTREACH_DAY, ANY_DAY);
  g_autoptr (SotayRecord) feedback = make (SOTAY_RECORD_FEEDBACK, NULL, SOTAY_FEEDBACK_KIND, "obstacle");

  feedback = set (g_steal_pointer (&feedback), SOTAY_FEEDBACK_TEXT, "Mạng chậm");
  feedback = set (g_steal_pointer (&feedback), SOTAY_FEEDBACK_STATE, "open");
  feedback = set (g_steal_pointer (&feedback), SOTAY_FEEDBACK_MADE_ON, ANY_DAY);
  fixture_apply (store, sotay_edit_add_record (outreach, NULL));
  edit_and_remove (store, outreach, SOTAY_OUTREACH_REACHED, "40");
  fixture_apply (store, sotay_edit_add_record (feedback, NULL));
  edit_and_remove (store, feedback, SOTAY_FEEDBACK_UTILITY, "U5");
}

static void
live_through_a_report (SotayStore *store)
{
  GDate day = fixture_date (ANY_DAY);
  g_autoptr (SotayRecord) open = sotay_monthly_new (&day, NULL);
  g_autoptr (SotayRecord) closed = sotay_monthly_close (open, &day, "2024-03-31\ndue 1");

  fixture_apply (store, sotay_monthly_save (NULL, open, NULL));
  fixture_apply (store, sotay_monthly_save (open, closed, NULL));
}

static void
transfer (SotayStore *store, const char *staff_id, SotayUnit *unit)
{
  const char *ids[] = { staff_id, NULL };
  GDate day = fixture_date ("2024-05-01");
  g_autoptr (GPtrArray) people = sotay_store_get_staff (store, ids, NULL, NULL);

  fixture_apply (store, sotay_edit_transfer_staff (people, unit, &day, NULL));
}

static void
merge (SotayStore *store, SotayUnit *unit, SotayUnit *successor)
{
  GDate day = fixture_date ("2024-07-01");
  g_autoptr (SotayStaffQuery) query = sotay_staff_query_new (sotay_unit_get_id (unit), SOTAY_STAFF_ALL, NULL, NULL);
  g_autoptr (GPtrArray) units = sotay_store_list_units (store, NULL, NULL);
  g_autoptr (GPtrArray) staff = sotay_store_list_staff (store, query, 0, 0, NULL, NULL);
  g_autoptr (GPtrArray) nothing = g_ptr_array_new ();

  fixture_apply (store,
                 sotay_edit_end_unit (unit, SOTAY_UNIT_MERGED, successor, &day, units, staff, nothing, NULL));
}

static void
remove_person (SotayStore *store, const char *staff_id)
{
  const char *ids[] = { staff_id, NULL };
  g_autoptr (GPtrArray) people = sotay_store_get_staff (store, ids, NULL, NULL);
  g_autoptr (GPtrArray) belongings = sotay_store_list_belongings (store, ids, NULL, NULL);

  fixture_apply (store, sotay_edit_remove_staff (people, belongings));
}

static char *
live (SotayStore *store)
{
  g_autoptr (SotayUnit) ward = fixture_add_unit (store, NULL, "Phường");
  g_autoptr (SotayUnit) other = fixture_add_unit (store, NULL, "Phường khác");
  g_autoptr (SotayStaff) person = fixture_add_staff (store, ward, "An");

  live_through_sessions (store, sotay_staff_get_id (person));
  live_through_notes (store);
  live_through_a_report (store);
  transfer (store, sotay_staff_get_id (person), other);
  merge (store, other, ward);
  return g_strdup (sotay_staff_get_id (person));
}

/* Each step is taken back and done again by a program that has just started. */
static void
test_restarts (void)
{
  g_autofree char *path = fixture_path ();
  SotayStore *store = fixture_store (path);
  g_autofree char *staff_id = live (store);
  g_autoptr (GPtrArray) dumps = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) steps = NULL;

  remove_person (store, staff_id);
  steps = sotay_store_list_steps (store, 0, NULL, NULL);
  g_assert_cmpuint (steps->len, ==, 22);
  for (guint i = 0; i < steps->len; i++)
    {
      g_autoptr (SotayStep) step = NULL;

      g_ptr_array_add (dumps, fixture_dump (store));
      g_object_unref (store);
      store = fixture_store (path);
      step = sotay_store_undo (store, 0, NULL, NULL);
      g_assert_cmpint (sotay_step_get_number (step), ==, sotay_step_get_number (g_ptr_array_index (steps, i)));
    }
  for (guint i = steps->len; i > 0; i--)
    {
      g_autoptr (SotayStep) step = NULL;
      g_autofree char *dump = NULL;

      g_object_unref (store);
      store = fixture_store (path);
      step = sotay_store_redo (store, NULL, NULL);
      g_assert_nonnull (step);
      dump = fixture_dump (store);
      g_assert_cmpstr (dump, ==, g_ptr_array_index (dumps, i - 1));
    }
  g_object_unref (store);
}

static void
assert_history (SotayStore *store, const char *id, const char *expected)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GPtrArray) steps = NULL;
  g_autoptr (GString) text = g_string_new (NULL);

  sotay_store_list_history_async (store, id, NULL, sotay_test_store_result, &result);
  sotay_test_wait (&result);
  steps = sotay_store_list_history_finish (store, result, NULL);
  g_assert_nonnull (steps);
  for (guint i = 0; i < steps->len; i++)
    {
      SotayStep *step = g_ptr_array_index (steps, i);

      g_string_append_printf (text, "%s%s %u", i > 0 ? ", " : "",
                              sotay_step_kind_to_string (sotay_step_get_kind (step)),
                              sotay_step_get_changes (step)->len);
    }
  g_assert_cmpstr (text->str, ==, expected);
}

/* The id of the one record of a kind. */
static char *
find_entry (SotayStore *store, SotayRecordKind kind)
{
  g_autoptr (GPtrArray) records = sotay_store_list_records (store, kind, -1, NULL, NULL, NULL);

  g_assert_cmpuint (records->len, ==, 1);
  return g_strdup (sotay_record_get_id (g_ptr_array_index (records, 0)));
}

/* What belongs to a person stands in the person's history; what others did at the same time does not. */
static void
test_histories (void)
{
  g_autofree char *path = fixture_path ();
  g_autoptr (SotayStore) store = fixture_store (path);
  g_autofree char *staff_id = live (store);
  g_autofree char *session_id = find_entry (store, SOTAY_RECORD_SESSION);
  g_autofree char *attendance_id = find_entry (store, SOTAY_RECORD_ATTENDANCE);
  g_autoptr (GPtrArray) units = sotay_store_list_units (store, NULL, NULL);

  assert_history (store, staff_id,
                  "end-unit 2, transfer-staff 2, record-practice 2, record-attendance 1, record-attendance 1, "
                  "add-staff 1");
  assert_history (store, session_id, "add-session 1");
  assert_history (store, attendance_id, "record-attendance 1, record-attendance 1");
  assert_history (store, SOTAY_CAMPAIGN_ID, "change-campaign 1");
  assert_history (store, sotay_unit_get_id (g_ptr_array_index (units, 0)), "add-unit 1");
  assert_history (store, sotay_unit_get_id (g_ptr_array_index (units, 1)), "end-unit 1, add-unit 1");
  assert_history (store, "nothing", "");
}

#define UNIT_JSON "{\"name\":\"Phường Bến Nghé\"}"
#define STAFF_JSON "{\"name\":\"Trần Thị Bình\",\"unit_id\":\"u1\",\"position\":\"Công chức\"}"
#define MARKED_JSON "{\"name\":\"Trần Thị Bình\",\"unit_id\":\"u1\",\"position\":\"Công chức\"," \
                    "\"trained_on\":\"2024-03-05\",\"passed_on\":\"2024-03-05\"}"

/* As the first version left it: its words, its keys, its log. */
static const char old_data[] =
    "INSERT INTO unit VALUES ('u1', NULL, 'Phường Bến Nghé', ' phuong ben nghe', x'01');"
    "INSERT INTO staff VALUES ('p1', 'u1', 'Trần Thị Bình', NULL, 'Công chức', NULL, NULL, NULL, NULL, NULL,"
    "  '2024-03-05', '2024-03-05', NULL, ' tran thi binh cong chuc', x'01');"
    "INSERT INTO step VALUES (1, 1, 'add-unit', 'Phường Bến Nghé', 0, 1), (2, 2, 'add-staff', 'Trần Thị Bình', 0, 1),"
    "  (3, 3, 'mark-trained', 'Trần Thị Bình', 0, 1), (4, 4, 'remove-staff', 'Trần Thị Bình', 1, 1);"
    "INSERT INTO change VALUES (1, 0, 0, 'u1', NULL, '" UNIT_JSON "'), (2, 0, 1, 'p1', NULL, '" STAFF_JSON "'),"
    "  (3, 0, 1, 'p1', '" STAFF_JSON "', '" MARKED_JSON "'), (4, 0, 1, 'p1', '" MARKED_JSON "', NULL);"
    "INSERT INTO meta VALUES ('collation', 'old');"
    "PRAGMA user_version = 1; PRAGMA application_id = 0x5354564E;";

static void
execute (sqlite3 *db, const char *sql)
{
  char *problem = NULL;

  sqlite3_exec (db, sql, NULL, NULL, &problem);
  g_assert_cmpstr (problem, ==, NULL);
}

static void
make_old (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *sql_path = sotay_test_data ("../resources/sql/001-register.sql");
  g_autofree char *sql = NULL;
  sqlite3 *db = NULL;
  g_autoptr (GError) error = NULL;

  g_file_get_contents (sql_path, &sql, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (sotay_paths_make_private (folder, NULL));
  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  execute (db, sql);
  execute (db, old_data);
  sqlite3_close (db);
}

static void
test_old_file (void)
{
  g_autofree char *path = fixture_path ();
  g_autoptr (SotayStore) store = NULL;
  g_autofree char *names = NULL;
  g_autofree char *verdict = NULL;
  g_autofree char *dump = NULL;
  g_autofree char *empty = NULL;
  g_autofree char *again = NULL;
  g_autoptr (SotayStaffStanding) standing = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (SotayStep) removal = NULL;

  make_old (path);
  store = fixture_store (path);
  verdict = sotay_store_check (store, NULL, &error);
  g_assert_no_error (error);
  names = fixture_names (store, NULL, FALSE, "binh nghe", NULL);
  g_assert_cmpstr (names, ==, "Trần Thị Bình");
  standing = sotay_store_explain_staff (store, "p1", NULL, NULL);
  g_assert_cmpstr (sotay_staff_standing_get_passed_since (standing), ==, "2024-03-05");
  dump = fixture_dump (store);
  for (guint i = 0; i < 3; i++)
    {
      g_autoptr (SotayStep) step = sotay_store_undo (store, 0, NULL, &error);

      g_assert_no_error (error);
    }
  empty = fixture_dump (store);
  g_assert_cmpstr (empty, ==, "");
  for (guint i = 0; i < 3; i++)
    {
      g_autoptr (SotayStep) step = sotay_store_redo (store, NULL, &error);

      g_assert_no_error (error);
    }
  again = fixture_dump (store);
  g_assert_cmpstr (again, ==, dump);
  /* What the old version had undone can still be done again. */
  removal = sotay_store_redo (store, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (sotay_step_get_kind (removal), ==, SOTAY_STEP_REMOVE_STAFF);
}

static void
add_tests (void)
{
  g_test_add_func ("/history-kinds/restarts", test_restarts);
  g_test_add_func ("/history-kinds/histories", test_histories);
  g_test_add_func ("/history-kinds/old-file", test_old_file);
}

int
main (int argc, char **argv)
{
  return sotay_test_run (argc, argv, add_tests);
}
