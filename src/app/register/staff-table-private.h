/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the files of SotayStaffTable share: staff-table.c and staff-table-edit.c. */
#pragma once

#include "app/register/staff-table.h"

#include "app/register/row-editor.h"
#include "app/register/staff-columns.h"
#include "app/register/staff-selection.h"

G_BEGIN_DECLS

struct _SotayStaffTable
{
  AdwBin parent_instance;

  GtkScrolledWindow *scrolled;
  GtkColumnView *column_view;
  GtkPopoverMenu *menu;
  GtkWidget *edit_bar;
  GtkLabel *edit_label;

  GtkColumnViewColumn *columns[SOTAY_STAFF_N_COLUMNS];
  gboolean wanted[SOTAY_STAFF_N_COLUMNS]; /* chosen by the person */
  gboolean has_units;                     /* the column of units says something */
  SotayStaffList *list;
  SotayUnitNames *names;
  SotayStaffSelection *selection;
  GHashTable *bound;      /* the cells that show a row now: GtkListItem */
  SotayRowEditor *editor; /* NULL while nobody is edited */
  gboolean saving;        /* what was typed has been handed over */
};

/* Between the two files: a cell's column, the text in a cell, the fields in the cells of the person edited. */
SotayStaffColumn sotay_staff_table_get_item_column (GtkListItem *item);
void sotay_staff_table_show_text (SotayStaffTable *table, GtkListItem *item);
gboolean sotay_staff_table_show_field (SotayStaffTable *table, GtkListItem *item);

G_END_DECLS
