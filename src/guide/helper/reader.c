/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "guide/helper/reader.h"

#include "guide/members.h"

#include <glib/gstdio.h>

static const char *
name_reason (const GError *error)
{
  if (g_error_matches (error, POPPLER_ERROR, POPPLER_ERROR_ENCRYPTED))
    return "encrypted";
  return error->domain == G_FILE_ERROR ? "file" : "damaged";
}

static void
load (Reader *reader)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *uri = NULL;
  FILE *file = g_fopen (reader->path, "rb");

  if (file == NULL)
    {
      reader->reason = "file";
      return;
    }
  fclose (file);
  uri = g_filename_to_uri (reader->path, NULL, &error);
  if (uri != NULL)
    reader->document = poppler_document_new_from_file (uri, NULL, &error);
  if (reader->document == NULL)
    {
      reader->reason = name_reason (error);
      return;
    }
  reader->n_pages = poppler_document_get_n_pages (reader->document);
  if (reader->n_pages <= 0)
    reader->reason = "no-pages";
  else if (reader->n_pages > SOTAY_WIRE_MOST_PAGES)
    reader->reason = "damaged";
}

gboolean
reader_open (Reader *reader)
{
  if (reader->document == NULL && reader->reason == NULL)
    load (reader);
  return reader->reason == NULL;
}

PopplerPage *
reader_get_page (Reader *reader, guint index)
{
  return index < (guint) reader->n_pages ? poppler_document_get_page (reader->document, (int) index) : NULL;
}

void
reader_measure (Reader *reader, guint index, float size[2])
{
  PopplerPage *page = reader_get_page (reader, index);
  double width = 0, height = 0;

  size[0] = size[1] = 0;
  if (page == NULL)
    return;
  poppler_page_get_size (page, &width, &height);
  g_object_unref (page);
  /* Written so that a size that is no number ends at the limit as well. */
  size[0] = width >= 1 && width <= SOTAY_WIRE_MOST_SIZE ? (float) width : width < 1 ? 1 : (float) SOTAY_WIRE_MOST_SIZE;
  size[1]
      = height >= 1 && height <= SOTAY_WIRE_MOST_SIZE ? (float) height : height < 1 ? 1 : (float) SOTAY_WIRE_MOST_SIZE;
}

JsonBuilder *
reader_begin (void)
{
  JsonBuilder *builder = json_builder_new ();

  return json_builder_begin_object (builder);
}

void
reader_answer (JsonBuilder *builder, const void *bytes, gsize length)
{
  g_autoptr (JsonBuilder) owned = builder;
  g_autoptr (JsonNode) root = NULL;
  g_autofree char *line = NULL;

  sotay_members_add_int (builder, "bytes", (gint64) length);
  json_builder_end_object (builder);
  root = json_builder_get_root (builder);
  line = json_to_string (root, FALSE);
  fputs (line, stdout);
  fputc ('\n', stdout);
  if (length > 0)
    fwrite (bytes, 1, length, stdout);
  fflush (stdout);
}

void
reader_refuse (const char *word)
{
  JsonBuilder *builder = reader_begin ();

  sotay_members_add_string (builder, "error", word);
  reader_answer (builder, NULL, 0);
}
