/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Template files: what they become, and that a broken one is refused with the place. */
#include "reports/template.h"

#include "reports/report-error.h"
#include "support/test-support.h"

#include <glib/gstdio.h>
#include <string.h>

static const char *const values[] = { "thang", "lop", "nguoi", NULL };
static const char *const blocks[] = { "bang", NULL };
static const char *const parts[] = { "kho-khan", NULL };
static const SotayTemplateNames known = { values, blocks, parts };

static void
add_rule (SotayReportPart *part, gpointer data)
{
  sotay_report_block_add_run (sotay_report_part_add_paragraph (part, SOTAY_PARAGRAPH_NOTE), data, SOTAY_RUN_PLAIN, -1);
}

static SotayReport *
fill (const char *text)
{
  SotayReport *report = sotay_report_new (SOTAY_REPORT_MONTHLY);
  g_autoptr (SotayTemplateFiller) filler = sotay_template_filler_new (report);
  g_autoptr (GError) error = NULL;
  g_autoptr (SotayTemplate) template = sotay_template_parse (text, strlen (text), "t.mau", &known, &error);

  g_assert_no_error (error);
  sotay_template_filler_set_text (filler, "thang", "11/2026");
  sotay_template_filler_add_figure (filler, sotay_report_figure_new_count ("lop", 0, NULL, NULL));
  sotay_template_filler_add_figure (filler, sotay_report_figure_new_count ("nguoi", 1250, NULL, NULL));
  sotay_template_filler_set_block (filler, "bang", add_rule, (char *) "đây là bảng");
  sotay_template_filler_set_part (filler, "kho-khan", "Mạng chậm.\n- Máy cũ\n");
  sotay_template_fill (template, filler);
  return report;
}

static SotayReportBlock *
get_block (SotayReport *report, guint part, guint index)
{
  SotayReportPart *found = report->parts->pdata[part];

  g_assert_cmpuint (index, <, found->blocks->len);
  return found->blocks->pdata[index];
}

static void
assert_block (SotayReport *report, guint part, guint index, const char *expected)
{
  g_autofree char *text = sotay_report_block_get_text (get_block (report, part, index));

  g_assert_cmpstr (text, ==, expected);
}

static void
test_head (void)
{
  g_autoptr (SotayReport) report = fill ("# ghi chú\n@ten-loai: BÁO CÁO\r\n@trich-yeu:Tháng {thang}: {nguoi} người\n"
                                         "@kinh-gui: Công an phường\n@kinh-gui: Đội {thang}\n\n@so:\n");

  g_assert_cmpstr (report->type, ==, "BÁO CÁO");
  g_assert_cmpstr (report->subject, ==, "Tháng 11/2026: 1.250 người");
  g_assert_cmpstr (report->addressees[0], ==, "Công an phường");
  g_assert_cmpstr (report->addressees[1], ==, "Đội 11/2026");
  g_assert_null (report->addressees[2]);
  g_assert_null (report->number);
  g_assert_cmpuint (report->parts->len, ==, 1);
}

static void
test_body (void)
{
  g_autoptr (SotayReport) report = fill ("== I. KẾT QUẢ\n=== 1. Lớp\nCó **{nguoi}** người, __gần__ đủ.\n- Một\n"
                                         "?lop Có lớp\n!lop Không có lớp\n?nguoi Có người\n[bang]\n[viet:kho-khan]\n");
  SotayReportBlock *sentence = get_block (report, 0, 2);

  g_assert_cmpuint (get_block (report, 0, 0)->level, ==, 1);
  g_assert_cmpuint (get_block (report, 0, 1)->level, ==, 2);
  assert_block (report, 0, 2, "Có 1.250 người, gần đủ.");
  g_assert_cmpint (g_array_index (sentence->runs, SotayRun, 1).figure, ==, 1);
  g_assert_cmpint (g_array_index (sentence->runs, SotayRun, 1).style, ==, SOTAY_RUN_BOLD);
  g_assert_cmpint (g_array_index (sentence->runs, SotayRun, 3).style, ==, SOTAY_RUN_ITALIC);
  g_assert_cmpint (get_block (report, 0, 3)->style, ==, SOTAY_PARAGRAPH_ITEM);
  assert_block (report, 0, 4, "Không có lớp");
  assert_block (report, 0, 5, "Có người");
  assert_block (report, 0, 6, "đây là bảng");
  assert_block (report, 0, 7, "Mạng chậm.");
  assert_block (report, 0, 8, "Máy cũ");
  g_assert_cmpstr (get_block (report, 0, 8)->part, ==, "kho-khan");
  g_assert_cmpint (get_block (report, 0, 8)->style, ==, SOTAY_PARAGRAPH_ITEM);
}

static void
test_annexes (void)
{
  g_autoptr (SotayReport) one = fill ("@kem-theo: (Kèm theo A)\nLời\n[phu-luc] SỐ LIỆU\n@kem-theo: (Kèm theo B)\n[bang]\n");
  g_autoptr (SotayReport) two = fill ("[phu-luc] SỐ LIỆU\n[phu-luc-ngang] THÁNG {thang}\nLời\n");
  SotayReportPart *annex = one->parts->pdata[1];
  SotayReportPart *second = two->parts->pdata[2];

  g_assert_cmpstr (annex->label, ==, "Phụ lục");
  g_assert_cmpstr (annex->title, ==, "SỐ LIỆU");
  g_assert_cmpstr (annex->note, ==, "(Kèm theo B)");
  g_assert_cmpstr (one->attached_to, ==, "(Kèm theo A)");
  g_assert_false (annex->landscape);
  g_assert_cmpuint (two->parts->len, ==, 3);
  g_assert_cmpstr (second->label, ==, "Phụ lục II");
  g_assert_cmpstr (second->title, ==, "THÁNG 11/2026");
  g_assert_true (second->landscape);
}

static void
assert_refused (const char *text, gsize length, SotayReportError code, const char *message)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SotayTemplate) template = sotay_template_parse (text, length, "t.mau", &known, &error);

  g_assert_null (template);
  g_assert_error (error, SOTAY_REPORT_ERROR, (int) code);
  g_assert_cmpstr (error->message, ==, message);
}

static void
test_broken (void)
{
  static const struct
  {
    const char *text;
    SotayReportError code;
    const char *message;
  } cases[] = {
    { "Một\n\nCó {abc} người", SOTAY_REPORT_ERROR_TEMPLATE_UNKNOWN, "t.mau:3: abc" },
    { "Có {nguoi người", SOTAY_REPORT_ERROR_TEMPLATE, "t.mau:1: {nguoi người" },
    { "Có nguoi} người", SOTAY_REPORT_ERROR_TEMPLATE, "t.mau:1: } người" },
    { "a } {nguoi}", SOTAY_REPORT_ERROR_TEMPLATE, "t.mau:1: }" },
    { "[bảng]", SOTAY_REPORT_ERROR_TEMPLATE_UNKNOWN, "t.mau:1: bảng" },
    { "[bang", SOTAY_REPORT_ERROR_TEMPLATE, "t.mau:1: [bang" },
    { "[bang] thừa", SOTAY_REPORT_ERROR_TEMPLATE, "t.mau:1: thừa" },
    { "[viet:khac]", SOTAY_REPORT_ERROR_TEMPLATE_UNKNOWN, "t.mau:1: khac" },
    { "@ten-loai", SOTAY_REPORT_ERROR_TEMPLATE, "t.mau:1: @ten-loai" },
    { "@mau-chu: đỏ", SOTAY_REPORT_ERROR_TEMPLATE_UNKNOWN, "t.mau:1: mau-chu" },
    { "?lop", SOTAY_REPORT_ERROR_TEMPLATE, "t.mau:1: ?lop" },
    { "?khac Có", SOTAY_REPORT_ERROR_TEMPLATE_UNKNOWN, "t.mau:1: khac" },
    { "==  ", SOTAY_REPORT_ERROR_TEMPLATE, "t.mau:1: ==" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    assert_refused (cases[i].text, strlen (cases[i].text), cases[i].code, cases[i].message);
  assert_refused ("Một\n\xff\xfe", 8, SOTAY_REPORT_ERROR_TEMPLATE, "t.mau:2: UTF-8");
  assert_refused ("Một\n\n\0Hai", 10, SOTAY_REPORT_ERROR_TEMPLATE, "t.mau:3: UTF-8");
}

/* However small the file, it cannot ask for more than a person waits for. */
static void
test_too_many_lines (void)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (SotayTemplate) template = NULL;
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < 2000; i++)
    g_string_append (text, "# ghi chú\n@noi-nhan: a\n");
  template = sotay_template_parse (text->str, text->len, "t.mau", &known, &error);
  g_assert_no_error (error);
  g_string_append (text, "\nMột");
  assert_refused (text->str, text->len, SOTAY_REPORT_ERROR_TEMPLATE, "t.mau:4002: > 2000");
}

/* The unit's own file is read, and never passed over when it is broken. */
static void
test_own (void)
{
  g_autofree char *folder = sotay_test_folder ();
  g_autofree char *path = g_build_filename (folder, "bao-cao-thang.mau", NULL);
  g_autoptr (SotayTemplate) own = NULL;
  g_autoptr (SotayTemplate) broken = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (g_file_set_contents (path, "\xef\xbb\xbf" "Tháng {thang}", -1, NULL));
  own = sotay_template_load (SOTAY_REPORT_MONTHLY, folder, &known, &error);
  g_assert_no_error (error);
  g_assert_nonnull (own);
  g_assert_true (g_file_set_contents (path, "Tháng {nam}", -1, NULL));
  broken = sotay_template_load (SOTAY_REPORT_MONTHLY, folder, &known, &error);
  g_assert_null (broken);
  g_assert_error (error, SOTAY_REPORT_ERROR, SOTAY_REPORT_ERROR_TEMPLATE_UNKNOWN);
  g_assert_cmpstr (error->message, ==, "bao-cao-thang.mau:1: nam");
  g_clear_error (&error);
  g_assert_cmpint (g_remove (path), ==, 0);
  g_assert_cmpint (g_mkdir_with_parents (path, 0700), ==, 0);
  broken = sotay_template_load (SOTAY_REPORT_MONTHLY, folder, &known, &error);
  g_assert_error (error, SOTAY_REPORT_ERROR, SOTAY_REPORT_ERROR_TEMPLATE_UNREADABLE);
}

static void
add_tests (void)
{
  g_test_add_func ("/template/head", test_head);
  g_test_add_func ("/template/body", test_body);
  g_test_add_func ("/template/annexes", test_annexes);
  g_test_add_func ("/template/broken", test_broken);
  g_test_add_func ("/template/too-many-lines", test_too_many_lines);
  g_test_add_func ("/template/own", test_own);
}

int
main (int argc, char **argv)
{
  return sotay_test_run (argc, argv, add_tests);
}
