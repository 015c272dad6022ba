/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Plain aligned columns for people at a terminal. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _SotayTable SotayTable;

/**
 * sotay_table_new:
 * @n_columns: how many columns
 * @right: bit n is set when column n is aligned to the right
 *
 * Returns: (transfer full): an empty table
 */
SotayTable *sotay_table_new (guint n_columns, guint right);

/**
 * sotay_table_add:
 * @...: one string for each column; %NULL counts as empty
 *
 * Adds a row.
 */
void sotay_table_add (SotayTable *table, ...);

/**
 * sotay_table_add_cells:
 * @cells: (array): one string for each column; %NULL counts as empty
 *
 * Adds a row.
 */
void sotay_table_add_cells (SotayTable *table, const char *const *cells);

/**
 * sotay_table_print:
 *
 * Prints the rows on standard output, two spaces between columns, none at the ends of lines.
 */
void sotay_table_print (SotayTable *table);

void sotay_table_free (SotayTable *table);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SotayTable, sotay_table_free)

G_END_DECLS
