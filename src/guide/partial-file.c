/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "guide/partial-file.h"

#include "core/system.h"
#include "guide/blocks.h"
#include "guide/guide-error.h"

#include <glib/gstdio.h>

#define NAME_DIGITS 16

struct _SotayPartialFile
{
  char *path;
  char *note_path; /* NULL for one that no other program looks for */
  char *lock_path;
  SotayBlocks *blocks;
  char *sha256;
  gint64 bytes;
  int fd;
  int lock;
  gboolean spoilt; /* by a write that failed */
  gboolean stays;
};

gboolean
sotay_guide_name_file_error (GError **error, GError *reason)
{
  gboolean full = g_error_matches (reason, G_FILE_ERROR, G_FILE_ERROR_NOSPC);

  g_set_error_literal (error, SOTAY_GUIDE_ERROR, full ? SOTAY_GUIDE_ERROR_DISK_FULL : SOTAY_GUIDE_ERROR_FILE,
                       reason->message);
  return FALSE;
}

static SotayPartialFile *
make (const char *path, int fd)
{
  SotayPartialFile *file = g_new0 (SotayPartialFile, 1);

  file->path = g_strdup (path);
  file->blocks = sotay_blocks_new ();
  file->fd = fd;
  file->lock = -1;
  return file;
}

SotayPartialFile *
sotay_partial_file_new (const char *folder, const char *prefix, int mode, GError **error)
{
  g_autofree char *name = g_strconcat (prefix, "XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autoptr (GError) reason = NULL;
  int fd = sotay_system_create_file (path, mode, &reason);

  if (fd >= 0)
    return make (path, fd);
  sotay_guide_name_file_error (error, reason);
  return NULL;
}

static char *
build_path (const char *folder, const char *address, const char *ending)
{
  g_autofree char *digits = g_compute_checksum_for_string (G_CHECKSUM_SHA256, address, -1);
  g_autofree char *name = g_strdup_printf (SOTAY_PARTIAL_FILE_PREFIX "%.*s%s", NAME_DIGITS, digits, ending);

  return g_build_filename (folder, name, NULL);
}

SotayPartialFile *
sotay_partial_file_open (const char *folder, const char *address)
{
  g_autofree char *path = build_path (folder, address, ".pdf");
  g_autofree char *lock_path = build_path (folder, address, ".lock");
  SotayPartialFile *file = NULL;
  int lock = sotay_system_lock (lock_path);
  int fd;

  if (lock < 0)
    return NULL;
  fd = sotay_system_open_file (path, 0600, NULL);
  if (fd < 0)
    {
      sotay_system_unlock (lock, lock_path);
      return NULL;
    }
  file = make (path, fd);
  file->note_path = build_path (folder, address, ".json");
  file->lock_path = g_steal_pointer (&lock_path);
  file->lock = lock;
  return file;
}

gboolean
sotay_partial_file_restart (SotayPartialFile *file, GError **error)
{
  g_autoptr (GError) reason = NULL;

  sotay_blocks_reset (file->blocks);
  file->bytes = 0;
  file->spoilt = !sotay_system_truncate (file->fd, file->path, 0, &reason);
  return !file->spoilt || sotay_guide_name_file_error (error, reason);
}

/* Returns whether the file holds @bytes bytes. */
static gboolean
read_back (SotayPartialFile *file, gint64 bytes, GCancellable *cancellable, GError **error)
{
  g_autoptr (GError) reason = NULL;

  while (file->bytes < bytes)
    {
      gsize wanted = (gsize) MIN (bytes - file->bytes, SOTAY_BLOCK_BYTES);
      gssize count = sotay_system_read (file->fd, file->path, sotay_blocks_get (file->blocks), wanted, &reason);

      if (count < 0)
        return sotay_guide_name_file_error (error, reason);
      if (count == 0 || g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      sotay_blocks_push (file->blocks, (gsize) count);
      file->bytes += count;
    }
  return TRUE;
}

gboolean
sotay_partial_file_recall (SotayPartialFile *file, gint64 bytes, const char *sha256, GCancellable *cancellable,
                           GError **error)
{
  g_autoptr (GError) reason = NULL;
  GError *unread = NULL;

  if (!read_back (file, bytes, cancellable, &unread) && unread != NULL)
    {
      g_propagate_error (error, unread);
      /* Who was only interrupted finds it again; what the disk cannot read is of no use. */
      file->stays = g_error_matches (unread, G_IO_ERROR, G_IO_ERROR_CANCELLED);
      return FALSE;
    }
  if (file->bytes < bytes || !g_str_equal (sotay_partial_file_get_sha256 (file), sha256))
    {
      sotay_partial_file_restart (file, error);
      return FALSE;
    }
  return sotay_system_truncate (file->fd, file->path, bytes, &reason) || sotay_guide_name_file_error (error, reason);
}

guint8 *
sotay_partial_file_get_block (SotayPartialFile *file)
{
  return sotay_blocks_get (file->blocks);
}

gboolean
sotay_partial_file_write (SotayPartialFile *file, gsize length, GError **error)
{
  g_autoptr (GError) reason = NULL;

  if (!sotay_system_write (file->fd, file->path, sotay_blocks_get (file->blocks), length, &reason))
    {
      file->spoilt = TRUE;
      return sotay_guide_name_file_error (error, reason);
    }
  sotay_blocks_push (file->blocks, length);
  file->bytes += (gint64) length;
  return TRUE;
}

gboolean
sotay_partial_file_sync (SotayPartialFile *file, GError **error)
{
  g_autoptr (GError) reason = NULL;

  return sotay_system_sync (file->fd, file->path, &reason) || sotay_guide_name_file_error (error, reason);
}

gboolean
sotay_partial_file_close (SotayPartialFile *file, GError **error)
{
  g_autoptr (GError) reason = NULL;
  gboolean closed = sotay_system_close (file->fd, file->path, &reason);

  file->fd = -1;
  file->spoilt = file->spoilt || !closed;
  return closed || sotay_guide_name_file_error (error, reason);
}

gboolean
sotay_partial_file_keep (SotayPartialFile *file, const char *target, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (target);
  g_autoptr (GError) reason = NULL;

  if (!sotay_system_rename (file->path, target, &reason))
    return sotay_guide_name_file_error (error, reason);
  file->stays = TRUE;
  if (file->note_path != NULL)
    g_unlink (file->note_path);
  return sotay_system_sync_folder (folder, &reason) || sotay_guide_name_file_error (error, reason);
}

void
sotay_partial_file_spare (SotayPartialFile *file)
{
  file->stays = !file->spoilt && file->note_path != NULL;
}

void
sotay_partial_file_free (SotayPartialFile *file)
{
  if (file->fd >= 0)
    g_close (file->fd, NULL);
  if (!file->stays && file->note_path != NULL)
    g_unlink (file->note_path);
  if (!file->stays)
    g_unlink (file->path);
  if (file->lock >= 0)
    sotay_system_unlock (file->lock, file->lock_path);
  sotay_blocks_free (file->blocks);
  g_free (file->sha256);
  g_free (file->lock_path);
  g_free (file->note_path);
  g_free (file->path);
  g_free (file);
}

const char *
sotay_partial_file_get_path (SotayPartialFile *file)
{
  return file->path;
}

const char *
sotay_partial_file_get_note_path (SotayPartialFile *file)
{
  return file->note_path;
}

gint64
sotay_partial_file_get_bytes (SotayPartialFile *file)
{
  return file->bytes;
}

const char *
sotay_partial_file_get_sha256 (SotayPartialFile *file)
{
  g_free (file->sha256);
  file->sha256 = sotay_blocks_print (file->blocks);
  return file->sha256;
}
