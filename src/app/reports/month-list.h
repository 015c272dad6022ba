/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "reports/month-figures.h"

G_BEGIN_DECLS

#define SOTAY_TYPE_MONTH_LIST (sotay_month_list_get_type ())
/**
 * SotayMonthList:
 *
 * The months, newest first, each with its state and its share of trained people.
 *
 * Signal "chosen" (#GDate): the person wants to see the month that begins on this day.
 */
G_DECLARE_FINAL_TYPE (SotayMonthList, sotay_month_list, SOTAY, MONTH_LIST, AdwBin)

/**
 * sotay_month_list_load:
 * @today: the current day: its month is the first
 * @unit_id: (nullable): whose reports; %NULL: those of all units together
 *
 * Reads states and shares from the register, without waiting.
 */
void sotay_month_list_load (SotayMonthList *list, SotayStore *store, const GDate *today, const char *unit_id);

void sotay_month_list_select (SotayMonthList *list, const GDate *month); /* any day of it; does not tell */

G_END_DECLS
