/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "register/staff.h"

G_BEGIN_DECLS

#define SOTAY_TYPE_ERASE_DIALOG (sotay_erase_dialog_get_type ())
/**
 * SotayEraseDialog:
 *
 * Asks before the personal data of someone who left are erased for good: the one thing that cannot be undone, so the
 * name must be typed.
 *
 * Signal "accepted" (#SotayStaff): they shall be erased.
 */
G_DECLARE_FINAL_TYPE (SotayEraseDialog, sotay_erase_dialog, SOTAY, ERASE_DIALOG, AdwMessageDialog)

GtkWidget *sotay_erase_dialog_new (GtkWindow *parent, SotayStaff *staff); /* the dialog, to be presented */

G_END_DECLS
