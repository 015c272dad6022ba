/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "app/register/attendee.h"
#include "register/store.h"

G_BEGIN_DECLS

#define SOTAY_TYPE_ROLL (sotay_roll_get_type ())
/**
 * SotayRoll:
 *
 * The list of one session: who was invited and who came, kept with the register. What is marked shows at once, and is
 * taken back when the register refuses it.
 *
 * Property "people" (#GListModel of #SotayAttendee, notifies): in the order of given names; another model when other
 * people are on the list, else the same with other records.
 * Signal "changed": the figures changed.
 * Signal "marked" (#SotayStep): a step was done.
 * Signal "failed" (#GError): it was not, or the list could not be read.
 */
G_DECLARE_FINAL_TYPE (SotayRoll, sotay_roll, SOTAY, ROLL, GObject)

SotayRoll *sotay_roll_new (SotayStore *store, SotayRecord *session); /* (transfer full); begins to read */

void sotay_roll_reload (SotayRoll *roll);
void sotay_roll_set_session (SotayRoll *roll, SotayRecord *session); /* its newest state */

GListModel *sotay_roll_get_people (SotayRoll *roll);   /* (transfer none) */
SotayRecord *sotay_roll_get_session (SotayRoll *roll); /* (transfer none) */
guint sotay_roll_count_there (SotayRoll *roll);        /* who came */
gboolean sotay_roll_is_read (SotayRoll *roll);         /* whether the list was read */
gboolean sotay_roll_is_to_come (SotayRoll *roll);      /* the session is after today: people can only be invited */

SotayAttendee *sotay_roll_find (SotayRoll *roll, const char *staff_id); /* (transfer none) (nullable) */

/**
 * sotay_roll_find_marked:
 * @step: a step of attendance
 *
 * Returns: (transfer none) (nullable): whom a step of one person is about, if they are on the list
 */
SotayStaff *sotay_roll_find_marked (SotayRoll *roll, SotayStep *step);

/**
 * sotay_roll_match:
 * @others: (nullable) (element-type SotayStaff): people who may not be on the list, and are meant too
 *
 * Returns: (transfer full) (element-type SotayAttendee): who is meant by @typed: first those on the list of whom
 *   nothing is said yet, then others, then those who are marked already; each part the best first
 */
GPtrArray *sotay_roll_match (SotayRoll *roll, SotayUnitNames *names, const char *typed, GPtrArray *others);

/**
 * sotay_roll_mark:
 * @people: (element-type SotayStaff): people, on the list or not
 * @status: (nullable): a status's word; %NULL invites those who are not on the list, and takes the others' mark away
 * @remark: (nullable): see sotay_edit_record_attendance()
 *
 * One step.
 */
void sotay_roll_mark (SotayRoll *roll, GPtrArray *people, const char *status, const char *remark);

/**
 * sotay_roll_add_person:
 * @staff: someone who is not in the register yet
 *
 * Adds the person to the register and marks them present, or invites them to a session to come: one step.
 */
void sotay_roll_add_person (SotayRoll *roll, SotayStaff *staff);

void sotay_roll_take_out (SotayRoll *roll, GPtrArray *people); /* (element-type SotayStaff): off the list, one step */

/**
 * sotay_roll_take_back:
 * @step: a step that "marked" told of
 *
 * Undoes it; when others followed, by a step that puts back what it changed.
 */
void sotay_roll_take_back (SotayRoll *roll, SotayStep *step);

G_END_DECLS
