/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Charts with cairo, for pages and for the screen: told apart by hatches, dashes and marks, never by colour alone. */
#pragma once

#include "reports/chart-paint.h"

G_BEGIN_DECLS

/**
 * sotay_chart_measure:
 * @n_labels: how many of its labels are drawn
 * @width: how wide it is
 *
 * Returns: the height that it needs to be read well
 */
double sotay_chart_measure (const SotayReportChart *chart, guint n_labels, const SotayChartStyle *style, double width);

/**
 * sotay_chart_draw:
 * @first: the first label to draw; 0 for the whole chart
 * @n_labels: how many labels; those that a page has no room for are drawn on the next, at the same scale
 * @width: from the current origin to the right
 * @height: from the current origin down
 *
 * Draws title, axes, values and, where there are several series, the legend.
 */
void sotay_chart_draw (const SotayReportChart *chart, guint first, guint n_labels, const SotayChartStyle *style,
                       cairo_t *cr, double width, double height);

G_END_DECLS
