/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Nothing gets out of the sandbox of the PDF reader. */
#include "core/sandbox.h"
#include "guide/guide-error.h"
#include "guide/inspector.h"
#include "core/paths.h"
#include "support/test-support.h"

#include <glib/gstdio.h>
#include <string.h>

static const char *const permitted[] = { "document", "fonts" };
static const char *const files[] = { "secret", "passwd", "home" };
static const char *const others[] = {
  "write-document", "write-new",   "write-folder", "remove",    "connect", "thread", "fork", "exec",
  "kill",           "run-written", "run-writable", "namespace", "ring",    "ptrace",
};

/* What the probe says that it could do. */
static char *
probe (SotaySandboxLevel level, const char *word)
{
  g_autofree char *folder = sotay_test_folder ();
  g_autofree char *secret = g_build_filename (folder, "secret", NULL);
  g_autofree char *document = g_build_filename (folder, "a 'quoted' “ệ” $(file)\n.pdf", NULL);
  g_autofree char *program = g_build_filename (g_getenv ("SOTAY_BUILD_ROOT"), "tests", "guide", "sandbox-probe", NULL);
  g_autoptr (GSocketListener) listener = g_socket_listener_new ();
  g_autoptr (GSubprocess) process = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *contents = NULL;
  char *output = NULL;
  guint16 port = g_socket_listener_add_any_inet_port (listener, NULL, &error);

  g_assert_no_error (error);
  contents = g_strdup_printf ("%s\n%s\n%u\n%s", secret, folder, port, word);
  g_file_set_contents (secret, "secret", -1, &error);
  g_assert_no_error (error);
  g_file_set_contents (document, contents, -1, &error);
  g_assert_no_error (error);
  process = sotay_sandbox_start (level, program, document, &error);
  g_assert_no_error (error);
  g_subprocess_communicate_utf8 (process, NULL, NULL, &output, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (g_subprocess_get_if_exited (process));
  g_assert_cmpint (g_subprocess_get_exit_status (process), ==, 0);
  if (g_str_equal (word, "lock"))
    g_assert_true (g_file_test (secret, G_FILE_TEST_EXISTS));
  return output;
}

static gboolean
could (const char *output, const char *name)
{
  g_autofree char *done = g_strconcat ("\n", name, " done\n", NULL);
  g_autofree char *refused = g_strconcat ("\n", name, " refused\n", NULL);
  g_autofree char *lines = g_strconcat ("\n", output, NULL);

  g_assert_cmpint (strstr (lines, done) != NULL, !=, strstr (lines, refused) != NULL);
  return strstr (lines, done) != NULL;
}

static void
assert_could (const char *output, const char *const *names, gsize n_names, gboolean expected)
{
  for (gsize i = 0; i < n_names; i++)
    {
      if (could (output, names[i]) != expected)
        g_test_message ("%s is not as expected:\n%s", names[i], output);
      g_assert_cmpint (could (output, names[i]), ==, expected);
    }
}

/* What is tried works where nothing forbids it: the other tests can fail. */
static void
test_free (void)
{
  g_autofree char *output = probe (SOTAY_SANDBOX_FILTER, "stay");

  assert_could (output, permitted, G_N_ELEMENTS (permitted), TRUE);
  assert_could (output, files, G_N_ELEMENTS (files), TRUE);
  assert_could (output, others, G_N_ELEMENTS (others), TRUE);
}

/* The walls alone: no file but those meant for it, and no network. */
static void
test_walls (void)
{
  g_autofree char *output = probe (SOTAY_SANDBOX_FULL, "stay");
  static const char *const walled[] = { "write-document", "write-new", "write-folder", "remove", "connect" };

  assert_could (output, permitted, G_N_ELEMENTS (permitted), TRUE);
  assert_could (output, files, G_N_ELEMENTS (files), FALSE);
  assert_could (output, walled, G_N_ELEMENTS (walled), FALSE);
}

static void
test_full (void)
{
  g_autofree char *output = probe (SOTAY_SANDBOX_FULL, "lock");

  assert_could (output, permitted, G_N_ELEMENTS (permitted), TRUE);
  assert_could (output, files, G_N_ELEMENTS (files), FALSE);
  assert_could (output, others, G_N_ELEMENTS (others), FALSE);
}

/* Without walls the process itself gives up everything but, on a kernel without Landlock, the reading of files. */
static void
test_filter (void)
{
  g_autofree char *output = probe (SOTAY_SANDBOX_FILTER, "lock");
  g_autofree char *modules = NULL;

  assert_could (output, permitted, G_N_ELEMENTS (permitted), TRUE);
  assert_could (output, others, G_N_ELEMENTS (others), FALSE);
  g_file_get_contents ("/sys/kernel/security/lsm", &modules, NULL, NULL);
  if (modules != NULL && strstr (modules, "landlock") != NULL)
    assert_could (output, files, G_N_ELEMENTS (files), FALSE);
}

/* Runs @func with other programs to be found than usual. */
static void
with_path (const char *path, SotaySandboxLevel expected)
{
  g_autofree char *saved = g_strdup (g_getenv ("PATH"));
  g_autofree char *helper = sotay_paths_helper ("sotay-document");
  g_autofree char *document = sotay_test_data ("guide/data/five-pages.pdf");
  SotaySandboxLevel level = SOTAY_SANDBOX_FULL;
  g_autoptr (GError) error = NULL;
  guint pages = 0;

  g_setenv ("PATH", path, TRUE);
  sotay_inspector_probe (helper, &level, &error);
  g_assert_no_error (error);
  sotay_inspector_run (helper, document, &pages, NULL, &error);
  g_setenv ("PATH", saved, TRUE);
  g_assert_no_error (error);
  g_assert_cmpint (level, ==, expected);
  g_assert_cmpuint (pages, ==, 5);
}

static void
test_levels (void)
{
  g_autofree char *folder = sotay_test_folder ();
  g_autofree char *wrapper = g_build_filename (folder, "bwrap", NULL);
  g_autoptr (GError) error = NULL;

  with_path (g_getenv ("PATH"), SOTAY_SANDBOX_FULL);
  with_path (folder, SOTAY_SANDBOX_FILTER);
  /* As where the kernel refuses name spaces. */
  g_file_set_contents_full (wrapper, "#!/bin/sh\necho 'bwrap: No permissions to create new namespace' >&2\nexit 1\n", -1,
                            G_FILE_SET_CONTENTS_NONE, 0700, &error);
  g_assert_no_error (error);
  with_path (folder, SOTAY_SANDBOX_FILTER);
}

static void
test_no_helper (void)
{
  g_autofree char *document = sotay_test_data ("guide/data/five-pages.pdf");
  SotaySandboxLevel level;
  g_autoptr (GError) error = NULL;
  guint pages;

  g_assert_false (sotay_inspector_probe ("/nowhere/helper", &level, &error));
  g_clear_error (&error);
  g_assert_false (sotay_inspector_run ("/bin/true", document, &pages, NULL, &error));
  g_assert_error (error, SOTAY_GUIDE_ERROR, SOTAY_GUIDE_ERROR_HELPER);
}

static void
add_tests (void)
{
  g_test_add_func ("/sandbox/free", test_free);
  g_test_add_func ("/sandbox/walls", test_walls);
  g_test_add_func ("/sandbox/full", test_full);
  g_test_add_func ("/sandbox/filter", test_filter);
  g_test_add_func ("/sandbox/levels", test_levels);
  g_test_add_func ("/sandbox/no-helper", test_no_helper);
}

int
main (int argc, char **argv)
{
  return sotay_test_run (argc, argv, add_tests);
}
