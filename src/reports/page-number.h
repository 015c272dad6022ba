/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The number of a page. */
#pragma once

#include "reports/page-pen.h"

G_BEGIN_DECLS

/**
 * sotay_page_number_draw:
 * @width: of the sheet
 *
 * Draws it in the middle of the top margin.
 */
void sotay_page_number_draw (SotayPagePen *pen, guint number, double width, cairo_t *cr);

G_END_DECLS
