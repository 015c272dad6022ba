/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "reports/report-docx.h"

#include "reports/docx-document.h"
#include "reports/docx-parts.h"

static gboolean
write_fixed (SotayDocxPackage *package, const char *name, void (*write) (xmlTextWriter *xml), GError **error)
{
  write (sotay_docx_package_begin (package, name));
  return sotay_docx_package_end (package, error);
}

static gboolean
write_header (SotayDocxPackage *package, const char *name, gboolean number, GError **error)
{
  sotay_docx_write_header (sotay_docx_package_begin (package, name), number);
  return sotay_docx_package_end (package, error);
}

static gboolean
write_frame (SotayDocxPackage *package, SotayReport *report, guint n_pictures, GError **error)
{
  if (!write_fixed (package, "[Content_Types].xml", sotay_docx_write_types, error)
      || !write_fixed (package, "_rels/.rels", sotay_docx_write_root_relations, error)
      || !write_fixed (package, "word/styles.xml", sotay_docx_write_styles, error)
      || !write_fixed (package, "word/settings.xml", sotay_docx_write_settings, error)
      || !write_header (package, "word/header1.xml", TRUE, error)
      || !write_header (package, "word/header2.xml", FALSE, error))
    return FALSE;
  sotay_docx_write_relations (sotay_docx_package_begin (package, "word/_rels/document.xml.rels"), n_pictures);
  if (!sotay_docx_package_end (package, error))
    return FALSE;
  sotay_docx_write_description (sotay_docx_package_begin (package, "docProps/core.xml"), report);
  return sotay_docx_package_end (package, error);
}

static gboolean
write_pictures (SotayDocxPackage *package, GPtrArray *pictures, GError **error)
{
  for (guint i = 0; i < pictures->len; i++)
    {
      const SotayDocxPicture *picture = pictures->pdata[i];
      g_autofree char *name = g_strdup_printf ("word/media/image%u.png", i + 1);

      if (!sotay_docx_package_add (package, name, picture->bytes, error))
        return FALSE;
    }
  return TRUE;
}

gboolean
sotay_report_write_docx (SotayReport *report, const char *path, const SotayAdvance *advance,
                         GCancellable *cancellable, GError **error)
{
  g_autoptr (GPtrArray) pictures = sotay_docx_list_pictures (report);
  g_autoptr (SotayOutputFile) file = sotay_output_file_new (path, error);
  g_autoptr (SotayDocxPackage) package = file != NULL ? sotay_docx_package_new (file, error) : NULL;

  return package != NULL && write_frame (package, report, pictures->len, error)
         && write_pictures (package, pictures, error)
         && sotay_docx_write_document (sotay_docx_package_begin (package, "word/document.xml"), report, pictures,
                                       package, advance, cancellable, error)
         && sotay_docx_package_end (package, error) && sotay_docx_package_finish (package, error)
         && sotay_output_file_finish (file, error);
}
