/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/guide/qr-window.h"

#include "app/guide/qr-paintable.h"
#include "app/widgets/wall-text.h"

/* Lines of such text that a screen is high: read from the last row of a room. */
#define ADDRESS_LINES 26
#define HINT_LINES 46

struct _SotayQrWindow
{
  GtkWindow parent_instance;

  GtkPicture *picture;
  GtkLabel *address;
  GtkLabel *hint;
};

G_DEFINE_FINAL_TYPE (SotayQrWindow, sotay_qr_window, GTK_TYPE_WINDOW)

static void
sotay_qr_window_map (GtkWidget *widget)
{
  SotayQrWindow *self = SOTAY_QR_WINDOW (widget);

  GTK_WIDGET_CLASS (sotay_qr_window_parent_class)->map (widget);
  sotay_wall_text_fit (self->address, ADDRESS_LINES);
  sotay_wall_text_fit (self->hint, HINT_LINES);
}

static void
sotay_qr_window_class_init (SotayQrWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->map = sotay_qr_window_map;
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/sotay_vneid/SotayVneid/ui/guide/qr-window.ui");
  gtk_widget_class_bind_template_child (widget_class, SotayQrWindow, picture);
  gtk_widget_class_bind_template_child (widget_class, SotayQrWindow, address);
  gtk_widget_class_bind_template_child (widget_class, SotayQrWindow, hint);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F11, 0, "window.close", NULL);
}

static void
sotay_qr_window_init (SotayQrWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWindow *
sotay_qr_window_new (GtkWindow *parent, SotayQrSymbol *symbol)
{
  SotayQrWindow *self = g_object_new (SOTAY_TYPE_QR_WINDOW, "transient-for", parent, NULL);
  g_autoptr (GdkPaintable) paintable = sotay_qr_paintable_new (symbol);

  gtk_picture_set_paintable (self->picture, paintable);
  gtk_label_set_label (self->address, sotay_qr_symbol_get_text (symbol));
  gtk_window_fullscreen (GTK_WINDOW (self));
  return GTK_WINDOW (self);
}
