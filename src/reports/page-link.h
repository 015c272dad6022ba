/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Addresses that can be followed in the file. */
#pragma once

#include "reports/page-flow.h"

G_BEGIN_DECLS

/**
 * sotay_page_link_mark:
 * @layout: the words of a piece of text
 * @strips: (array length=n_strips): its lines that stand on this page
 * @left: where @layout begins
 *
 * Marks web addresses and e-mail addresses as links, where the surface knows links.
 */
void sotay_page_link_mark (PangoLayout *layout, const SotayPageStrip *strips, guint n_strips, double left, cairo_t *cr);

G_END_DECLS
