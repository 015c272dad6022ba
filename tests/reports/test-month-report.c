/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a month's report says, and what stays when a closed month changes in the register. */
#include "reports/month-report.h"

#include "month-fixture.h"
#include "register/feedback.h"
#include "register/outreach.h"
#include "register/session.h"
#include "reports/month-words.h"
#include "reports/report-error.h"
#include "support/test-support.h"

#include <glib/gstdio.h>
#include <string.h>

/* Signs that a writer may trip over. */
#define HOSTILE "<b>&\"'</b> \xe2\x80\xae{phai-tap-huan} **đậm** [bang-lop] %s%n 🙂"

static void
assert_says (SotayReport *report, const char *words)
{
  g_autofree char *text = ward_text (report);

  if (strstr (text, words) == NULL)
    g_error ("“%s” is missing in:\n%s", words, text);
}

static void
assert_silent (SotayReport *report, const char *words)
{
  g_autofree char *text = ward_text (report);

  if (strstr (text, words) != NULL)
    g_error ("“%s” stands in:\n%s", words, text);
}

static gint64
get_number (SotayReport *report, const char *name)
{
  const SotayReportFigure *figure = sotay_report_find_figure (report, name);

  g_assert_nonnull (figure);
  return figure->number;
}

static void
add_outreach (Ward *ward, const char *day, const char *form, const char *reached)
{
  SotayRecord *outreach = sotay_record_new (SOTAY_RECORD_OUTREACH, NULL);

  outreach = ward_set (outreach, SOTAY_OUTREACH_DAY, day);
  outreach = ward_set (outreach, SOTAY_OUTREACH_FORM, form);
  outreach = ward_set (outreach, SOTAY_OUTREACH_REACHED, reached);
  outreach = ward_set (outreach, SOTAY_OUTREACH_UNIT_ID, sotay_unit_get_id (ward->ward));
  g_object_unref (ward_add (ward, outreach));
}

static void
add_feedback (Ward *ward, SotayFeedbackKind kind, const char *text, const char *made_on, const char *solved_on)
{
  SotayRecord *feedback = sotay_record_new (SOTAY_RECORD_FEEDBACK, NULL);

  feedback = ward_set (feedback, SOTAY_FEEDBACK_KIND, sotay_feedback_kind_to_string (kind));
  feedback = ward_set (feedback, SOTAY_FEEDBACK_TEXT, text);
  feedback = ward_set (feedback, SOTAY_FEEDBACK_MADE_ON, made_on);
  feedback = ward_set (feedback, SOTAY_FEEDBACK_STATE, solved_on != NULL ? "solved" : "open");
  feedback = ward_set (feedback, SOTAY_FEEDBACK_SENT_TO, solved_on != NULL ? "Công an Thành phố" : NULL);
  feedback = ward_set (feedback, SOTAY_FEEDBACK_SENT_ON, solved_on != NULL ? made_on : NULL);
  feedback = ward_set (feedback, SOTAY_FEEDBACK_SOLVED_ON, solved_on);
  feedback = ward_set (feedback, SOTAY_FEEDBACK_ANSWER, solved_on != NULL ? "Đã cập nhật." : NULL);
  feedback = ward_set (feedback, SOTAY_FEEDBACK_UNIT_ID, sotay_unit_get_id (ward->office));
  g_object_unref (ward_add (ward, feedback));
}

static void
test_head (Ward *ward, gconstpointer data)
{
  g_autoptr (SotayMonthReport) first = ward_report (ward, "2026-02-10", "2026-03-05");
  g_autoptr (SotayMonthReport) numbered = NULL;
  g_autofree char *recipients = g_strjoinv ("|", first->report->recipients);
  const SotaySignature *signature = first->report->signatures->pdata[0];

  g_assert_cmpstr (first->report->superior, ==, "THÀNH PHỐ HỒ CHÍ MINH");
  g_assert_cmpstr (first->report->issuer, ==, "ỦY BAN NHÂN DÂN PHƯỜNG BẾN NGHÉ");
  g_assert_cmpstr (first->report->number, ==, "Số: ……/BC-UBND");
  g_assert_cmpstr (first->report->place_and_date, ==, "Bến Nghé, ngày 05 tháng 3 năm 2026");
  g_assert_cmpstr (first->report->type, ==, "BÁO CÁO");
  g_assert_cmpstr (first->report->subject, ==, "Kết quả tập huấn, tuyên truyền sử dụng ứng dụng VNeID tháng 02/2026");
  g_assert_cmpstr (first->report->addressees[0], ==, "Công an Thành phố");
  g_assert_cmpstr (recipients, ==, "Như trên|Lưu: VT");
  g_assert_cmpstr (signature->authority[1], ==, "KT. CHỦ TỊCH");
  g_assert_cmpstr (signature->name, ==, "Trần Thị Bình");
  assert_says (first->report, "(số liệu tính đến ngày 28/02/2026)");
  ward_write (ward, "2026-02-10", SOTAY_MONTHLY_NUMBER, "12/BC-UBND");
  ward_write (ward, "2026-02-10", SOTAY_MONTHLY_DATED, "2026-02-02");
  numbered = ward_report (ward, "2026-02-10", "2026-03-05");
  g_assert_cmpstr (numbered->report->number, ==, "Số: 12/BC-UBND");
  g_assert_cmpstr (numbered->report->place_and_date, ==, "Bến Nghé, ngày 02 tháng 02 năm 2026");
}

/* Nothing is set and nobody is there: a draft to be filled in by hand. */
static void
test_empty (Ward *ward, gconstpointer data)
{
  g_autoptr (SotayMonthReport) report = NULL;

  sotay_issuer_unref (ward->issuer);
  ward->issuer = sotay_issuer_new ();
  report = ward_report (ward, "2026-03-10", "2026-04-05");
  g_assert_cmpstr (report->report->issuer, ==, "PHƯỜNG BẾN NGHÉ");
  g_assert_cmpstr (report->report->number, ==, "Số: ……/BC-……");
  g_assert_cmpstr (report->report->place_and_date, ==, "……, ngày 05 tháng 4 năm 2026");
  g_assert_cmpstr (report->report->addressees[0], ==, "……");
  assert_says (report->report, "Trong tháng không tổ chức lớp tập huấn; lũy kế đến nay 0 lớp, 0 lượt người.");
  assert_says (report->report, "Trong tháng không phát sinh khó khăn, vướng mắc.");
  assert_says (report->report, "Trong tháng không có đề xuất, kiến nghị.");
  assert_says (report->report, "1|Trường Tiểu học|0|0|–|0|–|0\n2|Văn phòng|0|0|–|0|–|0\n|Tổng cộng|0|0|–|0|–|0\n");
  assert_silent (report->report, "Các lớp tập huấn trong tháng");
  assert_silent (report->report, "nan");
}

static void
test_figures (Ward *ward, gconstpointer data)
{
  g_autoptr (SotayStaff) an = ward_add_person (ward, ward->office, "Nguyễn Văn An", "2026-02-20", TRUE);
  g_autoptr (SotayStaff) binh = ward_add_person (ward, ward->office, "Trần Thị Bình", "2026-03-10", FALSE);
  g_autoptr (SotayStaff) chi = ward_add_person (ward, ward->school, "Lê Văn Chi", NULL, FALSE);
  g_autoptr (SotayStaff) head = ward_add_person (ward, ward->ward, "Phạm Thị Dung", NULL, FALSE);
  g_autoptr (SotayRecord) session = ward_session (ward, "Lớp 1", "2026-03-12");
  g_autoptr (SotayMonthReport) report = NULL;

  ward_attend (ward, session, chi);
  ward_attend (ward, session, an);
  add_outreach (ward, "2026-03-20", "loa phường", "1250");
  add_outreach (ward, "2026-02-20", "họp tổ dân phố", "50");
  report = ward_report (ward, "2026-03-31", "2026-04-05");
  assert_says (report->report, "đã tổ chức 01 lớp tập huấn với 02 lượt người tham gia (02 người)");
  assert_says (report->report, "có 02 người đã tập huấn trên tổng số 04 người phải tập huấn, đạt tỷ lệ 50,00 %");
  assert_says (report->report, "4|Số người hoàn thành tập huấn trong tháng|1|1|0|2\n");
  assert_says (report->report, "6|Lượt người dân được tuyên truyền|1.250|50|+1.200|1.300\n");
  assert_says (report->report, "9|Tỷ lệ đã tập huấn|50,00 %|25,00 %|+25,00 điểm|\n");
  assert_says (report->report, "1|Tiện ích 1|3|75,00 %|1|25,00 %\n");
  assert_says (report->report, "3|Tiện ích 3|2|50,00 %|1|25,00 %\n");
  assert_says (report->report, "1|Trường Tiểu học|1|0|0 %|0|0 %|0\n2|Văn phòng|2|2|100 %|1|50,00 %|1\n"
                               "3|Trực thuộc, không ở đơn vị nào bên trên|1|0|0 %|0|0 %|0\n"
                               "|Tổng cộng|4|2|50,00 %|1|25,00 %|1\n");
  assert_says (report->report, "1|Lớp 1|12/3/2026|Hội trường|2\n");
  assert_says (report->report, "1|loa phường|20/3/2026||1.250\n");
  assert_says (report->report, "Hình thức tuyên truyền trong tháng: loa phường.");
}

/* Whoever is behind a figure can be listed, and they are as many. */
static void
test_people_behind (Ward *ward, gconstpointer data)
{
  g_autoptr (SotayStaff) an = ward_add_person (ward, ward->office, "Nguyễn Văn An", "2026-02-20", TRUE);
  g_autoptr (SotayStaff) chi = ward_add_person (ward, ward->school, "Lê Văn Chi", NULL, FALSE);
  g_autoptr (SotayMonthReport) report = ward_report (ward, "2026-03-31", "2026-04-05");
  guint n_listed = 0;

  for (guint i = 0; i < report->report->figures->len; i++)
    {
      const SotayReportFigure *figure = report->report->figures->pdata[i];

      if (figure->people == NULL)
        continue;
      n_listed++;
      g_assert_cmpint (sotay_store_count_staff (ward->store, figure->people, NULL, NULL), ==, figure->number);
    }
  g_assert_cmpuint (n_listed, ==, 20);
  g_assert_cmpstr (sotay_report_find_figure (report->report, "dat")->rule, ==,
                   "Trong số người đã tập huấn, người sử dụng thành thạo các tiện ích bắt buộc tính đến ngày 31/3/2026.");
}

static void
test_words (Ward *ward, gconstpointer data)
{
  g_autoptr (SotayStaff) chi = ward_add_person (ward, ward->school, "Lê Văn Chi", NULL, FALSE);
  g_autoptr (SotayRecord) held = ward_session (ward, "Lớp tháng ba.", "2026-03-02");
  g_autoptr (SotayRecord) planned = ward_session (ward, "Lớp tháng tư", "2026-04-20");
  g_autoptr (SotayRecord) later = ward_session (ward, "Lớp tháng năm", "2026-05-01");
  g_autoptr (SotayMonthReport) report = NULL;
  g_autoptr (SotayMonthReport) written = NULL;

  add_feedback (ward, SOTAY_FEEDBACK_OBSTACLE, "Mạng chậm.", "2026-03-03", NULL);
  add_feedback (ward, SOTAY_FEEDBACK_OBSTACLE, "Sai số căn cước", "2026-02-03", "2026-03-20");
  add_feedback (ward, SOTAY_FEEDBACK_OBSTACLE, "Đã xong từ lâu", "2026-01-03", "2026-02-20");
  add_feedback (ward, SOTAY_FEEDBACK_PROPOSAL, "Kết nối sổ hộ tịch", "2026-03-03", NULL);
  report = ward_report (ward, "2026-03-31", "2026-04-05");
  assert_says (report->report, "\n“Lớp tháng ba” ngày 02/3/2026, tại Hội trường: 0 lượt người tham gia.\n");
  assert_says (report->report, "\nMạng chậm.\n");
  assert_says (report->report, "\nSai số căn cước (đã được giải quyết ngày 20/3/2026: Đã cập nhật).\n");
  assert_says (report->report, "\nKết nối sổ hộ tịch.\n");
  assert_says (report->report, "\nTiếp tục tập huấn cho 01 người chưa hoàn thành");
  assert_says (report->report, "\nTổ chức “Lớp tháng tư” ngày 20/4/2026, tại Hội trường.\n");
  assert_silent (report->report, "Đã xong từ lâu");
  assert_silent (report->report, "Lớp tháng năm");
  ward_write (ward, "2026-03-31", SOTAY_MONTHLY_OBSTACLES, "Chỉ có một máy tính.\n- Máy cũ");
  written = ward_report (ward, "2026-03-31", "2026-04-05");
  assert_says (written->report, "\nChỉ có một máy tính.\nMáy cũ\n");
  assert_silent (written->report, "Mạng chậm");
}

static void
test_all_or_none (Ward *ward, gconstpointer data)
{
  g_autoptr (SotayStaff) an = ward_add_person (ward, ward->office, "Nguyễn Văn An", "2026-02-20", TRUE);
  g_autoptr (SotayStaff) chi = ward_add_person (ward, ward->school, "Lê Văn Chi", "2026-03-31", TRUE);
  g_autoptr (SotayMonthReport) all = ward_report (ward, "2026-03-31", "2026-04-05");
  g_autoptr (SotayMonthReport) none = ward_report (ward, "2026-01-31", "2026-04-05");

  assert_says (all->report, "đạt tỷ lệ 100 %; 02 người sử dụng thành thạo, đạt tỷ lệ 100 %");
  assert_silent (all->report, "chưa hoàn thành");
  assert_says (none->report, "có 0 người đã tập huấn trên tổng số 02 người phải tập huấn, đạt tỷ lệ 0 %");
  assert_says (none->report, "Còn 02 người chưa hoàn thành tập huấn.");
}

/* March is closed, then the register changes for March: the report stays, the inspector says it, April tells it. */
static void
test_closed (Ward *ward, gconstpointer data)
{
  g_autoptr (SotayStaff) an = ward_add_person (ward, ward->office, "Nguyễn Văn An", "2026-03-02", FALSE);
  g_autoptr (SotayStaff) chi = ward_add_person (ward, ward->school, "Lê Văn Chi", NULL, FALSE);
  g_autoptr (SotayRecord) session = ward_session (ward, "Lớp 1", "2026-03-12");
  g_autoptr (SotayRecord) late_session = NULL;
  g_autoptr (SotayStaff) late = NULL;
  g_autoptr (SotayMonthReport) closed = NULL;
  g_autoptr (SotayMonthReport) next = NULL;

  add_outreach (ward, "2026-03-20", "loa phường", "1250");
  add_feedback (ward, SOTAY_FEEDBACK_OBSTACLE, "Mạng chậm", "2026-03-03", NULL);
  ward_close (ward, "2026-03-10", "2026-04-02");
  closed = ward_report (ward, "2026-03-10", "2026-04-02");
  g_assert_cmpuint (closed->data->late->len, ==, 0);
  g_assert_nonnull (sotay_report_find_figure (closed->report, "da-tap-huan")->people);
  g_clear_pointer (&closed, sotay_month_report_free);
  fixture_mark (ward->store, chi, "2026-03-20");
  late = ward_add_person (ward, ward->office, "Đỗ Văn Hải", NULL, FALSE);
  late_session = ward_session (ward, "Lớp ghi muộn", "2026-03-13");
  add_outreach (ward, "2026-03-21", "phát tờ rơi", "300");
  add_feedback (ward, SOTAY_FEEDBACK_OBSTACLE, "Thiếu máy chiếu", "2026-03-04", NULL);
  closed = ward_report (ward, "2026-03-10", "2026-05-09");
  next = ward_report (ward, "2026-04-10", "2026-05-09");
  g_assert_cmpint (get_number (closed->report, "phai-tap-huan"), ==, 2);
  g_assert_cmpint (get_number (closed->report, "da-tap-huan"), ==, 1);
  g_assert_null (sotay_report_find_figure (closed->report, "da-tap-huan")->people);
  g_assert_cmpstr (closed->report->place_and_date, ==, "Bến Nghé, ngày 02 tháng 4 năm 2026");
  assert_says (closed->report, "1|Trường Tiểu học|1|0|0 %|0|0 %|0\n2|Văn phòng|1|1|100 %|0|0 %|1\n"
                               "|Tổng cộng|2|1|50,00 %|0|0 %|1\n");
  assert_says (closed->report, "1|Lớp 1|12/3/2026|Hội trường|0\n");
  assert_says (closed->report, "1|loa phường|20/3/2026||1.250\n");
  assert_says (closed->report, "\nMạng chậm.\n");
  assert_silent (closed->report, "Lớp ghi muộn");
  assert_silent (closed->report, "phát tờ rơi");
  assert_silent (closed->report, "Thiếu máy chiếu");
  g_assert_nonnull (ward_find (closed->findings, SOTAY_FINDING_LATE_CHANGES));
  g_assert_cmpint (get_number (next->report, "so-dinh-chinh"), ==, (gint64) next->data->corrections->len);
  assert_says (next->report, "|Toàn đơn vị|Số người phải tập huấn|2|3|+1\n");
  assert_says (next->report, "|Toàn đơn vị|Số người đã tập huấn|1|2|+1\n");
  assert_says (next->report, "|Trường Tiểu học|Số người đã tập huấn|0|1|+1\n");
  assert_says (next->report, "|Toàn đơn vị|Được hướng dẫn: Tiện ích 1|1|2|+1\n");
  g_assert_cmpint (get_number (next->report, "thang-truoc/da-tap-huan"), ==, 1);
  g_assert_cmpint (get_number (next->report, "da-tap-huan"), ==, 2);
}

/* A month closed before its end is compared, and stays, on the day that it was closed on. */
static void
test_closed_early (Ward *ward, gconstpointer data)
{
  g_autoptr (SotayStaff) an = ward_add_person (ward, ward->office, "Nguyễn Văn An", "2026-03-28", FALSE);
  g_autoptr (SotayMonthReport) closed = NULL;
  g_autoptr (SotayMonthReport) next = NULL;

  ward_close (ward, "2026-03-10", "2026-03-25");
  closed = ward_report (ward, "2026-03-10", "2026-05-09");
  next = ward_report (ward, "2026-04-10", "2026-05-09");
  assert_says (closed->report, "(số liệu tính đến ngày 25/3/2026)");
  g_assert_cmpint (get_number (closed->report, "da-tap-huan"), ==, 0);
  g_assert_cmpuint (closed->data->late->len, ==, 0);
  g_assert_cmpuint (next->data->corrections->len, ==, 0);
  assert_silent (next->report, "Đính chính");
}

static void
test_unreadable_figures (Ward *ward, gconstpointer data)
{
  GDate day = fixture_date ("2026-03-10");
  g_autoptr (SotayRecord) open = sotay_monthly_new (&day, sotay_unit_get_id (ward->ward));
  g_autoptr (SotayRecord) closed = sotay_monthly_close (open, &day, "2026-03-10\nda-tap-huan 1");
  const char *const months[] = { "2026-03-10", "2026-04-10" };

  fixture_apply (ward->store, sotay_monthly_save (NULL, closed, NULL));
  for (guint i = 0; i < G_N_ELEMENTS (months); i++)
    {
      GDate month = fixture_date (months[i]);
      g_autoptr (GError) error = NULL;

      g_assert_null (sotay_month_data_load (ward->store, &month, &month, sotay_unit_get_id (ward->ward), NULL,
                                            &error));
      g_assert_error (error, SOTAY_REPORT_ERROR, SOTAY_REPORT_ERROR_FROZEN);
      g_assert_cmpstr (error->message, ==, "2026-03");
    }
}

/* No text of the register is more than a text: neither a mark of the template nor one of the page. */
static void
test_hostile (Ward *ward, gconstpointer data)
{
  g_autofree char *word = g_strnfill (1000, 'x');
  g_autoptr (SotayStaff) person = ward_add_person (ward, ward->school, HOSTILE, "2026-03-01", FALSE);
  g_autoptr (SotayUnit) unit = fixture_add_unit (ward->store, ward->ward, HOSTILE);
  g_autoptr (SotayStaff) there = ward_add_person (ward, unit, "Lê", NULL, FALSE);
  g_autoptr (SotayRecord) session = ward_session (ward, HOSTILE, "2026-03-02");
  g_autoptr (SotayMonthReport) report = NULL;
  g_autofree char *text = NULL;

  add_feedback (ward, SOTAY_FEEDBACK_OBSTACLE, HOSTILE, "2026-03-03", "2026-03-04");
  add_feedback (ward, SOTAY_FEEDBACK_PROPOSAL, word, "2026-03-03", NULL);
  add_outreach (ward, "2026-03-03", HOSTILE, "7");
  ward_write (ward, "2026-03-10", SOTAY_MONTHLY_DIRECTION, HOSTILE "\n\n{lạ}\n== đầu đề\n\x01\x1b[31m");
  ward_write (ward, "2026-03-10", SOTAY_MONTHLY_NUMBER, HOSTILE);
  g_free (ward->issuer->signer);
  ward->issuer->signer = g_strdup (HOSTILE "\xff");
  report = ward_report (ward, "2026-03-10", "2026-04-01");
  text = ward_text (report->report);
  g_assert_true (g_utf8_validate (text, -1, NULL));
  g_assert_nonnull (strstr (text, "<b>&\"'</b> {phai-tap-huan} **đậm** [bang-lop] %s%n 🙂\n{lạ}\n== đầu đề\n"));
  g_assert_null (strstr (text, "\xe2\x80\xae"));
  g_assert_null (strchr (text, '\x1b'));
  g_assert_nonnull (strstr (text, word));
  g_assert_true (g_utf8_validate (((SotaySignature *) report->report->signatures->pdata[0])->name, -1, NULL));
}

static void
test_own_template (Ward *ward, gconstpointer data)
{
  g_autofree char *folder = sotay_test_folder ();
  g_autofree char *path = g_build_filename (folder, "bao-cao-thang.mau", NULL);
  g_autoptr (SotayMonthReport) report = NULL;
  g_autoptr (GString) all = g_string_new ("@ten-loai: BÁO CÁO\n");
  const SotayTemplateNames *names = sotay_month_report_get_names ();

  for (guint i = 0; names->values[i] != NULL; i++)
    g_string_append_printf (all, "%s = {%s}.\n", names->values[i], names->values[i]);
  for (guint i = 0; names->blocks[i] != NULL; i++)
    g_string_append_printf (all, "[%s]\n[%s]\n", names->blocks[i], names->blocks[i]);
  for (guint i = 0; names->parts[i] != NULL; i++)
    g_string_append_printf (all, "[viet:%s]\n", names->parts[i]);
  g_assert_true (g_file_set_contents (path, all->str, -1, NULL));
  ward->templates = folder;
  report = ward_report (ward, "2026-03-10", "2026-04-01");
  g_assert_null (report->report->subject);
  assert_says (report->report, "don-vi = Ủy ban nhân dân phường Bến Nghé.");
  assert_says (report->report, "ty-le-dat = –.");
  assert_says (report->report, "so-tien-ich = 16.");
  assert_says (report->report, "thoi-han = .");
}

static void
test_async (Ward *ward, gconstpointer data)
{
  static const char *const titles[SOTAY_N_UTILITIES + 1] = { "a", "b", "c", "d", "e", "f", "g", "h", "i", "j", "k",
                                                             "l", "m", "n", "o", "p", NULL };
  SotayMonthOrder order = { fixture_date ("2026-03-10"), fixture_date ("2026-04-10"), NULL, ward->issuer, NULL,
                            titles };
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GAsyncResult) cancelled = NULL;
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (SotayMonthReport) report = NULL;
  g_autoptr (GError) error = NULL;

  sotay_month_report_build_async (ward->store, &order, NULL, sotay_test_store_result, &result);
  sotay_test_wait (&result);
  report = sotay_month_report_build_finish (result, &error);
  g_assert_no_error (error);
  g_assert_null (report->data->unit);
  assert_says (report->report, "1|Phường Bến Nghé|0|0|–|0|–|0\n");
  sotay_month_report_build_async (ward->store, &order, cancellable, sotay_test_store_result, &cancelled);
  g_cancellable_cancel (cancellable);
  sotay_test_wait (&cancelled);
  g_assert_null (sotay_month_report_build_finish (cancelled, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static void
add (const char *path, void (*test) (Ward *, gconstpointer))
{
  g_test_add (path, Ward, NULL, ward_set_up, test, ward_tear_down);
}

static void
add_tests (void)
{
  add ("/month-report/head", test_head);
  add ("/month-report/empty", test_empty);
  add ("/month-report/figures", test_figures);
  add ("/month-report/people-behind", test_people_behind);
  add ("/month-report/words", test_words);
  add ("/month-report/all-or-none", test_all_or_none);
  add ("/month-report/closed", test_closed);
  add ("/month-report/closed-early", test_closed_early);
  add ("/month-report/unreadable-figures", test_unreadable_figures);
  add ("/month-report/hostile", test_hostile);
  add ("/month-report/own-template", test_own_template);
  add ("/month-report/async", test_async);
}

int
main (int argc, char **argv)
{
  return sotay_test_run (argc, argv, add_tests);
}
