/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A SotayStaffQuery as SQL. */
#pragma once

#include "register/sqlite/connection.h"
#include "register/staff-query.h"

G_BEGIN_DECLS

/**
 * SotayStaffPlan:
 *
 * How the people of a query are found, always in the order of their places: by looking at everyone from a place on, by
 * gathering those of the units, or by the index of words.
 */
typedef enum
{
  SOTAY_STAFF_PLAN_WALK,
  SOTAY_STAFF_PLAN_UNITS,
  SOTAY_STAFF_PLAN_WORDS,
} SotayStaffPlan;

/**
 * sotay_staff_sql_choose:
 * @plan: (out): the quickest plan for @query
 *
 * Returns: %FALSE on error
 */
gboolean sotay_staff_sql_choose (sqlite3 *db, SotayStaffQuery *query, SotayStaffPlan *plan, GError **error);

/**
 * sotay_staff_sql_count:
 *
 * Returns: (transfer full) (nullable): a statement whose one row holds how many people @query finds
 */
sqlite3_stmt *sotay_staff_sql_count (sqlite3 *db, SotayStaffQuery *query, SotayStaffPlan plan, GError **error);

/**
 * sotay_staff_sql_count_by_tallies:
 *
 * The same by the figures kept of the units: for a query without words and filters, on the day of the figures.
 *
 * Returns: (transfer full) (nullable): the statement
 */
sqlite3_stmt *sotay_staff_sql_count_by_tallies (sqlite3 *db, SotayStaffQuery *query, GError **error);

/**
 * sotay_staff_sql_list:
 * @from: from this place on
 * @offset: leave out so many
 * @limit: at most so many; -1: all
 *
 * Returns: (transfer full) (nullable): a statement whose rows are read by sotay_sqlite_read_staff()
 */
sqlite3_stmt *sotay_staff_sql_list (sqlite3 *db, SotayStaffQuery *query, SotayStaffPlan plan, gint64 from,
                                    gint64 offset, gint64 limit, GError **error);

/**
 * sotay_staff_sql_find_from_end:
 * @number: how many stand behind the person
 *
 * Returns: (transfer full) (nullable): a statement whose one row is the place of the person
 */
sqlite3_stmt *sotay_staff_sql_find_from_end (sqlite3 *db, SotayStaffQuery *query, SotayStaffPlan plan, gint64 number,
                                             GError **error);

/**
 * sotay_staff_sql_list_places:
 * @from: from this place on
 *
 * Returns: (transfer full) (nullable): a statement whose rows are the places of @query
 */
sqlite3_stmt *sotay_staff_sql_list_places (sqlite3 *db, SotayStaffQuery *query, SotayStaffPlan plan, gint64 from,
                                           GError **error);

G_END_DECLS
