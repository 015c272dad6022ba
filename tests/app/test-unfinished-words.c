/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is said of a show that was not ended. */
#include "app/presentation/unfinished-words.h"

#include "core/system.h"

#include "support/test-support.h"

static void
test_place (void)
{
  const struct
  {
    const char *slide_id;
    const char *words;
  } cases[] = {
    { "U10/step-3", "U10, step 3" }, { "U10/utility", "U10" },     { "U1/check-2", "U1" },
    { "title", "the beginning" },    { "list", "the beginning" }, { "qr", "the end" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *words = sotay_unfinished_words_place (cases[i].slide_id);

      g_assert_cmpstr (words, ==, cases[i].words);
    }
}

static void
assert_words (const char *now, const char *words)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_offset (7 * 3600);
  g_autoptr (GDateTime) start = g_date_time_new (zone, 2026, 11, 25, 9, 15, 59);
  g_autoptr (GDateTime) time = g_date_time_new_from_iso8601 (now, zone);
  SotayUnfinished unfinished = { .started = g_date_time_to_unix (start) * G_USEC_PER_SEC,
                                 .slide_id = (char *) "U10/step-3" };
  g_autofree char *said = sotay_unfinished_words (&unfinished, time);

  g_assert_cmpstr (said, ==, words);
}

static void
test_words (void)
{
  assert_words ("2026-11-25T09:16:00", "The lesson of 09:15 was not ended: it stands at U10, step 3");
  assert_words ("2026-11-25T23:59:59", "The lesson of 09:15 was not ended: it stands at U10, step 3");
  assert_words ("2026-11-26T00:00:00", "The lesson of 09:15 on 25/11/2026 was not ended: it stands at U10, step 3");
}

static void
add_tests (void)
{
  sotay_system_use_language ("en");
  g_test_add_func ("/unfinished-words/place", test_place);
  g_test_add_func ("/unfinished-words/words", test_words);
}

int
main (int argc, char **argv)
{
  return sotay_test_run (argc, argv, add_tests);
}
