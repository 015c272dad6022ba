/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/register/register-view-private.h"

#include "app/register/end-unit-dialog.h"
#include "app/register/step-actions.h"
#include "app/register/unit-dialog.h"
#include "register/edit-membership.h"
#include "register/edit.h"

typedef struct
{
  SotayUnit *unit;
  GPtrArray *units;
} Removal;

typedef struct
{
  SotayUnit *unit;
  GPtrArray *units;
  SotayUnitEnding ending;
  SotayUnit *successor; /* NULL for a unit that is closed */
  GDate day;
} End;

static void
unit_accepted_cb (SotayRegisterView *self, SotayStep *step, const char *unit_id)
{
  g_free (self->awaited_unit_id);
  self->awaited_unit_id = g_strdup (unit_id);
  sotay_apply_step (GTK_WIDGET (self), sotay_services_get_store (self->services), step, self->notice);
}

static void
show_unit_dialog (SotayRegisterView *self, SotayUnit *unit)
{
  GtkWindow *window = GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self)));
  GtkWidget *dialog = sotay_unit_dialog_new (window, self->names, unit, sotay_unit_tree_get_unit_id (self->unit_tree));

  g_signal_connect_object (dialog, "accepted", G_CALLBACK (unit_accepted_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
add_unit_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  SotayRegisterView *self = SOTAY_REGISTER_VIEW (widget);

  if (self->names != NULL)
    show_unit_dialog (self, NULL);
}

static void
edit_unit_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  SotayRegisterView *self = SOTAY_REGISTER_VIEW (widget);

  show_unit_dialog (self, sotay_register_view_get_unit (self));
}

static Removal *
removal_new (SotayUnit *unit, GPtrArray *units)
{
  Removal *removal = g_new0 (Removal, 1);

  removal->unit = g_object_ref (unit);
  removal->units = units;
  return removal;
}

static void
removal_free (Removal *removal)
{
  g_object_unref (removal->unit);
  g_ptr_array_unref (removal->units);
  g_free (removal);
}

static SotayStep *
make_removal (SotayStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  Removal *removal = data;
  g_autoptr (SotayStaffQuery) query = sotay_staff_query_new (sotay_unit_get_id (removal->unit), SOTAY_STAFF_ALL,
                                                              NULL, NULL);
  g_autoptr (GPtrArray) staff = sotay_store_list_staff (store, query, 0, 0, cancellable, error);
  g_autoptr (GPtrArray) belongings = NULL;
  g_auto (GStrv) ids = NULL;

  if (staff == NULL)
    return NULL;
  ids = sotay_edit_list_ids (removal->unit, removal->units, staff);
  belongings = sotay_store_list_belongings (store, (const char *const *) ids, cancellable, error);
  return belongings != NULL ? sotay_edit_remove_unit (removal->unit, removal->units, staff, belongings) : NULL;
}

static void
step_done_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (SotayRegisterView) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (SotayStep) step = sotay_do_step_finish (result, &error);

  if (self->services == NULL)
    return;
  sotay_notice_show_error (self->notice, error);
  if (step != NULL)
    sotay_tell_step (GTK_WIDGET (self), step);
}

static void
remove_unit_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  SotayRegisterView *self = SOTAY_REGISTER_VIEW (widget);
  SotayUnit *unit = sotay_register_view_get_unit (self);

  if (unit != NULL)
    sotay_do_step_async (sotay_services_get_store (self->services), make_removal,
                         removal_new (unit, sotay_unit_names_dup_all (self->names)), (GDestroyNotify) removal_free,
                         NULL, step_done_cb, g_object_ref (self));
}

static void
end_free (End *end)
{
  g_object_unref (end->unit);
  g_ptr_array_unref (end->units);
  g_clear_object (&end->successor);
  g_free (end);
}

static SotayStep *
make_end (SotayStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  End *end = data;
  g_autoptr (SotayStaffQuery) query = sotay_staff_query_new (sotay_unit_get_id (end->unit), SOTAY_STAFF_ALL, NULL,
                                                             NULL);
  g_autoptr (GPtrArray) staff = sotay_store_list_staff (store, query, 0, 0, cancellable, error);
  g_autoptr (GPtrArray) belongings = NULL;
  g_auto (GStrv) ids = NULL;

  if (staff == NULL)
    return NULL;
  ids = sotay_edit_list_ids (end->unit, end->units, staff);
  belongings = sotay_store_list_belongings (store, (const char *const *) ids, cancellable, error);
  if (belongings == NULL)
    return NULL;
  return sotay_edit_end_unit (end->unit, end->ending, end->successor, &end->day, end->units, staff, belongings, error);
}

static void
end_accepted_cb (SotayRegisterView *self, SotayUnit *unit, guint ending, SotayUnit *successor, const GDate *day)
{
  End *end = g_new0 (End, 1);

  end->unit = g_object_ref (unit);
  end->units = sotay_unit_names_dup_all (self->names);
  end->ending = ending;
  end->day = *day;
  g_set_object (&end->successor, successor);
  g_free (self->awaited_unit_id);
  self->awaited_unit_id = successor != NULL ? g_strdup (sotay_unit_get_id (successor)) : NULL;
  sotay_do_step_async (sotay_services_get_store (self->services), make_end, end, (GDestroyNotify) end_free, NULL,
                       step_done_cb, g_object_ref (self));
}

static void
end_unit_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  SotayRegisterView *self = SOTAY_REGISTER_VIEW (widget);
  SotayUnit *unit = sotay_register_view_get_unit (self);
  GtkWidget *dialog;

  if (unit == NULL)
    return;
  dialog = sotay_end_unit_dialog_new (GTK_WINDOW (gtk_widget_get_root (widget)), self->names, unit);
  g_signal_connect_object (dialog, "accepted", G_CALLBACK (end_accepted_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

void
sotay_register_view_install_units (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "register.add-unit", NULL, add_unit_cb);
  gtk_widget_class_install_action (widget_class, "register.edit-unit", NULL, edit_unit_cb);
  gtk_widget_class_install_action (widget_class, "register.end-unit", NULL, end_unit_cb);
  gtk_widget_class_install_action (widget_class, "register.remove-unit", NULL, remove_unit_cb);
}
