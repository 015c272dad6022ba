/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Kinds of employment that a list calls by words that are not known, and what a person says they are. */
#pragma once

#include "register/roster-reader.h"

G_BEGIN_DECLS

/* What an unknown kind may be said to be, besides the words of sotay_employment_from_string(). */
#define SOTAY_ROSTER_EMPLOYMENT_EMPTY ""
#define SOTAY_ROSTER_EMPLOYMENT_NOTE "note" /* kept in the person's note */

/* No more kinds are asked about: a column with more of them holds something else. */
#define SOTAY_ROSTER_MOST_EMPLOYMENTS 20

/**
 * SotayRosterEmployment:
 * @text: as it stands in the list
 * @folded: the same, as it is compared
 * @answer: (nullable): what it was said to be; %NULL when nothing was said, then it is left empty and noted
 * @count: rows with it
 */
typedef struct
{
  char *text;
  char *folded;
  char *answer;
  guint count;
} SotayRosterEmployment;

/**
 * sotay_roster_employments_new:
 * @answers: (nullable) (array zero-terminated=1): pairs of a kind as a list calls it and what it is
 *
 * Returns: (transfer full) (element-type SotayRosterEmployment): no kinds yet but those answered
 */
GPtrArray *sotay_roster_employments_new (const char *const *answers);

/**
 * sotay_roster_employments_apply:
 * @line: a row
 * @fields: (array length=SOTAY_STAFF_N_FIELDS): its fields, changed to what was said
 * @notes: loses the bit of what was answered
 *
 * Counts the row, and does with it what was said.
 *
 * Returns: (transfer full) (nullable): a text that @fields now hold
 */
char *sotay_roster_employments_apply (GPtrArray *employments, const SotayRosterLine *line, const char **fields,
                                      guint *notes);

G_END_DECLS
