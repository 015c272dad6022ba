/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the kernel says of mounted file systems. */
#include "core/system.h"

#include <stdlib.h>
#include <string.h>

#define MOUNTS "/proc/self/mountinfo"
#define BOOT_ID "/proc/sys/kernel/random/boot_id"

/* Columns of a line of mountinfo; see proc(5). */
#define COLUMN_FOLDER 4

/* The nearest folder above that is there, with all links followed. */
static char *
find_real_folder (const char *path)
{
  g_autofree char *folder = g_canonicalize_filename (path, NULL);
  char *real;

  while ((real = realpath (folder, NULL)) == NULL && !g_str_equal (folder, "/"))
    {
      char *above = g_path_get_dirname (folder);

      g_free (folder);
      folder = above;
    }
  return real;
}

static gboolean
is_below (const char *path, const char *folder)
{
  gsize length = strlen (folder);

  return g_str_equal (folder, "/") || (strncmp (path, folder, length) == 0
                                       && (path[length] == '/' || path[length] == '\0'));
}

char *
sotay_system_file_system_of (const char *mounts, const char *path)
{
  g_auto (GStrv) lines = g_strsplit (mounts, "\n", -1);
  char *found = NULL;
  gsize longest = 0;

  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_auto (GStrv) columns = g_strsplit (lines[i], " ", -1);
      const char *kind = strstr (lines[i], " - ");
      g_autofree char *folder = NULL;

      if (kind == NULL || g_strv_length (columns) <= COLUMN_FOLDER)
        continue;
      folder = g_strcompress (columns[COLUMN_FOLDER]); /* "\040" is a space */
      /* Of several on one folder the last covers the others. */
      if (!is_below (path, folder) || strlen (folder) < longest)
        continue;
      longest = strlen (folder);
      g_free (found);
      found = g_strndup (kind + 3, strcspn (kind + 3, " "));
    }
  return found;
}

char *
sotay_system_file_system (const char *path)
{
  char *real = find_real_folder (path);
  g_autofree char *mounts = NULL;
  char *found = NULL;

  if (real != NULL && g_file_get_contents (MOUNTS, &mounts, NULL, NULL))
    found = sotay_system_file_system_of (mounts, real);
  free (real);
  return found;
}

char *
sotay_system_boot_id (void)
{
  char *id = NULL;

  if (!g_file_get_contents (BOOT_ID, &id, NULL, NULL))
    return g_strdup (g_get_host_name ());
  return g_strstrip (id);
}
