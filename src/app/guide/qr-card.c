/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/guide/qr-card.h"

#include "app/guide/poster.h"
#include "app/guide/qr-paintable.h"
#include "app/guide/qr-window.h"
#include "guide/qr-writer.h"
#include "services/messages.h"
#include "services/settings.h"

#include <glib/gi18n-lib.h>

/* On paper a hand wide at 300 dots an inch. */
#define PICTURE_SIZE 1000

struct _SotayQrCard
{
  AdwBin parent_instance;

  GSettings *settings;
  SotayQrSymbol *symbol; /* NULL when the address does not fit into one */

  GtkPicture *picture;
  GtkLabel *address;
};

G_DEFINE_FINAL_TYPE (SotayQrCard, sotay_qr_card, ADW_TYPE_BIN)

static void
tell (SotayQrCard *self, const char *text)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.show-toast", "s", text);
}

static void
show_symbol (SotayQrCard *self)
{
  static const char *const actions[] = { "qr.fullscreen", "qr.copy", "qr.save-png", "qr.save-svg", "qr.print" };
  g_autofree char *address = g_settings_get_string (self->settings, SOTAY_SETTING_MANUAL_ADDRESS);
  g_autoptr (GdkPaintable) paintable = NULL;

  g_clear_object (&self->symbol);
  self->symbol = sotay_qr_symbol_new (address, NULL);
  if (self->symbol != NULL)
    paintable = sotay_qr_paintable_new (self->symbol);
  gtk_picture_set_paintable (self->picture, paintable);
  gtk_label_set_label (self->address, self->symbol != NULL ? address : _("There is no QR code for this address."));
  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), actions[i], self->symbol != NULL);
}

static void
fullscreen_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  SotayQrCard *self = SOTAY_QR_CARD (widget);

  gtk_window_present (sotay_qr_window_new (GTK_WINDOW (gtk_widget_get_root (widget)), self->symbol));
}

static void
copy_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  SotayQrCard *self = SOTAY_QR_CARD (widget);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) png = sotay_qr_write_png (self->symbol, PICTURE_SIZE, &error);
  g_autoptr (GdkTexture) texture = png != NULL ? gdk_texture_new_from_bytes (png, &error) : NULL;

  if (texture == NULL)
    {
      tell (self, error->message);
      return;
    }
  gdk_clipboard_set_texture (gtk_widget_get_clipboard (widget), texture);
  tell (self, _("The QR code is copied. Paste it into Word, Zalo or an e-mail."));
}

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (SotayQrCard) self = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *name = g_file_get_basename (G_FILE (source));
  g_autofree char *text = NULL;

  if (g_file_replace_contents_finish (G_FILE (source), result, NULL, &error))
    text = g_strdup_printf (_("The QR code is saved: %s"), name);
  else
    text = g_strdup_printf (_("The QR code could not be saved: %s. Choose another folder."), error->message);
  tell (self, text);
}

static void
save (SotayQrCard *self, GFile *file, gboolean svg)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;

  bytes = svg ? sotay_qr_write_svg (self->symbol) : sotay_qr_write_png (self->symbol, PICTURE_SIZE, &error);
  if (bytes == NULL)
    {
      tell (self, error->message);
      return;
    }
  g_file_replace_contents_bytes_async (file, bytes, NULL, FALSE, G_FILE_CREATE_REPLACE_DESTINATION, NULL, saved_cb,
                                       g_object_ref (self));
}

static void
place_chosen_cb (GtkNativeDialog *dialog, int response, SotayQrCard *self)
{
  gboolean svg = g_object_get_data (G_OBJECT (dialog), "svg") != NULL;
  g_autoptr (GFile) file = NULL;

  if (response == GTK_RESPONSE_ACCEPT)
    file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));
  if (file != NULL && self->symbol != NULL)
    save (self, file, svg);
  g_object_unref (dialog);
}

static void
save_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  SotayQrCard *self = SOTAY_QR_CARD (widget);
  gboolean svg = g_str_equal (action, "qr.save-svg");
  GtkFileChooserNative *dialog = NULL;

  dialog = gtk_file_chooser_native_new (_("Save the QR code"), GTK_WINDOW (gtk_widget_get_root (widget)),
                                        GTK_FILE_CHOOSER_ACTION_SAVE, _("_Save"), NULL);
  g_object_set_data (G_OBJECT (dialog), "svg", GINT_TO_POINTER (svg));
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (dialog), svg ? "QR VNeID.svg" : "QR VNeID.png");
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (dialog), TRUE);
  g_signal_connect_object (dialog, "response", G_CALLBACK (place_chosen_cb), self, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}

static void
print_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  sotay_qr_card_print (SOTAY_QR_CARD (widget));
}

static void
sotay_qr_card_dispose (GObject *object)
{
  SotayQrCard *self = SOTAY_QR_CARD (object);

  g_clear_object (&self->settings);
  g_clear_object (&self->symbol);
  G_OBJECT_CLASS (sotay_qr_card_parent_class)->dispose (object);
}

static void
sotay_qr_card_class_init (SotayQrCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sotay_qr_card_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/sotay_vneid/SotayVneid/ui/guide/qr-card.ui");
  gtk_widget_class_bind_template_child (widget_class, SotayQrCard, picture);
  gtk_widget_class_bind_template_child (widget_class, SotayQrCard, address);
  gtk_widget_class_install_action (widget_class, "qr.fullscreen", NULL, fullscreen_cb);
  gtk_widget_class_install_action (widget_class, "qr.copy", NULL, copy_cb);
  gtk_widget_class_install_action (widget_class, "qr.save-png", NULL, save_cb);
  gtk_widget_class_install_action (widget_class, "qr.save-svg", NULL, save_cb);
  gtk_widget_class_install_action (widget_class, "qr.print", NULL, print_cb);
}

static void
sotay_qr_card_init (SotayQrCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
sotay_qr_card_set_settings (SotayQrCard *self, GSettings *settings)
{
  g_set_object (&self->settings, settings);
  g_signal_connect_object (settings, "changed::" SOTAY_SETTING_MANUAL_ADDRESS, G_CALLBACK (show_symbol), self,
                           G_CONNECT_SWAPPED);
  show_symbol (self);
}

void
sotay_qr_card_print (SotayQrCard *self)
{
  g_autofree char *unit = g_settings_get_string (self->settings, SOTAY_SETTING_UNIT_NAME);

  if (self->symbol != NULL)
    sotay_poster_print (self->symbol, unit, GTK_WIDGET (self));
  else
    tell (self, _("There is no QR code for this address."));
}
