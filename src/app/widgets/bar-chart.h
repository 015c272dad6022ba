/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * SotayBar:
 * @label: what stands below the bar, short: "3/2026"
 * @value: what stands above the bar and is read out: "92,58 %"
 * @share: height of the bar, 0 to 1
 */
typedef struct
{
  char *label;
  char *value;
  double share;
} SotayBar;

#define SOTAY_TYPE_BAR_CHART (sotay_bar_chart_get_type ())
/**
 * SotayBarChart:
 *
 * A small chart of shares of a whole. Labels that have no room are left out; the tooltip of a bar says both its label
 * and its value, and assistive technology gets them all.
 */
G_DECLARE_FINAL_TYPE (SotayBarChart, sotay_bar_chart, SOTAY, BAR_CHART, GtkWidget)

/**
 * sotay_bar_chart_set_bars:
 * @title: what the chart is about, for assistive technology
 * @bars: (array length=n_bars): copied
 */
void sotay_bar_chart_set_bars (SotayBarChart *chart, const char *title, const SotayBar *bars, guint n_bars);

G_END_DECLS
