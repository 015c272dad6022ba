/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The report of a month: the template and the month's data made into a document. */
#pragma once

#include "reports/month-data.h"
#include "reports/month-order.h"
#include "reports/template.h"

G_BEGIN_DECLS

/**
 * SotayMonthReport:
 * @data: what it was made of
 * @report: the document
 * @findings: (element-type SotayFinding): what the inspector found, see reports/inspector.h
 */
typedef struct
{
  SotayMonthData *data;
  SotayReport *report;
  GPtrArray *findings;
} SotayMonthReport;

void sotay_month_report_free (SotayMonthReport *report);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SotayMonthReport, sotay_month_report_free)

/**
 * sotay_month_report_get_names:
 *
 * Returns: (transfer none): the names that the template "bao-cao-thang.mau" may use
 */
const SotayTemplateNames *sotay_month_report_get_names (void);

/**
 * sotay_month_report_fill:
 * @data: the month
 * @template: of %SOTAY_REPORT_MONTHLY
 *
 * Returns: (transfer full): the document
 */
SotayReport *sotay_month_report_fill (SotayMonthData *data, const SotayMonthOrder *order, SotayTemplate *template);

/**
 * sotay_month_report_build:
 * @error: as sotay_month_data_load() and sotay_template_load()
 *
 * Reads the month, makes its report and inspects it. Blocking; the other form does it on a thread.
 *
 * Returns: (transfer full) (nullable): the report
 */
SotayMonthReport *sotay_month_report_build (SotayStore *store, const SotayMonthOrder *order, GCancellable *cancellable,
                                            GError **error);
void sotay_month_report_build_async (SotayStore *store, const SotayMonthOrder *order, GCancellable *cancellable,
                                     GAsyncReadyCallback callback, gpointer data);
SotayMonthReport *sotay_month_report_build_finish (GAsyncResult *result, GError **error);

G_END_DECLS
