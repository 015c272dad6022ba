/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/presentation/presenter-window.h"

#include "app/presentation/attendance-panel.h"
#include "app/presentation/check-panel.h"
#include "app/presentation/notes-panel.h"
#include "app/presentation/pace.h"
#include "app/presentation/plan-bar.h"
#include "app/presentation/show-keys.h"
#include "app/presentation/slide-view.h"
#include "app/presentation/stop-list.h"
#include "app/widgets/wrap.h"

#include <glib/gi18n-lib.h>

struct _SotayPresenterWindow
{
  AdwWindow parent_instance;

  SotayServices *services;
  SotayShow *show;
  char *session_id;
  GtkWidget *next_view;
  guint tick;

  AdwBin *current_bin;
  GtkWidget *next_title;
  AdwBin *next_bin;
  AdwBin *check_bin;
  GtkLabel *wall_state;
  GtkLabel *clock;
  GtkLabel *elapsed;
  GtkLabel *pace;
  SotayPlanBar *plan_bar;
  GtkStack *parts;
  AdwBin *notes_bin;
  AdwBin *attendance_bin;
  SotayStopList *stops;
  GtkToggleButton *notes_tab;
  GtkToggleButton *attendance_tab;
};

enum
{
  SIGNAL_SESSION_CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SotayPresenterWindow, sotay_presenter_window, ADW_TYPE_WINDOW)

static void
set_text (GtkLabel *label, const char *text)
{
  if (!g_str_equal (gtk_label_get_text (label), text))
    gtk_label_set_text (label, text);
}

static void
show_times (SotayPresenterWindow *self)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *clock = g_date_time_format (now, "%H:%M");
  g_autofree char *time = sotay_pace_format (sotay_timeline_get_elapsed (sotay_show_get_timeline (self->show)));
  g_autofree char *elapsed = g_strdup_printf (_("Taught for %s"), time);
  g_autofree char *pace = sotay_pace_describe_show (self->show);

  set_text (self->clock, clock);
  set_text (self->elapsed, elapsed);
  set_text (self->pace, pace);
  gtk_widget_queue_draw (GTK_WIDGET (self->plan_bar));
  sotay_stop_list_update (self->stops);
}

static gboolean
tick_cb (gpointer data)
{
  show_times (data);
  return G_SOURCE_CONTINUE;
}

static void
show_next (SotayPresenterWindow *self)
{
  guint index, part;
  gboolean is_more = sotay_show_get_next (self->show, &index, &part);

  sotay_slide_view_set_slide (SOTAY_SLIDE_VIEW (self->next_view), is_more ? (int) index : -1, is_more ? part : 0);
  gtk_label_set_text (GTK_LABEL (self->next_title), is_more ? _("Next") : _("This is the last slide"));
}

/* What the slide at the left does not say by itself. */
static void
show_wall_state (SotayPresenterWindow *self)
{
  const char *words = "";

  if (sotay_show_get_paused (self->show))
    words = _("Break: the time stands still");
  else if (sotay_show_get_curtain (self->show) == SOTAY_CURTAIN_BLACK)
    words = _("The wall is black");
  else if (sotay_show_get_curtain (self->show) == SOTAY_CURTAIN_WHITE)
    words = _("The wall is white");
  else if (sotay_show_get_code (self->show) == SOTAY_CODE_FULL)
    words = _("The wall shows the QR code");
  gtk_label_set_text (self->wall_state, words);
  gtk_widget_set_visible (GTK_WIDGET (self->wall_state), *words != '\0');
}

static void
moved_cb (SotayPresenterWindow *self)
{
  show_next (self);
  show_times (self);
}

static void
session_chosen_cb (SotayPresenterWindow *self, const char *id)
{
  g_free (self->session_id);
  self->session_id = g_strdup (id);
  g_signal_emit (self, signals[SIGNAL_SESSION_CHOSEN], 0, id);
}

/* The register is opened only when attendance is wanted. */
static void
ensure_attendance (SotayPresenterWindow *self)
{
  GtkWidget *panel = NULL;

  if (adw_bin_get_child (self->attendance_bin) != NULL)
    return;
  panel = sotay_attendance_panel_new (self->services, self->session_id, FALSE);
  g_signal_connect_object (panel, "session-chosen", G_CALLBACK (session_chosen_cb), self, G_CONNECT_SWAPPED);
  adw_bin_set_child (self->attendance_bin, panel);
}

static void
tab_toggled_cb (SotayPresenterWindow *self, GtkToggleButton *tab)
{
  if (!gtk_toggle_button_get_active (tab))
    return;
  if (tab == self->attendance_tab)
    ensure_attendance (self);
  gtk_stack_set_visible_child_name (self->parts, gtk_widget_get_name (GTK_WIDGET (tab)));
}

static gboolean
is_typing (SotayPresenterWindow *self)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));

  return GTK_IS_EDITABLE (focus) || GTK_IS_TEXT_VIEW (focus);
}

/* On the wall Tab shows all slides; here it goes from one thing to the next, as everywhere. Esc leaves a text, and only
   then the show. */
static gboolean
key_pressed_cb (GtkEventControllerKey *controller, guint value, guint code, GdkModifierType state,
                SotayPresenterWindow *self)
{
  if (value == GDK_KEY_Escape && is_typing (self))
    return gtk_widget_grab_focus (GTK_WIDGET (self->current_bin));
  if (value != GDK_KEY_Tab && value != GDK_KEY_ISO_Left_Tab)
    return FALSE;
  gtk_widget_child_focus (GTK_WIDGET (self), value == GDK_KEY_Tab && (state & GDK_SHIFT_MASK) == 0
                                                 ? GTK_DIR_TAB_FORWARD : GTK_DIR_TAB_BACKWARD);
  gtk_window_set_focus_visible (GTK_WINDOW (self), TRUE);
  return TRUE;
}

static void
install_keys (SotayPresenterWindow *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  sotay_show_keys_install (GTK_WINDOW (self));
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self, 0);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

static void
sotay_presenter_window_map (GtkWidget *widget)
{
  SotayPresenterWindow *self = SOTAY_PRESENTER_WINDOW (widget);

  GTK_WIDGET_CLASS (sotay_presenter_window_parent_class)->map (widget);
  /* The space bar or Enter of a remote presenter presses no button. */
  gtk_widget_grab_focus (GTK_WIDGET (self->current_bin));
  self->tick = g_timeout_add_seconds (1, tick_cb, self);
}

static void
sotay_presenter_window_unmap (GtkWidget *widget)
{
  g_clear_handle_id (&SOTAY_PRESENTER_WINDOW (widget)->tick, g_source_remove);
  GTK_WIDGET_CLASS (sotay_presenter_window_parent_class)->unmap (widget);
}

static void
sotay_presenter_window_dispose (GObject *object)
{
  SotayPresenterWindow *self = SOTAY_PRESENTER_WINDOW (object);

  g_clear_object (&self->show);
  g_clear_object (&self->services);
  g_clear_pointer (&self->session_id, g_free);
  G_OBJECT_CLASS (sotay_presenter_window_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, SotayPresenterWindow, current_bin);
  gtk_widget_class_bind_template_child (widget_class, SotayPresenterWindow, next_title);
  gtk_widget_class_bind_template_child (widget_class, SotayPresenterWindow, next_bin);
  gtk_widget_class_bind_template_child (widget_class, SotayPresenterWindow, check_bin);
  gtk_widget_class_bind_template_child (widget_class, SotayPresenterWindow, wall_state);
  gtk_widget_class_bind_template_child (widget_class, SotayPresenterWindow, clock);
  gtk_widget_class_bind_template_child (widget_class, SotayPresenterWindow, elapsed);
  gtk_widget_class_bind_template_child (widget_class, SotayPresenterWindow, pace);
  gtk_widget_class_bind_template_child (widget_class, SotayPresenterWindow, plan_bar);
  gtk_widget_class_bind_template_child (widget_class, SotayPresenterWindow, parts);
  gtk_widget_class_bind_template_child (widget_class, SotayPresenterWindow, notes_bin);
  gtk_widget_class_bind_template_child (widget_class, SotayPresenterWindow, attendance_bin);
  gtk_widget_class_bind_template_child (widget_class, SotayPresenterWindow, stops);
  gtk_widget_class_bind_template_child (widget_class, SotayPresenterWindow, notes_tab);
  gtk_widget_class_bind_template_child (widget_class, SotayPresenterWindow, attendance_tab);
}

static void
sotay_presenter_window_class_init (SotayPresenterWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sotay_presenter_window_dispose;
  widget_class->map = sotay_presenter_window_map;
  widget_class->unmap = sotay_presenter_window_unmap;
  signals[SIGNAL_SESSION_CHOSEN] = g_signal_new ("session-chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                                 NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  g_type_ensure (SOTAY_TYPE_PLAN_BAR);
  g_type_ensure (SOTAY_TYPE_STOP_LIST);
  g_type_ensure (SOTAY_TYPE_WRAP);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/sotay_vneid/SotayVneid/ui/presentation/presenter-window.ui");
  bind_children (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, tab_toggled_cb);
}

static void
sotay_presenter_window_init (SotayPresenterWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
follow_show (SotayPresenterWindow *self)
{
  g_signal_connect_object (self->show, "moved", G_CALLBACK (moved_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->show, "wall-changed", G_CALLBACK (show_next), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->show, "notify::curtain", G_CALLBACK (show_wall_state), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->show, "notify::code", G_CALLBACK (show_wall_state), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->show, "notify::paused", G_CALLBACK (show_wall_state), self, G_CONNECT_SWAPPED);
  show_wall_state (self);
  moved_cb (self);
}

GtkWindow *
sotay_presenter_window_new (GtkApplication *application, SotayServices *services, SotayShow *show,
                            SotayManualPages *pages, const char *session_id, GActionGroup *show_actions,
                            GActionGroup *wall_actions)
{
  /* From the beginning: controllers that come later, those of the keys of a show, are asked before its shortcuts. */
  SotayPresenterWindow *self = g_object_new (SOTAY_TYPE_PRESENTER_WINDOW, "application", application, NULL);
  GtkWidget *widget = GTK_WIDGET (self);

  self->services = g_object_ref (services);
  self->show = g_object_ref (show);
  self->session_id = g_strdup (session_id);
  gtk_widget_insert_action_group (widget, "show", show_actions);
  gtk_widget_insert_action_group (widget, "wall", wall_actions);
  install_keys (self);
  self->next_view = sotay_slide_view_new_fixed (show, pages);
  adw_bin_set_child (self->current_bin, sotay_slide_view_new (show, pages));
  adw_bin_set_child (self->next_bin, self->next_view);
  adw_bin_set_child (self->check_bin, sotay_check_panel_new (show));
  adw_bin_set_child (self->notes_bin, sotay_notes_panel_new (show, sotay_services_get_trainer_notes (services)));
  sotay_plan_bar_set_show (self->plan_bar, show);
  sotay_stop_list_set_show (self->stops, show, sotay_services_get_catalogue (services));
  follow_show (self);
  return GTK_WINDOW (self);
}

void
sotay_presenter_window_show_part (SotayPresenterWindow *self, const char *name)
{
  gboolean attendance = g_str_equal (name, "attendance");
  GtkWidget *part = NULL;

  gtk_toggle_button_set_active (attendance ? self->attendance_tab : self->notes_tab, TRUE);
  gtk_window_present (GTK_WINDOW (self));
  part = adw_bin_get_child (attendance ? self->attendance_bin : self->notes_bin);
  gtk_widget_grab_focus (part);
}

void
sotay_presenter_window_put_attendance_away (SotayPresenterWindow *self)
{
  if (adw_bin_get_child (self->attendance_bin) == NULL)
    return;
  if (gtk_toggle_button_get_active (self->attendance_tab))
    {
      gtk_toggle_button_set_active (self->notes_tab, TRUE);
      gtk_widget_grab_focus (GTK_WIDGET (self->current_bin));
    }
  adw_bin_set_child (self->attendance_bin, NULL);
}
