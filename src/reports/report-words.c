/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "reports/report-words.h"

#include <math.h>

#define ADDRESSEES "Kính gửi:"
#define LABEL_WIDTH 3
#define HUNDREDTHS 100 /* in a percent */

static void
list (GPtrArray *lines, char **names)
{
  for (guint i = 0; names[i] != NULL; i++)
    g_ptr_array_add (lines, g_strdup_printf ("- %s%s", names[i], names[i + 1] != NULL ? ";" : "."));
}

char **
sotay_report_list_addressees (SotayReport *report)
{
  GPtrArray *lines = g_ptr_array_new ();

  if (report->addressees != NULL && g_strv_length (report->addressees) == 1)
    g_ptr_array_add (lines, g_strconcat (ADDRESSEES, " ", report->addressees[0], NULL));
  else if (report->addressees != NULL && report->addressees[0] != NULL)
    {
      g_ptr_array_add (lines, g_strdup (ADDRESSEES));
      list (lines, report->addressees);
    }
  g_ptr_array_add (lines, NULL);
  return (char **) g_ptr_array_free (lines, FALSE);
}

char **
sotay_report_list_recipients (SotayReport *report)
{
  GPtrArray *lines = g_ptr_array_new ();

  if (report->recipients != NULL)
    list (lines, report->recipients);
  g_ptr_array_add (lines, NULL);
  return (char **) g_ptr_array_free (lines, FALSE);
}

static void
add_value (SotayReportTable *table, const SotayReportChart *chart, double value)
{
  if (isnan (value))
    sotay_report_table_skip (table);
  else if (chart->percent)
    sotay_report_table_add_share (table, (gint64) round (value * HUNDREDTHS), 100 * HUNDREDTHS, -1);
  else
    sotay_report_table_add_number (table, (gint64) round (value), -1);
}

SotayReportTable *
sotay_report_chart_to_table (const SotayReportChart *chart)
{
  SotayReportTable *table = sotay_report_table_new (chart->title);

  sotay_report_table_add_column (table, "", NULL, LABEL_WIDTH, SOTAY_CELL_TEXT, SOTAY_ALIGN_LEFT);
  for (guint i = 0; i < chart->series->len; i++)
    sotay_report_table_add_column (table, ((SotayChartSeries *) chart->series->pdata[i])->name, NULL, 1,
                                   chart->percent ? SOTAY_CELL_SHARE : SOTAY_CELL_NUMBER, SOTAY_ALIGN_RIGHT);
  for (guint row = 0; row < chart->n_labels; row++)
    {
      sotay_report_table_add_row (table, SOTAY_ROW_PLAIN, 0);
      sotay_report_table_add_text (table, chart->labels[row]);
      for (guint i = 0; i < chart->series->len; i++)
        add_value (table, chart, ((SotayChartSeries *) chart->series->pdata[i])->values[row]);
    }
  return table;
}
