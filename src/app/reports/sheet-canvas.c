/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/reports/sheet-canvas.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define GAP 14.0          /* pixels between two sheets and around them */
#define PIXELS (96 / 72.) /* of a point at 100 % */
#define LEAST_ZOOM 0.2
#define MOST_ZOOM 3.0
#define MOST_PIXELS 12e6  /* of the picture of a page: beyond that it is enlarged */
#define WHEEL_FACTOR 1.1

/* What is seen of a page. */
typedef struct
{
  GdkTexture *texture; /* NULL: not drawn, or forgotten */
  gboolean is_old;     /* of the pages before these */
} Picture;

struct _SotaySheetCanvas
{
  GtkWidget parent_instance;

  SotaySheets *sheets;
  GArray *pictures; /* (element-type Picture): one for each page */
  SotayZoomMode mode;
  double zoom;
  guint page;
  GtkAdjustment *adjustments[2]; /* by orientation */
  guint policies[2];
  GCancellable *drawing;
  guint drawn_page; /* the one that is being drawn */
  guint telling;    /* of what changed while the window was laid out, when labels must not change */
  double told_zoom;
};

enum
{
  PROP_HADJUSTMENT = 1,
  PROP_VADJUSTMENT,
  PROP_HSCROLL_POLICY,
  PROP_VSCROLL_POLICY,
};

enum
{
  CLICKED,
  ZOOM_CHANGED,
  PAGE_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE_WITH_CODE (SotaySheetCanvas, sotay_sheet_canvas, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_SCROLLABLE, NULL))

static void draw_next (SotaySheetCanvas *self);

static guint
get_n_pages (SotaySheetCanvas *self)
{
  return self->sheets != NULL ? sotay_sheets_get_n_pages (self->sheets) : 0;
}

static double
get_value (SotaySheetCanvas *self, GtkOrientation orientation)
{
  GtkAdjustment *adjustment = self->adjustments[orientation];

  return adjustment != NULL ? gtk_adjustment_get_value (adjustment) : 0;
}

static void
get_page_size (SotaySheetCanvas *self, guint page, double *width, double *height)
{
  sotay_sheets_get_size (self->sheets, page, width, height);
  *width *= self->zoom * PIXELS;
  *height *= self->zoom * PIXELS;
}

static double
get_largest (SotaySheetCanvas *self, GtkOrientation orientation)
{
  double largest = 0;

  for (guint i = 0; i < get_n_pages (self); i++)
    {
      double size[2];

      sotay_sheets_get_size (self->sheets, i, &size[GTK_ORIENTATION_HORIZONTAL], &size[GTK_ORIENTATION_VERTICAL]);
      largest = MAX (largest, size[orientation] * PIXELS);
    }
  return largest;
}

static double
get_total (SotaySheetCanvas *self, GtkOrientation orientation)
{
  double total = GAP;

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    return get_largest (self, orientation) * self->zoom + 2 * GAP;
  for (guint i = 0; i < get_n_pages (self); i++)
    {
      double width, height;

      get_page_size (self, i, &width, &height);
      total += height + GAP;
    }
  return total;
}

/* Where a page stands in the widget. */
static graphene_rect_t
get_place (SotaySheetCanvas *self, guint page)
{
  double y = GAP - get_value (self, GTK_ORIENTATION_VERTICAL);
  double room = MAX (gtk_widget_get_width (GTK_WIDGET (self)), get_total (self, GTK_ORIENTATION_HORIZONTAL));
  double width, height;

  for (guint i = 0; i < page; i++)
    {
      get_page_size (self, i, &width, &height);
      y += height + GAP;
    }
  get_page_size (self, page, &width, &height);
  return GRAPHENE_RECT_INIT ((float) (int) ((room - width) / 2 - get_value (self, GTK_ORIENTATION_HORIZONTAL)),
                             (float) (int) y, (float) width, (float) height);
}

/* From the first page that is in view up to the one behind the last. */
static void
get_range (SotaySheetCanvas *self, guint *first, guint *end)
{
  double y = GAP - get_value (self, GTK_ORIENTATION_VERTICAL);
  guint page;

  *first = get_n_pages (self);
  for (page = 0; page < get_n_pages (self) && y < gtk_widget_get_height (GTK_WIDGET (self)); page++)
    {
      double width, height;

      get_page_size (self, page, &width, &height);
      if (y + height > 0)
        *first = MIN (*first, page);
      y += height + GAP;
    }
  *end = page;
}

static double
get_scale (SotaySheetCanvas *self, guint page)
{
  double scale = self->zoom * PIXELS * gtk_widget_get_scale_factor (GTK_WIDGET (self));
  double width, height;

  sotay_sheets_get_size (self->sheets, page, &width, &height);
  return MIN (scale, sqrt (MOST_PIXELS / (width * height)));
}

static Picture *
get_picture (SotaySheetCanvas *self, guint page)
{
  return &g_array_index (self->pictures, Picture, page);
}

static void
picture_clear (gpointer picture)
{
  g_clear_object (&((Picture *) picture)->texture);
}

static gboolean
is_sharp (SotaySheetCanvas *self, guint page)
{
  const Picture *picture = get_picture (self, page);
  double width, height;

  if (picture->texture == NULL || picture->is_old)
    return FALSE;
  sotay_sheets_get_size (self->sheets, page, &width, &height);
  return gdk_texture_get_width (picture->texture) == (int) (width * get_scale (self, page) + 0.5);
}

/* Pages that were left behind need no pictures. */
static void
forget_far (SotaySheetCanvas *self, guint first, guint end)
{
  for (guint i = 0; i < self->pictures->len; i++)
    if (i + 2 < first || i > end + 1)
      g_clear_object (&get_picture (self, i)->texture);
}

static void
drawn_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (SotaySheetCanvas) self = data;
  g_autoptr (GdkTexture) texture = sotay_sheets_draw_finish (result, NULL);

  if (texture == NULL || SOTAY_SHEETS (source) != self->sheets)
    return; /* other pages by now */
  g_clear_object (&self->drawing);
  g_set_object (&get_picture (self, self->drawn_page)->texture, texture);
  get_picture (self, self->drawn_page)->is_old = FALSE;
  gtk_widget_queue_draw (GTK_WIDGET (self));
  draw_next (self);
}

static void
draw_next (SotaySheetCanvas *self)
{
  guint first, end;

  if (self->drawing != NULL || self->sheets == NULL || !gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;
  get_range (self, &first, &end);
  forget_far (self, first, end);
  for (guint page = first; page < end; page++)
    if (!is_sharp (self, page))
      {
        self->drawing = g_cancellable_new ();
        self->drawn_page = page;
        sotay_sheets_draw_async (self->sheets, page, get_scale (self, page), self->drawing, drawn_cb,
                                 g_object_ref (self));
        return;
      }
}

static void
stop_drawing (SotaySheetCanvas *self)
{
  g_cancellable_cancel (self->drawing);
  g_clear_object (&self->drawing);
}

/* The page that takes the upper third of the view. */
static guint
find_page (SotaySheetCanvas *self)
{
  double line = gtk_widget_get_height (GTK_WIDGET (self)) / 3.0;
  guint page = 0;

  while (page + 1 < get_n_pages (self) && get_place (self, page + 1).origin.y < line)
    page++;
  return page;
}

static gboolean
tell_cb (gpointer data)
{
  SotaySheetCanvas *self = data;
  guint page = find_page (self);

  self->telling = 0;
  if (page != self->page)
    {
      self->page = page;
      g_signal_emit (self, signals[PAGE_CHANGED], 0);
    }
  if (self->zoom != self->told_zoom)
    {
      self->told_zoom = self->zoom;
      g_signal_emit (self, signals[ZOOM_CHANGED], 0);
    }
  return G_SOURCE_REMOVE;
}

static void
tell_later (SotaySheetCanvas *self)
{
  if (self->telling == 0)
    self->telling = g_idle_add (tell_cb, self);
}

static void
scrolled_cb (SotaySheetCanvas *self)
{
  gtk_widget_queue_draw (GTK_WIDGET (self));
  tell_later (self);
  draw_next (self);
}

static double
fit (SotaySheetCanvas *self, int width, int height)
{
  double across = (width - 2 * GAP) / get_largest (self, GTK_ORIENTATION_HORIZONTAL);
  double along = (height - 2 * GAP) / get_largest (self, GTK_ORIENTATION_VERTICAL);

  if (self->mode == SOTAY_ZOOM_FREE)
    return self->zoom;
  return CLAMP (self->mode == SOTAY_ZOOM_FIT_WIDTH ? across : MIN (across, along), LEAST_ZOOM, MOST_ZOOM);
}

static void
configure (SotaySheetCanvas *self, GtkOrientation orientation, double size, double value)
{
  GtkAdjustment *adjustment = self->adjustments[orientation];
  double total = MAX (get_total (self, orientation), size);

  if (adjustment != NULL)
    gtk_adjustment_configure (adjustment, CLAMP (value, 0, total - size), 0, total, size * 0.1, size * 0.9, size);
}

static void
sotay_sheet_canvas_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  SotaySheetCanvas *self = SOTAY_SHEET_CANVAS (widget);
  double before = self->zoom;
  double x = get_value (self, GTK_ORIENTATION_HORIZONTAL), y = get_value (self, GTK_ORIENTATION_VERTICAL);

  if (self->sheets == NULL)
    return;
  self->zoom = fit (self, width, height);
  configure (self, GTK_ORIENTATION_HORIZONTAL, width, x * self->zoom / before);
  configure (self, GTK_ORIENTATION_VERTICAL, height, y * self->zoom / before);
  tell_later (self);
  draw_next (self);
}

static void
sotay_sheet_canvas_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
                            int *minimum_baseline, int *natural_baseline)
{
  *minimum = 0;
  *natural = 200;
}

static void
snapshot_page (SotaySheetCanvas *self, GtkSnapshot *snapshot, guint page)
{
  const GdkRGBA white = { 1, 1, 1, 1 };
  const GdkRGBA shadow = { 0, 0, 0, 0.25f };
  graphene_rect_t place = get_place (self, page);
  GdkTexture *texture = get_picture (self, page)->texture;
  GskRoundedRect outline;

  gsk_rounded_rect_init_from_rect (&outline, &place, 0);
  gtk_snapshot_append_outset_shadow (snapshot, &outline, &shadow, 0, 1, 1, 3);
  gtk_snapshot_append_color (snapshot, &white, &place);
  if (texture != NULL)
    gtk_snapshot_append_texture (snapshot, texture, &place);
}

static void
sotay_sheet_canvas_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  SotaySheetCanvas *self = SOTAY_SHEET_CANVAS (widget);
  guint first, end;

  get_range (self, &first, &end);
  gtk_snapshot_push_clip (snapshot, &GRAPHENE_RECT_INIT (0, 0, (float) gtk_widget_get_width (widget),
                                                         (float) gtk_widget_get_height (widget)));
  for (guint page = first; page < end; page++)
    snapshot_page (self, snapshot, page);
  gtk_snapshot_pop (snapshot);
}

static void
sotay_sheet_canvas_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (sotay_sheet_canvas_parent_class)->map (widget);
  draw_next (SOTAY_SHEET_CANVAS (widget));
}

static void
pressed_cb (SotaySheetCanvas *self, int n_press, double x, double y)
{
  guint first, end;

  gtk_widget_grab_focus (GTK_WIDGET (self));
  get_range (self, &first, &end);
  for (guint page = first; page < end; page++)
    {
      graphene_rect_t place = get_place (self, page);
      double scale = self->zoom * PIXELS;

      if (graphene_rect_contains_point (&place, &GRAPHENE_POINT_INIT ((float) x, (float) y)))
        g_signal_emit (self, signals[CLICKED], 0, page, (x - place.origin.x) / scale, (y - place.origin.y) / scale);
    }
}

/* Ctrl and the wheel: larger and smaller. */
static gboolean
scroll_cb (SotaySheetCanvas *self, double dx, double dy, GtkEventController *controller)
{
  if ((gtk_event_controller_get_current_event_state (controller) & GDK_CONTROL_MASK) == 0)
    return FALSE;
  sotay_sheet_canvas_zoom_by (self, dy < 0 ? WHEEL_FACTOR : 1 / WHEEL_FACTOR);
  return TRUE;
}

static void
set_adjustment (SotaySheetCanvas *self, GtkOrientation orientation, GtkAdjustment *adjustment)
{
  if (self->adjustments[orientation] == adjustment)
    return;
  if (self->adjustments[orientation] != NULL)
    g_signal_handlers_disconnect_by_func (self->adjustments[orientation], scrolled_cb, self);
  g_set_object (&self->adjustments[orientation], adjustment);
  if (adjustment == NULL)
    return;
  g_signal_connect_object (adjustment, "value-changed", G_CALLBACK (scrolled_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

static void
sotay_sheet_canvas_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  SotaySheetCanvas *self = SOTAY_SHEET_CANVAS (object);

  switch (id)
    {
    case PROP_HADJUSTMENT:
    case PROP_VADJUSTMENT:
      g_value_set_object (value, self->adjustments[id - PROP_HADJUSTMENT]);
      break;
    case PROP_HSCROLL_POLICY:
    case PROP_VSCROLL_POLICY:
      g_value_set_enum (value, (int) self->policies[id - PROP_HSCROLL_POLICY]);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
sotay_sheet_canvas_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  SotaySheetCanvas *self = SOTAY_SHEET_CANVAS (object);

  switch (id)
    {
    case PROP_HADJUSTMENT:
    case PROP_VADJUSTMENT:
      set_adjustment (self, id - PROP_HADJUSTMENT, g_value_get_object (value));
      break;
    case PROP_HSCROLL_POLICY:
    case PROP_VSCROLL_POLICY:
      self->policies[id - PROP_HSCROLL_POLICY] = (guint) g_value_get_enum (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
sotay_sheet_canvas_dispose (GObject *object)
{
  SotaySheetCanvas *self = SOTAY_SHEET_CANVAS (object);

  stop_drawing (self);
  g_clear_handle_id (&self->telling, g_source_remove);
  set_adjustment (self, GTK_ORIENTATION_HORIZONTAL, NULL);
  set_adjustment (self, GTK_ORIENTATION_VERTICAL, NULL);
  g_clear_object (&self->sheets);
  g_clear_pointer (&self->pictures, g_array_unref);
  G_OBJECT_CLASS (sotay_sheet_canvas_parent_class)->dispose (object);
}

static void
sotay_sheet_canvas_class_init (SotaySheetCanvasClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = sotay_sheet_canvas_get_property;
  object_class->set_property = sotay_sheet_canvas_set_property;
  object_class->dispose = sotay_sheet_canvas_dispose;
  widget_class->measure = sotay_sheet_canvas_measure;
  widget_class->size_allocate = sotay_sheet_canvas_size_allocate;
  widget_class->snapshot = sotay_sheet_canvas_snapshot;
  widget_class->map = sotay_sheet_canvas_map;
  g_object_class_override_property (object_class, PROP_HADJUSTMENT, "hadjustment");
  g_object_class_override_property (object_class, PROP_VADJUSTMENT, "vadjustment");
  g_object_class_override_property (object_class, PROP_HSCROLL_POLICY, "hscroll-policy");
  g_object_class_override_property (object_class, PROP_VSCROLL_POLICY, "vscroll-policy");
  signals[CLICKED] = g_signal_new ("clicked", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 3, G_TYPE_UINT, G_TYPE_DOUBLE, G_TYPE_DOUBLE);
  signals[ZOOM_CHANGED] = g_signal_new ("zoom-changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                        NULL, G_TYPE_NONE, 0);
  signals[PAGE_CHANGED] = g_signal_new ("page-changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                        NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_css_name (widget_class, "page-canvas");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
sotay_sheet_canvas_init (SotaySheetCanvas *self)
{
  GtkGesture *click = gtk_gesture_click_new ();
  GtkEventController *scroll = gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_VERTICAL);

  self->zoom = 1;
  self->pictures = g_array_new (FALSE, TRUE, sizeof (Picture));
  g_array_set_clear_func (self->pictures, picture_clear);
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  g_signal_connect_object (click, "pressed", G_CALLBACK (pressed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (scroll, "scroll", G_CALLBACK (scroll_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect (self, "notify::scale-factor", G_CALLBACK (scrolled_cb), NULL);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  gtk_widget_add_controller (GTK_WIDGET (self), scroll);
}

/* Pages of the newest state take the place of the older ones, which are seen until these are drawn. */
void
sotay_sheet_canvas_set_sheets (SotaySheetCanvas *self, SotaySheets *sheets)
{
  guint n_pages = sheets != NULL ? sotay_sheets_get_n_pages (sheets) : 0;
  g_autofree char *name = g_strdup_printf (ngettext ("%u page", "%u pages", n_pages), n_pages);

  stop_drawing (self);
  g_set_object (&self->sheets, sheets);
  g_array_set_size (self->pictures, n_pages);
  for (guint i = 0; i < n_pages; i++)
    get_picture (self, i)->is_old = TRUE;
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

SotayZoomMode
sotay_sheet_canvas_get_mode (SotaySheetCanvas *self)
{
  return self->mode;
}

void
sotay_sheet_canvas_set_mode (SotaySheetCanvas *self, SotayZoomMode mode)
{
  self->mode = mode;
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

double
sotay_sheet_canvas_get_zoom (SotaySheetCanvas *self)
{
  return self->zoom;
}

/* What is in the middle of the view stays there. */
void
sotay_sheet_canvas_zoom_by (SotaySheetCanvas *self, double factor)
{
  double zoom = CLAMP (self->zoom * factor, LEAST_ZOOM, MOST_ZOOM);
  double middle = gtk_widget_get_height (GTK_WIDGET (self)) / 2.0;
  double y = (get_value (self, GTK_ORIENTATION_VERTICAL) + middle) * zoom / self->zoom - middle;

  self->mode = SOTAY_ZOOM_FREE;
  self->zoom = zoom;
  if (self->sheets != NULL)
    {
      configure (self, GTK_ORIENTATION_HORIZONTAL, gtk_widget_get_width (GTK_WIDGET (self)),
                 get_value (self, GTK_ORIENTATION_HORIZONTAL));
      configure (self, GTK_ORIENTATION_VERTICAL, gtk_widget_get_height (GTK_WIDGET (self)), y);
    }
  scrolled_cb (self);
}

guint
sotay_sheet_canvas_get_page (SotaySheetCanvas *self)
{
  return self->page;
}

GdkRectangle
sotay_sheet_canvas_find_place (SotaySheetCanvas *self, guint page, double x, double y)
{
  graphene_rect_t place = get_place (self, page);
  double scale = self->zoom * PIXELS;

  return (GdkRectangle) { (int) (place.origin.x + x * scale), (int) (place.origin.y + y * scale), 1, 1 };
}

gboolean
sotay_sheet_canvas_is_drawn (SotaySheetCanvas *self)
{
  guint first, end;

  get_range (self, &first, &end);
  for (guint page = first; page < end; page++)
    if (!is_sharp (self, page))
      return FALSE;
  return first < end;
}
