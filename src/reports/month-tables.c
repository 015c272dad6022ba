/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The tables of a month's report, but the one by unit. */
#include "reports/month-filling.h"

#include "core/numbers.h"
#include "reports/month-measures.h"

#define BEFORE "thang-truoc/"

/* Of a table: the month, the month before, what is between, and all time. */
static const char *const flows[] = { "so-lop", "luot-nguoi", "so-nguoi", "moi-tap-huan", "so-dot-tuyen-truyen",
                                     "luot-tuyen-truyen" };
static const struct
{
  const char *name;
  const char *share; /* of those due, as a row of its own */
} stocks[] = {
  { "phai-tap-huan", NULL },
  { "da-tap-huan", "Tỷ lệ đã tập huấn" },
  { "dat", "Tỷ lệ đạt" },
  { "chua-tap-huan", NULL },
};

static SotayReportTable *
new_summary (void)
{
  SotayReportTable *table = sotay_report_table_new ("Tổng hợp");

  sotay_report_table_add_column (table, "TT", NULL, 5, SOTAY_CELL_NUMBER, SOTAY_ALIGN_CENTRE);
  sotay_report_table_add_column (table, "Chỉ tiêu", NULL, 38, SOTAY_CELL_TEXT, SOTAY_ALIGN_LEFT);
  sotay_report_table_add_column (table, "Tháng này", NULL, 13, SOTAY_CELL_NUMBER, SOTAY_ALIGN_RIGHT);
  sotay_report_table_add_column (table, "Tháng trước", NULL, 13, SOTAY_CELL_NUMBER, SOTAY_ALIGN_RIGHT);
  sotay_report_table_add_column (table, "So sánh", NULL, 18, SOTAY_CELL_TEXT, SOTAY_ALIGN_RIGHT);
  sotay_report_table_add_column (table, "Lũy kế", NULL, 13, SOTAY_CELL_NUMBER, SOTAY_ALIGN_RIGHT);
  return table;
}

/* "+5", "−3", "0" */
static void
add_difference (SotayReportTable *table, gint64 now, gint64 before)
{
  g_autofree char *number = sotay_number_format (ABS (now - before));
  g_autofree char *text = g_strconcat (now > before ? "+" : now < before ? "−" : "", number, NULL);

  sotay_report_table_add_text (table, text);
}

/* Shares are compared in points, as they are printed. */
static void
add_share_difference (SotayReportTable *table, const SotayReportFigure *now, const SotayReportFigure *before)
{
  g_autofree char *text = NULL;
  int points;

  if (now->out_of == 0 || before->out_of == 0)
    {
      sotay_report_table_add_text (table, "–");
      return;
    }
  points = sotay_percent_hundredths (now->number, now->out_of)
           - sotay_percent_hundredths (before->number, before->out_of);
  text = g_strdup_printf ("%s%d,%02d điểm", points > 0 ? "+" : points < 0 ? "−" : "", ABS (points) / 100,
                          ABS (points) % 100);
  sotay_report_table_add_text (table, text);
}

static void
add_number (SotayMonthFilling *filling, SotayReportTable *table, const char *prefix, SotayFrozenMonth *frozen,
            const char *name)
{
  sotay_report_table_add_number (table, sotay_frozen_month_get (frozen, name),
                                 sotay_month_filling_use_figure (filling, prefix, frozen, name));
}

static void
add_summary_row (SotayMonthFilling *filling, SotayReportTable *table, gint64 number, const char *name)
{
  SotayMonthData *data = filling->data;
  const SotayMonthMeasure *measure = sotay_month_measures_find (name);

  sotay_report_table_add_row (table, SOTAY_ROW_PLAIN, 0);
  sotay_report_table_add_number (table, number, -1);
  sotay_report_table_add_text (table, measure->title);
  add_number (filling, table, NULL, data->shown, name);
  add_number (filling, table, BEFORE, data->before, name);
  add_difference (table, sotay_frozen_month_get (data->shown, name), sotay_frozen_month_get (data->before, name));
  if (measure->so_far != NULL)
    add_number (filling, table, NULL, data->shown, measure->so_far);
  else
    sotay_report_table_skip (table);
}

static void
add_share_row (SotayMonthFilling *filling, SotayReportTable *table, gint64 number, const char *name, const char *title)
{
  SotayMonthData *data = filling->data;
  int now = sotay_month_filling_use_share (filling, NULL, data->shown, name, "phai-tap-huan");
  int before = sotay_month_filling_use_share (filling, BEFORE, data->before, name, "phai-tap-huan");
  const SotayReportFigure *now_figure = filling->report->figures->pdata[now];
  const SotayReportFigure *before_figure = filling->report->figures->pdata[before];

  sotay_report_table_add_row (table, SOTAY_ROW_PLAIN, 0);
  sotay_report_table_add_number (table, number, -1);
  sotay_report_table_add_text (table, title);
  sotay_report_table_add_share (table, now_figure->number, now_figure->out_of, now);
  sotay_report_table_add_share (table, before_figure->number, before_figure->out_of, before);
  add_share_difference (table, now_figure, before_figure);
  sotay_report_table_skip (table);
}

void
sotay_month_add_summary_table (SotayReportPart *part, gpointer data)
{
  SotayMonthFilling *filling = data;
  SotayReportTable *table = new_summary ();
  gint64 number = 1;

  sotay_report_table_add_row (table, SOTAY_ROW_SECTION, 0);
  sotay_report_table_add_text (table, "A. Hoạt động trong tháng");
  for (guint i = 0; i < G_N_ELEMENTS (flows); i++)
    add_summary_row (filling, table, number++, flows[i]);
  sotay_report_table_add_row (table, SOTAY_ROW_SECTION, 0);
  sotay_report_table_add_text (table, "B. Kết quả đến ngày lấy số liệu");
  for (guint i = 0; i < G_N_ELEMENTS (stocks); i++)
    {
      add_summary_row (filling, table, number++, stocks[i].name);
      if (stocks[i].share != NULL)
        add_share_row (filling, table, number++, stocks[i].name, stocks[i].share);
    }
  sotay_report_part_add_table (part, table);
}

static void
add_utility_cells (SotayMonthFilling *filling, SotayReportTable *table, const char *name)
{
  SotayFrozenMonth *shown = filling->data->shown;
  int figure = sotay_month_filling_use_figure (filling, NULL, shown, name);

  sotay_report_table_add_number (table, sotay_frozen_month_get (shown, name), figure);
  sotay_report_table_add_share (table, sotay_frozen_month_get (shown, name),
                                sotay_frozen_month_get (shown, "phai-tap-huan"),
                                sotay_month_filling_use_share (filling, NULL, shown, name, "phai-tap-huan"));
}

void
sotay_month_add_utility_table (SotayReportPart *part, gpointer data)
{
  SotayMonthFilling *filling = data;
  SotayReportTable *table = sotay_report_table_new ("Theo tiện ích");

  sotay_report_table_add_column (table, "TT", NULL, 5, SOTAY_CELL_NUMBER, SOTAY_ALIGN_CENTRE);
  sotay_report_table_add_column (table, "Tiện ích", NULL, 47, SOTAY_CELL_TEXT, SOTAY_ALIGN_LEFT);
  sotay_report_table_add_column (table, "Số người", "Đã được hướng dẫn", 12, SOTAY_CELL_NUMBER, SOTAY_ALIGN_RIGHT);
  sotay_report_table_add_column (table, "Tỷ lệ", "Đã được hướng dẫn", 12, SOTAY_CELL_SHARE, SOTAY_ALIGN_RIGHT);
  sotay_report_table_add_column (table, "Số người", "Sử dụng thành thạo", 12, SOTAY_CELL_NUMBER, SOTAY_ALIGN_RIGHT);
  sotay_report_table_add_column (table, "Tỷ lệ", "Sử dụng thành thạo", 12, SOTAY_CELL_SHARE, SOTAY_ALIGN_RIGHT);
  for (guint i = 0; i < SOTAY_N_UTILITIES; i++)
    {
      g_autofree char *taught = sotay_month_measures_name_taught (i);
      g_autofree char *fluent = sotay_month_measures_name_fluent (i);

      sotay_report_table_add_row (table, SOTAY_ROW_PLAIN, 0);
      sotay_report_table_add_number (table, i + 1, -1);
      sotay_report_table_add_text (table, filling->order->utilities[i]);
      add_utility_cells (filling, table, taught);
      add_utility_cells (filling, table, fluent);
    }
  sotay_report_part_add_table (part, table);
}

/* @what: how the column of the events' titles is called. */
static void
add_event_table (SotayReportPart *part, SotayMonthFilling *filling, SotayFrozenEventKind kind, const char *name,
                 const char *what)
{
  GPtrArray *events = sotay_frozen_month_list_events (filling->data->shown, kind);
  SotayReportTable *table;

  if (events->len == 0)
    return;
  table = sotay_report_table_new (name);
  sotay_report_table_add_column (table, "TT", NULL, 5, SOTAY_CELL_NUMBER, SOTAY_ALIGN_CENTRE);
  sotay_report_table_add_column (table, what, NULL, 40, SOTAY_CELL_TEXT, SOTAY_ALIGN_LEFT);
  sotay_report_table_add_column (table, "Ngày", NULL, 13, SOTAY_CELL_DATE, SOTAY_ALIGN_CENTRE);
  sotay_report_table_add_column (table, "Địa điểm", NULL, 28, SOTAY_CELL_TEXT, SOTAY_ALIGN_LEFT);
  sotay_report_table_add_column (table, "Lượt người", NULL, 14, SOTAY_CELL_NUMBER, SOTAY_ALIGN_RIGHT);
  for (guint i = 0; i < events->len; i++)
    {
      const SotayFrozenEvent *event = events->pdata[i];

      sotay_report_table_add_row (table, SOTAY_ROW_PLAIN, 0);
      sotay_report_table_add_number (table, i + 1, -1);
      sotay_report_table_add_text (table, event->title);
      sotay_report_table_add_date (table, event->day);
      sotay_report_table_add_text (table, event->place);
      sotay_report_table_add_number (table, event->people, -1);
    }
  sotay_report_part_add_table (part, table);
}

void
sotay_month_add_session_table (SotayReportPart *part, gpointer data)
{
  add_event_table (part, data, SOTAY_FROZEN_SESSION, "Lớp tập huấn", "Lớp");
}

void
sotay_month_add_outreach_table (SotayReportPart *part, gpointer data)
{
  add_event_table (part, data, SOTAY_FROZEN_OUTREACH, "Tuyên truyền", "Hình thức");
}

/* What a figure of a closed month is called in the table of corrections. */
static char *
name_figure (SotayMonthFilling *filling, const char *name)
{
  static const struct
  {
    const char *name;
    const char *measure;
  } counts[] = { { "due", "phai-tap-huan" }, { "trained", "da-tap-huan" }, { "passed", "dat" },
                 { "newly", "moi-tap-huan" } };
  const SotayMonthMeasure *measure = sotay_month_measures_find (name);

  for (guint i = 0; i < G_N_ELEMENTS (counts); i++)
    if (g_str_equal (counts[i].name, name))
      measure = sotay_month_measures_find (counts[i].measure);
  if (measure != NULL)
    return g_strdup (measure->title);
  for (guint i = 0; i < SOTAY_N_UTILITIES; i++)
    {
      g_autofree char *taught = sotay_month_measures_name_taught (i);
      g_autofree char *fluent = sotay_month_measures_name_fluent (i);

      if (g_str_equal (taught, name))
        return g_strdup_printf ("Được hướng dẫn: %s", filling->order->utilities[i]);
      if (g_str_equal (fluent, name))
        return g_strdup_printf ("Sử dụng thành thạo: %s", filling->order->utilities[i]);
    }
  return g_strdup (name);
}

static const char *
name_unit (SotayMonthFilling *filling, const char *unit_id)
{
  SotayMonthPart *part = unit_id != NULL ? sotay_month_figures_find (filling->data->figures, unit_id) : NULL;

  if (unit_id == NULL)
    return "Toàn đơn vị";
  return part != NULL ? sotay_unit_get_name (sotay_month_part_get_unit (part)) : "Đơn vị không còn trong sổ";
}

void
sotay_month_add_correction_table (SotayReportPart *part, gpointer data)
{
  SotayMonthFilling *filling = data;
  GPtrArray *corrections = filling->data->corrections;
  SotayReportTable *table;

  if (corrections->len == 0)
    return;
  table = sotay_report_table_new ("Đính chính");
  sotay_report_table_add_column (table, "TT", NULL, 5, SOTAY_CELL_NUMBER, SOTAY_ALIGN_CENTRE);
  sotay_report_table_add_column (table, "Đơn vị", NULL, 26, SOTAY_CELL_TEXT, SOTAY_ALIGN_LEFT);
  sotay_report_table_add_column (table, "Chỉ tiêu tháng trước", NULL, 33, SOTAY_CELL_TEXT, SOTAY_ALIGN_LEFT);
  sotay_report_table_add_column (table, "Đã báo cáo", NULL, 12, SOTAY_CELL_NUMBER, SOTAY_ALIGN_RIGHT);
  sotay_report_table_add_column (table, "Nay là", NULL, 12, SOTAY_CELL_NUMBER, SOTAY_ALIGN_RIGHT);
  sotay_report_table_add_column (table, "Chênh lệch", NULL, 12, SOTAY_CELL_TEXT, SOTAY_ALIGN_RIGHT);
  for (guint i = 0; i < corrections->len; i++)
    {
      const SotayCorrection *correction = corrections->pdata[i];
      g_autofree char *name = name_figure (filling, correction->name);

      sotay_report_table_add_row (table, SOTAY_ROW_PLAIN, 0);
      sotay_report_table_add_number (table, i + 1, -1);
      sotay_report_table_add_text (table, name_unit (filling, correction->unit_id));
      sotay_report_table_add_text (table, name);
      sotay_report_table_add_number (table, correction->was, -1);
      sotay_report_table_add_number (table, correction->is, -1);
      add_difference (table, correction->is, correction->was);
    }
  sotay_report_part_add_table (part, table);
}
