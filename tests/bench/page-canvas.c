/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * bench-page-canvas FILE page|width: prints two times in µs, that which half of the turns and that which 99 of 100
 * take: from the request for another page, whose picture is there, to the end of the frame that shows it, on a display
 * that is at rest. FILE is written.
 */
#include "app/canvas-fixture.h"
#include "app/page-fixture.h"
#include "guide/document-fixture.h"

#include <stdio.h>

#define TURNS 200
#define REST_MS 40 /* so that the frame is not one that waits for the one before */

typedef struct
{
  GMainLoop *loop;
  SotayPageCanvas *canvas;
  guint n_pages;
  guint n_turned;
  gint64 start; /* 0: no turn is under way */
  gint64 times[TURNS];
} Bench;

static gboolean
turn_cb (gpointer data)
{
  Bench *bench = data;

  bench->start = g_get_monotonic_time ();
  sotay_page_canvas_go_to (bench->canvas, (bench->n_turned + 1) % bench->n_pages, 0);
  return G_SOURCE_REMOVE;
}

static void
painted_cb (GdkFrameClock *clock, Bench *bench)
{
  if (bench->start == 0)
    return;
  bench->times[bench->n_turned++] = g_get_monotonic_time () - bench->start;
  bench->start = 0;
  if (bench->n_turned < TURNS)
    g_timeout_add (REST_MS, turn_cb, bench);
  else
    g_main_loop_quit (bench->loop);
}

static void
draw_all_before (Bench *bench)
{
  for (guint i = bench->n_pages; i > 0; i--)
    {
      sotay_page_canvas_go_to (bench->canvas, i - 1, 0);
      while (!canvas_is_sharp (bench->canvas))
        g_main_context_iteration (NULL, TRUE);
    }
}

static int
compare_times (gconstpointer a, gconstpointer b)
{
  gint64 first = *(const gint64 *) a, second = *(const gint64 *) b;

  return first < second ? -1 : first > second;
}

int
main (int argc, char **argv)
{
  g_autoptr (SotayDocument) document = NULL;
  GtkWidget *window = NULL, *scrolled = NULL;
  Bench bench = { 0 };

  if (argc != 3)
    return 2;
  gtk_init ();
  bench.canvas = sotay_page_canvas_new ();
  /* As many as fit into the memory for pictures. */
  bench.n_pages = g_str_equal (argv[2], "page") ? 20 : 4;
  page_fixture_write (argv[1], bench.n_pages);
  document = document_fixture_open (argv[1]);
  window = gtk_window_new ();
  scrolled = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), GTK_WIDGET (bench.canvas));
  gtk_window_set_child (GTK_WINDOW (window), scrolled);
  gtk_window_set_default_size (GTK_WINDOW (window), 1920, 1080);
  gtk_window_set_decorated (GTK_WINDOW (window), FALSE);
  if (g_str_equal (argv[2], "page"))
    g_object_set (bench.canvas, "zoom-mode", SOTAY_ZOOM_FIT_PAGE, NULL);
  sotay_page_canvas_set_document (bench.canvas, document);
  gtk_window_present (GTK_WINDOW (window));
  while (gtk_widget_get_width (GTK_WIDGET (bench.canvas)) == 0)
    g_main_context_iteration (NULL, TRUE);
  draw_all_before (&bench);

  bench.loop = g_main_loop_new (NULL, FALSE);
  g_signal_connect (gtk_widget_get_frame_clock (window), "after-paint", G_CALLBACK (painted_cb), &bench);
  g_timeout_add (REST_MS, turn_cb, &bench);
  g_main_loop_run (bench.loop);
  qsort (bench.times, TURNS, sizeof bench.times[0], compare_times);
  printf ("%" G_GINT64_FORMAT " %" G_GINT64_FORMAT "\n", bench.times[TURNS / 2], bench.times[TURNS * 99 / 100]);
  g_main_loop_unref (bench.loop);
  gtk_window_destroy (GTK_WINDOW (window));
  return 0;
}
