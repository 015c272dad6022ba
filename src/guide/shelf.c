/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "guide/shelf.h"

#include "guide/guide-error.h"
#include "guide/manual-copy-private.h"
#include "guide/members.h"

#include <glib/gstdio.h>

/* What no true entry exceeds: a thick book, and the year 9999. */
#define MOST_PAGES 100000
#define LAST_SECOND G_GINT64_CONSTANT (253402300799)

#define SHA256_DIGITS 64
#define ENTRY_ENDING ".json"
#define POINTER "current"
#define LARGEST_ENTRY 65536
#define MOST_ENTRIES 1000

static char *
build_path (const char *folder, const char *sha256, const char *ending)
{
  g_autofree char *name = g_strconcat (sha256, ending, NULL);

  return g_build_filename (folder, name, NULL);
}

static gboolean
is_sha256 (const char *text)
{
  return strlen (text) == SHA256_DIGITS && strspn (text, "0123456789abcdef") == SHA256_DIGITS;
}

/* Neither a huge file nor a device may stand where a small file is expected. */
static char *
read_small_file (const char *path, gsize *length)
{
  GStatBuf info;
  char *text = NULL;

  if (g_stat (path, &info) != 0 || (info.st_mode & S_IFMT) != S_IFREG || info.st_size > LARGEST_ENTRY
      || !g_file_get_contents (path, &text, length, NULL))
    return NULL;
  return text;
}

static SotayManualCopy *
read_members (const char *folder, const char *sha256, JsonObject *entry)
{
  const char *address = sotay_members_get_string (entry, "address");
  gint64 bytes = sotay_members_get_int (entry, "bytes");
  gint64 pages = sotay_members_get_int (entry, "pages");
  gint64 downloaded_at = sotay_members_get_int (entry, "downloaded_at");

  if (address == NULL || bytes <= 0 || pages <= 0 || pages > MOST_PAGES || downloaded_at <= 0
      || downloaded_at > LAST_SECOND)
    return NULL;
  return sotay_manual_copy_new (folder, sha256, address, bytes, (guint) pages, downloaded_at);
}

/* Returns NULL when there is no whole copy of that name. */
static SotayManualCopy *
read_entry (const char *folder, const char *sha256)
{
  g_autofree char *path = build_path (folder, sha256, ENTRY_ENDING);
  g_autofree char *text = NULL;
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (SotayManualCopy) copy = NULL;
  JsonObject *entry = NULL;
  gsize length = 0;
  GStatBuf info;

  text = read_small_file (path, &length);
  entry = text != NULL ? sotay_members_parse (parser, text, length) : NULL;
  copy = entry != NULL ? read_members (folder, sha256, entry) : NULL;
  if (copy == NULL || g_stat (sotay_manual_copy_get_path (copy), &info) != 0
      || (gint64) info.st_size != sotay_manual_copy_get_bytes (copy))
    return NULL;
  return g_steal_pointer (&copy);
}

static int
compare_newest_first (gconstpointer a, gconstpointer b)
{
  gint64 time_a = sotay_manual_copy_get_downloaded_at (*(SotayManualCopy *const *) a);
  gint64 time_b = sotay_manual_copy_get_downloaded_at (*(SotayManualCopy *const *) b);

  return (time_a < time_b) - (time_a > time_b);
}

static GPtrArray *
list_copies (const char *folder)
{
  GPtrArray *copies = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && copies->len < MOST_ENTRIES && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *sha256 = g_strndup (name, SHA256_DIGITS);
      SotayManualCopy *copy = NULL;

      if (!is_sha256 (sha256) || !g_str_equal (name + SHA256_DIGITS, ENTRY_ENDING))
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
  g_autofree char *name = read_small_file (path, NULL);
  g_autoptr (SotayManualCopy) named = NULL;
  g_autoptr (GPtrArray) copies = NULL;

  if (name != NULL && is_sha256 (g_strchomp (name)))
    named = read_entry (folder, name);
  if (named != NULL)
    return g_steal_pointer (&named);
  copies = list_copies (folder);
  return copies->len > 0 ? g_object_ref (g_ptr_array_index (copies, 0)) : NULL;
}

static gboolean
write_small_file (const char *path, const char *text, GError **error)
{
  g_autoptr (GError) reason = NULL;

  return g_file_set_contents_full (path, text, -1, G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE, 0600,
                                   &reason)
         || sotay_guide_name_file_error (error, reason);
}

static char *
print_entry (SotayManualCopy *copy)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (JsonNode) root = NULL;

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "sha256");
  json_builder_add_string_value (builder, sotay_manual_copy_get_sha256 (copy));
  json_builder_set_member_name (builder, "address");
  json_builder_add_string_value (builder, sotay_manual_copy_get_address (copy));
  json_builder_set_member_name (builder, "bytes");
  json_builder_add_int_value (builder, sotay_manual_copy_get_bytes (copy));
  json_builder_set_member_name (builder, "pages");
  json_builder_add_int_value (builder, sotay_manual_copy_get_pages (copy));
  json_builder_set_member_name (builder, "downloaded_at");
  json_builder_add_int_value (builder, sotay_manual_copy_get_downloaded_at (copy));
  json_builder_end_object (builder);
  root = json_builder_get_root (builder);
  return json_to_string (root, TRUE);
}

static void
remove_old_copies (const char *folder, const char *current)
{
  g_autoptr (GPtrArray) copies = list_copies (folder);
  guint old = 0;

  for (guint i = 0; i < copies->len; i++)
    {
      SotayManualCopy *copy = g_ptr_array_index (copies, i);
      g_autofree char *entry = build_path (folder, sotay_manual_copy_get_sha256 (copy), ENTRY_ENDING);

      if (g_str_equal (sotay_manual_copy_get_sha256 (copy), current) || ++old <= SOTAY_SHELF_OLD_COPIES)
        continue;
      g_unlink (entry);
      g_unlink (sotay_manual_copy_get_path (copy));
    }
}

SotayManualCopy *
sotay_shelf_keep (const char *folder, SotayPartialFile *file, const char *address, guint pages, GError **error)
{
  const char *sha256 = sotay_partial_file_get_sha256 (file);
  g_autoptr (SotayManualCopy) copy
      = sotay_manual_copy_new (folder, sha256, address, sotay_partial_file_get_bytes (file), pages,
                               g_get_real_time () / G_USEC_PER_SEC);
  g_autofree char *entry_path = build_path (folder, sha256, ENTRY_ENDING);
  g_autofree char *pointer_path = g_build_filename (folder, POINTER, NULL);
  g_autofree char *entry = print_entry (copy);

  /* In this order a program that dies in between leaves the old copy current. */
  if (!sotay_partial_file_keep (file, sotay_manual_copy_get_path (copy), error)
      || !write_small_file (entry_path, entry, error) || !write_small_file (pointer_path, sha256, error))
    return NULL;
  remove_old_copies (folder, sha256);
  return g_steal_pointer (&copy);
}
