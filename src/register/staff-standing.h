/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Why one person counts as trained and as passed, or does not: the rule of standing.h, with the days it rests on. */
#pragma once

#include "register/record.h"
#include "register/staff.h"

G_BEGIN_DECLS

/**
 * SotayStandingBasis:
 *
 * What made a person count, of several the one that came first.
 */
typedef enum
{
  SOTAY_STANDING_NOT,     /* does not count */
  SOTAY_STANDING_BY_RULE, /* the sessions attended; for passed also the practice */
  SOTAY_STANDING_BY_HAND, /* an override, see sotay_staff_standing_get_reason() */
} SotayStandingBasis;

#define SOTAY_TYPE_STAFF_STANDING (sotay_staff_standing_get_type ())
/**
 * SotayStaffStanding:
 *
 * The standing of one person, explained. Immutable.
 */
G_DECLARE_FINAL_TYPE (SotayStaffStanding, sotay_staff_standing, SOTAY, STAFF_STANDING, GObject)

/**
 * sotay_staff_standing_new:
 * @staff: the person
 * @campaign: (nullable): the campaign
 * @sessions: (element-type SotayRecord): the sessions that the person attended, oldest first
 * @practice: (element-type SotayRecord): the person's practice
 *
 * For stores, see sotay_store_explain_staff().
 *
 * Returns: (transfer full): the standing
 */
SotayStaffStanding *sotay_staff_standing_new (SotayStaff *staff, SotayRecord *campaign, GPtrArray *sessions,
                                              GPtrArray *practice);

SotayStaff *sotay_staff_standing_get_staff (SotayStaffStanding *standing);        /* (transfer none) */
GPtrArray *sotay_staff_standing_get_sessions (SotayStaffStanding *standing);      /* (transfer none): attended */
gboolean sotay_staff_standing_counts (SotayStaffStanding *standing);              /* the kind of employment counts */
guint sotay_staff_standing_get_required (SotayStaffStanding *standing);           /* the campaign's set */
const char *sotay_staff_standing_get_trained_since (SotayStaffStanding *standing); /* (nullable): ISO */
const char *sotay_staff_standing_get_passed_since (SotayStaffStanding *standing);  /* (nullable): ISO */
SotayStandingBasis sotay_staff_standing_get_trained_by (SotayStaffStanding *standing);
SotayStandingBasis sotay_staff_standing_get_passed_by (SotayStaffStanding *standing);

/**
 * sotay_staff_standing_get_reason:
 *
 * Returns: (nullable): the reason given for what was set by hand
 */
const char *sotay_staff_standing_get_reason (SotayStaffStanding *standing);

/**
 * sotay_staff_standing_get_taught_on, sotay_staff_standing_get_fluent_on:
 * @utility: 1 to 16
 *
 * Returns: (nullable): ISO day of the first attended session that taught it; since when the person is fluent in it
 */
const char *sotay_staff_standing_get_taught_on (SotayStaffStanding *standing, guint utility);
const char *sotay_staff_standing_get_fluent_on (SotayStaffStanding *standing, guint utility);

/**
 * sotay_staff_standing_get_missing_training, sotay_staff_standing_get_missing_practice:
 *
 * Returns: the required utilities that no attended session taught; in which the person is not fluent
 */
guint sotay_staff_standing_get_missing_training (SotayStaffStanding *standing);
guint sotay_staff_standing_get_missing_practice (SotayStaffStanding *standing);

G_END_DECLS
