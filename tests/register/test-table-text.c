/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "register/register-error.h"
#include "support/names.h"
#include "support/old-encodings.h"
#include "support/test-support.h"
#include "table-fixture.h"

#include <string.h>

static void
test_matrix (void)
{
  static const struct
  {
    const char *text;
    const char *rows;
  } cases[] = {
    { "a,b\n1,2\n", "1: a|b\n2: 1|2\n" },
    { "a,b\n1,2", "1: a|b\n2: 1|2\n" },
    { "\xef\xbb\xbf" "a,b\n", "1: a|b\n" },
    { "a,b\r\n\r\n1,2\r\n", "1: a|b\n3: 1|2\n" },
    { "a,b\r1,2\r", "1: a|b\n2: 1|2\n" },
    { "a;b\n1,5;2,5\n", "1: a|b\n2: 1,5|2,5\n" },
    { "a\tb;c\n1\t2;3\n", "1: a|b;c\n2: 1|2;3\n" },
    { "sep=;\r\na;b,c\r\n", "2: a|b,c\n" },
    { "sep=,\na,b;c;d\n", "2: a|b;c;d\n" },
    { "\"a\",\"b\"\n\"1\",\"nói \"\"xin chào\"\", rồi đi\"\n", "1: a|b\n2: 1|nói \"xin chào\", rồi đi\n" },
    { "a,b\n\"hai\r\ndòng\",2\n3,4\n", "1: a|b\n2: hai dòng|2\n4: 3|4\n" },
    { "a,b\n\"chưa đóng,1\n3,4\n", "1: a|b\n2: \"chưa đóng|1\n3: 3|4\n" },
    { "a,b\nx,\"1\n\"y\",\"z\",\"\nu,v\n", "1: a|b\n2: x|\"1\n3: \"y\"|\"z\"|\"\n4: u|v\n" },
    { ",,\na,,c\n,,\n,b,,\n", "2: a||c\n4: |b\n" },
    { "  a  , b\xc2\xa0\xc2\xa0" "c \n\xe2\x80\x8b,d\n", "1: a|b c\n2: |d\n" },
    { "Nguye\xcc\x82\xcc\x83n,x\n", "1: Nguyễn|x\n" },
    { "Nguyễn Văn An\nTrần Bình\n", "1: Nguyễn Văn An\n2: Trần Bình\n" },
    { "UBND PHƯỜNG\nDanh sách, quý I\nTT;Tên;Nơi ở\n1;A;Tổ 1, phường 2\n2;B;Tổ 3\n",
      "1: UBND PHƯỜNG\n2: Danh sách, quý I\n3: TT|Tên|Nơi ở\n4: 1|A|Tổ 1, phường 2\n5: 2|B|Tổ 3\n" },
    { "name,café\nMüller,½ m²\nLoïc,25°\n", "1: name|café\n2: Müller|½ m²\n3: Loïc|25°\n" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    fixture_assert_table (g_string_new (cases[i].text), cases[i].rows);
}

static void
test_refused (void)
{
  fixture_assert_refused (g_string_new (""), SOTAY_REGISTER_ERROR_FILE_EMPTY);
  fixture_assert_refused (g_string_new ("\r\n \t,,\n"), SOTAY_REGISTER_ERROR_FILE_EMPTY);
  fixture_assert_refused (g_string_new ("\xef\xbb\xbf"), SOTAY_REGISTER_ERROR_FILE_EMPTY);
  fixture_assert_refused (g_string_new ("\xff\xfe"), SOTAY_REGISTER_ERROR_FILE_EMPTY);
  fixture_assert_refused (g_string_new ("%PDF-1.7"), SOTAY_REGISTER_ERROR_FILE_BINARY);
  fixture_assert_refused (g_string_new ("{\\rtf1 x}"), SOTAY_REGISTER_ERROR_FILE_BINARY);
  fixture_assert_refused (g_string_new_len ("a,b\n1\0,2\n", 9), SOTAY_REGISTER_ERROR_FILE_BINARY);
  fixture_assert_refused (g_string_new ("\n <!DOCTYPE html><table>"), SOTAY_REGISTER_ERROR_FILE_OLD);
  fixture_assert_refused (g_string_new ("<?xml version='1.0'?><Workbook/>"), SOTAY_REGISTER_ERROR_FILE_OLD);
  fixture_assert_refused (g_string_new_len ("\xff\xfe" "a\0b", 5), SOTAY_REGISTER_ERROR_FILE_ENCODING);
  fixture_assert_refused (g_string_new ("Pr\xe9nom,caf\xe9\nFran\xe7ois,\xe9t\xe9\n"),
                          SOTAY_REGISTER_ERROR_FILE_ENCODING);
}

static GString *
make_list (void)
{
  GString *text = g_string_new ("TT,Họ và tên\r\n");

  for (guint i = 0; i < 5; i++)
    g_string_append_printf (text, "%u,%s\r\n", i + 1, vietnamese_names[i]);
  return text;
}

static void
assert_list (GString *bytes, SotayEncoding encoding)
{
  g_autoptr (SotayTableFile) table = fixture_read (bytes);
  const char *cells[SOTAY_TABLE_MOST_CELLS + 1];

  g_assert_cmpint (sotay_table_file_get_encoding (table), ==, encoding);
  g_assert_cmpuint (sotay_table_file_get_n_rows (table), ==, 6);
  sotay_table_file_get_cells (table, 0, cells);
  g_assert_cmpstr (cells[1], ==, "Họ và tên");
  for (guint i = 0; i < 5; i++)
    {
      sotay_table_file_get_cells (table, i + 1, cells);
      g_assert_cmpstr (cells[1], ==, vietnamese_names[i]);
    }
}

static void
test_encodings (void)
{
  g_autoptr (GString) text = make_list ();
  g_autoptr (GString) tcvn3 = old_encode_tcvn3 (text->str);
  g_autoptr (GString) vni = old_encode_vni (text->str);
  g_autofree char *tcvn3_as_latin = old_show_as_latin (tcvn3);
  g_autofree char *vni_as_latin = old_show_as_latin (vni);
  g_autofree char *wide = NULL;
  gsize length;

  assert_list (g_string_new (text->str), SOTAY_ENCODING_UTF8);
  assert_list (old_encode_windows_1258 (text->str), SOTAY_ENCODING_WINDOWS_1258);
  assert_list (g_string_new (tcvn3->str), SOTAY_ENCODING_TCVN3);
  assert_list (g_string_new (vni->str), SOTAY_ENCODING_VNI);
  /* What Excel saves as "CSV UTF-8" when the cells are in an old font. */
  assert_list (g_string_new (tcvn3_as_latin), SOTAY_ENCODING_TCVN3);
  assert_list (g_string_new (vni_as_latin), SOTAY_ENCODING_VNI);
  wide = g_convert (text->str, -1, "UTF-16LE", "UTF-8", NULL, &length, NULL);
  assert_list (g_string_new_len (wide, (gssize) length), SOTAY_ENCODING_UTF16);
}

/* Whatever the corpus holds, true Vietnamese stays what it is, also where a sign makes the sheet doubtful. */
static void
test_unicode_stays (void)
{
  g_autoptr (GString) text = g_string_new ("25 m²\n");
  g_autoptr (GString) expected = g_string_new ("1: 25 m²\n");

  for (guint i = 0; i < G_N_ELEMENTS (vietnamese_names); i++)
    {
      g_string_append_printf (text, "%s\n", vietnamese_names[i]);
      g_string_append_printf (expected, "%u: %s\n", i + 2, vietnamese_names[i]);
    }
  fixture_assert_table (g_string_new (text->str), expected->str);
}

/* One column in an old font, others not; names that could be either follow their column. */
static void
test_mixed_columns (void)
{
  fixture_assert_table (g_string_new ("Họ tên\tNơi ở\tCũ\n"
                                      "NguyÔn V¨n An\tLê Lợi\tTæ 1, ph­êng 2\n"
                                      "Vò Tó\tLò Đúc\tTæ 3\n"
                                      "TrÇn ThÞ Hå\tHà Nội\tX· B×nh Minh\n"
                                      "An\tLò\tTæ\n"),
                        "1: Họ tên|Nơi ở|Cũ\n"
                        "2: Nguyễn Văn An|Lê Lợi|Tổ 1, phường 2\n"
                        "3: Vũ Tú|Lò Đúc|Tổ 3\n"
                        "4: Trần Thị Hồ|Hà Nội|Xã Bình Minh\n"
                        "5: An|Lò|Tổ\n");
}

static void
test_pasted (void)
{
  static const char pasted[] = "TT\tHọ tên\n1\t\"Nguyễn\nVăn An\"\n";
  g_autoptr (GError) error = NULL;
  g_autoptr (SotayTableFile) table = sotay_table_file_read_text (pasted, strlen (pasted), &error);
  g_autofree char *shown = NULL;

  g_assert_no_error (error);
  shown = fixture_show (table);
  g_assert_cmpstr (shown, ==, "1: TT|Họ tên\n2: 1|Nguyễn Văn An\n");
  g_assert_cmpuint (sotay_table_file_get_n_sheets (table), ==, 1);
  g_assert_cmpstr (sotay_table_file_get_sheet_name (table, 0), ==, "");
  g_assert_null (sotay_table_file_read_text ("", 0, &error));
  g_assert_error (error, SOTAY_REGISTER_ERROR, SOTAY_REGISTER_ERROR_FILE_EMPTY);
}

static void
test_limits (void)
{
  g_autoptr (GString) wide = g_string_new (NULL);
  g_autofree char *word = g_strnfill (5000, 'x');
  g_autoptr (SotayTableFile) table = NULL;
  const char *cells[SOTAY_TABLE_MOST_CELLS + 1];
  GString *many = g_string_new (NULL);

  for (guint i = 0; i < 1000; i++)
    g_string_append_printf (wide, "%u,", i);
  g_string_append_printf (wide, "\nế%s,1\n", word);
  table = fixture_read (g_string_new (wide->str));
  g_assert_cmpuint (sotay_table_file_get_cells (table, 0, cells), ==, SOTAY_TABLE_MOST_CELLS);
  g_assert_cmpstr (cells[255], ==, "255");
  sotay_table_file_get_cells (table, 1, cells);
  g_assert_cmpuint (strlen (cells[0]), >, SOTAY_TABLE_LONGEST_TEXT);
  g_assert_cmpuint (strlen (cells[0]), <, 5000);
  g_assert_true (g_utf8_validate (cells[0], -1, NULL));
  for (guint i = 0; i <= SOTAY_TABLE_MOST_ROWS; i++)
    g_string_append (many, "x,y\n");
  fixture_assert_refused (many, SOTAY_REGISTER_ERROR_FILE_TOO_LARGE);
}

static void
test_files (void)
{
  g_autofree char *folder = sotay_test_folder ();
  g_autofree char *path = g_build_filename (folder, "danh-sach.xlsx", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFile) parent = g_file_new_for_path (folder);
  g_autoptr (GFile) device = g_file_new_for_path ("/dev/zero");
  g_autoptr (GCancellable) cancelled = g_cancellable_new ();
  g_autoptr (SotayTableFile) table = NULL;
  g_autoptr (GError) error = NULL;
  GFile *unreadable[] = { file, parent, device };

  for (guint i = 0; i < G_N_ELEMENTS (unreadable); i++)
    {
      g_assert_null (sotay_table_file_read (unreadable[i], NULL, &error));
      g_assert_error (error, SOTAY_REGISTER_ERROR, SOTAY_REGISTER_ERROR_FILE_MISSING);
      g_clear_error (&error);
    }
  /* The name says a workbook, the content a text. */
  g_assert_true (g_file_set_contents (path, "a,b\n1,2\n", -1, NULL));
  table = sotay_table_file_read (file, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (sotay_table_file_get_n_rows (table), ==, 2);
  g_cancellable_cancel (cancelled);
  g_assert_null (sotay_table_file_read (file, cancelled, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static void
add_tests (void)
{
  g_test_add_func ("/table-text/matrix", test_matrix);
  g_test_add_func ("/table-text/refused", test_refused);
  g_test_add_func ("/table-text/encodings", test_encodings);
  g_test_add_func ("/table-text/unicode-stays", test_unicode_stays);
  g_test_add_func ("/table-text/mixed-columns", test_mixed_columns);
  g_test_add_func ("/table-text/pasted", test_pasted);
  g_test_add_func ("/table-text/limits", test_limits);
  g_test_add_func ("/table-text/files", test_files);
}

int
main (int argc, char **argv)
{
  return sotay_test_run (argc, argv, add_tests);
}
