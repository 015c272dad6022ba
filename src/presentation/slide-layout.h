/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How a slide looks on a wall: typeset so that the last row reads it, and never cut off. */
#pragma once

#include <cairo.h>

#include "presentation/slide-box.h"
#include "presentation/slide.h"
#include "presentation/wall.h"

G_BEGIN_DECLS

typedef struct _SotaySlideLayout SotaySlideLayout;

/**
 * sotay_slide_layout_new:
 * @slide: the slide
 * @wall: where it is shown: 320×240 at least
 *
 * Sets the slide in letters as large as fit, and not below the least size. What does not fit then goes on in further
 * parts, broken between texts, else between lines. For the main thread.
 *
 * Returns: (transfer full): the layout
 */
SotaySlideLayout *sotay_slide_layout_new (SotaySlide *slide, const SotayWall *wall);
SotaySlideLayout *sotay_slide_layout_ref (SotaySlideLayout *layout);
void sotay_slide_layout_unref (SotaySlideLayout *layout);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SotaySlideLayout, sotay_slide_layout_unref)

const SotayWall *sotay_slide_layout_get_wall (SotaySlideLayout *layout); /* (transfer none) */
SotaySlide *sotay_slide_layout_get_slide (SotaySlideLayout *layout);     /* (transfer none) */
guint sotay_slide_layout_get_n_parts (SotaySlideLayout *layout);         /* 1 at least */

/**
 * sotay_slide_layout_draw:
 * @part: from 0
 * @cr: one unit is a pixel of the wall; scale it for a smaller picture
 *
 * Draws the ground and all text, and a QR code in its place; a page of the manual is left to the caller.
 */
void sotay_slide_layout_draw (SotaySlideLayout *layout, guint part, cairo_t *cr);

/**
 * sotay_slide_layout_get_place:
 * @x: (out): of the place, in pixels of the wall
 *
 * Returns: whether the slide has such a place in @part
 */
gboolean sotay_slide_layout_get_place (SotaySlideLayout *layout, guint part, SotaySlidePlace place, double *x,
                                       double *y, double *width, double *height);

/**
 * sotay_slide_layout_get_boxes:
 *
 * Returns: (transfer full) (element-type SotaySlideBox): every text of @part
 */
GArray *sotay_slide_layout_get_boxes (SotaySlideLayout *layout, guint part);

G_END_DECLS
