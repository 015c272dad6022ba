/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The words that each document has, alike in every format. Vietnamese always. */
#pragma once

#include "reports/report.h"

G_BEGIN_DECLS

#define SOTAY_REPORT_COUNTRY "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
#define SOTAY_REPORT_MOTTO "Độc lập - Tự do - Hạnh phúc"
#define SOTAY_REPORT_RECIPIENTS "Nơi nhận:"

/**
 * sotay_report_list_addressees:
 *
 * Returns: (transfer full): a line for one, "Kính gửi: …"; for more, a line for the words and one for each
 */
char **sotay_report_list_addressees (SotayReport *report);

/**
 * sotay_report_list_recipients:
 *
 * Returns: (transfer full): a line for each: "- Như trên;" … "- Lưu: VT."
 */
char **sotay_report_list_recipients (SotayReport *report);

/**
 * sotay_report_chart_to_table:
 *
 * Returns: (transfer full): the values of a chart as a table: a row for each label, a column for each series
 */
SotayReportTable *sotay_report_chart_to_table (const SotayReportChart *chart);

G_END_DECLS
