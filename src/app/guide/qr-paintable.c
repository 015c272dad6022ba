/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/guide/qr-paintable.h"

#include <math.h>

#define NATURAL_PIXELS_PER_MODULE 8

struct _SotayQrPaintable
{
  GObject parent_instance;

  SotayQrSymbol *symbol;
};

static void paintable_iface_init (GdkPaintableInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (SotayQrPaintable, sotay_qr_paintable, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (GDK_TYPE_PAINTABLE, paintable_iface_init))

static guint
count_modules (SotayQrSymbol *symbol)
{
  return sotay_qr_symbol_get_size (symbol) + 2 * SOTAY_QR_QUIET_ZONE;
}

static void
add_run_cb (guint column, guint row, guint length, gpointer data)
{
  cairo_rectangle (data, column, row, length, 1);
}

void
sotay_qr_paintable_draw (cairo_t *cr, SotayQrSymbol *symbol, double side)
{
  guint modules = count_modules (symbol);

  cairo_save (cr);
  cairo_scale (cr, side / modules, side / modules);
  cairo_set_antialias (cr, CAIRO_ANTIALIAS_NONE);
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_rectangle (cr, 0, 0, modules, modules);
  cairo_fill (cr);
  cairo_set_source_rgb (cr, 0, 0, 0);
  sotay_qr_symbol_foreach_run (symbol, add_run_cb, cr);
  cairo_fill (cr);
  cairo_restore (cr);
}

static void
sotay_qr_paintable_snapshot (GdkPaintable *paintable, GdkSnapshot *snapshot, double width, double height)
{
  SotayQrPaintable *self = SOTAY_QR_PAINTABLE (paintable);
  guint modules = count_modules (self->symbol);
  double side = MIN (width, height);
  cairo_t *cr = NULL;

  if (side >= modules)
    side = floor (side / modules) * modules;
  cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, (float) width, (float) height));
  cairo_translate (cr, floor ((width - side) / 2), floor ((height - side) / 2));
  sotay_qr_paintable_draw (cr, self->symbol, side);
  cairo_destroy (cr);
}

static int
sotay_qr_paintable_get_intrinsic_size (GdkPaintable *paintable)
{
  return (int) count_modules (SOTAY_QR_PAINTABLE (paintable)->symbol) * NATURAL_PIXELS_PER_MODULE;
}

static GdkPaintableFlags
sotay_qr_paintable_get_flags (GdkPaintable *paintable)
{
  return GDK_PAINTABLE_STATIC_CONTENTS | GDK_PAINTABLE_STATIC_SIZE;
}

static void
paintable_iface_init (GdkPaintableInterface *iface)
{
  iface->snapshot = sotay_qr_paintable_snapshot;
  iface->get_flags = sotay_qr_paintable_get_flags;
  iface->get_intrinsic_width = sotay_qr_paintable_get_intrinsic_size;
  iface->get_intrinsic_height = sotay_qr_paintable_get_intrinsic_size;
}

static void
sotay_qr_paintable_dispose (GObject *object)
{
  g_clear_object (&SOTAY_QR_PAINTABLE (object)->symbol);
  G_OBJECT_CLASS (sotay_qr_paintable_parent_class)->dispose (object);
}

static void
sotay_qr_paintable_class_init (SotayQrPaintableClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sotay_qr_paintable_dispose;
}

static void
sotay_qr_paintable_init (SotayQrPaintable *self)
{
}

GdkPaintable *
sotay_qr_paintable_new (SotayQrSymbol *symbol)
{
  SotayQrPaintable *self = g_object_new (SOTAY_TYPE_QR_PAINTABLE, NULL);

  self->symbol = g_object_ref (symbol);
  return GDK_PAINTABLE (self);
}
