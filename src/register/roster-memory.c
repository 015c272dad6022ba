/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "register/roster-memory.h"

#include <glib/gstdio.h>
#include <string.h>

#define GROUP "columns"
#define MOST_BYTES (256 * 1024)
#define MOST_HEADINGS 100

/* A pipe or a device would never end. */
static gboolean
is_readable (const char *path)
{
  GStatBuf info;

  return g_stat (path, &info) == 0 && S_ISREG (info.st_mode) && info.st_size <= MOST_BYTES;
}

static GKeyFile *
load (const char *path)
{
  GKeyFile *file = g_key_file_new ();
  g_autofree char *text = NULL;
  gsize length = 0;

  if (is_readable (path) && g_file_get_contents (path, &text, &length, NULL))
    g_key_file_load_from_data (file, text, length, G_KEY_FILE_NONE, NULL);
  return file;
}

static void
save (GKeyFile *file, const char *path)
{
  gsize length = 0;
  g_autofree char *text = g_key_file_to_data (file, &length, NULL);

  g_file_set_contents_full (path, text, (gssize) length, G_FILE_SET_CONTENTS_CONSISTENT, 0600, NULL);
}

/* Whether the words are meanings for all columns and name people. */
static gboolean
read_words (char **words, SotayTableColumns *columns)
{
  g_autofree int *before = g_memdup2 (columns->meanings, columns->n_columns * sizeof (int));
  gboolean fits = words != NULL && g_strv_length (words) == columns->n_columns;

  for (guint i = 0; fits && i < columns->n_columns; i++)
    fits = sotay_column_from_string (words[i], &columns->meanings[i]);
  if (fits && sotay_table_columns_have_names (columns))
    return TRUE;
  memcpy (columns->meanings, before, columns->n_columns * sizeof (int));
  return FALSE;
}

static void
forget (GKeyFile *file, const char *path, const char *key)
{
  if (g_key_file_remove_key (file, GROUP, key, NULL))
    save (file, path);
}

/* The oldest stands first. */
static void
make_room (GKeyFile *file)
{
  gsize count = 0;
  g_auto (GStrv) keys = g_key_file_get_keys (file, GROUP, &count, NULL);

  for (gsize i = 0; i + MOST_HEADINGS <= count; i++)
    g_key_file_remove_key (file, GROUP, keys[i], NULL);
}

gboolean
sotay_roster_memory_apply (const char *path, SotayTableColumns *columns)
{
  g_autoptr (GKeyFile) file = load (path);
  g_autofree char *key = sotay_table_columns_key (columns);
  g_auto (GStrv) words = key != NULL ? g_key_file_get_string_list (file, GROUP, key, NULL, NULL) : NULL;

  if (words == NULL)
    return FALSE;
  if (read_words (words, columns))
    return TRUE;
  forget (file, path, key);
  return FALSE;
}

void
sotay_roster_memory_keep (const char *path, const SotayTableColumns *found, const SotayTableColumns *columns)
{
  g_autoptr (GKeyFile) file = load (path);
  g_autofree char *key = sotay_table_columns_key (columns);
  g_autoptr (GPtrArray) words = g_ptr_array_new ();

  if (key == NULL)
    return;
  if (memcmp (found->meanings, columns->meanings, columns->n_columns * sizeof (int)) == 0)
    {
      forget (file, path, key);
      return;
    }
  g_key_file_remove_key (file, GROUP, key, NULL);
  make_room (file);
  for (guint i = 0; i < columns->n_columns; i++)
    g_ptr_array_add (words, (char *) sotay_column_to_string (columns->meanings[i]));
  g_key_file_set_string_list (file, GROUP, key, (const char *const *) words->pdata, words->len);
  save (file, path);
}
