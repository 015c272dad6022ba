/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "journal-fixture.h"

#include "presentation/show-private.h"

#include "lesson.h"
#include "support/test-support.h"

static gint64
read_clock (gpointer data)
{
  return *(gint64 *) data;
}

SotayShow *
journal_begin_show (SotayCatalogue *catalogue, gint64 *clock, const SotayUnfinished *unfinished)
{
  g_autoptr (SotayDeck) deck = lesson_deck (catalogue, JOURNAL_STOPS);
  SotayShow *show = sotay_show_new (deck);

  sotay_show_set_clock (show, read_clock, clock);
  if (unfinished == NULL)
    sotay_show_begin (show, NULL, 0, NULL);
  else
    sotay_show_begin (show, unfinished->slide_id, unfinished->elapsed, unfinished->timeline);
  return show;
}

void
journal_give_lesson (SotayShow *show, gint64 *clock)
{
  SotayCheckTally *tally = sotay_show_get_tally (show);

  *clock += 1000 * G_TIME_SPAN_MILLISECOND;
  sotay_show_forward (show);
  *clock += 2500 * G_TIME_SPAN_MILLISECOND;
  sotay_show_go_to_utility (show, 3);
  *clock += 60000 * G_TIME_SPAN_MILLISECOND;
  sotay_show_set_paused (show, TRUE);
  *clock += 600000 * G_TIME_SPAN_MILLISECOND;
  sotay_show_set_paused (show, FALSE);
  *clock += 7 * G_TIME_SPAN_MILLISECOND;
  sotay_show_go_to (show, sotay_deck_find (sotay_show_get_deck (show), "U3/check-1"));
  sotay_check_tally_set (tally, "U3/check-1", 3, 1, 1, 30);
  sotay_check_tally_set (tally, "U3/check-1", 3, 1, 2, 4);
  *clock += 9000 * G_TIME_SPAN_MILLISECOND;
  sotay_show_forward (show);
}

char *
journal_describe_timeline (SotayTimeline *timeline)
{
  GPtrArray *entries = sotay_timeline_get_entries (timeline);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < entries->len; i++)
    {
      const SotayTimelineEntry *entry = g_ptr_array_index (entries, i);

      g_string_append_printf (text, "%s %u %" G_GINT64_FORMAT "-%" G_GINT64_FORMAT "; ", entry->slide_id,
                              entry->utility, entry->start, entry->end);
    }
  return g_string_free (text, FALSE);
}

void
journal_assert_timeline (SotayTimeline *timeline, const char *expected)
{
  g_autofree char *text = journal_describe_timeline (timeline);

  g_assert_cmpstr (text, ==, expected);
}

SotayUnfinished *
journal_load (SotayJournal *journal)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  SotayUnfinished *unfinished = NULL;

  sotay_journal_load_async (journal, NULL, sotay_test_store_result, &result);
  sotay_test_wait (&result);
  unfinished = sotay_journal_load_finish (journal, result, &error);
  g_assert_no_error (error);
  return unfinished;
}

SotayUnfinished *
journal_load_from (const char *path)
{
  g_autoptr (SotayJournal) journal = sotay_journal_new (path);

  return journal_load (journal);
}

void
journal_leave_lesson (SotayCatalogue *catalogue, const char *path)
{
  g_autoptr (SotayJournal) journal = sotay_journal_new (path);
  gint64 clock = 5;
  g_autoptr (SotayShow) show = journal_begin_show (catalogue, &clock, NULL);

  sotay_journal_follow (journal, show, JOURNAL_SESSION, JOURNAL_STARTED);
  journal_give_lesson (show, &clock);
}
