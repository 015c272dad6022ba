/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "reports/report-figure.h"

#include "core/numbers.h"

static SotayReportFigure *
make_figure (SotayReportFigureKind kind, const char *name, SotayStaffQuery *people, const char *rule)
{
  SotayReportFigure *figure = g_new0 (SotayReportFigure, 1);

  figure->kind = kind;
  figure->name = g_strdup (name);
  g_set_object (&figure->people, people);
  figure->rule = g_strdup (rule);
  return figure;
}

SotayReportFigure *
sotay_report_figure_new_count (const char *name, gint64 number, SotayStaffQuery *people, const char *rule)
{
  SotayReportFigure *figure = make_figure (SOTAY_REPORT_FIGURE_COUNT, name, people, rule);

  figure->number = number;
  return figure;
}

SotayReportFigure *
sotay_report_figure_new_share (const char *name, gint64 number, gint64 out_of, SotayStaffQuery *people,
                               const char *rule)
{
  SotayReportFigure *figure = make_figure (SOTAY_REPORT_FIGURE_SHARE, name, people, rule);

  figure->number = number;
  figure->out_of = out_of;
  return figure;
}

void
sotay_report_figure_free (SotayReportFigure *figure)
{
  g_clear_object (&figure->people);
  g_free (figure->name);
  g_free (figure->rule);
  g_free (figure);
}

char *
sotay_report_figure_format (const SotayReportFigure *figure)
{
  if (figure->kind == SOTAY_REPORT_FIGURE_SHARE)
    return sotay_percent_format (figure->number, figure->out_of);
  return sotay_count_format (figure->number);
}
