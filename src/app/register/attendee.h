/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/register/unit-names.h"
#include "register/attendance.h"
#include "register/staff.h"

G_BEGIN_DECLS

#define SOTAY_TYPE_ATTENDEE (sotay_attendee_get_type ())
/**
 * SotayAttendee:
 *
 * Someone on the list of a session. Property "record" (#SotayRecord, nullable, notifies): the attendance; %NULL for one
 * who is not on the list.
 */
G_DECLARE_FINAL_TYPE (SotayAttendee, sotay_attendee, SOTAY, ATTENDEE, GObject)

SotayAttendee *sotay_attendee_new (SotayStaff *staff, SotayRecord *record); /* (transfer full) */

SotayStaff *sotay_attendee_get_staff (SotayAttendee *attendee);             /* (transfer none) */
SotayRecord *sotay_attendee_get_record (SotayAttendee *attendee);           /* (transfer none) (nullable) */
const char *sotay_attendee_get_status (SotayAttendee *attendee);            /* (nullable): a status's word */
void sotay_attendee_set_record (SotayAttendee *attendee, SotayRecord *record); /* @record nullable */
gboolean sotay_attendee_is_there (SotayAttendee *attendee);                 /* present or late */

/**
 * sotay_attendee_rate:
 * @names: names of the units, which are searched too
 * @typed: what was typed: words that each must begin a word of the name, the position, the code or the unit
 *
 * Accents need not be typed, but count: so do whole words and the given name.
 *
 * Returns: how well the person is meant; -1: not at all
 */
int sotay_attendee_rate (SotayAttendee *attendee, SotayUnitNames *names, const char *typed);

G_END_DECLS
