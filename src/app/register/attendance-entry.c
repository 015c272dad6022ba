/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/register/attendance-entry.h"

#include "app/register/attendee-row.h"
#include "core/text.h"

#include <glib/gi18n-lib.h>

#define MOST_MATCHES 6

struct _SotayAttendanceEntry
{
  AdwBin parent_instance;

  GtkSearchEntry *entry;
  GtkWidget *frame;
  GtkListBox *matches;

  SotayStore *store;
  SotayRoll *roll;
  SotayUnitNames *names;
  char *unit_id;
  GPtrArray *others;      /* what the register answered to what is typed; NULL: not yet */
  GCancellable *asking;
  gboolean moved;         /* the choice is the person's own */
  gboolean narrow;        /* it stands at the side of a show … */
  gboolean masked;        /* … and the room sees it */
};

typedef struct
{
  char *unit_id;
  char *text;
} Question;

typedef struct
{
  SotayAttendanceEntry *entry;
  char *text;
  gboolean entered; /* Enter was pressed: the best one is taken, whoever it is */
} Asking;

G_DEFINE_FINAL_TYPE (SotayAttendanceEntry, sotay_attendance_entry, ADW_TYPE_BIN)

enum
{
  CHOSEN,
  NEW_PERSON,
  UNKNOWN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
question_free (gpointer data)
{
  Question *question = data;

  g_free (question->unit_id);
  g_free (question->text);
  g_free (question);
}

static void
asking_free (Asking *asking)
{
  g_object_unref (asking->entry);
  g_free (asking->text);
  g_free (asking);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Asking, asking_free)

static char *
dup_typed (SotayAttendanceEntry *self)
{
  char *text = sotay_text_tidy (gtk_editable_get_text (GTK_EDITABLE (self->entry)));

  return text != NULL ? text : g_strdup ("");
}

static SotayAttendee *
get_attendee (GtkListBoxRow *row)
{
  return row != NULL ? g_object_get_data (G_OBJECT (row), "attendee") : NULL;
}

/* Whether a mark of this person says something new. */
static gboolean
is_awaited (SotayAttendanceEntry *self, SotayAttendee *attendee)
{
  if (sotay_attendee_get_record (attendee) == NULL)
    return TRUE;
  return sotay_attendee_get_status (attendee) == NULL && !sotay_roll_is_to_come (self->roll);
}

static void
add_match (SotayAttendanceEntry *self, SotayAttendee *attendee)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *content = sotay_attendee_row_new ();

  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), content);
  g_object_set_data_full (G_OBJECT (row), "attendee", g_object_ref (attendee), g_object_unref);
  if (self->narrow)
    sotay_attendee_row_set_narrow (SOTAY_ATTENDEE_ROW (content), self->masked);
  sotay_attendee_row_show (SOTAY_ATTENDEE_ROW (content), attendee, self->names);
  gtk_list_box_append (self->matches, row);
}

static void
add_new_person (SotayAttendanceEntry *self, const char *name)
{
  g_autofree char *text = g_strdup_printf (_("Add someone new: %s…"), name);
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_MIDDLE);
  gtk_widget_add_css_class (label, "new-person");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), label);
  gtk_list_box_append (self->matches, row);
}

static void
clear_matches (SotayAttendanceEntry *self)
{
  for (GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->matches, 0); row != NULL;
       row = gtk_list_box_get_row_at_index (self->matches, 0))
    gtk_list_box_remove (self->matches, GTK_WIDGET (row));
}

static char *
dup_chosen_id (SotayAttendanceEntry *self)
{
  SotayAttendee *attendee = get_attendee (gtk_list_box_get_selected_row (self->matches));

  return self->moved && attendee != NULL ? g_strdup (sotay_staff_get_id (sotay_attendee_get_staff (attendee))) : NULL;
}

static void
choose_row (SotayAttendanceEntry *self, const char *chosen_id)
{
  GtkListBoxRow *first = gtk_list_box_get_row_at_index (self->matches, 0);

  for (int i = 0; chosen_id != NULL && gtk_list_box_get_row_at_index (self->matches, i) != NULL; i++)
    {
      SotayAttendee *attendee = get_attendee (gtk_list_box_get_row_at_index (self->matches, i));

      if (attendee != NULL && g_str_equal (sotay_staff_get_id (sotay_attendee_get_staff (attendee)), chosen_id))
        {
          gtk_list_box_select_row (self->matches, gtk_list_box_get_row_at_index (self->matches, i));
          return;
        }
    }
  self->moved = FALSE;
  /* Someone new is added on purpose only. */
  gtk_list_box_select_row (self->matches, get_attendee (first) != NULL ? first : NULL);
}

static void
update (SotayAttendanceEntry *self)
{
  g_autofree char *typed = dup_typed (self);
  g_autofree char *chosen_id = dup_chosen_id (self);
  g_autoptr (GPtrArray) matches = NULL;

  if (self->roll == NULL)
    return;
  clear_matches (self);
  gtk_widget_set_visible (self->frame, FALSE);
  if (*typed == '\0')
    return;
  matches = sotay_roll_match (self->roll, self->names, typed, self->others);
  for (guint i = 0; i < matches->len && i < MOST_MATCHES; i++)
    add_match (self, matches->pdata[i]);
  if (self->others != NULL && !self->masked)
    add_new_person (self, typed);
  gtk_widget_set_visible (self->frame, gtk_list_box_get_row_at_index (self->matches, 0) != NULL);
  choose_row (self, chosen_id);
}

static void
add_people (GPtrArray *people, GPtrArray *more)
{
  for (guint i = 0; i < more->len; i++)
    {
      gboolean known = FALSE;

      for (guint j = 0; j < people->len && !known; j++)
        known = g_str_equal (sotay_staff_get_id (people->pdata[j]), sotay_staff_get_id (more->pdata[i]));
      if (!known)
        g_ptr_array_add (people, g_object_ref (more->pdata[i]));
    }
}

/* The unit's own people first; where they are few, others of the register too. */
static void
ask_in_thread (GTask *task, gpointer store, gpointer data, GCancellable *cancellable)
{
  Question *question = data;
  const char *units[] = { question->unit_id, NULL };
  g_autoptr (GPtrArray) people = g_ptr_array_new_with_free_func (g_object_unref);
  GError *error = NULL;

  for (guint i = question->unit_id != NULL ? 0 : 1; i < 2 && people->len < MOST_MATCHES; i++)
    {
      g_autoptr (SotayStaffQuery) query = sotay_staff_query_new (units[i], SOTAY_STAFF_MEMBERS, question->text, NULL);
      g_autoptr (GPtrArray) found = sotay_store_list_staff (store, query, 0, 2 * MOST_MATCHES, cancellable, &error);

      if (found == NULL)
        {
          g_task_return_error (task, error);
          return;
        }
      add_people (people, found);
    }
  g_task_return_pointer (task, g_steal_pointer (&people), (GDestroyNotify) g_ptr_array_unref);
}

static gboolean
is_typed (SotayAttendanceEntry *self, const char *text)
{
  g_autofree char *typed = dup_typed (self);

  return g_str_equal (typed, text);
}

/* Nobody is called so: the text comes back, unless the next name is there by now. */
static void
give_back (SotayAttendanceEntry *self, const char *text, GPtrArray *people)
{
  if (!is_typed (self, ""))
    {
      g_signal_emit (self, signals[UNKNOWN], 0, text);
      return;
    }
  gtk_editable_set_text (GTK_EDITABLE (self->entry), text);
  gtk_editable_select_region (GTK_EDITABLE (self->entry), 0, -1); /* the next name takes its place */
  self->others = g_ptr_array_ref (people);
  update (self);
  if (self->masked)
    g_signal_emit (self, signals[UNKNOWN], 0, text);
}

static void
asked_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Asking) asking = data;
  SotayAttendanceEntry *self = asking->entry;
  g_autoptr (GPtrArray) people = g_task_propagate_pointer (G_TASK (result), NULL);
  g_autoptr (GPtrArray) matches = NULL;

  if (self->roll == NULL || people == NULL)
    return;
  if (!asking->entered && is_typed (self, asking->text))
    {
      g_clear_pointer (&self->others, g_ptr_array_unref);
      self->others = g_ptr_array_ref (people);
      update (self);
    }
  if (!asking->entered)
    return;
  matches = sotay_roll_match (self->roll, self->names, asking->text, people);
  if (matches->len > 0)
    g_signal_emit (self, signals[CHOSEN], 0, sotay_attendee_get_staff (matches->pdata[0]));
  else
    give_back (self, asking->text, people);
}

static void
ask (SotayAttendanceEntry *self, const char *text, gboolean entered)
{
  Asking *asking = g_new0 (Asking, 1);
  Question *question = g_new0 (Question, 1);
  g_autoptr (GTask) task = NULL;

  asking->entry = g_object_ref (self);
  asking->text = g_strdup (text);
  asking->entered = entered;
  question->unit_id = g_strdup (self->unit_id);
  question->text = g_strdup (text);
  task = g_task_new (self->store, entered ? NULL : self->asking, asked_cb, asking);
  g_task_set_source_tag (task, ask);
  g_task_set_task_data (task, question, question_free);
  g_task_run_in_thread (task, ask_in_thread);
}

static void
text_changed_cb (SotayAttendanceEntry *self)
{
  g_clear_pointer (&self->others, g_ptr_array_unref);
  self->moved = FALSE;
  update (self);
}

/* A moment after the last letter. */
static void
search_changed_cb (SotayAttendanceEntry *self)
{
  g_autofree char *typed = dup_typed (self);

  g_cancellable_cancel (self->asking);
  g_clear_object (&self->asking);
  if (*typed == '\0' || self->others != NULL || self->roll == NULL)
    return;
  self->asking = g_cancellable_new ();
  ask (self, typed, FALSE);
}

static void
choose (SotayAttendanceEntry *self, GtkListBoxRow *row)
{
  SotayAttendee *attendee = get_attendee (row);
  g_autofree char *typed = dup_typed (self);
  g_autoptr (SotayStaff) staff = attendee != NULL ? g_object_ref (sotay_attendee_get_staff (attendee)) : NULL;

  gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
  if (staff != NULL)
    g_signal_emit (self, signals[CHOSEN], 0, staff);
  else
    g_signal_emit (self, signals[NEW_PERSON], 0, typed);
}

static void
row_activated_cb (SotayAttendanceEntry *self, GtkListBoxRow *row)
{
  choose (self, row);
}

static void
enter_cb (SotayAttendanceEntry *self)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->matches);
  g_autofree char *typed = dup_typed (self);

  if (*typed == '\0' || self->roll == NULL)
    return;
  if (row != NULL && (self->moved || self->others != NULL || is_awaited (self, get_attendee (row))))
    choose (self, row);
  else if (self->others != NULL && self->masked)
    {
      gtk_editable_select_region (GTK_EDITABLE (self->entry), 0, -1);
      g_signal_emit (self, signals[UNKNOWN], 0, typed);
    }
  else if (self->others != NULL)
    {
      /* Someone new: Enter once more adds them, the next name takes the place of this one. */
      gtk_list_box_select_row (self->matches, gtk_list_box_get_row_at_index (self->matches, 0));
      gtk_editable_select_region (GTK_EDITABLE (self->entry), 0, -1);
    }
  else
    {
      gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
      ask (self, typed, TRUE);
    }
}

/* Esc, which a search field keeps to itself: first what is typed goes, then the page. */
static void
leave_cb (SotayAttendanceEntry *self)
{
  if (!sotay_attendance_entry_clear (self))
    gtk_widget_activate_action (GTK_WIDGET (self), "attendance.close", NULL);
}

static gboolean
key_cb (SotayAttendanceEntry *self, guint key, guint code, GdkModifierType state)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->matches);
  int place = row != NULL ? gtk_list_box_row_get_index (row) : -1;
  GtkListBoxRow *next = NULL;

  if (key == GDK_KEY_Down || key == GDK_KEY_KP_Down)
    next = gtk_list_box_get_row_at_index (self->matches, place + 1);
  else if ((key == GDK_KEY_Up || key == GDK_KEY_KP_Up) && place > 0)
    next = gtk_list_box_get_row_at_index (self->matches, place - 1);
  if (next == NULL)
    return FALSE;
  self->moved = TRUE;
  gtk_list_box_select_row (self->matches, next);
  return TRUE;
}

static void
sotay_attendance_entry_dispose (GObject *object)
{
  SotayAttendanceEntry *self = SOTAY_ATTENDANCE_ENTRY (object);

  g_cancellable_cancel (self->asking);
  g_clear_object (&self->asking);
  g_clear_object (&self->store);
  g_clear_object (&self->roll);
  g_clear_object (&self->names);
  g_clear_pointer (&self->unit_id, g_free);
  g_clear_pointer (&self->others, g_ptr_array_unref);
  G_OBJECT_CLASS (sotay_attendance_entry_parent_class)->dispose (object);
}

static gboolean
sotay_attendance_entry_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (SOTAY_ATTENDANCE_ENTRY (widget)->entry));
}

static void
sotay_attendance_entry_class_init (SotayAttendanceEntryClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GType type = G_TYPE_FROM_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sotay_attendance_entry_dispose;
  widget_class->grab_focus = sotay_attendance_entry_grab_focus;
  signals[CHOSEN] = g_signal_new ("chosen", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                  SOTAY_TYPE_STAFF);
  signals[NEW_PERSON] = g_signal_new ("new-person", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                      G_TYPE_STRING);
  signals[UNKNOWN] = g_signal_new ("unknown", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                   G_TYPE_STRING);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/sotay_vneid/SotayVneid/ui/register/attendance-entry.ui");
  gtk_widget_class_bind_template_child (widget_class, SotayAttendanceEntry, entry);
  gtk_widget_class_bind_template_child (widget_class, SotayAttendanceEntry, frame);
  gtk_widget_class_bind_template_child (widget_class, SotayAttendanceEntry, matches);
  gtk_widget_class_bind_template_callback (widget_class, text_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, enter_cb);
  gtk_widget_class_bind_template_callback (widget_class, leave_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
}

static void
sotay_attendance_entry_init (SotayAttendanceEntry *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self->entry), keys);
}

void
sotay_attendance_entry_set_roll (SotayAttendanceEntry *self, SotayStore *store, SotayRoll *roll,
                                 SotayUnitNames *names, const char *unit_id)
{
  if (self->roll != NULL)
    g_signal_handlers_disconnect_by_func (self->roll, update, self);
  g_set_object (&self->store, store);
  g_set_object (&self->roll, roll);
  g_set_object (&self->names, names);
  g_free (self->unit_id);
  self->unit_id = g_strdup (unit_id);
  g_signal_connect_object (roll, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
}

void
sotay_attendance_entry_set_narrow (SotayAttendanceEntry *self, gboolean masked)
{
  self->narrow = TRUE;
  self->masked = masked;
}

void
sotay_attendance_entry_set_names (SotayAttendanceEntry *self, SotayUnitNames *names)
{
  g_set_object (&self->names, names);
}

gboolean
sotay_attendance_entry_take_key (SotayAttendanceEntry *self, GtkEventControllerKey *keys)
{
  GtkText *text = GTK_TEXT (gtk_editable_get_delegate (GTK_EDITABLE (self->entry)));

  gtk_text_grab_focus_without_selecting (text);
  gtk_editable_set_position (GTK_EDITABLE (self->entry), -1);
  return gtk_event_controller_key_forward (keys, GTK_WIDGET (text));
}

SotayStaff *
sotay_attendance_entry_take_person (SotayAttendanceEntry *self)
{
  SotayAttendee *attendee = get_attendee (gtk_list_box_get_selected_row (self->matches));
  SotayStaff *staff = attendee != NULL ? g_object_ref (sotay_attendee_get_staff (attendee)) : NULL;

  if (staff != NULL)
    sotay_attendance_entry_clear (self);
  return staff;
}

gboolean
sotay_attendance_entry_clear (SotayAttendanceEntry *self)
{
  if (*gtk_editable_get_text (GTK_EDITABLE (self->entry)) == '\0')
    return FALSE;
  gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
  return TRUE;
}
