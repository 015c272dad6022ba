/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "guide/shelf.h"

#include "core/system.h"
#include "guide/digest.h"
#include "guide/guide-error.h"
#include "guide/manual-entry.h"
#include "guide/small-file.h"

#include <glib/gstdio.h>

#define PDF_ENDING ".pdf"
#define ENTRY_ENDING ".json"
#define REMOVED "removed-"
#define POINTER "current"
#define LARGEST_ENTRY (64 * 1024)
#define MOST_ENTRIES 1000
#define DAY_SECONDS (24 * 60 * 60)
#define PARTIAL_DAYS 14

static char *
build_path (const char *folder, const char *prefix, const char *sha256, const char *ending)
{
  g_autofree char *name = g_strconcat (prefix, sha256, ending, NULL);

  return g_build_filename (folder, name, NULL);
}

/* Returns NULL when there is no whole copy of that name. */
static SotayManualCopy *
read_entry (const char *folder, const char *sha256)
{
  g_autofree char *path = build_path (folder, "", sha256, ENTRY_ENDING);
  g_autofree char *text = NULL;
  g_autoptr (SotayManualCopy) copy = NULL;
  gsize length = 0;
  GStatBuf info;

  text = sotay_small_file_read (path, LARGEST_ENTRY, &length);
  copy = text != NULL ? sotay_manual_entry_parse (folder, sha256, text, length) : NULL;
  if (copy == NULL || g_stat (sotay_manual_copy_get_path (copy), &info) != 0
      || (gint64) info.st_size != sotay_manual_copy_get_bytes (copy))
    return NULL;
  return g_steal_pointer (&copy);
}

static int
compare_newest_first (gconstpointer a, gconstpointer b)
{
  SotayManualCopy *copy_a = *(SotayManualCopy *const *) a;
  SotayManualCopy *copy_b = *(SotayManualCopy *const *) b;
  gint64 time_a = sotay_manual_copy_get_downloaded_at (copy_a);
  gint64 time_b = sotay_manual_copy_get_downloaded_at (copy_b);

  if (time_a != time_b)
    return (time_a < time_b) - (time_a > time_b);
  return strcmp (sotay_manual_copy_get_sha256 (copy_a), sotay_manual_copy_get_sha256 (copy_b));
}

GPtrArray *
sotay_shelf_list (const char *folder)
{
  GPtrArray *copies = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && copies->len < MOST_ENTRIES && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *sha256 = g_strndup (name, SOTAY_DIGEST_DIGITS);
      SotayManualCopy *copy = NULL;

      if (!sotay_digest_is_name (sha256) || !g_str_equal (name + SOTAY_DIGEST_DIGITS, ENTRY_ENDING))
        continue;
      copy = read_entry (folder, sha256);
      if (copy != NULL)
        g_ptr_array_add (copies, copy);
    }
  g_ptr_array_sort (copies, compare_newest_first);
  return copies;
}

SotayManualCopy *
sotay_shelf_read_current (const char *folder)
{
  g_autofree char *path = g_build_filename (folder, POINTER, NULL);
  g_autofree char *name = sotay_small_file_read (path, LARGEST_ENTRY, NULL);
  g_autoptr (SotayManualCopy) named = NULL;
  g_autoptr (GPtrArray) copies = NULL;

  if (name != NULL && sotay_digest_is_name (g_strchomp (name)))
    named = read_entry (folder, name);
  if (named != NULL)
    return g_steal_pointer (&named);
  copies = sotay_shelf_list (folder);
  return copies->len > 0 ? g_object_ref (g_ptr_array_index (copies, 0)) : NULL;
}

SotayManualCopy *
sotay_shelf_find (const char *folder, const char *sha256, GError **error)
{
  SotayManualCopy *copy = sotay_digest_is_name (sha256) ? read_entry (folder, sha256) : NULL;

  if (copy == NULL)
    g_set_error (error, SOTAY_GUIDE_ERROR, SOTAY_GUIDE_ERROR_NOT_FOUND, "%s", sha256);
  return copy;
}

static gboolean
is_from (SotayManualCopy *copy, const char *address)
{
  return g_str_equal (sotay_manual_copy_get_address (copy), address)
         && (sotay_manual_copy_get_etag (copy) != NULL || sotay_manual_copy_get_last_modified (copy) != NULL);
}

SotayManualCopy *
sotay_shelf_find_from (const char *folder, const char *address)
{
  g_autoptr (SotayManualCopy) current = sotay_shelf_read_current (folder);
  g_autoptr (GPtrArray) copies = NULL;

  if (current != NULL && is_from (current, address))
    return g_steal_pointer (&current);
  copies = sotay_shelf_list (folder);
  for (guint i = 0; i < copies->len; i++)
    if (is_from (g_ptr_array_index (copies, i), address))
      return g_object_ref (g_ptr_array_index (copies, i));
  return NULL;
}

static gboolean
sync_folder (const char *folder, GError **error)
{
  g_autoptr (GError) reason = NULL;

  return sotay_system_sync_folder (folder, &reason) || sotay_guide_name_file_error (error, reason);
}

static gboolean
point_to (const char *folder, const char *sha256, GError **error)
{
  g_autofree char *path = g_build_filename (folder, POINTER, NULL);

  return sotay_small_file_write (path, sha256, error) && sync_folder (folder, error);
}

static void
remove_old_copies (const char *folder, const char *current)
{
  g_autoptr (GPtrArray) copies = sotay_shelf_list (folder);
  guint old = 0;

  for (guint i = 0; i < copies->len; i++)
    {
      SotayManualCopy *copy = g_ptr_array_index (copies, i);
      g_autofree char *entry = build_path (folder, "", sotay_manual_copy_get_sha256 (copy), ENTRY_ENDING);

      if (g_str_equal (sotay_manual_copy_get_sha256 (copy), current) || ++old <= SOTAY_SHELF_OLD_COPIES)
        continue;
      g_unlink (entry);
      g_unlink (sotay_manual_copy_get_path (copy));
    }
}

SotayManualCopy *
sotay_shelf_keep (const char *folder, SotayPartialFile *file, const SotayManualFacts *facts, GError **error)
{
  g_autofree char *sha256 = g_strdup (sotay_partial_file_get_sha256 (file));
  SotayManualFacts complete = *facts;
  g_autoptr (SotayManualCopy) copy = NULL;
  g_autofree char *entry_path = build_path (folder, "", sha256, ENTRY_ENDING);
  g_autofree char *entry = NULL;

  complete.sha256 = sha256;
  complete.bytes = sotay_partial_file_get_bytes (file);
  complete.downloaded_at = g_get_real_time () / G_USEC_PER_SEC;
  copy = sotay_manual_copy_new (folder, &complete);
  entry = sotay_manual_entry_print (copy);
  /* In this order a program that dies in between leaves the old copy current, and a PDF that the next one finds. */
  if (!sotay_small_file_write (entry_path, entry, error)
      || !sotay_partial_file_keep (file, sotay_manual_copy_get_path (copy), error)
      || !point_to (folder, sha256, error))
    return NULL;
  remove_old_copies (folder, sha256);
  return g_steal_pointer (&copy);
}

gboolean
sotay_shelf_use (const char *folder, const char *sha256, GError **error)
{
  g_autoptr (SotayManualCopy) copy = sotay_shelf_find (folder, sha256, error);

  return copy != NULL && point_to (folder, sha256, error);
}

static gboolean
move (const char *folder, const char *sha256, const char *from, const char *to, const char *ending, GError **error)
{
  g_autofree char *path = build_path (folder, from, sha256, ending);
  g_autofree char *target = build_path (folder, to, sha256, ending);
  g_autoptr (GError) reason = NULL;

  /* Its age counts from now on. */
  sotay_system_touch (path);
  return sotay_system_rename (path, target, &reason) || sotay_guide_name_file_error (error, reason);
}

gboolean
sotay_shelf_remove (const char *folder, const char *sha256, GError **error)
{
  g_autoptr (SotayManualCopy) copy = sotay_shelf_find (folder, sha256, error);
  g_autoptr (SotayManualCopy) next = NULL;

  if (copy == NULL || !move (folder, sha256, "", REMOVED, ENTRY_ENDING, error)
      || !move (folder, sha256, "", REMOVED, PDF_ENDING, error))
    return FALSE;
  next = sotay_shelf_read_current (folder);
  return next == NULL || point_to (folder, sotay_manual_copy_get_sha256 (next), error);
}

gboolean
sotay_shelf_restore (const char *folder, const char *sha256, GError **error)
{
  if (!sotay_digest_is_name (sha256))
    {
      g_set_error (error, SOTAY_GUIDE_ERROR, SOTAY_GUIDE_ERROR_NOT_FOUND, "%s", sha256);
      return FALSE;
    }
  return move (folder, sha256, REMOVED, "", PDF_ENDING, error)
         && move (folder, sha256, REMOVED, "", ENTRY_ENDING, error) && sync_folder (folder, error);
}

void
sotay_shelf_forget (const char *folder, const char *sha256)
{
  g_autofree char *pdf = build_path (folder, REMOVED, sha256, PDF_ENDING);
  g_autofree char *entry = build_path (folder, REMOVED, sha256, ENTRY_ENDING);

  g_unlink (pdf);
  g_unlink (entry);
}

/* What a small file is written to before it takes its name: ".XXXXXX" behind that name, left there by a program that
 * died. */
static gboolean
is_unfinished (const char *name)
{
  g_autofree char *sha256 = g_strndup (name, SOTAY_DIGEST_DIGITS);

  return g_str_has_prefix (name, POINTER ".")
         || (sotay_digest_is_name (sha256)
             && (g_str_has_prefix (name + SOTAY_DIGEST_DIGITS, ENTRY_ENDING ".")
                 || g_str_has_prefix (name + SOTAY_DIGEST_DIGITS, SOTAY_SHELF_READING_ENDING ".")));
}

/* A partial file that can be gone on with has an ending; the note beside it is as young as its last byte. */
static gint64
get_lifetime (const char *name)
{
  if (g_str_has_prefix (name, REMOVED) || is_unfinished (name))
    return DAY_SECONDS;
  if (!g_str_has_prefix (name, SOTAY_PARTIAL_FILE_PREFIX) || g_str_has_suffix (name, ".lock"))
    return G_MAXINT64;
  return g_str_has_suffix (name, PDF_ENDING) || g_str_has_suffix (name, ENTRY_ENDING) ? PARTIAL_DAYS * DAY_SECONDS
                                                                                        : DAY_SECONDS;
}

/* What a reader left in a copy that is gone for good. */
static gboolean
is_orphan (const char *folder, const char *name)
{
  g_autofree char *sha256 = g_strndup (name, SOTAY_DIGEST_DIGITS);
  g_autofree char *pdf = build_path (folder, "", sha256, PDF_ENDING);
  g_autofree char *removed = build_path (folder, REMOVED, sha256, PDF_ENDING);

  return sotay_digest_is_name (sha256) && g_str_equal (name + SOTAY_DIGEST_DIGITS, SOTAY_SHELF_READING_ENDING)
         && !g_file_test (pdf, G_FILE_TEST_EXISTS) && !g_file_test (removed, G_FILE_TEST_EXISTS);
}

void
sotay_shelf_sweep (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  gint64 now = g_get_real_time () / G_USEC_PER_SEC;
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      GStatBuf info;

      if (g_stat (path, &info) == 0
          && (is_orphan (folder, name) || now - (gint64) info.st_mtime > get_lifetime (name)))
        g_unlink (path);
    }
}

gboolean
sotay_shelf_is_part (const char *name)
{
  g_autofree char *sha256 = g_strndup (name, SOTAY_DIGEST_DIGITS);

  if (!sotay_digest_is_name (sha256))
    return g_str_equal (name, POINTER);
  return g_str_equal (name + SOTAY_DIGEST_DIGITS, ENTRY_ENDING) || g_str_equal (name + SOTAY_DIGEST_DIGITS, PDF_ENDING);
}
