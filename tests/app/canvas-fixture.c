/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "canvas-fixture.h"

#include "guide/document-fixture.h"
#include "page-fixture.h"

void
canvas_fixture_open (CanvasFixture *fixture, const char *path)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  g_autoptr (SotayDocument) document = document_fixture_open (path);

  fixture->window = GTK_WINDOW (gtk_window_new ());
  fixture->canvas = sotay_page_canvas_new ();
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), GTK_WIDGET (fixture->canvas));
  gtk_window_set_child (fixture->window, scrolled);
  gtk_window_set_default_size (fixture->window, CANVAS_WIDTH, CANVAS_HEIGHT);
  fixture->horizontal = gtk_scrolled_window_get_hadjustment (GTK_SCROLLED_WINDOW (scrolled));
  fixture->vertical = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scrolled));
  sotay_page_canvas_set_document (fixture->canvas, document);
  gtk_window_present (fixture->window);
  gtk_test_widget_wait_for_draw (GTK_WIDGET (fixture->canvas));
}

void
canvas_fixture_open_pages (CanvasFixture *fixture, guint n_pages)
{
  g_autofree char *path = page_fixture_make (n_pages);

  canvas_fixture_open (fixture, path);
}

void
canvas_fixture_close (CanvasFixture *fixture)
{
  gtk_window_destroy (fixture->window);
}

gboolean
canvas_is_sharp (gpointer data)
{
  SotayPageCanvas *canvas = data;
  g_autoptr (GArray) areas = g_array_new (FALSE, FALSE, sizeof (SotayPageArea));
  guint first, end;

  sotay_page_canvas_get_band (canvas, &first, &end);
  for (guint i = first; i < end; i++)
    {
      SotayBox page, seen;
      SotayPageTiling tiling;

      if (sotay_page_pictures_get_error (canvas->pictures, i) != NULL)
        continue;
      sotay_page_canvas_describe_tiling (canvas, i, &tiling);
      sotay_book_layout_get_page (canvas->layout, i, &page);
      seen = (SotayBox){ sotay_page_canvas_get_left (canvas) - page.x, sotay_page_canvas_get_top (canvas) - page.y,
                         gtk_widget_get_width (GTK_WIDGET (canvas)), gtk_widget_get_height (GTK_WIDGET (canvas)) };
      sotay_page_tiling_add (&tiling, &seen, areas);
    }
  for (guint i = 0; i < areas->len; i++)
    if (sotay_page_pictures_get (canvas->pictures, &g_array_index (areas, SotayPageArea, i)) == NULL)
      return FALSE;
  return end > first;
}

gboolean
canvas_has_contents (gpointer data)
{
  SotayPageCanvas *canvas = data;
  guint first, end;

  sotay_page_canvas_get_band (canvas, &first, &end);
  for (guint i = first; i < end; i++)
    if (sotay_page_contents_get (canvas->contents, i) == NULL)
      return FALSE;
  return end > first;
}

gboolean
canvas_is_read (gpointer data)
{
  return canvas_is_sharp (data) && canvas_has_contents (data);
}

GskRenderNode *
canvas_draw (SotayPageCanvas *canvas)
{
  GtkSnapshot *snapshot = gtk_snapshot_new ();

  GTK_WIDGET_GET_CLASS (canvas)->snapshot (GTK_WIDGET (canvas), snapshot);
  return gtk_snapshot_free_to_node (snapshot);
}

cairo_surface_t *
canvas_paint (SotayPageCanvas *canvas)
{
  GtkWidget *widget = GTK_WIDGET (canvas);
  g_autoptr (GskRenderNode) node = canvas_draw (canvas);
  cairo_surface_t *surface
      = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, gtk_widget_get_width (widget), gtk_widget_get_height (widget));
  cairo_t *cr = cairo_create (surface);

  gsk_render_node_draw (node, cr);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  return surface;
}

GdkRGBA
canvas_get_pixel (cairo_surface_t *surface, double x, double y)
{
  const guchar *row = cairo_image_surface_get_data (surface) + (int) y * cairo_image_surface_get_stride (surface);
  guint32 pixel = ((const guint32 *) (gpointer) row)[(int) x];

  return (GdkRGBA){ (pixel >> 16 & 0xff) / 255.0f, (pixel >> 8 & 0xff) / 255.0f, (pixel & 0xff) / 255.0f,
                    (pixel >> 24) / 255.0f };
}

GdkRGBA
canvas_get_colour (SotayPageCanvas *canvas, guint index, double x, double y)
{
  graphene_rect_t rect = sotay_page_canvas_locate (canvas, index, &(SotayBox){ x, y, 0, 0 });
  cairo_surface_t *surface = canvas_paint (canvas);
  GdkRGBA colour = canvas_get_pixel (surface, rect.origin.x, rect.origin.y);

  cairo_surface_destroy (surface);
  return colour;
}
