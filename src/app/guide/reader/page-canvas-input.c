/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Pointer, touch and keys. */
#include "app/guide/reader/page-canvas-private.h"

#include <math.h>

#define WHEEL_FACTOR 1.1

static gboolean
is_touch (GtkGesture *gesture)
{
  GdkDevice *device = gtk_event_controller_get_current_event_device (GTK_EVENT_CONTROLLER (gesture));

  return device != NULL && gdk_device_get_source (device) == GDK_SOURCE_TOUCHSCREEN;
}

static gboolean
has_modifier (gpointer controller, GdkModifierType modifier)
{
  return (gtk_event_controller_get_current_event_state (controller) & modifier) != 0;
}

/* Whether a character stands at this place, so that the pointer is that of a text. */
static gboolean
is_text (SotayPageCanvas *self, double x, double y)
{
  graphene_point_t place;
  guint index = sotay_page_canvas_find_place (self, x, y, &place), n;
  SotayPageContent *content = sotay_page_contents_get (self->contents, index);
  const SotayBox *boxes;

  if (content == NULL)
    return FALSE;
  boxes = sotay_page_content_get_boxes (content, &n);
  for (guint i = 0; i < n; i++)
    if (place.x >= boxes[i].x && place.x < boxes[i].x + boxes[i].width && place.y >= boxes[i].y
        && place.y < boxes[i].y + boxes[i].height)
      return TRUE;
  return FALSE;
}

static void
update_cursor (SotayPageCanvas *self, double x, double y)
{
  const char *name = NULL;
  guint index;

  if (self->layout == NULL)
    name = NULL;
  else if (!self->selecting && sotay_page_canvas_find_link (self, x, y, &index) != NULL)
    name = "pointer";
  else if (self->selecting || is_text (self, x, y))
    name = "text";
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), name);
}

static void
motion_cb (GtkEventControllerMotion *motion, double x, double y, SotayPageCanvas *self)
{
  update_cursor (self, x, y);
  self->pointer_x = x;
  self->pointer_y = y;
}

static void
pressed_cb (GtkGestureClick *click, int n_press, double x, double y, SotayPageCanvas *self)
{
  SotaySelectUnit unit = n_press >= 3   ? SOTAY_SELECT_LINES
                         : n_press == 2 ? SOTAY_SELECT_WORDS
                                        : SOTAY_SELECT_CHARACTERS;

  gtk_widget_grab_focus (GTK_WIDGET (self));
  if (is_touch (GTK_GESTURE (click)))
    return;
  sotay_page_canvas_select_begin (self, x, y, unit, n_press == 1 && has_modifier (click, GDK_SHIFT_MASK));
}

static void
released_cb (GtkGestureClick *click, int n_press, double x, double y, SotayPageCanvas *self)
{
  guint index, first, end;
  const SotayLink *link = sotay_page_canvas_find_link (self, x, y, &index);

  sotay_page_canvas_get_selected_pages (self, &first, &end);
  if (n_press == 1 && link != NULL && first == end)
    sotay_page_canvas_follow (self, link);
}

static void
drag_begin_cb (GtkGestureDrag *drag, double x, double y, SotayPageCanvas *self)
{
  if (is_touch (GTK_GESTURE (drag)))
    gtk_gesture_set_state (GTK_GESTURE (drag), GTK_EVENT_SEQUENCE_DENIED);
}

static void
drag_update_cb (GtkGestureDrag *drag, double across, double down, SotayPageCanvas *self)
{
  double x, y;

  gtk_gesture_drag_get_start_point (drag, &x, &y);
  if (gtk_drag_check_threshold (GTK_WIDGET (self), (int) x, (int) y, (int) (x + across), (int) (y + down)))
    sotay_page_canvas_select_drag (self, x + across, y + down);
}

static void
drag_end_cb (GtkGestureDrag *drag, double across, double down, SotayPageCanvas *self)
{
  sotay_page_canvas_select_end (self);
}

static void
pan_begin_cb (GtkGestureDrag *drag, double x, double y, SotayPageCanvas *self)
{
  gtk_gesture_set_state (GTK_GESTURE (drag), GTK_EVENT_SEQUENCE_CLAIMED);
  self->pan_left = sotay_page_canvas_get_left (self);
  self->pan_top = sotay_page_canvas_get_top (self);
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), "grabbing");
}

static void
pan_update_cb (GtkGestureDrag *drag, double across, double down, SotayPageCanvas *self)
{
  sotay_page_canvas_scroll_to (self, self->pan_left - across, self->pan_top - down);
}

static void
pan_end_cb (GtkGestureDrag *drag, double across, double down, SotayPageCanvas *self)
{
  gtk_widget_set_cursor (GTK_WIDGET (self), NULL);
}

static void
pinch_begin_cb (GtkGesture *pinch, GdkEventSequence *sequence, SotayPageCanvas *self)
{
  gtk_gesture_set_state (pinch, GTK_EVENT_SEQUENCE_CLAIMED);
  self->pinching = TRUE;
  self->pinch_zoom = self->zoom;
}

static void
pinch_cb (GtkGestureZoom *pinch, double factor, SotayPageCanvas *self)
{
  double x, y;

  if (gtk_gesture_get_bounding_box_center (GTK_GESTURE (pinch), &x, &y))
    sotay_page_canvas_zoom_at (self, self->pinch_zoom * factor, x, y);
}

static void
pinch_end_cb (GtkGesture *pinch, GdkEventSequence *sequence, SotayPageCanvas *self)
{
  self->pinching = FALSE;
  sotay_page_canvas_wish (self);
}

static gboolean
scroll_cb (GtkEventControllerScroll *scroll, double across, double down, SotayPageCanvas *self)
{
  if (!has_modifier (scroll, GDK_CONTROL_MASK))
    return GDK_EVENT_PROPAGATE;
  sotay_page_canvas_zoom_at (self, self->zoom * pow (WHEEL_FACTOR, -down), self->pointer_x, self->pointer_y);
  return GDK_EVENT_STOP;
}

static void
focus_cb (GtkEventControllerFocus *focus, SotayPageCanvas *self)
{
  self->link = -1;
  sotay_page_canvas_describe (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static GtkGesture *
add_drag (SotayPageCanvas *self, guint button)
{
  GtkGesture *drag = gtk_gesture_drag_new ();

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (drag), button);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drag));
  return drag;
}

static void
add_pointer (SotayPageCanvas *self)
{
  GtkGesture *click = gtk_gesture_click_new ();
  GtkGesture *drag = add_drag (self, GDK_BUTTON_PRIMARY);
  GtkGesture *pan = add_drag (self, GDK_BUTTON_MIDDLE);
  GtkEventController *motion = gtk_event_controller_motion_new ();

  g_signal_connect (motion, "motion", G_CALLBACK (motion_cb), self);
  g_signal_connect (motion, "enter", G_CALLBACK (motion_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), motion);
  g_signal_connect (click, "pressed", G_CALLBACK (pressed_cb), self);
  g_signal_connect (click, "released", G_CALLBACK (released_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  gtk_gesture_group (click, drag);
  g_signal_connect (drag, "drag-begin", G_CALLBACK (drag_begin_cb), self);
  g_signal_connect (drag, "drag-update", G_CALLBACK (drag_update_cb), self);
  g_signal_connect (drag, "drag-end", G_CALLBACK (drag_end_cb), self);
  g_signal_connect (pan, "drag-begin", G_CALLBACK (pan_begin_cb), self);
  g_signal_connect (pan, "drag-update", G_CALLBACK (pan_update_cb), self);
  g_signal_connect (pan, "drag-end", G_CALLBACK (pan_end_cb), self);
}

void
sotay_page_canvas_add_controllers (SotayPageCanvas *self)
{
  GtkGesture *pinch = gtk_gesture_zoom_new ();
  GtkEventController *scroll = gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_VERTICAL);
  GtkEventController *focus = gtk_event_controller_focus_new ();

  add_pointer (self);
  g_signal_connect (pinch, "begin", G_CALLBACK (pinch_begin_cb), self);
  g_signal_connect (pinch, "scale-changed", G_CALLBACK (pinch_cb), self);
  g_signal_connect (pinch, "end", G_CALLBACK (pinch_end_cb), self);
  g_signal_connect (pinch, "cancel", G_CALLBACK (pinch_end_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (pinch));
  g_signal_connect (scroll, "scroll", G_CALLBACK (scroll_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), scroll);
  g_signal_connect (focus, "enter", G_CALLBACK (focus_cb), self);
  g_signal_connect (focus, "leave", G_CALLBACK (focus_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), focus);
}

static gboolean
step_cb (GtkWidget *widget, GVariant *arguments, gpointer data)
{
  int step, n;

  g_variant_get (arguments, "(ii)", &step, &n);
  sotay_page_canvas_step (SOTAY_PAGE_CANVAS (widget), step, n);
  return GDK_EVENT_STOP;
}

static gboolean
activate_cb (GtkWidget *widget, GVariant *arguments, gpointer data)
{
  SotayPageCanvas *self = SOTAY_PAGE_CANVAS (widget);
  const SotayLink *link = sotay_page_canvas_get_focus_link (self);

  if (link == NULL)
    return GDK_EVENT_PROPAGATE;
  sotay_page_canvas_follow (self, link);
  return GDK_EVENT_STOP;
}

static gboolean
select_page_cb (GtkWidget *widget, GVariant *arguments, gpointer data)
{
  sotay_page_canvas_select_page (SOTAY_PAGE_CANVAS (widget));
  return GDK_EVENT_STOP;
}

static gboolean
escape_cb (GtkWidget *widget, GVariant *arguments, gpointer data)
{
  SotayPageCanvas *self = SOTAY_PAGE_CANVAS (widget);
  guint first, end;

  sotay_page_canvas_get_selected_pages (self, &first, &end);
  if (first == end)
    return GDK_EVENT_PROPAGATE; /* Escape has other work, such as leaving the full screen */
  sotay_page_canvas_select_nothing (self);
  return GDK_EVENT_STOP;
}

void
sotay_page_canvas_add_keys (GtkWidgetClass *widget_class)
{
  static const struct
  {
    guint key;
    guint keypad;
    GdkModifierType modifier;
    SotayCanvasStep step;
    int n;
  } steps[] = {
    { GDK_KEY_Up, GDK_KEY_KP_Up, 0, SOTAY_STEP_LINE, -1 },
    { GDK_KEY_Down, GDK_KEY_KP_Down, 0, SOTAY_STEP_LINE, 1 },
    { GDK_KEY_Left, GDK_KEY_KP_Left, 0, SOTAY_STEP_ACROSS, -1 },
    { GDK_KEY_Right, GDK_KEY_KP_Right, 0, SOTAY_STEP_ACROSS, 1 },
    { GDK_KEY_Page_Up, GDK_KEY_KP_Page_Up, 0, SOTAY_STEP_TURN, -1 },
    { GDK_KEY_Page_Down, GDK_KEY_KP_Page_Down, 0, SOTAY_STEP_TURN, 1 },
    { GDK_KEY_space, GDK_KEY_KP_Space, GDK_SHIFT_MASK, SOTAY_STEP_TURN, -1 },
    { GDK_KEY_space, GDK_KEY_KP_Space, 0, SOTAY_STEP_TURN, 1 },
    { GDK_KEY_Home, GDK_KEY_KP_Home, 0, SOTAY_STEP_PAGE_END, -1 },
    { GDK_KEY_End, GDK_KEY_KP_End, 0, SOTAY_STEP_PAGE_END, 1 },
    { GDK_KEY_Home, GDK_KEY_KP_Home, GDK_CONTROL_MASK, SOTAY_STEP_DOCUMENT_END, -1 },
    { GDK_KEY_End, GDK_KEY_KP_End, GDK_CONTROL_MASK, SOTAY_STEP_DOCUMENT_END, 1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      gtk_widget_class_add_binding (widget_class, steps[i].key, steps[i].modifier, step_cb, "(ii)", steps[i].step,
                                    steps[i].n);
      gtk_widget_class_add_binding (widget_class, steps[i].keypad, steps[i].modifier, step_cb, "(ii)", steps[i].step,
                                    steps[i].n);
    }
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Return, 0, activate_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_KP_Enter, 0, activate_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Escape, 0, escape_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_a, GDK_CONTROL_MASK, select_page_cb, NULL);
}
