/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "presentation/slide-type.h"

#include "core/text.h"

#include <string.h>

#define MARGIN 0.06
#define PITCH 1.3 /* from row to row, in letters (em) */

/* In longer texts a short last row does not strike. */
#define MOST_BALANCED 8

/* At the bottom edge, of the height: for the line that tells how far the lesson is. */
#define STRIP 0.012

/* Letters are not fitted to pixels: a thumbnail is then the same picture, only smaller. */
static PangoContext *
make_context (void)
{
  PangoContext *context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  PangoFontDescription *description = pango_font_description_from_string ("sans");
  cairo_font_options_t *options = cairo_font_options_create ();

  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  cairo_font_options_set_antialias (options, CAIRO_ANTIALIAS_GRAY);
  pango_cairo_context_set_font_options (context, options);
  pango_context_set_round_glyph_positions (context, FALSE);
  pango_context_set_font_description (context, description);
  cairo_font_options_destroy (options);
  pango_font_description_free (description);
  return context;
}

void
sotay_slide_type_init (SotaySlideType *type, const SotayWall *wall)
{
  type->context = make_context ();
  type->least = wall->height * (wall->large ? SOTAY_WALL_LEAST_LARGE_TEXT : SOTAY_WALL_LEAST_TEXT);
  type->left = wall->width * MARGIN;
  type->right = wall->width - type->left;
  type->top = wall->height * MARGIN;
  type->bottom = wall->height * (1 - MARGIN - STRIP);
  type->colours = *sotay_wall_get_all_colours (wall->theme);
}

void
sotay_slide_type_clear (SotaySlideType *type)
{
  g_clear_object (&type->context);
}

/* The text without marks that no letter of a language has: a pile of them would be higher than the wall. */
static char *
drop_marks (const char *text)
{
  GString *kept = g_string_sized_new (strlen (text));
  guint n_marks = 0;

  for (const char *next = text; *next != '\0'; next = g_utf8_next_char (next))
    {
      n_marks = g_unichar_ismark (g_utf8_get_char (next)) ? n_marks + 1 : 0;
      if (n_marks <= SOTAY_TEXT_MOST_MARKS)
        g_string_append_len (kept, next, g_utf8_next_char (next) - next);
    }
  return g_string_free (kept, FALSE);
}

static PangoLayout *
make_layout (const SotaySlideType *type, const char *text, const SotaySlideFont *font, double width)
{
  PangoLayout *layout = pango_layout_new (type->context);
  PangoFontDescription *description
    = pango_font_description_copy (pango_context_get_font_description (type->context));
  PangoAttrList *attributes = pango_attr_list_new ();
  g_autofree char *kept = drop_marks (text);

  pango_font_description_set_absolute_size (description, font->size * PANGO_SCALE);
  pango_font_description_set_weight (description, font->bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
  pango_attr_list_insert (attributes, pango_attr_insert_hyphens_new (FALSE));
  pango_layout_set_font_description (layout, description);
  pango_layout_set_attributes (layout, attributes);
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_width (layout, (int) (width * PANGO_SCALE));
  pango_layout_set_text (layout, kept, -1);
  pango_attr_list_unref (attributes);
  pango_font_description_free (description);
  return layout;
}

/* A row is as high as its letters need, marks above marks too, so that rows never touch. */
static void
measure_row (PangoLayoutIter *iter, double size, SotaySlideRow *row)
{
  PangoLayoutLine *line = pango_layout_iter_get_line_readonly (iter);
  double scale = PANGO_SCALE;
  double baseline = pango_layout_iter_get_baseline (iter) / scale;
  PangoRectangle ink, logical;
  double natural, pitch, below;

  pango_layout_iter_get_line_extents (iter, &ink, &logical);
  natural = logical.height / scale;
  pitch = MAX (size * PITCH, natural);
  row->ascent = (pitch - natural) / 2 + baseline - logical.y / scale;
  below = pitch - row->ascent;
  row->ascent = MAX (row->ascent, baseline - ink.y / scale);
  row->height = row->ascent + MAX (below, (ink.y + ink.height) / scale - baseline);
  row->x = logical.x / scale;
  row->width = logical.width / scale;
  row->ink_x = ink.x / scale;
  row->ink_y = row->ascent + ink.y / scale - baseline;
  row->ink_width = ink.width / scale;
  row->ink_height = ink.height / scale;
  row->start = line->start_index;
  row->end = line->start_index + line->length;
}

/* Whether a row begins where a text may not be broken. */
static gboolean
begins_in_word (SotaySlideLines *lines, const SotaySlideRow *row)
{
  const char *text = pango_layout_get_text (lines->layout);
  int n_attributes;
  const PangoLogAttr *attributes = pango_layout_get_log_attrs_readonly (lines->layout, &n_attributes);

  return row->start > 0 && !attributes[g_utf8_pointer_to_offset (text, text + row->start)].is_line_break;
}

static void
measure_rows (SotaySlideLines *lines)
{
  PangoLayoutIter *iter = pango_layout_get_iter (lines->layout);

  g_array_set_size (lines->rows, 0);
  lines->breaks_word = FALSE;
  do
    {
      SotaySlideRow row;

      measure_row (iter, lines->font.size, &row);
      g_array_append_val (lines->rows, row);
      lines->breaks_word = lines->breaks_word || begins_in_word (lines, &row);
    }
  while (pango_layout_iter_next_line (iter));
  pango_layout_iter_free (iter);
}

SotaySlideLines *
sotay_slide_lines_new (const SotaySlideType *type, const char *text, const SotaySlideFont *font, double width)
{
  SotaySlideLines *lines = g_rc_box_new0 (SotaySlideLines);

  lines->layout = make_layout (type, text, font, width);
  lines->font = *font;
  lines->rows = g_array_new (FALSE, FALSE, sizeof (SotaySlideRow));
  measure_rows (lines);
  return lines;
}

/* Returns the length of the last row, in lengths of the longest; 0 when there are not as many rows or a word is too
 * long. */
static double
try_width (PangoLayout *layout, int n_rows, double width)
{
  PangoRectangle all, last;

  pango_layout_set_width (layout, (int) width);
  if (pango_layout_get_line_count (layout) != n_rows)
    return 0;
  pango_layout_get_extents (layout, NULL, &all);
  pango_layout_line_get_extents (pango_layout_get_line_readonly (layout, n_rows - 1), NULL, &last);
  return all.width <= width ? (double) last.width / all.width : 0;
}

void
sotay_slide_lines_balance (SotaySlideLines *lines, double shortest)
{
  int n_rows = (int) lines->rows->len;
  double width = pango_layout_get_width (lines->layout);
  double best = width;

  if (n_rows < 2 || n_rows > MOST_BALANCED
      || g_array_index (lines->rows, SotaySlideRow, n_rows - 1).width >= shortest * sotay_slide_lines_get_width (lines))
    return;
  pango_layout_set_wrap (lines->layout, PANGO_WRAP_WORD);
  for (double part = 0.95; part > 1.0 / n_rows; part -= 0.05)
    {
      double length = try_width (lines->layout, n_rows, part * width);

      if (length > 0)
        best = part * width;
      if (length == 0 || length >= shortest)
        break;
    }
  if (best == width)
    pango_layout_set_wrap (lines->layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_width (lines->layout, (int) best);
  measure_rows (lines);
}

SotaySlideLines *
sotay_slide_lines_ref (SotaySlideLines *lines)
{
  return g_rc_box_acquire (lines);
}

static void
clear_lines (SotaySlideLines *lines)
{
  g_object_unref (lines->layout);
  g_array_unref (lines->rows);
}

void
sotay_slide_lines_unref (SotaySlideLines *lines)
{
  g_rc_box_release_full (lines, (GDestroyNotify) clear_lines);
}

double
sotay_slide_lines_get_height (SotaySlideLines *lines, guint first, guint n_rows)
{
  double height = 0;

  for (guint i = first; i < first + n_rows; i++)
    height += g_array_index (lines->rows, SotaySlideRow, i).height;
  return height;
}

double
sotay_slide_lines_get_width (SotaySlideLines *lines)
{
  double width = 0;

  for (guint i = 0; i < lines->rows->len; i++)
    {
      const SotaySlideRow *row = &g_array_index (lines->rows, SotaySlideRow, i);

      width = MAX (width, row->x + row->width);
    }
  return width;
}

void
sotay_slide_set_source (cairo_t *cr, guint colour)
{
  cairo_set_source_rgb (cr, (colour >> 16) / 255.0, ((colour >> 8) & 0xff) / 255.0, (colour & 0xff) / 255.0);
}

void
sotay_slide_lines_draw (SotaySlideLines *lines, guint first, guint n_rows, cairo_t *cr, double x, double y)
{
  sotay_slide_set_source (cr, lines->font.colour);
  for (guint i = first; i < first + n_rows; i++)
    {
      const SotaySlideRow *row = &g_array_index (lines->rows, SotaySlideRow, i);

      cairo_move_to (cr, x + row->x, y + row->ascent);
      pango_cairo_show_layout_line (cr, pango_layout_get_line_readonly (lines->layout, (int) i));
      y += row->height;
    }
}

/* Widens the ink of @box, which has some or none yet, to that of a row at @x and @y. */
static void
add_ink (SotaySlideBox *box, const SotaySlideRow *row, double x, double y)
{
  double right = x + row->ink_x + row->ink_width;
  double bottom = y + row->ink_y + row->ink_height;

  if (row->ink_width <= 0)
    return;
  if (box->ink_width <= 0)
    {
      box->ink_x = x + row->ink_x;
      box->ink_y = y + row->ink_y;
    }
  else
    {
      right = MAX (right, box->ink_x + box->ink_width);
      bottom = MAX (bottom, box->ink_y + box->ink_height);
      box->ink_x = MIN (box->ink_x, x + row->ink_x);
      box->ink_y = MIN (box->ink_y, y + row->ink_y);
    }
  box->ink_width = right - box->ink_x;
  box->ink_height = bottom - box->ink_y;
}

SotaySlideBox
sotay_slide_lines_describe (SotaySlideLines *lines, guint first, guint n_rows, double x, double y)
{
  SotaySlideBox box = { .y = y, .size = lines->font.size, .colour = lines->font.colour, .ground = lines->font.ground };
  const SotaySlideRow *rows = (const SotaySlideRow *) (void *) lines->rows->data + first;
  const char *text = pango_layout_get_text (lines->layout);
  double right = 0;

  box.text = g_strndup (text + rows[0].start, (gsize) (rows[n_rows - 1].end - rows[0].start));
  box.x = x + rows[0].x;
  for (guint i = 0; i < n_rows; i++)
    {
      add_ink (&box, &rows[i], x, y + box.height);
      box.height += rows[i].height;
      box.x = MIN (box.x, x + rows[i].x);
      right = MAX (right, x + rows[i].x + rows[i].width);
    }
  box.width = right - box.x;
  return box;
}
