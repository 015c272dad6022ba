/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/reports/report-mail.h"

#include "core/mail.h"
#include "reports/report-pdf.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

typedef struct
{
  SotayReport *report;
  char *path;
} Letter;

static void
letter_free (Letter *letter)
{
  sotay_report_unref (letter->report);
  g_free (letter->path);
  g_free (letter);
}

static void
composed_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  GError *error = NULL;

  if (sotay_mail_compose_finish (result, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
written_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  const Letter *letter = g_task_get_task_data (task);
  g_autofree char *subject = sotay_report_get_title (letter->report);
  GError *error = NULL;

  if (!g_task_propagate_boolean (G_TASK (result), &error))
    {
      g_task_return_error (task, error);
      return;
    }
  sotay_mail_compose_async (NULL, subject, _("The report is attached."), letter->path, g_task_get_cancellable (task),
                            composed_cb, g_object_ref (task));
}

static void
write_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const Letter *letter = data;
  GError *error = NULL;

  if (sotay_report_write_pdf (letter->report, letter->path, NULL, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static Letter *
new_letter (SotayReport *report, const char *folder, const char *stem)
{
  Letter *letter = g_new0 (Letter, 1);
  g_autofree char *name = g_strconcat (stem, ".pdf", NULL);

  letter->report = sotay_report_ref (report);
  letter->path = g_build_filename (folder, name, NULL);
  return letter;
}

void
sotay_report_mail_async (SotayReport *report, const char *folder, const char *stem, GCancellable *cancellable,
                         GAsyncReadyCallback callback, gpointer data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, data);
  g_autoptr (GTask) writing = g_task_new (NULL, cancellable, written_cb, g_object_ref (task));

  g_task_set_source_tag (task, sotay_report_mail_async);
  g_task_set_task_data (task, new_letter (report, folder, stem), (GDestroyNotify) letter_free);
  g_task_set_task_data (writing, new_letter (report, folder, stem), (GDestroyNotify) letter_free);
  g_task_run_in_thread (writing, write_in_thread);
}

gboolean
sotay_report_mail_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

char *
sotay_report_mail_make_folder (GError **error)
{
  return g_dir_make_tmp ("sotay-XXXXXX", error);
}

void
sotay_report_mail_remove_folder (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      g_unlink (path);
    }
  g_rmdir (folder);
}
