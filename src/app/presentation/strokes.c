/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/presentation/strokes.h"

#include <math.h>

/* Of a stroke, as a part of the sheet's shorter side. */
#define THICKNESS (1.0 / 150)
/* A point that is no farther from the last one adds nothing. */
#define LEAST_STEP 0.001

/* A red that is seen on a dark slide and on a white page. */
#define RED 1.0
#define GREEN 0.25
#define BLUE 0.2

typedef struct
{
  double x;
  double y;
} Point;

typedef struct
{
  GPtrArray *strokes; /* of GArray of Point */
  GPtrArray *erased;  /* (nullable): all strokes that were cleared together */
} Sheet;

struct _SotayStrokes
{
  GHashTable *sheets; /* name → Sheet */
};

static void
sheet_free (Sheet *sheet)
{
  g_ptr_array_unref (sheet->strokes);
  g_clear_pointer (&sheet->erased, g_ptr_array_unref);
  g_free (sheet);
}

static GPtrArray *
create_strokes (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
}

static Sheet *
find_sheet (SotayStrokes *self, const char *name)
{
  return g_hash_table_lookup (self->sheets, name);
}

SotayStrokes *
sotay_strokes_new (void)
{
  SotayStrokes *self = g_new0 (SotayStrokes, 1);

  self->sheets = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) sheet_free);
  return self;
}

void
sotay_strokes_free (SotayStrokes *self)
{
  g_hash_table_unref (self->sheets);
  g_free (self);
}

void
sotay_strokes_begin (SotayStrokes *self, const char *name, double x, double y)
{
  Sheet *sheet = find_sheet (self, name);
  GArray *stroke = g_array_new (FALSE, FALSE, sizeof (Point));
  const Point point = { x, y };

  if (sheet == NULL)
    {
      sheet = g_new0 (Sheet, 1);
      sheet->strokes = create_strokes ();
      g_hash_table_insert (self->sheets, g_strdup (name), sheet);
    }
  g_clear_pointer (&sheet->erased, g_ptr_array_unref);
  g_array_append_val (stroke, point);
  g_ptr_array_add (sheet->strokes, stroke);
}

void
sotay_strokes_extend (SotayStrokes *self, const char *name, double x, double y)
{
  Sheet *sheet = find_sheet (self, name);
  const Point point = { x, y };
  const Point *last = NULL;
  GArray *stroke = NULL;

  if (sheet == NULL || sheet->strokes->len == 0)
    return;
  stroke = sheet->strokes->pdata[sheet->strokes->len - 1];
  last = &g_array_index (stroke, Point, stroke->len - 1);
  if (hypot (last->x - x, last->y - y) > LEAST_STEP)
    g_array_append_val (stroke, point);
}

gboolean
sotay_strokes_undo (SotayStrokes *self, const char *name)
{
  Sheet *sheet = find_sheet (self, name);

  if (sheet == NULL || (sheet->strokes->len == 0 && sheet->erased == NULL))
    return FALSE;
  if (sheet->strokes->len > 0)
    {
      g_ptr_array_set_size (sheet->strokes, (int) sheet->strokes->len - 1);
      return TRUE;
    }
  g_ptr_array_unref (sheet->strokes);
  sheet->strokes = g_steal_pointer (&sheet->erased);
  return TRUE;
}

gboolean
sotay_strokes_clear (SotayStrokes *self, const char *name)
{
  Sheet *sheet = find_sheet (self, name);

  if (sheet == NULL || sheet->strokes->len == 0)
    return FALSE;
  sheet->erased = sheet->strokes;
  sheet->strokes = create_strokes ();
  return TRUE;
}

guint
sotay_strokes_count (SotayStrokes *self, const char *name)
{
  Sheet *sheet = find_sheet (self, name);

  return sheet != NULL ? sheet->strokes->len : 0;
}

static void
draw_stroke (cairo_t *cr, GArray *stroke, double width, double height)
{
  for (guint i = 0; i < stroke->len; i++)
    {
      const Point *point = &g_array_index (stroke, Point, i);

      cairo_line_to (cr, point->x * width, point->y * height);
    }
  /* A touch of the pen is a dot. */
  if (stroke->len == 1)
    cairo_close_path (cr);
  cairo_stroke (cr);
}

void
sotay_strokes_draw (SotayStrokes *self, const char *name, cairo_t *cr, double width, double height)
{
  Sheet *sheet = find_sheet (self, name);

  if (sheet == NULL)
    return;
  cairo_set_source_rgb (cr, RED, GREEN, BLUE);
  cairo_set_line_width (cr, MIN (width, height) * THICKNESS);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  for (guint i = 0; i < sheet->strokes->len; i++)
    draw_stroke (cr, sheet->strokes->pdata[i], width, height);
}
