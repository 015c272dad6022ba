/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/presentation/notes-export.h"

#include <glib/gi18n-lib.h>
#include <string.h>

typedef struct
{
  GtkWidget *widget; /* a weak pointer */
  SotayTrainerNotes *notes;
  void (*told) (GtkWidget *widget, const char *words);
  char *text; /* is being written */
} Export;

static void
export_free (Export *export)
{
  g_clear_weak_pointer (&export->widget);
  g_object_unref (export->notes);
  g_free (export->text);
  g_free (export);
}

static void
written_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Export *export = data;
  g_autofree char *name = g_file_get_basename (G_FILE (source));
  g_autoptr (GError) error = NULL;
  g_autofree char *words = NULL;

  if (g_file_replace_contents_finish (G_FILE (source), result, NULL, &error))
    words = g_strdup_printf (_("The notes are in the file “%s”."), name);
  else
    words = g_strdup_printf (_("The file could not be written; the notes themselves are kept. %s"), error->message);
  if (export->widget != NULL)
    export->told (export->widget, words);
  export_free (export);
}

static void
chosen_cb (GtkNativeDialog *dialog, int response, Export *export)
{
  g_autoptr (GFile) file = response == GTK_RESPONSE_ACCEPT
                               ? gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog)) : NULL;

  g_object_unref (dialog);
  if (file == NULL)
    {
      export_free (export);
      return;
    }
  export->text = sotay_trainer_notes_export (export->notes);
  g_file_replace_contents_async (file, export->text, strlen (export->text), NULL, FALSE, G_FILE_CREATE_NONE, NULL,
                                 written_cb, export);
}

void
sotay_notes_export (GtkWidget *widget, SotayTrainerNotes *notes,
                    void (*told) (GtkWidget *widget, const char *words))
{
  Export *export = g_new0 (Export, 1);
  GtkFileChooserNative *dialog = NULL;

  dialog = gtk_file_chooser_native_new (_("Save the notes"), GTK_WINDOW (gtk_widget_get_root (widget)),
                                        GTK_FILE_CHOOSER_ACTION_SAVE, _("_Save"), NULL);

  g_set_weak_pointer (&export->widget, widget);
  export->notes = g_object_ref (notes);
  export->told = told;
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (dialog), _("VNeID lesson notes.txt"));
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (dialog), TRUE);
  g_signal_connect (dialog, "response", G_CALLBACK (chosen_cb), export);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}
