/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/register/attendance-page.h"

#include "app/register/attendance-dialogs.h"
#include "app/register/attendance-entry.h"
#include "app/register/attendee-row.h"
#include "app/register/list-position.h"
#include "app/register/recent-marks.h"
#include "app/register/session-text.h"
#include "app/register/step-actions.h"
#include "core/numbers.h"
#include "register/session.h"

#include <glib/gi18n-lib.h>

#define MOST_RECENT 3

struct _SotayAttendancePage
{
  AdwBin parent_instance;

  GtkLabel *title_label;
  GtkLabel *when_label;
  GtkLabel *count_label;
  GtkLabel *count_caption;
  GtkLabel *to_come_label;
  SotayNotice *notice;
  SotayAttendanceEntry *entry;
  GtkBox *recent_box;
  GtkStack *stack;
  GtkScrolledWindow *scrolled;
  GtkListView *list_view;
  GtkWidget *action_bar;

  SotayStore *store;
  SotayUnitNames *names;
  SotayRoll *roll;
  char *unit_id;
  GtkMultiSelection *selection;
};

G_DEFINE_FINAL_TYPE (SotayAttendancePage, sotay_attendance_page, ADW_TYPE_BIN)

enum
{
  CLOSED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
record_changed_cb (GtkListItem *item)
{
  GtkWidget *row = gtk_list_item_get_child (item);
  SotayAttendancePage *self = SOTAY_ATTENDANCE_PAGE (gtk_widget_get_ancestor (row, SOTAY_TYPE_ATTENDANCE_PAGE));

  if (self != NULL)
    sotay_attendee_row_show (SOTAY_ATTENDEE_ROW (row), gtk_list_item_get_item (item), self->names);
}

static void
setup_row_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer data)
{
  gtk_list_item_set_child (item, sotay_attendee_row_new ());
}

static void
bind_row_cb (GtkSignalListItemFactory *factory, GtkListItem *item, SotayAttendancePage *self)
{
  SotayAttendee *attendee = gtk_list_item_get_item (item);

  sotay_attendee_row_show (SOTAY_ATTENDEE_ROW (gtk_list_item_get_child (item)), attendee, self->names);
  g_signal_connect_object (attendee, "notify::record", G_CALLBACK (record_changed_cb), item, G_CONNECT_SWAPPED);
}

static void
unbind_row_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer data)
{
  g_signal_handlers_disconnect_by_func (gtk_list_item_get_item (item), record_changed_cb, item);
}

static GPtrArray *
dup_selected (SotayAttendancePage *self)
{
  GPtrArray *people = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GtkBitset) selected = gtk_selection_model_get_selection (GTK_SELECTION_MODEL (self->selection));

  for (guint i = 0; i < gtk_bitset_get_size (selected); i++)
    {
      g_autoptr (SotayAttendee) attendee = g_list_model_get_item (G_LIST_MODEL (self->selection),
                                                                  gtk_bitset_get_nth (selected, i));

      g_ptr_array_add (people, g_object_ref (sotay_attendee_get_staff (attendee)));
    }
  return people;
}

static void
enable_actions (SotayAttendancePage *self)
{
  g_autoptr (GtkBitset) selected = gtk_selection_model_get_selection (GTK_SELECTION_MODEL (self->selection));
  guint n_people = g_list_model_get_n_items (G_LIST_MODEL (self->selection));
  gboolean to_come = sotay_roll_is_to_come (self->roll);

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "attendance.take-out", gtk_bitset_get_size (selected) > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "attendance.remark", gtk_bitset_get_size (selected) == 1);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "attendance.mark-rest", n_people > 0 && !to_come);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "attendance.mark", !to_come);
}

static void
selected_cb (SotayAttendancePage *self)
{
  enable_actions (self);
}

static void
people_changed_cb (SotayAttendancePage *self)
{
  SotayListPosition position = sotay_list_position_take (self->scrolled, GTK_WIDGET (self->list_view));

  g_clear_object (&self->selection);
  self->selection = gtk_multi_selection_new (g_object_ref (sotay_roll_get_people (self->roll)));
  g_signal_connect_object (self->selection, "selection-changed", G_CALLBACK (selected_cb), self, G_CONNECT_SWAPPED);
  gtk_list_view_set_model (self->list_view, GTK_SELECTION_MODEL (self->selection));
  sotay_list_position_put_back (&position, self->scrolled, GTK_WIDGET (self->list_view));
  enable_actions (self);
}

static void
show_figures (SotayAttendancePage *self)
{
  guint n_people = g_list_model_get_n_items (sotay_roll_get_people (self->roll));
  gboolean to_come = sotay_roll_is_to_come (self->roll);
  g_autofree char *all = sotay_number_format (n_people);
  g_autofree char *there = sotay_number_format (sotay_roll_count_there (self->roll));
  g_autofree char *text = to_come ? g_strdup (all) : g_strdup_printf ("%s / %s", there, all);

  gtk_label_set_text (self->count_label, text);
  gtk_label_set_text (self->count_caption, to_come ? _("invited") : _("here / on the list"));
  gtk_widget_set_visible (GTK_WIDGET (self->to_come_label), to_come);
  gtk_stack_set_visible_child_name (self->stack, !sotay_roll_is_read (self->roll) ? "loading"
                                                 : n_people > 0                   ? "list"
                                                                                  : "empty");
  gtk_widget_set_visible (self->action_bar, n_people > 0);
  enable_actions (self);
}

static void
failed_cb (SotayAttendancePage *self, const GError *error)
{
  sotay_notice_show_error (self->notice, error);
}

/* A step of one person is told beside the field, where the eyes are; one of many as everywhere. */
static void
marked_cb (SotayAttendancePage *self, SotayStep *step)
{
  SotayStaff *staff = sotay_roll_find_marked (self->roll, step);
  gboolean single = sotay_step_get_changes (step)->len == 1 || sotay_step_get_kind (step) == SOTAY_STEP_ADD_STAFF;

  sotay_notice_show_error (self->notice, NULL);
  if (!single || staff == NULL)
    {
      sotay_tell_step (GTK_WIDGET (self), step);
      return;
    }
  gtk_widget_add_css_class (sotay_recent_marks_add (self->recent_box, MOST_RECENT, self->roll, step,
                                                    sotay_staff_get_name (staff), GTK_WIDGET (self->entry)),
                            "flat");
}

static void
mark (SotayAttendancePage *self, GPtrArray *people, const char *status)
{
  if (people->len > 0)
    sotay_roll_mark (self->roll, people, status, NULL);
}

/* Enter on somebody who has the mark already must not look like nothing. */
static void
tell_marked (SotayAttendancePage *self, SotayStaff *staff)
{
  g_autofree char *told = g_strdup_printf (_("Already marked: %s"), sotay_staff_get_name (staff));

  gtk_widget_activate_action (GTK_WIDGET (self), "win.show-toast", "s", told);
}

static void
chosen_cb (SotayAttendancePage *self, SotayStaff *staff)
{
  SotayAttendee *attendee = sotay_roll_find (self->roll, sotay_staff_get_id (staff));
  g_autoptr (GPtrArray) people = g_ptr_array_new ();

  if (attendee != NULL && (sotay_attendee_is_there (attendee) || sotay_roll_is_to_come (self->roll)))
    {
      tell_marked (self, staff);
      return;
    }
  g_ptr_array_add (people, staff);
  mark (self, people, sotay_roll_is_to_come (self->roll)
                          ? NULL
                          : sotay_attendance_status_to_string (SOTAY_ATTENDANCE_PRESENT));
}

static const char *
choose_unit (SotayAttendancePage *self)
{
  const char *unit_id = sotay_record_get (sotay_roll_get_session (self->roll), SOTAY_SESSION_UNIT_ID);

  if (unit_id != NULL && sotay_unit_names_find (self->names, unit_id) != NULL)
    return unit_id;
  if (self->unit_id != NULL || sotay_unit_names_count (self->names) == 0)
    return self->unit_id;
  return sotay_unit_get_id (sotay_unit_names_get (self->names, 0));
}

static void
new_person_cb (SotayAttendancePage *self, const char *name)
{
  if (sotay_unit_names_count (self->names) > 0)
    sotay_attendance_ask_newcomer (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), self->roll, self->names,
                                   choose_unit (self), name);
}

static void
unknown_cb (SotayAttendancePage *self, const char *text)
{
  g_autofree char *told = g_strdup_printf (_("Nobody is called so: %s"), text);

  gtk_widget_activate_action (GTK_WIDGET (self), "win.show-toast", "s", told);
}

/* Whom a key means: who is chosen below the field while something is typed, else who is selected in the list. */
static GPtrArray *
take_targets (SotayAttendancePage *self)
{
  SotayStaff *typed = sotay_attendance_entry_take_person (self->entry);
  GPtrArray *people;

  if (typed == NULL)
    return dup_selected (self);
  people = g_ptr_array_new_with_free_func (g_object_unref);
  g_ptr_array_add (people, typed);
  return people;
}

static void
mark_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  SotayAttendancePage *self = SOTAY_ATTENDANCE_PAGE (widget);
  const char *status = g_variant_get_string (parameter, NULL);
  g_autoptr (GPtrArray) people = take_targets (self);

  mark (self, people, *status != '\0' ? status : NULL);
}

static void
toggle (SotayAttendancePage *self)
{
  g_autoptr (GPtrArray) people = dup_selected (self);
  gboolean all_there = TRUE;

  for (guint i = 0; i < people->len; i++)
    all_there &= sotay_attendee_is_there (sotay_roll_find (self->roll, sotay_staff_get_id (people->pdata[i])));
  mark (self, people, all_there ? NULL : sotay_attendance_status_to_string (SOTAY_ATTENDANCE_PRESENT));
}

static void
mark_rest_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  SotayAttendancePage *self = SOTAY_ATTENDANCE_PAGE (widget);
  GListModel *model = sotay_roll_get_people (self->roll);
  g_autoptr (GPtrArray) people = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < g_list_model_get_n_items (model); i++)
    {
      g_autoptr (SotayAttendee) attendee = g_list_model_get_item (model, i);

      if (sotay_attendee_get_status (attendee) == NULL)
        g_ptr_array_add (people, g_object_ref (sotay_attendee_get_staff (attendee)));
    }
  mark (self, people, sotay_attendance_status_to_string (SOTAY_ATTENDANCE_ABSENT));
}

static void
take_out_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  SotayAttendancePage *self = SOTAY_ATTENDANCE_PAGE (widget);
  g_autoptr (GPtrArray) people = dup_selected (self);

  sotay_roll_take_out (self->roll, people);
}

static void
remark_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  SotayAttendancePage *self = SOTAY_ATTENDANCE_PAGE (widget);
  g_autoptr (GPtrArray) people = dup_selected (self);

  if (people->len == 1)
    sotay_attendance_ask_remark (GTK_WINDOW (gtk_widget_get_root (widget)), self->roll,
                                 sotay_roll_find (self->roll, sotay_staff_get_id (people->pdata[0])));
}

static void
invite_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  SotayAttendancePage *self = SOTAY_ATTENDANCE_PAGE (widget);

  sotay_attendance_ask_unit (GTK_WIDGET (self), self->store, sotay_roll_get_session (self->roll), self->names,
                             choose_unit (self), self->notice);
}

static void
close_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  g_signal_emit (widget, signals[CLOSED], 0);
}

static gboolean
list_key_cb (SotayAttendancePage *self, guint key, guint code, GdkModifierType state)
{
  g_autoptr (GtkBitset) selected = gtk_selection_model_get_selection (GTK_SELECTION_MODEL (self->selection));

  if (state & (GDK_CONTROL_MASK | GDK_ALT_MASK))
    return FALSE;
  if (key == GDK_KEY_Delete || key == GDK_KEY_KP_Delete)
    {
      gtk_widget_activate_action (GTK_WIDGET (self), "attendance.take-out", NULL);
      return TRUE;
    }
  if (key != GDK_KEY_space || gtk_bitset_is_empty (selected) || sotay_roll_is_to_come (self->roll))
    return FALSE;
  toggle (self);
  return TRUE;
}

/* A name that is typed means someone to be looked for, wherever the keyboard is. */
static gboolean
typed_cb (SotayAttendancePage *self, guint key, guint code, GdkModifierType state, GtkEventControllerKey *keys)
{
  if ((state & (GDK_CONTROL_MASK | GDK_ALT_MASK)) || !g_unichar_isalnum (gdk_keyval_to_unicode (key)))
    return FALSE;
  return sotay_attendance_entry_take_key (self->entry, keys);
}

/* Enter or a double click on a row, as Space. */
static void
row_activated_cb (SotayAttendancePage *self, guint position)
{
  gtk_selection_model_select_item (GTK_SELECTION_MODEL (self->selection), position, TRUE);
  if (!sotay_roll_is_to_come (self->roll))
    toggle (self);
}

static void
sotay_attendance_page_dispose (GObject *object)
{
  SotayAttendancePage *self = SOTAY_ATTENDANCE_PAGE (object);

  g_clear_object (&self->selection);
  g_clear_object (&self->roll);
  g_clear_object (&self->store);
  g_clear_object (&self->names);
  g_clear_pointer (&self->unit_id, g_free);
  G_OBJECT_CLASS (sotay_attendance_page_parent_class)->dispose (object);
}

static gboolean
sotay_attendance_page_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (SOTAY_ATTENDANCE_PAGE (widget)->entry));
}

static void
install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "attendance.mark", "s", mark_cb);
  gtk_widget_class_install_action (widget_class, "attendance.mark-rest", NULL, mark_rest_cb);
  gtk_widget_class_install_action (widget_class, "attendance.take-out", NULL, take_out_cb);
  gtk_widget_class_install_action (widget_class, "attendance.remark", NULL, remark_cb);
  gtk_widget_class_install_action (widget_class, "attendance.invite-unit", NULL, invite_cb);
  gtk_widget_class_install_action (widget_class, "attendance.close", NULL, close_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F2, 0, "attendance.mark", "s", "late");
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F3, 0, "attendance.mark", "s", "excused");
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F4, 0, "attendance.mark", "s", "absent");
}

static void
sotay_attendance_page_class_init (SotayAttendancePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sotay_attendance_page_dispose;
  widget_class->grab_focus = sotay_attendance_page_grab_focus;
  signals[CLOSED] = g_signal_new ("closed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 0);
  g_type_ensure (SOTAY_TYPE_ATTENDANCE_ENTRY);
  g_type_ensure (SOTAY_TYPE_NOTICE);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/sotay_vneid/SotayVneid/ui/register/attendance-page.ui");
  gtk_widget_class_bind_template_child (widget_class, SotayAttendancePage, title_label);
  gtk_widget_class_bind_template_child (widget_class, SotayAttendancePage, when_label);
  gtk_widget_class_bind_template_child (widget_class, SotayAttendancePage, count_label);
  gtk_widget_class_bind_template_child (widget_class, SotayAttendancePage, count_caption);
  gtk_widget_class_bind_template_child (widget_class, SotayAttendancePage, to_come_label);
  gtk_widget_class_bind_template_child (widget_class, SotayAttendancePage, notice);
  gtk_widget_class_bind_template_child (widget_class, SotayAttendancePage, entry);
  gtk_widget_class_bind_template_child (widget_class, SotayAttendancePage, recent_box);
  gtk_widget_class_bind_template_child (widget_class, SotayAttendancePage, stack);
  gtk_widget_class_bind_template_child (widget_class, SotayAttendancePage, scrolled);
  gtk_widget_class_bind_template_child (widget_class, SotayAttendancePage, list_view);
  gtk_widget_class_bind_template_child (widget_class, SotayAttendancePage, action_bar);
  gtk_widget_class_bind_template_callback (widget_class, chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, new_person_cb);
  gtk_widget_class_bind_template_callback (widget_class, unknown_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  install_actions (widget_class);
}

static void
sotay_attendance_page_init (SotayAttendancePage *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect (factory, "setup", G_CALLBACK (setup_row_cb), NULL);
  g_signal_connect_object (factory, "bind", G_CALLBACK (bind_row_cb), self, 0);
  g_signal_connect (factory, "unbind", G_CALLBACK (unbind_row_cb), NULL);
  gtk_list_view_set_factory (self->list_view, factory);
  g_object_unref (factory);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (list_key_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self->list_view), keys);
  keys = gtk_event_controller_key_new ();
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (typed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

GtkWidget *
sotay_attendance_page_new (SotayStore *store, SotayRecord *session, SotayUnitNames *names, const char *unit_id)
{
  SotayAttendancePage *self = g_object_new (SOTAY_TYPE_ATTENDANCE_PAGE, NULL);

  g_set_object (&self->store, store);
  self->unit_id = g_strdup (unit_id);
  self->roll = sotay_roll_new (store, session);
  g_signal_connect_object (self->roll, "notify::people", G_CALLBACK (people_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->roll, "changed", G_CALLBACK (show_figures), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->roll, "marked", G_CALLBACK (marked_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->roll, "failed", G_CALLBACK (failed_cb), self, G_CONNECT_SWAPPED);
  g_set_object (&self->names, names);
  sotay_attendance_entry_set_roll (self->entry, store, self->roll, names, choose_unit (self));
  people_changed_cb (self);
  sotay_attendance_page_show (self, session, names);
  return GTK_WIDGET (self);
}

void
sotay_attendance_page_show (SotayAttendancePage *self, SotayRecord *session, SotayUnitNames *names)
{
  g_autofree char *when = sotay_session_when (session);

  g_set_object (&self->names, names);
  sotay_attendance_entry_set_names (self->entry, names);
  sotay_roll_set_session (self->roll, session);
  gtk_label_set_text (self->title_label, sotay_record_get (session, SOTAY_SESSION_TITLE));
  gtk_label_set_text (self->when_label, when);
  show_figures (self);
}

gboolean
sotay_attendance_page_leave_search (SotayAttendancePage *self)
{
  return sotay_attendance_entry_clear (self->entry);
}

const char *
sotay_attendance_page_get_session_id (SotayAttendancePage *self)
{
  return sotay_record_get_id (sotay_roll_get_session (self->roll));
}
