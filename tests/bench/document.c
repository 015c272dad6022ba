/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Does with a PDF what is to be measured, as the window does it, and prints how many ms it took:
 *   pages FILE N   opens it and draws its first N pages at 150 dpi
 *   text FILE      opens it and reads all its text
 *   search FILE    the same, but what is measured is searching that text for a word; then poppler's own search, and the
 *                  hits of both
 */
#include "guide/document.h"

#include <poppler.h>
#include <stdlib.h>

#define SCALE (150.0 / 72)
#define WORD "notation"
#define TIMES 11

typedef struct
{
  GMainLoop *loop;
  SotayDocument *document;
  char **arguments;
  guint n_left;
  gint64 start;
} Bench;

static void
fail (GError *error)
{
  if (error == NULL)
    return;
  g_printerr ("%s\n", error->message);
  exit (1);
}

static void
end (Bench *bench)
{
  g_print ("%.3f\n", (double) (g_get_monotonic_time () - bench->start) / 1000);
  g_main_loop_quit (bench->loop);
}

static void
rendered_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Bench *bench = data;
  GError *error = NULL;
  g_autoptr (GBytes) pixels = sotay_document_render_finish (bench->document, result, &error);

  fail (error);
  if (--bench->n_left == 0)
    end (bench);
}

static void
render (Bench *bench)
{
  bench->n_left = MIN ((guint) atoi (bench->arguments[3]), sotay_document_get_n_pages (bench->document));
  for (guint i = bench->n_left; i-- > 0;)
    {
      SotayPageArea area = { .index = i, .scale = SCALE };
      double width, height;

      sotay_document_get_page_size (bench->document, i, &width, &height);
      area.width = (int) (width * SCALE);
      area.height = (int) (height * SCALE);
      sotay_document_render_async (bench->document, &area, SOTAY_DOCUMENT_PRIORITY_VISIBLE, NULL, rendered_cb, bench);
    }
}

static int
compare (gconstpointer a, gconstpointer b)
{
  gint64 first = *(const gint64 *) a, second = *(const gint64 *) b;

  return (first > second) - (first < second);
}

static double
search_ours (SotayDocumentText *text, guint *n_hits)
{
  gint64 times[TIMES];

  for (guint i = 0; i < TIMES; i++)
    {
      gint64 start = g_get_monotonic_time ();
      g_autoptr (GArray) hits = sotay_document_text_find (text, WORD, 0);

      times[i] = g_get_monotonic_time () - start;
      *n_hits = hits->len;
    }
  qsort (times, TIMES, sizeof *times, compare);
  return (double) times[TIMES / 2] / 1000;
}

static double
search_poppler (const char *path, guint *n_hits)
{
  g_autofree char *uri = g_filename_to_uri (path, NULL, NULL);
  PopplerDocument *document = poppler_document_new_from_file (uri, NULL, NULL);
  int n_pages = poppler_document_get_n_pages (document);
  gint64 start = g_get_monotonic_time ();

  *n_hits = 0;
  for (int i = 0; i < n_pages; i++)
    {
      PopplerPage *page = poppler_document_get_page (document, i);
      GList *found = poppler_page_find_text (page, WORD);

      *n_hits += g_list_length (found);
      g_list_free_full (found, (GDestroyNotify) poppler_rectangle_free);
      g_object_unref (page);
    }
  g_object_unref (document);
  return (double) (g_get_monotonic_time () - start) / 1000;
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Bench *bench = data;
  GError *error = NULL;
  g_autoptr (SotayDocumentText) text = sotay_document_load_text_finish (bench->document, result, &error);

  fail (error);
  if (g_str_equal (bench->arguments[1], "search"))
    {
      guint ours, theirs;
      double milliseconds = search_ours (text, &ours), poppler = search_poppler (bench->arguments[2], &theirs);

      g_print ("%.3f %.3f %u %u\n", milliseconds, poppler, ours, theirs);
      g_main_loop_quit (bench->loop);
      return;
    }
  end (bench);
}

static void
opened_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Bench *bench = data;
  GError *error = NULL;

  sotay_document_open_finish (bench->document, result, &error);
  fail (error);
  if (g_str_equal (bench->arguments[1], "pages"))
    render (bench);
  else
    sotay_document_load_text_async (bench->document, NULL, read_cb, bench);
}

int
main (int argc, char **argv)
{
  Bench bench = { g_main_loop_new (NULL, FALSE), sotay_document_new (argv[2]), argv, 0, g_get_monotonic_time () };

  sotay_document_open_async (bench.document, NULL, opened_cb, &bench);
  g_main_loop_run (bench.loop);
  g_object_unref (bench.document);
  g_main_loop_unref (bench.loop);
  return 0;
}
