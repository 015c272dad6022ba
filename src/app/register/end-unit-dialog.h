/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "app/register/unit-names.h"

G_BEGIN_DECLS

#define SOTAY_TYPE_END_UNIT_DIALOG (sotay_end_unit_dialog_get_type ())
/**
 * SotayEndUnitDialog:
 *
 * Asks what becomes of a unit, and on which day.
 *
 * Signal "accepted" (#SotayUnit, #SotayUnitEnding, nullable #SotayUnit, #GDate): the unit, its end, the unit that
 * follows, the first day on which the unit is no more; as sotay_edit_end_unit() wants them.
 */
G_DECLARE_FINAL_TYPE (SotayEndUnitDialog, sotay_end_unit_dialog, SOTAY, END_UNIT_DIALOG, AdwMessageDialog)

/**
 * sotay_end_unit_dialog_new:
 * @parent: the main window
 * @names: all units
 * @unit: the unit that ends
 *
 * Returns: the dialog, to be presented
 */
GtkWidget *sotay_end_unit_dialog_new (GtkWindow *parent, SotayUnitNames *names, SotayUnit *unit);

G_END_DECLS
