/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What stands below the body: who signs, who receives it. */
#pragma once

#include "reports/page-flow.h"

G_BEGIN_DECLS

/**
 * sotay_page_foot_add:
 *
 * Adds signatures and "nơi nhận", which stay together and with the last two lines above.
 */
void sotay_page_foot_add (SotayPageFlow *flow, SotayReport *report);

G_END_DECLS
