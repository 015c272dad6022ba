/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "reports/docx-package.h"

#include "register/register-error.h"

#include <archive.h>
#include <archive_entry.h>

#define PERMISSIONS 0644

struct _SotayDocxPackage
{
  SotayOutputFile *file;
  struct archive *archive;
  xmlTextWriter *xml; /* of the part that is being written */
  GError *failure;    /* the first */
};

static void
fail (SotayDocxPackage *package, const char *what)
{
  if (package->failure == NULL)
    package->failure = g_error_new_literal (SOTAY_REGISTER_ERROR, SOTAY_REGISTER_ERROR_FILE_WRITE, what);
}

static la_ssize_t
write_cb (struct archive *archive, void *data, const void *bytes, size_t length)
{
  SotayDocxPackage *package = data;

  if (package->failure == NULL && sotay_output_file_write (package->file, bytes, length, &package->failure))
    return (la_ssize_t) length;
  archive_set_error (archive, -1, "not written");
  return -1;
}

static gboolean
is_well (SotayDocxPackage *package, int code)
{
  const char *what = code != ARCHIVE_OK ? archive_error_string (package->archive) : NULL;

  if (code != ARCHIVE_OK)
    fail (package, what != NULL ? what : "zip");
  return package->failure == NULL;
}

static gboolean
tell (SotayDocxPackage *package, GError **error)
{
  if (package->failure == NULL)
    return TRUE;
  if (error != NULL)
    *error = g_error_copy (package->failure);
  return FALSE;
}

SotayDocxPackage *
sotay_docx_package_new (SotayOutputFile *file, GError **error)
{
  g_autoptr (SotayDocxPackage) package = g_new0 (SotayDocxPackage, 1);

  package->file = file;
  package->archive = archive_write_new ();
  archive_write_set_format_zip (package->archive);
  /* Office programs refuse the long form of sizes, which would be taken as the parts' lengths are not known before. */
  archive_write_set_format_option (package->archive, "zip", "zip64", NULL);
  archive_write_set_bytes_in_last_block (package->archive, 1);
  is_well (package, archive_write_open (package->archive, package, NULL, write_cb, NULL));
  return tell (package, error) ? g_steal_pointer (&package) : NULL;
}

static void
begin_entry (SotayDocxPackage *package, const char *name, gsize length)
{
  struct archive_entry *entry = archive_entry_new ();

  archive_entry_set_pathname (entry, name);
  archive_entry_set_filetype (entry, AE_IFREG);
  archive_entry_set_perm (entry, PERMISSIONS);
  if (length > 0)
    archive_entry_set_size (entry, (la_int64_t) length);
  is_well (package, archive_write_header (package->archive, entry));
  archive_entry_free (entry);
}

static int
part_cb (void *data, const char *bytes, int length)
{
  SotayDocxPackage *package = data;

  if (package->failure == NULL && archive_write_data (package->archive, bytes, (size_t) length) == length)
    return length;
  fail (package, "zip");
  return -1;
}

xmlTextWriter *
sotay_docx_package_begin (SotayDocxPackage *package, const char *name)
{
  begin_entry (package, name, 0);
  package->xml = xmlNewTextWriter (xmlOutputBufferCreateIO (part_cb, NULL, package, NULL));
  xmlTextWriterStartDocument (package->xml, "1.0", "UTF-8", "yes");
  return package->xml;
}

gboolean
sotay_docx_package_check (SotayDocxPackage *package, GError **error)
{
  return tell (package, error);
}

gboolean
sotay_docx_package_end (SotayDocxPackage *package, GError **error)
{
  if (xmlTextWriterEndDocument (package->xml) < 0)
    fail (package, "XML");
  g_clear_pointer (&package->xml, xmlFreeTextWriter);
  if (package->failure == NULL)
    is_well (package, archive_write_finish_entry (package->archive));
  return tell (package, error);
}

gboolean
sotay_docx_package_add (SotayDocxPackage *package, const char *name, GBytes *bytes, GError **error)
{
  gsize length;
  const void *data = g_bytes_get_data (bytes, &length);

  begin_entry (package, name, length);
  if (package->failure == NULL && archive_write_data (package->archive, data, length) != (la_ssize_t) length)
    fail (package, "zip");
  return tell (package, error);
}

gboolean
sotay_docx_package_finish (SotayDocxPackage *package, GError **error)
{
  is_well (package, archive_write_close (package->archive));
  return tell (package, error);
}

void
sotay_docx_package_free (SotayDocxPackage *package)
{
  if (package->failure == NULL)
    fail (package, "abandoned");
  g_clear_pointer (&package->xml, xmlFreeTextWriter);
  archive_write_free (package->archive);
  g_clear_error (&package->failure);
  g_free (package);
}
