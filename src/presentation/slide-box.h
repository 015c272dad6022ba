/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where something stands on a slide. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Places of a slide that are filled by who draws it. */
typedef enum
{
  SOTAY_SLIDE_PLACE_CODE, /* a QR code, quiet zone included: a square */
  SOTAY_SLIDE_PLACE_PAGE, /* a page of the manual */
} SotaySlidePlace;

/**
 * SotaySlideBox:
 * @text: what stands there
 * @x: of the text's logical rectangle on the wall, in pixels
 * @size: the size of its letters (em) in pixels
 * @ink_x: of the rectangle that its letters cover
 * @colour: of the text, 0xRRGGBB
 * @ground: of what is behind it, 0xRRGGBB
 *
 * For tests and screen readers.
 */
typedef struct
{
  char *text;
  double x, y, width, height;
  double size;
  double ink_x, ink_y, ink_width, ink_height;
  guint colour;
  guint ground;
} SotaySlideBox;

G_END_DECLS
