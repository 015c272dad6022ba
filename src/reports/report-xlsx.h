/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A report as a workbook: its words on the first sheet, then a sheet for each table and each chart. */
#pragma once

#include "core/advance.h"
#include "reports/report.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * sotay_report_write_xlsx:
 * @path: the file, which is replaced when all is written, else left alone
 * @advance: (nullable): who is told how far it is, in parts
 * @error: %SOTAY_REGISTER_ERROR_DISK_FULL or _FILE_WRITE; cancelled
 *
 * Numbers, shares and days are values that can be computed with; no text ever is a formula.
 *
 * Returns: whether the file stands in its place
 */
gboolean sotay_report_write_xlsx (SotayReport *report, const char *path, const SotayAdvance *advance,
                                  GCancellable *cancellable, GError **error);

G_END_DECLS
