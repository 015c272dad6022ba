/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "reports/report-csv.h"

#include "register/csv-file.h"
#include "reports/clean-text.h"
#include "reports/report-words.h"
#include "reports/sheet-format.h"

#define BUFFER_BYTES (256 * 1024)
#define LINE_END "\r\n"

typedef struct
{
  SotayOutputFile *file;
  GString *buffer;
  GCancellable *cancellable;
} Csv;

static gboolean
flush (Csv *csv, gsize least, GError **error)
{
  gboolean done;

  if (g_cancellable_set_error_if_cancelled (csv->cancellable, error))
    return FALSE;
  if (csv->buffer->len < least)
    return TRUE;
  done = sotay_output_file_write (csv->file, csv->buffer->str, csv->buffer->len, error);
  g_string_truncate (csv->buffer, 0);
  return done;
}

static void
append_text (GString *row, const char *text)
{
  g_autofree char *clean = sotay_report_clean (text != NULL ? text : "");

  sotay_csv_append (row, clean);
}

static void
append_cell (GString *row, const SotayReportCell *cell)
{
  g_autofree char *shown = NULL;

  switch (cell->kind)
    {
    case SOTAY_CELL_NUMBER:
      g_string_append_printf (row, "%" G_GINT64_FORMAT, cell->number);
      break;
    case SOTAY_CELL_DATE:
      if (cell->text != NULL)
        sotay_sheet_append_date (row, cell->text);
      break;
    case SOTAY_CELL_SHARE:
    case SOTAY_CELL_TEXT:
    default:
      shown = sotay_report_cell_format (cell);
      sotay_csv_append (row, shown);
    }
}

static void
append_head (GString *row, const SotayReportTable *table)
{
  for (guint i = 0; i < sotay_report_table_get_n_columns (table); i++)
    {
      const SotayReportColumn *column = sotay_report_table_get_column (table, i);
      g_autofree char *whole = column->group != NULL ? g_strconcat (column->group, ": ", column->title, NULL) : NULL;

      if (i > 0)
        g_string_append_c (row, ',');
      append_text (row, whole != NULL ? whole : column->title);
    }
  g_string_append (row, LINE_END);
}

static gboolean
write_table (Csv *csv, const SotayReportTable *table, GError **error)
{
  g_string_append (csv->buffer, LINE_END);
  if (sotay_report_table_get_name (table) != NULL)
    {
      append_text (csv->buffer, sotay_report_table_get_name (table));
      g_string_append (csv->buffer, LINE_END);
    }
  append_head (csv->buffer, table);
  for (guint row = 0; row < sotay_report_table_get_n_rows (table); row++)
    {
      for (guint i = 0; i < sotay_report_table_get_n_columns (table); i++)
        {
          if (i > 0)
            g_string_append_c (csv->buffer, ',');
          append_cell (csv->buffer, sotay_report_table_get_cell (table, row, i));
        }
      g_string_append (csv->buffer, LINE_END);
      if (!flush (csv, BUFFER_BYTES, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
write_block (Csv *csv, const SotayReportBlock *block, GError **error)
{
  g_autoptr (SotayReportTable) values = NULL;

  if (block->kind == SOTAY_REPORT_BLOCK_CHART)
    values = sotay_report_chart_to_table (block->chart);
  return (block->kind != SOTAY_REPORT_BLOCK_TABLE && values == NULL)
         || write_table (csv, values != NULL ? values : block->table, error);
}

static void
append_figures (GString *rows, SotayReport *report)
{
  g_autofree char *title = sotay_report_get_title (report);

  append_text (rows, title);
  g_string_append (rows, LINE_END LINE_END "Chỉ tiêu,Số,Trên tổng số,Thể hiện,Cách tính" LINE_END);
  for (guint i = 0; i < report->figures->len; i++)
    {
      const SotayReportFigure *figure = report->figures->pdata[i];
      g_autofree char *shown = sotay_report_figure_format (figure);

      append_text (rows, figure->name);
      g_string_append_printf (rows, ",%" G_GINT64_FORMAT ",", figure->number);
      if (figure->kind == SOTAY_REPORT_FIGURE_SHARE)
        g_string_append_printf (rows, "%" G_GINT64_FORMAT, figure->out_of);
      g_string_append_c (rows, ',');
      sotay_csv_append (rows, shown);
      g_string_append_c (rows, ',');
      append_text (rows, figure->rule);
      g_string_append (rows, LINE_END);
    }
}

static gboolean
write_parts (Csv *csv, SotayReport *report, const SotayAdvance *advance, GError **error)
{
  for (guint i = 0; i < report->parts->len; i++)
    {
      const SotayReportPart *part = report->parts->pdata[i];

      for (guint j = 0; j < part->blocks->len; j++)
        if (!write_block (csv, part->blocks->pdata[j], error))
          return FALSE;
      sotay_advance_tell (advance, i + 1, report->parts->len);
    }
  return flush (csv, 0, error);
}

gboolean
sotay_report_write_csv (SotayReport *report, const char *path, const SotayAdvance *advance,
                        GCancellable *cancellable, GError **error)
{
  g_autoptr (SotayOutputFile) file = sotay_output_file_new (path, error);
  g_autoptr (GString) buffer = g_string_new (SOTAY_SHEET_MARK);
  Csv csv = { file, buffer, cancellable };

  if (file == NULL)
    return FALSE;
  append_figures (buffer, report);
  return write_parts (&csv, report, advance, error) && sotay_output_file_finish (file, error);
}
