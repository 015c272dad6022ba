/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Lists as offices send them, each with the people that must come out. */
#include "roster-fixture.h"
#include "support/test-support.h"

static const struct
{
  const char *what;
  const char *text;
  /* A line for each row: decision, name, birth, path of the unit, and what else is said. */
  const char *expected;
} lists[] = {
  { "a ward, under a letterhead, with sections and signatures",
    "ỦY BAN NHÂN DÂN,,,,CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM,\n"
    "PHƯỜNG HẢI TÂN,,,,Độc lập - Tự do - Hạnh phúc,\n"
    ",,,,,\n"
    "DANH SÁCH CÁN BỘ CÔNG CHỨC CÀI ĐẶT VNeID,,,,,\n"
    "(Kèm theo Công văn số 12/UBND ngày 06 tháng 3 năm 2024),,,,,\n"
    "STT,Họ và tên,Năm sinh,Chức vụ,Mức độ định danh,Ghi chú\n"
    "(1),(2),(3),(4),(5),(6)\n"
    "I,Văn phòng HĐND và UBND,,,,\n"
    "1,Nguyễn Văn An,1975,Chánh Văn phòng,2,\n"
    "2,Trần Thị Bình,05/3/1980,Công chức,Mức độ 1,\n"
    "II,Phòng Tư pháp (2 người),,,,\n"
    "1,Lê Hoàng Cường,1988,Trưởng phòng,02,\n"
    "2,Phạm Thị Dung,1990,Công chức,chưa có,mới về\n"
    "Tổng cộng,,4 người,,,\n"
    ",,,\"Hải Tân, ngày 10 tháng 3 năm 2024\",,\n"
    ",NGƯỜI LẬP BIỂU,,TM. ỦY BAN NHÂN DÂN,,\n"
    ",,,CHỦ TỊCH,,\n"
    ",Vũ Thị Lan,,Hoàng Văn Minh,,\n",
    "add Nguyễn Văn An 1975 Văn phòng HĐND và UBND position=Chánh Văn phòng level=2\n"
    "add Trần Thị Bình 1980-03-05 Văn phòng HĐND và UBND position=Công chức level=1\n"
    "add Lê Hoàng Cường 1988 Phòng Tư pháp position=Trưởng phòng level=2\n"
    "add Phạm Thị Dung 1990 Phòng Tư pháp position=Công chức level=3 note=mới về\n" },
  { "birth under men and women, name in two columns",
    "TT;Họ và tên;;Năm sinh;;Chức danh\n"
    ";;;Nam;Nữ;\n"
    "1;Nguyễn Văn;Hùng;1979;;Trưởng ban\n"
    "2;Đỗ Thị;Hà;;1985;Phó ban\n"
    "3;Lò;Páo;12/8/1991;;Ủy viên\n",
    "add Nguyễn Văn Hùng 1979 Phường position=Trưởng ban\n"
    "add Đỗ Thị Hà 1985 Phường position=Phó ban\n"
    "add Lò Páo 1991-08-12 Phường position=Ủy viên\n" },
  { "two rows of headings: Họ đệm | Tên below Họ và tên",
    "STT,Họ và tên,,\"Ngày, tháng, năm sinh\",ĐV công tác,SĐT\n"
    ",Họ đệm,Tên,,,\n"
    "1,Nguyễn Thị,Mai,20-11-1982,Trường Mầm non Hoa Sen,912345678\n"
    "2,Trần,Quốc,1.9.1970,Trường Mầm non Hoa Sen,+84 987 654 321\n",
    "add Nguyễn Thị Mai 1982-11-20 Trường Mầm non Hoa Sen phone=0912345678 [phone]\n"
    "add Trần Quốc 1970-09-01 Trường Mầm non Hoa Sen phone=0987654321 [phone]\n" },
  { "a school, header without accents and abbreviated",
    "DANH SACH GIAO VIEN NAM HOC 2023-2024\n"
    "TT\tMa GV\tH/ten\tN/sinh\tC/vu\tDT lien he\tLoai hinh\n"
    "1\t0012\tHoàng Thị Yến\t75\tHiệu trưởng\t0241234567\tVC\n"
    "2\t0013\tVũ Đức Thắng\t1990\tGiáo viên\t0912 345 678\tHĐ 111\n",
    "ask Hoàng Thị Yến 1975 Phường position=Hiệu trưởng code=0012 phone=0241234567 employment=public "
    "(doubt) [century doubt-phone]\n"
    "add Vũ Đức Thắng 1990 Phường position=Giáo viên code=0013 phone=0912 345 678 employment=worker\n" },
  { "police, marks in columns of levels and activation",
    "STT,Họ tên,Ngày sinh,Cấp bậc,Mức độ,,Kích hoạt\n"
    ",,,,Mức 1,Mức 2,\n"
    "1,Nguyễn Quang Huy,27456,Đại úy,,x,x\n"
    "2,Bùi Văn Kiên,15/06/1993,Trung úy,x,,chưa\n",
    "add Nguyễn Quang Huy 1975-03-03 Phường level=2 activated=yes [serial]\n"
    "add Bùi Văn Kiên 1993-06-15 Phường level=1 activated=no\n" },
  { "sections below sections",
    "TT,Họ và tên,Năm sinh,Chức vụ\n"
    "A,KHỐI ĐẢNG,,\n"
    "I,Văn phòng Đảng ủy,,\n"
    "1,Nguyễn Văn An,1970,Chánh văn phòng\n"
    "II,Ban Tổ chức,,\n"
    "2,Trần Văn Ba,1971,Trưởng ban\n"
    "B,KHỐI CHÍNH QUYỀN,,\n"
    "I,Văn phòng,,\n"
    "3,Lê Thị Chi,1972,Văn thư\n",
    "add Nguyễn Văn An 1970 KHỐI ĐẢNG › Văn phòng Đảng ủy position=Chánh văn phòng\n"
    "add Trần Văn Ba 1971 KHỐI ĐẢNG › Ban Tổ chức position=Trưởng ban\n"
    "add Lê Thị Chi 1972 KHỐI CHÍNH QUYỀN › Văn phòng position=Văn thư\n" },
  { "sections in the first cell, Roman and Arabic",
    "STT,Họ và tên,Năm sinh,Ghi chú\n"
    "I. PHÒNG KINH TẾ,,,\n"
    "1. Tổ một cửa,,,\n"
    "1,Phạm Văn Đồng,1980,\n"
    "2. Tổ kế toán,,,\n"
    "2,Ngô Thị Én,1981,\n"
    "II. PHÒNG VĂN HÓA,,,\n"
    "3,Đặng Thu Giang,1982,\n",
    "add Phạm Văn Đồng 1980 PHÒNG KINH TẾ › Tổ một cửa\n"
    "add Ngô Thị Én 1981 PHÒNG KINH TẾ › Tổ kế toán\n"
    "add Đặng Thu Giang 1982 PHÒNG VĂN HÓA\n" },
  { "kinds of employment as sections, header on each page",
    "TT,Họ và tên,Năm sinh,Ngày tập huấn\n"
    "I,Cán bộ công chức,,\n"
    "1,Nguyễn Thị Hạnh,1984,06/3/2024\n"
    "TT,Họ và tên,Năm sinh,Ngày tập huấn\n"
    "II,Người hoạt động không chuyên trách,,\n"
    "2,Trịnh Văn Khoa,1969,x\n"
    "III,Tổ dân phố số 3,,\n"
    "3,Mai Văn Long,1955,3/2024\n"
    ",Cộng,3,\n",
    "add Nguyễn Thị Hạnh 1984 Phường trained_on=2024-03-06 employment=official\n"
    "add Trịnh Văn Khoa 1969 Phường employment=part-time (no-day)\n"
    "add Mai Văn Long 1955 Tổ dân phố số 3 (no-day)\n" },
  { "English, month first",
    "No,Full name,Date of birth,Department,Training date\n"
    "1,Nguyen Van Nam,03/25/1980,Land office,03/06/2024\n"
    "2,Tran Thi Oanh,12/31/1979,Land office,03/28/2024\n",
    "add Nguyen Van Nam 1980-03-25 Land office trained_on=2024-03-06 [month-first]\n"
    "add Tran Thi Oanh 1979-12-31 Land office trained_on=2024-03-28 [month-first]\n" },
  { "both orders in one column are asked about",
    "Họ tên,Ngày tập huấn\nLê Phong,03/25/2024\nLê Quân,25/03/2024\nLê Sơn,03/04/2024\n",
    "add Lê Phong - Phường trained_on=2024-03-25 [month-first]\n"
    "add Lê Quân - Phường trained_on=2024-03-25\n"
    "ask Lê Sơn - Phường trained_on=2024-04-03 (doubt) [doubt-date]\n" },
  { "days in words and with a time",
    "Họ và tên,Ngày sinh,Ngày vào cơ quan,Ngày tập huấn\n"
    "Lý Văn Tài,ngày 5 tháng 3 năm 1975,2015,2024-03-06T00:00:00\n"
    "Lý Thị Uyên,3/1981,9/2019,06-Mar-24\n"
    "Lý Văn Vinh,19900102,01/07/08,06/03/2024 08:30\n",
    "add Lý Văn Tài 1975-03-05 Phường joined_on=2015-01-01 trained_on=2024-03-06 [first-day]\n"
    "add Lý Thị Uyên 1981 Phường joined_on=2019-09-01 trained_on=2024-03-06 [century year-taken first-day]\n"
    "add Lý Văn Vinh 1990-01-02 Phường joined_on=2008-07-01 trained_on=2024-03-06 [century]\n" },
  { "codes and phones that a spreadsheet spoiled",
    "Họ và tên,Mã CB,Số ĐT\n"
    "Đinh Văn Xuân,1.23456E+05,9.12345678E+08\n"
    "Đinh Thị Yên,1.23457E+11,2438221234\n"
    "Đinh Văn Ân,3.5E+04,912345678.0\n"
    "Đinh Thị Ái,CB-7,máy lẻ 12\n",
    "add Đinh Văn Xuân - Phường code=123456 phone=0912345678 [phone code]\n"
    "ask Đinh Thị Yên - Phường code=123457000000 phone=02438221234 (doubt) [phone doubt-code]\n"
    "add Đinh Văn Ân - Phường code=35000 phone=0912345678 [phone code]\n"
    "add Đinh Thị Ái - Phường code=CB-7 phone=máy lẻ 12\n" },
  { "units in a column below sections that are surely units",
    "STT,Họ và tên,Năm sinh,Đơn vị\n"
    "I,Phường Lê Thanh Nghị,,\n"
    "1,Tô Văn Bền,1977,Tổ dân phố 5\n"
    "II,Lãnh đạo,,\n"
    "2,Tô Thị Cúc,1978,Văn phòng\n",
    "add Tô Văn Bền 1977 Phường Lê Thanh Nghị › Tổ dân phố 5\n"
    "add Tô Thị Cúc 1978 Văn phòng\n" },
  { "namesakes in the file, and one person twice",
    "Họ và tên,Năm sinh,Chức vụ\nTrần Bình,1980,Công chức\nTrần Bình,,Kế toán\nTrần Bình,1980,Công chức\n"
    "Trần Bình,1991,Bảo vệ\n",
    "add Trần Bình 1980 Phường position=Công chức\n"
    "ask Trần Bình - Phường position=Kế toán (namesake)\n"
    "reject Trần Bình 1980 Phường position=Công chức (twice)\n"
    "ask Trần Bình 1991 Phường position=Bảo vệ (namesake)\n" },
};

/* The names of a unit and of those above it but the chosen one. */
static void
append_unit (GString *text, SotayStaff *staff, GHashTable *units, SotayUnit *home)
{
  const char *id = sotay_staff_get_unit_id (staff);
  GString *path = g_string_new (NULL);

  for (SotayUnit *unit = g_hash_table_lookup (units, id); unit != NULL;)
    {
      const char *parent = sotay_unit_get_parent_id (unit);
      g_autofree char *below = g_strdup (path->str);

      if (unit != home && !g_str_equal (sotay_unit_get_id (unit), sotay_unit_get_id (home)))
        g_string_printf (path, "%s%s%s", sotay_unit_get_name (unit), *below != '\0' ? " › " : "", below);
      unit = parent != NULL ? g_hash_table_lookup (units, parent) : NULL;
    }
  g_string_append_printf (text, " %s", path->len > 0 ? path->str : sotay_unit_get_name (home));
  g_string_free (path, TRUE);
}

static void
append_notes (GString *text, guint notes)
{
  gboolean first = TRUE;

  for (guint i = 0; i < SOTAY_ROSTER_NOTE_N; i++)
    if ((notes & SOTAY_ROSTER_NOTE_BIT (i)) != 0)
      {
        g_string_append_printf (text, "%s%s", first ? " [" : " ", sotay_roster_note_to_string (i));
        first = FALSE;
      }
  if (notes != 0)
    g_string_append_c (text, ']');
}

static void
append_fields (GString *text, SotayStaff *staff)
{
  for (guint i = SOTAY_STAFF_POSITION; i < SOTAY_STAFF_N_FIELDS; i++)
    if (sotay_staff_get_field (staff, i) != NULL)
      g_string_append_printf (text, " %s=%s", sotay_staff_field_name (i), sotay_staff_get_field (staff, i));
}

static GHashTable *
index_units (SotayRoster *roster)
{
  GHashTable *units = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
  g_autoptr (SotayStep) step = sotay_roster_make_step (roster);
  GPtrArray *changes = sotay_step_get_changes (step);

  for (guint i = 0; i < changes->len; i++)
    {
      SotayChange *change = g_ptr_array_index (changes, i);

      if (change->kind == SOTAY_RECORD_UNIT)
        g_hash_table_insert (units, g_strdup (change->id), sotay_unit_from_record (change->id, change->after));
    }
  return units;
}

static char *
describe (SotayRoster *roster, SotayUnit *home)
{
  GString *text = g_string_new (NULL);
  g_autoptr (GHashTable) units = NULL;

  /* Units are handed out for rows that are taken. */
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (roster)); i++)
    g_assert_nonnull (fixture_row (roster, i));
  units = index_units (roster);
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (roster)); i++)
    {
      SotayRosterRow *row = fixture_row (roster, i);
      SotayStaff *staff = sotay_roster_row_get_staff (row);
      const char *birth = sotay_staff_get_field (staff, SOTAY_STAFF_BIRTH);
      SotayRosterReason reason = sotay_roster_row_get_reason (row);

      g_string_append_printf (text, "%s %s %s", sotay_roster_decision_to_string (sotay_roster_row_get_decision (row)),
                              sotay_staff_get_name (staff), birth != NULL ? birth : "-");
      append_unit (text, staff, units, home);
      append_fields (text, staff);
      if (reason != SOTAY_ROSTER_REASON_NONE)
        g_string_append_printf (text, " (%s)", sotay_roster_reason_to_string (reason));
      append_notes (text, sotay_roster_row_get_notes (row));
      g_string_append_c (text, '\n');
    }
  return g_string_free (text, FALSE);
}

static void
test_lists (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    {
      g_autofree char *path = fixture_path ();
      g_autoptr (SotayStore) store = fixture_store (path);
      g_autoptr (SotayUnit) unit = fixture_add_unit (store, NULL, "Phường");
      g_autoptr (SotayRoster) roster = fixture_roster (store, unit, lists[i].text);
      g_autofree char *described = describe (roster, unit);

      g_test_message ("%s", lists[i].what);
      g_assert_cmpstr (described, ==, lists[i].expected);
      fixture_apply (store, sotay_roster_make_step (roster));
      fixture_assert_settled (store, unit, lists[i].text);
    }
}

static void
add_tests (void)
{
  g_test_add_func ("/roster-lists/lists", test_lists);
}

int
main (int argc, char **argv)
{
  return sotay_test_run (argc, argv, add_tests);
}
