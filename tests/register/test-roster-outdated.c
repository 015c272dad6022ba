/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The register is changed by another program after a list was read and before it is imported. */
#include "register/edit-records.h"
#include "register/register-error.h"
#include "register/session.h"
#include "roster-fixture.h"
#include "support/test-support.h"

#define LIST "Họ và tên;Năm sinh\nNguyễn Thị Hòa;1980\nTrần Văn Bảy;1975\n"

/* Two programs with one register. */
typedef struct
{
  SotayStore *ours;
  SotayStore *theirs;
  SotayUnit *office;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = fixture_path ();

  fixture->ours = fixture_store (path);
  fixture->theirs = fixture_store (path);
  fixture->office = fixture_add_unit (fixture->ours, NULL, "Văn phòng");
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_object_unref (fixture->office);
  g_object_unref (fixture->ours);
  g_object_unref (fixture->theirs);
}

static gint64
count_staff (Fixture *fixture)
{
  g_autoptr (SotayStaffQuery) everyone = sotay_staff_query_new (NULL, SOTAY_STAFF_ALL, NULL, NULL);

  return sotay_store_count_staff (fixture->ours, everyone, NULL, NULL);
}

static void
assert_outdated (Fixture *fixture, SotayRoster *roster)
{
  g_autoptr (SotayStep) step = sotay_roster_make_step (roster);
  g_autoptr (GError) error = NULL;
  gint64 before = count_staff (fixture);

  g_assert_false (sotay_store_apply (fixture->ours, step, NULL, &error));
  g_assert_error (error, SOTAY_REGISTER_ERROR, SOTAY_REGISTER_ERROR_OUTDATED);
  g_assert_cmpint (count_staff (fixture), ==, before);
}

static void
test_same_list (Fixture *fixture, gconstpointer data)
{
  g_autoptr (SotayRoster) roster = fixture_roster (fixture->ours, fixture->office, LIST);

  fixture_import (fixture->theirs, fixture->office, LIST);
  assert_outdated (fixture, roster);
  fixture_assert_settled (fixture->ours, fixture->office, LIST);
  g_assert_cmpint (count_staff (fixture), ==, 2);
}

/* What was taken back does not count as there. */
static void
test_undone_and_redone (Fixture *fixture, gconstpointer data)
{
  g_autoptr (SotayRoster) with = NULL;
  g_autoptr (SotayRoster) without = NULL;

  fixture_import (fixture->theirs, fixture->office, LIST);
  with = fixture_roster (fixture->ours, fixture->office, LIST "Lê Văn Tám;1990\n");
  g_object_unref (sotay_store_undo (fixture->theirs, 0, NULL, NULL));
  assert_outdated (fixture, with);
  without = fixture_roster (fixture->ours, fixture->office, LIST);
  g_object_unref (sotay_store_redo (fixture->theirs, NULL, NULL));
  assert_outdated (fixture, without);
  fixture_apply (fixture->ours, sotay_roster_make_step (with));
  g_assert_cmpint (count_staff (fixture), ==, 3);
}

/* Changes of other things do not send the clerk back to the preview. */
static void
test_session_meanwhile (Fixture *fixture, gconstpointer data)
{
  g_autoptr (SotayRoster) roster = fixture_roster (fixture->ours, fixture->office, LIST);
  g_autoptr (SotayRecord) empty = sotay_record_new (SOTAY_RECORD_SESSION, NULL);
  g_autoptr (SotayRecord) titled = sotay_record_with (empty, SOTAY_SESSION_TITLE, "Buổi 1");
  g_autoptr (SotayRecord) session = sotay_record_with (titled, SOTAY_SESSION_DAY, "2025-03-05");

  fixture_apply (fixture->theirs, sotay_edit_add_record (session, NULL));
  fixture_apply (fixture->ours, sotay_roster_make_step (roster));
  g_assert_cmpint (count_staff (fixture), ==, 2);
}

/* Decisions are kept for those whom they are still about. */
static void
test_decisions (Fixture *fixture, gconstpointer data)
{
  const char *list = "Họ và tên\nNguyễn Thị Hòa\nTrần Văn Bảy\nLê Văn Tám\n";
  g_autoptr (SotayStaff) known = fixture_add_staff (fixture->ours, fixture->office, "Trần Văn Bảy");
  g_autoptr (SotayRoster) before = NULL;
  g_autoptr (SotayRoster) after = NULL;

  g_object_unref (fixture_change (fixture->ours, known, SOTAY_STAFF_BIRTH, "1975"));
  before = fixture_roster (fixture->ours, fixture->office, list);
  sotay_roster_row_set_decision (fixture_row (before, 1), SOTAY_ROSTER_ADD);
  sotay_roster_row_set_decision (fixture_row (before, 0), SOTAY_ROSTER_SKIP);
  sotay_roster_row_set_decision (fixture_row (before, 2), SOTAY_ROSTER_SKIP);
  sotay_roster_row_set_decision (fixture_row (before, 2), SOTAY_ROSTER_ADD);
  g_object_unref (fixture_add_staff (fixture->theirs, fixture->office, "Lê Văn Tám"));
  after = fixture_roster (fixture->ours, fixture->office, list);
  sotay_roster_keep_decisions (after, before);
  g_assert_cmpint (sotay_roster_row_get_decision (fixture_row (after, 0)), ==, SOTAY_ROSTER_SKIP);
  g_assert_cmpint (sotay_roster_row_get_decision (fixture_row (after, 1)), ==, SOTAY_ROSTER_ADD);
  g_assert_cmpint (sotay_roster_row_get_decision (fixture_row (after, 2)), !=, SOTAY_ROSTER_ADD);
}

static void
add (const char *path, void (*test) (Fixture *, gconstpointer))
{
  g_test_add (path, Fixture, NULL, set_up, test, tear_down);
}

static void
add_tests (void)
{
  add ("/roster-outdated/same-list", test_same_list);
  add ("/roster-outdated/undone-and-redone", test_undone_and_redone);
  add ("/roster-outdated/session-meanwhile", test_session_meanwhile);
  add ("/roster-outdated/decisions", test_decisions);
}

int
main (int argc, char **argv)
{
  return sotay_test_run (argc, argv, add_tests);
}
