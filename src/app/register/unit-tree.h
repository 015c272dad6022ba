/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "register/progress.h"

G_BEGIN_DECLS

#define SOTAY_TYPE_UNIT_TREE (sotay_unit_tree_get_type ())
/**
 * SotayUnitTree:
 *
 * The tree of units with their percentages; the first row stands for all of them.
 *
 * Property "unit-id" (nullable, notifies): the unit looked at, %NULL for all.
 * Property "click-activates": whether one click activates, for where the list hides the staff.
 * Signal "activate": the person wants to see the staff of the unit (matters where the list hides them).
 */
G_DECLARE_FINAL_TYPE (SotayUnitTree, sotay_unit_tree, SOTAY, UNIT_TREE, AdwBin)

/**
 * sotay_unit_tree_set_settings:
 *
 * Where it is kept in which order the units stand and whether those that are no more are shown. Once, before anything
 * is shown.
 */
void sotay_unit_tree_set_settings (SotayUnitTree *tree, GSettings *settings);

/**
 * sotay_unit_tree_show:
 * @whole: the newest figures; what was unfolded, chosen and in view stays so
 */
void sotay_unit_tree_show (SotayUnitTree *tree, SotayUnitProgress *whole);

const char *sotay_unit_tree_get_unit_id (SotayUnitTree *tree); /* (transfer none) (nullable) */

/**
 * sotay_unit_tree_set_unit_id:
 * @unit_id: (nullable): unfolds what is above it; falls back to all units when there is none of this id
 */
void sotay_unit_tree_set_unit_id (SotayUnitTree *tree, const char *unit_id);

G_END_DECLS
