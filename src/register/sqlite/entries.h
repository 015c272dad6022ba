/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Single entries read and written as records: what the change log works with. */
#pragma once

#include "register/sqlite/connection.h"
#include "register/step.h"

G_BEGIN_DECLS

/* A step of very many changes goes to all ends of the file again and again. */
#define SOTAY_ENTRIES_LARGE_CACHE "PRAGMA cache_size = -262144" /* KiB */
#define SOTAY_ENTRIES_USUAL_CACHE "PRAGMA cache_size = -2000"   /* SQLite's own choice */

/**
 * SotayEntries:
 *
 * The statements of one transaction, prepared when they are first needed.
 */
typedef struct _SotayEntries SotayEntries;

SotayEntries *sotay_entries_new (sqlite3 *db); /* (transfer full) */
void sotay_entries_free (SotayEntries *entries);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SotayEntries, sotay_entries_free)

/**
 * sotay_entries_expect:
 * @changes: (element-type SotayChange): what will be replaced, each by sotay_entries_replace()
 * @undo: whether each will be taken back
 *
 * Looks for the places of people in the lists. To be called once, before anything is replaced.
 *
 * Returns: %FALSE on error
 */
gboolean sotay_entries_expect (SotayEntries *entries, GPtrArray *changes, gboolean undo, GError **error);

/**
 * sotay_entries_replace:
 * @before: (nullable): the record that must be there now; %NULL: none
 * @after: (nullable): the record to put in its place; %NULL: none. Borrowed, like @id, until sotay_entries_finish()
 * @error: %SOTAY_REGISTER_ERROR_CONFLICT with the id as its message when something else is there
 *
 * Returns: whether it was replaced
 */
gboolean sotay_entries_replace (SotayEntries *entries, SotayRecordKind kind, const char *id, GVariant *before,
                                GVariant *after, GError **error);

/**
 * sotay_entries_add:
 * @step: a step
 * @first_id: see sotay_uuid_new_range()
 *
 * Adds the people of sotay_step_set_additions(). To be called once, when the changes of @step were made.
 *
 * Returns: %FALSE on error
 */
gboolean sotay_entries_add (SotayEntries *entries, SotayStep *step, const char *first_id, GError **error);

/**
 * sotay_entries_settle:
 *
 * Writes what was put by to be written together. To be called before people are read.
 *
 * Returns: %FALSE on error
 */
gboolean sotay_entries_settle (SotayEntries *entries, GError **error);

/**
 * sotay_entries_check_tree:
 * @unit_id: a unit that was written
 * @error: %SOTAY_REGISTER_ERROR_CONFLICT when the unit now stands below itself: two programs moved units at once
 *
 * Returns: whether the units are still a tree
 */
gboolean sotay_entries_check_tree (SotayEntries *entries, const char *unit_id, GError **error);

/**
 * sotay_entries_set_standing:
 * @staff_id: a person; one who is not there is passed over
 * @trained_since: (nullable): ISO day; %NULL: is not trained
 * @passed_since: (nullable): ISO day; %NULL: has not passed
 * @counts: whether the person's kind of employment counts
 *
 * Writes what the rules make of a person (register/standing.h), and keeps the figures of the unit right. To be called
 * before sotay_entries_finish().
 *
 * Returns: %FALSE on error
 */
gboolean sotay_entries_set_standing (SotayEntries *entries, const char *staff_id, const char *trained_since,
                                     const char *passed_since, gboolean counts, GError **error);

/**
 * sotay_entries_count_anew:
 *
 * The standing of very many people was written past @entries: sotay_entries_finish() is to count the figures of
 * everyone.
 */
void sotay_entries_count_anew (SotayEntries *entries);

/**
 * sotay_entries_finish:
 *
 * Writes what follows from the changes: the figures of the units and the words to search. To be called once, at the end
 * of the transaction.
 *
 * Returns: %FALSE on error
 */
gboolean sotay_entries_finish (SotayEntries *entries, GError **error);

G_END_DECLS
