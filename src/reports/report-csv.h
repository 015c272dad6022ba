/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The figures and tables of a report as text with commas, for other programs. */
#pragma once

#include "core/advance.h"
#include "reports/report.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * sotay_report_write_csv:
 * @path: the file, which is replaced when all is written, else left alone
 * @advance: (nullable): who is told how far it is, in parts
 * @error: %SOTAY_REGISTER_ERROR_DISK_FULL or _FILE_WRITE; cancelled
 *
 * UTF-8 with a mark. First the figures, a line each; then the tables one after the other, the values of charts among
 * them, each below its name and with its heading. Numbers stand without points; text that a spreadsheet would compute
 * begins with a tab, as in sotay_csv_append().
 *
 * Returns: whether the file stands in its place
 */
gboolean sotay_report_write_csv (SotayReport *report, const char *path, const SotayAdvance *advance,
                                 GCancellable *cancellable, GError **error);

G_END_DECLS
