/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Text with delimiters: cut into rows and fields, broken quotes and all, and written. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * SotayCsvFieldFunc:
 * @column: from 0
 * @text: (array length=length): the field as it stands, without quotes; not zero-terminated
 */
typedef void (*SotayCsvFieldFunc) (guint column, const char *text, gsize length, gpointer data);

/**
 * SotayCsvRowFunc:
 * @line: the line on which the row that ends here begins, from 1
 *
 * Returns: whether to go on
 */
typedef gboolean (*SotayCsvRowFunc) (guint line, gpointer data);

/**
 * sotay_csv_scan:
 * @text: valid UTF-8 without zero bytes
 * @delimiter: ',', ';' or a tab
 * @field: called for each field of a row, from column 0 on; column 0 again before the row ended: it begins anew; then
 * @row: for each row that is not a blank line
 *
 * A quote that is never closed does not swallow the rest: from its row on quotes are taken as they stand.
 */
void sotay_csv_scan (const char *text, gsize length, char delimiter, SotayCsvFieldFunc field, SotayCsvRowFunc row,
                     gpointer data);

/**
 * sotay_csv_append:
 * @text: a field of a row with commas
 *
 * Adds the field to @buffer, in quotes where it needs them. One that a spreadsheet would compute begins with a tab,
 * which makes a text of it and which the import takes away again.
 */
void sotay_csv_append (GString *buffer, const char *text);

G_END_DECLS
