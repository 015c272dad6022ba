/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The lesson that the settings name. */
#pragma once

#include "services/services.h"

G_BEGIN_DECLS

/* Values of the setting "lesson-plan"; an own one has its name behind the prefix. */
#define SOTAY_LESSON_LEVEL_1 "level-1"
#define SOTAY_LESSON_LEVEL_2 "level-2"
#define SOTAY_LESSON_READING "reading" /* the utility that is being read */
#define SOTAY_LESSON_OWN "own:"

/**
 * sotay_lesson_choice_dup_plan:
 * @lesson: a value of the setting
 *
 * Returns: (transfer full): the plan; that of level 2 when there is no such lesson any more
 */
SotayLessonPlan *sotay_lesson_choice_dup_plan (SotayServices *services, const char *lesson);

/**
 * sotay_lesson_choice_find_reading:
 *
 * Returns: (transfer none) (nullable): the utility that is being read, or %NULL when it is something else
 */
SotayUtility *sotay_lesson_choice_find_reading (SotayServices *services);

G_END_DECLS
