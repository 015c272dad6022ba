/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A row of a list of people, and what becomes of it. */
#pragma once

#include "register/staff.h"

G_BEGIN_DECLS

/**
 * SotayRosterDecision:
 *
 * What becomes of one row of the file.
 */
typedef enum
{
  SOTAY_ROSTER_ADD,
  SOTAY_ROSTER_UPDATE,
  SOTAY_ROSTER_UNCHANGED,
  SOTAY_ROSTER_ASK,    /* a namesake is there: the person at the screen decides; until then the row is left out */
  SOTAY_ROSTER_REJECT, /* cannot be taken: see the reason */
  SOTAY_ROSTER_SKIP,   /* the person at the screen leaves it out */
} SotayRosterDecision;

/**
 * SotayRosterReason:
 *
 * Why a row is asked about or rejected, or what to know about one that is taken.
 */
typedef enum
{
  SOTAY_ROSTER_REASON_NONE,
  SOTAY_ROSTER_REASON_NO_NAME,
  SOTAY_ROSTER_REASON_BAD_NAME,     /* no letters, a quotation mark, or longer than 200 characters */
  SOTAY_ROSTER_REASON_NO_PERSON,    /* a heading between rows, or a signature */
  SOTAY_ROSTER_REASON_BAD_BIRTH,
  SOTAY_ROSTER_REASON_BAD_DATE,     /* trained-on or passed-on: cannot be read, still to come, passed but not trained */
  SOTAY_ROSTER_REASON_BAD_SERVICE,  /* joined-on or left-on: cannot be read, left before joined */
  SOTAY_ROSTER_REASON_BAD_LEVEL,
  SOTAY_ROSTER_REASON_TOO_LONG,     /* another field above 1,000 characters */
  SOTAY_ROSTER_REASON_NO_UNIT,      /* no unit in the row and none chosen */
  SOTAY_ROSTER_REASON_NAMESAKE,     /* same name in the register, nothing tells whether it is the same person */
  SOTAY_ROSTER_REASON_TWICE,        /* the same person stands in the file twice */
  SOTAY_ROSTER_REASON_NO_DAY,       /* a notice: taken, but "đã tập huấn: x" names no day, so without the mark */
} SotayRosterReason;

#define SOTAY_TYPE_ROSTER_ROW (sotay_roster_row_get_type ())
/**
 * SotayRosterRow:
 *
 * A row of the file. Property "decision" (#SotayRosterDecision as int, read-write, notifies); the others are fixed.
 */
G_DECLARE_FINAL_TYPE (SotayRosterRow, sotay_roster_row, SOTAY, ROSTER_ROW, GObject)

guint sotay_roster_row_get_number (SotayRosterRow *row);                 /* line of the file, from 1 */
SotayStaff *sotay_roster_row_get_staff (SotayRosterRow *row);            /* (nullable): the person as the row says */
const char *sotay_roster_row_get_unit_name (SotayRosterRow *row);        /* (nullable): a unit named in the row */
SotayStaff *sotay_roster_row_get_existing (SotayRosterRow *row);         /* (nullable): the person in the register */
SotayRosterReason sotay_roster_row_get_reason (SotayRosterRow *row);
SotayRosterDecision sotay_roster_row_get_decision (SotayRosterRow *row);

/**
 * sotay_roster_row_set_decision:
 *
 * Changes the decision of a row that is asked about or would be taken: ADD, UPDATE (only with an existing person) or
 * SKIP. A rejected row stays rejected.
 */
void sotay_roster_row_set_decision (SotayRosterRow *row, SotayRosterDecision decision);

const char *sotay_roster_reason_to_string (SotayRosterReason reason);    /* stable word for --json: "namesake" … */

/**
 * sotay_roster_row_new:
 * @number: line of the file
 * @staff: (nullable): the person as the row says
 * @unit_name: (nullable): the unit that the row names
 *
 * For the roster, like the functions below.
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
 * sotay_roster_row_note:
 *
 * Says something about a row that is taken; one that is asked about or rejected keeps its reason.
 */
void sotay_roster_row_note (SotayRosterRow *row, SotayRosterReason reason);

/**
 * sotay_roster_row_get_unit_after:
 *
 * Returns: (nullable): the unit of the existing person after an update
 */
const char *sotay_roster_row_get_unit_after (SotayRosterRow *row);

G_END_DECLS
