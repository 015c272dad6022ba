/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The written parts of a month's report, in Vietnamese: as written by hand, else what the month's log proposes. */
#pragma once

#include "reports/month-data.h"

G_BEGIN_DECLS

/**
 * sotay_month_words_get_part:
 * @field: SOTAY_MONTHLY_DIRECTION … SOTAY_MONTHLY_PROPOSALS
 *
 * Returns: what templates and blocks of the report call it: "chi-dao", "ket-qua", "kho-khan", "nhiem-vu", "de-xuat"
 */
const char *sotay_month_words_get_part (SotayMonthlyField field);

/**
 * sotay_month_words_find_field:
 * @part: "chi-dao" …
 * @field: (out): the field that keeps it
 *
 * Returns: whether there is such a part
 */
gboolean sotay_month_words_find_field (const char *part, SotayMonthlyField *field);

/**
 * sotay_month_words_propose:
 * @field: a written part
 *
 * Returns: (transfer full): whole sentences, a paragraph to a line, made of the month's sessions, outreach, obstacles,
 *   proposals and of who is left; of a closed month what was proposed when it was closed
 */
char *sotay_month_words_propose (SotayMonthData *data, SotayMonthlyField field);

/**
 * sotay_month_words_get:
 *
 * Returns: (transfer full): what was written, else what is proposed
 */
char *sotay_month_words_get (SotayMonthData *data, SotayMonthlyField field);

/**
 * sotay_month_words_keep:
 * @data: as loaded, which nobody else reads yet
 *
 * Puts what is proposed among the figures as they are now, so that the month is closed with it.
 */
void sotay_month_words_keep (SotayMonthData *data);

G_END_DECLS
