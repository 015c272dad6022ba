/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What 100 % means. */
#include "cli/apply.h"
#include "cli/find.h"
#include "cli/inputs.h"
#include "cli/record-output.h"
#include "cli/verbs.h"
#include "register/campaign.h"
#include "register/edit-records.h"
#include "register/employment.h"
#include "register/utilities.h"

#include <glib/gi18n-lib.h>

static const SotayInput inputs[] = {
  { "title", SOTAY_CAMPAIGN_TITLE, SOTAY_INPUT_TEXT, N_("What the campaign is called"), N_("TEXT") },
  { "utilities", SOTAY_CAMPAIGN_UTILITIES, SOTAY_INPUT_UTILITIES, N_("What everyone must have been taught"),
    "U1,U2|all" },
  { "employments", SOTAY_CAMPAIGN_EMPLOYMENTS, SOTAY_INPUT_WORDS,
    N_("Which kinds of employment count, as in “staff add” and parted by commas, or “all”"), N_("KINDS"),
    "official|public|worker|part-time|neighbourhood|other" },
  { "deadline", SOTAY_CAMPAIGN_DEADLINE, SOTAY_INPUT_DAY, N_("Until when"), N_("DATE") },
  { NULL },
};

/* The campaign, NULL in @campaign when the letter's own rules hold. */
static gboolean
load (SotayCli *cli, SotayRecord **campaign, GError **error)
{
  g_autoptr (GPtrArray) records = sotay_store_list_records (sotay_cli_get_store (cli), SOTAY_RECORD_CAMPAIGN, -1, NULL,
                                                            NULL, error);

  if (records == NULL)
    return FALSE;
  *campaign = records->len > 0 ? g_object_ref (records->pdata[0]) : NULL;
  return TRUE;
}

static int
print_json (SotayCli *cli, SotayRecord *campaign)
{
  g_autofree char *utilities = sotay_utilities_format (sotay_campaign_get_utilities (campaign));
  g_autoptr (JsonBuilder) json = json_builder_new ();

  json_builder_begin_object (json);
  sotay_json_add_text (json, "title", campaign != NULL ? sotay_record_get (campaign, SOTAY_CAMPAIGN_TITLE) : NULL);
  sotay_json_add_parts (json, "utilities", utilities, " ");
  json_builder_set_member_name (json, "employments");
  json_builder_begin_array (json);
  for (guint i = 0; i < SOTAY_EMPLOYMENT_N; i++)
    if (sotay_campaign_counts (campaign, sotay_employment_to_string (i)))
      json_builder_add_string_value (json, sotay_employment_to_string (i));
  json_builder_end_array (json);
  sotay_json_add_text (json, "deadline",
                       campaign != NULL ? sotay_record_get (campaign, SOTAY_CAMPAIGN_DEADLINE) : NULL);
  json_builder_end_object (json);
  return sotay_cli_print_json (cli, json);
}

static char *
describe_employments (SotayRecord *campaign)
{
  g_autoptr (GString) text = g_string_new (NULL);
  guint n = 0;

  for (guint i = 0; i < SOTAY_EMPLOYMENT_N; i++)
    if (sotay_campaign_counts (campaign, sotay_employment_to_string (i)))
      {
        g_string_append_printf (text, "%s%s", n > 0 ? ", " : "",
                                sotay_cli_describe_employment (sotay_employment_to_string (i)));
        n++;
      }
  return g_strdup (n == SOTAY_EMPLOYMENT_N ? _("everyone") : text->str);
}

static int
print_text (SotayRecord *campaign)
{
  g_autofree char *stored = sotay_utilities_format (sotay_campaign_get_utilities (campaign));
  g_autofree char *utilities = sotay_cli_format_utilities (stored);
  g_autofree char *employments = describe_employments (campaign);
  g_autofree char *deadline = sotay_cli_format_day (
      campaign != NULL ? sotay_record_get (campaign, SOTAY_CAMPAIGN_DEADLINE) : NULL);

  sotay_cli_print_line (_("Campaign"), campaign != NULL ? sotay_record_get (campaign, SOTAY_CAMPAIGN_TITLE) : NULL);
  sotay_cli_print_line (_("Required utilities"), utilities);
  sotay_cli_print_line (_("Who counts"), employments);
  sotay_cli_print_line (_("Deadline"), deadline);
  return SOTAY_EXIT_DONE;
}

static int
show (SotayCli *cli)
{
  static const GOptionEntry no_options[] = { G_OPTION_ENTRY_NULL };
  g_auto (GStrv) arguments = sotay_cli_parse (cli, no_options);
  g_autoptr (SotayRecord) campaign = NULL;
  g_autoptr (GError) error = NULL;

  if (arguments == NULL)
    return sotay_cli_get_status (cli);
  if (!load (cli, &campaign, &error))
    return sotay_cli_fail (cli, error);
  return sotay_cli_wants_json (cli) ? print_json (cli, campaign) : print_text (campaign);
}

static int
set (SotayCli *cli)
{
  g_auto (SotayTyped) typed = { { NULL }, { NULL } };
  g_auto (GStrv) arguments = sotay_inputs_parse (cli, inputs, &typed, NULL);
  g_autoptr (SotayRecord) before = NULL;
  g_autoptr (SotayRecord) start = NULL;
  g_autoptr (SotayRecord) after = NULL;
  g_autoptr (SotayStep) step = NULL;
  g_autoptr (GError) error = NULL;

  if (arguments == NULL)
    return sotay_cli_get_status (cli);
  if (sotay_typed_is_empty (&typed))
    return sotay_cli_misuse (cli, _("Nothing to change was given"));
  if (!load (cli, &before, &error))
    return sotay_cli_fail (cli, error);
  start = before != NULL ? g_object_ref (before) : sotay_record_new (SOTAY_RECORD_CAMPAIGN, SOTAY_CAMPAIGN_ID);
  after = sotay_inputs_put (cli, inputs, &typed, start);
  if (after == NULL)
    return sotay_cli_get_status (cli);
  step = sotay_edit_change_record (before, after, &error);
  return sotay_cli_apply (cli, SOTAY_CAMPAIGN_ID, step, &error);
}

const SotayVerb sotay_campaign_verbs[] = {
  { "campaign show", "", N_("Show what counts as trained: what, who, until when"), 0, 0, show },
  { "campaign set", "", N_("Change what counts as trained; an empty value clears a field"), 0, 0, set },
  { NULL },
};
