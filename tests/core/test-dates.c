/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/dates.h"

#include "support/test-support.h"

static GDate
today (void)
{
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_dmy (&date, 23, G_DATE_NOVEMBER, 2026);
  return date;
}

static void
test_parse (void)
{
  static const struct
  {
    const char *typed;
    const char *iso; /* NULL: refused */
  } cases[] = {
    { "5/3/2024", "2024-03-05" },    { "05032024", "2024-03-05" },  { " 05 / 3 / 2024 ", "2024-03-05" },
    { "5.3.24", "2024-03-05" },      { "5-3-1975", "1975-03-05" },  { "2024-03-05", "2024-03-05" },
    { "hôm nay", "2026-11-23" },     { "HOM NAY", "2026-11-23" },   { "today", "2026-11-23" },
    { "29/2/2024", "2024-02-29" },   { "29/2/2023", NULL },         { "31/4/2024", NULL },
    { "5/13/2024", NULL },           { "", NULL },                  { "5/3", NULL },
    { "2024", NULL },                { "5/3/2024/1", NULL },        { "5//2024", NULL },
    { "5/3/1024", NULL },            { "99999999999/1/1", NULL },   { "5/3/2024x", NULL },
  };
  GDate day = today ();

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      GDate date;
      gboolean understood = sotay_date_parse (cases[i].typed, &day, &date);
      g_autofree char *iso = understood ? sotay_date_to_iso (&date) : NULL;

      g_test_message ("%s", cases[i].typed);
      g_assert_cmpstr (iso, ==, cases[i].iso);
    }
}

static void
test_format (void)
{
  static const struct
  {
    const char *iso;
    const char *shown;
  } cases[] = {
    { "2024-03-05", "05/3/2024" }, { "2024-02-27", "27/02/2024" }, { "2024-12-31", "31/12/2024" },
    { "2024-03", "3/2024" },       { "2024-01", "01/2024" },       { "2024", "2024" },
    { "bad", "bad" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *shown = sotay_date_format_iso (cases[i].iso);

      g_assert_cmpstr (shown, ==, cases[i].shown);
    }
}

static void
test_long (void)
{
  GDate march, february;
  g_autofree char *one = NULL;
  g_autofree char *other = NULL;
  g_autofree char *month = NULL;
  g_autofree char *early_month = NULL;

  g_assert_true (sotay_date_parse_iso ("2024-03-05", &march) && sotay_date_parse_iso ("2024-02-27", &february));
  one = sotay_date_format_long (&march);
  other = sotay_date_format_long (&february);
  g_assert_cmpstr (one, ==, "ngày 05 tháng 3 năm 2024");
  g_assert_cmpstr (other, ==, "ngày 27 tháng 02 năm 2024");
  month = sotay_date_format_month (&march);
  early_month = sotay_date_format_month (&february);
  g_assert_cmpstr (month, ==, "3/2024");
  g_assert_cmpstr (early_month, ==, "02/2024");
}

/* On the heap and no longer than its text, so that a reader who goes past the end is caught. */
static void
assert_not_iso (const char *text)
{
  g_autofree char *copy = g_strdup (text);
  GDate date;

  g_test_message ("%s", text);
  g_assert_false (sotay_date_parse_iso (copy, &date));
}

static void
test_iso_is_strict (void)
{
  static const char *const refused[] = { "2024-03-5 ", "2024-3 -05", "2024- 3-05", "2024-03- 5", "2024-03-+5", "2024-03-05 ",
                                         "2024-3-005", "2024/03/05", "2024-03-0x", "2024-03-00", "2024-13-01", "0024-03-05",
                                         "1899-12-31", "2200-01-01", "2024-03-",   "----------", "" };
  GDate date;

  for (guint i = 0; i < G_N_ELEMENTS (refused); i++)
    assert_not_iso (refused[i]);

  g_assert_true (sotay_date_parse_iso ("2024-02-29", &date));
  g_assert_false (sotay_date_parse_iso ("2023-02-29", &date));
  g_assert_false (sotay_date_parse_iso ("2024-2-9", &date));
  g_assert_false (sotay_date_parse_iso ("05/03/2024", &date));
}

static void
test_birth (void)
{
  GDate day = today ();
  g_autofree char *year = sotay_birth_parse (" 1975 ", &day);
  g_autofree char *date = sotay_birth_parse ("5/3/1975", &day);

  g_assert_cmpstr (year, ==, "1975");
  g_assert_cmpstr (date, ==, "1975-03-05");
  g_assert_null (sotay_birth_parse ("2027", &day));
  g_assert_null (sotay_birth_parse ("24/11/2026", &day));
  g_assert_null (sotay_birth_parse ("75", &day));
  g_assert_null (sotay_birth_parse ("nam", &day));
}

static void
add_tests (void)
{
  g_test_add_func ("/dates/parse", test_parse);
  g_test_add_func ("/dates/format", test_format);
  g_test_add_func ("/dates/long", test_long);
  g_test_add_func ("/dates/iso-is-strict", test_iso_is_strict);
  g_test_add_func ("/dates/birth", test_birth);
}

int
main (int argc, char **argv)
{
  return sotay_test_run (argc, argv, add_tests);
}
