/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "reports/docx-table.h"

#include "reports/docx-columns.h"

#define TWIPS_PER_MILLIMETRE (1440 / 25.4)
#define STEP 227 /* 4 mm for each unit above */
#define MOST_STEPS 8
#define ROWS_AT_A_TIME 256

void
sotay_docx_begin_table (xmlTextWriter *xml, const char *style, const int *widths, guint n_columns)
{
  int width = 0;

  for (guint i = 0; i < n_columns; i++)
    width += widths[i];
  sotay_docx_open (xml, "w:tbl");
  sotay_docx_open (xml, "w:tblPr");
  sotay_docx_add (xml, "w:tblStyle", style != NULL ? style : "TableNormal");
  sotay_docx_open (xml, "w:tblW");
  sotay_docx_set_number (xml, "w:w", width);
  sotay_docx_set (xml, "w:type", "dxa");
  sotay_docx_close (xml);
  sotay_docx_open (xml, "w:tblLayout");
  sotay_docx_set (xml, "w:type", "fixed");
  sotay_docx_close (xml);
  sotay_docx_add_margins (xml, style != NULL ? SOTAY_DOCX_CELL_MARGIN : 0);
  sotay_docx_close (xml);
  sotay_docx_open (xml, "w:tblGrid");
  for (guint i = 0; i < n_columns; i++)
    {
      sotay_docx_open (xml, "w:gridCol");
      sotay_docx_set_number (xml, "w:w", widths[i]);
      sotay_docx_close (xml);
    }
  sotay_docx_close (xml);
}

void
sotay_docx_begin_row (xmlTextWriter *xml, int height, gboolean head)
{
  sotay_docx_open (xml, "w:tr");
  sotay_docx_open (xml, "w:trPr");
  sotay_docx_add (xml, "w:cantSplit", NULL);
  if (height > 0)
    {
      sotay_docx_open (xml, "w:trHeight");
      sotay_docx_set_number (xml, "w:val", height);
      sotay_docx_set (xml, "w:hRule", "atLeast");
      sotay_docx_close (xml);
    }
  if (head)
    sotay_docx_add (xml, "w:tblHeader", NULL);
  sotay_docx_close (xml);
}

static void
begin_cell (xmlTextWriter *xml, int width, guint span, const char *merge, gboolean middle)
{
  sotay_docx_open (xml, "w:tc");
  sotay_docx_open (xml, "w:tcPr");
  sotay_docx_open (xml, "w:tcW");
  sotay_docx_set_number (xml, "w:w", width);
  sotay_docx_set (xml, "w:type", "dxa");
  sotay_docx_close (xml);
  if (span > 1)
    sotay_docx_add_number (xml, "w:gridSpan", span);
  if (merge != NULL)
    sotay_docx_add (xml, "w:vMerge", merge);
  if (middle)
    sotay_docx_add (xml, "w:vAlign", "center");
  sotay_docx_close (xml);
}

void
sotay_docx_begin_cell (xmlTextWriter *xml, int width, guint span, const char *merge)
{
  begin_cell (xml, width, span, merge, FALSE);
}

typedef struct
{
  xmlTextWriter *xml;
  const SotayReportTable *table;
  guint n_columns;
  const int *widths;
  guint size; /* of its letters: the index */
} Grid;

static gboolean
has_groups (const Grid *grid)
{
  for (guint i = 0; i < grid->n_columns; i++)
    if (sotay_report_table_get_column (grid->table, i)->group != NULL)
      return TRUE;
  return FALSE;
}

static guint
count_group (const Grid *grid, guint first)
{
  const char *group = sotay_report_table_get_column (grid->table, first)->group;
  guint end = first + 1;

  while (group != NULL && end < grid->n_columns
         && g_strcmp0 (sotay_report_table_get_column (grid->table, end)->group, group) == 0)
    end++;
  return end - first;
}

static int
sum_widths (const Grid *grid, guint first, guint count)
{
  int width = 0;

  for (guint i = first; i < first + count; i++)
    width += grid->widths[i];
  return width;
}

static void
write_title (const Grid *grid, const char *title)
{
  sotay_docx_open (grid->xml, "w:p");
  sotay_docx_open (grid->xml, "w:pPr");
  sotay_docx_add (grid->xml, "w:pStyle", sotay_docx_style_get_table_id (grid->size, TRUE));
  sotay_docx_close (grid->xml);
  sotay_docx_add_run (grid->xml, title, SOTAY_RUN_PLAIN);
  sotay_docx_close (grid->xml);
}

static void
write_groups (const Grid *grid)
{
  guint span;

  sotay_docx_begin_row (grid->xml, 0, TRUE);
  for (guint i = 0; i < grid->n_columns; i += span)
    {
      const SotayReportColumn *column = sotay_report_table_get_column (grid->table, i);

      span = count_group (grid, i);
      begin_cell (grid->xml, sum_widths (grid, i, span), span, column->group == NULL ? "restart" : NULL, TRUE);
      write_title (grid, column->group != NULL ? column->group : column->title);
      sotay_docx_close (grid->xml);
    }
  sotay_docx_close (grid->xml);
}

static void
write_head (const Grid *grid)
{
  gboolean groups = has_groups (grid);

  if (groups)
    write_groups (grid);
  sotay_docx_begin_row (grid->xml, 0, TRUE);
  for (guint i = 0; i < grid->n_columns; i++)
    {
      const SotayReportColumn *column = sotay_report_table_get_column (grid->table, i);
      gboolean goes_on = groups && column->group == NULL;

      begin_cell (grid->xml, grid->widths[i], 1, goes_on ? "continue" : NULL, TRUE);
      write_title (grid, goes_on ? NULL : column->title);
      sotay_docx_close (grid->xml);
    }
  sotay_docx_close (grid->xml);
}

/* Only what differs from the style. */
static void
write_text (const Grid *grid, const char *text, SotayCellAlign align, guint indent, SotayRunStyle look)
{
  static const char *const words[] = { "left", "center", "right" };

  sotay_docx_open (grid->xml, "w:p");
  sotay_docx_open (grid->xml, "w:pPr");
  sotay_docx_add (grid->xml, "w:pStyle", sotay_docx_style_get_table_id (grid->size, FALSE));
  if (indent > 0)
    {
      sotay_docx_open (grid->xml, "w:ind");
      sotay_docx_set_number (grid->xml, "w:left", STEP * MIN (indent, MOST_STEPS));
      sotay_docx_close (grid->xml);
    }
  if (align != SOTAY_ALIGN_LEFT)
    sotay_docx_add (grid->xml, "w:jc", words[align]);
  sotay_docx_close (grid->xml);
  sotay_docx_add_run (grid->xml, text, look);
  sotay_docx_close (grid->xml);
}

static void
write_section (const Grid *grid, guint row)
{
  g_autofree char *text = sotay_report_cell_format (sotay_report_table_get_cell (grid->table, row, 0));

  begin_cell (grid->xml, sum_widths (grid, 0, grid->n_columns), grid->n_columns, NULL, TRUE);
  write_text (grid, text, SOTAY_ALIGN_LEFT, 0, SOTAY_RUN_BOLD);
  sotay_docx_close (grid->xml);
}

static void
write_cells (const Grid *grid, guint row)
{
  SotayRowStyle style = sotay_report_table_get_style (grid->table, row);
  guint indent = sotay_report_table_get_indent (grid->table, row);

  for (guint i = 0; i < grid->n_columns; i++)
    {
      const SotayReportColumn *column = sotay_report_table_get_column (grid->table, i);
      g_autofree char *text = sotay_report_cell_format (sotay_report_table_get_cell (grid->table, row, i));
      gboolean moves = column->kind == SOTAY_CELL_TEXT && column->align == SOTAY_ALIGN_LEFT;

      begin_cell (grid->xml, grid->widths[i], 1, NULL, TRUE);
      write_text (grid, text, column->align, moves ? indent : 0,
                  style == SOTAY_ROW_TOTAL ? SOTAY_RUN_BOLD : SOTAY_RUN_PLAIN);
      sotay_docx_close (grid->xml);
      if (moves)
        indent = 0;
    }
}

static void
write_row (const Grid *grid, guint row)
{
  int height = (int) (sotay_report_table_get_row_height (grid->table) * TWIPS_PER_MILLIMETRE);
  gboolean section = sotay_report_table_get_style (grid->table, row) == SOTAY_ROW_SECTION;

  sotay_docx_begin_row (grid->xml, section ? 0 : height, FALSE);
  if (section)
    write_section (grid, row);
  else
    write_cells (grid, row);
  sotay_docx_close (grid->xml);
}

gboolean
sotay_docx_write_table (xmlTextWriter *xml, const SotayReportTable *table, int width, SotayDocxPackage *package,
                        GCancellable *cancellable, GError **error)
{
  guint size;
  g_autofree int *widths = sotay_docx_columns_divide (table, width, sotay_docx_table_sizes, &size);
  const Grid grid = { xml, table, sotay_report_table_get_n_columns (table), widths, size };

  sotay_docx_begin_table (xml, "TableGrid", widths, grid.n_columns);
  write_head (&grid);
  for (guint row = 0; row < sotay_report_table_get_n_rows (table); row++)
    {
      if (row % ROWS_AT_A_TIME == 0
          && (g_cancellable_set_error_if_cancelled (cancellable, error) || !sotay_docx_package_check (package, error)))
        return FALSE;
      write_row (&grid, row);
    }
  sotay_docx_close (xml);
  return TRUE;
}
