/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The fields of a person that are chosen, not typed: level of the account, account in use, kind of employment. */
#pragma once

#include "register/staff.h"

G_BEGIN_DECLS

/**
 * sotay_staff_choice_count:
 *
 * Returns: how many values can be chosen; 0 for a field that is typed
 */
guint sotay_staff_choice_count (SotayStaffField field);

const char *sotay_staff_choice_value (SotayStaffField field, guint choice); /* (nullable): as the person keeps it */
const char *sotay_staff_choice_label (SotayStaffField field, guint choice); /* for people; "–" where nothing is known */

/**
 * sotay_staff_choice_find:
 * @value: (nullable): a value
 *
 * Returns: its place; 0, which is "not known", for any other
 */
guint sotay_staff_choice_find (SotayStaffField field, const char *value);

G_END_DECLS
