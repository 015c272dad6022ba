/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "register/register-error.h"
#include "support/names.h"
#include "support/old-encodings.h"
#include "support/test-support.h"
#include "table-fixture.h"

#include <string.h>
#include <xlsxwriter.h>

/* A row of cells, each "<c …>". */
#define ROW(cells) "<sheetData><row r=\"1\">" cells "</row></sheetData>"
#define STYLED(style, value) "<c s=\"" style "\"><v>" value "</v></c>"

static void
assert_sheet (const char *sheet, const char *strings, const char *styles, const char *expected)
{
  fixture_assert_table (fixture_xlsx (sheet, strings, styles, NULL), expected);
}

static void
assert_row (const char *cells, const char *expected)
{
  g_autofree char *sheet = g_strdup_printf (ROW ("%s"), cells);
  g_autofree char *row = g_strdup_printf ("1: %s\n", expected);

  assert_sheet (sheet, NULL, NULL, row);
}

/* The value @number in a cell of the number format @code. */
static void
assert_shown (const char *number, const char *code, const char *expected)
{
  g_autofree char *escaped = g_markup_escape_text (code, -1);
  g_autofree char *styles = g_strdup_printf ("<numFmts><numFmt numFmtId=\"164\" formatCode=\"%s\"/></numFmts><cellStyleXfs>"
                                             "<xf numFmtId=\"14\"/></cellStyleXfs><cellXfs><xf numFmtId=\"0\"/>"
                                             "<xf numFmtId=\"164\"/></cellXfs>", escaped);
  g_autofree char *sheet = g_strdup_printf (ROW ("<c s=\"1\"><v>%s</v></c><c s=\"0\"><v>1</v></c>"), number);
  g_autofree char *row = g_strdup_printf ("1: %s|1\n", expected);

  assert_sheet (sheet, NULL, styles, row);
}

static void
test_types (void)
{
  assert_row ("<c t=\"b\"><v>1</v></c><c t=\"b\"><v>0</v></c><c t=\"e\"><v>#REF!</v></c><c t=\"n\"><v>5</v></c>",
              "TRUE|FALSE||5");
  assert_row ("<c t=\"str\"><f>A1&amp;B1</f><v>An &amp; Bình</v></c><c><f>1+1</f><v>2</v></c>", "An & Bình|2");
  assert_row ("<c t=\"inlineStr\"><is><t>Nguyễn</t></is></c><c t=\"inlineStr\"><is><r><rPr><b/></rPr><t>Trần </t></r>"
              "<r><t>Bình</t></r><rPh sb=\"0\" eb=\"1\"><t>đọc</t></rPh></is></c>", "Nguyễn|Trần Bình");
  assert_row ("<c t=\"d\"><v>2024-03-05T00:00:00</v></c><c t=\"d\"><v>2024-03-05T07:30:15Z</v></c>",
              "2024-03-05|2024-03-05 07:30:15");
  assert_row ("<c r=\"C1\"><v>3</v></c><c><v>4</v></c><c r=\"A1\"><v>1</v></c>", "1||3|4");
  assert_row ("<c t=\"inlineStr\"><is><t>a_x000D_\nb_x005F_c _xZZ _x0000_</t></is></c>", "a b_c _xZZ _x0000_");
  assert_sheet (ROW ("<c t=\"s\"><v>1</v></c><c t=\"s\"><v>0</v></c>"),
                "<si><t>không</t></si><si><r><t>mộ</t></r><r><t xml:space=\"preserve\">t </t></r><rPh><t>x</t></rPh></si>",
                NULL, "1: một|không\n");
}

static void
test_numbers (void)
{
  assert_row ("<c><v>912345678</v></c><c><v>9.12E+11</v></c><c><v>0.1</v></c><c><v>1.1000000000000001</v></c>",
              "912345678|912000000000|0.1|1.1");
  assert_row ("<c><v>1.23456789012345E+16</v></c><c><v>-12.50</v></c><c><v>079123456789</v></c><c><v>1E-7</v></c>",
              "12345678901234500|-12.5|79123456789|0.0000001");
  assert_row ("<c><v>0</v></c><c><v>-0</v></c><c><v>1e30</v></c><c><v>1e999</v></c><c><v>7</v></c>", "0|0|1e+30||7");
  assert_shown ("912345678", "0000000000", "0912345678");
  assert_shown ("5", "General", "5");
  assert_shown ("0.5", "0%", "0.5");
  assert_shown ("1234.5", "#,##0.00\" ngày\"", "1234.5");
  assert_shown ("1234.5", "[Red]-0.00\\d", "1234.5");
  assert_shown ("1.5", "[h]:mm", "1.5");
}

static void
test_dates (void)
{
  assert_shown ("45356", "dd/mm/yyyy", "2024-03-05");
  assert_shown ("45356.3125", "dd/mm/yyyy", "2024-03-05 07:30");
  assert_shown ("45356.31267361111", "d/m/yy h:mm", "2024-03-05 07:30:15");
  assert_shown ("45356.999999", "dd/mm/yyyy", "2024-03-06");
  assert_shown ("45356", "[$-42A]dd mmmm yyyy;@", "2024-03-05");
  assert_shown ("45356", "\"ngày\" d \"tháng\" m", "2024-03-05");
  assert_shown ("27395", "yyyy", "1975");
  assert_shown ("27396", "yyyy", "1975-01-02");
  assert_shown ("27454", "mm/yyyy", "1975-03");
  assert_shown ("27455", "mm/yyyy", "1975-03-02");
  assert_shown ("0.3125", "h:mm AM/PM", "07:30");
  assert_shown ("0.3125", "dd/mm/yyyy", "07:30");
  /* The leap year that never was. */
  assert_shown ("0", "d/m/yyyy", "1900-01-00");
  assert_shown ("1", "d/m/yyyy", "1900-01-01");
  assert_shown ("59", "d/m/yyyy", "1900-02-28");
  assert_shown ("60", "d/m/yyyy", "1900-02-29");
  assert_shown ("61", "d/m/yyyy", "1900-03-01");
  assert_shown ("2958465", "d/m/yyyy", "9999-12-31");
  assert_shown ("2958466", "d/m/yyyy", "2958466");
  assert_shown ("-1", "d/m/yyyy", "-1");
}

static void
test_1904 (void)
{
  static const char styles[] = "<cellXfs><xf numFmtId=\"14\"/><xf numFmtId=\"17\"/><xf numFmtId=\"22\"/><xf numFmtId=\"20\"/></cellXfs>";

  fixture_assert_table (fixture_xlsx (ROW (STYLED ("0", "0") STYLED ("0", "43894") STYLED ("1", "43890")
                                               STYLED ("2", "43894.25") STYLED ("3", "0.25")),
                                      NULL, styles, "<workbookPr date1904=\"1\"/>"),
                        "1: 1904-01-01|2024-03-05|2024-03|2024-03-05 06:00|06:00\n");
}

static void
test_rows (void)
{
  assert_sheet ("<sheetData><row r=\"2\"><c r=\"A2\"><v>1</v></c></row><row><c><v>2</v></c></row><row r=\"9\" hidden=\"1\">"
                "<c><v>3</v></c></row><row r=\"10\"><c/><c t=\"s\"/></row></sheetData>"
                "<mergeCells><mergeCell ref=\"A2:F2\"/><mergeCell ref=\"A9:A12\"/><mergeCell ref=\"A5:B6\"/>"
                "<mergeCell ref=\"x\"/></mergeCells>",
                NULL, NULL, "2*: 1\n3: 2\n9: 3\n");
}

static void
test_sheets (void)
{
  const char *const *frame = fixture_xlsx_frame ();
  g_autoptr (SotayTableFile) table = fixture_read (fixture_zip (
      frame[0], frame[1], "xl\\workbook.xml",
      "<workbook xmlns:r=\"x\"><sheets><sheet name=\"Ẩn\" r:id=\"a\" state=\"hidden\"/><sheet name=\"Trống\" r:id=\"b\"/>"
      "<sheet name=\"Đồ thị\" r:id=\"c\"/><sheet name=\"Danh &amp; sách\" r:id=\"d\"/></sheets></workbook>",
      "xl/_rels/workbook.xml.rels",
      "<Relationships><Relationship Id=\"a\" Type=\"http://purl.oclc.org/ooxml/officeDocument/relationships/worksheet\""
      " Target=\"S1.xml\"/><Relationship Id=\"b\" Type=\"x/worksheet\" Target=\"s2.xml\"/><Relationship Id=\"c\" Type=\"x/chartsheet\""
      " Target=\"s3.xml\"/><Relationship Id=\"d\" Type=\"x/worksheet\" Target=\"s4.xml\"/></Relationships>",
      "xl/s1.xml", "<w><row><c><v>1</v></c></row></w>", "xl/s2.xml", "<w/>", "xl/s3.xml", "<w/>", "xl/s4.xml",
      "<w><row><c><v>4</v></c></row></w>", NULL));
  g_autofree char *first = fixture_show (table);
  g_autofree char *second = NULL;

  g_assert_cmpuint (sotay_table_file_get_n_sheets (table), ==, 3);
  g_assert_cmpuint (sotay_table_file_get_sheet (table), ==, 2);
  g_assert_cmpstr (sotay_table_file_get_sheet_name (table, 2), ==, "Danh & sách");
  g_assert_cmpstr (first, ==, "1: 4\n");
  sotay_table_file_set_sheet (table, 0);
  second = fixture_show (table);
  g_assert_cmpstr (second, ==, "1: 1\n");
  sotay_table_file_set_sheet (table, 1);
  g_assert_cmpuint (sotay_table_file_get_n_rows (table), ==, 0);
}

static void
write_peer (const char *path)
{
  lxw_workbook *book = workbook_new (path);
  lxw_worksheet *sheet = workbook_add_worksheet (book, "Danh sách");
  lxw_format *date = workbook_add_format (book);
  lxw_format *bold = workbook_add_format (book);
  lxw_rich_string_tuple plain_part = { .string = "Trần " };
  lxw_rich_string_tuple bold_part = { .format = bold, .string = "Bình" };
  lxw_rich_string_tuple *rich[] = { &plain_part, &bold_part, NULL };
  lxw_datetime day = { 2024, 3, 5, 0, 0, 0 };

  format_set_num_format (date, "dd/mm/yyyy");
  format_set_bold (bold);
  worksheet_merge_range (sheet, 0, 0, 0, 3, "UBND PHƯỜNG BẾN NGHÉ", bold);
  for (lxw_row_t i = 0; i < G_N_ELEMENTS (vietnamese_names); i++)
    {
      worksheet_write_number (sheet, i + 2, 0, i + 1, NULL);
      worksheet_write_string (sheet, i + 2, 1, vietnamese_names[i], NULL);
      worksheet_write_datetime (sheet, i + 2, 2, &day, date);
      worksheet_write_number (sheet, i + 2, 3, 912345678, NULL);
    }
  worksheet_write_rich_string (sheet, 500, 1, rich, NULL);
  worksheet_write_boolean (sheet, 500, 2, 1, NULL);
  worksheet_write_formula_str (sheet, 500, 3, "=\"x\"", NULL, "x");
  g_assert_cmpint (workbook_close (book), ==, LXW_NO_ERROR);
}

/* What another program writes comes back whole. */
static void
test_peer (void)
{
  g_autofree char *folder = sotay_test_folder ();
  g_autofree char *path = g_build_filename (folder, "danh-sach.csv", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GString) expected = g_string_new ("1*: UBND PHƯỜNG BẾN NGHÉ\n");
  g_autoptr (GError) error = NULL;
  g_autoptr (SotayTableFile) table = NULL;
  g_autofree char *shown = NULL;

  write_peer (path);
  for (guint i = 0; i < G_N_ELEMENTS (vietnamese_names); i++)
    g_string_append_printf (expected, "%u: %u|%s|2024-03-05|912345678\n", i + 3, i + 1, vietnamese_names[i]);
  g_string_append (expected, "501: |Trần Bình|TRUE|x\n");
  table = sotay_table_file_read (file, NULL, &error);
  g_assert_no_error (error);
  shown = fixture_show (table);
  g_assert_cmpstr (shown, ==, expected->str);
  g_assert_cmpstr (sotay_table_file_get_sheet_name (table, 0), ==, "Danh sách");
}

static void
assert_old_font (GString *(*encode) (const char *), SotayEncoding encoding)
{
  g_autoptr (GString) cells = g_string_new ("<sheetData><row><c t=\"inlineStr\"><is><t>Họ và tên</t></is></c></row>");
  g_autoptr (GString) expected = g_string_new ("1: Họ và tên\n");
  g_autoptr (SotayTableFile) table = NULL;
  g_autofree char *shown = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (vietnamese_names); i++)
    {
      g_autoptr (GString) bytes = encode (vietnamese_names[i]);
      g_autofree char *latin = old_show_as_latin (bytes);
      g_autofree char *escaped = g_markup_escape_text (latin, -1);

      g_string_append_printf (cells, "<row><c t=\"inlineStr\"><is><t>%s</t></is></c></row>", escaped);
      g_string_append_printf (expected, "%u: %s\n", i + 2, vietnamese_names[i]);
    }
  g_string_append (cells, "</sheetData>");
  table = fixture_read (fixture_xlsx (cells->str, NULL, NULL, NULL));
  shown = fixture_show (table);
  g_assert_cmpstr (shown, ==, expected->str);
  g_assert_cmpint (sotay_table_file_get_encoding (table), ==, encoding);
}

/* Names typed in .VnTime or VNI-Times below a heading that was not. */
static void
test_old_fonts (void)
{
  assert_old_font (old_encode_tcvn3, SOTAY_ENCODING_TCVN3);
  assert_old_font (old_encode_vni, SOTAY_ENCODING_VNI);
}

static void
assert_broken (const char *sheet, const char *strings)
{
  fixture_assert_refused (fixture_xlsx (sheet, strings, NULL, NULL), SOTAY_REGISTER_ERROR_FILE_DAMAGED);
}

static void
test_damaged (void)
{
  const char *const *frame = fixture_xlsx_frame ();
  g_autoptr (GString) whole = fixture_xlsx (ROW ("<c><v>1</v></c>"), NULL, NULL, NULL);

  assert_broken ("<sheetData><row>", NULL);
  assert_broken (ROW ("<c t=\"s\"><v>1</v></c>"), "<si><t>one</t></si>");
  assert_broken (ROW ("<c t=\"s\"><v>-1</v></c>"), "<si><t>one</t></si>");
  assert_broken (ROW ("<c><v>&nbsp;</v></c>"), NULL);
  assert_broken ("\xff\xfe", NULL);
  /* Parts are missing. */
  fixture_assert_refused (fixture_zip (frame[0], frame[1], NULL), SOTAY_REGISTER_ERROR_FILE_DAMAGED);
  fixture_assert_refused (fixture_zip (frame[0], frame[1], frame[2], frame[3], "xl/workbook.xml", "<w/>", NULL),
                          SOTAY_REGISTER_ERROR_FILE_DAMAGED);
  /* The zip ends too early, at any place. */
  for (gsize length = 4; length < whole->len; length += 7)
    fixture_assert_refused (g_string_new_len (whole->str, (gssize) length), SOTAY_REGISTER_ERROR_FILE_DAMAGED);
  fixture_assert_refused (fixture_xlsx ("<sheetData/>", NULL, NULL, NULL), SOTAY_REGISTER_ERROR_FILE_EMPTY);
}

static void
test_other_kinds (void)
{
  static const char old[] = "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 W\0o\0r\0k\0b\0o\0o\0k\0 ";
  static const char locked[] = "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0 ";
  static const char letter[] = "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 W\0o\0r\0d\0D\0o\0c\0u\0m\0e\0n\0t\0 ";

  fixture_assert_refused (g_string_new_len (old, sizeof old), SOTAY_REGISTER_ERROR_FILE_OLD);
  fixture_assert_refused (g_string_new_len (locked, sizeof locked), SOTAY_REGISTER_ERROR_FILE_PROTECTED);
  fixture_assert_refused (g_string_new_len (letter, sizeof letter), SOTAY_REGISTER_ERROR_FILE_BINARY);
  fixture_assert_refused (fixture_zip ("xl/workbook.bin", "x", NULL), SOTAY_REGISTER_ERROR_FILE_OLD);
  fixture_assert_refused (fixture_zip ("word/document.xml", "x", "_rels/.rels", "x", NULL),
                          SOTAY_REGISTER_ERROR_FILE_BINARY);
  fixture_assert_refused (fixture_zip ("photo.jpg", "x", NULL), SOTAY_REGISTER_ERROR_FILE_BINARY);
}

static void
add_tests (void)
{
  g_test_add_func ("/table-xlsx/types", test_types);
  g_test_add_func ("/table-xlsx/numbers", test_numbers);
  g_test_add_func ("/table-xlsx/dates", test_dates);
  g_test_add_func ("/table-xlsx/1904", test_1904);
  g_test_add_func ("/table-xlsx/rows", test_rows);
  g_test_add_func ("/table-xlsx/sheets", test_sheets);
  g_test_add_func ("/table-xlsx/peer", test_peer);
  g_test_add_func ("/table-xlsx/old-fonts", test_old_fonts);
  g_test_add_func ("/table-xlsx/damaged", test_damaged);
  g_test_add_func ("/table-xlsx/other-kinds", test_other_kinds);
}

int
main (int argc, char **argv)
{
  return sotay_test_run (argc, argv, add_tests);
}
