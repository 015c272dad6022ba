/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

#define SOTAY_TYPE_STAFF_QUERY (sotay_staff_query_get_type ())
/**
 * SotayStaffQuery:
 *
 * Which people a list shows. Immutable once it was handed to a store.
 */
G_DECLARE_FINAL_TYPE (SotayStaffQuery, sotay_staff_query, SOTAY, STAFF_QUERY, GObject)

/**
 * sotay_staff_query_new:
 * @unit_id: (nullable): people of this unit and of the units below it; %NULL for everyone
 * @untrained_only: only those due and not trained on @day
 * @search: (nullable): words; each must begin a word of the name, the position, the code or the unit's name;
 *   accents and case ignored
 * @day: (nullable): the day that @untrained_only means; %NULL for today
 *
 * Returns: (transfer full): the query
 */
SotayStaffQuery *sotay_staff_query_new (const char *unit_id, gboolean untrained_only, const char *search,
                                        const GDate *day);

const char *sotay_staff_query_get_unit_id (SotayStaffQuery *query);        /* (nullable) */
gboolean sotay_staff_query_get_untrained_only (SotayStaffQuery *query);
const char *const *sotay_staff_query_get_words (SotayStaffQuery *query);   /* folded; empty when nothing is searched */
const GDate *sotay_staff_query_get_day (SotayStaffQuery *query);

G_END_DECLS
