/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A disk that is full or broken from any request on, or once: each operation says so, nothing is lost, and once the
 * disk is well again the same program goes on. */
#include "disk.h"
#include "register/register-error.h"
#include "support/test-support.h"
#include "trial.h"

#if defined(__SANITIZE_ADDRESS__)
#define N_FAULTS 4 /* of each kind of work */
#else
#define N_FAULTS 20
#endif
#define PER_SEED 10

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
  disk_watch_reads ();
  trial_work (kind, &place, seed, note_cb, &account, &error);
  g_assert_no_error (error);
  return disk_end ();
}

/* A full disk is told as such, or as the backup that could not be made. No register is called damaged that only
 * could not be read. */
static gboolean
is_right (DiskFault fault, int code)
{
  if (code == SOTAY_REGISTER_ERROR_NO_BACKUP)
    return TRUE;
  if (fault == DISK_FULL)
    return code == SOTAY_REGISTER_ERROR_DISK_FULL;
  return code == SOTAY_REGISTER_ERROR_STORE || code == SOTAY_REGISTER_ERROR_DISK_FAILED
         || code == SOTAY_REGISTER_ERROR_BACKUP_DAMAGED;
}

static void
check_error (DiskFault fault, const GError *error)
{
  if (error != NULL && (error->domain != SOTAY_REGISTER_ERROR || !is_right (fault, error->code)))
    g_error ("%s, %d: %s", g_quark_to_string (error->domain), error->code, error->message);
}

static void
disturb (TrialKind kind, DiskFault fault, const char *base, guint at, guint32 seed)
{
  g_autofree char *folder = trial_copy (base);
  g_auto (Account) account = { NULL };
  Place place = { NULL };
  g_autoptr (GError) error = NULL;

  g_test_message ("%s, seed %u, request %u", trial_kind_name (kind), seed, at);
  trial_begin_account (folder, &account);
  trial_open (&place, folder);
  disk_begin (folder, fault, at, seed);
  disk_watch_reads ();
  trial_work (kind, &place, seed, note_cb, &account, &error);
  disk_end ();
  check_error (fault, error);
  if (kind != TRIAL_REPAIR)
    account_check (&account, place.store, place.path);
  place_close (&place);
  trial_check (kind, folder, &account);
  sotay_test_remove (folder);
}

static void
disturb_often (TrialKind kind, DiskFault fault)
{
  g_autofree char *base = trial_prepare (kind);

  for (guint i = 0; i < N_FAULTS;)
    {
      guint32 seed = i / PER_SEED + 1;
      guint n_requests = count_requests (kind, base, seed);

      for (guint j = 0; j < PER_SEED && i < N_FAULTS; j++, i++)
        disturb (kind, fault, base, (guint) g_test_rand_int_range (1, (int) n_requests + 1), seed);
    }
}

static void
test_full (gconstpointer kind)
{
  disturb_often (GPOINTER_TO_UINT (kind), DISK_FULL);
}

static void
test_broken (gconstpointer kind)
{
  disturb_often (GPOINTER_TO_UINT (kind), DISK_BROKEN);
}

static void
test_hiccups (gconstpointer kind)
{
  disturb_often (GPOINTER_TO_UINT (kind), DISK_HICCUPS);
}

static void
add_tests (void)
{
  static const struct
  {
    const char *name;
    GTestDataFunc func;
  } faults[] = { { "full", test_full }, { "broken", test_broken }, { "hiccups", test_hiccups } };

  for (guint i = 0; i < G_N_ELEMENTS (faults); i++)
    for (TrialKind kind = 0; kind < TRIAL_N_KINDS; kind++)
      {
        g_autofree char *name = g_strdup_printf ("/faults/%s/%s", faults[i].name, trial_kind_name (kind));

        g_test_add_data_func (name, GUINT_TO_POINTER (kind), faults[i].func);
      }
}

int
main (int argc, char **argv)
{
  return sotay_test_run (argc, argv, add_tests);
}
