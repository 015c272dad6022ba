/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Charts and QR codes. */
#pragma once

#include "reports/page-flow.h"

G_BEGIN_DECLS

/**
 * sotay_page_picture_add_chart:
 * @block: a chart of the report
 *
 * A chart of more bars than a page has room for goes on at the same scale.
 */
void sotay_page_picture_add_chart (SotayPageFlow *flow, const SotayReportBlock *block);

/**
 * sotay_page_picture_add_qr:
 * @block: a QR code of the report
 *
 * Returns: whether it was added; %FALSE when its text is too long for a code
 */
gboolean sotay_page_picture_add_qr (SotayPageFlow *flow, const SotayReportBlock *block);

G_END_DECLS
