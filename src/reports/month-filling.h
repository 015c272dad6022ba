/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A month's report while it is made. For the files month-*.c only. */
#pragma once

#include "reports/month-data.h"
#include "reports/month-order.h"
#include "reports/template.h"

G_BEGIN_DECLS

/**
 * SotayMonthFilling:
 * @data: the month
 * @order: what was asked for
 * @report: the document that is made
 * @filler: what the template's names stand for
 */
typedef struct
{
  SotayMonthData *data;
  const SotayMonthOrder *order;
  SotayReport *report;
  SotayTemplateFiller *filler;
} SotayMonthFilling;

/**
 * sotay_month_filling_add_figures:
 *
 * Adds the measures, shares and texts that templates know to the filler.
 */
void sotay_month_filling_add_figures (SotayMonthFilling *filling);

/**
 * sotay_month_filling_use_figure:
 * @prefix: (nullable): what stands before the measure in the figure's name: "thang-truoc/"
 * @frozen: the month that the number is of
 *
 * Returns: the index of the figure, which is added when the report does not have it yet
 */
int sotay_month_filling_use_figure (SotayMonthFilling *filling, const char *prefix, SotayFrozenMonth *frozen,
                                    const char *name);

/**
 * sotay_month_filling_use_share:
 * @name: of the measure that is the part
 * @of: of the one that is the whole
 *
 * Returns: the index of the figure of the share, "ty-le/" with @name; added when the report does not have it yet
 */
int sotay_month_filling_use_share (SotayMonthFilling *filling, const char *prefix, SotayFrozenMonth *frozen,
                                   const char *name, const char *of);

/* The tables and charts of the template; @data is the #SotayMonthFilling. */
void sotay_month_add_summary_table (SotayReportPart *part, gpointer data);
void sotay_month_add_utility_table (SotayReportPart *part, gpointer data);
void sotay_month_add_session_table (SotayReportPart *part, gpointer data);
void sotay_month_add_outreach_table (SotayReportPart *part, gpointer data);
void sotay_month_add_correction_table (SotayReportPart *part, gpointer data);
void sotay_month_add_unit_table (SotayReportPart *part, gpointer data);
void sotay_month_add_progress_chart (SotayReportPart *part, gpointer data);
void sotay_month_add_unit_chart (SotayReportPart *part, gpointer data);
void sotay_month_add_utility_chart (SotayReportPart *part, gpointer data);

G_END_DECLS
