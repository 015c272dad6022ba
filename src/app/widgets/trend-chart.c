/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/widgets/trend-chart.h"

#include "core/numbers.h"

#include <glib/gi18n-lib.h>

#define LEAST_WIDTH 220
#define NATURAL_WIDTH 280
#define PLOT_HEIGHT 64
#define PADDING 4
#define DOT 3.5
#define AREA_ALPHA 0.28

struct _SotayTrendChart
{
  GtkWidget parent_instance;

  GArray *figures;
  guint shown;  /* the month that is read */
  char *text;
};

G_DEFINE_FINAL_TYPE (SotayTrendChart, sotay_trend_chart, GTK_TYPE_WIDGET)

static void
clear_figure (gpointer data)
{
  g_free ((char *) ((SotayTrendFigure *) data)->label);
}

static SotayTrendFigure *
get_figure (SotayTrendChart *self, guint place)
{
  return &g_array_index (self->figures, SotayTrendFigure, place);
}

static char *
describe (const SotayTrendFigure *figure)
{
  g_autofree char *due = sotay_number_format (figure->due);
  g_autofree char *trained = sotay_number_format (figure->trained);
  g_autofree char *passed = sotay_number_format (figure->passed);

  /* Translators: "11/2026: 42 of 60 trained, 12 passed" */
  return g_strdup_printf (_("%s: %s of %s trained, %s passed"), figure->label, trained, due, passed);
}

static void
show_figure (SotayTrendChart *self, guint place)
{
  self->shown = place;
  g_free (self->text);
  self->text = self->figures->len > 0 ? describe (get_figure (self, place)) : g_strdup ("");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT, self->text, -1);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static PangoLayout *
create_layout (SotayTrendChart *self)
{
  PangoLayout *layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), self->text);
  PangoAttrList *attributes = pango_attr_list_new ();

  pango_attr_list_insert (attributes, pango_attr_font_features_new ("tnum=1"));
  pango_layout_set_attributes (layout, attributes);
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  pango_attr_list_unref (attributes);
  return layout;
}

static int
line_height (SotayTrendChart *self)
{
  g_autoptr (PangoLayout) layout = create_layout (self);
  int height;

  pango_layout_get_pixel_size (layout, NULL, &height);
  return height;
}

static guint
largest (SotayTrendChart *self)
{
  guint most = 1;

  for (guint i = 0; i < self->figures->len; i++)
    most = MAX (most, get_figure (self, i)->due);
  return most;
}

static double
place_x (SotayTrendChart *self, guint place)
{
  double room = gtk_widget_get_width (GTK_WIDGET (self)) - 2 * PADDING;

  return PADDING + (self->figures->len > 1 ? room * place / (self->figures->len - 1) : room);
}

typedef struct
{
  SotayTrendChart *chart;
  cairo_t *cr;
  double top;
  double height;
  guint most;
} Plot;

static double
place_y (const Plot *plot, guint number)
{
  return plot->top + plot->height * (1 - (double) number / plot->most);
}

static guint
pick (const SotayTrendFigure *figure, guint series)
{
  return series == 0 ? figure->due : series == 1 ? figure->trained : figure->passed;
}

static void
trace (const Plot *plot, guint series)
{
  for (guint i = 0; i < plot->chart->figures->len; i++)
    cairo_line_to (plot->cr, place_x (plot->chart, i), place_y (plot, pick (get_figure (plot->chart, i), series)));
}

static void
draw_area (const Plot *plot, const GdkRGBA *colour)
{
  SotayTrendChart *self = plot->chart;
  GdkRGBA faint = *colour;

  faint.alpha *= AREA_ALPHA;
  cairo_move_to (plot->cr, place_x (self, 0), plot->top + plot->height);
  trace (plot, 1);
  cairo_line_to (plot->cr, place_x (self, self->figures->len - 1), plot->top + plot->height);
  cairo_close_path (plot->cr);
  gdk_cairo_set_source_rgba (plot->cr, &faint);
  cairo_fill (plot->cr);
}

static void
draw_line (const Plot *plot, guint series, const GdkRGBA *colour, double width)
{
  static const double dashes[] = { 4, 3 };

  cairo_set_dash (plot->cr, dashes, series == 2 ? G_N_ELEMENTS (dashes) : 0, 0);
  cairo_set_line_width (plot->cr, width);
  gdk_cairo_set_source_rgba (plot->cr, colour);
  trace (plot, series);
  cairo_stroke (plot->cr);
}

static void
draw_dots (const Plot *plot, const GdkRGBA *colour)
{
  SotayTrendFigure *figure = get_figure (plot->chart, plot->chart->shown);

  gdk_cairo_set_source_rgba (plot->cr, colour);
  for (guint series = 0; series < 3; series++)
    {
      cairo_arc (plot->cr, place_x (plot->chart, plot->chart->shown), place_y (plot, pick (figure, series)), DOT, 0,
                 2 * G_PI);
      cairo_fill (plot->cr);
    }
}

static void
sotay_trend_chart_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  SotayTrendChart *self = SOTAY_TREND_CHART (widget);
  GtkStyleContext *style = gtk_widget_get_style_context (widget);
  g_autoptr (PangoLayout) layout = create_layout (self);
  Plot plot = { .chart = self, .top = line_height (self) + 2 * PADDING, .most = largest (self) };
  GdkRGBA text, accent, passed;
  int width = gtk_widget_get_width (widget);

  if (self->figures->len == 0)
    return;
  gtk_style_context_get_color (style, &text);
  if (!gtk_style_context_lookup_color (style, "accent_color", &accent))
    accent = text;
  if (!gtk_style_context_lookup_color (style, "success_color", &passed))
    passed = text;
  plot.height = gtk_widget_get_height (widget) - plot.top - PADDING;
  pango_layout_set_width (layout, width * PANGO_SCALE);
  gtk_snapshot_append_layout (snapshot, layout, &text);
  plot.cr = gtk_snapshot_append_cairo (snapshot,
                                       &GRAPHENE_RECT_INIT (0, 0, width, gtk_widget_get_height (widget)));
  draw_area (&plot, &accent);
  draw_line (&plot, 0, &text, 1);
  draw_line (&plot, 1, &accent, 2);
  draw_line (&plot, 2, &passed, 2);
  draw_dots (&plot, &text);
  cairo_destroy (plot.cr);
}

static void
sotay_trend_chart_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
                           int *minimum_baseline, int *natural_baseline)
{
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = LEAST_WIDTH;
      *natural = NATURAL_WIDTH;
    }
  else
    *minimum = *natural = line_height (SOTAY_TREND_CHART (widget)) + PLOT_HEIGHT + 3 * PADDING;
}

static void
motion_cb (SotayTrendChart *self, double x, double y)
{
  double room = gtk_widget_get_width (GTK_WIDGET (self)) - 2 * PADDING;
  double place = self->figures->len > 1 ? (x - PADDING) / room * (self->figures->len - 1) : 0;

  if (self->figures->len > 0)
    show_figure (self, (guint) CLAMP (place + 0.5, 0, self->figures->len - 1));
}

static void
show_newest (SotayTrendChart *self)
{
  show_figure (self, self->figures->len > 0 ? self->figures->len - 1 : 0);
}

static gboolean
move_cb (GtkWidget *widget, GVariant *arguments, gpointer data)
{
  SotayTrendChart *self = SOTAY_TREND_CHART (widget);
  int step = g_variant_get_int32 (arguments);

  if (self->figures->len > 0)
    show_figure (self, (guint) CLAMP ((int) self->shown + step, 0, (int) self->figures->len - 1));
  return TRUE;
}

static void
add_keys (GtkWidgetClass *widget_class)
{
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Left, 0, move_cb, "i", -1);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Right, 0, move_cb, "i", 1);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Home, 0, move_cb, "i", -10000);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_End, 0, move_cb, "i", 10000);
}

static void
sotay_trend_chart_finalize (GObject *object)
{
  SotayTrendChart *self = SOTAY_TREND_CHART (object);

  g_array_unref (self->figures);
  g_free (self->text);
  G_OBJECT_CLASS (sotay_trend_chart_parent_class)->finalize (object);
}

static void
sotay_trend_chart_class_init (SotayTrendChartClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = sotay_trend_chart_finalize;
  widget_class->measure = sotay_trend_chart_measure;
  widget_class->snapshot = sotay_trend_chart_snapshot;
  add_keys (widget_class);
  gtk_widget_class_set_css_name (widget_class, "trendchart");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_SLIDER);
}

static void
sotay_trend_chart_init (SotayTrendChart *self)
{
  GtkEventController *motion = gtk_event_controller_motion_new ();

  self->figures = g_array_new (FALSE, FALSE, sizeof (SotayTrendFigure));
  g_array_set_clear_func (self->figures, clear_figure);
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  g_signal_connect_object (motion, "motion", G_CALLBACK (motion_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (motion, "leave", G_CALLBACK (show_newest), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), motion);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Training over the last months"), -1);
  show_newest (self);
}

void
sotay_trend_chart_set_figures (SotayTrendChart *self, const SotayTrendFigure *figures, guint n_figures)
{
  g_autoptr (GString) all = g_string_new (NULL);

  g_array_set_size (self->figures, 0);
  for (guint i = 0; i < n_figures; i++)
    {
      SotayTrendFigure figure = { g_strdup (figures[i].label), figures[i].due, figures[i].trained, figures[i].passed };
      g_autofree char *text = describe (&figure);

      g_array_append_val (self->figures, figure);
      g_string_append_printf (all, "%s%s", i > 0 ? "; " : "", text);
    }
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, all->str, -1);
  show_newest (self);
}

const char *
sotay_trend_chart_get_text (SotayTrendChart *self)
{
  return self->text;
}
