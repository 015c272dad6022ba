/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "guide/manual-copy.h"

G_BEGIN_DECLS

#define SOTAY_TYPE_VERSION_ROW (sotay_version_row_get_type ())
/**
 * SotayVersionRow:
 *
 * One kept copy of the manual; unfolded, what can be done with it.
 *
 * Signals "use", "check" and "remove": the person wants that.
 */
G_DECLARE_FINAL_TYPE (SotayVersionRow, sotay_version_row, SOTAY, VERSION_ROW, AdwExpanderRow)

/**
 * sotay_version_row_new:
 * @copy: a copy
 * @current: whether it is the one that is read and handed on
 *
 * Returns: (transfer floating): the row
 */
SotayVersionRow *sotay_version_row_new (SotayManualCopy *copy, gboolean current);

SotayManualCopy *sotay_version_row_get_copy (SotayVersionRow *row); /* (transfer none) */
gboolean sotay_version_row_is_current (SotayVersionRow *row);       /* whether it is read and handed on */

/**
 * sotay_version_row_show_check:
 * @text: how the check goes, or what came of it
 * @running: whether it is still under way
 */
void sotay_version_row_show_check (SotayVersionRow *row, const char *text, gboolean running);

G_END_DECLS
