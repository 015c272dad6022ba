/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Text tables of strangers: any encoding mark, any delimiter, broken quotes. Every size is bounded. */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define SOTAY_CSV_MOST_BYTES (50 * 1000 * 1000)
#define SOTAY_CSV_MOST_FIELDS 256
#define SOTAY_CSV_LONGEST_FIELD 1000

/**
 * SotayCsvFunc:
 * @line: the line of the file on which the row begins, from 1
 * @fields: (array zero-terminated=1): tidy UTF-8 text; at most %SOTAY_CSV_MOST_FIELDS. A field of more than
 *   %SOTAY_CSV_LONGEST_FIELD characters is cut, but still has more than that.
 *
 * Returns: whether to go on
 */
typedef gboolean (*SotayCsvFunc) (guint line, const char *const *fields, gpointer data);

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
 * sotay_csv_load:
 * @file: a file
 * @error: a SOTAY_REGISTER_ERROR_FILE_… error
 *
 * Reads a text file: UTF-8 with or without byte order mark, UTF-16 with one.
 *
 * Returns: (transfer full) (nullable): its text
 */
GString *sotay_csv_load (GFile *file, GCancellable *cancellable, GError **error);

/**
 * sotay_csv_decode:
 * @bytes: (transfer full): the bytes of a file
 * @name: what errors call the file
 *
 * See sotay_csv_load().
 *
 * Returns: (transfer full) (nullable): the text
 */
GString *sotay_csv_decode (GString *bytes, const char *name, GError **error);

/**
 * sotay_csv_parse:
 * @text: valid UTF-8 without zero bytes
 * @delimiter: ',', ';' or a tab
 * @func: called for each row that is not blank
 *
 * See sotay_csv_scan().
 */
void sotay_csv_parse (const GString *text, char delimiter, SotayCsvFunc func, gpointer data);

G_END_DECLS
