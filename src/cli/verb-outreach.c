/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Carrying the utilities on to citizens. */
#include "cli/apply.h"
#include "cli/find.h"
#include "cli/inputs.h"
#include "cli/record-output.h"
#include "cli/table.h"
#include "cli/verbs.h"
#include "core/numbers.h"
#include "register/edit-records.h"
#include "register/outreach.h"

#include <glib/gi18n-lib.h>

static const SotayInput inputs[] = {
  { "date", SOTAY_OUTREACH_DAY, SOTAY_INPUT_DAY, N_("The day"), N_("DATE") },
  { "place", SOTAY_OUTREACH_PLACE, SOTAY_INPUT_TEXT, N_("Where"), N_("TEXT") },
  { "form", SOTAY_OUTREACH_FORM, SOTAY_INPUT_TEXT, N_("How, in your own words"), N_("TEXT") },
  { "reached", SOTAY_OUTREACH_REACHED, SOTAY_INPUT_NUMBER, N_("How many people were reached"), N_("NUMBER") },
  { "unit", SOTAY_OUTREACH_UNIT_ID, SOTAY_INPUT_UNIT, N_("The unit that did it"), N_("ID") },
  { "note", SOTAY_OUTREACH_NOTE, SOTAY_INPUT_LONG_TEXT, N_("A note"), N_("TEXT") },
  { NULL },
};

static int
add (SotayCli *cli)
{
  g_auto (SotayTyped) typed = { { NULL }, { NULL } };
  g_auto (GStrv) arguments = sotay_inputs_parse (cli, inputs, &typed, NULL);
  g_autoptr (SotayRecord) empty = sotay_record_new (SOTAY_RECORD_OUTREACH, NULL);
  g_autoptr (SotayRecord) outreach = NULL;
  g_autoptr (SotayStep) step = NULL;
  g_autoptr (GError) error = NULL;

  if (arguments == NULL)
    return sotay_cli_get_status (cli);
  if (sotay_inputs_get (inputs, &typed, SOTAY_OUTREACH_DAY) == NULL)
    return sotay_cli_misuse (cli, _("--date is needed"));
  outreach = sotay_inputs_put (cli, inputs, &typed, empty);
  if (outreach == NULL)
    return sotay_cli_get_status (cli);
  step = sotay_edit_add_record (outreach, &error);
  return sotay_cli_apply (cli, sotay_record_get_id (outreach), step, &error);
}

static int
edit (SotayCli *cli)
{
  return sotay_cli_edit_record (cli, SOTAY_RECORD_OUTREACH, inputs);
}

static int
remove_outreach (SotayCli *cli)
{
  return sotay_cli_remove_record (cli, SOTAY_RECORD_OUTREACH);
}

static int
print_json (SotayCli *cli, GPtrArray *records, GHashTable *names)
{
  g_autoptr (JsonBuilder) json = json_builder_new ();

  json_builder_begin_array (json);
  for (guint i = 0; i < records->len; i++)
    {
      SotayRecord *record = records->pdata[i];

      json_builder_begin_object (json);
      sotay_json_add_id (json, record);
      sotay_json_add_text (json, "date", sotay_record_get (record, SOTAY_OUTREACH_DAY));
      sotay_json_add_field (json, record, SOTAY_OUTREACH_PLACE);
      sotay_json_add_field (json, record, SOTAY_OUTREACH_FORM);
      sotay_json_add_number (json, "reached", sotay_outreach_get_reached (record));
      sotay_json_add_unit (json, sotay_record_get (record, SOTAY_OUTREACH_UNIT_ID), names);
      sotay_json_add_field (json, record, SOTAY_OUTREACH_NOTE);
      json_builder_end_object (json);
    }
  json_builder_end_array (json);
  return sotay_cli_print_json (cli, json);
}

static int
print_table (GPtrArray *records, GHashTable *names)
{
  g_autoptr (SotayTable) table = sotay_table_new (6, 1u << 4);
  g_autofree char *total_text = NULL;
  gint64 total = 0;

  sotay_table_add (table, _("Id"), _("Day"), _("Venue"), _("Form"), _("People reached"), _("Unit"));
  for (guint i = 0; i < records->len; i++)
    {
      SotayRecord *record = records->pdata[i];
      g_autofree char *day = sotay_cli_format_day (sotay_record_get (record, SOTAY_OUTREACH_DAY));
      g_autofree char *reached = sotay_number_format (sotay_outreach_get_reached (record));

      total += sotay_outreach_get_reached (record);
      sotay_table_add (table, sotay_record_get_id (record), day, sotay_record_get (record, SOTAY_OUTREACH_PLACE),
                       sotay_record_get (record, SOTAY_OUTREACH_FORM), reached,
                       sotay_cli_get_name (names, sotay_record_get (record, SOTAY_OUTREACH_UNIT_ID)));
    }
  total_text = sotay_number_format (total);
  sotay_table_print (table);
  g_print (_("%s people reached"), total_text);
  g_print ("\n");
  return SOTAY_EXIT_DONE;
}

static int
list (SotayCli *cli)
{
  g_auto (SotayRecordFilter) filter = { NULL };
  g_auto (GStrv) arguments = sotay_record_filter_parse (cli, &filter, NULL);
  g_autoptr (GPtrArray) units = NULL;
  g_autoptr (GPtrArray) records = NULL;
  g_autoptr (GHashTable) names = NULL;

  if (arguments == NULL)
    return sotay_cli_get_status (cli);
  records = sotay_cli_list_records (cli, SOTAY_RECORD_OUTREACH, SOTAY_OUTREACH_UNIT_ID, SOTAY_OUTREACH_DAY, &filter,
                                    &units);
  if (records == NULL)
    return sotay_cli_get_status (cli);
  sotay_record_filter_cut (&filter, records);
  names = sotay_cli_index_names (units);
  return sotay_cli_wants_json (cli) ? print_json (cli, records, names) : print_table (records, names);
}

const SotayVerb sotay_outreach_verbs[] = {
  { "outreach add", "", N_("Add an outreach to citizens"), 0, 0, add },
  { "outreach list", "", N_("List the outreach to citizens, newest first"), 0, 0, list },
  { "outreach edit", N_("ID"), N_("Change an outreach; an empty value clears a field"), 1, 1, edit },
  { "outreach remove", N_("ID"), N_("Remove an outreach"), 1, 1, remove_outreach },
  { NULL },
};
