/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Where the pages of a document stand: one below the other, or two side by side, as rows with a gap between them, all
 * in the middle. Knows nothing of widgets. Sizes of pages are in points, all else in pixels of the canvas. Each query
 * takes at most the logarithm of the count of pages, a change of scale or view nothing at all.
 */
#pragma once

#include "guide/page-content.h"

G_BEGIN_DECLS

/* Between pages and around them, at any scale. */
#define SOTAY_PAGE_GAP 12

typedef struct
{
  double width;
  double height;
} SotayPageSize;

typedef struct _SotayBookLayout SotayBookLayout;

/**
 * sotay_book_layout_new:
 * @sizes: (array length=n_pages): in points
 * @two_pages: whether the pages 1 and 2, 3 and 4… stand side by side
 *
 * Returns: (transfer full): the layout, at a scale of one pixel for each point
 */
SotayBookLayout *sotay_book_layout_new (const SotayPageSize *sizes, guint n_pages, gboolean two_pages);
void sotay_book_layout_free (SotayBookLayout *layout);

/**
 * sotay_book_layout_set_scale:
 * @scale: pixels for each point
 */
void sotay_book_layout_set_scale (SotayBookLayout *layout, double scale);
double sotay_book_layout_get_scale (SotayBookLayout *layout);

/**
 * sotay_book_layout_set_view:
 *
 * Tells how large the view is: pages that are smaller together stand in its middle.
 */
void sotay_book_layout_set_view (SotayBookLayout *layout, double width, double height);

/**
 * sotay_book_layout_get_extent:
 * @width: (out): of the whole canvas, at least that of the view
 * @height: (out): likewise
 */
void sotay_book_layout_get_extent (SotayBookLayout *layout, double *width, double *height);

/* The scale at which the widest row is as wide as the view; and at which, besides, the highest is no higher than it. */
double sotay_book_layout_fit_width (SotayBookLayout *layout, double width);
double sotay_book_layout_fit_page (SotayBookLayout *layout, double width, double height);

/**
 * sotay_book_layout_get_page:
 * @box: (out): where the page stands
 */
void sotay_book_layout_get_page (SotayBookLayout *layout, guint index, SotayBox *box);
SotayPageSize sotay_book_layout_get_size (SotayBookLayout *layout, guint index); /* in points */

/* The pages of the row in which a page stands: from the first to the one after the last. */
void sotay_book_layout_get_row (SotayBookLayout *layout, guint index, guint *first, guint *end);

/**
 * sotay_book_layout_find_band:
 * @first: (out): the first page of the rows that the band from @top to @bottom touches, the gap above a row included
 * @end: (out): the one after the last; equal to @first when there is none
 */
void sotay_book_layout_find_band (SotayBookLayout *layout, double top, double bottom, guint *first, guint *end);

/**
 * sotay_book_layout_find_page:
 *
 * Returns: the page at this place, or the one nearest to it
 */
guint sotay_book_layout_find_page (SotayBookLayout *layout, double x, double y);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SotayBookLayout, sotay_book_layout_free)

G_END_DECLS
