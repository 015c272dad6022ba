/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A number of a report, and where it comes from. */
#pragma once

#include "register/staff-query.h"

G_BEGIN_DECLS

typedef enum
{
  SOTAY_REPORT_FIGURE_COUNT, /* a whole number */
  SOTAY_REPORT_FIGURE_SHARE, /* a part of a whole, in percent */
} SotayReportFigureKind;

/**
 * SotayReportFigure:
 * @name: what templates and --json call it, unique in its report: "due", "trained", "trained-share" …
 * @number: the count, or the part
 * @out_of: of a share: the whole
 * @people: (nullable): who is counted; the query finds exactly @number of them
 * @rule: (nullable): in a sentence, how it is counted and on which day
 */
typedef struct
{
  char *name;
  SotayReportFigureKind kind;
  gint64 number;
  gint64 out_of;
  SotayStaffQuery *people;
  char *rule;
} SotayReportFigure;

/**
 * sotay_report_figure_new_count, sotay_report_figure_new_share:
 * @people: (transfer none) (nullable): who is counted
 * @rule: (nullable): how
 *
 * Returns: (transfer full): the figure
 */
SotayReportFigure *sotay_report_figure_new_count (const char *name, gint64 number, SotayStaffQuery *people,
                                                  const char *rule);
SotayReportFigure *sotay_report_figure_new_share (const char *name, gint64 number, gint64 out_of,
                                                  SotayStaffQuery *people, const char *rule);
void sotay_report_figure_free (SotayReportFigure *figure);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SotayReportFigure, sotay_report_figure_free)

/**
 * sotay_report_figure_format:
 *
 * Returns: (transfer full): "215.606"; counts below ten as offices write them, "09"; a share "92,58 %", "–" of nothing
 */
char *sotay_report_figure_format (const SotayReportFigure *figure);

G_END_DECLS
