/* SPDX-License-Identifier: GPL-3.0-or-later */
/* UTF-8 with a mark, by which Excel knows it; lines end as on Windows. */
#include "reports/sheet-format.h"

#include "core/dates.h"
#include "core/system.h"
#include "register/csv-file.h"

#define MARK "\xef\xbb\xbf"
#define BUFFER_BYTES (256 * 1024)

typedef struct
{
  char *path;
  int fd;
  const SotaySheetColumn *columns;
  guint n_columns;
  GString *buffer;
} Csv;

static gboolean
flush (Csv *csv, GError **error)
{
  g_autoptr (GError) failure = NULL;

  if (!sotay_system_write (csv->fd, csv->path, csv->buffer->str, csv->buffer->len, &failure))
    return sotay_sheet_fail (failure, error);
  g_string_truncate (csv->buffer, 0);
  return TRUE;
}

/* "dd/mm/yyyy", as Vietnamese spreadsheets read a date. */
static void
append_date (GString *buffer, const char *iso)
{
  GDate date;

  if (sotay_date_parse_iso (iso, &date))
    g_string_append_printf (buffer, "%02d/%02d/%04d", g_date_get_day (&date), g_date_get_month (&date),
                            g_date_get_year (&date));
  else
    sotay_csv_append (buffer, iso);
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
        append_date (csv->buffer, cells[i]);
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
  g_autoptr (GError) failure = NULL;
  gboolean done = flush (csv, error);

  if (!sotay_system_close (csv->fd, csv->path, &failure) && done)
    done = sotay_sheet_fail (failure, error);
  g_string_free (csv->buffer, TRUE);
  g_free (csv->path);
  g_free (csv);
  return done;
}

static gpointer
csv_open (const char *path, const char *name, const SotaySheetColumn *columns, guint n_columns, GError **error)
{
  g_autoptr (GError) failure = NULL;
  int fd = sotay_system_open_file (path, 0666, &failure);
  Csv *csv;

  if (fd < 0)
    {
      sotay_sheet_fail (failure, error);
      return NULL;
    }
  csv = g_new0 (Csv, 1);
  csv->path = g_strdup (path);
  csv->fd = fd;
  csv->columns = columns;
  csv->n_columns = n_columns;
  csv->buffer = g_string_sized_new (BUFFER_BYTES);
  g_string_append (csv->buffer, MARK);
  for (guint i = 0; i < n_columns; i++)
    {
      sotay_csv_append (csv->buffer, columns[i].title);
      g_string_append (csv->buffer, i + 1 < n_columns ? "," : "\r\n");
    }
  return csv;
}

const SotaySheetFormat sotay_sheet_csv = { ".csv", csv_open, csv_add_row, csv_close };
