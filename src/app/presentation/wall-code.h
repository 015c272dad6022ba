/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The manual's QR code on the wall, over a slide: as large as the wall, or in a strip of its own. */
#pragma once

#include <cairo.h>

#include "core/qr-symbol.h"
#include "presentation/deck.h"
#include "presentation/room.h"
#include "presentation/show.h"

G_BEGIN_DECLS

/**
 * sotay_wall_code_new:
 *
 * Returns: (transfer full) (nullable): the code of the deck's QR slide; %NULL when it has none
 */
SotayQrSymbol *sotay_wall_code_new (SotayDeck *deck);

/**
 * sotay_wall_code_set_strip:
 * @wall: its width and height are those of the whole picture, and become what the strip leaves of it
 * @symbol: (nullable): what is to stand in the strip; %NULL: there is none
 *
 * A slide beside a code is set for the room that is left, so that nothing of it is hidden.
 */
void sotay_wall_code_set_strip (SotayWall *wall, SotayQrSymbol *symbol);

/**
 * sotay_wall_code_get_place:
 * @x: (out): of the code, its quiet zone included, in pixels of the wall
 * @module: (out): the side of a module, a whole number of pixels
 */
void sotay_wall_code_get_place (SotayQrSymbol *symbol, const SotayWall *wall, SotayCodeMode mode, double *x, double *y,
                                double *module);

/**
 * sotay_wall_code_draw:
 * @cr: one unit is a pixel of the wall
 *
 * Draws the code in its place; with SOTAY_CODE_FULL on a white wall.
 */
void sotay_wall_code_draw (SotayQrSymbol *symbol, const SotayWall *wall, SotayCodeMode mode, cairo_t *cr);

/**
 * sotay_wall_code_describe:
 * @wall: where the code is
 * @module: the side of one of its modules, in pixels of the wall
 * @full: whether it is as large as it can be
 *
 * Returns: (transfer full): whether the last row can read it, and else what to do
 */
char *sotay_wall_code_describe (const SotayRoom *room, const SotayWall *wall, double module, gboolean full);

G_END_DECLS
