/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "reports/page-table-head.h"

#define MOST_LINES 8
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

  double width = columns->edges[end] - columns->padding - x;

  return (SotayPageBox){ TRUE, PANGO_ALIGN_CENTER, x, y, width, height, MOST_LINES };
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
      {
        double height
          = measure (cells, columns, i, find_group_end (table, i), sotay_report_table_get_column (table, i)->group);

        head.groups = MAX (head.groups, height);
      }
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

typedef void (*BoxFunc) (guint first, guint end, double y, double height, const char *text, gpointer data);

static void
foreach_box (const SotayPageTableHead *head, const SotayReportTable *table, double y, BoxFunc func, gpointer data)
{
  guint n_columns = sotay_report_table_get_n_columns (table);

  for (guint first = 0, end; first < n_columns; first = end)
    {
      end = find_group_end (table, first);
      if (!is_grouped (table, first))
        {
          func (first, end, y, head->groups + head->titles, sotay_report_table_get_column (table, first)->title, data);
          continue;
        }
      func (first, end, y, head->groups, sotay_report_table_get_column (table, first)->group, data);
      for (guint i = first; i < end; i++)
        func (i, i + 1, y + head->groups, head->titles, sotay_report_table_get_column (table, i)->title, data);
    }
}

typedef struct
{
  SotayPageCells *cells;
  const SotayPageColumns *columns;
  gboolean tagged;
  cairo_t *cr;
} Drawing;

static void
draw_words_cb (guint first, guint end, double y, double height, const char *text, gpointer data)
{
  Drawing *drawing = data;
  SotayPageBox box = make_box (drawing->columns, first, end, y, height);

  if (drawing->tagged)
    cairo_tag_begin (drawing->cr, "TH", NULL);
  sotay_page_cells_draw (drawing->cells, text, &box, drawing->cr);
  if (drawing->tagged)
    cairo_tag_end (drawing->cr, "TH");
}

static void
add_rules_cb (guint first, guint end, double y, double height, const char *text, gpointer data)
{
  Drawing *drawing = data;
  const double *edges = drawing->columns->edges;

  cairo_move_to (drawing->cr, edges[first], y + height);
  cairo_line_to (drawing->cr, edges[first], y);
  cairo_line_to (drawing->cr, edges[end], y);
  cairo_line_to (drawing->cr, edges[end], y + height);
}

void
sotay_page_table_head_draw (const SotayPageTableHead *head, SotayPageCells *cells, const SotayReportTable *table,
                            const SotayPageColumns *columns, double y, gboolean tagged, cairo_t *cr)
{
  Drawing drawing = { cells, columns, tagged, cr };

  if (tagged)
    cairo_tag_begin (cr, "TR", NULL);
  foreach_box (head, table, y, draw_words_cb, &drawing);
  if (tagged)
    cairo_tag_end (cr, "TR");
}

void
sotay_page_table_head_draw_rules (const SotayPageTableHead *head, const SotayReportTable *table,
                                  const SotayPageColumns *columns, double y, cairo_t *cr)
{
  Drawing drawing = { NULL, columns, FALSE, cr };

  foreach_box (head, table, y, add_rules_cb, &drawing);
  cairo_stroke (cr);
}
