/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/presentation/ending-window.h"

#include "app/presentation/attendance-panel.h"
#include "app/presentation/ending-list.h"
#include "app/presentation/ending-session.h"
#include "app/register/step-actions.h"
#include "core/numbers.h"
#include "presentation/show-record.h"
#include "register/register-error.h"
#include "register/session.h"

#include <glib/gi18n-lib.h>

#define MOST_ATTEMPTS 3

struct _SotayEndingWindow
{
  AdwWindow parent_instance;

  SotayNotice *notice;
  SotayEndingSession *session;
  AdwActionRow *people_row;
  GtkWidget *attend_button;
  AdwActionRow *practice_row;
  GtkSwitch *practice_switch;
  SotayEndingList *list;
  GtkWidget *resume_button;
  GtkWidget *discard_button;
  GtkWidget *record_button;

  SotayServices *services;
  SotayStore *store;
  char *session_id;
  SotayRecord *draft; /* a new session */
  GDate day;          /* of the show */
  GArray *items;
  SotaySessionChoices *choices;
  gboolean loading;
  gboolean stale;     /* to be read again when the reading is there */
  guint attempts;     /* of the recording that is under way; 0: none is */
};

G_DEFINE_FINAL_TYPE (SotayEndingWindow, sotay_ending_window, ADW_TYPE_WINDOW)

enum
{
  RECORDED,
  DISCARDED,
  RESUMED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void load (SotayEndingWindow *self);
static void record (SotayEndingWindow *self);

/* A window that is held while it waits would be there after its parent. */
static gpointer
hold_weakly (SotayEndingWindow *self)
{
  GWeakRef *reference = g_new0 (GWeakRef, 1);

  g_weak_ref_init (reference, self);
  return reference;
}

/* Returns: (transfer full) (nullable): the window, if it is still there */
static SotayEndingWindow *
take_weakly_held (gpointer reference)
{
  SotayEndingWindow *self = g_weak_ref_get (reference);

  g_weak_ref_clear (reference);
  g_free (reference);
  return self;
}

static void
set_busy (SotayEndingWindow *self, gboolean busy)
{
  gtk_widget_set_sensitive (self->resume_button, !busy);
  gtk_widget_set_sensitive (self->discard_button, !busy);
  gtk_widget_set_sensitive (self->record_button, !busy && self->choices != NULL);
}

static void
show_people (SotayEndingWindow *self, guint n_there)
{
  gboolean is_new = sotay_ending_session_get (self->session) == NULL;
  g_autofree char *number = sotay_number_format (n_there);
  g_autofree char *text = g_strdup_printf (ngettext ("%s person was there", "%s people were there", n_there), number);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->people_row), text);
  adw_action_row_set_subtitle (self->people_row,
                               is_new ? _("Attendance can be taken in the register, once the session is there.") : NULL);
  gtk_widget_set_visible (self->attend_button, !is_new);
}

static void
show_practice (SotayEndingWindow *self, guint n_there)
{
  guint understood = sotay_show_record_get_understood (self->items);
  g_autofree char *number = sotay_number_format (n_there);
  g_autofree char *title = g_strdup_printf (ngettext ("Record “practised” for the %s person who was there",
                                                      "Record “practised” for the %s people who were there", n_there),
                                            number);
  g_autofree char *numbers = sotay_utilities_format_numbers (understood);
  g_autofree char *about = g_strdup_printf (_("Utilities that the room understood in the quick check: %s"), numbers);

  gtk_widget_set_visible (GTK_WIDGET (self->practice_row), understood != 0 && n_there > 0);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->practice_row), title);
  adw_action_row_set_subtitle (self->practice_row, about);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->practice_switch), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
}

static void
update (SotayEndingWindow *self)
{
  guint n_there;

  if (self->choices == NULL)
    return;
  n_there = sotay_ending_session_count_there (self->session);
  show_people (self, n_there);
  show_practice (self, n_there);
}

static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (SotayEndingWindow) self = take_weakly_held (data);
  g_autoptr (GError) error = NULL;
  g_autoptr (SotaySessionChoices) choices = sotay_session_choices_load_finish (result, &error);
  g_autoptr (SotaySessionChoices) old = NULL;

  if (self == NULL || self->store == NULL)
    return;
  self->loading = FALSE;
  if (choices != NULL)
    {
      old = self->choices;
      self->choices = g_steal_pointer (&choices);
      sotay_ending_session_set_choices (self->session, self->choices, self->session_id, self->draft);
      set_busy (self, self->attempts > 0);
      if (old == NULL)
        gtk_widget_grab_focus (self->record_button);
    }
  if (error != NULL || old == NULL)
    sotay_notice_show_error (self->notice, error);
  g_object_set (self->notice, "retry-label", self->choices == NULL ? _("Read the Register Again") : NULL, NULL);
  if (self->stale)
    load (self);
}

static void
load (SotayEndingWindow *self)
{
  self->stale = self->loading;
  if (self->loading || self->store == NULL)
    return;
  self->loading = TRUE;
  sotay_session_choices_load_async (self->store, self->session_id, &self->day, NULL, loaded_cb, hold_weakly (self));
}

/* Whoever hears the signal may close the window. */
static void
leave (SotayEndingWindow *self, guint signal, SotayStep *step)
{
  g_autoptr (SotayEndingWindow) held = g_object_ref (self);

  g_signal_emit (held, signals[signal], 0, step);
  gtk_window_destroy (GTK_WINDOW (held));
}

static void
tell_recorded (SotayEndingWindow *self, SotayStep *step)
{
  self->attempts = 0;
  sotay_tell_step (GTK_WIDGET (self), step);
  leave (self, RECORDED, step);
}

static void
show_failure (SotayEndingWindow *self, const GError *error)
{
  gboolean is_rule = g_error_matches (error, SOTAY_REGISTER_ERROR, SOTAY_REGISTER_ERROR_INVALID);

  set_busy (self, FALSE);
  if (is_rule && sotay_ending_session_show_rule (self->session, error->message))
    return;
  load (self);
  sotay_notice_show_error (self->notice, error);
}

static void
recorded_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (SotayEndingWindow) self = take_weakly_held (data);
  g_autoptr (GError) error = NULL;
  g_autoptr (SotayStep) step = sotay_do_step_finish (result, &error);

  if (self == NULL || self->store == NULL)
    return;
  if (step != NULL)
    tell_recorded (self, step);
  else if (g_error_matches (error, SOTAY_REGISTER_ERROR, SOTAY_REGISTER_ERROR_OUTDATED)
           && self->attempts < MOST_ATTEMPTS)
    record (self); /* someone was ticked just now */
  else
    {
      self->attempts = 0;
      show_failure (self, error);
    }
}

static void
record (SotayEndingWindow *self)
{
  SotayRecord *before = sotay_ending_session_get (self->session);
  g_autoptr (SotayRecord) session = sotay_ending_session_read (self->session);
  g_autoptr (SotayRecord) after = session != NULL ? sotay_show_record_fill (session, self->items) : NULL;
  gboolean practised = gtk_widget_get_visible (GTK_WIDGET (self->practice_row))
                       && gtk_switch_get_active (self->practice_switch);

  self->attempts = after != NULL ? self->attempts + 1 : 0;
  set_busy (self, after != NULL);
  if (after == NULL)
    return;
  sotay_do_step_async (self->store, sotay_show_record_make_step,
                       sotay_show_record_new (before, after,
                                              practised ? sotay_show_record_get_understood (self->items) : 0,
                                              &self->day),
                       sotay_show_record_free, NULL, recorded_cb, hold_weakly (self));
}

static void
record_cb (SotayEndingWindow *self)
{
  if (self->attempts > 0 || self->choices == NULL)
    return;
  sotay_notice_show_error (self->notice, NULL);
  record (self);
}

static void
discard_cb (SotayEndingWindow *self)
{
  leave (self, DISCARDED, NULL);
}

static void
resume_cb (SotayEndingWindow *self)
{
  leave (self, RESUMED, NULL);
}

static void
close_attendance_cb (GtkWindow *window)
{
  gtk_window_close (window);
}

/* Masked: this page may be on the wall. */
static void
attend_cb (SotayEndingWindow *self)
{
  SotayRecord *session = sotay_ending_session_get (self->session);
  GtkWidget *window = adw_window_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *panel = sotay_attendance_panel_new (self->services, sotay_record_get_id (session), TRUE);
  g_autoptr (GSimpleActionGroup) actions = g_simple_action_group_new ();
  g_autoptr (GSimpleAction) close = g_simple_action_new ("attendance", NULL);

  g_signal_connect_object (close, "activate", G_CALLBACK (close_attendance_cb), window, G_CONNECT_SWAPPED);
  g_action_map_add_action (G_ACTION_MAP (actions), G_ACTION (close));
  gtk_widget_insert_action_group (window, "show", G_ACTION_GROUP (actions));
  gtk_window_set_title (GTK_WINDOW (window), _("Attendance"));
  gtk_window_set_transient_for (GTK_WINDOW (window), GTK_WINDOW (self));
  gtk_window_set_modal (GTK_WINDOW (window), TRUE);
  gtk_window_set_destroy_with_parent (GTK_WINDOW (window), TRUE);
  gtk_window_set_default_size (GTK_WINDOW (window), 480, 600);
  gtk_widget_set_vexpand (panel, TRUE);
  gtk_box_append (GTK_BOX (box), adw_header_bar_new ());
  gtk_box_append (GTK_BOX (box), panel);
  adw_window_set_content (ADW_WINDOW (window), box);
  gtk_window_present (GTK_WINDOW (window));
  gtk_widget_grab_focus (panel);
}

/* What is being recorded is waited for, so that nobody records it twice. Before anyone else hears of the request. */
static gboolean
close_request_cb (SotayEndingWindow *self)
{
  return self->attempts > 0;
}

static void
sotay_ending_window_dispose (GObject *object)
{
  SotayEndingWindow *self = SOTAY_ENDING_WINDOW (object);

  g_clear_object (&self->store);
  g_clear_object (&self->services);
  g_clear_object (&self->draft);
  g_clear_pointer (&self->items, g_array_unref);
  g_clear_pointer (&self->session_id, g_free);
  G_OBJECT_CLASS (sotay_ending_window_parent_class)->dispose (object);
}

static void
sotay_ending_window_finalize (GObject *object)
{
  SotayEndingWindow *self = SOTAY_ENDING_WINDOW (object);

  g_clear_pointer (&self->choices, sotay_session_choices_free);
  G_OBJECT_CLASS (sotay_ending_window_parent_class)->finalize (object);
}

static void
sotay_ending_window_class_init (SotayEndingWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GType type = G_TYPE_FROM_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sotay_ending_window_dispose;
  G_OBJECT_CLASS (klass)->finalize = sotay_ending_window_finalize;
  signals[RECORDED] = g_signal_new ("recorded", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                    SOTAY_TYPE_STEP);
  signals[DISCARDED] = g_signal_new ("discarded", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[RESUMED] = g_signal_new ("resumed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  g_type_ensure (SOTAY_TYPE_ENDING_LIST);
  g_type_ensure (SOTAY_TYPE_ENDING_SESSION);
  g_type_ensure (SOTAY_TYPE_NOTICE);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/sotay_vneid/SotayVneid/ui/presentation/ending-window.ui");
  gtk_widget_class_bind_template_child (widget_class, SotayEndingWindow, notice);
  gtk_widget_class_bind_template_child (widget_class, SotayEndingWindow, session);
  gtk_widget_class_bind_template_child (widget_class, SotayEndingWindow, people_row);
  gtk_widget_class_bind_template_child (widget_class, SotayEndingWindow, attend_button);
  gtk_widget_class_bind_template_child (widget_class, SotayEndingWindow, practice_row);
  gtk_widget_class_bind_template_child (widget_class, SotayEndingWindow, practice_switch);
  gtk_widget_class_bind_template_child (widget_class, SotayEndingWindow, list);
  gtk_widget_class_bind_template_child (widget_class, SotayEndingWindow, resume_button);
  gtk_widget_class_bind_template_child (widget_class, SotayEndingWindow, discard_button);
  gtk_widget_class_bind_template_child (widget_class, SotayEndingWindow, record_button);
  gtk_widget_class_bind_template_callback (widget_class, load);
  gtk_widget_class_bind_template_callback (widget_class, update);
  gtk_widget_class_bind_template_callback (widget_class, close_request_cb);
  gtk_widget_class_bind_template_callback (widget_class, record_cb);
  gtk_widget_class_bind_template_callback (widget_class, discard_cb);
  gtk_widget_class_bind_template_callback (widget_class, resume_cb);
  gtk_widget_class_bind_template_callback (widget_class, attend_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
sotay_ending_window_init (SotayEndingWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
set_day (SotayEndingWindow *self, gint64 started)
{
  g_autoptr (GDateTime) start = g_date_time_new_from_unix_local (started / G_USEC_PER_SEC);

  g_date_clear (&self->day, 1);
  g_date_set_dmy (&self->day, (GDateDay) g_date_time_get_day_of_month (start),
                  (GDateMonth) g_date_time_get_month (start), (GDateYear) g_date_time_get_year (start));
}

GtkWidget *
sotay_ending_window_new (GtkWindow *parent, SotayServices *services, SotayShow *show, const char *session_id,
                         gint64 started)
{
  SotayEndingWindow *self = g_object_new (SOTAY_TYPE_ENDING_WINDOW, "transient-for", parent, NULL);

  g_set_object (&self->services, services);
  g_set_object (&self->store, sotay_services_get_store (services));
  self->session_id = g_strdup (session_id);
  set_day (self, started);
  self->draft = sotay_show_record_new_session (_("Training in the VNeID utilities"), NULL, started,
                                               sotay_show_get_now (show), g_get_real_time ());
  self->items = sotay_show_record_propose (sotay_show_get_deck (show), sotay_show_get_timeline (show),
                                           sotay_show_get_tally (show));
  sotay_ending_list_set_items (self->list, sotay_services_get_catalogue (services), self->items);
  g_signal_connect_object (self->store, "changed", G_CALLBACK (load), self, G_CONNECT_SWAPPED);
  load (self);
  return GTK_WIDGET (self);
}
