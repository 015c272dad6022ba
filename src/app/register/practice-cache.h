/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "register/store.h"
#include "register/utilities.h"

G_BEGIN_DECLS

#define SOTAY_TYPE_PRACTICE_CACHE (sotay_practice_cache_get_type ())
/**
 * SotayPracticeCache:
 *
 * How well people handle the utilities, asked of the register only for those who are looked at, and kept for a few
 * thousand of them.
 *
 * Signal "changed": marks came.
 */
G_DECLARE_FINAL_TYPE (SotayPracticeCache, sotay_practice_cache, SOTAY, PRACTICE_CACHE, GObject)

SotayPracticeCache *sotay_practice_cache_new (SotayStore *store); /* (transfer full) */

/**
 * sotay_practice_cache_look_up:
 *
 * Returns: (transfer none) (nullable) (array fixed-size=16) (element-type SotayRecord): the marks, each nullable; %NULL
 *   when they are not known yet, and are being asked for
 */
SotayRecord *const *sotay_practice_cache_look_up (SotayPracticeCache *cache, const char *staff_id);

int sotay_practice_level (SotayRecord *mark); /* @mark nullable: its level, or -1 */

void sotay_practice_cache_outdate (SotayPracticeCache *cache); /* the register changed: all are asked for again */

G_END_DECLS
