/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Into which areas a page is cut to be drawn. Knows nothing of widgets. */
#pragma once

#include "app/guide/reader/page-layout.h"
#include "guide/page-area.h"

G_BEGIN_DECLS

/* A page of no more pixels is drawn at once, a larger one in squares of this side. */
#define SOTAY_PAGE_PARTS_MOST_WHOLE (2 * 1024 * 1024)
#define SOTAY_PAGE_PARTS_SIDE 1024

/**
 * SotayPageParts:
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
} SotayPageParts;

/* The page in pixels, at least one each way. */
int sotay_page_parts_get_width (const SotayPageParts *parts);
int sotay_page_parts_get_height (const SotayPageParts *parts);

/**
 * sotay_page_parts_add:
 * @seen: what is seen of the page, in pixels from its top left corner
 * @areas: (element-type SotayPageArea): gets those that are seen, from the top
 */
void sotay_page_parts_add (const SotayPageParts *parts, const SotayBox *seen, GArray *areas);

/**
 * sotay_page_parts_get_overview:
 * @area: (out): the whole page, small
 *
 * Returns: whether the page is cut into so many parts that a small picture of the whole is worth having before them
 */
gboolean sotay_page_parts_get_overview (const SotayPageParts *parts, SotayPageArea *area);

G_END_DECLS
