/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/text.h"

#include "core/uuid.h"
#include "support/test-support.h"

#include <string.h>

/* Words that a line end divides are whole, and each byte knows where it comes from. */
static void
test_fold_mapped (void)
{
  static const char text[] = "Một đị-\nnh  Ă\xcc\xa3 x-\nY-\n9";
  g_autoptr (GArray) offsets = NULL;
  g_autofree char *folded = sotay_text_fold_mapped (text, &offsets);
  const guint32 *map = (const guint32 *) (gpointer) offsets->data;

  g_assert_cmpstr (folded, ==, "mot dinh a x- y- 9");
  g_assert_cmpuint (offsets->len, ==, strlen (folded) + 1);
  g_assert_cmpuint (map[0], ==, 0);
  g_assert_cmpuint (map[4], ==, strlen ("Một "));
  g_assert_cmpuint (map[6], ==, strlen ("Một đị-\n"));
  g_assert_cmpuint (map[9], ==, strlen ("Một đị-\nnh  "));
  g_assert_cmpuint (map[strlen (folded)], ==, strlen (text));
}

static void
test_marks (void)
{
  static const struct
  {
    const char *text;
    gunichar marks[3];
  } cases[] = {
    { "ộ", { 0x0323, 0x0302, 0 } },
    { "o\xcc\x82\xcc\xa3x\xcc\x81", { 0x0302, 0x0323, 0 } },
    { "đa", { 0x0335, 0, 0 } },
    { "Ð", { 0x0335, 0, 0 } },
    { "d", { 0, 0, 0 } },
    { "", { 0, 0, 0 } },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      gunichar marks[SOTAY_TEXT_MOST_MARKS];

      sotay_text_list_marks (cases[i].text, marks);
      for (gsize j = 0; j < G_N_ELEMENTS (cases[i].marks); j++)
        g_assert_cmphex (marks[j], ==, cases[i].marks[j]);
    }
}

static void
test_fold (void)
{
  static const struct
  {
    const char *text;
    const char *folded;
  } cases[] = {
    { "Hộ khẩu", "ho khau" },
    { "  HỘ\t KHẨU\n", "ho khau" },
    { "Ho\xcc\xa3\xcc\x82 kha\xcc\x82\xcc\x89u", "ho khau" }, /* combining marks */
    { "Đặng Đình Ðức", "dang dinh duc" },                     /* the last begins with U+00D0 */
    { "đường", "duong" },
    { "a\xc2\xa0" "b", "a b" }, /* no-break space */
    { "", "" },
    { "\xff\xfe", "\xef\xbf\xbd\xef\xbf\xbd" }, /* not UTF-8 */
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *folded = sotay_text_fold (cases[i].text);

      g_assert_cmpstr (folded, ==, cases[i].folded);
    }
}

static void
test_tidy (void)
{
  g_autofree char *tidy = sotay_text_tidy ("  Nguye\xcc\x82\xcc\x83n\x01  Va\xcc\x86n ");
  g_autofree char *between = sotay_text_tidy ("Tra\xe2\x80\x8b\xcc\x82\xcc\x80n");
  g_autofree char *backwards = sotay_text_tidy ("\xe2\x80\xaeNguyễn\xe2\x80\x8b Văn An"); /* U+202E, U+200B */

  g_assert_cmpstr (tidy, ==, "Nguyễn Văn");
  g_assert_cmpstr (backwards, ==, "Nguyễn Văn An");
  /* An invisible character between a letter and its mark: what is tidy stays so when it is tidied again. */
  g_assert_cmpstr (between, ==, "Trần");
  g_assert_null (sotay_text_tidy ("\xff"));
}

static void
test_split (void)
{
  g_auto (GStrv) words = sotay_text_split ("ho khau, 06/3: u10");
  const char *const expected[] = { "ho", "khau", "06", "3", "u10", NULL };

  g_assert_true (g_strv_equal ((const char *const *) words, expected));
}

static void
test_find (void)
{
  const char *const words[] = { "kha", "ho", NULL };
  const char *text = "Thông tin cư trú (Hộ khẩu), cho ai?";
  g_autoptr (GArray) ranges = sotay_text_find (text, words);
  SotayTextRange first, second;
  g_autofree char *found = NULL, *found_second = NULL;

  g_assert_cmpuint (ranges->len, ==, 2); /* "cho" does not begin with "ho" */
  first = g_array_index (ranges, SotayTextRange, 0);
  second = g_array_index (ranges, SotayTextRange, 1);
  found = g_strndup (text + first.start, first.end - first.start);
  found_second = g_strndup (text + second.start, second.end - second.start);
  g_assert_cmpstr (found, ==, "Hộ");
  g_assert_cmpstr (found_second, ==, "khẩ");
}

static void
test_find_combining (void)
{
  const char *const words[] = { "ho", NULL };
  const char *text = "Ho\xcc\xa3\xcc\x82 kha";
  g_autoptr (GArray) ranges = sotay_text_find (text, words);

  g_assert_cmpuint (ranges->len, ==, 1);
  g_assert_cmpuint (g_array_index (ranges, SotayTextRange, 0).end, ==, 6); /* the marks belong to it */
}

static void
test_name_order (void)
{
  static const char *const in_order[] = {
    "Nguyễn Văn An", "Trần Thị An", "Lê Ánh", "Phạm Văn Bình", "Đỗ Chi", "Lê Dung", "Bùi Đạt", "Hoàng Yến",
  };

  for (gsize i = 1; i < G_N_ELEMENTS (in_order); i++)
    {
      g_autoptr (GBytes) before = sotay_text_name_key (in_order[i - 1]);
      g_autoptr (GBytes) after = sotay_text_name_key (in_order[i]);

      g_test_message ("%s < %s", in_order[i - 1], in_order[i]);
      g_assert_cmpint (g_bytes_compare (before, after), <, 0);
    }
}

static void
test_title_order (void)
{
  g_autoptr (GBytes) two = sotay_text_title_key ("Tổ dân phố 2");
  g_autoptr (GBytes) ten = sotay_text_title_key ("Tổ dân phố 10");

  g_assert_cmpint (g_bytes_compare (two, ten), <, 0);
}

static void
test_uuid (void)
{
  g_autofree char *first = sotay_uuid_new ();
  g_autofree char *second = sotay_uuid_new ();

  g_assert_true (g_uuid_string_is_valid (first));
  g_assert_cmpint (first[14], ==, '7');
  g_assert_cmpstr (first, !=, second);
  g_assert_cmpint (strncmp (first, second, 8), <=, 0);
}

static void
add_tests (void)
{
  g_test_add_func ("/text/fold", test_fold);
  g_test_add_func ("/text/fold-mapped", test_fold_mapped);
  g_test_add_func ("/text/marks", test_marks);
  g_test_add_func ("/text/tidy", test_tidy);
  g_test_add_func ("/text/split", test_split);
  g_test_add_func ("/text/find", test_find);
  g_test_add_func ("/text/find-combining", test_find_combining);
  g_test_add_func ("/text/name-order", test_name_order);
  g_test_add_func ("/text/title-order", test_title_order);
  g_test_add_func ("/uuid/version-7", test_uuid);
}

int
main (int argc, char **argv)
{
  return sotay_test_run (argc, argv, add_tests);
}
