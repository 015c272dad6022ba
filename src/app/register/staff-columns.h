/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The columns of the list of staff, and how each field of a person is written. */
#pragma once

#include <gtk/gtk.h>

#include "app/register/unit-names.h"

G_BEGIN_DECLS

typedef enum
{
  SOTAY_STAFF_COLUMN_NAME,
  SOTAY_STAFF_COLUMN_BIRTH,
  SOTAY_STAFF_COLUMN_POSITION,
  SOTAY_STAFF_COLUMN_UNIT,
  SOTAY_STAFF_COLUMN_LEVEL,
  SOTAY_STAFF_COLUMN_TRAINED,
  SOTAY_STAFF_COLUMN_PASSED,
  SOTAY_STAFF_N_COLUMNS
} SotayStaffColumn;

const char *sotay_staff_column_title (SotayStaffColumn column); /* (transfer none) */

/**
 * sotay_staff_column_text:
 * @names: (nullable): the names of the units
 *
 * Returns: (transfer full): what stands in the column
 */
char *sotay_staff_column_text (SotayStaffColumn column, SotayStaff *staff, SotayUnitNames *names);

/**
 * sotay_account_level_text:
 *
 * Returns: (transfer none): the level in words, as the dialog offers it
 */
const char *sotay_account_level_text (SotayAccountLevel level);

/**
 * sotay_staff_columns_to_text:
 * @people: (element-type SotayStaff): people
 *
 * Returns: (transfer full): a row for each of them, with tabs between the columns
 */
char *sotay_staff_columns_to_text (GPtrArray *people, SotayUnitNames *names);

G_END_DECLS
