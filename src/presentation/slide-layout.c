/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "presentation/slide-layout.h"

#include "presentation/slide-compose.h"

struct _SotaySlideLayout
{
  SotaySlide *slide;
  SotayWall wall;
  guint ground;
  SotaySlideStage stage;
  GPtrArray *parts;
};

SotaySlideLayout *
sotay_slide_layout_new (SotaySlide *slide, const SotayWall *wall)
{
  SotaySlideLayout *layout = g_rc_box_new0 (SotaySlideLayout);
  const SotaySlideParts *parts = sotay_slide_get_parts (slide);
  g_auto (SotaySlideType) type = { 0 };

  layout->slide = g_object_ref (slide);
  layout->wall = *wall;
  sotay_slide_type_init (&type, wall);
  layout->ground = type.colours.ground;
  sotay_slide_stage_init (&layout->stage, &type, parts, wall);
  layout->parts = sotay_slide_compose (&layout->stage, &type, parts);
  return layout;
}

SotaySlideLayout *
sotay_slide_layout_ref (SotaySlideLayout *layout)
{
  return g_rc_box_acquire (layout);
}

static void
clear_layout (SotaySlideLayout *layout)
{
  g_object_unref (layout->slide);
  g_clear_object (&layout->stage.symbol);
  g_ptr_array_unref (layout->parts);
}

void
sotay_slide_layout_unref (SotaySlideLayout *layout)
{
  g_rc_box_release_full (layout, (GDestroyNotify) clear_layout);
}

const SotayWall *
sotay_slide_layout_get_wall (SotaySlideLayout *layout)
{
  return &layout->wall;
}

SotaySlide *
sotay_slide_layout_get_slide (SotaySlideLayout *layout)
{
  return layout->slide;
}

guint
sotay_slide_layout_get_n_parts (SotaySlideLayout *layout)
{
  return layout->parts->len;
}

static void
draw_tick (cairo_t *cr, double x, double y, double size)
{
  cairo_move_to (cr, x + 0.08 * size, y + 0.55 * size);
  cairo_line_to (cr, x + 0.36 * size, y + 0.88 * size);
  cairo_line_to (cr, x + 0.92 * size, y + 0.12 * size);
  cairo_set_line_width (cr, 0.16 * size);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  cairo_stroke (cr);
}

/* One quotation mark: a drop with its tail to the upper right. */
static void
draw_mark (cairo_t *cr, double x, double y, double size)
{
  double radius = 0.28 * size;

  cairo_arc (cr, x + radius, y + size - radius, radius, 0, 2 * G_PI);
  cairo_fill (cr);
  cairo_move_to (cr, x, y + size - radius);
  cairo_curve_to (cr, x, y + 0.35 * size, x + 0.2 * size, y + 0.1 * size, x + 0.6 * size, y);
  cairo_line_to (cr, x + 0.6 * size, y + 0.16 * size);
  cairo_curve_to (cr, x + 0.4 * size, y + 0.25 * size, x + 0.3 * size, y + 0.35 * size, x + radius,
                  y + size - 2 * radius);
  cairo_close_path (cr);
  cairo_fill (cr);
}

static void
draw_shape (cairo_t *cr, const SotaySlideShape *shape)
{
  double radius = shape->height / 2;

  sotay_slide_set_source (cr, shape->colour);
  switch (shape->ornament)
    {
    case SOTAY_ORNAMENT_RULE:
      cairo_rectangle (cr, shape->x, shape->y, 5 * shape->height, 0.22 * shape->height);
      cairo_fill (cr);
      break;
    case SOTAY_ORNAMENT_QUOTE:
      draw_mark (cr, shape->x, shape->y, 0.72 * shape->height);
      draw_mark (cr, shape->x + 0.55 * shape->height, shape->y, 0.72 * shape->height);
      break;
    case SOTAY_ORNAMENT_RING:
      cairo_set_line_width (cr, shape->height / 20);
      cairo_arc (cr, shape->x + radius, shape->y + radius, radius - shape->height / 40, 0, 2 * G_PI);
      cairo_stroke (cr);
      break;
    case SOTAY_ORNAMENT_DISC:
      cairo_arc (cr, shape->x + radius, shape->y + radius, radius, 0, 2 * G_PI);
      cairo_fill (cr);
      break;
    case SOTAY_ORNAMENT_TICK:
      draw_tick (cr, shape->x, shape->y, shape->height);
      break;
    case SOTAY_ORNAMENT_NONE:
    default:
      break;
    }
}

static void
add_run_cb (guint column, guint row, guint length, gpointer data)
{
  cairo_rectangle (data, column, row, length, 1);
}

/* Black on white whatever the theme: that is what phones expect. */
static void
draw_code (SotaySlideLayout *layout, cairo_t *cr)
{
  const SotaySlideStage *stage = &layout->stage;
  guint modules = sotay_qr_symbol_get_size (stage->symbol) + 2 * SOTAY_QR_QUIET_ZONE;

  cairo_save (cr);
  cairo_set_antialias (cr, CAIRO_ANTIALIAS_NONE);
  cairo_translate (cr, stage->place_x, stage->place_y);
  cairo_scale (cr, stage->place_width / modules, stage->place_height / modules);
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_rectangle (cr, 0, 0, modules, modules);
  cairo_fill (cr);
  cairo_set_source_rgb (cr, 0, 0, 0);
  sotay_qr_symbol_foreach_run (stage->symbol, add_run_cb, cr);
  cairo_fill (cr);
  cairo_restore (cr);
}

void
sotay_slide_layout_draw (SotaySlideLayout *layout, guint part, cairo_t *cr)
{
  const SotaySlidePart *drawn = NULL;

  g_return_if_fail (part < layout->parts->len);

  drawn = layout->parts->pdata[part];
  cairo_save (cr);
  sotay_slide_set_source (cr, layout->ground);
  cairo_rectangle (cr, 0, 0, layout->wall.width, layout->wall.height);
  cairo_fill (cr);
  for (guint i = 0; i < drawn->shapes->len; i++)
    draw_shape (cr, &g_array_index (drawn->shapes, SotaySlideShape, i));
  for (guint i = 0; i < drawn->runs->len; i++)
    {
      const SotaySlideRun *run = &g_array_index (drawn->runs, SotaySlideRun, i);

      sotay_slide_lines_draw (run->lines, run->first, run->n_rows, cr, run->x, run->y);
    }
  if (layout->stage.symbol != NULL)
    draw_code (layout, cr);
  cairo_restore (cr);
}

gboolean
sotay_slide_layout_get_place (SotaySlideLayout *layout, guint part, SotaySlidePlace place, double *x, double *y,
                              double *width, double *height)
{
  const SotaySlideStage *stage = &layout->stage;

  g_return_val_if_fail (part < layout->parts->len, FALSE);

  if (!stage->has_place || stage->place != place)
    return FALSE;
  *x = stage->place_x;
  *y = stage->place_y;
  *width = stage->place_width;
  *height = stage->place_height;
  return TRUE;
}

static void
clear_box (SotaySlideBox *box)
{
  g_free (box->text);
}

GArray *
sotay_slide_layout_get_boxes (SotaySlideLayout *layout, guint part)
{
  GArray *boxes = g_array_new (FALSE, FALSE, sizeof (SotaySlideBox));
  const SotaySlidePart *described = NULL;

  g_return_val_if_fail (part < layout->parts->len, boxes);

  described = layout->parts->pdata[part];
  g_array_set_clear_func (boxes, (GDestroyNotify) clear_box);
  for (guint i = 0; i < described->runs->len; i++)
    {
      const SotaySlideRun *run = &g_array_index (described->runs, SotaySlideRun, i);
      SotaySlideBox box = sotay_slide_lines_describe (run->lines, run->first, run->n_rows, run->x, run->y);

      g_array_append_val (boxes, box);
    }
  return boxes;
}
