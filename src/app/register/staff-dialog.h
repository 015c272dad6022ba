/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "app/register/unit-names.h"
#include "register/store.h"

G_BEGIN_DECLS

#define SOTAY_TYPE_STAFF_DIALOG (sotay_staff_dialog_get_type ())
/**
 * SotayStaffDialog:
 *
 * One person's fields, to add or to edit. Saves by itself and tells of it in the main window.
 * Signal "saved" (the person's id).
 * Signal "task-wanted" (#SotayStaff as saved, the name of an action such as "staff.transfer"): what was typed is saved,
 * the dialog is closed, and this shall be done next.
 */
G_DECLARE_FINAL_TYPE (SotayStaffDialog, sotay_staff_dialog, SOTAY, STAFF_DIALOG, AdwWindow)

/**
 * sotay_staff_dialog_new:
 * @parent: the main window
 * @store: the register
 * @names: the units there are, at least one
 * @staff: (nullable): the person to edit, or %NULL for a new one
 * @unit_id: (nullable): the unit offered for a new person
 */
GtkWidget *sotay_staff_dialog_new (GtkWindow *parent, SotayStore *store, SotayUnitNames *names, SotayStaff *staff,
                                   const char *unit_id);

G_END_DECLS
