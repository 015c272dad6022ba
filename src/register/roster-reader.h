/* SPDX-License-Identifier: GPL-3.0-or-later */
/* For the roster only: from a table to people, before anything is held against the register. */
#pragma once

#include <gio/gio.h>

#include "register/columns.h"
#include "register/roster-row.h"

G_BEGIN_DECLS

/**
 * SotayRosterLine:
 * @row: the row of the table, from 0
 * @number: its number in the file
 * @fields: (array length=SOTAY_STAFF_N_FIELDS): the person, without a unit; without even a name in a row that has none
 * @path: (array zero-terminated=1): the units that the row and the headings above it name, the upper one first
 * @named: the row itself names the last of them
 * @undated: the row says "trained" and no day
 * @employment: (nullable): how the row calls a kind of employment that is not known
 * @notes: bits of #SotayRosterNote
 * @reason: why nothing can be made of it, or %SOTAY_ROSTER_REASON_NONE
 */
typedef struct
{
  guint row;
  guint number;
  const char *const *fields;
  const char *const *path;
  gboolean named;
  gboolean undated;
  const char *employment;
  guint notes;
  SotayRosterReason reason;
} SotayRosterLine;

/* @line is there for the time of the call. */
typedef void (*SotayRosterLineFunc) (const SotayRosterLine *line, gpointer data);

/**
 * sotay_roster_read_rows:
 * @headings_are_units: whether headings between the rows name units
 * @func: called for each row about somebody
 * @has_headings: (out): whether there are such headings
 * @error: cancelled
 *
 * Leaves out titles, totals, headings that are repeated on each page, and signatures.
 *
 * Returns: whether all rows were read
 */
gboolean sotay_roster_read_rows (SotayRosterTable *table, const SotayTableColumns *columns, gboolean headings_are_units,
                                 SotayRosterLineFunc func, gpointer data, gboolean *has_headings,
                                 GCancellable *cancellable, GError **error);

G_END_DECLS
