/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/presentation/wall-tools.h"

#include "app/presentation/strokes.h"

#include <math.h>

/* As parts of the wall's height, and how dark it is around the light. */
#define LIGHT_RADIUS 0.2
#define LIGHT_SHADE 0.72
/* The lens, as parts of the wall's width and height. */
#define LENS_WIDTH 0.42
#define LENS_HEIGHT 0.4
#define LENS_RADIUS 0.02
#define MAGNIFICATION 2.0

struct _SotayWallTools
{
  GtkWidget parent_instance;

  SotayShow *show;
  SotaySlideView *view; /* borrowed: both live in one window */
  SotayStrokes *strokes;
  SotayWallTool tool;
  gboolean has_pointer;
  graphene_point_t pointer;
  char *sheet; /* (nullable): being drawn on */
  double drag_x, drag_y;
};

enum
{
  DRAWN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SotayWallTools, sotay_wall_tools, GTK_TYPE_WIDGET)

static char *
name_sheet (SotayWallTools *self)
{
  return g_strdup_printf ("%s#%u", sotay_slide_get_id (sotay_show_get_slide (self->show)),
                          sotay_show_get_part (self->show));
}

static graphene_point_t
get_pointer (SotayWallTools *self, const graphene_rect_t *frame)
{
  graphene_point_t middle;

  if (self->has_pointer)
    return self->pointer;
  graphene_rect_get_center (frame, &middle);
  return middle;
}

static void
append_strokes (SotayWallTools *self, GtkSnapshot *snapshot, const graphene_rect_t *frame)
{
  g_autofree char *sheet = name_sheet (self);
  cairo_t *cr = NULL;

  if (sotay_strokes_count (self->strokes, sheet) == 0)
    return;
  cr = gtk_snapshot_append_cairo (snapshot, frame);
  cairo_translate (cr, frame->origin.x, frame->origin.y);
  sotay_strokes_draw (self->strokes, sheet, cr, frame->size.width, frame->size.height);
  cairo_destroy (cr);
}

static void
append_spotlight (SotayWallTools *self, GtkSnapshot *snapshot, const graphene_rect_t *frame)
{
  graphene_point_t pointer = get_pointer (self, frame);
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, frame);

  cairo_set_source_rgba (cr, 0, 0, 0, LIGHT_SHADE);
  cairo_set_fill_rule (cr, CAIRO_FILL_RULE_EVEN_ODD);
  cairo_rectangle (cr, frame->origin.x, frame->origin.y, frame->size.width, frame->size.height);
  cairo_new_sub_path (cr);
  cairo_arc (cr, pointer.x, pointer.y, frame->size.height * LIGHT_RADIUS, 0, 2 * G_PI);
  cairo_fill (cr);
  cairo_destroy (cr);
}

/* What is under the pointer stays there, twice as large. */
static void
append_magnifier (SotayWallTools *self, GtkSnapshot *snapshot, const graphene_rect_t *frame, double scale)
{
  graphene_point_t pointer = get_pointer (self, frame);
  float width = frame->size.width * (float) LENS_WIDTH, height = frame->size.height * (float) LENS_HEIGHT;
  const GdkRGBA grey = { 0.5f, 0.5f, 0.5f, 1 };
  const GdkRGBA colours[] = { grey, grey, grey, grey };
  const float widths[] = { 3, 3, 3, 3 };
  g_autofree char *sheet = name_sheet (self);
  GskRoundedRect edge;
  cairo_t *cr = NULL;

  gsk_rounded_rect_init_from_rect (
      &edge, &GRAPHENE_RECT_INIT (roundf (pointer.x - width / 2), roundf (pointer.y - height / 2), width, height),
      frame->size.height * (float) LENS_RADIUS);
  gtk_snapshot_push_rounded_clip (snapshot, &edge);
  cr = gtk_snapshot_append_cairo (snapshot, &edge.bounds);
  cairo_translate (cr, pointer.x, pointer.y);
  cairo_scale (cr, MAGNIFICATION, MAGNIFICATION);
  cairo_translate (cr, frame->origin.x - pointer.x, frame->origin.y - pointer.y);
  cairo_save (cr);
  cairo_scale (cr, scale, scale);
  sotay_slide_view_draw (self->view, cr, MAGNIFICATION);
  cairo_restore (cr);
  sotay_strokes_draw (self->strokes, sheet, cr, frame->size.width, frame->size.height);
  cairo_destroy (cr);
  gtk_snapshot_pop (snapshot);
  gtk_snapshot_append_border (snapshot, &edge, widths, colours);
}

static void
sotay_wall_tools_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  SotayWallTools *self = SOTAY_WALL_TOOLS (widget);
  graphene_rect_t frame;
  double scale;

  if (sotay_show_get_curtain (self->show) != SOTAY_CURTAIN_NONE)
    return;
  scale = sotay_slide_view_get_frame (self->view, &frame);
  if (sotay_show_get_code (self->show) != SOTAY_CODE_FULL)
    append_strokes (self, snapshot, &frame);
  if (self->tool == SOTAY_WALL_TOOL_SPOTLIGHT)
    append_spotlight (self, snapshot, &frame);
  else if (self->tool == SOTAY_WALL_TOOL_MAGNIFIER)
    append_magnifier (self, snapshot, &frame, scale);
}

static void
queue_draw (SotayWallTools *self)
{
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
pages_ready_cb (SotayWallTools *self)
{
  if (self->tool == SOTAY_WALL_TOOL_MAGNIFIER)
    queue_draw (self);
}

/* Places on the sheet go from 0 to 1. */
static void
locate (SotayWallTools *self, double x, double y, double *sheet_x, double *sheet_y)
{
  graphene_rect_t frame;

  sotay_slide_view_get_frame (self->view, &frame);
  *sheet_x = (x - frame.origin.x) / MAX (frame.size.width, 1);
  *sheet_y = (y - frame.origin.y) / MAX (frame.size.height, 1);
}

static void
drag_begin_cb (SotayWallTools *self, double x, double y)
{
  double sheet_x, sheet_y;

  if (sotay_show_get_curtain (self->show) != SOTAY_CURTAIN_NONE || sotay_show_get_code (self->show) == SOTAY_CODE_FULL)
    return;
  self->sheet = name_sheet (self);
  self->drag_x = x;
  self->drag_y = y;
  locate (self, x, y, &sheet_x, &sheet_y);
  sotay_strokes_begin (self->strokes, self->sheet, sheet_x, sheet_y);
  g_signal_emit (self, signals[DRAWN], 0);
  queue_draw (self);
}

static void
drag_update_cb (SotayWallTools *self, double dx, double dy)
{
  double x, y;

  if (self->sheet == NULL)
    return;
  locate (self, self->drag_x + dx, self->drag_y + dy, &x, &y);
  sotay_strokes_extend (self->strokes, self->sheet, x, y);
  queue_draw (self);
}

static void
drag_end_cb (SotayWallTools *self)
{
  g_clear_pointer (&self->sheet, g_free);
}

static void
sotay_wall_tools_dispose (GObject *object)
{
  SotayWallTools *self = SOTAY_WALL_TOOLS (object);

  g_clear_object (&self->show);
  G_OBJECT_CLASS (sotay_wall_tools_parent_class)->dispose (object);
}

static void
sotay_wall_tools_finalize (GObject *object)
{
  SotayWallTools *self = SOTAY_WALL_TOOLS (object);

  sotay_strokes_free (self->strokes);
  g_free (self->sheet);
  G_OBJECT_CLASS (sotay_wall_tools_parent_class)->finalize (object);
}

static void
sotay_wall_tools_class_init (SotayWallToolsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sotay_wall_tools_dispose;
  G_OBJECT_CLASS (klass)->finalize = sotay_wall_tools_finalize;
  widget_class->snapshot = sotay_wall_tools_snapshot;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
  signals[DRAWN]
      = g_signal_new ("drawn", SOTAY_TYPE_WALL_TOOLS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
sotay_wall_tools_init (SotayWallTools *self)
{
  GtkGesture *drag = gtk_gesture_drag_new ();

  self->strokes = sotay_strokes_new ();
  gtk_event_controller_set_name (GTK_EVENT_CONTROLLER (drag), "wall-pen");
  gtk_widget_set_can_target (GTK_WIDGET (self), FALSE);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  g_signal_connect_swapped (drag, "drag-begin", G_CALLBACK (drag_begin_cb), self);
  g_signal_connect_swapped (drag, "drag-update", G_CALLBACK (drag_update_cb), self);
  g_signal_connect_swapped (drag, "drag-end", G_CALLBACK (drag_end_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drag));
}

GtkWidget *
sotay_wall_tools_new (SotayShow *show, SotaySlideView *view, SotayManualPages *pages)
{
  SotayWallTools *self = g_object_new (SOTAY_TYPE_WALL_TOOLS, NULL);

  self->show = g_object_ref (show);
  self->view = view;
  g_signal_connect_object (show, "moved", G_CALLBACK (queue_draw), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (show, "wall-changed", G_CALLBACK (queue_draw), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (show, "notify::curtain", G_CALLBACK (queue_draw), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (show, "notify::code", G_CALLBACK (queue_draw), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (pages, "ready", G_CALLBACK (pages_ready_cb), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

void
sotay_wall_tools_set_tool (SotayWallTools *self, SotayWallTool tool)
{
  self->tool = tool;
  gtk_widget_set_can_target (GTK_WIDGET (self), tool == SOTAY_WALL_TOOL_PEN);
  queue_draw (self);
}

SotayWallTool
sotay_wall_tools_get_tool (SotayWallTools *self)
{
  return self->tool;
}

void
sotay_wall_tools_set_pointer (SotayWallTools *self, double x, double y)
{
  self->has_pointer = TRUE;
  self->pointer = GRAPHENE_POINT_INIT ((float) x, (float) y);
  if (self->tool == SOTAY_WALL_TOOL_SPOTLIGHT || self->tool == SOTAY_WALL_TOOL_MAGNIFIER)
    queue_draw (self);
}

void
sotay_wall_tools_undo (SotayWallTools *self)
{
  g_autofree char *sheet = name_sheet (self);

  if (!sotay_strokes_undo (self->strokes, sheet))
    return;
  g_signal_emit (self, signals[DRAWN], 0);
  queue_draw (self);
}

void
sotay_wall_tools_clear (SotayWallTools *self)
{
  g_autofree char *sheet = name_sheet (self);

  if (!sotay_strokes_clear (self->strokes, sheet))
    return;
  g_signal_emit (self, signals[DRAWN], 0);
  queue_draw (self);
}

guint
sotay_wall_tools_get_n_strokes (SotayWallTools *self)
{
  g_autofree char *sheet = name_sheet (self);

  return sotay_strokes_count (self->strokes, sheet);
}
