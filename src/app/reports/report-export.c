/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/reports/report-export.h"

#include "app/widgets/notice.h"
#include "app/widgets/work-box.h"
#include "core/paths.h"
#include "reports/report-writer.h"

#include <glib/gi18n-lib.h>

#define TOAST_SECONDS 10
#define LONGEST_STEM 100 /* characters */

struct _SotayReportExport
{
  AdwWindow parent_instance;

  GtkWidget *widget; /* a weak pointer: who is told */
  SotayReport *report;
  char *path;

  SotayNotice *notice;
  SotayWorkBox *work_box;
  SotayWorkBox *told; /* the same, held as long as the other thread tells it how far it is */
};

/* What the file chooser is to be answered with. */
typedef struct
{
  GtkWidget *widget;
  SotayReport *report;
  char *format;
} Choice;

/* What is written in the thread. */
typedef struct
{
  SotayReport *report;
  char *path;
  const SotayAdvance *advance;
} Work;

G_DEFINE_FINAL_TYPE (SotayReportExport, sotay_report_export, ADW_TYPE_WINDOW)

static void
work_free (Work *work)
{
  sotay_report_unref (work->report);
  g_free (work->path);
  g_free (work);
}

static void
choice_free (gpointer data, GClosure *closure)
{
  Choice *choice = data;

  g_object_unref (choice->widget);
  sotay_report_unref (choice->report);
  g_free (choice->format);
  g_free (choice);
}

static void
open_folder_cb (AdwToast *toast, const char *folder)
{
  g_autofree char *uri = g_filename_to_uri (folder, NULL, NULL);

  gtk_show_uri (NULL, uri, GDK_CURRENT_TIME);
}

static void
tell_done (SotayReportExport *self)
{
  GtkWidget *overlay = self->widget != NULL ? gtk_widget_get_ancestor (self->widget, ADW_TYPE_TOAST_OVERLAY) : NULL;
  g_autofree char *name = g_path_get_basename (self->path);
  g_autofree char *text = g_strdup_printf (_("Written: %s"), name);
  g_autofree char *markup = g_markup_escape_text (text, -1);
  AdwToast *toast;

  if (overlay == NULL)
    return;
  toast = adw_toast_new (markup);
  adw_toast_set_button_label (toast, _("Open Folder"));
  adw_toast_set_timeout (toast, TOAST_SECONDS);
  g_signal_connect_data (toast, "button-clicked", G_CALLBACK (open_folder_cb), g_path_get_dirname (self->path),
                         (GClosureNotify) (void (*) (void)) g_free, 0);
  adw_toast_overlay_add_toast (ADW_TOAST_OVERLAY (overlay), toast);
}

static void
written_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (SotayReportExport) self = data;
  g_autoptr (GError) error = NULL;
  gboolean is_written = g_task_propagate_boolean (G_TASK (result), &error);

  g_clear_object (&self->told);
  if (self->work_box == NULL)
    return; /* closed meanwhile */
  sotay_work_box_stop (self->work_box);
  if (!is_written && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      sotay_notice_show_error (self->notice, error);
      return;
    }
  if (is_written)
    tell_done (self);
  gtk_window_close (GTK_WINDOW (self));
}

static void
write_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const Work *work = data;
  GError *error = NULL;

  if (sotay_report_write (work->report, work->path, sotay_report_find_format (work->path), work->advance, cancellable,
                          &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
start (SotayReportExport *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GTask) task = NULL;
  Work *work;

  sotay_notice_show_error (self->notice, NULL);
  if (!sotay_paths_check_target (self->path, &error))
    {
      sotay_notice_show_error (self->notice, error);
      return;
    }
  task = g_task_new (NULL, sotay_work_box_start (self->work_box, _("Writing the report…")), written_cb,
                     g_object_ref (self));
  self->told = g_object_ref (self->work_box);
  work = g_new0 (Work, 1);
  work->report = sotay_report_ref (self->report);
  work->path = g_strdup (self->path);
  work->advance = sotay_work_box_get_advance (self->told);
  g_task_set_source_tag (task, start);
  /* What was written just before it was cancelled was written. */
  g_task_set_check_cancellable (task, FALSE);
  g_task_set_task_data (task, work, (GDestroyNotify) work_free);
  g_task_run_in_thread (task, write_in_thread);
}

static void
close_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  gtk_window_close (GTK_WINDOW (widget));
}

static void
sotay_report_export_finalize (GObject *object)
{
  SotayReportExport *self = SOTAY_REPORT_EXPORT (object);

  g_clear_weak_pointer (&self->widget);
  sotay_report_unref (self->report);
  g_free (self->path);
  G_OBJECT_CLASS (sotay_report_export_parent_class)->finalize (object);
}

static void
sotay_report_export_class_init (SotayReportExportClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = sotay_report_export_finalize;
  g_type_ensure (SOTAY_TYPE_NOTICE);
  g_type_ensure (SOTAY_TYPE_WORK_BOX);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/sotay_vneid/SotayVneid/ui/reports/report-export.ui");
  gtk_widget_class_bind_template_child (widget_class, SotayReportExport, notice);
  gtk_widget_class_bind_template_child (widget_class, SotayReportExport, work_box);
  gtk_widget_class_bind_template_callback (widget_class, start);
  gtk_widget_class_install_action (widget_class, "export.close", NULL, close_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "export.close", NULL);
}

static void
sotay_report_export_init (SotayReportExport *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
sotay_report_export_new (GtkWidget *widget, SotayReport *report, const char *path)
{
  SotayReportExport *self = g_object_new (SOTAY_TYPE_REPORT_EXPORT, "transient-for", gtk_widget_get_root (widget),
                                          NULL);

  g_set_weak_pointer (&self->widget, widget);
  self->report = sotay_report_ref (report);
  self->path = g_strdup (path);
  start (self);
  return GTK_WIDGET (self);
}

/* A name without the ending, or with one that says another format, gets the ending that was asked for. */
static char *
complete_path (const char *path, const char *format)
{
  return sotay_report_find_format (path) == sotay_report_find_format (format) ? g_strdup (path)
                                                                              : g_strconcat (path, ".", format, NULL);
}

static void
chosen_cb (GtkNativeDialog *chooser, int response, Choice *choice)
{
  g_autoptr (GFile) file = NULL;
  g_autofree char *path = NULL;
  g_autofree char *complete = NULL;

  if (response == GTK_RESPONSE_ACCEPT)
    file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (chooser));
  if (file != NULL)
    path = g_file_get_path (file);
  if (path == NULL || gtk_widget_get_root (choice->widget) == NULL)
    return;
  complete = complete_path (path, choice->format);
  gtk_window_present (GTK_WINDOW (sotay_report_export_new (choice->widget, choice->report, complete)));
}

void
sotay_report_export_choose_file (GtkWidget *widget, SotayReport *report, const char *stem, const char *format)
{
  GtkFileChooserNative *chooser = gtk_file_chooser_native_new (_("Export"), GTK_WINDOW (gtk_widget_get_root (widget)),
                                                               GTK_FILE_CHOOSER_ACTION_SAVE, NULL, NULL);
  g_autofree char *name = g_strconcat (stem, ".", format, NULL);
  Choice *choice = g_new0 (Choice, 1);

  choice->widget = g_object_ref (widget);
  choice->report = sotay_report_ref (report);
  choice->format = g_strdup (format);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (chooser), TRUE);
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (chooser), name);
  g_signal_connect_data (chooser, "response", G_CALLBACK (chosen_cb), choice, choice_free, 0);
  /* A native dialog belongs to nobody: it goes with its answer. */
  g_signal_connect (chooser, "response", G_CALLBACK (g_object_unref), NULL);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}

/* Letters without their marks; what file systems and mail programs stumble over is a hyphen. */
static void
append_plain (GString *name, const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  g_autofree char *apart = g_utf8_normalize (valid, -1, G_NORMALIZE_NFD);

  for (const char *p = apart; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c == 0x110 || c == 0x111) /* Đ, đ */
        g_string_append_c (name, c == 0x110 ? 'D' : 'd');
      else if (g_ascii_isalnum (c < 128 ? (char) c : ' ') || c == ' ')
        g_string_append_c (name, (char) c);
      else if (!g_unichar_ismark (c) && name->len > 0 && name->str[name->len - 1] != '-')
        g_string_append_c (name, '-');
    }
}

char *
sotay_report_file_stem (const char *title, const char *name)
{
  g_autoptr (GString) stem = g_string_new (NULL);

  append_plain (stem, title);
  if (name != NULL)
    {
      g_string_append (stem, " - ");
      append_plain (stem, name);
    }
  g_string_truncate (stem, MIN (stem->len, LONGEST_STEM));
  return g_strchomp (g_string_free (g_steal_pointer (&stem), FALSE));
}
