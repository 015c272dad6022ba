/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The rules of editing, for who belongs where and since when. See edit.h. */
#pragma once

#include "register/staff.h"
#include "register/step.h"

G_BEGIN_DECLS

/**
 * sotay_edit_transfer_staff:
 * @staff: (element-type SotayStaff): the people; those who are in @unit already are left out of the step
 * @unit: where they go
 * @day: their first day there
 * @error: %SOTAY_REGISTER_ERROR_INVALID "joined_on" when @day is not after someone's joining day, "left_on" when
 *   someone has left by then, "unit_id" when @unit is not open on that day
 *
 * The membership until @day becomes a record of its own (membership.h), so that past figures stay with the unit of
 * their day, and nobody is counted twice.
 *
 * Returns: (transfer full) (nullable): one step
 */
SotayStep *sotay_edit_transfer_staff (GPtrArray *staff, SotayUnit *unit, const GDate *day, GError **error);

/**
 * sotay_edit_leave:
 * @staff: (element-type SotayStaff): the people
 * @day: (nullable): the first day on which they no longer count; %NULL: they did not leave after all
 * @error: %SOTAY_REGISTER_ERROR_INVALID "left_on" when @day is not after someone's joining day
 *
 * Returns: (transfer full) (nullable): one step
 */
SotayStep *sotay_edit_leave (GPtrArray *staff, const GDate *day, GError **error);

/**
 * sotay_edit_end_unit:
 * @unit: the unit
 * @ending: what becomes of it
 * @successor: (nullable): %SOTAY_UNIT_MERGED: an open unit of @units, not below @unit; %SOTAY_UNIT_RENAMED: the new
 *   unit, made with its name and the unit above, which the step adds; %SOTAY_UNIT_CLOSED: %NULL
 * @day: the first day on which @unit is no more
 * @units: (element-type SotayUnit): all units
 * @staff: (element-type SotayStaff): the staff of @unit and of the units below it
 * @belongings: (element-type SotayRecord): what belongs to these units, see sotay_store_list_belongings()
 * @error: %SOTAY_REGISTER_ERROR_INVALID "closed_on" when the unit is closed already, or was not open before @day;
 *   "successor_id" when the successor does not fit; "joined_on" when a unit closes before someone joins it
 *
 * The units below that are open go on below the successor, as units of the same name that follow them: so the past of
 * each stays with the unit that it was, and no figure of a day before changes. Their people are transferred on @day. In
 * a unit that is closed they leave on that day, and so do those of the units below.
 *
 * Returns: (transfer full) (nullable): one step
 */
SotayStep *sotay_edit_end_unit (SotayUnit *unit, SotayUnitEnding ending, SotayUnit *successor, const GDate *day,
                                GPtrArray *units, GPtrArray *staff, GPtrArray *belongings, GError **error);

G_END_DECLS
