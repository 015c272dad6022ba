/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/table.h"
#include "cli/verbs.h"
#include "core/dates.h"
#include "core/numbers.h"
#include "services/messages.h"

#include <glib/gi18n-lib.h>

static const GOptionEntry no_options[] = { G_OPTION_ENTRY_NULL };

static SotayBackups *
get_backups (SotayCli *cli)
{
  return sotay_services_get_backups (sotay_cli_get_services (cli));
}

static void
write_number (JsonBuilder *json, const char *name, const SotayContents *contents, gint64 value)
{
  if (contents != NULL)
    sotay_json_add_number (json, name, value);
  else
    sotay_json_add_text (json, name, NULL);
}

static void
write_backup (JsonBuilder *json, SotayBackup *backup)
{
  const SotayContents *inside = sotay_backup_get_contents (backup);
  g_autofree char *time = g_date_time_format_iso8601 (sotay_backup_get_time (backup));
  g_autofree char *step = inside != NULL && inside->last_step != NULL ? sotay_describe_step (inside->last_step) : NULL;

  json_builder_begin_object (json);
  sotay_json_add_text (json, "id", sotay_backup_get_id (backup));
  sotay_json_add_text (json, "made_at", time);
  sotay_json_add_text (json, "cause", sotay_backup_cause_to_string (sotay_backup_get_cause (backup)));
  sotay_json_add_number (json, "bytes", sotay_backup_get_bytes (backup));
  write_number (json, "units", inside, inside != NULL ? inside->units : 0);
  write_number (json, "staff", inside, inside != NULL ? inside->staff : 0);
  write_number (json, "trained", inside, inside != NULL ? inside->trained : 0);
  sotay_json_add_text (json, "last_step", step);
  sotay_json_add_flag (json, "whole", inside != NULL);
  json_builder_end_object (json);
}

static char *
format_inside (SotayBackup *backup)
{
  const SotayContents *inside = sotay_backup_get_contents (backup);
  g_autofree char *units = NULL;
  g_autofree char *staff = NULL;
  g_autofree char *trained = NULL;

  if (inside == NULL)
    return g_strdup (_("damaged"));
  units = sotay_number_format (inside->units);
  staff = sotay_number_format (inside->staff);
  trained = sotay_number_format (inside->trained);
  return g_strdup_printf (_("units: %s, people: %s, trained: %s"), units, staff, trained);
}

static void
add_row (SotayTable *table, SotayBackup *backup)
{
  g_autofree char *iso = g_date_time_format (sotay_backup_get_time (backup), "%F");
  g_autofree char *clock = g_date_time_format (sotay_backup_get_time (backup), "%H:%M");
  g_autofree char *date = sotay_date_format_iso (iso);
  g_autofree char *when = g_strdup_printf ("%s %s", date, clock);
  g_autofree char *size = sotay_size_format (sotay_backup_get_bytes (backup));
  g_autofree char *inside = format_inside (backup);

  sotay_table_add (table, sotay_backup_get_id (backup), when, sotay_describe_cause (sotay_backup_get_cause (backup)),
                   size, inside);
}

static void
print_backups (SotayCli *cli, GPtrArray *backups)
{
  g_autoptr (SotayTable) table = sotay_table_new (5, 1 << 3);
  g_autoptr (JsonBuilder) json = json_builder_new ();

  json_builder_begin_array (json);
  for (guint i = 0; i < backups->len; i++)
    {
      write_backup (json, backups->pdata[i]);
      add_row (table, backups->pdata[i]);
    }
  json_builder_end_array (json);
  if (sotay_cli_wants_json (cli))
    sotay_cli_print_json (cli, json);
  else if (backups->len > 0)
    sotay_table_print (table);
  else
    g_print ("%s\n", _("There is no backup yet."));
}

static int
print_backup (SotayCli *cli, SotayBackup *backup, const char *sentence)
{
  g_autoptr (JsonBuilder) json = json_builder_new ();

  if (!sotay_cli_wants_json (cli))
    {
      g_print ("%s %s\n", sentence, sotay_backup_get_id (backup));
      return SOTAY_EXIT_DONE;
    }
  write_backup (json, backup);
  return sotay_cli_print_json (cli, json);
}

static int
make (SotayCli *cli)
{
  g_auto (GStrv) arguments = sotay_cli_parse (cli, no_options);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (SotayBackup) made = NULL;
  g_autoptr (GError) error = NULL;

  if (arguments == NULL)
    return sotay_cli_get_status (cli);
  sotay_backups_make_async (get_backups (cli), SOTAY_BACKUP_BY_HAND, NULL, sotay_cli_get_cancellable (cli),
                            sotay_cli_store_result, &result);
  sotay_cli_wait (&result);
  made = sotay_backups_make_finish (get_backups (cli), result, &error);
  return made != NULL ? print_backup (cli, made, _("Backup made:")) : sotay_cli_fail (cli, error);
}

static int
list (SotayCli *cli)
{
  g_auto (GStrv) arguments = sotay_cli_parse (cli, no_options);
  g_autoptr (GPtrArray) backups = NULL;
  g_autoptr (GError) error = NULL;

  if (arguments == NULL)
    return sotay_cli_get_status (cli);
  backups = sotay_backups_list (get_backups (cli), SOTAY_LOOK_CONTENTS, NULL, &error);
  if (backups == NULL)
    return sotay_cli_fail (cli, error);
  print_backups (cli, backups);
  return SOTAY_EXIT_DONE;
}

static int
restore (SotayCli *cli)
{
  g_auto (GStrv) arguments = sotay_cli_parse (cli, no_options);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (SotayBackup) before = NULL;
  g_autoptr (GError) error = NULL;

  if (arguments == NULL)
    return sotay_cli_get_status (cli);
  sotay_backups_restore_async (get_backups (cli), arguments[0], NULL, sotay_cli_get_cancellable (cli),
                               sotay_cli_store_result, &result);
  sotay_cli_wait (&result);
  before = sotay_backups_restore_finish (get_backups (cli), result, &error);
  if (before == NULL)
    return sotay_cli_fail (cli, error);
  return sotay_cli_print_id (cli, sotay_backup_get_id (before),
                             _("The backup is in the place of the register. The register as it was before is kept; see: sotay backup list"));
}

static gboolean
are_whole (GPtrArray *backups)
{
  for (guint i = 0; i < backups->len; i++)
    if (sotay_backup_get_contents (backups->pdata[i]) == NULL
        && sotay_backup_get_cause (backups->pdata[i]) != SOTAY_BACKUP_DAMAGED)
      return FALSE;
  return TRUE;
}

static int
check (SotayCli *cli)
{
  g_auto (GStrv) arguments = sotay_cli_parse (cli, no_options);
  g_autoptr (GPtrArray) backups = NULL;
  g_autoptr (GError) error = NULL;

  if (arguments == NULL)
    return sotay_cli_get_status (cli);
  backups = sotay_backups_list (get_backups (cli), SOTAY_LOOK_ALL, NULL, &error);
  if (backups == NULL)
    return sotay_cli_fail (cli, error);
  print_backups (cli, backups);
  if (are_whole (backups))
    return SOTAY_EXIT_DONE;
  g_printerr ("%s\n", _("Not every backup is whole: see the ones that are damaged."));
  return SOTAY_EXIT_COULD_NOT;
}

const SotayVerb sotay_backup_verbs[] = {
  { "backup make", "", N_("Make a backup of the register now"), 0, 0, make },
  { "backup list", "", N_("List the backups, newest first, with what is inside"), 0, 0, list },
  { "backup restore", N_("ID"), N_("Put a backup in the place of the register"), 1, 1, restore },
  { "backup check", "", N_("Look through every page of every backup"), 0, 0, check },
  { NULL },
};
