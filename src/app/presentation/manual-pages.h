/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "guide/document.h"

G_BEGIN_DECLS

#define SOTAY_TYPE_MANUAL_PAGES (sotay_manual_pages_get_type ())
/**
 * SotayManualPages:
 *
 * Pictures of the manual's pages, for the wall: drawn ahead, kept within a budget of memory. Never waits.
 *
 * Signal "ready" (uint index): a page has another picture, or needs one.
 */
G_DECLARE_FINAL_TYPE (SotayManualPages, sotay_manual_pages, SOTAY, MANUAL_PAGES, GObject)

/**
 * sotay_manual_pages_new:
 * @document: (nullable): an open manual; %NULL: there are no pages
 *
 * Returns: (transfer full): the pages
 */
SotayManualPages *sotay_manual_pages_new (SotayDocument *document);

/**
 * sotay_manual_pages_set_document:
 * @document: an open manual
 *
 * The manual became known after the pages were made without one. "ready" tells of those that were asked for.
 */
void sotay_manual_pages_set_document (SotayManualPages *pages, SotayDocument *document);

/**
 * sotay_manual_pages_get:
 * @index: a page, from 0
 * @width: of the place it is to fit into, in device pixels
 * @height: likewise
 *
 * Asks for the picture when it is not there, the newest request first.
 *
 * Returns: (transfer none) (nullable): the sharp picture, else the best there is, else %NULL. Not a texture: the cairo
 *   renderer of GTK 4.8 turns all pixels of one to floats and back in each frame
 */
cairo_surface_t *sotay_manual_pages_get (SotayManualPages *pages, guint index, int width, int height);

void sotay_manual_pages_prepare (SotayManualPages *pages, guint index, int width, int height); /* draws it ahead */

/**
 * sotay_manual_pages_get_size:
 * @width: (out): in points
 *
 * Returns: whether there is such a page
 */
gboolean sotay_manual_pages_get_size (SotayManualPages *pages, guint index, double *width, double *height);

G_END_DECLS
