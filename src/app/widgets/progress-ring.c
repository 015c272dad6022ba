/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/widgets/progress-ring.h"

#include "core/numbers.h"

#include <glib/gi18n-lib.h>

/* All as shares of the ring's size, so that it grows with the text. */
#define OUTER_WIDTH 0.095
#define INNER_WIDTH 0.035
#define GAP 0.025
#define TEXT_SHARE 0.56 /* of the size is free for the text in the middle */
#define TEXT_SCALE 1.5
#define MOST_SIZE 200 /* where letters are large the list below needs the room; the text inside is then smaller */
#define TRACK_ALPHA 0.14

struct _SotayProgressRing
{
  GtkWidget parent_instance;

  guint due;
  guint trained;
  guint passed;
};

G_DEFINE_FINAL_TYPE (SotayProgressRing, sotay_progress_ring, GTK_TYPE_WIDGET)

static PangoLayout *
create_layout (SotayProgressRing *self, const char *text)
{
  PangoLayout *layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), text);
  PangoAttrList *attributes = pango_attr_list_new ();

  pango_attr_list_insert (attributes, pango_attr_scale_new (TEXT_SCALE));
  pango_attr_list_insert (attributes, pango_attr_weight_new (PANGO_WEIGHT_BOLD));
  pango_attr_list_insert (attributes, pango_attr_font_features_new ("tnum=1"));
  pango_layout_set_attributes (layout, attributes);
  pango_attr_list_unref (attributes);
  return layout;
}

static void
draw_arc (cairo_t *cr, double centre, double radius, double width, double share, const GdkRGBA *colour,
          const GdkRGBA *track)
{
  cairo_set_line_width (cr, width);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_BUTT);
  gdk_cairo_set_source_rgba (cr, track);
  cairo_arc (cr, centre, centre, radius, 0, 2 * G_PI);
  cairo_stroke (cr);
  if (share <= 0)
    return;
  gdk_cairo_set_source_rgba (cr, colour);
  cairo_arc (cr, centre, centre, radius, -G_PI / 2, -G_PI / 2 + 2 * G_PI * share);
  cairo_stroke (cr);
}

static void
draw_rings (SotayProgressRing *self, cairo_t *cr, double size)
{
  GtkStyleContext *style = gtk_widget_get_style_context (GTK_WIDGET (self));
  GdkRGBA text, track, trained, passed;
  double outer = size * OUTER_WIDTH;
  double inner = size * INNER_WIDTH;
  double outer_radius = (size - outer) / 2;
  double inner_radius = outer_radius - outer / 2 - size * GAP - inner / 2;
  double due = MAX (self->due, 1);

  gtk_style_context_get_color (style, &text);
  track = text;
  track.alpha *= TRACK_ALPHA;
  if (!gtk_style_context_lookup_color (style, "accent_color", &trained))
    trained = text;
  if (!gtk_style_context_lookup_color (style, "success_color", &passed))
    passed = text;
  draw_arc (cr, size / 2, outer_radius, outer, self->trained / due, &trained, &track);
  draw_arc (cr, size / 2, inner_radius, inner, self->passed / due, &passed, &track);
}

static void
draw_percentage (SotayProgressRing *self, GtkSnapshot *snapshot, double size)
{
  g_autofree char *percent = sotay_percent_format (self->trained, self->due);
  g_autoptr (PangoLayout) layout = create_layout (self, percent);
  GdkRGBA colour;
  int width, height;
  float scale;

  gtk_style_context_get_color (gtk_widget_get_style_context (GTK_WIDGET (self)), &colour);
  pango_layout_get_pixel_size (layout, &width, &height);
  scale = MIN (1.0, size * TEXT_SHARE / MAX (width, 1));
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (size / 2 - width * scale / 2, size / 2 - height * scale / 2));
  gtk_snapshot_scale (snapshot, scale, scale);
  gtk_snapshot_append_layout (snapshot, layout, &colour);
  gtk_snapshot_restore (snapshot);
}

static void
tell_figures (SotayProgressRing *self)
{
  g_autofree char *percent = sotay_percent_format (self->trained, self->due);
  g_autofree char *due = sotay_number_format (self->due);
  g_autofree char *trained = sotay_number_format (self->trained);
  g_autofree char *passed = sotay_number_format (self->passed);
  /* Translators: "114 of 128 trained (89,06 %), 100 passed" */
  g_autofree char *text = g_strdup_printf (_("%s of %s trained (%s), %s passed"), trained, due, percent, passed);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, text,
                                  GTK_ACCESSIBLE_PROPERTY_VALUE_MIN, 0.0, GTK_ACCESSIBLE_PROPERTY_VALUE_MAX,
                                  (double) self->due, GTK_ACCESSIBLE_PROPERTY_VALUE_NOW, (double) self->trained,
                                  GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT, percent, -1);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), text);
}

static void
sotay_progress_ring_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
                             int *minimum_baseline, int *natural_baseline)
{
  /* The longest text that a share can have. */
  g_autoptr (PangoLayout) layout = create_layout (SOTAY_PROGRESS_RING (widget), "99,99 %");
  int width;

  pango_layout_get_pixel_size (layout, &width, NULL);
  *natural = MIN (width / TEXT_SHARE, MOST_SIZE);
  *minimum = *natural * 2 / 3;
}

static void
sotay_progress_ring_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  SotayProgressRing *self = SOTAY_PROGRESS_RING (widget);
  double width = gtk_widget_get_width (widget);
  double height = gtk_widget_get_height (widget);
  double size = MIN (width, height);
  cairo_t *cr;

  if (size <= 0)
    return;
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT ((width - size) / 2, (height - size) / 2));
  cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, size, size));
  draw_rings (self, cr, size);
  cairo_destroy (cr);
  draw_percentage (self, snapshot, size);
  gtk_snapshot_restore (snapshot);
}

static void
sotay_progress_ring_class_init (SotayProgressRingClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->measure = sotay_progress_ring_measure;
  widget_class->snapshot = sotay_progress_ring_snapshot;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_METER);
}

static void
sotay_progress_ring_init (SotayProgressRing *self)
{
  tell_figures (self);
}

void
sotay_progress_ring_set_figures (SotayProgressRing *self, guint due, guint trained, guint passed)
{
  self->due = due;
  self->trained = MIN (trained, due);
  self->passed = MIN (passed, due);
  tell_figures (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
