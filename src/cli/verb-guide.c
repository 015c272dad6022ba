/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/verbs.h"
#include "core/numbers.h"
#include "services/settings.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>

static const GOptionEntry no_options[] = { G_OPTION_ENTRY_NULL };

static void
store_result_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  GAsyncResult **slot = data;

  *slot = g_object_ref (result);
}

static void
wait_for (GAsyncResult **slot)
{
  while (*slot == NULL)
    g_main_context_iteration (NULL, TRUE);
}

static int
print_copy (SotayCli *cli, SotayManualCopy *copy)
{
  g_autoptr (GDateTime) time = g_date_time_new_from_unix_utc (sotay_manual_copy_get_downloaded_at (copy));
  g_autofree char *iso = g_date_time_format_iso8601 (time);
  g_autofree char *size = sotay_size_format (sotay_manual_copy_get_bytes (copy));
  g_autoptr (JsonBuilder) json = json_builder_new ();

  if (!sotay_cli_wants_json (cli))
    {
      g_print (ngettext ("%s, %u page, %s\n", "%s, %u pages, %s\n", sotay_manual_copy_get_pages (copy)), size,
               sotay_manual_copy_get_pages (copy), iso);
      g_print ("%s\nSHA-256 %s\n", sotay_manual_copy_get_address (copy), sotay_manual_copy_get_sha256 (copy));
      return SOTAY_EXIT_DONE;
    }
  json_builder_begin_object (json);
  sotay_json_add_text (json, "sha256", sotay_manual_copy_get_sha256 (copy));
  sotay_json_add_number (json, "bytes", sotay_manual_copy_get_bytes (copy));
  sotay_json_add_number (json, "pages", sotay_manual_copy_get_pages (copy));
  sotay_json_add_text (json, "address", sotay_manual_copy_get_address (copy));
  sotay_json_add_number (json, "resumed_from", 0); /* for a version that resumes */
  sotay_json_add_text (json, "downloaded_at", iso);
  json_builder_end_object (json);
  return sotay_cli_print_json (cli, json);
}

/* Only for a person who looks on: one line that is written again and again. */
static void
show_progress (gint64 bytes, gint64 total, gint64 bytes_per_second, gint64 seconds_left, gpointer data)
{
  g_autofree char *done = sotay_size_format (bytes);
  g_autofree char *rate = sotay_size_format (bytes_per_second);
  g_autofree char *percent = sotay_percent_format (bytes, total);

  if (!g_log_writer_supports_color (fileno (stderr)))
    return;
  g_printerr ("\r%s  %s  %s/s   ", total > 0 ? percent : "", done, rate);
}

static int
download (SotayCli *cli)
{
  g_autofree char *address = NULL;
  const GOptionEntry options[] = {
    { "address", 0, 0, G_OPTION_ARG_STRING, &address, N_("The address; the one in the settings otherwise"),
      N_("ADDRESS") },
    G_OPTION_ENTRY_NULL,
  };
  g_auto (GStrv) arguments = sotay_cli_parse (cli, options);
  SotayServices *services = sotay_cli_get_services (cli);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (SotayManualCopy) copy = NULL;
  g_autoptr (GError) error = NULL;
  SotayGuideLibrary *library;

  if (arguments == NULL)
    return sotay_cli_get_status (cli);
  if (address == NULL)
    address = g_settings_get_string (sotay_services_get_settings (services), SOTAY_SETTING_MANUAL_ADDRESS);
  library = sotay_services_get_guide (services);
  sotay_guide_library_download_async (library, address, show_progress, NULL, sotay_cli_get_cancellable (cli),
                                      store_result_cb, &result);
  wait_for (&result);
  if (g_log_writer_supports_color (fileno (stderr)))
    g_printerr ("\n");
  copy = sotay_guide_library_download_finish (library, result, &error);
  return copy != NULL ? print_copy (cli, copy) : sotay_cli_fail (cli, error);
}

static int
status (SotayCli *cli)
{
  g_auto (GStrv) arguments = sotay_cli_parse (cli, no_options);
  SotayManualCopy *copy;

  if (arguments == NULL)
    return sotay_cli_get_status (cli);
  copy = sotay_guide_library_read_current (sotay_services_get_guide (sotay_cli_get_services (cli)));
  if (copy != NULL)
    return print_copy (cli, copy);
  g_print ("%s\n", sotay_cli_wants_json (cli) ? "null" : _("There is no copy of the manual yet."));
  return SOTAY_EXIT_DONE;
}

static int
import (SotayCli *cli)
{
  g_auto (GStrv) arguments = sotay_cli_parse (cli, no_options);
  SotayGuideLibrary *library;
  g_autoptr (GFile) file = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (SotayManualCopy) copy = NULL;
  g_autoptr (GError) error = NULL;

  if (arguments == NULL)
    return sotay_cli_get_status (cli);
  library = sotay_services_get_guide (sotay_cli_get_services (cli));
  file = g_file_new_for_path (arguments[0]);
  sotay_guide_library_import_async (library, file, sotay_cli_get_cancellable (cli), store_result_cb, &result);
  wait_for (&result);
  copy = sotay_guide_library_import_finish (library, result, &error);
  return copy != NULL ? print_copy (cli, copy) : sotay_cli_fail (cli, error);
}

static int
export (SotayCli *cli)
{
  g_auto (GStrv) arguments = sotay_cli_parse (cli, no_options);
  SotayGuideLibrary *library;
  g_autoptr (GFile) target = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  if (arguments == NULL)
    return sotay_cli_get_status (cli);
  library = sotay_services_get_guide (sotay_cli_get_services (cli));
  target = g_file_new_for_path (arguments[0]);
  sotay_guide_library_export_async (library, target, sotay_cli_get_cancellable (cli), store_result_cb, &result);
  wait_for (&result);
  if (!sotay_guide_library_export_finish (library, result, &error))
    return sotay_cli_fail (cli, error);
  return print_copy (cli, sotay_guide_library_read_current (library));
}

const SotayVerb sotay_guide_verbs[] = {
  { "guide download", "", N_("Download the manual; one that broke off starts over"), 0, 0, download },
  { "guide status", "", N_("Tell which copy of the manual is on this PC"), 0, 0, status },
  { "guide import", N_("FILE"), N_("Take the manual from a file, for example on a USB stick"), 1, 1, import },
  { "guide export", N_("FILE"), N_("Write the manual to a file"), 1, 1, export },
  { NULL },
};
