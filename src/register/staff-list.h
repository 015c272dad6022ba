/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "register/store.h"

G_BEGIN_DECLS

#define SOTAY_TYPE_STAFF_ROW (sotay_staff_row_get_type ())
/**
 * SotayStaffRow:
 *
 * An item of a #SotayStaffList. Property "staff" (#SotayStaff, nullable, read-only, notifies): %NULL until its window
 * of rows has been loaded.
 */
G_DECLARE_FINAL_TYPE (SotayStaffRow, sotay_staff_row, SOTAY, STAFF_ROW, GObject)

SotayStaff *sotay_staff_row_get_staff (SotayStaffRow *row); /* (transfer none) (nullable) */

/**
 * sotay_staff_row_follow:
 * @row: a row that belongs to no list
 * @other: (nullable): a row of a list
 * @keep: whether @row keeps its person until @other has one
 *
 * From now on @row has the person that @other has.
 */
void sotay_staff_row_follow (SotayStaffRow *row, SotayStaffRow *other, gboolean keep);

#define SOTAY_TYPE_STAFF_LIST (sotay_staff_list_get_type ())
/**
 * SotayStaffList:
 *
 * A #GListModel of #SotayStaffRow that loads windows of rows from the store when they are looked at; the main thread
 * never waits. Only the windows looked at last are kept. A change of the register makes a new list, not a changed one
 * (GTK 4.8 walks every item on a full `items-changed`).
 *
 * Signal "failed" (#GError): rows that were looked at could not be loaded; they stay empty.
 */
G_DECLARE_FINAL_TYPE (SotayStaffList, sotay_staff_list, SOTAY, STAFF_LIST, GObject)

/**
 * sotay_staff_list_new_async:
 * @store: the store
 * @query: which people
 *
 * Counts the people and loads the first window.
 */
void sotay_staff_list_new_async (SotayStore *store, SotayStaffQuery *query, GCancellable *cancellable,
                                 GAsyncReadyCallback callback, gpointer data);

/**
 * sotay_staff_list_new_finish:
 *
 * Returns: (transfer full) (nullable): the list
 */
SotayStaffList *sotay_staff_list_new_finish (GAsyncResult *result, GError **error);

SotayStaffQuery *sotay_staff_list_get_query (SotayStaffList *list); /* (transfer none) */

/**
 * sotay_staff_list_is_outdated:
 *
 * Returns: whether the register is known to have changed since the list was asked for: then a row may no longer stand
 *   where it stood
 */
gboolean sotay_staff_list_is_outdated (SotayStaffList *list);

G_END_DECLS
