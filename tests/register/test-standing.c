/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The rule of 100 %: kept right by every step, and explained. */
#include "register/standing.h"

#include "core/dates.h"
#include "fixture.h"
#include "register/campaign.h"
#include "register/edit-records.h"
#include "register/register-error.h"
#include "register/session.h"
#include "register/utilities.h"
#include "support/test-support.h"

typedef struct
{
  SotayStore *store;
  SotayStaff *person;
} Desk;

static void
desk_init (Desk *desk)
{
  g_autofree char *path = fixture_path ();
  g_autoptr (SotayUnit) unit = NULL;

  desk->store = fixture_store (path);
  unit = fixture_add_unit (desk->store, NULL, "Phường");
  desk->person = fixture_add_staff (desk->store, unit, "An");
}

static void
desk_clear (Desk *desk)
{
  g_object_unref (desk->person);
  g_object_unref (desk->store);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Desk, desk_clear)

/* In the row that the figures are made of, and in the explanation. */
static void
assert_since (Desk *desk, const char *trained, const char *passed)
{
  const char *ids[] = { sotay_staff_get_id (desk->person), NULL };
  g_autoptr (GPtrArray) found = sotay_store_get_staff (desk->store, ids, NULL, NULL);
  g_autoptr (SotayStaffStanding) standing = sotay_store_explain_staff (desk->store, ids[0], NULL, NULL);

  g_assert_nonnull (found);
  g_assert_cmpstr (sotay_staff_get_trained_since (g_ptr_array_index (found, 0)), ==, trained);
  g_assert_cmpstr (sotay_staff_get_passed_since (g_ptr_array_index (found, 0)), ==, passed);
  g_assert_cmpstr (sotay_staff_standing_get_trained_since (standing), ==, trained);
  g_assert_cmpstr (sotay_staff_standing_get_passed_since (standing), ==, passed);
}

static SotayRecord *
make_session (const char *id, const char *day, const char *utilities)
{
  g_autoptr (SotayRecord) plain = sotay_record_new (SOTAY_RECORD_SESSION, id);
  g_autoptr (SotayRecord) titled = sotay_record_with (plain, SOTAY_SESSION_TITLE, "Lớp");
  g_autoptr (SotayRecord) dated = sotay_record_with (titled, SOTAY_SESSION_DAY, day);

  return sotay_record_with (dated, SOTAY_SESSION_UTILITIES, utilities);
}

static SotayRecord *
add_session (Desk *desk, const char *day, const char *utilities)
{
  SotayRecord *session = make_session (NULL, day, utilities);

  fixture_apply (desk->store, sotay_edit_add_record (session, NULL));
  return session;
}

static void
attend (Desk *desk, SotayRecord *session, const char *status)
{
  const char *ids[] = { sotay_staff_get_id (desk->person), NULL };
  g_autoptr (GPtrArray) before = sotay_store_list_records (desk->store, SOTAY_RECORD_ATTENDANCE,
                                                           SOTAY_ATTENDANCE_STAFF_ID, ids, NULL, NULL);

  fixture_apply (desk->store, sotay_edit_record_attendance (session, before, ids, status, NULL, NULL));
}

static void
practise (Desk *desk, guint utilities, int level, const char *day)
{
  const char *ids[] = { sotay_staff_get_id (desk->person), NULL };
  g_autoptr (GPtrArray) before = sotay_store_list_records (desk->store, SOTAY_RECORD_PRACTICE, SOTAY_PRACTICE_STAFF_ID,
                                                           ids, NULL, NULL);
  GDate date = fixture_date (day);

  fixture_apply (desk->store, sotay_edit_record_practice (before, ids, utilities, level, &date, NULL));
}

static void
set_campaign (Desk *desk, const char *utilities, const char *employments)
{
  g_autoptr (GPtrArray) found = sotay_store_list_records (desk->store, SOTAY_RECORD_CAMPAIGN, -1, NULL, NULL, NULL);
  g_autoptr (SotayRecord) plain = sotay_record_new (SOTAY_RECORD_CAMPAIGN, SOTAY_CAMPAIGN_ID);
  g_autoptr (SotayRecord) required = sotay_record_with (plain, SOTAY_CAMPAIGN_UTILITIES, utilities);
  g_autoptr (SotayRecord) after = sotay_record_with (required, SOTAY_CAMPAIGN_EMPLOYMENTS, employments);

  fixture_apply (desk->store,
                 sotay_edit_change_record (found->len > 0 ? g_ptr_array_index (found, 0) : NULL, after, NULL));
}

static void
undo (Desk *desk)
{
  g_autoptr (SotayStep) step = sotay_store_undo (desk->store, 0, NULL, NULL);

  g_assert_nonnull (step);
}

static void
redo (Desk *desk)
{
  g_autoptr (SotayStep) step = sotay_store_redo (desk->store, NULL, NULL);

  g_assert_nonnull (step);
}

static void
test_attendance (void)
{
  g_auto (Desk) desk = { 0 };
  g_autoptr (SotayRecord) half = NULL;
  g_autoptr (SotayRecord) rest = NULL;

  desk_init (&desk);
  half = add_session (&desk, "2024-03-05", "U1 U2 U3 U4 U5 U6 U7 U8");
  rest = add_session (&desk, "2024-04-05", "U8 U9 U10 U11 U12 U13 U14 U15 U16");
  attend (&desk, half, "present");
  assert_since (&desk, NULL, NULL);
  attend (&desk, rest, "excused");
  assert_since (&desk, NULL, NULL);
  attend (&desk, rest, "late");
  assert_since (&desk, "2024-04-05", NULL);
  undo (&desk);
  assert_since (&desk, NULL, NULL);
  redo (&desk);
  assert_since (&desk, "2024-04-05", NULL);
}

/* A session that was held on another day, or taught less, changes everyone who was there. */
static void
test_session (void)
{
  g_auto (Desk) desk = { 0 };
  g_autoptr (SotayRecord) session = NULL;
  g_autoptr (SotayRecord) moved = NULL;
  g_autoptr (SotayRecord) less = NULL;
  g_autoptr (GPtrArray) attendance = NULL;

  desk_init (&desk);
  session = add_session (&desk, "2024-03-05", "all");
  attend (&desk, session, "present");
  assert_since (&desk, "2024-03-05", NULL);
  moved = make_session (sotay_record_get_id (session), "2024-03-06", "all");
  fixture_apply (desk.store, sotay_edit_change_record (session, moved, NULL));
  assert_since (&desk, "2024-03-06", NULL);
  less = make_session (sotay_record_get_id (session), "2024-03-06", "U1");
  fixture_apply (desk.store, sotay_edit_change_record (moved, less, NULL));
  assert_since (&desk, NULL, NULL);
  undo (&desk);
  assert_since (&desk, "2024-03-06", NULL);
  attendance = sotay_store_list_records (desk.store, SOTAY_RECORD_ATTENDANCE, -1, NULL, NULL, NULL);
  fixture_apply (desk.store, sotay_edit_remove_record (moved, attendance, NULL));
  assert_since (&desk, NULL, NULL);
  undo (&desk);
  assert_since (&desk, "2024-03-06", NULL);
}

static void
test_practice (void)
{
  g_auto (Desk) desk = { 0 };
  g_autoptr (SotayRecord) session = NULL;

  desk_init (&desk);
  session = add_session (&desk, "2024-03-05", "all");
  practise (&desk, SOTAY_ALL_UTILITIES, SOTAY_PRACTICE_PRACTISED, "2024-02-01");
  practise (&desk, SOTAY_ALL_UTILITIES, SOTAY_PRACTICE_FLUENT, "2024-03-01");
  assert_since (&desk, NULL, NULL); /* not trained */
  attend (&desk, session, "present");
  assert_since (&desk, "2024-03-05", "2024-03-05"); /* never before trained */
  practise (&desk, 0x1, SOTAY_PRACTICE_TAUGHT, "2024-03-06");
  assert_since (&desk, "2024-03-05", NULL);
  practise (&desk, 0x1, SOTAY_PRACTICE_FLUENT, "2024-03-10");
  assert_since (&desk, "2024-03-05", "2024-03-10");
  practise (&desk, 0x1, -1, "2024-03-10");
  assert_since (&desk, "2024-03-05", NULL);
}

static void
test_campaign (void)
{
  g_auto (Desk) desk = { 0 };
  GDate day = fixture_date ("2024-12-31");
  g_autoptr (SotayRecord) session = NULL;
  g_autoptr (SotayStaff) worker = NULL;
  g_autoptr (GArray) trend = NULL;
  g_autoptr (SotayStaffStanding) standing = NULL;

  desk_init (&desk);
  worker = fixture_change (desk.store, desk.person, SOTAY_STAFF_EMPLOYMENT, "worker");
  session = add_session (&desk, "2024-03-05", "U1 U5");
  attend (&desk, session, "present");
  assert_since (&desk, NULL, NULL);
  set_campaign (&desk, "U1 U5", NULL);
  assert_since (&desk, "2024-03-05", NULL);
  set_campaign (&desk, "U1 U5", "official public");
  trend = sotay_store_list_trend (desk.store, NULL, &day, 1, NULL, NULL);
  g_assert_cmpuint (g_array_index (trend, SotayTrendPoint, 0).due, ==, 0);
  standing = sotay_store_explain_staff (desk.store, sotay_staff_get_id (desk.person), NULL, NULL);
  g_assert_false (sotay_staff_standing_counts (standing));
  undo (&desk);
  g_array_unref (trend);
  trend = sotay_store_list_trend (desk.store, NULL, &day, 1, NULL, NULL);
  g_assert_cmpuint (g_array_index (trend, SotayTrendPoint, 0).due, ==, 1);
  g_assert_cmpuint (g_array_index (trend, SotayTrendPoint, 0).trained, ==, 1);
  undo (&desk);
  assert_since (&desk, NULL, NULL);
}

/* Half are workers, half are officials. */
static void
import (Desk *desk, guint n)
{
  g_autoptr (SotayStep) step = sotay_step_new (SOTAY_STEP_IMPORT_STAFF, "danh-sach.csv");

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (SotayStaff) plain = sotay_staff_new (NULL, "B", sotay_staff_get_unit_id (desk->person));
      const char *employment = i % 2 == 0 ? "worker" : "official";
      g_autoptr (SotayStaff) person = sotay_staff_with (plain, SOTAY_STAFF_EMPLOYMENT, employment);

      sotay_step_take (step, SOTAY_RECORD_STAFF, sotay_staff_get_id (person), NULL, sotay_staff_to_record (person));
    }
  g_assert_true (sotay_store_apply (desk->store, step, NULL, NULL));
}

/* @n people are imported while the campaign leaves some of them out. */
static void
import_newcomers (guint n)
{
  g_auto (Desk) desk = { 0 };
  GDate day = fixture_date ("2024-12-31");
  g_autoptr (GArray) trend = NULL;

  desk_init (&desk);
  set_campaign (&desk, NULL, "official");
  import (&desk, n);
  trend = sotay_store_list_trend (desk.store, NULL, &day, 1, NULL, NULL);
  g_assert_cmpuint (g_array_index (trend, SotayTrendPoint, 0).due, ==, 1 + n / 2);
}

static void
test_newcomers (void)
{
  import_newcomers (10);
  import_newcomers (3000); /* so many are written another way */
}

/* With the figures kept of today, which the check counts again. */
static void
assert_due (Desk *desk, guint n)
{
  GDate today = sotay_date_today ();
  g_autoptr (GPtrArray) tallies = sotay_store_tally (desk->store, &today, NULL, NULL);
  g_autofree char *verdict = sotay_store_check (desk->store, NULL, NULL);

  g_assert_cmpuint (tallies->len, ==, 1);
  g_assert_cmpuint (((SotayTally *) tallies->pdata[0])->due, ==, n);
  g_assert_nonnull (verdict);
}

/* The campaign changes over @n people, when the figures of today are kept. */
static void
change_campaign (guint n)
{
  g_auto (Desk) desk = { 0 };
  g_autoptr (SotayRecord) session = NULL;

  desk_init (&desk);
  import (&desk, n);
  session = add_session (&desk, "2024-03-05", "U1 U5");
  attend (&desk, session, "late");
  practise (&desk, 0x11, SOTAY_PRACTICE_FLUENT, "2024-03-07");
  practise (&desk, 0x2, SOTAY_PRACTICE_PRACTISED, "2024-03-08");
  assert_due (&desk, 1 + n);
  set_campaign (&desk, "U1 U5", "worker");
  assert_due (&desk, 1 + n / 2);
  assert_since (&desk, "2024-03-05", "2024-03-07");
  set_campaign (&desk, "U1 U2", NULL);
  assert_due (&desk, 1 + n);
  assert_since (&desk, NULL, NULL);
  undo (&desk);
  assert_due (&desk, 1 + n / 2);
  assert_since (&desk, "2024-03-05", "2024-03-07");
  undo (&desk);
  assert_due (&desk, 1 + n);
  assert_since (&desk, NULL, NULL);
  redo (&desk);
  assert_due (&desk, 1 + n / 2);
}

static void
test_campaign_of_many (void)
{
  change_campaign (10);
  change_campaign (3000); /* so many have the index of the figures made anew */
}

static void
test_by_hand (void)
{
  g_auto (Desk) desk = { 0 };
  GDate day = fixture_date ("2024-02-01");
  GDate later = fixture_date ("2024-06-01");
  g_autoptr (GPtrArray) people = g_ptr_array_new ();
  g_autofree char *long_reason = g_strnfill (1001, 'a');
  g_autoptr (SotayRecord) session = NULL;
  g_autoptr (SotayStaffStanding) by_hand = NULL;
  g_autoptr (SotayStaffStanding) by_rule = NULL;
  g_autoptr (GError) error = NULL;

  desk_init (&desk);
  g_ptr_array_add (people, desk.person);
  g_assert_null (sotay_edit_mark_trained (people, &day, FALSE, long_reason, &error));
  g_assert_cmpstr (error->message, ==, "reason");
  fixture_apply (desk.store, sotay_edit_mark_trained (people, &day, TRUE, "Đã học ở Sở", NULL));
  by_hand = sotay_store_explain_staff (desk.store, sotay_staff_get_id (desk.person), NULL, NULL);
  g_assert_cmpint (sotay_staff_standing_get_trained_by (by_hand), ==, SOTAY_STANDING_BY_HAND);
  g_assert_cmpint (sotay_staff_standing_get_passed_by (by_hand), ==, SOTAY_STANDING_BY_HAND);
  g_assert_cmpstr (sotay_staff_standing_get_reason (by_hand), ==, "Đã học ở Sở");
  g_assert_cmpuint (sotay_staff_standing_get_missing_training (by_hand), ==, SOTAY_ALL_UTILITIES);
  session = add_session (&desk, "2024-01-05", "all");
  attend (&desk, session, "present");
  assert_since (&desk, "2024-01-05", "2024-02-01");
  by_rule = sotay_store_explain_staff (desk.store, sotay_staff_get_id (desk.person), NULL, NULL);
  g_assert_cmpint (sotay_staff_standing_get_trained_by (by_rule), ==, SOTAY_STANDING_BY_RULE);
  g_ptr_array_set_size (people, 0);
  g_ptr_array_add (people, sotay_staff_standing_get_staff (by_rule));
  fixture_apply (desk.store, sotay_edit_mark_trained (people, NULL, FALSE, NULL, NULL));
  assert_since (&desk, "2024-01-05", NULL);
  /* Who counts since an earlier day needs no mark. */
  g_clear_object (&by_rule);
  by_rule = sotay_store_explain_staff (desk.store, sotay_staff_get_id (desk.person), NULL, NULL);
  g_ptr_array_set_size (people, 0);
  g_ptr_array_add (people, sotay_staff_standing_get_staff (by_rule));
  g_assert_null (sotay_staff_standing_get_reason (by_rule));
  {
    g_autoptr (SotayStep) nothing = sotay_edit_mark_trained (people, &later, FALSE, NULL, NULL);

    g_assert_cmpuint (sotay_step_get_changes (nothing)->len, ==, 0);
  }
  fixture_apply (desk.store, sotay_edit_mark_trained (people, &later, TRUE, NULL, NULL));
  assert_since (&desk, "2024-01-05", "2024-06-01");
}

static void
test_explained (void)
{
  g_auto (Desk) desk = { 0 };
  g_autoptr (SotayRecord) early = NULL;
  g_autoptr (SotayRecord) late = NULL;
  g_autoptr (SotayRecord) missed = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (SotayStaffStanding) standing = NULL;
  g_autoptr (GError) error = NULL;

  desk_init (&desk);
  set_campaign (&desk, "U1 U2 U3", NULL);
  late = add_session (&desk, "2024-05-05", "U1");
  early = add_session (&desk, "2024-03-05", "U1 U2");
  missed = add_session (&desk, "2024-01-05", "U3");
  attend (&desk, late, "late");
  attend (&desk, early, "present");
  attend (&desk, missed, "absent");
  practise (&desk, 0x2, SOTAY_PRACTICE_FLUENT, "2024-03-07");
  sotay_store_explain_staff_async (desk.store, sotay_staff_get_id (desk.person), NULL, sotay_test_store_result,
                                   &result);
  sotay_test_wait (&result);
  standing = sotay_store_explain_staff_finish (desk.store, result, NULL);
  g_assert_cmpuint (sotay_staff_standing_get_required (standing), ==, 0x7);
  g_assert_cmpuint (sotay_staff_standing_get_sessions (standing)->len, ==, 2);
  g_assert_cmpstr (sotay_record_get_id (sotay_staff_standing_get_sessions (standing)->pdata[0]), ==,
                   sotay_record_get_id (early));
  g_assert_cmpstr (sotay_staff_standing_get_taught_on (standing, 1), ==, "2024-03-05");
  g_assert_cmpstr (sotay_staff_standing_get_taught_on (standing, 2), ==, "2024-03-05");
  g_assert_null (sotay_staff_standing_get_taught_on (standing, 3));
  g_assert_cmpstr (sotay_staff_standing_get_fluent_on (standing, 2), ==, "2024-03-07");
  g_assert_cmpuint (sotay_staff_standing_get_missing_training (standing), ==, 0x4);
  g_assert_cmpuint (sotay_staff_standing_get_missing_practice (standing), ==, 0x5);
  g_assert_cmpint (sotay_staff_standing_get_trained_by (standing), ==, SOTAY_STANDING_NOT);
  g_assert_true (sotay_staff_standing_counts (standing));
  g_assert_null (sotay_store_explain_staff (desk.store, "nobody", NULL, &error));
  g_assert_error (error, SOTAY_REGISTER_ERROR, SOTAY_REGISTER_ERROR_NOT_FOUND);
}

static void
test_trend_days (void)
{
  g_auto (Desk) desk = { 0 };
  GDate last = fixture_date ("2024-03-15");
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GArray) trend = NULL;
  static const char *const days[] = { "2023-12-31", "2024-01-31", "2024-02-29", "2024-03-15" };

  desk_init (&desk);
  fixture_mark (desk.store, desk.person, "2024-02-29");
  sotay_store_list_trend_async (desk.store, NULL, &last, 4, NULL, sotay_test_store_result, &result);
  sotay_test_wait (&result);
  trend = sotay_store_list_trend_finish (desk.store, result, NULL);
  g_assert_cmpuint (trend->len, ==, 4);
  for (guint i = 0; i < trend->len; i++)
    {
      SotayTrendPoint *point = &g_array_index (trend, SotayTrendPoint, i);
      GDate day = fixture_date (days[i]);

      g_assert_cmpint (g_date_compare (&point->day, &day), ==, 0);
      g_assert_cmpuint (point->due, ==, 1);
      g_assert_cmpuint (point->trained, ==, i >= 2);
      g_assert_cmpuint (point->passed, ==, 0);
    }
}

/* A day of passing before that of training, as an import may bring. */
static void
test_passed_before_trained (void)
{
  g_auto (Desk) desk = { 0 };
  g_autoptr (SotayStaff) plain = NULL;
  g_autoptr (SotayStaff) trained = NULL;
  g_autoptr (SotayStaff) passed = NULL;

  desk_init (&desk);
  plain = sotay_staff_new (NULL, "B", sotay_staff_get_unit_id (desk.person));
  trained = sotay_staff_with (plain, SOTAY_STAFF_TRAINED_ON, "2024-05-01");
  passed = sotay_staff_with (trained, SOTAY_STAFF_PASSED_ON, "2024-03-01");
  fixture_apply (desk.store, sotay_edit_add_staff (passed, NULL));
  g_set_object (&desk.person, passed);
  assert_since (&desk, "2024-05-01", "2024-05-01");
}

static void
add_tests (void)
{
  g_test_add_func ("/standing/attendance", test_attendance);
  g_test_add_func ("/standing/session", test_session);
  g_test_add_func ("/standing/practice", test_practice);
  g_test_add_func ("/standing/campaign", test_campaign);
  g_test_add_func ("/standing/campaign-of-many", test_campaign_of_many);
  g_test_add_func ("/standing/newcomers", test_newcomers);
  g_test_add_func ("/standing/by-hand", test_by_hand);
  g_test_add_func ("/standing/explained", test_explained);
  g_test_add_func ("/standing/trend-days", test_trend_days);
  g_test_add_func ("/standing/passed-before-trained", test_passed_before_trained);
}

int
main (int argc, char **argv)
{
  return sotay_test_run (argc, argv, add_tests);
}
