/* SPDX-License-Identifier: GPL-3.0-or-later */
/* For the roster only: the units that rows of a file name, known ones and new ones. */
#pragma once

#include "register/unit.h"

G_BEGIN_DECLS

typedef struct _SotayRosterUnit SotayRosterUnit;

/**
 * SotayRosterUnit:
 * @unit: the unit
 * @folded: its name as it is compared
 * @parent: (nullable): the unit above
 * @at_home: the unit chosen for the import, or below it; all of them when none was chosen
 * @is_new: not in the register yet
 */
struct _SotayRosterUnit
{
  SotayUnit *unit;
  char *folded;
  SotayRosterUnit *parent;
  gboolean at_home;
  gboolean is_new;
};

typedef struct _SotayRosterUnits SotayRosterUnits;

/**
 * sotay_roster_units_new:
 * @units: (element-type SotayUnit): the units of the register
 * @home_id: (nullable): the unit chosen for the import
 *
 * Returns: (transfer full): the units, ready for looking up
 */
SotayRosterUnits *sotay_roster_units_new (GPtrArray *units, const char *home_id);
void sotay_roster_units_free (SotayRosterUnits *units);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SotayRosterUnits, sotay_roster_units_free)

SotayRosterUnit *sotay_roster_units_get (SotayRosterUnits *units, const char *id); /* (nullable) */

/**
 * sotay_roster_units_find:
 * @path: (array zero-terminated=1): names of units, the upper one first; empty for the chosen unit
 * @loose: whether the last one need not stand below the others when it is known elsewhere
 *
 * A name means a unit below the one before it in @path; the first one a unit below the chosen one, else any. A unit
 * that is not there is made.
 *
 * Returns: (transfer none) (nullable): the unit; %NULL when @path is empty and no unit was chosen
 */
SotayRosterUnit *sotay_roster_units_find (SotayRosterUnits *units, const char *const *path, gboolean loose);

/**
 * sotay_roster_unit_has_ended:
 * @unit: (nullable): where somebody is to be
 * @left_on: (nullable): the day on which the person leaves
 *
 * Returns: whether @unit, or the one that a new unit is to be made below, ends before
 */
gboolean sotay_roster_unit_has_ended (const SotayRosterUnit *unit, const char *left_on);

/**
 * sotay_roster_units_list_new:
 *
 * Returns: (transfer none) (element-type SotayRosterUnit): the units that were made, upper ones first
 */
GPtrArray *sotay_roster_units_list_new (SotayRosterUnits *units);

G_END_DECLS
