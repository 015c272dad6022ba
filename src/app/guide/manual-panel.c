/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/guide/manual-panel.h"

#include "app/guide/address-row.h"
#include "app/guide/copy-text.h"
#include "app/guide/transfer-box.h"
#include "app/guide/versions-list.h"
#include "app/widgets/notice.h"
#include "services/settings.h"

#include <glib/gi18n-lib.h>

struct _SotayManualPanel
{
  AdwBin parent_instance;

  SotayServices *services;
  GCancellable *work; /* not NULL while something is under way */

  AdwActionRow *copy_row;
  AdwActionRow *source_row;
  GtkWidget *open_button;
  GtkButton *download_button;
  SotayTransferBox *transfer_box;
  SotayNotice *notice;
  SotayVersionsList *versions_list;
  SotayAddressRow *address_row;
};

G_DEFINE_FINAL_TYPE (SotayManualPanel, sotay_manual_panel, ADW_TYPE_BIN)

static SotayGuideLibrary *
get_library (SotayManualPanel *self)
{
  return sotay_services_get_guide (self->services);
}

static void
tell (SotayManualPanel *self, const char *text)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.show-toast", "s", text);
}

static void
enable_actions (SotayManualPanel *self)
{
  gboolean idle = self->work == NULL;
  gboolean has_copy = sotay_guide_library_get_current (get_library (self)) != NULL;

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "manual.download", idle);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "manual.import", idle);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "manual.export", idle && has_copy);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "manual.open", has_copy);
}

static void
show_buttons (SotayManualPanel *self, gboolean has_copy)
{
  gtk_widget_set_visible (self->open_button, has_copy);
  gtk_button_set_label (self->download_button, has_copy ? _("Look for a newer manual") : _("Download the manual"));
  enable_actions (self);
}

/* A row tells a screen reader its title only. */
static void
describe_row (AdwActionRow *row, const char *text)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text, -1);
}

static void
show_copy (SotayManualPanel *self)
{
  SotayManualCopy *copy = sotay_guide_library_get_current (get_library (self));
  g_autofree char *day = copy != NULL ? sotay_copy_text_day (copy) : NULL;
  g_autofree char *size = copy != NULL ? sotay_copy_text_size (copy) : NULL;
  g_autofree char *source = copy != NULL ? sotay_copy_text_source (copy) : NULL;
  gboolean known = sotay_guide_library_is_known (get_library (self));

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->copy_row),
                                 copy != NULL ? day : _("No copy on this PC yet"));
  /* The disk may be slow: until it has answered, nothing is said and nothing can be pressed. */
  gtk_widget_set_opacity (GTK_WIDGET (self->copy_row), known ? 1 : 0);
  gtk_widget_set_sensitive (GTK_WIDGET (self), known);
  if (copy == NULL)
    size = g_strdup (_("Download it once, or import it from a USB stick; then it can be read without internet."));
  adw_action_row_set_subtitle (self->copy_row, size);
  describe_row (self->copy_row, size);
  gtk_widget_set_visible (GTK_WIDGET (self->source_row), copy != NULL);
  adw_action_row_set_subtitle (self->source_row, copy != NULL ? source : "");
  describe_row (self->source_row, copy != NULL ? source : "");
  show_buttons (self, copy != NULL);
}

static GCancellable *
start_work (SotayManualPanel *self, const char *what)
{
  self->work = g_cancellable_new ();
  sotay_notice_show_error (self->notice, NULL);
  sotay_transfer_box_start (self->transfer_box, what);
  enable_actions (self);
  return self->work;
}

/* Returns whether the panel is still shown. */
static gboolean
end_work (SotayManualPanel *self, const GError *error)
{
  if (self->services == NULL)
    return FALSE;
  g_clear_object (&self->work);
  sotay_transfer_box_stop (self->transfer_box);
  show_copy (self);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    tell (self, _("Cancelled. Nothing was changed."));
  else
    sotay_notice_show_error (self->notice, error);
  return TRUE;
}

static void
progress_cb (const SotayGuideProgress *progress, gpointer data)
{
  SotayManualPanel *self = data;

  if (self->work != NULL)
    sotay_transfer_box_set_progress (self->transfer_box, progress);
}

static void
tell_copy (SotayManualPanel *self, SotayManualCopy *copy)
{
  g_autofree char *size = sotay_copy_text_size (copy);
  g_autofree char *text = g_strdup_printf (_("The manual is on this PC now: %s"), size);

  tell (self, text);
}

static void
downloaded_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (SotayManualPanel) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (SotayManualCopy) copy = NULL;
  gboolean modified;

  copy = sotay_guide_library_download_finish (SOTAY_GUIDE_LIBRARY (source), result, &modified, &error);
  if (!end_work (self, error) || copy == NULL)
    return;
  if (modified)
    tell_copy (self, copy);
  else
    tell (self, _("The manual on this PC is the newest already."));
}

static void
download_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  SotayManualPanel *self = SOTAY_MANUAL_PANEL (widget);
  GSettings *settings = sotay_services_get_settings (self->services);
  g_autofree char *address = g_settings_get_string (settings, SOTAY_SETTING_MANUAL_ADDRESS);
  gboolean has_copy = sotay_guide_library_get_current (get_library (self)) != NULL;
  GCancellable *work = start_work (self, has_copy ? _("Looking for a newer manual…") : _("Downloading the manual…"));

  sotay_guide_library_download_async (get_library (self), address, progress_cb, self, work, downloaded_cb,
                                      g_object_ref (self));
}

static void
imported_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (SotayManualPanel) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (SotayManualCopy) copy = NULL;

  copy = sotay_guide_library_import_finish (SOTAY_GUIDE_LIBRARY (source), result, &error);
  if (end_work (self, error) && copy != NULL)
    tell_copy (self, copy);
}

static void
exported_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (SotayManualPanel) self = data;
  g_autoptr (GError) error = NULL;
  gboolean exported = sotay_guide_library_export_finish (SOTAY_GUIDE_LIBRARY (source), result, &error);

  if (end_work (self, error) && exported)
    tell (self, _("The manual is written and was read back without a fault. The USB stick can be removed."));
}

static void
export_to (SotayManualPanel *self, GFile *file)
{
  GCancellable *work = start_work (self, _("Exporting the manual…"));

  sotay_guide_library_export_async (get_library (self), file, progress_cb, self, work, exported_cb,
                                    g_object_ref (self));
}

static void
file_chosen_cb (GtkNativeDialog *dialog, int response, SotayManualPanel *self)
{
  gboolean save = gtk_file_chooser_get_action (GTK_FILE_CHOOSER (dialog)) == GTK_FILE_CHOOSER_ACTION_SAVE;
  g_autoptr (GFile) file = NULL;

  if (response == GTK_RESPONSE_ACCEPT)
    file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));
  if (file != NULL && save && self->work == NULL)
    export_to (self, file);
  else if (file != NULL && !save)
    sotay_manual_panel_import (self, file);
  g_object_unref (dialog);
}

static void
add_pdf_filter (GtkFileChooser *dialog)
{
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, _("PDF files"));
  gtk_file_filter_add_suffix (filter, "pdf");
  gtk_file_chooser_add_filter (dialog, filter);
}

static void
choose_file_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  gboolean save = g_str_equal (action, "manual.export");
  GtkWindow *window = GTK_WINDOW (gtk_widget_get_root (widget));
  GtkFileChooserNative *dialog = NULL;

  if (save)
    dialog = gtk_file_chooser_native_new (_("Export the manual"), window, GTK_FILE_CHOOSER_ACTION_SAVE, _("_Export"),
                                          NULL);
  else
    dialog = gtk_file_chooser_native_new (_("Import the manual"), window, GTK_FILE_CHOOSER_ACTION_OPEN, _("_Import"),
                                          NULL);
  if (save)
    gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (dialog), _("VNeID manual.pdf"));
  else
    add_pdf_filter (GTK_FILE_CHOOSER (dialog));
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (dialog), TRUE);
  g_signal_connect_object (dialog, "response", G_CALLBACK (file_chosen_cb), widget, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}

static void
opened_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (SotayManualPanel) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) named = NULL;

  if (gtk_show_uri_full_finish (GTK_WINDOW (source), result, &error) || self->services == NULL)
    return;
  named = g_error_new (error->domain, error->code,
                       _("no program opened the PDF (%s). Install a PDF viewer, or export the manual and read it on another PC."),
                       error->message);
  sotay_notice_show_error (self->notice, named);
}

static void
open_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  SotayManualPanel *self = SOTAY_MANUAL_PANEL (widget);
  SotayManualCopy *copy = sotay_guide_library_get_current (get_library (self));
  g_autofree char *uri = g_filename_to_uri (sotay_manual_copy_get_path (copy), NULL, NULL);

  gtk_show_uri_full (GTK_WINDOW (gtk_widget_get_root (widget)), uri, GDK_CURRENT_TIME, NULL, opened_cb,
                     g_object_ref (self));
}

static void
cancelled_cb (SotayManualPanel *self)
{
  g_cancellable_cancel (self->work);
}

static void
sotay_manual_panel_dispose (GObject *object)
{
  SotayManualPanel *self = SOTAY_MANUAL_PANEL (object);

  g_clear_object (&self->work);
  g_clear_object (&self->services);
  G_OBJECT_CLASS (sotay_manual_panel_parent_class)->dispose (object);
}

static void
sotay_manual_panel_class_init (SotayManualPanelClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sotay_manual_panel_dispose;
  g_type_ensure (SOTAY_TYPE_ADDRESS_ROW);
  g_type_ensure (SOTAY_TYPE_NOTICE);
  g_type_ensure (SOTAY_TYPE_TRANSFER_BOX);
  g_type_ensure (SOTAY_TYPE_VERSIONS_LIST);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/sotay_vneid/SotayVneid/ui/guide/manual-panel.ui");
  gtk_widget_class_bind_template_child (widget_class, SotayManualPanel, copy_row);
  gtk_widget_class_bind_template_child (widget_class, SotayManualPanel, source_row);
  gtk_widget_class_bind_template_child (widget_class, SotayManualPanel, open_button);
  gtk_widget_class_bind_template_child (widget_class, SotayManualPanel, download_button);
  gtk_widget_class_bind_template_child (widget_class, SotayManualPanel, transfer_box);
  gtk_widget_class_bind_template_child (widget_class, SotayManualPanel, notice);
  gtk_widget_class_bind_template_child (widget_class, SotayManualPanel, versions_list);
  gtk_widget_class_bind_template_child (widget_class, SotayManualPanel, address_row);
  gtk_widget_class_bind_template_callback (widget_class, cancelled_cb);
  gtk_widget_class_install_action (widget_class, "manual.download", NULL, download_cb);
  gtk_widget_class_install_action (widget_class, "manual.import", NULL, choose_file_cb);
  gtk_widget_class_install_action (widget_class, "manual.export", NULL, choose_file_cb);
  gtk_widget_class_install_action (widget_class, "manual.open", NULL, open_cb);
}

static void
sotay_manual_panel_init (SotayManualPanel *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
sotay_manual_panel_set_services (SotayManualPanel *self, SotayServices *services)
{
  g_set_object (&self->services, services);
  sotay_versions_list_set_library (self->versions_list, get_library (self));
  sotay_address_row_set_settings (self->address_row, sotay_services_get_settings (services));
  g_signal_connect_object (get_library (self), "notify::current", G_CALLBACK (show_copy), self, G_CONNECT_SWAPPED);
  show_copy (self);
}

void
sotay_manual_panel_import (SotayManualPanel *self, GFile *file)
{
  GCancellable *work = NULL;

  if (self->work != NULL)
    return;
  work = start_work (self, _("Importing the manual…"));
  sotay_guide_library_import_async (get_library (self), file, progress_cb, self, work, imported_cb,
                                    g_object_ref (self));
}

void
sotay_manual_panel_cancel (SotayManualPanel *self)
{
  g_cancellable_cancel (self->work);
}
