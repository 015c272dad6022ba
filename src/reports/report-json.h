/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A report as JSON, for programs: its keys are English, its words Vietnamese. */
#pragma once

#include "core/advance.h"
#include "reports/report.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * sotay_report_write_json:
 * @path: the file, which is replaced when all is written, else left alone
 * @advance: (nullable): who is told how far it is, in parts
 * @error: %SOTAY_REGISTER_ERROR_DISK_FULL or _FILE_WRITE; cancelled
 *
 * Keys whose value the report does not have are there with null. A cell is a text, a number, an object of a share, or
 * null; a date is ISO.
 *
 * Returns: whether the file stands in its place
 */
gboolean sotay_report_write_json (SotayReport *report, const char *path, const SotayAdvance *advance,
                                  GCancellable *cancellable, GError **error);

G_END_DECLS
