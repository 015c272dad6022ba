/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Lessons for tests. */
#pragma once

#include "presentation/deck.h"

G_BEGIN_DECLS

SotayCatalogue *lesson_load_catalogue (void); /* (transfer full): the built-in content in Vietnamese */

/**
 * lesson_plan:
 * @name: (nullable): of the plan
 * @stops: "10:15 3:240": utilities and minutes
 *
 * Returns: (transfer full) (nullable): the plan
 */
SotayLessonPlan *lesson_plan (const char *name, const char *stops, GError **error);

char *lesson_describe (SotayLessonPlan *plan); /* (transfer full): its stops, as lesson_plan() takes them */

SotayDeck *lesson_deck (SotayCatalogue *catalogue, const char *stops); /* (transfer full): of all kinds of slides */

/**
 * lesson_parse:
 * @text: JSON
 *
 * Returns: (transfer full): the same; fails the test when it is none
 */
JsonNode *lesson_parse (const char *text);

G_END_DECLS
