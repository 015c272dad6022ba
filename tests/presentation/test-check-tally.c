/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "presentation/check-tally.h"

#include "lesson.h"
#include "support/test-support.h"

static void
note_cb (SotayCheckTally *tally, const char *slide_id, GString *seen)
{
  g_string_append_printf (seen, "%s ", slide_id);
}

static void
test_count (void)
{
  g_autoptr (SotayCheckTally) tally = sotay_check_tally_new ();
  g_autoptr (GString) seen = g_string_new (NULL);
  double share;

  g_signal_connect (tally, "changed", G_CALLBACK (note_cb), seen);
  g_assert_cmpuint (sotay_check_tally_get (tally, "U10/check-1", 2), ==, 0);
  g_assert_false (sotay_check_tally_get_share (tally, 10, &share));
  sotay_check_tally_set (tally, "U10/check-1", 10, 1, 0, 0);
  sotay_check_tally_set (tally, "U10/check-1", 10, 1, 0, 3);
  sotay_check_tally_set (tally, "U10/check-1", 10, 1, 0, 3);
  sotay_check_tally_set (tally, "U10/check-1", 10, 1, 1, 9);
  sotay_check_tally_set (tally, "U10/check-2", 10, 2, 2, 4);
  sotay_check_tally_set (tally, "U3/check-1", 3, 0, 0, 100000);
  g_assert_cmpstr (seen->str, ==, "U10/check-1 U10/check-1 U10/check-2 U3/check-1 ");
  g_assert_cmpuint (sotay_check_tally_get (tally, "U3/check-1", 0), ==, SOTAY_CHECK_MOST_HANDS);
  g_assert_true (sotay_check_tally_get_share (tally, 10, &share));
  g_assert_cmpfloat_with_epsilon (share, 13.0 / 16, 1e-9);
  g_assert_cmphex (sotay_check_tally_get_understood (tally), ==, 1 << 9 | 1 << 2);
}

/* Just 80 % is enough, less is not; hands that were taken back leave nothing. */
static void
test_understood (void)
{
  g_autoptr (SotayCheckTally) tally = sotay_check_tally_new ();
  double share;

  sotay_check_tally_set (tally, "U1/check-1", 1, 0, 0, 4);
  sotay_check_tally_set (tally, "U1/check-1", 1, 0, 2, 1);
  g_assert_cmphex (sotay_check_tally_get_understood (tally), ==, 1);
  sotay_check_tally_set (tally, "U1/check-1", 1, 0, 2, 2);
  g_assert_cmphex (sotay_check_tally_get_understood (tally), ==, 0);
  sotay_check_tally_set (tally, "U1/check-1", 1, 0, 0, 0);
  sotay_check_tally_set (tally, "U1/check-1", 1, 0, 2, 0);
  g_assert_false (sotay_check_tally_get_share (tally, 1, &share));
}

static void
test_json (void)
{
  g_autoptr (SotayCheckTally) tally = sotay_check_tally_new ();
  g_autoptr (SotayCheckTally) again = sotay_check_tally_new ();
  g_autoptr (JsonNode) node = NULL;
  g_autoptr (JsonNode) node_again = NULL;

  sotay_check_tally_set (tally, "U10/check-2", 10, 1, 0, 3);
  sotay_check_tally_set (tally, "U9/check-1", 9, 2, 2, 7);
  node = sotay_check_tally_to_json (tally);
  sotay_check_tally_load_json (again, node);
  node_again = sotay_check_tally_to_json (again);
  g_assert_true (json_node_equal (node, node_again));
  g_assert_cmpuint (sotay_check_tally_get (again, "U9/check-1", 2), ==, 7);
}

static void
test_stranger (void)
{
  static const char *const texts[] = {
    "null", "{}", "7", "[null,1,[],{}]", "[{\"slide\":5,\"utility\":1,\"right\":0,\"hands\":[1,2,3]}]",
    "[{\"slide\":\"\",\"utility\":1,\"right\":0,\"hands\":[1,2,3]}]",
    "[{\"slide\":\"a\",\"utility\":17,\"right\":0,\"hands\":[1,2,3]}]",
    "[{\"slide\":\"a\",\"utility\":0,\"right\":0,\"hands\":[1,2,3]}]",
    "[{\"slide\":\"a\",\"utility\":1,\"right\":3,\"hands\":[1,2,3]}]",
    "[{\"slide\":\"a\",\"utility\":1,\"hands\":[1,2,3]}]",
    "[{\"slide\":\"a\",\"utility\":1,\"right\":-1,\"hands\":[1,2,3]}]",
    "[{\"slide\":\"a\",\"utility\":1,\"right\":0,\"hands\":[1,2]}]",
    "[{\"slide\":\"a\",\"utility\":1,\"right\":0,\"hands\":[1,2,3,4]}]",
    "[{\"slide\":\"a\",\"utility\":1,\"right\":0,\"hands\":[1,2,10000]}]",
    "[{\"slide\":\"a\",\"utility\":1,\"right\":0,\"hands\":[1,2,-1]}]",
    "[{\"slide\":\"a\",\"utility\":1,\"right\":0,\"hands\":[1,\"2\",3]}]",
    "[{\"slide\":\"a\",\"utility\":1,\"right\":0,\"hands\":[1,2.5,3]}]",
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (SotayCheckTally) tally = sotay_check_tally_new ();
      g_autoptr (JsonNode) node = lesson_parse (texts[i]);
      g_autoptr (JsonNode) loaded = NULL;

      g_test_message ("%s", texts[i]);
      sotay_check_tally_load_json (tally, node);
      loaded = sotay_check_tally_to_json (tally);
      g_assert_cmpuint (json_array_get_length (json_node_get_array (loaded)), ==, 0);
    }
}

/* A journal has many lines, and each may tell of other questions. */
static void
test_many (void)
{
  g_autoptr (SotayCheckTally) tally = sotay_check_tally_new ();
  g_autoptr (JsonNode) loaded = NULL;

  for (guint i = 0; i < 1000; i++)
    {
      g_autofree char *text
          = g_strdup_printf ("[{\"slide\":\"q%u\",\"utility\":1,\"right\":0,\"hands\":[1,2,3]}]", i);
      g_autoptr (JsonNode) node = lesson_parse (text);

      sotay_check_tally_load_json (tally, node);
    }
  loaded = sotay_check_tally_to_json (tally);
  g_assert_cmpuint (json_array_get_length (json_node_get_array (loaded)), ==, 500);
  g_assert_cmpuint (sotay_check_tally_get (tally, "q499", 2), ==, 3);
}

static void
add_tests (void)
{
  g_test_add_func ("/check-tally/count", test_count);
  g_test_add_func ("/check-tally/understood", test_understood);
  g_test_add_func ("/check-tally/json", test_json);
  g_test_add_func ("/check-tally/stranger", test_stranger);
  g_test_add_func ("/check-tally/many", test_many);
}

int
main (int argc, char **argv)
{
  return sotay_test_run (argc, argv, add_tests);
}
