/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a lesson teaches: the utilities in the trainer's order, with the minutes for each. */
#pragma once

#include <json-glib/json-glib.h>

#include "catalogue/catalogue.h"

G_BEGIN_DECLS

/* A name of a plan is no longer than this, in characters. */
#define SOTAY_LESSON_PLAN_NAME_LENGTH 100
#define SOTAY_LESSON_PLAN_MOST_MINUTES 240

/**
 * SotayLessonStop:
 * @utility: 1 … 16
 * @minutes: 1 … SOTAY_LESSON_PLAN_MOST_MINUTES
 */
typedef struct
{
  guint utility;
  guint minutes;
} SotayLessonStop;

#define SOTAY_TYPE_LESSON_PLAN (sotay_lesson_plan_get_type ())
/**
 * SotayLessonPlan:
 *
 * Immutable. Each utility is in it once at most, at least one is.
 */
G_DECLARE_FINAL_TYPE (SotayLessonPlan, sotay_lesson_plan, SOTAY, LESSON_PLAN, GObject)

/**
 * sotay_lesson_plan_new:
 * @name: (nullable): its name, 1 to SOTAY_LESSON_PLAN_NAME_LENGTH characters; %NULL for one that is not kept
 * @stops: (element-type SotayLessonStop): the utilities in order
 * @error: %G_IO_ERROR_INVALID_ARGUMENT when the rules above are not kept
 *
 * Returns: (transfer full) (nullable): the plan
 */
SotayLessonPlan *sotay_lesson_plan_new (const char *name, GArray *stops, GError **error);

/**
 * sotay_lesson_plan_new_for_level:
 * @level: 1 (the 9 utilities of a level-1 account) or 2 (all 16)
 *
 * Returns: (transfer full): the letter's order with the minutes that the content gives to each
 */
SotayLessonPlan *sotay_lesson_plan_new_for_level (SotayCatalogue *catalogue, guint level);

/**
 * sotay_lesson_plan_new_for_set:
 * @set: utilities, see register/utilities.h; not empty
 *
 * Returns: (transfer full): these, in the letter's order
 */
SotayLessonPlan *sotay_lesson_plan_new_for_set (SotayCatalogue *catalogue, guint set);

const char *sotay_lesson_plan_get_name (SotayLessonPlan *plan); /* (nullable) */
GArray *sotay_lesson_plan_get_stops (SotayLessonPlan *plan);    /* (transfer none) (element-type SotayLessonStop) */
guint sotay_lesson_plan_get_minutes (SotayLessonPlan *plan);    /* of all stops together */
guint sotay_lesson_plan_get_set (SotayLessonPlan *plan);        /* the utilities, see register/utilities.h */

JsonNode *sotay_lesson_plan_to_json (SotayLessonPlan *plan);    /* (transfer full) */

/**
 * sotay_lesson_plan_from_json:
 * @node: what sotay_lesson_plan_to_json() made, or a stranger's
 * @error: %G_IO_ERROR_INVALID_DATA
 *
 * Returns: (transfer full) (nullable): the plan
 */
SotayLessonPlan *sotay_lesson_plan_from_json (JsonNode *node, GError **error);

G_END_DECLS
