/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What stands above the body: letterhead, title, addressees; the title of an annex. */
#pragma once

#include "reports/page-flow.h"

G_BEGIN_DECLS

/**
 * sotay_page_head_add:
 *
 * Adds what the first page of the report begins with.
 */
void sotay_page_head_add (SotayPageFlow *flow, SotayReport *report);

/**
 * sotay_page_head_add_part:
 *
 * Adds label, title and note of a part.
 */
void sotay_page_head_add_part (SotayPageFlow *flow, const SotayReportPart *part);

G_END_DECLS
