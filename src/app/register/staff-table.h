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
 * Enter, F2 or a double click turns a person's row into fields (GTK 4.8 knows no cells that take the keyboard): Tab
 * goes from field to field, Enter saves, Escape leaves.
 *
 * Signal "edited" (#SotayStaff, #SotayStaff): a person as they were and as they were typed; whoever saves it answers
 * with sotay_staff_table_stop_editing(), or with sotay_staff_table_keep_editing() when it could not be saved.
 * Signal "editing-changed": a row is edited now, or no more.
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
 * sotay_staff_table_set_columns:
 * @names: (array zero-terminated=1): the columns to be shown besides the name, see sotay_staff_column_name()
 */
void sotay_staff_table_set_columns (SotayStaffTable *table, const char *const *names);

/**
 * sotay_staff_table_set_has_units:
 *
 * A column of units that says the same in every row is not shown.
 */
void sotay_staff_table_set_has_units (SotayStaffTable *table, gboolean has_units);

/**
 * sotay_staff_table_get_shown_columns:
 *
 * Returns: (transfer none) (array length=SOTAY_STAFF_N_COLUMNS): which columns the person chose
 */
const gboolean *sotay_staff_table_get_shown_columns (SotayStaffTable *table);

/**
 * sotay_staff_table_edit:
 * @position: a row
 * @column: where the keyboard shall be
 *
 * Turns the row into fields. A row that is being edited is saved before.
 */
void sotay_staff_table_edit (SotayStaffTable *table, guint position, guint column);

/**
 * sotay_staff_table_save_editing:
 *
 * As Enter does.
 *
 * Returns: whether no row is edited any more
 */
gboolean sotay_staff_table_save_editing (SotayStaffTable *table);

gboolean sotay_staff_table_is_editing (SotayStaffTable *table);  /* a row is being edited */
void sotay_staff_table_keep_editing (SotayStaffTable *table);    /* it could not be saved */
void sotay_staff_table_stop_editing (SotayStaffTable *table);    /* it was saved, or is given up */

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
