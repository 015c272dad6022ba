/* SPDX-License-Identifier: GPL-3.0-or-later */
/* "100 %" at a date: due, trained, passed, for each unit with the units below it, and overall. */
#pragma once

#include <gio/gio.h>

#include "register/store.h"

G_BEGIN_DECLS

#define SOTAY_TYPE_UNIT_PROGRESS (sotay_unit_progress_get_type ())
/**
 * SotayUnitProgress:
 *
 * The three numbers of one unit and all units below it. Property "children": a #GListModel of #SotayUnitProgress.
 */
G_DECLARE_FINAL_TYPE (SotayUnitProgress, sotay_unit_progress, SOTAY, UNIT_PROGRESS, GObject)

SotayUnit *sotay_unit_progress_get_unit (SotayUnitProgress *progress);    /* (nullable): %NULL for the whole */
guint sotay_unit_progress_get_due (SotayUnitProgress *progress);
guint sotay_unit_progress_get_trained (SotayUnitProgress *progress);
guint sotay_unit_progress_get_passed (SotayUnitProgress *progress);
GListModel *sotay_unit_progress_get_children (SotayUnitProgress *progress); /* (transfer none) */
gboolean sotay_unit_progress_has_children (SotayUnitProgress *progress);    /* without a list made to find out */

/**
 * sotay_progress_build:
 * @units: (element-type SotayUnit): all units, in order
 * @tallies: (element-type SotayTally): direct counts, see sotay_store_tally()
 *
 * Adds the counts up the tree. Units whose parent is missing stand at the top, so that nobody is left out.
 *
 * Returns: (transfer full): the whole, with the top units as its children
 */
SotayUnitProgress *sotay_progress_build (GPtrArray *units, GPtrArray *tallies);

/**
 * sotay_progress_find:
 *
 * Returns: (transfer none) (nullable): the part of @whole that belongs to the unit
 */
SotayUnitProgress *sotay_progress_find (SotayUnitProgress *whole, const char *unit_id);

/**
 * sotay_progress_load:
 * @day: figures as they stood on this day
 *
 * sotay_store_list_units() and sotay_store_tally() in one.
 *
 * Returns: (transfer full) (nullable): the whole
 */
SotayUnitProgress *sotay_progress_load (SotayStore *store, const GDate *day, GCancellable *cancellable, GError **error);
void sotay_progress_load_async (SotayStore *store, const GDate *day, GCancellable *cancellable,
                                GAsyncReadyCallback callback, gpointer data);
SotayUnitProgress *sotay_progress_load_finish (SotayStore *store, GAsyncResult *result, GError **error);

G_END_DECLS
