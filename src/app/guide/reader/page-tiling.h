/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Into which areas a page is cut to be drawn. Knows nothing of widgets. */
#pragma once

#include "app/guide/reader/book-layout.h"
#include "guide/page-area.h"

G_BEGIN_DECLS

/* A page of no more pixels is drawn at once, a larger one in squares of this side. */
#define SOTAY_PAGE_TILING_MOST_WHOLE (2 * 1024 * 1024)
#define SOTAY_PAGE_TILING_SIDE 1024

/**
 * SotayPageTiling:
 * @index: the page
 * @size: in points
 * @scale: pixels for each point
 * @night: which colours
 */
typedef struct
{
  guint index;
  SotayPageSize size;
  double scale;
  gboolean night;
} SotayPageTiling;

/* The page in pixels, at least one each way. */
int sotay_page_tiling_get_width (const SotayPageTiling *tiling);
int sotay_page_tiling_get_height (const SotayPageTiling *tiling);

/**
 * sotay_page_tiling_add:
 * @seen: what is seen of the page, in pixels from its top left corner
 * @areas: (element-type SotayPageArea): gets those that are seen, from the top
 */
void sotay_page_tiling_add (const SotayPageTiling *tiling, const SotayBox *seen, GArray *areas);

/**
 * sotay_page_tiling_get_overview:
 * @area: (out): the whole page, small
 *
 * Returns: whether the page is cut into so many parts that a small picture of the whole is worth having before them
 */
gboolean sotay_page_tiling_get_overview (const SotayPageTiling *tiling, SotayPageArea *area);

G_END_DECLS
