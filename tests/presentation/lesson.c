/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lesson.h"

#include "register/utilities.h"

#include <stdlib.h>

SotayCatalogue *
lesson_load_catalogue (void)
{
  g_autoptr (GFile) folder = sotay_catalogue_builtin_folder ();
  g_autoptr (GError) error = NULL;
  SotayCatalogue *catalogue = sotay_catalogue_load (folder, "vi", &error);

  g_assert_no_error (error);
  return catalogue;
}

SotayLessonPlan *
lesson_plan (const char *name, const char *stops, GError **error)
{
  g_autoptr (GArray) array = g_array_new (FALSE, FALSE, sizeof (SotayLessonStop));
  const char *next = stops;

  while (*next != '\0')
    {
      SotayLessonStop stop;
      char *end;

      stop.utility = (guint) strtoul (next, &end, 10);
      g_assert_true (*end == ':');
      stop.minutes = (guint) strtoul (end + 1, &end, 10);
      g_array_append_val (array, stop);
      next = *end == ' ' ? end + 1 : end;
    }
  return sotay_lesson_plan_new (name, array, error);
}

char *
lesson_describe (SotayLessonPlan *plan)
{
  GArray *stops = sotay_lesson_plan_get_stops (plan);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < stops->len; i++)
    {
      const SotayLessonStop *stop = &g_array_index (stops, SotayLessonStop, i);

      g_string_append_printf (text, "%s%u:%u", i > 0 ? " " : "", stop->utility, stop->minutes);
    }
  return g_string_free (text, FALSE);
}

SotayDeck *
lesson_deck (SotayCatalogue *catalogue, const char *stops)
{
  int pages[SOTAY_N_UTILITIES];
  SotayDeckOptions options = { .unit_name = "Phường Một", .address = "https://vneid.gov.vn/a.pdf",
                               .manual_pages = pages };
  g_autoptr (GError) error = NULL;
  g_autoptr (SotayLessonPlan) plan = lesson_plan (NULL, stops, &error);

  g_assert_no_error (error);
  for (int i = 0; i < SOTAY_N_UTILITIES; i++)
    pages[i] = 10 * i;
  return sotay_deck_new (catalogue, plan, &options);
}

JsonNode *
lesson_parse (const char *text)
{
  g_autoptr (GError) error = NULL;
  JsonNode *node = json_from_string (text, &error);

  g_assert_no_error (error);
  return node;
}
