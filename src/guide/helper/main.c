/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * sotay-document FILE: reads a PDF and prints a line of JSON: {"pages":N}, or {"error":…} and exit status 1.
 * A program of its own so that a hostile PDF can do no harm to the one that asks, which it need not trust either.
 */
#include "core/system.h"

#include <glib/gstdio.h>
#include <json-glib/json-glib.h>
#include <poppler.h>

#define MEMORY_LIMIT (G_GINT64_CONSTANT (2) * 1024 * 1024 * 1024)
#define SECONDS_LIMIT 60
#define TAIL_BYTES 4096

static int
answer (JsonBuilder *builder, int status)
{
  g_autoptr (JsonNode) root = NULL;
  g_autofree char *line = NULL;

  json_builder_end_object (builder);
  root = json_builder_get_root (builder);
  line = json_to_string (root, FALSE);
  g_print ("%s\n", line);
  return status;
}

static int
answer_error (const char *word)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "error");
  json_builder_add_string_value (builder, word);
  return answer (builder, 1);
}

static int
answer_pages (int pages)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "pages");
  json_builder_add_int_value (builder, pages);
  return answer (builder, 0);
}

/* A copy that was cut off can still be mended by poppler, with pages missing: a whole file says that it ends. */
static gboolean
has_end (const char *path)
{
  char tail[TAIL_BYTES];
  gsize length;
  FILE *file = g_fopen (path, "rb");

  if (file == NULL)
    return FALSE;
  if (fseek (file, -TAIL_BYTES, SEEK_END) != 0)
    rewind (file);
  length = fread (tail, 1, sizeof tail, file);
  fclose (file);
  return g_strstr_len (tail, (gssize) length, "%%EOF") != NULL;
}

static gboolean
has_all_pages (PopplerDocument *document, int pages)
{
  for (int i = 0; i < pages; i++)
    {
      PopplerPage *page = poppler_document_get_page (document, i);

      if (page == NULL)
        return FALSE;
      g_object_unref (page);
    }
  return TRUE;
}

static int
inspect (PopplerDocument *document, const char *path)
{
  int pages = poppler_document_get_n_pages (document);

  if (!has_end (path))
    return answer_error ("damaged");
  if (pages <= 0)
    return answer_error ("no-pages");
  return has_all_pages (document, pages) ? answer_pages (pages) : answer_error ("damaged");
}

int
main (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  PopplerDocument *document = NULL;
  g_autofree char *path = NULL;
  g_autofree char *uri = NULL;
  int status;

  if (argc != 2)
    return 2;
  sotay_system_limit_self (MEMORY_LIMIT, SECONDS_LIMIT);
  path = g_canonicalize_filename (argv[1], NULL);
  uri = g_filename_to_uri (path, NULL, &error);
  document = uri != NULL ? poppler_document_new_from_file (uri, NULL, &error) : NULL;
  if (document == NULL)
    return answer_error (g_error_matches (error, POPPLER_ERROR, POPPLER_ERROR_ENCRYPTED) ? "encrypted" : "damaged");
  status = inspect (document, path);
  g_object_unref (document);
  return status;
}
