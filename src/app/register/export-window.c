/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/register/export-window.h"

#include "app/widgets/notice.h"
#include "app/widgets/work-box.h"
#include "core/numbers.h"
#include "core/paths.h"
#include "reports/sheet-writer.h"
#include "reports/staff-export.h"

#include <glib/gi18n-lib.h>

struct _SotayExportWindow
{
  AdwWindow parent_instance;

  SotayStore *store;
  SotayStaffQuery *query;
  char *path;

  SotayNotice *notice;
  SotayWorkBox *work_box;
  SotayWorkBox *told; /* the same, held as long as the other thread tells it how far it is */
};

/* What the file chooser is to be answered with. */
typedef struct
{
  GtkWindow *parent;
  SotayStore *store;
  SotayStaffQuery *query;
} Choice;

G_DEFINE_FINAL_TYPE (SotayExportWindow, sotay_export_window, ADW_TYPE_WINDOW)

static void
choice_free (gpointer data, GClosure *closure)
{
  Choice *choice = data;

  g_object_unref (choice->parent);
  g_object_unref (choice->store);
  g_object_unref (choice->query);
  g_free (choice);
}

static void
tell_done (SotayExportWindow *self, gint64 count)
{
  GtkWindow *parent = gtk_window_get_transient_for (GTK_WINDOW (self));
  g_autofree char *number = sotay_number_format (count);
  g_autofree char *name = g_path_get_basename (self->path);
  /* Translators: the number of people, then the name of the file */
  g_autofree char *text = g_strdup_printf (ngettext ("%s person written to %s", "%s people written to %s",
                                                     (gulong) count), number, name);

  gtk_widget_activate_action (GTK_WIDGET (parent), "win.show-toast", "s", text);
}

static void
exported_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (SotayExportWindow) self = data;
  g_autoptr (GError) error = NULL;
  gint64 count = sotay_staff_export_finish (result, &error);

  g_clear_object (&self->told);
  if (self->work_box == NULL)
    return; /* closed meanwhile */
  sotay_work_box_stop (self->work_box);
  if (count < 0 && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      sotay_notice_show_error (self->notice, error);
      return;
    }
  if (count >= 0)
    tell_done (self, count);
  gtk_window_close (GTK_WINDOW (self));
}

static void
start (SotayExportWindow *self)
{
  g_autoptr (GError) error = NULL;
  GCancellable *cancellable;

  sotay_notice_show_error (self->notice, NULL);
  if (!sotay_paths_check_target (self->path, &error))
    {
      sotay_notice_show_error (self->notice, error);
      return;
    }
  cancellable = sotay_work_box_start (self->work_box, _("Writing the list of staff…"));
  self->told = g_object_ref (self->work_box);
  sotay_staff_export_async (self->store, self->query, self->path, sotay_work_box_get_advance (self->told),
                            cancellable, exported_cb, g_object_ref (self));
}

static void
close_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  gtk_window_close (GTK_WINDOW (widget));
}

static void
sotay_export_window_finalize (GObject *object)
{
  SotayExportWindow *self = SOTAY_EXPORT_WINDOW (object);

  g_clear_object (&self->store);
  g_clear_object (&self->query);
  g_free (self->path);
  G_OBJECT_CLASS (sotay_export_window_parent_class)->finalize (object);
}

static void
sotay_export_window_class_init (SotayExportWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = sotay_export_window_finalize;
  g_type_ensure (SOTAY_TYPE_NOTICE);
  g_type_ensure (SOTAY_TYPE_WORK_BOX);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/sotay_vneid/SotayVneid/ui/register/export-window.ui");
  gtk_widget_class_bind_template_child (widget_class, SotayExportWindow, notice);
  gtk_widget_class_bind_template_child (widget_class, SotayExportWindow, work_box);
  gtk_widget_class_bind_template_callback (widget_class, start);
  gtk_widget_class_install_action (widget_class, "export.close", NULL, close_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "export.close", NULL);
}

static void
sotay_export_window_init (SotayExportWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
sotay_export_window_new (GtkWindow *parent, SotayStore *store, SotayStaffQuery *query, const char *path)
{
  SotayExportWindow *self = g_object_new (SOTAY_TYPE_EXPORT_WINDOW, "transient-for", parent, NULL);

  self->store = g_object_ref (store);
  self->query = g_object_ref (query);
  self->path = sotay_sheet_writer_is_known (path) ? g_strdup (path) : g_strconcat (path, ".xlsx", NULL);
  start (self);
  return GTK_WIDGET (self);
}

static void
chosen_cb (GtkNativeDialog *chooser, int response, Choice *choice)
{
  g_autoptr (GFile) file = NULL;
  g_autofree char *path = NULL;

  if (response == GTK_RESPONSE_ACCEPT)
    file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (chooser));
  if (file != NULL)
    path = g_file_get_path (file);
  if (path != NULL)
    gtk_window_present (GTK_WINDOW (sotay_export_window_new (choice->parent, choice->store, choice->query, path)));
}

static void
add_filter (GtkFileChooserNative *chooser, const char *name, const char *ending)
{
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, name);
  gtk_file_filter_add_suffix (filter, ending);
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (chooser), filter);
}

void
sotay_export_window_choose_file (GtkWindow *parent, SotayStore *store, SotayStaffQuery *query)
{
  GtkFileChooserNative *chooser = gtk_file_chooser_native_new (_("Export the List of Staff"), parent,
                                                               GTK_FILE_CHOOSER_ACTION_SAVE, NULL, NULL);
  Choice *choice = g_new0 (Choice, 1);

  choice->parent = g_object_ref (parent);
  choice->store = g_object_ref (store);
  choice->query = g_object_ref (query);
  add_filter (chooser, _("Excel workbook (.xlsx)"), "xlsx");
  add_filter (chooser, _("Text with commas (.csv)"), "csv");
  /* Translators: the name that a file gets unless another is typed; letters without marks travel best */
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (chooser), _("staff.xlsx"));
  g_signal_connect_data (chooser, "response", G_CALLBACK (chosen_cb), choice, choice_free, 0);
  /* A native dialog belongs to nobody: it goes with its answer. */
  g_signal_connect (chooser, "response", G_CALLBACK (g_object_unref), NULL);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}
