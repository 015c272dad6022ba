/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/guide-output.h"
#include "cli/verbs.h"
#include "services/settings.h"

#include <glib/gi18n-lib.h>

#define MANUAL_NAME "HDSO_VNeID.pdf"

static const GOptionEntry no_options[] = { G_OPTION_ENTRY_NULL };

static int
print_downloaded (SotayCli *cli, SotayManualCopy *copy, gboolean modified)
{
  g_autoptr (JsonBuilder) json = json_builder_new ();

  if (!sotay_cli_wants_json (cli))
    {
      if (!modified)
        g_print ("%s\n", _("The manual on this PC is the newest already."));
      return sotay_guide_output_print_copy (cli, copy);
    }
  json_builder_begin_object (json);
  sotay_guide_output_add_copy (json, copy);
  sotay_json_add_flag (json, "modified", modified);
  json_builder_end_object (json);
  return sotay_cli_print_json (cli, json);
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
  gboolean modified;

  if (arguments == NULL)
    return sotay_cli_get_status (cli);
  if (address == NULL)
    address = g_settings_get_string (sotay_services_get_settings (services), SOTAY_SETTING_MANUAL_ADDRESS);
  library = sotay_services_get_guide (services);
  sotay_guide_library_download_async (library, address, sotay_guide_output_show_progress, NULL,
                                      sotay_cli_get_cancellable (cli), sotay_cli_store_result, &result);
  sotay_cli_wait (&result);
  sotay_guide_output_end_progress ();
  copy = sotay_guide_library_download_finish (library, result, &modified, &error);
  return copy != NULL ? print_downloaded (cli, copy, modified) : sotay_cli_fail (cli, error);
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
    return sotay_guide_output_print_copy (cli, copy);
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
  sotay_guide_library_import_async (library, file, sotay_guide_output_show_progress, NULL,
                                    sotay_cli_get_cancellable (cli), sotay_cli_store_result, &result);
  sotay_cli_wait (&result);
  sotay_guide_output_end_progress ();
  copy = sotay_guide_library_import_finish (library, result, &error);
  return copy != NULL ? sotay_guide_output_print_copy (cli, copy) : sotay_cli_fail (cli, error);
}

/* A folder, such as that of a USB stick, gets a file of the usual name. */
static GFile *
find_target (const char *path)
{
  if (g_file_test (path, G_FILE_TEST_IS_DIR))
    return g_file_new_build_filename (path, MANUAL_NAME, NULL);
  return g_file_new_for_path (path);
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
  target = find_target (arguments[0]);
  sotay_guide_library_export_async (library, target, sotay_guide_output_show_progress, NULL,
                                    sotay_cli_get_cancellable (cli), sotay_cli_store_result, &result);
  sotay_cli_wait (&result);
  sotay_guide_output_end_progress ();
  if (!sotay_guide_library_export_finish (library, result, &error))
    return sotay_cli_fail (cli, error);
  if (!sotay_cli_wants_json (cli))
    g_print ("%s\n", _("Written, read back and compared. A USB stick can be removed now."));
  return sotay_guide_output_print_copy (cli, sotay_guide_library_read_current (library));
}

const SotayVerb sotay_guide_verbs[] = {
  { "guide download", "", N_("Download the manual, or what is still missing of it"), 0, 0, download },
  { "guide status", "", N_("Tell which copy of the manual is on this PC"), 0, 0, status },
  { "guide import", N_("FILE"), N_("Take the manual from a file, for example on a USB stick"), 1, 1, import },
  { "guide export", N_("FILE"), N_("Write the manual to a file, and read it back"), 1, 1, export },
  { NULL },
};
