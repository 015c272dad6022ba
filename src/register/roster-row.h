/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A row of a list of people, and what becomes of it. */
#pragma once

#include "register/roster-note.h"
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
  SOTAY_ROSTER_N_DECISIONS
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
  SOTAY_ROSTER_REASON_DOUBT,        /* something was understood that is not certain: see the notes */
} SotayRosterReason;

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

const char *sotay_roster_reason_to_string (SotayRosterReason reason);    /* stable word for --json: "namesake" … */
const char *sotay_roster_decision_to_string (SotayRosterDecision decision); /* "add", "update" … */

G_END_DECLS
