/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who belongs where and since when: transfers, leaving, units that end, removals. Past figures stay where they were. */
#include "register/edit-membership.h"

#include "core/dates.h"
#include "fixture.h"
#include "register/attendance.h"
#include "register/edit-records.h"
#include "register/membership.h"
#include "register/outreach.h"
#include "register/register-error.h"
#include "register/session.h"
#include "support/test-support.h"

/* A city with two wards; a school below the first. One person in each, joined on 2024-01-01. */
typedef struct
{
  SotayStore *store;
  SotayUnit *city;
  SotayUnit *first;
  SotayUnit *second;
  SotayUnit *school;
  SotayStaff *an;   /* in the first ward */
  SotayStaff *binh; /* in the second ward */
  SotayStaff *chi;  /* in the school */
} Office;

static SotayStaff *
add_person (Office *office, SotayUnit *unit, const char *name)
{
  g_autoptr (SotayStaff) plain = sotay_staff_new (NULL, name, sotay_unit_get_id (unit));
  SotayStaff *person = sotay_staff_with (plain, SOTAY_STAFF_JOINED_ON, "2024-01-01");

  fixture_apply (office->store, sotay_edit_add_staff (person, NULL));
  return person;
}

static void
office_init (Office *office)
{
  g_autofree char *path = fixture_path ();

  office->store = fixture_store (path);
  office->city = fixture_add_unit (office->store, NULL, "Thành phố");
  office->first = fixture_add_unit (office->store, office->city, "Phường Một");
  office->second = fixture_add_unit (office->store, office->city, "Phường Hai");
  office->school = fixture_add_unit (office->store, office->first, "Trường");
  office->an = add_person (office, office->first, "An");
  office->binh = add_person (office, office->second, "Bình");
  office->chi = add_person (office, office->school, "Chi");
}

static void
office_clear (Office *office)
{
  g_object_unref (office->an);
  g_object_unref (office->binh);
  g_object_unref (office->chi);
  g_object_unref (office->city);
  g_object_unref (office->first);
  g_object_unref (office->second);
  g_object_unref (office->school);
  g_object_unref (office->store);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Office, office_clear)

static GPtrArray *
list_one (SotayStore *store, SotayStaff *person)
{
  const char *ids[] = { sotay_staff_get_id (person), NULL };
  GPtrArray *found = sotay_store_get_staff (store, ids, NULL, NULL);

  g_assert_nonnull (found);
  return found;
}

/* The names of the units that have people on the day, with how many: "Phường Hai 1, Trường 2". */
static void
assert_due (SotayStore *store, const char *day, const char *expected)
{
  GDate date = fixture_date (day);
  g_autoptr (GPtrArray) units = sotay_store_list_units (store, NULL, NULL);
  g_autoptr (GPtrArray) tallies = sotay_store_tally (store, &date, NULL, NULL);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < units->len; i++)
    for (guint j = 0; j < tallies->len; j++)
      {
        SotayTally *tally = g_ptr_array_index (tallies, j);

        if (tally->due > 0 && g_str_equal (tally->unit_id, sotay_unit_get_id (g_ptr_array_index (units, i))))
          g_string_append_printf (text, "%s%s %u", text->len > 0 ? ", " : "",
                                  sotay_unit_get_name (g_ptr_array_index (units, i)), tally->due);
      }
  g_assert_cmpstr (text->str, ==, expected);
}

static void
assert_refused (SotayStep *step, GError **error, const char *field)
{
  g_assert_null (step);
  g_assert_error (*error, SOTAY_REGISTER_ERROR, SOTAY_REGISTER_ERROR_INVALID);
  g_assert_cmpstr ((*error)->message, ==, field);
  g_clear_error (error);
}

static GPtrArray *
list_belongings (SotayStore *store, char **ids)
{
  g_auto (GStrv) owned = ids;
  GPtrArray *belongings = sotay_store_list_belongings (store, (const char *const *) owned, NULL, NULL);

  g_assert_nonnull (belongings);
  return belongings;
}

static GPtrArray *
list_staff_of (SotayStore *store, SotayUnit *unit)
{
  g_autoptr (SotayStaffQuery) query = sotay_staff_query_new (sotay_unit_get_id (unit), SOTAY_STAFF_ALL, NULL, NULL);

  return sotay_store_list_staff (store, query, 0, 0, NULL, NULL);
}

static SotayStep *
end (Office *office, SotayUnit *unit, SotayUnitEnding ending, SotayUnit *successor, const char *day, GError **error)
{
  GDate date = fixture_date (day);
  g_autoptr (GPtrArray) units = sotay_store_list_units (office->store, NULL, NULL);
  g_autoptr (GPtrArray) staff = list_staff_of (office->store, unit);
  g_autoptr (GPtrArray) belongings = list_belongings (office->store, sotay_edit_list_ids (unit, units, staff));

  return sotay_edit_end_unit (unit, ending, successor, &date, units, staff, belongings, error);
}

static void
transfer (SotayStore *store, SotayStaff *person, SotayUnit *unit, const char *day)
{
  GDate date = fixture_date (day);
  g_autoptr (GPtrArray) people = list_one (store, person);

  fixture_apply (store, sotay_edit_transfer_staff (people, unit, &date, NULL));
}

static void
undo (SotayStore *store)
{
  g_autoptr (SotayStep) step = sotay_store_undo (store, 0, NULL, NULL);

  g_assert_nonnull (step);
}

static void
test_transfer (void)
{
  g_auto (Office) office = { 0 };
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  office_init (&office);
  before = fixture_dump (office.store);
  transfer (office.store, office.an, office.second, "2024-03-05");
  assert_due (office.store, "2024-03-04", "Phường Hai 1, Phường Một 1, Trường 1");
  assert_due (office.store, "2024-03-05", "Phường Hai 2, Trường 1");
  transfer (office.store, office.an, office.school, "2024-05-01");
  assert_due (office.store, "2024-03-04", "Phường Hai 1, Phường Một 1, Trường 1");
  assert_due (office.store, "2024-04-30", "Phường Hai 2, Trường 1");
  assert_due (office.store, "2024-05-01", "Phường Hai 1, Trường 2");
  undo (office.store);
  undo (office.store);
  after = fixture_dump (office.store);
  g_assert_cmpstr (after, ==, before);
  assert_due (office.store, "2024-05-01", "Phường Hai 1, Phường Một 1, Trường 1");
}

static void
test_transfer_refused (void)
{
  g_auto (Office) office = { 0 };
  GDate joining = fixture_date ("2024-01-01");
  GDate later = fixture_date ("2024-06-01");
  g_autoptr (GPtrArray) people = NULL;
  g_autoptr (SotayStep) nothing = NULL;
  g_autoptr (SotayStaff) left = NULL;
  g_autoptr (SotayUnit) to_come = NULL;
  GError *error = NULL;

  office_init (&office);
  people = list_one (office.store, office.an);
  assert_refused (sotay_edit_transfer_staff (people, office.second, &joining, &error), &error,
                  "joined_on");
  to_come = sotay_unit_with (office.second, SOTAY_UNIT_OPENED_ON, "2024-06-02");
  assert_refused (sotay_edit_transfer_staff (people, to_come, &later, &error), &error, "unit_id");
  nothing = sotay_edit_transfer_staff (people, office.first, &later, NULL);
  g_assert_cmpuint (sotay_step_get_changes (nothing)->len, ==, 0);
  left = sotay_staff_with (office.an, SOTAY_STAFF_LEFT_ON, "2024-06-01");
  g_ptr_array_set_size (people, 0);
  g_ptr_array_add (people, g_object_ref (left));
  assert_refused (sotay_edit_transfer_staff (people, office.second, &later, &error), &error,
                  "left_on");
}

/* A joining day before the end of a former membership would count the person twice. */
static void
test_never_twice (void)
{
  g_auto (Office) office = { 0 };
  g_autoptr (GPtrArray) people = NULL;
  g_autoptr (SotayStaff) after = NULL;
  g_autoptr (SotayStep) step = NULL;
  g_autoptr (GError) error = NULL;

  office_init (&office);
  transfer (office.store, office.an, office.second, "2024-03-05");
  people = list_one (office.store, office.an);
  after = sotay_staff_with (g_ptr_array_index (people, 0), SOTAY_STAFF_JOINED_ON, "2024-03-04");
  step = sotay_edit_change_staff (g_ptr_array_index (people, 0), after, NULL);
  g_assert_false (sotay_store_apply (office.store, step, NULL, &error));
  g_assert_error (error, SOTAY_REGISTER_ERROR, SOTAY_REGISTER_ERROR_INVALID);
  g_assert_cmpstr (error->message, ==, "joined_on");
  assert_due (office.store, "2024-03-04", "Phường Hai 1, Phường Một 1, Trường 1");
}

static void
test_leave (void)
{
  g_auto (Office) office = { 0 };
  GDate joining = fixture_date ("2024-01-01");
  GDate day = fixture_date ("2024-04-01");
  g_autoptr (GPtrArray) people = NULL;
  GError *error = NULL;

  office_init (&office);
  people = list_one (office.store, office.an);
  assert_refused (sotay_edit_leave (people, &joining, &error), &error, "left_on");
  fixture_apply (office.store, sotay_edit_leave (people, &day, NULL));
  assert_due (office.store, "2024-03-31", "Phường Hai 1, Phường Một 1, Trường 1");
  assert_due (office.store, "2024-04-01", "Phường Hai 1, Trường 1");
  g_ptr_array_unref (people);
  people = list_one (office.store, office.an);
  fixture_apply (office.store, sotay_edit_leave (people, NULL, NULL));
  assert_due (office.store, "2024-04-01", "Phường Hai 1, Phường Một 1, Trường 1");
}

/* The school goes on below the second ward, and its past stays with the first. */
static void
test_merge (void)
{
  g_auto (Office) office = { 0 };
  GDate before = fixture_date ("2024-06-30");
  GDate after = fixture_date ("2024-07-01");
  g_autofree char *dump = NULL;
  g_autofree char *dump_again = NULL;
  g_autoptr (GArray) first = NULL;
  g_autoptr (GArray) second = NULL;

  office_init (&office);
  dump = fixture_dump (office.store);
  fixture_apply (office.store, end (&office, office.first, SOTAY_UNIT_MERGED, office.second, "2024-07-01", NULL));
  assert_due (office.store, "2024-06-30", "Phường Hai 1, Phường Một 1, Trường 1");
  assert_due (office.store, "2024-07-01", "Phường Hai 2, Trường 1");
  first = sotay_store_list_trend (office.store, sotay_unit_get_id (office.first), &before, 1, NULL, NULL);
  g_assert_cmpuint (g_array_index (first, SotayTrendPoint, 0).due, ==, 2);
  second = sotay_store_list_trend (office.store, sotay_unit_get_id (office.second), &after, 2, NULL, NULL);
  g_assert_cmpuint (g_array_index (second, SotayTrendPoint, 0).due, ==, 1);
  g_assert_cmpuint (g_array_index (second, SotayTrendPoint, 1).due, ==, 3);
  undo (office.store);
  dump_again = fixture_dump (office.store);
  g_assert_cmpstr (dump_again, ==, dump);
}

static void
test_rename (void)
{
  g_auto (Office) office = { 0 };
  g_autoptr (SotayUnit) renamed = NULL;
  g_autoptr (GPtrArray) units = NULL;
  guint n_found = 0;

  office_init (&office);
  renamed = sotay_unit_new (NULL, sotay_unit_get_id (office.city), "Phường Bến Nghé");
  fixture_apply (office.store, end (&office, office.first, SOTAY_UNIT_RENAMED, renamed, "2024-07-01", NULL));
  assert_due (office.store, "2024-06-30", "Phường Hai 1, Phường Một 1, Trường 1");
  assert_due (office.store, "2024-07-01", "Phường Bến Nghé 1, Phường Hai 1, Trường 1");
  units = sotay_store_list_units (office.store, NULL, NULL);
  for (guint i = 0; i < units->len; i++)
    {
      SotayUnit *unit = g_ptr_array_index (units, i);

      if (!g_str_equal (sotay_unit_get_id (unit), sotay_unit_get_id (office.first)))
        continue;
      g_assert_cmpstr (sotay_unit_get_field (unit, SOTAY_UNIT_SUCCESSOR_ID), ==, sotay_unit_get_id (renamed));
      g_assert_cmpstr (sotay_unit_get_field (unit, SOTAY_UNIT_ENDING), ==, "renamed");
      n_found++;
    }
  g_assert_cmpuint (n_found, ==, 1);
}

static void
test_close (void)
{
  g_auto (Office) office = { 0 };

  office_init (&office);
  fixture_apply (office.store, end (&office, office.first, SOTAY_UNIT_CLOSED, NULL, "2024-07-01", NULL));
  assert_due (office.store, "2024-06-30", "Phường Hai 1, Phường Một 1, Trường 1");
  assert_due (office.store, "2024-07-01", "Phường Hai 1");
}

/* The first ward ended before An left it: from that day on An was in the second. */
static void
test_end_in_the_past (void)
{
  g_auto (Office) office = { 0 };

  office_init (&office);
  transfer (office.store, office.an, office.school, "2024-05-01");
  fixture_apply (office.store, end (&office, office.first, SOTAY_UNIT_MERGED, office.second, "2024-03-01", NULL));
  assert_due (office.store, "2024-02-29", "Phường Hai 1, Phường Một 1, Trường 1");
  assert_due (office.store, "2024-03-01", "Phường Hai 2, Trường 1");
  assert_due (office.store, "2024-05-01", "Phường Hai 1, Trường 2");
  undo (office.store);
  assert_due (office.store, "2024-03-01", "Phường Hai 1, Phường Một 1, Trường 1");
}

static void
test_end_refused (void)
{
  g_auto (Office) office = { 0 };
  g_autoptr (SotayUnit) nameless = NULL;
  g_autoptr (SotayUnit) below = NULL;
  g_autoptr (GPtrArray) units = NULL;
  g_autoptr (SotayUnit) closed = NULL;
  GError *error = NULL;

  office_init (&office);
  nameless = sotay_unit_new (NULL, NULL, "");
  below = sotay_unit_new (NULL, sotay_unit_get_id (office.school), "Dưới");
  assert_refused (end (&office, office.first, SOTAY_UNIT_MERGED, NULL, "2024-07-01", &error), &error,
                  "successor_id");
  assert_refused (end (&office, office.first, SOTAY_UNIT_MERGED, office.first, "2024-07-01", &error),
                  &error, "successor_id");
  assert_refused (end (&office, office.first, SOTAY_UNIT_MERGED, office.school, "2024-07-01", &error),
                  &error, "successor_id");
  assert_refused (end (&office, office.first, SOTAY_UNIT_RENAMED, office.second, "2024-07-01", &error),
                  &error, "successor_id");
  assert_refused (end (&office, office.first, SOTAY_UNIT_RENAMED, below, "2024-07-01", &error),
                  &error, "successor_id");
  assert_refused (end (&office, office.first, SOTAY_UNIT_RENAMED, nameless, "2024-07-01", &error),
                  &error, "name");
  assert_refused (end (&office, office.first, SOTAY_UNIT_CLOSED, office.second, "2024-07-01", &error),
                  &error, "successor_id");
  assert_refused (end (&office, office.first, SOTAY_UNIT_CLOSED, NULL, "2024-01-01", &error),
                  &error, "joined_on");
  closed = sotay_unit_with (office.first, SOTAY_UNIT_CLOSED_ON, "2024-07-01");
  assert_refused (end (&office, closed, SOTAY_UNIT_CLOSED, NULL, "2024-08-01", &error), &error,
                  "closed_on");
  /* The end of a unit is no plain edit. */
  units = sotay_store_list_units (office.store, NULL, NULL);
  assert_refused (sotay_edit_change_unit (office.first, closed, units, &error), &error, "closed_on");
}

static SotayRecord *
add_session (Office *office, SotayUnit *unit)
{
  g_autoptr (SotayRecord) plain = sotay_record_new (SOTAY_RECORD_SESSION, NULL);
  g_autoptr (SotayRecord) titled = sotay_record_with (plain, SOTAY_SESSION_TITLE, "Lớp");
  g_autoptr (SotayRecord) dated = sotay_record_with (titled, SOTAY_SESSION_DAY, "2024-03-05");
  SotayRecord *session = sotay_record_with (dated, SOTAY_SESSION_UNIT_ID, sotay_unit_get_id (unit));

  fixture_apply (office->store, sotay_edit_add_record (session, NULL));
  return session;
}

static void
attend (Office *office, SotayRecord *session)
{
  const char *ids[] = { sotay_staff_get_id (office->an), sotay_staff_get_id (office->binh), NULL };
  g_autoptr (GPtrArray) nobody = g_ptr_array_new ();

  fixture_apply (office->store, sotay_edit_record_attendance (session, nobody, ids, "present", NULL, NULL));
}

/* An goes with memberships, attendance and practice; others' attendance stays. */
static void
test_remove_staff (void)
{
  g_auto (Office) office = { 0 };
  const char *ids[] = { NULL, NULL };
  GDate day = fixture_date ("2024-03-05");
  g_autoptr (SotayRecord) session = NULL;
  g_autoptr (GPtrArray) nobody = g_ptr_array_new ();
  g_autoptr (GPtrArray) people = NULL;
  g_autoptr (GPtrArray) belongings = NULL;
  g_autoptr (GPtrArray) left = NULL;

  office_init (&office);
  ids[0] = sotay_staff_get_id (office.an);
  session = add_session (&office, office.second);
  attend (&office, session);
  fixture_apply (office.store, sotay_edit_record_practice (nobody, ids, 0x3, SOTAY_PRACTICE_FLUENT, &day, NULL));
  transfer (office.store, office.an, office.second, "2024-04-01");
  people = list_one (office.store, office.an);
  belongings = list_belongings (office.store, sotay_edit_list_staff_ids (people));
  g_assert_cmpuint (belongings->len, ==, 4);
  fixture_apply (office.store, sotay_edit_remove_staff (people, belongings));
  assert_due (office.store, "2024-03-05", "Phường Hai 1, Trường 1");
  left = sotay_store_list_records (office.store, SOTAY_RECORD_ATTENDANCE, -1, NULL, NULL, NULL);
  g_assert_cmpuint (left->len, ==, 1);
  undo (office.store);
  g_ptr_array_unref (belongings);
  belongings = list_belongings (office.store, sotay_edit_list_staff_ids (people));
  g_assert_cmpuint (belongings->len, ==, 4);
}

/* Sessions and former memberships pass to the unit above; at the top to none. */
static void
test_remove_unit (void)
{
  g_auto (Office) office = { 0 };
  g_autoptr (SotayRecord) session = NULL;
  g_autoptr (GPtrArray) units = NULL;
  g_autoptr (GPtrArray) staff = NULL;
  g_autoptr (GPtrArray) belongings = NULL;
  g_autoptr (GPtrArray) sessions = NULL;

  office_init (&office);
  session = add_session (&office, office.first);
  attend (&office, session);
  transfer (office.store, office.an, office.second, "2024-04-01");
  fixture_apply (office.store, end (&office, office.second, SOTAY_UNIT_MERGED, office.first, "2024-09-01", NULL));
  transfer (office.store, office.an, office.city, "2024-10-01");
  units = sotay_store_list_units (office.store, NULL, NULL);
  staff = list_staff_of (office.store, office.first);
  belongings = list_belongings (office.store, sotay_edit_list_ids (office.first, units, staff));
  fixture_apply (office.store, sotay_edit_remove_unit (office.first, units, staff, belongings));
  assert_due (office.store, "2024-03-31", "Thành phố 1");
  assert_due (office.store, "2024-08-31", "Phường Hai 1");
  assert_due (office.store, "2024-10-01", "Thành phố 1");
  sessions = sotay_store_list_records (office.store, SOTAY_RECORD_SESSION, -1, NULL, NULL, NULL);
  g_assert_cmpstr (sotay_record_get (g_ptr_array_index (sessions, 0), SOTAY_SESSION_UNIT_ID), ==,
                   sotay_unit_get_id (office.city));
  undo (office.store);
  assert_due (office.store, "2024-03-31", "Phường Hai 1, Phường Một 1, Trường 1");
}

static void
test_remove_top (void)
{
  g_auto (Office) office = { 0 };
  g_autoptr (SotayRecord) session = NULL;
  g_autoptr (SotayUnit) elsewhere = NULL;
  g_autoptr (GPtrArray) units = NULL;
  g_autoptr (GPtrArray) staff = NULL;
  g_autoptr (GPtrArray) belongings = NULL;
  g_autoptr (GPtrArray) sessions = NULL;
  g_autoptr (GPtrArray) former = NULL;

  office_init (&office);
  session = add_session (&office, office.first);
  elsewhere = fixture_add_unit (office.store, NULL, "Tỉnh");
  transfer (office.store, office.an, elsewhere, "2024-04-01");
  units = sotay_store_list_units (office.store, NULL, NULL);
  staff = list_staff_of (office.store, office.city);
  belongings = list_belongings (office.store, sotay_edit_list_ids (office.city, units, staff));
  fixture_apply (office.store, sotay_edit_remove_unit (office.city, units, staff, belongings));
  sessions = sotay_store_list_records (office.store, SOTAY_RECORD_SESSION, -1, NULL, NULL, NULL);
  g_assert_null (sotay_record_get (g_ptr_array_index (sessions, 0), SOTAY_SESSION_UNIT_ID));
  former = sotay_store_list_records (office.store, SOTAY_RECORD_MEMBERSHIP, -1, NULL, NULL, NULL);
  g_assert_cmpuint (former->len, ==, 0);
  assert_due (office.store, "2024-04-01", "Tỉnh 1");
}

static void
test_change_people (void)
{
  g_auto (Office) office = { 0 };
  g_autoptr (GPtrArray) before = g_ptr_array_new ();
  g_autoptr (GPtrArray) after = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (SotayStep) step = NULL;
  GError *error = NULL;

  office_init (&office);
  g_ptr_array_add (before, office.an);
  g_ptr_array_add (before, office.binh);
  g_ptr_array_add (after, sotay_staff_with (office.an, SOTAY_STAFF_LEVEL, "2"));
  g_ptr_array_add (after, sotay_staff_with (office.binh, SOTAY_STAFF_LEVEL, "2"));
  step = sotay_edit_change_people (before, after, NULL);
  g_assert_cmpuint (sotay_step_get_n_entries (step), ==, 2);
  g_assert_cmpstr (sotay_step_get_subject (step), ==, "");
  g_assert_true (sotay_store_apply (office.store, step, NULL, NULL));
  g_ptr_array_add (before, office.chi);
  g_ptr_array_add (after, sotay_staff_with (office.chi, SOTAY_STAFF_LEVEL, "9"));
  assert_refused (sotay_edit_change_people (before, after, &error), &error, "level");
}

static void
add_tests (void)
{
  g_test_add_func ("/membership/transfer", test_transfer);
  g_test_add_func ("/membership/transfer-refused", test_transfer_refused);
  g_test_add_func ("/membership/never-twice", test_never_twice);
  g_test_add_func ("/membership/leave", test_leave);
  g_test_add_func ("/membership/merge", test_merge);
  g_test_add_func ("/membership/rename", test_rename);
  g_test_add_func ("/membership/close", test_close);
  g_test_add_func ("/membership/end-in-the-past", test_end_in_the_past);
  g_test_add_func ("/membership/end-refused", test_end_refused);
  g_test_add_func ("/membership/remove-staff", test_remove_staff);
  g_test_add_func ("/membership/remove-unit", test_remove_unit);
  g_test_add_func ("/membership/remove-top", test_remove_top);
  g_test_add_func ("/membership/change-people", test_change_people);
}

int
main (int argc, char **argv)
{
  return sotay_test_run (argc, argv, add_tests);
}
