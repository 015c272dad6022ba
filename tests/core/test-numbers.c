/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/numbers.h"

#include "support/test-support.h"

static void
assert_text (char *text, const char *expected)
{
  g_assert_cmpstr (text, ==, expected);
  g_free (text);
}

static void
test_number (void)
{
  assert_text (sotay_number_format (0), "0");
  assert_text (sotay_number_format (999), "999");
  assert_text (sotay_number_format (1000), "1.000");
  assert_text (sotay_number_format (215606), "215.606");
  assert_text (sotay_number_format (-1234567), "−1.234.567");
  assert_text (sotay_number_format (G_MININT64), "−9.223.372.036.854.775.808");
}

static void
test_count (void)
{
  assert_text (sotay_count_format (0), "0");
  assert_text (sotay_count_format (1), "01");
  assert_text (sotay_count_format (9), "09");
  assert_text (sotay_count_format (10), "10");
  assert_text (sotay_count_format (1250), "1.250");
}

static void
test_percent (void)
{
  assert_text (sotay_percent_format (199610, 215606), "92,58 %");
  assert_text (sotay_percent_format (0, 40), "0 %");
  assert_text (sotay_percent_format (40, 40), "100 %");
  assert_text (sotay_percent_format (0, 0), "–");
  assert_text (sotay_percent_format (1, 3), "33,33 %");
  assert_text (sotay_percent_format (999999, 1000000), "99,99 %"); /* never 100 before it is */
  assert_text (sotay_percent_format (1, 1000000), "0,01 %");       /* never 0 when someone was */
}

static void
test_percent_hundredths (void)
{
  g_assert_cmpint (sotay_percent_hundredths (1, 3), ==, 3333);
  g_assert_cmpint (sotay_percent_hundredths (2, 3), ==, 6667);
  g_assert_cmpint (sotay_percent_hundredths (0, 3), ==, 0);
  g_assert_cmpint (sotay_percent_hundredths (4, 3), ==, 10000);
  g_assert_cmpint (sotay_percent_hundredths (999999, 1000000), ==, 9999);
  g_assert_cmpint (sotay_percent_hundredths (1, 1000000), ==, 1);
}

static void
test_size (void)
{
  assert_text (sotay_size_format (0), "0 B");
  assert_text (sotay_size_format (640), "640 B");
  assert_text (sotay_size_format (12345), "12 kB");
  assert_text (sotay_size_format (5300000), "5,3 MB");
  assert_text (sotay_size_format (5000000), "5 MB");
  assert_text (sotay_size_format (1234567890), "1,2 GB");
}

static void
add_tests (void)
{
  g_test_add_func ("/numbers/number", test_number);
  g_test_add_func ("/numbers/count", test_count);
  g_test_add_func ("/numbers/percent", test_percent);
  g_test_add_func ("/numbers/percent-hundredths", test_percent_hundredths);
  g_test_add_func ("/numbers/size", test_size);
}

int
main (int argc, char **argv)
{
  return sotay_test_run (argc, argv, add_tests);
}
