/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Records, the rules of their fields, and the steps that edits make. */
#include "register/edit.h"

#include "core/dates.h"
#include "fixture.h"
#include "register/register-error.h"
#include "register/staff-query.h"
#include "support/test-support.h"

#include <string.h>

static SotayStaff *
with (SotayStaff *staff, SotayStaffField field, const char *value)
{
  SotayStaff *changed = sotay_staff_with (staff, field, value);

  g_object_unref (staff);
  return changed;
}

static void
test_fields (void)
{
  g_autoptr (SotayStaff) staff = sotay_staff_new (NULL, "  Nguye\xcc\x82\xcc\x83n\tVăn  An ", "unit");
  g_autoptr (SotayStaff) other = NULL;
  g_autofree char *position = NULL;
  g_autofree char *trained = NULL;

  g_assert_cmpuint (strlen (sotay_staff_get_id (staff)), ==, 36);
  g_assert_cmpstr (sotay_staff_get_name (staff), ==, "Nguyễn Văn An");
  other = sotay_staff_with (staff, SOTAY_STAFF_POSITION, " Công  chức ");
  g_assert_cmpstr (sotay_staff_get_id (other), ==, sotay_staff_get_id (staff));
  g_assert_cmpstr (sotay_staff_get_field (other, SOTAY_STAFF_POSITION), ==, "Công chức");
  g_assert_null (sotay_staff_get_field (staff, SOTAY_STAFF_POSITION));
  g_object_get (other, "position", &position, "trained-on", &trained, NULL);
  g_assert_cmpstr (position, ==, "Công chức");
  g_assert_null (trained);
  other = with (g_steal_pointer (&other), SOTAY_STAFF_POSITION, "  ");
  g_assert_null (sotay_staff_get_field (other, SOTAY_STAFF_POSITION));
}

static void
test_records (void)
{
  g_autoptr (SotayStaff) staff = sotay_staff_new ("id", "Nguyễn Văn An", "unit");
  g_autoptr (SotayUnit) unit = sotay_unit_new ("id", NULL, "Phường");
  g_autoptr (GVariant) record = NULL;
  g_autoptr (GVariant) unit_record = sotay_unit_to_record (unit);
  g_autoptr (SotayStaff) again = NULL;
  g_autoptr (SotayUnit) unit_again = sotay_unit_from_record ("id", unit_record);
  g_autofree char *printed = NULL;

  staff = with (g_steal_pointer (&staff), SOTAY_STAFF_TRAINED_ON, "2024-03-05");
  record = sotay_staff_to_record (staff);
  printed = g_variant_print (record, FALSE);
  g_assert_cmpstr (printed, ==, "{'name': 'Nguyễn Văn An', 'unit_id': 'unit', 'trained_on': '2024-03-05'}");
  again = sotay_staff_from_record ("id", record);
  for (guint i = 0; i < SOTAY_STAFF_N_FIELDS; i++)
    g_assert_cmpstr (sotay_staff_get_field (again, i), ==, sotay_staff_get_field (staff, i));
  g_assert_cmpstr (sotay_unit_get_name (unit_again), ==, "Phường");
  g_assert_null (sotay_unit_get_parent_id (unit_again));
}

static char *
dup_tomorrow (void)
{
  GDate day = sotay_date_today ();

  g_date_add_days (&day, 1);
  return sotay_date_to_iso (&day);
}

static void
test_check (void)
{
  g_autofree char *longest_name = g_strnfill (200, 'a');
  g_autofree char *long_name = g_strnfill (10000, 'a');
  g_autofree char *longest = g_strnfill (1000, 'a');
  g_autofree char *longer = g_strnfill (1001, 'a');
  g_autofree char *tomorrow = dup_tomorrow ();
  const struct
  {
    SotayStaffField field;
    const char *value;
    const char *complaint; /* NULL: kept */
  } cases[] = {
    { SOTAY_STAFF_NAME, longest_name, NULL },
    { SOTAY_STAFF_NAME, long_name, "name" },
    { SOTAY_STAFF_NAME, "", "name" },
    { SOTAY_STAFF_NAME, "\xff", "name" },
    { SOTAY_STAFF_UNIT_ID, NULL, "unit_id" },
    { SOTAY_STAFF_NOTE, longest, NULL },
    { SOTAY_STAFF_NOTE, longer, "note" },
    { SOTAY_STAFF_BIRTH, "1975", NULL },
    { SOTAY_STAFF_BIRTH, "1975-03-05", NULL },
    { SOTAY_STAFF_BIRTH, "05/3/1975", "birth" },
    { SOTAY_STAFF_BIRTH, "2190", "birth" },
    { SOTAY_STAFF_LEVEL, "2", NULL },
    { SOTAY_STAFF_LEVEL, "4", "level" },
    { SOTAY_STAFF_TRAINED_ON, "2024-02-29", NULL },
    { SOTAY_STAFF_TRAINED_ON, "2023-02-29", "trained_on" },
    { SOTAY_STAFF_TRAINED_ON, tomorrow, "trained_on" },
    { SOTAY_STAFF_LEFT_ON, tomorrow, NULL },
    { SOTAY_STAFF_PASSED_ON, "2024-03-05", "passed_on" }, /* not trained */
    { SOTAY_STAFF_LEFT_ON, "2020-01-02", NULL },
    { SOTAY_STAFF_LEFT_ON, "2020-01-01", "left_on" }, /* joined on that day */
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (SotayStaff) staff = sotay_staff_new (NULL, "Nguyễn Văn An", "unit");
      g_autoptr (GError) error = NULL;
      gboolean kept;

      staff = with (g_steal_pointer (&staff), SOTAY_STAFF_JOINED_ON, "2020-01-01");
      staff = with (g_steal_pointer (&staff), cases[i].field, cases[i].value);
      kept = sotay_staff_check (staff, &error);
      g_test_message ("case %u", i);
      g_assert_cmpint (kept, ==, cases[i].complaint == NULL);
      if (cases[i].complaint == NULL)
        continue;
      g_assert_error (error, SOTAY_REGISTER_ERROR, SOTAY_REGISTER_ERROR_INVALID);
      g_assert_cmpstr (error->message, ==, cases[i].complaint);
    }
}

static void
test_due (void)
{
  g_autoptr (SotayStaff) staff = sotay_staff_new (NULL, "A", "unit");
  GDate before = fixture_date ("2024-03-04");
  GDate day = fixture_date ("2024-03-05");
  GDate after = fixture_date ("2024-03-06");

  g_assert_true (sotay_staff_is_due (staff, &day));
  g_assert_false (sotay_staff_is_trained (staff, &day));
  staff = with (g_steal_pointer (&staff), SOTAY_STAFF_JOINED_ON, "2024-03-05");
  g_assert_false (sotay_staff_is_due (staff, &before));
  g_assert_true (sotay_staff_is_due (staff, &day));
  staff = with (g_steal_pointer (&staff), SOTAY_STAFF_LEFT_ON, "2024-03-06");
  g_assert_true (sotay_staff_is_due (staff, &day));
  g_assert_false (sotay_staff_is_due (staff, &after));
  staff = with (g_steal_pointer (&staff), SOTAY_STAFF_TRAINED_ON, "2024-03-05");
  g_assert_false (sotay_staff_is_trained (staff, &before));
  g_assert_true (sotay_staff_is_trained (staff, &day));
}

static void
test_units (void)
{
  g_autofree char *long_name = g_strnfill (201, 'a');
  g_autoptr (SotayUnit) top = sotay_unit_new ("top", NULL, "Thành phố");
  g_autoptr (SotayUnit) middle = sotay_unit_new ("middle", "top", "Phường");
  g_autoptr (SotayUnit) low = sotay_unit_new ("low", "middle", "Tổ");
  g_autoptr (SotayUnit) renamed = sotay_unit_new ("middle", "top", "Phường Bến Nghé");
  g_autoptr (SotayUnit) below_itself = sotay_unit_new ("top", "low", "Thành phố");
  g_autoptr (SotayUnit) own_parent = sotay_unit_new ("top", "top", "Thành phố");
  g_autoptr (SotayUnit) moved = sotay_unit_new ("low", "top", "Tổ");
  g_autoptr (SotayUnit) nameless = sotay_unit_new (NULL, NULL, " ");
  g_autoptr (SotayUnit) too_long = sotay_unit_new (NULL, NULL, long_name);
  g_autoptr (GPtrArray) units = g_ptr_array_new ();
  g_autoptr (SotayStep) rename = NULL;
  g_autoptr (SotayStep) move = NULL;
  g_autoptr (GError) error = NULL;

  g_ptr_array_add (units, top);
  g_ptr_array_add (units, middle);
  g_ptr_array_add (units, low);
  rename = sotay_edit_change_unit (middle, renamed, units, NULL);
  g_assert_cmpint (sotay_step_get_kind (rename), ==, SOTAY_STEP_RENAME_UNIT);
  move = sotay_edit_change_unit (low, moved, units, NULL);
  g_assert_cmpint (sotay_step_get_kind (move), ==, SOTAY_STEP_MOVE_UNIT);
  g_assert_null (sotay_edit_change_unit (top, below_itself, units, &error));
  g_assert_error (error, SOTAY_REGISTER_ERROR, SOTAY_REGISTER_ERROR_INVALID);
  g_clear_error (&error);
  g_assert_null (sotay_edit_change_unit (top, own_parent, units, &error));
  g_assert_error (error, SOTAY_REGISTER_ERROR, SOTAY_REGISTER_ERROR_INVALID);
  g_assert_null (sotay_edit_add_unit (nameless, NULL));
  g_assert_null (sotay_edit_add_unit (too_long, NULL));
}

static void
test_mark (void)
{
  g_autoptr (SotayStaff) a = sotay_staff_new (NULL, "A", "unit");
  g_autoptr (SotayStaff) b = sotay_staff_new (NULL, "B", "unit");
  g_autoptr (GPtrArray) people = g_ptr_array_new ();
  GDate day = fixture_date ("2024-03-05");
  g_autoptr (SotayStep) mark = NULL;
  g_autoptr (SotayStep) pass = NULL;
  g_autoptr (SotayStep) unmark = NULL;
  SotayChange *change;

  b = with (g_steal_pointer (&b), SOTAY_STAFF_TRAINED_ON, "2024-03-05");
  b = with (g_steal_pointer (&b), SOTAY_STAFF_PASSED_ON, "2024-03-05");
  g_ptr_array_add (people, a);
  g_ptr_array_add (people, b);
  g_ptr_array_add (people, a);
  mark = sotay_edit_mark_trained (people, &day, FALSE, NULL, NULL);
  /* a once, though named twice; b has the mark and keeps "passed". */
  g_assert_cmpuint (sotay_step_get_n_entries (mark), ==, 1);
  pass = sotay_edit_mark_trained (people, &day, TRUE, NULL, NULL);
  g_assert_cmpuint (sotay_step_get_n_entries (pass), ==, 1);
  change = g_ptr_array_index (sotay_step_get_changes (pass), 0);
  g_assert_cmpstr (change->id, ==, sotay_staff_get_id (a));
  g_assert_true (g_variant_lookup (change->after, "passed_on", "s", NULL));
  unmark = sotay_edit_mark_trained (people, NULL, FALSE, NULL, NULL);
  g_assert_cmpint (sotay_step_get_kind (unmark), ==, SOTAY_STEP_UNMARK_TRAINED);
  g_assert_cmpuint (sotay_step_get_n_entries (unmark), ==, 1);
  change = g_ptr_array_index (sotay_step_get_changes (unmark), 0);
  g_assert_false (g_variant_lookup (change->after, "passed_on", "s", NULL));
}

static void
test_mark_to_come (void)
{
  g_autoptr (SotayStaff) staff = sotay_staff_new (NULL, "A", "unit");
  g_autoptr (GPtrArray) people = g_ptr_array_new ();
  GDate day = sotay_date_today ();
  g_autoptr (SotayStep) mark = NULL;
  g_autoptr (GError) error = NULL;

  g_ptr_array_add (people, staff);
  mark = sotay_edit_mark_trained (people, &day, FALSE, NULL, &error);
  g_assert_no_error (error);
  g_date_add_days (&day, 1);
  g_assert_null (sotay_edit_mark_trained (people, &day, FALSE, NULL, &error));
  g_assert_error (error, SOTAY_REGISTER_ERROR, SOTAY_REGISTER_ERROR_INVALID);
  g_assert_cmpstr (error->message, ==, "trained_on");
}

static void
test_remove_twice (void)
{
  g_autoptr (SotayStaff) staff = sotay_staff_new (NULL, "A", "unit");
  g_autoptr (GPtrArray) people = g_ptr_array_new ();
  g_autoptr (GPtrArray) nothing = g_ptr_array_new ();
  g_autoptr (SotayStep) step = NULL;

  g_ptr_array_add (people, staff);
  g_ptr_array_add (people, staff);
  step = sotay_edit_remove_staff (people, nothing);
  g_assert_cmpuint (sotay_step_get_n_entries (step), ==, 1);
  g_assert_cmpstr (sotay_step_get_subject (step), ==, "A");
}

static void
test_kinds (void)
{
  SotayStepKind kind;

  for (guint i = SOTAY_STEP_ADD_UNIT; i <= SOTAY_STEP_ANONYMISE_STAFF; i++)
    {
      g_assert_true (sotay_step_kind_from_string (sotay_step_kind_to_string (i), &kind));
      g_assert_cmpuint (kind, ==, i);
    }
  g_assert_false (sotay_step_kind_from_string ("", &kind));
}

static void
test_query (void)
{
  g_autoptr (SotayStaffQuery) query = sotay_staff_query_new (NULL, SOTAY_STAFF_ALL, "  Nguyễn-Văn  ĐỨC ", NULL);
  g_autoptr (SotayStaffQuery) empty = sotay_staff_query_new (NULL, SOTAY_STAFF_ALL, NULL, NULL);
  g_autofree char *words = g_strjoinv ("|", (char **) sotay_staff_query_get_words (query));

  g_assert_cmpstr (words, ==, "nguyen|van|duc");
  g_assert_null (sotay_staff_query_get_words (empty)[0]);
  g_assert_true (g_date_valid (sotay_staff_query_get_day (empty)));
}

static void
add_tests (void)
{
  g_test_add_func ("/edit/fields", test_fields);
  g_test_add_func ("/edit/records", test_records);
  g_test_add_func ("/edit/check", test_check);
  g_test_add_func ("/edit/due", test_due);
  g_test_add_func ("/edit/units", test_units);
  g_test_add_func ("/edit/mark", test_mark);
  g_test_add_func ("/edit/mark-to-come", test_mark_to_come);
  g_test_add_func ("/edit/remove-twice", test_remove_twice);
  g_test_add_func ("/edit/kinds", test_kinds);
  g_test_add_func ("/edit/query", test_query);
}

int
main (int argc, char **argv)
{
  return sotay_test_run (argc, argv, add_tests);
}
