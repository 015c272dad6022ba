/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Nobody comes into a unit that has ended, and no unit below one: whoever asks for it, and however. */
#include "register/edit-membership.h"
#include "register/register-error.h"
#include "roster-fixture.h"
#include "support/test-support.h"

#define CLOSED_ON "2025-07-01"

/* "Phường Cũ" has ended, "Phường Mới" goes on. */
typedef struct
{
  SotayStore *store;
  SotayUnit *old;
  SotayUnit *fresh;
} Fixture;

static SotayStep *
make_end (Fixture *fixture, SotayUnit *unit)
{
  g_autoptr (GPtrArray) units = sotay_store_list_units (fixture->store, NULL, NULL);
  g_autoptr (GPtrArray) nothing = g_ptr_array_new ();
  GDate day = fixture_date (CLOSED_ON);
  g_autoptr (GError) error = NULL;
  SotayStep *step = sotay_edit_end_unit (unit, SOTAY_UNIT_CLOSED, NULL, &day, units, nothing, nothing, &error);

  g_assert_no_error (error);
  return step;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = fixture_path ();

  fixture->store = fixture_store (path);
  fixture->old = fixture_add_unit (fixture->store, NULL, "Phường Cũ");
  fixture->fresh = fixture_add_unit (fixture->store, NULL, "Phường Mới");
  fixture_apply (fixture->store, make_end (fixture, fixture->old));
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_object_unref (fixture->old);
  g_object_unref (fixture->fresh);
  g_object_unref (fixture->store);
}

/* @step: (transfer full) */
static void
assert_refused (Fixture *fixture, SotayStep *step, SotayRegisterError code, const char *message)
{
  g_autoptr (SotayStep) made = step;
  g_autoptr (GError) error = NULL;
  g_autofree char *before = fixture_dump (fixture->store);
  g_autofree char *after = NULL;

  g_assert_false (sotay_store_apply (fixture->store, made, NULL, &error));
  g_assert_error (error, SOTAY_REGISTER_ERROR, (int) code);
  g_assert_cmpstr (error->message, ==, message);
  after = fixture_dump (fixture->store);
  g_assert_cmpstr (after, ==, before);
}

static SotayStaff *
make_person (SotayUnit *unit, const char *joined_on, const char *left_on)
{
  g_autoptr (SotayStaff) plain = sotay_staff_new (NULL, "Nguyễn Văn An", sotay_unit_get_id (unit));
  g_autoptr (SotayStaff) joined = sotay_staff_with (plain, SOTAY_STAFF_JOINED_ON, joined_on);

  return sotay_staff_with (joined, SOTAY_STAFF_LEFT_ON, left_on);
}

/* One who left by then was there. */
static void
test_person (Fixture *fixture, gconstpointer data)
{
  g_autoptr (SotayStaff) now = make_person (fixture->old, NULL, NULL);
  g_autoptr (SotayStaff) past = make_person (fixture->old, "2024-01-01", NULL);
  g_autoptr (SotayStaff) late = make_person (fixture->old, "2024-01-01", "2025-07-02");
  g_autoptr (SotayStaff) former = make_person (fixture->old, "2024-01-01", CLOSED_ON);
  g_autoptr (SotayStaff) back = sotay_staff_with (former, SOTAY_STAFF_LEFT_ON, NULL);

  assert_refused (fixture, sotay_edit_add_staff (now, NULL), SOTAY_REGISTER_ERROR_INVALID, "unit_id");
  assert_refused (fixture, sotay_edit_add_staff (past, NULL), SOTAY_REGISTER_ERROR_INVALID, "unit_id");
  assert_refused (fixture, sotay_edit_add_staff (late, NULL), SOTAY_REGISTER_ERROR_INVALID, "unit_id");
  fixture_apply (fixture->store, sotay_edit_add_staff (former, NULL));
  assert_refused (fixture, sotay_edit_change_staff (former, back, NULL), SOTAY_REGISTER_ERROR_INVALID, "unit_id");
}

/* On a day on which it was still there. */
static void
test_transfer (Fixture *fixture, gconstpointer data)
{
  g_autoptr (SotayStaff) person = fixture_add_staff (fixture->store, fixture->fresh, "Trần Thị Bình");
  g_autoptr (GPtrArray) people = g_ptr_array_new ();
  GDate day = fixture_date ("2025-06-01");

  g_ptr_array_add (people, person);
  assert_refused (fixture, sotay_edit_transfer_staff (people, fixture->old, &day, NULL), SOTAY_REGISTER_ERROR_INVALID,
                  "unit_id");
}

static void
test_unit (Fixture *fixture, gconstpointer data)
{
  g_autoptr (SotayUnit) plain = sotay_unit_new (NULL, sotay_unit_get_id (fixture->old), "Phòng");
  g_autoptr (SotayUnit) past = sotay_unit_with (plain, SOTAY_UNIT_OPENED_ON, "2024-01-01");
  g_autoptr (SotayUnit) moved = sotay_unit_with (fixture->fresh, SOTAY_UNIT_PARENT_ID,
                                                 sotay_unit_get_id (fixture->old));
  g_autoptr (GPtrArray) units = sotay_store_list_units (fixture->store, NULL, NULL);

  assert_refused (fixture, sotay_edit_add_unit (plain, NULL), SOTAY_REGISTER_ERROR_INVALID, "parent_id");
  assert_refused (fixture, sotay_edit_add_unit (past, NULL), SOTAY_REGISTER_ERROR_INVALID, "parent_id");
  assert_refused (fixture, sotay_edit_change_unit (fixture->fresh, moved, units, NULL), SOTAY_REGISTER_ERROR_INVALID,
                  "parent_id");
}

/* While the end was made, another program added somebody, or a unit below. */
static void
test_end (Fixture *fixture, gconstpointer data)
{
  const char *id = sotay_unit_get_id (fixture->fresh);
  g_autoptr (SotayStep) end = make_end (fixture, fixture->fresh);
  g_autoptr (SotayUnit) below = fixture_add_unit (fixture->store, fixture->fresh, "Phòng");

  assert_refused (fixture, g_object_ref (end), SOTAY_REGISTER_ERROR_CONFLICT, id);
  g_object_unref (sotay_store_undo (fixture->store, 0, NULL, NULL));
  g_object_unref (fixture_add_staff (fixture->store, fixture->fresh, "Trần Thị Bình"));
  assert_refused (fixture, g_object_ref (end), SOTAY_REGISTER_ERROR_CONFLICT, id);
  g_object_unref (sotay_store_undo (fixture->store, 0, NULL, NULL));
  fixture_apply (fixture->store, g_steal_pointer (&end));
}

/* The other rows of a list are taken. */
static void
test_import (Fixture *fixture, gconstpointer data)
{
  const char *list = "Họ và tên;Đơn vị\nNguyễn Văn An;Phường Cũ\nTrần Thị Bình;Phường Mới\n";
  g_autofree char *plan = fixture_plan (fixture->store, NULL, list);
  g_autofree char *below = fixture_plan (fixture->store, fixture->old, "Họ và tên;Đơn vị\nLê Văn Tám;Phòng\n");

  g_assert_cmpstr (plan, ==, "2 reject unit-ended, 3 add");
  g_assert_cmpstr (below, ==, "2 reject unit-ended");
  fixture_import (fixture->store, NULL, list);
}

static void
add (const char *path, void (*test) (Fixture *, gconstpointer))
{
  g_test_add (path, Fixture, NULL, set_up, test, tear_down);
}

static void
add_tests (void)
{
  add ("/closings/person", test_person);
  add ("/closings/transfer", test_transfer);
  add ("/closings/unit", test_unit);
  add ("/closings/end", test_end);
  add ("/closings/import", test_import);
}

int
main (int argc, char **argv)
{
  return sotay_test_run (argc, argv, add_tests);
}
