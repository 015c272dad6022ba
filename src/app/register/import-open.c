/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/register/import-open.h"

#include "app/register/import-window.h"

#include <glib/gi18n-lib.h>

/* What is needed once the person has answered. */
typedef struct
{
  GtkWindow *window;
  SotayStore *store;
  SotayUnitNames *names;
  char *unit_id;
} Import;

static Import *
import_new (GtkWindow *window, SotayStore *store, SotayUnitNames *names, const char *unit_id)
{
  Import *import = g_new0 (Import, 1);

  import->window = g_object_ref (window);
  import->store = g_object_ref (store);
  import->names = g_object_ref (names);
  import->unit_id = g_strdup (unit_id);
  return import;
}

static void
import_free (Import *import)
{
  g_object_unref (import->window);
  g_object_unref (import->store);
  g_object_unref (import->names);
  g_free (import->unit_id);
  g_free (import);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Import, import_free)

static void
free_import (gpointer import, GClosure *closure)
{
  import_free (import);
}

static void
show (const Import *import, SotayRosterSource *source)
{
  gtk_window_present (GTK_WINDOW (sotay_import_window_new (import->window, import->store, import->names, source,
                                                           import->unit_id)));
}

static void
file_chosen_cb (GtkNativeDialog *chooser, int response, gpointer data)
{
  Import *import = data;
  g_autoptr (GFile) file = NULL;

  if (response != GTK_RESPONSE_ACCEPT)
    return;
  file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (chooser));
  if (file != NULL)
    sotay_import_file (import->window, import->store, import->names, file, import->unit_id);
}

static void
add_filter (GtkFileChooserNative *chooser, const char *name, const char *const *suffixes)
{
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, name);
  for (guint i = 0; suffixes[i] != NULL; i++)
    gtk_file_filter_add_suffix (filter, suffixes[i]);
  if (suffixes[0] == NULL)
    gtk_file_filter_add_pattern (filter, "*");
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (chooser), filter);
}

static void
pasted_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Import) import = data;
  g_autofree char *text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, NULL);
  g_autoptr (SotayRosterSource) pasted = NULL;

  if (text == NULL || *text == '\0')
    {
      gtk_widget_activate_action (GTK_WIDGET (import->window), "win.show-toast", "s",
                                  _("Nothing was copied: copy the cells of the list first, then paste here"));
      return;
    }
  pasted = sotay_roster_source_new_text (text);
  show (import, pasted);
}

void
sotay_import_file (GtkWindow *window, SotayStore *store, SotayUnitNames *names, GFile *file, const char *unit_id)
{
  g_autoptr (Import) import = import_new (window, store, names, unit_id);
  g_autoptr (SotayRosterSource) source = sotay_roster_source_new_file (file);

  show (import, source);
}

void
sotay_import_choose_file (GtkWindow *window, SotayStore *store, SotayUnitNames *names, const char *unit_id)
{
  static const char *const tables[] = { "xlsx", "ods", "csv", "tsv", "txt", NULL };
  static const char *const all[] = { NULL };
  GtkFileChooserNative *chooser = gtk_file_chooser_native_new (_("Import a List of Staff"), window,
                                                               GTK_FILE_CHOOSER_ACTION_OPEN, NULL, NULL);

  add_filter (chooser, _("Lists (Excel, OpenDocument, CSV)"), tables);
  add_filter (chooser, _("All files"), all);
  g_signal_connect_data (chooser, "response", G_CALLBACK (file_chosen_cb), import_new (window, store, names, unit_id),
                         free_import, 0);
  /* A native dialog belongs to nobody: it goes with its answer. */
  g_signal_connect (chooser, "response", G_CALLBACK (g_object_unref), NULL);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}

void
sotay_import_paste (GtkWindow *window, SotayStore *store, SotayUnitNames *names, const char *unit_id)
{
  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (GTK_WIDGET (window)), NULL, pasted_cb,
                                 import_new (window, store, names, unit_id));
}
