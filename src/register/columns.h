/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Finds out where a stranger's table begins and which of its columns holds what. */
#pragma once

#include "register/column.h"
#include "register/roster-table.h"

G_BEGIN_DECLS

/**
 * SotayTableColumns:
 * @first_row: the first row of the heading, from 0
 * @n_header_rows: 1 or 2; 0 when no heading was found
 * @n_columns: of the table
 * @meanings: (array length=n_columns): what each column holds: a #SotayStaffField or a #SotayColumn
 * @headings: (array length=n_columns zero-terminated=1): what stands above each column, of two rows "Năm sinh / Nam"
 */
typedef struct
{
  guint first_row;
  guint n_header_rows;
  guint n_columns;
  int *meanings;
  char **headings;
} SotayTableColumns;

/**
 * sotay_table_columns_find:
 *
 * Finds the heading below letterheads and titles, and what its columns mean.
 *
 * Returns: (transfer full): the columns; without a heading nothing is known about them
 */
SotayTableColumns *sotay_table_columns_find (SotayRosterTable *table);
void sotay_table_columns_free (SotayTableColumns *columns);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SotayTableColumns, sotay_table_columns_free)

/**
 * sotay_table_columns_have_names:
 *
 * Returns: whether a column of people's names is among them
 */
gboolean sotay_table_columns_have_names (const SotayTableColumns *columns);

/**
 * sotay_table_columns_has:
 * @column: a #SotayStaffField or a #SotayColumn
 *
 * Returns: whether the table has such a column
 */
gboolean sotay_table_columns_has (const SotayTableColumns *columns, int column);

/**
 * sotay_table_columns_get:
 * @cells: a row
 * @column: a #SotayStaffField or a #SotayColumn
 *
 * Returns: (transfer none): the text of a column in a row, of several such columns the first that is filled; empty when
 *   there is none, or a dash
 */
const char *sotay_table_columns_get (const SotayTableColumns *columns, const char *const *cells, int column);

/**
 * sotay_table_columns_dup_name:
 *
 * Returns: (transfer full): the full name in a row, also when it stands in two columns
 */
char *sotay_table_columns_dup_name (const SotayTableColumns *columns, const char *const *cells);

/**
 * sotay_table_columns_key:
 *
 * Returns: (transfer full) (nullable): what tells one heading from others; %NULL without a heading
 */
char *sotay_table_columns_key (const SotayTableColumns *columns);

/**
 * sotay_table_columns_find_named:
 * @name: a heading, the letter of a column ("C") or its number from 1
 *
 * Returns: the column, from 0, or -1
 */
int sotay_table_columns_find_named (const SotayTableColumns *columns, const char *name);

G_END_DECLS
