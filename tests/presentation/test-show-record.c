/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a show proposes for the register, from scripted timelines. */
#include "presentation/show-record.h"

#include "lesson.h"
#include "register/session.h"
#include "support/test-support.h"

#define SECOND ((gint64) 1000)
#define MINUTE (60 * SECOND)

typedef struct
{
  SotayCatalogue *catalogue;
  SotayDeck *deck; /* U10 for 8 minutes, U3 for 5 */
  SotayTimeline *timeline;
  SotayCheckTally *tally;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->catalogue = lesson_load_catalogue ();
  fixture->deck = lesson_deck (fixture->catalogue, "10:8 3:5");
  fixture->timeline = sotay_timeline_new ();
  fixture->tally = sotay_check_tally_new ();
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_object_unref (fixture->catalogue);
  g_object_unref (fixture->deck);
  g_object_unref (fixture->timeline);
  g_object_unref (fixture->tally);
}

/* "U10 covered 7 of 8" for each item. */
static char *
propose (Fixture *fixture)
{
  g_autoptr (GArray) items = sotay_show_record_propose (fixture->deck, fixture->timeline, fixture->tally);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < items->len; i++)
    {
      const SotayShowItem *item = &g_array_index (items, SotayShowItem, i);

      g_string_append_printf (text, "%sU%u %s%u of %u%s", i > 0 ? ", " : "", item->utility,
                              item->covered ? "covered " : "", item->minutes, item->planned,
                              item->understood ? " understood" : "");
    }
  return g_string_free (text, FALSE);
}

static void
assert_proposed (Fixture *fixture, const char *expected)
{
  g_autofree char *text = propose (fixture);

  g_assert_cmpstr (text, ==, expected);
}

static char *
find_last_step (Fixture *fixture, guint utility)
{
  for (guint i = 0; i < sotay_deck_get_n_slides (fixture->deck); i++)
    {
      const SotaySlideParts *parts = sotay_slide_get_parts (sotay_deck_get_slide (fixture->deck, i));

      if (parts->kind == SOTAY_SLIDE_STEP && parts->utility == utility && parts->number == parts->count)
        return g_strdup (parts->id);
    }
  g_assert_not_reached ();
}

static void
test_nothing (Fixture *fixture, gconstpointer data)
{
  assert_proposed (fixture, "U10 8 of 8, U3 5 of 5");
  sotay_timeline_show (fixture->timeline, "title", 0, 0);
  sotay_timeline_tick (fixture->timeline, 0);
  assert_proposed (fixture, "U10 8 of 8, U3 5 of 5");
}

static void
test_long_enough (Fixture *fixture, gconstpointer data)
{
  sotay_timeline_show (fixture->timeline, "U10/utility", 10, 0);
  sotay_timeline_show (fixture->timeline, "U3/utility", 3, MINUTE);
  sotay_timeline_tick (fixture->timeline, 2 * MINUTE - 1);
  assert_proposed (fixture, "U10 covered 1 of 8, U3 1 of 5");
  sotay_timeline_tick (fixture->timeline, 2 * MINUTE);
  assert_proposed (fixture, "U10 covered 1 of 8, U3 covered 1 of 5");
}

static void
test_last_step (Fixture *fixture, gconstpointer data)
{
  g_autofree char *last = find_last_step (fixture, 3);

  sotay_timeline_show (fixture->timeline, "U3/step-1", 3, 0);
  sotay_timeline_show (fixture->timeline, last, 3, 2 * SECOND);
  sotay_timeline_show (fixture->timeline, "U10/utility", 10, 2 * SECOND);
  sotay_timeline_tick (fixture->timeline, 20 * SECOND);
  assert_proposed (fixture, "U10 1 of 8, U3 covered 1 of 5");
}

/* Half a minute and more is one more; the record holds three digits. */
static void
test_rounding (Fixture *fixture, gconstpointer data)
{
  sotay_timeline_show (fixture->timeline, "U10/utility", 10, 0);
  sotay_timeline_show (fixture->timeline, "U3/utility", 3, 7 * MINUTE + 30 * SECOND);
  sotay_timeline_tick (fixture->timeline, 7 * MINUTE + 30 * SECOND + 3 * MINUTE + 29 * SECOND);
  assert_proposed (fixture, "U10 covered 8 of 8, U3 covered 3 of 5");
  sotay_timeline_tick (fixture->timeline, 3000 * MINUTE);
  assert_proposed (fixture, "U10 covered 8 of 8, U3 covered 999 of 5");
}

/* A break is nobody's; what is shown again is added up. */
static void
test_breaks (Fixture *fixture, gconstpointer data)
{
  sotay_timeline_show (fixture->timeline, "U10/utility", 10, 0);
  sotay_timeline_pause (fixture->timeline, 2 * MINUTE);
  sotay_timeline_show (fixture->timeline, "U10/utility", 10, 60 * MINUTE);
  sotay_timeline_show (fixture->timeline, "U3/utility", 3, 62 * MINUTE);
  sotay_timeline_show (fixture->timeline, "U10/step-1", 10, 63 * MINUTE);
  sotay_timeline_tick (fixture->timeline, 64 * MINUTE);
  assert_proposed (fixture, "U10 covered 5 of 8, U3 covered 1 of 5");
}

/* Continued with a timeline of another lesson: what it has not planned comes after. */
static void
test_others (Fixture *fixture, gconstpointer data)
{
  sotay_timeline_show (fixture->timeline, "U16/utility", 16, 0);
  sotay_timeline_show (fixture->timeline, "U1/utility", 1, 4 * MINUTE);
  sotay_timeline_tick (fixture->timeline, 4 * MINUTE + 10 * SECOND);
  assert_proposed (fixture, "U10 8 of 8, U3 5 of 5, U1 1 of 0, U16 covered 4 of 0");
}

static void
test_understood (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GArray) items = NULL;

  sotay_check_tally_set (fixture->tally, "U10/check-1", 10, 1, 1, 40);
  sotay_check_tally_set (fixture->tally, "U10/check-1", 10, 1, 0, 10);
  sotay_check_tally_set (fixture->tally, "U3/check-1", 3, 0, 0, 79);
  sotay_check_tally_set (fixture->tally, "U3/check-1", 3, 0, 2, 21);
  assert_proposed (fixture, "U10 8 of 8 understood, U3 5 of 5");
  items = sotay_show_record_propose (fixture->deck, fixture->timeline, fixture->tally);
  g_assert_cmpfloat_with_epsilon (g_array_index (items, SotayShowItem, 1).share, 0.79, 1e-9);
  /* What was not taught was not practised, whatever the hands say. */
  g_assert_cmpuint (sotay_show_record_get_understood (items), ==, 0);
  g_array_index (items, SotayShowItem, 0).covered = TRUE;
  g_array_index (items, SotayShowItem, 1).covered = TRUE;
  g_assert_cmpuint (sotay_show_record_get_understood (items), ==, 1u << 9);
  g_assert_cmpuint (sotay_show_record_get_covered (items), ==, 1u << 9 | 1u << 2);
}

static gint64
at (int day, int hour, int minute)
{
  g_autoptr (GDateTime) time = g_date_time_new_local (2024, 3, day, hour, minute, 0);

  return g_date_time_to_unix (time) * G_USEC_PER_SEC;
}

static void
assert_times (gint64 started, gint64 elapsed, gint64 now, const char *day, const char *from, const char *until)
{
  g_autoptr (SotayRecord) session = sotay_show_record_new_session ("Lớp", "unit", started, elapsed, now);

  g_assert_true (sotay_session_check (session, NULL));
  g_assert_cmpstr (sotay_record_get (session, SOTAY_SESSION_TITLE), ==, "Lớp");
  g_assert_cmpstr (sotay_record_get (session, SOTAY_SESSION_UNIT_ID), ==, "unit");
  g_assert_cmpstr (sotay_record_get (session, SOTAY_SESSION_DAY), ==, day);
  g_assert_cmpstr (sotay_record_get (session, SOTAY_SESSION_STARTS_AT), ==, from);
  g_assert_cmpstr (sotay_record_get (session, SOTAY_SESSION_ENDS_AT), ==, until);
}

static void
test_times (void)
{
  assert_times (at (5, 8, 0), 90 * MINUTE, at (5, 9, 30), "2024-03-05", "08:00", "09:30");
  /* The program was away for an hour in between. */
  assert_times (at (5, 8, 0), 90 * MINUTE, at (5, 10, 30), "2024-03-05", "08:00", "10:30");
  /* Continued the next day. */
  assert_times (at (5, 8, 0), 90 * MINUTE, at (6, 10, 30), "2024-03-05", "08:00", "09:30");
  assert_times (at (5, 8, 0), 0, at (5, 8, 0), "2024-03-05", "08:00", NULL);
  /* Past midnight. */
  assert_times (at (5, 23, 30), 60 * MINUTE, at (6, 0, 30), "2024-03-05", "23:30", "23:59");
  assert_times (at (5, 23, 59), 60 * MINUTE, at (6, 0, 59), "2024-03-05", "23:59", NULL);
  /* Someone put the clock back. */
  assert_times (at (5, 8, 0), 90 * MINUTE, at (5, 7, 0), "2024-03-05", "08:00", NULL);
}

static void
assert_filled (Fixture *fixture, const char *utilities, const char *minutes, const char *expected_utilities,
               const char *expected_minutes)
{
  g_autoptr (GArray) items = sotay_show_record_propose (fixture->deck, fixture->timeline, fixture->tally);
  g_autoptr (SotayRecord) empty = sotay_record_new (SOTAY_RECORD_SESSION, NULL);
  g_autoptr (SotayRecord) taught = sotay_record_with (empty, SOTAY_SESSION_UTILITIES, utilities);
  g_autoptr (SotayRecord) session = sotay_record_with (taught, SOTAY_SESSION_MINUTES, minutes);
  g_autoptr (SotayRecord) filled = sotay_show_record_fill (session, items);

  g_assert_cmpstr (sotay_record_get (filled, SOTAY_SESSION_UTILITIES), ==, expected_utilities);
  g_assert_cmpstr (sotay_record_get (filled, SOTAY_SESSION_MINUTES), ==, expected_minutes);
  g_assert_cmpstr (sotay_record_get_id (filled), ==, sotay_record_get_id (empty));
}

/* What is there stays, and what was taught is added. */
static void
test_fill (Fixture *fixture, gconstpointer data)
{
  assert_filled (fixture, "U1", "U1=4", "U1", "U1=4");
  assert_filled (fixture, NULL, NULL, NULL, NULL);
  sotay_timeline_show (fixture->timeline, "U10/utility", 10, 0);
  sotay_timeline_show (fixture->timeline, "U3/utility", 3, 7 * MINUTE);
  sotay_timeline_tick (fixture->timeline, 7 * MINUTE + SECOND);
  assert_filled (fixture, NULL, NULL, "U10", "U10=7");
  assert_filled (fixture, "U1 U10", "U1=4 U10=3", "U1 U10", "U1=4 U10=10");
  assert_filled (fixture, "U10", "U10=998", "U10", "U10=999");
}

static void
add_tests (void)
{
#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)
  ADD ("/show-record/nothing", test_nothing);
  ADD ("/show-record/long-enough", test_long_enough);
  ADD ("/show-record/last-step", test_last_step);
  ADD ("/show-record/rounding", test_rounding);
  ADD ("/show-record/breaks", test_breaks);
  ADD ("/show-record/others", test_others);
  ADD ("/show-record/understood", test_understood);
  ADD ("/show-record/fill", test_fill);
#undef ADD
  g_test_add_func ("/show-record/times", test_times);
}

int
main (int argc, char **argv)
{
  return sotay_test_run (argc, argv, add_tests);
}
