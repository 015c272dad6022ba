/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/presentation/picture-node.h"

static cairo_status_t
picture_copy (cairo_pattern_t *pattern, void *data, const cairo_pattern_t *other)
{
  cairo_surface_reference (data);
  return CAIRO_STATUS_SUCCESS;
}

static void
picture_finish (cairo_pattern_t *pattern, void *data)
{
  cairo_surface_destroy (data);
}

static cairo_surface_t *
picture_acquire (cairo_pattern_t *pattern, void *data, cairo_surface_t *target, const cairo_rectangle_int_t *extents)
{
  return cairo_surface_reference (data);
}

static void
picture_release (cairo_pattern_t *pattern, void *data, cairo_surface_t *surface)
{
  cairo_surface_destroy (surface);
}

/* Of a surface a recording would make a copy when it is freed, in the midst of a frame. */
static cairo_pattern_t *
create_pattern (cairo_surface_t *surface)
{
  cairo_pattern_t *pattern = cairo_pattern_create_raster_source (
      cairo_surface_reference (surface), cairo_surface_get_content (surface), cairo_image_surface_get_width (surface),
      cairo_image_surface_get_height (surface));

  cairo_raster_source_pattern_set_acquire (pattern, picture_acquire, picture_release);
  cairo_raster_source_pattern_set_copy (pattern, picture_copy);
  cairo_raster_source_pattern_set_finish (pattern, picture_finish);
  return pattern;
}

static void
set_source (cairo_t *cr, cairo_pattern_t *pattern, cairo_surface_t *surface, const graphene_rect_t *place)
{
  cairo_matrix_t matrix;

  cairo_matrix_init_scale (&matrix, cairo_image_surface_get_width (surface) / (double) place->size.width,
                           cairo_image_surface_get_height (surface) / (double) place->size.height);
  cairo_matrix_translate (&matrix, -place->origin.x, -place->origin.y);
  cairo_pattern_set_matrix (pattern, &matrix);
  cairo_set_source (cr, pattern);
}

GskRenderNode *
sotay_picture_node_new (cairo_surface_t *surface, const graphene_rect_t *place, double opacity)
{
  GskRenderNode *node = gsk_cairo_node_new (place);
  cairo_t *cr = gsk_cairo_node_get_draw_context (node);
  cairo_pattern_t *pattern = create_pattern (surface);

  cairo_pattern_set_filter (pattern, CAIRO_FILTER_BILINEAR);
  set_source (cr, pattern, surface, place);
  if (opacity >= 1)
    cairo_paint (cr);
  else
    cairo_paint_with_alpha (cr, opacity);
  cairo_pattern_destroy (pattern);
  cairo_destroy (cr);
  return node;
}

void
sotay_picture_paint (cairo_t *cr, cairo_surface_t *surface, const graphene_rect_t *place)
{
  cairo_pattern_t *pattern = cairo_pattern_create_for_surface (surface);

  cairo_save (cr);
  cairo_pattern_set_filter (pattern, CAIRO_FILTER_GOOD);
  cairo_pattern_set_extend (pattern, CAIRO_EXTEND_PAD);
  set_source (cr, pattern, surface, place);
  cairo_rectangle (cr, place->origin.x, place->origin.y, place->size.width, place->size.height);
  cairo_fill (cr);
  cairo_pattern_destroy (pattern);
  cairo_restore (cr);
}
