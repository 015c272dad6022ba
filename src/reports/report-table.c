/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "reports/report-table.h"

#include "core/dates.h"
#include "core/numbers.h"
#include "reports/clean-text.h"

#define CHUNK_BYTES 16384

typedef struct
{
  SotayRowStyle style;
  guint indent;
} Row;

struct _SotayReportTable
{
  char *name;
  double row_height;
  GArray *columns; /* SotayReportColumn */
  GArray *rows;    /* Row */
  GArray *cells;   /* SotayReportCell, row after row */
  guint n_set;     /* cells of the last row */
  GStringChunk *texts;
};

static void
clear_column (gpointer data)
{
  SotayReportColumn *column = data;

  g_free (column->title);
  g_free (column->group);
}

SotayReportTable *
sotay_report_table_new (const char *name)
{
  SotayReportTable *table = g_new0 (SotayReportTable, 1);

  table->name = g_strdup (name);
  table->columns = g_array_new (FALSE, TRUE, sizeof (SotayReportColumn));
  g_array_set_clear_func (table->columns, clear_column);
  table->rows = g_array_new (FALSE, TRUE, sizeof (Row));
  table->cells = g_array_new (FALSE, TRUE, sizeof (SotayReportCell));
  table->texts = g_string_chunk_new (CHUNK_BYTES);
  return table;
}

void
sotay_report_table_free (SotayReportTable *table)
{
  g_array_unref (table->columns);
  g_array_unref (table->rows);
  g_array_unref (table->cells);
  g_string_chunk_free (table->texts);
  g_free (table->name);
  g_free (table);
}

void
sotay_report_table_add_column (SotayReportTable *table, const char *title, const char *group, double width,
                               SotayCellKind kind, SotayCellAlign align)
{
  SotayReportColumn column = { sotay_report_clean (title), NULL, width, kind, align };

  g_return_if_fail (table->rows->len == 0 && width > 0);
  column.group = group != NULL ? sotay_report_clean (group) : NULL;
  g_array_append_val (table->columns, column);
}

void
sotay_report_table_add_row (SotayReportTable *table, SotayRowStyle style, guint indent)
{
  Row row = { style, indent };
  guint first = table->cells->len;

  g_array_append_val (table->rows, row);
  g_array_set_size (table->cells, first + table->columns->len);
  for (guint i = first; i < table->cells->len; i++)
    g_array_index (table->cells, SotayReportCell, i).figure = -1;
  table->n_set = 0;
}

static SotayReportCell *
next_cell (SotayReportTable *table)
{
  guint first = table->cells->len - table->columns->len;

  g_assert (table->rows->len > 0 && table->n_set < table->columns->len);
  return &g_array_index (table->cells, SotayReportCell, first + table->n_set++);
}

static void
add_words (SotayReportTable *table, const char *text, SotayCellKind kind)
{
  SotayReportCell *cell = next_cell (table);
  g_autofree char *clean = text != NULL ? sotay_report_clean (text) : NULL;

  cell->kind = kind;
  cell->text = clean != NULL && *clean != '\0' ? g_string_chunk_insert_const (table->texts, clean) : NULL;
}

void
sotay_report_table_add_text (SotayReportTable *table, const char *text)
{
  add_words (table, text, SOTAY_CELL_TEXT);
}

void
sotay_report_table_add_date (SotayReportTable *table, const char *iso)
{
  add_words (table, iso, SOTAY_CELL_DATE);
}

void
sotay_report_table_add_number (SotayReportTable *table, gint64 number, int figure)
{
  SotayReportCell *cell = next_cell (table);

  cell->kind = SOTAY_CELL_NUMBER;
  cell->number = number;
  cell->figure = figure;
}

void
sotay_report_table_add_share (SotayReportTable *table, gint64 number, gint64 out_of, int figure)
{
  SotayReportCell *cell = next_cell (table);

  cell->kind = SOTAY_CELL_SHARE;
  cell->number = number;
  cell->out_of = out_of;
  cell->figure = figure;
}

void
sotay_report_table_skip (SotayReportTable *table)
{
  next_cell (table);
}

void
sotay_report_table_set_row_height (SotayReportTable *table, double millimetres)
{
  table->row_height = millimetres;
}

const char *
sotay_report_table_get_name (const SotayReportTable *table)
{
  return table->name;
}

double
sotay_report_table_get_row_height (const SotayReportTable *table)
{
  return table->row_height;
}

guint
sotay_report_table_get_n_columns (const SotayReportTable *table)
{
  return table->columns->len;
}

guint
sotay_report_table_get_n_rows (const SotayReportTable *table)
{
  return table->rows->len;
}

const SotayReportColumn *
sotay_report_table_get_column (const SotayReportTable *table, guint column)
{
  g_return_val_if_fail (column < table->columns->len, NULL);
  return &g_array_index (table->columns, SotayReportColumn, column);
}

SotayRowStyle
sotay_report_table_get_style (const SotayReportTable *table, guint row)
{
  g_return_val_if_fail (row < table->rows->len, SOTAY_ROW_PLAIN);
  return g_array_index (table->rows, Row, row).style;
}

guint
sotay_report_table_get_indent (const SotayReportTable *table, guint row)
{
  g_return_val_if_fail (row < table->rows->len, 0);
  return g_array_index (table->rows, Row, row).indent;
}

const SotayReportCell *
sotay_report_table_get_cell (const SotayReportTable *table, guint row, guint column)
{
  g_return_val_if_fail (row < table->rows->len && column < table->columns->len, NULL);
  return &g_array_index (table->cells, SotayReportCell, (gsize) row * table->columns->len + column);
}

char *
sotay_report_cell_format (const SotayReportCell *cell)
{
  switch (cell->kind)
    {
    case SOTAY_CELL_NUMBER:
      return sotay_number_format (cell->number);
    case SOTAY_CELL_SHARE:
      return sotay_percent_format (cell->number, cell->out_of);
    case SOTAY_CELL_DATE:
      return cell->text != NULL ? sotay_date_format_iso (cell->text) : g_strdup ("");
    case SOTAY_CELL_TEXT:
    default:
      return g_strdup (cell->text != NULL ? cell->text : "");
    }
}
