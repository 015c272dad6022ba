/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Some rows of a list by their places: a filter that is worked out once, without an object for each row. */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define SOTAY_TYPE_ROSTER_SUBSET (sotay_roster_subset_get_type ())
G_DECLARE_FINAL_TYPE (SotayRosterSubset, sotay_roster_subset, SOTAY, ROSTER_SUBSET, GObject)

/**
 * sotay_roster_subset_new:
 * @positions: (element-type guint): places in @model
 *
 * Returns: (transfer full): those rows of @model
 */
GListModel *sotay_roster_subset_new (GListModel *model, GArray *positions);

G_END_DECLS
