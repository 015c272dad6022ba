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
  SOTAY_STAFF_COLUMN_EMPLOYMENT,
  SOTAY_STAFF_COLUMN_CODE,
  SOTAY_STAFF_COLUMN_LEVEL,
  SOTAY_STAFF_COLUMN_ACTIVATED,
  SOTAY_STAFF_COLUMN_JOINED,
  SOTAY_STAFF_COLUMN_LEFT,
  SOTAY_STAFF_COLUMN_TRAINED,
  SOTAY_STAFF_COLUMN_PASSED,
  SOTAY_STAFF_N_COLUMNS
} SotayStaffColumn;

const char *sotay_staff_column_title (SotayStaffColumn column); /* (transfer none) */
const char *sotay_staff_column_name (SotayStaffColumn column);  /* for actions and settings: "birth" … */

/**
 * sotay_staff_column_field:
 *
 * Returns: the #SotayStaffField that can be edited in the column; -1 for none
 */
int sotay_staff_column_field (SotayStaffColumn column);

/**
 * sotay_staff_column_text:
 * @names: (nullable): the names of the units
 *
 * Returns: (transfer full): what stands in the column
 */
char *sotay_staff_column_text (SotayStaffColumn column, SotayStaff *staff, SotayUnitNames *names);

/**
 * sotay_staff_columns_to_text:
 * @people: (element-type SotayStaff): people
 * @shown: (array length=SOTAY_STAFF_N_COLUMNS): which columns
 *
 * Returns: (transfer full): a row of titles and one for each of them, with tabs between the columns, as spreadsheets
 *   take it
 */
char *sotay_staff_columns_to_text (GPtrArray *people, SotayUnitNames *names, const gboolean *shown);

G_END_DECLS
