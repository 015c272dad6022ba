/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "presentation/timeline.h"

#include "support/test-support.h"

static void
assert_entries (SotayTimeline *timeline, const char *expected)
{
  GPtrArray *entries = sotay_timeline_get_entries (timeline);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < entries->len; i++)
    {
      const SotayTimelineEntry *entry = g_ptr_array_index (entries, i);

      g_string_append_printf (text, "%s %u %" G_GINT64_FORMAT "-%" G_GINT64_FORMAT "\n", entry->slide_id,
                              entry->utility, entry->start, entry->end);
    }
  g_assert_cmpstr (text->str, ==, expected);
}

static void
test_empty (void)
{
  g_autoptr (SotayTimeline) timeline = sotay_timeline_new ();

  sotay_timeline_tick (timeline, 500);
  sotay_timeline_pause (timeline, 600);
  assert_entries (timeline, "");
  g_assert_cmpint (sotay_timeline_get_elapsed (timeline), ==, 0);
  g_assert_cmpuint (sotay_timeline_get_shown (timeline), ==, 0);
}

static void
test_script (void)
{
  g_autoptr (SotayTimeline) timeline = sotay_timeline_new ();

  sotay_timeline_show (timeline, "title", 0, 0);
  sotay_timeline_show (timeline, "U10/utility", 10, 2000);
  sotay_timeline_show (timeline, "U10/step-1", 10, 2500);
  sotay_timeline_show (timeline, "U3/utility", 3, 9001);
  sotay_timeline_show (timeline, "U10/step-1", 10, 9002);
  sotay_timeline_tick (timeline, 9500);
  assert_entries (timeline, "title 0 0-2000\nU10/utility 10 2000-2500\nU10/step-1 10 2500-9001\n"
                            "U3/utility 3 9001-9002\nU10/step-1 10 9002-9500\n");
  g_assert_cmpint (sotay_timeline_get_elapsed (timeline), ==, 9500);
  g_assert_cmpint (sotay_timeline_get_utility (timeline, 10), ==, 500 + 6501 + 498);
  g_assert_cmpint (sotay_timeline_get_utility (timeline, 3), ==, 1);
  g_assert_cmpint (sotay_timeline_get_utility (timeline, 16), ==, 0);
  g_assert_cmphex (sotay_timeline_get_shown (timeline), ==, 1 << 9 | 1 << 2);
}

static void
test_merge (void)
{
  g_autoptr (SotayTimeline) timeline = sotay_timeline_new ();

  sotay_timeline_show (timeline, "list", 0, 10);
  sotay_timeline_show (timeline, "list", 0, 20);
  sotay_timeline_show (timeline, "list", 0, 30);
  assert_entries (timeline, "list 0 10-30\n");
}

/* A break counts for nothing, and what comes after it is an entry of its own. */
static void
test_pause (void)
{
  g_autoptr (SotayTimeline) timeline = sotay_timeline_new ();

  sotay_timeline_show (timeline, "U1/utility", 1, 0);
  sotay_timeline_pause (timeline, 100);
  sotay_timeline_tick (timeline, 700);
  sotay_timeline_pause (timeline, 800);
  assert_entries (timeline, "U1/utility 1 0-100\n");
  sotay_timeline_show (timeline, "U1/utility", 1, 900);
  sotay_timeline_tick (timeline, 950);
  assert_entries (timeline, "U1/utility 1 0-100\nU1/utility 1 900-950\n");
  g_assert_cmpint (sotay_timeline_get_elapsed (timeline), ==, 150);
  g_assert_cmpint (sotay_timeline_get_utility (timeline, 1), ==, 150);
}

static void
test_backwards (void)
{
  g_autoptr (SotayTimeline) timeline = sotay_timeline_new ();

  sotay_timeline_show (timeline, "title", 0, 100);
  sotay_timeline_show (timeline, "list", 0, 50);
  sotay_timeline_tick (timeline, -7);
  sotay_timeline_pause (timeline, 20);
  assert_entries (timeline, "title 0 100-100\nlist 0 100-100\n");
  g_assert_cmpint (sotay_timeline_get_elapsed (timeline), ==, 0);
}

static void
add_tests (void)
{
  g_test_add_func ("/timeline/empty", test_empty);
  g_test_add_func ("/timeline/script", test_script);
  g_test_add_func ("/timeline/merge", test_merge);
  g_test_add_func ("/timeline/pause", test_pause);
  g_test_add_func ("/timeline/backwards", test_backwards);
}

int
main (int argc, char **argv)
{
  return sotay_test_run (argc, argv, add_tests);
}
