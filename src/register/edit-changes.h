/* SPDX-License-Identifier: GPL-3.0-or-later */
/* For the register only: what the files of edit.h have in common. */
#pragma once

#include "register/step.h"

G_BEGIN_DECLS

/**
 * sotay_edit_note_staff, sotay_edit_note_unit, sotay_edit_note_record:
 * @before: (nullable): the entry as it is
 * @after: (nullable): as it shall be
 *
 * Adds the change to @step; one that changes nothing is left out.
 */
void sotay_edit_note_staff (SotayStep *step, SotayStaff *before, SotayStaff *after);
void sotay_edit_note_unit (SotayStep *step, SotayUnit *before, SotayUnit *after);
void sotay_edit_note_record (SotayStep *step, SotayRecord *before, SotayRecord *after);

/**
 * sotay_edit_refuse:
 * @field: the name of the field that breaks a rule
 *
 * Returns: %FALSE, for a short ending of the caller
 */
gboolean sotay_edit_refuse (const char *field, GError **error);

/**
 * sotay_edit_index_parents:
 * @units: (element-type SotayUnit): all units
 *
 * Returns: (transfer full): the id of the unit above by the id of each unit, borrowed from @units
 */
GHashTable *sotay_edit_index_parents (GPtrArray *units);

/**
 * sotay_edit_is_within:
 * @unit_id: (nullable): the id of a unit
 * @top: the id of another one, or the same
 *
 * Returns: whether @unit_id is @top or below it
 */
gboolean sotay_edit_is_within (const char *unit_id, const char *top, GHashTable *parents);

/**
 * sotay_edit_each_once:
 * @staff: (element-type SotayStaff): people; the same one may be named twice, on a command line for example
 *
 * Returns: (transfer container): each person once, borrowed from @staff
 */
GPtrArray *sotay_edit_each_once (GPtrArray *staff);

/**
 * sotay_edit_subject_of:
 *
 * Returns: what a step is called by: the name when it concerns one person, else empty
 */
const char *sotay_edit_subject_of (GPtrArray *staff);

G_END_DECLS
