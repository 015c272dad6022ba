/* SPDX-License-Identifier: GPL-3.0-or-later */
/* For the readers of tables only: what a number in a cell looks like. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * SotayTableFormatKind:
 * @SOTAY_TABLE_FORMAT_MONTH: shows no day
 * @SOTAY_TABLE_FORMAT_YEAR: shows neither day nor month
 */
typedef enum
{
  SOTAY_TABLE_FORMAT_NUMBER,
  SOTAY_TABLE_FORMAT_DAY,
  SOTAY_TABLE_FORMAT_MONTH,
  SOTAY_TABLE_FORMAT_YEAR,
  SOTAY_TABLE_FORMAT_TIME,
} SotayTableFormatKind;

/**
 * SotayTableFormat:
 * @digits: how many digits a number has at least, for those that begin with zeros
 */
typedef struct
{
  SotayTableFormatKind kind;
  guint digits;
} SotayTableFormat;

/**
 * sotay_table_format_parse:
 * @code: a number format as workbooks have it: "dd/mm/yyyy;@"
 *
 * Returns: what it shows
 */
SotayTableFormat sotay_table_format_parse (const char *code);

/**
 * sotay_table_format_get_built_in:
 * @id: the number of a format that needs no code
 *
 * Returns: what it shows
 */
SotayTableFormat sotay_table_format_get_built_in (guint id);

/**
 * sotay_table_format_append:
 * @value: a number as XML has it
 * @since_1904: days are counted from 1904
 *
 * Appends to @text what the cell shows, in the form that sotay_table_file_read() promises.
 */
void sotay_table_format_append (GString *text, const SotayTableFormat *format, const char *value, gboolean since_1904);

/**
 * sotay_table_format_append_iso:
 * @value: "2024-03-05", "2024-03-05T07:30:00" or the like
 * @format: what it shows
 *
 * See sotay_table_format_append().
 */
void sotay_table_format_append_iso (GString *text, const SotayTableFormat *format, const char *value);

G_END_DECLS
