/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/report-output.h"

#include "core/paths.h"
#include "reports/report-writer.h"

#include <glib/gi18n-lib.h>
#include <string.h>

typedef struct
{
  SotayReport *report;
  const SotayReportFormat *format;
  const char *path;
} Order;

gboolean
sotay_cli_check_report_options (SotayCli *cli, const char *format, const char *output)
{
  if (output == NULL)
    sotay_cli_misuse (cli, _("Say with --output where the file goes"));
  else if (format != NULL && (strchr (format, '.') != NULL || sotay_report_find_format (format) == NULL))
    sotay_cli_misuse (cli, _("--format must be pdf, docx, xlsx, csv or json"));
  else if (format == NULL && sotay_report_find_format (output) == NULL)
    sotay_cli_misuse (cli, _("The name of the file must end in .pdf, .docx, .xlsx, .csv or .json, or say --format"));
  else
    return TRUE;
  return FALSE;
}

/* In a thread, so that Ctrl+C is heard meanwhile. */
static void
write_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  Order *order = task_data;
  g_autoptr (GError) error = NULL;

  if (sotay_report_write (order->report, order->path, order->format, NULL, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

gboolean
sotay_cli_write_report (SotayCli *cli, SotayReport *report, const char *format, const char *output, GError **error)
{
  Order order = { report, sotay_report_find_format (format != NULL ? format : output), output };
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GTask) task = NULL;

  if (!sotay_paths_check_target (output, error))
    return FALSE;
  task = g_task_new (NULL, sotay_cli_get_cancellable (cli), sotay_cli_store_result, &result);
  g_task_set_task_data (task, &order, NULL);
  g_task_run_in_thread (task, write_thread);
  sotay_cli_wait (&result);
  if (!g_task_propagate_boolean (task, error))
    return FALSE;
  if (!sotay_cli_wants_json (cli))
    g_print (_("Written: %s\n"), output);
  return TRUE;
}
