/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A report as a PDF file: to be sent, kept and printed. */
#pragma once

#include <gio/gio.h>

#include "core/advance.h"
#include "reports/report.h"

G_BEGIN_DECLS

/**
 * sotay_report_write_pdf:
 * @path: the file; it is replaced when all is written, else left alone
 * @advance: (nullable): who is told how far it is, in pages
 * @error: %SOTAY_REGISTER_ERROR_DISK_FULL, %SOTAY_REGISTER_ERROR_FILE_WRITE or %G_IO_ERROR_CANCELLED
 *
 * Its letters are in the file, its words can be searched and copied; it has an outline, and says what it is.
 *
 * Returns: whether the file stands there
 */
gboolean sotay_report_write_pdf (SotayReport *report, const char *path, const SotayAdvance *advance,
                                 GCancellable *cancellable, GError **error);

G_END_DECLS
