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
 *
 * Returns: (transfer full): one step that removes the unit, the units below and their staff
 */
SotayStep *sotay_edit_remove_unit (SotayUnit *unit, GPtrArray *units, GPtrArray *staff);

/**
 * sotay_edit_add_staff, sotay_edit_change_staff:
 * @error: %SOTAY_REGISTER_ERROR_INVALID, see sotay_staff_check()
 *
 * Returns: (transfer full) (nullable): the step
 */
SotayStep *sotay_edit_add_staff (SotayStaff *staff, GError **error);
SotayStep *sotay_edit_change_staff (SotayStaff *before, SotayStaff *after, GError **error);

/**
 * sotay_edit_remove_staff:
 * @staff: (element-type SotayStaff): the people, each counted once
 *
 * Returns: (transfer full): one step
 */
SotayStep *sotay_edit_remove_staff (GPtrArray *staff);

/**
 * sotay_edit_mark_trained:
 * @staff: (element-type SotayStaff): the people; those whom the mark changes nothing for are left out of the step
 * @day: (nullable): the day they were trained on, or %NULL to take the mark away (with it goes "passed")
 * @passed: whether they also showed that they can use the utilities ("đạt"); %FALSE keeps what an earlier mark says
 * @error: %SOTAY_REGISTER_ERROR_INVALID ("trained_on") when @day is still to come
 *
 * Someone trained or passed on an earlier day keeps that day, so that the figures of past months stay as they were
 * reported; an earlier @day takes its place. sotay_edit_change_staff() corrects a wrong day.
 *
 * Returns: (transfer full) (nullable): one step; without changes when nobody needs the mark
 */
SotayStep *sotay_edit_mark_trained (GPtrArray *staff, const GDate *day, gboolean passed, GError **error);

G_END_DECLS
