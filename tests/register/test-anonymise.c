/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A leaver who is taken out for good: the figures stay, the person goes, from every byte of the files. */
#include "register/edit-records.h"
#include "register/store.h"

#include "core/dates.h"
#include "fixture.h"
#include "random-history.h"
#include "register/edit-membership.h"
#include "register/register-error.h"
#include "register/session.h"
#include "support/test-support.h"

#include <string.h>

#define NAMELESS "Người đã rời đơn vị"

/* What says who it was; none of it may be a part of anything else in the register. */
static const char *const secrets[] = {
  "Trịnh Hoài Xuyến", "Trịnh Hoài Xuyên", "1971-12-13", "Chánh văn thư", "MBHX0007770", "_mbhx0007", "0987654321",
  "đeo kính", "Học ở Huế", "ngủ gật",
};

static SotayStaff *
with (SotayStaff *staff, SotayStaffField field, const char *value)
{
  SotayStaff *changed = sotay_staff_with (staff, field, value);

  g_object_unref (staff);
  return changed;
}

static SotayStaff *
add_person (SotayStore *store, SotayUnit *unit)
{
  SotayStaff *staff = sotay_staff_new (NULL, "Trịnh Hoài Xuyến", sotay_unit_get_id (unit));

  staff = with (staff, SOTAY_STAFF_BIRTH, "1971-12-13");
  staff = with (staff, SOTAY_STAFF_POSITION, "Chánh văn thư");
  staff = with (staff, SOTAY_STAFF_CODE, "MBHX0007770");
  staff = with (staff, SOTAY_STAFF_PHONE, "0987654321");
  staff = with (staff, SOTAY_STAFF_NOTE, "đeo kính");
  staff = with (staff, SOTAY_STAFF_JOINED_ON, "2024-01-01");
  fixture_apply (store, sotay_edit_add_staff (staff, NULL));
  return staff;
}

static SotayStaff *
read_person (SotayStore *store, const char *id)
{
  const char *ids[] = { id, NULL };
  g_autoptr (GPtrArray) found = sotay_store_get_staff (store, ids, NULL, NULL);

  g_assert_nonnull (found);
  return g_object_ref (g_ptr_array_index (found, 0));
}

static void
teach (SotayStore *store, const char *staff_id)
{
  const char *ids[] = { staff_id, NULL };
  g_autoptr (SotayRecord) plain = sotay_record_new (SOTAY_RECORD_SESSION, NULL);
  g_autoptr (SotayRecord) titled = sotay_record_with (plain, SOTAY_SESSION_TITLE, "Lớp tháng 3");
  g_autoptr (SotayRecord) dated = sotay_record_with (titled, SOTAY_SESSION_DAY, "2024-03-05");
  g_autoptr (SotayRecord) session = sotay_record_with (dated, SOTAY_SESSION_UTILITIES, "all");
  g_autoptr (GPtrArray) nobody = g_ptr_array_new ();

  fixture_apply (store, sotay_edit_add_record (session, NULL));
  fixture_apply (store, sotay_edit_record_attendance (session, nobody, ids, "present", "ngủ gật", NULL));
}

static void
mark_and_leave (SotayStore *store, const char *id)
{
  g_autoptr (GPtrArray) people = g_ptr_array_new_with_free_func (g_object_unref);
  GDate marked = fixture_date ("2024-02-01");
  GDate left = fixture_date ("2024-06-01");

  g_ptr_array_add (people, read_person (store, id));
  fixture_apply (store, sotay_edit_mark_trained (people, &marked, TRUE, "Học ở Huế", NULL));
  g_ptr_array_set_size (people, 0);
  g_ptr_array_add (people, read_person (store, id));
  fixture_apply (store, sotay_edit_leave (people, &left, NULL));
}

/* Somebody with everything that a person can have, others beside. */
static char *
make_leaver (SotayStore *store, SotayUnit *unit)
{
  g_autoptr (SotayStaff) person = add_person (store, unit);
  g_autoptr (SotayStaff) renamed G_GNUC_UNUSED = fixture_change (store, person, SOTAY_STAFF_NAME, "Trịnh Hoài Xuyên");

  for (guint i = 0; i < 40; i++)
    {
      g_autofree char *name = g_strdup_printf ("Lê Thị Mai %u", i);

      g_object_unref (fixture_add_staff (store, unit, name));
    }
  teach (store, sotay_staff_get_id (person));
  mark_and_leave (store, sotay_staff_get_id (person));
  return g_strdup (sotay_staff_get_id (person));
}

static gboolean
holds (const char *path, const char *text)
{
  g_autofree char *contents = NULL;
  gsize size;

  if (!g_file_get_contents (path, &contents, &size, NULL))
    return FALSE;
  for (gsize i = 0; i + strlen (text) <= size; i++)
    if (memcmp (contents + i, text, strlen (text)) == 0)
      return TRUE;
  return FALSE;
}

static guint
count_secrets (const char *path)
{
  g_autofree char *log = g_strconcat (path, "-wal", NULL);
  guint n = 0;

  for (guint i = 0; i < G_N_ELEMENTS (secrets); i++)
    if (holds (path, secrets[i]) || holds (log, secrets[i]))
      {
        g_test_message ("%s", secrets[i]);
        n++;
      }
  return n;
}

static char *
print_figures (SotayStore *store)
{
  GDate last = fixture_date ("2025-03-20");
  g_autoptr (GArray) trend = sotay_store_list_trend (store, NULL, &last, 16, NULL, NULL);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < trend->len; i++)
    {
      SotayTrendPoint *point = &g_array_index (trend, SotayTrendPoint, i);

      g_string_append_printf (text, "%u %u %u\n", point->due, point->trained, point->passed);
    }
  return g_string_free (text, FALSE);
}

static void
undo_everything (SotayStore *store)
{
  g_autoptr (GError) error = NULL;
  SotayStep *step;

  while ((step = sotay_store_undo (store, 0, NULL, &error)) != NULL)
    {
      g_assert_cmpint (sotay_step_get_kind (step), !=, SOTAY_STEP_ANONYMISE_STAFF);
      g_object_unref (step);
    }
  g_assert_error (error, SOTAY_REGISTER_ERROR, SOTAY_REGISTER_ERROR_NOTHING);
}

static void
redo_everything (SotayStore *store)
{
  g_autoptr (GError) error = NULL;
  SotayStep *step;

  while ((step = sotay_store_redo (store, NULL, &error)) != NULL)
    g_object_unref (step);
  g_assert_error (error, SOTAY_REGISTER_ERROR, SOTAY_REGISTER_ERROR_NOTHING);
}

static void
test_leaves_nothing (void)
{
  g_autofree char *path = fixture_path ();
  g_autoptr (SotayStore) store = fixture_store (path);
  g_autoptr (SotayUnit) unit = fixture_add_unit (store, NULL, "Phường");
  g_autofree char *id = make_leaver (store, unit);
  g_autofree char *before = print_figures (store);
  g_autofree char *after = NULL;
  g_autofree char *full = NULL;
  g_autofree char *again = NULL;
  g_autoptr (SotayStaff) nameless = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *verdict = NULL;

  g_assert_cmpuint (count_secrets (path), ==, G_N_ELEMENTS (secrets)); /* the test can see them */
  g_assert_true (sotay_store_anonymise_staff (store, id, NAMELESS, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (count_secrets (path), ==, 0);
  nameless = read_person (store, id);
  g_assert_true (g_str_has_prefix (sotay_staff_get_name (nameless), NAMELESS " "));
  g_assert_null (sotay_staff_get_field (nameless, SOTAY_STAFF_PHONE));
  g_assert_cmpstr (sotay_staff_get_trained_since (nameless), ==, "2024-02-01");
  after = print_figures (store);
  g_assert_cmpstr (after, ==, before);
  verdict = sotay_store_check (store, NULL, &error);
  g_assert_no_error (error);
  /* The other steps go back and forth, and bring nobody back. */
  full = fixture_dump (store);
  undo_everything (store);
  redo_everything (store);
  again = fixture_dump (store);
  g_assert_cmpstr (again, ==, full);
  g_assert_cmpuint (count_secrets (path), ==, 0);
}

static void
test_log (void)
{
  g_autofree char *path = fixture_path ();
  g_autoptr (SotayStore) store = fixture_store (path);
  g_autoptr (SotayUnit) unit = fixture_add_unit (store, NULL, "Phường");
  g_autofree char *id = make_leaver (store, unit);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GPtrArray) steps = NULL;
  g_autoptr (GPtrArray) history = NULL;

  sotay_store_anonymise_staff_async (store, id, NAMELESS, NULL, sotay_test_store_result, &result);
  sotay_test_wait (&result);
  g_assert_true (sotay_store_anonymise_staff_finish (store, result, NULL));
  steps = sotay_store_list_steps (store, 1, NULL, NULL);
  g_assert_cmpint (sotay_step_get_kind (g_ptr_array_index (steps, 0)), ==, SOTAY_STEP_ANONYMISE_STAFF);
  g_assert_cmpstr (sotay_step_get_subject (g_ptr_array_index (steps, 0)), ==, "");
  history = sotay_store_list_history (store, id, NULL, NULL);
  g_assert_cmpuint (history->len, ==, 5); /* added, renamed, present, marked, left */
  g_assert_true (g_str_has_prefix (sotay_step_get_subject (g_ptr_array_index (history, 0)), NAMELESS));
  g_assert_cmpstr (sotay_step_get_subject (g_ptr_array_index (history, 2)), ==, "Lớp tháng 3");
}

static void
test_only_leavers (void)
{
  g_autofree char *path = fixture_path ();
  g_autoptr (SotayStore) store = fixture_store (path);
  g_autoptr (SotayUnit) unit = fixture_add_unit (store, NULL, "Phường");
  g_autoptr (SotayStaff) person = add_person (store, unit);
  const char *id = sotay_staff_get_id (person);
  GDate day = sotay_date_today ();
  g_autofree char *tomorrow = NULL;
  g_autoptr (SotayStaff) leaving = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_false (sotay_store_anonymise_staff (store, id, NAMELESS, NULL, &error));
  g_assert_error (error, SOTAY_REGISTER_ERROR, SOTAY_REGISTER_ERROR_INVALID);
  g_assert_cmpstr (error->message, ==, "left_on");
  g_clear_error (&error);
  g_date_add_days (&day, 1);
  tomorrow = sotay_date_to_iso (&day);
  leaving = fixture_change (store, person, SOTAY_STAFF_LEFT_ON, tomorrow);
  g_assert_false (sotay_store_anonymise_staff (store, id, NAMELESS, NULL, &error));
  g_assert_error (error, SOTAY_REGISTER_ERROR, SOTAY_REGISTER_ERROR_INVALID);
  g_clear_error (&error);
  g_assert_false (sotay_store_anonymise_staff (store, "nobody", NAMELESS, NULL, &error));
  g_assert_error (error, SOTAY_REGISTER_ERROR, SOTAY_REGISTER_ERROR_NOT_FOUND);
}

/* In a register that has lived: pages split and rearranged, steps undone, memberships and practice. */
static void
test_in_lived_register (void)
{
  g_autofree char *path = fixture_path ();
  g_autoptr (SotayStore) store = fixture_store (path);
  g_autoptr (GRand) random = g_rand_new_with_seed (3);
  g_autoptr (SotayUnit) unit = fixture_add_unit (store, NULL, "Phường");
  g_autofree char *id = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  for (guint i = 0; i < 20; i++)
    random_history_step (store, random);
  g_object_unref (unit);
  unit = fixture_add_unit (store, NULL, "Phường");
  id = make_leaver (store, unit);
  before = print_figures (store);
  g_assert_true (sotay_store_anonymise_staff (store, id, NAMELESS, NULL, NULL));
  g_assert_cmpuint (count_secrets (path), ==, 0);
  after = print_figures (store);
  g_assert_cmpstr (after, ==, before);
  for (guint i = 0; i < 40; i++)
    random_history_step (store, random);
  g_assert_cmpuint (count_secrets (path), ==, 0);
}

static void
add_tests (void)
{
  g_test_add_func ("/anonymise/leaves-nothing", test_leaves_nothing);
  g_test_add_func ("/anonymise/log", test_log);
  g_test_add_func ("/anonymise/only-leavers", test_only_leavers);
  g_test_add_func ("/anonymise/in-lived-register", test_in_lived_register);
}

int
main (int argc, char **argv)
{
  return sotay_test_run (argc, argv, add_tests);
}
