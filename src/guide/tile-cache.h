/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Drawn parts of pages, kept within a budget of memory; those not looked at for longest go first. */
#pragma once

#include "guide/page-area.h"

G_BEGIN_DECLS

#define SOTAY_TILE_CACHE_BYTES (128 * 1024 * 1024)

/* For one thread. */
typedef struct _SotayTileCache SotayTileCache;

/**
 * sotay_tile_cache_new:
 * @budget: the most bytes of pixels; usually SOTAY_TILE_CACHE_BYTES
 *
 * Returns: (transfer full): an empty cache
 */
SotayTileCache *sotay_tile_cache_new (gsize budget);
void sotay_tile_cache_free (SotayTileCache *cache);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SotayTileCache, sotay_tile_cache_free)

/**
 * sotay_tile_cache_add:
 * @pixels: what sotay_document_render_finish() gave for @area
 *
 * Keeps them, in place of others of the same area. Pixels larger than the whole budget are not kept.
 */
void sotay_tile_cache_add (SotayTileCache *cache, const SotayPageArea *area, GBytes *pixels);

/**
 * sotay_tile_cache_find:
 *
 * Returns: (transfer none) (nullable): the pixels of exactly this area; they count as looked at now
 */
GBytes *sotay_tile_cache_find (SotayTileCache *cache, const SotayPageArea *area);

/**
 * sotay_tile_cache_find_stand_in:
 * @area: what is to be shown
 * @found: (out): the area that the pixels are of
 *
 * Finds what can be shown, stretched, until the sharp picture is there: of the same page and colours, the picture that
 * covers most of @area, and among those the one of the nearest scale, rather sharper than coarser.
 *
 * Returns: (transfer none) (nullable): its pixels; they count as looked at now
 */
GBytes *sotay_tile_cache_find_stand_in (SotayTileCache *cache, const SotayPageArea *area, SotayPageArea *found);

gsize sotay_tile_cache_get_bytes (SotayTileCache *cache); /* the bytes of pixels that are kept */

G_END_DECLS
