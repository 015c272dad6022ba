/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/presentation/manual-pages.h"
#include "presentation/show.h"

G_BEGIN_DECLS

#define SOTAY_TYPE_SLIDE_VIEW (sotay_slide_view_get_type ())
/**
 * SotaySlideView:
 *
 * Draws a slide of a show in the wall's proportions, as large as there is room. Its accessible label is what it says.
 *
 * Property "transitions" (boolean, FALSE): a slide comes in softly; skipped where drawing is slow, and where the
 * desktop has animations switched off.
 */
G_DECLARE_FINAL_TYPE (SotaySlideView, sotay_slide_view, SOTAY, SLIDE_VIEW, GtkWidget)

/**
 * sotay_slide_view_new:
 *
 * Returns: (transfer floating): a view that follows the show: slide, part, curtain and code
 */
GtkWidget *sotay_slide_view_new (SotayShow *show, SotayManualPages *pages);

/**
 * sotay_slide_view_new_fixed:
 *
 * Returns: (transfer floating): a view of the slide that sotay_slide_view_set_slide() names; empty before
 */
GtkWidget *sotay_slide_view_new_fixed (SotayShow *show, SotayManualPages *pages);

/**
 * sotay_slide_view_set_slide:
 * @index: the slide, or -1 for an empty view
 * @part: its part
 *
 * For a view of sotay_slide_view_new_fixed().
 */
void sotay_slide_view_set_slide (SotaySlideView *view, int index, guint part);
gboolean sotay_slide_view_is_empty (SotaySlideView *view); /* whether there is no slide in it */

/**
 * sotay_slide_view_get_frame:
 * @frame: (out): where the wall is within the view
 *
 * Returns: how many pixels of the view one of the wall is
 */
double sotay_slide_view_get_frame (SotaySlideView *view, graphene_rect_t *frame);

/**
 * sotay_slide_view_draw:
 * @cr: one unit is a pixel of the wall
 * @magnification: what comes between @cr and the screen: pages of the manual are drawn sharply for it
 *
 * Draws what the view shows, as letters and not as pixels: for the magnifier.
 */
void sotay_slide_view_draw (SotaySlideView *view, cairo_t *cr, double magnification);

G_END_DECLS
