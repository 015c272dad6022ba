/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "disk-content.h"

#include <glib/gstdio.h>
#include <string.h>

#define SECTOR 512

/* A write that is not synced, or, without bytes, a cut. */
typedef struct
{
  gint64 offset;
  GBytes *bytes;
} Pending;

typedef struct
{
  gatomicrefcount count;
  GByteArray *safe;
  GPtrArray *pending;
} File;

/* A file that was renamed or removed is still there under its old name until the folder is synced. */
struct _DiskContent
{
  char *folder;
  GRand *chance;
  GHashTable *now;  /* path → File */
  GHashTable *safe; /* path → File: what the disk says */
};

static void
pending_free (gpointer data)
{
  Pending *pending = data;

  g_clear_pointer (&pending->bytes, g_bytes_unref);
  g_free (pending);
}

static File *
file_ref (File *file)
{
  g_atomic_ref_count_inc (&file->count);
  return file;
}

static void
file_unref (gpointer data)
{
  File *file = data;

  if (!g_atomic_ref_count_dec (&file->count))
    return;
  g_byte_array_unref (file->safe);
  g_ptr_array_unref (file->pending);
  g_free (file);
}

/* The bytes that @path has now are on the disk. */
static File *
file_new (const char *path)
{
  File *file = g_new0 (File, 1);
  char *bytes = NULL;
  gsize length = 0;

  g_atomic_ref_count_init (&file->count);
  g_file_get_contents (path, &bytes, &length, NULL);
  file->safe = bytes != NULL ? g_byte_array_new_take ((guint8 *) bytes, length) : g_byte_array_new ();
  file->pending = g_ptr_array_new_with_free_func (pending_free);
  return file;
}

static File *
use_file (DiskContent *content, const char *path)
{
  File *file = g_hash_table_lookup (content->now, path);

  if (file == NULL)
    {
      file = file_new (path);
      g_hash_table_insert (content->now, g_strdup (path), file);
    }
  return file;
}

static void
resize (GByteArray *bytes, gsize length)
{
  gsize before = bytes->len;

  g_byte_array_set_size (bytes, (guint) length);
  if (length > before)
    memset (bytes->data + before, 0, length - before);
}

static void
apply_part (GByteArray *safe, const Pending *pending, gsize from, gsize to)
{
  const guint8 *bytes = g_bytes_get_data (pending->bytes, NULL);
  gsize end = (gsize) pending->offset + to;

  if (end > safe->len)
    resize (safe, end);
  memcpy (safe->data + pending->offset + from, bytes + from, to - from);
}

static void
apply (GByteArray *safe, const Pending *pending)
{
  if (pending->bytes == NULL)
    resize (safe, (gsize) pending->offset);
  else
    apply_part (safe, pending, 0, g_bytes_get_size (pending->bytes));
}

/* Each sector has arrived or has not. */
static void
apply_torn (GByteArray *safe, const Pending *pending, GRand *chance)
{
  gsize length = pending->bytes != NULL ? g_bytes_get_size (pending->bytes) : 0;

  for (gsize from = 0; from < length; from += SECTOR)
    if (g_rand_boolean (chance))
      apply_part (safe, pending, from, MIN (from + SECTOR, length));
}

static gboolean
is_shared_memory (const char *path)
{
  return g_str_has_suffix (path, "-shm");
}

static void
look_into (DiskContent *content, const char *path)
{
  g_autoptr (GDir) folder = g_dir_open (path, 0, NULL);
  const char *name;

  while (folder != NULL && (name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *entry = g_build_filename (path, name, NULL);

      if (g_file_test (entry, G_FILE_TEST_IS_DIR))
        look_into (content, entry);
      else if (!is_shared_memory (entry))
        use_file (content, entry);
    }
}

void
disk_content_look (DiskContent *content)
{
  look_into (content, content->folder);
}

DiskContent *
disk_content_new (const char *folder, GRand *chance)
{
  DiskContent *content = g_new0 (DiskContent, 1);
  GHashTableIter files;
  gpointer path, file;

  content->folder = g_strdup (folder);
  content->chance = chance;
  content->now = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, file_unref);
  content->safe = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, file_unref);
  disk_content_look (content);
  g_hash_table_iter_init (&files, content->now);
  while (g_hash_table_iter_next (&files, &path, &file))
    g_hash_table_insert (content->safe, g_strdup (path), file_ref (file));
  return content;
}

void
disk_content_free (DiskContent *content)
{
  g_hash_table_unref (content->now);
  g_hash_table_unref (content->safe);
  g_free (content->folder);
  g_free (content);
}

static void
add_pending (DiskContent *content, const char *path, gint64 offset, GBytes *bytes)
{
  Pending *pending;

  if (is_shared_memory (path))
    return;
  pending = g_new0 (Pending, 1);
  pending->offset = offset;
  pending->bytes = bytes != NULL ? g_bytes_ref (bytes) : NULL;
  g_ptr_array_add (use_file (content, path)->pending, pending);
}

void
disk_content_write (DiskContent *content, const char *path, gint64 offset, const void *bytes, gsize length)
{
  g_autoptr (GBytes) copy = g_bytes_new (bytes, length);

  add_pending (content, path, offset, copy);
}

void
disk_content_cut (DiskContent *content, const char *path, gint64 length)
{
  add_pending (content, path, length, NULL);
}

void
disk_content_sync (DiskContent *content, const char *path)
{
  File *file;

  if (is_shared_memory (path))
    return;
  file = use_file (content, path);
  for (guint i = 0; i < file->pending->len; i++)
    apply (file->safe, g_ptr_array_index (file->pending, i));
  g_ptr_array_set_size (file->pending, 0);
}

static gboolean
is_in (const char *path, const char *folder)
{
  g_autofree char *above = g_path_get_dirname (path);

  return g_str_equal (above, folder);
}

static gboolean
is_entry_cb (gpointer path, gpointer file, gpointer folder)
{
  return is_in (path, folder);
}

void
disk_content_sync_folder (DiskContent *content, const char *folder)
{
  GHashTableIter files;
  gpointer path, file;

  disk_content_look (content);
  g_hash_table_foreach_remove (content->safe, is_entry_cb, (gpointer) folder);
  g_hash_table_iter_init (&files, content->now);
  while (g_hash_table_iter_next (&files, &path, &file))
    if (is_in (path, folder))
      g_hash_table_insert (content->safe, g_strdup (path), file_ref (file));
}

void
disk_content_rename (DiskContent *content, const char *path, const char *target)
{
  File *file = file_ref (use_file (content, path));

  g_hash_table_remove (content->now, path);
  g_hash_table_insert (content->now, g_strdup (target), file);
}

void
disk_content_remove (DiskContent *content, const char *path)
{
  g_hash_table_remove (content->now, path);
}

/* @habit: 0 what is not synced is lost, 1 it is there after all, else each piece has its own fate */
static void
settle_file (DiskContent *content, const char *path, File *file, int habit)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();

  g_byte_array_append (bytes, file->safe->data, file->safe->len);
  for (guint i = 0; i < file->pending->len; i++)
    {
      const Pending *pending = g_ptr_array_index (file->pending, i);
      int fate = habit <= 1 ? habit : g_rand_int_range (content->chance, 0, 3);

      if (fate == 1)
        apply (bytes, pending);
      else if (fate == 2)
        apply_torn (bytes, pending, content->chance);
    }
  g_assert_true (g_file_set_contents (path, (const char *) bytes->data, (gssize) bytes->len, NULL));
}

void
disk_content_restart (DiskContent *content)
{
  g_autoptr (GHashTable) paths = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  int habit = g_rand_int_range (content->chance, 0, 4);
  GHashTableIter all;
  gpointer path;

  g_hash_table_iter_init (&all, content->now);
  while (g_hash_table_iter_next (&all, &path, NULL))
    g_hash_table_add (paths, g_strdup (path));
  g_hash_table_iter_init (&all, content->safe);
  while (g_hash_table_iter_next (&all, &path, NULL))
    g_hash_table_add (paths, g_strdup (path));
  g_hash_table_iter_init (&all, paths);
  while (g_hash_table_iter_next (&all, &path, NULL))
    {
      File *before = g_hash_table_lookup (content->safe, path);
      File *after = g_hash_table_lookup (content->now, path);
      gboolean is_after = habit <= 1 ? habit == 1 : g_rand_boolean (content->chance);
      File *file = is_after ? after : before;

      g_unlink (path);
      if (file != NULL)
        settle_file (content, path, file, habit);
    }
}
