/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/guide/reader/link-dialog.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

/* A hostile document may name a megabyte. */
#define LONGEST_ADDRESS 2000

#define ADDRESS_KEY "sotay-address"

static gboolean
can_open (const char *address)
{
  g_autofree char *scheme = g_uri_parse_scheme (address);

  return strlen (address) < LONGEST_ADDRESS && scheme != NULL
         && (g_ascii_strcasecmp (scheme, "https") == 0 || g_ascii_strcasecmp (scheme, "http") == 0
             || g_ascii_strcasecmp (scheme, "mailto") == 0);
}

static void
opened_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GtkWidget) widget = data;
  g_autoptr (GError) error = NULL;

  if (!gtk_show_uri_full_finish (GTK_WINDOW (source), result, &error))
    gtk_widget_activate_action (widget, "win.show-toast", "s",
                                _("No program opened the address. Copy it and paste it into a browser."));
}

static void
response_cb (AdwMessageDialog *dialog, const char *response, GtkWidget *widget)
{
  const char *address = g_object_get_data (G_OBJECT (dialog), ADDRESS_KEY);

  if (g_str_equal (response, "open"))
    gtk_show_uri_full (GTK_WINDOW (gtk_widget_get_root (widget)), address, GDK_CURRENT_TIME, NULL, opened_cb,
                       g_object_ref (widget));
  else if (g_str_equal (response, "copy"))
    {
      gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), address);
      gtk_widget_activate_action (widget, "win.show-toast", "s", _("The address is copied."));
    }
}

static GtkWidget *
new_address_label (const char *address)
{
  GtkWidget *label = gtk_label_new (address);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_selectable (GTK_LABEL (label), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 40);
  gtk_label_set_lines (GTK_LABEL (label), 8);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (label, "monospace");
  return label;
}

void
sotay_link_dialog_show (const char *address, GtkWidget *widget)
{
  GtkWindow *window = GTK_WINDOW (gtk_widget_get_root (widget));
  GtkWidget *dialog = adw_message_dialog_new (window, _("This link leaves the manual"), NULL);
  g_autofree char *valid = g_utf8_make_valid (address, MIN (strlen (address), LONGEST_ADDRESS));

  adw_message_dialog_set_body (ADW_MESSAGE_DIALOG (dialog),
                               can_open (valid) ? _("It leads to this address:")
                                                : _("It is not a web address, so it can only be copied:"));
  adw_message_dialog_set_extra_child (ADW_MESSAGE_DIALOG (dialog), new_address_label (valid));
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "close", _("_Close"), "copy", _("Copy the _Address"),
                                    NULL);
  if (can_open (valid))
    adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "open", _("_Open in the Browser"));
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "close");
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "close");
  g_object_set_data_full (G_OBJECT (dialog), ADDRESS_KEY, g_steal_pointer (&valid), g_free);
  g_signal_connect_object (dialog, "response", G_CALLBACK (response_cb), widget, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}
