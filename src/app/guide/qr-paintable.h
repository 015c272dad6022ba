/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "core/qr-symbol.h"

G_BEGIN_DECLS

#define SOTAY_TYPE_QR_PAINTABLE (sotay_qr_paintable_get_type ())
/**
 * SotayQrPaintable:
 *
 * A QR symbol with its quiet zone, black on white whatever the theme, drawn as vectors: every module is the same whole
 * number of pixels, so the edges are sharp at every size. Immutable.
 */
G_DECLARE_FINAL_TYPE (SotayQrPaintable, sotay_qr_paintable, SOTAY, QR_PAINTABLE, GObject)

/**
 * sotay_qr_paintable_new:
 *
 * Returns: (transfer full): the paintable
 */
GdkPaintable *sotay_qr_paintable_new (SotayQrSymbol *symbol);

/**
 * sotay_qr_paintable_draw:
 * @side: the side of the square to fill, quiet zone included, from the origin
 *
 * Draws @symbol black on white; modules are not rounded to pixels.
 */
void sotay_qr_paintable_draw (cairo_t *cr, SotayQrSymbol *symbol, double side);

G_END_DECLS
