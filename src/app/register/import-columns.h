/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The columns of the preview of an import, and how each row is written. */
#pragma once

#include <glib.h>

#include "app/register/unit-names.h"
#include "register/roster.h"

G_BEGIN_DECLS

typedef enum
{
  SOTAY_IMPORT_COLUMN_LINE,
  SOTAY_IMPORT_COLUMN_NAME,
  SOTAY_IMPORT_COLUMN_BIRTH,
  SOTAY_IMPORT_COLUMN_DECISION,
  SOTAY_IMPORT_COLUMN_REASON,
  SOTAY_IMPORT_COLUMN_UNIT,
  SOTAY_IMPORT_N_COLUMNS
} SotayImportColumn;

const char *sotay_import_column_title (SotayImportColumn column); /* (transfer none) */

/**
 * sotay_import_column_text:
 * @names: the names of the units
 *
 * Returns: (transfer full): what stands in the column
 */
char *sotay_import_column_text (SotayImportColumn column, SotayRosterRow *row, SotayUnitNames *names);

const char *sotay_import_decision_text (SotayRosterDecision decision); /* (transfer none) */

/**
 * sotay_import_field_title:
 * @field: a #SotayStaffField or a #SotayColumn
 *
 * Returns: (transfer none): what a column of a list can hold, for people
 */
const char *sotay_import_field_title (int field);

G_END_DECLS
