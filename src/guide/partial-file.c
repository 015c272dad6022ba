/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "guide/partial-file.h"

#include "guide/guide-error.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#ifdef G_OS_WIN32
#include <io.h>
#else
#include <unistd.h>
#endif

#ifndef O_BINARY
#define O_BINARY 0
#endif
#ifndef O_CLOEXEC
#define O_CLOEXEC 0
#endif

#define LEFTOVER_AGE_SECONDS (24 * 60 * 60)

struct _SotayPartialFile
{
  char *path;
  GChecksum *checksum;
  gint64 bytes;
  int fd;
  gboolean kept;
};

void
sotay_guide_set_file_error (GError **error, int saved, const char *path)
{
  gboolean full = saved == ENOSPC || saved == EFBIG;

#ifdef EDQUOT
  full = full || saved == EDQUOT;
#endif
  g_set_error (error, SOTAY_GUIDE_ERROR, full ? SOTAY_GUIDE_ERROR_DISK_FULL : SOTAY_GUIDE_ERROR_FILE, "%s: %s", path,
               g_strerror (saved));
}

SotayPartialFile *
sotay_partial_file_new (const char *folder, const char *prefix, int mode, GError **error)
{
  g_autofree char *name = g_strconcat (prefix, "XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, name, NULL);
  SotayPartialFile *file = NULL;
  int fd = g_mkstemp_full (path, O_WRONLY | O_BINARY | O_CLOEXEC, mode);

  if (fd < 0)
    {
      sotay_guide_set_file_error (error, errno, folder);
      return NULL;
    }
  file = g_new0 (SotayPartialFile, 1);
  file->path = g_steal_pointer (&path);
  file->checksum = g_checksum_new (G_CHECKSUM_SHA256);
  file->fd = fd;
  return file;
}

gboolean
sotay_partial_file_write (SotayPartialFile *file, const void *data, gsize length, GError **error)
{
  const guint8 *next = data;
  gsize left = length;

  while (left > 0)
    {
      gssize written = write (file->fd, next, left);

      if (written < 0 && errno == EINTR)
        continue;
      if (written <= 0)
        {
          sotay_guide_set_file_error (error, written < 0 ? errno : ENOSPC, file->path);
          return FALSE;
        }
      next += written;
      left -= (gsize) written;
    }
  g_checksum_update (file->checksum, data, (gssize) length);
  file->bytes += (gint64) length;
  return TRUE;
}

gboolean
sotay_partial_file_close (SotayPartialFile *file, GError **error)
{
  int failed = g_fsync (file->fd) != 0 ? errno : 0;

  if (!g_close (file->fd, NULL) && failed == 0)
    failed = errno;
  file->fd = -1;
  if (failed == 0)
    return TRUE;
  sotay_guide_set_file_error (error, failed, file->path);
  return FALSE;
}

gboolean
sotay_partial_file_keep (SotayPartialFile *file, const char *target, GError **error)
{
  if (g_rename (file->path, target) != 0)
    {
      sotay_guide_set_file_error (error, errno, target);
      return FALSE;
    }
  file->kept = TRUE;
  return TRUE;
}

void
sotay_partial_file_free (SotayPartialFile *file)
{
  if (file->fd >= 0)
    g_close (file->fd, NULL);
  if (!file->kept)
    g_unlink (file->path);
  g_checksum_free (file->checksum);
  g_free (file->path);
  g_free (file);
}

const char *
sotay_partial_file_get_path (SotayPartialFile *file)
{
  return file->path;
}

gint64
sotay_partial_file_get_bytes (SotayPartialFile *file)
{
  return file->bytes;
}

const char *
sotay_partial_file_get_sha256 (SotayPartialFile *file)
{
  return g_checksum_get_string (file->checksum);
}

void
sotay_partial_file_sweep (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  gint64 now = g_get_real_time () / G_USEC_PER_SEC;
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      GStatBuf info;

      if (g_str_has_prefix (name, SOTAY_PARTIAL_FILE_PREFIX) && g_stat (path, &info) == 0
          && now - (gint64) info.st_mtime > LEFTOVER_AGE_SECONDS)
        g_unlink (path);
    }
}
