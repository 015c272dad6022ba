/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "register/register-error.h"
#include "support/test-support.h"
#include "table-fixture.h"

#define TABLE(rows) "<table:table table:name=\"Tờ 1\">" rows "</table:table>"
#define ROW(cells) "<table:table-row>" cells "</table:table-row>"
#define CELL(attributes, text) "<table:table-cell " attributes "><text:p>" text "</text:p></table:table-cell>"

static void
assert_row (const char *cells, const char *expected)
{
  g_autofree char *tables = g_strdup_printf (TABLE (ROW ("%s")), cells);
  g_autofree char *row = g_strdup_printf ("1: %s\n", expected);

  fixture_assert_table (fixture_ods (tables), row);
}

static void
test_types (void)
{
  assert_row (CELL ("office:value-type=\"string\"", "Nguyễn <text:span>Văn</text:span><text:s text:c=\"3\"/>An")
              CELL ("office:value-type=\"string\"", "hai</text:p><text:p>dòng<text:line-break/>ba"),
              "Nguyễn Văn An|hai dòng ba");
  assert_row (CELL ("office:value-type=\"float\" office:value=\"912345678\"", "912.345.678")
              CELL ("office:value-type=\"float\" office:value=\"912345678\"", "0912345678")
              CELL ("office:value-type=\"float\" office:value=\"9.12E+11\"", "9,12E+11")
              CELL ("office:value-type=\"percentage\" office:value=\"0.5\"", "50%"),
              "912345678|0912345678|912000000000|0.5");
  assert_row (CELL ("office:value-type=\"date\" office:date-value=\"2024-03-05\"", "05/03/2024")
              CELL ("office:value-type=\"date\" office:date-value=\"2024-03-05T07:30:00\"", "05/03/24")
              CELL ("office:value-type=\"date\" office:date-value=\"1975-01-01\"", "1975")
              CELL ("office:value-type=\"date\" office:date-value=\"1975-03-01\"", "03/1975"),
              "2024-03-05|2024-03-05 07:30|1975|1975-03");
  assert_row (CELL ("office:value-type=\"time\" office:time-value=\"PT07H30M00S\"", "7:30")
              CELL ("office:value-type=\"time\" office:time-value=\"PT36H00M00S\"", "36:00")
              CELL ("office:value-type=\"boolean\" office:boolean-value=\"true\"", "ĐÚNG")
              CELL ("office:value-type=\"string\"", "#N/A") CELL ("office:value-type=\"float\" office:value=\"0\"", "Err:502")
              CELL ("", "x"),
              "07:30|1.5|TRUE|||x");
}

static void
test_repeated (void)
{
  assert_row (CELL ("table:number-columns-repeated=\"2\"", "a") "<table:table-cell table:number-columns-repeated=\"2\"/>"
              CELL ("", "b") "<table:table-cell table:number-columns-repeated=\"16384\"/>",
              "a|a|||b");
  fixture_assert_table (
      fixture_ods (TABLE ("<table:table-row table:number-rows-repeated=\"3\"><table:table-cell/></table:table-row>"
                          "<table:table-header-rows>" ROW (CELL ("", "a")) "</table:table-header-rows>"
                          "<table:table-row-group><table:table-row table:number-rows-repeated=\"2\">" CELL ("", "b")
                          "</table:table-row></table:table-row-group>"
                          "<table:table-row table:number-rows-repeated=\"1048570\"><table:table-cell/></table:table-row>")),
      "4: a\n5: b\n6: b\n");
  /* Repeated rows of which the texts are repaired and tidied later. */
  fixture_assert_table (fixture_ods (TABLE ("<table:table-row table:number-rows-repeated=\"2\">" CELL ("", "H­ng")
                                            "</table:table-row>" ROW (CELL ("", "NguyÔn V¨n Tèt")))),
                        "1: Hưng\n2: Hưng\n3: Nguyễn Văn Tốt\n");
}

static void
test_merged_and_aside (void)
{
  fixture_assert_table (
      fixture_ods (TABLE (ROW (CELL ("table:number-columns-spanned=\"3\"", "Tiêu đề")
                               "<table:covered-table-cell><text:p>che</text:p></table:covered-table-cell>"
                               "<table:covered-table-cell/>" CELL ("", "x"))
                          ROW ("<table:table-cell><office:annotation><text:p>ghi chú</text:p></office:annotation><text:p>An</text:p>"
                               "<draw:frame><text:p>hình</text:p></draw:frame></table:table-cell>"
                               CELL ("", "Bình <text:ruby><text:ruby-base>a</text:ruby-base><text:ruby-text>b</text:ruby-text>"
                                         "</text:ruby>")))),
      "1*: Tiêu đề|||x\n2: An|Bình a\n");
}

static void
test_sheets (void)
{
  g_autoptr (SotayTableFile) table = fixture_read (fixture_zip (
      "content.xml",
      FIXTURE_XML "<office:document-content xmlns:office=\"o\" xmlns:table=\"t\" xmlns:text=\"x\" xmlns:style=\"s\">"
                  "<style:style style:name=\"ta1\"><style:table-properties table:display=\"false\"/></style:style>"
                  "<style:style style:name=\"ta2\"><style:table-properties table:display=\"true\"/></style:style>"
                  "<table:table table:name=\"Ẩn\" table:style-name=\"ta1\">" ROW (CELL ("", "1")) "</table:table>"
                  "<table:table table:name=\"Trống\" table:style-name=\"ta2\"/>" TABLE (ROW (CELL ("", "3")))
                  "</office:document-content>",
      NULL));
  g_autofree char *shown = fixture_show (table);

  g_assert_cmpuint (sotay_table_file_get_n_sheets (table), ==, 3);
  g_assert_cmpuint (sotay_table_file_get_sheet (table), ==, 2);
  g_assert_cmpstr (sotay_table_file_get_sheet_name (table, 0), ==, "Ẩn");
  g_assert_cmpstr (shown, ==, "1: 3\n");
}

static void
test_refused (void)
{
  fixture_assert_refused (fixture_zip ("META-INF/manifest.xml", "<m><f><encryption-data/></f></m>", "content.xml", "\x01", NULL),
                          SOTAY_REGISTER_ERROR_FILE_PROTECTED);
  fixture_assert_refused (fixture_zip ("content.xml", "\x01", NULL), SOTAY_REGISTER_ERROR_FILE_DAMAGED);
  fixture_assert_refused (fixture_ods (TABLE (ROW (CELL ("", "a")) "<x>")), SOTAY_REGISTER_ERROR_FILE_DAMAGED);
  fixture_assert_refused (fixture_ods (""), SOTAY_REGISTER_ERROR_FILE_EMPTY);
}

static void
add_tests (void)
{
  g_test_add_func ("/table-ods/types", test_types);
  g_test_add_func ("/table-ods/repeated", test_repeated);
  g_test_add_func ("/table-ods/merged-and-aside", test_merged_and_aside);
  g_test_add_func ("/table-ods/sheets", test_sheets);
  g_test_add_func ("/table-ods/refused", test_refused);
}

int
main (int argc, char **argv)
{
  return sotay_test_run (argc, argv, add_tests);
}
