/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/presentation/plan-bar.h"

#define LINES 1.6 /* its height in lines of text */
#define GAP 3
#define OVER_HEIGHT 4
#define TRACK_ALPHA 0.12
#define MINUTE (60.0 * 1000)

struct _SotayPlanBar
{
  GtkWidget parent_instance;

  SotayShow *show;
};

G_DEFINE_FINAL_TYPE (SotayPlanBar, sotay_plan_bar, GTK_TYPE_WIDGET)

static PangoLayout *
create_number (SotayPlanBar *self, guint number)
{
  g_autofree char *text = g_strdup_printf ("%u", number);

  return gtk_widget_create_pango_layout (GTK_WIDGET (self), text);
}

static void
sotay_plan_bar_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
                        int *minimum_baseline, int *natural_baseline)
{
  g_autoptr (PangoLayout) layout = create_number (SOTAY_PLAN_BAR (widget), 0);
  int height;

  pango_layout_get_pixel_size (layout, NULL, &height);
  *minimum = *natural = orientation == GTK_ORIENTATION_VERTICAL ? (int) (height * LINES) + OVER_HEIGHT : 60;
}

/* A number only where there is room for it: the list of stops has them all. */
static void
draw_number (SotayPlanBar *self, GtkSnapshot *snapshot, guint number, const graphene_rect_t *box, const GdkRGBA *colour)
{
  g_autoptr (PangoLayout) layout = create_number (self, number);
  int width, height;

  pango_layout_get_pixel_size (layout, &width, &height);
  if (width + 2 > box->size.width)
    return;
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (box->origin.x + (box->size.width - (float) width) / 2,
                                                          box->origin.y + (box->size.height - (float) height) / 2));
  gtk_snapshot_append_layout (snapshot, layout, colour);
  gtk_snapshot_restore (snapshot);
}

static void
draw_stop (SotayPlanBar *self, GtkSnapshot *snapshot, const SotayLessonStop *stop, const graphene_rect_t *box,
           const GdkRGBA *text, const GdkRGBA *accent)
{
  double used = (double) sotay_timeline_get_utility (sotay_show_get_timeline (self->show), stop->utility)
                / (stop->minutes * MINUTE);
  gboolean present = sotay_slide_get_utility (sotay_show_get_slide (self->show)) == stop->utility;
  GdkRGBA track = *text, fill = *accent;
  graphene_rect_t filled = *box;

  track.alpha *= TRACK_ALPHA;
  fill.alpha *= 0.45F;
  filled.size.width *= (float) MIN (used, 1);
  gtk_snapshot_append_color (snapshot, &track, box);
  gtk_snapshot_append_color (snapshot, &fill, &filled);
  if (used > 1)
    gtk_snapshot_append_color (snapshot, text, &GRAPHENE_RECT_INIT (box->origin.x, 0, box->size.width, 2));
  if (present)
    {
      GskRoundedRect outline;
      const float widths[4] = { 2, 2, 2, 2 };
      const GdkRGBA colours[4] = { *text, *text, *text, *text };

      gsk_rounded_rect_init_from_rect (&outline, box, 0);
      gtk_snapshot_append_border (snapshot, &outline, widths, colours);
    }
  draw_number (self, snapshot, stop->utility, box, text);
}

static void
sotay_plan_bar_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  SotayPlanBar *self = SOTAY_PLAN_BAR (widget);
  SotayLessonPlan *plan = self->show != NULL ? sotay_deck_get_plan (sotay_show_get_deck (self->show)) : NULL;
  GArray *stops = plan != NULL ? sotay_lesson_plan_get_stops (plan) : NULL;
  GtkStyleContext *style = gtk_widget_get_style_context (widget);
  float height = (float) gtk_widget_get_height (widget) - OVER_HEIGHT;
  float left = 0, unit;
  GdkRGBA text, accent;

  if (stops == NULL)
    return;
  unit = ((float) gtk_widget_get_width (widget) - (float) (GAP * (stops->len - 1)))
         / (float) sotay_lesson_plan_get_minutes (plan);
  gtk_style_context_get_color (style, &text);
  if (!gtk_style_context_lookup_color (style, "accent_color", &accent))
    accent = text;
  for (guint i = 0; i < stops->len; i++)
    {
      const SotayLessonStop *stop = &g_array_index (stops, SotayLessonStop, i);
      graphene_rect_t box = GRAPHENE_RECT_INIT (left, OVER_HEIGHT, unit * (float) stop->minutes, height);

      draw_stop (self, snapshot, stop, &box, &text, &accent);
      left += box.size.width + GAP;
    }
}

static void
sotay_plan_bar_dispose (GObject *object)
{
  g_clear_object (&SOTAY_PLAN_BAR (object)->show);
  G_OBJECT_CLASS (sotay_plan_bar_parent_class)->dispose (object);
}

static void
sotay_plan_bar_class_init (SotayPlanBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sotay_plan_bar_dispose;
  widget_class->measure = sotay_plan_bar_measure;
  widget_class->snapshot = sotay_plan_bar_snapshot;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
sotay_plan_bar_init (SotayPlanBar *self)
{
}

void
sotay_plan_bar_set_show (SotayPlanBar *self, SotayShow *show)
{
  g_set_object (&self->show, show);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
