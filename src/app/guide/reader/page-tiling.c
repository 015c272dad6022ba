/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/guide/reader/page-tiling.h"

#include <math.h>

/* A page of A4 at 0.7 pixels for each point: headings can be read. */
#define OVERVIEW_PIXELS (256 * 1024)

int
sotay_page_tiling_get_width (const SotayPageTiling *tiling)
{
  return MAX ((int) lround (tiling->size.width * tiling->scale), 1);
}

int
sotay_page_tiling_get_height (const SotayPageTiling *tiling)
{
  return MAX ((int) lround (tiling->size.height * tiling->scale), 1);
}

static gboolean
is_whole (const SotayPageTiling *tiling)
{
  int width = sotay_page_tiling_get_width (tiling), height = sotay_page_tiling_get_height (tiling);

  return width <= SOTAY_DOCUMENT_MOST_PIXELS && height <= SOTAY_DOCUMENT_MOST_PIXELS
         && (gint64) width * height <= SOTAY_PAGE_TILING_MOST_WHOLE;
}

/* The squares that the stretch from @start to @end touches, of a page of this length. */
static void
find_squares (double start, double end, int length, int *first, int *last)
{
  int most = (length - 1) / SOTAY_PAGE_TILING_SIDE;

  *first = (int) CLAMP (floor (start / SOTAY_PAGE_TILING_SIDE), 0, most);
  *last = (int) CLAMP (ceil (end / SOTAY_PAGE_TILING_SIDE) - 1, *first, most);
}

void
sotay_page_tiling_add (const SotayPageTiling *tiling, const SotayBox *seen, GArray *areas)
{
  int width = sotay_page_tiling_get_width (tiling), height = sotay_page_tiling_get_height (tiling);
  SotayPageArea area = { .index = tiling->index, .scale = tiling->scale, .night = tiling->night };
  int left, right, top, bottom;

  if (seen->x >= width || seen->y >= height || seen->x + seen->width <= 0 || seen->y + seen->height <= 0)
    return;
  if (is_whole (tiling))
    {
      area.width = width;
      area.height = height;
      g_array_append_val (areas, area);
      return;
    }
  find_squares (seen->x, seen->x + seen->width, width, &left, &right);
  find_squares (seen->y, seen->y + seen->height, height, &top, &bottom);
  for (int row = top; row <= bottom; row++)
    for (int column = left; column <= right; column++)
      {
        area.x = column * SOTAY_PAGE_TILING_SIDE;
        area.y = row * SOTAY_PAGE_TILING_SIDE;
        area.width = MIN (SOTAY_PAGE_TILING_SIDE, width - area.x);
        area.height = MIN (SOTAY_PAGE_TILING_SIDE, height - area.y);
        g_array_append_val (areas, area);
      }
}

gboolean
sotay_page_tiling_get_overview (const SotayPageTiling *tiling, SotayPageArea *area)
{
  SotayPageTiling small = *tiling;

  if (is_whole (tiling))
    return FALSE;
  small.scale = sqrt (OVERVIEW_PIXELS / (tiling->size.width * tiling->size.height));
  /* A strip that is thousands of times longer than wide has no picture of the whole. */
  if (!is_whole (&small))
    return FALSE;
  *area = (SotayPageArea){ .index = tiling->index, .scale = small.scale, .night = tiling->night };
  area->width = sotay_page_tiling_get_width (&small);
  area->height = sotay_page_tiling_get_height (&small);
  return TRUE;
}
