/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The figures kept of each unit (table "unit_tally"), so that nobody has to be counted to show them. */
#pragma once

#include "register/sqlite/connection.h"

G_BEGIN_DECLS

/**
 * SotayTallies:
 *
 * What one transaction changes of the figures.
 */
typedef struct _SotayTallies SotayTallies;

SotayTallies *sotay_tallies_new (sqlite3 *db); /* (transfer full) */
void sotay_tallies_free (SotayTallies *tallies);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SotayTallies, sotay_tallies_free)

/**
 * SotayTallied:
 *
 * What is counted of a person: the columns of "staff" with these names, borrowed.
 */
typedef struct
{
  const char *unit_id;
  gboolean counts;
  const char *trained_since;
  const char *passed_since;
  const char *joined_on;
  const char *left_on;
} SotayTallied;

/* What sotay_tallies_read() reads, in this order; "staff" is named s. */
#define SOTAY_TALLIES_COLUMNS "s.unit_id, s.counts, s.trained_since, s.passed_since, s.joined_on, s.left_on"

/**
 * sotay_tallies_read:
 * @row: stands on a row that begins with %SOTAY_TALLIES_COLUMNS; holds what is returned
 *
 * Returns: the person of the row
 */
SotayTallied sotay_tallies_read (sqlite3_stmt *row);

/**
 * sotay_tallies_add:
 * @person: a person
 * @sign: 1 for a person as the transaction leaves it, -1 as it found it
 *
 * Returns: %FALSE on error
 */
gboolean sotay_tallies_add (SotayTallies *tallies, const SotayTallied *person, int sign, GError **error);

/**
 * sotay_tallies_count_anew:
 *
 * So much has changed that sotay_tallies_write() is to count everyone instead.
 */
void sotay_tallies_count_anew (SotayTallies *tallies);

/**
 * sotay_tallies_write:
 *
 * Writes what was collected. To be called once, at the end of the transaction.
 *
 * Returns: %FALSE on error
 */
gboolean sotay_tallies_write (SotayTallies *tallies, GError **error);

/**
 * sotay_tallies_are_of:
 * @day: an ISO day
 * @are: (out): whether the figures are kept for @day. For today they are made so, unless the file can only be read or
 *   another program is writing it
 *
 * To be called outside a transaction.
 *
 * Returns: %FALSE on error
 */
gboolean sotay_tallies_are_of (sqlite3 *db, const char *day, gboolean *are, GError **error);

/**
 * sotay_tallies_check:
 * @error: %SOTAY_REGISTER_ERROR_CORRUPT when a figure is not what counting gives
 *
 * Returns: whether all figures are right
 */
gboolean sotay_tallies_check (sqlite3 *db, GError **error);

G_END_DECLS
