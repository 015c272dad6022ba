/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "app/register/unit-names.h"

G_BEGIN_DECLS

#define SOTAY_TYPE_UNIT_CHOOSER (sotay_unit_chooser_get_type ())
/**
 * SotayUnitChooser:
 *
 * A row of a form that holds a unit; another one is chosen from a list that is searched by typing.
 * Properties "caption": the name of the field; "unit" (#SotayUnit, nullable, read only): the one chosen, with a
 * notification whenever another is.
 */
G_DECLARE_FINAL_TYPE (SotayUnitChooser, sotay_unit_chooser, SOTAY, UNIT_CHOOSER, AdwActionRow)

/**
 * sotay_unit_chooser_set_units:
 * @units: (nullable) (element-type SotayUnit): those of @names that can be chosen, in their order; %NULL for all
 * @unit_id: (nullable): the one that is chosen
 */
void sotay_unit_chooser_set_units (SotayUnitChooser *chooser, SotayUnitNames *names, GPtrArray *units,
                                   const char *unit_id);

/**
 * sotay_unit_chooser_allow_none:
 * @label: how the choice of no unit is called
 *
 * To be called before sotay_unit_chooser_set_units().
 */
void sotay_unit_chooser_allow_none (SotayUnitChooser *chooser, const char *label);

SotayUnit *sotay_unit_chooser_get_unit (SotayUnitChooser *chooser); /* (transfer none) (nullable) */

/**
 * sotay_unit_chooser_set_problem:
 * @problem: (nullable): what is wrong, in a few words; a choice takes it away
 */
void sotay_unit_chooser_set_problem (SotayUnitChooser *chooser, const char *problem);

G_END_DECLS
