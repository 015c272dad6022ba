/* SPDX-License-Identifier: GPL-3.0-or-later */
/* All that a month's report is made of, read once from the register. */
#pragma once

#include "register/monthly.h"
#include "reports/frozen-month.h"
#include "reports/month-figures.h"

G_BEGIN_DECLS

/**
 * SotayMonthData:
 * @month: its first day
 * @next: the first day of the month after it
 * @unit: (nullable): the unit that reports, with those below; %NULL: the whole register
 * @units: (nullable) (element-type utf8): the ids of these units; %NULL: the whole register
 * @figures: the figures by unit of twelve months, as the register says them
 * @part: the one of @figures that is reported
 * @record: (nullable): what was written, closed and sent
 * @now: the month's figures as the register says them, on the day of @shown
 * @shown: the figures that the report tells: those that the month was closed with, else @now
 * @before: the figures of the month before, those that it was closed with if it was
 * @late: (element-type SotayCorrection): of a closed month, what the register says otherwise by now
 * @corrections: (element-type SotayCorrection): the same of the month before: what this report corrects
 * @sessions: (element-type SotayRecord): of the month, up to the day of the figures; this and what follows is as the
 *   register says it now
 * @planned: (element-type SotayRecord): after that day, up to the end of the month after
 * @by_session: (element-type utf8 guint): how many came to each of @sessions
 * @outreach: (element-type SotayRecord): of the month
 * @obstacles, @proposals: (element-type SotayRecord): made by the day, and open or solved in the month
 * @campaign: (nullable): what 100 % means
 * @twice: (element-type SotayStaff): people who are counted in two units on the day
 * @is_closed_before: whether the month before was closed
 *
 * Filled by sotay_month_data_load(), read-only afterwards, and then readable from any thread.
 */
typedef struct
{
  GDate month;
  GDate next;
  GDate today;
  SotayUnit *unit;
  GHashTable *units;
  SotayMonthFigures *figures;
  SotayMonthPart *part;
  SotayRecord *record;
  SotayFrozenMonth *now;
  SotayFrozenMonth *shown;
  SotayFrozenMonth *before;
  GPtrArray *late;
  GPtrArray *corrections;
  GPtrArray *sessions;
  GPtrArray *planned;
  GHashTable *by_session;
  GPtrArray *outreach;
  GPtrArray *obstacles;
  GPtrArray *proposals;
  SotayRecord *campaign;
  GPtrArray *twice;
  gboolean is_closed_before;
} SotayMonthData;

/**
 * sotay_month_data_load:
 * @month: any day of the month, not after the month of @today
 * @today: the current day
 * @unit_id: (nullable): the unit that reports
 * @error: an error of the register (%SOTAY_REGISTER_ERROR_NOT_FOUND: no such unit), or %SOTAY_REPORT_ERROR_FROZEN
 *
 * Blocking, for a thread.
 *
 * Returns: (transfer full) (nullable): the data
 */
SotayMonthData *sotay_month_data_load (SotayStore *store, const GDate *month, const GDate *today, const char *unit_id,
                                       GCancellable *cancellable, GError **error);
void sotay_month_data_free (SotayMonthData *data);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SotayMonthData, sotay_month_data_free)

/**
 * sotay_month_data_is_meant:
 * @unit_id: (nullable): a unit
 *
 * Returns: whether what belongs to this unit is part of the report
 */
gboolean sotay_month_data_is_meant (SotayMonthData *data, const char *unit_id);

/**
 * sotay_month_data_close:
 * @day: the day on which it is done
 *
 * Returns: (transfer full): the month's record as it is when it is closed with what is shown (figures, sessions,
 *   outreach, and the proposed texts where sotay_month_words_keep() was called), to be saved with sotay_monthly_save()
 */
SotayRecord *sotay_month_data_close (SotayMonthData *data, const GDate *day);

G_END_DECLS
