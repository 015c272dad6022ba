/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the hand-out is made of, without a line: ranges, and the book about who has what. */
#include "guide/byte-range.h"
#include "guide/phones.h"

#include "support/test-support.h"

static void
test_ranges (void)
{
  const struct
  {
    const char *header;
    SotayByteRange kind;
    gint64 from;
    gint64 to;
  } cases[] = {
    { NULL, SOTAY_BYTE_RANGE_WHOLE, 0, 1000 },
    { "bytes=0-", SOTAY_BYTE_RANGE_PART, 0, 1000 },
    { "bytes=0-0", SOTAY_BYTE_RANGE_PART, 0, 1 },
    { "bytes=999-999", SOTAY_BYTE_RANGE_PART, 999, 1000 },
    { "bytes=500-", SOTAY_BYTE_RANGE_PART, 500, 1000 },
    { "bytes=500-5000", SOTAY_BYTE_RANGE_PART, 500, 1000 },
    { "BYTES= 1-2 ", SOTAY_BYTE_RANGE_PART, 1, 3 },
    { "bytes=-1", SOTAY_BYTE_RANGE_PART, 999, 1000 },
    { "bytes=-1000", SOTAY_BYTE_RANGE_PART, 0, 1000 },
    { "bytes=-99999999999999999999", SOTAY_BYTE_RANGE_PART, 0, 1000 },
    { "bytes=0-99999999999999999999", SOTAY_BYTE_RANGE_PART, 0, 1000 },
    { "bytes=1000-", SOTAY_BYTE_RANGE_UNSATISFIABLE, 0, 1000 },
    { "bytes=99999999999999999999-", SOTAY_BYTE_RANGE_UNSATISFIABLE, 0, 1000 },
    { "bytes=-0", SOTAY_BYTE_RANGE_UNSATISFIABLE, 0, 1000 },
    { "bytes=2-1", SOTAY_BYTE_RANGE_WHOLE, 0, 1000 },
    { "bytes=0-1,3-4", SOTAY_BYTE_RANGE_WHOLE, 0, 1000 },
    { "bytes=-", SOTAY_BYTE_RANGE_WHOLE, 0, 1000 },
    { "bytes=", SOTAY_BYTE_RANGE_WHOLE, 0, 1000 },
    { "bytes=x-1", SOTAY_BYTE_RANGE_WHOLE, 0, 1000 },
    { "bytes=1", SOTAY_BYTE_RANGE_WHOLE, 0, 1000 },
    { "bytes=1-2x", SOTAY_BYTE_RANGE_WHOLE, 0, 1000 },
    { "bytes=--1", SOTAY_BYTE_RANGE_WHOLE, 0, 1000 },
    { "pages=1-2", SOTAY_BYTE_RANGE_WHOLE, 0, 1000 },
    { "", SOTAY_BYTE_RANGE_WHOLE, 0, 1000 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      gint64 from = -1, to = -1;

      g_assert_cmpint (sotay_byte_range_parse (cases[i].header, 1000, &from, &to), ==, cases[i].kind);
      g_assert_cmpint (from, ==, cases[i].from);
      g_assert_cmpint (to, ==, cases[i].to);
    }
}

static SotayPhones *
make_phones (void)
{
  SotayPhones *phones = sotay_phones_new (1000, "10.0.0.1");

  g_assert_true (sotay_phones_connect (phones, "10.0.0.1"));
  g_assert_true (sotay_phones_connect (phones, "10.0.0.2"));
  g_assert_true (sotay_phones_connect (phones, "10.0.0.3"));
  return phones;
}

static void
test_union (void)
{
  g_autoptr (SotayPhones) phones = make_phones ();

  sotay_phones_receive (phones, "10.0.0.2", 500, 1000);
  sotay_phones_receive (phones, "10.0.0.2", 0, 499);
  sotay_phones_receive (phones, "10.0.0.3", 499, 500);
  g_assert_cmpuint (sotay_phones_count (phones), ==, 0);
  sotay_phones_receive (phones, "10.0.0.2", 400, 600);
  g_assert_cmpuint (sotay_phones_count (phones), ==, 1);
  sotay_phones_receive (phones, "10.0.0.2", 0, 1000); /* again: one phone still */
  sotay_phones_receive (phones, "10.0.0.1", 0, 1000); /* this PC */
  g_assert_cmpuint (sotay_phones_count (phones), ==, 1);
  sotay_phones_receive (phones, "10.0.0.3", 500, 1000);
  sotay_phones_receive (phones, "10.0.0.3", 0, 499);
  g_assert_cmpuint (sotay_phones_count (phones), ==, 2);
}

/* Every second byte, then the others, backwards: whatever is kept of it, what came in one piece counts. */
static void
test_crumbs (void)
{
  g_autoptr (SotayPhones) phones = make_phones ();

  for (gint64 i = 0; i < 1000; i += 2)
    sotay_phones_receive (phones, "10.0.0.2", i, i + 1);
  g_assert_cmpuint (sotay_phones_count (phones), ==, 0);
  sotay_phones_receive (phones, "10.0.0.2", 0, 1000);
  g_assert_cmpuint (sotay_phones_count (phones), ==, 1);
}

static void
test_connections (void)
{
  g_autoptr (SotayPhones) phones = make_phones ();

  for (guint i = 1; i < SOTAY_PHONES_MOST_CONNECTIONS; i++)
    g_assert_true (sotay_phones_connect (phones, "10.0.0.2"));
  g_assert_false (sotay_phones_connect (phones, "10.0.0.2"));
  g_assert_true (sotay_phones_connect (phones, "10.0.0.3"));
  sotay_phones_disconnect (phones, "10.0.0.2");
  g_assert_true (sotay_phones_connect (phones, "10.0.0.2"));
}

static void
test_own (void)
{
  g_autoptr (SotayPhones) phones = make_phones ();

  g_assert_cmpuint (sotay_phones_count_connections (phones), ==, 2);
  sotay_phones_disconnect (phones, "10.0.0.1");
  g_assert_cmpuint (sotay_phones_count_connections (phones), ==, 2);
  sotay_phones_disconnect (phones, "10.0.0.2");
  g_assert_cmpuint (sotay_phones_count_connections (phones), ==, 1);
  g_assert_cmpuint (sotay_phones_count_visitors (phones), ==, 2);
}

static void
test_guesses (void)
{
  g_autoptr (SotayPhones) phones = make_phones ();

  for (guint i = 0; i < SOTAY_PHONES_MOST_GUESSES; i++)
    g_assert_true (sotay_phones_guess (phones, "10.0.0.2"));
  g_assert_true (sotay_phones_connect (phones, "10.0.0.2"));
  g_assert_false (sotay_phones_guess (phones, "10.0.0.2"));
  g_assert_false (sotay_phones_connect (phones, "10.0.0.2"));
  g_assert_true (sotay_phones_connect (phones, "10.0.0.3"));
}

/* Whoever shows a new address each time is forgotten as soon as the line ends: there is room for the next phone. */
static void
test_passers_by (void)
{
  g_autoptr (SotayPhones) phones = make_phones ();

  sotay_phones_receive (phones, "10.0.0.2", 0, 500);
  for (guint i = 0; i < 10000; i++)
    {
      g_autofree char *address = g_strdup_printf ("fd00::%x", i);

      g_assert_true (sotay_phones_connect (phones, address));
      sotay_phones_disconnect (phones, address);
    }
  sotay_phones_receive (phones, "10.0.0.2", 500, 1000);
  g_assert_cmpuint (sotay_phones_count (phones), ==, 1);
}

/* Whoever holds on with a new address each time is turned away in the end; who was there before is not. */
static void
test_addresses (void)
{
  g_autoptr (SotayPhones) phones = make_phones ();
  guint welcome = 0;

  for (guint i = 0; i < 10000; i++)
    {
      g_autofree char *address = g_strdup_printf ("fd00::%x", i);

      if (!sotay_phones_connect (phones, address))
        break;
      welcome++;
    }
  g_assert_cmpuint (welcome, >, 1000);
  g_assert_cmpuint (welcome, <, 10000);
  g_assert_true (sotay_phones_connect (phones, "10.0.0.2"));
}

static void
add_tests (void)
{
  g_test_add_func ("/guide/handout-parts/ranges", test_ranges);
  g_test_add_func ("/guide/handout-parts/union", test_union);
  g_test_add_func ("/guide/handout-parts/crumbs", test_crumbs);
  g_test_add_func ("/guide/handout-parts/connections", test_connections);
  g_test_add_func ("/guide/handout-parts/own", test_own);
  g_test_add_func ("/guide/handout-parts/guesses", test_guesses);
  g_test_add_func ("/guide/handout-parts/passers-by", test_passers_by);
  g_test_add_func ("/guide/handout-parts/addresses", test_addresses);
}

int
main (int argc, char **argv)
{
  return sotay_test_run (argc, argv, add_tests);
}
