/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "register/roster.h"

#include "roster-fixture.h"
#include "register/register-error.h"
#include "support/test-support.h"

#include <string.h>

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
      "2 add", "Nguyễn Văn An" },
    { "a name that begins like a total", "Họ và tên\nTống Công Danh\nTổng số\nTONG CONG: 1\n", "2 add", "Tống Công Danh" },
    { "group headings", "STT,Họ và tên,Năm sinh\nI,Lãnh đạo,\n1,Nguyễn Văn An,1975\n", "3 add",
      "Nguyễn Văn An" },
    { "group headings without numbers",
      "Họ và tên,Năm sinh\nI. Lãnh đạo,\nNguyễn Văn An,1975\nII. Văn phòng,\nA) Khối Đảng,\nB. Trần,1980\nIm Sokha,\n",
      "3 add, 6 add, 7 add",
      "Nguyễn Văn An, Im Sokha, B. Trần" },
    { "header again", "Họ và tên,Năm sinh\nNguyễn Văn An,1975\nHọ và tên,Năm sinh\nTrần Bình,1980\n", "2 add, 4 add",
      "Nguyễn Văn An, Trần Bình" },
    { "name in two columns", "STT,Họ đệm,Tên\n1,Nguyễn Văn,An\n2,,Bình\n", "2 add, 3 add", "Nguyễn Văn An, Bình" },
    { "heading above two columns", "STT,Họ và tên,,Năm sinh\n1,Nguyễn Văn,An,1975\n", "2 add", "Nguyễn Văn An" },
    { "English", "No,Full name,Date of birth,Level\n1,Nguyễn Văn An,1975-03-05,Level 2\n", "2 add", "Nguyễn Văn An" },
    { "combining marks", "Họ và tên\nNguye\xcc\x82\xcc\x83n Văn An\n", "2 add", "Nguyễn Văn An" },
    { "SQL", "Họ và tên\n\"Robert'); DROP TABLE staff; --\"\n", "2 add", "Robert'); DROP TABLE staff; --" },
    { "no name", "STT,Họ và tên,Năm sinh\n1,,1975\n,,\n", "2 reject no-name", "" },
    { "no letters", "Họ và tên,Năm sinh\n12345,1975\n", "2 reject bad-name", "" },
    { "births", "Họ và tên,Năm sinh\nA B,1875\nC D,31/2/1980\nE F,-\nG H,năm 1980\n",
      "2 reject bad-birth, 3 reject bad-birth, 4 add, 5 add", "E F, G H" },
    { "dates", "Họ và tên,Ngày tập huấn\nA B,05/3/2024\nC D,hôm kia\nE F,chưa\nG H,2024-3-257\n",
      "2 add, 3 reject bad-date, 4 add, 5 reject bad-date", "A B, E F" },
    { "ticks", "Họ và tên,Đã tập huấn\nA B,x\nC D,Rồi\nE F,CÓ\nG H,\n",
      "2 add no-day, 3 add no-day, 4 add no-day, 5 add", "A B, C D, E F, G H" },
    { "service", "Họ và tên,Ngày vào,Ngày nghỉ\nA B,xưa,\nC D,,mai\nE F,1/1/2024,1/1/2024\nG H,1/1/2024,2/1/2024\n",
      "2 reject bad-service, 3 reject bad-service, 4 reject bad-service, 5 add", "G H" },
    { "days to come", "Họ và tên,Ngày tập huấn,Ngày đạt\nA B,05/3/2199,\nC D,05/3/2024,05/3/2199\nE F,05/3/2024,06/3/2024\n",
      "2 reject bad-date, 3 reject bad-date, 4 add", "E F" },
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
      g_autofree char *plan = fixture_plan (store, unit, cases[i].text);
      g_autofree char *names = NULL;

      g_test_message ("%s", cases[i].what);
      g_assert_cmpstr (plan, ==, cases[i].plan);
      fixture_import (store, unit, cases[i].text);
      names = fixture_names (store, NULL, FALSE, NULL, NULL);
      g_assert_cmpstr (names, ==, cases[i].names);
      fixture_assert_settled (store, unit, cases[i].text);
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
  g_autoptr (SotayRoster) roster = fixture_roster (store, unit, text);
  SotayStaff *staff = sotay_roster_row_get_staff (fixture_row (roster, 0));

  g_assert_cmpuint (sotay_roster_count (roster, SOTAY_ROSTER_ADD), ==, 1);
  for (guint i = 0; i < SOTAY_STAFF_N_FIELDS; i++)
    if (i == SOTAY_STAFF_UNIT_ID)
      g_assert_cmpstr (sotay_staff_get_unit_id (staff), ==, sotay_unit_get_id (unit));
    else
      g_assert_cmpstr (sotay_staff_get_field (staff, i), ==, expected[i]);
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

  fixture_import (store, ward, text);
  of_office = fixture_names (store, sotay_unit_get_id (office), FALSE, NULL, NULL);
  of_other = fixture_names (store, sotay_unit_get_id (other), FALSE, NULL, NULL);
  of_ward = fixture_names (store, sotay_unit_get_id (ward), FALSE, NULL, NULL);
  units = sotay_store_list_units (store, NULL, NULL);
  g_assert_cmpstr (of_office, ==, "A B");
  g_assert_cmpstr (of_other, ==, "");
  g_assert_cmpstr (of_ward, ==, "A B, C D, E F, G H");
  g_assert_cmpuint (units->len, ==, 4); /* "Tổ 1" was made once, "Tổ 2" of a rejected row was not */
  fixture_assert_settled (store, ward, text);
  /* One step for all. */
  undone = sotay_store_undo (store, 0, NULL, NULL);
  g_assert_cmpint (sotay_step_get_kind (undone), ==, SOTAY_STEP_IMPORT_STAFF);
  g_assert_cmpstr (sotay_step_get_subject (undone), ==, "danh-sach.csv");
  units_before = sotay_store_list_units (store, NULL, NULL);
  g_assert_cmpuint (units_before->len, ==, 3);
}

static void
assert_refused (const char *bytes, gssize length, SotayRegisterError code, const char *detail)
{
  g_autofree char *path = fixture_path ();
  g_autoptr (SotayStore) store = fixture_store (path);
  g_autoptr (GFile) file = fixture_roster_file (bytes, length);
  g_autoptr (SotayRosterSource) source = sotay_roster_source_new_file (file);
  SotayRosterOptions options = { NULL };
  g_autoptr (GError) error = NULL;

  g_assert_null (sotay_roster_read (store, source, &options, NULL, &error));
  g_assert_error (error, SOTAY_REGISTER_ERROR, (int) code);
  if (detail != NULL)
    g_assert_cmpstr (error->message, ==, detail);
}

static void
test_refused (void)
{
  assert_refused ("", 0, SOTAY_REGISTER_ERROR_FILE_EMPTY, NULL);
  assert_refused ("%PDF-1.7", -1, SOTAY_REGISTER_ERROR_FILE_BINARY, NULL);
  assert_refused ("Nguyễn Văn An,1975\nTrần Thị Bình,1980\n", -1, SOTAY_REGISTER_ERROR_FILE_NO_HEADER, NULL);
}

static void
test_missing (void)
{
  g_autofree char *path = fixture_path ();
  g_autoptr (SotayStore) store = fixture_store (path);
  g_autofree char *folder = sotay_test_folder ();
  g_autofree char *absent = g_build_filename (folder, "absent.csv", NULL);
  const char *const unreadable[] = { absent, folder, "/dev/zero" };

  for (guint i = 0; i < G_N_ELEMENTS (unreadable); i++)
    {
      g_autoptr (GFile) file = g_file_new_for_path (unreadable[i]);
      g_autoptr (SotayRosterSource) source = sotay_roster_source_new_file (file);
      SotayRosterOptions options = { NULL };
      g_autoptr (GError) error = NULL;

      g_assert_null (sotay_roster_read (store, source, &options, NULL, &error));
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
      g_autoptr (SotayRosterSource) source = NULL;
      g_autoptr (SotayRoster) roster = NULL;
      SotayRosterOptions options = { .unit_id = sotay_unit_get_id (unit) };

      g_string_append_len (bytes, encoded, (gssize) length);
      file = fixture_roster_file (bytes->str, (gssize) bytes->len);
      source = sotay_roster_source_new_file (file);
      roster = sotay_roster_read (store, source, &options, NULL, NULL);
      g_assert_nonnull (roster);
      g_assert_cmpstr (sotay_staff_get_name (sotay_roster_row_get_staff (fixture_row (roster, 0))), ==,
                       "Nguyễn Văn Đức");
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
  plan = fixture_plan (store, unit, text);
  g_assert_cmpstr (plan, ==, "2 reject bad-name, 3 reject too-long, 4 reject too-long, 5 reject bad-birth, "
                             "6 reject bad-date, 7 reject bad-level, 8 add, 9 reject bad-name");
}

static void
test_async_and_cancelled (void)
{
  g_autofree char *path = fixture_path ();
  g_autoptr (SotayStore) store = fixture_store (path);
  g_autoptr (SotayUnit) unit = fixture_add_unit (store, NULL, "Phường");
  g_autoptr (GFile) file = fixture_roster_file ("Họ tên\nA B\n", -1);
  g_autoptr (SotayRosterSource) source = sotay_roster_source_new_file (file);
  SotayRosterOptions options = { .unit_id = sotay_unit_get_id (unit) };
  g_autoptr (GCancellable) cancelled = g_cancellable_new ();
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GAsyncResult) none = NULL;
  g_autoptr (SotayRoster) roster = NULL;
  g_autoptr (GError) error = NULL;

  sotay_roster_read_async (store, source, &options, NULL, sotay_test_store_result, &result);
  sotay_test_wait (&result);
  roster = sotay_roster_read_finish (result, NULL);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (roster)), ==, 1);
  g_cancellable_cancel (cancelled);
  sotay_roster_read_async (store, source, &options, cancelled, sotay_test_store_result, &none);
  sotay_test_wait (&none);
  g_assert_null (sotay_roster_read_finish (none, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static void
test_unknown_unit (void)
{
  g_autofree char *path = fixture_path ();
  g_autoptr (SotayStore) store = fixture_store (path);
  g_autoptr (SotayRosterSource) source = sotay_roster_source_new_text ("Họ tên\nA B\n");
  SotayRosterOptions options = { .unit_id = "nothing" };
  g_autoptr (GError) error = NULL;

  g_assert_null (sotay_roster_read (store, source, &options, NULL, &error));
  g_assert_error (error, SOTAY_REGISTER_ERROR, SOTAY_REGISTER_ERROR_NOT_FOUND);
  g_assert_cmpstr (error->message, ==, "nothing");
}

/* So many that the step hands them out without a record each. */
static void
test_very_many (void)
{
  g_autofree char *path = fixture_path ();
  g_autoptr (SotayStore) store = fixture_store (path);
  g_autoptr (SotayUnit) unit = fixture_add_unit (store, NULL, "Phường");
  g_autoptr (GString) text = g_string_new ("Họ tên,Năm sinh,Mã\n");
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  for (guint i = 0; i < 2500; i++)
    g_string_append_printf (text, "Nguyễn Văn %s,%u,CB%u\n", i % 2 == 0 ? "An" : "Bình", 1960 + i % 40, i);
  fixture_import (store, unit, text->str);
  fixture_assert_settled (store, unit, text->str);
  before = fixture_dump (store);
  g_object_unref (sotay_store_undo (store, 0, NULL, NULL));
  g_object_unref (sotay_store_redo (store, NULL, NULL));
  after = fixture_dump (store);
  g_assert_cmpstr (after, ==, before);
}

static void
add_tests (void)
{
  g_test_add_func ("/roster/matrix", test_matrix);
  g_test_add_func ("/roster/all-columns", test_all_columns);
  g_test_add_func ("/roster/units", test_units);
  g_test_add_func ("/roster/refused", test_refused);
  g_test_add_func ("/roster/missing", test_missing);
  g_test_add_func ("/roster/utf16", test_utf16);
  g_test_add_func ("/roster/long-fields", test_long_fields);
  g_test_add_func ("/roster/async-and-cancelled", test_async_and_cancelled);
  g_test_add_func ("/roster/very-many", test_very_many);
  g_test_add_func ("/roster/unknown-unit", test_unknown_unit);
}

int
main (int argc, char **argv)
{
  return sotay_test_run (argc, argv, add_tests);
}
