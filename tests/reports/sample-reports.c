/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sample-reports.h"

#include "support/names.h"

#include <math.h>
#include <string.h>

const char *const sample_report_names[]
  = { "monthly", "participants", "poster", "certificate", "hostile", "empty", "wide", "letter", NULL };

static void
say (SotayReportPart *part, SotayParagraphStyle style, const char *text)
{
  sotay_report_block_add_run (sotay_report_part_add_paragraph (part, style), text, SOTAY_RUN_PLAIN, -1);
}

static void
head (SotayReportPart *part, guint level, const char *text)
{
  sotay_report_block_add_run (sotay_report_part_add_heading (part, level), text, SOTAY_RUN_PLAIN, -1);
}

static void
written (SotayReportPart *part, const char *name, const char *text)
{
  SotayReportBlock *block = sotay_report_part_add_paragraph (part, SOTAY_PARAGRAPH_BODY);

  sotay_report_block_add_run (block, text, SOTAY_RUN_PLAIN, -1);
  block->part = g_intern_string (name);
}

static void
set_head (SotayReport *report, const char *type, const char *subject)
{
  report->superior = g_strdup ("ỦY BAN NHÂN DÂN THÀNH PHỐ");
  report->issuer = g_strdup ("ỦY BAN NHÂN DÂN PHƯỜNG HẢI TÂN");
  report->number = g_strdup ("Số: 12/BC-UBND");
  report->place_and_date = g_strdup ("Hải Tân, ngày 05 tháng 12 năm 2026");
  report->type = g_strdup (type);
  report->subject = g_strdup (subject);
  report->author = g_strdup ("Ủy ban nhân dân phường Hải Tân");
  g_date_set_dmy (&report->dated, 5, 12, 2026);
}

static int
add_count (SotayReport *report, const char *name, gint64 number)
{
  return sotay_report_add_figure (
    report, sotay_report_figure_new_count (name, number, NULL, "Đếm đến hết ngày 30/11/2026"));
}

static void
show_figure (SotayReport *report, SotayReportBlock *block, const char *before, int figure)
{
  g_autofree char *text = sotay_report_figure_format (report->figures->pdata[figure]);

  sotay_report_block_add_run (block, before, SOTAY_RUN_PLAIN, -1);
  sotay_report_block_add_run (block, text, SOTAY_RUN_BOLD, figure);
}

static SotayReportTable *
make_units (SotayReport *report, guint n_rows)
{
  SotayReportTable *table = sotay_report_table_new ("Theo đơn vị");
  int total = add_count (report, "table-due", 1250);

  sotay_report_table_add_column (table, "TT", NULL, 1, SOTAY_CELL_NUMBER, SOTAY_ALIGN_CENTRE);
  sotay_report_table_add_column (table, "Đơn vị", NULL, 5, SOTAY_CELL_TEXT, SOTAY_ALIGN_LEFT);
  sotay_report_table_add_column (table, "Phải tập huấn", "Số người", 2, SOTAY_CELL_NUMBER, SOTAY_ALIGN_RIGHT);
  sotay_report_table_add_column (table, "Đã tập huấn", "Số người", 2, SOTAY_CELL_NUMBER, SOTAY_ALIGN_RIGHT);
  sotay_report_table_add_column (table, "Đạt", "Số người", 2, SOTAY_CELL_NUMBER, SOTAY_ALIGN_RIGHT);
  sotay_report_table_add_column (table, "Đã tập huấn", "Tỷ lệ", 2, SOTAY_CELL_SHARE, SOTAY_ALIGN_RIGHT);
  sotay_report_table_add_column (table, "Đạt", "Tỷ lệ", 2, SOTAY_CELL_SHARE, SOTAY_ALIGN_RIGHT);
  sotay_report_table_add_column (table, "Ghi chú", NULL, 3, SOTAY_CELL_TEXT, SOTAY_ALIGN_LEFT);
  for (guint i = 0; i < n_rows; i++)
    {
      g_autofree char *name = g_strdup_printf ("%s %u", i % 3 == 0 ? "Trường Tiểu học Hải Tân" : "Tổ dân phố số", i + 1);
      guint due = 20 + i * 7 % 60;
      guint trained = due - i % 5;

      sotay_report_table_add_row (table, SOTAY_ROW_PLAIN, i % 3 == 0 ? 0 : 1);
      sotay_report_table_add_number (table, i + 1, -1);
      sotay_report_table_add_text (table, name);
      sotay_report_table_add_number (table, due, -1);
      sotay_report_table_add_number (table, trained, -1);
      sotay_report_table_add_number (table, trained - i % 7, -1);
      sotay_report_table_add_share (table, trained, due, -1);
      sotay_report_table_add_share (table, trained - i % 7, due, -1);
      sotay_report_table_add_text (table, i % 11 == 4 ? "Còn người nghỉ ốm, tập huấn bù" : NULL);
    }
  sotay_report_table_add_row (table, SOTAY_ROW_TOTAL, 0);
  sotay_report_table_skip (table);
  sotay_report_table_add_text (table, "Tổng cộng");
  sotay_report_table_add_number (table, 1250, total);
  sotay_report_table_add_number (table, 1180, -1);
  sotay_report_table_add_number (table, 1102, -1);
  sotay_report_table_add_share (table, 1180, 1250, -1);
  sotay_report_table_add_share (table, 1102, 1250, -1);
  return table;
}

static SotayReportChart *
make_progress (void)
{
  static const char *const months[] = { "12/2025", "01/2026", "02/2026", "3/2026", "4/2026",  "5/2026",  "6/2026",
                                        "7/2026",  "8/2026",  "9/2026",  "10/2026", "11/2026", NULL };
  static const double trained[] = { NAN, 4.2, 12, 25.5, 38, 47.25, 60, 71.4, 80, 86.92, 92.58, 94.4 };
  static const double passed[] = { NAN, 0, 6, 15, 22.2, 34, 41, 55.5, 67, 75, 84.1, 88.16 };
  SotayReportChart *chart = sotay_report_chart_new (SOTAY_CHART_LINES, "Tỷ lệ đã tập huấn và đạt qua các tháng", months,
                                                    TRUE);

  sotay_report_chart_add_series (chart, "Đã tập huấn", trained);
  sotay_report_chart_add_series (chart, "Đạt", passed);
  return chart;
}

static SotayReportChart *
make_utilities (void)
{
  static const char *const names[] = { "Dịch vụ công trực tuyến", "Hồ sơ sức khỏe điện tử", "Giấy phép lái xe",
                                       "Thông báo lưu trú", "Tố giác tội phạm, tin báo an ninh trật tự", NULL };
  static const double people[] = { 1180, 1042, 880, 640, 212 };
  static const double before[] = { 1100, 986, 700, 0, NAN };
  SotayReportChart *chart = sotay_report_chart_new (SOTAY_CHART_BARS, "Số người thực hành được theo tiện ích", names,
                                                    FALSE);

  sotay_report_chart_add_series (chart, "Tháng này", people);
  sotay_report_chart_add_series (chart, "Tháng trước", before);
  return chart;
}

static void
add_results (SotayReport *report, SotayReportPart *body)
{
  int due = add_count (report, "due", 1250);
  int trained = add_count (report, "trained", 1180);
  SotayReportBlock *block;

  head (body, 1, "II. KẾT QUẢ THỰC HIỆN");
  head (body, 2, "1. Tập huấn cho cán bộ, công chức, viên chức, người lao động");
  block = sotay_report_part_add_paragraph (body, SOTAY_PARAGRAPH_BODY);
  show_figure (report, block, "Tính đến hết ngày 30/11/2026, số người phải tập huấn là ", due);
  show_figure (report, block, " người; đã tập huấn ", trained);
  sotay_report_block_add_run (block,
                       " người, bằng 94,4 %, tăng 1,82 điểm phần trăm so với tháng trước. Số chưa tập huấn chủ yếu là "
                       "người nghỉ thai sản, nghỉ ốm và mới chuyển đến; phường sẽ tổ chức lớp bù trong tháng 12.",
                       SOTAY_RUN_PLAIN, -1);
  head (body, 3, "a) Theo tiện ích");
  say (body, SOTAY_PARAGRAPH_ITEM, "Dịch vụ công trực tuyến: 1.180 người thực hành được trên máy của mình;");
  say (body, SOTAY_PARAGRAPH_ITEM, "Tố giác tội phạm, tin báo về an ninh trật tự: 212 người.");
  sotay_report_part_add_chart (body, make_utilities ());
  head (body, 2, "2. Tuyên truyền đến nhân dân");
  say (body, SOTAY_PARAGRAPH_BODY,
       "Phường đã tổ chức 12 buổi tuyên truyền tại các tổ dân phố với 1.204 lượt người; phát 2.000 tờ rơi có mã QR dẫn "
       "đến tài liệu hướng dẫn tại https://vneid.gov.vn/huongdan/HDSO_VNeID.pdf, phát thanh 30 lượt trên đài truyền "
       "thanh phường và nhận góp ý qua hộp thư ubnd@haitan.example.vn.");
}

static SotayReport *
make_monthly (void)
{
  SotayReport *report = sotay_report_new (SOTAY_REPORT_MONTHLY);
  static const char *const authority[] = { "TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", NULL };
  const char *to[] = { "Ủy ban nhân dân thành phố", "Công an thành phố", "Tổ công tác Đề án 06 thành phố", NULL };
  const char *recipients[] = { "Như trên", "Thường trực Đảng ủy, HĐND phường", "Chủ tịch, các Phó Chủ tịch UBND phường",
                               "Lưu: VT, VHXH", NULL };
  SotayReportPart *body, *annex;

  set_head (report, "BÁO CÁO",
            "Kết quả tập huấn, tuyên truyền sử dụng các tiện ích trên ứng dụng VNeID tháng 11 năm 2026");
  report->addressees = g_strdupv ((char **) to);
  report->recipients = g_strdupv ((char **) recipients);
  body = sotay_report_add_part (report, NULL, NULL, NULL, FALSE);
  say (body, SOTAY_PARAGRAPH_BASIS, "Căn cứ Công văn số 1234/UBND-NC ngày 06 tháng 3 năm 2024 của Ủy ban nhân dân tỉnh;");
  say (body, SOTAY_PARAGRAPH_BODY,
       "Ủy ban nhân dân phường Hải Tân báo cáo kết quả tập huấn, tuyên truyền sử dụng ứng dụng VNeID tháng 11 năm 2026 "
       "như sau:");
  head (body, 1, "I. CÔNG TÁC CHỈ ĐẠO, TUYÊN TRUYỀN");
  written (body, "direction",
           "Ủy ban nhân dân phường đã ban hành Kế hoạch số 45/KH-UBND, giao Tổ công tác Đề án 06 phối hợp với Công an "
           "phường tổ chức tập huấn cho toàn thể cán bộ, công chức, viên chức, người lao động của các cơ quan, đơn vị, "
           "trường học và tổ dân phố trên địa bàn; mỗi lớp không quá 30 người, học viên thực hành trên điện thoại của "
           "mình, có người hướng dẫn đi cùng đến khi làm được.");
  add_results (report, body);
  head (body, 1, "III. KHÓ KHĂN, VƯỚNG MẮC");
  written (body, "obstacles",
           "Một số giấy tờ đã cấp trước đây chưa hiển thị trên ứng dụng do dữ liệu chưa được đồng bộ; người cao tuổi "
           "không có điện thoại thông minh. Mạng không dây tại 02 nhà văn hóa yếu.");
  head (body, 1, "IV. NHIỆM VỤ TRỌNG TÂM THÁNG TỚI");
  written (body, "tasks", "Tập huấn bù cho 70 người còn lại; kiểm tra thực hành tại 05 trường học.");
  head (body, 1, "V. ĐỀ XUẤT, KIẾN NGHỊ");
  written (body, "proposals", "Đề nghị Công an thành phố hỗ trợ làm sạch dữ liệu giấy phép lái xe cấp trước năm 2012.");
  say (body, SOTAY_PARAGRAPH_BODY, "Trên đây là báo cáo của Ủy ban nhân dân phường Hải Tân./.");
  sotay_report_add_signature (report, authority, "PHÓ CHỦ TỊCH", NULL, "Nguyễn Thị Minh Hạnh");
  annex = sotay_report_add_part (report, "Phụ lục I", "SỐ LIỆU TẬP HUẤN THEO ĐƠN VỊ",
                                 "(Kèm theo Báo cáo số 12/BC-UBND ngày 05 tháng 12 năm 2026)", FALSE);
  sotay_report_part_add_table (annex, make_units (report, 60));
  annex = sotay_report_add_part (report, "Phụ lục II", "TIẾN ĐỘ QUA CÁC THÁNG",
                                 "(Kèm theo Báo cáo số 12/BC-UBND ngày 05 tháng 12 năm 2026)", TRUE);
  sotay_report_part_add_chart (annex, make_progress ());
  say (annex, SOTAY_PARAGRAPH_NOTE, "Ghi chú: tỷ lệ tính trên số người phải tập huấn tại ngày cuối tháng.");
  return report;
}

static void
add_people (SotayReportTable *table, guint first, guint count)
{
  for (guint i = first; i < first + count; i++)
    {
      sotay_report_table_add_row (table, SOTAY_ROW_PLAIN, 0);
      sotay_report_table_add_number (table, i + 1, -1);
      sotay_report_table_add_text (table, vietnamese_names[i % G_N_ELEMENTS (vietnamese_names)]);
      sotay_report_table_add_text (table, i % 4 == 0 ? "Công chức Văn hóa - Xã hội" : "Giáo viên");
      sotay_report_table_add_text (table, i % 4 == 0 ? "Văn phòng HĐND và UBND" : "Trường THCS Hải Tân");
      sotay_report_table_add_text (table, "0912.345.678");
      sotay_report_table_skip (table);
      sotay_report_table_skip (table);
    }
}

static SotayReport *
make_participants (void)
{
  SotayReport *report = sotay_report_new (SOTAY_REPORT_PARTICIPANTS);
  SotayReportPart *body;
  SotayReportTable *table = sotay_report_table_new ("Danh sách");

  set_head (report, "DANH SÁCH", "Cán bộ, công chức, viên chức, người lao động tham gia tập huấn sử dụng ứng dụng VNeID");
  g_clear_pointer (&report->number, g_free);
  report->attached_to = g_strdup ("(Kèm theo Kế hoạch số 45/KH-UBND ngày 02 tháng 11 năm 2026)");
  body = sotay_report_add_part (report, NULL, NULL, NULL, FALSE);
  say (body, SOTAY_PARAGRAPH_LINE, "Thời gian: 8 giờ 00 ngày 12/11/2026");
  say (body, SOTAY_PARAGRAPH_LINE, "Địa điểm: Hội trường UBND phường");
  sotay_report_table_add_column (table, "TT", NULL, 1, SOTAY_CELL_NUMBER, SOTAY_ALIGN_CENTRE);
  sotay_report_table_add_column (table, "Họ và tên", NULL, 4, SOTAY_CELL_TEXT, SOTAY_ALIGN_LEFT);
  sotay_report_table_add_column (table, "Chức vụ", NULL, 3, SOTAY_CELL_TEXT, SOTAY_ALIGN_LEFT);
  sotay_report_table_add_column (table, "Đơn vị", NULL, 3, SOTAY_CELL_TEXT, SOTAY_ALIGN_LEFT);
  sotay_report_table_add_column (table, "Số điện thoại", NULL, 2, SOTAY_CELL_TEXT, SOTAY_ALIGN_CENTRE);
  sotay_report_table_add_column (table, "Sáng", "Ký tên", 2, SOTAY_CELL_TEXT, SOTAY_ALIGN_CENTRE);
  sotay_report_table_add_column (table, "Chiều", "Ký tên", 2, SOTAY_CELL_TEXT, SOTAY_ALIGN_CENTRE);
  sotay_report_table_set_row_height (table, 9);
  sotay_report_table_add_row (table, SOTAY_ROW_SECTION, 0);
  sotay_report_table_add_text (table, "I. Ủy ban nhân dân phường");
  add_people (table, 0, 18);
  sotay_report_table_add_row (table, SOTAY_ROW_SECTION, 0);
  sotay_report_table_add_text (table, "II. Các trường học");
  add_people (table, 18, 17);
  sotay_report_part_add_table (body, table);
  say (body, SOTAY_PARAGRAPH_LINE, "Tổng số: 35 người; có mặt: … người; vắng: … người (có lý do: …).");
  sotay_report_add_signature (report, NULL, "NGƯỜI LẬP BIỂU", "(Ký, ghi rõ họ tên)", "Trần Thị Bình");
  sotay_report_add_signature (report, NULL, "THỦ TRƯỞNG ĐƠN VỊ", "(Ký, đóng dấu)", "Lê Văn Chiến");
  return report;
}

static SotayReport *
make_poster (void)
{
  SotayReport *report = sotay_report_new (SOTAY_REPORT_POSTER);
  SotayReportPart *body = sotay_report_add_part (report, NULL, NULL, NULL, FALSE);

  say (body, SOTAY_PARAGRAPH_DISPLAY, "HƯỚNG DẪN SỬ DỤNG ỨNG DỤNG VNeID");
  say (body, SOTAY_PARAGRAPH_CENTRED, "Mở máy ảnh của điện thoại, đưa vào mã dưới đây");
  sotay_report_part_add_qr (body, "https://vneid.gov.vn/huongdan/HDSO_VNeID.pdf", 120);
  say (body, SOTAY_PARAGRAPH_CENTRED, "https://vneid.gov.vn/huongdan/HDSO_VNeID.pdf");
  say (body, SOTAY_PARAGRAPH_DISPLAY, "Cần giúp? Gặp Tổ công nghệ số cộng đồng");
  return report;
}

static SotayReport *
make_certificate (void)
{
  SotayReport *report = sotay_report_new (SOTAY_REPORT_CERTIFICATE);
  SotayReportPart *body;

  set_head (report, "GIẤY CHỨNG NHẬN", NULL);
  body = sotay_report_add_part (report, NULL, NULL, NULL, TRUE);
  say (body, SOTAY_PARAGRAPH_CENTRED, "Chứng nhận ông/bà");
  say (body, SOTAY_PARAGRAPH_DISPLAY, "Nguyễn Thị Ngọc Ánh");
  say (body, SOTAY_PARAGRAPH_CENTRED, "đã hoàn thành chương trình tập huấn sử dụng các tiện ích trên ứng dụng VNeID.");
  sotay_report_add_signature (report, NULL, "CHỦ TỊCH", NULL, "Lê Văn Chiến");
  return report;
}

/* Words without spaces, pictures as letters, letters of other scripts, marks of direction, markup. */
static char *
make_hostile (void)
{
  GString *text = g_string_new ("<b>&amp; \"'\\ \t\n‮đảo‬ 👩‍👩‍👧‍👦🇻🇳 ภาษาไทย العربية 漢字 a\xcc\x81 ");

  for (guint i = 0; i < 1000; i++)
    g_string_append (text, "ướ");
  return g_string_free (text, FALSE);
}

static SotayReport *
make_hostile_report (void)
{
  SotayReport *report = sotay_report_new (SOTAY_REPORT_MONTHLY);
  g_autofree char *text = make_hostile ();
  const char *lines[] = { text, text, NULL };
  const char *labels[] = { text, "b", "", NULL };
  static const double values[] = { 12, NAN, 1e9 };
  SotayReportTable *table = sotay_report_table_new (text);
  SotayReportChart *chart = sotay_report_chart_new (SOTAY_CHART_BARS, text, labels, FALSE);
  SotayReportPart *body, *annex;

  set_head (report, text, text);
  g_free (report->issuer);
  report->issuer = g_strdup (text);
  g_free (report->place_and_date);
  report->place_and_date = g_strdup (text);
  report->addressees = g_strdupv ((char **) lines);
  report->recipients = g_strdupv ((char **) lines);
  body = sotay_report_add_part (report, NULL, NULL, NULL, FALSE);
  for (guint i = 0; i < 4; i++)
    head (body, i, text);
  for (SotayParagraphStyle style = 0; style <= SOTAY_PARAGRAPH_DISPLAY; style++)
    say (body, style, text);
  for (guint i = 0; i < 3; i++)
    sotay_report_table_add_column (table, i == 1 ? text : "Cột", i == 1 ? text : NULL, 1, SOTAY_CELL_TEXT,
                                   SOTAY_ALIGN_LEFT);
  for (guint i = 0; i < 6; i++)
    {
      sotay_report_table_add_row (table, i % 3, i * 20);
      sotay_report_table_add_text (table, i == 2 ? "" : text);
      sotay_report_table_add_date (table, "2026-02-31");
      sotay_report_table_add_share (table, 1, 0, -1);
    }
  sotay_report_part_add_table (body, table);
  sotay_report_chart_add_series (chart, text, values);
  sotay_report_chart_add_series (chart, "", values);
  sotay_report_part_add_chart (body, chart);
  sotay_report_part_add_qr (body, text, 60);
  sotay_report_add_signature (report, lines, text, text, text);
  annex = sotay_report_add_part (report, text, text, text, TRUE);
  sotay_report_part_add_page_break (annex);
  say (annex, SOTAY_PARAGRAPH_BODY, "");
  sotay_report_part_add_page_break (annex);
  sotay_report_part_add_page_break (annex);
  say (annex, SOTAY_PARAGRAPH_BODY, "Hết");
  sotay_report_part_add_page_break (annex);
  return report;
}

static SotayReport *
make_wide (void)
{
  SotayReport *report = sotay_report_new (SOTAY_REPORT_UNTRAINED);
  SotayReportPart *body = sotay_report_add_part (report, NULL, "BẢNG NHIỀU CỘT", NULL, TRUE);
  SotayReportTable *wide = sotay_report_table_new (NULL);
  SotayReportTable *narrow = sotay_report_table_new (NULL);

  for (guint i = 0; i < 40; i++)
    sotay_report_table_add_column (wide, i == 0 ? "Đơn vị" : "Số", i > 2 && i < 9 ? "Nhóm của sáu cột" : NULL,
                                   i == 0 ? 4 : 1, i == 0 ? SOTAY_CELL_TEXT : SOTAY_CELL_NUMBER, SOTAY_ALIGN_RIGHT);
  for (guint row = 0; row < 30; row++)
    {
      sotay_report_table_add_row (wide, SOTAY_ROW_PLAIN, 0);
      sotay_report_table_add_text (wide, "Phường");
      for (guint i = 1; i < 40; i++)
        sotay_report_table_add_number (wide, row * i, -1);
    }
  sotay_report_part_add_table (body, wide);
  sotay_report_table_add_column (narrow, "Một cột", NULL, 1, SOTAY_CELL_TEXT, SOTAY_ALIGN_LEFT);
  sotay_report_part_add_table (body, narrow);
  return report;
}

/* One addressee, no annex, a few words, a chart of a month without people. */
static SotayReport *
make_letter (void)
{
  SotayReport *report = sotay_report_new (SOTAY_REPORT_PLAN);
  const char *to[] = { "Ủy ban nhân dân thành phố", NULL };
  const char *labels[] = { "a", "b", NULL };
  const double values[] = { NAN, NAN };
  SotayReportChart *chart = sotay_report_chart_new (SOTAY_CHART_BARS, NULL, labels, TRUE);
  SotayReportPart *body;

  set_head (report, "TỜ TRÌNH", "Về việc tập huấn");
  report->addressees = g_strdupv ((char **) to);
  body = sotay_report_add_part (report, NULL, NULL, NULL, FALSE);
  say (body, SOTAY_PARAGRAPH_BODY, "Kính trình Ủy ban nhân dân thành phố xem xét, quyết định.");
  sotay_report_chart_add_series (chart, "Đạt", values);
  sotay_report_part_add_chart (body, chart);
  sotay_report_add_signature (report, NULL, "CHỦ TỊCH", NULL, NULL);
  return report;
}

static SotayReport *
make_empty (void)
{
  SotayReport *report = sotay_report_new (SOTAY_REPORT_PLAN);

  sotay_report_add_part (report, NULL, NULL, NULL, FALSE);
  return report;
}

SotayReport *
sample_annex (guint n_rows)
{
  SotayReport *report = sotay_report_new (SOTAY_REPORT_MONTHLY);
  SotayReportPart *part = sotay_report_add_part (report, "Phụ lục I", "SỐ LIỆU THEO ĐƠN VỊ", NULL, FALSE);

  sotay_report_part_add_table (part, make_units (report, n_rows));
  return report;
}

SotayReport *
sample_report (const char *name)
{
  SotayReport *(*const makers[]) (void) = { make_monthly, make_participants, make_poster, make_certificate,
                                            make_hostile_report, make_empty, make_wide, make_letter };

  for (guint i = 0; sample_report_names[i] != NULL; i++)
    if (g_str_equal (sample_report_names[i], name))
      return makers[i]();
  return NULL;
}
