/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Programs that change one register at the same time: no change is lost, the figures are right, and none of them ever
 * reads that another was busy. */
#define _GNU_SOURCE /* memmem */
#include "account.h"
#include "fixture.h"
#include "random-history.h"
#include "register/register-error.h"
#include "share.h"
#include "support/test-support.h"

#include <glib/gstdio.h>
#include <stdio.h>
#include <string.h>

#if defined(__SANITIZE_ADDRESS__)
#define N_STEPS 15 /* of each program */
#else
#define N_STEPS 150
#endif
#define N_PROGRAMS 2

typedef struct
{
  guint applied;
  guint undone;
  guint redone;
  guint refused; /* the other program was faster, or the step breaks a rule */
} Count;

static gboolean
is_refusal (const GError *error)
{
  return g_error_matches (error, SOTAY_REGISTER_ERROR, SOTAY_REGISTER_ERROR_CONFLICT)
         || g_error_matches (error, SOTAY_REGISTER_ERROR, SOTAY_REGISTER_ERROR_INVALID)
         || g_error_matches (error, SOTAY_REGISTER_ERROR, SOTAY_REGISTER_ERROR_NOTHING);
}

static void
count (Count *counts, guint *of, gboolean done, const GError *error)
{
  if (!done && !is_refusal (error))
    g_error ("%s, %d: %s", g_quark_to_string (error->domain), error->code, error->message);
  if (done)
    (*of)++;
  else
    counts->refused++;
}

static void
move (SotayStore *store, gboolean undo, Count *counts)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SotayStep) step = undo ? sotay_store_undo (store, 0, NULL, &error)
                                    : sotay_store_redo (store, NULL, &error);

  count (counts, undo ? &counts->undone : &counts->redone, step != NULL, error);
}

static void
apply (SotayStore *store, GRand *chance, Count *counts)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SotayStep) step = random_history_make (store, chance);
  gboolean done;

  if (step == NULL || sotay_step_get_changes (step)->len == 0)
    return;
  done = sotay_store_apply (store, step, NULL, &error);
  count (counts, &counts->applied, done, error);
}

/* One of the programs. It waits for a line, so that all begin together. */
static int
live (const char *path, guint32 seed, gboolean is_share)
{
  g_autoptr (SotayStore) store = NULL;
  g_autoptr (GRand) chance = g_rand_new_with_seed (seed);
  Count counts = { 0 };

  share_pretend (is_share);
  store = fixture_store (path);
  if (getchar () != '\n')
    return 1;
  for (guint i = 0; i < N_STEPS; i++)
    if (g_rand_int_range (chance, 0, 5) > 0)
      apply (store, chance, &counts);
    else
      move (store, g_rand_boolean (chance), &counts);
  printf ("%u %u %u %u\n", counts.applied, counts.undone, counts.redone, counts.refused);
  return 0;
}

static GSubprocess *
start (const char *path, guint number, gboolean is_share)
{
  g_autofree char *self = g_file_read_link ("/proc/self/exe", NULL);
  g_autofree char *seed = g_strdup_printf ("%u", number + 1);
  g_autoptr (GError) error = NULL;
  GSubprocess *program = g_subprocess_new (G_SUBPROCESS_FLAGS_STDIN_PIPE | G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error, self,
                                           "--live", path, seed, is_share ? "share" : "disk", NULL);

  g_assert_no_error (error);
  return program;
}

static void
add_up (GSubprocess *program, Count *sum)
{
  g_autofree char *output = NULL;
  Count counts;

  g_assert_true (g_subprocess_communicate_utf8 (program, NULL, NULL, &output, NULL, NULL));
  g_assert_true (g_subprocess_get_successful (program));
  g_assert_cmpint (sscanf (output, "%u %u %u %u", &counts.applied, &counts.undone, &counts.redone, &counts.refused), ==,
                   4);
  sum->applied += counts.applied;
  sum->undone += counts.undone;
  sum->redone += counts.redone;
}

/* Each step that was applied is in the log, and its state is what undoing and redoing made of it. */
static void
check (SotayStore *store, const char *path, const Count *before, const Count *sum)
{
  g_auto (Account) account = { NULL };
  g_autofree char *position = position_of (store);
  g_autofree char *line = g_strconcat ("at ", position, NULL);
  guint newest, done, undone, dropped;

  account_note (&account, line);
  account_check (&account, store, path);
  g_assert_cmpint (sscanf (position, "%u %u %u %u", &newest, &done, &undone, &dropped), ==, 4);
  g_assert_cmpuint (done + undone + dropped, ==, before->applied + sum->applied);
  g_assert_cmpuint (newest, ==, before->applied + sum->applied);
  g_assert_cmpuint (done, ==, before->applied + sum->applied - sum->undone + sum->redone);
}

static void
test_at_once (gconstpointer data)
{
  gboolean is_share = GPOINTER_TO_INT (data);
  g_autofree char *path = fixture_path ();
  g_autoptr (SotayStore) store = NULL;
  GSubprocess *programs[N_PROGRAMS];
  const Count before = { .applied = 1 };
  Count sum = { 0 };

  share_pretend (is_share);
  store = fixture_store (path);
  g_object_unref (fixture_add_unit (store, NULL, "Phường"));
  for (guint i = 0; i < N_PROGRAMS; i++)
    programs[i] = start (path, i, is_share);
  for (guint i = 0; i < N_PROGRAMS; i++)
    g_assert_true (g_output_stream_write_all (g_subprocess_get_stdin_pipe (programs[i]), "\n", 1, NULL, NULL, NULL));
  for (guint i = 0; i < N_PROGRAMS; i++)
    {
      add_up (programs[i], &sum);
      g_object_unref (programs[i]);
    }
  g_assert_cmpuint (sum.applied, >, N_STEPS / 4);
  check (store, path, &before, &sum);
  share_pretend (FALSE);
}

/* On a share, a register that another PC has open is refused and let be; once it is closed there, the same program goes
 * on. */
static void
test_other_pc (void)
{
  g_autofree char *path = fixture_path ();
  g_autofree char *sign = g_strconcat (path, ".open-x", NULL);
  g_autoptr (SotayStore) store = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  gsize length_before, length_after;

  share_pretend (TRUE);
  store = fixture_store (path);
  g_object_unref (fixture_add_unit (store, NULL, "Phường"));
  g_clear_object (&store);
  g_assert_true (g_file_get_contents (path, &before, &length_before, NULL));
  g_assert_true (g_file_set_contents (sign, "[open]\nhost=PC-02\nboot=another\n", -1, NULL));
  store = fixture_store (path);
  g_assert_null (sotay_store_list_units (store, NULL, &error));
  g_assert_error (error, SOTAY_REGISTER_ERROR, SOTAY_REGISTER_ERROR_ELSEWHERE);
  g_assert_cmpstr (error->message, ==, "PC-02");
  g_assert_true (g_file_get_contents (path, &after, &length_after, NULL));
  g_assert_cmpmem (before, length_before, after, length_after);
  g_assert_cmpint (g_remove (sign), ==, 0);
  g_object_unref (fixture_add_unit (store, NULL, "Phường"));
  share_pretend (FALSE);
}

static gboolean
holds (const char *path, const char *text)
{
  g_autofree char *bytes = NULL;
  gsize length;

  g_assert_true (g_file_get_contents (path, &bytes, &length, NULL));
  return memmem (bytes, length, text, strlen (text)) != NULL;
}

/* On a share, too, nothing of a person who was taken out for good is left in the file. */
static void
test_taken_out (void)
{
  g_autofree char *path = fixture_path ();
  g_autoptr (SotayStore) store = NULL;
  g_autoptr (SotayUnit) unit = NULL;
  g_autoptr (SotayStaff) staff = NULL;
  g_autoptr (GError) error = NULL;

  share_pretend (TRUE);
  store = fixture_store (path);
  unit = fixture_add_unit (store, NULL, "Phường");
  staff = fixture_add_staff (store, unit, "Quách Xuyến");
  g_object_unref (fixture_change (store, staff, SOTAY_STAFF_LEFT_ON, "2024-03-05"));
  g_assert_true (holds (path, "Quách Xuyến"));
  sotay_store_anonymise_staff (store, sotay_staff_get_id (staff), "Người đã rời đơn vị", NULL, &error);
  g_assert_no_error (error);
  g_clear_object (&store);
  g_assert_false (holds (path, "Quách"));
  g_assert_false (holds (path, "Xuyến"));
  share_pretend (FALSE);
}

static void
add_tests (void)
{
  g_test_add_func ("/two-programs/other-pc", test_other_pc);
  g_test_add_func ("/two-programs/taken-out", test_taken_out);
  g_test_add_data_func ("/two-programs/disk", GINT_TO_POINTER (FALSE), test_at_once);
  g_test_add_data_func ("/two-programs/share", GINT_TO_POINTER (TRUE), test_at_once);
}

int
main (int argc, char **argv)
{
  if (argc == 5 && g_str_equal (argv[1], "--live"))
    return live (argv[2], (guint32) g_ascii_strtoull (argv[3], NULL, 10), g_str_equal (argv[4], "share"));
  return sotay_test_run (argc, argv, add_tests);
}
