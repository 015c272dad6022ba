/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "reports/sheet-writer.h"

#include "core/system.h"

#include <glib/gstdio.h>

struct _SotaySheetWriter
{
  const SotaySheetFormat *format;
  char *path;
  char *temporary; /* NULL once it stands in its place */
  gpointer data;   /* the format's own; NULL once it is closed */
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

/* Beside the file, so that it can be renamed in one step. */
static char *
make_temporary (const char *path, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *temporary = g_build_filename (folder, ".sotay-export-XXXXXX", NULL);
  g_autoptr (GError) failure = NULL;
  int fd = sotay_system_create_file (temporary, 0666, &failure);

  if (fd >= 0 && g_close (fd, &failure))
    return g_steal_pointer (&temporary);
  sotay_sheet_fail (failure, error);
  return NULL;
}

SotaySheetWriter *
sotay_sheet_writer_new (const char *path, const char *name, const SotaySheetColumn *columns, guint n_columns,
                        GError **error)
{
  g_autoptr (SotaySheetWriter) writer = g_new0 (SotaySheetWriter, 1);

  writer->format = find_format (path);
  g_return_val_if_fail (writer->format != NULL, NULL);
  writer->path = g_strdup (path);
  writer->temporary = make_temporary (path, error);
  if (writer->temporary == NULL)
    return NULL;
  writer->data = writer->format->open (writer->temporary, name, columns, n_columns, error);
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
  g_autofree char *folder = g_path_get_dirname (writer->path);
  g_autoptr (GError) failure = NULL;
  int fd;

  if (!writer->format->close (g_steal_pointer (&writer->data), error))
    return FALSE;
  fd = sotay_system_open_file (writer->temporary, 0666, &failure);
  if (fd < 0 || !sotay_system_close (fd, writer->temporary, &failure)
      || !sotay_system_rename (writer->temporary, writer->path, &failure))
    return sotay_sheet_fail (failure, error);
  g_clear_pointer (&writer->temporary, g_free);
  return sotay_system_sync_folder (folder, &failure) || sotay_sheet_fail (failure, error);
}

void
sotay_sheet_writer_free (SotaySheetWriter *writer)
{
  if (writer->data != NULL)
    writer->format->close (writer->data, NULL);
  if (writer->temporary != NULL)
    g_unlink (writer->temporary);
  g_free (writer->temporary);
  g_free (writer->path);
  g_free (writer);
}
