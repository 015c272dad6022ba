/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Pixels that are drawn often and painted more often. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * sotay_picture_node_new:
 * @surface: an image; it must not change any more
 * @place: where it is painted, stretched if need be
 * @opacity: 0 … 1
 *
 * Not a texture: to draw one, the cairo renderer of GTK 4.8 turns all its pixels to floats and back in each frame.
 *
 * Returns: (transfer full): a node that is painted from the pixels as they are
 */
GskRenderNode *sotay_picture_node_new (cairo_surface_t *surface, const graphene_rect_t *place, double opacity);

/**
 * sotay_picture_paint:
 * @place: where, in units of @cr
 *
 * Paints an image stretched into @place.
 */
void sotay_picture_paint (cairo_t *cr, cairo_surface_t *surface, const graphene_rect_t *place);

G_END_DECLS
