/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/presentation/wall-window-private.h"

#include <math.h>

#define REST_MS 3000
/* Someone who looks for a button has so many times that long. */
#define RESTS_ON_BAR 4
/* A table that trembles moves the pointer by less, in pixels. */
#define LEAST_MOTION 2.0
/* A touchpad turns one slide after this way, in pixels, and the next one after a pause; so a flick turns one. */
#define SCROLL_WAY 60.0
#define SCROLL_PAUSE_MS 350
/* A finger that is faster than this turns the slide, in pixels a second. */
#define LEAST_SWIPE 300.0

static void
go (SotayWallWindow *self, gboolean forward)
{
  g_action_group_activate_action (self->show_actions, forward ? "forward" : "back", NULL);
}

static gboolean
is_on_bar (SotayWallWindow *self)
{
  graphene_rect_t place;

  return gtk_revealer_get_child_revealed (self->bar_revealer) && gtk_revealer_get_reveal_child (self->bar_revealer)
         && gtk_widget_compute_bounds (self->bar, GTK_WIDGET (self->overlay), &place)
         && graphene_rect_contains_point (&place,
                                          &GRAPHENE_POINT_INIT ((float) self->pointer_x, (float) self->pointer_y));
}

static void
show_cursor (SotayWallWindow *self, gboolean shown)
{
  gboolean pen = sotay_wall_tools_get_tool (self->tools) == SOTAY_WALL_TOOL_PEN;

  gtk_widget_set_cursor_from_name (GTK_WIDGET (self->overlay), !shown ? "none" : pen ? "crosshair" : NULL);
}

/* Buttons that are not seen are not clicked either. */
static void
bar_revealed_cb (SotayWallWindow *self)
{
  if (!gtk_revealer_get_reveal_child (self->bar_revealer) && !gtk_revealer_get_child_revealed (self->bar_revealer))
    gtk_widget_set_visible (GTK_WIDGET (self->bar_revealer), FALSE);
}

static void
set_bar_shown (SotayWallWindow *self, gboolean shown)
{
  if (shown)
    gtk_widget_set_visible (GTK_WIDGET (self->bar_revealer), TRUE);
  gtk_revealer_set_reveal_child (self->bar_revealer, shown);
  /* It tells nothing when it is hidden before the first frame. */
  bar_revealed_cb (self);
}

void
sotay_wall_window_rest (SotayWallWindow *self)
{
  g_clear_handle_id (&self->rest_timeout, g_source_remove);
  set_bar_shown (self, FALSE);
  show_cursor (self, FALSE);
}

static gboolean
rest_timeout_cb (gpointer data)
{
  SotayWallWindow *self = data;

  if (is_on_bar (self) && ++self->n_rests < RESTS_ON_BAR)
    return G_SOURCE_CONTINUE;
  self->rest_timeout = 0;
  sotay_wall_window_rest (self);
  return G_SOURCE_REMOVE;
}

static void
wake (SotayWallWindow *self)
{
  g_clear_handle_id (&self->rest_timeout, g_source_remove);
  self->rest_timeout = g_timeout_add (self->rest_ms, rest_timeout_cb, self);
  self->n_rests = 0;
  set_bar_shown (self, !sotay_slide_overview_is_open (self->overview));
  show_cursor (self, TRUE);
}

static void
motion_cb (SotayWallWindow *self, double x, double y)
{
  /* A window that changes under a pointer at rest tells of motion as well. */
  if (fabs (x - self->pointer_x) < LEAST_MOTION && fabs (y - self->pointer_y) < LEAST_MOTION)
    return;
  self->pointer_x = x;
  self->pointer_y = y;
  sotay_wall_tools_set_pointer (self->tools, x, y);
  wake (self);
}

static void
enter_cb (SotayWallWindow *self, double x, double y)
{
  self->pointer_x = x;
  self->pointer_y = y;
  show_cursor (self, self->rest_timeout != 0);
}

static gboolean
is_touch (GtkGesture *gesture)
{
  GdkEventSequence *sequence = gtk_gesture_single_get_current_sequence (GTK_GESTURE_SINGLE (gesture));
  GdkEvent *event = gtk_gesture_get_last_event (gesture, sequence);

  return sequence != NULL || (event != NULL && gdk_event_get_pointer_emulated (event));
}

static void
pressed_cb (SotayWallWindow *self, int n_press, double x, double y)
{
  self->tapping = TRUE;
  self->pressed_x = x;
  self->pressed_y = y;
}

/* What was pressed and drawn away is no click; a finger that swipes turns the slide once. */
static gboolean
is_click (SotayWallWindow *self, double x, double y)
{
  return self->tapping
         && !gtk_drag_check_threshold (GTK_WIDGET (self->view), (int) self->pressed_x, (int) self->pressed_y, (int) x,
                                       (int) y);
}

static void
released_cb (SotayWallWindow *self, int n_press, double x, double y, GtkGesture *gesture)
{
  guint button = gtk_gesture_single_get_current_button (GTK_GESTURE_SINGLE (gesture));
  gboolean touch = is_touch (gesture);

  if (!is_click (self, x, y))
    return;
  if (button == GDK_BUTTON_SECONDARY)
    wake (self);
  else if (button == GDK_BUTTON_PRIMARY)
    go (self, !touch || x >= self->width / 3.0);
}

/* A finger has no motion that shows the buttons: it swipes upwards, or stays where it is. */
static void
swipe_cb (SotayWallWindow *self, double x, double y)
{
  if (fabs (x) > LEAST_SWIPE && fabs (x) > 2 * fabs (y))
    go (self, x < 0);
  else if (y < -LEAST_SWIPE)
    wake (self);
}

static void
long_press_cb (SotayWallWindow *self)
{
  self->tapping = FALSE;
  wake (self);
}

/* Wheels of many small steps turn a slide after a whole one; steps that come in a slow moment come as one event. */
static void
turn_wheel (SotayWallWindow *self, double way)
{
  self->scrolled += way;
  for (; fabs (self->scrolled) >= 1; self->scrolled -= copysign (1, self->scrolled))
    go (self, self->scrolled > 0);
}

static void
stroke_touchpad (SotayWallWindow *self, double way, guint32 now)
{
  /* The way that the fingers still go after a slide was turned counts for nothing. */
  if (now - self->scrolled_at < SCROLL_PAUSE_MS)
    {
      self->scrolled_at = now;
      return;
    }
  self->scrolled += way;
  if (fabs (self->scrolled) < SCROLL_WAY)
    return;
  go (self, self->scrolled > 0);
  self->scrolled = 0;
  self->scrolled_at = now;
}

static gboolean
scroll_cb (SotayWallWindow *self, double dx, double dy, GtkEventControllerScroll *controller)
{
  double way = fabs (dx) > fabs (dy) ? dx : dy;

  if (gtk_event_controller_scroll_get_unit (controller) == GDK_SCROLL_UNIT_WHEEL)
    turn_wheel (self, way);
  else
    stroke_touchpad (self, way, gtk_event_controller_get_current_event_time (GTK_EVENT_CONTROLLER (controller)));
  return TRUE;
}

static void
add_gestures (SotayWallWindow *self)
{
  GtkWidget *view = GTK_WIDGET (self->view);
  GtkGesture *click = gtk_gesture_click_new ();
  GtkGesture *swipe = gtk_gesture_swipe_new (), *hold = gtk_gesture_long_press_new ();

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), 0);
  gtk_event_controller_set_name (GTK_EVENT_CONTROLLER (click), "wall-click");
  g_signal_connect_swapped (click, "pressed", G_CALLBACK (pressed_cb), self);
  g_signal_connect_swapped (click, "released", G_CALLBACK (released_cb), self);
  gtk_widget_add_controller (view, GTK_EVENT_CONTROLLER (click));
  gtk_gesture_single_set_touch_only (GTK_GESTURE_SINGLE (swipe), TRUE);
  gtk_event_controller_set_name (GTK_EVENT_CONTROLLER (swipe), "wall-swipe");
  g_signal_connect_swapped (swipe, "swipe", G_CALLBACK (swipe_cb), self);
  gtk_widget_add_controller (view, GTK_EVENT_CONTROLLER (swipe));
  gtk_gesture_single_set_touch_only (GTK_GESTURE_SINGLE (hold), TRUE);
  gtk_event_controller_set_name (GTK_EVENT_CONTROLLER (hold), "wall-hold");
  g_signal_connect_swapped (hold, "pressed", G_CALLBACK (long_press_cb), self);
  gtk_widget_add_controller (view, GTK_EVENT_CONTROLLER (hold));
}

void
sotay_wall_window_add_input (SotayWallWindow *self)
{
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkEventController *scroll = gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_BOTH_AXES);

  self->rest_ms = REST_MS;
  /* Of all that lies over the slide, too. */
  gtk_event_controller_set_propagation_phase (motion, GTK_PHASE_CAPTURE);
  gtk_event_controller_set_name (motion, "wall-motion");
  g_signal_connect_swapped (motion, "motion", G_CALLBACK (motion_cb), self);
  g_signal_connect_swapped (motion, "enter", G_CALLBACK (enter_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->overlay), motion);
  gtk_event_controller_set_name (scroll, "wall-scroll");
  g_signal_connect_swapped (scroll, "scroll", G_CALLBACK (scroll_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->view), scroll);
  add_gestures (self);
  g_signal_connect_swapped (self->bar_revealer, "notify::child-revealed", G_CALLBACK (bar_revealed_cb), self);
  show_cursor (self, FALSE);
}
