/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "guide/document.h"

G_BEGIN_DECLS

#define SOTAY_TYPE_PAGE_THUMBNAIL (sotay_page_thumbnail_get_type ())
/**
 * SotayPageThumbnail:
 *
 * A small picture of a page: an empty sheet until it is woken and drawn.
 */
G_DECLARE_FINAL_TYPE (SotayPageThumbnail, sotay_page_thumbnail, SOTAY, PAGE_THUMBNAIL, GtkWidget)

SotayPageThumbnail *sotay_page_thumbnail_new (void); /* (transfer floating): of no page yet */

/**
 * sotay_page_thumbnail_set_page:
 * @document: (nullable): an open document
 */
void sotay_page_thumbnail_set_page (SotayPageThumbnail *thumbnail, SotayDocument *document, guint index,
                                    gboolean night);

/**
 * sotay_page_thumbnail_wake:
 *
 * Has the page drawn, unless that is done or under way.
 */
void sotay_page_thumbnail_wake (SotayPageThumbnail *thumbnail);

/**
 * sotay_page_thumbnail_sleep:
 * @forget: whether the picture is given up as well
 *
 * Gives up drawing that is still under way.
 */
void sotay_page_thumbnail_sleep (SotayPageThumbnail *thumbnail, gboolean forget);

G_END_DECLS
