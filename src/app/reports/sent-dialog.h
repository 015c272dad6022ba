/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define SOTAY_TYPE_SENT_DIALOG (sotay_sent_dialog_get_type ())
/**
 * SotaySentDialog:
 *
 * Asks when and to whom a report was sent.
 *
 * Signal "accepted" (#GDate, const char *, nullable): the day, and to whom.
 */
G_DECLARE_FINAL_TYPE (SotaySentDialog, sotay_sent_dialog, SOTAY, SENT_DIALOG, AdwMessageDialog)

/**
 * sotay_sent_dialog_new:
 * @parent: the main window
 * @to: (nullable): to whom it probably was
 *
 * Returns: the dialog, to be presented
 */
GtkWidget *sotay_sent_dialog_new (GtkWindow *parent, const char *to);

G_END_DECLS
