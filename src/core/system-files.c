/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Files by descriptor, alike on all systems but for two headers. */
#include "core/system.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#ifdef G_OS_WIN32
#include <io.h>
#include <sys/utime.h>
#else
#include <unistd.h>
#include <utime.h>
#endif

#ifndef O_BINARY
#define O_BINARY 0
#endif
#ifndef O_CLOEXEC
#define O_CLOEXEC 0
#endif
#ifndef O_NOFOLLOW
#define O_NOFOLLOW 0
#endif

static gboolean
is_full (int saved)
{
#ifdef EDQUOT
  if (saved == EDQUOT)
    return TRUE;
#endif
  return saved == ENOSPC || saved == EFBIG;
}

static gboolean
fail (const char *path, int saved, GError **error)
{
  g_set_error (error, G_FILE_ERROR, is_full (saved) ? G_FILE_ERROR_NOSPC : g_file_error_from_errno (saved), "%s: %s",
               path, g_strerror (saved));
  return FALSE;
}

int
sotay_system_create_file (char *template, int mode, GError **error)
{
  int fd = g_mkstemp_full (template, O_WRONLY | O_BINARY | O_CLOEXEC, mode);

  if (fd < 0)
    fail (template, errno, error);
  return fd;
}

int
sotay_system_open_file (const char *path, int mode, GError **error)
{
  int fd = g_open (path, O_RDWR | O_CREAT | O_BINARY | O_CLOEXEC | O_NOFOLLOW, mode);
  struct stat info;

  if (fd < 0)
    {
      fail (path, errno, error);
      return -1;
    }
  if (fstat (fd, &info) == 0 && S_ISREG (info.st_mode))
    return fd;
  close (fd);
  fail (path, EINVAL, error);
  return -1;
}

gssize
sotay_system_read (int fd, const char *path, void *data, gsize length, GError **error)
{
  gssize count;

  do
    count = read (fd, data, length);
  while (count < 0 && errno == EINTR);
  if (count < 0)
    fail (path, errno, error);
  return count;
}

gboolean
sotay_system_truncate (int fd, const char *path, gint64 length, GError **error)
{
  return (ftruncate (fd, length) == 0 && lseek (fd, length, SEEK_SET) >= 0) || fail (path, errno, error);
}

gboolean
sotay_system_write (int fd, const char *path, const void *data, gsize length, GError **error)
{
  const guint8 *next = data;
  gsize left = length;

  while (left > 0)
    {
      gssize written = write (fd, next, left);

      if (written < 0 && errno == EINTR)
        continue;
      if (written <= 0)
        return fail (path, written < 0 ? errno : ENOSPC, error);
      next += written;
      left -= (gsize) written;
    }
  return TRUE;
}

gboolean
sotay_system_sync (int fd, const char *path, GError **error)
{
  return g_fsync (fd) == 0 || fail (path, errno, error);
}

gboolean
sotay_system_close (int fd, const char *path, GError **error)
{
  int failed = g_fsync (fd) != 0 ? errno : 0;

  if (!g_close (fd, NULL) && failed == 0)
    failed = errno;
  return failed == 0 || fail (path, failed, error);
}

gboolean
sotay_system_rename (const char *path, const char *target, GError **error)
{
  return g_rename (path, target) == 0 || fail (target, errno, error);
}

void
sotay_system_touch (const char *path)
{
  g_utime (path, NULL);
}
