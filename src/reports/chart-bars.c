/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "reports/chart-private.h"

#include <math.h>

#define MOST_LABEL_PART 0.4 /* of the width */
#define GAP 5.0
#define LABEL_LINES 2
#define THICKEST 1.3 /* of the size of the letters */

static const SotayChartWords label_words = { PANGO_ALIGN_RIGHT, FALSE, LABEL_LINES };
static const SotayChartWords value_words = { PANGO_ALIGN_LEFT, FALSE, 1 };
static const SotayChartWords axis_words = { PANGO_ALIGN_CENTER, FALSE, 1 };

/* Of all labels, so that a chart that goes on has the same scale. */
static double
measure_labels (const SotayReportChart *chart, const SotayChartStyle *style, double width)
{
  double widest = 0;

  for (guint i = 0; i < chart->n_labels; i++)
    {
      double taken = width * MOST_LABEL_PART;

      sotay_chart_measure_words (style, chart->labels[i], label_words, &taken);
      widest = MAX (widest, taken);
    }
  return widest + 1;
}

static double
measure_values (const SotayReportChart *chart, const SotayChartStyle *style, double width)
{
  double widest = 0;

  for (guint i = 0; i < chart->series->len; i++)
    {
      const SotayChartSeries *series = chart->series->pdata[i];

      for (guint j = 0; j < chart->n_labels; j++)
        {
          g_autofree char *text = isfinite (series->values[j]) ? sotay_chart_format (chart, series->values[j]) : NULL;
          double taken = width;

          if (text == NULL)
            continue;
          sotay_chart_measure_words (style, text, value_words, &taken);
          widest = MAX (widest, taken);
        }
    }
  return widest + 1;
}

/* The numbers at the ends of the axis stand out by half of their width. */
static double
measure_ends (const SotayReportChart *chart, const SotayChartStyle *style, double width)
{
  SotayChartScale scale = sotay_chart_get_scale (chart);
  g_autofree char *text = sotay_chart_format_step (chart, scale.step * scale.n_steps);

  sotay_chart_measure_words (style, text, axis_words, &width);
  return width / 2;
}

static double
get_group_height (const SotayReportChart *chart, const SotayChartStyle *style)
{
  return MAX (chart->series->len * style->size * THICKEST, LABEL_LINES * style->size * 1.2) + style->size * 0.6;
}

double
sotay_chart_measure_bars (const SotayReportChart *chart, guint n_labels, const SotayChartStyle *style, double width)
{
  return n_labels * get_group_height (chart, style) + style->size * 2;
}

/* Returns the height that is left above the numbers of the axis. */
static double
draw_axis (const SotayReportChart *chart, const SotayChartStyle *style, cairo_t *cr, double x, double y, double width,
           double height)
{
  SotayChartScale scale = sotay_chart_get_scale (chart);
  double plot = height - style->size * 1.6;

  for (guint i = 0; i <= scale.n_steps; i++)
    {
      double at = x + width * i / scale.n_steps;
      g_autofree char *text = sotay_chart_format_step (chart, scale.step * i);

      sotay_chart_set_ink (style, cr, i == 0 ? 1 : 0.22);
      cairo_set_line_width (cr, i == 0 ? 0.9 : 0.5);
      cairo_move_to (cr, at, y);
      cairo_rel_line_to (cr, 0, plot);
      cairo_stroke (cr);
      sotay_chart_draw_words (style, cr, text, axis_words, at - width / scale.n_steps / 2, y + plot + 2,
                              width / scale.n_steps);
    }
  return plot;
}

static void
draw_group (const SotayReportChart *chart, const SotayChartStyle *style, cairo_t *cr, guint label, double x, double y,
            double width, double group)
{
  SotayChartScale scale = sotay_chart_get_scale (chart);
  double thickness = MIN (group * 0.8 / MAX (chart->series->len, 1), style->size * THICKEST);
  double top = y + (group - thickness * chart->series->len) / 2;

  for (guint i = 0; i < chart->series->len; i++)
    {
      double value = ((const SotayChartSeries *) chart->series->pdata[i])->values[label];
      double length = isfinite (value) ? width * CLAMP (value / (scale.step * scale.n_steps), 0, 1) : 0;
      g_autofree char *text = isfinite (value) ? sotay_chart_format (chart, value) : g_strdup ("–");

      sotay_chart_fill (style, cr, i, x, top, length, thickness);
      sotay_chart_draw_value (style, cr, text, PANGO_ALIGN_LEFT, x + length + GAP, top + thickness / 2);
      top += thickness;
    }
}

void
sotay_chart_draw_bars (const SotayReportChart *chart, const SotayChartStyle *style, cairo_t *cr,
                       const SotayChartArea *area)
{
  double ends = measure_ends (chart, style, area->width);
  double own_labels = measure_labels (chart, style, area->width);
  double own_values = measure_values (chart, style, area->width);
  double labels = MAX (own_labels, ends);
  double values = MAX (own_values, ends);
  double x = area->x + labels + GAP;
  double width = area->width - labels - values - 2 * GAP;
  double plot = draw_axis (chart, style, cr, x, area->y, width, area->height);
  double group = plot / MAX (area->n_labels, 1);

  for (guint i = 0; i < area->n_labels; i++)
    {
      const char *label = chart->labels[area->first + i];
      double y = area->y + group * i;
      double taken = labels;
      double height = sotay_chart_measure_words (style, label, label_words, &taken);

      sotay_chart_draw_words (style, cr, label, label_words, area->x, y + (group - height) / 2, labels);
      draw_group (chart, style, cr, area->first + i, x, y, width, group);
    }
}
