/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "reports/page-cells.h"

#include <string.h>

/* Numbers and short words come again and again: so many of them, each no longer than that, are kept as laid out. */
#define MOST_KEPT 400
#define KEPT_BYTES 12

struct _SotayPageCells
{
  SotayPagePen *pen;
  double size;
  double pitch;
  double ascent;
  PangoLayout *layouts[2]; /* regular, bold */
  GHashTable *kept[2];     /* text → PangoLayout, of one line */
};

SotayPageCells *
sotay_page_cells_new (SotayPagePen *pen, double size)
{
  SotayPageCells *cells = g_new0 (SotayPageCells, 1);

  cells->pen = pen;
  cells->size = size;
  cells->pitch = sotay_page_pen_get_pitch (pen, size);
  cells->ascent = sotay_page_pen_get_ascent (pen, size);
  for (guint i = 0; i < 2; i++)
    {
      cells->layouts[i] = sotay_page_pen_make_layout (pen, (SotayPageFont){ size, i == 1, FALSE }, -1);
      cells->kept[i] = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
    }
  return cells;
}

void
sotay_page_cells_free (SotayPageCells *cells)
{
  for (guint i = 0; i < 2; i++)
    {
      g_object_unref (cells->layouts[i]);
      g_hash_table_unref (cells->kept[i]);
    }
  g_free (cells);
}

static gboolean
fits_in_line (SotayPageCells *cells, const char *text, const SotayPageBox *box)
{
  return sotay_page_pen_bound (cells->pen, (SotayPageFont){ cells->size, box->bold, FALSE }, text, -1) <= box->width;
}

static PangoLayout *
lay_out (SotayPageCells *cells, const char *text, const SotayPageBox *box)
{
  PangoLayout *layout = cells->layouts[box->bold ? 1 : 0];

  pango_layout_set_width (layout, (int) (box->width * PANGO_SCALE));
  pango_layout_set_alignment (layout, box->align);
  pango_layout_set_ellipsize (layout, box->most_lines > 0 ? PANGO_ELLIPSIZE_END : PANGO_ELLIPSIZE_NONE);
  pango_layout_set_height (layout, box->most_lines > 0 ? -box->most_lines : -1);
  sotay_page_pen_set_text (layout, text);
  return layout;
}

double
sotay_page_cells_measure (SotayPageCells *cells, const char *text, const SotayPageBox *box)
{
  PangoRectangle logical;

  if (fits_in_line (cells, text, box))
    return cells->pitch;
  pango_layout_get_extents (lay_out (cells, text, box), NULL, &logical);
  return (double) logical.height / PANGO_SCALE;
}

/* Returns: (transfer none): the text in one line, until the next is asked for */
static PangoLayout *
lay_out_line (SotayPageCells *cells, const char *text, gboolean bold)
{
  guint manner = bold ? 1 : 0;
  PangoLayout *layout = g_hash_table_lookup (cells->kept[manner], text);

  if (layout != NULL)
    return layout;
  if (strlen (text) <= KEPT_BYTES && g_hash_table_size (cells->kept[manner]) < MOST_KEPT)
    {
      layout = sotay_page_pen_make_layout (cells->pen, (SotayPageFont){ cells->size, bold, FALSE }, -1);
      g_hash_table_insert (cells->kept[manner], g_strdup (text), layout);
    }
  else
    {
      layout = cells->layouts[manner];
      pango_layout_set_width (layout, -1);
    }
  pango_layout_set_text (layout, text, -1);
  return layout;
}

/* Not broken anywhere, so it cannot need more lines than it was given room for. */
static void
draw_line (SotayPageCells *cells, const char *text, const SotayPageBox *box, cairo_t *cr)
{
  PangoLayoutLine *line = pango_layout_get_line_readonly (lay_out_line (cells, text, box->bold), 0);
  double x = box->x;

  if (box->align != PANGO_ALIGN_LEFT)
    {
      PangoRectangle logical;
      double room;

      pango_layout_line_get_extents (line, NULL, &logical);
      room = box->width - (double) logical.width / PANGO_SCALE;
      x += box->align == PANGO_ALIGN_CENTER ? room / 2 : room;
    }
  cairo_move_to (cr, x, box->y + (box->height - cells->pitch) / 2 + cells->ascent);
  pango_cairo_show_layout_line (cr, line);
}

void
sotay_page_cells_draw (SotayPageCells *cells, const char *text, const SotayPageBox *box, cairo_t *cr)
{
  PangoLayout *layout;
  PangoRectangle logical;

  if (*text == '\0')
    return;
  if (fits_in_line (cells, text, box))
    {
      draw_line (cells, text, box, cr);
      return;
    }
  layout = lay_out (cells, text, box);
  pango_layout_get_extents (layout, NULL, &logical);
  cairo_move_to (cr, box->x, box->y + (box->height - (double) logical.height / PANGO_SCALE) / 2);
  pango_cairo_show_layout (cr, layout);
}

guint
sotay_page_cells_measure_lines (SotayPageCells *cells, const char *text, const SotayPageBox *box, double *pitch)
{
  PangoLayoutIter *iter = pango_layout_get_iter (lay_out (cells, text, box));
  guint count = 0;

  do
    {
      PangoRectangle logical;

      pango_layout_iter_get_line_extents (iter, NULL, &logical);
      *pitch = MAX (*pitch, (double) logical.height / PANGO_SCALE);
      count++;
    }
  while (pango_layout_iter_next_line (iter));
  pango_layout_iter_free (iter);
  return count;
}

void
sotay_page_cells_draw_lines (SotayPageCells *cells, const char *text, const SotayPageBox *box, guint first,
                             guint count, double pitch, cairo_t *cr)
{
  PangoLayoutIter *iter = pango_layout_get_iter (lay_out (cells, text, box));
  guint row = 0;

  do
    {
      PangoRectangle logical;

      pango_layout_iter_get_line_extents (iter, NULL, &logical);
      if (row >= first)
        {
          cairo_move_to (cr, box->x + (double) logical.x / PANGO_SCALE,
                         box->y + (row - first) * pitch
                           + (double) (pango_layout_iter_get_baseline (iter) - logical.y) / PANGO_SCALE);
          pango_cairo_show_layout_line (cr, pango_layout_iter_get_line_readonly (iter));
        }
      row++;
    }
  while (row < first + count && pango_layout_iter_next_line (iter));
  pango_layout_iter_free (iter);
}
