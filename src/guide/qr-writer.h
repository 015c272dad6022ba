/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A QR symbol as a file or as text, with its quiet zone, dark on light. */
#pragma once

#include "core/qr-symbol.h"

G_BEGIN_DECLS

/**
 * sotay_qr_write_svg:
 *
 * Returns: (transfer full): an SVG picture, one unit a module
 */
GBytes *sotay_qr_write_svg (SotayQrSymbol *symbol);

/**
 * sotay_qr_write_png:
 * @least_size: the picture's side is at least so many pixels, a whole number of pixels a module (3 at least)
 * @error: %G_IO_ERROR
 *
 * Returns: (transfer full) (nullable): a PNG picture
 */
GBytes *sotay_qr_write_png (SotayQrSymbol *symbol, guint least_size, GError **error);

/**
 * sotay_qr_write_text:
 *
 * Returns: (transfer full): lines of half blocks for a terminal, light on dark so that both kinds of terminal show it
 */
char *sotay_qr_write_text (SotayQrSymbol *symbol);

G_END_DECLS
