/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/guide/reader/page-canvas-private.h"

G_DEFINE_FINAL_TYPE_WITH_CODE (SotayPageCanvas, sotay_page_canvas, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_SCROLLABLE, NULL))

enum
{
  PROP_DOCUMENT = 1,
  PROP_ZOOM_MODE,
  PROP_ZOOM,
  PROP_NIGHT,
  PROP_TWO_PAGES,
  PROP_INDEX,
  N_PROPS,
  PROP_HADJUSTMENT,
  PROP_VADJUSTMENT,
  PROP_HSCROLL_POLICY,
  PROP_VSCROLL_POLICY,
};

enum
{
  JUMPED,
  WEB_LINK,
  N_SIGNALS
};

static GParamSpec *props[N_PROPS];
static guint signals[N_SIGNALS];

void
sotay_page_canvas_emit_jumped (SotayPageCanvas *self, guint index, double y)
{
  g_signal_emit (self, signals[JUMPED], 0, (int) index, y);
}

void
sotay_page_canvas_emit_web_link (SotayPageCanvas *self, const char *address)
{
  g_signal_emit (self, signals[WEB_LINK], 0, address);
}

static void
picture_changed_cb (SotayPageCanvas *self, guint index)
{
  guint first, end;

  sotay_page_canvas_get_band (self, &first, &end);
  if (index >= first && index < end)
    gtk_widget_queue_draw (GTK_WIDGET (self));
  if (index == self->index && sotay_page_pictures_get_error (self->pictures, index) != NULL)
    sotay_page_canvas_describe (self);
}

static void
content_changed_cb (SotayPageCanvas *self, guint index)
{
  sotay_page_canvas_select_read (self, index);
  if (self->revealing)
    sotay_page_canvas_reveal_hit (self);
  if (index == self->index)
    sotay_page_canvas_describe (self);
  picture_changed_cb (self, index);
}

static void
clear_document (SotayPageCanvas *self)
{
  if (self->document == NULL)
    return;
  sotay_page_canvas_stop_wishing (self);
  g_signal_handlers_disconnect_by_data (self->document, self);
  g_signal_handlers_disconnect_by_data (self->pictures, self);
  g_signal_handlers_disconnect_by_data (self->contents, self);
  g_clear_object (&self->pictures);
  g_clear_object (&self->contents);
  g_clear_pointer (&self->layout, sotay_book_layout_free);
  g_clear_pointer (&self->hits, g_array_unref);
  g_clear_object (&self->document);
}

/* The reader begins at the start. */
static void
reset_place (SotayPageCanvas *self)
{
  self->place_index = self->index = 0;
  self->place_y = 0;
  self->centre_x = 0.5;
  self->asked = FALSE;
  self->index_changed = TRUE;
  self->current_hit = self->link = -1;
  self->revealing = self->selecting = FALSE;
  self->selection_start = self->selection_end = self->anchor_start = self->anchor_end = (SotayTextPlace){ 0, 0 };
}

static void
open_document (SotayPageCanvas *self, SotayDocument *document)
{
  self->document = g_object_ref (document);
  self->pictures = sotay_page_pictures_new (document);
  self->contents = sotay_page_contents_new (document);
  g_signal_connect_swapped (self->document, "sizes-changed", G_CALLBACK (sotay_page_canvas_lay_out), self);
  g_signal_connect_swapped (self->pictures, "changed", G_CALLBACK (picture_changed_cb), self);
  g_signal_connect_swapped (self->contents, "changed", G_CALLBACK (content_changed_cb), self);
  sotay_page_canvas_lay_out (self);
}

void
sotay_page_canvas_set_document (SotayPageCanvas *self, SotayDocument *document)
{
  if (document == self->document)
    return;
  clear_document (self);
  reset_place (self);
  if (document != NULL && sotay_document_get_n_pages (document) > 0)
    open_document (self, document);
  sotay_page_canvas_notify_changes (self);
  sotay_page_canvas_describe (self);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_DOCUMENT]);
}

static void
set_zoom_mode (SotayPageCanvas *self, SotayZoomMode mode)
{
  if (mode == self->zoom_mode)
    return;
  self->zoom_mode = mode;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_ZOOM_MODE]);
  sotay_page_canvas_place (self);
}

static void
zoom_in_middle (SotayPageCanvas *self, double zoom)
{
  if (zoom != self->zoom)
    sotay_page_canvas_zoom_at (self, zoom, gtk_widget_get_width (GTK_WIDGET (self)) / 2.0,
                               gtk_widget_get_height (GTK_WIDGET (self)) / 2.0);
}

static void
set_night (SotayPageCanvas *self, gboolean night)
{
  if (night == self->night)
    return;
  self->night = night;
  if (night)
    gtk_widget_add_css_class (GTK_WIDGET (self), "night");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "night");
  sotay_page_canvas_wish (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_NIGHT]);
}

static void
set_two_pages (SotayPageCanvas *self, gboolean two_pages)
{
  if (two_pages == self->two_pages)
    return;
  self->two_pages = two_pages;
  if (self->document != NULL)
    sotay_page_canvas_lay_out (self);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_TWO_PAGES]);
}

static void
set_policy (SotayPageCanvas *self, GtkOrientation orientation, GtkScrollablePolicy policy)
{
  if (policy == self->policies[orientation])
    return;
  self->policies[orientation] = policy;
  gtk_widget_queue_resize (GTK_WIDGET (self));
  g_object_notify (G_OBJECT (self), orientation == GTK_ORIENTATION_HORIZONTAL ? "hscroll-policy" : "vscroll-policy");
}

static void
sotay_page_canvas_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  SotayPageCanvas *self = SOTAY_PAGE_CANVAS (object);

  switch (prop_id)
    {
    case PROP_DOCUMENT:
      sotay_page_canvas_set_document (self, g_value_get_object (value));
      break;
    case PROP_ZOOM_MODE:
      set_zoom_mode (self, g_value_get_int (value));
      break;
    case PROP_ZOOM:
      zoom_in_middle (self, g_value_get_double (value));
      break;
    case PROP_NIGHT:
      set_night (self, g_value_get_boolean (value));
      break;
    case PROP_TWO_PAGES:
      set_two_pages (self, g_value_get_boolean (value));
      break;
    case PROP_HADJUSTMENT:
      sotay_page_canvas_set_adjustment (self, GTK_ORIENTATION_HORIZONTAL, g_value_get_object (value));
      break;
    case PROP_VADJUSTMENT:
      sotay_page_canvas_set_adjustment (self, GTK_ORIENTATION_VERTICAL, g_value_get_object (value));
      break;
    case PROP_HSCROLL_POLICY:
      set_policy (self, GTK_ORIENTATION_HORIZONTAL, g_value_get_enum (value));
      break;
    case PROP_VSCROLL_POLICY:
      set_policy (self, GTK_ORIENTATION_VERTICAL, g_value_get_enum (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
sotay_page_canvas_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  SotayPageCanvas *self = SOTAY_PAGE_CANVAS (object);

  switch (prop_id)
    {
    case PROP_DOCUMENT:
      g_value_set_object (value, self->document);
      break;
    case PROP_ZOOM_MODE:
      g_value_set_int (value, self->zoom_mode);
      break;
    case PROP_ZOOM:
      g_value_set_double (value, self->zoom);
      break;
    case PROP_NIGHT:
      g_value_set_boolean (value, self->night);
      break;
    case PROP_TWO_PAGES:
      g_value_set_boolean (value, self->two_pages);
      break;
    case PROP_INDEX:
      g_value_set_uint (value, self->index);
      break;
    case PROP_HADJUSTMENT:
      g_value_set_object (value, self->adjustments[GTK_ORIENTATION_HORIZONTAL]);
      break;
    case PROP_VADJUSTMENT:
      g_value_set_object (value, self->adjustments[GTK_ORIENTATION_VERTICAL]);
      break;
    case PROP_HSCROLL_POLICY:
      g_value_set_enum (value, self->policies[GTK_ORIENTATION_HORIZONTAL]);
      break;
    case PROP_VSCROLL_POLICY:
      g_value_set_enum (value, self->policies[GTK_ORIENTATION_VERTICAL]);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

/* A scrolled window guesses by this whether it needs its bars. Guessing wrong, it would lay itself out again in the
 * midst of its allocation, which a parent that is not allocated at that time does not hear of. */
static void
sotay_page_canvas_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
                           int *minimum_baseline, int *natural_baseline)
{
  SotayPageCanvas *self = SOTAY_PAGE_CANVAS (widget);
  double width = 0, height = 0;

  if (self->layout != NULL)
    sotay_book_layout_get_extent (self->layout, &width, &height);
  if (self->zoom_mode != SOTAY_ZOOM_FREE)
    width = 0;
  *minimum = *natural = (int) (orientation == GTK_ORIENTATION_HORIZONTAL ? width : height);
}

static void
sotay_page_canvas_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  SotayPageCanvas *self = SOTAY_PAGE_CANVAS (widget);

  self->allocating = TRUE;
  sotay_page_canvas_place (self);
  self->allocating = FALSE;
}

static void
sotay_page_canvas_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  sotay_page_canvas_draw (SOTAY_PAGE_CANVAS (widget), snapshot);
}

static void
sotay_page_canvas_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (sotay_page_canvas_parent_class)->map (widget);
  sotay_page_canvas_wish (SOTAY_PAGE_CANVAS (widget));
}

static void
sotay_page_canvas_unmap (GtkWidget *widget)
{
  sotay_page_canvas_stop_wishing (SOTAY_PAGE_CANVAS (widget));
  GTK_WIDGET_CLASS (sotay_page_canvas_parent_class)->unmap (widget);
}

static gboolean
sotay_page_canvas_focus (GtkWidget *widget, GtkDirectionType direction)
{
  SotayPageCanvas *self = SOTAY_PAGE_CANVAS (widget);

  if (gtk_widget_has_focus (widget))
    return sotay_page_canvas_move_focus (self, direction);
  return gtk_widget_grab_focus (widget);
}

static gboolean
sotay_page_canvas_query_tooltip_cb (GtkWidget *widget, int x, int y, gboolean keyboard, GtkTooltip *tooltip)
{
  return !keyboard && sotay_page_canvas_query_tooltip (SOTAY_PAGE_CANVAS (widget), x, y, tooltip);
}

static void
scale_factor_cb (SotayPageCanvas *self)
{
  sotay_page_canvas_wish (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
clear_adjustment (SotayPageCanvas *self, GtkOrientation orientation)
{
  if (self->adjustments[orientation] != NULL)
    g_signal_handlers_disconnect_by_data (self->adjustments[orientation], self);
  g_clear_object (&self->adjustments[orientation]);
}

static void
sotay_page_canvas_dispose (GObject *object)
{
  SotayPageCanvas *self = SOTAY_PAGE_CANVAS (object);

  clear_document (self);
  clear_adjustment (self, GTK_ORIENTATION_HORIZONTAL);
  clear_adjustment (self, GTK_ORIENTATION_VERTICAL);
  G_OBJECT_CLASS (sotay_page_canvas_parent_class)->dispose (object);
}

static void
install_properties (GObjectClass *object_class)
{
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  props[PROP_DOCUMENT] = g_param_spec_object ("document", NULL, NULL, SOTAY_TYPE_DOCUMENT, flags);
  props[PROP_ZOOM_MODE]
      = g_param_spec_int ("zoom-mode", NULL, NULL, SOTAY_ZOOM_FIT_WIDTH, SOTAY_ZOOM_FREE, SOTAY_ZOOM_FIT_WIDTH, flags);
  props[PROP_ZOOM] = g_param_spec_double ("zoom", NULL, NULL, 0, SOTAY_ZOOM_MOST, 1, flags);
  props[PROP_NIGHT] = g_param_spec_boolean ("night", NULL, NULL, FALSE, flags);
  props[PROP_TWO_PAGES] = g_param_spec_boolean ("two-pages", NULL, NULL, FALSE, flags);
  props[PROP_INDEX]
      = g_param_spec_uint ("index", NULL, NULL, 0, G_MAXUINT, 0, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);
  g_object_class_override_property (object_class, PROP_HADJUSTMENT, "hadjustment");
  g_object_class_override_property (object_class, PROP_VADJUSTMENT, "vadjustment");
  g_object_class_override_property (object_class, PROP_HSCROLL_POLICY, "hscroll-policy");
  g_object_class_override_property (object_class, PROP_VSCROLL_POLICY, "vscroll-policy");
}

static void
sotay_page_canvas_class_init (SotayPageCanvasClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->set_property = sotay_page_canvas_set_property;
  object_class->get_property = sotay_page_canvas_get_property;
  object_class->dispose = sotay_page_canvas_dispose;
  widget_class->measure = sotay_page_canvas_measure;
  widget_class->size_allocate = sotay_page_canvas_size_allocate;
  widget_class->snapshot = sotay_page_canvas_snapshot;
  widget_class->map = sotay_page_canvas_map;
  widget_class->unmap = sotay_page_canvas_unmap;
  widget_class->focus = sotay_page_canvas_focus;
  widget_class->query_tooltip = sotay_page_canvas_query_tooltip_cb;
  install_properties (object_class);

  signals[JUMPED] = g_signal_new ("jumped", SOTAY_TYPE_PAGE_CANVAS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                  2, G_TYPE_INT, G_TYPE_DOUBLE);
  signals[WEB_LINK] = g_signal_new ("web-link", SOTAY_TYPE_PAGE_CANVAS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                    G_TYPE_NONE, 1, G_TYPE_STRING);

  gtk_widget_class_set_css_name (widget_class, "page-canvas");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_DOCUMENT);
  sotay_page_canvas_add_keys (widget_class);
}

static void
sotay_page_canvas_init (SotayPageCanvas *self)
{
  self->zoom = 1;
  reset_place (self);
  self->index_changed = FALSE;
  sotay_page_canvas_set_adjustment (self, GTK_ORIENTATION_HORIZONTAL, NULL);
  sotay_page_canvas_set_adjustment (self, GTK_ORIENTATION_VERTICAL, NULL);
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  g_signal_connect (self, "notify::scale-factor", G_CALLBACK (scale_factor_cb), NULL);
  sotay_page_canvas_add_controllers (self);
  sotay_page_canvas_describe (self);
}

SotayPageCanvas *
sotay_page_canvas_new (void)
{
  return g_object_new (SOTAY_TYPE_PAGE_CANVAS, NULL);
}

void
sotay_page_canvas_zoom_by (SotayPageCanvas *self, double factor)
{
  zoom_in_middle (self, self->zoom * factor);
}
