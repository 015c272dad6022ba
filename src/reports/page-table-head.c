/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "reports/page-table-head.h"

#define MOST_LINES 12
#define PADDING_PART 0.35

static gboolean
is_grouped (const SotayReportTable *table, guint column)
{
  return sotay_report_table_get_column (table, column)->group != NULL;
}

/* Returns one after the last column of the group that begins at @first. */
static guint
find_group_end (const SotayReportTable *table, guint first)
{
  const char *group = sotay_report_table_get_column (table, first)->group;
  guint end = first + 1;

  while (group != NULL && end < sotay_report_table_get_n_columns (table)
         && g_strcmp0 (sotay_report_table_get_column (table, end)->group, group) == 0)
    end++;
  return end;
}

static SotayPageBox
make_box (const SotayPageColumns *columns, guint first, guint end, double y, double height)
{
  double x = columns->edges[first] + columns->padding;

  return (SotayPageBox){ TRUE, PANGO_ALIGN_CENTER, x, y, columns->edges[end] - columns->padding - x, height, MOST_LINES };
}

static double
measure (SotayPageCells *cells, const SotayPageColumns *columns, guint first, guint end, const char *text)
{
  SotayPageBox box = make_box (columns, first, end, 0, 0);

  return sotay_page_cells_measure (cells, text, &box) + 2 * columns->size * PADDING_PART;
}

SotayPageTableHead
sotay_page_table_head_measure (SotayPageCells *cells, const SotayReportTable *table, const SotayPageColumns *columns)
{
  guint n_columns = sotay_report_table_get_n_columns (table);
  SotayPageTableHead head = { 0 };
  double alone = 0;

  for (guint i = 0; i < n_columns; i = find_group_end (table, i))
    if (is_grouped (table, i))
      head.groups = MAX (head.groups, measure (cells, columns, i, find_group_end (table, i),
                                               sotay_report_table_get_column (table, i)->group));
  for (guint i = 0; i < n_columns; i++)
    {
      double height = measure (cells, columns, i, i + 1, sotay_report_table_get_column (table, i)->title);

      if (is_grouped (table, i))
        head.titles = MAX (head.titles, height);
      else
        alone = MAX (alone, height);
    }
  head.titles = MAX (head.titles, alone - head.groups);
  return head;
}

static void
draw_box (SotayPageCells *cells, const SotayPageColumns *columns, guint first, guint end, double y, double height,
          const char *text, cairo_t *cr)
{
  SotayPageBox box = make_box (columns, first, end, y, height);

  sotay_page_cells_draw (cells, text, &box, cr);
  for (guint edge = 0; edge < 2; edge++)
    {
      cairo_move_to (cr, columns->edges[edge == 0 ? first : end], y);
      cairo_rel_line_to (cr, 0, height);
    }
  cairo_move_to (cr, columns->edges[first], y);
  cairo_line_to (cr, columns->edges[end], y);
  cairo_stroke (cr);
}

void
sotay_page_table_head_draw (const SotayPageTableHead *head, SotayPageCells *cells, const SotayReportTable *table,
                            const SotayPageColumns *columns, double y, cairo_t *cr)
{
  guint n_columns = sotay_report_table_get_n_columns (table);

  for (guint first = 0, end; first < n_columns; first = end)
    {
      end = find_group_end (table, first);
      if (!is_grouped (table, first))
        {
          draw_box (cells, columns, first, end, y, head->groups + head->titles,
                    sotay_report_table_get_column (table, first)->title, cr);
          continue;
        }
      draw_box (cells, columns, first, end, y, head->groups, sotay_report_table_get_column (table, first)->group, cr);
      for (guint i = first; i < end; i++)
        draw_box (cells, columns, i, i + 1, y + head->groups, head->titles,
                  sotay_report_table_get_column (table, i)->title, cr);
    }
}
