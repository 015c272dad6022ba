/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "reports/sheet-writer.h"

struct _SotaySheetWriter
{
  const SotaySheetFormat *format;
  SotayOutputFile *file;
  gpointer data; /* the format's own; NULL once it is closed */
};

static const SotaySheetFormat *const formats[] = { &sotay_sheet_xlsx, &sotay_sheet_csv };

static const SotaySheetFormat *
find_format (const char *path)
{
  g_autofree char *lower = g_ascii_strdown (path, -1);

  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    if (g_str_has_suffix (lower, formats[i]->ending))
      return formats[i];
  return NULL;
}

gboolean
sotay_sheet_writer_is_known (const char *path)
{
  return find_format (path) != NULL;
}

SotaySheetWriter *
sotay_sheet_writer_new (const char *path, const char *name, const SotaySheetColumn *columns, guint n_columns,
                        GError **error)
{
  g_autoptr (SotaySheetWriter) writer = g_new0 (SotaySheetWriter, 1);

  writer->format = find_format (path);
  g_return_val_if_fail (writer->format != NULL, NULL);
  writer->file = sotay_output_file_new (path, error);
  if (writer->file == NULL)
    return NULL;
  writer->data = writer->format->open (writer->file, name, columns, n_columns, error);
  return writer->data != NULL ? g_steal_pointer (&writer) : NULL;
}

gboolean
sotay_sheet_writer_add_row (SotaySheetWriter *writer, const char *const *cells, GError **error)
{
  return writer->format->add_row (writer->data, cells, error);
}

gboolean
sotay_sheet_writer_finish (SotaySheetWriter *writer, GError **error)
{
  return writer->format->close (g_steal_pointer (&writer->data), error)
         && sotay_output_file_finish (writer->file, error);
}

void
sotay_sheet_writer_free (SotaySheetWriter *writer)
{
  if (writer->data != NULL)
    writer->format->close (writer->data, NULL);
  g_clear_pointer (&writer->file, sotay_output_file_free);
  g_free (writer);
}
