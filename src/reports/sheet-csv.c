/* SPDX-License-Identifier: GPL-3.0-or-later */
/* UTF-8 with a mark, by which Excel knows it; lines end as on Windows. */
#include "reports/sheet-format.h"

#include "core/dates.h"
#include "register/csv-file.h"

#define BUFFER_BYTES (256 * 1024)

typedef struct
{
  SotayOutputFile *file;
  const SotaySheetColumn *columns;
  guint n_columns;
  GString *buffer;
} Csv;

static gboolean
flush (Csv *csv, GError **error)
{
  gboolean done = sotay_output_file_write (csv->file, csv->buffer->str, csv->buffer->len, error);

  g_string_truncate (csv->buffer, 0);
  return done;
}

void
sotay_sheet_append_date (GString *row, const char *iso)
{
  GDate date;

  if (sotay_date_parse_iso (iso, &date))
    g_string_append_printf (row, "%02d/%02d/%04d", g_date_get_day (&date), g_date_get_month (&date),
                            g_date_get_year (&date));
  else
    sotay_csv_append (row, iso);
}

static gboolean
csv_add_row (gpointer data, const char *const *cells, GError **error)
{
  Csv *csv = data;

  for (guint i = 0; i < csv->n_columns; i++)
    {
      if (i > 0)
        g_string_append_c (csv->buffer, ',');
      if (cells[i] != NULL && csv->columns[i].kind == SOTAY_SHEET_DATE)
        sotay_sheet_append_date (csv->buffer, cells[i]);
      else if (cells[i] != NULL)
        sotay_csv_append (csv->buffer, cells[i]);
    }
  g_string_append (csv->buffer, "\r\n");
  return csv->buffer->len < BUFFER_BYTES || flush (csv, error);
}

static gboolean
csv_close (gpointer data, GError **error)
{
  Csv *csv = data;
  gboolean done = flush (csv, error);

  g_string_free (csv->buffer, TRUE);
  g_free (csv);
  return done;
}

static gpointer
csv_open (SotayOutputFile *file, const char *name, const SotaySheetColumn *columns, guint n_columns, GError **error)
{
  Csv *csv = g_new0 (Csv, 1);

  csv->file = file;
  csv->columns = columns;
  csv->n_columns = n_columns;
  csv->buffer = g_string_sized_new (BUFFER_BYTES);
  g_string_append (csv->buffer, SOTAY_SHEET_MARK);
  for (guint i = 0; i < n_columns; i++)
    {
      sotay_csv_append (csv->buffer, columns[i].title);
      g_string_append (csv->buffer, i + 1 < n_columns ? "," : "\r\n");
    }
  return csv;
}

const SotaySheetFormat sotay_sheet_csv = { ".csv", csv_open, csv_add_row, csv_close };
