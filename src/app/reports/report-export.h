/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "reports/report.h"

G_BEGIN_DECLS

#define SOTAY_TYPE_REPORT_EXPORT (sotay_report_export_get_type ())
/**
 * SotayReportExport:
 *
 * A report being written into a file: how far, with a button that cancels, then a word with a way to its folder.
 */
G_DECLARE_FINAL_TYPE (SotayReportExport, sotay_report_export, SOTAY, REPORT_EXPORT, AdwWindow)

/**
 * sotay_report_export_new:
 * @widget: whose window is told; it stands in an #AdwToastOverlay
 * @path: the file; its ending says the format
 *
 * Begins to write.
 *
 * Returns: the window, to be presented
 */
GtkWidget *sotay_report_export_new (GtkWidget *widget, SotayReport *report, const char *path);

/**
 * sotay_report_export_choose_file:
 * @stem: what the file is called unless another name is typed, without its ending
 * @format: "pdf", "docx", "xlsx", "csv"
 *
 * Asks for the file, then writes it.
 */
void sotay_report_export_choose_file (GtkWidget *widget, SotayReport *report, const char *stem, const char *format);

/**
 * sotay_report_file_stem:
 * @title: what the report is
 * @name: (nullable): whose it is
 *
 * Returns: (transfer full): a name for a file, in letters that travel: "Bao cao thang 11-2026 - Phuong Ben Nghe"
 */
char *sotay_report_file_stem (const char *title, const char *name);

G_END_DECLS
