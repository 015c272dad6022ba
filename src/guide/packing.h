/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Pixels on their way through a pipe. Pages are mostly paper, and what is not sent costs neither side anything. Words
 * of 32 bits: a count with its highest bit set and then one pixel, which stands for so many; or a count and so many
 * pixels.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define SOTAY_PACKING_ROOM(n_pixels) ((n_pixels) + 1) /* the most words that so many pixels become */

/**
 * sotay_packing_pack:
 * @words: (out): SOTAY_PACKING_ROOM() of them
 *
 * Returns: how many words there are
 */
gsize sotay_packing_pack (const guint32 *pixels, gsize n_pixels, guint32 *words);

/**
 * sotay_packing_unpack:
 * @words: anything
 * @pixels: (out): room for @n_pixels
 *
 * Returns: whether @words stand for exactly so many pixels
 */
gboolean sotay_packing_unpack (const guint32 *words, gsize n_words, guint32 *pixels, gsize n_pixels);

G_END_DECLS
