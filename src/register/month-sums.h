/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a store sums up for reports of months. */
#pragma once

#include "register/utilities.h"

G_BEGIN_DECLS

/**
 * SotayMonthCounts:
 * @due: who had to be trained at the end of the month
 * @trained: of these, trained
 * @passed: of these, passed
 * @newly: of these, trained on a day of the month
 */
typedef struct
{
  guint due;
  guint trained;
  guint passed;
  guint newly;
} SotayMonthCounts;

/**
 * SotayUnitMonths:
 * @unit_id: the unit
 * @counts: its own people (not those of units below), one for each month, oldest first
 */
typedef struct
{
  char *unit_id;
  SotayMonthCounts *counts;
} SotayUnitMonths;

void sotay_unit_months_free (SotayUnitMonths *months);

/**
 * SotayMonthSpan:
 *
 * From the first day up to and with the last.
 */
typedef struct
{
  GDate first;
  GDate last;
} SotayMonthSpan;

/**
 * SotayAttended:
 * @sessions: sessions held; several time slots of one are one
 * @attended: who came, once for each session
 * @people: how many different people came
 */
typedef struct
{
  guint sessions;
  guint attended;
  guint people;
} SotayAttended;

/**
 * SotayMonthSums:
 * @span: of which days
 * @in_span: the sessions of these days
 * @so_far: all sessions up to the last day
 * @by_session: (element-type utf8 guint): how many came to each session of these days, by its id
 * @taught: for each utility, how many of those due on the last day were taught it in a session by then
 * @taught_untrained: of these, those who are not trained by that day
 * @fluent: for each utility, how many of those due are fluent in it by the last day
 * @fluent_unpassed: of these, those who have not passed by that day
 */
typedef struct
{
  SotayMonthSpan span;
  SotayAttended in_span;
  SotayAttended so_far;
  GHashTable *by_session;
  guint taught[SOTAY_N_UTILITIES];
  guint taught_untrained[SOTAY_N_UTILITIES];
  guint fluent[SOTAY_N_UTILITIES];
  guint fluent_unpassed[SOTAY_N_UTILITIES];
} SotayMonthSums;

SotayMonthSums *sotay_month_sums_new (const SotayMonthSpan *span); /* (transfer full): all 0 */
void sotay_month_sums_free (SotayMonthSums *sums);

G_END_DECLS
