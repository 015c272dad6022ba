/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Words, fills and marks of charts. */
#pragma once

#include <pango/pangocairo.h>

#include "reports/report-chart.h"

G_BEGIN_DECLS

/**
 * SotayChartStyle:
 * @context: makes the letters
 * @size: of the letters
 * @ink: what is drawn: red, green, blue
 * @paper: what is behind it
 */
typedef struct
{
  PangoContext *context;
  double size;
  double ink[3];
  double paper[3];
} SotayChartStyle;

/**
 * SotayChartScale:
 * @step: between two lines of the axis
 * @n_steps: how many steps from 0 to the end
 */
typedef struct
{
  double step;
  guint n_steps;
} SotayChartScale;

/**
 * SotayChartWords:
 * @align: where they stand in @width
 * @bold: whether they are
 * @lines: they are cut short after so many lines
 */
typedef struct
{
  PangoAlignment align;
  gboolean bold;
  int lines;
} SotayChartWords;

/**
 * sotay_chart_measure_words, sotay_chart_draw_words:
 * @text: some words
 * @width: (inout): where lines are broken; becomes the width that the words take
 *
 * Returns: their height
 */
double sotay_chart_measure_words (const SotayChartStyle *style, const char *text, SotayChartWords words, double *width);
double sotay_chart_draw_words (const SotayChartStyle *style, cairo_t *cr, const char *text, SotayChartWords words,
                               double x, double y, double width);

/**
 * sotay_chart_draw_value:
 * @align: whether @x is its left edge or its middle
 * @middle: its middle from top to bottom
 *
 * Draws a number on a ground of its own, as lines may run behind it.
 */
void sotay_chart_draw_value (const SotayChartStyle *style, cairo_t *cr, const char *text, PangoAlignment align,
                             double x, double middle);

/**
 * sotay_chart_set_ink:
 * @strength: 0: as the paper, 1: as ink
 */
void sotay_chart_set_ink (const SotayChartStyle *style, cairo_t *cr, double strength);

void sotay_chart_fill (const SotayChartStyle *style, cairo_t *cr, guint series, double x, double y, double width,
                       double height); /* a bar in the manner of its series */
void sotay_chart_dash (cairo_t *cr, guint series); /* the next stroke is in the manner of its series */
void sotay_chart_mark (const SotayChartStyle *style, cairo_t *cr, guint series, double x, double y); /* a point */

/**
 * sotay_chart_format, sotay_chart_format_step:
 *
 * Returns: (transfer full): a value, "92,58 %", "1.204"; one at the axis, "80 %"
 */
char *sotay_chart_format (const SotayReportChart *chart, double value);
char *sotay_chart_format_step (const SotayReportChart *chart, double value);

/**
 * sotay_chart_get_scale:
 *
 * Returns: the scale that all values of the chart fit in
 */
SotayChartScale sotay_chart_get_scale (const SotayReportChart *chart);

G_END_DECLS
