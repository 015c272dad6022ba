/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

#define SOTAY_TYPE_UTILITY (sotay_utility_get_type ())
/**
 * SotayUtility:
 *
 * One of the 16 utilities that the letter lists. Immutable.
 */
G_DECLARE_FINAL_TYPE (SotayUtility, sotay_utility, SOTAY, UTILITY, GObject)

const char *sotay_utility_get_id (SotayUtility *utility);             /* "U1" … "U16" */
guint sotay_utility_get_level (SotayUtility *utility);                /* 1 or 2, the level in the letter */
guint sotay_utility_get_order (SotayUtility *utility);                /* 1 … 16 */
const char *sotay_utility_get_title (SotayUtility *utility);
const char *sotay_utility_get_original_title (SotayUtility *utility); /* as in the letter, slips and all */

/**
 * sotay_utility_to_json:
 *
 * Returns: (transfer full): the object that `sotay catalogue show --json` prints, links as plain words
 */
JsonNode *sotay_utility_to_json (SotayUtility *utility);

G_END_DECLS
