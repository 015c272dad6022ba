/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "services/services.h"

G_BEGIN_DECLS

#define SOTAY_TYPE_MONTH_PAGE (sotay_month_page_get_type ())
/**
 * SotayMonthPage:
 *
 * The report of a month: its pages, what is written by hand, what the check found; closed, sent, exported, printed
 * here.
 */
G_DECLARE_FINAL_TYPE (SotayMonthPage, sotay_month_page, SOTAY, MONTH_PAGE, AdwBin)

void sotay_month_page_set_services (SotayMonthPage *page, SotayServices *services); /* once */

/**
 * sotay_month_page_show:
 * @month: any day of the month
 * @unit: (nullable): the unit that reports; %NULL: all
 *
 * Shows the report as soon as it is made, which is not before the page is seen.
 */
void sotay_month_page_show (SotayMonthPage *page, const GDate *month, SotayUnit *unit);

void sotay_month_page_reload (SotayMonthPage *page); /* the register, the settings or the day changed */
void sotay_month_page_print (SotayMonthPage *page);

/**
 * sotay_month_page_go_back:
 *
 * Returns: whether there was something to leave
 */
gboolean sotay_month_page_go_back (SotayMonthPage *page);

G_END_DECLS
