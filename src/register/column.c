/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "register/column.h"

const char *
sotay_column_to_string (int column)
{
  static const char *const others[] = { "order", "family_name", "given_name", "unit", "level_1", "level_2" };

  if (column == SOTAY_COLUMN_NONE || column == SOTAY_STAFF_UNIT_ID)
    return "none";
  return column < SOTAY_STAFF_N_FIELDS ? sotay_staff_field_name ((SotayStaffField) column)
                                       : others[column - SOTAY_STAFF_N_FIELDS];
}

gboolean
sotay_column_from_string (const char *text, int *column)
{
  *column = SOTAY_COLUMN_NONE;
  if (*text == '\0' || g_str_equal (text, "none"))
    return TRUE;
  for (int i = 0; i < SOTAY_COLUMN_N; i++)
    if (i != SOTAY_STAFF_UNIT_ID && g_str_equal (sotay_column_to_string (i), text))
      {
        *column = i;
        return TRUE;
      }
  return FALSE;
}
