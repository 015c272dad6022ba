/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "register/staff-list.h"

G_BEGIN_DECLS

#define SOTAY_TYPE_STAFF_SELECTION (sotay_staff_selection_get_type ())
/**
 * SotayStaffSelection:
 *
 * A #GtkSelectionModel of #SotayStaffRow that shows one #SotayStaffList after another. Its items stand for positions:
 * with another list, those that somebody holds are filled anew, and only the number of items changes, at the end. So
 * the widgets of a table stay, which to make anew takes ten times as long. Selecting all looks at no item.
 */
G_DECLARE_FINAL_TYPE (SotayStaffSelection, sotay_staff_selection, SOTAY, STAFF_SELECTION, GObject)

SotayStaffSelection *sotay_staff_selection_new (void); /* of nobody yet */

/**
 * sotay_staff_selection_set_list:
 * @list: the people
 * @selected: (nullable): the positions that are selected from now on
 * @keep_rows: whether rows show whom they showed until the window of @list has come that they stand in
 */
void sotay_staff_selection_set_list (SotayStaffSelection *selection, SotayStaffList *list, GtkBitset *selected,
                                     gboolean keep_rows);

G_END_DECLS
