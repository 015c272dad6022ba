/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The sandbox of Linux: name spaces of its own, made by bubblewrap. */
#include "core/sandbox.h"

#ifndef __has_feature
#define __has_feature(name) 0
#endif

#if defined(__SANITIZE_ADDRESS__) || __has_feature (address_sanitizer)
#define SANITIZED 1
#else
#define SANITIZED 0
#endif

#define WRAPPER "bwrap"
#define PROGRAM_INSIDE "/program"
#define DOCUMENT_INSIDE "/document"
#define LANGUAGE "C.UTF-8"
#define SANITIZER_VARIABLE "ASAN_OPTIONS"
#define SANITIZER_OPTIONS "detect_leaks=0" /* looking for leaks needs what the program gave up */

static const char *const visible[] = {
  "/usr/lib",
  "/usr/lib64",
  "/usr/local/lib",
  "/lib",
  "/lib64",
  "/etc/ld.so.cache",
  "/etc/fonts",
  "/usr/share/fontconfig",
  "/usr/share/fonts",
  "/usr/local/share/fonts",
  "/var/cache/fontconfig",
  "/usr/share/poppler",
  NULL,
};

static void
add (GStrvBuilder *words, ...)
{
  const char *word;
  va_list list;

  va_start (list, words);
  while ((word = va_arg (list, const char *)) != NULL)
    g_strv_builder_add (words, word);
  va_end (list);
}

static char **
wrap (const char *wrapper, const char *program, const char *document)
{
  g_autoptr (GStrvBuilder) words = g_strv_builder_new ();

  add (words, wrapper, "--unshare-all", "--die-with-parent", "--new-session", "--cap-drop", "ALL", NULL);
  add (words, "--clearenv", "--setenv", "LANG", LANGUAGE, NULL);
  for (gsize i = 0; visible[i] != NULL; i++)
    add (words, "--ro-bind-try", visible[i], visible[i], NULL);
  if (SANITIZED)
    add (words, "--proc", "/proc", "--setenv", SANITIZER_VARIABLE, SANITIZER_OPTIONS, NULL);
  add (words, "--ro-bind", program, PROGRAM_INSIDE, "--ro-bind", document, DOCUMENT_INSIDE, NULL);
  add (words, "--remount-ro", "/", "--chdir", "/", "--", PROGRAM_INSIDE, DOCUMENT_INSIDE, NULL);
  return g_strv_builder_end (words);
}

static GSubprocess *
spawn (const char *const *words, GError **error)
{
  g_autoptr (GSubprocessLauncher) launcher = g_subprocess_launcher_new (
      G_SUBPROCESS_FLAGS_STDIN_PIPE | G_SUBPROCESS_FLAGS_STDOUT_PIPE | G_SUBPROCESS_FLAGS_STDERR_SILENCE);
  char *environment[] = { (char *) "LANG=" LANGUAGE, NULL, NULL };

  if (SANITIZED)
    environment[1] = (char *) SANITIZER_VARIABLE "=" SANITIZER_OPTIONS;
  g_subprocess_launcher_set_environ (launcher, environment);
  return g_subprocess_launcher_spawnv (launcher, words, error);
}

GSubprocess *
sotay_sandbox_start (SotaySandboxLevel level, const char *program, const char *document, GError **error)
{
  g_autofree char *whole_program = g_canonicalize_filename (program, NULL);
  g_autofree char *whole_document = g_canonicalize_filename (document, NULL);
  const char *const bare[] = { whole_program, whole_document, NULL };
  g_autofree char *wrapper = NULL;
  g_auto (GStrv) wrapped = NULL;

  if (level == SOTAY_SANDBOX_FILTER)
    return spawn (bare, error);
  wrapper = g_find_program_in_path (WRAPPER);
  if (wrapper == NULL)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND, WRAPPER " is not installed");
      return NULL;
    }
  wrapped = wrap (wrapper, whole_program, whole_document);
  return spawn ((const char *const *) wrapped, error);
}

const char *const *
sotay_sandbox_get_visible (void)
{
  return visible;
}
