/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "reports/docx-table.h"

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

/* Returns: (transfer full): widths that are together exactly that of the table */
static int *
divide (const SotayReportTable *table, int width)
{
  guint n_columns = sotay_report_table_get_n_columns (table);
  int *widths = g_new0 (int, n_columns);
  double all = 0;
  double up_to = 0;
  int given = 0;

  for (guint i = 0; i < n_columns; i++)
    all += sotay_report_table_get_column (table, i)->width;
  for (guint i = 0; i < n_columns; i++)
    {
      up_to += sotay_report_table_get_column (table, i)->width;
      widths[i] = (int) (width * up_to / all) - given;
      given += widths[i];
    }
  return widths;
}

static gboolean
has_groups (const SotayReportTable *table)
{
  for (guint i = 0; i < sotay_report_table_get_n_columns (table); i++)
    if (sotay_report_table_get_column (table, i)->group != NULL)
      return TRUE;
  return FALSE;
}

static guint
count_group (const SotayReportTable *table, guint first)
{
  const char *group = sotay_report_table_get_column (table, first)->group;
  guint end = first + 1;

  while (group != NULL && end < sotay_report_table_get_n_columns (table)
         && g_strcmp0 (sotay_report_table_get_column (table, end)->group, group) == 0)
    end++;
  return end - first;
}

static void
write_groups (xmlTextWriter *xml, const SotayReportTable *table, const int *widths)
{
  guint span;

  sotay_docx_begin_row (xml, 0, TRUE);
  for (guint i = 0; i < sotay_report_table_get_n_columns (table); i += span)
    {
      const SotayReportColumn *column = sotay_report_table_get_column (table, i);
      int width = 0;

      span = count_group (table, i);
      for (guint j = i; j < i + span; j++)
        width += widths[j];
      begin_cell (xml, width, span, column->group == NULL ? "restart" : NULL, TRUE);
      sotay_docx_add_paragraph (xml, SOTAY_DOCX_HEAD, column->group != NULL ? column->group : column->title);
      sotay_docx_close (xml);
    }
  sotay_docx_close (xml);
}

static void
write_head (xmlTextWriter *xml, const SotayReportTable *table, const int *widths)
{
  gboolean groups = has_groups (table);

  if (groups)
    write_groups (xml, table, widths);
  sotay_docx_begin_row (xml, 0, TRUE);
  for (guint i = 0; i < sotay_report_table_get_n_columns (table); i++)
    {
      const SotayReportColumn *column = sotay_report_table_get_column (table, i);
      gboolean goes_on = groups && column->group == NULL;

      begin_cell (xml, widths[i], 1, goes_on ? "continue" : NULL, TRUE);
      sotay_docx_add_paragraph (xml, SOTAY_DOCX_HEAD, goes_on ? NULL : column->title);
      sotay_docx_close (xml);
    }
  sotay_docx_close (xml);
}

/* Only what differs from the style. */
static void
write_cell_text (xmlTextWriter *xml, const char *text, SotayCellAlign align, guint indent, SotayRunStyle look)
{
  static const char *const words[] = { "left", "center", "right" };

  sotay_docx_open (xml, "w:p");
  sotay_docx_open (xml, "w:pPr");
  sotay_docx_add (xml, "w:pStyle", sotay_docx_style_get_id (SOTAY_DOCX_CELL));
  if (indent > 0)
    {
      sotay_docx_open (xml, "w:ind");
      sotay_docx_set_number (xml, "w:left", STEP * MIN (indent, MOST_STEPS));
      sotay_docx_close (xml);
    }
  if (align != SOTAY_ALIGN_LEFT)
    sotay_docx_add (xml, "w:jc", words[align]);
  sotay_docx_close (xml);
  sotay_docx_add_run (xml, text, look);
  sotay_docx_close (xml);
}

static void
write_section (xmlTextWriter *xml, const SotayReportTable *table, guint row, const int *widths)
{
  g_autofree char *text = sotay_report_cell_format (sotay_report_table_get_cell (table, row, 0));
  guint n_columns = sotay_report_table_get_n_columns (table);
  int width = 0;

  for (guint i = 0; i < n_columns; i++)
    width += widths[i];
  begin_cell (xml, width, n_columns, NULL, TRUE);
  write_cell_text (xml, text, SOTAY_ALIGN_LEFT, 0, SOTAY_RUN_BOLD);
  sotay_docx_close (xml);
}

static void
write_row (xmlTextWriter *xml, const SotayReportTable *table, guint row, const int *widths)
{
  SotayRowStyle style = sotay_report_table_get_style (table, row);
  guint indent = sotay_report_table_get_indent (table, row);

  if (style == SOTAY_ROW_SECTION)
    {
      write_section (xml, table, row, widths);
      return;
    }
  for (guint i = 0; i < sotay_report_table_get_n_columns (table); i++)
    {
      const SotayReportColumn *column = sotay_report_table_get_column (table, i);
      g_autofree char *text = sotay_report_cell_format (sotay_report_table_get_cell (table, row, i));
      gboolean moves = column->kind == SOTAY_CELL_TEXT && column->align == SOTAY_ALIGN_LEFT;

      begin_cell (xml, widths[i], 1, NULL, TRUE);
      write_cell_text (xml, text, column->align, moves ? indent : 0,
                       style == SOTAY_ROW_TOTAL ? SOTAY_RUN_BOLD : SOTAY_RUN_PLAIN);
      sotay_docx_close (xml);
      if (moves)
        indent = 0;
    }
}

gboolean
sotay_docx_write_table (xmlTextWriter *xml, const SotayReportTable *table, int width, SotayDocxPackage *package,
                        GCancellable *cancellable, GError **error)
{
  g_autofree int *widths = divide (table, width);
  int height = (int) (sotay_report_table_get_row_height (table) * TWIPS_PER_MILLIMETRE);

  sotay_docx_begin_table (xml, "TableGrid", widths, sotay_report_table_get_n_columns (table));
  write_head (xml, table, widths);
  for (guint row = 0; row < sotay_report_table_get_n_rows (table); row++)
    {
      if (row % ROWS_AT_A_TIME == 0
          && (g_cancellable_set_error_if_cancelled (cancellable, error) || !sotay_docx_package_check (package, error)))
        return FALSE;
      sotay_docx_begin_row (xml, height, FALSE);
      write_row (xml, table, row, widths);
      sotay_docx_close (xml);
    }
  sotay_docx_close (xml);
  return TRUE;
}
