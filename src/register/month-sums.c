/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "register/month-sums.h"

void
sotay_unit_months_free (SotayUnitMonths *months)
{
  g_free (months->unit_id);
  g_free (months->counts);
  g_free (months);
}

SotayMonthSums *
sotay_month_sums_new (const SotayMonthSpan *span)
{
  SotayMonthSums *sums = g_new0 (SotayMonthSums, 1);

  sums->span = *span;
  sums->by_session = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  return sums;
}

void
sotay_month_sums_free (SotayMonthSums *sums)
{
  g_hash_table_unref (sums->by_session);
  g_free (sums);
}
