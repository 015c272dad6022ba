/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A row of a list of people, and what becomes of it. */
#pragma once

#include "register/cell-note.h"
#include "register/decision.h"
#include "register/staff.h"

G_BEGIN_DECLS

/**
 * SotayRosterChange:
 * @field: what changes
 * @before: (nullable): what is in the register
 * @after: (nullable): what will be; of a unit its name
 */
typedef struct
{
  SotayStaffField field;
  char *before;
  char *after;
} SotayRosterChange;

#define SOTAY_TYPE_ROSTER_ROW (sotay_roster_row_get_type ())
/**
 * SotayRosterRow:
 *
 * A row of the file, made when it is looked at. Property "decision" (#SotayRosterDecision as int, read-write,
 * notifies); the others are fixed.
 */
G_DECLARE_FINAL_TYPE (SotayRosterRow, sotay_roster_row, SOTAY, ROSTER_ROW, GObject)

guint sotay_roster_row_get_number (SotayRosterRow *row);                 /* row of the file, from 1 */
SotayStaff *sotay_roster_row_get_staff (SotayRosterRow *row);            /* (nullable): the person as the row says */
const char *sotay_roster_row_get_unit_name (SotayRosterRow *row);        /* (nullable): the unit afterwards */
SotayStaff *sotay_roster_row_get_existing (SotayRosterRow *row);         /* (nullable): the person in the register */
guint sotay_roster_row_get_namesake_number (SotayRosterRow *row);        /* the row of a namesake in the file, or 0 */
SotayRosterReason sotay_roster_row_get_reason (SotayRosterRow *row);
guint sotay_roster_row_get_notes (SotayRosterRow *row);                  /* bits of SotayRosterNote */
SotayRosterDecision sotay_roster_row_get_decision (SotayRosterRow *row);

/**
 * sotay_roster_row_get_changes:
 *
 * Returns: (transfer full) (element-type SotayRosterChange): what changes when the row is the person in the register;
 *   empty when there is nobody
 */
GPtrArray *sotay_roster_row_get_changes (SotayRosterRow *row);

/**
 * sotay_roster_row_set_decision:
 *
 * Changes the decision of a row: %SOTAY_ROSTER_ADD for another person; %SOTAY_ROSTER_UPDATE for the same person as
 * the one in the register or the namesake in the file (which is %SOTAY_ROSTER_UNCHANGED when nothing changes);
 * %SOTAY_ROSTER_SKIP. What is not possible for the row is left as it is; a rejected row stays rejected, unless because
 * it stands in the file twice.
 */
void sotay_roster_row_set_decision (SotayRosterRow *row, SotayRosterDecision decision);

/**
 * sotay_roster_row_new:
 * @owner: keeps @book
 * @index: the row
 *
 * For the roster.
 *
 * Returns: (transfer full): the row
 */
SotayRosterRow *sotay_roster_row_new (GObject *owner, SotayRosterBook *book, guint index);

const char *sotay_roster_reason_to_string (SotayRosterReason reason);    /* stable word for --json: "namesake" … */
const char *sotay_roster_decision_to_string (SotayRosterDecision decision); /* "add", "update" … */

G_END_DECLS
