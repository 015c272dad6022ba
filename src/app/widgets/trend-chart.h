/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * SotayTrendFigure:
 * @label: the month in few letters: "11/2026"
 * @due: who had to be trained
 * @trained: of these, trained
 * @passed: of these, passed
 */
typedef struct
{
  const char *label;
  guint due;
  guint trained;
  guint passed;
} SotayTrendFigure;

#define SOTAY_TYPE_TREND_CHART (sotay_trend_chart_get_type ())
/**
 * SotayTrendChart:
 *
 * Figures over months: those due as a thin line, the trained as an area, the passed as a dashed line. The figures of
 * one month stand above in words: of the newest, or of the one under the pointer or chosen with the arrow keys.
 */
G_DECLARE_FINAL_TYPE (SotayTrendChart, sotay_trend_chart, SOTAY, TREND_CHART, GtkWidget)

/**
 * sotay_trend_chart_set_figures:
 * @figures: (array length=n_figures): the months, oldest first
 */
void sotay_trend_chart_set_figures (SotayTrendChart *chart, const SotayTrendFigure *figures, guint n_figures);

/**
 * sotay_trend_chart_get_text:
 *
 * Returns: (transfer none): what stands above the picture now; empty without figures
 */
const char *sotay_trend_chart_get_text (SotayTrendChart *chart);

G_END_DECLS
