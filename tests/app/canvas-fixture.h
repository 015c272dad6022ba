/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A page canvas in a window of its own. */
#pragma once

#include "app/guide/reader/page-canvas-private.h"

G_BEGIN_DECLS

/* The size of the window. */
#define CANVAS_WIDTH 800
#define CANVAS_HEIGHT 600

typedef struct
{
  GtkWindow *window;
  SotayPageCanvas *canvas;
  GtkAdjustment *horizontal;
  GtkAdjustment *vertical;
} CanvasFixture;

/* Shows the PDF at @path, or one of page_fixture_make(). */
void canvas_fixture_open (CanvasFixture *fixture, const char *path);
void canvas_fixture_open_pages (CanvasFixture *fixture, guint n_pages);
void canvas_fixture_close (CanvasFixture *fixture);

/* For view_wait(): whether each page in view that can be shown is as sharp as the screen; its text is read; both. */
gboolean canvas_is_sharp (gpointer canvas);
gboolean canvas_has_contents (gpointer canvas);
gboolean canvas_is_read (gpointer canvas);

/* (transfer full): what is seen now. */
GskRenderNode *canvas_draw (SotayPageCanvas *canvas);
cairo_surface_t *canvas_paint (SotayPageCanvas *canvas);

/* A colour of what was painted; that at a place of a page, as it is seen now. */
GdkRGBA canvas_get_pixel (cairo_surface_t *surface, double x, double y);
GdkRGBA canvas_get_colour (SotayPageCanvas *canvas, guint index, double x, double y);

G_END_DECLS
