/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "register/table-package.h"

#include "register/register-error.h"
#include "register/table-sheet.h"

#include <archive.h>
#include <archive_entry.h>
#include <string.h>

#define MOST_PARTS 4096
#define BLOCK_BYTES 65536
#define MUCH_UNPACKED (64 * 1000 * 1000)

struct _SotayTablePackage
{
  const GString *bytes;
  GPtrArray *names;
  guint64 unpacked; /* so far */
  GCancellable *cancellable;
};

typedef struct archive Archive;

static void
archive_close (Archive *archive)
{
  archive_read_free (archive);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Archive, archive_close)

static gboolean
refuse (SotayRegisterError code, const char *detail, GError **error)
{
  g_set_error_literal (error, SOTAY_REGISTER_ERROR, code, detail);
  return FALSE;
}

static gboolean
refuse_damaged (Archive *archive, GError **error)
{
  const char *words = archive_error_string (archive);

  return refuse (SOTAY_REGISTER_ERROR_FILE_DAMAGED, words != NULL ? words : "zip", error);
}

static Archive *
open_archive (const GString *bytes, GError **error)
{
  g_autoptr (Archive) archive = archive_read_new ();

  archive_read_support_format_zip_seekable (archive);
  if (archive_read_open_memory (archive, bytes->str, bytes->len) == ARCHIVE_OK)
    return g_steal_pointer (&archive);
  refuse_damaged (archive, error);
  return NULL;
}

/* Some writers use the slashes of Windows. */
static char *
dup_name (struct archive_entry *entry)
{
  const char *name = archive_entry_pathname_utf8 (entry);

  if (name == NULL)
    name = archive_entry_pathname (entry);
  return g_strdelimit (g_strdup (name != NULL ? name : ""), "\\", '/');
}

static gboolean
is_same (const char *name, const char *other)
{
  return g_ascii_strcasecmp (name, other) == 0;
}

static gboolean
list_names (SotayTablePackage *package, GError **error)
{
  g_autoptr (Archive) archive = open_archive (package->bytes, error);
  struct archive_entry *entry;
  int status;

  if (archive == NULL)
    return FALSE;
  while ((status = archive_read_next_header (archive, &entry)) == ARCHIVE_OK || status == ARCHIVE_WARN)
    {
      if (g_cancellable_set_error_if_cancelled (package->cancellable, error))
        return FALSE;
      if (package->names->len == MOST_PARTS)
        return sotay_table_too_large ("> 4096", error);
      g_ptr_array_add (package->names, dup_name (entry));
    }
  return status == ARCHIVE_EOF || refuse_damaged (archive, error);
}

/* Whether the file unpacks to more than a workbook does. */
static gboolean
check_unpacked (SotayTablePackage *package, gsize bytes, GError **error)
{
  package->unpacked += bytes;
  if (package->unpacked > SOTAY_TABLE_MOST_UNPACKED)
    return sotay_table_too_large ("> 2 GB", error);
  if (package->unpacked > MUCH_UNPACKED && package->unpacked / SOTAY_TABLE_MOST_RATIO > package->bytes->len)
    return sotay_table_too_large ("> 250 : 1", error);
  return TRUE;
}

static gboolean
feed (SotayTablePackage *package, Archive *archive, SotayTableXml *xml, GError **error)
{
  g_autofree char *block = g_malloc (BLOCK_BYTES);
  la_ssize_t length;

  while ((length = archive_read_data (archive, block, BLOCK_BYTES)) > 0)
    {
      if (g_cancellable_set_error_if_cancelled (package->cancellable, error)
          || !check_unpacked (package, (gsize) length, error)
          || !sotay_table_xml_feed (xml, block, (gsize) length, error))
        return FALSE;
    }
  if (length < 0)
    return refuse_damaged (archive, error);
  return sotay_table_xml_feed (xml, "", 0, error);
}

SotayTablePackage *
sotay_table_package_new (const GString *bytes, GCancellable *cancellable, GError **error)
{
  g_autoptr (SotayTablePackage) package = g_new0 (SotayTablePackage, 1);

  package->bytes = bytes;
  package->names = g_ptr_array_new_with_free_func (g_free);
  package->cancellable = cancellable;
  return list_names (package, error) ? g_steal_pointer (&package) : NULL;
}

void
sotay_table_package_free (SotayTablePackage *package)
{
  g_ptr_array_unref (package->names);
  g_free (package);
}

gboolean
sotay_table_package_has (const SotayTablePackage *package, const char *name)
{
  for (guint i = 0; i < package->names->len; i++)
    if (is_same (g_ptr_array_index (package->names, i), name))
      return TRUE;
  return FALSE;
}

gboolean
sotay_table_package_parse (SotayTablePackage *package, const char *name, const SotayTableXmlFuncs *funcs, gpointer data,
                           GError **error)
{
  g_autoptr (Archive) archive = open_archive (package->bytes, error);
  struct archive_entry *entry;
  int status;

  if (archive == NULL)
    return FALSE;
  while ((status = archive_read_next_header (archive, &entry)) == ARCHIVE_OK || status == ARCHIVE_WARN)
    {
      g_autofree char *found = dup_name (entry);
      g_autoptr (SotayTableXml) xml = NULL;

      if (!is_same (found, name))
        continue;
      if (archive_entry_is_data_encrypted (entry))
        return refuse (SOTAY_REGISTER_ERROR_FILE_PROTECTED, name, error);
      xml = sotay_table_xml_new (name, funcs, data);
      return feed (package, archive, xml, error);
    }
  return status == ARCHIVE_EOF ? refuse (SOTAY_REGISTER_ERROR_FILE_DAMAGED, name, error)
                               : refuse_damaged (archive, error);
}
