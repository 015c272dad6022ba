/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "app/register/staff-columns.h"

G_BEGIN_DECLS

#define SOTAY_TYPE_ROW_EDITOR (sotay_row_editor_get_type ())
/**
 * SotayRowEditor:
 *
 * One person being edited in the list: what was typed so far, and a field for each cell. The fields may come and go
 * with the rows of the list; what was typed stays.
 *
 * Signal "save": Enter was pressed. Signal "cancel": Escape. Signal "move" (#SotayStaffColumn, int): Tab in this
 * column, 1 for the next field, -1 for the one before.
 */
G_DECLARE_FINAL_TYPE (SotayRowEditor, sotay_row_editor, SOTAY, ROW_EDITOR, GObject)

SotayRowEditor *sotay_row_editor_new (SotayStaff *staff);            /* (transfer full) */
SotayStaff *sotay_row_editor_get_staff (SotayRowEditor *editor);     /* (transfer none): as the person was */
gboolean sotay_row_editor_is_of (SotayRowEditor *editor, SotayStaff *staff); /* whether @staff is edited */

/**
 * sotay_row_editor_create_field:
 * @column: a column with a field, see sotay_staff_column_field()
 *
 * Returns: (transfer floating): a field to be put into the cell, showing what was typed so far
 */
GtkWidget *sotay_row_editor_create_field (SotayRowEditor *editor, SotayStaffColumn column);

/**
 * sotay_row_editor_read:
 * @column: (out): the column to blame
 * @problem: (out): what is wrong there, in a few words
 *
 * Returns: (transfer full) (nullable): the person as typed, or %NULL when something cannot be used: then its field is
 *   framed in red
 */
SotayStaff *sotay_row_editor_read (SotayRowEditor *editor, SotayStaffColumn *column, const char **problem);

G_END_DECLS
