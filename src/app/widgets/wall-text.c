/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/widgets/wall-text.h"

void
sotay_wall_text_fit (GtkLabel *label, int lines)
{
  GdkSurface *surface = gtk_native_get_surface (gtk_widget_get_native (GTK_WIDGET (label)));
  GdkMonitor *monitor = gdk_display_get_monitor_at_surface (gtk_widget_get_display (GTK_WIDGET (label)), surface);
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();
  GdkRectangle screen;

  if (monitor == NULL)
    return;
  gdk_monitor_get_geometry (monitor, &screen);
  pango_attr_list_insert (attributes, pango_attr_size_new_absolute (screen.height / lines * PANGO_SCALE));
  gtk_label_set_attributes (label, attributes);
}
