/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "reports/chart-private.h"

#include <math.h>

#define GAP 5.0

/* With more series, numbers would cover the lines. */
#define MOST_SERIES_WITH_VALUES 2

static const SotayChartWords tick_words = { PANGO_ALIGN_RIGHT, FALSE, 1 };
static const SotayChartWords point_words = { PANGO_ALIGN_CENTER, FALSE, 1 };

typedef struct
{
  const SotayReportChart *chart;
  const SotayChartStyle *style;
  cairo_t *cr;
  const SotayChartArea *area;
  SotayChartScale scale;
  double left;
  double top;
  double width;
  double height;
} Plot;

static double
get_value (const Plot *plot, guint series, guint label)
{
  return ((const SotayChartSeries *) plot->chart->series->pdata[series])->values[plot->area->first + label];
}

static double
get_x (const Plot *plot, guint label)
{
  return plot->left + plot->width * (label + 0.5) / plot->area->n_labels;
}

static double
get_y (const Plot *plot, double value)
{
  return plot->top + plot->height * (1 - CLAMP (value / (plot->scale.step * plot->scale.n_steps), 0, 1));
}

static double
measure_ticks (const Plot *plot)
{
  double widest = 0;

  for (guint i = 0; i <= plot->scale.n_steps; i++)
    {
      g_autofree char *text = sotay_chart_format_step (plot->chart, plot->scale.step * i);
      double taken = plot->area->width / 2;

      sotay_chart_measure_words (plot->style, text, tick_words, &taken);
      widest = MAX (widest, taken);
    }
  return widest + 1;
}

static void
draw_axis (const Plot *plot)
{
  for (guint i = 0; i <= plot->scale.n_steps; i++)
    {
      double y = get_y (plot, plot->scale.step * i);
      g_autofree char *text = sotay_chart_format_step (plot->chart, plot->scale.step * i);

      sotay_chart_set_ink (plot->style, plot->cr, i == 0 ? 1 : 0.22);
      cairo_set_line_width (plot->cr, i == 0 ? 0.9 : 0.5);
      cairo_move_to (plot->cr, plot->left, y);
      cairo_rel_line_to (plot->cr, plot->width, 0);
      cairo_stroke (plot->cr);
      sotay_chart_draw_words (plot->style, plot->cr, text, tick_words, plot->area->x, y - plot->style->size * 0.6,
                              plot->left - GAP - plot->area->x);
    }
}

/* Every label, or every second, third … where there are too many. */
static void
draw_labels (const Plot *plot)
{
  double widest = 1;
  double room = plot->width / plot->area->n_labels;
  guint every;

  for (guint i = 0; i < plot->area->n_labels; i++)
    {
      double taken = plot->width / 3;

      sotay_chart_measure_words (plot->style, plot->chart->labels[plot->area->first + i], point_words, &taken);
      widest = MAX (widest, taken + GAP);
    }
  every = (guint) MAX (1, ceil (widest / room));
  for (guint i = 0; i < plot->area->n_labels; i += every)
    {
      double most = 2 * MIN (get_x (plot, i) - plot->area->x, plot->area->x + plot->area->width - get_x (plot, i));
      double width = MIN (room * every, most);

      sotay_chart_draw_words (plot->style, plot->cr, plot->chart->labels[plot->area->first + i], point_words,
                              get_x (plot, i) - width / 2, plot->top + plot->height + GAP, width);
    }
}

/* Where a value is missing the line is interrupted. */
static void
draw_line (const Plot *plot, guint series)
{
  gboolean going = FALSE;

  for (guint i = 0; i < plot->area->n_labels; i++)
    {
      double value = get_value (plot, series, i);

      if (!isfinite (value))
        going = FALSE;
      else if (going)
        cairo_line_to (plot->cr, get_x (plot, i), get_y (plot, value));
      else
        cairo_move_to (plot->cr, get_x (plot, i), get_y (plot, value));
      going = isfinite (value);
    }
  sotay_chart_set_ink (plot->style, plot->cr, 1);
  sotay_chart_dash (plot->cr, series);
  cairo_stroke (plot->cr);
  cairo_set_dash (plot->cr, NULL, 0, 0);
  for (guint i = 0; i < plot->area->n_labels; i++)
    if (isfinite (get_value (plot, series, i)))
      sotay_chart_mark (plot->style, plot->cr, series, get_x (plot, i), get_y (plot, get_value (plot, series, i)));
}

static gboolean
is_highest (const Plot *plot, guint series, guint label)
{
  for (guint i = 0; i < plot->chart->series->len; i++)
    {
      double other = get_value (plot, i, label);

      if (i != series && isfinite (other)
          && (other > get_value (plot, series, label) || (other == get_value (plot, series, label) && i < series)))
        return FALSE;
    }
  return TRUE;
}

/* A number says something where the line moves and where it ends, but not twice at one point; a line that begins at
 * nothing says so by itself. */
static gboolean
says_something (const Plot *plot, guint series, guint label)
{
  double value = get_value (plot, series, label);
  double before = label > 0 ? get_value (plot, series, label - 1) : 0;

  for (guint i = 0; i < series; i++)
    if (get_value (plot, i, label) == value)
      return FALSE;
  return label + 1 == plot->area->n_labels || (isfinite (before) ? value != before : value != 0);
}

/* The higher one's above its point, the lower one's below. From the end back, as the last says most; the next is left
 * out where they would touch. */
static void
draw_values (const Plot *plot, guint series)
{
  double end = plot->area->x + plot->area->width;
  double edge = end;

  for (guint i = plot->area->n_labels; i-- > 0;)
    {
      double value = get_value (plot, series, i);
      g_autofree char *text = isfinite (value) ? sotay_chart_format (plot->chart, value) : NULL;
      double taken = plot->width;
      double height, x, y;

      if (text == NULL || !says_something (plot, series, i))
        continue;
      height = sotay_chart_measure_words (plot->style, text, point_words, &taken);
      x = MIN (get_x (plot, i), end - taken / 2);
      y = get_y (plot, value) + (is_highest (plot, series, i) ? -height * 0.75 : height * 0.75);
      if (x + taken / 2 > edge || y + height / 2 > plot->top + plot->height)
        continue;
      edge = x - taken / 2 - GAP;
      sotay_chart_draw_value (plot->style, plot->cr, text, PANGO_ALIGN_CENTER, x, y);
    }
}

void
sotay_chart_draw_lines (const SotayReportChart *chart, const SotayChartStyle *style, cairo_t *cr,
                        const SotayChartArea *area)
{
  Plot plot = { chart, style, cr, area, sotay_chart_get_scale (chart) };

  plot.left = area->x + measure_ticks (&plot) + GAP;
  plot.top = area->y + style->size * 1.6;
  plot.width = area->x + area->width - plot.left;
  plot.height = area->height - style->size * 1.6 - style->size * 1.2 - 2 * GAP;
  draw_axis (&plot);
  if (area->n_labels == 0)
    return;
  draw_labels (&plot);
  for (guint i = 0; i < chart->series->len; i++)
    draw_line (&plot, i);
  for (guint i = 0; i < chart->series->len && chart->series->len <= MOST_SERIES_WITH_VALUES; i++)
    draw_values (&plot, i);
}
