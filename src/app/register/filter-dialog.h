/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define SOTAY_TYPE_FILTER_DIALOG (sotay_filter_dialog_get_type ())
/**
 * SotayFilterDialog:
 *
 * Asks under which name a filter shall be kept.
 *
 * Signal "accepted" (utf8): the name.
 */
G_DECLARE_FINAL_TYPE (SotayFilterDialog, sotay_filter_dialog, SOTAY, FILTER_DIALOG, AdwMessageDialog)

GtkWidget *sotay_filter_dialog_new (GtkWindow *parent); /* the dialog, to be presented */

G_END_DECLS
