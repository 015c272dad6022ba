/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/register/staff-page-private.h"

#include "app/register/export-window.h"
#include "app/register/import-open.h"

static void
import_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  SotayStaffPage *self = SOTAY_STAFF_PAGE (widget);

  sotay_import_choose_file (sotay_staff_page_get_window (self), sotay_register_tab_get_store (self), self->names,
                            self->unit_id);
}

static void
paste_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  SotayStaffPage *self = SOTAY_STAFF_PAGE (widget);

  if (!sotay_staff_table_is_editing (self->table))
    sotay_import_paste (sotay_staff_page_get_window (self), sotay_register_tab_get_store (self), self->names,
                        self->unit_id);
}

static void
export_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  SotayStaffPage *self = SOTAY_STAFF_PAGE (widget);
  g_autoptr (SotayStaffQuery) query = sotay_staff_page_create_query (self);

  sotay_export_window_choose_file (sotay_staff_page_get_window (self), sotay_register_tab_get_store (self), query);
}

static gboolean
drop_cb (SotayStaffPage *self, const GValue *value, double x, double y)
{
  GFile *file = g_value_get_object (value);

  if (file == NULL)
    return FALSE;
  sotay_import_file (sotay_staff_page_get_window (self), sotay_register_tab_get_store (self), self->names, file,
                     self->unit_id);
  return TRUE;
}

void
sotay_staff_page_install_import (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "staff.import", NULL, import_cb);
  gtk_widget_class_install_action (widget_class, "staff.paste-list", NULL, paste_cb);
  gtk_widget_class_install_action (widget_class, "staff.export", NULL, export_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_v, GDK_CONTROL_MASK, "staff.paste-list", NULL);
}

void
sotay_staff_page_accept_files (SotayStaffPage *self)
{
  GtkDropTarget *drop = gtk_drop_target_new (G_TYPE_FILE, GDK_ACTION_COPY);

  g_signal_connect_object (drop, "drop", G_CALLBACK (drop_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drop));
}
