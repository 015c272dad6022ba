/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Records, the rules of their fields, and the steps that edits of them make. */
#include "register/record.h"

#include "core/dates.h"
#include "fixture.h"
#include "register/campaign.h"
#include "register/edit-records.h"
#include "register/feedback.h"
#include "register/membership.h"
#include "register/outreach.h"
#include "register/register-error.h"
#include "register/session.h"
#include "register/utilities.h"
#include "support/test-support.h"

#include <string.h>

#define ANY_DAY "2024-03-05"

static SotayRecord *
set (SotayRecord *record, guint field, const char *value)
{
  SotayRecord *changed = sotay_record_with (record, field, value);

  g_object_unref (record);
  return changed;
}

static char *
dup_tomorrow (void)
{
  GDate day = sotay_date_today ();

  g_date_add_days (&day, 1);
  return sotay_date_to_iso (&day);
}

static SotayRecord *
make_session (void)
{
  SotayRecord *session = set (sotay_record_new (SOTAY_RECORD_SESSION, NULL), SOTAY_SESSION_TITLE, "Lớp tập huấn");

  return set (session, SOTAY_SESSION_DAY, ANY_DAY);
}

static SotayRecord *
make_outreach (void)
{
  SotayRecord *outreach = set (sotay_record_new (SOTAY_RECORD_OUTREACH, NULL), SOTAY_OUTREACH_PLACE, "Nhà văn hóa");

  return set (outreach, SOTAY_OUTREACH_DAY, ANY_DAY);
}

static SotayRecord *
make_feedback (void)
{
  SotayRecord *feedback = set (sotay_record_new (SOTAY_RECORD_FEEDBACK, NULL), SOTAY_FEEDBACK_KIND, "obstacle");

  feedback = set (feedback, SOTAY_FEEDBACK_TEXT, "Không đăng nhập được");
  feedback = set (feedback, SOTAY_FEEDBACK_STATE, "open");
  return set (feedback, SOTAY_FEEDBACK_MADE_ON, ANY_DAY);
}

static SotayRecord *
make_campaign (void)
{
  return sotay_record_new (SOTAY_RECORD_CAMPAIGN, SOTAY_CAMPAIGN_ID);
}

static void
test_fields (void)
{
  g_autoptr (SotayRecord) session = sotay_record_new (SOTAY_RECORD_SESSION, NULL);
  g_autoptr (SotayRecord) titled = sotay_record_with (session, SOTAY_SESSION_TITLE, "  Lớp   một ");
  g_autoptr (SotayRecord) full = sotay_record_with (titled, SOTAY_SESSION_DOCUMENTS, " a  b \n\n\n c.pdf\n ");
  g_autoptr (SotayRecord) empty = sotay_record_with (full, SOTAY_SESSION_TITLE, "  \n ");
  g_autoptr (GVariant) variant = sotay_record_to_variant (full);
  g_autofree char *printed = g_variant_print (variant, FALSE);
  g_autoptr (SotayRecord) again = sotay_record_from_variant (SOTAY_RECORD_SESSION, "id", variant);

  g_assert_cmpuint (strlen (sotay_record_get_id (session)), ==, 36);
  g_assert_cmpstr (sotay_record_get_id (full), ==, sotay_record_get_id (session));
  g_assert_cmpint (sotay_record_get_kind (full), ==, SOTAY_RECORD_SESSION);
  g_assert_null (sotay_record_get (session, SOTAY_SESSION_TITLE));
  g_assert_cmpstr (sotay_record_get (full, SOTAY_SESSION_TITLE), ==, "Lớp một");
  g_assert_cmpstr (sotay_record_get (full, SOTAY_SESSION_DOCUMENTS), ==, "a b\nc.pdf");
  g_assert_null (sotay_record_get (empty, SOTAY_SESSION_TITLE));
  g_assert_cmpstr (printed, ==, "{'title': 'Lớp một', 'documents': 'a b\\nc.pdf'}");
  g_assert_cmpstr (sotay_record_get_id (again), ==, "id");
  g_assert_cmpstr (sotay_record_get (again, SOTAY_SESSION_DOCUMENTS), ==, "a b\nc.pdf");
  g_assert_null (sotay_record_get (again, SOTAY_SESSION_DAY));
}

static void
test_shapes (void)
{
  for (guint kind = 0; kind < SOTAY_RECORD_N_KINDS; kind++)
    {
      const SotayRecordShape *shape = sotay_record_shape (kind);

      g_assert_nonnull (shape->name);
      g_assert_cmpuint (shape->n_fields, >, 0);
    }
  g_assert_cmpstr (sotay_record_shape (SOTAY_RECORD_SESSION)->fields[SOTAY_SESSION_NOTE], ==, "note");
  g_assert_cmpuint (sotay_record_shape (SOTAY_RECORD_SESSION)->n_fields, ==, SOTAY_SESSION_NOTE + 1);
  g_assert_cmpstr (sotay_record_shape (SOTAY_RECORD_ATTENDANCE)->fields[SOTAY_ATTENDANCE_REMARK], ==, "remark");
  g_assert_cmpstr (sotay_record_shape (SOTAY_RECORD_PRACTICE)->fields[SOTAY_PRACTICE_DAY], ==, "day");
  g_assert_cmpstr (sotay_record_shape (SOTAY_RECORD_CAMPAIGN)->fields[SOTAY_CAMPAIGN_DEADLINE], ==, "deadline");
  g_assert_cmpstr (sotay_record_shape (SOTAY_RECORD_OUTREACH)->fields[SOTAY_OUTREACH_NOTE], ==, "note");
  g_assert_cmpstr (sotay_record_shape (SOTAY_RECORD_FEEDBACK)->fields[SOTAY_FEEDBACK_ANSWER], ==, "answer");
  g_assert_cmpstr (sotay_record_shape (SOTAY_RECORD_MEMBERSHIP)->fields[SOTAY_MEMBERSHIP_TO_ON], ==, "to_on");
}

typedef struct
{
  guint field;
  const char *value;
  const char *complaint; /* NULL: kept */
} Case;

static void
assert_cases (SotayRecord *(*make) (void), gboolean (*check) (SotayRecord *, GError **), const Case *cases, guint n)
{
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (SotayRecord) record = set (make (), cases[i].field, cases[i].value);
      g_autoptr (GError) error = NULL;
      gboolean kept = check (record, &error);

      g_test_message ("case %u", i);
      g_assert_cmpint (kept, ==, cases[i].complaint == NULL);
      if (cases[i].complaint == NULL)
        continue;
      g_assert_error (error, SOTAY_REGISTER_ERROR, SOTAY_REGISTER_ERROR_INVALID);
      g_assert_cmpstr (error->message, ==, cases[i].complaint);
    }
}

static void
test_session (void)
{
  g_autofree char *longest = g_strnfill (200, 'a');
  g_autofree char *longer = g_strnfill (201, 'a');
  g_autofree char *long_note = g_strnfill (1001, 'a');
  g_autofree char *tomorrow = dup_tomorrow ();
  const Case cases[] = {
    { SOTAY_SESSION_TITLE, longest, NULL },
    { SOTAY_SESSION_TITLE, longer, "title" },
    { SOTAY_SESSION_TITLE, "", "title" },
    { SOTAY_SESSION_DAY, NULL, "day" },
    { SOTAY_SESSION_DAY, "2024-02-30", "day" },
    { SOTAY_SESSION_DAY, tomorrow, NULL },
    { SOTAY_SESSION_STARTS_AT, "08:00", NULL },
    { SOTAY_SESSION_STARTS_AT, "8:00", "starts_at" },
    { SOTAY_SESSION_STARTS_AT, "24:00", "starts_at" },
    { SOTAY_SESSION_STARTS_AT, "08:60", "starts_at" },
    { SOTAY_SESSION_ENDS_AT, "11:00", "ends_at" }, /* without a start */
    { SOTAY_SESSION_FORM, "online", NULL },
    { SOTAY_SESSION_FORM, "trực tuyến", "form" },
    { SOTAY_SESSION_UTILITIES, "u1, U16", NULL },
    { SOTAY_SESSION_UTILITIES, "U17", "utilities" },
    { SOTAY_SESSION_MINUTES, "U1=5 U10=999", NULL },
    { SOTAY_SESSION_MINUTES, "U1=0", "minutes" },
    { SOTAY_SESSION_MINUTES, "U17=5", "minutes" },
    { SOTAY_SESSION_NOTE, long_note, "note" },
  };
  g_autoptr (SotayRecord) session = set (make_session (), SOTAY_SESSION_STARTS_AT, "08:00");

  assert_cases (make_session, sotay_session_check, cases, G_N_ELEMENTS (cases));
  session = set (g_steal_pointer (&session), SOTAY_SESSION_ENDS_AT, "08:00");
  g_assert_false (sotay_session_check (session, NULL));
  session = set (g_steal_pointer (&session), SOTAY_SESSION_ENDS_AT, "11:30");
  g_assert_true (sotay_session_check (session, NULL));
  g_assert_cmpuint (sotay_session_get_utilities (session), ==, 0);
  session = set (g_steal_pointer (&session), SOTAY_SESSION_UTILITIES, "all");
  g_assert_cmpuint (sotay_session_get_utilities (session), ==, SOTAY_ALL_UTILITIES);
}

static void
test_campaign (void)
{
  const Case cases[] = {
    { SOTAY_CAMPAIGN_TITLE, NULL, NULL },
    { SOTAY_CAMPAIGN_UTILITIES, "U1 U5", NULL },
    { SOTAY_CAMPAIGN_UTILITIES, "U0", "utilities" },
    { SOTAY_CAMPAIGN_EMPLOYMENTS, "official part-time", NULL },
    { SOTAY_CAMPAIGN_EMPLOYMENTS, "official boss", "employments" },
    { SOTAY_CAMPAIGN_DEADLINE, "2030-12-31", NULL },
    { SOTAY_CAMPAIGN_DEADLINE, "31/12/2030", "deadline" },
  };
  g_autoptr (SotayRecord) campaign = set (make_campaign (), SOTAY_CAMPAIGN_EMPLOYMENTS, "official public");

  assert_cases (make_campaign, sotay_campaign_check, cases, G_N_ELEMENTS (cases));
  g_assert_cmpuint (sotay_campaign_get_utilities (NULL), ==, SOTAY_ALL_UTILITIES);
  g_assert_cmpuint (sotay_campaign_get_utilities (campaign), ==, SOTAY_ALL_UTILITIES);
  g_assert_true (sotay_campaign_counts (NULL, "worker"));
  g_assert_true (sotay_campaign_counts (campaign, NULL));
  g_assert_true (sotay_campaign_counts (campaign, "public"));
  g_assert_false (sotay_campaign_counts (campaign, "worker"));
}

static void
test_outreach (void)
{
  g_autofree char *tomorrow = dup_tomorrow ();
  const Case cases[] = {
    { SOTAY_OUTREACH_REACHED, "0", NULL },
    { SOTAY_OUTREACH_REACHED, "10000000", NULL },
    { SOTAY_OUTREACH_REACHED, "10000001", "reached" },
    { SOTAY_OUTREACH_REACHED, "-1", "reached" },
    { SOTAY_OUTREACH_REACHED, "nhiều", "reached" },
    { SOTAY_OUTREACH_DAY, NULL, "day" },
    { SOTAY_OUTREACH_DAY, tomorrow, "day" },
    { SOTAY_OUTREACH_PLACE, NULL, "place" },
  };
  g_autoptr (SotayRecord) outreach = make_outreach ();

  assert_cases (make_outreach, sotay_outreach_check, cases, G_N_ELEMENTS (cases));
  g_assert_cmpuint (sotay_outreach_get_reached (outreach), ==, 0);
  outreach = set (g_steal_pointer (&outreach), SOTAY_OUTREACH_REACHED, "120");
  g_assert_cmpuint (sotay_outreach_get_reached (outreach), ==, 120);
  outreach = set (g_steal_pointer (&outreach), SOTAY_OUTREACH_PLACE, NULL);
  outreach = set (g_steal_pointer (&outreach), SOTAY_OUTREACH_FORM, "loa phường");
  g_assert_true (sotay_outreach_check (outreach, NULL));
}

static void
test_feedback (void)
{
  g_autofree char *tomorrow = dup_tomorrow ();
  const Case cases[] = {
    { SOTAY_FEEDBACK_KIND, "proposal", NULL },
    { SOTAY_FEEDBACK_KIND, "joke", "kind" },
    { SOTAY_FEEDBACK_KIND, NULL, "kind" },
    { SOTAY_FEEDBACK_TEXT, " ", "text" },
    { SOTAY_FEEDBACK_STATE, "lost", "state" },
    { SOTAY_FEEDBACK_STATE, "sent", "sent_to" }, /* to nobody */
    { SOTAY_FEEDBACK_STATE, "solved", "solved_on" },
    { SOTAY_FEEDBACK_MADE_ON, tomorrow, "made_on" },
    { SOTAY_FEEDBACK_UTILITY, "U5", NULL },
    { SOTAY_FEEDBACK_UTILITY, "five", "utility" },
    { SOTAY_FEEDBACK_SENT_TO, "Công an", "sent_to" }, /* still open */
    { SOTAY_FEEDBACK_SOLVED_ON, "2024-03-06", "solved_on" },
  };
  g_autoptr (SotayRecord) feedback = set (make_feedback (), SOTAY_FEEDBACK_STATE, "sent");
  g_autoptr (GError) error = NULL;

  assert_cases (make_feedback, sotay_feedback_check, cases, G_N_ELEMENTS (cases));
  feedback = set (g_steal_pointer (&feedback), SOTAY_FEEDBACK_SENT_TO, "Công an thành phố");
  g_assert_false (sotay_feedback_check (feedback, &error));
  g_assert_cmpstr (error->message, ==, "sent_on");
  feedback = set (g_steal_pointer (&feedback), SOTAY_FEEDBACK_SENT_ON, "2024-03-04");
  g_assert_false (sotay_feedback_check (feedback, NULL)); /* before it was made */
  feedback = set (g_steal_pointer (&feedback), SOTAY_FEEDBACK_SENT_ON, "2024-03-05");
  g_assert_true (sotay_feedback_check (feedback, NULL));
  feedback = set (g_steal_pointer (&feedback), SOTAY_FEEDBACK_STATE, "solved");
  feedback = set (g_steal_pointer (&feedback), SOTAY_FEEDBACK_SOLVED_ON, "2024-03-04");
  g_assert_false (sotay_feedback_check (feedback, NULL));
  feedback = set (g_steal_pointer (&feedback), SOTAY_FEEDBACK_SOLVED_ON, "2024-04-04");
  g_assert_true (sotay_feedback_check (feedback, NULL));
}

static void
test_unit (void)
{
  static const struct
  {
    SotayUnitField field;
    const char *value;
    const char *complaint;
  } cases[] = {
    { SOTAY_UNIT_KIND, "ward", NULL },
    { SOTAY_UNIT_KIND, "village", "kind" },
    { SOTAY_UNIT_OPENED_ON, "2024-02-30", "opened_on" },
    { SOTAY_UNIT_CLOSED_ON, "2024-01-01", "closed_on" }, /* opened on that day */
    { SOTAY_UNIT_CLOSED_ON, "2024-01-02", NULL },
    { SOTAY_UNIT_ENDING, "closed", "ending" }, /* without a day */
    { SOTAY_UNIT_SUCCESSOR_ID, "other", "successor_id" },
  };
  GDate before = fixture_date ("2023-12-31");
  GDate first = fixture_date ("2024-01-01");
  g_autoptr (SotayUnit) unit = sotay_unit_new (NULL, NULL, "Phường");
  g_autoptr (SotayUnit) opened = sotay_unit_with (unit, SOTAY_UNIT_OPENED_ON, "2024-01-01");
  g_autoptr (SotayUnit) closed = sotay_unit_with (unit, SOTAY_UNIT_CLOSED_ON, "2024-01-01");
  g_autoptr (SotayUnit) merged = sotay_unit_with (closed, SOTAY_UNIT_ENDING, "merged");
  g_autoptr (SotayUnit) itself = sotay_unit_with (merged, SOTAY_UNIT_SUCCESSOR_ID, sotay_unit_get_id (unit));
  g_autoptr (SotayUnit) other = sotay_unit_with (merged, SOTAY_UNIT_SUCCESSOR_ID, "other");

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (SotayUnit) changed = sotay_unit_with (opened, cases[i].field, cases[i].value);
      g_autoptr (GError) error = NULL;

      g_assert_cmpint (sotay_unit_check (changed, &error), ==, cases[i].complaint == NULL);
      g_assert_cmpstr (error != NULL ? error->message : NULL, ==, cases[i].complaint);
    }
  g_assert_false (sotay_unit_check (merged, NULL)); /* into nothing */
  g_assert_false (sotay_unit_check (itself, NULL));
  g_assert_true (sotay_unit_check (other, NULL));
  g_assert_true (sotay_unit_is_open (unit, &before));
  g_assert_false (sotay_unit_is_open (opened, &before));
  g_assert_true (sotay_unit_is_open (opened, &first));
  g_assert_true (sotay_unit_is_open (closed, &before));
  g_assert_false (sotay_unit_is_open (closed, &first));
}

static void
test_utilities (void)
{
  g_autofree char *some = sotay_utilities_format (0x8011);
  g_autofree char *none = sotay_utilities_format (0);
  g_autofree char *numbers = sotay_utilities_format_numbers (0x8d1f);
  g_autofree char *all = sotay_utilities_format_numbers (SOTAY_ALL_UTILITIES);
  guint found;

  g_assert_cmpstr (some, ==, "U1 U5 U16");
  g_assert_cmpstr (none, ==, "");
  g_assert_cmpstr (numbers, ==, "1–5, 9, 11, 12, 16");
  g_assert_cmpstr (all, ==, "1–16");
  g_assert_true (sotay_utilities_parse (some, &found));
  g_assert_cmpuint (found, ==, 0x8011);
  g_assert_true (sotay_utilities_parse ("ALL", &found));
  g_assert_cmpuint (found, ==, SOTAY_ALL_UTILITIES);
  g_assert_true (sotay_utilities_parse (" u2,, U2 ", &found));
  g_assert_cmpuint (found, ==, 0x2);
  g_assert_false (sotay_utilities_parse ("", &found));
  g_assert_false (sotay_utilities_parse ("U0", &found));
  g_assert_false (sotay_utilities_parse ("U17", &found));
  g_assert_false (sotay_utilities_parse ("U1x", &found));
  g_assert_false (sotay_utilities_parse ("1", &found));
}

/* Every word of an enumeration is read back as it was written. */
static void
test_words (void)
{
  SotayAttendanceStatus status;
  SotayPracticeLevel level;
  SotaySessionForm form;
  SotayFeedbackKind kind;
  SotayFeedbackState state;

  for (guint i = 0; i < SOTAY_ATTENDANCE_STATUS_N; i++)
    g_assert_true (sotay_attendance_status_from_string (sotay_attendance_status_to_string (i), &status) && status == i);
  for (guint i = 0; i < SOTAY_PRACTICE_LEVEL_N; i++)
    g_assert_true (sotay_practice_level_from_string (sotay_practice_level_to_string (i), &level) && level == i);
  for (guint i = 0; i < SOTAY_SESSION_FORM_N; i++)
    g_assert_true (sotay_session_form_from_string (sotay_session_form_to_string (i), &form) && form == i);
  for (guint i = 0; i < SOTAY_FEEDBACK_KIND_N; i++)
    g_assert_true (sotay_feedback_kind_from_string (sotay_feedback_kind_to_string (i), &kind) && kind == i);
  for (guint i = 0; i < SOTAY_FEEDBACK_STATE_N; i++)
    g_assert_true (sotay_feedback_state_from_string (sotay_feedback_state_to_string (i), &state) && state == i);
  g_assert_false (sotay_attendance_status_from_string ("here", &status));
  g_assert_false (sotay_practice_level_from_string (NULL, &level));
}

static void
test_edits (void)
{
  g_autoptr (SotayRecord) session = make_session ();
  g_autoptr (SotayRecord) bad = set (make_session (), SOTAY_SESSION_DAY, NULL);
  g_autoptr (SotayRecord) campaign = make_campaign ();
  g_autoptr (SotayRecord) feedback = make_feedback ();
  g_autofree char *long_text = g_strnfill (100, 'a');
  g_autoptr (SotayStep) add = sotay_edit_add_record (session, NULL);
  g_autoptr (SotayStep) change = sotay_edit_change_record (NULL, campaign, NULL);
  g_autoptr (SotayStep) remove = NULL;

  feedback = set (g_steal_pointer (&feedback), SOTAY_FEEDBACK_TEXT, long_text);
  remove = sotay_edit_remove_record (feedback, NULL, NULL);
  g_assert_cmpint (sotay_step_get_kind (add), ==, SOTAY_STEP_ADD_SESSION);
  g_assert_cmpstr (sotay_step_get_subject (add), ==, "Lớp tập huấn");
  g_assert_cmpint (sotay_step_get_kind (change), ==, SOTAY_STEP_CHANGE_CAMPAIGN);
  g_assert_cmpstr (sotay_step_get_subject (change), ==, "");
  g_assert_cmpint (sotay_step_get_kind (remove), ==, SOTAY_STEP_REMOVE_FEEDBACK);
  g_assert_cmpuint (strlen (sotay_step_get_subject (remove)), ==, 80);
  g_assert_null (sotay_edit_add_record (bad, NULL));
  g_assert_null (sotay_edit_change_record (session, bad, NULL));
}

/* An outreach without a place is called by its form. */
static void
test_subject_of_outreach (void)
{
  g_autoptr (SotayRecord) loudspeaker = set (make_outreach (), SOTAY_OUTREACH_PLACE, NULL);
  g_autoptr (SotayStep) add = NULL;

  loudspeaker = set (g_steal_pointer (&loudspeaker), SOTAY_OUTREACH_FORM, "Loa phường");
  add = sotay_edit_add_record (loudspeaker, NULL);
  g_assert_cmpstr (sotay_step_get_subject (add), ==, "Loa phường");
}

/* The first of a series goes: the second takes its place. */
static void
test_series (void)
{
  g_autoptr (SotayRecord) first = make_session ();
  g_autoptr (SotayRecord) second = set (make_session (), SOTAY_SESSION_SERIES_ID, sotay_record_get_id (first));
  g_autoptr (SotayRecord) third = set (make_session (), SOTAY_SESSION_SERIES_ID, sotay_record_get_id (first));
  g_autoptr (SotayRecord) attendance = sotay_attendance_new ("an", sotay_record_get_id (first), "present");
  g_autoptr (GPtrArray) slots = g_ptr_array_new ();
  g_autoptr (GPtrArray) people = g_ptr_array_new ();
  g_autoptr (SotayStep) step = NULL;
  const char *series_id;
  SotayChange *change;

  g_ptr_array_add (slots, second);
  g_ptr_array_add (slots, third);
  g_ptr_array_add (people, attendance);
  step = sotay_edit_remove_record (first, people, slots);
  g_assert_cmpuint (sotay_step_get_n_entries (step), ==, 4);
  change = g_ptr_array_index (sotay_step_get_changes (step), 1);
  g_assert_false (g_variant_lookup (change->after, "series_id", "&s", &series_id));
  change = g_ptr_array_index (sotay_step_get_changes (step), 2);
  g_assert_true (g_variant_lookup (change->after, "series_id", "&s", &series_id));
  g_assert_cmpstr (series_id, ==, sotay_record_get_id (second));
}

static void
assert_n_changes (SotayStep *step, guint expected)
{
  g_autoptr (SotayStep) owned = step;

  g_assert_nonnull (owned);
  g_assert_cmpuint (sotay_step_get_changes (owned)->len, ==, expected);
}

static void
test_attendance (void)
{
  const char *ids[] = { "an", "binh", "chi", NULL };
  g_autofree char *tomorrow = dup_tomorrow ();
  g_autoptr (SotayRecord) session = make_session ();
  g_autoptr (SotayRecord) to_come = set (make_session (), SOTAY_SESSION_DAY, tomorrow);
  g_autoptr (SotayRecord) invited = sotay_attendance_new ("an", sotay_record_get_id (session), NULL);
  g_autoptr (SotayRecord) present = sotay_attendance_new ("binh", sotay_record_get_id (session), "present");
  g_autoptr (GPtrArray) before = g_ptr_array_new ();
  g_autoptr (GError) error = NULL;

  g_ptr_array_add (before, invited);
  g_ptr_array_add (before, present);
  g_assert_false (sotay_attendance_counts (invited));
  g_assert_true (sotay_attendance_counts (present));
  assert_n_changes (sotay_edit_record_attendance (session, before, ids, "present", NULL, NULL), 2);
  assert_n_changes (sotay_edit_record_attendance (session, before, ids, "present", "đến sớm", NULL), 3);
  assert_n_changes (sotay_edit_record_attendance (session, before, ids, NULL, NULL, NULL), 1);
  assert_n_changes (sotay_edit_record_attendance (to_come, before, ids, NULL, NULL, NULL), 0);
  assert_n_changes (sotay_edit_invite (session, before, ids), 1);
  g_assert_null (sotay_edit_record_attendance (session, before, ids, "here", NULL, &error));
  g_assert_cmpstr (error->message, ==, "status");
  g_clear_error (&error);
  g_assert_null (sotay_edit_record_attendance (to_come, before, ids, "present", NULL, &error));
  g_assert_cmpstr (error->message, ==, "day");
}

static void
assert_time (const char *typed, const char *expected)
{
  g_autofree char *time = sotay_session_time_parse (typed);

  g_assert_cmpstr (time, ==, expected);
}

static void
test_times (void)
{
  assert_time ("8", "08:00");
  assert_time ("8h", "08:00");
  assert_time (" 8h30 ", "08:30");
  assert_time ("8:05", "08:05");
  assert_time ("8 giờ 30", "08:30");
  assert_time ("14 giờ", "14:00");
  assert_time ("1430", "14:30");
  assert_time ("25h", NULL);
  assert_time ("8:75", NULL);
  assert_time ("", NULL);
}

static void
test_taken_session (void)
{
  g_autofree char *tomorrow = dup_tomorrow ();
  g_autoptr (SotayRecord) session = make_session ();
  g_autoptr (SotayRecord) moved = sotay_record_with (session, SOTAY_SESSION_DAY, tomorrow);
  g_autoptr (SotayRecord) renamed = sotay_record_with (session, SOTAY_SESSION_TITLE, "Buổi bù");
  g_autoptr (SotayRecord) invited = sotay_attendance_new ("an", sotay_record_get_id (session), NULL);
  g_autoptr (SotayRecord) absent = sotay_attendance_new ("binh", sotay_record_get_id (session), "absent");
  g_autoptr (GPtrArray) attendance = g_ptr_array_new ();
  g_autoptr (GError) error = NULL;

  g_ptr_array_add (attendance, invited);
  assert_n_changes (sotay_edit_change_session (session, moved, attendance, NULL), 1);
  g_ptr_array_add (attendance, absent);
  assert_n_changes (sotay_edit_change_session (session, renamed, attendance, NULL), 1);
  g_assert_null (sotay_edit_change_session (session, moved, attendance, &error));
  g_assert_error (error, SOTAY_REGISTER_ERROR, SOTAY_REGISTER_ERROR_INVALID);
  g_assert_cmpstr (error->message, ==, "day");
}

static void
test_practice (void)
{
  const char *ids[] = { "an", "binh", NULL };
  GDate day = fixture_date ("2024-03-05");
  GDate earlier = fixture_date ("2024-03-01");
  GDate to_come = sotay_date_today ();
  g_autoptr (SotayRecord) known = sotay_practice_new ("an", 5, SOTAY_PRACTICE_FLUENT, "2024-03-04");
  g_autoptr (GPtrArray) before = g_ptr_array_new ();
  g_autoptr (GError) error = NULL;

  g_ptr_array_add (before, known);
  g_assert_cmpstr (sotay_record_get_id (known), ==, "an/U5");
  assert_n_changes (sotay_edit_record_practice (before, ids, 0x10, SOTAY_PRACTICE_FLUENT, &day, NULL), 1);
  assert_n_changes (sotay_edit_record_practice (before, ids, 0x10, SOTAY_PRACTICE_FLUENT, &earlier, NULL), 2);
  assert_n_changes (sotay_edit_record_practice (before, ids, 0x10, SOTAY_PRACTICE_TAUGHT, &day, NULL), 2);
  assert_n_changes (sotay_edit_record_practice (before, ids, 0x30, -1, &day, NULL), 1);
  assert_n_changes (sotay_edit_raise_practice (before, ids, 0x10, SOTAY_PRACTICE_TAUGHT, &day, NULL), 1);
  assert_n_changes (sotay_edit_raise_practice (before, ids, 0x10, SOTAY_PRACTICE_FLUENT, &earlier, NULL), 2);
  assert_n_changes (sotay_edit_raise_practice (before, ids, 0x30, SOTAY_PRACTICE_PRACTISED, &day, NULL), 3);
  assert_n_changes (sotay_edit_raise_practice (before, ids, 0x10, -1, &day, NULL), 1);
  g_date_add_days (&to_come, 1);
  g_assert_null (sotay_edit_record_practice (before, ids, 0x1, SOTAY_PRACTICE_FLUENT, &to_come, &error));
  g_assert_cmpstr (error->message, ==, "day");
  g_clear_error (&error);
  g_assert_null (sotay_edit_raise_practice (before, ids, 0x1, SOTAY_PRACTICE_FLUENT, &to_come, &error));
  g_assert_cmpstr (error->message, ==, "day");
}

static void
add_tests (void)
{
  g_test_add_func ("/records/fields", test_fields);
  g_test_add_func ("/records/shapes", test_shapes);
  g_test_add_func ("/records/session", test_session);
  g_test_add_func ("/records/campaign", test_campaign);
  g_test_add_func ("/records/outreach", test_outreach);
  g_test_add_func ("/records/feedback", test_feedback);
  g_test_add_func ("/records/unit", test_unit);
  g_test_add_func ("/records/utilities", test_utilities);
  g_test_add_func ("/records/words", test_words);
  g_test_add_func ("/records/edits", test_edits);
  g_test_add_func ("/records/subject-of-outreach", test_subject_of_outreach);
  g_test_add_func ("/records/series", test_series);
  g_test_add_func ("/records/attendance", test_attendance);
  g_test_add_func ("/records/taken-session", test_taken_session);
  g_test_add_func ("/records/practice", test_practice);
  g_test_add_func ("/records/times", test_times);
}

int
main (int argc, char **argv)
{
  return sotay_test_run (argc, argv, add_tests);
}
