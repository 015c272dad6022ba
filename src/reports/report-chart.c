/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "reports/report-chart.h"

#include "core/numbers.h"
#include "reports/clean-text.h"

#include <math.h>

static void
free_series (gpointer data)
{
  SotayChartSeries *series = data;

  g_free (series->name);
  g_free (series->values);
  g_free (series);
}

SotayReportChart *
sotay_report_chart_new (SotayChartKind kind, const char *title, const char *const *labels, gboolean percent)
{
  SotayReportChart *chart = g_new0 (SotayReportChart, 1);

  chart->kind = kind;
  chart->title = title != NULL ? sotay_report_clean (title) : NULL;
  chart->n_labels = g_strv_length ((char **) labels);
  chart->labels = g_new0 (char *, chart->n_labels + 1);
  for (guint i = 0; i < chart->n_labels; i++)
    chart->labels[i] = sotay_report_clean (labels[i]);
  chart->percent = percent;
  chart->series = g_ptr_array_new_with_free_func (free_series);
  return chart;
}

void
sotay_report_chart_free (SotayReportChart *chart)
{
  g_strfreev (chart->labels);
  g_ptr_array_unref (chart->series);
  g_free (chart->title);
  g_free (chart);
}

void
sotay_report_chart_add_series (SotayReportChart *chart, const char *name, const double *values)
{
  SotayChartSeries *series = g_new0 (SotayChartSeries, 1);

  series->name = sotay_report_clean (name);
  series->values = g_memdup2 (values, chart->n_labels * sizeof *values);
  g_ptr_array_add (chart->series, series);
}

static void
append_value (GString *text, const SotayReportChart *chart, double value)
{
  g_autofree char *number = chart->percent ? sotay_percent_format ((gint64) round (value * 100), 10000)
                                           : sotay_number_format ((gint64) round (value));

  g_string_append (text, number);
}

char *
sotay_report_chart_describe (const SotayReportChart *chart)
{
  GString *text = g_string_new (chart->title);

  for (guint i = 0; i < chart->series->len; i++)
    {
      const SotayChartSeries *series = chart->series->pdata[i];

      g_string_append_printf (text, "%s%s:", text->len > 0 ? ". " : "", series->name);
      for (guint j = 0; j < chart->n_labels; j++)
        {
          if (isnan (series->values[j]))
            continue;
          g_string_append_printf (text, " %s ", chart->labels[j]);
          append_value (text, chart, series->values[j]);
          g_string_append_c (text, ';');
        }
    }
  return g_string_free (text, FALSE);
}
