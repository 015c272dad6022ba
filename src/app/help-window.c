/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/help-window.h"

struct _SotayHelpWindow
{
  AdwWindow parent_instance;
};

G_DEFINE_FINAL_TYPE (SotayHelpWindow, sotay_help_window, ADW_TYPE_WINDOW)

static void
sotay_help_window_class_init (SotayHelpWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/sotay_vneid/SotayVneid/ui/help-window.ui");
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
sotay_help_window_init (SotayHelpWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

SotayHelpWindow *
sotay_help_window_new (GtkWindow *parent)
{
  return g_object_new (SOTAY_TYPE_HELP_WINDOW, "transient-for", parent, NULL);
}
