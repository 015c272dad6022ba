/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "app/register/unit-names.h"
#include "register/staff-list.h"

G_BEGIN_DECLS

#define SOTAY_TYPE_STAFF_TABLE (sotay_staff_table_get_type ())
/**
 * SotayStaffTable:
 *
 * The list of staff as a table. Its context menu and its keys (Delete, Ctrl+C, Menu) activate the actions of the group
 * "staff", which the page around it has.
 *
 * Signal "selection-changed": other people are selected.
 * Signal "activate" (#SotayStaff): double click or Enter on a person.
 */
G_DECLARE_FINAL_TYPE (SotayStaffTable, sotay_staff_table, SOTAY, STAFF_TABLE, AdwBin)

/**
 * sotay_staff_table_show:
 * @list: the people
 * @names: the names of the units
 * @selected: (nullable): positions to select
 * @keep_position: whether what is in view shall stay in view (the same query), or the list begins at its top
 */
void sotay_staff_table_show (SotayStaffTable *table, SotayStaffList *list, SotayUnitNames *names, GtkBitset *selected,
                             gboolean keep_position);

/**
 * sotay_staff_table_set_column_visible:
 *
 * Columns that say the same in every row need not be shown.
 */
void sotay_staff_table_set_column_visible (SotayStaffTable *table, guint column, gboolean visible);

/**
 * sotay_staff_table_reveal_selected:
 *
 * Scrolls to the first person selected.
 */
void sotay_staff_table_reveal_selected (SotayStaffTable *table);

SotayStaffList *sotay_staff_table_get_list (SotayStaffTable *table); /* (transfer none) (nullable) */

guint sotay_staff_table_get_n_selected (SotayStaffTable *table); /* how many people are selected */

/**
 * sotay_staff_table_dup_selection:
 *
 * Returns: (transfer full): the positions selected, in the list shown
 */
GtkBitset *sotay_staff_table_dup_selection (SotayStaffTable *table);

/**
 * sotay_staff_table_dup_selected:
 *
 * Returns: (transfer full) (element-type SotayStaff) (nullable): the people selected, or %NULL when some of them have
 *   not been loaded: then the store must be asked
 */
GPtrArray *sotay_staff_table_dup_selected (SotayStaffTable *table);

G_END_DECLS
