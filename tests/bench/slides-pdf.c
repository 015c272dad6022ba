/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * bench-slides-pdf FILE WIDTH HEIGHT: draws each slide of a whole lesson, which was typeset before, as large as the
 * wall; then has poppler draw each page of a PDF of them, as such programs do (FILE is written). Prints the
 * µs that half of the slides take and 99 of 100, and the same of the pages.
 */
#include "presentation/lesson.h"
#include "presentation/slide-layout.h"

#include <cairo-pdf.h>
#include <poppler.h>
#include <stdio.h>
#include <stdlib.h>

#define STOPS "1:5 2:5 3:5 4:5 5:5 6:5 7:5 8:5 9:5 10:5 11:5 12:5 13:5 14:5 15:5 16:5"

static int
compare_times (gconstpointer a, gconstpointer b)
{
  gint64 first = *(const gint64 *) a, second = *(const gint64 *) b;

  return (first > second) - (first < second);
}

static void
print_times (GArray *times)
{
  g_array_sort (times, compare_times);
  printf ("%ld %ld\n", (glong) g_array_index (times, gint64, times->len / 2),
          (glong) g_array_index (times, gint64, times->len * 99 / 100));
}

static void
draw_slides (SotayDeck *deck, const SotayWall *wall, const char *path)
{
  g_autoptr (GArray) times = g_array_new (FALSE, FALSE, sizeof (gint64));
  cairo_surface_t *pdf = cairo_pdf_surface_create (path, wall->width, wall->height);
  cairo_surface_t *image = cairo_image_surface_create (CAIRO_FORMAT_RGB24, wall->width, wall->height);

  for (guint i = 0; i < sotay_deck_get_n_slides (deck); i++)
    {
      g_autoptr (SotaySlideLayout) layout = sotay_slide_layout_new (sotay_deck_get_slide (deck, i), wall);
      cairo_t *cr = cairo_create (pdf);
      gint64 time;

      sotay_slide_layout_draw (layout, 0, cr);
      cairo_show_page (cr);
      cairo_destroy (cr);
      time = g_get_monotonic_time ();
      cr = cairo_create (image);
      sotay_slide_layout_draw (layout, 0, cr);
      cairo_destroy (cr);
      time = g_get_monotonic_time () - time;
      g_array_append_val (times, time);
    }
  cairo_surface_destroy (pdf);
  cairo_surface_destroy (image);
  print_times (times);
}

static void
draw_pages (const char *path, const SotayWall *wall)
{
  g_autoptr (GArray) times = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autofree char *uri = g_filename_to_uri (path, NULL, NULL);
  PopplerDocument *document = poppler_document_new_from_file (uri, NULL, NULL);
  cairo_surface_t *image = cairo_image_surface_create (CAIRO_FORMAT_RGB24, wall->width, wall->height);

  for (int i = 0; i < poppler_document_get_n_pages (document); i++)
    {
      gint64 time = g_get_monotonic_time ();
      PopplerPage *page = poppler_document_get_page (document, i);
      cairo_t *cr = cairo_create (image);

      poppler_page_render (page, cr);
      cairo_destroy (cr);
      g_object_unref (page);
      time = g_get_monotonic_time () - time;
      g_array_append_val (times, time);
    }
  cairo_surface_destroy (image);
  g_object_unref (document);
  print_times (times);
}

int
main (int argc, char **argv)
{
  SotayWall wall = { .theme = SOTAY_WALL_DARK };
  g_autoptr (SotayCatalogue) catalogue = NULL;
  g_autoptr (SotayDeck) deck = NULL;

  if (argc != 4)
    return 2;
  wall.width = atoi (argv[2]);
  wall.height = atoi (argv[3]);
  catalogue = lesson_load_catalogue ();
  deck = lesson_deck (catalogue, STOPS);
  draw_slides (deck, &wall, argv[1]);
  draw_pages (argv[1], &wall);
  return 0;
}
