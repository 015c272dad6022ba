/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "register/staff.h"

G_BEGIN_DECLS

/**
 * SotayColumn:
 *
 * What a column can hold: a field of a person, or one of these.
 */
typedef enum
{
  SOTAY_COLUMN_NONE = -1, /* it is left out */
  SOTAY_COLUMN_ORDER = SOTAY_STAFF_N_FIELDS, /* STT */
  SOTAY_COLUMN_FAMILY_NAME,                  /* family and middle names, the given name stands in a column of its own */
  SOTAY_COLUMN_GIVEN_NAME,
  SOTAY_COLUMN_UNIT_NAME,
  SOTAY_COLUMN_LEVEL_1, /* a mark for those of this level */
  SOTAY_COLUMN_LEVEL_2,
  SOTAY_COLUMN_N
} SotayColumn;

/**
 * sotay_column_to_string:
 * @column: a #SotayStaffField or a #SotayColumn
 *
 * Returns: (transfer none): "name", "family_name", "birth", "unit", "order", "none" …
 */
const char *sotay_column_to_string (int column);
gboolean sotay_column_from_string (const char *text, int *column);

G_END_DECLS
