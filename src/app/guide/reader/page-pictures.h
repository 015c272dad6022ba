/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "guide/document.h"

G_BEGIN_DECLS

#define SOTAY_TYPE_PAGE_PICTURES (sotay_page_pictures_get_type ())
/**
 * SotayPagePictures:
 *
 * The pictures of parts of the pages of one document: asks the document for those that are wished for and not there,
 * calls off what is wished for no more, and keeps what came within the budget of a #SotayTileCache.
 *
 * Signal "changed" (uint index): something about this page is to be drawn anew: a picture came, or it will not come, or
 * it is late.
 */
G_DECLARE_FINAL_TYPE (SotayPagePictures, sotay_page_pictures, SOTAY, PAGE_PICTURES, GObject)

/**
 * sotay_page_pictures_new:
 * @document: open
 *
 * Returns: (transfer full): no pictures yet
 */
SotayPagePictures *sotay_page_pictures_new (SotayDocument *document);

/**
 * sotay_page_pictures_begin_wishes:
 *
 * A round of wishes: begin, wish for each area, the most urgent first, and end. What was wished for in earlier rounds
 * only is called off. A page that could not be shown is not asked for again as long as each round wishes for it.
 */
void sotay_page_pictures_begin_wishes (SotayPagePictures *pictures);
void sotay_page_pictures_wish (SotayPagePictures *pictures, const SotayPageArea *area, int priority);

/**
 * sotay_page_pictures_end_wishes:
 * @ask: whether the document is asked; otherwise only what is not wished for any more is called off
 */
void sotay_page_pictures_end_wishes (SotayPagePictures *pictures, gboolean ask);

/**
 * sotay_page_pictures_stop:
 *
 * Calls everything off; after it no signal comes until something is wished for again.
 */
void sotay_page_pictures_stop (SotayPagePictures *pictures);

/**
 * sotay_page_pictures_begin_frame:
 *
 * Says that drawing begins: what was made of pictures not drawn since the last call is given up.
 */
void sotay_page_pictures_begin_frame (SotayPagePictures *pictures);

/**
 * sotay_page_pictures_get:
 *
 * Returns: (transfer none) (nullable): the picture of exactly this area, when it is there: as large as its pixels, from
 *   the origin on
 */
GskRenderNode *sotay_page_pictures_get (SotayPagePictures *pictures, const SotayPageArea *area);

/**
 * sotay_page_pictures_get_stand_in:
 * @found: (out): what the picture shows
 *
 * Returns: (transfer none) (nullable): the best picture to be stretched until that of @area is there
 */
GskRenderNode *sotay_page_pictures_get_stand_in (SotayPagePictures *pictures, const SotayPageArea *area,
                                                 SotayPageArea *found);

/**
 * sotay_page_pictures_get_error:
 *
 * Returns: (transfer none) (nullable): why the page cannot be shown
 */
const GError *sotay_page_pictures_get_error (SotayPagePictures *pictures, guint index);

gboolean sotay_page_pictures_is_late (SotayPagePictures *pictures, guint index); /* what is seen takes long to come */
guint sotay_page_pictures_get_n_asked (SotayPagePictures *pictures);             /* areas asked for so far */
gsize sotay_page_pictures_get_bytes (SotayPagePictures *pictures);               /* of pixels that are kept */

G_END_DECLS
