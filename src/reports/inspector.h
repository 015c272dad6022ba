/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Looks over a month's report before it is issued: figures, what is missing, and form (Nghị định 30/2020/NĐ-CP). */
#pragma once

#include "reports/finding.h"
#include "reports/issuer.h"
#include "reports/month-data.h"
#include "reports/report.h"

G_BEGIN_DECLS

/**
 * sotay_inspector_inspect:
 * @data: what @report was made of
 * @issuer: who issues it
 *
 * Returns: (transfer full) (element-type SotayFinding): what was found, the errors first
 */
GPtrArray *sotay_inspector_inspect (SotayMonthData *data, SotayReport *report, const SotayIssuer *issuer);

G_END_DECLS
