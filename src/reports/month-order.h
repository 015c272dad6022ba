/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a month's report is to be made of. */
#pragma once

#include "reports/issuer.h"

G_BEGIN_DECLS

/**
 * SotayMonthOrder:
 * @month: any day of the month, not after the month of @today
 * @today: the current day
 * @unit_id: (nullable): the unit that reports, with those below; %NULL: the whole register
 * @issuer: who issues the report
 * @templates: (nullable): where the unit keeps templates of its own
 * @utilities: (array fixed-size=16): the titles of the utilities in Vietnamese
 *
 * What a report is to be made of; only borrowed.
 */
typedef struct
{
  GDate month;
  GDate today;
  const char *unit_id;
  SotayIssuer *issuer;
  const char *templates;
  const char *const *utilities;
} SotayMonthOrder;

G_END_DECLS
