/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A unit's report of a month (báo cáo tháng, Công văn 520, point 4): what was written by hand, whether the month is
 * closed, with which figures, and whether the report was sent. The report itself is made of it by reports/. */
#pragma once

#include "register/record.h"
#include "register/step.h"

G_BEGIN_DECLS

typedef enum
{
  SOTAY_MONTHLY_MONTH,     /* "2026-11" */
  SOTAY_MONTHLY_UNIT_ID,   /* the unit that reports; absent: the whole register */
  SOTAY_MONTHLY_NUMBER,    /* số, ký hiệu: "12/BC-UBND" */
  SOTAY_MONTHLY_DATED,     /* the ISO day that stands on the report; absent: the day of closing, or today */
  SOTAY_MONTHLY_DIRECTION, /* the written parts; absent: what the program proposes. Each line is a paragraph. */
  SOTAY_MONTHLY_RESULTS,
  SOTAY_MONTHLY_OBSTACLES,
  SOTAY_MONTHLY_TASKS,
  SOTAY_MONTHLY_PROPOSALS,
  SOTAY_MONTHLY_CLOSED_ON, /* ISO; absent: the month is open, its figures move with the register */
  SOTAY_MONTHLY_FIGURES,   /* of a closed month: all that it was closed with, see reports/frozen-month.h */
  SOTAY_MONTHLY_SENT_ON,   /* ISO; only of a closed month */
  SOTAY_MONTHLY_SENT_TO,
} SotayMonthlyField;

typedef enum
{
  SOTAY_MONTHLY_OPEN,
  SOTAY_MONTHLY_CLOSED,
  SOTAY_MONTHLY_SENT,
} SotayMonthlyState;

/**
 * sotay_monthly_new:
 * @month: any day of it
 * @unit_id: (nullable): the unit that reports
 *
 * Returns: (transfer full): the record of an open month in which nothing was written yet
 */
SotayRecord *sotay_monthly_new (const GDate *month, const char *unit_id);

/**
 * sotay_monthly_get_state:
 * @monthly: (nullable): %NULL: nothing was written yet
 */
SotayMonthlyState sotay_monthly_get_state (SotayRecord *monthly);

/**
 * sotay_monthly_find:
 * @records: (element-type SotayRecord): months' reports
 * @month: any day of the month
 * @unit_id: (nullable): the unit
 *
 * Returns: (transfer none) (nullable): the report of that month and unit
 */
SotayRecord *sotay_monthly_find (GPtrArray *records, const GDate *month, const char *unit_id);

/**
 * sotay_monthly_check:
 * @error: %SOTAY_REGISTER_ERROR_INVALID with the field's name as its message
 *
 * The rules: a month; days that are not still to come; closed no earlier than on the month's first day, with its
 * figures; sent no earlier than closed; at most 20,000 characters in a written part.
 *
 * Returns: whether @monthly keeps them
 */
gboolean sotay_monthly_check (SotayRecord *monthly, GError **error);

/**
 * sotay_monthly_save:
 * @before: (nullable): the record as it is; %NULL when there is none
 * @after: the record as it shall be, same id
 * @error: as sotay_monthly_check(); also the name of a field that may not change in the state that @after has: of a
 *   closed month the figures stay, of one that was sent everything does
 *
 * Returns: (transfer full) (nullable): one step, called by what it does: writing, closing, sending, opening again
 */
SotayStep *sotay_monthly_save (SotayRecord *before, SotayRecord *after, GError **error);

/**
 * sotay_monthly_close, sotay_monthly_send, sotay_monthly_reopen:
 * @day: the day on which it is done
 * @figures: see reports/frozen-month.h
 * @to: (nullable): whom it was sent to
 *
 * Returns: (transfer full): @monthly in its new state, to be saved
 */
SotayRecord *sotay_monthly_close (SotayRecord *monthly, const GDate *day, const char *figures);
SotayRecord *sotay_monthly_send (SotayRecord *monthly, const GDate *day, const char *to);
SotayRecord *sotay_monthly_reopen (SotayRecord *monthly);

G_END_DECLS
