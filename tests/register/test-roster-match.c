/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whom a row of a file is about. */
#include "roster-fixture.h"
#include "support/test-support.h"

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
      fixture_import (store, unit, first);
      plan = fixture_plan (store, unit, second);
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
  g_autofree char *added = fixture_plan (store, here, "Họ tên\nNguyễn Văn An\n");
  g_autofree char *known = fixture_plan (store, NULL, "Họ tên\nNguyễn Văn An\n");
  g_autofree char *asked = fixture_plan (store, NULL, "Họ tên,Năm sinh\nNguyễn Văn An,1975\n");
  g_autofree char *nowhere = fixture_plan (store, NULL, "Họ tên\nTrần Bình\n");

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
      fixture_import (store, first, stored);
      plan_chosen = fixture_plan (store, second, chosen);
      plan_named = fixture_plan (store, NULL, named);
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
  g_autofree char *plan = fixture_plan (store, NULL, "Họ tên,Năm sinh,Đơn vị\nA B,1975,Phường Một\nA B,1975,Phường Hai\n"
                                                      "A B,1975,Phường Một\n");

  g_assert_cmpstr (plan, ==, "2 add, 3 ask namesake, 4 reject twice");
}

static void
test_update_keeps (void)
{
  g_autofree char *path = fixture_path ();
  g_autoptr (SotayStore) store = fixture_store (path);
  g_autoptr (SotayUnit) unit = fixture_add_unit (store, NULL, "Phường");
  g_autoptr (SotayStaffQuery) everyone = sotay_staff_query_new (NULL, SOTAY_STAFF_ALL, NULL, NULL);
  g_autoptr (GPtrArray) found = NULL;
  SotayStaff *staff;

  fixture_import (store, unit, "Họ tên,Năm sinh,Chức vụ,Ghi chú\nNguyễn Văn An,05/3/1975,Công chức,cũ\n");
  fixture_import (store, unit, "Họ tên,Năm sinh,Chức vụ,Ghi chú,SĐT\nNGUYEN VAN AN,1975,,mới,0912345678\n");
  found = sotay_store_list_staff (store, everyone, 0, 0, NULL, NULL);
  g_assert_cmpuint (found->len, ==, 1);
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
  g_autoptr (SotayRoster) roster = fixture_roster (store, unit, text);
  g_autoptr (SotayStep) nothing G_GNUC_UNUSED = NULL;
  g_autofree char *plan = fixture_describe (roster);
  g_autofree char *decided = NULL;
  g_autofree char *names = NULL;

  g_assert_cmpstr (plan, ==, "2 ask namesake, 3 ask namesake, 4 reject bad-name, 5 add");
  g_assert_true (sotay_roster_row_get_existing (fixture_row (roster, 0)) != NULL);
  sotay_roster_row_set_decision (fixture_row (roster, 0), SOTAY_ROSTER_UPDATE);
  sotay_roster_row_set_decision (fixture_row (roster, 1), SOTAY_ROSTER_ADD);
  sotay_roster_row_set_decision (fixture_row (roster, 2), SOTAY_ROSTER_ADD);    /* stays rejected */
  sotay_roster_row_set_decision (fixture_row (roster, 3), SOTAY_ROSTER_UPDATE); /* nobody to update */
  decided = fixture_describe (roster);
  g_assert_cmpstr (decided, ==, "2 update namesake, 3 add namesake, 4 reject bad-name, 5 add");
  fixture_apply (store, sotay_roster_make_step (roster));
  names = fixture_names (store, NULL, FALSE, NULL, NULL);
  g_assert_cmpstr (names, ==, "Nguyễn Văn An, Nguyễn Văn An, Trần Bình");
  fixture_assert_settled (store, unit, text);
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

  roster = fixture_roster (store, unit, "Họ tên,Năm sinh,Chức vụ\nNguyễn Văn An,1975,\nNguyễn Văn An,,Công chức\n");
  sotay_roster_row_set_decision (fixture_row (roster, 0), SOTAY_ROSTER_UPDATE);
  sotay_roster_row_set_decision (fixture_row (roster, 1), SOTAY_ROSTER_UPDATE);
  fixture_apply (store, sotay_roster_make_step (roster));
  found = sotay_store_get_staff (store, ids, NULL, NULL);
  g_assert_cmpstr (sotay_staff_get_field (g_ptr_array_index (found, 0), SOTAY_STAFF_BIRTH), ==, "1975");
  g_assert_cmpstr (sotay_staff_get_field (g_ptr_array_index (found, 0), SOTAY_STAFF_POSITION), ==, "Công chức");
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

  fixture_import (store, ward, "Họ tên,Ngày sinh,Đơn vị\nA B,5/3/1975,Văn phòng\n");
  stays = fixture_plan (store, ward, "Họ tên,Năm sinh\nA B,1975\n");
  moves = fixture_plan (store, ward, "Họ tên,Ngày sinh,Đơn vị\nA B,5/3/1975,Phường\n");
  g_assert_cmpstr (stays, ==, "2 unchanged");
  g_assert_cmpstr (moves, ==, "2 update");
}

static void
add_tests (void)
{
  g_test_add_func ("/roster-match/identity", test_identity);
  g_test_add_func ("/roster-match/other-unit", test_other_unit);
  g_test_add_func ("/roster-match/two-wards", test_two_wards);
  g_test_add_func ("/roster-match/two-wards-of-a-file", test_two_wards_of_a_file);
  g_test_add_func ("/roster-match/update-keeps", test_update_keeps);
  g_test_add_func ("/roster-match/decide", test_decide);
  g_test_add_func ("/roster-match/update-twice", test_update_twice);
  g_test_add_func ("/roster-match/moves", test_moves);
}

int
main (int argc, char **argv)
{
  return sotay_test_run (argc, argv, add_tests);
}
