/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/presentation/slide-view.h"

#include "app/presentation/picture-node.h"
#include "app/presentation/wall-code.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define FADE_US (150 * 1000)
/* So much of the new slide is seen at once. */
#define FADE_START 0.4
/* A PC that needs longer for a frame, three times, gets no more transitions. */
#define SLOW_US (25 * 1000)
#define MOST_SLOW_FRAMES 3
#define NATURAL_WIDTH 320

struct _SotaySlideView
{
  GtkWidget parent_instance;

  SotayShow *show;
  SotayManualPages *pages;
  SotayQrSymbol *code; /* nullable */
  gboolean follows;
  int index; /* -1: empty */
  guint part;

  cairo_surface_t *picture; /* nullable: of the slide, in device pixels */
  GskRenderNode *node;      /* of the picture */
  GskRenderNode *code_node;
  graphene_rect_t place; /* that the nodes are for */
  int page;              /* of the manual, in the picture; -1: none */
  guint idle;

  gboolean transitions;
  cairo_surface_t *former; /* of the slide that goes */
  gint64 fade_start;       /* 0: the next frame sets it */
  guint fade_tick;
  gint64 frame_start;
  guint n_slow;
};

enum
{
  PROP_TRANSITIONS = 1,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

G_DEFINE_FINAL_TYPE (SotaySlideView, sotay_slide_view, GTK_TYPE_WIDGET)

static SotayCodeMode
get_code_mode (SotaySlideView *self)
{
  return self->follows && self->code != NULL ? sotay_show_get_code (self->show) : SOTAY_CODE_HIDDEN;
}

static SotaySlide *
get_slide (SotaySlideView *self)
{
  return sotay_deck_get_slide (sotay_show_get_deck (self->show), (guint) self->index);
}

/* A fixed view shows the slide alone, without the strip beside it. */
static void
get_size (SotaySlideView *self, double *width, double *height)
{
  const SotayWall *wall = sotay_show_get_wall (self->show);

  *width = wall->width + (self->follows ? wall->strip_width : 0);
  *height = wall->height + (self->follows ? wall->strip_height : 0);
}

double
sotay_slide_view_get_frame (SotaySlideView *self, graphene_rect_t *frame)
{
  double width, height, scale;

  get_size (self, &width, &height);
  scale = MIN (gtk_widget_get_width (GTK_WIDGET (self)) / width, gtk_widget_get_height (GTK_WIDGET (self)) / height);
  *frame = GRAPHENE_RECT_INIT ((float) floor ((gtk_widget_get_width (GTK_WIDGET (self)) - width * scale) / 2),
                               (float) floor ((gtk_widget_get_height (GTK_WIDGET (self)) - height * scale) / 2),
                               (float) (width * scale), (float) (height * scale));
  return scale;
}

static void
draw_page (SotaySlideView *self, SotaySlideLayout *layout, guint part, cairo_t *cr, double scale)
{
  const SotaySlideParts *parts = sotay_slide_get_parts (sotay_slide_layout_get_slide (layout));
  double x, y, width, height, fit;
  cairo_surface_t *picture = NULL;
  graphene_rect_t sheet;

  if (parts->page < 0 || !sotay_slide_layout_get_place (layout, part, SOTAY_SLIDE_PLACE_PAGE, &x, &y, &width, &height))
    return;
  picture = sotay_manual_pages_get (self->pages, (guint) parts->page, (int) (width * scale), (int) (height * scale));
  if (picture == NULL)
    return;
  fit = MIN (width / cairo_image_surface_get_width (picture), height / cairo_image_surface_get_height (picture));
  /* On whole pixels: the sharp picture is painted as it is. */
  if (fabs (fit * scale - 1) < 0.01)
    fit = 1 / scale;
  sheet.size = GRAPHENE_SIZE_INIT ((float) (cairo_image_surface_get_width (picture) * fit),
                                   (float) (cairo_image_surface_get_height (picture) * fit));
  sheet.origin.x = (float) (floor ((x + (width - sheet.size.width) / 2) * scale) / scale);
  sheet.origin.y = (float) (floor ((y + (height - sheet.size.height) / 2) * scale) / scale);
  sotay_picture_paint (cr, picture, &sheet);
}

static void
draw_slide (SotaySlideView *self, cairo_t *cr, double scale)
{
  SotaySlideLayout *layout = sotay_show_get_layout (self->show, (guint) self->index);
  guint part = MIN (self->part, sotay_slide_layout_get_n_parts (layout) - 1);

  cairo_save (cr);
  sotay_slide_layout_draw (layout, part, cr);
  cairo_restore (cr);
  draw_page (self, layout, part, cr, scale);
}

static void
draw_ground (SotaySlideView *self, cairo_t *cr)
{
  guint ground;

  sotay_wall_get_colours (sotay_show_get_wall (self->show)->theme, NULL, NULL, &ground);
  cairo_set_source_rgb (cr, (ground >> 16 & 0xff) / 255.0, (ground >> 8 & 0xff) / 255.0, (ground & 0xff) / 255.0);
  cairo_paint (cr);
}

void
sotay_slide_view_draw (SotaySlideView *self, cairo_t *cr, double magnification)
{
  graphene_rect_t frame;
  double scale = sotay_slide_view_get_frame (self, &frame) * gtk_widget_get_scale_factor (GTK_WIDGET (self));

  draw_ground (self, cr);
  if (self->index >= 0)
    draw_slide (self, cr, scale * magnification);
  if (get_code_mode (self) != SOTAY_CODE_HIDDEN)
    sotay_wall_code_draw (self->code, sotay_show_get_wall (self->show), get_code_mode (self), cr);
}

static void
forget_picture (SotaySlideView *self)
{
  g_clear_pointer (&self->picture, cairo_surface_destroy);
  g_clear_pointer (&self->node, gsk_render_node_unref);
}

static void
forget_all (SotaySlideView *self)
{
  forget_picture (self);
  g_clear_pointer (&self->code_node, gsk_render_node_unref);
  g_clear_pointer (&self->former, cairo_surface_destroy);
}

static void
make_picture (SotaySlideView *self, const graphene_rect_t *frame, double scale)
{
  int factor = gtk_widget_get_scale_factor (GTK_WIDGET (self));
  cairo_t *cr = NULL;

  self->place = *frame;
  self->picture = cairo_image_surface_create (CAIRO_FORMAT_RGB24, MAX ((int) ceil (frame->size.width * factor), 1),
                                              MAX ((int) ceil (frame->size.height * factor), 1));
  cr = cairo_create (self->picture);
  draw_ground (self, cr);
  cairo_scale (cr, scale * factor, scale * factor);
  draw_slide (self, cr, scale * factor);
  cairo_destroy (cr);
  self->page = sotay_slide_get_parts (get_slide (self))->page;
  self->node = sotay_picture_node_new (self->picture, frame, 1);
}

static void
append_code (SotaySlideView *self, GtkSnapshot *snapshot, double scale)
{
  if (self->code_node == NULL)
    {
      cairo_t *cr = NULL;

      self->code_node = gsk_cairo_node_new (&self->place);
      cr = gsk_cairo_node_get_draw_context (self->code_node);
      cairo_rectangle (cr, self->place.origin.x, self->place.origin.y, self->place.size.width, self->place.size.height);
      cairo_clip (cr);
      cairo_translate (cr, self->place.origin.x, self->place.origin.y);
      cairo_scale (cr, scale, scale);
      sotay_wall_code_draw (self->code, sotay_show_get_wall (self->show), get_code_mode (self), cr);
      cairo_destroy (cr);
    }
  gtk_snapshot_append_node (snapshot, self->code_node);
}

static double
get_fade (SotaySlideView *self)
{
  gint64 now = gdk_frame_clock_get_frame_time (gtk_widget_get_frame_clock (GTK_WIDGET (self)));

  if (self->fade_start == 0)
    self->fade_start = now;
  return MIN (FADE_START + (1 - FADE_START) * (double) (now - self->fade_start) / FADE_US, 1);
}

/* The former slide goes above the new one: one picture is mixed, not two. */
static void
append_former (SotaySlideView *self, GtkSnapshot *snapshot)
{
  double fade = self->former != NULL ? get_fade (self) : 1;
  g_autoptr (GskRenderNode) node = NULL;

  if (fade >= 1)
    {
      g_clear_pointer (&self->former, cairo_surface_destroy);
      return;
    }
  node = sotay_picture_node_new (self->former, &self->place, 1 - fade);
  gtk_snapshot_append_node (snapshot, node);
}

static void
sotay_slide_view_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  SotaySlideView *self = SOTAY_SLIDE_VIEW (widget);
  SotayCurtain curtain = self->follows ? sotay_show_get_curtain (self->show) : SOTAY_CURTAIN_NONE;
  graphene_rect_t frame;
  double scale;

  if (self->index < 0 || gtk_widget_get_width (widget) < 1 || gtk_widget_get_height (widget) < 1)
    return;
  scale = sotay_slide_view_get_frame (self, &frame);
  if (!graphene_rect_equal (&frame, &self->place))
    forget_all (self);
  if (curtain != SOTAY_CURTAIN_NONE)
    {
      float level = curtain == SOTAY_CURTAIN_WHITE ? 1 : 0;

      gtk_snapshot_append_color (snapshot, &(GdkRGBA){ level, level, level, 1 }, &frame);
      return;
    }
  if (self->picture == NULL)
    make_picture (self, &frame, scale);
  gtk_snapshot_append_node (snapshot, self->node);
  append_former (self, snapshot);
  if (get_code_mode (self) != SOTAY_CODE_HIDDEN)
    append_code (self, snapshot, scale);
}

static void
frame_begins_cb (SotaySlideView *self)
{
  self->frame_start = g_get_monotonic_time ();
}

static void
frame_ends_cb (SotaySlideView *self)
{
  if (self->former != NULL && self->frame_start != 0 && g_get_monotonic_time () - self->frame_start > SLOW_US)
    {
      self->n_slow++;
      g_clear_pointer (&self->former, cairo_surface_destroy);
      gtk_widget_queue_draw (GTK_WIDGET (self));
    }
  self->frame_start = 0;
}

static gboolean
fade_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  SotaySlideView *self = SOTAY_SLIDE_VIEW (widget);

  gtk_widget_queue_draw (widget);
  if (self->former != NULL)
    return G_SOURCE_CONTINUE;
  self->fade_tick = 0;
  return G_SOURCE_REMOVE;
}

static gboolean
may_fade (SotaySlideView *self)
{
  gboolean animations;

  if (!self->transitions || self->picture == NULL || self->n_slow >= MOST_SLOW_FRAMES
      || !gtk_widget_get_mapped (GTK_WIDGET (self)) || sotay_show_get_curtain (self->show) != SOTAY_CURTAIN_NONE)
    return FALSE;
  g_object_get (gtk_widget_get_settings (GTK_WIDGET (self)), "gtk-enable-animations", &animations, NULL);
  return animations;
}

/* The picture that was seen so far goes softly. */
static void
begin_fade (SotaySlideView *self)
{
  g_clear_pointer (&self->former, cairo_surface_destroy);
  self->former = g_steal_pointer (&self->picture);
  self->fade_start = 0;
  if (self->fade_tick == 0)
    self->fade_tick = gtk_widget_add_tick_callback (GTK_WIDGET (self), fade_cb, NULL, NULL);
}

/* As it stands on the wall: which part of a slide that goes on. */
static char *
format_part (SotaySlideView *self)
{
  guint n_parts = sotay_slide_layout_get_n_parts (sotay_show_get_layout (self->show, (guint) self->index));

  return n_parts > 1 ? g_strdup_printf ("%u/%u", self->part + 1, n_parts) : g_strdup ("");
}

static void
update_label (SotaySlideView *self)
{
  g_autofree char *text = NULL;
  g_autofree char *part = NULL;

  if (self->follows && sotay_show_get_curtain (self->show) != SOTAY_CURTAIN_NONE)
    text = g_strdup (sotay_show_get_curtain (self->show) == SOTAY_CURTAIN_BLACK ? _("The wall is black")
                                                                                : _("The wall is white"));
  else if (get_code_mode (self) == SOTAY_CODE_FULL)
    text = g_strdup_printf (_("QR code: %s"), sotay_qr_symbol_get_text (self->code));
  else if (self->index >= 0)
    text = sotay_slide_to_text (get_slide (self));
  part = self->follows && self->index >= 0 ? format_part (self) : g_strdup ("");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, text != NULL ? text : "",
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, part, -1);
}

static void
prepare_page (SotaySlideView *self, guint index)
{
  SotaySlideLayout *layout = sotay_show_get_layout (self->show, index);
  const SotaySlideParts *parts = sotay_slide_get_parts (sotay_slide_layout_get_slide (layout));
  double x, y, width, height, scale;
  graphene_rect_t frame;

  if (!sotay_slide_layout_get_place (layout, 0, SOTAY_SLIDE_PLACE_PAGE, &x, &y, &width, &height))
    return;
  scale = sotay_slide_view_get_frame (self, &frame) * gtk_widget_get_scale_factor (GTK_WIDGET (self));
  sotay_manual_pages_prepare (self->pages, (guint) parts->page, (int) (width * scale), (int) (height * scale));
}

/* The next slide that shows a page of the manual, or -1. */
static int
find_page_slide (SotaySlideView *self, int direction)
{
  SotayDeck *deck = sotay_show_get_deck (self->show);
  int n_slides = (int) sotay_deck_get_n_slides (deck);

  for (int i = self->index + direction; i >= 0 && i < n_slides; i += direction)
    if (sotay_slide_get_parts (sotay_deck_get_slide (deck, (guint) i))->page >= 0)
      return i;
  return -1;
}

/* After the frame: what comes next is typeset, and the nearest pages of the manual are drawn. */
static gboolean
prepare_cb (gpointer data)
{
  SotaySlideView *self = data;
  int before = find_page_slide (self, -1), after = find_page_slide (self, 1);
  guint next, part;

  self->idle = 0;
  if (before >= 0)
    prepare_page (self, (guint) before);
  if (after >= 0)
    prepare_page (self, (guint) after);
  if (sotay_show_get_next (self->show, &next, &part))
    sotay_show_get_layout (self->show, next);
  return G_SOURCE_REMOVE;
}

static void
queue_prepare (SotaySlideView *self)
{
  if (self->follows && self->idle == 0 && gtk_widget_get_mapped (GTK_WIDGET (self)))
    self->idle = g_idle_add_full (G_PRIORITY_LOW, prepare_cb, self, NULL);
}

static void
set_slide (SotaySlideView *self, int index, guint part)
{
  if (index == self->index && part == self->part)
    return;
  if (may_fade (self))
    begin_fade (self);
  forget_picture (self);
  self->index = index;
  self->part = part;
  update_label (self);
  queue_prepare (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
moved_cb (SotaySlideView *self)
{
  set_slide (self, (int) sotay_show_get_index (self->show), sotay_show_get_part (self->show));
}

static void
cover_changed_cb (SotaySlideView *self)
{
  g_clear_pointer (&self->code_node, gsk_render_node_unref);
  update_label (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
wall_changed_cb (SotaySlideView *self)
{
  forget_all (self);
  if (self->follows)
    {
      moved_cb (self);
      update_label (self); /* it may have other parts on this wall */
    }
  queue_prepare (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
page_ready_cb (SotaySlideView *self, guint index)
{
  if (self->picture == NULL || self->page != (int) index)
    return;
  forget_picture (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
scale_factor_cb (SotaySlideView *self)
{
  forget_all (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static GtkSizeRequestMode
sotay_slide_view_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
sotay_slide_view_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
                          int *minimum_baseline, int *natural_baseline)
{
  double width, height;

  get_size (SOTAY_SLIDE_VIEW (widget), &width, &height);
  *minimum = 0;
  *natural = NATURAL_WIDTH;
  if (orientation == GTK_ORIENTATION_VERTICAL)
    *natural = (int) ((for_size >= 0 ? for_size : NATURAL_WIDTH) * height / width);
}

static void
sotay_slide_view_realize (GtkWidget *widget)
{
  GdkFrameClock *clock = NULL;

  GTK_WIDGET_CLASS (sotay_slide_view_parent_class)->realize (widget);
  clock = gtk_widget_get_frame_clock (widget);
  g_signal_connect_object (clock, "before-paint", G_CALLBACK (frame_begins_cb), widget, G_CONNECT_SWAPPED);
  g_signal_connect_object (clock, "after-paint", G_CALLBACK (frame_ends_cb), widget, G_CONNECT_SWAPPED);
}

static void
sotay_slide_view_unrealize (GtkWidget *widget)
{
  SotaySlideView *self = SOTAY_SLIDE_VIEW (widget);
  GdkFrameClock *clock = gtk_widget_get_frame_clock (widget);

  /* The widget has others on it: GTK's own, of a fade that is under way. */
  g_signal_handlers_disconnect_by_func (clock, frame_begins_cb, self);
  g_signal_handlers_disconnect_by_func (clock, frame_ends_cb, self);
  forget_all (self);
  GTK_WIDGET_CLASS (sotay_slide_view_parent_class)->unrealize (widget);
}

static void
sotay_slide_view_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (sotay_slide_view_parent_class)->map (widget);
  queue_prepare (SOTAY_SLIDE_VIEW (widget));
}

static void
sotay_slide_view_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_TRANSITIONS)
    g_value_set_boolean (value, SOTAY_SLIDE_VIEW (object)->transitions);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
sotay_slide_view_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  if (id == PROP_TRANSITIONS)
    SOTAY_SLIDE_VIEW (object)->transitions = g_value_get_boolean (value);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
sotay_slide_view_dispose (GObject *object)
{
  SotaySlideView *self = SOTAY_SLIDE_VIEW (object);

  g_clear_handle_id (&self->idle, g_source_remove);
  forget_all (self);
  g_clear_object (&self->show);
  g_clear_object (&self->pages);
  g_clear_object (&self->code);
  G_OBJECT_CLASS (sotay_slide_view_parent_class)->dispose (object);
}

static void
sotay_slide_view_class_init (SotaySlideViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = sotay_slide_view_get_property;
  object_class->set_property = sotay_slide_view_set_property;
  object_class->dispose = sotay_slide_view_dispose;
  widget_class->get_request_mode = sotay_slide_view_get_request_mode;
  widget_class->measure = sotay_slide_view_measure;
  widget_class->snapshot = sotay_slide_view_snapshot;
  widget_class->realize = sotay_slide_view_realize;
  widget_class->unrealize = sotay_slide_view_unrealize;
  widget_class->map = sotay_slide_view_map;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
  props[PROP_TRANSITIONS]
      = g_param_spec_boolean ("transitions", NULL, NULL, FALSE, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
sotay_slide_view_init (SotaySlideView *self)
{
  self->index = self->page = -1;
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  g_signal_connect (self, "notify::scale-factor", G_CALLBACK (scale_factor_cb), NULL);
}

static SotaySlideView *
create (SotayShow *show, SotayManualPages *pages)
{
  SotaySlideView *self = g_object_new (SOTAY_TYPE_SLIDE_VIEW, NULL);

  self->show = g_object_ref (show);
  self->pages = g_object_ref (pages);
  g_signal_connect_object (show, "wall-changed", G_CALLBACK (wall_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (pages, "ready", G_CALLBACK (page_ready_cb), self, G_CONNECT_SWAPPED);
  return self;
}

GtkWidget *
sotay_slide_view_new (SotayShow *show, SotayManualPages *pages)
{
  SotaySlideView *self = create (show, pages);

  self->follows = TRUE;
  self->code = sotay_wall_code_new (sotay_show_get_deck (show));
  g_signal_connect_object (show, "moved", G_CALLBACK (moved_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (show, "notify::curtain", G_CALLBACK (cover_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (show, "notify::code", G_CALLBACK (cover_changed_cb), self, G_CONNECT_SWAPPED);
  moved_cb (self);
  return GTK_WIDGET (self);
}

GtkWidget *
sotay_slide_view_new_fixed (SotayShow *show, SotayManualPages *pages)
{
  return GTK_WIDGET (create (show, pages));
}

void
sotay_slide_view_set_slide (SotaySlideView *self, int index, guint part)
{
  set_slide (self, index, part);
}

gboolean
sotay_slide_view_is_empty (SotaySlideView *self)
{
  return self->index < 0;
}
