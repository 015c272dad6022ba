/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/presentation/manual-pages.h"
#include "presentation/show.h"

G_BEGIN_DECLS

#define SOTAY_TYPE_SLIDE_OVERVIEW (sotay_slide_overview_get_type ())
/**
 * SotaySlideOverview:
 *
 * All slides of a show as small pictures, those of each utility under its name. A picture is drawn when it comes into
 * view. Not visible until it is opened.
 *
 * Signal "chosen" (uint index): a slide; the overview was closed before.
 * Signal "closed".
 */
G_DECLARE_FINAL_TYPE (SotaySlideOverview, sotay_slide_overview, SOTAY, SLIDE_OVERVIEW, GtkWidget)

GtkWidget *sotay_slide_overview_new (SotayShow *show, SotayManualPages *pages); /* (transfer floating) */
void sotay_slide_overview_open (SotaySlideOverview *overview); /* the slide that is shown has the keyboard */
void sotay_slide_overview_close (SotaySlideOverview *overview);
gboolean sotay_slide_overview_is_open (SotaySlideOverview *overview);

/**
 * sotay_slide_overview_get_n_drawn:
 *
 * Returns: how many pictures there are now: never more than a few screens of them
 */
guint sotay_slide_overview_get_n_drawn (SotaySlideOverview *overview);
gboolean sotay_slide_overview_is_drawn (SotaySlideOverview *overview); /* whether all in view is there */

G_END_DECLS
