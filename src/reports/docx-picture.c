/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "reports/docx-document.h"

#include "core/qr-symbol.h"
#include "reports/chart-drawing.h"
#include "reports/clean-text.h"
#include "reports/page-pen.h"

#include <math.h>

#define EMU_PER_MILLIMETRE 36000
#define POINTS_PER_MILLIMETRE (72 / 25.4)
#define DOTS_PER_POINT 3       /* 216 an inch */
#define DOTS_PER_MILLIMETRE 12 /* of a QR code: 300 an inch */
#define CHART_LETTERS 11.0
#define POINTS_PER_TWIP 0.05
#define MOST_OF_PAGE 0.95 /* what a picture may take of a page, so that its paragraph has room too */
#define DRAWING "http://schemas.openxmlformats.org/drawingml/2006/"

static void
free_picture (gpointer data)
{
  SotayDocxPicture *picture = data;

  g_bytes_unref (picture->bytes);
  g_free (picture->words);
  g_free (picture);
}

static cairo_status_t
take_bytes_cb (void *data, const unsigned char *bytes, unsigned int length)
{
  g_byte_array_append (data, bytes, length);
  return CAIRO_STATUS_SUCCESS;
}

/* A white sheet, to be drawn on in points or in modules. */
static cairo_t *
begin_drawing (double width, double height, double scale)
{
  cairo_surface_t *surface
      = cairo_image_surface_create (CAIRO_FORMAT_RGB24, (int) (width * scale + 0.5), (int) (height * scale + 0.5));
  cairo_t *cr = cairo_create (surface);

  cairo_surface_destroy (surface);
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  cairo_scale (cr, scale, scale);
  return cr;
}

/* Ends the drawing. */
static SotayDocxPicture *
make_picture (cairo_t *cr, const SotayReportBlock *block, double width, double height, char *words)
{
  SotayDocxPicture *picture = g_new0 (SotayDocxPicture, 1);
  GByteArray *bytes = g_byte_array_new ();

  cairo_surface_write_to_png_stream (cairo_get_target (cr), take_bytes_cb, bytes);
  cairo_destroy (cr);
  picture->bytes = g_byte_array_free_to_bytes (bytes);
  picture->block = block;
  picture->width = width;
  picture->height = height;
  picture->words = words;
  return picture;
}

static void
draw_run_cb (guint column, guint row, guint length, gpointer data)
{
  cairo_rectangle (data, column, row, length, 1);
}

static void
draw_qr (GPtrArray *pictures, const SotayReportBlock *block)
{
  g_autoptr (SotayQrSymbol) symbol = sotay_qr_symbol_new (block->text, NULL);
  guint side = symbol != NULL ? sotay_qr_symbol_get_size (symbol) + 2 * SOTAY_QR_QUIET_ZONE : 0;
  cairo_t *cr;

  if (symbol == NULL)
    return;
  /* Whole dots for each module: its edges are sharp. */
  cr = begin_drawing (side, side, ceil (block->size * DOTS_PER_MILLIMETRE / side));
  cairo_set_source_rgb (cr, 0, 0, 0);
  sotay_qr_symbol_foreach_run (symbol, draw_run_cb, cr);
  cairo_fill (cr);
  g_ptr_array_add (pictures, make_picture (cr, block, block->size, block->size,
                                           g_strdup_printf ("Mã QR: %s", block->text)));
}

/* As many labels as a page has room for. */
static guint
count_labels (const SotayReportChart *chart, const SotayChartStyle *style, guint first, double width, double most)
{
  guint count = chart->n_labels - first;

  while (chart->kind == SOTAY_CHART_BARS && count > 1 && sotay_chart_measure (chart, count, style, width) > most)
    count = count * 9 / 10;
  return count;
}

static void
draw_chart (GPtrArray *pictures, const SotayReportBlock *block, double width, double most)
{
  g_autoptr (SotayPagePen) pen = sotay_page_pen_new ();
  const SotayReportChart *chart = block->chart;
  SotayChartStyle style = { sotay_page_pen_get_context (pen), CHART_LETTERS, { 0, 0, 0 }, { 1, 1, 1 } };
  guint first = 0;

  do
    {
      guint count = count_labels (chart, &style, first, width, most);
      double needed = sotay_chart_measure (chart, count, &style, width);
      double height = MIN (needed, most);
      cairo_t *cr = begin_drawing (width, height, DOTS_PER_POINT);

      sotay_chart_draw (chart, first, count, &style, cr, width, height);
      g_ptr_array_add (pictures, make_picture (cr, block, width / POINTS_PER_MILLIMETRE,
                                               height / POINTS_PER_MILLIMETRE, sotay_report_chart_describe (chart)));
      first += MAX (count, 1);
    }
  while (first < chart->n_labels);
}

GPtrArray *
sotay_docx_list_pictures (SotayReport *report)
{
  GPtrArray *pictures = g_ptr_array_new_with_free_func (free_picture);

  for (guint i = 0; i < report->parts->len; i++)
    {
      const SotayReportPart *part = report->parts->pdata[i];
      double width = sotay_docx_get_width (part) * POINTS_PER_TWIP;
      double height = sotay_docx_get_height (part) * POINTS_PER_TWIP;

      for (guint j = 0; j < part->blocks->len; j++)
        {
          const SotayReportBlock *block = part->blocks->pdata[j];

          if (block->kind == SOTAY_REPORT_BLOCK_QR)
            draw_qr (pictures, block);
          else if (block->kind == SOTAY_REPORT_BLOCK_CHART)
            draw_chart (pictures, block, width, height * MOST_OF_PAGE);
        }
    }
  return pictures;
}

static void
write_extent (xmlTextWriter *xml, const char *element, const SotayDocxPicture *picture)
{
  sotay_docx_open (xml, element);
  sotay_docx_set_number (xml, "cx", (gint64) (picture->width * EMU_PER_MILLIMETRE));
  sotay_docx_set_number (xml, "cy", (gint64) (picture->height * EMU_PER_MILLIMETRE));
  sotay_docx_close (xml);
}

static void
write_name (xmlTextWriter *xml, const char *element, const SotayDocxPicture *picture, guint id)
{
  g_autofree char *words = sotay_report_clean (picture->words);
  g_autofree char *name = g_strdup_printf ("Picture %u", id);

  sotay_docx_open (xml, element);
  sotay_docx_set_number (xml, "id", id);
  sotay_docx_set (xml, "name", name);
  sotay_docx_set (xml, "descr", words);
  sotay_docx_close (xml);
}

static void
write_fill (xmlTextWriter *xml, guint id)
{
  g_autofree char *relation = g_strdup_printf ("rId%u", id);

  sotay_docx_open (xml, "pic:blipFill");
  sotay_docx_open (xml, "a:blip");
  sotay_docx_set (xml, "r:embed", relation);
  sotay_docx_close (xml);
  sotay_docx_open (xml, "a:stretch");
  sotay_docx_add (xml, "a:fillRect", NULL);
  sotay_docx_close (xml);
  sotay_docx_close (xml);
}

static void
write_shape (xmlTextWriter *xml, const SotayDocxPicture *picture)
{
  sotay_docx_open (xml, "pic:spPr");
  sotay_docx_open (xml, "a:xfrm");
  sotay_docx_open (xml, "a:off");
  sotay_docx_set (xml, "x", "0");
  sotay_docx_set (xml, "y", "0");
  sotay_docx_close (xml);
  write_extent (xml, "a:ext", picture);
  sotay_docx_close (xml);
  sotay_docx_open (xml, "a:prstGeom");
  sotay_docx_set (xml, "prst", "rect");
  sotay_docx_add (xml, "a:avLst", NULL);
  sotay_docx_close (xml);
  sotay_docx_close (xml);
}

static void
write_graphic (xmlTextWriter *xml, const SotayDocxPicture *picture, guint id)
{
  sotay_docx_open (xml, "a:graphic");
  sotay_docx_set (xml, "xmlns:a", DRAWING "main");
  sotay_docx_open (xml, "a:graphicData");
  sotay_docx_set (xml, "uri", DRAWING "picture");
  sotay_docx_open (xml, "pic:pic");
  sotay_docx_set (xml, "xmlns:pic", DRAWING "picture");
  sotay_docx_open (xml, "pic:nvPicPr");
  write_name (xml, "pic:cNvPr", picture, id);
  sotay_docx_add (xml, "pic:cNvPicPr", NULL);
  sotay_docx_close (xml);
  write_fill (xml, id);
  write_shape (xml, picture);
  sotay_docx_close (xml);
  sotay_docx_close (xml);
  sotay_docx_close (xml);
}

void
sotay_docx_write_picture (xmlTextWriter *xml, const SotayDocxPicture *picture, guint id)
{
  sotay_docx_begin_paragraph (xml, SOTAY_DOCX_CENTRED);
  sotay_docx_open (xml, "w:r");
  sotay_docx_open (xml, "w:drawing");
  sotay_docx_open (xml, "wp:inline");
  sotay_docx_set (xml, "xmlns:wp", DRAWING "wordprocessingDrawing");
  sotay_docx_set (xml, "distT", "0");
  sotay_docx_set (xml, "distB", "0");
  sotay_docx_set (xml, "distL", "0");
  sotay_docx_set (xml, "distR", "0");
  write_extent (xml, "wp:extent", picture);
  write_name (xml, "wp:docPr", picture, id);
  write_graphic (xml, picture, id);
  sotay_docx_close (xml);
  sotay_docx_close (xml);
  sotay_docx_close (xml);
  sotay_docx_close (xml);
}
