/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The figures of a closed month as a text, whoever wrote it, and what changed since. */
#include "reports/frozen-month.h"

#include "fixture.h"
#include "reports/report-error.h"
#include "support/test-support.h"

static SotayFrozenMonth *
parse (const char *text)
{
  g_autoptr (GError) error = NULL;
  SotayFrozenMonth *frozen = sotay_frozen_month_parse (text, &error);

  g_assert_no_error (error);
  return frozen;
}

static void
test_round_trip (void)
{
  GDate day = fixture_date ("2026-03-31");
  g_autoptr (SotayFrozenMonth) frozen = sotay_frozen_month_new (&day);
  SotayMonthCounts counts = { 40, 37, 12, 5 };
  SotayMonthCounts strange = { 4294967295u, 4294967295u, 0, 1 };
  g_autofree char *text = NULL;
  g_autofree char *again = NULL;
  g_autoptr (SotayFrozenMonth) read = NULL;

  sotay_frozen_month_set (frozen, "da-tap-huan", 37);
  sotay_frozen_month_set (frozen, "so-lop", 0);
  sotay_frozen_month_set_unit (frozen, "018f-ward", &counts);
  sotay_frozen_month_set_unit (frozen, "a b\n%c", &strange);
  text = sotay_frozen_month_to_text (frozen);
  g_assert_cmpstr (text, ==, "2026-03-31\nda-tap-huan 37\nso-lop 0\nunit/018f-ward 40 37 12 5\n"
                             "unit/a%20b%0A%25c 4294967295 4294967295 0 1");
  read = parse (text);
  again = sotay_frozen_month_to_text (read);
  g_assert_cmpstr (again, ==, text);
  g_assert_cmpint (g_date_compare (sotay_frozen_month_get_day (read), &day), ==, 0);
  g_assert_cmpint (sotay_frozen_month_get (read, "da-tap-huan"), ==, 37);
  g_assert_true (sotay_frozen_month_has (read, "so-lop"));
  g_assert_false (sotay_frozen_month_has (read, "dat"));
  g_assert_cmpuint (sotay_frozen_month_get_unit (read, "a b\n%c")->due, ==, 4294967295u);
  g_assert_null (sotay_frozen_month_get_unit (read, "018f"));
}

/* What people typed is kept to the letter, also where it looks like more lines. */
static void
test_events_and_texts (void)
{
  GDate day = fixture_date ("2026-03-31");
  g_autoptr (SotayFrozenMonth) frozen = sotay_frozen_month_new (&day);
  SotayFrozenEvent session = { (char *) "s 1", 31, (char *) "2026-03-05", (char *) "Lớp 1\ndat 3",
                               (char *) "Nhà A 100%" };
  SotayFrozenEvent outreach = { (char *) "o1", 0, (char *) "2026-03-07", NULL, NULL };
  g_autofree char *text = NULL;
  g_autoptr (SotayFrozenMonth) read = NULL;
  const SotayFrozenEvent *event;

  sotay_frozen_month_add_event (frozen, SOTAY_FROZEN_SESSION, &session);
  sotay_frozen_month_add_event (frozen, SOTAY_FROZEN_OUTREACH, &outreach);
  sotay_frozen_month_set_text (frozen, "kho-khan", "- Một.\n- Hai.");
  sotay_frozen_month_set_text (frozen, "ket-qua", "");
  text = sotay_frozen_month_to_text (frozen);
  g_assert_cmpstr (text, ==, "2026-03-31\nsession/s%201 31 2026-03-05 =Lớp%201%0Adat%203 =Nhà%20A%20100%25\n"
                             "outreach/o1 0 2026-03-07 = =\ntext/kho-khan =-%20Một.%0A-%20Hai.\ntext/ket-qua =");
  read = parse (text);
  g_assert_cmpuint (sotay_frozen_month_list_events (read, SOTAY_FROZEN_SESSION)->len, ==, 1);
  event = sotay_frozen_month_list_events (read, SOTAY_FROZEN_SESSION)->pdata[0];
  g_assert_cmpstr (event->id, ==, session.id);
  g_assert_cmpuint (event->people, ==, 31);
  g_assert_cmpstr (event->day, ==, session.day);
  g_assert_cmpstr (event->title, ==, session.title);
  g_assert_cmpstr (event->place, ==, session.place);
  g_assert_cmpuint (sotay_frozen_month_list_events (read, SOTAY_FROZEN_OUTREACH)->len, ==, 1);
  event = sotay_frozen_month_list_events (read, SOTAY_FROZEN_OUTREACH)->pdata[0];
  g_assert_cmpstr (event->title, ==, "");
  g_assert_cmpstr (event->place, ==, "");
  g_assert_cmpstr (sotay_frozen_month_get_text (read, "kho-khan"), ==, "- Một.\n- Hai.");
  g_assert_cmpstr (sotay_frozen_month_get_text (read, "ket-qua"), ==, "");
  g_assert_null (sotay_frozen_month_get_text (read, "chi-dao"));
}

static void
test_refused (void)
{
  static const struct
  {
    const char *text;
    const char *line;
  } texts[] = {
    { NULL, "1" },
    { "", "1" },
    { "31/3/2026\ndat 1", "1" },
    { "2026-02-30\ndat 1", "1" },
    { "2026-03-31\n", "2" },
    { "2026-03-31\ndat", "2" },
    { "2026-03-31\ndat 1 2", "2" },
    { "2026-03-31\ndat -1", "2" },
    { "2026-03-31\ndat +1", "2" },
    { "2026-03-31\ndat 1e3", "2" },
    { "2026-03-31\ndat 4294967296", "2" },
    { "2026-03-31\ndat 1\ndat 1", "3" },
    { "2026-03-31\nDạt 1", "2" },
    { "2026-03-31\nunit/ 1 1 1 1", "2" },
    { "2026-03-31\nunit/a 1 1 1", "2" },
    { "2026-03-31\nunit/a 1 1 1 1 1", "2" },
    { "2026-03-31\nunit/a 1 2 1 1", "2" },
    { "2026-03-31\nunit/a 2 1 2 1", "2" },
    { "2026-03-31\nunit/a 2 1 1 2", "2" },
    { "2026-03-31\nunit/%zz 1 1 1 1", "2" },
    { "2026-03-31\nunit/a 1 1 1 1\nunit/%61 1 1 1 1", "3" },
    { "2026-03-31\nsession/ 1 2026-03-05 =A =B", "2" },
    { "2026-03-31\nsession/a 1 2026-03-05 =A", "2" },
    { "2026-03-31\nsession/a 1 2026-03-05 =A =B =C", "2" },
    { "2026-03-31\nsession/a -1 2026-03-05 =A =B", "2" },
    { "2026-03-31\noutreach/a 1 2026-03-32 =A =B", "2" },
    { "2026-03-31\noutreach/a 1 2026-03-05 =%ff =B", "2" },
    { "2026-03-31\ntext/ =A", "2" },
    { "2026-03-31\ntext/a", "2" },
    { "2026-03-31\ntext/a A", "2" },
    { "2026-03-31\ntext/a =%00", "2" },
    { "2026-03-31\ntext/a =A\ntext/a =A", "3" },
    { "2026-03-31\n\xff\xfe 1", "2" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GError) error = NULL;

      g_test_message ("text %" G_GSIZE_FORMAT, i);
      g_assert_null (sotay_frozen_month_parse (texts[i].text, &error));
      g_assert_error (error, SOTAY_REPORT_ERROR, SOTAY_REPORT_ERROR_FROZEN);
      g_assert_cmpstr (error->message, ==, texts[i].line);
    }
}

static void
assert_correction (GPtrArray *corrections, guint index, const char *name, const char *unit_id, gint64 was, gint64 is)
{
  const SotayCorrection *correction = corrections->pdata[index];

  g_assert_cmpstr (correction->name, ==, name);
  g_assert_cmpstr (correction->unit_id, ==, unit_id);
  g_assert_cmpint (correction->was, ==, was);
  g_assert_cmpint (correction->is, ==, is);
}

/* A figure that one of the two does not know is no correction: it is of another version of the program. */
static void
test_compare (void)
{
  g_autoptr (SotayFrozenMonth) was = parse ("2026-03-31\ndat 3\nso-lop 2\nof-old 7\nunit/a 5 4 3 2\nunit/gone 1 0 0 0");
  g_autoptr (SotayFrozenMonth) is = parse ("2026-03-31\ndat 4\nso-lop 2\nof-new 7\nunit/a 5 5 3 2\nunit/new 2 0 0 0");
  g_autoptr (GPtrArray) corrections = sotay_frozen_month_compare (was, is);
  g_autoptr (GPtrArray) none = sotay_frozen_month_compare (was, was);

  g_assert_cmpuint (none->len, ==, 0);
  g_assert_cmpuint (corrections->len, ==, 4);
  assert_correction (corrections, 0, "dat", NULL, 3, 4);
  assert_correction (corrections, 1, "trained", "a", 4, 5);
  assert_correction (corrections, 2, "due", "gone", 1, 0);
  assert_correction (corrections, 3, "due", "new", 0, 2);
}

static void
add_tests (void)
{
  g_test_add_func ("/frozen-month/round-trip", test_round_trip);
  g_test_add_func ("/frozen-month/events-and-texts", test_events_and_texts);
  g_test_add_func ("/frozen-month/refused", test_refused);
  g_test_add_func ("/frozen-month/compare", test_compare);
}

int
main (int argc, char **argv)
{
  return sotay_test_run (argc, argv, add_tests);
}
