/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/presentation/attendance-panel.h"

#include "app/presentation/session-choices.h"
#include "app/register/attendance-dialogs.h"
#include "app/register/attendance-entry.h"
#include "app/register/recent-marks.h"
#include "app/register/session-text.h"
#include "core/dates.h"
#include "core/numbers.h"
#include "presentation/show-record.h"
#include "register/edit-records.h"
#include "register/masked-name.h"
#include "register/session.h"

#include <glib/gi18n-lib.h>

#define MOST_RECENT 4

struct _SotayAttendancePanel
{
  AdwBin parent_instance;

  SotayNotice *notice;
  GtkStack *stack;
  GtkWidget *gone_label;
  GtkListBox *sessions_list;
  GtkWidget *new_button;
  GtkLabel *title_label;
  GtkLabel *when_label;
  GtkLabel *count_label;
  GtkLabel *count_caption;
  SotayAttendanceEntry *entry;
  GtkLabel *said_label;
  GtkBox *recent_box;

  SotayStore *store;
  char *session_id;
  gboolean masked;
  SotaySessionChoices *choices;
  SotayRoll *roll;
  gboolean loading;
  gboolean stale;       /* to be read again when the reading is there */
  gboolean wants_focus; /* as soon as there is something to have it */
};

G_DEFINE_FINAL_TYPE (SotayAttendancePanel, sotay_attendance_panel, ADW_TYPE_BIN)

enum
{
  SESSION_CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void load (SotayAttendancePanel *self);

static char *
dup_name (SotayAttendancePanel *self, SotayStaff *staff)
{
  return self->masked ? sotay_mask_name (sotay_staff_get_name (staff)) : g_strdup (sotay_staff_get_name (staff));
}

static void
say (SotayAttendancePanel *self, const char *text)
{
  gtk_label_set_text (self->said_label, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (self->said_label), text != NULL);
}

static void
show_figures (SotayAttendancePanel *self)
{
  gboolean to_come = sotay_roll_is_to_come (self->roll);
  g_autofree char *all = sotay_number_format (g_list_model_get_n_items (sotay_roll_get_people (self->roll)));
  g_autofree char *there = sotay_number_format (sotay_roll_count_there (self->roll));
  g_autofree char *text = to_come ? g_strdup (all) : g_strdup_printf ("%s / %s", there, all);

  gtk_label_set_text (self->count_label, text);
  gtk_label_set_text (self->count_caption,
                      to_come ? _("invited; the session is still to come") : _("here / on the list"));
}

static void
failed_cb (SotayAttendancePanel *self, const GError *error)
{
  sotay_notice_show_error (self->notice, error);
}

static void
marked_cb (SotayAttendancePanel *self, SotayStep *step)
{
  SotayStaff *staff = sotay_roll_find_marked (self->roll, step);
  g_autofree char *name = staff != NULL ? dup_name (self, staff) : NULL;

  sotay_notice_show_error (self->notice, NULL);
  say (self, NULL);
  if (name != NULL)
    sotay_recent_marks_add (self->recent_box, MOST_RECENT, self->roll, step, name, GTK_WIDGET (self->entry));
}

/* Enter on somebody who has the mark already must not look like nothing. */
static void
say_marked (SotayAttendancePanel *self, SotayStaff *staff)
{
  g_autofree char *name = dup_name (self, staff);
  g_autofree char *text = g_strdup_printf (_("Already marked: %s"), name);

  say (self, text);
}

static void
chosen_cb (SotayAttendancePanel *self, SotayStaff *staff)
{
  SotayAttendee *attendee = self->roll != NULL ? sotay_roll_find (self->roll, sotay_staff_get_id (staff)) : NULL;
  gboolean to_come = self->roll != NULL && sotay_roll_is_to_come (self->roll);
  g_autoptr (GPtrArray) people = g_ptr_array_new ();

  if (self->roll == NULL)
    return;
  if (attendee != NULL && (to_come || sotay_attendee_is_there (attendee)))
    {
      say_marked (self, staff);
      return;
    }
  g_ptr_array_add (people, staff);
  sotay_roll_mark (self->roll, people, to_come ? NULL : sotay_attendance_status_to_string (SOTAY_ATTENDANCE_PRESENT),
                   NULL);
}

static const char *
choose_unit (SotayAttendancePanel *self)
{
  const char *unit_id = sotay_record_get (sotay_roll_get_session (self->roll), SOTAY_SESSION_UNIT_ID);
  GDate today = sotay_date_today ();

  if (unit_id != NULL && sotay_unit_names_find (self->choices->names, unit_id) != NULL)
    return unit_id;
  return sotay_session_choices_get_unit (self->choices, &today);
}

static void
new_person_cb (SotayAttendancePanel *self, const char *name)
{
  if (sotay_unit_names_count (self->choices->names) > 0)
    sotay_attendance_ask_newcomer (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), self->roll,
                                   self->choices->names, choose_unit (self), name);
}

static void
unknown_cb (SotayAttendancePanel *self, const char *text)
{
  g_autofree char *told = g_strdup_printf (_("Nobody is called so: %s"), text);

  say (self, told);
}

static void
begin_roll (SotayAttendancePanel *self, SotayRecord *session)
{
  self->roll = sotay_roll_new (self->store, session);
  g_signal_connect_object (self->roll, "changed", G_CALLBACK (show_figures), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->roll, "marked", G_CALLBACK (marked_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->roll, "failed", G_CALLBACK (failed_cb), self, G_CONNECT_SWAPPED);
  sotay_attendance_entry_set_roll (self->entry, self->store, self->roll, self->choices->names, choose_unit (self));
}

/* What it still waits for holds it, and tells nobody. */
static void
drop_roll (SotayAttendancePanel *self)
{
  if (self->roll != NULL)
    g_signal_handlers_disconnect_by_data (self->roll, self);
  g_clear_object (&self->roll);
}

/* Without the trainer, who may be someone of the register: the room may see it. */
static void
show_roll (SotayAttendancePanel *self, SotayRecord *session)
{
  g_autofree char *when = sotay_session_day_and_time (session);

  if (self->roll == NULL)
    begin_roll (self, session);
  sotay_attendance_entry_set_names (self->entry, self->choices->names);
  sotay_roll_set_session (self->roll, session);
  gtk_label_set_text (self->title_label, sotay_record_get (session, SOTAY_SESSION_TITLE));
  gtk_label_set_text (self->when_label, when);
  show_figures (self);
  gtk_stack_set_visible_child_name (self->stack, "roll");
}

static void
add_session (SotayAttendancePanel *self, SotayRecord *session)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *title = g_markup_escape_text (sotay_record_get (session, SOTAY_SESSION_TITLE), -1);
  g_autofree char *when = sotay_session_day_and_time (session);
  g_autofree char *details = g_markup_escape_text (when, -1);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), details);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  sotay_record_get (session, SOTAY_SESSION_TITLE), -1);
  g_object_set_data_full (G_OBJECT (row), "session-id", g_strdup (sotay_record_get_id (session)), g_free);
  gtk_list_box_append (self->sessions_list, row);
}

static void
show_choices (SotayAttendancePanel *self)
{
  GPtrArray *sessions = self->choices->sessions;

  drop_roll (self);
  sotay_recent_marks_clear (self->recent_box);
  for (GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->sessions_list, 0); row != NULL;
       row = gtk_list_box_get_row_at_index (self->sessions_list, 0))
    gtk_list_box_remove (self->sessions_list, GTK_WIDGET (row));
  for (guint i = 0; i < sessions->len; i++)
    add_session (self, sessions->pdata[i]);
  gtk_widget_set_visible (GTK_WIDGET (self->sessions_list), sessions->len > 0);
  gtk_widget_set_visible (self->gone_label, self->session_id != NULL);
  gtk_stack_set_visible_child_name (self->stack, "choose");
}

static void
take_focus (SotayAttendancePanel *self)
{
  if (!self->wants_focus || self->choices == NULL || !gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;
  self->wants_focus = FALSE;
  gtk_widget_grab_focus (GTK_WIDGET (self));
}

static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (SotayAttendancePanel) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (SotaySessionChoices) choices = sotay_session_choices_load_finish (result, &error);
  int place;

  self->loading = FALSE;
  if (self->store == NULL)
    return;
  sotay_notice_show_error (self->notice, error);
  if (choices != NULL && !self->stale)
    {
      g_clear_pointer (&self->choices, sotay_session_choices_free);
      self->choices = g_steal_pointer (&choices);
      place = sotay_session_choices_find (self->choices, self->session_id);
      if (place >= 0)
        show_roll (self, self->choices->sessions->pdata[place]);
      else
        show_choices (self);
      take_focus (self);
    }
  if (self->stale)
    load (self);
}

static void
load (SotayAttendancePanel *self)
{
  GDate today = sotay_date_today ();

  self->stale = self->loading;
  if (self->loading || self->store == NULL)
    return;
  self->loading = TRUE;
  sotay_session_choices_load_async (self->store, self->session_id, &today, NULL, loaded_cb, g_object_ref (self));
}

static void
choose_session (SotayAttendancePanel *self, const char *id)
{
  g_free (self->session_id);
  self->session_id = g_strdup (id);
  self->wants_focus = TRUE;
  g_signal_emit (self, signals[SESSION_CHOSEN], 0, self->session_id);
  load (self);
}

static void
session_activated_cb (SotayAttendancePanel *self, GtkListBoxRow *row)
{
  choose_session (self, g_object_get_data (G_OBJECT (row), "session-id"));
}

/* Enter goes on with the show where nothing else uses it, and rows of a list do not. */
static gboolean
enter_cb (GtkWidget *list, GVariant *arguments, gpointer panel)
{
  GtkWidget *row = gtk_widget_get_focus_child (list);

  if (row != NULL)
    session_activated_cb (panel, GTK_LIST_BOX_ROW (row));
  return row != NULL;
}

/* Tab shows the overview on the wall, so it is used here. */
static gboolean
tab_cb (GtkWidget *widget, GVariant *arguments, gpointer data)
{
  SotayAttendancePanel *self = SOTAY_ATTENDANCE_PANEL (widget);
  GtkDirectionType direction = (GtkDirectionType) g_variant_get_int32 (arguments);

  if (!self->masked)
    return FALSE;
  if (!gtk_widget_child_focus (widget, direction))
    {
      gtk_root_set_focus (gtk_widget_get_root (widget), NULL);
      gtk_widget_child_focus (widget, direction);
    }
  return TRUE;
}

typedef struct
{
  SotayAttendancePanel *panel;
  SotayRecord *session;
} Adding;

static void
added_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autofree Adding *adding = data;
  g_autoptr (SotayAttendancePanel) self = adding->panel;
  g_autoptr (SotayRecord) session = adding->session;
  g_autoptr (GError) error = NULL;
  gboolean added = sotay_store_apply_finish (SOTAY_STORE (source), result, &error);

  if (self->store == NULL)
    return;
  gtk_widget_set_sensitive (self->new_button, TRUE);
  sotay_notice_show_error (self->notice, error);
  if (added)
    choose_session (self, sotay_record_get_id (session));
}

static void
new_session_cb (SotayAttendancePanel *self)
{
  GDate today = sotay_date_today ();
  gint64 now = g_get_real_time ();
  g_autoptr (SotayRecord) session = sotay_show_record_new_session (_("Training in the VNeID utilities"),
                                                                   sotay_session_choices_get_unit (self->choices,
                                                                                                   &today),
                                                                   now, 0, now);
  g_autoptr (GError) error = NULL;
  g_autoptr (SotayStep) step = sotay_edit_add_record (session, &error);
  Adding *adding;

  if (step == NULL)
    {
      sotay_notice_show_error (self->notice, error);
      return;
    }
  gtk_widget_set_sensitive (self->new_button, FALSE);
  adding = g_new0 (Adding, 1);
  adding->panel = g_object_ref (self);
  adding->session = g_object_ref (session);
  sotay_store_apply_async (self->store, step, NULL, added_cb, adding);
}

/* Esc in the empty field. */
static void
close_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  gtk_widget_activate_action (widget, "show.attendance", NULL);
}

static void
sotay_attendance_panel_dispose (GObject *object)
{
  SotayAttendancePanel *self = SOTAY_ATTENDANCE_PANEL (object);

  drop_roll (self);
  g_clear_object (&self->store);
  g_clear_pointer (&self->choices, sotay_session_choices_free);
  g_clear_pointer (&self->session_id, g_free);
  G_OBJECT_CLASS (sotay_attendance_panel_parent_class)->dispose (object);
}

static gboolean
sotay_attendance_panel_grab_focus (GtkWidget *widget)
{
  SotayAttendancePanel *self = SOTAY_ATTENDANCE_PANEL (widget);

  self->wants_focus = self->choices == NULL || !gtk_widget_get_mapped (widget);
  if (self->wants_focus)
    return TRUE;
  return self->roll != NULL ? gtk_widget_grab_focus (GTK_WIDGET (self->entry))
                            : gtk_widget_child_focus (GTK_WIDGET (self->stack), GTK_DIR_TAB_FORWARD);
}

/* Over a wall it comes with a transition: nothing in it can have the keyboard before. */
static void
sotay_attendance_panel_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (sotay_attendance_panel_parent_class)->map (widget);
  take_focus (SOTAY_ATTENDANCE_PANEL (widget));
}

static gboolean
sotay_attendance_panel_focus (GtkWidget *widget, GtkDirectionType direction)
{
  SotayAttendancePanel *self = SOTAY_ATTENDANCE_PANEL (widget);

  if (self->choices != NULL && gtk_widget_get_mapped (widget))
    return GTK_WIDGET_CLASS (sotay_attendance_panel_parent_class)->focus (widget, direction);
  self->wants_focus = TRUE;
  return FALSE;
}

static void
sotay_attendance_panel_class_init (SotayAttendancePanelClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sotay_attendance_panel_dispose;
  widget_class->grab_focus = sotay_attendance_panel_grab_focus;
  widget_class->focus = sotay_attendance_panel_focus;
  widget_class->map = sotay_attendance_panel_map;
  signals[SESSION_CHOSEN] = g_signal_new ("session-chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                          NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  g_type_ensure (SOTAY_TYPE_ATTENDANCE_ENTRY);
  g_type_ensure (SOTAY_TYPE_NOTICE);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/sotay_vneid/SotayVneid/ui/presentation/attendance-panel.ui");
  gtk_widget_class_bind_template_child (widget_class, SotayAttendancePanel, notice);
  gtk_widget_class_bind_template_child (widget_class, SotayAttendancePanel, stack);
  gtk_widget_class_bind_template_child (widget_class, SotayAttendancePanel, gone_label);
  gtk_widget_class_bind_template_child (widget_class, SotayAttendancePanel, sessions_list);
  gtk_widget_class_bind_template_child (widget_class, SotayAttendancePanel, new_button);
  gtk_widget_class_bind_template_child (widget_class, SotayAttendancePanel, title_label);
  gtk_widget_class_bind_template_child (widget_class, SotayAttendancePanel, when_label);
  gtk_widget_class_bind_template_child (widget_class, SotayAttendancePanel, count_label);
  gtk_widget_class_bind_template_child (widget_class, SotayAttendancePanel, count_caption);
  gtk_widget_class_bind_template_child (widget_class, SotayAttendancePanel, entry);
  gtk_widget_class_bind_template_child (widget_class, SotayAttendancePanel, said_label);
  gtk_widget_class_bind_template_child (widget_class, SotayAttendancePanel, recent_box);
  gtk_widget_class_bind_template_callback (widget_class, load);
  gtk_widget_class_bind_template_callback (widget_class, session_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, new_session_cb);
  gtk_widget_class_bind_template_callback (widget_class, chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, new_person_cb);
  gtk_widget_class_bind_template_callback (widget_class, unknown_cb);
  gtk_widget_class_install_action (widget_class, "attendance.close", NULL, close_cb);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Tab, 0, tab_cb, "i", GTK_DIR_TAB_FORWARD);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_ISO_Left_Tab, GDK_SHIFT_MASK, tab_cb, "i",
                                GTK_DIR_TAB_BACKWARD);
}

static void
sotay_attendance_panel_init (SotayAttendancePanel *self)
{
  GtkShortcutTrigger *enter = gtk_shortcut_trigger_parse_string ("Return|KP_Enter|space");
  GtkEventController *keys = gtk_shortcut_controller_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (keys),
                                        gtk_shortcut_new (enter, gtk_callback_action_new (enter_cb, self, NULL)));
  gtk_widget_add_controller (GTK_WIDGET (self->sessions_list), keys);
}

GtkWidget *
sotay_attendance_panel_new (SotayServices *services, const char *session_id, gboolean masked)
{
  SotayAttendancePanel *self = g_object_new (SOTAY_TYPE_ATTENDANCE_PANEL, NULL);

  g_set_object (&self->store, sotay_services_get_store (services));
  self->session_id = g_strdup (session_id);
  self->masked = masked;
  sotay_attendance_entry_set_narrow (self->entry, masked);
  g_signal_connect_object (self->store, "changed", G_CALLBACK (load), self, G_CONNECT_SWAPPED);
  load (self);
  return GTK_WIDGET (self);
}
