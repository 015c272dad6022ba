/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "register/roster.h"

#include "fixture.h"
#include "register/register-error.h"
#include "support/test-support.h"

#include <string.h>

static GFile *
write_file (const char *bytes, gssize length)
{
  g_autofree char *folder = sotay_test_folder ();
  g_autofree char *path = g_build_filename (folder, "danh-sach.csv", NULL);

  g_assert_true (g_file_set_contents (path, bytes, length, NULL));
  return g_file_new_for_path (path);
}

static SotayRoster *
read_text (SotayStore *store, SotayUnit *unit, const char *text)
{
  g_autoptr (GFile) file = write_file (text, -1);
  g_autoptr (GError) error = NULL;
  SotayRoster *roster = sotay_roster_read (store, file, unit != NULL ? sotay_unit_get_id (unit) : NULL, NULL, &error);

  g_assert_no_error (error);
  return roster;
}

static SotayRosterRow *
row_of (SotayRoster *roster, guint position)
{
  g_autoptr (SotayRosterRow) row = g_list_model_get_item (G_LIST_MODEL (roster), position);

  g_assert_nonnull (row);
  return row;
}

/* The plan in a line: "2 add, 3 reject twice". */
static char *
describe (SotayRoster *roster)
{
  static const char *const decisions[] = { "add", "update", "unchanged", "ask", "reject", "skip" };
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (roster)); i++)
    {
      SotayRosterRow *row = row_of (roster, i);

      g_string_append_printf (text, "%s%u %s", i > 0 ? ", " : "", sotay_roster_row_get_number (row),
                              decisions[sotay_roster_row_get_decision (row)]);
      if (sotay_roster_row_get_reason (row) != SOTAY_ROSTER_REASON_NONE)
        g_string_append_printf (text, " %s", sotay_roster_reason_to_string (sotay_roster_row_get_reason (row)));
    }
  return g_string_free (text, FALSE);
}

static char *
describe_text (SotayStore *store, SotayUnit *unit, const char *text)
{
  g_autoptr (SotayRoster) roster = read_text (store, unit, text);

  return describe (roster);
}

static void
import_text (SotayStore *store, SotayUnit *unit, const char *text)
{
  g_autoptr (SotayRoster) roster = read_text (store, unit, text);

  fixture_apply (store, sotay_roster_make_step (roster));
}

/* Importing the same file again changes nothing and leaves no entry in the log. */
static void
assert_settled (SotayStore *store, SotayUnit *unit, const char *text)
{
  g_autoptr (SotayRoster) again = read_text (store, unit, text);
  g_autoptr (SotayStep) step = sotay_roster_make_step (again);

  g_assert_cmpuint (sotay_step_get_changes (step)->len, ==, 0);
}

static void
test_matrix (void)
{
  static const struct
  {
    const char *what;
    const char *text;
    const char *plan;
    const char *names;
  } cases[] = {
    { "plain", "Họ và tên,Năm sinh\nNguyễn Văn An,1975\nTrần Thị Bình,05/3/1980\n", "2 add, 3 add",
      "Nguyễn Văn An, Trần Thị Bình" },
    { "no last newline", "Họ và tên\nNguyễn Văn An", "2 add", "Nguyễn Văn An" },
    { "byte order mark", "\xef\xbb\xbfHọ và tên\nNguyễn Văn An\n", "2 add", "Nguyễn Văn An" },
    { "CRLF", "Họ và tên,Năm sinh\r\nNguyễn Văn An,1975\r\n\r\nTrần Thị Bình,1980\r\n", "2 add, 4 add",
      "Nguyễn Văn An, Trần Thị Bình" },
    { "CR", "Họ và tên,Năm sinh\rNguyễn Văn An,1975\rTrần Thị Bình,1980\r", "2 add, 3 add",
      "Nguyễn Văn An, Trần Thị Bình" },
    { "semicolons", "STT;Họ tên;Chức vụ\n1;Nguyễn Văn An;Công chức, tư pháp\n", "2 add", "Nguyễn Văn An" },
    { "tabs", "STT\tHọ tên\tChức vụ\n1\tNguyễn Văn An\tCông chức, tư pháp\n", "2 add", "Nguyễn Văn An" },
    { "quotes", "\"Họ và tên\",\"Ghi chú\"\n\"Nguyễn Văn An\",\"nói \"\"xin chào\"\", rồi đi\"\n", "2 add", "Nguyễn Văn An" },
    { "newline in a field", "Họ và tên,Ghi chú\n\"Nguyễn\nVăn An\",\"hai\r\ndòng\"\nTrần Thị Bình,\n", "2 add, 5 add",
      "Nguyễn Văn An, Trần Thị Bình" },
    { "quote never closed", "Họ và tên,Năm sinh\nLê Cường,1970\n\"Nguyễn Văn An,1975\nTrần Thị Bình,1980\n",
      "2 add, 3 reject bad-name, 4 add", "Trần Thị Bình, Lê Cường" },
    { "header only", "Họ và tên,Năm sinh\n", "", "" },
    { "letterhead", "UBND PHƯỜNG BẾN NGHÉ,,\n,,\nDANH SÁCH CÁN BỘ,,\nTT,Họ và tên,Năm sinh\n1,Nguyễn Văn An,1975\n",
      "5 add", "Nguyễn Văn An" },
    { "column numbers", "STT,Họ và tên,Năm sinh\n(1),(2),(3)\n1,Nguyễn Văn An,1975\n", "3 add", "Nguyễn Văn An" },
    { "totals and signatures",
      "STT,Họ và tên,Năm sinh\n1,Nguyễn Văn An,1975\n,Tổng số: 1 người,\n,,\nTổng cộng,,1\n,,Người lập biểu\n,Người lập,\n",
      "2 add, 7 reject bad-name", "Nguyễn Văn An" },
    { "a name that begins like a total", "Họ và tên\nTống Công Danh\nTổng số\nTONG CONG: 1\n", "2 add", "Tống Công Danh" },
    { "group headings", "STT,Họ và tên,Năm sinh\nI,Lãnh đạo,\n1,Nguyễn Văn An,1975\n", "2 reject bad-name, 3 add",
      "Nguyễn Văn An" },
    { "header again", "Họ và tên,Năm sinh\nNguyễn Văn An,1975\nHọ và tên,Năm sinh\nTrần Bình,1980\n", "2 add, 4 add",
      "Nguyễn Văn An, Trần Bình" },
    { "name in two columns", "STT,Họ đệm,Tên\n1,Nguyễn Văn,An\n2,,Bình\n", "2 add, 3 add", "Nguyễn Văn An, Bình" },
    { "heading above two columns", "STT,Họ và tên,,Năm sinh\n1,Nguyễn Văn,An,1975\n", "2 add", "Nguyễn Văn An" },
    { "English", "No,Full name,Date of birth,Level\n1,Nguyễn Văn An,1975-03-05,Level 2\n", "2 add", "Nguyễn Văn An" },
    { "combining marks", "Họ và tên\nNguye\xcc\x82\xcc\x83n Văn An\n", "2 add", "Nguyễn Văn An" },
    { "SQL", "Họ và tên\nRobert'); DROP TABLE staff; --\n", "2 add", "Robert'); DROP TABLE staff; --" },
    { "no name", "STT,Họ và tên,Năm sinh\n1,,1975\n,,\n", "2 reject no-name", "" },
    { "no letters", "Họ và tên,Năm sinh\n12345,1975\n", "2 reject bad-name", "" },
    { "births", "Họ và tên,Năm sinh\nA B,1875\nC D,31/2/1980\nE F,-\nG H,năm 1980\n",
      "2 reject bad-birth, 3 reject bad-birth, 4 add, 5 reject bad-birth", "E F" },
    { "dates", "Họ và tên,Ngày tập huấn\nA B,05/3/2024\nC D,x\nE F,chưa\n", "2 add, 3 reject bad-date, 4 add", "A B, E F" },
    { "levels", "Họ và tên,Mức độ\nA B,02\nC D,Mức độ 1\nE F,chưa có\nG H,5\nI K,2 (đã kích hoạt)\n",
      "2 add, 3 add, 4 add, 5 reject bad-level, 6 add", "A B, C D, E F, I K" },
    { "twice", "Họ và tên,Năm sinh\nA B,1975\na b,1975\nA B,1976\n", "2 add, 3 reject twice, 4 add", "A B, A B" },
    { "fewer and more fields", "Họ và tên,Năm sinh,Chức vụ\nA B\nC D,1980,x,y,z\n", "2 add, 3 add", "A B, C D" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = fixture_path ();
      g_autoptr (SotayStore) store = fixture_store (path);
      g_autoptr (SotayUnit) unit = fixture_add_unit (store, NULL, "Phường");
      g_autofree char *plan = describe_text (store, unit, cases[i].text);
      g_autofree char *names = NULL;

      g_test_message ("%s", cases[i].what);
      g_assert_cmpstr (plan, ==, cases[i].plan);
      import_text (store, unit, cases[i].text);
      names = fixture_names (store, NULL, FALSE, NULL, NULL);
      g_assert_cmpstr (names, ==, cases[i].names);
      assert_settled (store, unit, cases[i].text);
    }
}

static void
test_all_columns (void)
{
  static const char text[] =
    "STT,Mã CB,Họ và tên,Ngày sinh,Chức vụ,Điện thoại,Mức độ định danh,Ngày tập huấn,Ghi chú\n"
    "1,CB-01,Nguyễn Văn An,05/3/1975,Phó Chủ tịch,0912 345 678,2,6/3/2024,tổ trưởng\n";
  static const char *const expected[SOTAY_STAFF_N_FIELDS] = {
    [SOTAY_STAFF_NAME] = "Nguyễn Văn An",   [SOTAY_STAFF_BIRTH] = "1975-03-05",
    [SOTAY_STAFF_POSITION] = "Phó Chủ tịch", [SOTAY_STAFF_CODE] = "CB-01",
    [SOTAY_STAFF_PHONE] = "0912 345 678",   [SOTAY_STAFF_LEVEL] = "2",
    [SOTAY_STAFF_TRAINED_ON] = "2024-03-06", [SOTAY_STAFF_NOTE] = "tổ trưởng",
  };
  g_autofree char *path = fixture_path ();
  g_autoptr (SotayStore) store = fixture_store (path);
  g_autoptr (SotayUnit) unit = fixture_add_unit (store, NULL, "Phường");
  g_autoptr (SotayRoster) roster = read_text (store, unit, text);
  SotayStaff *staff = sotay_roster_row_get_staff (row_of (roster, 0));

  g_assert_cmpuint (sotay_roster_count (roster, SOTAY_ROSTER_ADD), ==, 1);
  for (guint i = 0; i < SOTAY_STAFF_N_FIELDS; i++)
    if (i == SOTAY_STAFF_UNIT_ID)
      g_assert_cmpstr (sotay_staff_get_unit_id (staff), ==, sotay_unit_get_id (unit));
    else
      g_assert_cmpstr (sotay_staff_get_field (staff, i), ==, expected[i]);
}

/* Who is the same person: each row is held against one entry of the register. */
static void
test_identity (void)
{
  static const struct
  {
    const char *stored; /* name, birth, code, phone */
    const char *row;
    const char *plan;
  } cases[] = {
    { "Nguyễn Văn An,1975,,", "Nguyễn Văn An,1975,,", "2 unchanged" },
    { "Nguyễn Văn An,1975,,", "nguyen van an,1975,,", "2 unchanged" },
    { "Nguyễn Văn An,1975,,", "Nguyễn Văn An,1975,CB1,", "2 update" },
    { "Nguyễn Văn An,5/3/1975,,", "Nguyễn Văn An,1975,,", "2 unchanged" },
    { "Nguyễn Văn An,1975,,", "Nguyễn Văn An,5/3/1975,,", "2 update" },
    { "Nguyễn Văn An,5/3/1975,,", "Nguyễn Văn An,6/3/1975,,", "2 add" },
    { "Nguyễn Văn An,1975,,", "Nguyễn Văn An,1976,,", "2 add" },
    { "Nguyễn Văn An,1975,CB1,", "Nguyễn Văn An,1976,cb1,", "2 update" },
    { "Nguyễn Văn An,,,0912345678", "Nguyễn Văn An,1976,,+84 912 345 678", "2 update" },
    { "Nguyễn Văn An,,,0912345678", "Nguyễn Văn An,,,912345678", "2 unchanged" },
    { "Nguyễn Văn An,,,", "Nguyễn Văn An,,,", "2 unchanged" },
    { "Nguyễn Văn An,1975,,", "Nguyễn Văn An,,,", "2 unchanged" },
    { "Nguyễn Văn An,,,", "Nguyễn Văn An,1975,,", "2 ask namesake" },
    { "Nguyễn Văn An,1975,,", "Nguyễn Văn An,,CB1,", "2 ask namesake" },
    { "Nguyễn Văn An,1975,CB1,", "Nguyễn Văn An,1975,CB2,", "2 ask namesake" },
    { "Nguyễn Văn An,,CB1,", "Nguyễn Văn An,,CB2,", "2 add" },
    { "Nguyễn Văn Tú,,,", "Nguyễn Văn Tư,,,", "2 add" },
    { "Nguyễn Văn Tú,1975,,", "Nguyễn Văn Tư,1975,,", "2 ask namesake" },
    { "Nguyễn Hoà,1975,,", "Nguyễn Hòa,1975,,", "2 unchanged" },
    { "Nguyen Van An,1975,,", "Nguyễn Văn Ân,1975,,", "2 update" },
    { "Trần Bình,1975,,", "Nguyễn Văn An,1975,,", "2 add" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = fixture_path ();
      g_autoptr (SotayStore) store = fixture_store (path);
      g_autoptr (SotayUnit) unit = fixture_add_unit (store, NULL, "Phường");
      g_autofree char *first = g_strconcat ("Họ tên,Năm sinh,Mã số,SĐT\n", cases[i].stored, "\n", NULL);
      g_autofree char *second = g_strconcat ("Họ tên,Năm sinh,Mã số,SĐT\n", cases[i].row, "\n", NULL);
      g_autofree char *plan = NULL;

      g_test_message ("%s | %s", cases[i].stored, cases[i].row);
      import_text (store, unit, first);
      plan = describe_text (store, unit, second);
      g_assert_cmpstr (plan, ==, cases[i].plan);
    }
}

/* A namesake in another unit is another person; without a chosen unit, a name alone is asked about or known. */
static void
test_other_unit (void)
{
  g_autofree char *path = fixture_path ();
  g_autoptr (SotayStore) store = fixture_store (path);
  g_autoptr (SotayUnit) here = fixture_add_unit (store, NULL, "Phường Một");
  g_autoptr (SotayUnit) there = fixture_add_unit (store, NULL, "Phường Hai");
  g_autoptr (SotayStaff) staff G_GNUC_UNUSED = fixture_add_staff (store, there, "Nguyễn Văn An");
  g_autofree char *added = describe_text (store, here, "Họ tên\nNguyễn Văn An\n");
  g_autofree char *known = describe_text (store, NULL, "Họ tên\nNguyễn Văn An\n");
  g_autofree char *asked = describe_text (store, NULL, "Họ tên,Năm sinh\nNguyễn Văn An,1975\n");
  g_autofree char *nowhere = describe_text (store, NULL, "Họ tên\nTrần Bình\n");

  g_assert_cmpstr (added, ==, "2 add");
  g_assert_cmpstr (known, ==, "2 unchanged");
  g_assert_cmpstr (asked, ==, "2 ask namesake");
  g_assert_cmpstr (nowhere, ==, "2 reject no-unit");
}

/* Two wards of one city, each with a Nguyễn Văn An: a year of birth alone does not make them one. */
static void
test_two_wards (void)
{
  static const struct
  {
    const char *stored; /* name, birth, code, phone */
    const char *row;
    const char *plan;
  } cases[] = {
    { "Nguyễn Văn An,1975,,", "Nguyễn Văn An,1975,,", "2 ask namesake" },
    { "Nguyễn Văn An,5/3/1975,,", "Nguyễn Văn An,1975,,", "2 ask namesake" },
    { "Nguyễn Văn An,1975,,", "Nguyễn Văn An,5/3/1975,,", "2 ask namesake" },
    { "Nguyễn Văn An,5/3/1975,,", "Nguyễn Văn An,5/3/1975,,", "2 update" },
    { "Nguyễn Văn An,1975,CB1,", "Nguyễn Văn An,1975,CB1,", "2 update" },
    { "Nguyễn Văn An,1975,CB1,", "Nguyễn Văn An,1975,CB2,", "2 add" },
    { "Nguyễn Văn An,1975,,0912345678", "Nguyễn Văn An,1975,,0912345678", "2 update" },
    { "Nguyễn Văn Tú,1975,,", "Nguyễn Văn Tư,1975,,", "2 add" },
    { "Nguyễn Văn An,1975,,", "Nguyễn Văn An,1976,,", "2 add" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = fixture_path ();
      g_autoptr (SotayStore) store = fixture_store (path);
      g_autoptr (SotayUnit) first = fixture_add_unit (store, NULL, "Phường Một");
      g_autoptr (SotayUnit) second = fixture_add_unit (store, NULL, "Phường Hai");
      g_autofree char *stored = g_strconcat ("Họ tên,Năm sinh,Mã số,SĐT\n", cases[i].stored, "\n", NULL);
      g_autofree char *chosen = g_strconcat ("Họ tên,Năm sinh,Mã số,SĐT\n", cases[i].row, "\n", NULL);
      g_autofree char *named = g_strconcat ("Họ tên,Năm sinh,Mã số,SĐT,Đơn vị\n", cases[i].row, ",Phường Hai\n", NULL);
      g_autofree char *plan_chosen = NULL;
      g_autofree char *plan_named = NULL;

      g_test_message ("%s | %s", cases[i].stored, cases[i].row);
      import_text (store, first, stored);
      plan_chosen = describe_text (store, second, chosen);
      plan_named = describe_text (store, NULL, named);
      g_assert_cmpstr (plan_chosen, ==, cases[i].plan);
      g_assert_cmpstr (plan_named, ==, cases[i].plan);
    }
}

/* Within one file too: the same name and year in two units are not one person named twice. */
static void
test_two_wards_of_a_file (void)
{
  g_autofree char *path = fixture_path ();
  g_autoptr (SotayStore) store = fixture_store (path);
  g_autofree char *plan = describe_text (store, NULL, "Họ tên,Năm sinh,Đơn vị\nA B,1975,Phường Một\nA B,1975,Phường Hai\n"
                                                      "A B,1975,Phường Một\n");

  g_assert_cmpstr (plan, ==, "2 add, 3 ask namesake, 4 reject twice");
}

static void
test_update_keeps (void)
{
  g_autofree char *path = fixture_path ();
  g_autoptr (SotayStore) store = fixture_store (path);
  g_autoptr (SotayUnit) unit = fixture_add_unit (store, NULL, "Phường");
  const char *ids[] = { NULL, NULL };
  g_autoptr (GPtrArray) found = NULL;
  g_autoptr (SotayRoster) first = NULL;
  SotayStaff *staff;

  first = read_text (store, unit, "Họ tên,Năm sinh,Chức vụ,Ghi chú\nNguyễn Văn An,05/3/1975,Công chức,cũ\n");
  ids[0] = sotay_staff_get_id (sotay_roster_row_get_staff (row_of (first, 0)));
  fixture_apply (store, sotay_roster_make_step (first));
  import_text (store, unit, "Họ tên,Năm sinh,Chức vụ,Ghi chú,SĐT\nNGUYEN VAN AN,1975,,mới,0912345678\n");
  found = sotay_store_get_staff (store, ids, NULL, NULL);
  staff = g_ptr_array_index (found, 0);
  g_assert_cmpstr (sotay_staff_get_name (staff), ==, "Nguyễn Văn An");
  g_assert_cmpstr (sotay_staff_get_field (staff, SOTAY_STAFF_BIRTH), ==, "1975-03-05");
  g_assert_cmpstr (sotay_staff_get_field (staff, SOTAY_STAFF_POSITION), ==, "Công chức");
  g_assert_cmpstr (sotay_staff_get_field (staff, SOTAY_STAFF_NOTE), ==, "mới");
  g_assert_cmpstr (sotay_staff_get_field (staff, SOTAY_STAFF_PHONE), ==, "0912345678");
}

static void
test_decide (void)
{
  g_autofree char *path = fixture_path ();
  g_autoptr (SotayStore) store = fixture_store (path);
  g_autoptr (SotayUnit) unit = fixture_add_unit (store, NULL, "Phường");
  g_autoptr (SotayStaff) staff G_GNUC_UNUSED = fixture_add_staff (store, unit, "Nguyễn Văn An");
  static const char text[] = "Họ tên,Năm sinh\nNguyễn Văn An,1975\nNguyễn Văn An,1980\n12,1980\nTrần Bình,1990\n";
  g_autoptr (SotayRoster) roster = read_text (store, unit, text);
  g_autoptr (SotayStep) nothing G_GNUC_UNUSED = NULL;
  g_autofree char *plan = describe (roster);
  g_autofree char *decided = NULL;
  g_autofree char *names = NULL;

  g_assert_cmpstr (plan, ==, "2 ask namesake, 3 ask namesake, 4 reject bad-name, 5 add");
  g_assert_true (sotay_roster_row_get_existing (row_of (roster, 0)) != NULL);
  sotay_roster_row_set_decision (row_of (roster, 0), SOTAY_ROSTER_UPDATE);
  sotay_roster_row_set_decision (row_of (roster, 1), SOTAY_ROSTER_ADD);
  sotay_roster_row_set_decision (row_of (roster, 2), SOTAY_ROSTER_ADD);    /* stays rejected */
  sotay_roster_row_set_decision (row_of (roster, 3), SOTAY_ROSTER_UPDATE); /* nobody to update */
  decided = describe (roster);
  g_assert_cmpstr (decided, ==, "2 update namesake, 3 add namesake, 4 reject bad-name, 5 add");
  fixture_apply (store, sotay_roster_make_step (roster));
  names = fixture_names (store, NULL, FALSE, NULL, NULL);
  g_assert_cmpstr (names, ==, "Nguyễn Văn An, Nguyễn Văn An, Trần Bình");
  assert_settled (store, unit, text);
}

/* The person at the screen may say that two rows are the same one. */
static void
test_update_twice (void)
{
  g_autofree char *path = fixture_path ();
  g_autoptr (SotayStore) store = fixture_store (path);
  g_autoptr (SotayUnit) unit = fixture_add_unit (store, NULL, "Phường");
  g_autoptr (SotayStaff) staff = fixture_add_staff (store, unit, "Nguyễn Văn An");
  const char *ids[] = { sotay_staff_get_id (staff), NULL };
  g_autoptr (SotayRoster) roster = NULL;
  g_autoptr (GPtrArray) found = NULL;

  roster = read_text (store, unit, "Họ tên,Năm sinh,Chức vụ\nNguyễn Văn An,1975,\nNguyễn Văn An,,Công chức\n");
  sotay_roster_row_set_decision (row_of (roster, 0), SOTAY_ROSTER_UPDATE);
  sotay_roster_row_set_decision (row_of (roster, 1), SOTAY_ROSTER_UPDATE);
  fixture_apply (store, sotay_roster_make_step (roster));
  found = sotay_store_get_staff (store, ids, NULL, NULL);
  g_assert_cmpstr (sotay_staff_get_field (g_ptr_array_index (found, 0), SOTAY_STAFF_BIRTH), ==, "1975");
  g_assert_cmpstr (sotay_staff_get_field (g_ptr_array_index (found, 0), SOTAY_STAFF_POSITION), ==, "Công chức");
}

static void
test_units (void)
{
  g_autofree char *path = fixture_path ();
  g_autoptr (SotayStore) store = fixture_store (path);
  g_autoptr (SotayUnit) other = fixture_add_unit (store, NULL, "Văn phòng");
  g_autoptr (SotayUnit) ward = fixture_add_unit (store, NULL, "Phường");
  g_autoptr (SotayUnit) office = fixture_add_unit (store, ward, "Văn phòng");
  static const char text[] = "Họ tên,Đơn vị\nA B,VĂN PHÒNG\nC D,Tổ 1\nE F,tổ 1\nG H,\n12,Tổ 2\n";
  g_autofree char *of_office = NULL;
  g_autofree char *of_ward = NULL;
  g_autofree char *of_other = NULL;
  g_autoptr (GPtrArray) units = NULL;
  g_autoptr (SotayStep) undone = NULL;
  g_autoptr (GPtrArray) units_before = NULL;

  import_text (store, ward, text);
  of_office = fixture_names (store, sotay_unit_get_id (office), FALSE, NULL, NULL);
  of_other = fixture_names (store, sotay_unit_get_id (other), FALSE, NULL, NULL);
  of_ward = fixture_names (store, sotay_unit_get_id (ward), FALSE, NULL, NULL);
  units = sotay_store_list_units (store, NULL, NULL);
  g_assert_cmpstr (of_office, ==, "A B");
  g_assert_cmpstr (of_other, ==, "");
  g_assert_cmpstr (of_ward, ==, "A B, C D, E F, G H");
  g_assert_cmpuint (units->len, ==, 4); /* "Tổ 1" was made once, "Tổ 2" of a rejected row was not */
  assert_settled (store, ward, text);
  /* One step for all. */
  undone = sotay_store_undo (store, 0, NULL, NULL);
  g_assert_cmpint (sotay_step_get_kind (undone), ==, SOTAY_STEP_IMPORT_STAFF);
  g_assert_cmpstr (sotay_step_get_subject (undone), ==, "danh-sach.csv");
  units_before = sotay_store_list_units (store, NULL, NULL);
  g_assert_cmpuint (units_before->len, ==, 3);
}

/* A row that names no unit leaves people where they are below the chosen one, and a row that names one moves them. */
static void
test_moves (void)
{
  g_autofree char *path = fixture_path ();
  g_autoptr (SotayStore) store = fixture_store (path);
  g_autoptr (SotayUnit) ward = fixture_add_unit (store, NULL, "Phường");
  g_autoptr (SotayUnit) office G_GNUC_UNUSED = fixture_add_unit (store, ward, "Văn phòng");
  g_autofree char *stays = NULL;
  g_autofree char *moves = NULL;

  import_text (store, ward, "Họ tên,Ngày sinh,Đơn vị\nA B,5/3/1975,Văn phòng\n");
  stays = describe_text (store, ward, "Họ tên,Năm sinh\nA B,1975\n");
  moves = describe_text (store, ward, "Họ tên,Ngày sinh,Đơn vị\nA B,5/3/1975,Phường\n");
  g_assert_cmpstr (stays, ==, "2 unchanged");
  g_assert_cmpstr (moves, ==, "2 update");
}

static void
assert_refused (const char *bytes, gssize length, SotayRegisterError code, const char *detail)
{
  g_autofree char *path = fixture_path ();
  g_autoptr (SotayStore) store = fixture_store (path);
  g_autoptr (GFile) file = write_file (bytes, length);
  g_autoptr (GError) error = NULL;

  g_assert_null (sotay_roster_read (store, file, NULL, NULL, &error));
  g_assert_error (error, SOTAY_REGISTER_ERROR, (int) code);
  if (detail != NULL)
    g_assert_cmpstr (error->message, ==, detail);
}

static void
test_refused (void)
{
  g_autoptr (GString) many = g_string_new ("Họ tên,Năm sinh\n");

  assert_refused ("", 0, SOTAY_REGISTER_ERROR_FILE_EMPTY, NULL);
  assert_refused (" \r\n\t\n", -1, SOTAY_REGISTER_ERROR_FILE_EMPTY, NULL);
  assert_refused ("\xef\xbb\xbf", 3, SOTAY_REGISTER_ERROR_FILE_EMPTY, NULL);
  assert_refused ("\xff\xfe", 2, SOTAY_REGISTER_ERROR_FILE_EMPTY, NULL);
  assert_refused ("Họ tên\nA\0B\n", 14, SOTAY_REGISTER_ERROR_FILE_BINARY, NULL);
  assert_refused ("PK\x03\x04 workbook", -1, SOTAY_REGISTER_ERROR_FILE_BINARY, NULL);
  assert_refused ("%PDF-1.7", -1, SOTAY_REGISTER_ERROR_FILE_BINARY, NULL);
  assert_refused ("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\0\0\0\0", 12, SOTAY_REGISTER_ERROR_FILE_BINARY, NULL);
  /* Windows-1258, TCVN3, and UTF-16 cut in the middle of a character. */
  assert_refused ("STT,Ten\n1,Nguy\xea\xf2n V\xe3n An\n", -1, SOTAY_REGISTER_ERROR_FILE_ENCODING, "danh-sach.csv:2");
  assert_refused ("H\xe4 v\xb5 t\xaan\nNguy\xd4n V\xa8n An\n", -1, SOTAY_REGISTER_ERROR_FILE_ENCODING,
                  "danh-sach.csv:1");
  assert_refused ("\xff\xfeN\0a", 5, SOTAY_REGISTER_ERROR_FILE_ENCODING, NULL);
  assert_refused ("Nguyễn Văn An,1975\nTrần Thị Bình,1980\n", -1, SOTAY_REGISTER_ERROR_FILE_NO_HEADER, NULL);
  assert_refused ("\"", -1, SOTAY_REGISTER_ERROR_FILE_NO_HEADER, NULL);
  for (guint i = 0; i <= 200000; i++)
    g_string_append_printf (many, "Người %u,1975\n", i);
  assert_refused (many->str, (gssize) many->len, SOTAY_REGISTER_ERROR_FILE_TOO_LARGE, "> 200000");
}

static void
test_large_and_missing (void)
{
  g_autofree char *path = fixture_path ();
  g_autoptr (SotayStore) store = fixture_store (path);
  g_autofree char *folder = sotay_test_folder ();
  g_autofree char *large = g_build_filename (folder, "large.csv", NULL);
  g_autofree char *absent = g_build_filename (folder, "absent.csv", NULL);
  g_autoptr (GFile) large_file = g_file_new_for_path (large);
  g_autoptr (GFile) absent_file = g_file_new_for_path (absent);
  g_autoptr (GFile) folder_file = g_file_new_for_path (folder);
  g_autoptr (GFile) device_file = g_file_new_for_path ("/dev/zero");
  GFile *const unreadable[] = { absent_file, folder_file, device_file };
  g_autoptr (GFileOutputStream) stream = g_file_create (large_file, G_FILE_CREATE_NONE, NULL, NULL);
  g_autoptr (GError) error = NULL;

  /* 100 MB without a byte on the disk. */
  g_assert_true (g_seekable_truncate (G_SEEKABLE (stream), 100 * 1000 * 1000, NULL, NULL));
  g_assert_true (g_output_stream_close (G_OUTPUT_STREAM (stream), NULL, NULL));
  g_assert_null (sotay_roster_read (store, large_file, NULL, NULL, &error));
  g_assert_error (error, SOTAY_REGISTER_ERROR, SOTAY_REGISTER_ERROR_FILE_TOO_LARGE);
  g_assert_cmpstr (error->message, ==, "100 MB");
  for (guint i = 0; i < G_N_ELEMENTS (unreadable); i++)
    {
      g_clear_error (&error);
      g_assert_null (sotay_roster_read (store, unreadable[i], NULL, NULL, &error));
      g_assert_error (error, SOTAY_REGISTER_ERROR, SOTAY_REGISTER_ERROR_FILE_MISSING);
    }
}

static void
test_utf16 (void)
{
  static const struct
  {
    const char *charset;
    const char *mark;
  } cases[] = { { "UTF-16LE", "\xff\xfe" }, { "UTF-16BE", "\xfe\xff" } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = fixture_path ();
      g_autoptr (SotayStore) store = fixture_store (path);
      g_autoptr (SotayUnit) unit = fixture_add_unit (store, NULL, "Phường");
      g_autoptr (GString) bytes = g_string_new (cases[i].mark);
      gsize length;
      g_autofree char *encoded = g_convert ("Họ tên\tNăm sinh\r\nNguyễn Văn Đức\t1975\r\n", -1, cases[i].charset,
                                            "UTF-8", NULL, &length, NULL);
      g_autoptr (GFile) file = NULL;
      g_autoptr (SotayRoster) roster = NULL;

      g_string_append_len (bytes, encoded, (gssize) length);
      file = write_file (bytes->str, (gssize) bytes->len);
      roster = sotay_roster_read (store, file, sotay_unit_get_id (unit), NULL, NULL);
      g_assert_nonnull (roster);
      g_assert_cmpstr (sotay_staff_get_name (sotay_roster_row_get_staff (row_of (roster, 0))), ==, "Nguyễn Văn Đức");
    }
}

static void
test_long_fields (void)
{
  g_autofree char *path = fixture_path ();
  g_autoptr (SotayStore) store = fixture_store (path);
  g_autoptr (SotayUnit) unit = fixture_add_unit (store, NULL, "Phường");
  g_autofree char *long_text = g_strnfill (10000, 'x');
  g_autofree char *limit = g_strnfill (200, 'y');
  g_autofree char *above = g_strnfill (201, 'z');
  g_autofree char *text = NULL;
  g_autofree char *plan = NULL;

  text = g_strdup_printf ("Họ tên,Chức vụ,Đơn vị,Năm sinh,Ngày tập huấn,Mức độ\n%s,,,,,\nA B,%s,,,,\nC D,,%s,,,\nE F,,,%s,,\n"
                          "G H,,,,%s,\nI K,,,,,%s\n%s,,,,,\n%s,,,,,\n",
                          long_text, long_text, long_text, long_text, long_text, long_text, limit, above);
  plan = describe_text (store, unit, text);
  g_assert_cmpstr (plan, ==, "2 reject bad-name, 3 reject too-long, 4 reject too-long, 5 reject bad-birth, "
                             "6 reject bad-date, 7 reject bad-level, 8 add, 9 reject bad-name");
}

static void
test_async_and_cancelled (void)
{
  g_autofree char *path = fixture_path ();
  g_autoptr (SotayStore) store = fixture_store (path);
  g_autoptr (SotayUnit) unit = fixture_add_unit (store, NULL, "Phường");
  g_autoptr (GFile) file = write_file ("Họ tên\nA B\n", -1);
  g_autoptr (GCancellable) cancelled = g_cancellable_new ();
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GAsyncResult) none = NULL;
  g_autoptr (SotayRoster) roster = NULL;
  g_autoptr (GError) error = NULL;

  sotay_roster_read_async (store, file, sotay_unit_get_id (unit), NULL, sotay_test_store_result, &result);
  sotay_test_wait (&result);
  roster = sotay_roster_read_finish (result, NULL);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (roster)), ==, 1);
  g_cancellable_cancel (cancelled);
  sotay_roster_read_async (store, file, NULL, cancelled, sotay_test_store_result, &none);
  sotay_test_wait (&none);
  g_assert_null (sotay_roster_read_finish (none, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static void
test_unknown_unit (void)
{
  g_autofree char *path = fixture_path ();
  g_autoptr (SotayStore) store = fixture_store (path);
  g_autoptr (GFile) file = write_file ("Họ tên\nA B\n", -1);
  g_autoptr (GError) error = NULL;

  g_assert_null (sotay_roster_read (store, file, "nothing", NULL, &error));
  g_assert_error (error, SOTAY_REGISTER_ERROR, SOTAY_REGISTER_ERROR_NOT_FOUND);
  g_assert_cmpstr (error->message, ==, "nothing");
}

static void
add_tests (void)
{
  g_test_add_func ("/roster/matrix", test_matrix);
  g_test_add_func ("/roster/all-columns", test_all_columns);
  g_test_add_func ("/roster/identity", test_identity);
  g_test_add_func ("/roster/other-unit", test_other_unit);
  g_test_add_func ("/roster/two-wards", test_two_wards);
  g_test_add_func ("/roster/two-wards-of-a-file", test_two_wards_of_a_file);
  g_test_add_func ("/roster/update-keeps", test_update_keeps);
  g_test_add_func ("/roster/decide", test_decide);
  g_test_add_func ("/roster/update-twice", test_update_twice);
  g_test_add_func ("/roster/units", test_units);
  g_test_add_func ("/roster/moves", test_moves);
  g_test_add_func ("/roster/refused", test_refused);
  g_test_add_func ("/roster/large-and-missing", test_large_and_missing);
  g_test_add_func ("/roster/utf16", test_utf16);
  g_test_add_func ("/roster/long-fields", test_long_fields);
  g_test_add_func ("/roster/async-and-cancelled", test_async_and_cancelled);
  g_test_add_func ("/roster/unknown-unit", test_unknown_unit);
}

int
main (int argc, char **argv)
{
  return sotay_test_run (argc, argv, add_tests);
}
