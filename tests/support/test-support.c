/* SPDX-License-Identifier: GPL-3.0-or-later */
#define _GNU_SOURCE /* nftw */
#include "support/test-support.h"

#include <ftw.h>
#include <glib/gstdio.h>

#define PATIENCE_SECONDS 60
#define SEED "R02S00000001000000020000000300000004"

static char *home;

static int
remove_entry (const char *path, const struct stat *info, int flag, struct FTW *place)
{
  return g_remove (path);
}

void
sotay_test_remove (const char *folder)
{
  nftw (folder, remove_entry, 16, FTW_DEPTH | FTW_PHYS);
}

/* The same trials in every run, so that a failure comes again; with SOTAY_TEST_SEED=random others in each. */
static void
init_framework (int argc, char **argv)
{
  g_autoptr (GPtrArray) arguments = g_ptr_array_new ();
  char **list;

  for (int i = 0; i < argc; i++)
    g_ptr_array_add (arguments, argv[i]);
  if (g_strcmp0 (g_getenv ("SOTAY_TEST_SEED"), "random") != 0)
    g_ptr_array_insert (arguments, 1, (char *) "--seed=" SEED);
  argc = (int) arguments->len;
  g_ptr_array_add (arguments, NULL);
  list = (char **) arguments->pdata;
  g_test_init (&argc, &list, NULL);
}

int
sotay_test_run (int argc, char **argv, void (*add_tests) (void))
{
  g_autofree char *data = NULL;
  int status;

  init_framework (argc, argv);
  home = g_dir_make_tmp ("sotay-test-XXXXXX", NULL);
  g_assert_nonnull (home);
  data = g_build_filename (home, "data", NULL);
  g_assert_cmpint (g_mkdir (data, 0700), ==, 0);
  g_setenv ("SOTAY_HOME", data, TRUE);
  add_tests ();
  status = g_test_run ();
  sotay_test_remove (home);
  g_clear_pointer (&home, g_free);
  return status;
}

char *
sotay_test_folder (void)
{
  char *folder = g_build_filename (home, "XXXXXX", NULL);

  g_assert_nonnull (g_mkdtemp (folder));
  return folder;
}

char *
sotay_test_data (const char *name)
{
  const char *root = g_getenv ("SOTAY_SOURCE_ROOT");

  g_assert_nonnull (root);
  return g_build_filename (root, "tests", name, NULL);
}

void
sotay_test_store_result (GObject *source, GAsyncResult *result, gpointer data)
{
  GAsyncResult **slot = data;

  *slot = g_object_ref (result);
}

static gboolean
lose_patience_cb (gpointer data)
{
  g_error ("the awaited result did not come within %d seconds", PATIENCE_SECONDS);
  return G_SOURCE_REMOVE;
}

void
sotay_test_wait (GAsyncResult **slot)
{
  guint patience = g_timeout_add_seconds (PATIENCE_SECONDS, lose_patience_cb, NULL);

  while (*slot == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (patience);
}
