/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "presentation/journal-private.h"
#include "presentation/show-private.h"

#include "journal-fixture.h"
#include "lesson.h"
#include "own-fixture.h"
#include "support/test-support.h"

#include <glib/gstdio.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/resource.h>

static SotayCatalogue *catalogue;

static void
close_journal (SotayJournal *journal)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  sotay_journal_close_async (journal, sotay_test_store_result, &result);
  sotay_test_wait (&result);
  g_assert_true (sotay_journal_close_finish (journal, result, &error));
  g_assert_no_error (error);
}

static void
assert_lesson (SotayUnfinished *unfinished, const char *session_id)
{
  g_autofree char *stops = NULL;

  g_assert_nonnull (unfinished);
  stops = lesson_describe (unfinished->plan);
  g_assert_cmpstr (stops, ==, JOURNAL_STOPS);
  g_assert_cmpstr (unfinished->session_id, ==, session_id);
  g_assert_cmpint (unfinished->started, ==, JOURNAL_STARTED);
  g_assert_cmpstr (unfinished->slide_id, ==, "U3/solution-1");
  g_assert_cmpint (unfinished->elapsed, ==, 672507);
  journal_assert_timeline (unfinished->timeline, JOURNAL_TIMELINE);
  g_assert_cmpuint (sotay_check_tally_get (unfinished->tally, "U3/check-1", 1), ==, 30);
  g_assert_cmpuint (sotay_check_tally_get (unfinished->tally, "U3/check-1", 2), ==, 4);
}

static void
test_follow (OwnFixture *fixture, gconstpointer data)
{
  g_autoptr (SotayUnfinished) unfinished = NULL;
  g_autofree char *lock = g_strconcat (fixture->path, ".lock", NULL);
  GStatBuf info;

  journal_leave_lesson (catalogue, fixture->path);
  g_assert_cmpint (g_stat (fixture->path, &info), ==, 0);
  g_assert_cmpuint (info.st_mode & 0777, ==, 0600);
  g_assert_cmpint (g_stat (fixture->folder, &info), ==, 0);
  g_assert_cmpuint (info.st_mode & 0777, ==, 0700);
  g_assert_false (g_file_test (lock, G_FILE_TEST_EXISTS));
  unfinished = journal_load_from (fixture->path);
  assert_lesson (unfinished, JOURNAL_SESSION);
}

/* What was continued is written down with all that was before. */
static void
test_continue (OwnFixture *fixture, gconstpointer data)
{
  g_autoptr (SotayJournal) journal = NULL;
  g_autoptr (SotayUnfinished) unfinished = NULL;
  g_autoptr (SotayShow) show = NULL;
  g_autoptr (JsonNode) tally = NULL;
  gint64 clock = 99;

  journal_leave_lesson (catalogue, fixture->path);
  journal = sotay_journal_new (fixture->path);
  unfinished = journal_load (journal);
  show = journal_begin_show (catalogue, &clock, unfinished);
  tally = sotay_check_tally_to_json (unfinished->tally);
  sotay_check_tally_load_json (sotay_show_get_tally (show), tally);
  sotay_journal_follow (journal, show, unfinished->session_id, unfinished->started);
  g_clear_object (&journal);
  g_clear_pointer (&unfinished, sotay_unfinished_free);
  unfinished = journal_load_from (fixture->path);
  assert_lesson (unfinished, JOURNAL_SESSION);
}

/* In a break, in which nothing is written: the break counts for nothing when the lesson is continued. */
static void
test_break (OwnFixture *fixture, gconstpointer data)
{
  g_autoptr (SotayJournal) journal = sotay_journal_new (fixture->path);
  g_autoptr (SotayUnfinished) unfinished = NULL;
  gint64 clock = 0;
  g_autoptr (SotayShow) show = journal_begin_show (catalogue, &clock, NULL);
  g_autoptr (SotayShow) continued = NULL;

  clock += 400 * G_TIME_SPAN_MILLISECOND;
  sotay_show_set_paused (show, TRUE);
  clock += 500 * G_TIME_SPAN_MILLISECOND;
  sotay_journal_follow (journal, show, NULL, JOURNAL_STARTED);
  clock += 500 * G_TIME_SPAN_MILLISECOND;
  sotay_journal_set_session (journal, JOURNAL_SESSION);
  g_clear_object (&journal);
  unfinished = journal_load_from (fixture->path);
  g_assert_cmpstr (unfinished->session_id, ==, JOURNAL_SESSION);
  journal_assert_timeline (unfinished->timeline, "title 0 0-400; ");
  g_assert_cmpint (unfinished->elapsed, ==, 1400);
  continued = journal_begin_show (catalogue, &clock, unfinished);
  clock += 10 * G_TIME_SPAN_MILLISECOND;
  journal_assert_timeline (sotay_show_get_timeline (continued), "title 0 0-400; title 0 1400-1410; ");
}

static void
failed_cb (SotayJournal *journal, GError *error, guint *n_failures)
{
  g_assert_nonnull (error);
  (*n_failures)++;
}

static void
wait_for_number (guint *number)
{
  gboolean *flag = (gboolean *) number;

  own_fixture_wait (flag);
}

/* Reads the clock, which goes on by a second each time. */
static gint64
read_running_clock (gpointer data)
{
  gint64 *clock = data;

  *clock += G_USEC_PER_SEC;
  return *clock;
}

/* While nothing happens, the time goes on in the journal too, but not in a break. */
static void
test_ticks (OwnFixture *fixture, gconstpointer data)
{
  g_autoptr (SotayDeck) deck = lesson_deck (catalogue, JOURNAL_STOPS);
  g_autoptr (SotayShow) show = sotay_show_new (deck);
  g_autoptr (SotayJournal) journal = sotay_journal_new (fixture->path);
  g_autoptr (SotayUnfinished) unfinished = NULL;
  gint64 clock = 0;
  gint64 before;

  sotay_show_set_clock (show, read_running_clock, &clock);
  sotay_show_begin (show, NULL, 0, NULL);
  sotay_journal_set_interval (journal, 1);
  sotay_journal_follow (journal, show, NULL, JOURNAL_STARTED);
  before = clock;
  while (clock < before + 5 * G_USEC_PER_SEC)
    g_main_context_iteration (NULL, TRUE);
  sotay_show_set_paused (show, TRUE);
  before = clock;
  for (guint i = 0; i < 3; i++)
    {
      g_clear_pointer (&unfinished, sotay_unfinished_free);
      unfinished = journal_load (journal);
    }
  g_assert_cmpint (clock, ==, before);
  g_assert_cmpint (unfinished->elapsed, >=, 5000);
  g_assert_cmpint (sotay_timeline_get_elapsed (unfinished->timeline), >=, 5000);
  g_assert_cmpuint (sotay_timeline_get_entries (unfinished->timeline)->len, ==, 1);
  sotay_show_set_paused (show, FALSE);
  before = clock;
  while (clock < before + 5 * G_USEC_PER_SEC)
    g_main_context_iteration (NULL, TRUE);
}

/* The disk is full in the middle of a line: told once, and when there is room again nothing is missing. */
static void
test_full (OwnFixture *fixture, gconstpointer data)
{
  struct rlimit limit, before;
  g_autoptr (SotayJournal) journal = sotay_journal_new (fixture->path);
  gint64 clock = 0;
  g_autoptr (SotayShow) show = journal_begin_show (catalogue, &clock, NULL);
  g_autoptr (SotayUnfinished) unfinished = NULL;
  GStatBuf info;
  guint n_failures = 0;

  g_signal_connect (journal, "failed", G_CALLBACK (failed_cb), &n_failures);
  sotay_journal_follow (journal, show, JOURNAL_SESSION, JOURNAL_STARTED);
  unfinished = journal_load (journal); /* answered when the head is written */
  g_assert_cmpint (g_stat (fixture->path, &info), ==, 0);
  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &before), ==, 0);
  limit = before;
  limit.rlim_cur = (rlim_t) info.st_size + 10;
  signal (SIGXFSZ, SIG_IGN);
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &limit), ==, 0);
  journal_give_lesson (show, &clock);
  wait_for_number (&n_failures);
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &before), ==, 0);
  g_clear_pointer (&unfinished, sotay_unfinished_free);
  unfinished = journal_load (journal);
  g_assert_nonnull (unfinished);
  g_clear_pointer (&unfinished, sotay_unfinished_free);
  g_clear_object (&journal);
  g_assert_cmpuint (n_failures, ==, 1);
  unfinished = journal_load_from (fixture->path);
  assert_lesson (unfinished, JOURNAL_SESSION);
}

static void
test_session (OwnFixture *fixture, gconstpointer data)
{
  g_autoptr (SotayJournal) journal = sotay_journal_new (fixture->path);
  g_autoptr (SotayUnfinished) unfinished = NULL;
  gint64 clock = 0;
  g_autoptr (SotayShow) show = journal_begin_show (catalogue, &clock, NULL);

  sotay_journal_follow (journal, show, JOURNAL_SESSION, JOURNAL_STARTED);
  sotay_journal_set_session (journal, NULL);
  g_clear_object (&journal);
  unfinished = journal_load_from (fixture->path);
  g_assert_nonnull (unfinished);
  g_assert_null (unfinished->session_id);
}

static void
test_close (OwnFixture *fixture, gconstpointer data)
{
  g_autoptr (SotayJournal) journal = sotay_journal_new (fixture->path);
  gint64 clock = 0;
  g_autoptr (SotayShow) show = journal_begin_show (catalogue, &clock, NULL);
  g_autoptr (SotayJournal) second = NULL;
  g_autoptr (GDir) folder = NULL;

  sotay_journal_follow (journal, show, NULL, JOURNAL_STARTED);
  close_journal (journal);
  journal_give_lesson (show, &clock);
  sotay_journal_set_session (journal, JOURNAL_SESSION);
  g_clear_object (&journal);
  g_assert_null (journal_load_from (fixture->path));

  /* One that nobody wants to continue is removed as well. */
  journal_leave_lesson (catalogue, fixture->path);
  second = sotay_journal_new (fixture->path);
  close_journal (second);
  folder = g_dir_open (fixture->folder, 0, NULL);
  g_assert_null (g_dir_read_name (folder));
}

/* The journal of a show that is being given elsewhere is seen by nobody, removed by nobody, written by nobody. */
static void
test_other_program (OwnFixture *fixture, gconstpointer data)
{
  g_autoptr (SotayJournal) journal = sotay_journal_new (fixture->path);
  g_autoptr (SotayJournal) other = sotay_journal_new (fixture->path);
  gint64 clock = 0;
  g_autoptr (SotayShow) show = journal_begin_show (catalogue, &clock, NULL);
  g_autoptr (SotayShow) other_show = journal_begin_show (catalogue, &clock, NULL);
  g_autoptr (SotayUnfinished) unfinished = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  guint n_failures = 0;

  sotay_journal_follow (journal, show, JOURNAL_SESSION, JOURNAL_STARTED);
  journal_give_lesson (show, &clock);
  /* Answered in order: the lines are written by then. */
  sotay_journal_load_async (journal, NULL, sotay_test_store_result, &result);
  sotay_test_wait (&result);
  unfinished = sotay_journal_load_finish (journal, result, NULL);
  g_assert_nonnull (unfinished);
  g_clear_object (&result);

  g_assert_null (journal_load (other));
  g_signal_connect (other, "failed", G_CALLBACK (failed_cb), &n_failures);
  sotay_journal_follow (other, other_show, NULL, JOURNAL_STARTED + 1);
  wait_for_number (&n_failures);
  close_journal (other);
  g_clear_object (&other);
  g_clear_object (&journal);
  g_clear_pointer (&unfinished, sotay_unfinished_free);
  unfinished = journal_load_from (fixture->path);
  assert_lesson (unfinished, JOURNAL_SESSION);
}

/* Who looks for a journal just when another begins to write it takes nothing from it. */
static void
test_at_once (OwnFixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) readers = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (SotayJournal) journal = sotay_journal_new (fixture->path);
  gint64 clock = 0;
  g_autoptr (SotayShow) show = journal_begin_show (catalogue, &clock, NULL);
  g_autoptr (SotayUnfinished) unfinished = NULL;
  guint n_failures = 0;

  journal_leave_lesson (catalogue, fixture->path);
  for (guint i = 0; i < 5; i++)
    {
      g_ptr_array_add (readers, sotay_journal_new (fixture->path));
      sotay_journal_load_async (g_ptr_array_index (readers, i), NULL, NULL, NULL);
    }
  g_signal_connect (journal, "failed", G_CALLBACK (failed_cb), &n_failures);
  sotay_journal_follow (journal, show, NULL, JOURNAL_STARTED);
  unfinished = journal_load (journal);
  g_assert_nonnull (unfinished);
  g_assert_cmpuint (n_failures, ==, 0);
  g_assert_cmpint (unfinished->elapsed, ==, 0);
}

/* A disk that cannot be written is told once; when it can again, nothing is missing. */
static void
test_unwritable (OwnFixture *fixture, gconstpointer data)
{
  g_autoptr (SotayJournal) journal = sotay_journal_new (fixture->path);
  gint64 clock = 0;
  g_autoptr (SotayShow) show = journal_begin_show (catalogue, &clock, NULL);
  g_autoptr (SotayUnfinished) unfinished = NULL;
  guint n_failures = 0;

  own_fixture_block (fixture);
  g_signal_connect (journal, "failed", G_CALLBACK (failed_cb), &n_failures);
  sotay_journal_follow (journal, show, JOURNAL_SESSION, JOURNAL_STARTED);
  wait_for_number (&n_failures);
  journal_give_lesson (show, &clock);
  g_assert_null (journal_load (journal)); /* and the lines before it were tried */
  own_fixture_unblock (fixture);
  g_clear_object (&journal);
  g_assert_cmpuint (n_failures, ==, 1);
  unfinished = journal_load_from (fixture->path);
  assert_lesson (unfinished, JOURNAL_SESSION);
}

static void
test_no_show (OwnFixture *fixture, gconstpointer data)
{
  static const char *const texts[] = {
    "", "\n", "[]\n", "{}\n", "{\"format\":1}\n", "{\"format\":1,\"started\":5}\n",
    "{\"format\":2,\"started\":5,\"plan\":{\"stops\":[{\"utility\":1,\"minutes\":5}]}}\n",
    "{\"format\":1,\"started\":0,\"plan\":{\"stops\":[{\"utility\":1,\"minutes\":5}]}}\n",
    "{\"format\":1,\"started\":-5,\"plan\":{\"stops\":[{\"utility\":1,\"minutes\":5}]}}\n",
    "{\"format\":1,\"started\":9223372036854775807,\"plan\":{\"stops\":[{\"utility\":1,\"minutes\":5}]}}\n",
    "{\"format\":1,\"started\":5,\"plan\":{\"stops\":[]}}\n",
    "{\"format\":1,\"started\":5,\"plan\":{\"stops\":[{\"utility\":1,\"minutes\":5}]}}",
  };

  g_assert_null (journal_load_from (fixture->path));
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      own_fixture_write (fixture, "show.jsonl", texts[i], -1);
      g_assert_null (journal_load_from (fixture->path));
    }
  g_assert_cmpint (g_unlink (fixture->path), ==, 0);
  g_assert_cmpint (g_mkdir (fixture->path, 0700), ==, 0);
  g_assert_null (journal_load_from (fixture->path));
}

static gboolean
file_holds (const char *path, const char *text)
{
  g_autofree char *contents = NULL;

  return g_file_get_contents (path, &contents, NULL, NULL) && strstr (contents, text) != NULL;
}

/* The program that is killed: says when all of the lesson is on the disk, and waits. */
static int
work (const char *path)
{
  g_autoptr (SotayJournal) journal = sotay_journal_new (path);
  gint64 clock = 5;
  g_autoptr (SotayShow) show = NULL;

  catalogue = lesson_load_catalogue ();
  show = journal_begin_show (catalogue, &clock, NULL);
  sotay_journal_follow (journal, show, JOURNAL_SESSION, JOURNAL_STARTED);
  journal_give_lesson (show, &clock);
  while (!file_holds (path, "U3/solution-1"))
    g_main_context_iteration (NULL, TRUE);
  puts ("written");
  fflush (stdout);
  while (TRUE)
    g_main_context_iteration (NULL, TRUE);
  return 0;
}

static void
test_killed (OwnFixture *fixture, gconstpointer data)
{
  g_autofree char *self = g_file_read_link ("/proc/self/exe", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GSubprocess) worker = g_subprocess_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error, self, "--work",
                                                     fixture->path, NULL);
  g_autoptr (GDataInputStream) lines = NULL;
  g_autofree char *line = NULL;
  g_autoptr (SotayUnfinished) unfinished = NULL;
  g_autoptr (SotayShow) show = NULL;
  gint64 clock = 0;

  g_assert_no_error (error);
  lines = g_data_input_stream_new (g_subprocess_get_stdout_pipe (worker));
  line = g_data_input_stream_read_line (lines, NULL, NULL, NULL);
  g_assert_cmpstr (line, ==, "written");
  g_assert_null (journal_load_from (fixture->path)); /* it is being given */
  g_subprocess_send_signal (worker, SIGKILL);
  g_assert_true (g_subprocess_wait (worker, NULL, NULL));
  g_assert_cmpint (g_subprocess_get_term_sig (worker), ==, SIGKILL);

  unfinished = journal_load_from (fixture->path);
  assert_lesson (unfinished, JOURNAL_SESSION);
  show = journal_begin_show (catalogue, &clock, unfinished);
  g_assert_cmpstr (sotay_slide_get_id (sotay_show_get_slide (show)), ==, "U3/solution-1");
  clock += 1000 * G_TIME_SPAN_MILLISECOND;
  sotay_show_back (show);
  journal_assert_timeline (sotay_show_get_timeline (show),
                   "title 0 0-1000; list 0 1000-3500; U3/utility 3 3500-63500; U3/utility 3 663500-663507; "
                   "U3/check-1 3 663507-672507; U3/solution-1 3 672507-673507; U3/check-1 3 673507-673507; ");
}

static void
add (const char *name, void (*test) (OwnFixture *, gconstpointer))
{
  g_test_add (name, OwnFixture, "show.jsonl", own_fixture_set_up, test, own_fixture_tear_down);
}

static void
add_tests (void)
{
  add ("/journal/follow", test_follow);
  add ("/journal/continue", test_continue);
  add ("/journal/break", test_break);
  add ("/journal/ticks", test_ticks);
  add ("/journal/session", test_session);
  add ("/journal/close", test_close);
  add ("/journal/other-program", test_other_program);
  add ("/journal/at-once", test_at_once);
  add ("/journal/unwritable", test_unwritable);
  add ("/journal/full", test_full);
  add ("/journal/no-show", test_no_show);
  add ("/journal/killed", test_killed);
}

int
main (int argc, char **argv)
{
  int status;

  if (argc == 3 && g_str_equal (argv[1], "--work"))
    return work (argv[2]);
  catalogue = lesson_load_catalogue ();
  status = sotay_test_run (argc, argv, add_tests);
  g_object_unref (catalogue);
  return status;
}
