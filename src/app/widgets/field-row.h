/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define SOTAY_TYPE_FIELD_ROW (sotay_field_row_get_type ())
/**
 * SotayFieldRow:
 *
 * An entry row that says at its own place what is wrong with what was typed.
 * Property "caption": the name of the field, shown as the row's title.
 */
G_DECLARE_FINAL_TYPE (SotayFieldRow, sotay_field_row, SOTAY, FIELD_ROW, AdwEntryRow)

/**
 * sotay_field_row_set_problem:
 * @problem: (nullable): what is wrong, in a few words; %NULL when all is well. Typing takes it away.
 */
void sotay_field_row_set_problem (SotayFieldRow *row, const char *problem);

gboolean sotay_field_row_has_problem (SotayFieldRow *row); /* whether a problem is shown */

/**
 * sotay_field_row_get_text:
 *
 * Returns: (transfer none): what was typed
 */
const char *sotay_field_row_get_text (SotayFieldRow *row);

void sotay_field_row_set_text (SotayFieldRow *row, const char *text); /* (nullable): as an empty text */

G_END_DECLS
