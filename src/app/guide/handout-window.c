/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/guide/handout-window.h"

#include "app/guide/qr-paintable.h"
#include "app/widgets/wall-text.h"

#include <glib/gi18n-lib.h>

/* Lines of such text that a screen is high. */
#define ADDRESS_LINES 22
#define TITLE_LINES 28
#define HINT_LINES 46

struct _SotayHandoutWindow
{
  GtkWindow parent_instance;

  SotayHandout *handout;

  GtkWidget *wifi_box;
  GtkLabel *wifi_title;
  GtkPicture *wifi_picture;
  GtkLabel *title;
  GtkPicture *picture;
  GtkLabel *address;
  GtkLabel *phones;
  GtkLabel *hint;
};

G_DEFINE_FINAL_TYPE (SotayHandoutWindow, sotay_handout_window, GTK_TYPE_WINDOW)

static void
show_phones (SotayHandoutWindow *self)
{
  guint count = sotay_handout_get_phones (self->handout);
  g_autofree char *text = g_strdup_printf (ngettext ("%u phone has the manual", "%u phones have the manual", count),
                                           count);

  gtk_label_set_label (self->phones, text);
}

static void
serving_cb (SotayHandoutWindow *self)
{
  if (!sotay_handout_is_serving (self->handout))
    gtk_window_close (GTK_WINDOW (self));
}

static void
sotay_handout_window_map (GtkWidget *widget)
{
  SotayHandoutWindow *self = SOTAY_HANDOUT_WINDOW (widget);

  GTK_WIDGET_CLASS (sotay_handout_window_parent_class)->map (widget);
  sotay_wall_text_fit (self->wifi_title, TITLE_LINES);
  sotay_wall_text_fit (self->title, TITLE_LINES);
  sotay_wall_text_fit (self->address, ADDRESS_LINES);
  sotay_wall_text_fit (self->phones, TITLE_LINES);
  sotay_wall_text_fit (self->hint, HINT_LINES);
}

static void
sotay_handout_window_dispose (GObject *object)
{
  g_clear_object (&SOTAY_HANDOUT_WINDOW (object)->handout);
  G_OBJECT_CLASS (sotay_handout_window_parent_class)->dispose (object);
}

static void
sotay_handout_window_class_init (SotayHandoutWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sotay_handout_window_dispose;
  widget_class->map = sotay_handout_window_map;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/sotay_vneid/SotayVneid/ui/guide/handout-window.ui");
  gtk_widget_class_bind_template_child (widget_class, SotayHandoutWindow, wifi_box);
  gtk_widget_class_bind_template_child (widget_class, SotayHandoutWindow, wifi_title);
  gtk_widget_class_bind_template_child (widget_class, SotayHandoutWindow, wifi_picture);
  gtk_widget_class_bind_template_child (widget_class, SotayHandoutWindow, title);
  gtk_widget_class_bind_template_child (widget_class, SotayHandoutWindow, picture);
  gtk_widget_class_bind_template_child (widget_class, SotayHandoutWindow, address);
  gtk_widget_class_bind_template_child (widget_class, SotayHandoutWindow, phones);
  gtk_widget_class_bind_template_child (widget_class, SotayHandoutWindow, hint);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F11, 0, "window.close", NULL);
}

static void
sotay_handout_window_init (SotayHandoutWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
show_wifi (SotayHandoutWindow *self, SotayQrSymbol *wifi, const char *wifi_name)
{
  g_autofree char *title = g_strdup_printf (_("1. Join the Wi-Fi “%s”"), wifi_name);
  g_autoptr (GdkPaintable) paintable = sotay_qr_paintable_new (wifi);

  gtk_label_set_label (self->wifi_title, title);
  gtk_picture_set_paintable (self->wifi_picture, paintable);
  gtk_widget_set_visible (self->wifi_box, TRUE);
}

GtkWindow *
sotay_handout_window_new (GtkWindow *parent, SotayHandout *handout, SotayQrSymbol *wifi, const char *wifi_name)
{
  SotayHandoutWindow *self = g_object_new (SOTAY_TYPE_HANDOUT_WINDOW, "transient-for", parent, NULL);
  const char *address = sotay_handout_get_address (handout);
  g_autoptr (SotayQrSymbol) symbol = sotay_qr_symbol_new (address, NULL);
  g_autoptr (GdkPaintable) paintable = sotay_qr_paintable_new (symbol);

  self->handout = g_object_ref (handout);
  if (wifi != NULL)
    show_wifi (self, wifi, wifi_name);
  gtk_label_set_label (self->title, wifi != NULL ? _("2. Scan to get the manual") : _("Scan to get the manual"));
  gtk_picture_set_paintable (self->picture, paintable);
  gtk_label_set_label (self->address, address);
  show_phones (self);
  g_signal_connect_object (handout, "notify::phones", G_CALLBACK (show_phones), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (handout, "notify::serving", G_CALLBACK (serving_cb), self, G_CONNECT_SWAPPED);
  gtk_window_fullscreen (GTK_WINDOW (self));
  return GTK_WINDOW (self);
}
