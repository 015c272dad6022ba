/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "reports-fixture.h"

#include "support/names.h"

#include <math.h>

#define MOST_COLUMNS 40
#define MOST_ROWS 25
#define LONG_WORD 2000
#define LONG_PARAGRAPH 40000

static const char *const hostile[] = {
  "<b>đậm</b> & \"ngoặc\" 'đơn'", "]]>", "<!-- --><?xml?>", "=1+1", "+84912345678", "-5%", "@SUM(A1:A9)", "=HYPERLINK(\"x\")",
  "\u202eđảo\u202c ngược\u200f", "😀👨‍👩‍👧 vui", "\x01\x02\x1b[31m\x7f", "dòng\nmới\r\nthẻ\ttab", "\xff\xfe sai mã", "\xed\xa0\x80 lẻ",
  "e\u0302\u0301 rời", "\ufffe\uffff", "a\u00a0b", "%s%n%d", "{{tháng}}", "&amp;&#0;", "History", "C:\\*?/[x]:", "'nháy'", "\u2028\u2029",
  "  trống  hai đầu  ", "&P&C&\"Arial\"",
};

static SotayReportTable *
make_units (guint n_units)
{
  SotayReportTable *table = sotay_report_table_new ("Theo đơn vị");

  sotay_report_table_add_column (table, "TT", NULL, 1, SOTAY_CELL_NUMBER, SOTAY_ALIGN_CENTRE);
  sotay_report_table_add_column (table, "Đơn vị", NULL, 6, SOTAY_CELL_TEXT, SOTAY_ALIGN_LEFT);
  sotay_report_table_add_column (table, "Phải tập huấn", NULL, 2, SOTAY_CELL_NUMBER, SOTAY_ALIGN_RIGHT);
  sotay_report_table_add_column (table, "Số người", "Đã tập huấn", 2, SOTAY_CELL_NUMBER, SOTAY_ALIGN_RIGHT);
  sotay_report_table_add_column (table, "Tỷ lệ", "Đã tập huấn", 2, SOTAY_CELL_SHARE, SOTAY_ALIGN_RIGHT);
  sotay_report_table_add_column (table, "Ngày gần nhất", NULL, 2.6, SOTAY_CELL_DATE, SOTAY_ALIGN_CENTRE);
  sotay_report_table_add_row (table, SOTAY_ROW_SECTION, 0);
  sotay_report_table_add_text (table, "I. Ủy ban nhân dân");
  for (guint i = 0; i < n_units; i++)
    {
      g_autofree char *name = g_strdup_printf ("Tổ dân phố số %u (%s)", i + 1,
                                               vietnamese_names[i % G_N_ELEMENTS (vietnamese_names)]);

      sotay_report_table_add_row (table, SOTAY_ROW_PLAIN, i % 3);
      sotay_report_table_add_number (table, i + 1, -1);
      sotay_report_table_add_text (table, name);
      sotay_report_table_add_number (table, 20 + i * 7, -1);
      sotay_report_table_add_number (table, 10 + i * 3, -1);
      sotay_report_table_add_share (table, 10 + i * 3, 20 + i * 7, -1);
      sotay_report_table_add_date (table, "2026-10-05");
    }
  sotay_report_table_add_row (table, SOTAY_ROW_TOTAL, 0);
  sotay_report_table_skip (table);
  sotay_report_table_add_text (table, "Tổng cộng");
  sotay_report_table_add_number (table, 215606, -1);
  sotay_report_table_add_number (table, 199610, 1);
  sotay_report_table_add_share (table, 199610, 215606, 2);
  return table;
}

static SotayReportChart *
make_chart (SotayChartKind kind)
{
  static const char *const months[] = { "6/2026", "7/2026", "8/2026", "9/2026", "10/2026", NULL };
  const double trained[] = { 40, 61.5, 78.25, 85, 92.58 };
  const double passed[] = { NAN, 50, 60.75, 71, 80 };
  SotayReportChart *chart = sotay_report_chart_new (kind, "Tỷ lệ đã tập huấn qua các tháng", months, TRUE);

  sotay_report_chart_add_series (chart, "Đã tập huấn", trained);
  sotay_report_chart_add_series (chart, "Đạt", passed);
  return chart;
}

static void
add_words (SotayReportPart *part, SotayParagraphStyle style, const char *text)
{
  sotay_report_block_add_run (sotay_report_part_add_paragraph (part, style), text, SOTAY_RUN_PLAIN, -1);
}

static void
add_heading (SotayReportPart *part, guint level, const char *text)
{
  sotay_report_block_add_run (sotay_report_part_add_heading (part, level), text, SOTAY_RUN_PLAIN, -1);
}

static void
fill_body (SotayReportPart *body)
{
  SotayReportBlock *block;

  add_words (body, SOTAY_PARAGRAPH_BASIS, "Thực hiện Công văn số 520/CV-CQTT ngày 06 tháng 3 năm 2024 của Tổ công tác;");
  add_heading (body, 1, "I. CÔNG TÁC CHỈ ĐẠO, TUYÊN TRUYỀN");
  add_words (body, SOTAY_PARAGRAPH_BODY,
             "Ủy ban nhân dân phường đã ban hành kế hoạch tập huấn, phân công từng bộ phận phụ trách, giao Công an phường "
             "phối hợp với Mặt trận Tổ quốc và các đoàn thể hướng dẫn cán bộ, công chức, viên chức và nhân dân cài đặt, "
             "sử dụng ứng dụng VNeID trên địa bàn toàn phường.");
  add_words (body, SOTAY_PARAGRAPH_ITEM, "Tổ chức 03 lớp tập huấn tại hội trường Ủy ban nhân dân phường.");
  add_heading (body, 1, "II. KẾT QUẢ");
  add_heading (body, 2, "1. Tập huấn");
  block = sotay_report_part_add_paragraph (body, SOTAY_PARAGRAPH_BODY);
  sotay_report_block_add_run (block, "Số người phải tập huấn: ", SOTAY_RUN_PLAIN, -1);
  sotay_report_block_add_run (block, "215.606", SOTAY_RUN_BOLD, 0);
  sotay_report_block_add_run (block, "; đã tập huấn: 199.610, đạt ", SOTAY_RUN_PLAIN, -1);
  sotay_report_block_add_run (block, "92,58 %", SOTAY_RUN_BOLD | SOTAY_RUN_ITALIC, 2);
  sotay_report_block_add_run (block, ".", SOTAY_RUN_PLAIN, -1);
  add_heading (body, 3, "a) Theo đơn vị");
  sotay_report_part_add_table (body, make_units (5));
  add_words (body, SOTAY_PARAGRAPH_NOTE, "Số liệu tính đến ngày 31 tháng 10 năm 2026.");
  add_heading (body, 1, "III. KHÓ KHĂN, VƯỚNG MẮC");
  add_words (body, SOTAY_PARAGRAPH_BODY, "Một số người cao tuổi chưa có điện thoại thông minh.");
  sotay_report_part_add_chart (body, make_chart (SOTAY_CHART_LINES));
  sotay_report_part_add_qr (body, "https://vneid.gov.vn", 25);
}

SotayReport *
fixture_make_month_report (guint n_units)
{
  static const char *const authority[] = { "TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", NULL };
  static const char *const addressees[] = { "Ủy ban nhân dân thành phố", NULL };
  static const char *const recipients[] = { "Như trên", "Đảng ủy phường", "Lưu: VT", NULL };
  SotayReport *report = sotay_report_new (SOTAY_REPORT_MONTHLY);
  SotayReportPart *annex;

  report->superior = g_strdup ("ỦY BAN NHÂN DÂN THÀNH PHỐ");
  report->issuer = g_strdup ("ỦY BAN NHÂN DÂN PHƯỜNG BẾN NGHÉ");
  report->number = g_strdup ("Số: 12/BC-UBND");
  report->place_and_date = g_strdup ("Bến Nghé, ngày 05 tháng 11 năm 2026");
  report->type = g_strdup ("BÁO CÁO");
  report->subject = g_strdup ("Kết quả tập huấn, tuyên truyền sử dụng ứng dụng VNeID tháng 10 năm 2026");
  report->addressees = g_strdupv ((char **) addressees);
  report->recipients = g_strdupv ((char **) recipients);
  report->author = g_strdup ("Ủy ban nhân dân phường Bến Nghé");
  g_date_set_dmy (&report->dated, 5, 11, 2026);
  sotay_report_add_figure (report, sotay_report_figure_new_count ("due", 215606, NULL, "Người phải tập huấn."));
  sotay_report_add_figure (report, sotay_report_figure_new_count ("trained", 199610, NULL, NULL));
  sotay_report_add_figure (report, sotay_report_figure_new_share ("trained-share", 199610, 215606, NULL, "Đã / phải."));
  fill_body (sotay_report_add_part (report, NULL, NULL, NULL, FALSE));
  sotay_report_add_signature (report, authority, "PHÓ CHỦ TỊCH", NULL, "Trần Văn Bình");
  annex = sotay_report_add_part (report, "Phụ lục I", "KẾT QUẢ THEO ĐƠN VỊ",
                                 "(Kèm theo Báo cáo số 12/BC-UBND ngày 05 tháng 11 năm 2026)", TRUE);
  sotay_report_part_add_table (annex, make_units (n_units));
  annex = sotay_report_add_part (report, "Phụ lục II", "BIỂU ĐỒ", NULL, FALSE);
  sotay_report_part_add_chart (annex, make_chart (SOTAY_CHART_BARS));
  return report;
}

static guint
pick (GRand *chance, guint most)
{
  return (guint) g_rand_int_range (chance, 0, (gint32) most);
}

static char *
make_long_word (GRand *chance)
{
  GString *word = g_string_new (NULL);

  for (guint i = 0; i < LONG_WORD; i++)
    g_string_append (word, pick (chance, 2) == 0 ? "ộ" : "n");
  return g_string_free (word, FALSE);
}

/* Returns: (transfer full): raw bytes, as they may come from anywhere */
static char *
make_text (GRand *chance)
{
  GString *text = g_string_new (NULL);
  guint n_pieces = 1 + pick (chance, 4);

  if (pick (chance, 60) == 0)
    {
      g_string_free (text, TRUE);
      return make_long_word (chance);
    }
  for (guint i = 0; i < n_pieces; i++)
    {
      if (i > 0)
        g_string_append_c (text, ' ');
      if (pick (chance, 3) == 0)
        g_string_append (text, hostile[pick (chance, G_N_ELEMENTS (hostile))]);
      else
        g_string_append (text, vietnamese_names[pick (chance, G_N_ELEMENTS (vietnamese_names))]);
    }
  return g_string_free (text, FALSE);
}

static char *
maybe_text (GRand *chance)
{
  return pick (chance, 4) == 0 ? NULL : make_text (chance);
}

static char **
make_list (GRand *chance, guint most)
{
  guint length = pick (chance, most + 1);
  char **list = g_new0 (char *, length + 1);

  for (guint i = 0; i < length; i++)
    list[i] = make_text (chance);
  return list;
}

static void
fill_row (GRand *chance, SotayReportTable *table, guint n_columns)
{
  static const char *const days[] = { "2026-03-05", "1975", "2026-13-45", "2024-02-29" };

  for (guint i = 0; i < n_columns; i++)
    {
      g_autofree char *text = make_text (chance);
      gint64 whole = pick (chance, 3) == 0 ? pick (chance, 4) : pick (chance, 1000000);

      switch (pick (chance, 5))
        {
        case 0:
          sotay_report_table_add_text (table, text);
          break;
        case 1:
          sotay_report_table_add_number (table, (gint64) pick (chance, 2000000) - 1000, -1);
          break;
        case 2:
          sotay_report_table_add_share (table, whole > 0 ? pick (chance, (guint) whole + 1) : 0, whole, -1);
          break;
        case 3:
          sotay_report_table_add_date (table, days[pick (chance, G_N_ELEMENTS (days))]);
          break;
        default:
          sotay_report_table_skip (table);
        }
    }
}

static SotayReportTable *
make_table (GRand *chance)
{
  g_autofree char *name = maybe_text (chance);
  SotayReportTable *table = sotay_report_table_new (name);
  guint n_columns = pick (chance, 10) == 0 ? MOST_COLUMNS : 1 + pick (chance, 8);
  guint n_rows = pick (chance, 6) == 0 ? 0 : pick (chance, MOST_ROWS);
  g_autofree char *group = NULL;

  for (guint i = 0; i < n_columns; i++)
    {
      g_autofree char *title = make_text (chance);

      if (pick (chance, 3) == 0)
        {
          g_free (group);
          group = maybe_text (chance);
        }
      sotay_report_table_add_column (table, title, group, 1 + pick (chance, 5), (SotayCellKind) pick (chance, 4),
                                     (SotayCellAlign) pick (chance, 3));
    }
  for (guint row = 0; row < n_rows; row++)
    {
      sotay_report_table_add_row (table, (SotayRowStyle) pick (chance, 3), pick (chance, 12));
      if (sotay_report_table_get_style (table, row) == SOTAY_ROW_SECTION)
        {
          g_autofree char *text = make_text (chance);

          sotay_report_table_add_text (table, text);
        }
      else
        fill_row (chance, table, n_columns);
    }
  if (pick (chance, 4) == 0)
    sotay_report_table_set_row_height (table, 12);
  return table;
}

static SotayReportChart *
make_random_chart (GRand *chance)
{
  g_autofree char *title = maybe_text (chance);
  g_auto (GStrv) labels = make_list (chance, 8);
  guint n_labels = g_strv_length (labels);
  guint n_series = pick (chance, 4);
  SotayReportChart *chart = sotay_report_chart_new ((SotayChartKind) pick (chance, 2), title,
                                                    (const char *const *) labels, pick (chance, 2) == 0);

  for (guint i = 0; i < n_series; i++)
    {
      g_autofree char *name = make_text (chance);
      g_autofree double *values = g_new0 (double, n_labels + 1);

      for (guint j = 0; j < n_labels; j++)
        values[j] = pick (chance, 5) == 0 ? NAN : pick (chance, 10001) / 100.0;
      sotay_report_chart_add_series (chart, name, values);
    }
  return chart;
}

static void
add_random_words (GRand *chance, SotayReportBlock *block)
{
  guint n_runs = pick (chance, 4);

  for (guint i = 0; i < n_runs; i++)
    {
      g_autofree char *text = make_text (chance);

      sotay_report_block_add_run (block, text, (SotayRunStyle) pick (chance, 4), -1);
    }
  if (pick (chance, 20) == 0)
    {
      GString *text = g_string_new (NULL);

      while (text->len < LONG_PARAGRAPH)
        g_string_append_printf (text, "%s, ", vietnamese_names[pick (chance, G_N_ELEMENTS (vietnamese_names))]);
      sotay_report_block_add_run (block, text->str, SOTAY_RUN_PLAIN, -1);
      g_string_free (text, TRUE);
    }
}

static void
add_random_block (GRand *chance, SotayReportPart *part)
{
  switch (pick (chance, 8))
    {
    case 0:
    case 1:
      sotay_report_part_add_table (part, make_table (chance));
      break;
    case 2:
      sotay_report_part_add_chart (part, make_random_chart (chance));
      break;
    case 3:
      sotay_report_part_add_qr (part, "https://vneid.gov.vn/?a=1&b=<2>", 20 + pick (chance, 40));
      break;
    case 4:
      sotay_report_part_add_page_break (part);
      break;
    case 5:
      add_random_words (chance, sotay_report_part_add_heading (part, 1 + pick (chance, 3)));
      break;
    default:
      add_random_words (chance, sotay_report_part_add_paragraph (part, (SotayParagraphStyle) pick (chance, 7)));
    }
}

static void
add_random_part (GRand *chance, SotayReport *report)
{
  g_autofree char *label = maybe_text (chance);
  g_autofree char *title = maybe_text (chance);
  g_autofree char *note = maybe_text (chance);
  SotayReportPart *part = sotay_report_add_part (report, label, title, note, pick (chance, 2) == 0);
  guint n_blocks = pick (chance, 7);

  for (guint i = 0; i < n_blocks; i++)
    add_random_block (chance, part);
}

static void
add_random_signature (GRand *chance, SotayReport *report)
{
  g_auto (GStrv) authority = make_list (chance, 3);
  g_autofree char *role = maybe_text (chance);
  g_autofree char *hint = maybe_text (chance);
  g_autofree char *name = maybe_text (chance);

  sotay_report_add_signature (report, (const char *const *) authority, role, hint, name);
}

static void
add_random_figure (GRand *chance, SotayReport *report)
{
  g_autofree char *name = g_strdup_printf ("figure-%u", report->figures->len);
  g_autofree char *rule = maybe_text (chance);
  gint64 whole = pick (chance, 100000);
  SotayReportFigure *figure;

  if (pick (chance, 2) == 0)
    figure = sotay_report_figure_new_count (name, pick (chance, 2) == 0 ? pick (chance, 12) : whole, NULL, rule);
  else
    figure = sotay_report_figure_new_share (name, pick (chance, (guint) whole + 1), whole, NULL, rule);
  sotay_report_add_figure (report, figure);
}

SotayReport *
fixture_make_random_report (GRand *chance)
{
  SotayReport *report = sotay_report_new ((SotayReportKind) pick (chance, SOTAY_REPORT_N_KINDS));
  guint n_parts = 1 + pick (chance, 3);
  guint n_signatures = pick (chance, 3);
  guint n_figures = pick (chance, 12);

  report->superior = maybe_text (chance);
  report->issuer = maybe_text (chance);
  report->number = maybe_text (chance);
  report->place_and_date = maybe_text (chance);
  report->type = maybe_text (chance);
  report->subject = maybe_text (chance);
  report->attached_to = maybe_text (chance);
  report->addressees = make_list (chance, 3);
  report->recipients = make_list (chance, 4);
  report->author = maybe_text (chance);
  if (pick (chance, 3) > 0)
    g_date_set_dmy (&report->dated, (GDateDay) (1 + pick (chance, 28)), (GDateMonth) (1 + pick (chance, 12)), 2026);
  for (guint i = 0; i < n_figures; i++)
    add_random_figure (chance, report);
  for (guint i = 0; i < n_parts; i++)
    add_random_part (chance, report);
  for (guint i = 0; i < n_signatures; i++)
    add_random_signature (chance, report);
  return report;
}
