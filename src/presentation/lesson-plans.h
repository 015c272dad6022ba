/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The trainer's own lesson plans, each under its name. */
#pragma once

#include "presentation/lesson-plan.h"

G_BEGIN_DECLS

#define SOTAY_TYPE_LESSON_PLANS (sotay_lesson_plans_get_type ())
/**
 * SotayLessonPlans:
 *
 * A #GListModel of #SotayLessonPlan in the order of their names, kept in a private file (0600), read in a thread. What
 * asks for a plan, or changes one, waits for it when it is still being read.
 *
 * Signal "failed" (#GError): they could not be kept; they stay in memory and are tried again with the next change.
 */
G_DECLARE_FINAL_TYPE (SotayLessonPlans, sotay_lesson_plans, SOTAY, LESSON_PLANS, GObject)

/**
 * sotay_lesson_plans_new:
 * @path: the file; one that is damaged is kept beside under another name, and counts as empty
 *
 * Returns: (transfer full): the plans; begins to read
 */
SotayLessonPlans *sotay_lesson_plans_new (const char *path);

SotayLessonPlan *sotay_lesson_plans_find (SotayLessonPlans *plans, const char *name); /* (transfer none) (nullable) */

/**
 * sotay_lesson_plans_keep:
 * @plan: a plan with a name
 *
 * Returns: (transfer full) (nullable): the plan of that name that it took the place of: for undo
 */
SotayLessonPlan *sotay_lesson_plans_keep (SotayLessonPlans *plans, SotayLessonPlan *plan);

void sotay_lesson_plans_remove (SotayLessonPlans *plans, const char *name); /* a name that is not there is no error */

G_END_DECLS
