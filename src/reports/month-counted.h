/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The figures of a month as the register says them. For month-data.c only. */
#pragma once

#include "reports/frozen-month.h"
#include "reports/month-figures.h"

G_BEGIN_DECLS

/**
 * SotayCounting:
 * @part: the unit that is counted
 * @ago: which of its months
 * @sums: of the same days
 * @outreach: (element-type SotayRecord): all of the unit and those below
 * @feedback: (element-type SotayRecord): likewise
 * @required: the campaign's utilities
 */
typedef struct
{
  SotayMonthPart *part;
  guint ago;
  const SotayMonthSums *sums;
  GPtrArray *outreach;
  GPtrArray *feedback;
  guint required;
} SotayCounting;

/**
 * sotay_month_count:
 *
 * Returns: (transfer full): every measure, and the counts of every unit in which somebody is due
 */
SotayFrozenMonth *sotay_month_count (const SotayCounting *counting);

/**
 * sotay_month_find_twice:
 * @due: how many are due by the figures of the units
 *
 * Returns: (transfer full) (element-type SotayStaff) (nullable): people who are members of two units on @day: none in a
 *   register that was only written by this program
 */
GPtrArray *sotay_month_find_twice (SotayStore *store, const char *unit_id, const GDate *day, gint64 due,
                                   GCancellable *cancellable, GError **error);

G_END_DECLS
