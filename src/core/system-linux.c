/* SPDX-License-Identifier: GPL-3.0-or-later */
#define _GNU_SOURCE /* F_SETPIPE_SZ */
#include "core/system.h"

#include <errno.h>
#include <fcntl.h>
#include <glib-unix.h>
#include <glib/gstdio.h>
#include <locale.h>
#include <signal.h>
#include <stdlib.h>
#include <unistd.h>
#include <sys/file.h>
#include <sys/resource.h>
#include <sys/stat.h>

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

char *
sotay_system_find_real_path (const char *path)
{
  char *real = realpath (path, NULL);
  char *copy = g_strdup (real);

  free (real);
  return copy;
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

gboolean
sotay_system_sync_folder (const char *folder, GError **error)
{
  int fd = g_open (folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC, 0);
  int failed = fd < 0 || fsync (fd) != 0 ? errno : 0;

  if (fd >= 0)
    close (fd);
  if (failed == 0 || failed == EINVAL || failed == ENOTSUP)
    return TRUE;
  g_set_error (error, G_FILE_ERROR, (int) g_file_error_from_errno (failed), "%s: %s", folder, g_strerror (failed));
  return FALSE;
}

void
sotay_system_forget_cached (const char *path)
{
  int fd = g_open (path, O_RDONLY | O_CLOEXEC, 0);

  if (fd < 0)
    return;
  posix_fadvise (fd, 0, 0, POSIX_FADV_DONTNEED);
  close (fd);
}

/* The one who had the lock may have removed the file after it was opened here: then it locks nothing any more. */
static gboolean
still_stands (int fd, const char *path)
{
  struct stat held, named;

  return fstat (fd, &held) == 0 && stat (path, &named) == 0 && held.st_dev == named.st_dev
         && held.st_ino == named.st_ino;
}

int
sotay_system_lock (const char *path)
{
  int fd = g_open (path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600);

  if (fd >= 0 && flock (fd, LOCK_EX | LOCK_NB) == 0 && still_stands (fd, path))
    return fd;
  if (fd >= 0)
    close (fd);
  return -1;
}

void
sotay_system_unlock (int lock, const char *path)
{
  g_unlink (path);
  close (lock);
}
