/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "reports/page-board.h"

#include "reports/clean-text.h"
#include "reports/page-form.h"

/* A text that needs more room than it may have gets smaller by steps, down to this part of its size. */
#define SHRINK 0.92
#define SMALLEST 0.6

typedef struct
{
  char *text;
  SotayPageLabel label;
} Label;

typedef struct
{
  double x;
  double y;
  double width;
} Rule;

struct _SotayPageBoard
{
  SotayPagePiece parent;

  SotayPagePen *pen;
  GArray *labels; /* Label */
  GArray *rules;  /* Rule */
  double height;
  double scale; /* below 1: it would not stand on a page else */
};

static void
clear_label (gpointer data)
{
  g_free (((Label *) data)->text);
}

static PangoLayout *
lay_out (SotayPagePen *pen, const char *text, const SotayPageLabel *label)
{
  PangoLayout *layout = sotay_page_pen_make_layout (pen, label->font, label->width);

  pango_layout_set_alignment (layout, label->align);
  sotay_page_pen_set_text (layout, text);
  return layout;
}

static double
get_height (PangoLayout *layout)
{
  PangoRectangle logical;

  pango_layout_get_extents (layout, NULL, &logical);
  return (double) logical.height / PANGO_SCALE;
}

/* Returns: (transfer full): a layout within the label's height, whose size it changes where it must */
static PangoLayout *
fit (SotayPagePen *pen, const char *text, SotayPageLabel *label)
{
  PangoLayout *layout = lay_out (pen, text, label);
  double least = label->font.size * SMALLEST;

  while (get_height (layout) > label->most && label->font.size * SHRINK > least)
    {
      label->font.size *= SHRINK;
      g_object_unref (layout);
      layout = lay_out (pen, text, label);
    }
  if (get_height (layout) > label->most)
    {
      double pitch = sotay_page_pen_get_pitch (pen, label->font.size);

      pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
      pango_layout_set_height (layout, -MAX (1, (int) (label->most / pitch)));
    }
  return layout;
}

static void
draw_board (SotayPagePiece *piece, SotayPagePen *pen, const SotayPageStrip *strips, guint n_strips, cairo_t *cr)
{
  SotayPageBoard *board = (SotayPageBoard *) piece;

  cairo_save (cr);
  cairo_translate (cr, 0, strips[0].y);
  cairo_scale (cr, board->scale, board->scale);
  for (guint i = 0; i < board->labels->len; i++)
    {
      Label *label = &g_array_index (board->labels, Label, i);
      PangoLayout *layout = fit (pen, label->text, &label->label);

      cairo_move_to (cr, label->label.x, label->label.y);
      pango_cairo_show_layout (cr, layout);
      g_object_unref (layout);
    }
  cairo_set_line_width (cr, SOTAY_PAGE_RULE);
  for (guint i = 0; i < board->rules->len; i++)
    {
      const Rule *rule = &g_array_index (board->rules, Rule, i);

      cairo_move_to (cr, rule->x, rule->y);
      cairo_rel_line_to (cr, rule->width, 0);
      cairo_stroke (cr);
    }
  cairo_restore (cr);
}

static void
free_board (SotayPagePiece *piece)
{
  SotayPageBoard *board = (SotayPageBoard *) piece;

  g_array_unref (board->labels);
  g_array_unref (board->rules);
  g_free (board);
}

static const SotayPagePieceClass board_class = { draw_board, NULL, free_board };

SotayPageBoard *
sotay_page_board_new (SotayPagePen *pen)
{
  SotayPageBoard *board = g_new0 (SotayPageBoard, 1);

  board->parent.klass = &board_class;
  board->parent.role = "P";
  board->pen = pen;
  board->labels = g_array_new (FALSE, FALSE, sizeof (Label));
  g_array_set_clear_func (board->labels, clear_label);
  board->rules = g_array_new (FALSE, FALSE, sizeof (Rule));
  return board;
}

double
sotay_page_board_add_text (SotayPageBoard *board, const char *text, const SotayPageLabel *form, double *width)
{
  Label label = { text != NULL ? sotay_report_clean (text) : g_strdup (""), *form };
  PangoLayout *layout = fit (board->pen, label.text, &label.label);
  PangoRectangle logical;
  double height;

  pango_layout_get_extents (layout, NULL, &logical);
  height = *label.text != '\0' ? (double) logical.height / PANGO_SCALE : 0;
  if (width != NULL)
    *width = (double) logical.width / PANGO_SCALE;
  board->height = MAX (board->height, form->y + height);
  g_array_append_val (board->labels, label);
  g_object_unref (layout);
  return height;
}

void
sotay_page_board_add_rule (SotayPageBoard *board, double x, double y, double width)
{
  Rule rule = { x, y, width };

  board->height = MAX (board->height, y + SOTAY_PAGE_RULE);
  g_array_append_val (board->rules, rule);
}

void
sotay_page_board_add_to (SotayPageBoard *board, SotayPageFlow *flow, double before)
{
  board->scale = MIN (1, flow->height / board->height);
  sotay_page_flow_add_piece (flow, &board->parent);
  sotay_page_flow_add_strip (flow, 0, before, board->height * board->scale);
}
