/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Very many people added at once: in the order of their places, so that every table and index grows at its end. */
#pragma once

#include "register/sqlite/connection.h"
#include "register/sqlite/tallies.h"

G_BEGIN_DECLS

/* From so many people on, a step writes them in bulk. */
#define SOTAY_STAFF_BULK 2000

/**
 * SotayBulkPerson:
 * @place: where the person goes
 * @index: which one it is, for the one who tells
 */
typedef struct
{
  gint64 place;
  guint index;
} SotayBulkPerson;

/**
 * SotayBulkFunc:
 * @order: how many stand before the person among those who are added
 * @index: which one it is
 * @fields: (out) (array length=SOTAY_STAFF_N_FIELDS): the fields, each nullable; all are %NULL before
 *
 * Returns: the id; like the fields, it is borrowed until the next call
 */
typedef const char *(*SotayBulkFunc) (gpointer data, guint order, guint index, const char **fields);

/**
 * SotayUnitWordsFunc:
 *
 * Returns: (nullable): the words to search of the unit's name; %NULL on error
 */
typedef const char *(*SotayUnitWordsFunc) (gpointer data, const char *unit_id, GError **error);

/**
 * sotay_staff_bulk_write:
 * @people: (element-type SotayBulkPerson): is sorted
 * @func: tells who they are
 * @func_data: for @func
 * @tallies: counts them
 * @unit_words: tells the words of units
 * @unit_data: for @unit_words
 *
 * Adds people with their words and their standing, as far as it follows from their fields. To be called in a
 * transaction.
 *
 * Returns: %FALSE on error; %SOTAY_REGISTER_ERROR_CONFLICT when an id is there already
 */
gboolean sotay_staff_bulk_write (sqlite3 *db, GArray *people, SotayBulkFunc func, gpointer func_data,
                                 SotayTallies *tallies, SotayUnitWordsFunc unit_words, gpointer unit_data,
                                 GError **error);

G_END_DECLS
