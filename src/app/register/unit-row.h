/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define SOTAY_TYPE_UNIT_ROW (sotay_unit_row_get_type ())
/**
 * SotayUnitRow:
 *
 * A row of the tree of units: the name, a thin bar and the percentage.
 */
G_DECLARE_FINAL_TYPE (SotayUnitRow, sotay_unit_row, SOTAY, UNIT_ROW, AdwBin)

GtkWidget *sotay_unit_row_new (void); /* an empty row */

/**
 * sotay_unit_row_set_tree_row:
 * @tree_row: (nullable): the row, whose item is a #SotayUnitProgress
 */
void sotay_unit_row_set_tree_row (SotayUnitRow *row, GtkTreeListRow *tree_row);

G_END_DECLS
