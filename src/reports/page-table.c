/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "reports/page-table.h"

#include "reports/page-form.h"
#include "reports/page-table-head.h"

#define PADDING_PART 0.2 /* above and below the words, of the size of the letters */
#define INDENT_PART 0.9  /* of each level of units below units */
#define SLICE_LINES 4    /* of a row that is higher than a page: so many lines stay together */
#define ROWS_BETWEEN_LOOKS 1000
#define BEFORE 8.0
#define MOST_TAGGED_ROWS 1000 /* in a larger table, telling of each cell would double the file */
#define AFTER 4.0

typedef struct
{
  SotayPagePiece parent;

  const SotayReportTable *table;
  SotayPageCells *cells;
  SotayPageColumns columns;
  SotayPageTableHead head;
  double padding; /* above and below the words */
  gboolean tagged; /* its rows and cells are told as such */
  int indented;   /* the column whose words are moved in; -1: none */
} Table;

static const PangoAlignment alignments[] = {
  [SOTAY_ALIGN_LEFT] = PANGO_ALIGN_LEFT,
  [SOTAY_ALIGN_CENTRE] = PANGO_ALIGN_CENTER,
  [SOTAY_ALIGN_RIGHT] = PANGO_ALIGN_RIGHT,
};

static int
find_indented (const SotayReportTable *table)
{
  for (guint i = 0; i < sotay_report_table_get_n_columns (table); i++)
    {
      const SotayReportColumn *column = sotay_report_table_get_column (table, i);

      if (column->kind == SOTAY_CELL_TEXT && column->align == SOTAY_ALIGN_LEFT)
        return (int) i;
    }
  return -1;
}

/* Cells that the row shows: of a section, the first alone. */
static guint
count_cells (Table *table, guint row)
{
  gboolean section = sotay_report_table_get_style (table->table, row) == SOTAY_ROW_SECTION;
  guint n_columns = sotay_report_table_get_n_columns (table->table);

  return section ? MIN (1, n_columns) : n_columns;
}

static SotayPageBox
make_box (Table *table, guint row, guint column)
{
  SotayRowStyle style = sotay_report_table_get_style (table->table, row);
  guint end = style == SOTAY_ROW_SECTION ? sotay_report_table_get_n_columns (table->table) : column + 1;
  double x = table->columns.edges[column] + table->columns.padding;
  double width = table->columns.edges[end] - table->columns.padding - x;
  PangoAlignment align = style == SOTAY_ROW_SECTION
                           ? PANGO_ALIGN_LEFT
                           : alignments[sotay_report_table_get_column (table->table, column)->align];

  if ((int) column == table->indented || style == SOTAY_ROW_SECTION)
    {
      double indent = sotay_report_table_get_indent (table->table, row) * table->columns.size * INDENT_PART;

      /* Half of the column at least is for words, however deep the unit stands. */
      indent = MIN (indent, width / 2);
      x += indent;
      width -= indent;
    }
  return (SotayPageBox){ style != SOTAY_ROW_PLAIN, align, x, 0, width, 0, 0 };
}

static const char *
get_text (Table *table, guint row, guint column, char **buffer)
{
  return sotay_page_columns_get_text (sotay_report_table_get_cell (table->table, row, column), buffer);
}

static double
measure_row (Table *table, guint row)
{
  double height = 0;
  double least;

  for (guint i = 0; i < count_cells (table, row); i++)
    {
      g_autofree char *buffer = NULL;
      SotayPageBox box = make_box (table, row, i);
      double needed = sotay_page_cells_measure (table->cells, get_text (table, row, i, &buffer), &box);

      height = MAX (height, needed);
    }
  height += 2 * table->padding;
  least = SOTAY_PAGE_MM (sotay_report_table_get_row_height (table->table));
  return MAX (height, least);
}

static void
draw_cell (Table *table, const SotayPageStrip *strip, guint column, cairo_t *cr)
{
  guint row = strip->row - 1;
  g_autofree char *buffer = NULL;
  const char *text = get_text (table, row, column, &buffer);
  SotayPageBox box = make_box (table, row, column);

  box.y = strip->y;
  box.height = strip->height;
  if (strip->n_lines == 0)
    {
      sotay_page_cells_draw (table->cells, text, &box, cr);
      return;
    }
  box.y += table->padding;
  sotay_page_cells_draw_lines (table->cells, text, &box, strip->line, strip->n_lines,
                               (strip->height - 2 * table->padding) / strip->n_lines, cr);
}

static void
draw_row (Table *table, const SotayPageStrip *strip, cairo_t *cr)
{
  if (table->tagged)
    cairo_tag_begin (cr, "TR", NULL);
  for (guint i = 0; i < count_cells (table, strip->row - 1); i++)
    {
      if (table->tagged)
        cairo_tag_begin (cr, "TD", NULL);
      draw_cell (table, strip, i, cr);
      if (table->tagged)
        cairo_tag_end (cr, "TD");
    }
  if (table->tagged)
    cairo_tag_end (cr, "TR");
}

static gboolean
is_section (Table *table, const SotayPageStrip *strip)
{
  return sotay_report_table_get_style (table->table, strip->row - 1) == SOTAY_ROW_SECTION;
}

/* Lines between columns, in one go over all rows that have the same. */
static void
draw_uprights (Table *table, const SotayPageStrip *strips, guint n_strips, cairo_t *cr)
{
  guint n_columns = sotay_report_table_get_n_columns (table->table);

  for (guint first = 0, end; first < n_strips; first = end)
    {
      gboolean section = is_section (table, &strips[first]);

      for (end = first + 1; end < n_strips && is_section (table, &strips[end]) == section; end++)
        ;
      for (guint i = 0; i <= n_columns; i += section ? MAX (n_columns, 1) : 1)
        {
          cairo_move_to (cr, table->columns.edges[i], strips[first].y);
          cairo_line_to (cr, table->columns.edges[i], strips[end - 1].y + strips[end - 1].height);
        }
    }
}

static void
draw_rules (Table *table, const SotayPageStrip *strips, guint n_strips, double end, cairo_t *cr)
{
  double width = table->columns.edges[sotay_report_table_get_n_columns (table->table)];

  draw_uprights (table, strips, n_strips, cr);
  for (guint i = 0; i < n_strips; i++)
    {
      /* Within a row that goes on there is no line. */
      if (i > 0 && strips[i].line > 0)
        continue;
      cairo_move_to (cr, 0, strips[i].y);
      cairo_rel_line_to (cr, width, 0);
    }
  cairo_move_to (cr, 0, end);
  cairo_rel_line_to (cr, width, 0);
  cairo_stroke (cr);
}

static void
draw_table (SotayPagePiece *piece, SotayPagePen *pen, const SotayPageStrip *strips, guint n_strips, cairo_t *cr)
{
  Table *table = (Table *) piece;
  guint n_heads = strips[0].row == 0 ? 1 : 0;
  double y = n_heads > 0 ? strips[0].y : strips[0].y - piece->repeated;

  cairo_set_line_width (cr, SOTAY_PAGE_RULE);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_SQUARE);
  sotay_page_table_head_draw_rules (&table->head, table->table, &table->columns, y, cr);
  draw_rules (table, strips + n_heads, n_strips - n_heads, strips[n_strips - 1].y + strips[n_strips - 1].height, cr);
  if (table->tagged)
    cairo_tag_begin (cr, "Table", NULL);
  sotay_page_table_head_draw (&table->head, table->cells, table->table, &table->columns, y, table->tagged, cr);
  for (guint i = n_heads; i < n_strips; i++)
    draw_row (table, &strips[i], cr);
  if (table->tagged)
    cairo_tag_end (cr, "Table");
}

static int
find_figure (SotayPagePiece *piece, SotayPagePen *pen, const SotayPageStrip *strip, double x, double y)
{
  Table *table = (Table *) piece;

  for (guint i = 0; strip->row > 0 && i < count_cells (table, strip->row - 1); i++)
    if (x >= table->columns.edges[i] && x < table->columns.edges[i + 1])
      return sotay_report_table_get_cell (table->table, strip->row - 1, i)->figure;
  return -1;
}

static void
free_table (SotayPagePiece *piece)
{
  Table *table = (Table *) piece;

  sotay_page_cells_free (table->cells);
  g_free (table->columns.edges);
  g_free (table);
}

static const SotayPagePieceClass table_class = { draw_table, find_figure, free_table };

static void
add_long_row (SotayPageFlow *flow, Table *table, guint row)
{
  double pitch = 0;
  guint n_lines = 1;

  for (guint i = 0; i < count_cells (table, row); i++)
    {
      g_autofree char *buffer = NULL;
      const char *text = get_text (table, row, i, &buffer);
      SotayPageBox box = make_box (table, row, i);
      guint lines = sotay_page_cells_measure_lines (table->cells, text, &box, &pitch);

      n_lines = MAX (n_lines, lines);
    }
  for (guint line = 0; line < n_lines; line += SLICE_LINES)
    {
      guint count = MIN (SLICE_LINES, n_lines - line);
      SotayPageStrip *strip = sotay_page_flow_add_strip (flow, row + 1, 0, count * pitch + 2 * table->padding);

      strip->line = line;
      strip->n_lines = count;
    }
}

static void
add_row (SotayPageFlow *flow, Table *table, guint row)
{
  double height = measure_row (table, row);
  SotayRowStyle style = sotay_report_table_get_style (table->table, row);

  if (height > flow->height - table->parent.repeated)
    {
      add_long_row (flow, table, row);
      return;
    }
  /* A total does not stand alone on a page, nor is a section the last on one. */
  if (style == SOTAY_ROW_TOTAL)
    sotay_page_flow_keep_last (flow, 1);
  sotay_page_flow_add_strip (flow, row + 1, 0, height)->keep = style == SOTAY_ROW_SECTION;
}

gboolean
sotay_page_table_add (SotayPageFlow *flow, const SotayReportBlock *block, GCancellable *cancellable, GError **error)
{
  Table *table = g_new0 (Table, 1);

  table->parent.klass = &table_class;
  table->tagged = sotay_report_table_get_n_rows (block->table) <= MOST_TAGGED_ROWS;
  table->parent.block = block;
  table->table = block->table;
  table->indented = find_indented (block->table);
  sotay_page_columns_set (&table->columns, flow->pen, block->table, flow->width);
  table->padding = table->columns.size * PADDING_PART;
  table->cells = sotay_page_cells_new (flow->pen, table->columns.size);
  table->head = sotay_page_table_head_measure (table->cells, block->table, &table->columns);
  table->parent.repeated = table->head.groups + table->head.titles;
  sotay_page_flow_add_piece (flow, &table->parent);
  sotay_page_flow_add_strip (flow, 0, BEFORE, table->parent.repeated)->keep
    = sotay_report_table_get_n_rows (block->table) > 0;
  for (guint row = 0; row < sotay_report_table_get_n_rows (block->table); row++)
    {
      if (row % ROWS_BETWEEN_LOOKS == 0 && g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      add_row (flow, table, row);
    }
  flow->gap = AFTER;
  return TRUE;
}
