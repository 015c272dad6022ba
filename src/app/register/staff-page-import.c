/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/register/staff-page-private.h"

#include "app/register/export-window.h"
#include "app/register/import-window.h"

#include <glib/gi18n-lib.h>

static void
import_file (SotayStaffPage *self, GFile *file)
{
  GtkWidget *window = sotay_import_window_new (sotay_staff_page_get_window (self), self->store, self->names, file,
                                               self->unit_id);

  gtk_window_present (GTK_WINDOW (window));
}

static void
file_chosen_cb (GtkNativeDialog *chooser, int response, SotayStaffPage *self)
{
  g_autoptr (GFile) file = NULL;

  if (response != GTK_RESPONSE_ACCEPT)
    return;
  file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (chooser));
  if (file != NULL)
    import_file (self, file);
}

static void
import_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  SotayStaffPage *self = SOTAY_STAFF_PAGE (widget);
  GtkWindow *window = sotay_staff_page_get_window (self);
  GtkFileChooserNative *chooser = gtk_file_chooser_native_new (_("Import a List of Staff"), window,
                                                               GTK_FILE_CHOOSER_ACTION_OPEN, NULL, NULL);
  g_autoptr (GtkFileFilter) tables = gtk_file_filter_new ();
  g_autoptr (GtkFileFilter) all = gtk_file_filter_new ();

  gtk_file_filter_set_name (tables, _("Lists (CSV)"));
  gtk_file_filter_add_suffix (tables, "csv");
  gtk_file_filter_add_suffix (tables, "txt");
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (chooser), tables);
  gtk_file_filter_set_name (all, _("All files"));
  gtk_file_filter_add_pattern (all, "*");
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (chooser), all);
  g_signal_connect_object (chooser, "response", G_CALLBACK (file_chosen_cb), self, 0);
  /* A native dialog belongs to nobody: it goes with its answer. */
  g_signal_connect (chooser, "response", G_CALLBACK (g_object_unref), NULL);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}

static void
export_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  SotayStaffPage *self = SOTAY_STAFF_PAGE (widget);
  g_autoptr (SotayStaffQuery) query = sotay_staff_page_create_query (self);

  sotay_export_window_choose_file (sotay_staff_page_get_window (self), self->store, query);
}

static gboolean
drop_cb (SotayStaffPage *self, const GValue *value, double x, double y)
{
  GFile *file = g_value_get_object (value);

  if (file == NULL)
    return FALSE;
  import_file (self, file);
  return TRUE;
}

void
sotay_staff_page_install_import (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "staff.import", NULL, import_cb);
  gtk_widget_class_install_action (widget_class, "staff.export", NULL, export_cb);
}

void
sotay_staff_page_accept_files (SotayStaffPage *self)
{
  GtkDropTarget *drop = gtk_drop_target_new (G_TYPE_FILE, GDK_ACTION_COPY);

  g_signal_connect_object (drop, "drop", G_CALLBACK (drop_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drop));
}
