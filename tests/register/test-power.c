/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Power that fails at any request to the disk: what was said to be done is there, and nothing is half done. */
#include "disk.h"
#include "share.h"
#include "support/test-support.h"
#include "trial.h"

#if defined(__SANITIZE_ADDRESS__)
#define N_FAILURES 6 /* of each kind of work */
#else
#define N_FAILURES 63
#endif

#define PER_SEED 6

static void
note_cb (const char *line, gpointer account)
{
  account_note (account, line);
}

static guint
count_requests (TrialKind kind, const char *base, guint32 seed)
{
  g_autofree char *folder = trial_copy (base);
  g_auto (Account) account = { NULL };
  g_auto (Place) place = { NULL };
  g_autoptr (GError) error = NULL;

  trial_begin_account (folder, &account);
  trial_open (&place, folder);
  disk_begin (folder, DISK_SOUND, 0, seed);
  trial_work (kind, &place, seed, note_cb, &account, &error);
  g_assert_no_error (error);
  return disk_end ();
}

static gboolean
lose_power (TrialKind kind, const char *base, guint at, guint32 seed)
{
  g_autofree char *folder = trial_copy (base);
  g_auto (Account) account = { NULL };
  Place place = { NULL };
  g_autoptr (GError) error = NULL;
  gboolean lost;

  g_test_message ("%s, seed %u, request %u", trial_kind_name (kind), seed, at);
  trial_begin_account (folder, &account);
  trial_open (&place, folder);
  disk_begin (folder, DISK_LOSES_POWER, at, seed);
  trial_work (kind, &place, seed, note_cb, &account, &error);
  lost = disk_has_struck ();
  place_close (&place);
  disk_restart ();
  disk_end ();
  trial_check (kind, folder, &account);
  sotay_test_remove (folder);
  return lost;
}

static void
lose_power_often (TrialKind kind)
{
  g_autofree char *base = trial_prepare (kind);
  guint n_lost = 0;

  for (guint32 seed = 1; n_lost < N_FAILURES; seed++)
    {
      guint n_requests = count_requests (kind, base, seed);

      for (guint i = 0; i < PER_SEED && n_lost < N_FAILURES; i++)
        n_lost += lose_power (kind, base, (guint) g_test_rand_int_range (1, (int) n_requests + 1), seed);
    }
}

/* In WAL mode. */
static void
lose_power_on_disk (gconstpointer kind)
{
  lose_power_often (GPOINTER_TO_UINT (kind));
}

/* With a rollback journal. */
static void
lose_power_on_share (gconstpointer kind)
{
  share_pretend (TRUE);
  lose_power_often (GPOINTER_TO_UINT (kind));
  share_pretend (FALSE);
}

static void
add_tests (void)
{
  for (guint share = 0; share < 2; share++)
    for (TrialKind kind = 0; kind < TRIAL_N_KINDS; kind++)
      {
        g_autofree char *name = g_strdup_printf ("/power/%s/%s", share ? "share" : "disk", trial_kind_name (kind));

        g_test_add_data_func (name, GUINT_TO_POINTER (kind), share ? lose_power_on_share : lose_power_on_disk);
      }
}

int
main (int argc, char **argv)
{
  return sotay_test_run (argc, argv, add_tests);
}
