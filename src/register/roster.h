/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A list of people, and the plan of taking it into the register. For its rows see roster-row.h. */
#pragma once

#include "register/columns.h"
#include "register/roster-employment.h"
#include "register/roster-row.h"
#include "register/roster-source.h"
#include "register/store.h"

G_BEGIN_DECLS

/* The file in the data folder of what is remembered of the columns of tables. */
#define SOTAY_ROSTER_MEMORY "import-columns.conf"

/**
 * SotayRosterOptions:
 * @unit_id: (nullable): the unit of rows that name none
 * @sheet: (nullable): the name of a sheet; else the one that was chosen before, or the first
 * @map: (nullable) (array zero-terminated=1): what columns hold, "COLUMN=FIELD": see
 *   sotay_table_columns_find_named() and sotay_column_from_string(); it goes before what is found out and what is
 *   remembered
 * @memory: (nullable): the file of what is remembered of other tables, see roster-memory.h
 * @employments: (nullable) (array zero-terminated=1): pairs of a kind of employment that is not known, as the list
 *   calls it, and what it is: see roster-employment.h
 * @headings_are_people: whether headings between the rows name no units
 *
 * What a person may say of a list.
 */
typedef struct
{
  const char *unit_id;
  const char *sheet;
  const char *const *map;
  const char *memory;
  const char *const *employments;
  gboolean headings_are_people;
} SotayRosterOptions;

#define SOTAY_TYPE_ROSTER (sotay_roster_get_type ())
/**
 * SotayRoster:
 *
 * The plan of one import: a #GListModel of #SotayRosterRow. It keeps a million people without an object for each;
 * rows are made when they are asked for.
 */
G_DECLARE_FINAL_TYPE (SotayRoster, sotay_roster, SOTAY, ROSTER, GObject)

/**
 * sotay_roster_read:
 * @store: the register that the rows are held against
 * @source: the list; the header row and the columns are found by their names (Họ và tên, Năm sinh, Chức vụ, Đơn vị …)
 * @error: a SOTAY_REGISTER_ERROR_FILE_… error; %SOTAY_REGISTER_ERROR_NOT_FOUND for the unit
 *
 * Reads the list and plans its import; changes nothing. Blocking: see sotay_roster_read_async().
 *
 * Returns: (transfer full) (nullable): the plan
 */
SotayRoster *sotay_roster_read (SotayStore *store, SotayRosterSource *source, const SotayRosterOptions *options,
                                GCancellable *cancellable, GError **error);
void sotay_roster_read_async (SotayStore *store, SotayRosterSource *source, const SotayRosterOptions *options,
                              GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data);
SotayRoster *sotay_roster_read_finish (GAsyncResult *result, GError **error);

guint sotay_roster_count (SotayRoster *roster, SotayRosterDecision decision); /* rows so decided */
const SotayTableColumns *sotay_roster_get_columns (SotayRoster *roster);
SotayRosterSource *sotay_roster_get_source (SotayRoster *roster); /* (transfer none) */
gboolean sotay_roster_was_remembered (SotayRoster *roster); /* its columns, from another table with this heading */
gboolean sotay_roster_has_headings (SotayRoster *roster);   /* headings between its rows name units */

/**
 * sotay_roster_get_employments:
 *
 * Returns: (transfer none) (element-type SotayRosterEmployment): the kinds of employment in the list that are not
 *   known, and those that were answered
 */
GPtrArray *sotay_roster_get_employments (SotayRoster *roster);

/**
 * sotay_roster_list:
 * @decision: a decision
 *
 * Returns: (transfer full): a #GListModel of the rows so decided now; it does not follow later decisions
 */
GListModel *sotay_roster_list (SotayRoster *roster, SotayRosterDecision decision);

/**
 * sotay_roster_keep_decisions:
 * @before: the plan of the same table that was made before, and that a person has decided on
 *
 * Decides the rows of @roster as those of @before were decided, where that is still possible and the row is about the
 * same person as before.
 */
void sotay_roster_keep_decisions (SotayRoster *roster, SotayRoster *before);

/**
 * sotay_roster_make_step:
 *
 * A store refuses it (%SOTAY_REGISTER_ERROR_OUTDATED) when people or units were changed since the list was read: then
 * the plan has to be made anew.
 *
 * Returns: (transfer full): the import as one step
 */
SotayStep *sotay_roster_make_step (SotayRoster *roster);

/**
 * sotay_roster_keep_columns:
 * @memory: see #SotayRosterOptions
 *
 * Remembers what was said of the columns for the next table with this heading.
 */
void sotay_roster_keep_columns (SotayRoster *roster, const char *memory);

/**
 * SotayDescribeRow:
 *
 * Returns: (transfer full): why a row was not taken, for people
 */
typedef char *(*SotayDescribeRow) (SotayRosterRow *row);

/**
 * sotay_roster_write_rejected:
 * @heading: the heading of the last column
 * @describe: says what stands there
 * @error: %SOTAY_REGISTER_ERROR_FILE_WRITE
 *
 * Writes to @file, which a person chose, a CSV table, UTF-8 with byte order mark, of the rows that are not taken, as
 * they stand in the file that is imported, with the reason in one more column.
 *
 * Returns: whether it is written
 */
gboolean sotay_roster_write_rejected (SotayRoster *roster, GFile *file, const char *heading,
                                      SotayDescribeRow describe, GError **error);

G_END_DECLS
