/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "reports/month-figures.h"

G_BEGIN_DECLS

#define SOTAY_TYPE_MONTH_HEAD (sotay_month_head_get_type ())
/**
 * SotayMonthHead:
 *
 * The figures of a month at a glance: the ring, the numbers with their difference to the month before, the last
 * twelve months.
 */
G_DECLARE_FINAL_TYPE (SotayMonthHead, sotay_month_head, SOTAY, MONTH_HEAD, AdwBin)

/**
 * sotay_month_head_show:
 * @part: a part of @figures
 */
void sotay_month_head_show (SotayMonthHead *head, SotayMonthFigures *figures, SotayMonthPart *part);

/**
 * sotay_difference_text:
 *
 * Returns: (transfer full): "+6", "−2" or "±0"
 */
char *sotay_difference_text (gint64 difference);

/**
 * sotay_whole_percent_text:
 * @part: a count
 * @whole: the count that is 100 %
 *
 * The short form of sotay_percent_format(), for which there is room above a bar: rounded to whole percents, but never
 * up to 100 % while @part is smaller than @whole.
 *
 * Returns: (transfer full): "67 %"; "–" when @whole is 0
 */
char *sotay_whole_percent_text (guint part, guint whole);

G_END_DECLS
