/* SPDX-License-Identifier: GPL-3.0-or-later */
/* For the roster only: how its rows are made. */
#pragma once

#include "register/roster.h"

G_BEGIN_DECLS

/**
 * sotay_roster_row_new:
 * @number: line of the file
 * @staff: (nullable): the person as the row says
 * @unit_name: (nullable): the unit that the row names
 *
 * Returns: (transfer full): a row that is added
 */
SotayRosterRow *sotay_roster_row_new (guint number, SotayStaff *staff, const char *unit_name);

/**
 * sotay_roster_row_reject:
 *
 * Nothing can be made of @row.
 */
void sotay_roster_row_reject (SotayRosterRow *row, SotayRosterReason reason);

/**
 * sotay_roster_row_relate:
 * @existing: the person in the register
 * @unit_id: the unit of @existing after an update
 * @decision: UPDATE, UNCHANGED or ASK
 *
 * The row is about someone in the register.
 */
void sotay_roster_row_relate (SotayRosterRow *row, SotayStaff *existing, const char *unit_id,
                              SotayRosterDecision decision);

/**
 * sotay_roster_row_ask:
 *
 * The row is about a namesake of an earlier row.
 */
void sotay_roster_row_ask (SotayRosterRow *row);

/**
 * sotay_roster_row_get_unit_after:
 *
 * Returns: (nullable): the unit of the existing person after an update
 */
const char *sotay_roster_row_get_unit_after (SotayRosterRow *row);

G_END_DECLS
