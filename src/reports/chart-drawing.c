/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "reports/chart-drawing.h"

#include "reports/chart-private.h"

#define TITLE_GAP 6.0
#define LEGEND_GAP 8.0
#define SWATCH 22.0
#define BETWEEN_ENTRIES 18.0
#define LINES_PART 0.42 /* of the width: the height of lines over time */

static const SotayChartWords title_words = { PANGO_ALIGN_CENTER, TRUE, 3 };
static const SotayChartWords legend_words = { PANGO_ALIGN_LEFT, FALSE, 2 };

static double
measure_title (const SotayReportChart *chart, const SotayChartStyle *style, double width)
{
  return chart->title != NULL ? sotay_chart_measure_words (style, chart->title, title_words, &width) + TITLE_GAP : 0;
}

static void
draw_swatch (const SotayReportChart *chart, const SotayChartStyle *style, cairo_t *cr, guint series, double x, double y)
{
  double middle = y + style->size * 0.6;

  if (chart->kind == SOTAY_CHART_BARS)
    {
      sotay_chart_fill (style, cr, series, x, middle - style->size * 0.4, SWATCH, style->size * 0.8);
      return;
    }
  cairo_move_to (cr, x, middle);
  cairo_rel_line_to (cr, SWATCH, 0);
  sotay_chart_set_ink (style, cr, 1);
  sotay_chart_dash (cr, series);
  cairo_stroke (cr);
  sotay_chart_mark (style, cr, series, x + SWATCH / 2, middle);
}

/* Entries side by side while there is room, in as many lines as they need. Draws where @cr is given; returns the
 * height. */
static double
lay_legend (const SotayReportChart *chart, const SotayChartStyle *style, cairo_t *cr, double top, double width)
{
  double x = 0;
  double y = LEGEND_GAP;
  double line = 0;

  if (chart->series->len < 2)
    return 0;
  for (guint i = 0; i < chart->series->len; i++)
    {
      const char *name = ((const SotayChartSeries *) chart->series->pdata[i])->name;
      double taken = width - SWATCH - TITLE_GAP;
      double height = sotay_chart_measure_words (style, name, legend_words, &taken);

      if (x > 0 && x + SWATCH + TITLE_GAP + taken > width)
        {
          x = 0;
          y += line;
          line = 0;
        }
      if (cr != NULL)
        {
          draw_swatch (chart, style, cr, i, x, top + y);
          sotay_chart_draw_words (style, cr, name, legend_words, x + SWATCH + TITLE_GAP, top + y, taken + 1);
        }
      x += SWATCH + TITLE_GAP + taken + BETWEEN_ENTRIES;
      line = MAX (line, height);
    }
  return y + line;
}

double
sotay_chart_measure (const SotayReportChart *chart, guint n_labels, const SotayChartStyle *style, double width)
{
  double frame = measure_title (chart, style, width) + lay_legend (chart, style, NULL, 0, width);

  if (chart->kind == SOTAY_CHART_LINES)
    return frame + width * LINES_PART;
  return frame + sotay_chart_measure_bars (chart, n_labels, style, width);
}

void
sotay_chart_draw (const SotayReportChart *chart, guint first, guint n_labels, const SotayChartStyle *style, cairo_t *cr,
                  double width, double height)
{
  double title = measure_title (chart, style, width);
  double legend = lay_legend (chart, style, NULL, 0, width);
  SotayChartArea area = { first, n_labels, 0, title, width, height - title - legend };

  cairo_save (cr);
  if (chart->title != NULL)
    sotay_chart_draw_words (style, cr, chart->title, title_words, 0, 0, width);
  if (chart->kind == SOTAY_CHART_LINES)
    sotay_chart_draw_lines (chart, style, cr, &area);
  else
    sotay_chart_draw_bars (chart, style, cr, &area);
  lay_legend (chart, style, cr, title + area.height, width);
  cairo_restore (cr);
}
