/* SPDX-License-Identifier: GPL-3.0-or-later */
/* For the roster only: from the text of a file to people, before anything is held against the register. */
#pragma once

#include <gio/gio.h>

#include "register/roster-row.h"

G_BEGIN_DECLS

/**
 * SotayRosterLine:
 * @number: line of the file
 * @staff: (nullable): the person, without a unit
 * @unit_name: (nullable): the unit that the line names
 * @undated: the line says "trained" and no day
 * @reason: why nothing can be made of it, or %SOTAY_ROSTER_REASON_NONE
 */
typedef struct
{
  guint number;
  SotayStaff *staff;
  char *unit_name;
  gboolean undated;
  SotayRosterReason reason;
} SotayRosterLine;

void sotay_roster_line_free (SotayRosterLine *line);

/**
 * sotay_roster_read_text:
 * @text: the text of a file
 * @error: %SOTAY_REGISTER_ERROR_FILE_NO_HEADER, %SOTAY_REGISTER_ERROR_FILE_TOO_LARGE or cancelled
 *
 * Finds out the delimiter, the header row and the columns; leaves out blank rows, totals, and rows without a person.
 *
 * Returns: (transfer full) (element-type SotayRosterLine) (nullable): the lines about people
 */
GPtrArray *sotay_roster_read_text (const GString *text, GCancellable *cancellable, GError **error);

G_END_DECLS
