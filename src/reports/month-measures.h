/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a month is measured by: the figures of a month's report, by the names that templates know. */
#pragma once

#include "register/staff-query.h"
#include "register/utilities.h"

G_BEGIN_DECLS

/**
 * SotayMonthMeasure:
 * @name: as templates and the figures of a closed month name it: "da-tap-huan"
 * @title: as a table names it, in Vietnamese
 * @rule: how it is counted, in a sentence; "%s" is the day
 * @scope: the people behind it; -1: none can be listed
 * @so_far: (nullable): the name of the measure that tells the same of all time up to the day
 */
typedef struct
{
  const char *name;
  const char *title;
  const char *rule;
  int scope;
  const char *so_far;
} SotayMonthMeasure;

/**
 * sotay_month_measures_get:
 * @n_measures: (out): how many
 *
 * Returns: (transfer none) (array length=n_measures): all but those of single utilities
 */
const SotayMonthMeasure *sotay_month_measures_get (guint *n_measures);

/**
 * sotay_month_measures_find:
 *
 * Returns: (transfer none) (nullable): the measure of this name
 */
const SotayMonthMeasure *sotay_month_measures_find (const char *name);

/**
 * sotay_month_measures_name_taught, sotay_month_measures_name_fluent:
 * @utility: 0 for U1 … 15 for U16
 *
 * Returns: (transfer full): the name of how many were taught it, or are fluent in it: "huong-dan-u1", "thanh-thao-u1"
 */
char *sotay_month_measures_name_taught (guint utility);
char *sotay_month_measures_name_fluent (guint utility);

G_END_DECLS
