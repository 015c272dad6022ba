/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/catalogue/page-print.h"

#include "app/widgets/print.h"
#include "core/dates.h"
#include "core/numbers.h"

#include <glib/gi18n-lib.h>

/* Measures in points. */
#define INDENT 24.0
#define FOOTER_HEIGHT 24.0
#define CELL_GAP 10.0

typedef struct
{
  PangoLayout *layout;
  int line; /* the line of @layout to draw, or -1 for all of it */
  double x;
} Cell;

/* What stands side by side at one height: a line of text with its number, or a row of a table. Never split. */
typedef struct
{
  GArray *cells;
  double height;
  double space_before;
  gboolean keep_with_next;
} Row;

typedef struct
{
  SotayPage *page;
  char *letterhead;
  GPtrArray *rows;
  GArray *page_starts; /* index of the first row of each sheet */
  PangoContext *context;
  double width;
} Job;

static void
cell_clear (gpointer data)
{
  g_clear_object (&((Cell *) data)->layout);
}

static void
row_free (gpointer data)
{
  Row *row = data;

  g_array_unref (row->cells);
  g_free (row);
}

static void
job_free (gpointer data, GClosure *closure)
{
  Job *job = data;

  g_object_unref (job->page);
  g_free (job->letterhead);
  g_clear_pointer (&job->rows, g_ptr_array_unref);
  g_clear_pointer (&job->page_starts, g_array_unref);
  g_clear_object (&job->context);
  g_free (job);
}

/* On paper a link is its words. */
static char *
paper_markup (const char *text)
{
  g_autofree char *plain = sotay_inline_plain (text);

  return g_markup_escape_text (plain, -1);
}

static Row *
add_row (Job *job, double space_before)
{
  Row *row = g_new0 (Row, 1);

  row->cells = g_array_new (FALSE, TRUE, sizeof (Cell));
  g_array_set_clear_func (row->cells, cell_clear);
  row->space_before = space_before;
  g_ptr_array_add (job->rows, row);
  return row;
}

static PangoLayout *
new_layout (Job *job, const char *markup, const char *font, double width)
{
  PangoLayout *layout = pango_layout_new (job->context);
  g_autoptr (PangoFontDescription) description = pango_font_description_from_string (font);

  pango_layout_set_font_description (layout, description);
  pango_layout_set_width (layout, (int) (width * PANGO_SCALE));
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_line_spacing (layout, 1.15f);
  pango_layout_set_markup (layout, markup, -1);
  return layout;
}

static void
add_cell (Row *row, PangoLayout *layout, int line, double x)
{
  Cell cell = { .layout = layout, .line = line, .x = x };
  PangoRectangle extents;

  if (line < 0)
    pango_layout_get_extents (layout, NULL, &extents);
  else
    pango_layout_line_get_extents (pango_layout_get_line_readonly (layout, line), NULL, &extents);
  row->height = MAX (row->height, extents.height / (double) PANGO_SCALE);
  g_array_append_val (row->cells, cell);
}

/* Text goes in line by line, so that a sheet can end between any two lines but the first two. */
static void
add_text (Job *job, const char *markup, const char *font, double x, const char *lead, double space_before)
{
  g_autoptr (PangoLayout) layout = new_layout (job, markup, font, job->width - x);
  int n_lines = pango_layout_get_line_count (layout);

  for (int line = 0; line < n_lines; line++)
    {
      Row *row = add_row (job, line == 0 ? space_before : 0);

      add_cell (row, g_object_ref (layout), line, x);
      row->keep_with_next = line == 0 && n_lines > 1;
      if (line == 0 && lead != NULL)
        add_cell (row, new_layout (job, lead, font, x), 0, 0);
    }
}

static void
add_heading (Job *job, const char *text)
{
  g_autofree char *markup = paper_markup (text);
  guint first = job->rows->len;

  add_text (job, markup, "Serif Bold 13", 0, NULL, 14);
  for (guint i = first; i < job->rows->len; i++)
    ((Row *) job->rows->pdata[i])->keep_with_next = TRUE;
}

static void
add_table (Job *job, GPtrArray *rows)
{
  guint n_columns = g_strv_length (rows->pdata[0]);
  double width = (job->width - CELL_GAP * (n_columns - 1)) / n_columns;

  for (guint i = 0; i < rows->len; i++)
    {
      char **cells = rows->pdata[i];
      Row *row = add_row (job, 5);

      row->keep_with_next = i == 0;
      for (guint column = 0; cells[column] != NULL; column++)
        {
          g_autofree char *markup = paper_markup (cells[column]);

          add_cell (row, new_layout (job, markup, i == 0 ? "Serif Bold 11" : "Serif 11", width), -1,
                    column * (width + CELL_GAP));
        }
    }
}

static void
add_figures (Job *job, const SotayContentBlock *block)
{
  for (guint i = 0; i < block->figures->len; i++)
    {
      const SotayContentFigure *figure = block->figures->pdata[i];
      g_autofree char *number = sotay_number_format (figure->value);
      g_autofree char *percent = sotay_percent_format (figure->value, figure->whole);
      g_autofree char *markup = g_markup_printf_escaped ("%s: <b>%s</b> (%s)", figure->label, number, percent);

      add_text (job, markup, "Serif 12", INDENT, "•", 3);
    }
}

/* The block as one paragraph of markup. */
static char *
block_markup (const SotayContentBlock *block)
{
  g_autofree char *text = paper_markup (block->text != NULL ? block->text : "");
  g_autofree char *detail = paper_markup (block->detail != NULL ? block->detail : "");
  g_autofree char *date = sotay_date_format_iso (block->date != NULL ? block->date : "");
  GString *markup = g_string_new (NULL);

  if (block->kind == SOTAY_CONTENT_PROBLEM)
    {
      g_autofree char *answer = paper_markup (block->answer);

      g_string_append_printf (markup, "<b>%s</b>\n%s\n<i>%s %s</i>", text, answer, _("Who repairs the data:"), detail);
    }
  else if (block->kind == SOTAY_CONTENT_CHANGE)
    g_string_append_printf (markup, "<b>%s</b>: %s", date, text);
  else if (block->kind == SOTAY_CONTENT_QUOTE)
    g_string_append_printf (markup, "<i>“%s”</i> %s", text, detail);
  else
    g_string_append (markup, text);
  if (block->kind == SOTAY_CONTENT_LEGAL)
    {
      g_autofree char *in_force = sotay_block_describe_legal (block);

      g_string_append_printf (markup, " (%s%s%s)", in_force, *detail != '\0' ? "; " : "", detail);
    }
  if (block->kind == SOTAY_CONTENT_STEP && *detail != '\0')
    g_string_append_printf (markup, _(" <small>(seen in %s)</small>"), detail);
  if (block->kind == SOTAY_CONTENT_CONTACT)
    g_string_append_printf (markup, ": %s", detail);
  if (block->to_verify)
    g_string_append_printf (markup, " <small><i>[%s]</i></small>", _("to be verified"));
  return g_string_free (markup, FALSE);
}

static void
add_block (Job *job, const SotayContentBlock *block)
{
  g_autofree char *markup = block_markup (block);
  g_autofree char *number = g_strdup_printf ("%u.", block->number);

  switch (block->kind)
    {
    case SOTAY_CONTENT_HEADING:
      add_heading (job, block->text);
      break;
    case SOTAY_CONTENT_TABLE:
      add_table (job, block->rows);
      break;
    case SOTAY_CONTENT_FIGURES:
      add_figures (job, block);
      add_text (job, markup, "Serif 12", 0, NULL, 6);
      break;
    case SOTAY_CONTENT_STEP:
      add_text (job, markup, "Serif 12", INDENT, number, 4);
      break;
    case SOTAY_CONTENT_PARAGRAPH:
      add_text (job, markup, "Serif 12", 0, NULL, 6);
      break;
    default:
      add_text (job, markup, "Serif 12", INDENT, "•", 5);
      break;
    }
}

static void
add_rows (Job *job)
{
  GPtrArray *blocks = sotay_page_get_blocks (job->page);
  const char *subtitle = sotay_page_get_subtitle (job->page);
  g_autofree char *kicker = g_markup_escape_text (sotay_page_get_kicker (job->page), -1);
  g_autofree char *title = g_markup_escape_text (sotay_page_get_title (job->page), -1);

  if (job->letterhead != NULL && *job->letterhead != '\0')
    {
      g_autofree char *letterhead = g_markup_escape_text (job->letterhead, -1);

      add_text (job, letterhead, "Serif Bold 12", 0, NULL, 0);
    }
  add_text (job, kicker, "Serif 11", 0, NULL, 10);
  add_text (job, title, "Serif Bold 18", 0, NULL, 2);
  if (subtitle != NULL)
    {
      g_autofree char *markup = paper_markup (subtitle);

      add_text (job, markup, "Serif Italic 11", 0, NULL, 2);
    }
  for (guint i = 0; i < blocks->len; i++)
    add_block (job, blocks->pdata[i]);
}

static double
row_span (Row *row, gboolean first)
{
  return row->height + (first ? 0 : row->space_before);
}

static void
break_into_sheets (Job *job, double height)
{
  double y = 0;
  guint start = 0;

  g_array_append_val (job->page_starts, start);
  for (guint i = 0; i < job->rows->len; i++)
    {
      Row *row = job->rows->pdata[i];
      guint keep = i;

      y += row_span (row, i == start);
      if (y <= height || i == start)
        continue;
      while (keep > start + 1 && ((Row *) job->rows->pdata[keep - 1])->keep_with_next)
        keep--;
      start = keep;
      g_array_append_val (job->page_starts, start);
      y = 0;
      for (guint again = start; again <= i; again++)
        y += row_span (job->rows->pdata[again], again == start);
    }
}

static void
begin_print_cb (GtkPrintOperation *operation, GtkPrintContext *context, Job *job)
{
  job->context = gtk_print_context_create_pango_context (context);
  job->width = gtk_print_context_get_width (context);
  job->rows = g_ptr_array_new_with_free_func (row_free);
  job->page_starts = g_array_new (FALSE, FALSE, sizeof (guint));
  add_rows (job);
  break_into_sheets (job, gtk_print_context_get_height (context) - FOOTER_HEIGHT);
  gtk_print_operation_set_n_pages (operation, (int) job->page_starts->len);
}

static void
draw_cell (cairo_t *cr, const Cell *cell, double y)
{
  cairo_move_to (cr, cell->x, y);
  if (cell->line < 0)
    {
      pango_cairo_show_layout (cr, cell->layout);
      return;
    }
  cairo_rel_move_to (cr, 0, pango_layout_get_baseline (cell->layout) / (double) PANGO_SCALE);
  pango_cairo_show_layout_line (cr, pango_layout_get_line_readonly (cell->layout, cell->line));
}

static void
draw_footer (Job *job, GtkPrintContext *context, cairo_t *cr, int number)
{
  g_autofree char *text = g_strdup_printf ("%s · %d/%u", g_get_application_name (), number + 1, job->page_starts->len);
  g_autoptr (PangoLayout) layout = NULL;
  g_autofree char *markup = g_markup_escape_text (text, -1);

  layout = new_layout (job, markup, "Serif 9", job->width);
  pango_layout_set_alignment (layout, PANGO_ALIGN_CENTER);
  cairo_move_to (cr, 0, gtk_print_context_get_height (context) - 12);
  pango_cairo_show_layout (cr, layout);
}

static void
draw_page_cb (GtkPrintOperation *operation, GtkPrintContext *context, int number, Job *job)
{
  cairo_t *cr = gtk_print_context_get_cairo_context (context);
  guint start = g_array_index (job->page_starts, guint, number);
  gboolean last = number + 1 == (int) job->page_starts->len;
  guint end = last ? job->rows->len : g_array_index (job->page_starts, guint, number + 1);
  double y = 0;

  for (guint i = start; i < end; i++)
    {
      Row *row = job->rows->pdata[i];

      y += i == start ? 0 : row->space_before;
      for (guint c = 0; c < row->cells->len; c++)
        draw_cell (cr, &g_array_index (row->cells, Cell, c), y);
      y += row->height;
    }
  draw_footer (job, context, cr, number);
}

GtkPrintOperation *
sotay_page_print_operation (SotayPage *page, const char *letterhead)
{
  /* Margins as in Nghị định 30/2020/NĐ-CP, Phụ lục I. */
  const SotayPrintMargins margins = { 20, 20, 30, 15 };
  GtkPrintOperation *operation = sotay_print_new (sotay_page_get_title (page), &margins);
  Job *job = g_new0 (Job, 1);

  job->page = g_object_ref (page);
  job->letterhead = g_strdup (letterhead);
  g_signal_connect_data (operation, "begin-print", G_CALLBACK (begin_print_cb), job, job_free, 0);
  g_signal_connect (operation, "draw-page", G_CALLBACK (draw_page_cb), job);
  return operation;
}

void
sotay_page_print_run (SotayPage *page, const char *letterhead, GtkWidget *widget)
{
  g_autoptr (GtkPrintOperation) operation = sotay_page_print_operation (page, letterhead);

  sotay_print_run (operation, widget);
}
