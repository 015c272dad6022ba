/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "register/staff.h"

G_BEGIN_DECLS

#define SOTAY_TYPE_TRAINED_DIALOG (sotay_trained_dialog_get_type ())
/**
 * SotayTrainedDialog:
 *
 * Asks for the day on which people were trained, and whether they passed.
 * Signal "accepted" (#GPtrArray of #SotayStaff, #GDate, gboolean, nullable utf8): these people were trained on this
 * day, and passed or not, for this reason; the step is yet to be made.
 */
G_DECLARE_FINAL_TYPE (SotayTrainedDialog, sotay_trained_dialog, SOTAY, TRAINED_DIALOG, AdwMessageDialog)

/**
 * sotay_trained_dialog_new:
 * @parent: the window above which it stands
 * @staff: (element-type SotayStaff): the people
 */
GtkWidget *sotay_trained_dialog_new (GtkWindow *parent, GPtrArray *staff);

G_END_DECLS
