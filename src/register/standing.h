/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The rule behind every figure: since when a person counts as trained and as passed.
 *
 * Trained: every utility that the campaign requires was taught in a session which the person attended (present or
 * late), since the day of the last one needed; or since the day set by hand, if that is earlier.
 * Passed: trained, and fluent ("sử dụng thành thạo", Công văn 520, point 1) in every required utility, since the day on
 * which the last of these came true; or since the day set by hand, if that is earlier; never before trained. */
#pragma once

#include "register/record.h"
#include "register/staff.h"

G_BEGIN_DECLS

/**
 * SotayLesson:
 * @day: (nullable): ISO day of a session that the person attended, or since which they are fluent; borrowed
 * @utilities: in what
 */
typedef struct
{
  const char *day;
  guint utilities;
} SotayLesson;

/**
 * SotayStanding:
 * @taught_on: for each utility the first day on which it was taught to the person; borrowed, %NULL: never
 * @fluent_on: for each utility the day since which the person has been fluent in it; borrowed, %NULL: is not
 * @trained_since: (nullable): borrowed from one of the above or from the person
 * @passed_since: (nullable): likewise
 */
typedef struct
{
  const char *taught_on[16];
  const char *fluent_on[16];
  const char *trained_since;
  const char *passed_since;
} SotayStanding;

/**
 * sotay_standing_complete_on:
 * @days: (array fixed-size=16): for each utility a day, or %NULL
 * @required: the campaign's utilities
 *
 * Returns: (nullable): the day by which all required ones are there, one of @days; %NULL when one is not
 */
const char *sotay_standing_complete_on (const char *const *days, guint required);

/**
 * sotay_standing_compute_days:
 * @lessons: (element-type SotayLesson): the sessions that the person attended, in any order
 * @fluent: (element-type SotayLesson): in what the person is fluent, since when
 * @trained_on: (nullable): set by hand
 * @passed_on: (nullable): set by hand
 * @standing: (out caller-allocates): what follows; holds pointers into the other arguments
 */
void sotay_standing_compute_days (guint required, GArray *lessons, GArray *fluent, const char *trained_on,
                                  const char *passed_on, SotayStanding *standing);

/**
 * sotay_standing_compute:
 * @required: the campaign's utilities
 * @lessons: (element-type SotayLesson): the sessions that the person attended, in any order
 * @practice: (element-type SotayRecord): the person's practice
 * @staff: the person, for what was set by hand
 * @standing: (out caller-allocates): what follows; holds pointers into the other arguments
 */
void sotay_standing_compute (guint required, GArray *lessons, GPtrArray *practice, SotayStaff *staff,
                             SotayStanding *standing);

G_END_DECLS
