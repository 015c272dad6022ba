/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "guide/small-file.h"

#include "guide/partial-file.h"

#include <glib/gstdio.h>

char *
sotay_small_file_read (const char *path, gsize most, gsize *length)
{
  GStatBuf info;
  char *text = NULL;

  if (g_stat (path, &info) != 0 || (info.st_mode & S_IFMT) != S_IFREG || (gsize) info.st_size > most
      || !g_file_get_contents (path, &text, length, NULL))
    return NULL;
  return text;
}

gboolean
sotay_small_file_write (const char *path, const char *text, GError **error)
{
  g_autoptr (GError) reason = NULL;

  return g_file_set_contents_full (path, text, -1, G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE, 0600,
                                   &reason)
         || sotay_guide_name_file_error (error, reason);
}
