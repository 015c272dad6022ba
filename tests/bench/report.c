/* SPDX-License-Identifier: GPL-3.0-or-later */
/* report pages|plain ROWS FILE: an annex of that many rows as a PDF: laid out as a table on pages, or its text alone in
 * one PangoLayout for each page, as pango-view does.
 * report draw: prints the median time in µs of drawing a page of a month's report for the screen, at twice its size. */
#include "reports/page-layout.h"
#include "reports/report-pdf.h"

#include "sample-reports.h"

#include <cairo-pdf.h>
#include <pango/pangocairo.h>

#define ROWS_A_PAGE 29
#define PAGE_WIDTH 595.0
#define PAGE_HEIGHT 842.0
#define MARGIN 57.0
#define SIZE 12
#define SCALE 2
#define ROUNDS 70

static void
append_row (GString *text, const SotayReportTable *table, guint row)
{
  for (guint i = 0; i < sotay_report_table_get_n_columns (table); i++)
    {
      g_autofree char *cell = sotay_report_cell_format (sotay_report_table_get_cell (table, row, i));

      g_string_append_printf (text, "%s%s", i > 0 ? "  " : "", cell);
    }
  g_string_append_c (text, '\n');
}

static void
draw_text (cairo_t *cr, const char *text)
{
  PangoLayout *layout = pango_cairo_create_layout (cr);
  PangoFontDescription *font = pango_font_description_from_string ("Times New Roman");

  pango_font_description_set_absolute_size (font, SIZE * PANGO_SCALE);
  pango_layout_set_font_description (layout, font);
  pango_layout_set_text (layout, text, -1);
  cairo_move_to (cr, MARGIN, MARGIN);
  pango_cairo_show_layout (cr, layout);
  cairo_show_page (cr);
  pango_font_description_free (font);
  g_object_unref (layout);
}

static gboolean
write_plain (SotayReport *report, const char *path)
{
  const SotayReportPart *part = report->parts->pdata[0];
  const SotayReportTable *table = ((const SotayReportBlock *) part->blocks->pdata[0])->table;
  cairo_surface_t *surface = cairo_pdf_surface_create (path, PAGE_WIDTH, PAGE_HEIGHT);
  cairo_t *cr = cairo_create (surface);
  gboolean good;

  for (guint first = 0; first < sotay_report_table_get_n_rows (table); first += ROWS_A_PAGE)
    {
      g_autoptr (GString) text = g_string_new (NULL);

      for (guint row = first; row < MIN (first + ROWS_A_PAGE, sotay_report_table_get_n_rows (table)); row++)
        append_row (text, table, row);
      draw_text (cr, text->str);
    }
  cairo_destroy (cr);
  cairo_surface_finish (surface);
  good = cairo_surface_status (surface) == CAIRO_STATUS_SUCCESS;
  cairo_surface_destroy (surface);
  return good;
}

static gint64
draw_page (SotayPageLayout *layout, guint page)
{
  cairo_surface_t *picture;
  cairo_t *cr;
  double width, height;
  gint64 start = g_get_monotonic_time ();

  sotay_page_layout_get_page_size (layout, page, &width, &height);
  picture = cairo_image_surface_create (CAIRO_FORMAT_RGB24, (int) (width * SCALE), (int) (height * SCALE));
  cr = cairo_create (picture);
  cairo_scale (cr, SCALE, SCALE);
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  sotay_page_layout_draw (layout, page, cr);
  cairo_destroy (cr);
  cairo_surface_destroy (picture);
  return g_get_monotonic_time () - start;
}

static int
compare (const void *one, const void *other)
{
  gint64 difference = *(const gint64 *) one - *(const gint64 *) other;

  return difference < 0 ? -1 : difference > 0;
}

static void
draw_pages (void)
{
  g_autoptr (SotayReport) report = sample_report ("monthly");
  g_autoptr (SotayPageLayout) layout = sotay_page_layout_new (report, NULL, NULL);
  gint64 times[ROUNDS];

  for (guint i = 0; i < ROUNDS; i++)
    times[i] = draw_page (layout, i % sotay_page_layout_get_n_pages (layout));
  qsort (times, ROUNDS, sizeof *times, compare);
  g_print ("%" G_GINT64_FORMAT "\n", times[ROUNDS / 2]);
}

int
main (int argc, char **argv)
{
  g_autoptr (SotayReport) report = NULL;
  gboolean good;

  if (argc == 2 && g_str_equal (argv[1], "draw"))
    {
      draw_pages ();
      return 0;
    }
  g_assert (argc == 4);
  report = sample_annex ((guint) g_ascii_strtoull (argv[2], NULL, 10));
  good = g_str_equal (argv[1], "plain") ? write_plain (report, argv[3])
                                        : sotay_report_write_pdf (report, argv[3], NULL, NULL, NULL);
  return good ? 0 : 1;
}
