/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lesson.h"

#include "support/test-support.h"

#include <string.h>

static void
assert_stops (SotayLessonPlan *plan, const char *expected)
{
  g_autofree char *stops = lesson_describe (plan);

  g_assert_cmpstr (stops, ==, expected);
}

/* In the trainer's own order. */
static void
test_own (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SotayLessonPlan) plan = lesson_plan ("  Buổi   sáng ", "10:1 3:240 16:7", &error);

  g_assert_no_error (error);
  g_assert_cmpstr (sotay_lesson_plan_get_name (plan), ==, "Buổi sáng");
  assert_stops (plan, "10:1 3:240 16:7");
  g_assert_cmpuint (sotay_lesson_plan_get_minutes (plan), ==, 248);
  g_assert_cmphex (sotay_lesson_plan_get_set (plan), ==, 1 << 9 | 1 << 2 | 1 << 15);
}

static void
test_rules (void)
{
  static const char *const refused[] = { "", "0:5", "17:5", "1:0", "1:241", "3:5 4:5 3:5" };

  for (guint i = 0; i < G_N_ELEMENTS (refused); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (SotayLessonPlan) plan = lesson_plan (NULL, refused[i], &error);

      g_test_message ("%s", refused[i]);
      g_assert_null (plan);
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT);
    }
}

static char *
repeat (const char *character, guint count)
{
  GString *text = g_string_new (NULL);

  while (count-- > 0)
    g_string_append (text, character);
  return g_string_free (text, FALSE);
}

/* Counted in characters as they are shown: "ế" is one, however it was typed. */
static void
test_names (void)
{
  g_autofree char *longest = repeat ("ế", SOTAY_LESSON_PLAN_NAME_LENGTH);
  g_autofree char *combining = repeat ("e\u0302\u0301", SOTAY_LESSON_PLAN_NAME_LENGTH);
  g_autofree char *too_long = repeat ("ế", SOTAY_LESSON_PLAN_NAME_LENGTH + 1);
  const char *const refused[] = { "", " \t ", "\xff", "\u200b", too_long };
  g_autoptr (SotayLessonPlan) plan = lesson_plan (combining, "1:1", NULL);

  g_assert_cmpstr (sotay_lesson_plan_get_name (plan), ==, longest);
  for (guint i = 0; i < G_N_ELEMENTS (refused); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (lesson_plan (refused[i], "1:1", &error));
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT);
    }
}

/* The letter's 9 utilities of level 1, and all 16; the content says how long each takes. */
static void
test_level (void)
{
  g_autoptr (SotayCatalogue) catalogue = lesson_load_catalogue ();
  GPtrArray *utilities = sotay_catalogue_get_utilities (catalogue);
  guint n_expected[] = { 9, 16 };

  for (guint level = 1; level <= 2; level++)
    {
      g_autoptr (SotayLessonPlan) plan = sotay_lesson_plan_new_for_level (catalogue, level);
      GArray *stops = sotay_lesson_plan_get_stops (plan);

      g_assert_null (sotay_lesson_plan_get_name (plan));
      g_assert_cmpuint (stops->len, ==, n_expected[level - 1]);
      for (guint i = 0; i < stops->len; i++)
        {
          const SotayLessonStop *stop = &g_array_index (stops, SotayLessonStop, i);
          SotayUtility *utility = g_ptr_array_index (utilities, stop->utility - 1);

          g_assert_cmpuint (sotay_utility_get_order (utility), ==, stop->utility);
          g_assert_cmpuint (sotay_utility_get_level (utility), <=, level);
          g_assert_cmpuint (sotay_utility_get_parts (utility)->minutes, ==, stop->minutes);
          g_assert_cmpuint (i == 0 ? 0 : g_array_index (stops, SotayLessonStop, i - 1).utility, <, stop->utility);
        }
    }
}

static void
test_set (void)
{
  g_autoptr (SotayCatalogue) catalogue = lesson_load_catalogue ();
  g_autoptr (SotayLessonPlan) plan = sotay_lesson_plan_new_for_set (catalogue, 1 << 15 | 1 << 1);

  g_assert_cmphex (sotay_lesson_plan_get_set (plan), ==, 1 << 15 | 1 << 1);
  g_assert_cmpuint (g_array_index (sotay_lesson_plan_get_stops (plan), SotayLessonStop, 0).utility, ==, 2);
}

static void
test_json (void)
{
  static const char *const names[] = { "Buổi sáng \"A\" \\ 100 %", NULL };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (SotayLessonPlan) plan = lesson_plan (names[i], "10:15 3:240", NULL);
      g_autoptr (JsonNode) node = sotay_lesson_plan_to_json (plan);
      g_autofree char *text = json_to_string (node, FALSE);
      g_autoptr (JsonNode) read = lesson_parse (text);
      g_autoptr (GError) error = NULL;
      g_autoptr (SotayLessonPlan) again = sotay_lesson_plan_from_json (read, &error);

      g_assert_no_error (error);
      g_assert_cmpstr (sotay_lesson_plan_get_name (again), ==, names[i]);
      assert_stops (again, "10:15 3:240");
    }
}

static void
test_stranger (void)
{
  static const char *const refused[] = {
    "null", "[]", "{}", "\"\"", "{\"stops\":[]}", "{\"stops\":{}}", "{\"stops\":[1]}", "{\"stops\":[{}]}",
    "{\"stops\":[null]}", "{\"stops\":[{\"utility\":1}]}", "{\"stops\":[{\"utility\":\"1\",\"minutes\":5}]}",
    "{\"stops\":[{\"utility\":1.0,\"minutes\":5}]}", "{\"stops\":[{\"utility\":17,\"minutes\":5}]}",
    "{\"stops\":[{\"utility\":-1,\"minutes\":5}]}", "{\"stops\":[{\"utility\":4294967297,\"minutes\":5}]}",
    "{\"stops\":[{\"utility\":1,\"minutes\":0}]}", "{\"stops\":[{\"utility\":1,\"minutes\":241}]}",
    "{\"stops\":[{\"utility\":1,\"minutes\":5},{\"utility\":1,\"minutes\":5}]}",
    "{\"name\":\"\",\"stops\":[{\"utility\":1,\"minutes\":5}]}",
    "{\"name\":5,\"stops\":[{\"utility\":1,\"minutes\":5}]}",
    "{\"name\":null,\"stops\":[{\"utility\":1,\"minutes\":5}]}",
  };
  g_autoptr (GError) none = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (refused); i++)
    {
      g_autoptr (JsonNode) node = lesson_parse (refused[i]);
      g_autoptr (GError) error = NULL;

      g_test_message ("%s", refused[i]);
      g_assert_null (sotay_lesson_plan_from_json (node, &error));
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA);
    }
  g_assert_null (sotay_lesson_plan_from_json (NULL, &none));
  g_assert_error (none, G_IO_ERROR, G_IO_ERROR_INVALID_DATA);
}

static void
test_huge (void)
{
  g_autofree char *stops = repeat ("{\"utility\":1,\"minutes\":5},", 100000);
  g_autofree char *text = g_strconcat ("{\"stops\":[", stops, "{\"utility\":1,\"minutes\":5}]}", NULL);
  g_autoptr (JsonNode) node = lesson_parse (text);
  g_autoptr (GError) error = NULL;

  g_assert_null (sotay_lesson_plan_from_json (node, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA);
}

/* What a later program adds does no harm. */
static void
test_unknown_keys (void)
{
  g_autoptr (JsonNode) node = lesson_parse ("{\"colour\":1,\"stops\":[{\"utility\":1,\"minutes\":5,\"x\":[]}]}");
  g_autoptr (SotayLessonPlan) plan = sotay_lesson_plan_from_json (node, NULL);

  assert_stops (plan, "1:5");
}

static void
add_tests (void)
{
  g_test_add_func ("/lesson-plan/own", test_own);
  g_test_add_func ("/lesson-plan/rules", test_rules);
  g_test_add_func ("/lesson-plan/names", test_names);
  g_test_add_func ("/lesson-plan/level", test_level);
  g_test_add_func ("/lesson-plan/set", test_set);
  g_test_add_func ("/lesson-plan/json", test_json);
  g_test_add_func ("/lesson-plan/stranger", test_stranger);
  g_test_add_func ("/lesson-plan/huge", test_huge);
  g_test_add_func ("/lesson-plan/unknown-keys", test_unknown_keys);
}

int
main (int argc, char **argv)
{
  return sotay_test_run (argc, argv, add_tests);
}
