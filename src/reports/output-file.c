/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "reports/output-file.h"

#include "core/system.h"
#include "register/register-error.h"

#include <glib/gstdio.h>

#define MODE 0600

struct _SotayOutputFile
{
  char *path;
  char *temporary; /* NULL once it stands in its place */
  int fd;
};

SotayOutputFile *
sotay_output_file_new (const char *path, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *temporary = g_build_filename (folder, ".sotay-export-XXXXXX", NULL);
  g_autoptr (GError) failure = NULL;
  int fd = sotay_system_create_file (temporary, MODE, &failure);
  SotayOutputFile *file;

  if (fd < 0)
    {
      sotay_output_fail (failure, error);
      return NULL;
    }
  file = g_new0 (SotayOutputFile, 1);
  file->path = g_strdup (path);
  file->temporary = g_steal_pointer (&temporary);
  file->fd = fd;
  return file;
}

const char *
sotay_output_file_get_path (SotayOutputFile *file)
{
  return file->temporary;
}

gboolean
sotay_output_file_write (SotayOutputFile *file, const void *data, gsize length, GError **error)
{
  g_autoptr (GError) failure = NULL;

  return sotay_system_write (file->fd, file->temporary, data, length, &failure) || sotay_output_fail (failure, error);
}

gboolean
sotay_output_file_finish (SotayOutputFile *file, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (file->path);
  g_autoptr (GError) failure = NULL;
  int fd = file->fd;

  file->fd = -1;
  if (!sotay_system_close (fd, file->temporary, &failure)
      || !sotay_system_rename (file->temporary, file->path, &failure))
    return sotay_output_fail (failure, error);
  g_clear_pointer (&file->temporary, g_free);
  return sotay_system_sync_folder (folder, &failure) || sotay_output_fail (failure, error);
}

void
sotay_output_file_free (SotayOutputFile *file)
{
  if (file->fd >= 0)
    g_close (file->fd, NULL);
  if (file->temporary != NULL)
    g_unlink (file->temporary);
  g_free (file->temporary);
  g_free (file->path);
  g_free (file);
}

gboolean
sotay_output_fail (const GError *file_error, GError **error)
{
  gboolean full = g_error_matches (file_error, G_FILE_ERROR, G_FILE_ERROR_NOSPC);

  g_set_error_literal (error, SOTAY_REGISTER_ERROR,
                       full ? SOTAY_REGISTER_ERROR_DISK_FULL : SOTAY_REGISTER_ERROR_FILE_WRITE, file_error->message);
  return FALSE;
}
