/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "app/guide/reader/reader-search.h"

G_BEGIN_DECLS

#define SOTAY_TYPE_HIT_LIST (sotay_hit_list_get_type ())
/**
 * SotayHitList:
 *
 * All hits of a search with their pages and surroundings, or why there are none.
 *
 * Signal "chosen": a hit was chosen, and is the current one of the search now.
 */
G_DECLARE_FINAL_TYPE (SotayHitList, sotay_hit_list, SOTAY, HIT_LIST, AdwBin)

/**
 * sotay_hit_list_set_search:
 * @search: whose hits to show
 */
void sotay_hit_list_set_search (SotayHitList *list, SotayReaderSearch *search);

G_END_DECLS
