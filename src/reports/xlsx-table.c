/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "reports/xlsx-table.h"

#include "core/dates.h"
#include "core/numbers.h"
#include "reports/clean-text.h"
#include "reports/report-words.h"

#define NARROWEST 6
#define WIDEST 50
#define POINTS_PER_MILLIMETRE (72 / 25.4)
#define HUNDREDTHS 10000.0 /* of a percent, in a whole */
#define MOST_DESCRIPTION 500 /* letters: the library cuts after 2,000 bytes, and through a letter */
#define ROWS_AT_A_TIME 1024
/* A chart, in pixels. */
#define CHART_WIDTH 800
#define CHART_HEIGHT 420

typedef struct
{
  SotayXlsxBook *book;
  const SotayReportTable *table;
  lxw_worksheet *sheet;
  guint n_columns;
  guint n_head; /* rows */
  guint *widths;
} Sheet;

static void
widen (Sheet *sheet, guint column, const char *text)
{
  guint length = (guint) g_utf8_strlen (text, -1) + 2;

  sheet->widths[column] = MAX (sheet->widths[column], MIN (length, WIDEST));
}

static lxw_format *
find_head_format (Sheet *sheet)
{
  return sotay_xlsx_book_get_format (sheet->book, SOTAY_CELL_TEXT, SOTAY_ALIGN_CENTRE,
                                     SOTAY_XLSX_BOLD | SOTAY_XLSX_BORDERS, 0);
}

static guint
count_group (const SotayReportTable *table, guint first)
{
  const char *group = sotay_report_table_get_column (table, first)->group;
  guint end = first + 1;

  while (end < sotay_report_table_get_n_columns (table)
         && g_strcmp0 (sotay_report_table_get_column (table, end)->group, group) == 0)
    end++;
  return end - first;
}

static gboolean
has_groups (const SotayReportTable *table)
{
  for (guint i = 0; i < sotay_report_table_get_n_columns (table); i++)
    if (sotay_report_table_get_column (table, i)->group != NULL)
      return TRUE;
  return FALSE;
}

static void
write_head (Sheet *sheet)
{
  lxw_format *format = find_head_format (sheet);
  gboolean groups = has_groups (sheet->table);

  sheet->n_head = groups ? 2 : 1;
  for (guint i = 0; i < sheet->n_columns; i++)
    {
      const SotayReportColumn *column = sotay_report_table_get_column (sheet->table, i);
      lxw_col_t place = (lxw_col_t) i;

      if (column->group != NULL)
        sotay_xlsx_write_text (sheet->sheet, 1, place, 1, place, column->title, format);
      else
        sotay_xlsx_write_text (sheet->sheet, 0, place, sheet->n_head - 1, place, column->title, format);
      if (column->group != NULL
          && (i == 0 || g_strcmp0 (sotay_report_table_get_column (sheet->table, i - 1)->group, column->group) != 0))
        sotay_xlsx_write_text (sheet->sheet, 0, place, 0, (lxw_col_t) (i + count_group (sheet->table, i) - 1),
                               column->group, format);
      widen (sheet, i, column->title);
    }
}

static void
write_date (Sheet *sheet, lxw_row_t row, guint column, const char *iso, SotayCellAlign align, SotayXlsxLook look)
{
  GDate date;
  lxw_datetime day = { 0 };
  lxw_format *format;

  widen (sheet, column, "00/00/0000");
  if (!sotay_date_parse_iso (iso, &date))
    {
      g_autofree char *shown = sotay_date_format_iso (iso);

      format = sotay_xlsx_book_get_format (sheet->book, SOTAY_CELL_TEXT, align, look, 0);
      sotay_xlsx_write_text (sheet->sheet, row, (lxw_col_t) column, row, (lxw_col_t) column, shown, format);
      return;
    }
  day.year = g_date_get_year (&date);
  day.month = g_date_get_month (&date);
  day.day = g_date_get_day (&date);
  format = sotay_xlsx_book_get_format (sheet->book, SOTAY_CELL_DATE, align, look, 0);
  worksheet_write_datetime (sheet->sheet, row, (lxw_col_t) column, &day, format);
}

static void
write_number (Sheet *sheet, lxw_row_t row, guint column, const SotayReportCell *cell, lxw_format *format)
{
  double value = (double) cell->number;

  /* The share as every format shows it, not one digit more. */
  if (cell->kind == SOTAY_CELL_SHARE)
    value = sotay_percent_hundredths (cell->number, cell->out_of) / HUNDREDTHS;
  worksheet_write_number (sheet->sheet, row, (lxw_col_t) column, value, format);
}

static void
write_cell (Sheet *sheet, lxw_row_t place, guint row, guint column, SotayXlsxLook look, guint indent)
{
  const SotayReportCell *cell = sotay_report_table_get_cell (sheet->table, row, column);
  SotayCellAlign align = sotay_report_table_get_column (sheet->table, column)->align;
  gboolean counts = cell->kind == SOTAY_CELL_NUMBER || (cell->kind == SOTAY_CELL_SHARE && cell->out_of > 0);
  g_autofree char *text = sotay_report_cell_format (cell);

  if (cell->kind == SOTAY_CELL_DATE && cell->text != NULL)
    {
      write_date (sheet, place, column, cell->text, align, look);
      return;
    }
  widen (sheet, column, text);
  if (counts)
    write_number (sheet, place, column, cell, sotay_xlsx_book_get_format (sheet->book, cell->kind, align, look, 0));
  else
    sotay_xlsx_write_text (sheet->sheet, place, (lxw_col_t) column, place, (lxw_col_t) column, text,
                           sotay_xlsx_book_get_format (sheet->book, SOTAY_CELL_TEXT, align, look, indent));
}

static void
write_section (Sheet *sheet, lxw_row_t place, guint row)
{
  g_autofree char *text = sotay_report_cell_format (sotay_report_table_get_cell (sheet->table, row, 0));

  sotay_xlsx_write_text (sheet->sheet, place, 0, place, (lxw_col_t) (sheet->n_columns - 1), text,
                         sotay_xlsx_book_get_format (sheet->book, SOTAY_CELL_TEXT, SOTAY_ALIGN_LEFT,
                                                     SOTAY_XLSX_BOLD | SOTAY_XLSX_BORDERS, 0));
}

static void
write_row (Sheet *sheet, lxw_row_t place, guint row)
{
  SotayRowStyle style = sotay_report_table_get_style (sheet->table, row);
  SotayXlsxLook look = SOTAY_XLSX_BORDERS | (style == SOTAY_ROW_TOTAL ? SOTAY_XLSX_BOLD : 0);
  guint indent = sotay_report_table_get_indent (sheet->table, row);
  double height = sotay_report_table_get_row_height (sheet->table);

  if (height > 0)
    worksheet_set_row (sheet->sheet, place, height * POINTS_PER_MILLIMETRE, NULL);
  if (style == SOTAY_ROW_SECTION)
    {
      write_section (sheet, place, row);
      return;
    }
  for (guint i = 0; i < sheet->n_columns; i++)
    {
      const SotayReportColumn *column = sotay_report_table_get_column (sheet->table, i);
      gboolean moves = column->kind == SOTAY_CELL_TEXT && column->align == SOTAY_ALIGN_LEFT;

      write_cell (sheet, place, row, i, look, moves ? indent : 0);
      if (moves)
        indent = 0;
    }
}

static void
end_sheet (Sheet *sheet)
{
  for (guint i = 0; i < sheet->n_columns; i++)
    worksheet_set_column (sheet->sheet, (lxw_col_t) i, (lxw_col_t) i, sheet->widths[i], NULL);
  worksheet_freeze_panes (sheet->sheet, sheet->n_head, 0);
  worksheet_repeat_rows (sheet->sheet, 0, sheet->n_head - 1);
}

/* Returns: (nullable): the sheet, which holds as many rows as fit, from row *done on; NULL: cancelled */
static lxw_worksheet *
add_sheet (SotayXlsxBook *book, const SotayReportTable *table, gboolean landscape, guint *done,
           GCancellable *cancellable)
{
  guint n_columns = sotay_report_table_get_n_columns (table);
  g_autofree guint *widths = g_new (guint, n_columns);
  Sheet sheet = { book, table, NULL, n_columns, 0, widths };
  lxw_row_t place;

  for (guint i = 0; i < n_columns; i++)
    widths[i] = NARROWEST;
  sheet.sheet = sotay_xlsx_book_add_sheet (book, sotay_report_table_get_name (table), landscape);
  write_head (&sheet);
  for (place = sheet.n_head; place < LXW_ROW_MAX && *done < sotay_report_table_get_n_rows (table); place++, (*done)++)
    {
      if (*done % ROWS_AT_A_TIME == 0 && g_cancellable_is_cancelled (cancellable))
        return NULL;
      write_row (&sheet, place, *done);
    }
  end_sheet (&sheet);
  return sheet.sheet;
}

const char *
sotay_xlsx_add_table (SotayXlsxBook *book, const SotayReportTable *table, gboolean landscape,
                      GCancellable *cancellable)
{
  lxw_worksheet *first = NULL;
  guint done = 0;

  if (sotay_report_table_get_n_columns (table) == 0)
    return NULL;
  do
    {
      lxw_worksheet *sheet = add_sheet (book, table, landscape, &done, cancellable);

      if (sheet == NULL)
        return NULL;
      if (first == NULL)
        first = sheet;
    }
  while (done < sotay_report_table_get_n_rows (table));
  return first->name;
}

/* Told apart without colours. */
static void
set_look (lxw_chart_series *series, const SotayReportChart *chart, guint number)
{
  static const guint8 dashes[]
      = { LXW_CHART_LINE_DASH_SOLID, LXW_CHART_LINE_DASH_DASH, LXW_CHART_LINE_DASH_ROUND_DOT };
  static const guint8 markers[]
      = { LXW_CHART_MARKER_CIRCLE, LXW_CHART_MARKER_SQUARE, LXW_CHART_MARKER_TRIANGLE };
  static const lxw_color_t shades[] = { 0x1a5fb4, 0x9a9996, 0xdeddda };
  guint look = number % G_N_ELEMENTS (shades);
  lxw_chart_line line = { .color = look == 0 ? 0x1a5fb4 : 0x3d3846, .width = 2, .dash_type = dashes[look] };
  lxw_chart_line edge = { .color = 0x3d3846, .width = 0.75 };
  lxw_chart_fill fill = { .color = shades[look] };

  if (chart->kind == SOTAY_CHART_LINES)
    {
      chart_series_set_line (series, &line);
      chart_series_set_marker_type (series, markers[look]);
      return;
    }
  chart_series_set_fill (series, &fill);
  chart_series_set_line (series, &edge);
}

static void
fill_chart (lxw_chart *drawn, const SotayReportChart *chart, const char *name)
{
  lxw_chart_axis *values = chart->kind == SOTAY_CHART_BARS ? drawn->x_axis : drawn->y_axis;
  lxw_chart_line grid = { .color = 0xdeddda, .width = 0.75 };

  for (guint i = 0; i < chart->series->len; i++)
    {
      lxw_chart_series *series = chart_add_series (drawn, NULL, NULL);
      lxw_col_t column = (lxw_col_t) (i + 1);

      chart_series_set_categories (series, name, 1, 0, chart->n_labels, 0);
      chart_series_set_values (series, name, 1, column, chart->n_labels, column);
      chart_series_set_name_range (series, name, 0, column);
      set_look (series, chart, i);
    }
  if (chart->series->len == 1)
    chart_legend_set_position (drawn, LXW_CHART_LEGEND_NONE);
  else
    chart_legend_set_position (drawn, LXW_CHART_LEGEND_BOTTOM);
  /* The first bar on top, the numbers still at the bottom. */
  if (chart->kind == SOTAY_CHART_BARS)
    {
      chart_axis_set_reverse (drawn->y_axis);
      chart_axis_set_label_position (drawn->x_axis, LXW_CHART_AXIS_LABEL_POSITION_HIGH);
    }
  chart_axis_set_num_format (values, chart->percent ? "0%" : "#,##0");
  chart_axis_set_min (values, 0);
  chart_axis_major_gridlines_set_line (values, &grid);
}

static void
draw (SotayXlsxBook *book, lxw_worksheet *sheet, const SotayReportChart *chart)
{
  lxw_chart *drawn = workbook_add_chart (sotay_xlsx_book_get (book),
                                         chart->kind == SOTAY_CHART_LINES ? LXW_CHART_LINE : LXW_CHART_BAR);
  g_autofree char *described = sotay_report_chart_describe (chart);
  g_autofree char *clean = sotay_report_clean (described);
  g_autofree char *words = g_utf8_substring (clean, 0, MIN (g_utf8_strlen (clean, -1), MOST_DESCRIPTION));
  lxw_chart_options options = { .description = words };
  lxw_col_t place = (lxw_col_t) (chart->series->len + 2);

  fill_chart (drawn, chart, sheet->name);
  /* By a cell: what is given as text and begins with "=" would be a formula. */
  if (chart->title != NULL)
    {
      sotay_xlsx_write_text (sheet, 0, place, 0, place, chart->title,
                             sotay_xlsx_book_get_format (book, SOTAY_CELL_TEXT, SOTAY_ALIGN_LEFT, SOTAY_XLSX_BOLD, 0));
      worksheet_set_column (sheet, place, place, WIDEST, NULL);
      chart_title_set_name_range (drawn, sheet->name, 0, place);
    }
  options.x_scale = CHART_WIDTH / 480.0;
  options.y_scale = CHART_HEIGHT / 288.0;
  worksheet_insert_chart_opt (sheet, 2, place, drawn, &options);
}

const char *
sotay_xlsx_add_chart (SotayXlsxBook *book, const SotayReportChart *chart, GCancellable *cancellable)
{
  g_autoptr (SotayReportTable) values = sotay_report_chart_to_table (chart);
  guint done = 0;
  lxw_worksheet *sheet = add_sheet (book, values, TRUE, &done, cancellable);

  if (sheet == NULL)
    return NULL;
  if (chart->n_labels > 0 && chart->series->len > 0)
    draw (book, sheet, chart);
  return sheet->name;
}
