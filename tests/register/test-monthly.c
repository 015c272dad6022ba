/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Months' reports in the register: what may be written, closed and sent, and what stays once it was told. */
#include "register/monthly.h"

#include "fixture.h"
#include "register/edit.h"
#include "register/register-error.h"
#include "support/test-support.h"

#define FIGURES "2024-03-31\ndue 12"

static SotayStore *
open_store (void)
{
  g_autofree char *path = fixture_path ();

  return fixture_store (path);
}

static SotayRecord *
make (const char *unit_id)
{
  GDate day = fixture_date ("2024-03-05");

  return sotay_monthly_new (&day, unit_id);
}

static SotayRecord *
make_closed (void)
{
  GDate day = fixture_date ("2024-03-28");
  g_autoptr (SotayRecord) open = make (NULL);

  return sotay_monthly_close (open, &day, FIGURES);
}

static SotayRecord *
make_sent (void)
{
  GDate day = fixture_date ("2024-03-29");
  g_autoptr (SotayRecord) closed = make_closed ();

  return sotay_monthly_send (closed, &day, "Công an thành phố");
}

static void
assert_refused (SotayRecord *before, SotayRecord *made, guint field, const char *value, const char *complaint)
{
  g_autoptr (SotayRecord) record = made;
  g_autoptr (SotayRecord) after = sotay_record_with (record, field, value);
  g_autoptr (GError) error = NULL;
  g_autoptr (SotayStep) step = sotay_monthly_save (before, after, &error);

  if (complaint == NULL)
    {
      g_assert_no_error (error);
      g_assert_nonnull (step);
      return;
    }
  g_assert_null (step);
  g_assert_error (error, SOTAY_REGISTER_ERROR, SOTAY_REGISTER_ERROR_INVALID);
  g_assert_cmpstr (error->message, ==, complaint);
}

static void
test_rules (void)
{
  g_autofree char *long_text = g_strnfill (20001, 'a');
  g_autofree char *text = g_strnfill (20000, 'a');

  assert_refused (NULL, make (NULL), SOTAY_MONTHLY_MONTH, NULL, "month");
  assert_refused (NULL, make (NULL), SOTAY_MONTHLY_MONTH, "2024-13", "month");
  assert_refused (NULL, make (NULL), SOTAY_MONTHLY_MONTH, "2024-3", "month");
  assert_refused (NULL, make (NULL), SOTAY_MONTHLY_DATED, "31/3/2024", "dated");
  assert_refused (NULL, make (NULL), SOTAY_MONTHLY_OBSTACLES, long_text, "obstacles");
  assert_refused (NULL, make (NULL), SOTAY_MONTHLY_OBSTACLES, text, NULL);
  assert_refused (NULL, make (NULL), SOTAY_MONTHLY_CLOSED_ON, "2024-03-28", "figures");
  assert_refused (NULL, make (NULL), SOTAY_MONTHLY_FIGURES, FIGURES, "figures");
  assert_refused (NULL, make (NULL), SOTAY_MONTHLY_SENT_ON, "2024-03-28", "sent_on");
  assert_refused (NULL, make (NULL), SOTAY_MONTHLY_SENT_TO, "Công an", "sent_to");
  assert_refused (NULL, make_closed (), SOTAY_MONTHLY_CLOSED_ON, "2024-02-29", "closed_on");
  assert_refused (NULL, make_closed (), SOTAY_MONTHLY_CLOSED_ON, "2199-01-01", "closed_on");
  assert_refused (NULL, make_closed (), SOTAY_MONTHLY_CLOSED_ON, "2024-03-01", NULL);
  assert_refused (NULL, make_sent (), SOTAY_MONTHLY_SENT_ON, "2024-03-27", "sent_on");
}

/* What was closed keeps its figures, what was sent keeps everything, until it is opened again. */
static void
test_what_stays (void)
{
  g_autoptr (SotayRecord) closed = make_closed ();
  g_autoptr (SotayRecord) sent = make_sent ();

  assert_refused (closed, g_object_ref (closed), SOTAY_MONTHLY_FIGURES, "2024-03-31\ndue 13", "figures");
  assert_refused (closed, g_object_ref (closed), SOTAY_MONTHLY_CLOSED_ON, "2024-03-29", "closed_on");
  assert_refused (closed, g_object_ref (closed), SOTAY_MONTHLY_MONTH, "2024-02", "month");
  assert_refused (closed, g_object_ref (closed), SOTAY_MONTHLY_TASKS, "Tập huấn bù", NULL);
  assert_refused (sent, g_object_ref (sent), SOTAY_MONTHLY_TASKS, "Tập huấn bù", "tasks");
  assert_refused (sent, g_object_ref (sent), SOTAY_MONTHLY_NUMBER, "13/BC-UBND", "number");
}

static void
assert_saved (SotayStore *store, SotayRecord *before, SotayRecord *after, SotayStepKind kind)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SotayStep) step = sotay_monthly_save (before, after, &error);

  g_assert_no_error (error);
  g_assert_cmpint (sotay_step_get_kind (step), ==, kind);
  g_assert_cmpstr (sotay_step_get_subject (step), ==, "3/2024");
  fixture_apply (store, g_steal_pointer (&step));
}

static void
assert_stored (SotayStore *store, SotayMonthlyState state)
{
  GDate day = fixture_date ("2024-03-31");
  g_autoptr (GPtrArray) records = sotay_store_list_records (store, SOTAY_RECORD_MONTHLY, -1, NULL, NULL, NULL);

  g_assert_cmpint (sotay_monthly_get_state (sotay_monthly_find (records, &day, NULL)), ==, state);
  g_assert_null (sotay_monthly_find (records, &day, "another"));
}

static void
test_life (void)
{
  g_autoptr (SotayStore) store = open_store ();
  GDate day = fixture_date ("2024-04-02");
  g_autoptr (SotayRecord) open = make (NULL);
  g_autoptr (SotayRecord) closed = sotay_monthly_close (open, &day, FIGURES);
  g_autoptr (SotayRecord) sent = sotay_monthly_send (closed, &day, "Công an thành phố");
  g_autoptr (SotayRecord) again = sotay_monthly_reopen (sent);

  assert_stored (store, SOTAY_MONTHLY_OPEN);
  assert_saved (store, NULL, open, SOTAY_STEP_EDIT_MONTHLY);
  assert_stored (store, SOTAY_MONTHLY_OPEN);
  assert_saved (store, open, closed, SOTAY_STEP_CLOSE_MONTHLY);
  assert_stored (store, SOTAY_MONTHLY_CLOSED);
  assert_saved (store, closed, sent, SOTAY_STEP_SEND_MONTHLY);
  assert_stored (store, SOTAY_MONTHLY_SENT);
  assert_saved (store, sent, again, SOTAY_STEP_REOPEN_MONTHLY);
  assert_stored (store, SOTAY_MONTHLY_OPEN);
  g_object_unref (sotay_store_undo (store, 0, NULL, NULL));
  assert_stored (store, SOTAY_MONTHLY_SENT);
}

/* Two programs that begin the same month's report at once. */
static void
test_once (void)
{
  g_autoptr (SotayStore) store = open_store ();
  g_autoptr (SotayRecord) one = make (NULL);
  g_autoptr (SotayRecord) other = make (NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (SotayStep) step = NULL;

  assert_saved (store, NULL, one, SOTAY_STEP_EDIT_MONTHLY);
  step = sotay_monthly_save (NULL, other, NULL);
  g_assert_false (sotay_store_apply (store, step, NULL, &error));
  g_assert_error (error, SOTAY_REGISTER_ERROR, SOTAY_REGISTER_ERROR_CONFLICT);
}

/* A unit that was a slip takes its reports along; the unit above has its own. */
static void
test_unit_removed (void)
{
  g_autoptr (SotayStore) store = open_store ();
  g_autoptr (SotayUnit) ward = fixture_add_unit (store, NULL, "Phường");
  g_autoptr (SotayUnit) slip = fixture_add_unit (store, ward, "Tổ");
  g_autoptr (SotayRecord) mine = make (sotay_unit_get_id (slip));
  g_autoptr (SotayRecord) above = make (sotay_unit_get_id (ward));
  const char *ids[] = { sotay_unit_get_id (slip), NULL };
  g_autoptr (GPtrArray) units = sotay_store_list_units (store, NULL, NULL);
  g_autoptr (GPtrArray) nobody = g_ptr_array_new ();
  g_autoptr (GPtrArray) belongings = NULL;
  g_autoptr (GPtrArray) left = NULL;

  assert_saved (store, NULL, mine, SOTAY_STEP_EDIT_MONTHLY);
  assert_saved (store, NULL, above, SOTAY_STEP_EDIT_MONTHLY);
  belongings = sotay_store_list_belongings (store, ids, NULL, NULL);
  g_assert_cmpuint (belongings->len, ==, 1);
  fixture_apply (store, sotay_edit_remove_unit (slip, units, nobody, belongings));
  left = sotay_store_list_records (store, SOTAY_RECORD_MONTHLY, -1, NULL, NULL, NULL);
  g_assert_cmpuint (left->len, ==, 1);
  g_assert_cmpstr (sotay_record_get (left->pdata[0], SOTAY_MONTHLY_UNIT_ID), ==, sotay_unit_get_id (ward));
}

static void
add_tests (void)
{
  g_test_add_func ("/monthly/rules", test_rules);
  g_test_add_func ("/monthly/what-stays", test_what_stays);
  g_test_add_func ("/monthly/life", test_life);
  g_test_add_func ("/monthly/once", test_once);
  g_test_add_func ("/monthly/unit-removed", test_unit_removed);
}

int
main (int argc, char **argv)
{
  return sotay_test_run (argc, argv, add_tests);
}
