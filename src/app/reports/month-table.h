/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "reports/month-figures.h"

G_BEGIN_DECLS

#define SOTAY_TYPE_MONTH_TABLE (sotay_month_table_get_type ())
/**
 * SotayMonthTable:
 *
 * The figures of a month unit by unit.
 * Signal "activate" (#SotayMonthPart): the person wants to see this unit.
 */
G_DECLARE_FINAL_TYPE (SotayMonthTable, sotay_month_table, SOTAY, MONTH_TABLE, AdwBin)

/**
 * sotay_month_table_show:
 * @part: the part whose children are listed
 */
void sotay_month_table_show (SotayMonthTable *table, SotayMonthPart *part);

G_END_DECLS
