/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Dates as Vietnamese offices type and print them, and as files keep them (ISO 8601). */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * sotay_date_today:
 *
 * Returns: today's date on this machine's clock and calendar
 */
GDate sotay_date_today (void);

/**
 * sotay_date_parse:
 * @typed: what a person typed: "5/3/2024", "05-03-2024", "05032024", "5.3.24", "2024-03-05", "hôm nay", "today"
 * @today: the day that "hôm nay" means
 * @date: (out): the date
 *
 * Returns: whether @typed names a real day between 1900 and 2199
 */
gboolean sotay_date_parse (const char *typed, const GDate *today, GDate *date);

/**
 * sotay_date_parse_iso:
 * @iso: "2024-03-05"
 * @date: (out): the date
 *
 * Returns: whether @iso is a real day written in exactly that way
 */
gboolean sotay_date_parse_iso (const char *iso, GDate *date);

/**
 * sotay_date_to_iso:
 *
 * Returns: (transfer full): "2024-03-05"
 */
char *sotay_date_to_iso (const GDate *date);

/**
 * sotay_date_format:
 *
 * The short form of Vietnamese offices: a zero before days under 10 and before the months 1 and 2 only
 * (Nghị định 30/2020/NĐ-CP, Phụ lục I, for the long form; the letter of 06/3/2024 for the short one).
 *
 * Returns: (transfer full): "05/3/2024"
 */
char *sotay_date_format (const GDate *date);

/**
 * sotay_date_format_month:
 * @day: any day of the month
 *
 * Returns: (transfer full): "02/2026", "3/2026": as offices write it, with a zero in the first two months only
 */
char *sotay_date_format_month (const GDate *day);

/**
 * sotay_date_format_long:
 *
 * The form of administrative documents (Nghị định 30/2020/NĐ-CP, Phụ lục I), in Vietnamese always.
 *
 * Returns: (transfer full): "ngày 05 tháng 3 năm 2024"
 */
char *sotay_date_format_long (const GDate *date);

/**
 * sotay_date_format_iso:
 * @iso: "2024-03-05", "2024-03" or "2024"
 *
 * Returns: (transfer full): "05/3/2024", "3/2024" or "2024"; @iso itself when it is none of these
 */
char *sotay_date_format_iso (const char *iso);

/**
 * sotay_birth_parse:
 * @typed: a birth date in any form of sotay_date_parse(), or a year alone
 * @today: births after this day are refused
 *
 * Returns: (transfer full) (nullable): "1975" or "1975-03-05", or %NULL when @typed is neither
 */
char *sotay_birth_parse (const char *typed, const GDate *today);

G_END_DECLS
