/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A program that is killed (SIGKILL) at any request to the disk, while it imports, marks, takes back, migrates, backs
 * up and restores: what it said to be done is there, and nothing is half done. */
#include "disk.h"
#include "support/test-support.h"
#include "trial.h"

#include <signal.h>
#include <stdio.h>

#if defined(__SANITIZE_ADDRESS__)
#define N_KILLS 5 /* of each kind of work */
#define N_FIRST_SEEDS 1
#else
#define N_KILLS 63
#define N_FIRST_SEEDS 3
#endif
#define N_FIRST_REQUESTS 12
#define PER_SEED 9

static void
say_cb (const char *line, gpointer unused)
{
  puts (line);
  fflush (stdout);
}

/* The program that is killed. When it is not, it says how many requests there were. */
static int
work (TrialKind kind, const char *folder, guint32 seed, guint at)
{
  g_auto (Place) place = { NULL };
  g_autoptr (GError) error = NULL;

  trial_open (&place, folder);
  disk_begin (folder, DISK_KILLS, at, seed);
  trial_work (kind, &place, seed, say_cb, NULL, &error);
  g_assert_no_error (error);
  g_clear_object (&place.backups);
  g_clear_object (&place.store); /* closing is work, too */
  printf ("requests %u\n", disk_end ());
  return 0;
}

/* Returns whether it was killed; else @n_requests is set. */
static gboolean
run (TrialKind kind, const char *folder, guint32 seed, guint at, Account *account, guint *n_requests)
{
  g_autofree char *self = g_file_read_link ("/proc/self/exe", NULL);
  g_autofree char *kind_word = g_strdup_printf ("%u", kind);
  g_autofree char *seed_word = g_strdup_printf ("%u", seed);
  g_autofree char *at_word = g_strdup_printf ("%u", at);
  g_autoptr (GError) error = NULL;
  g_autoptr (GSubprocess) worker = g_subprocess_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error, self, "--work", kind_word,
                                                     folder, seed_word, at_word, NULL);
  g_autoptr (GDataInputStream) lines = NULL;
  char *line;

  g_assert_no_error (error);
  lines = g_data_input_stream_new (g_subprocess_get_stdout_pipe (worker));
  while ((line = g_data_input_stream_read_line (lines, NULL, NULL, NULL)) != NULL)
    {
      if (sscanf (line, "requests %u", n_requests) != 1)
        account_note (account, line);
      g_free (line);
    }
  g_assert_true (g_subprocess_wait (worker, NULL, NULL));
  if (g_subprocess_get_if_exited (worker))
    g_assert_cmpint (g_subprocess_get_exit_status (worker), ==, 0);
  else
    g_assert_cmpint (g_subprocess_get_term_sig (worker), ==, SIGKILL);
  return !g_subprocess_get_if_exited (worker);
}

static gboolean
try_once (TrialKind kind, const char *base, guint32 seed, guint at, guint *n_requests)
{
  g_autofree char *folder = trial_copy (base);
  g_auto (Account) account = { NULL };
  gboolean killed;

  g_test_message ("%s, seed %u, request %u", trial_kind_name (kind), seed, at);
  trial_begin_account (folder, &account);
  killed = run (kind, folder, seed, at, &account, n_requests);
  trial_check (kind, folder, &account);
  sotay_test_remove (folder);
  return killed;
}

static void
test_killed (gconstpointer data)
{
  TrialKind kind = GPOINTER_TO_UINT (data);
  g_autofree char *base = trial_prepare (kind);
  guint n_killed = 0;

  for (guint32 seed = 1; n_killed < N_KILLS; seed++)
    {
      guint n_requests = 0;

      g_assert_false (try_once (kind, base, seed, 0, &n_requests));
      g_assert_cmpuint (n_requests, >, 0);
      for (guint i = 0; i < PER_SEED && n_killed < N_KILLS; i++)
        n_killed += try_once (kind, base, seed, (guint) g_test_rand_int_range (1, (int) n_requests + 1), &n_requests);
    }
}

/* Each of the first requests, which make the file: the random ones seldom meet a first page that is half written. */
static void
test_first_page (void)
{
  g_autofree char *base = trial_prepare (TRIAL_BEGINNING);

  for (guint at = 1; at <= N_FIRST_REQUESTS; at++)
    for (guint32 seed = 1; seed <= N_FIRST_SEEDS; seed++)
      {
        guint n_requests = 0;

        g_assert_true (try_once (TRIAL_BEGINNING, base, seed, at, &n_requests));
      }
}

static void
add_tests (void)
{
  g_test_add_func ("/killed/first-page", test_first_page);
  for (TrialKind kind = 0; kind < TRIAL_N_KINDS; kind++)
    {
      g_autofree char *name = g_strdup_printf ("/killed/%s", trial_kind_name (kind));

      g_test_add_data_func (name, GUINT_TO_POINTER (kind), test_killed);
    }
}

int
main (int argc, char **argv)
{
  if (argc == 6 && g_str_equal (argv[1], "--work"))
    return work ((TrialKind) g_ascii_strtoull (argv[2], NULL, 10), argv[3],
                 (guint32) g_ascii_strtoull (argv[4], NULL, 10), (guint) g_ascii_strtoull (argv[5], NULL, 10));
  return sotay_test_run (argc, argv, add_tests);
}
