/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What becomes of the rows of a list, and why. */
#pragma once

#include <glib.h>

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
  SOTAY_ROSTER_REASON_UNIT_ENDED,   /* nobody can come into this unit any more */
  SOTAY_ROSTER_REASON_NAMESAKE,     /* same name in the register, nothing tells whether it is the same person */
  SOTAY_ROSTER_REASON_TWICE,        /* the same person stands in the file twice */
  SOTAY_ROSTER_REASON_NO_DAY,       /* a notice: taken, but "đã tập huấn: x" names no day, so without the mark */
  SOTAY_ROSTER_REASON_DOUBT,        /* something was understood that is not certain: see the notes */
} SotayRosterReason;

/* The rows of a plan as its makers see them: plan-item.h. */
typedef struct _SotayRosterBook SotayRosterBook;

G_END_DECLS
