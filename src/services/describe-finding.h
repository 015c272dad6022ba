/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the inspector of reports found, in the person's language. */
#pragma once

#include "reports/finding.h"

G_BEGIN_DECLS

/**
 * sotay_describe_finding:
 *
 * Returns: (transfer full): what was found and what to do, in one or two sentences
 */
char *sotay_describe_finding (const SotayFinding *finding);

/**
 * sotay_describe_part:
 * @part: a written part of a month's report: "kho-khan"
 *
 * Returns: (transfer none): what it is called
 */
const char *sotay_describe_part (const char *part);

G_END_DECLS
