/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A report on sheets of A4 as Nghị định 30/2020/NĐ-CP wants it: the same pages on screen, on paper and in a file. */
#pragma once

#include <cairo.h>
#include <gio/gio.h>

#include "reports/report.h"

G_BEGIN_DECLS

#define SOTAY_TYPE_PAGE_LAYOUT (sotay_page_layout_get_type ())
/**
 * SotayPageLayout:
 *
 * The pages of a report. May be made on any thread, then used by one thread at a time.
 */
G_DECLARE_FINAL_TYPE (SotayPageLayout, sotay_page_layout, SOTAY, PAGE_LAYOUT, GObject)

/**
 * sotay_page_layout_new:
 * @report: what is laid out; it is kept
 *
 * Returns: (transfer full) (nullable): the pages; %NULL when @cancellable was cancelled
 */
SotayPageLayout *sotay_page_layout_new (SotayReport *report, GCancellable *cancellable, GError **error);

guint sotay_page_layout_get_n_pages (SotayPageLayout *layout); /* at least 1 */

/**
 * sotay_page_layout_get_page_size:
 * @page: from 0
 * @width, @height: (out): in points; a page on its side is wider than high
 */
void sotay_page_layout_get_page_size (SotayPageLayout *layout, guint page, double *width, double *height);

/**
 * sotay_page_layout_draw:
 * @cr: one unit is a point, the origin is the sheet's top left corner
 *
 * Draws a page; the paper itself is not painted. On the surface of a PDF, what is drawn is also told by its role.
 */
void sotay_page_layout_draw (SotayPageLayout *layout, guint page, cairo_t *cr);

/**
 * sotay_page_layout_find_figure:
 * @x, @y: a point of the sheet
 *
 * Returns: the index in the report's figures; -1 when none stands there
 */
int sotay_page_layout_find_figure (SotayPageLayout *layout, guint page, double x, double y);

/**
 * sotay_page_layout_find_part:
 * @x, @y: a point of the sheet
 *
 * Returns: (transfer none) (nullable): the written part that stands there
 */
const char *sotay_page_layout_find_part (SotayPageLayout *layout, guint page, double x, double y);

/**
 * sotay_page_layout_find_block:
 * @part: a written part
 * @page, @y: (out): where it begins
 *
 * Returns: whether the report has it
 */
gboolean sotay_page_layout_find_block (SotayPageLayout *layout, const char *part, guint *page, double *y);

/**
 * SotayPageHeadingFunc:
 * @level: 0: a part of the report; 1 to 3: as in the report
 * @text: its words
 * @page, @y: where it stands
 */
typedef void (*SotayPageHeadingFunc) (guint level, const char *text, guint page, double y, gpointer data);

/**
 * sotay_page_layout_foreach_heading:
 * @func: called for each heading and each titled part, in order
 */
void sotay_page_layout_foreach_heading (SotayPageLayout *layout, SotayPageHeadingFunc func, gpointer data);

G_END_DECLS
