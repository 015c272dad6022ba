/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "register/employment.h"
#include "register/staff.h"

G_BEGIN_DECLS

#define SOTAY_TYPE_STAFF_QUERY (sotay_staff_query_get_type ())
/**
 * SotayStaffQuery:
 *
 * Which people a list shows. Immutable once it was handed to a store.
 */
G_DECLARE_FINAL_TYPE (SotayStaffQuery, sotay_staff_query, SOTAY, STAFF_QUERY, GObject)

/**
 * SotayStaffScope:
 *
 * Whom a query means, on its day. "Due" are those who are members of a unit on the day and whose kind of employment
 * counts; the scopes from there on are parts of it, so that each lists exactly the people behind a figure of
 * sotay_store_tally(). With a unit, former memberships on the day count like the present one.
 */
typedef enum
{
  SOTAY_STAFF_ALL,       /* all that are in the register, leavers too */
  SOTAY_STAFF_MEMBERS,   /* members on the day, whether they count or not */
  SOTAY_STAFF_LEFT,      /* those who have left by the day */
  SOTAY_STAFF_DUE,
  SOTAY_STAFF_TRAINED,
  SOTAY_STAFF_UNTRAINED,
  SOTAY_STAFF_PASSED,
  SOTAY_STAFF_NOT_PASSED, /* due, and not passed, trained or not */
} SotayStaffScope;

/**
 * sotay_staff_query_new:
 * @unit_id: (nullable): people of this unit and of the units below it; %NULL for everyone
 * @scope: whom of them
 * @search: (nullable): words; each must begin a word of the name, the position, the code or the unit's name;
 *   accents and case ignored
 * @day: (nullable): the day that @scope means; %NULL for today
 *
 * Returns: (transfer full): the query
 */
SotayStaffQuery *sotay_staff_query_new (const char *unit_id, SotayStaffScope scope, const char *search,
                                        const GDate *day);

/**
 * sotay_staff_query_set_below, …_set_level, …_set_activated, …_set_employment:
 * @below: %FALSE leaves out the units below the query's unit
 * @level: only people with this level of account (%SOTAY_ACCOUNT_UNKNOWN: of whom it is not known)
 * @activated: only people whose account is in use, or with %FALSE of whom it is not known to be
 * @employment: only people of this kind
 *
 * Further filters, to be set before the query is handed to a store.
 */
void sotay_staff_query_set_below (SotayStaffQuery *query, gboolean below);
void sotay_staff_query_set_level (SotayStaffQuery *query, SotayAccountLevel level);
void sotay_staff_query_set_activated (SotayStaffQuery *query, gboolean activated);
void sotay_staff_query_set_employment (SotayStaffQuery *query, SotayEmployment employment);

const char *sotay_staff_query_get_unit_id (SotayStaffQuery *query);        /* (nullable) */
SotayStaffScope sotay_staff_query_get_scope (SotayStaffQuery *query);
gboolean sotay_staff_query_get_below (SotayStaffQuery *query);             /* %TRUE unless set otherwise */
int sotay_staff_query_get_level (SotayStaffQuery *query);                  /* a SotayAccountLevel; -1: any */
int sotay_staff_query_get_activated (SotayStaffQuery *query);              /* 1, 0; -1: any */
int sotay_staff_query_get_employment (SotayStaffQuery *query);             /* a SotayEmployment; -1: any */
const char *const *sotay_staff_query_get_words (SotayStaffQuery *query);   /* folded; empty when nothing is searched */
const GDate *sotay_staff_query_get_day (SotayStaffQuery *query);

G_END_DECLS
