/* SPDX-License-Identifier: GPL-3.0-or-later */
/* For the roster only: days as strangers' tables write them. */
#pragma once

#include "register/cell-note.h"

G_BEGIN_DECLS

/**
 * SotayDateUse:
 *
 * What a day is about: it tells which century a year of two digits belongs to, and what a year alone is worth.
 */
typedef enum
{
  SOTAY_DATE_BIRTH,    /* of someone who works: a year alone is kept as it is */
  SOTAY_DATE_SERVICE,  /* since 1960; a year alone is its first day */
  SOTAY_DATE_TRAINING, /* since 2000; a year alone is no day */
} SotayDateUse;

/**
 * SotayDateOrder:
 * @day_first: how many days of a column are written 25/03/2024
 * @month_first: how many 03/25/2024
 */
typedef struct
{
  guint day_first;
  guint month_first;
} SotayDateOrder;

/**
 * sotay_date_order_learn:
 *
 * Learns from a cell in which order the column has day and month.
 */
void sotay_date_order_learn (SotayDateOrder *order, const char *text);

/**
 * sotay_roster_read_date:
 * @text: a cell: "5/3/2024", "ngày 5 tháng 3 năm 2024", "2024-03-05 00:00", "05-Mar-24", "45356", "1975", "3/1975" …
 * @order: the order of day and month in its column
 * @today: today
 * @notes: what was done to understand it is added
 *
 * Returns: (transfer full) (nullable): "2024-03-05"; "1975" for a birth; "" for a training of which the day is not
 *   said; %NULL when it is no day
 */
char *sotay_roster_read_date (const char *text, SotayDateUse use, const SotayDateOrder *order, const GDate *today,
                              guint *notes);

G_END_DECLS
