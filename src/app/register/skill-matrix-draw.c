/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/register/skill-matrix-private.h"

#include "register/practice.h"

#define PADDING 6
#define LINE_ALPHA 0.12
#define DIM_ALPHA 0.55
#define CURSOR_ALPHA 0.18
#define MARK_SHARE 0.30 /* of the row's height is the radius of a mark's circle */
#define MARK_LINE 2

static void
draw_text (SotaySkillMatrix *self, GtkSnapshot *snapshot, const char *text, const graphene_rect_t *area, gboolean bold,
           float align, const GdkRGBA *colour)
{
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), text);
  int width, height;

  if (bold)
    {
      PangoAttrList *attributes = pango_attr_list_new ();

      pango_attr_list_insert (attributes, pango_attr_weight_new (PANGO_WEIGHT_BOLD));
      pango_layout_set_attributes (layout, attributes);
      pango_attr_list_unref (attributes);
    }
  pango_layout_set_width (layout, (int) (area->size.width * PANGO_SCALE));
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  pango_layout_get_pixel_size (layout, &width, &height);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (area->origin.x + (area->size.width - width) * align,
                                                          area->origin.y + (area->size.height - height) / 2));
  gtk_snapshot_append_layout (snapshot, layout, colour);
  gtk_snapshot_restore (snapshot);
}

/* A ring, a ring half filled, a disc: known without their colour. */
static void
draw_circle (GtkSnapshot *snapshot, float x, float y, float radius, int level, const GdkRGBA *colour)
{
  graphene_rect_t box = GRAPHENE_RECT_INIT (x - radius, y - radius, 2 * radius, 2 * radius);
  graphene_rect_t filled = box;
  float widths[] = { MARK_LINE, MARK_LINE, MARK_LINE, MARK_LINE };
  GdkRGBA colours[] = { *colour, *colour, *colour, *colour };
  GskRoundedRect outline;

  gsk_rounded_rect_init_from_rect (&outline, &box, radius);
  if (level == SOTAY_PRACTICE_PRACTISED)
    filled.size.width = radius;
  if (level > SOTAY_PRACTICE_TAUGHT)
    {
      gtk_snapshot_push_rounded_clip (snapshot, &outline);
      gtk_snapshot_append_color (snapshot, colour, &filled);
      gtk_snapshot_pop (snapshot);
    }
  gtk_snapshot_append_border (snapshot, &outline, widths, colours);
}

static GdkRGBA
get_colour (SotaySkillMatrix *self, const char *name)
{
  GtkStyleContext *style = gtk_widget_get_style_context (GTK_WIDGET (self));
  GdkRGBA colour;

  if (!gtk_style_context_lookup_color (style, name, &colour))
    gtk_style_context_get_color (style, &colour);
  return colour;
}

static void
draw_mark (SotaySkillMatrix *self, GtkSnapshot *snapshot, const graphene_rect_t *cell, int level,
           const GdkRGBA *foreground)
{
  GdkRGBA accent = get_colour (self, "accent_color");
  float radius = (float) (self->row_height * MARK_SHARE);
  float x = cell->origin.x + cell->size.width / 2;
  graphene_rect_t area;
  char number[] = { '1' + (char) level, '\0' };

  if (level < 0)
    return;
  draw_circle (snapshot, x - radius / 2, cell->origin.y + cell->size.height / 2, radius, level,
               level == SOTAY_PRACTICE_FLUENT ? &accent : foreground);
  graphene_rect_init (&area, x + radius, cell->origin.y, radius + PADDING, cell->size.height);
  draw_text (self, snapshot, number, &area, FALSE, 0, foreground);
}

static void
draw_lines (SotaySkillMatrix *self, GtkSnapshot *snapshot, double y, int width, const GdkRGBA *foreground)
{
  GdkRGBA faint = *foreground;

  faint.alpha *= LINE_ALPHA;
  gtk_snapshot_append_color (snapshot, &faint,
                             &GRAPHENE_RECT_INIT (0, (float) y + self->row_height - 1, width, 1));
}

static graphene_rect_t
get_cell (SotaySkillMatrix *self, guint column, double y)
{
  double x = self->name_width + column * self->cell_width - gtk_adjustment_get_value (self->adjustments[0]);

  return GRAPHENE_RECT_INIT ((float) x, (float) y, (float) self->cell_width, self->row_height);
}

static void
draw_cursor (SotaySkillMatrix *self, GtkSnapshot *snapshot, const graphene_rect_t *cell)
{
  GdkRGBA accent = get_colour (self, "accent_color");
  GdkRGBA faint = accent;
  float line = gtk_widget_has_focus (GTK_WIDGET (self)) ? 2 : 1;
  float widths[] = { line, line, line, line };
  GdkRGBA colours[] = { accent, accent, accent, accent };
  GskRoundedRect outline;

  faint.alpha *= CURSOR_ALPHA;
  gtk_snapshot_append_color (snapshot, &faint, cell);
  gsk_rounded_rect_init_from_rect (&outline, cell, 4);
  gtk_snapshot_append_border (snapshot, &outline, widths, colours);
}

static void
draw_cells (SotaySkillMatrix *self, GtkSnapshot *snapshot, guint row, double y, const GdkRGBA *foreground)
{
  SotayStaff *staff = sotay_skill_matrix_get_staff (self, row);
  SotayRecord *const *marks = staff != NULL
                                  ? sotay_practice_cache_look_up (self->cache, sotay_staff_get_id (staff))
                                  : NULL;

  for (guint column = 0; column < SOTAY_N_UTILITIES; column++)
    {
      graphene_rect_t cell = get_cell (self, column, y);

      if (row == self->cursor_row && column == self->cursor_column)
        draw_cursor (self, snapshot, &cell);
      if (marks != NULL)
        draw_mark (self, snapshot, &cell, sotay_practice_level (marks[column]), foreground);
    }
}

static void
draw_head (SotaySkillMatrix *self, GtkSnapshot *snapshot, int width, const GdkRGBA *foreground)
{
  gtk_snapshot_push_clip (snapshot, &GRAPHENE_RECT_INIT (self->name_width, 0, width - self->name_width,
                                                         self->row_height));
  for (guint column = 0; column < SOTAY_N_UTILITIES; column++)
    {
      g_autofree char *number = g_strdup_printf ("%u", column + 1);
      graphene_rect_t cell = get_cell (self, column, 0);

      draw_text (self, snapshot, number, &cell, column == self->cursor_column, 0.5, foreground);
    }
  gtk_snapshot_pop (snapshot);
  draw_lines (self, snapshot, 0, width, foreground);
}

void
sotay_skill_matrix_draw (SotaySkillMatrix *self, GtkSnapshot *snapshot)
{
  int width = gtk_widget_get_width (GTK_WIDGET (self));
  int height = gtk_widget_get_height (GTK_WIDGET (self));
  double top = self->row_height - gtk_adjustment_get_value (self->adjustments[1]);
  GdkRGBA foreground;
  GdkRGBA dim;

  gtk_style_context_get_color (gtk_widget_get_style_context (GTK_WIDGET (self)), &foreground);
  dim = foreground;
  dim.alpha *= DIM_ALPHA;
  draw_head (self, snapshot, width, &foreground);
  gtk_snapshot_push_clip (snapshot, &GRAPHENE_RECT_INIT (0, self->row_height, width, height - self->row_height));
  for (guint i = 0; i < self->rows->len; i++)
    {
      guint row = self->first_row + i;
      double y = top + (double) row * self->row_height;
      SotayStaff *staff = sotay_skill_matrix_get_staff (self, row);
      graphene_rect_t area = GRAPHENE_RECT_INIT (PADDING, (float) y, self->name_width - 2 * PADDING, self->row_height);

      draw_text (self, snapshot, staff != NULL ? sotay_staff_get_name (staff) : "…", &area, row == self->cursor_row, 0,
                 staff != NULL ? &foreground : &dim);
      gtk_snapshot_push_clip (snapshot, &GRAPHENE_RECT_INIT (self->name_width, (float) y, width - self->name_width,
                                                             self->row_height));
      draw_cells (self, snapshot, row, y, &foreground);
      gtk_snapshot_pop (snapshot);
      draw_lines (self, snapshot, y, width, &foreground);
    }
  gtk_snapshot_pop (snapshot);
}
