/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/register/import-save.h"

#include "services/messages.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  SotayRoster *roster;
  SotayNotice *notice;
} Saving;

static void
free_saving (gpointer data, GClosure *closure)
{
  Saving *saving = data;

  g_object_unref (saving->roster);
  g_object_unref (saving->notice);
  g_free (saving);
}

static void
rest_chosen_cb (GtkNativeDialog *chooser, int response, gpointer data)
{
  Saving *saving = data;
  g_autoptr (GFile) file = NULL;
  g_autoptr (GError) error = NULL;

  if (response != GTK_RESPONSE_ACCEPT)
    return;
  file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (chooser));
  sotay_roster_write_rejected (saving->roster, file, _("Reason"), sotay_describe_row, &error);
  sotay_notice_show_error (saving->notice, error);
}

void
sotay_import_save_rest (GtkWindow *window, SotayRoster *roster, SotayNotice *notice)
{
  GtkFileChooserNative *chooser = gtk_file_chooser_native_new (_("Save the Rows Left Out"), window,
                                                               GTK_FILE_CHOOSER_ACTION_SAVE, NULL, NULL);
  Saving *saving = g_new0 (Saving, 1);

  saving->roster = g_object_ref (roster);
  saving->notice = g_object_ref (notice);
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (chooser), _("rows-left-out.csv"));
  g_signal_connect_data (chooser, "response", G_CALLBACK (rest_chosen_cb), saving, free_saving, 0);
  g_signal_connect (chooser, "response", G_CALLBACK (g_object_unref), NULL);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}
