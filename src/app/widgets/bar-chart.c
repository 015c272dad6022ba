/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/widgets/bar-chart.h"

#define BAR_SHARE 0.62   /* of a bar's column is the bar, the rest is space */
#define MINIMUM_COLUMN 22
#define NATURAL_COLUMN 56
#define PLOT_LINES 6     /* the plot is at least as high as so many lines of text */
#define LABEL_SCALE 0.83
#define TRACK_ALPHA 0.10
#define PADDING 4

struct _SotayBarChart
{
  GtkWidget parent_instance;

  GArray *bars;
};

G_DEFINE_FINAL_TYPE (SotayBarChart, sotay_bar_chart, GTK_TYPE_WIDGET)

static void
clear_bar (gpointer data)
{
  SotayBar *bar = data;

  g_free (bar->label);
  g_free (bar->value);
}

static PangoLayout *
create_layout (SotayBarChart *self, const char *text)
{
  PangoLayout *layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), text);
  PangoAttrList *attributes = pango_attr_list_new ();

  pango_attr_list_insert (attributes, pango_attr_scale_new (LABEL_SCALE));
  pango_attr_list_insert (attributes, pango_attr_font_features_new ("tnum=1"));
  pango_layout_set_attributes (layout, attributes);
  pango_attr_list_unref (attributes);
  return layout;
}

static int
line_height (SotayBarChart *self)
{
  g_autoptr (PangoLayout) layout = create_layout (self, "0");
  int height;

  pango_layout_get_pixel_size (layout, NULL, &height);
  return height;
}

/* How many columns one label takes, so that every n-th is shown and none runs into the next. */
static guint
label_stride (SotayBarChart *self, double column)
{
  int widest = 1;

  for (guint i = 0; i < self->bars->len; i++)
    {
      SotayBar *bar = &g_array_index (self->bars, SotayBar, i);
      g_autoptr (PangoLayout) label = create_layout (self, bar->label);
      g_autoptr (PangoLayout) value = create_layout (self, bar->value);
      int width;

      pango_layout_get_pixel_size (label, &width, NULL);
      widest = MAX (widest, width);
      pango_layout_get_pixel_size (value, &width, NULL);
      widest = MAX (widest, width);
    }
  return MAX (1, (guint) ((widest + PADDING) / column + 0.999));
}

static void
draw_text (SotayBarChart *self, GtkSnapshot *snapshot, const char *text, double centre, double top,
           const GdkRGBA *colour)
{
  g_autoptr (PangoLayout) layout = create_layout (self, text);
  double room = gtk_widget_get_width (GTK_WIDGET (self));
  int width;

  pango_layout_get_pixel_size (layout, &width, NULL);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (CLAMP (centre - width / 2.0, 0, MAX (0, room - width)), top));
  gtk_snapshot_append_layout (snapshot, layout, colour);
  gtk_snapshot_restore (snapshot);
}

static void
draw_bar (GtkSnapshot *snapshot, const SotayBar *bar, double left, double top, double width, double height,
          const GdkRGBA *colour, const GdkRGBA *track)
{
  double filled = CLAMP (bar->share, 0, 1) * height;

  gtk_snapshot_append_color (snapshot, track, &GRAPHENE_RECT_INIT (left, top, width, height));
  gtk_snapshot_append_color (snapshot, colour, &GRAPHENE_RECT_INIT (left, top + height - filled, width, filled));
}

static gboolean
query_tooltip_cb (GtkWidget *widget, int x, int y, gboolean keyboard, GtkTooltip *tooltip, gpointer data)
{
  SotayBarChart *self = SOTAY_BAR_CHART (widget);
  int width = gtk_widget_get_width (widget);
  g_autofree char *text = NULL;
  SotayBar *bar;

  if (keyboard || self->bars->len == 0 || x < 0 || x >= width)
    return FALSE;
  bar = &g_array_index (self->bars, SotayBar, (guint) x * self->bars->len / width);
  text = g_strdup_printf ("%s: %s", bar->label, bar->value);
  gtk_tooltip_set_text (tooltip, text);
  return TRUE;
}

static void
sotay_bar_chart_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
                         int *minimum_baseline, int *natural_baseline)
{
  SotayBarChart *self = SOTAY_BAR_CHART (widget);

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = self->bars->len * MINIMUM_COLUMN;
      *natural = self->bars->len * NATURAL_COLUMN;
    }
  else
    *minimum = *natural = line_height (self) * (PLOT_LINES + 2) + 2 * PADDING;
}

static void
sotay_bar_chart_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  SotayBarChart *self = SOTAY_BAR_CHART (widget);
  GtkStyleContext *style = gtk_widget_get_style_context (widget);
  int line = line_height (self);
  double top = line + PADDING;
  double height = gtk_widget_get_height (widget) - 2 * top;
  double column = (double) gtk_widget_get_width (widget) / MAX (self->bars->len, 1);
  guint stride = label_stride (self, column);
  GdkRGBA text, track, accent;

  gtk_style_context_get_color (style, &text);
  track = text;
  track.alpha *= TRACK_ALPHA;
  if (!gtk_style_context_lookup_color (style, "accent_color", &accent))
    accent = text;
  for (guint i = 0; i < self->bars->len; i++)
    {
      SotayBar *bar = &g_array_index (self->bars, SotayBar, i);
      double left = i * column;

      draw_bar (snapshot, bar, left + column * (1 - BAR_SHARE) / 2, top, column * BAR_SHARE, height, &accent, &track);
      /* Counted from the last bar: the newest is the one to be read. */
      if ((self->bars->len - 1 - i) % stride != 0)
        continue;
      draw_text (self, snapshot, bar->value, left + column / 2, 0, &text);
      draw_text (self, snapshot, bar->label, left + column / 2, top + height + PADDING, &text);
    }
}

static void
sotay_bar_chart_finalize (GObject *object)
{
  SotayBarChart *self = SOTAY_BAR_CHART (object);

  g_clear_pointer (&self->bars, g_array_unref);
  G_OBJECT_CLASS (sotay_bar_chart_parent_class)->finalize (object);
}

static void
sotay_bar_chart_class_init (SotayBarChartClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = sotay_bar_chart_finalize;
  widget_class->measure = sotay_bar_chart_measure;
  widget_class->snapshot = sotay_bar_chart_snapshot;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
sotay_bar_chart_init (SotayBarChart *self)
{
  self->bars = g_array_new (FALSE, FALSE, sizeof (SotayBar));
  g_array_set_clear_func (self->bars, clear_bar);
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  g_signal_connect (self, "query-tooltip", G_CALLBACK (query_tooltip_cb), NULL);
}

void
sotay_bar_chart_set_bars (SotayBarChart *self, const char *title, const SotayBar *bars, guint n_bars)
{
  g_autoptr (GString) description = g_string_new (NULL);

  g_array_set_size (self->bars, 0);
  for (guint i = 0; i < n_bars; i++)
    {
      SotayBar bar = { g_strdup (bars[i].label), g_strdup (bars[i].value), bars[i].share };

      g_array_append_val (self->bars, bar);
      g_string_append_printf (description, "%s%s: %s", i > 0 ? "; " : "", bar.label, bar.value);
    }
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, title,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, description->str, -1);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}
