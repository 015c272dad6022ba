/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A report handed to the person's mail program. */
#pragma once

#include <gtk/gtk.h>

#include "reports/report.h"

G_BEGIN_DECLS

/**
 * sotay_report_mail_async:
 * @folder: where the file is written: private, and removed by the caller once the letter can no longer need it
 * @stem: what the file is called, without its ending
 *
 * Writes the report as PDF, and opens a letter with it. Nothing is sent by this.
 */
void sotay_report_mail_async (SotayReport *report, const char *folder, const char *stem, GCancellable *cancellable,
                              GAsyncReadyCallback callback, gpointer data);

/**
 * sotay_report_mail_finish:
 * @error: as sotay_report_write_pdf() and sotay_mail_compose_finish()
 *
 * Returns: whether the letter was handed over
 */
gboolean sotay_report_mail_finish (GAsyncResult *result, GError **error);

/**
 * sotay_report_mail_make_folder:
 *
 * Returns: (transfer full) (nullable): a new folder that only this user can look into
 */
char *sotay_report_mail_make_folder (GError **error);

void sotay_report_mail_remove_folder (const char *folder); /* with the files in it */

G_END_DECLS
