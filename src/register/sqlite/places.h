/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The places of people in every list: numbers in the order of ICU's Vietnamese collation of their names, then of their
 * ids, with gaps for those who come between. */
#pragma once

#include "register/sqlite/connection.h"

G_BEGIN_DECLS

/**
 * SotayNewcomer:
 * @id: a person who is added, or who gets another name; borrowed. Of those with the same id and name, the first comes
 *   first
 * @name: the name; borrowed
 * @place: where the person goes
 */
typedef struct
{
  const char *id;
  const char *name;
  gint64 place;
} SotayNewcomer;

/**
 * SotayPlacesFunc:
 *
 * Is told that the person @id, who stands in the register, is about to be moved.
 */
typedef gboolean (*SotayPlacesFunc) (const char *id, gpointer data, GError **error);

/**
 * sotay_places_assign:
 * @newcomers: (element-type SotayNewcomer): their places are set
 * @moving: called before somebody is moved to make room
 *
 * Finds places for @newcomers; nobody else may get one until they stand there. To be called in a transaction.
 *
 * Returns: %FALSE on error
 */
gboolean sotay_places_assign (sqlite3 *db, GArray *newcomers, SotayPlacesFunc moving, gpointer data, GError **error);

/**
 * sotay_places_refresh:
 *
 * Places everyone anew, and makes the index of words anew. To be called in a transaction.
 *
 * Returns: %FALSE on error
 */
gboolean sotay_places_refresh (sqlite3 *db, GError **error);

G_END_DECLS
