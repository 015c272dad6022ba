/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A part of a page as it is drawn at some scale. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The largest side of an area that is drawn at once, in pixels; larger pages are drawn in parts. */
#define SOTAY_DOCUMENT_MOST_PIXELS 4096

/**
 * SotayPageArea:
 * @index: the page
 * @scale: pixels for each point
 * @x: the left edge within the page at that scale, in pixels
 * @y: the upper edge, likewise
 * @width: in pixels, at most SOTAY_DOCUMENT_MOST_PIXELS
 * @height: likewise
 * @night: light on dark, hues kept
 */
typedef struct
{
  guint index;
  double scale;
  int x;
  int y;
  int width;
  int height;
  gboolean night;
} SotayPageArea;

G_END_DECLS
