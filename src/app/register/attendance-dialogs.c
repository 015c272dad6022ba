/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/register/attendance-dialogs.h"

#include "app/register/session-text.h"
#include "app/register/step-actions.h"
#include "app/register/unit-chooser.h"
#include "app/widgets/field-row.h"
#include "register/edit-records.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  SotayRoll *roll;
  SotayStaff *staff;
  SotayFieldRow *row;
} Remark;

typedef struct
{
  GtkWidget *widget;
  SotayStore *store;
  SotayRecord *session;
  SotayNotice *notice;
  SotayUnitChooser *row;
} Invitation;

typedef struct
{
  SotayRecord *session;
  char *unit_id;
} Guests;

typedef struct
{
  SotayRoll *roll;
  SotayFieldRow *name_row;
  SotayUnitChooser *unit_row;
} Newcomer;

static GtkWidget *
create_dialog (GtkWindow *parent, const char *heading, const char *body, const char *accept, GtkWidget *row,
               GtkWidget *second_row)
{
  GtkWidget *dialog = adw_message_dialog_new (parent, heading, body);
  GtkWidget *group = adw_preferences_group_new ();

  gtk_widget_add_css_class (group, "dialog-form");
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
  if (second_row != NULL)
    adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), second_row);
  adw_message_dialog_set_extra_child (ADW_MESSAGE_DIALOG (dialog), group);
  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "cancel", _("Cancel"));
  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "accept", accept);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "accept", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "accept");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  return dialog;
}

static void
remark_free (gpointer data, GClosure *closure)
{
  Remark *remark = data;

  g_object_unref (remark->roll);
  g_object_unref (remark->staff);
  g_free (remark);
}

static void
remark_answered_cb (AdwMessageDialog *dialog, const char *response, Remark *remark)
{
  SotayAttendee *attendee = sotay_roll_find (remark->roll, sotay_staff_get_id (remark->staff));
  g_autoptr (GPtrArray) people = g_ptr_array_new ();

  if (!g_str_equal (response, "accept") || attendee == NULL)
    return;
  g_ptr_array_add (people, remark->staff);
  sotay_roll_mark (remark->roll, people, sotay_attendee_get_status (attendee),
                   sotay_field_row_get_text (remark->row));
}

void
sotay_attendance_ask_remark (GtkWindow *parent, SotayRoll *roll, SotayAttendee *attendee)
{
  GtkWidget *row = g_object_new (SOTAY_TYPE_FIELD_ROW, "caption", _("Remark"), "activates-default", TRUE, NULL);
  GtkWidget *dialog = create_dialog (parent, _("Remark on the Attendance"),
                                     sotay_staff_get_name (sotay_attendee_get_staff (attendee)), _("Save"), row, NULL);
  Remark *remark = g_new0 (Remark, 1);

  remark->roll = g_object_ref (roll);
  remark->staff = g_object_ref (sotay_attendee_get_staff (attendee));
  remark->row = SOTAY_FIELD_ROW (row);
  sotay_field_row_set_text (remark->row,
                            sotay_record_get (sotay_attendee_get_record (attendee), SOTAY_ATTENDANCE_REMARK));
  g_signal_connect_data (dialog, "response", G_CALLBACK (remark_answered_cb), remark, remark_free, 0);
  gtk_window_present (GTK_WINDOW (dialog));
  gtk_widget_grab_focus (row);
}

static void
guests_free (gpointer data)
{
  Guests *guests = data;

  g_object_unref (guests->session);
  g_free (guests->unit_id);
  g_free (guests);
}

static SotayStep *
make_invitation (SotayStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  Guests *guests = data;
  const char *values[] = { sotay_record_get_id (guests->session), NULL };
  GDate day = sotay_session_day (guests->session);
  g_autoptr (SotayStaffQuery) query = sotay_staff_query_new (guests->unit_id, SOTAY_STAFF_MEMBERS, NULL, &day);
  g_autoptr (GPtrArray) before = NULL;
  g_autoptr (GPtrArray) staff = NULL;
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();

  before = sotay_store_list_records (store, SOTAY_RECORD_ATTENDANCE, SOTAY_ATTENDANCE_SESSION_ID, values, cancellable,
                                     error);
  staff = before != NULL ? sotay_store_list_staff (store, query, 0, 0, cancellable, error) : NULL;
  if (staff == NULL)
    return NULL;
  for (guint i = 0; i < staff->len; i++)
    g_ptr_array_add (ids, (char *) sotay_staff_get_id (staff->pdata[i]));
  g_ptr_array_add (ids, NULL);
  return sotay_edit_invite (guests->session, before, (const char *const *) ids->pdata);
}

static void
invitation_free (gpointer data, GClosure *closure)
{
  Invitation *invitation = data;

  g_object_unref (invitation->widget);
  g_object_unref (invitation->store);
  g_object_unref (invitation->session);
  g_object_unref (invitation->notice);
  g_free (invitation);
}

static void
invited_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GtkWidget) widget = data;
  SotayNotice *notice = g_object_get_data (G_OBJECT (widget), "attendance-notice");
  g_autoptr (GError) error = NULL;
  g_autoptr (SotayStep) step = sotay_do_step_finish (result, &error);

  if (gtk_widget_get_root (widget) == NULL)
    return;
  sotay_notice_show_error (notice, error);
  gtk_widget_grab_focus (widget);
  if (step != NULL)
    sotay_tell_step (widget, step);
}

static void
unit_answered_cb (AdwMessageDialog *dialog, const char *response, Invitation *invitation)
{
  SotayUnit *unit = sotay_unit_chooser_get_unit (invitation->row);
  Guests *guests;

  if (!g_str_equal (response, "accept") || unit == NULL)
    return;
  guests = g_new0 (Guests, 1);
  guests->session = g_object_ref (invitation->session);
  guests->unit_id = g_strdup (sotay_unit_get_id (unit));
  g_object_set_data (G_OBJECT (invitation->widget), "attendance-notice", invitation->notice);
  sotay_do_step_async (invitation->store, make_invitation, guests, guests_free, NULL, invited_cb,
                       g_object_ref (invitation->widget));
}

void
sotay_attendance_ask_unit (GtkWidget *widget, SotayStore *store, SotayRecord *session, SotayUnitNames *names,
                           const char *unit_id, SotayNotice *notice)
{
  GtkWidget *row = g_object_new (SOTAY_TYPE_UNIT_CHOOSER, "caption", _("Unit"), NULL);
  GtkWidget *dialog = create_dialog (GTK_WINDOW (gtk_widget_get_root (widget)), _("Invite a Whole Unit"),
                                     _("Everyone of the unit and of the units below it comes on the list."),
                                     _("Invite"), row, NULL);
  Invitation *invitation = g_new0 (Invitation, 1);

  invitation->widget = g_object_ref (widget);
  invitation->store = g_object_ref (store);
  invitation->session = g_object_ref (session);
  invitation->notice = g_object_ref (notice);
  invitation->row = SOTAY_UNIT_CHOOSER (row);
  sotay_unit_chooser_set_units (invitation->row, names, NULL, unit_id);
  g_signal_connect_data (dialog, "response", G_CALLBACK (unit_answered_cb), invitation, invitation_free, 0);
  gtk_window_present (GTK_WINDOW (dialog));
  gtk_widget_grab_focus (gtk_window_get_default_widget (GTK_WINDOW (dialog)));
}

static void
newcomer_free (gpointer data, GClosure *closure)
{
  Newcomer *newcomer = data;

  g_object_unref (newcomer->roll);
  g_free (newcomer);
}

static void
newcomer_answered_cb (AdwMessageDialog *dialog, const char *response, Newcomer *newcomer)
{
  SotayUnit *unit = sotay_unit_chooser_get_unit (newcomer->unit_row);
  g_autoptr (SotayStaff) staff = NULL;

  if (!g_str_equal (response, "accept") || unit == NULL)
    return;
  staff = sotay_staff_new (NULL, sotay_field_row_get_text (newcomer->name_row), sotay_unit_get_id (unit));
  sotay_roll_add_person (newcomer->roll, staff);
}

void
sotay_attendance_ask_newcomer (GtkWindow *parent, SotayRoll *roll, SotayUnitNames *names, const char *unit_id,
                               const char *name)
{
  GtkWidget *name_row = g_object_new (SOTAY_TYPE_FIELD_ROW, "caption", _("Full name"), "activates-default", TRUE, NULL);
  GtkWidget *unit_row = g_object_new (SOTAY_TYPE_UNIT_CHOOSER, "caption", _("Unit"), NULL);
  GtkWidget *dialog = create_dialog (parent, _("Add Someone New"), _("They are not in the register yet."), _("Add"),
                                     name_row, unit_row);
  Newcomer *newcomer = g_new0 (Newcomer, 1);

  newcomer->roll = g_object_ref (roll);
  newcomer->name_row = SOTAY_FIELD_ROW (name_row);
  newcomer->unit_row = SOTAY_UNIT_CHOOSER (unit_row);
  sotay_field_row_set_text (newcomer->name_row, name);
  sotay_unit_chooser_set_units (newcomer->unit_row, names, NULL, unit_id);
  g_signal_connect_data (dialog, "response", G_CALLBACK (newcomer_answered_cb), newcomer, newcomer_free, 0);
  gtk_window_present (GTK_WINDOW (dialog));
  gtk_widget_grab_focus (name_row);
}
