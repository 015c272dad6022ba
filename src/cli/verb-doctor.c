/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/table.h"
#include "cli/verbs.h"
#include "core/dates.h"
#include "core/paths.h"
#include "core/text.h"
#include "guide/helper-process.h"
#include "guide/inspector.h"
#include "services/messages.h"

#include <glib/gi18n-lib.h>

/* What was looked at, and whether it is as it should be. */
typedef struct
{
  JsonBuilder *json;
  SotayTable *table;
  gboolean good;
} Report;

static void
add (Report *report, const char *name, const char *label, gboolean good, const char *text)
{
  json_builder_begin_object (report->json);
  sotay_json_add_text (report->json, "name", name);
  sotay_json_add_flag (report->json, "ok", good);
  sotay_json_add_text (report->json, "text", text);
  json_builder_end_object (report->json);
  sotay_table_add (report->table, good ? "✓" : "✗", label, text);
  report->good = report->good && good;
}

static void
add_versions (Report *report)
{
  g_autofree char *text = NULL;

  text = g_strdup_printf ("sotay %s, GLib %u.%u.%u, ICU collation %s", SOTAY_VERSION, glib_major_version,
                          glib_minor_version, glib_micro_version, sotay_text_collation_version ());
  add (report, "version", _("Versions"), TRUE, text);
}

/* A path that is not there yet is in order: the first use makes it. */
static void
add_private (Report *report, const char *name, const char *label, const char *path)
{
  g_autofree char *quoted = g_shell_quote (path);
  g_autofree char *text = NULL;

  if (!g_file_test (path, G_FILE_TEST_EXISTS))
    text = g_strdup_printf (_("%s (not made yet)"), path);
  else if (!sotay_paths_is_private (path))
    text = g_strdup_printf (_("%s can be read by others. Run: chmod -R go= %s"), path, quoted);
  if (text != NULL)
    add (report, name, label, !g_file_test (path, G_FILE_TEST_EXISTS), text);
  else
    add (report, name, label, TRUE, path);
}

static void
add_home (Report *report)
{
  g_autofree char *home = sotay_paths_data (NULL);
  g_autoptr (GError) error = NULL;

  if (sotay_paths_make_private (home, &error))
    add_private (report, "home", _("Data folder"), home);
  else
    add (report, "home", _("Data folder"), FALSE, error->message);
}

static void
add_content (Report *report, SotayServices *services)
{
  SotayCatalogue *catalogue = sotay_services_get_catalogue (services);
  const GError *problem = sotay_services_get_content_problem (services);
  g_autofree char *edition = sotay_date_format_iso (sotay_catalogue_get_edition (catalogue));
  g_autofree char *text = NULL;

  if (problem != NULL)
    text = sotay_describe_error (problem);
  else
    text = g_strdup_printf (_("edition of %s, pages: %u"), edition, sotay_catalogue_get_pages (catalogue)->len);
  add (report, "content", _("Content"), problem == NULL, text);
}

static void
add_register (Report *report, SotayServices *services)
{
  g_autofree char *path = sotay_paths_data ("register.db");
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;

  add_private (report, "register-file", _("Register file"), path);
  if (!g_file_test (path, G_FILE_TEST_EXISTS))
    return;
  text = sotay_store_check (sotay_services_get_store (services), NULL, &error);
  if (text != NULL)
    {
      add (report, "register", _("Register"), TRUE, text);
      return;
    }
  text = sotay_describe_error (error);
  add (report, "register", _("Register"), FALSE, text);
}

static void
add_place (Report *report, SotayServices *services)
{
  gboolean shared;
  g_autofree char *kind = sotay_services_find_place (services, &shared);
  g_autofree char *text = NULL;

  if (shared)
    text = g_strdup_printf (_("on a network share (%s): only one PC at a time can open it"), kind);
  else
    text = g_strdup_printf (_("on this PC (%s)"), kind);
  add (report, "register-place", _("Place of the register"), TRUE, text);
}

/* Only the newest is looked through; "backup check" does it for all. */
static void
add_backups (Report *report, SotayServices *services)
{
  SotayBackups *backups = sotay_services_get_backups (services);
  g_autoptr (GPtrArray) all = sotay_backups_list (backups, SOTAY_LOOK_CONTENTS, NULL, NULL);
  g_autoptr (SotayContents) inside = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *day = NULL;
  g_autofree char *date = NULL;
  g_autofree char *text = NULL;

  add_private (report, "backups-folder", _("Folder of the backups"), sotay_backups_get_folder (backups));
  if (all->len == 0)
    {
      add (report, "backups", _("Backups"), TRUE, _("There is no backup yet."));
      return;
    }
  inside = sotay_store_look_inside (sotay_backups_get_store (backups), sotay_backup_get_path (all->pdata[0]),
                                    SOTAY_LOOK_ALL, NULL, &error);
  day = g_date_time_format (sotay_backup_get_time (all->pdata[0]), "%F");
  date = sotay_date_format_iso (day);
  if (inside != NULL)
    text = g_strdup_printf (_("%u, the newest of %s, which is whole"), all->len, date);
  else
    text = sotay_describe_error (error);
  add (report, "backups", _("Backups"), inside != NULL, text);
}

static void
add_sandbox (Report *report, const char *helper)
{
  SotaySandboxLevel level;
  g_autoptr (GError) error = NULL;
  g_autofree char *reason = NULL;

  if (!sotay_inspector_probe (helper, &level, &error))
    {
      reason = sotay_describe_error (error);
      add (report, "guide-sandbox", _("Sandbox of the reader"), FALSE, reason);
    }
  else if (level == SOTAY_SANDBOX_FULL)
    add (report, "guide-sandbox", _("Sandbox of the reader"), TRUE,
         _("complete: it sees no file but the document and the fonts, no network and no other program"));
  else
    add (report, "guide-sandbox", _("Sandbox of the reader"), TRUE,
         _("incomplete: only what the reader itself gives up protects this PC. Install bubblewrap, or ask whoever looks after this PC to permit user name spaces"));
}

static void
add_guide (Report *report, SotayServices *services)
{
  g_autofree char *folder = sotay_paths_data ("guide");
  g_autofree char *helper = sotay_paths_helper (SOTAY_HELPER_NAME);
  gboolean there = g_file_test (helper, G_FILE_TEST_IS_EXECUTABLE);
  SotayManualCopy *copy = sotay_guide_library_read_current (sotay_services_get_guide (services));

  add_private (report, "guide-folder", _("Folder of the manual"), folder);
  if (copy == NULL)
    add (report, "guide", _("Manual"), TRUE, _("There is no copy of the manual yet."));
  else
    add (report, "guide", _("Manual"), g_file_test (sotay_manual_copy_get_path (copy), G_FILE_TEST_IS_REGULAR),
         sotay_manual_copy_get_path (copy));
  add (report, "guide-helper", _("Reader of PDFs"), there, helper);
  if (there)
    add_sandbox (report, helper);
}

static int
run (SotayCli *cli)
{
  static const GOptionEntry no_options[] = { G_OPTION_ENTRY_NULL };
  g_auto (GStrv) arguments = sotay_cli_parse (cli, no_options);
  g_autoptr (JsonBuilder) json = json_builder_new ();
  g_autoptr (SotayTable) table = sotay_table_new (3, 0);
  SotayServices *services = sotay_cli_get_services (cli);
  g_autofree char *settings = sotay_paths_settings ();
  Report report = { json, table, TRUE };

  if (arguments == NULL)
    return sotay_cli_get_status (cli);
  json_builder_begin_object (json);
  json_builder_set_member_name (json, "checks");
  json_builder_begin_array (json);
  add_versions (&report);
  add_home (&report);
  add_private (&report, "settings", _("Settings"), settings);
  add_content (&report, services);
  add_place (&report, services);
  add_register (&report, services);
  add_backups (&report, services);
  add_guide (&report, services);
  json_builder_end_array (json);
  sotay_json_add_flag (json, "ok", report.good);
  json_builder_end_object (json);
  if (sotay_cli_wants_json (cli))
    sotay_cli_print_json (cli, json);
  else
    sotay_table_print (table);
  if (!report.good)
    g_printerr ("%s\n", _("Something is wrong: see the lines marked ✗ and the entries that are not ok."));
  return report.good ? SOTAY_EXIT_DONE : SOTAY_EXIT_COULD_NOT;
}

const SotayVerb sotay_doctor_verbs[] = {
  { "doctor", "", N_("Look whether everything is in order"), 0, 0, run },
  { NULL },
};
