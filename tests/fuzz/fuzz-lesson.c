/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Feeds what lies in the folder of the projector to its readers: for libFuzzer, and for test-fuzz-lesson. */
#include "presentation/journal-file.h"
#include "presentation/own-file.h"
#include "register/utilities.h"

#include "fuzz.h"

static void
check_plan (SotayLessonPlan *plan)
{
  GArray *stops = sotay_lesson_plan_get_stops (plan);
  const char *name = sotay_lesson_plan_get_name (plan);
  g_autoptr (JsonNode) node = sotay_lesson_plan_to_json (plan);
  g_autoptr (SotayLessonPlan) again = sotay_lesson_plan_from_json (node, NULL);
  guint set = 0;

  g_assert_true (name == NULL || (*name != '\0' && g_utf8_validate (name, -1, NULL)));
  for (guint i = 0; i < stops->len; i++)
    {
      const SotayLessonStop *stop = &g_array_index (stops, SotayLessonStop, i);

      g_assert_true (stop->minutes >= 1 && stop->minutes <= SOTAY_LESSON_PLAN_MOST_MINUTES);
      g_assert_true (stop->utility >= 1 && stop->utility <= SOTAY_N_UTILITIES);
      g_assert_cmphex (set & (1u << (stop->utility - 1)), ==, 0);
      set |= 1u << (stop->utility - 1);
    }
  g_assert_cmphex (set, !=, 0);
  /* What is written down is read again as the same. */
  g_assert_nonnull (again);
  g_assert_cmpstr (sotay_lesson_plan_get_name (again), ==, name);
  g_assert_cmphex (sotay_lesson_plan_get_set (again), ==, set);
}

static void
check_same (SotayTimeline *timeline, SotayTimeline *again)
{
  GPtrArray *entries = sotay_timeline_get_entries (timeline);
  GPtrArray *entries_again = sotay_timeline_get_entries (again);
  gint64 last = 0;

  g_assert_cmpuint (entries_again->len, ==, entries->len);
  for (guint i = 0; i < entries->len; i++)
    {
      const SotayTimelineEntry *entry = g_ptr_array_index (entries, i);
      const SotayTimelineEntry *entry_again = g_ptr_array_index (entries_again, i);

      g_assert_cmpint (entry->start, >=, last);
      g_assert_cmpint (entry->end, >=, entry->start);
      g_assert_cmpstr (entry_again->slide_id, ==, entry->slide_id);
      g_assert_cmpint (entry_again->start, ==, entry->start);
      g_assert_cmpint (entry_again->end, ==, entry->end);
      last = entry->end;
    }
}

static void
read_journal (const char *text, gsize size)
{
  g_autoptr (SotayUnfinished) unfinished = sotay_journal_file_parse (text, size);
  g_autoptr (SotayUnfinished) again = NULL;
  g_autoptr (GString) lines = g_string_new (NULL);

  if (unfinished == NULL)
    return;
  check_plan (unfinished->plan);
  sotay_journal_file_add_head (lines, unfinished->plan, unfinished->session_id, unfinished->started);
  sotay_journal_file_add_timeline (lines, unfinished->timeline, TRUE);
  sotay_journal_file_add_tally (lines, unfinished->elapsed, unfinished->tally);
  sotay_journal_file_add_pause (lines, unfinished->elapsed);
  again = sotay_journal_file_parse (lines->str, lines->len);
  g_assert_nonnull (again);
  g_assert_cmpstr (again->session_id, ==, unfinished->session_id);
  g_assert_cmpint (again->started, ==, unfinished->started);
  g_assert_cmpint (again->elapsed, ==, unfinished->elapsed);
  check_same (unfinished->timeline, again->timeline);
  g_assert_cmphex (sotay_check_tally_get_understood (again->tally), ==,
                   sotay_check_tally_get_understood (unfinished->tally));
}

static void
read_own (const char *text, gsize size)
{
  g_autoptr (JsonObject) entries = sotay_own_file_parse (text, size);
  JsonObjectIter iter;
  const char *key;
  JsonNode *piece;

  if (entries == NULL)
    return;
  json_object_iter_init (&iter, entries);
  while (json_object_iter_next (&iter, &key, &piece))
    {
      g_autoptr (SotayLessonPlan) plan = sotay_lesson_plan_from_json (piece, NULL);

      if (plan != NULL)
        check_plan (plan);
    }
}

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  read_journal ((const char *) data, size);
  read_own ((const char *) data, size);
  return 0;
}
