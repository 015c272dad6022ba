/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/register/staff-page-private.h"

#include "app/register/erase-dialog.h"
#include "app/register/people-dialog.h"
#include "app/register/staff-change.h"
#include "app/register/staff-columns.h"
#include "app/register/staff-dialog.h"
#include "app/register/staff-fetch.h"
#include "app/register/step-actions.h"
#include "app/register/trained-dialog.h"
#include "core/dates.h"
#include "register/edit.h"
#include "register/register-error.h"

#include <glib/gi18n-lib.h>

/* What takes longer is seen to take time. */
#define MOMENT_MS 400

typedef void (*PeopleFunc) (SotayStaffPage *self, GPtrArray *people);

typedef struct
{
  SotayStaffPage *page;
  PeopleFunc func;
} WithPeople;

typedef struct
{
  SotayStaffPage *page;
  SotayStep *step;
} Saving;

static void
people_fetched_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autofree WithPeople *with = data;
  g_autoptr (SotayStaffPage) self = with->page;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) people = sotay_staff_fetch_people_finish (result, &error);

  if (g_error_matches (error, SOTAY_REGISTER_ERROR, SOTAY_REGISTER_ERROR_CONFLICT))
    {
      gtk_widget_activate_action (GTK_WIDGET (self), "win.show-toast", "s",
                                  _("The list has just changed, so nothing was done: please select again"));
      sotay_staff_page_reload (self, TRUE);
      return;
    }
  sotay_notice_show_error (self->notice, error);
  if (people != NULL && self->working == NULL)
    with->func (self, people);
}

/* Calls @func with the people selected; those that the list has not loaded are asked of the store. */
static void
with_selected (SotayStaffPage *self, PeopleFunc func)
{
  g_autoptr (GPtrArray) people = sotay_staff_table_dup_selected (self->table);
  g_autoptr (GtkBitset) positions = NULL;
  WithPeople *with;

  if (people != NULL)
    {
      func (self, people);
      return;
    }
  with = g_new0 (WithPeople, 1);
  with->page = g_object_ref (self);
  with->func = func;
  positions = sotay_staff_table_dup_selection (self->table);
  sotay_staff_fetch_people_async (sotay_register_tab_get_store (self), sotay_staff_table_get_list (self->table),
                                  positions, NULL, people_fetched_cb, with);
}

/* A change that takes longer than a moment gives way to its progress, and can be cancelled. Shorter ones leave the
   buttons, and the keyboard in them, alone. */
static gboolean
show_working_cb (gpointer data)
{
  SotayStaffPage *self = data;

  self->working_timeout = 0;
  gtk_widget_set_visible (self->working_box, TRUE);
  gtk_widget_set_visible (self->actions_box, FALSE);
  gtk_widget_child_focus (self->working_box, GTK_DIR_TAB_FORWARD);
  return G_SOURCE_REMOVE;
}

static void
stop_working (SotayStaffPage *self)
{
  g_clear_handle_id (&self->working_timeout, g_source_remove);
  g_clear_object (&self->working);
  gtk_widget_set_visible (self->actions_box, TRUE);
  if (!gtk_widget_get_visible (self->working_box))
    return;
  gtk_widget_set_visible (self->working_box, FALSE);
  gtk_widget_grab_focus (GTK_WIDGET (self->table));
}

static void
changed_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (SotayStaffPage) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (SotayStep) step = sotay_do_step_finish (result, &error);

  if (sotay_register_tab_get_store (self) == NULL)
    return;
  stop_working (self);
  if (step != NULL)
    sotay_tell_step (GTK_WIDGET (self), step);
  sotay_notice_show_error (self->notice, g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) ? NULL : error);
}

static void
start_working (SotayStaffPage *self)
{
  self->working = g_cancellable_new ();
  self->working_timeout = g_timeout_add (MOMENT_MS, show_working_cb, self);
}

static void
accepted_cb (SotayStaffPage *self, GPtrArray *people, const GDate *day, gboolean passed, const char *reason)
{
  if (self->working != NULL)
    return;
  start_working (self);
  sotay_staff_mark_async (sotay_register_tab_get_store (self), people, day, passed, reason, self->working, changed_cb,
                          g_object_ref (self));
}

static void
mark_people (SotayStaffPage *self, GPtrArray *people)
{
  GtkWidget *dialog = sotay_trained_dialog_new (sotay_staff_page_get_window (self), people);

  sotay_staff_page_keep_selected (self, people);
  g_signal_connect_object (dialog, "accepted", G_CALLBACK (accepted_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
unmark_people (SotayStaffPage *self, GPtrArray *people)
{
  sotay_staff_page_keep_selected (self, people);
  start_working (self);
  sotay_staff_mark_async (sotay_register_tab_get_store (self), people, NULL, FALSE, NULL, self->working, changed_cb,
                          g_object_ref (self));
}

static void
task_accepted_cb (SotayStaffPage *self, SotayPeopleDialog *dialog)
{
  if (self->working != NULL)
    return;
  start_working (self);
  sotay_people_dialog_apply_async (dialog, sotay_register_tab_get_store (self), self->working, changed_cb,
                                   g_object_ref (self));
}

static void
show_task (SotayStaffPage *self, GPtrArray *people, SotayPeopleTask task)
{
  GtkWidget *dialog = sotay_people_dialog_new (sotay_staff_page_get_window (self), task, self->names, people);

  sotay_staff_page_keep_selected (self, people);
  g_signal_connect_object (dialog, "accepted", G_CALLBACK (task_accepted_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
change_people (SotayStaffPage *self, GPtrArray *people)
{
  show_task (self, people, SOTAY_PEOPLE_EDIT);
}

static void
transfer_people (SotayStaffPage *self, GPtrArray *people)
{
  show_task (self, people, SOTAY_PEOPLE_TRANSFER);
}

static void
leave_people (SotayStaffPage *self, GPtrArray *people)
{
  show_task (self, people, SOTAY_PEOPLE_LEAVE);
}

static void
erased_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (SotayStaffPage) self = data;
  g_autoptr (GError) error = NULL;
  gboolean erased = sotay_store_anonymise_staff_finish (SOTAY_STORE (source), result, &error);

  if (sotay_register_tab_get_store (self) == NULL)
    return;
  stop_working (self);
  sotay_notice_show_error (self->notice, error);
  if (erased)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.show-toast", "s", _("The person’s data were erased for good"));
}

static void
erase_accepted_cb (SotayStaffPage *self, SotayStaff *staff)
{
  if (self->working != NULL)
    return;
  start_working (self);
  sotay_store_anonymise_staff_async (sotay_register_tab_get_store (self), sotay_staff_get_id (staff),
                                     _("Person who left"), self->working, erased_cb, g_object_ref (self));
}

/* Whoever still works here is needed by name. */
static void
erase_people (SotayStaffPage *self, GPtrArray *people)
{
  const char *left_on = sotay_staff_get_field (people->pdata[0], SOTAY_STAFF_LEFT_ON);
  GDate today = sotay_date_today ();
  g_autofree char *iso = sotay_date_to_iso (&today);
  GtkWidget *dialog;

  if (left_on == NULL || g_strcmp0 (left_on, iso) > 0)
    {
      gtk_widget_activate_action (GTK_WIDGET (self), "win.show-toast", "s",
                                  _("Only the data of someone who has left can be erased"));
      return;
    }
  dialog = sotay_erase_dialog_new (sotay_staff_page_get_window (self), people->pdata[0]);
  g_signal_connect_object (dialog, "accepted", G_CALLBACK (erase_accepted_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
remove_people (SotayStaffPage *self, GPtrArray *people)
{
  start_working (self);
  sotay_staff_remove_async (sotay_register_tab_get_store (self), people, self->working, changed_cb,
                            g_object_ref (self));
}

static void
cancel_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  g_cancellable_cancel (SOTAY_STAFF_PAGE (widget)->working);
}

static void
task_wanted_cb (SotayStaffPage *self, SotayStaff *staff, const char *action)
{
  g_autoptr (GPtrArray) people = g_ptr_array_new_with_free_func (g_object_unref);

  g_ptr_array_add (people, g_object_ref (staff));
  if (g_str_equal (action, "staff.transfer"))
    transfer_people (self, people);
  else if (g_str_equal (action, "staff.leave"))
    leave_people (self, people);
  else
    erase_people (self, people);
}

static void
show_dialog (SotayStaffPage *self, SotayStaff *staff)
{
  GtkWidget *dialog = sotay_staff_dialog_new (sotay_staff_page_get_window (self), sotay_register_tab_get_store (self),
                                              self->names, staff, self->unit_id);

  g_signal_connect_object (dialog, "saved", G_CALLBACK (sotay_staff_page_reveal), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (dialog, "task-wanted", G_CALLBACK (task_wanted_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
edit_people (SotayStaffPage *self, GPtrArray *people)
{
  if (people->len > 0)
    show_dialog (self, people->pdata[0]);
}

static void
copy_people (SotayStaffPage *self, GPtrArray *people)
{
  g_autofree char *text = sotay_staff_columns_to_text (people, self->names,
                                                       sotay_staff_table_get_shown_columns (self->table));

  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), text);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.show-toast", "s", _("Copied"));
}

static void
selected_action_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  static const struct
  {
    const char *action;
    PeopleFunc func;
  } funcs[] = {
    { "staff.mark", mark_people }, { "staff.unmark", unmark_people }, { "staff.remove", remove_people },
    { "staff.edit", edit_people }, { "staff.copy", copy_people },
    { "staff.change", change_people }, { "staff.transfer", transfer_people }, { "staff.leave", leave_people },
    { "staff.erase", erase_people },
  };
  SotayStaffPage *self = SOTAY_STAFF_PAGE (widget);

  if (self->working != NULL || sotay_staff_table_is_editing (self->table))
    return;
  for (gsize i = 0; i < G_N_ELEMENTS (funcs); i++)
    if (g_str_equal (action, funcs[i].action))
      with_selected (self, funcs[i].func);
}

static void
add_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  show_dialog (SOTAY_STAFF_PAGE (widget), NULL);
}

static void
edited_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autofree Saving *saving = data;
  g_autoptr (SotayStaffPage) self = saving->page;
  g_autoptr (SotayStep) step = saving->step;
  g_autoptr (GError) error = NULL;
  gboolean saved = sotay_store_apply_finish (SOTAY_STORE (source), result, &error);

  if (sotay_register_tab_get_store (self) == NULL)
    return;
  sotay_notice_show_error (self->notice, error);
  if (!saved)
    {
      sotay_staff_table_keep_editing (self->table);
      return;
    }
  sotay_staff_table_stop_editing (self->table);
  sotay_tell_step (GTK_WIDGET (self), step);
}

void
sotay_staff_page_save_edited (SotayStaffPage *self, SotayStaff *before, SotayStaff *after)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SotayStep) step = sotay_edit_change_staff (before, after, &error);
  Saving *saving;

  sotay_notice_show_error (self->notice, error);
  if (step == NULL)
    {
      sotay_staff_table_keep_editing (self->table);
      return;
    }
  if (sotay_step_get_changes (step)->len == 0)
    {
      sotay_staff_table_stop_editing (self->table);
      return;
    }
  saving = g_new0 (Saving, 1);
  saving->page = g_object_ref (self);
  saving->step = g_object_ref (step);
  sotay_store_apply_async (sotay_register_tab_get_store (self), step, NULL, edited_cb, saving);
}

void
sotay_staff_page_update_actions (SotayStaffPage *self)
{
  guint n_selected = sotay_staff_table_get_n_selected (self->table);
  GtkWidget *widget = GTK_WIDGET (self);

  gtk_widget_action_set_enabled (widget, "staff.edit", n_selected == 1);
  gtk_widget_action_set_enabled (widget, "staff.erase", n_selected == 1);
  gtk_widget_action_set_enabled (widget, "staff.mark", n_selected > 0);
  gtk_widget_action_set_enabled (widget, "staff.unmark", n_selected > 0);
  gtk_widget_action_set_enabled (widget, "staff.remove", n_selected > 0);
  gtk_widget_action_set_enabled (widget, "staff.copy", n_selected > 0);
  gtk_widget_action_set_enabled (widget, "staff.leave", n_selected > 0);
  gtk_widget_action_set_enabled (widget, "staff.transfer", n_selected > 0);
  gtk_widget_action_set_enabled (widget, "staff.change", n_selected > 0);
}

void
sotay_staff_page_install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "staff.add", NULL, add_cb);
  gtk_widget_class_install_action (widget_class, "staff.edit", NULL, selected_action_cb);
  gtk_widget_class_install_action (widget_class, "staff.mark", NULL, selected_action_cb);
  gtk_widget_class_install_action (widget_class, "staff.unmark", NULL, selected_action_cb);
  gtk_widget_class_install_action (widget_class, "staff.remove", NULL, selected_action_cb);
  gtk_widget_class_install_action (widget_class, "staff.copy", NULL, selected_action_cb);
  gtk_widget_class_install_action (widget_class, "staff.change", NULL, selected_action_cb);
  gtk_widget_class_install_action (widget_class, "staff.transfer", NULL, selected_action_cb);
  gtk_widget_class_install_action (widget_class, "staff.leave", NULL, selected_action_cb);
  gtk_widget_class_install_action (widget_class, "staff.erase", NULL, selected_action_cb);
  gtk_widget_class_install_action (widget_class, "staff.cancel", NULL, cancel_cb);
}
