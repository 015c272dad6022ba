/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The rules of editing: each function turns what is there and what is wanted into a step, and touches no store. */
#pragma once

#include <gio/gio.h>

#include "register/step.h"

G_BEGIN_DECLS

/**
 * sotay_edit_add_unit:
 * @unit: the new unit
 * @error: %SOTAY_REGISTER_ERROR_INVALID ("name": 1 to 200 characters)
 *
 * Returns: (transfer full) (nullable): the step
 */
SotayStep *sotay_edit_add_unit (SotayUnit *unit, GError **error);

/**
 * sotay_edit_change_unit:
 * @before: the unit as it is
 * @after: the unit as it shall be, same id
 * @units: (element-type SotayUnit): all units, to refuse a unit below itself
 *
 * Returns: (transfer full) (nullable): the step: a renaming, or a move when the parent differs
 */
SotayStep *sotay_edit_change_unit (SotayUnit *before, SotayUnit *after, GPtrArray *units, GError **error);

/**
 * sotay_edit_remove_unit:
 * @unit: the unit
 * @units: (element-type SotayUnit): all units
 * @staff: (element-type SotayStaff): the staff of @unit and of the units below it
 * @belongings: (element-type SotayRecord): what belongs to them, see sotay_store_list_belongings() and
 *   sotay_edit_list_ids()
 *
 * What belongs to the people goes with them, and so do the unit's reports. Sessions, outreach, feedback and others'
 * former memberships pass to the unit above; without one, former memberships go too.
 *
 * Returns: (transfer full): one step that removes the unit, the units below and their staff
 */
SotayStep *sotay_edit_remove_unit (SotayUnit *unit, GPtrArray *units, GPtrArray *staff, GPtrArray *belongings);

/**
 * sotay_edit_list_ids:
 * @unit: a unit
 * @units: (element-type SotayUnit): all units
 * @staff: (element-type SotayStaff): the staff of @unit and of the units below it
 *
 * Returns: (transfer full) (array zero-terminated=1): the ids of @unit, of the units below it and of @staff
 */
char **sotay_edit_list_ids (SotayUnit *unit, GPtrArray *units, GPtrArray *staff);

/**
 * sotay_edit_list_staff_ids:
 *
 * Returns: (transfer full) (array zero-terminated=1): the ids of the people
 */
char **sotay_edit_list_staff_ids (GPtrArray *staff);

/**
 * sotay_edit_add_staff, sotay_edit_change_staff:
 * @error: %SOTAY_REGISTER_ERROR_INVALID, see sotay_staff_check()
 *
 * Returns: (transfer full) (nullable): the step
 */
SotayStep *sotay_edit_add_staff (SotayStaff *staff, GError **error);
SotayStep *sotay_edit_change_staff (SotayStaff *before, SotayStaff *after, GError **error);

/**
 * sotay_edit_change_people:
 * @before: (element-type SotayStaff): people as they are
 * @after: (element-type SotayStaff): the same people in the same order, as they shall be
 * @error: %SOTAY_REGISTER_ERROR_INVALID, see sotay_staff_check()
 *
 * Returns: (transfer full) (nullable): one step
 */
SotayStep *sotay_edit_change_people (GPtrArray *before, GPtrArray *after, GError **error);

/**
 * sotay_edit_remove_staff:
 * @staff: (element-type SotayStaff): the people, each counted once
 * @belongings: (element-type SotayRecord): what belongs to them, see sotay_store_list_belongings(): goes with them
 *
 * Returns: (transfer full): one step
 */
SotayStep *sotay_edit_remove_staff (GPtrArray *staff, GPtrArray *belongings);

/**
 * sotay_edit_mark_trained:
 * @staff: (element-type SotayStaff): the people; those whom the mark changes nothing for are left out of the step
 * @day: (nullable): the day they were trained on, or %NULL to take the mark away (with it go "passed" and the reason)
 * @passed: whether they also showed that they can use the utilities ("đạt"); %FALSE keeps what an earlier mark says
 * @reason: (nullable): why they count without the sessions; %NULL keeps the reason given before
 * @error: %SOTAY_REGISTER_ERROR_INVALID "trained_on" when @day is still to come, "reason" when it is too long
 *
 * Someone trained or passed since an earlier day, by hand or by the sessions, keeps that day, so that the figures of
 * past months stay as they were reported; an earlier @day takes its place. sotay_edit_change_staff() corrects a wrong
 * day.
 *
 * Returns: (transfer full) (nullable): one step; without changes when nobody needs the mark
 */
SotayStep *sotay_edit_mark_trained (GPtrArray *staff, const GDate *day, gboolean passed, const char *reason,
                                    GError **error);

G_END_DECLS
