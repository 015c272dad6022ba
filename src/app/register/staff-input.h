/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is typed into the fields of a person, read and checked. */
#pragma once

#include "register/staff.h"

G_BEGIN_DECLS

/**
 * sotay_staff_input_read:
 * @typed: what was typed
 * @problem: (out) (nullable): what is wrong with it, in a few words
 *
 * Returns: (transfer full) (nullable): the value as the person keeps it, %NULL when there is none
 */
char *sotay_staff_input_read (SotayStaffField field, const char *typed, const char **problem);

/**
 * sotay_staff_input_write:
 *
 * Returns: (transfer full): the value of @field as it would be typed
 */
char *sotay_staff_input_write (SotayStaffField field, SotayStaff *staff);

/**
 * sotay_staff_input_rule:
 *
 * Returns: what sotay_staff_check() wants of @field, in a few words
 */
const char *sotay_staff_input_rule (SotayStaffField field);

/**
 * sotay_staff_input_blamed:
 * @error: an error of sotay_staff_check()
 *
 * Returns: the field that it blames; %SOTAY_STAFF_N_FIELDS for none
 */
SotayStaffField sotay_staff_input_blamed (const GError *error);

G_END_DECLS
