/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "reports/page-text.h"

#include "reports/page-link.h"

typedef struct
{
  SotayPagePiece parent;

  SotayPageTextForm form;
  double width;
  char *text;
  gsize lead; /* bytes before the first run */
} Text;

static void
style_runs (PangoLayout *layout, const SotayReportBlock *block, gsize lead)
{
  PangoAttrList *attributes = pango_attr_list_copy (pango_layout_get_attributes (layout));
  gsize start = lead;

  for (guint i = 0; i < block->runs->len; i++)
    {
      const SotayRun *run = &g_array_index (block->runs, SotayRun, i);
      gsize end = start + strlen (run->text);
      PangoAttribute *bold = run->style & SOTAY_RUN_BOLD ? pango_attr_weight_new (PANGO_WEIGHT_BOLD) : NULL;
      PangoAttribute *italic = run->style & SOTAY_RUN_ITALIC ? pango_attr_style_new (PANGO_STYLE_ITALIC) : NULL;
      PangoAttribute *both[] = { bold, italic };

      for (guint j = 0; j < G_N_ELEMENTS (both); j++)
        if (both[j] != NULL)
          {
            both[j]->start_index = (guint) start;
            both[j]->end_index = (guint) end;
            pango_attr_list_insert (attributes, both[j]);
          }
      start = end;
    }
  pango_layout_set_attributes (layout, attributes);
  pango_attr_list_unref (attributes);
}

/* "92,58 %" stays on one line. */
static void
keep_percents (PangoLayout *layout, const char *text)
{
  const char *found = strstr (text, " %");
  PangoAttrList *attributes;

  if (found == NULL)
    return;
  attributes = pango_attr_list_copy (pango_layout_get_attributes (layout));
  for (; found != NULL; found = strstr (found + 1, " %"))
    {
      PangoAttribute *attribute;

      if (found == text || !g_ascii_isdigit (found[-1]))
        continue;
      attribute = pango_attr_allow_breaks_new (FALSE);
      attribute->start_index = (guint) (found - 1 - text);
      attribute->end_index = (guint) (found + strlen (" %") - text);
      pango_attr_list_insert (attributes, attribute);
    }
  pango_layout_set_attributes (layout, attributes);
  pango_attr_list_unref (attributes);
}

static PangoLayout *
lay_out (Text *text, SotayPagePen *pen)
{
  const SotayPageTextForm *form = &text->form;
  PangoLayout *layout = sotay_page_pen_make_layout (pen, form->font, text->width - form->left - form->right);

  pango_layout_set_alignment (layout, form->align);
  pango_layout_set_justify (layout, form->justify);
  pango_layout_set_justify_last_line (layout, FALSE);
  pango_layout_set_indent (layout, (int) (form->first * PANGO_SCALE));
  sotay_page_pen_set_text (layout, text->text);
  keep_percents (layout, text->text);
  if (text->parent.block != NULL && text->parent.block->runs != NULL)
    style_runs (layout, text->parent.block, text->lead);
  return layout;
}

/* Where the iterator's line stands in a strip, and how high the strip must be for it. */
static void
place_line (Text *text, PangoLayoutIter *iter, double *x, double *baseline, double *height)
{
  PangoRectangle logical;
  double natural, pitch;

  pango_layout_iter_get_line_extents (iter, NULL, &logical);
  natural = (double) logical.height / PANGO_SCALE;
  pitch = MAX (text->form.pitch, natural);
  *x = text->form.left + (double) logical.x / PANGO_SCALE;
  *baseline = (pitch - natural) / 2 + (double) (pango_layout_iter_get_baseline (iter) - logical.y) / PANGO_SCALE;
  *height = pitch;
}

static void
draw_text (SotayPagePiece *piece, SotayPagePen *pen, const SotayPageStrip *strips, guint n_strips, cairo_t *cr)
{
  Text *text = (Text *) piece;
  PangoLayout *layout = lay_out (text, pen);
  PangoLayoutIter *iter = pango_layout_get_iter (layout);
  guint row = 0;

  do
    {
      const SotayPageStrip *strip = &strips[row - MIN (row, strips[0].row)];
      double x, baseline, height;

      if (row >= strips[0].row)
        {
          place_line (text, iter, &x, &baseline, &height);
          cairo_move_to (cr, x, strip->y + baseline);
          pango_cairo_show_layout_line (cr, pango_layout_iter_get_line_readonly (iter));
        }
      row++;
    }
  while (row < strips[0].row + n_strips && pango_layout_iter_next_line (iter));
  sotay_page_link_mark (layout, strips, n_strips, text->form.left, cr);
  pango_layout_iter_free (iter);
  g_object_unref (layout);
}

static int
find_run (Text *text, gsize index)
{
  gsize end = text->lead;

  for (guint i = 0; i < text->parent.block->runs->len; i++)
    {
      const SotayRun *run = &g_array_index (text->parent.block->runs, SotayRun, i);
      gsize start = end;

      end += strlen (run->text);
      if (index >= start && index < end)
        return run->figure;
    }
  return -1;
}

static int
find_figure (SotayPagePiece *piece, SotayPagePen *pen, const SotayPageStrip *strip, double x, double y)
{
  Text *text = (Text *) piece;
  PangoLayout *layout;
  PangoLayoutLine *line;
  PangoRectangle extents;
  int index, trailing;
  int figure = -1;

  if (piece->block == NULL || piece->block->runs == NULL)
    return -1;
  layout = lay_out (text, pen);
  line = pango_layout_get_line_readonly (layout, (int) strip->row);
  pango_layout_index_to_pos (layout, line->start_index, &extents);
  /* Any height within the line will do. */
  if (pango_layout_xy_to_index (layout, (int) ((x - text->form.left) * PANGO_SCALE), extents.y + extents.height / 2,
                                &index, &trailing))
    figure = find_run (text, (gsize) index);
  g_object_unref (layout);
  return figure;
}

static void
free_text (SotayPagePiece *piece)
{
  g_free (((Text *) piece)->text);
  g_free (piece);
}

static const SotayPagePieceClass text_class = { draw_text, find_figure, free_text };

/* Lines of a paragraph that never part: the first two, the last two. */
static void
keep_lines (SotayPageFlow *flow, guint first, gboolean with_next)
{
  guint end = flow->strips->len;

  for (guint i = first; i < end; i++)
    {
      gboolean last = i == end - 1;

      g_array_index (flow->strips, SotayPageStrip, i).keep
          = (last ? with_next : i == first || i == end - 2 || with_next) ? 1 : 0;
    }
}

static double
add_lines (SotayPageFlow *flow, Text *text)
{
  PangoLayout *layout = lay_out (text, flow->pen);
  PangoLayoutIter *iter = pango_layout_get_iter (layout);
  guint first = flow->strips->len;
  double widest = 0;

  do
    {
      double x, baseline, height;
      PangoRectangle logical;

      place_line (text, iter, &x, &baseline, &height);
      pango_layout_iter_get_line_extents (iter, NULL, &logical);
      widest = MAX (widest, (double) logical.width / PANGO_SCALE);
      sotay_page_flow_add_strip (flow, flow->strips->len - first, flow->strips->len == first ? text->form.before : 0,
                                 height);
    }
  while (pango_layout_iter_next_line (iter));
  keep_lines (flow, first, text->form.keep);
  pango_layout_iter_free (iter);
  g_object_unref (layout);
  return widest;
}

double
sotay_page_text_add (SotayPageFlow *flow, const SotayPageTextForm *form, const char *words,
                     const SotayReportBlock *block)
{
  Text *text = g_new0 (Text, 1);
  g_autofree char *own = block != NULL ? sotay_report_block_get_text (block) : NULL;

  text->parent.klass = &text_class;
  text->parent.role = form->role;
  text->parent.block = block;
  text->form = *form;
  text->width = flow->width;
  text->text = g_strdup (words);
  text->lead = own != NULL ? strlen (words) - strlen (own) : 0;
  sotay_page_flow_add_piece (flow, &text->parent);
  return add_lines (flow, text);
}
