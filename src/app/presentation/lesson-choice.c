/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/presentation/lesson-choice.h"

#include "services/settings.h"

#include <string.h>

SotayUtility *
sotay_lesson_choice_find_reading (SotayServices *services)
{
  g_autofree char *page = g_settings_get_string (sotay_services_get_settings (services), SOTAY_SETTING_PAGE);

  return sotay_catalogue_get_utility (sotay_services_get_catalogue (services), page);
}

SotayLessonPlan *
sotay_lesson_choice_dup_plan (SotayServices *services, const char *lesson)
{
  SotayCatalogue *catalogue = sotay_services_get_catalogue (services);
  SotayUtility *reading = sotay_lesson_choice_find_reading (services);
  SotayLessonPlan *own = NULL;

  if (g_str_has_prefix (lesson, SOTAY_LESSON_OWN))
    own = sotay_lesson_plans_find (sotay_services_get_lesson_plans (services), lesson + strlen (SOTAY_LESSON_OWN));
  if (own != NULL)
    return g_object_ref (own);
  if (g_str_equal (lesson, SOTAY_LESSON_READING) && reading != NULL)
    return sotay_lesson_plan_new_for_set (catalogue, 1u << (sotay_utility_get_order (reading) - 1));
  return sotay_lesson_plan_new_for_level (catalogue, g_str_equal (lesson, SOTAY_LESSON_LEVEL_1) ? 1 : 2);
}
