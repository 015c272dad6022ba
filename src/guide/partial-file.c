/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "guide/partial-file.h"

#include "core/system.h"
#include "guide/guide-error.h"

#include <glib/gstdio.h>

#define LEFTOVER_AGE_SECONDS (24 * 60 * 60)

struct _SotayPartialFile
{
  char *path;
  GChecksum *checksum;
  gint64 bytes;
  int fd;
  gboolean kept;
};

gboolean
sotay_guide_name_file_error (GError **error, GError *reason)
{
  gboolean full = g_error_matches (reason, G_FILE_ERROR, G_FILE_ERROR_NOSPC);

  g_set_error_literal (error, SOTAY_GUIDE_ERROR, full ? SOTAY_GUIDE_ERROR_DISK_FULL : SOTAY_GUIDE_ERROR_FILE,
                       reason->message);
  return FALSE;
}

SotayPartialFile *
sotay_partial_file_new (const char *folder, const char *prefix, int mode, GError **error)
{
  g_autofree char *name = g_strconcat (prefix, "XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autoptr (GError) reason = NULL;
  SotayPartialFile *file = NULL;
  int fd = sotay_system_create_file (path, mode, &reason);

  if (fd < 0)
    {
      sotay_guide_name_file_error (error, reason);
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
  g_autoptr (GError) reason = NULL;

  if (!sotay_system_write (file->fd, file->path, data, length, &reason))
    return sotay_guide_name_file_error (error, reason);
  g_checksum_update (file->checksum, data, (gssize) length);
  file->bytes += (gint64) length;
  return TRUE;
}

gboolean
sotay_partial_file_close (SotayPartialFile *file, GError **error)
{
  g_autoptr (GError) reason = NULL;
  gboolean closed = sotay_system_close (file->fd, file->path, &reason);

  file->fd = -1;
  return closed || sotay_guide_name_file_error (error, reason);
}

gboolean
sotay_partial_file_keep (SotayPartialFile *file, const char *target, GError **error)
{
  g_autoptr (GError) reason = NULL;

  file->kept = sotay_system_rename (file->path, target, &reason);
  return file->kept || sotay_guide_name_file_error (error, reason);
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
