/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is missing in a report, and its form. For inspector.c only. */
#pragma once

#include "reports/finding.h"
#include "reports/issuer.h"
#include "reports/month-data.h"
#include "reports/report.h"

G_BEGIN_DECLS

/**
 * SotayInspection:
 * @findings: (element-type SotayFinding): what was found so far
 */
typedef struct
{
  SotayMonthData *data;
  SotayReport *report;
  const SotayIssuer *issuer;
  GPtrArray *findings;
} SotayInspection;

/**
 * sotay_inspection_add:
 * @argument, @target_id: (nullable): see #SotayFinding
 */
void sotay_inspection_add (SotayInspection *inspection, SotayFindingSeverity severity, SotayFindingCode code,
                           const char *argument, SotayFindingTarget target, const char *target_id);

/**
 * sotay_inspection_check_form:
 *
 * Head, foot, number, date, written parts.
 */
void sotay_inspection_check_form (SotayInspection *inspection);

G_END_DECLS
