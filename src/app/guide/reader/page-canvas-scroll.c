/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where the view is, and how near. */
#include "app/guide/reader/page-canvas-private.h"

#include <math.h>

#define PIXELS_PER_POINT (96.0 / 72.0) /* at 100 % */
#define LEAST_FIT 0.05                 /* in a window that is too small for anything */
#define ARROW_PIXELS 48
#define KEPT_PIXELS 48 /* of what was seen, when a page is turned */

static double
get_view_size (SotayPageCanvas *self, GtkOrientation orientation)
{
  return orientation == GTK_ORIENTATION_HORIZONTAL ? gtk_widget_get_width (GTK_WIDGET (self))
                                                   : gtk_widget_get_height (GTK_WIDGET (self));
}

double
sotay_page_canvas_get_left (SotayPageCanvas *self)
{
  return gtk_adjustment_get_value (self->adjustments[GTK_ORIENTATION_HORIZONTAL]);
}

double
sotay_page_canvas_get_top (SotayPageCanvas *self)
{
  return gtk_adjustment_get_value (self->adjustments[GTK_ORIENTATION_VERTICAL]);
}

void
sotay_page_canvas_get_band (SotayPageCanvas *self, guint *first, guint *end)
{
  double top = sotay_page_canvas_get_top (self);

  *first = *end = 0;
  if (self->layout != NULL)
    sotay_book_layout_find_band (self->layout, top, top + get_view_size (self, GTK_ORIENTATION_VERTICAL), first, end);
}

guint
sotay_page_canvas_find_place (SotayPageCanvas *self, double x, double y, graphene_point_t *place)
{
  double scale;
  SotayBox page;
  guint index;

  *place = GRAPHENE_POINT_INIT (0, 0);
  if (self->layout == NULL)
    return 0;
  x += sotay_page_canvas_get_left (self);
  y += sotay_page_canvas_get_top (self);
  scale = sotay_book_layout_get_scale (self->layout);
  index = sotay_book_layout_find_page (self->layout, x, y);
  sotay_book_layout_get_page (self->layout, index, &page);
  *place = GRAPHENE_POINT_INIT ((float) ((x - page.x) / scale), (float) ((y - page.y) / scale));
  return index;
}

graphene_rect_t
sotay_page_canvas_locate (SotayPageCanvas *self, guint index, const SotayBox *box)
{
  double scale = sotay_book_layout_get_scale (self->layout);
  SotayBox page;

  sotay_book_layout_get_page (self->layout, index, &page);
  return GRAPHENE_RECT_INIT ((float) (page.x - sotay_page_canvas_get_left (self) + box->x * scale),
                             (float) (page.y - sotay_page_canvas_get_top (self) + box->y * scale),
                             (float) (box->width * scale), (float) (box->height * scale));
}

/* How much of the page is within the upper half of the view. */
static double
measure_upper (SotayPageCanvas *self, guint index)
{
  double top = sotay_page_canvas_get_top (self);
  double middle = top + get_view_size (self, GTK_ORIENTATION_VERTICAL) / 2;
  SotayBox page;

  sotay_book_layout_get_page (self->layout, index, &page);
  return MIN (page.y + page.height, middle) - MAX (page.y, top);
}

static guint
find_index (SotayPageCanvas *self)
{
  guint first, end, best;

  if (self->layout == NULL)
    return 0;
  if (self->asked)
    return self->place_index;
  sotay_page_canvas_get_band (self, &first, &end);
  best = first;
  for (guint i = first + 1; i < end; i++)
    if (measure_upper (self, i) > measure_upper (self, best))
      best = i;
  return best;
}

void
sotay_page_canvas_notify_changes (SotayPageCanvas *self)
{
  gboolean index_changed = self->index_changed, zoom_changed = self->zoom_changed;

  self->index_changed = self->zoom_changed = FALSE;
  if (zoom_changed)
    g_object_notify (G_OBJECT (self), "zoom");
  if (!index_changed)
    return;
  sotay_page_canvas_describe (self);
  g_object_notify (G_OBJECT (self), "index");
}

static void
update_index (SotayPageCanvas *self)
{
  guint index = find_index (self);

  if (index != self->index)
    {
      self->index = index;
      self->index_changed = TRUE;
    }
  /* While sizes are allocated nobody may be made to ask for another size: the next frame tells. */
  if (!self->allocating)
    sotay_page_canvas_notify_changes (self);
}

/* The page and the height on it that are at the top; the gap above a page belongs to it. */
static void
remember_place (SotayPageCanvas *self)
{
  double scale = sotay_book_layout_get_scale (self->layout);
  double y = sotay_page_canvas_get_top (self) + SOTAY_PAGE_GAP;
  double width, height;
  SotayBox page;

  sotay_book_layout_get_extent (self->layout, &width, &height);
  self->asked = FALSE;
  self->place_index = sotay_book_layout_find_page (self->layout, 0, y);
  sotay_book_layout_get_page (self->layout, self->place_index, &page);
  self->place_y = CLAMP ((y - page.y) / scale, 0, page.height / scale);
  self->centre_x
      = (sotay_page_canvas_get_left (self) + get_view_size (self, GTK_ORIENTATION_HORIZONTAL) / 2) / MAX (width, 1);
}

static void
note_move (SotayPageCanvas *self)
{
  double top = sotay_page_canvas_get_top (self);

  sotay_page_canvas_moved (self, fabs (top - self->last_top));
  self->last_top = top;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
value_changed_cb (SotayPageCanvas *self)
{
  if (self->placing || self->layout == NULL)
    return;
  remember_place (self);
  update_index (self);
  note_move (self);
}

static void
configure (SotayPageCanvas *self, GtkOrientation orientation, double value, double upper)
{
  double size = get_view_size (self, orientation);

  /* A hair's breadth too wide would make a scroll bar flicker. */
  if (upper < size + 0.5)
    upper = size;
  gtk_adjustment_configure (self->adjustments[orientation], CLAMP (value, 0, MAX (upper - size, 0)), 0, upper,
                            ARROW_PIXELS, MAX (size - KEPT_PIXELS, ARROW_PIXELS), size);
}

static void
apply (SotayPageCanvas *self, double left, double top)
{
  double width, height;
  gboolean resized;

  sotay_book_layout_get_extent (self->layout, &width, &height);
  resized = width != gtk_adjustment_get_upper (self->adjustments[GTK_ORIENTATION_HORIZONTAL])
            || height != gtk_adjustment_get_upper (self->adjustments[GTK_ORIENTATION_VERTICAL]);
  self->placing = TRUE;
  configure (self, GTK_ORIENTATION_HORIZONTAL, left, width);
  configure (self, GTK_ORIENTATION_VERTICAL, top, height);
  self->placing = FALSE;
  update_index (self);
  note_move (self);
  if (resized && !self->allocating)
    gtk_widget_queue_resize (GTK_WIDGET (self));
}

static double
fit_zoom (SotayPageCanvas *self, double width, double height)
{
  double zoom;

  if (self->zoom_mode == SOTAY_ZOOM_FREE)
    return self->zoom;
  if (self->zoom_mode == SOTAY_ZOOM_FIT_WIDTH)
    zoom = sotay_book_layout_fit_width (self->layout, width) / PIXELS_PER_POINT;
  else
    zoom = sotay_book_layout_fit_page (self->layout, width, height) / PIXELS_PER_POINT;
  return CLAMP (zoom, LEAST_FIT, SOTAY_ZOOM_MOST);
}

static void
set_zoom (SotayPageCanvas *self, double zoom)
{
  if (zoom != self->zoom)
    {
      self->zoom = zoom;
      self->zoom_changed = TRUE;
      sotay_page_canvas_zoomed (self);
    }
  sotay_book_layout_set_scale (self->layout, zoom * PIXELS_PER_POINT);
}

void
sotay_page_canvas_place (SotayPageCanvas *self)
{
  double width = get_view_size (self, GTK_ORIENTATION_HORIZONTAL);
  double height = get_view_size (self, GTK_ORIENTATION_VERTICAL);
  double extent_width, extent_height;
  SotayBox page;

  if (self->layout == NULL || width <= 0 || height <= 0)
    return;
  sotay_book_layout_set_view (self->layout, width, height);
  set_zoom (self, fit_zoom (self, width, height));
  sotay_book_layout_get_page (self->layout, self->place_index, &page);
  sotay_book_layout_get_extent (self->layout, &extent_width, &extent_height);
  apply (self, self->centre_x * extent_width - width / 2,
         page.y - SOTAY_PAGE_GAP + self->place_y * sotay_book_layout_get_scale (self->layout));
}

void
sotay_page_canvas_lay_out (SotayPageCanvas *self)
{
  guint n_pages = sotay_document_get_n_pages (self->document);
  g_autofree SotayPageSize *sizes = g_new (SotayPageSize, n_pages);

  for (guint i = 0; i < n_pages; i++)
    sotay_document_get_page_size (self->document, i, &sizes[i].width, &sizes[i].height);
  g_clear_pointer (&self->layout, sotay_book_layout_free);
  self->layout = sotay_book_layout_new (sizes, n_pages, self->two_pages);
  sotay_page_canvas_place (self);
}

void
sotay_page_canvas_zoom_at (SotayPageCanvas *self, double zoom, double x, double y)
{
  graphene_point_t place;
  guint index;
  SotayBox page;

  zoom = CLAMP (zoom, SOTAY_ZOOM_LEAST, SOTAY_ZOOM_MOST);
  if (self->zoom_mode != SOTAY_ZOOM_FREE)
    {
      self->zoom_mode = SOTAY_ZOOM_FREE;
      g_object_notify (G_OBJECT (self), "zoom-mode");
    }
  if (self->layout == NULL || gtk_widget_get_width (GTK_WIDGET (self)) <= 0)
    {
      self->zoom = zoom;
      g_object_notify (G_OBJECT (self), "zoom");
      return;
    }
  index = sotay_page_canvas_find_place (self, x, y, &place);
  self->asked = FALSE;
  set_zoom (self, zoom);
  sotay_book_layout_get_page (self->layout, index, &page);
  apply (self, page.x + place.x * zoom * PIXELS_PER_POINT - x, page.y + place.y * zoom * PIXELS_PER_POINT - y);
  remember_place (self);
}

void
sotay_page_canvas_scroll_to (SotayPageCanvas *self, double left, double top)
{
  gtk_adjustment_set_value (self->adjustments[GTK_ORIENTATION_HORIZONTAL], left);
  gtk_adjustment_set_value (self->adjustments[GTK_ORIENTATION_VERTICAL], top);
}

/* How far the view has to go one way so that the stretch is in it, a third from the start when it is not. */
static double
reveal_stretch (double position, double view, double start, double size)
{
  double margin = MIN (view / 8, 2 * SOTAY_PAGE_GAP);

  if (start >= position + margin && start + size <= position + view - margin)
    return position;
  return start - view / 3;
}

void
sotay_page_canvas_reveal (SotayPageCanvas *self, guint index, const SotayBox *box)
{
  graphene_rect_t rect = sotay_page_canvas_locate (self, index, box);
  double left = sotay_page_canvas_get_left (self), top = sotay_page_canvas_get_top (self);

  sotay_page_canvas_scroll_to (
      self,
      reveal_stretch (left, get_view_size (self, GTK_ORIENTATION_HORIZONTAL), left + rect.origin.x, rect.size.width),
      reveal_stretch (top, get_view_size (self, GTK_ORIENTATION_VERTICAL), top + rect.origin.y, rect.size.height));
}

/* With whole pages in view, the next page; otherwise as far as the view is high, less a little that was seen. */
static void
turn (SotayPageCanvas *self, int n)
{
  GtkAdjustment *vertical = self->adjustments[GTK_ORIENTATION_VERTICAL];
  guint first, end;

  if (self->zoom_mode != SOTAY_ZOOM_FIT_PAGE)
    {
      gtk_adjustment_set_value (vertical,
                                sotay_page_canvas_get_top (self) + n * gtk_adjustment_get_page_increment (vertical));
      return;
    }
  sotay_book_layout_get_row (self->layout, self->index, &first, &end);
  if (n > 0 && end < sotay_document_get_n_pages (self->document))
    sotay_page_canvas_go_to (self, end, 0);
  else if (n < 0 && first > 0)
    {
      sotay_book_layout_get_row (self->layout, first - 1, &first, &end);
      sotay_page_canvas_go_to (self, first, 0);
    }
}

/* Left and right turn pages when there is nothing to the left and right. */
static void
step_across (SotayPageCanvas *self, int n)
{
  GtkAdjustment *horizontal = self->adjustments[GTK_ORIENTATION_HORIZONTAL];
  double room = gtk_adjustment_get_upper (horizontal) - gtk_adjustment_get_page_size (horizontal);

  if (room > 0)
    gtk_adjustment_set_value (horizontal, gtk_adjustment_get_value (horizontal) + n * ARROW_PIXELS);
  else
    turn (self, n);
}

static void
go_to_page_end (SotayPageCanvas *self, int n)
{
  SotayBox page;
  double height = get_view_size (self, GTK_ORIENTATION_VERTICAL);

  sotay_book_layout_get_page (self->layout, self->index, &page);
  if (n < 0 || page.height + 2 * SOTAY_PAGE_GAP <= height)
    sotay_page_canvas_go_to (self, self->index, 0);
  else
    gtk_adjustment_set_value (self->adjustments[GTK_ORIENTATION_VERTICAL],
                              page.y + page.height + SOTAY_PAGE_GAP - height);
}

void
sotay_page_canvas_step (SotayPageCanvas *self, SotayCanvasStep step, int n)
{
  if (self->layout == NULL)
    return;
  switch (step)
    {
    case SOTAY_STEP_LINE:
      gtk_adjustment_set_value (self->adjustments[GTK_ORIENTATION_VERTICAL],
                                sotay_page_canvas_get_top (self) + n * ARROW_PIXELS);
      break;
    case SOTAY_STEP_ACROSS:
      step_across (self, n);
      break;
    case SOTAY_STEP_TURN:
      turn (self, n);
      break;
    case SOTAY_STEP_PAGE_END:
      go_to_page_end (self, n);
      break;
    default:
      if (n < 0)
        sotay_page_canvas_go_to (self, 0, 0);
      else
        sotay_page_canvas_go_to (self, sotay_document_get_n_pages (self->document) - 1, G_MAXDOUBLE);
    }
}

void
sotay_page_canvas_set_adjustment (SotayPageCanvas *self, GtkOrientation orientation, GtkAdjustment *adjustment)
{
  GtkAdjustment *old = self->adjustments[orientation];

  if (adjustment != NULL && adjustment == old)
    return;
  if (old != NULL)
    g_signal_handlers_disconnect_by_data (old, self);
  if (adjustment == NULL)
    adjustment = gtk_adjustment_new (0, 0, 0, 0, 0, 0);
  self->adjustments[orientation] = g_object_ref_sink (adjustment);
  g_clear_object (&old);
  g_signal_connect_swapped (adjustment, "value-changed", G_CALLBACK (value_changed_cb), self);
  sotay_page_canvas_place (self);
}

void
sotay_page_canvas_go_to (SotayPageCanvas *self, guint index, double y)
{
  if (self->layout == NULL)
    return;
  index = MIN (index, sotay_document_get_n_pages (self->document) - 1);
  self->place_index = index;
  self->place_y = CLAMP (y, 0, sotay_book_layout_get_size (self->layout, index).height);
  self->asked = TRUE;
  sotay_page_canvas_place (self);
}

guint
sotay_page_canvas_get_place (SotayPageCanvas *self, double *y)
{
  if (y != NULL)
    *y = self->place_y;
  return self->place_index;
}
