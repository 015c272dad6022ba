/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The small questions of taking attendance. */
#pragma once

#include <adwaita.h>

#include "app/register/roll.h"
#include "app/widgets/notice.h"

G_BEGIN_DECLS

/**
 * sotay_attendance_ask_remark:
 * @attendee: someone on the list
 *
 * Asks for a remark, such as why someone left early, and keeps it.
 */
void sotay_attendance_ask_remark (GtkWindow *parent, SotayRoll *roll, SotayAttendee *attendee);

/**
 * sotay_attendance_ask_unit:
 * @widget: the page
 * @unit_id: (nullable): the unit that is offered first
 * @notice: where an error is shown
 *
 * Asks for a unit and invites all its members, and those of the units below it, to @session.
 */
void sotay_attendance_ask_unit (GtkWidget *widget, SotayStore *store, SotayRecord *session, SotayUnitNames *names,
                                const char *unit_id, SotayNotice *notice);

/**
 * sotay_attendance_ask_newcomer:
 * @unit_id: (nullable): the unit that is offered first
 * @name: what was typed
 *
 * Asks for the name and the unit of someone who is not in the register, and adds them to it and to the list. There must
 * be a unit.
 */
void sotay_attendance_ask_newcomer (GtkWindow *parent, SotayRoll *roll, SotayUnitNames *names, const char *unit_id,
                                    const char *name);

G_END_DECLS
