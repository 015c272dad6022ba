/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "app/reports/sheets.h"
#include "services/services.h"

G_BEGIN_DECLS

#define SOTAY_TYPE_REPORT_PREVIEW (sotay_report_preview_get_type ())
/**
 * SotayReportPreview:
 *
 * The real pages of a report, with zoom. A click on a figure tells how it is counted and leads to the people.
 *
 * Signal "part-clicked" (const char *): a written part was clicked: "kho-khan".
 */
G_DECLARE_FINAL_TYPE (SotayReportPreview, sotay_report_preview, SOTAY, REPORT_PREVIEW, AdwBin)

void sotay_report_preview_set_services (SotayReportPreview *preview, SotayServices *services); /* once */

/**
 * sotay_report_preview_show:
 * @report: (nullable): its pages take the place of those that are seen as soon as they are laid out; %NULL: none
 *
 * A spinner is seen when that takes long and there is nothing else to see.
 */
void sotay_report_preview_show (SotayReportPreview *preview, SotayReport *report);

SotaySheets *sotay_report_preview_get_sheets (SotayReportPreview *preview); /* (transfer none) (nullable) */

/**
 * sotay_report_preview_show_figure:
 * @figure: of the report that is shown
 * @page, @x, @y: where it stands
 *
 * Tells how the figure is counted.
 */
void sotay_report_preview_show_figure (SotayReportPreview *preview, const SotayReportFigure *figure, guint page,
                                       double x, double y);

G_END_DECLS
