/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/guide/reader/reader-print.h"

#include "app/widgets/print.h"
#include "services/messages.h"

#define DOTS_PER_INCH 200.0
#define POINTS_PER_INCH 72.0

/* The page that the operation waits for; there is one at a time. */
typedef struct
{
  GtkPrintOperation *operation;
  GtkPrintContext *context;
  SotayPageArea area;
} Sheet;

static SotayPageArea
get_area (SotayDocument *document, guint index)
{
  SotayPageArea area = { .index = index, .scale = DOTS_PER_INCH / POINTS_PER_INCH };
  double width, height;

  sotay_document_get_page_size (document, index, &width, &height);
  width = MAX (width, 1);
  height = MAX (height, 1);
  area.scale = MIN (area.scale, SOTAY_DOCUMENT_MOST_PIXELS / MAX (width, height));
  area.width = MAX ((int) (width * area.scale), 1);
  area.height = MAX ((int) (height * area.scale), 1);
  return area;
}

static void
draw_pixels (Sheet *sheet, GBytes *pixels)
{
  cairo_t *cr = gtk_print_context_get_cairo_context (sheet->context);
  double width = gtk_print_context_get_width (sheet->context);
  double height = gtk_print_context_get_height (sheet->context);
  double scale = MIN (width / sheet->area.width, height / sheet->area.height);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, sheet->area.width, sheet->area.height);
  gsize row = 4 * (gsize) sheet->area.width;

  cairo_surface_flush (surface);
  for (int y = 0; y < sheet->area.height; y++)
    memcpy (cairo_image_surface_get_data (surface) + (gsize) y * (gsize) cairo_image_surface_get_stride (surface),
            (const guint8 *) g_bytes_get_data (pixels, NULL) + (gsize) y * row, row);
  cairo_surface_mark_dirty (surface);
  cairo_translate (cr, (width - scale * sheet->area.width) / 2, (height - scale * sheet->area.height) / 2);
  cairo_scale (cr, scale, scale);
  cairo_set_source_surface (cr, surface, 0, 0);
  cairo_paint (cr);
  cairo_surface_destroy (surface);
}

static void
draw_error (Sheet *sheet, const GError *error)
{
  cairo_t *cr = gtk_print_context_get_cairo_context (sheet->context);
  g_autoptr (PangoLayout) layout = gtk_print_context_create_pango_layout (sheet->context);
  g_autofree char *text = sotay_describe_error (error);

  pango_layout_set_width (layout, (int) (gtk_print_context_get_width (sheet->context) * PANGO_SCALE));
  pango_layout_set_text (layout, text, -1);
  pango_cairo_show_layout (cr, layout);
}

static void
drawn_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autofree Sheet *sheet = data;
  g_autoptr (GtkPrintOperation) operation = sheet->operation;
  g_autoptr (GtkPrintContext) context = sheet->context;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) pixels = sotay_document_render_finish (SOTAY_DOCUMENT (source), result, &error);

  if (pixels != NULL)
    draw_pixels (sheet, pixels);
  else
    draw_error (sheet, error);
  gtk_print_operation_draw_page_finish (operation);
}

static void
draw_page_cb (GtkPrintOperation *operation, GtkPrintContext *context, int number, SotayDocument *document)
{
  Sheet *sheet = g_new0 (Sheet, 1);

  sheet->operation = g_object_ref (operation);
  sheet->context = g_object_ref (context);
  sheet->area = get_area (document, (guint) number);
  gtk_print_operation_set_defer_drawing (operation);
  sotay_document_render_async (document, &sheet->area, SOTAY_DOCUMENT_PRIORITY_NEAR, NULL, drawn_cb, sheet);
}

static void
begin_print_cb (GtkPrintOperation *operation, GtkPrintContext *context, SotayDocument *document)
{
  gtk_print_operation_set_n_pages (operation, (int) sotay_document_get_n_pages (document));
}

static void
request_page_setup_cb (GtkPrintOperation *operation, GtkPrintContext *context, int number, GtkPageSetup *setup,
                       SotayDocument *document)
{
  double width, height;

  sotay_document_get_page_size (document, (guint) number, &width, &height);
  gtk_page_setup_set_orientation (setup, width > height ? GTK_PAGE_ORIENTATION_LANDSCAPE
                                                        : GTK_PAGE_ORIENTATION_PORTRAIT);
}

GtkPrintOperation *
sotay_reader_print_operation (SotayDocument *document, const char *job_name)
{
  /* The pages have margins of their own; these are what printers cannot reach. */
  const SotayPrintMargins margins = { 5, 5, 5, 5 };
  GtkPrintOperation *operation = sotay_print_new (job_name, &margins);

  g_signal_connect_object (operation, "begin-print", G_CALLBACK (begin_print_cb), document, 0);
  g_signal_connect_object (operation, "request-page-setup", G_CALLBACK (request_page_setup_cb), document, 0);
  g_signal_connect_data (operation, "draw-page", G_CALLBACK (draw_page_cb), g_object_ref (document),
                         (GClosureNotify) (void (*) (void)) g_object_unref, 0);
  return operation;
}
