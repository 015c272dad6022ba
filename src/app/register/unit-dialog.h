/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "app/register/unit-names.h"
#include "register/step.h"

G_BEGIN_DECLS

#define SOTAY_TYPE_UNIT_DIALOG (sotay_unit_dialog_get_type ())
/**
 * SotayUnitDialog:
 *
 * Name and place of a unit.
 * Signal "accepted" (#SotayStep, id of the unit): the person agreed; the step is yet to be done.
 */
G_DECLARE_FINAL_TYPE (SotayUnitDialog, sotay_unit_dialog, SOTAY, UNIT_DIALOG, AdwMessageDialog)

/**
 * sotay_unit_dialog_new:
 * @parent: the window above which it stands
 * @names: the units there are
 * @unit: (nullable): the unit to change, or %NULL for a new one
 * @parent_id: (nullable): where a new unit is offered to stand
 */
GtkWidget *sotay_unit_dialog_new (GtkWindow *parent, SotayUnitNames *names, SotayUnit *unit, const char *parent_id);

G_END_DECLS
