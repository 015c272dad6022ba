/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The two kinds of charts, for chart-drawing.c. */
#pragma once

#include "reports/chart-paint.h"

G_BEGIN_DECLS

/**
 * SotayChartArea:
 * @first, @n_labels: which labels are drawn
 * @x, @y, @width, @height: the place between title and legend
 */
typedef struct
{
  guint first;
  guint n_labels;
  double x;
  double y;
  double width;
  double height;
} SotayChartArea;

void sotay_chart_draw_bars (const SotayReportChart *chart, const SotayChartStyle *style, cairo_t *cr,
                            const SotayChartArea *area); /* bars to the right, the first label on top */
double sotay_chart_measure_bars (const SotayReportChart *chart, guint n_labels, const SotayChartStyle *style,
                                 double width); /* the height that they need */
void sotay_chart_draw_lines (const SotayReportChart *chart, const SotayChartStyle *style, cairo_t *cr,
                             const SotayChartArea *area); /* lines from left to right */

G_END_DECLS
