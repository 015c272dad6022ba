/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Finds out which column of a stranger's table holds what. */
#pragma once

#include <glib.h>

#include "register/staff.h"

G_BEGIN_DECLS

/**
 * SotayColumn:
 *
 * What a column can hold: a field of a person, or one of these.
 */
typedef enum
{
  SOTAY_COLUMN_ORDER = SOTAY_STAFF_N_FIELDS, /* STT */
  SOTAY_COLUMN_FAMILY_NAME,                  /* family and middle names, the given name stands in a column of its own */
  SOTAY_COLUMN_GIVEN_NAME,
  SOTAY_COLUMN_UNIT_NAME,
  SOTAY_COLUMN_N
} SotayColumn;

/**
 * SotayColumns:
 * @line: the line of the header row
 * @places: for each #SotayStaffField and #SotayColumn its place in the row, or -1
 * @n_known: how many columns were recognised; 0 as long as no header row was seen
 */
typedef struct
{
  guint line;
  int places[SOTAY_COLUMN_N];
  guint n_known;
} SotayColumns;

/**
 * sotay_columns_recognize:
 * @columns: (out): the columns of the row
 * @fields: (array zero-terminated=1): a row
 *
 * Returns: whether the row is a header row: it names a column of people's names
 */
gboolean sotay_columns_recognize (SotayColumns *columns, const char *const *fields);

/**
 * sotay_columns_get:
 * @column: a #SotayStaffField or a #SotayColumn
 *
 * Returns: (transfer none): the text of a column in a row; empty when the row or the table lacks it
 */
const char *sotay_columns_get (const SotayColumns *columns, const char *const *fields, guint column);

/**
 * sotay_columns_dup_name:
 *
 * Returns: (transfer full): the full name in a row, also when it stands in two columns
 */
char *sotay_columns_dup_name (const SotayColumns *columns, const char *const *fields);

G_END_DECLS
