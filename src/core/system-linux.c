/* SPDX-License-Identifier: GPL-3.0-or-later */
#define _GNU_SOURCE /* F_SETPIPE_SZ */
#include "core/system.h"

#include <fcntl.h>
#include <glib-unix.h>
#include <locale.h>
#include <signal.h>
#include <unistd.h>
#include <sys/resource.h>

#define PIPE_BYTES (1024 * 1024) /* what every user may ask for */

#ifndef __has_feature
#define __has_feature(name) 0
#endif

char *
sotay_system_executable_dir (void)
{
  g_autofree char *path = g_file_read_link ("/proc/self/exe", NULL);

  return path != NULL ? g_path_get_dirname (path) : NULL;
}

void
sotay_system_on_interrupt (GSourceFunc func, gpointer data)
{
  g_unix_signal_add (SIGTERM, func, data);
  g_unix_signal_add (SIGINT, func, data);
}

void
sotay_system_use_language (const char *language)
{
  const char *messages;

  setlocale (LC_ALL, "");
  if (language == NULL)
    return;
  g_setenv ("LANGUAGE", language, TRUE);
  /* gettext looks at LANGUAGE in every locale but "C", which machines without a configured locale have. Changed in the
   * environment as well, because GTK reads it again when it starts. */
  messages = setlocale (LC_MESSAGES, NULL);
  if (g_strcmp0 (messages, "C") == 0 || g_strcmp0 (messages, "POSIX") == 0)
    g_setenv ("LC_ALL", "C.UTF-8", TRUE);
  else if (!g_get_charset (NULL))
    g_setenv ("LC_CTYPE", "C.UTF-8", TRUE);
  setlocale (LC_ALL, "");
}

void
sotay_system_limit_self (gint64 memory_bytes, guint seconds)
{
  struct rlimit processor = { seconds, seconds };
  struct rlimit core = { 0, 0 };

  setrlimit (RLIMIT_CPU, &processor);
  setrlimit (RLIMIT_CORE, &core);
  /* The address sanitizer reserves far more addresses than any limit allows. */
#if !defined(__SANITIZE_ADDRESS__) && !__has_feature (address_sanitizer)
  {
    struct rlimit memory = { (rlim_t) memory_bytes, (rlim_t) memory_bytes };

    setrlimit (RLIMIT_AS, &memory);
  }
#endif
}

void
sotay_system_become (const char *program, char **arguments)
{
  execv (program, arguments);
}

void
sotay_system_survive_broken_pipes (void)
{
  signal (SIGPIPE, SIG_IGN);
}

void
sotay_system_widen_output (void)
{
  fcntl (STDOUT_FILENO, F_SETPIPE_SZ, PIPE_BYTES);
}
