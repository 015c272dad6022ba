/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A chart of a report: what it shows, not how it is drawn. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  SOTAY_CHART_LINES, /* over time */
  SOTAY_CHART_BARS,  /* across, the first on top: units, utilities */
} SotayChartKind;

/**
 * SotayChartSeries:
 * @name: for the legend
 * @values: (array): one for each label; NaN: no value
 */
typedef struct
{
  char *name;
  double *values;
} SotayChartSeries;

/**
 * SotayReportChart:
 * @title: (nullable): above it
 * @labels: (array length=n_labels): of the points or the bars
 * @percent: the values are percents from 0 to 100; else counts
 * @series: (element-type SotayChartSeries): told apart by shape and shade, not by colour alone
 */
typedef struct
{
  SotayChartKind kind;
  char *title;
  char **labels;
  guint n_labels;
  gboolean percent;
  GPtrArray *series;
} SotayReportChart;

/**
 * sotay_report_chart_new:
 * @labels: (array zero-terminated=1)
 *
 * Returns: (transfer full): a chart without series
 */
SotayReportChart *sotay_report_chart_new (SotayChartKind kind, const char *title, const char *const *labels,
                                          gboolean percent);
void sotay_report_chart_free (SotayReportChart *chart);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SotayReportChart, sotay_report_chart_free)

/**
 * sotay_report_chart_add_series:
 * @values: (array): as many as there are labels
 */
void sotay_report_chart_add_series (SotayReportChart *chart, const char *name, const double *values);

/**
 * sotay_report_chart_describe:
 *
 * Returns: (transfer full): the chart in words, for those who do not see it: "Tỷ lệ …: 10/2026 85 %; 11/2026 92,5 %"
 */
char *sotay_report_chart_describe (const SotayReportChart *chart);

G_END_DECLS
