/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "reports/page-picture.h"

#include "core/qr-symbol.h"
#include "reports/chart-drawing.h"
#include "reports/page-form.h"

#define CHART_LETTERS 11.0
#define BEFORE 12.0
#define AFTER 6.0

typedef struct
{
  SotayPagePiece parent;

  double width; /* between the margins */
  guint first;  /* of a chart: the first label, and how many */
  guint n_labels;
  SotayQrSymbol *symbol; /* of a QR code */
} Picture;

static SotayChartStyle
get_style (SotayPagePen *pen)
{
  return (SotayChartStyle){ sotay_page_pen_get_context (pen), CHART_LETTERS, { 0, 0, 0 }, { 1, 1, 1 } };
}

static void
draw_chart (SotayPagePiece *piece, SotayPagePen *pen, const SotayPageStrip *strips, guint n_strips, cairo_t *cr)
{
  Picture *picture = (Picture *) piece;
  SotayChartStyle style = get_style (pen);

  cairo_save (cr);
  cairo_translate (cr, 0, strips[0].y);
  sotay_chart_draw (piece->block->chart, picture->first, picture->n_labels, &style, cr, picture->width,
                    strips[0].height);
  cairo_restore (cr);
}

static void
draw_run_cb (guint column, guint row, guint length, gpointer data)
{
  cairo_rectangle (data, column, row, length, 1);
}

/* With its light border within its size. */
static void
draw_qr (SotayPagePiece *piece, SotayPagePen *pen, const SotayPageStrip *strips, guint n_strips, cairo_t *cr)
{
  Picture *picture = (Picture *) piece;
  double side = strips[0].height;
  double module = side / (sotay_qr_symbol_get_size (picture->symbol) + 2 * SOTAY_QR_QUIET_ZONE);

  cairo_save (cr);
  cairo_translate (cr, (picture->width - side) / 2, strips[0].y);
  cairo_scale (cr, module, module);
  cairo_set_source_rgb (cr, 0, 0, 0);
  sotay_qr_symbol_foreach_run (picture->symbol, draw_run_cb, cr);
  cairo_fill (cr);
  cairo_restore (cr);
}

static void
free_picture (SotayPagePiece *piece)
{
  g_clear_object (&((Picture *) piece)->symbol);
  g_free (piece);
}

static const SotayPagePieceClass chart_class = { draw_chart, NULL, free_picture };
static const SotayPagePieceClass qr_class = { draw_qr, NULL, free_picture };

static Picture *
add_picture (SotayPageFlow *flow, const SotayReportBlock *block, const SotayPagePieceClass *klass, double height)
{
  Picture *picture = g_new0 (Picture, 1);

  picture->parent.klass = klass;
  picture->parent.role = "Figure";
  picture->parent.block = block;
  picture->width = flow->width;
  sotay_page_flow_add_piece (flow, &picture->parent);
  sotay_page_flow_add_strip (flow, 0, BEFORE, height);
  flow->gap = AFTER;
  return picture;
}

/* As many labels as a page has room for. */
static guint
count_labels (SotayPageFlow *flow, const SotayReportChart *chart, const SotayChartStyle *style, guint first)
{
  guint count = chart->n_labels - first;

  while (count > 1 && sotay_chart_measure (chart, count, style, flow->width) > flow->height)
    count = count * 9 / 10;
  return count;
}

void
sotay_page_picture_add_chart (SotayPageFlow *flow, const SotayReportBlock *block)
{
  const SotayReportChart *chart = block->chart;
  SotayChartStyle style = get_style (flow->pen);
  guint first = 0;

  do
    {
      guint count = chart->kind == SOTAY_CHART_BARS ? count_labels (flow, chart, &style, first) : chart->n_labels;
      double height = sotay_chart_measure (chart, count, &style, flow->width);
      Picture *picture = add_picture (flow, block, &chart_class, MIN (height, flow->height));

      picture->first = first;
      picture->n_labels = count;
      first += MAX (count, 1);
    }
  while (first < chart->n_labels);
}

gboolean
sotay_page_picture_add_qr (SotayPageFlow *flow, const SotayReportBlock *block)
{
  SotayQrSymbol *symbol = sotay_qr_symbol_new (block->text, NULL);

  if (symbol == NULL)
    return FALSE;
  add_picture (flow, block, &qr_class, MIN (SOTAY_PAGE_MM (block->size), MIN (flow->width, flow->height)))->symbol
    = symbol;
  return TRUE;
}
