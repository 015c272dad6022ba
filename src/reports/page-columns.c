/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "reports/page-columns.h"

#include <math.h>
#include <string.h>

#define PADDING_PART 0.3 /* of the size of the letters */

/* A word that is longer than this part of the table may be broken. */
#define LONGEST_WORD 0.3

/* The form asks for 12 to 13; smaller only where the words of a table would break. */
static const double sizes[] = { 13, 12, 11, 10, 9, 8, 7, 6 };
#define FEW_COLUMNS 5 /* for the largest */

const char *
sotay_page_columns_get_text (const SotayReportCell *cell, char **buffer)
{
  if (cell->kind == SOTAY_CELL_TEXT)
    return cell->text != NULL ? cell->text : "";
  *buffer = sotay_report_cell_format (cell);
  return *buffer;
}

/* At size 1. Words that only a layout can measure break anywhere: they ask for no room. */
static double
measure_longest_word (SotayPagePen *pen, const char *text, gboolean bold)
{
  double longest = 0;

  while (*text != '\0')
    {
      gsize length = strcspn (text, " ");
      double width = sotay_page_pen_bound (pen, (SotayPageFont){ 1, bold, FALSE }, text, (gssize) length);

      if (isfinite (width))
        longest = MAX (longest, width);
      text += length + strspn (text + length, " ");
    }
  return longest;
}

/* Numbers and dates stay in one line. */
static double
measure_cell (SotayPagePen *pen, const SotayReportCell *cell, gboolean bold)
{
  g_autofree char *buffer = NULL;
  const char *text = sotay_page_columns_get_text (cell, &buffer);

  if (cell->kind == SOTAY_CELL_TEXT)
    return measure_longest_word (pen, text, bold);
  return sotay_page_pen_bound (pen, (SotayPageFont){ 1, bold, FALSE }, text, -1);
}

/* Returns: (array) (transfer full): the width that each column needs at size 1, without padding */
static double *
measure_needs (SotayPagePen *pen, const SotayReportTable *table)
{
  guint n_columns = sotay_report_table_get_n_columns (table);
  guint n_rows = sotay_report_table_get_n_rows (table);
  double *needs = g_new0 (double, n_columns);

  for (guint i = 0; i < n_columns; i++)
    needs[i] = measure_longest_word (pen, sotay_report_table_get_column (table, i)->title, TRUE);
  for (guint row = 0; row < n_rows; row++)
    {
      SotayRowStyle style = sotay_report_table_get_style (table, row);

      if (style == SOTAY_ROW_SECTION)
        continue;
      for (guint i = 0; i < n_columns; i++)
        {
          double need = measure_cell (pen, sotay_report_table_get_cell (table, row, i), style == SOTAY_ROW_TOTAL);

          if (isfinite (need))
            needs[i] = MAX (needs[i], need);
        }
    }
  return needs;
}

static double
get_least (const SotayPageColumns *columns, double need, double width)
{
  return MIN (need * columns->size, width * LONGEST_WORD) + 2 * columns->padding + 0.5;
}

static gboolean
has_room (const SotayPageColumns *columns, const double *needs, guint n_columns, double width)
{
  double sum = 0;

  for (guint i = 0; i < n_columns; i++)
    sum += get_least (columns, needs[i], width);
  return sum <= width;
}

/* Columns whose share is less than they need get that; the others share what is left, until no more come. */
static void
share_out (const SotayPageColumns *columns, const SotayReportTable *table, const double *needs, double width,
           double *widths)
{
  guint n_columns = sotay_report_table_get_n_columns (table);
  g_autofree gboolean *settled = g_new0 (gboolean, n_columns);
  double left = width;
  gboolean more = TRUE;

  while (more)
    {
      double parts = 0;

      more = FALSE;
      for (guint i = 0; i < n_columns; i++)
        if (!settled[i])
          parts += sotay_report_table_get_column (table, i)->width;
      for (guint i = 0; i < n_columns; i++)
        {
          double least = get_least (columns, needs[i], width);

          if (settled[i])
            continue;
          widths[i] = left * sotay_report_table_get_column (table, i)->width / parts;
          if (widths[i] >= least)
            continue;
          widths[i] = least;
          settled[i] = TRUE;
          left -= least;
          more = TRUE;
          break;
        }
    }
}

static void
squeeze (const SotayPageColumns *columns, const double *needs, guint n_columns, double width, double *widths)
{
  double sum = 0;

  for (guint i = 0; i < n_columns; i++)
    sum += get_least (columns, needs[i], width);
  for (guint i = 0; i < n_columns; i++)
    widths[i] = get_least (columns, needs[i], width) * width / sum;
}

void
sotay_page_columns_set (SotayPageColumns *columns, SotayPagePen *pen, const SotayReportTable *table, double width)
{
  guint n_columns = sotay_report_table_get_n_columns (table);
  g_autofree double *needs = measure_needs (pen, table);
  g_autofree double *widths = g_new0 (double, MAX (n_columns, 1));
  gboolean room = FALSE;

  for (guint i = n_columns > FEW_COLUMNS ? 1 : 0; i < G_N_ELEMENTS (sizes) && !room; i++)
    {
      columns->size = sizes[i];
      columns->padding = sizes[i] * PADDING_PART;
      room = has_room (columns, needs, n_columns, width);
    }
  if (room)
    share_out (columns, table, needs, width, widths);
  else
    squeeze (columns, needs, n_columns, width, widths);
  columns->edges = g_new0 (double, n_columns + 1);
  for (guint i = 0; i < n_columns; i++)
    columns->edges[i + 1] = columns->edges[i] + widths[i];
}
