/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A report as a file, by its ending: every format that there is. */
#pragma once

#include "core/advance.h"
#include "reports/report.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * SotayReportFormat:
 * @name: the word of the command line, and the ending of its files without the point: "docx"
 * @write: writes one; see sotay_report_write()
 */
typedef struct
{
  const char *name;
  gboolean (*write) (SotayReport *report, const char *path, const SotayAdvance *advance, GCancellable *cancellable,
                     GError **error);
} SotayReportFormat;

/**
 * sotay_report_list_formats:
 *
 * Returns: (transfer none) (array length=n_formats): every format, the most wanted first
 */
const SotayReportFormat *sotay_report_list_formats (guint *n_formats);

/**
 * sotay_report_find_format:
 * @name: the name of a format, or of a file whose ending it is, in whatever case
 *
 * Returns: (transfer none) (nullable): the format
 */
const SotayReportFormat *sotay_report_find_format (const char *name);

/**
 * sotay_report_write:
 * @path: the file, which is replaced when all is written, else left alone
 * @format: as sotay_report_find_format() gave it
 * @advance: (nullable): who is told how far it is
 * @error: %SOTAY_REGISTER_ERROR_DISK_FULL or _FILE_WRITE; cancelled
 *
 * Blocking. The report is only read, so it may be done in a thread.
 *
 * Returns: whether the file stands in its place
 */
gboolean sotay_report_write (SotayReport *report, const char *path, const SotayReportFormat *format,
                             const SotayAdvance *advance, GCancellable *cancellable, GError **error);

G_END_DECLS
