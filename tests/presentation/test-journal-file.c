/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "presentation/journal-file.h"

#include "journal-fixture.h"
#include "lesson.h"
#include "own-fixture.h"
#include "support/test-support.h"

#include <string.h>

#define N_FLIPS 5000

static SotayCatalogue *catalogue;

#define HEAD "{\"format\":1,\"started\":5,\"plan\":{\"stops\":[{\"utility\":10,\"minutes\":5}]}}\n"

static void
assert_lines (const char *lines, gint64 elapsed, const char *slide_id, const char *timeline)
{
  g_autofree char *text = g_strconcat (HEAD, lines, NULL);
  g_autoptr (SotayUnfinished) unfinished = sotay_journal_file_parse (text, strlen (text));

  g_assert_nonnull (unfinished);
  g_assert_cmpint (unfinished->elapsed, ==, elapsed);
  g_assert_cmpstr (unfinished->slide_id, ==, slide_id);
  journal_assert_timeline (unfinished->timeline, timeline);
}

static void
test_strange_lines (void)
{
  g_autofree char *long_line = g_strnfill (SOTAY_JOURNAL_LONGEST_LINE, ' ');
  g_autofree char *long_slide = g_strconcat ("{\"at\":9,\"slide\":\"list\"}", long_line, "\n", NULL);

  assert_lines ("", 0, NULL, "");
  assert_lines ("{\"at\":7,\"slide\":\"title\"}\n{\"at\":9,\"slide\":\"list\"", 7, "title", "title 0 7-7; ");
  assert_lines ("{\"at\":7,\"slide\":\"title\"}\nxx\n\n[]\n{\"at\":9}\n", 9, "title", "title 0 7-9; ");
  assert_lines ("{\"at\":7,\"slide\":\"title\",\"colour\":[1]}\n{\"song\":1}\n{\"at\":9}\n", 9, "title",
                "title 0 7-9; ");
  /* Times that make no sense. */
  assert_lines ("{\"at\":9,\"slide\":\"title\"}\n{\"at\":7,\"slide\":\"list\"}\n{\"at\":8}\n", 9, "list",
                "title 0 9-9; list 0 9-9; ");
  assert_lines ("{\"at\":-1,\"slide\":\"title\"}\n{\"at\":9000000000,\"slide\":\"title\"}\n"
                "{\"at\":\"5\",\"slide\":\"title\"}\n{\"at\":1.5,\"slide\":\"title\"}\n{\"slide\":\"title\"}\n",
                0, NULL, "");
  /* Slides that are none, or not of this lesson. */
  assert_lines ("{\"at\":1,\"slide\":\"\"}\n{\"at\":2,\"slide\":\"U11/step-1\"}\n{\"at\":3,\"slide\":\"a b\"}\n"
                "{\"at\":4,\"slide\":5}\n{\"at\":5,\"slide\":\"U10/step-1\"}\n", 5, "U10/step-1",
                "U10/step-1 10 5-5; ");
  /* Breaks that are none. */
  assert_lines ("{\"at\":1,\"slide\":\"title\"}\n{\"at\":2,\"pause\":1}\n{\"at\":3,\"pause\":false}\n"
                "{\"at\":4,\"pause\":true}\n{\"at\":5}\n", 5, "title", "title 0 1-4; ");
  assert_lines (long_slide, 0, NULL, "");
}

static char *
dup_journal (OwnFixture *fixture, gsize *length)
{
  char *text = NULL;

  journal_leave_lesson (catalogue, fixture->path);
  g_assert_true (g_file_get_contents (fixture->path, &text, length, NULL));
  return text;
}

/* Cut anywhere, a journal tells how the show stood at the end of its last whole line. */
static void
test_cut (OwnFixture *fixture, gconstpointer data)
{
  gsize length;
  g_autofree char *text = dup_journal (fixture, &length);
  g_autofree char *before = g_strdup ("");
  guint n_shows = 0;

  for (gsize cut = 0; cut <= length; cut++)
    {
      g_autoptr (SotayUnfinished) unfinished = sotay_journal_file_parse (text, cut);
      g_autofree char *timeline = unfinished != NULL ? journal_describe_timeline (unfinished->timeline) : g_strdup ("");
      gboolean line_ends = cut > 0 && text[cut - 1] == '\n';

      g_assert_true (unfinished != NULL || memchr (text, '\n', cut) == NULL);
      n_shows += unfinished != NULL ? 1 : 0;
      g_assert_true (line_ends || g_str_equal (timeline, before));
      g_free (before);
      before = g_steal_pointer (&timeline);
    }
  g_assert_cmpuint (n_shows, >, length / 2);
  g_assert_cmpstr (before, ==, JOURNAL_TIMELINE);
}

/* And the file itself, at some of these places. */
static void
test_cut_file (OwnFixture *fixture, gconstpointer data)
{
  gsize length;
  g_autofree char *text = dup_journal (fixture, &length);

  for (gsize cut = 0; cut < length; cut += 61)
    {
      g_autoptr (SotayUnfinished) unfinished = NULL;

      own_fixture_write (fixture, "show.jsonl", text, (gssize) cut);
      unfinished = journal_load_from (fixture->path);
      g_assert_true ((unfinished != NULL) == (memchr (text, '\n', cut) != NULL));
    }
}

static void
assert_sensible (const SotayUnfinished *unfinished)
{
  GPtrArray *entries = sotay_timeline_get_entries (unfinished->timeline);
  gint64 last = 0;

  g_assert_cmpuint (sotay_lesson_plan_get_set (unfinished->plan), !=, 0);
  for (guint i = 0; i < entries->len; i++)
    {
      const SotayTimelineEntry *entry = g_ptr_array_index (entries, i);

      g_assert_cmpint (entry->start, >=, last);
      g_assert_cmpint (entry->end, >=, entry->start);
      last = entry->end;
    }
  g_assert_cmpint (unfinished->elapsed, >=, last);
}

static void
test_flipped (OwnFixture *fixture, gconstpointer data)
{
  gsize length;
  g_autofree char *text = dup_journal (fixture, &length);
  guint n_shows = 0;

  for (guint i = 0; i < N_FLIPS; i++)
    {
      g_autofree char *damaged = g_memdup2 (text, length);
      g_autoptr (SotayUnfinished) unfinished = NULL;

      for (gint32 left = g_test_rand_int_range (1, 4); left > 0; left--)
        damaged[g_test_rand_int_range (0, (gint32) length)] ^= (char) (1 << g_test_rand_int_range (0, 8));
      unfinished = sotay_journal_file_parse (damaged, length);
      if (unfinished == NULL)
        continue;
      assert_sensible (unfinished);
      n_shows++;
    }
  g_assert_cmpuint (n_shows, >, N_FLIPS / 10);
}

static void
add (const char *name, void (*test) (OwnFixture *, gconstpointer))
{
  g_test_add (name, OwnFixture, "show.jsonl", own_fixture_set_up, test, own_fixture_tear_down);
}

static void
add_tests (void)
{
  g_test_add_func ("/journal-file/strange-lines", test_strange_lines);
  add ("/journal-file/cut", test_cut);
  add ("/journal-file/cut-file", test_cut_file);
  add ("/journal-file/flipped", test_flipped);
}

int
main (int argc, char **argv)
{
  int status;

  catalogue = lesson_load_catalogue ();
  status = sotay_test_run (argc, argv, add_tests);
  g_object_unref (catalogue);
  return status;
}
