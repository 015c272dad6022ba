/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which pictures and texts are wished for, and when. */
#include "app/guide/reader/page-canvas-private.h"

/* While the view moves fast, nothing is asked for until it has stood still for so long. */
#define SETTLE_MS 80
#define MEMORY_MS 200 /* how long a move counts */
#define ENDLESS 1e9

/* What is near but not in view may fill this part of the memory; more would push out what is in view. */
#define MOST_WISHED_BYTES (96 * 1024 * 1024)

/* Of a long selection, so many texts are asked for at a time. */
#define SELECTED_AT_ONCE 8

void
sotay_page_canvas_describe_tiling (SotayPageCanvas *self, guint index, SotayPageTiling *tiling)
{
  tiling->index = index;
  tiling->size = sotay_book_layout_get_size (self->layout, index);
  tiling->scale = sotay_book_layout_get_scale (self->layout) * gtk_widget_get_scale_factor (GTK_WIDGET (self));
  tiling->night = self->night;
}

/* The areas of a page within a band of the canvas, and within the width of the view. */
static void
add_areas (SotayPageCanvas *self, guint index, double top, double bottom, GArray *areas)
{
  int factor = gtk_widget_get_scale_factor (GTK_WIDGET (self));
  SotayBox page, seen;
  SotayPageTiling tiling;

  sotay_page_canvas_describe_tiling (self, index, &tiling);
  sotay_book_layout_get_page (self->layout, index, &page);
  seen.x = (sotay_page_canvas_get_left (self) - page.x) * factor;
  seen.width = gtk_widget_get_width (GTK_WIDGET (self)) * factor;
  seen.y = (top - page.y) * factor;
  seen.height = (bottom - top) * factor;
  sotay_page_tiling_add (&tiling, &seen, areas);
}

static gsize
count_bytes (const SotayPageArea *area)
{
  return (gsize) area->width * area->height * 4;
}

static gsize
wish_for (SotayPageCanvas *self, GArray *areas, int priority, gsize bytes)
{
  for (guint i = 0; i < areas->len; i++)
    {
      SotayPageArea *area = &g_array_index (areas, SotayPageArea, i);

      if (priority != SOTAY_DOCUMENT_PRIORITY_VISIBLE && bytes + count_bytes (area) > MOST_WISHED_BYTES)
        break;
      bytes += count_bytes (area);
      sotay_page_pictures_wish (self->pictures, area, priority);
    }
  g_array_set_size (areas, 0);
  return bytes;
}

/* Small pictures of large pages come first: there is something to see while the parts are drawn. */
static void
add_overviews (SotayPageCanvas *self, guint first, guint end, GArray *areas)
{
  for (guint i = first; i < end; i++)
    {
      SotayPageTiling tiling;
      SotayPageArea area;

      sotay_page_canvas_describe_tiling (self, i, &tiling);
      if (sotay_page_tiling_get_overview (&tiling, &area))
        g_array_append_val (areas, area);
    }
}

static void
add_band (SotayPageCanvas *self, double top, double bottom, GArray *areas)
{
  guint first, end;

  sotay_book_layout_find_band (self->layout, top, bottom, &first, &end);
  add_overviews (self, first, end, areas);
  for (guint i = first; i < end; i++)
    add_areas (self, i, top, bottom, areas);
}

/* What is seen when the row of this page is gone to. */
static void
add_row (SotayPageCanvas *self, guint index, GArray *areas)
{
  SotayBox page;

  sotay_book_layout_get_page (self->layout, index, &page);
  add_band (self, page.y, page.y + gtk_widget_get_height (GTK_WIDGET (self)), areas);
}

/* What is in view; then what one turn forwards or backwards would bring into view, by the height or by the page. */
static void
wish_for_pictures (SotayPageCanvas *self, gboolean ask)
{
  double height = gtk_widget_get_height (GTK_WIDGET (self));
  double top = sotay_page_canvas_get_top (self), bottom = top + height;
  g_autoptr (GArray) areas = g_array_new (FALSE, FALSE, sizeof (SotayPageArea));
  guint first, end;
  gsize bytes;

  sotay_page_pictures_begin_wishes (self->pictures);
  add_band (self, top, bottom, areas);
  bytes = wish_for (self, areas, SOTAY_DOCUMENT_PRIORITY_VISIBLE, 0);

  sotay_page_canvas_get_band (self, &first, &end);
  add_band (self, bottom, bottom + height, areas);
  if (end < sotay_document_get_n_pages (self->document))
    add_row (self, end, areas);
  add_band (self, top - height, top, areas);
  if (first > 0)
    add_row (self, first - 1, areas);
  wish_for (self, areas, SOTAY_DOCUMENT_PRIORITY_NEAR, bytes);
  sotay_page_pictures_end_wishes (self->pictures, ask);
}

static void
wish_for_selected (SotayPageCanvas *self)
{
  guint first, end, n_asked = 0;

  sotay_page_canvas_get_selected_pages (self, &first, &end);
  for (guint i = first; i < end && n_asked < SELECTED_AT_ONCE; i++)
    {
      if (sotay_page_contents_get (self->contents, i) == NULL && !sotay_page_contents_has_failed (self->contents, i))
        n_asked++;
      sotay_page_contents_wish (self->contents, i, SOTAY_DOCUMENT_PRIORITY_NEAR);
    }
}

static void
wish_for_contents (SotayPageCanvas *self, gboolean ask)
{
  guint first, end;

  if (!ask)
    return;
  sotay_page_canvas_get_band (self, &first, &end);
  sotay_page_contents_begin_wishes (self->contents);
  if (self->revealing)
    sotay_page_contents_wish (self->contents, g_array_index (self->hits, SotayTextHit, self->current_hit).index,
                              SOTAY_DOCUMENT_PRIORITY_VISIBLE);
  for (guint i = first; i < end; i++)
    sotay_page_contents_wish (self->contents, i, SOTAY_DOCUMENT_PRIORITY_NEAR);
  wish_for_selected (self);
  sotay_page_contents_end_wishes (self->contents);
}

static gboolean
is_settled (SotayPageCanvas *self, gint64 now)
{
  if (self->pinching)
    return FALSE;
  return self->burst <= gtk_widget_get_height (GTK_WIDGET (self)) || now - self->moved_at >= SETTLE_MS * 1000;
}

static gboolean
tick_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  SotayPageCanvas *self = SOTAY_PAGE_CANVAS (widget);
  gboolean settled = is_settled (self, g_get_monotonic_time ());

  sotay_page_canvas_notify_changes (self);
  if (self->layout != NULL && (self->wishing || settled))
    {
      self->wishing = FALSE;
      wish_for_pictures (self, settled);
      wish_for_contents (self, settled);
    }
  if (!settled)
    return G_SOURCE_CONTINUE;
  self->tick = 0;
  return G_SOURCE_REMOVE;
}

void
sotay_page_canvas_wish (SotayPageCanvas *self)
{
  self->wishing = TRUE;
  if (self->tick == 0 && gtk_widget_get_mapped (GTK_WIDGET (self)))
    self->tick = gtk_widget_add_tick_callback (GTK_WIDGET (self), tick_cb, NULL, NULL);
}

void
sotay_page_canvas_moved (SotayPageCanvas *self, double pixels)
{
  gint64 now = g_get_monotonic_time (), pause = (now - self->moved_at) / 1000;

  /* A single leap, however far, is no burst. */
  self->burst = pause < SETTLE_MS ? self->burst * (MEMORY_MS - pause) / MEMORY_MS + pixels : 0;
  self->moved_at = now;
  sotay_page_canvas_wish (self);
}

void
sotay_page_canvas_zoomed (SotayPageCanvas *self)
{
  if (sotay_page_pictures_get_n_asked (self->pictures) == 0)
    return; /* the first size of the window: nobody zooms */
  self->burst = ENDLESS;
  self->moved_at = g_get_monotonic_time ();
}

void
sotay_page_canvas_stop_wishing (SotayPageCanvas *self)
{
  if (self->tick != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->tick);
  self->tick = 0;
  if (self->pictures != NULL)
    sotay_page_pictures_stop (self->pictures);
  if (self->contents != NULL)
    sotay_page_contents_stop (self->contents);
}
