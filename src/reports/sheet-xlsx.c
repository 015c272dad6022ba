/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rows go to the disk as they come: a million of them take no more memory than one. */
#include "reports/sheet-format.h"

#include "core/dates.h"
#include "register/register-error.h"
#include "reports/xlsx-room.h"

#include <string.h>
#include <xlsxwriter.h>

#define MOST_ROWS LXW_ROW_MAX
#define NARROWEST 8
#define WIDEST 60
#define DATE_WIDTH 11
#define FILTER_WIDTH 3 /* the button beside the heading */

typedef struct
{
  char *path;
  char *name;
  const SotaySheetColumn *columns;
  guint n_columns;
  guint *widths; /* in characters */
  lxw_workbook *workbook;
  lxw_worksheet *sheet;
  guint n_sheets;
  lxw_row_t row; /* the next */
  lxw_format *heading;
  lxw_format *date;
  lxw_format *text;
} Xlsx;

static gboolean
fail (Xlsx *xlsx, lxw_error code, GError **error)
{
  g_set_error (error, SOTAY_REGISTER_ERROR, SOTAY_REGISTER_ERROR_FILE_WRITE, "%s: %s", xlsx->path,
               lxw_strerror (code));
  return FALSE;
}

static void
widen (Xlsx *xlsx, guint column, guint width)
{
  if (width > xlsx->widths[column])
    xlsx->widths[column] = MIN (width, WIDEST);
}

static lxw_error
write_date (Xlsx *xlsx, guint column, const char *iso)
{
  GDate date;
  lxw_datetime day = { 0 };

  if (sotay_date_parse_iso (iso, &date))
    {
      day.year = g_date_get_year (&date);
      day.month = g_date_get_month (&date);
      day.day = g_date_get_day (&date);
      widen (xlsx, column, DATE_WIDTH);
      return worksheet_write_datetime (xlsx->sheet, xlsx->row, column, &day, xlsx->date);
    }
  if (strlen (iso) == 4 && strspn (iso, "0123456789") == 4)
    return worksheet_write_number (xlsx->sheet, xlsx->row, column, (double) g_ascii_strtoull (iso, NULL, 10), NULL);
  return worksheet_write_string (xlsx->sheet, xlsx->row, column, iso, xlsx->text);
}

static lxw_error
write_cell (Xlsx *xlsx, guint column, const char *cell)
{
  if (xlsx->columns[column].kind == SOTAY_SHEET_DATE)
    return write_date (xlsx, column, cell);
  widen (xlsx, column, (guint) g_utf8_strlen (cell, -1) + 1);
  return worksheet_write_string (xlsx->sheet, xlsx->row, column, cell, xlsx->text);
}

/* The first row stays in view, each column is as wide as its cells, and each can be filtered. */
static void
end_sheet (Xlsx *xlsx)
{
  for (guint i = 0; i < xlsx->n_columns; i++)
    worksheet_set_column (xlsx->sheet, i, i, xlsx->widths[i], NULL);
  worksheet_autofilter (xlsx->sheet, 0, 0, MAX (xlsx->row, 1) - 1, (lxw_col_t) (xlsx->n_columns - 1));
}

static gboolean
begin_sheet (Xlsx *xlsx, GError **error)
{
  g_autofree char *name = xlsx->n_sheets == 0 ? g_strdup (xlsx->name)
                                              : g_strdup_printf ("%s (%u)", xlsx->name, xlsx->n_sheets + 1);

  xlsx->sheet = workbook_add_worksheet (xlsx->workbook, name);
  if (xlsx->sheet == NULL)
    return fail (xlsx, LXW_ERROR_MEMORY_MALLOC_FAILED, error);
  xlsx->n_sheets++;
  xlsx->row = 0;
  for (guint i = 0; i < xlsx->n_columns; i++)
    {
      const char *title = xlsx->columns[i].title;

      xlsx->widths[i] = MAX (NARROWEST, (guint) g_utf8_strlen (title, -1) + FILTER_WIDTH);
      worksheet_write_string (xlsx->sheet, 0, i, title, xlsx->heading);
    }
  worksheet_freeze_panes (xlsx->sheet, 1, 0);
  xlsx->row = 1;
  return TRUE;
}

static gboolean
xlsx_add_row (gpointer data, const char *const *cells, GError **error)
{
  Xlsx *xlsx = data;

  if (xlsx->row == MOST_ROWS)
    {
      end_sheet (xlsx);
      if (!begin_sheet (xlsx, error))
        return FALSE;
    }
  for (guint i = 0; i < xlsx->n_columns; i++)
    {
      lxw_error code = cells[i] != NULL ? write_cell (xlsx, i, cells[i]) : LXW_NO_ERROR;

      if (code != LXW_NO_ERROR)
        return fail (xlsx, code, error);
    }
  xlsx->row++;
  return TRUE;
}

static void
xlsx_free (Xlsx *xlsx)
{
  g_free (xlsx->widths);
  g_free (xlsx->path);
  g_free (xlsx->name);
  g_free (xlsx);
}

static gboolean
xlsx_close (gpointer data, GError **error)
{
  Xlsx *xlsx = data;
  gboolean room = sotay_xlsx_check_room (xlsx->path, error);
  lxw_error code;

  end_sheet (xlsx);
  code = workbook_close (xlsx->workbook);
  if (room && code != LXW_NO_ERROR)
    room = sotay_xlsx_check_room (xlsx->path, error) && fail (xlsx, code, error);
  xlsx_free (xlsx);
  return room;
}

static gpointer
xlsx_open (SotayOutputFile *file, const char *name, const SotaySheetColumn *columns, guint n_columns, GError **error)
{
  const char *path = sotay_output_file_get_path (file);
  g_autofree char *folder = g_path_get_dirname (path);
  lxw_workbook_options options = { .constant_memory = LXW_TRUE, .tmpdir = folder };
  Xlsx *xlsx = g_new0 (Xlsx, 1);

  xlsx->path = g_strdup (path);
  xlsx->name = g_strdup (name);
  xlsx->columns = columns;
  xlsx->n_columns = n_columns;
  xlsx->widths = g_new0 (guint, n_columns);
  xlsx->workbook = workbook_new_opt (path, &options);
  if (xlsx->workbook == NULL)
    {
      fail (xlsx, LXW_ERROR_MEMORY_MALLOC_FAILED, error);
      xlsx_free (xlsx);
      return NULL;
    }
  xlsx->heading = workbook_add_format (xlsx->workbook);
  format_set_bold (xlsx->heading);
  xlsx->date = workbook_add_format (xlsx->workbook);
  format_set_num_format (xlsx->date, "dd/mm/yyyy");
  xlsx->text = workbook_add_format (xlsx->workbook);
  format_set_num_format (xlsx->text, "@");
  if (begin_sheet (xlsx, error))
    return xlsx;
  workbook_close (xlsx->workbook);
  xlsx_free (xlsx);
  return NULL;
}

const SotaySheetFormat sotay_sheet_xlsx = { ".xlsx", xlsx_open, xlsx_add_row, xlsx_close };
