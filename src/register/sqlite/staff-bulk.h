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
 * @id: the new id; borrowed
 * @record: the record; borrowed
 */
typedef struct
{
  gint64 place;
  const char *id;
  GVariant *record;
} SotayBulkPerson;

/**
 * SotayUnitWordsFunc:
 *
 * Returns: (nullable): the words to search of the unit's name; %NULL on error
 */
typedef const char *(*SotayUnitWordsFunc) (gpointer data, const char *unit_id, GError **error);

/**
 * sotay_staff_bulk_write:
 * @people: (element-type SotayBulkPerson): is sorted
 * @tallies: counts them
 *
 * Adds people with their words. To be called in a transaction.
 *
 * Returns: %FALSE on error; %SOTAY_REGISTER_ERROR_CONFLICT when an id is there already
 */
gboolean sotay_staff_bulk_write (sqlite3 *db, GArray *people, SotayTallies *tallies, SotayUnitWordsFunc unit_words,
                                 gpointer data, GError **error);

G_END_DECLS
