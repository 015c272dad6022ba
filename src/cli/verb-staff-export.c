/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/verbs.h"
#include "core/paths.h"
#include "reports/sheet-writer.h"
#include "reports/staff-export.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  char *unit;
  char *search;
  gboolean untrained;
} Options;

static gboolean
check_unit (SotayStore *store, const char *unit, GError **error)
{
  g_autoptr (GPtrArray) units = NULL;

  if (unit == NULL)
    return TRUE;
  units = sotay_store_list_units (store, NULL, error);
  return units != NULL && sotay_cli_find_unit (units, unit, error) != NULL;
}

static int
print_result (SotayCli *cli, const char *path, gint64 count)
{
  g_autoptr (JsonBuilder) json = json_builder_new ();

  if (!sotay_cli_wants_json (cli))
    {
      g_print (ngettext ("%u person exported to %s\n", "%u people exported to %s\n", (gulong) count), (guint) count,
               path);
      return SOTAY_EXIT_DONE;
    }
  json_builder_begin_object (json);
  sotay_json_add_number (json, "exported", count);
  sotay_json_add_text (json, "file", path);
  json_builder_end_object (json);
  return sotay_cli_print_json (cli, json);
}

static int
write_file (SotayCli *cli, const Options *chosen, const char *path)
{
  SotayStore *store = sotay_services_get_store (sotay_cli_get_services (cli));
  SotayStaffScope scope = chosen->untrained ? SOTAY_STAFF_UNTRAINED : SOTAY_STAFF_ALL;
  g_autoptr (SotayStaffQuery) query = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  gint64 count;

  if (!check_unit (store, chosen->unit, &error) || !sotay_paths_check_target (path, &error))
    return sotay_cli_fail (cli, error);
  query = sotay_staff_query_new (chosen->unit, scope, chosen->search, NULL);
  sotay_staff_export_async (store, query, path, NULL, sotay_cli_get_cancellable (cli), sotay_cli_store_result,
                            &result);
  sotay_cli_wait (&result);
  count = sotay_staff_export_finish (result, &error);
  return count >= 0 ? print_result (cli, path, count) : sotay_cli_fail (cli, error);
}

static int
export (SotayCli *cli)
{
  g_autofree char *unit = NULL;
  g_autofree char *search = NULL;
  Options chosen = { NULL };
  const GOptionEntry options[] = {
    { "unit", 0, 0, G_OPTION_ARG_STRING, &unit, N_("Only this unit and the units below it"), N_("ID") },
    { "untrained", 0, 0, G_OPTION_ARG_NONE, &chosen.untrained, N_("Only those who are still to be trained"), NULL },
    { "search", 0, 0, G_OPTION_ARG_STRING, &search, N_("Only those with these words; accents are optional"),
      N_("TEXT") },
    G_OPTION_ENTRY_NULL,
  };
  g_auto (GStrv) arguments = sotay_cli_parse (cli, options);

  if (arguments == NULL)
    return sotay_cli_get_status (cli);
  if (!sotay_sheet_writer_is_known (arguments[0]))
    return sotay_cli_misuse (cli, _("The name of the file must end in .xlsx or .csv"));
  chosen.unit = unit;
  chosen.search = search;
  return write_file (cli, &chosen, arguments[0]);
}

const SotayVerb sotay_staff_export_verbs[] = {
  { "staff export", N_("FILE"), N_("Write the list of people to a file for spreadsheets"), 1, 1, export },
  { NULL },
};
