/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The documents beside the month's report: their words, their lists and their figures. */
#include "reports/document.h"

#include "fixture.h"
#include "register/edit-records.h"
#include "register/register-error.h"
#include "register/session.h"
#include "reports/report-error.h"
#include "support/test-support.h"

#include <string.h>

typedef struct
{
  SotayStore *store;
  SotayUnit *ward;
  SotayRecord *session;
  SotayStaff *people[4];
} Fixture;

static const char *const names[] = { "Trần Thị Bình", "Nguyễn Văn An", "Lê Văn Ơn", "Phạm Thị Ánh" };

static SotayRecord *
with (SotayRecord *made, guint field, const char *value)
{
  g_autoptr (SotayRecord) record = made;

  return sotay_record_with (record, field, value);
}

static void
hold_session (Fixture *fixture)
{
  SotayRecord *session = sotay_record_new (SOTAY_RECORD_SESSION, NULL);

  session = with (session, SOTAY_SESSION_TITLE, "Lớp số 1");
  session = with (session, SOTAY_SESSION_DAY, "2024-03-05");
  session = with (session, SOTAY_SESSION_STARTS_AT, "08:00");
  session = with (session, SOTAY_SESSION_ENDS_AT, "11:30");
  session = with (session, SOTAY_SESSION_PLACE, "Hội trường");
  session = with (session, SOTAY_SESSION_UTILITIES, "U1 U2");
  session = with (session, SOTAY_SESSION_MINUTES, "U2=25");
  fixture->session = with (session, SOTAY_SESSION_DOCUMENTS, "Cẩm nang\nTờ phát");
  fixture_apply (fixture->store, sotay_edit_add_record (fixture->session, NULL));
}

static void
attend (Fixture *fixture, guint person, const char *status, const char *remark)
{
  const char *ids[] = { sotay_staff_get_id (fixture->people[person]), NULL };
  g_autoptr (GPtrArray) before = sotay_store_list_records (fixture->store, SOTAY_RECORD_ATTENDANCE, -1, NULL, NULL,
                                                           NULL);

  if (status == NULL)
    fixture_apply (fixture->store, sotay_edit_invite (fixture->session, before, ids));
  else
    fixture_apply (fixture->store,
                   sotay_edit_record_attendance (fixture->session, before, ids, status, remark, NULL));
}

static void
fixture_set_up (Fixture *fixture, gconstpointer unused)
{
  g_autofree char *path = fixture_path ();

  fixture->store = fixture_store (path);
  fixture->ward = fixture_add_unit (fixture->store, NULL, "Phường Bến Nghé");
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    fixture->people[i] = fixture_add_staff (fixture->store, fixture->ward, names[i]);
  hold_session (fixture);
}

static void
fixture_tear_down (Fixture *fixture, gconstpointer unused)
{
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    g_object_unref (fixture->people[i]);
  g_object_unref (fixture->session);
  g_object_unref (fixture->ward);
  g_object_unref (fixture->store);
}

static SotayDocumentRequest *
ask (SotayReportKind kind, const char *id)
{
  GDate today = fixture_date ("2024-03-29");
  g_autoptr (SotayIssuer) issuer = sotay_issuer_new ();
  SotayDocumentRequest *request;

  issuer->name = g_strdup ("Ủy ban nhân dân phường Bến Nghé");
  issuer->symbol = g_strdup ("UBND");
  issuer->place = g_strdup ("Bến Nghé");
  request = sotay_document_request_new (kind, id, &today, issuer);
  for (guint i = 0; i < SOTAY_N_UTILITIES; i++)
    {
      request->utilities[i].title = g_strdup_printf ("Tiện ích %u", i + 1);
      request->utilities[i].purpose = g_strdup ("Để thử");
      request->utilities[i].level = i < 9 ? 1 : 2;
    }
  request->address = g_strdup ("https://vneid.gov.vn/a.pdf");
  return request;
}

static SotayReport *
build (Fixture *fixture, SotayReportKind kind, const char *id)
{
  g_autoptr (SotayDocumentRequest) request = ask (kind, id);
  g_autoptr (GError) error = NULL;
  SotayReport *report = sotay_document_build (fixture->store, request, NULL, &error);

  g_assert_no_error (error);
  g_assert_nonnull (report);
  return report;
}

static void
append_table (GString *text, const SotayReportTable *table)
{
  for (guint row = 0; row < sotay_report_table_get_n_rows (table); row++)
    {
      for (guint column = 0; column < sotay_report_table_get_n_columns (table); column++)
        {
          g_autofree char *cell = sotay_report_cell_format (sotay_report_table_get_cell (table, row, column));

          g_string_append_printf (text, "%s%s", column > 0 ? "|" : "", cell);
        }
      g_string_append_c (text, '\n');
    }
}

/* What the document says, a line for each paragraph and for each row of a table. */
static char *
read_all (SotayReport *report)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < report->parts->len; i++)
    {
      SotayReportPart *part = report->parts->pdata[i];

      for (guint j = 0; j < part->blocks->len; j++)
        {
          const SotayReportBlock *block = part->blocks->pdata[j];
          g_autofree char *words = sotay_report_block_get_text (block);

          if (block->kind == SOTAY_REPORT_BLOCK_TABLE)
            append_table (text, block->table);
          else if (block->kind == SOTAY_REPORT_BLOCK_QR)
            g_string_append_printf (text, "[%s]\n", block->text);
          else
            g_string_append_printf (text, "%s\n", words);
        }
    }
  return g_string_free (text, FALSE);
}

static void
assert_says (SotayReport *report, const char *words)
{
  g_autofree char *text = read_all (report);

  if (strstr (text, words) == NULL)
    g_error ("“%s” is not in\n%s", words, text);
}

static void
assert_silent (SotayReport *report, const char *words)
{
  g_autofree char *text = read_all (report);

  if (strstr (text, words) != NULL)
    g_error ("“%s” is in\n%s", words, text);
}

static void
test_list_to_sign (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (SotayReport) report = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    attend (fixture, i, NULL, NULL);
  report = build (fixture, SOTAY_REPORT_PARTICIPANTS, sotay_record_get_id (fixture->session));
  g_assert_cmpstr (report->type, ==, "DANH SÁCH");
  g_assert_cmpstr (report->issuer, ==, "ỦY BAN NHÂN DÂN PHƯỜNG BẾN NGHÉ");
  g_assert_cmpuint (report->signatures->len, ==, 2);
  assert_says (report, "Thời gian: từ 08 giờ 00 đến 11 giờ 30, ngày 05 tháng 3 năm 2024\n");
  assert_says (report, "Địa điểm: Hội trường\n");
  assert_silent (report, "Giảng viên");
  assert_says (report, "Nội dung: Tiện ích 1; Tiện ích 2\n");
  assert_says (report, "1|Nguyễn Văn An||Phường Bến Nghé|||\n2|Phạm Thị Ánh||Phường Bến Nghé|||\n"
                       "3|Trần Thị Bình||Phường Bến Nghé|||\n4|Lê Văn Ơn||Phường Bến Nghé|||\n"
                       "Tổng số: 04 người; có mặt: ……");
}

static void
test_list_signed (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (SotayReport) report = NULL;

  attend (fixture, 0, "present", NULL);
  attend (fixture, 1, "late", "kẹt xe");
  attend (fixture, 2, "excused", NULL);
  report = build (fixture, SOTAY_REPORT_PARTICIPANTS, sotay_record_get_id (fixture->session));
  assert_says (report, "1|Nguyễn Văn An||Phường Bến Nghé|||Đến muộn: kẹt xe\n");
  assert_says (report, "Tổng số: 03 người; có mặt: 02 (đến muộn: 01); vắng: 01 (có lý do: 01).");
}

static void
test_minutes (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (SotayReport) report = NULL;

  attend (fixture, 0, "present", NULL);
  attend (fixture, 1, "absent", "không báo");
  report = build (fixture, SOTAY_REPORT_MINUTES, sotay_record_get_id (fixture->session));
  g_assert_cmpstr (report->number, ==, "Số: ……/BB-UBND");
  g_assert_null (report->place_and_date);
  assert_says (report, "Hôm nay, ngày 05 tháng 3 năm 2024, Ủy ban nhân dân phường Bến Nghé tổ chức");
  assert_says (report, "Tiện ích 1;\nTiện ích 2 (25 phút).\n");
  assert_says (report, "Tài liệu sử dụng: Cẩm nang; Tờ phát.");
  assert_says (report, "Có mặt 01/02 người (50,00 %)");
  assert_says (report, "1|Nguyễn Văn An||Phường Bến Nghé|Vắng: không báo\n");
  assert_silent (report, "Chưa ghi kết quả");
}

static void
test_plan (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (SotayReport) report = build (fixture, SOTAY_REPORT_PLAN, sotay_record_get_id (fixture->session));

  assert_says (report, "Thành phần: cán bộ, công chức");
  g_assert_cmpstr (report->recipients[0], ==, "Các bộ phận liên quan");
  g_assert_cmpstr (report->recipients[1], ==, "Lưu: VT");
  g_assert_cmpuint (report->signatures->len, ==, 1);
}

static void
test_untrained (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (SotayReport) before = build (fixture, SOTAY_REPORT_UNTRAINED, sotay_unit_get_id (fixture->ward));
  g_autoptr (SotayReport) after = NULL;
  g_autoptr (SotayReport) all = NULL;
  const SotayReportFigure *figure = sotay_report_find_figure (before, "chua-tap-huan");

  g_assert_cmpint (figure->number, ==, 4);
  g_assert_cmpint (sotay_store_count_staff (fixture->store, figure->people, NULL, NULL), ==, 4);
  fixture_mark (fixture->store, fixture->people[0], "2024-03-05");
  after = build (fixture, SOTAY_REPORT_UNTRAINED, NULL);
  assert_says (after, "Số người phải tập huấn: 04; đã tập huấn: 01 (25,00 %); chưa hoàn thành: 03, gồm:");
  assert_says (after, "1|Nguyễn Văn An|||Phường Bến Nghé|\n2|Phạm Thị Ánh");
  for (guint i = 1; i < G_N_ELEMENTS (names); i++)
    fixture_mark (fixture->store, fixture->people[i], "2024-03-06");
  all = build (fixture, SOTAY_REPORT_UNTRAINED, NULL);
  assert_says (all, "Tất cả 04 người phải tập huấn đã hoàn thành tập huấn.\n");
  assert_silent (all, "|");
}

static void
assert_refused (Fixture *fixture, SotayReportKind kind, const char *id, const char *templates, GQuark domain, int code)
{
  g_autoptr (SotayDocumentRequest) request = ask (kind, id);
  g_autoptr (GError) error = NULL;
  g_autoptr (SotayReport) report = NULL;

  request->templates = g_strdup (templates);
  report = sotay_document_build (fixture->store, request, NULL, &error);
  g_assert_null (report);
  g_assert_error (error, domain, code);
}

static void
test_person (Fixture *fixture, gconstpointer unused)
{
  const char *id = sotay_staff_get_id (fixture->people[0]);
  g_autoptr (SotayReport) before = NULL;
  g_autoptr (SotayReport) after = NULL;
  g_autoptr (SotayReport) certificate = NULL;

  attend (fixture, 0, "present", NULL);
  before = build (fixture, SOTAY_REPORT_CONFIRMATION, id);
  assert_says (before, "Ông (bà): Trần Thị Bình\n");
  assert_says (before, "Chưa hoàn thành tập huấn sử dụng ứng dụng VNeID; đã được hướng dẫn 02/16 tiện ích.");
  assert_says (before, "1|Lớp số 1|05/3/2024|2\n");
  assert_refused (fixture, SOTAY_REPORT_CERTIFICATE, id, NULL, SOTAY_REPORT_ERROR, SOTAY_REPORT_ERROR_UNTRAINED);
  fixture_mark (fixture->store, fixture->people[0], "2024-03-06");
  after = build (fixture, SOTAY_REPORT_CONFIRMATION, id);
  assert_says (after, "Đã hoàn thành tập huấn sử dụng ứng dụng VNeID ngày 06/3/2024.");
  certificate = build (fixture, SOTAY_REPORT_CERTIFICATE, id);
  g_assert_true (((SotayReportPart *) certificate->parts->pdata[0])->landscape);
  assert_says (certificate, "Trần Thị Bình\nPhường Bến Nghé\nđã hoàn thành tập huấn sử dụng 16 tiện ích");
}

static void
test_sheets (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (SotayReport) poster = build (fixture, SOTAY_REPORT_POSTER, NULL);
  g_autoptr (SotayDocumentRequest) request = ask (SOTAY_REPORT_HANDOUT, NULL);
  g_autoptr (SotayReport) handout = NULL;

  g_assert_null (poster->issuer);
  g_assert_cmpuint (poster->signatures->len, ==, 0);
  assert_says (poster, "[https://vneid.gov.vn/a.pdf]\n");
  request->level = 1;
  handout = sotay_document_build (fixture->store, request, NULL, NULL);
  g_assert_cmpstr (handout->type, ==, "09 TIỆN ÍCH CỦA ỨNG DỤNG VNeID");
  assert_says (handout, "9. Tiện ích 9. Để thử\n");
  assert_silent (handout, "Tiện ích 10");
}

static void
test_refused (Fixture *fixture, gconstpointer unused)
{
  g_autofree char *folder = sotay_test_folder ();
  g_autofree char *path = g_build_filename (folder, "bien-ban.mau", NULL);

  for (SotayReportKind kind = SOTAY_REPORT_PARTICIPANTS; kind <= SOTAY_REPORT_PLAN; kind++)
    assert_refused (fixture, kind, "none", NULL, SOTAY_REGISTER_ERROR, SOTAY_REGISTER_ERROR_NOT_FOUND);
  g_assert_true (g_file_set_contents (path, "Số {khac}", -1, NULL));
  assert_refused (fixture, SOTAY_REPORT_MINUTES, sotay_record_get_id (fixture->session), folder, SOTAY_REPORT_ERROR,
                  SOTAY_REPORT_ERROR_TEMPLATE_UNKNOWN);
}

/* Every built-in template uses only names that its document knows. */
static void
test_built_in (Fixture *fixture, gconstpointer unused)
{
  for (SotayReportKind kind = SOTAY_REPORT_PARTICIPANTS; kind < SOTAY_REPORT_N_KINDS; kind++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (SotayTemplate) template = sotay_template_load (kind, NULL, sotay_document_get_names (kind), &error);

      g_assert_no_error (error);
      g_assert_nonnull (template);
    }
}

static void
test_async (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (SotayReport) report = NULL;

  sotay_document_build_async (fixture->store, ask (SOTAY_REPORT_POSTER, NULL), NULL, sotay_test_store_result, &result);
  sotay_test_wait (&result);
  report = sotay_document_build_finish (result, NULL);
  g_assert_cmpint (report->kind, ==, SOTAY_REPORT_POSTER);
}

#define ADD(path, func) g_test_add (path, Fixture, NULL, fixture_set_up, func, fixture_tear_down)

static void
add_tests (void)
{
  ADD ("/document/list-to-sign", test_list_to_sign);
  ADD ("/document/list-signed", test_list_signed);
  ADD ("/document/minutes", test_minutes);
  ADD ("/document/plan", test_plan);
  ADD ("/document/untrained", test_untrained);
  ADD ("/document/person", test_person);
  ADD ("/document/sheets", test_sheets);
  ADD ("/document/refused", test_refused);
  ADD ("/document/built-in", test_built_in);
  ADD ("/document/async", test_async);
}

int
main (int argc, char **argv)
{
  return sotay_test_run (argc, argv, add_tests);
}
