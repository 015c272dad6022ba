/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * sotay-document FILE: reads a PDF and answers what is asked on standard input, as guide/wire.h says. A program of its
 * own, which shuts itself off before it looks at the file, so that a hostile PDF can do no harm to the one that asks;
 * who in turn need not believe what it says.
 */
#include "core/sandbox-lock.h"
#include "core/system.h"
#include "guide/helper/reader.h"
#include "guide/members.h"

#include <glib/gstdio.h>
#include <string.h>

#define MEMORY_LIMIT (G_GINT64_CONSTANT (1024) * 1024 * 1024)
#define TAIL_BYTES 4096
#define END "%%EOF"

/* Not by a function for text: it would stop at the first zero byte, and packed tables of a PDF have many. */
static gboolean
holds_end (const char *bytes, gsize length)
{
  for (gsize i = 0; i + strlen (END) <= length; i++)
    if (memcmp (bytes + i, END, strlen (END)) == 0)
      return TRUE;
  return FALSE;
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
  return holds_end (tail, length);
}

static void
check (Reader *reader)
{
  JsonBuilder *builder = NULL;

  if (!has_end (reader->path))
    {
      reader_refuse ("damaged");
      return;
    }
  for (int i = 0; i < reader->n_pages; i++)
    {
      PopplerPage *page = reader_get_page (reader, (guint) i);

      if (page == NULL)
        {
          reader_refuse ("damaged");
          return;
        }
      g_object_unref (page);
    }
  builder = reader_begin ();
  sotay_members_add_int (builder, "pages", reader->n_pages);
  reader_answer (builder, NULL, 0);
}

static void
tell_sizes (Reader *reader, JsonBuilder *builder, guint first, guint count)
{
  g_autofree float *sizes = g_new (float, 2 * (gsize) count);

  for (guint i = 0; i < count; i++)
    reader_measure (reader, first + i, sizes + 2 * (gsize) i);
  reader_answer (builder, sizes, 2 * (gsize) count * sizeof *sizes);
}

static void
open_document (Reader *reader)
{
  JsonBuilder *builder = reader_begin ();

  sotay_members_add_int (builder, "pages", reader->n_pages);
  tell_sizes (reader, builder, 0, MIN ((guint) reader->n_pages, SOTAY_WIRE_FIRST_SIZES));
}

static void
serve (Reader *reader, const SotayWireRequest *request)
{
  if (!reader_open (reader))
    {
      reader_refuse (reader->reason);
      return;
    }
  switch (request->kind)
    {
    case SOTAY_WIRE_OPEN:
      open_document (reader);
      break;
    case SOTAY_WIRE_CHECK:
      check (reader);
      break;
    case SOTAY_WIRE_SIZES:
      tell_sizes (reader, reader_begin (), request->first, request->count);
      break;
    case SOTAY_WIRE_RENDER:
      reader_render (reader, &request->area);
      break;
    case SOTAY_WIRE_PAGE:
      reader_tell_page (reader, request->first);
      break;
    case SOTAY_WIRE_OUTLINE:
      reader_tell_outline (reader);
      break;
    case SOTAY_WIRE_TEXT:
      reader_tell_text (reader, request->first, request->count);
      break;
    default:
      reader_refuse ("request");
    }
}

/* The conversion that poppler needs for titles loads code, which is not possible once this process is locked; as long
 * as one is open, its code stays. */
static GIConv
prepare_conversions (void)
{
  return g_iconv_open ("UTF-8", "UTF-16BE");
}

static int
run (Reader *reader)
{
  char line[SOTAY_WIRE_LONGEST_REQUEST];
  GIConv conversion = prepare_conversions ();

  if (!sotay_sandbox_lock (MEMORY_LIMIT, reader->path, NULL))
    {
      reader_refuse ("locked");
      return 1;
    }
  reader_answer (reader_begin (), NULL, 0);
  while (fgets (line, sizeof line, stdin) != NULL)
    {
      SotayWireRequest request;

      if (sotay_wire_decode_request (line, strlen (line), &request))
        serve (reader, &request);
      else
        reader_refuse ("request");
    }
  g_free (reader->pixels);
  g_free (reader->words);
  g_clear_object (&reader->document);
  g_iconv_close (conversion);
  return 0;
}

int
main (int argc, char **argv)
{
  g_autofree char *path = NULL;
  Reader reader = { 0 };

  if (argc != 2)
    return 2;
  sotay_system_widen_output ();
  path = g_canonicalize_filename (argv[1], NULL);
  reader.path = path;
  return run (&reader);
}
