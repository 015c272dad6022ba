/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Questions that the list of staff asks the store: a new list with the old selection, and who is selected. */
#pragma once

#include <gtk/gtk.h>

#include "register/staff-list.h"

G_BEGIN_DECLS

/**
 * sotay_staff_fetch_list_async:
 * @query: which people
 * @selected_ids: (nullable) (element-type utf8 utf8): a set of ids to be found in the new list; in a list of more than
 *   50 000 people they are not looked for, which would take longer than a new selection
 */
void sotay_staff_fetch_list_async (SotayStore *store, SotayStaffQuery *query, GHashTable *selected_ids,
                                   GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data);

/**
 * sotay_staff_fetch_list_finish:
 * @selected: (out) (transfer full): where the people of the ids stand in the list
 *
 * Returns: (transfer full) (nullable): the list
 */
SotayStaffList *sotay_staff_fetch_list_finish (GAsyncResult *result, GtkBitset **selected, GError **error);

/**
 * sotay_staff_fetch_people_async:
 * @list: a list
 * @positions: places in @list
 */
void sotay_staff_fetch_people_async (SotayStore *store, SotayStaffList *list, GtkBitset *positions,
                                     GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data);

/**
 * sotay_staff_fetch_people_finish:
 * @error: %SOTAY_REGISTER_ERROR_CONFLICT when the register changed after the list was asked for: other people may stand
 *   at the positions now
 *
 * Returns: (transfer full) (element-type SotayStaff) (nullable): the people there
 */
GPtrArray *sotay_staff_fetch_people_finish (GAsyncResult *result, GError **error);

G_END_DECLS
