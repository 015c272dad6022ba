/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "reports/docx-columns.h"

#include <string.h>

#define MOST_NEED 0.3 /* of the table: a longer word may break */
#define PADDING (2 * SOTAY_DOCX_CELL_MARGIN + 30)
#define FEW_COLUMNS 5 /* for the largest letters */

static int
measure_longest_word (const char *text)
{
  int longest = 0;

  while (*text != '\0')
    {
      gsize length = strcspn (text, " ");
      int width = sotay_docx_measure (text, (gssize) length);

      longest = MAX (longest, width);
      text += length + strspn (text + length, " ");
    }
  return longest;
}

/* Numbers and dates stay in one line. */
static int
measure_cell (const SotayReportCell *cell)
{
  g_autofree char *text = cell->kind != SOTAY_CELL_TEXT ? sotay_report_cell_format (cell) : NULL;

  if (text != NULL)
    return sotay_docx_measure (text, -1);
  return cell->text != NULL ? measure_longest_word (cell->text) : 0;
}

/* Returns: (transfer full): what each column needs with letters of one point, in twips */
static int *
measure_needs (const SotayReportTable *table)
{
  guint n_columns = sotay_report_table_get_n_columns (table);
  int *needs = g_new0 (int, n_columns);

  for (guint i = 0; i < n_columns; i++)
    needs[i] = measure_longest_word (sotay_report_table_get_column (table, i)->title);
  for (guint row = 0; row < sotay_report_table_get_n_rows (table); row++)
    for (guint i = 0; i < n_columns && sotay_report_table_get_style (table, row) != SOTAY_ROW_SECTION; i++)
      {
        int need = measure_cell (sotay_report_table_get_cell (table, row, i));

        needs[i] = MAX (needs[i], need);
      }
  return needs;
}

static double
need_of (int need, int width, int size)
{
  return MIN (need * size + PADDING, width * MOST_NEED);
}

static double
sum_needs (const int *needs, guint n_columns, int width, int size)
{
  double sum = 0;

  for (guint i = 0; i < n_columns; i++)
    sum += need_of (needs[i], width, size);
  return sum;
}

static guint
find_size (const int *needs, guint n_columns, int width, const int *sizes)
{
  guint size = n_columns > FEW_COLUMNS ? 1 : 0;

  while (sizes[size + 1] > 0 && sum_needs (needs, n_columns, width, sizes[size]) > width)
    size++;
  return size;
}

/* What is wanted, where it is more than what is needed; the others give way in proportion. Returns their new sum. */
static double
widen (double *wanted, const int *needs, guint n_columns, int width, int size)
{
  double short_of = 0;
  double spare = 0;
  double sum = 0;

  for (guint i = 0; i < n_columns; i++)
    {
      double need = need_of (needs[i], width, size);

      if (wanted[i] < need)
        short_of += need - wanted[i];
      else
        spare += wanted[i] - need;
    }
  for (guint i = 0; i < n_columns; i++)
    {
      double need = need_of (needs[i], width, size);

      if (wanted[i] < need)
        wanted[i] = need;
      else if (spare > 0)
        wanted[i] -= (wanted[i] - need) * MIN (short_of / spare, 1);
      sum += wanted[i];
    }
  return sum;
}

int *
sotay_docx_columns_divide (const SotayReportTable *table, int width, const int *sizes, guint *size)
{
  guint n_columns = sotay_report_table_get_n_columns (table);
  g_autofree int *needs = measure_needs (table);
  g_autofree double *wanted = g_new0 (double, n_columns);
  int *widths = g_new0 (int, n_columns);
  double all = 0;
  double up_to = 0;
  int given = 0;

  for (guint i = 0; i < n_columns; i++)
    all += sotay_report_table_get_column (table, i)->width;
  for (guint i = 0; i < n_columns; i++)
    wanted[i] = width * sotay_report_table_get_column (table, i)->width / all;
  *size = find_size (needs, n_columns, width, sizes);
  all = widen (wanted, needs, n_columns, width, sizes[*size]);
  for (guint i = 0; i < n_columns; i++)
    {
      up_to += wanted[i];
      widths[i] = i + 1 < n_columns ? (int) (width * up_to / all) - given : width - given;
      given += widths[i];
    }
  return widths;
}
