/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The table by unit and the charts of a month's report. */
#include "reports/month-filling.h"

#include "core/dates.h"
#include "reports/month-measures.h"

#include <math.h>

#define MOST_BARS 20

typedef struct
{
  SotayMonthFilling *filling;
  SotayReportTable *table;
  gint64 number; /* of the units on top */
} Units;

typedef struct
{
  const char *name;
  const SotayMonthCounts *counts;
} Bar;

/* Parts of a unit's row: what its figures are called, and whom they count. */
static const struct
{
  const char *name;
  SotayStaffScope scope;
  gsize offset;
  gboolean has_share;
} cells[] = {
  { "phai-tap-huan", SOTAY_STAFF_DUE, G_STRUCT_OFFSET (SotayMonthCounts, due), FALSE },
  { "da-tap-huan", SOTAY_STAFF_TRAINED, G_STRUCT_OFFSET (SotayMonthCounts, trained), TRUE },
  { "dat", SOTAY_STAFF_PASSED, G_STRUCT_OFFSET (SotayMonthCounts, passed), TRUE },
};

static const SotayMonthCounts *
get_counts (SotayMonthFilling *filling, SotayMonthPart *part)
{
  SotayUnit *unit = sotay_month_part_get_unit (part);

  return unit != NULL ? sotay_frozen_month_get_unit (filling->data->shown, sotay_unit_get_id (unit)) : NULL;
}

static SotayReportTable *
new_table (void)
{
  SotayReportTable *table = sotay_report_table_new ("Theo đơn vị");

  sotay_report_table_add_column (table, "TT", NULL, 6, SOTAY_CELL_NUMBER, SOTAY_ALIGN_CENTRE);
  sotay_report_table_add_column (table, "Đơn vị", NULL, 38, SOTAY_CELL_TEXT, SOTAY_ALIGN_LEFT);
  sotay_report_table_add_column (table, "Phải tập huấn", NULL, 10, SOTAY_CELL_NUMBER, SOTAY_ALIGN_RIGHT);
  sotay_report_table_add_column (table, "Số người", "Đã tập huấn", 9, SOTAY_CELL_NUMBER, SOTAY_ALIGN_RIGHT);
  sotay_report_table_add_column (table, "Tỷ lệ", "Đã tập huấn", 10, SOTAY_CELL_SHARE, SOTAY_ALIGN_RIGHT);
  sotay_report_table_add_column (table, "Số người", "Đạt", 9, SOTAY_CELL_NUMBER, SOTAY_ALIGN_RIGHT);
  sotay_report_table_add_column (table, "Tỷ lệ", "Đạt", 10, SOTAY_CELL_SHARE, SOTAY_ALIGN_RIGHT);
  sotay_report_table_add_column (table, "Mới trong tháng", NULL, 9, SOTAY_CELL_NUMBER, SOTAY_ALIGN_RIGHT);
  return table;
}

/* The people behind a figure of a unit can be listed while the register still counts the same. */
static int
add_figure (Units *units, const char *unit_id, guint cell, gint64 number)
{
  SotayMonthData *data = units->filling->data;
  const SotayMonthCounts *now = sotay_frozen_month_get_unit (data->now, unit_id);
  g_autofree char *name = g_strconcat ("don-vi/", unit_id, "/", cells[cell].name, NULL);
  g_autoptr (SotayStaffQuery) people = NULL;

  if (now != NULL && G_STRUCT_MEMBER (guint, now, cells[cell].offset) == number)
    people = sotay_staff_query_new (unit_id, cells[cell].scope, NULL, sotay_frozen_month_get_day (data->shown));
  return sotay_report_add_figure (units->filling->report, sotay_report_figure_new_count (name, number, people, NULL));
}

/* @unit_id: NULL: nobody can be listed. */
static void
add_cells (Units *units, const char *unit_id, const SotayMonthCounts *counts)
{
  for (guint i = 0; i < G_N_ELEMENTS (cells); i++)
    {
      guint number = G_STRUCT_MEMBER (guint, counts, cells[i].offset);
      int figure = unit_id != NULL ? add_figure (units, unit_id, i, number) : -1;

      sotay_report_table_add_number (units->table, number, figure);
      if (cells[i].has_share)
        sotay_report_table_add_share (units->table, number, counts->due, figure);
    }
  sotay_report_table_add_number (units->table, counts->newly, -1);
}

static void
add_row (Units *units, SotayMonthPart *part, const SotayMonthCounts *counts, guint indent)
{
  SotayUnit *unit = sotay_month_part_get_unit (part);

  sotay_report_table_add_row (units->table, SOTAY_ROW_PLAIN, indent);
  if (indent == 0)
    sotay_report_table_add_number (units->table, units->number++, -1);
  else
    sotay_report_table_skip (units->table);
  sotay_report_table_add_text (units->table, sotay_unit_get_name (unit));
  add_cells (units, sotay_unit_get_id (unit), counts);
}

static void
add_units (Units *units, SotayMonthPart *part, guint indent)
{
  GListModel *children = sotay_month_part_get_children (part);

  for (guint i = 0; i < g_list_model_get_n_items (children); i++)
    {
      g_autoptr (SotayMonthPart) child = g_list_model_get_item (children, i);
      const SotayMonthCounts *counts = get_counts (units->filling, child);
      static const SotayMonthCounts none;
      gboolean is_open = sotay_unit_is_open (sotay_month_part_get_unit (child),
                                             sotay_frozen_month_get_day (units->filling->data->shown));

      if (counts == NULL && !is_open)
        continue;
      add_row (units, child, counts != NULL ? counts : &none, indent);
      add_units (units, child, indent + 1);
    }
}

static SotayMonthCounts
get_total (SotayMonthFilling *filling)
{
  SotayFrozenMonth *shown = filling->data->shown;

  return (SotayMonthCounts) { (guint) sotay_frozen_month_get (shown, "phai-tap-huan"),
                              (guint) sotay_frozen_month_get (shown, "da-tap-huan"),
                              (guint) sotay_frozen_month_get (shown, "dat"),
                              (guint) sotay_frozen_month_get (shown, "moi-tap-huan") };
}

/* Those who are in none of the units of the rows. */
static void
add_others (Units *units, SotayMonthPart *part, const SotayMonthCounts *total)
{
  GListModel *children = sotay_month_part_get_children (part);
  SotayMonthCounts others = *total;

  for (guint i = 0; i < g_list_model_get_n_items (children); i++)
    {
      g_autoptr (SotayMonthPart) child = g_list_model_get_item (children, i);
      const SotayMonthCounts *counts = get_counts (units->filling, child);

      if (counts == NULL)
        continue;
      others.due -= MIN (others.due, counts->due);
      others.trained -= MIN (others.trained, counts->trained);
      others.passed -= MIN (others.passed, counts->passed);
      others.newly -= MIN (others.newly, counts->newly);
    }
  if (others.due == 0 && others.newly == 0)
    return;
  sotay_report_table_add_row (units->table, SOTAY_ROW_PLAIN, 0);
  sotay_report_table_add_number (units->table, units->number++, -1);
  sotay_report_table_add_text (units->table, "Trực thuộc, không ở đơn vị nào bên trên");
  add_cells (units, NULL, &others);
}

static void
add_total (Units *units, const SotayMonthCounts *total)
{
  SotayMonthFilling *filling = units->filling;
  SotayFrozenMonth *shown = filling->data->shown;

  sotay_report_table_add_row (units->table, SOTAY_ROW_TOTAL, 0);
  sotay_report_table_skip (units->table);
  sotay_report_table_add_text (units->table, "Tổng cộng");
  for (guint i = 0; i < G_N_ELEMENTS (cells); i++)
    {
      guint number = G_STRUCT_MEMBER (guint, total, cells[i].offset);

      sotay_report_table_add_number (units->table, number,
                                     sotay_month_filling_use_figure (filling, NULL, shown, cells[i].name));
      if (cells[i].has_share)
        sotay_report_table_add_share (units->table, number, total->due,
                                      sotay_month_filling_use_share (filling, NULL, shown, cells[i].name,
                                                                     "phai-tap-huan"));
    }
  sotay_report_table_add_number (units->table, total->newly,
                                 sotay_month_filling_use_figure (filling, NULL, shown, "moi-tap-huan"));
}

void
sotay_month_add_unit_table (SotayReportPart *part, gpointer data)
{
  SotayMonthFilling *filling = data;
  SotayMonthPart *whole = filling->data->part;
  SotayMonthCounts total = get_total (filling);
  Units units = { filling, new_table (), 1 };

  if (g_list_model_get_n_items (sotay_month_part_get_children (whole)) > 0)
    {
      add_units (&units, whole, 0);
      add_others (&units, whole, &total);
    }
  else if (sotay_month_part_get_unit (whole) != NULL)
    add_row (&units, whole, &total, 0);
  add_total (&units, &total);
  sotay_report_part_add_table (part, units.table);
}

static double
get_percent (gint64 number, gint64 of)
{
  return of > 0 ? 100.0 * (double) number / (double) of : NAN;
}

/* The report's own month and the one before as they are told in the report. */
static void
fix_point (SotayMonthFilling *filling, guint ago, SotayMonthCounts *counts)
{
  SotayFrozenMonth *told = ago == 0 ? filling->data->shown : ago == 1 ? filling->data->before : NULL;

  if (told == NULL)
    return;
  counts->due = (guint) sotay_frozen_month_get (told, "phai-tap-huan");
  counts->trained = (guint) sotay_frozen_month_get (told, "da-tap-huan");
  counts->passed = (guint) sotay_frozen_month_get (told, "dat");
}

void
sotay_month_add_progress_chart (SotayReportPart *part, gpointer data)
{
  SotayMonthFilling *filling = data;
  char *labels[SOTAY_MONTH_FIGURES_SPAN + 1] = { NULL };
  double trained[SOTAY_MONTH_FIGURES_SPAN];
  double passed[SOTAY_MONTH_FIGURES_SPAN];
  SotayReportChart *chart;

  for (guint i = 0; i < SOTAY_MONTH_FIGURES_SPAN; i++)
    {
      guint ago = SOTAY_MONTH_FIGURES_SPAN - 1 - i;
      SotayMonthCounts counts = *sotay_month_part_get_counts (filling->data->part, ago);
      const GDate *day = sotay_month_figures_get_day (filling->data->figures, ago);

      fix_point (filling, ago, &counts);
      labels[i] = sotay_date_format_month (day);
      trained[i] = get_percent (counts.trained, counts.due);
      passed[i] = get_percent (counts.passed, counts.due);
    }
  chart = sotay_report_chart_new (SOTAY_CHART_LINES, "Tiến độ tập huấn trong 12 tháng (%)",
                                  (const char *const *) labels, TRUE);
  sotay_report_chart_add_series (chart, "Đã tập huấn", trained);
  sotay_report_chart_add_series (chart, "Đạt", passed);
  sotay_report_part_add_chart (part, chart);
  for (guint i = 0; i < SOTAY_MONTH_FIGURES_SPAN; i++)
    g_free (labels[i]);
}

static int
compare_bars (gconstpointer a, gconstpointer b)
{
  const SotayMonthCounts *one = ((const Bar *) a)->counts;
  const SotayMonthCounts *other = ((const Bar *) b)->counts;
  guint64 left = (guint64) one->trained * other->due;
  guint64 right = (guint64) other->trained * one->due;

  return left < right ? -1 : left > right;
}

/* The units right below, or below the only one there. */
static GArray *
list_bars (SotayMonthFilling *filling)
{
  GArray *bars = g_array_new (FALSE, FALSE, sizeof (Bar));
  g_autoptr (SotayMonthPart) part = g_object_ref (filling->data->part);
  GListModel *children = sotay_month_part_get_children (part);

  while (g_list_model_get_n_items (children) == 1)
    {
      SotayMonthPart *only = g_list_model_get_item (children, 0);

      g_object_unref (part);
      part = only;
      children = sotay_month_part_get_children (part);
    }
  for (guint i = 0; i < g_list_model_get_n_items (children); i++)
    {
      g_autoptr (SotayMonthPart) child = g_list_model_get_item (children, i);
      Bar bar = { sotay_unit_get_name (sotay_month_part_get_unit (child)), get_counts (filling, child) };

      if (bar.counts != NULL && bar.counts->due > 0)
        g_array_append_val (bars, bar);
    }
  g_array_sort (bars, compare_bars);
  return bars;
}

void
sotay_month_add_unit_chart (SotayReportPart *part, gpointer data)
{
  g_autoptr (GArray) bars = list_bars (data);
  const char *labels[MOST_BARS + 1] = { NULL };
  double trained[MOST_BARS];
  double passed[MOST_BARS];
  guint n_bars = MIN (bars->len, MOST_BARS);
  SotayReportChart *chart;

  if (n_bars < 2)
    return;
  for (guint i = 0; i < n_bars; i++)
    {
      const Bar *bar = &g_array_index (bars, Bar, i);

      labels[i] = bar->name;
      trained[i] = get_percent (bar->counts->trained, bar->counts->due);
      passed[i] = get_percent (bar->counts->passed, bar->counts->due);
    }
  chart = sotay_report_chart_new (SOTAY_CHART_BARS,
                                  bars->len > MOST_BARS ? "20 đơn vị có tỷ lệ tập huấn thấp nhất (%)"
                                                        : "Tỷ lệ tập huấn theo đơn vị (%)", labels, TRUE);
  sotay_report_chart_add_series (chart, "Đã tập huấn", trained);
  sotay_report_chart_add_series (chart, "Đạt", passed);
  sotay_report_part_add_chart (part, chart);
}

void
sotay_month_add_utility_chart (SotayReportPart *part, gpointer data)
{
  SotayMonthFilling *filling = data;
  SotayFrozenMonth *shown = filling->data->shown;
  gint64 due = sotay_frozen_month_get (shown, "phai-tap-huan");
  const char *labels[SOTAY_N_UTILITIES + 1] = { NULL };
  double taught[SOTAY_N_UTILITIES];
  double fluent[SOTAY_N_UTILITIES];
  SotayReportChart *chart;

  for (guint i = 0; i < SOTAY_N_UTILITIES; i++)
    {
      g_autofree char *taught_name = sotay_month_measures_name_taught (i);
      g_autofree char *fluent_name = sotay_month_measures_name_fluent (i);

      labels[i] = filling->order->utilities[i];
      taught[i] = get_percent (sotay_frozen_month_get (shown, taught_name), due);
      fluent[i] = get_percent (sotay_frozen_month_get (shown, fluent_name), due);
    }
  chart = sotay_report_chart_new (SOTAY_CHART_BARS, "Kết quả theo tiện ích (% số người phải tập huấn)", labels, TRUE);
  sotay_report_chart_add_series (chart, "Đã được hướng dẫn", taught);
  sotay_report_chart_add_series (chart, "Sử dụng thành thạo", fluent);
  sotay_report_part_add_chart (part, chart);
}
