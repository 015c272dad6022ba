/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a person says of a list: its columns and who is who; and what is left out. */
#include "register/roster-memory.h"

#include "roster-fixture.h"
#include "register/register-error.h"
#include "support/test-support.h"

typedef struct
{
  char *path;
  SotayStore *store;
  SotayUnit *unit;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->path = fixture_path ();
  fixture->store = fixture_store (fixture->path);
  fixture->unit = fixture_add_unit (fixture->store, NULL, "Phường");
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_object_unref (fixture->unit);
  g_object_unref (fixture->store);
  g_free (fixture->path);
}

static const char *
phone_of (SotayRoster *roster)
{
  return sotay_staff_get_field (sotay_roster_row_get_staff (fixture_row (roster, 0)), SOTAY_STAFF_PHONE);
}

static SotayRoster *
read_list (Fixture *fixture, const char *text, const char *const *map, const char *memory)
{
  SotayRosterOptions options = { .unit_id = sotay_unit_get_id (fixture->unit), .map = map, .memory = memory };

  return fixture_roster_said (fixture->store, text, &options);
}

/* What was said of a heading is known again, and forgotten when it is taken back. */
static void
test_memory (Fixture *fixture, gconstpointer data)
{
  static const char text[] = "Họ tên,Số,Chức vụ\nA B,0912345678,x\n";
  static const char other[] = "Họ tên,Số,Chức danh\nA B,0912345678,x\n";
  static const char *const said[] = { "Số=phone", NULL };
  static const char *const taken_back[] = { "2=", NULL };
  g_autofree char *folder = sotay_test_folder ();
  g_autofree char *memory = g_build_filename (folder, "columns.conf", NULL);
  g_autoptr (SotayRoster) first = read_list (fixture, text, said, memory);
  g_autoptr (SotayRoster) again = NULL;
  g_autoptr (SotayRoster) elsewhere = NULL;
  g_autoptr (SotayRoster) back = NULL;
  g_autoptr (SotayRoster) last = NULL;

  g_assert_cmpstr (phone_of (first), ==, "0912345678");
  sotay_roster_keep_columns (first, memory);
  again = read_list (fixture, text, NULL, memory);
  g_assert_cmpstr (phone_of (again), ==, "0912345678");
  g_assert_true (sotay_roster_was_remembered (again));
  elsewhere = read_list (fixture, other, NULL, memory);
  g_assert_null (phone_of (elsewhere));
  back = read_list (fixture, text, taken_back, memory);
  sotay_roster_keep_columns (back, memory);
  last = read_list (fixture, text, NULL, memory);
  g_assert_null (phone_of (last));
  g_assert_false (sotay_roster_was_remembered (last));
}

static const char *
field_of (SotayRoster *roster, guint position, SotayStaffField field)
{
  return sotay_staff_get_field (sotay_roster_row_get_staff (fixture_row (roster, position)), field);
}

static gboolean
is_noted (SotayRoster *roster, guint position)
{
  guint notes = sotay_roster_row_get_notes (fixture_row (roster, position));

  return (notes & SOTAY_ROSTER_NOTE_BIT (SOTAY_ROSTER_NOTE_EMPLOYMENT)) != 0;
}

/* What is not known is asked about once for all rows that call it so. */
static void
test_employments (Fixture *fixture, gconstpointer data)
{
  static const char text[] = "Họ tên,Loại lao động,Ghi chú\nA B,Tạm tuyển,\nC D,tam  TUYỂN,cũ\nE F,Công chức,\n"
                             "G H,Biệt phái,\nI K,Cộng tác,cũ\n";
  static const char *const said[] = { "Tạm tuyển", "worker", "Cộng tác", SOTAY_ROSTER_EMPLOYMENT_NOTE, "Biệt phái",
                                      SOTAY_ROSTER_EMPLOYMENT_EMPTY, NULL };
  SotayRosterOptions options = { .unit_id = sotay_unit_get_id (fixture->unit) };
  g_autoptr (SotayRoster) first = fixture_roster_said (fixture->store, text, &options);
  GPtrArray *unknown = sotay_roster_get_employments (first);
  SotayRosterEmployment *employment = unknown->pdata[0];
  g_autoptr (SotayRoster) answered = NULL;

  g_assert_cmpuint (unknown->len, ==, 3);
  g_assert_cmpstr (employment->text, ==, "Tạm tuyển");
  g_assert_null (employment->answer);
  g_assert_cmpuint (employment->count, ==, 2);
  g_assert_true (is_noted (first, 1));
  g_assert_null (field_of (first, 1, SOTAY_STAFF_EMPLOYMENT));
  options.employments = said;
  answered = fixture_roster_said (fixture->store, text, &options);
  g_assert_cmpuint (sotay_roster_get_employments (answered)->len, ==, 3);
  for (guint i = 0; i < 5; i++)
    g_assert_false (is_noted (answered, i));
  g_assert_cmpstr (field_of (answered, 0, SOTAY_STAFF_EMPLOYMENT), ==, "worker");
  g_assert_cmpstr (field_of (answered, 1, SOTAY_STAFF_EMPLOYMENT), ==, "worker");
  g_assert_cmpstr (field_of (answered, 1, SOTAY_STAFF_NOTE), ==, "cũ");
  g_assert_cmpstr (field_of (answered, 2, SOTAY_STAFF_EMPLOYMENT), ==, "official");
  g_assert_null (field_of (answered, 3, SOTAY_STAFF_EMPLOYMENT));
  g_assert_null (field_of (answered, 3, SOTAY_STAFF_NOTE));
  g_assert_null (field_of (answered, 4, SOTAY_STAFF_EMPLOYMENT));
  g_assert_cmpstr (field_of (answered, 4, SOTAY_STAFF_NOTE), ==, "cũ; Cộng tác");
}

/* A column of other things is not asked about without end. */
static void
test_many_employments (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GString) text = g_string_new ("Họ tên,Loại lao động\n");
  SotayRosterOptions options = { .unit_id = sotay_unit_get_id (fixture->unit) };
  g_autoptr (SotayRoster) roster = NULL;

  for (guint i = 0; i < 3 * SOTAY_ROSTER_MOST_EMPLOYMENTS; i++)
    g_string_append_printf (text, "A B%u,số %u\n", i, i);
  roster = fixture_roster_said (fixture->store, text->str, &options);
  g_assert_cmpuint (sotay_roster_get_employments (roster)->len, ==, SOTAY_ROSTER_MOST_EMPLOYMENTS);
  g_assert_true (is_noted (roster, 0));
  g_assert_true (is_noted (roster, 3 * SOTAY_ROSTER_MOST_EMPLOYMENTS - 1));
}

/* A file that somebody broke is forgotten. */
static void
test_broken_memory (Fixture *fixture, gconstpointer data)
{
  static const char text[] = "Họ tên,Số\nA B,0912345678\n";
  static const char *const said[] = { "Số=phone", NULL };
  g_autofree char *folder = sotay_test_folder ();
  g_autofree char *memory = g_build_filename (folder, "columns.conf", NULL);
  g_autofree char *kept = NULL;
  g_autoptr (GString) broken = NULL;
  g_autoptr (SotayRoster) first = read_list (fixture, text, said, memory);
  g_autoptr (SotayRoster) again = NULL;

  sotay_roster_keep_columns (first, memory);
  g_assert_true (g_file_get_contents (memory, &kept, NULL, NULL));
  broken = g_string_new (kept);
  g_assert_cmpuint (g_string_replace (broken, "name;phone;", "phone;nothing;", 0), ==, 1);
  g_assert_true (g_file_set_contents (memory, broken->str, -1, NULL));
  again = read_list (fixture, text, NULL, memory);
  g_assert_null (phone_of (again));
  g_clear_pointer (&kept, g_free);
  g_assert_true (g_file_get_contents (memory, &kept, NULL, NULL));
  g_assert_null (strstr (kept, "nothing"));
}

/* What would never end is not read. */
static void
test_endless_memory (Fixture *fixture, gconstpointer data)
{
  g_autofree char *folder = sotay_test_folder ();
  g_autofree char *memory = g_build_filename (folder, "columns.conf", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (memory);
  g_autoptr (SotayRoster) roster = NULL;

  g_assert_true (g_file_make_symbolic_link (file, "/dev/zero", NULL, NULL));
  roster = read_list (fixture, "Họ tên,Số\nA B,0912345678\n", NULL, memory);
  g_assert_false (sotay_roster_was_remembered (roster));
}

static void
test_unknown_column (Fixture *fixture, gconstpointer data)
{
  static const char *const wrong[] = { "Số=phone", "B=telephone", "C=phone", "=name", "name" };

  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      const char *const map[] = { wrong[i], NULL };
      g_autoptr (SotayRosterSource) source = sotay_roster_source_new_text ("Họ tên\tNăm sinh\nA B\t1975\n");
      SotayRosterOptions options = { .map = map };
      g_autoptr (GError) error = NULL;

      g_assert_null (sotay_roster_read (fixture->store, source, &options, NULL, &error));
      g_assert_error (error, SOTAY_REGISTER_ERROR, SOTAY_REGISTER_ERROR_FILE_NO_COLUMN);
    }
}

/* Two rows of the file are one person when somebody says so. */
static void
test_same_in_file (Fixture *fixture, gconstpointer data)
{
  static const char text[] = "Họ tên,Năm sinh,Chức vụ\nTrần Bình,1980,\nTrần Bình,,Kế toán\n";
  g_autoptr (SotayRoster) roster = fixture_roster (fixture->store, fixture->unit, text);
  g_autoptr (SotayStep) step = NULL;
  g_autoptr (SotayStaff) staff = NULL;
  SotayChange *change;

  g_assert_cmpuint (sotay_roster_row_get_namesake_number (fixture_row (roster, 1)), ==, 2);
  sotay_roster_row_set_decision (fixture_row (roster, 1), SOTAY_ROSTER_UPDATE);
  step = sotay_roster_make_step (roster);
  g_assert_cmpuint (sotay_step_get_changes (step)->len, ==, 1);
  change = g_ptr_array_index (sotay_step_get_changes (step), 0);
  staff = sotay_staff_from_record (change->id, change->after);
  g_assert_cmpstr (sotay_staff_get_field (staff, SOTAY_STAFF_BIRTH), ==, "1980");
  g_assert_cmpstr (sotay_staff_get_field (staff, SOTAY_STAFF_POSITION), ==, "Kế toán");
  fixture_apply (fixture->store, g_steal_pointer (&step));
  fixture_assert_settled (fixture->store, fixture->unit, text);
}

/* Nothing is final: whoever is the same person may be another one, or left out. */
static void
test_change_of_mind (Fixture *fixture, gconstpointer data)
{
  static const char text[] = "Họ tên,Năm sinh\nTrần Bình,1980\n";
  g_autoptr (SotayRoster) roster = NULL;
  SotayRosterRow *row;

  fixture_import (fixture->store, fixture->unit, text);
  roster = fixture_roster (fixture->store, fixture->unit, text);
  row = fixture_row (roster, 0);
  g_assert_cmpint (sotay_roster_row_get_decision (row), ==, SOTAY_ROSTER_UNCHANGED);
  sotay_roster_row_set_decision (row, SOTAY_ROSTER_ADD);
  g_assert_cmpuint (sotay_roster_count (roster, SOTAY_ROSTER_ADD), ==, 1);
  sotay_roster_row_set_decision (row, SOTAY_ROSTER_SKIP);
  sotay_roster_row_set_decision (row, SOTAY_ROSTER_UPDATE);
  g_assert_cmpint (sotay_roster_row_get_decision (row), ==, SOTAY_ROSTER_UNCHANGED);
  g_assert_cmpuint (sotay_roster_count (roster, SOTAY_ROSTER_ADD), ==, 0);
}

/* The first training counts. */
static void
test_earlier_training (Fixture *fixture, gconstpointer data)
{
  g_autofree char *later = NULL;
  g_autofree char *earlier = NULL;
  g_autoptr (SotayRoster) roster = NULL;
  g_autoptr (GPtrArray) changes = NULL;
  const SotayRosterChange *change;

  fixture_import (fixture->store, fixture->unit, "Họ tên,Năm sinh,Ngày tập huấn\nA B,1980,06/3/2024\n");
  later = fixture_plan (fixture->store, fixture->unit, "Họ tên,Năm sinh,Ngày tập huấn\nA B,1980,01/9/2024\n");
  g_assert_cmpstr (later, ==, "2 unchanged");
  roster = fixture_roster (fixture->store, fixture->unit, "Họ tên,Năm sinh,Ngày tập huấn\nA B,1980,01/2/2024\n");
  earlier = fixture_describe (roster);
  g_assert_cmpstr (earlier, ==, "2 update");
  changes = sotay_roster_row_get_changes (fixture_row (roster, 0));
  g_assert_cmpuint (changes->len, ==, 1);
  change = g_ptr_array_index (changes, 0);
  g_assert_cmpint (change->field, ==, SOTAY_STAFF_TRAINED_ON);
  g_assert_cmpstr (change->before, ==, "2024-03-06");
  g_assert_cmpstr (change->after, ==, "2024-02-01");
}

static char *
name_reason (SotayRosterRow *row)
{
  return g_strdup (sotay_roster_reason_to_string (sotay_roster_row_get_reason (row)));
}

static void
test_rejected (Fixture *fixture, gconstpointer data)
{
  g_autoptr (SotayRoster) roster = fixture_roster (fixture->store, fixture->unit,
                                                   "DANH SÁCH,,\nHọ tên,Năm sinh,Chức vụ\nA B,1980,\n"
                                              "\"C \"\"D\"\"\",1980,\"x, y\"\nE F,1875,=cmd()\n");
  g_autofree char *folder = sotay_test_folder ();
  g_autofree char *path = g_build_filename (folder, "con-lai.csv", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autofree char *text = NULL;

  g_assert_true (sotay_roster_write_rejected (roster, file, "Lý do", name_reason, NULL));
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  g_assert_cmpstr (text, ==, "\xef\xbb\xbfHọ tên,Năm sinh,Chức vụ,Lý do\r\n"
                             "\"C \"\"D\"\"\",1980,\"x, y\",bad-name\r\nE F,1875,\"\t=cmd()\",bad-birth\r\n");
}

/* A list shows the rows of one decision, and each row is one object as long as somebody looks at it. */
static void
test_subset (Fixture *fixture, gconstpointer data)
{
  g_autoptr (SotayRoster) roster = fixture_roster (fixture->store, fixture->unit,
                                                   "Họ tên,Năm sinh\nA B,1980\nC D,1875\nE F,1990\n");
  g_autoptr (GListModel) rejected = sotay_roster_list (roster, SOTAY_ROSTER_REJECT);
  g_autoptr (SotayRosterRow) row = g_list_model_get_item (rejected, 0);
  g_autoptr (SotayRosterRow) same = g_list_model_get_item (G_LIST_MODEL (roster), 1);

  g_assert_cmpuint (g_list_model_get_n_items (rejected), ==, 1);
  g_assert_true (row == same);
  g_assert_null (g_list_model_get_item (rejected, 1));
}

static void
add (const char *path, void (*test) (Fixture *, gconstpointer))
{
  g_test_add (path, Fixture, NULL, set_up, test, tear_down);
}

static void
add_tests (void)
{
  add ("/roster-said/memory", test_memory);
  add ("/roster-said/broken-memory", test_broken_memory);
  add ("/roster-said/endless-memory", test_endless_memory);
  add ("/roster-said/employments", test_employments);
  add ("/roster-said/many-employments", test_many_employments);
  add ("/roster-said/unknown-column", test_unknown_column);
  add ("/roster-said/same-in-file", test_same_in_file);
  add ("/roster-said/change-of-mind", test_change_of_mind);
  add ("/roster-said/earlier-training", test_earlier_training);
  add ("/roster-said/rejected", test_rejected);
  add ("/roster-said/subset", test_subset);
}

int
main (int argc, char **argv)
{
  return sotay_test_run (argc, argv, add_tests);
}
