/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The minutes that a session spent on each utility: read, written, refused, kept and taken back. */
#include "fixture.h"
#include "register/edit-records.h"
#include "register/register-error.h"
#include "register/session.h"
#include "support/test-support.h"

static void
test_parse (void)
{
  static const struct
  {
    const char *text;
    const char *stored; /* NULL: refused */
  } cases[] = {
    { "U1=5", "U1=5" },
    { "U10=12 U1=5", "U1=5 U10=12" },
    { " u16=999,U2=1 ", "U2=1 U16=999" },
    { "U1=007", "U1=7" },
    { "", NULL },
    { " , ", NULL },
    { "U1", NULL },
    { "U1=", NULL },
    { "=5", NULL },
    { "U1=0", NULL },
    { "U1=1000", NULL },
    { "U1=-5", NULL },
    { "U1= 5", NULL },
    { "U1=5m", NULL },
    { "U1=5=6", NULL },
    { "U0=5", NULL },
    { "U17=5", NULL },
    { "all=5", NULL },
    { "U1=5 U1=6", NULL },
    { "U1=5\nU2=5", NULL },
    { "U1=5 rác", NULL },
    { "U1=99999999999999999999", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      SotaySessionMinutes minutes;
      gboolean readable = sotay_session_minutes_parse (cases[i].text, &minutes);
      g_autofree char *stored = sotay_session_minutes_format (&minutes);

      g_test_message ("“%s”", cases[i].text);
      g_assert_cmpint (readable, ==, cases[i].stored != NULL);
      g_assert_cmpstr (stored, ==, cases[i].stored != NULL ? cases[i].stored : "");
    }
}

static SotayRecord *
make_session (const char *minutes)
{
  g_autoptr (SotayRecord) empty = sotay_record_new (SOTAY_RECORD_SESSION, NULL);
  g_autoptr (SotayRecord) titled = sotay_record_with (empty, SOTAY_SESSION_TITLE, "Lớp một");
  g_autoptr (SotayRecord) dated = sotay_record_with (titled, SOTAY_SESSION_DAY, "2024-03-05");

  return sotay_record_with (dated, SOTAY_SESSION_MINUTES, minutes);
}

static SotayRecord *
get_kept (SotayStore *store, const char *id)
{
  const char *ids[] = { id, NULL };
  g_autoptr (GPtrArray) found = sotay_store_list_records (store, SOTAY_RECORD_SESSION, SOTAY_STORE_BY_ID, ids, NULL,
                                                          NULL);

  g_assert_nonnull (found);
  g_assert_cmpuint (found->len, ==, 1);
  return g_object_ref (found->pdata[0]);
}

static void
assert_kept (SotayStore *store, const char *id, const char *text)
{
  g_autoptr (SotayRecord) kept = get_kept (store, id);

  g_assert_cmpstr (sotay_record_get (kept, SOTAY_SESSION_MINUTES), ==, text);
}

static void
test_kept (void)
{
  g_autofree char *path = fixture_path ();
  g_autoptr (SotayStore) store = fixture_store (path);
  g_autoptr (SotayRecord) before = make_session ("U1=5 U10=12");
  g_autoptr (SotayRecord) after = sotay_record_with (before, SOTAY_SESSION_MINUTES, "U1=6");
  const char *id = sotay_record_get_id (before);
  SotaySessionMinutes minutes = sotay_session_get_minutes (before);
  g_autoptr (GError) error = NULL;
  g_autoptr (SotayStep) added = sotay_edit_add_record (before, &error);
  g_autoptr (SotayStep) edited = sotay_edit_change_record (before, after, &error);
  g_autoptr (SotayStep) undone = NULL;
  g_autofree char *checked = NULL;

  g_assert_cmpuint (minutes.of[0], ==, 5);
  g_assert_cmpuint (sotay_session_minutes_sum (&minutes), ==, 17);
  sotay_store_apply (store, added, NULL, &error);
  g_assert_no_error (error);
  assert_kept (store, id, "U1=5 U10=12");
  sotay_store_apply (store, edited, NULL, &error);
  g_assert_no_error (error);
  assert_kept (store, id, "U1=6");
  undone = sotay_store_undo (store, 0, NULL, &error);
  g_assert_no_error (error);
  assert_kept (store, id, "U1=5 U10=12");
  checked = sotay_store_check (store, NULL, &error);
  g_assert_no_error (error);
}

static void
test_refused (void)
{
  g_autoptr (SotayRecord) session = make_session ("U1=5 U1=6");
  g_autoptr (GError) error = NULL;
  g_autoptr (SotayStep) step = sotay_edit_add_record (session, &error);
  const SotaySessionMinutes minutes = sotay_session_get_minutes (session);

  g_assert_null (step);
  g_assert_error (error, SOTAY_REGISTER_ERROR, SOTAY_REGISTER_ERROR_INVALID);
  g_assert_cmpstr (error->message, ==, "minutes");
  g_assert_cmpuint (sotay_session_minutes_sum (&minutes), ==, 0);
}

static void
add_tests (void)
{
  g_test_add_func ("/session-minutes/parse", test_parse);
  g_test_add_func ("/session-minutes/kept", test_kept);
  g_test_add_func ("/session-minutes/refused", test_refused);
}

int
main (int argc, char **argv)
{
  return sotay_test_run (argc, argv, add_tests);
}
