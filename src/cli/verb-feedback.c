/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Obstacles and proposals. */
#include "cli/apply.h"
#include "cli/find.h"
#include "cli/inputs.h"
#include "cli/record-output.h"
#include "cli/table.h"
#include "cli/verbs.h"
#include "core/dates.h"
#include "register/edit-records.h"
#include "register/feedback.h"

#include <glib/gi18n-lib.h>

#define KINDS "obstacle|proposal"
#define STATES "open|sent|solved"

static const SotayInput inputs[] = {
  { "kind", SOTAY_FEEDBACK_KIND, SOTAY_INPUT_WORD, N_("An obstacle, or a proposal"), KINDS },
  { "text", SOTAY_FEEDBACK_TEXT, SOTAY_INPUT_LONG_TEXT, N_("What it says"), N_("TEXT") },
  { "date", SOTAY_FEEDBACK_MADE_ON, SOTAY_INPUT_DAY, N_("The day on which it was made; today otherwise"), N_("DATE") },
  { "unit", SOTAY_FEEDBACK_UNIT_ID, SOTAY_INPUT_UNIT, N_("The unit that makes it"), N_("ID") },
  { "utility", SOTAY_FEEDBACK_UTILITY, SOTAY_INPUT_UTILITY, N_("The utility that it is about"), "U1…U16" },
  { NULL },
};

static const SotayInput send_inputs[] = {
  { "to", SOTAY_FEEDBACK_SENT_TO, SOTAY_INPUT_TEXT, N_("To whom it was sent"), N_("NAME") },
  { "date", SOTAY_FEEDBACK_SENT_ON, SOTAY_INPUT_DAY, N_("The day on which it was sent; today otherwise"), N_("DATE") },
  { NULL },
};

static const SotayInput solve_inputs[] = {
  { "answer", SOTAY_FEEDBACK_ANSWER, SOTAY_INPUT_LONG_TEXT, N_("What the answer was"), N_("TEXT") },
  { "date", SOTAY_FEEDBACK_SOLVED_ON, SOTAY_INPUT_DAY, N_("The day on which it was solved; today otherwise"),
    N_("DATE") },
  { NULL },
};

static const SotayInput no_inputs[] = { { NULL } };

static SotayRecord *
take_with (SotayRecord *record, guint field, const char *value)
{
  SotayRecord *changed = sotay_record_with (record, field, value);

  g_object_unref (record);
  return changed;
}

static SotayRecord *
take_with_today (SotayRecord *record, guint field)
{
  GDate today = sotay_date_today ();
  g_autofree char *iso = sotay_date_to_iso (&today);

  return take_with (record, field, iso);
}

static int
add (SotayCli *cli)
{
  g_auto (SotayTyped) typed = { { NULL }, { NULL } };
  g_auto (GStrv) arguments = sotay_inputs_parse (cli, inputs, &typed, NULL);
  g_autoptr (SotayRecord) empty = sotay_record_new (SOTAY_RECORD_FEEDBACK, NULL);
  g_autoptr (SotayRecord) feedback = NULL;
  g_autoptr (SotayStep) step = NULL;
  g_autoptr (GError) error = NULL;

  if (arguments == NULL)
    return sotay_cli_get_status (cli);
  if (sotay_inputs_get (inputs, &typed, SOTAY_FEEDBACK_KIND) == NULL
      || sotay_inputs_get (inputs, &typed, SOTAY_FEEDBACK_TEXT) == NULL)
    return sotay_cli_misuse (cli, _("--kind and --text are needed"));
  empty = take_with (empty, SOTAY_FEEDBACK_STATE, sotay_feedback_state_to_string (SOTAY_FEEDBACK_OPEN));
  empty = take_with_today (empty, SOTAY_FEEDBACK_MADE_ON);
  feedback = sotay_inputs_put (cli, inputs, &typed, empty);
  if (feedback == NULL)
    return sotay_cli_get_status (cli);
  step = sotay_edit_add_record (feedback, &error);
  return sotay_cli_apply (cli, sotay_record_get_id (feedback), step, &error);
}

static int
edit (SotayCli *cli)
{
  return sotay_cli_edit_record (cli, SOTAY_RECORD_FEEDBACK, inputs);
}

static int
remove_feedback (SotayCli *cli)
{
  return sotay_cli_remove_record (cli, SOTAY_RECORD_FEEDBACK);
}

/* A copy of @record in @state: days that belong to a later one go, and what it needs is today. */
static SotayRecord *
bring_to (SotayRecord *record, SotayFeedbackState state)
{
  SotayRecord *copy = sotay_record_with (record, SOTAY_FEEDBACK_STATE, sotay_feedback_state_to_string (state));

  if (state == SOTAY_FEEDBACK_SOLVED)
    return take_with_today (copy, SOTAY_FEEDBACK_SOLVED_ON);
  copy = take_with (copy, SOTAY_FEEDBACK_SOLVED_ON, NULL);
  copy = take_with (copy, SOTAY_FEEDBACK_ANSWER, NULL);
  if (state == SOTAY_FEEDBACK_SENT)
    return take_with_today (copy, SOTAY_FEEDBACK_SENT_ON);
  copy = take_with (copy, SOTAY_FEEDBACK_SENT_TO, NULL);
  return take_with (copy, SOTAY_FEEDBACK_SENT_ON, NULL);
}

static int
change_state (SotayCli *cli, SotayFeedbackState state, const SotayInput *own_inputs)
{
  g_auto (SotayTyped) typed = { { NULL }, { NULL } };
  g_auto (GStrv) arguments = sotay_inputs_parse (cli, own_inputs, &typed, NULL);
  g_autoptr (SotayRecord) before = NULL;
  g_autoptr (SotayRecord) moved = NULL;
  g_autoptr (SotayRecord) after = NULL;
  g_autoptr (SotayStep) step = NULL;
  g_autoptr (GError) error = NULL;

  if (arguments == NULL)
    return sotay_cli_get_status (cli);
  if (state == SOTAY_FEEDBACK_SENT && sotay_inputs_get (own_inputs, &typed, SOTAY_FEEDBACK_SENT_TO) == NULL)
    return sotay_cli_misuse (cli, _("--to is needed"));
  before = sotay_cli_find_record (cli, SOTAY_RECORD_FEEDBACK, arguments[0], &error);
  if (before == NULL)
    return sotay_cli_fail (cli, error);
  moved = bring_to (before, state);
  after = sotay_inputs_put (cli, own_inputs, &typed, moved);
  if (after == NULL)
    return sotay_cli_get_status (cli);
  step = sotay_edit_change_record (before, after, &error);
  return sotay_cli_apply (cli, arguments[0], step, &error);
}

static int
send_feedback (SotayCli *cli)
{
  return change_state (cli, SOTAY_FEEDBACK_SENT, send_inputs);
}

static int
solve (SotayCli *cli)
{
  return change_state (cli, SOTAY_FEEDBACK_SOLVED, solve_inputs);
}

static int
reopen (SotayCli *cli)
{
  return change_state (cli, SOTAY_FEEDBACK_OPEN, no_inputs);
}

static void
write_feedback (JsonBuilder *json, SotayRecord *record, GHashTable *names)
{
  static const guint fields[] = { SOTAY_FEEDBACK_KIND,    SOTAY_FEEDBACK_TEXT,    SOTAY_FEEDBACK_STATE,
                                  SOTAY_FEEDBACK_MADE_ON, SOTAY_FEEDBACK_UTILITY, SOTAY_FEEDBACK_SENT_TO,
                                  SOTAY_FEEDBACK_SENT_ON, SOTAY_FEEDBACK_SOLVED_ON, SOTAY_FEEDBACK_ANSWER };

  json_builder_begin_object (json);
  sotay_json_add_id (json, record);
  for (gsize i = 0; i < G_N_ELEMENTS (fields); i++)
    sotay_json_add_field (json, record, fields[i]);
  sotay_json_add_unit (json, sotay_record_get (record, SOTAY_FEEDBACK_UNIT_ID), names);
  json_builder_end_object (json);
}

static char *
describe_state (SotayRecord *record)
{
  const char *word = sotay_record_get (record, SOTAY_FEEDBACK_STATE);
  g_autofree char *sent_on = sotay_cli_format_day (sotay_record_get (record, SOTAY_FEEDBACK_SENT_ON));
  g_autofree char *solved_on = sotay_cli_format_day (sotay_record_get (record, SOTAY_FEEDBACK_SOLVED_ON));
  SotayFeedbackState state = SOTAY_FEEDBACK_OPEN;

  sotay_feedback_state_from_string (word, &state);
  if (state == SOTAY_FEEDBACK_SENT)
    /* Translators: to whom, and the day */
    return g_strdup_printf (_("sent to %s on %s"), sotay_record_get (record, SOTAY_FEEDBACK_SENT_TO), sent_on);
  return state == SOTAY_FEEDBACK_SOLVED ? g_strdup_printf (_("solved on %s"), solved_on) : g_strdup (_("open"));
}

static void
add_row (SotayTable *table, SotayRecord *record, GHashTable *names)
{
  const char *kind = sotay_record_get (record, SOTAY_FEEDBACK_KIND);
  g_autofree char *day = sotay_cli_format_day (sotay_record_get (record, SOTAY_FEEDBACK_MADE_ON));
  g_autofree char *state = describe_state (record);
  g_autofree char *text = g_strdelimit (g_strdup (sotay_record_get (record, SOTAY_FEEDBACK_TEXT)), "\n", ' ');

  sotay_table_add (table, sotay_record_get_id (record), day,
                   g_str_equal (kind, "obstacle") ? _("obstacle") : _("proposal"), text, state,
                   sotay_record_get (record, SOTAY_FEEDBACK_UTILITY),
                   sotay_cli_get_name (names, sotay_record_get (record, SOTAY_FEEDBACK_UNIT_ID)));
}

static int
print (SotayCli *cli, GPtrArray *records, GHashTable *names)
{
  g_autoptr (JsonBuilder) json = json_builder_new ();
  g_autoptr (SotayTable) table = sotay_table_new (7, 0);

  sotay_table_add (table, _("Id"), _("Day"), _("Kind"), _("Text"), _("State"), _("Utility"), _("Unit"));
  json_builder_begin_array (json);
  for (guint i = 0; i < records->len; i++)
    {
      write_feedback (json, records->pdata[i], names);
      add_row (table, records->pdata[i], names);
    }
  json_builder_end_array (json);
  if (sotay_cli_wants_json (cli))
    return sotay_cli_print_json (cli, json);
  sotay_table_print (table);
  return SOTAY_EXIT_DONE;
}

/* Leaves in @records those whose @field is what was typed, if anything was. */
static gboolean
keep (SotayCli *cli, GPtrArray *records, const SotayInput *input, const char *typed)
{
  g_autofree char *word = NULL;

  if (typed == NULL)
    return TRUE;
  word = sotay_inputs_read (cli, input, typed);
  if (word == NULL)
    return FALSE;
  for (guint i = records->len; i > 0; i--)
    if (g_strcmp0 (sotay_record_get (records->pdata[i - 1], input->field), word) != 0)
      g_ptr_array_remove_index (records, i - 1);
  return TRUE;
}

static int
list (SotayCli *cli)
{
  static const SotayInput state_input = { "state", SOTAY_FEEDBACK_STATE, SOTAY_INPUT_WORD, NULL, STATES };
  static const SotayInput kind_input = { "kind", SOTAY_FEEDBACK_KIND, SOTAY_INPUT_WORD, NULL, KINDS };
  g_auto (SotayRecordFilter) filter = { NULL };
  g_autofree char *state = NULL;
  g_autofree char *kind = NULL;
  const GOptionEntry more[] = {
    { "state", 0, 0, G_OPTION_ARG_STRING, &state, N_("Only those in this state"), STATES },
    { "kind", 0, 0, G_OPTION_ARG_STRING, &kind, N_("Only obstacles, or only proposals"), KINDS },
    G_OPTION_ENTRY_NULL,
  };
  g_auto (GStrv) arguments = sotay_record_filter_parse (cli, &filter, more);
  g_autoptr (GPtrArray) units = NULL;
  g_autoptr (GPtrArray) records = NULL;
  g_autoptr (GHashTable) names = NULL;

  if (arguments == NULL)
    return sotay_cli_get_status (cli);
  records = sotay_cli_list_records (cli, SOTAY_RECORD_FEEDBACK, SOTAY_FEEDBACK_UNIT_ID, SOTAY_FEEDBACK_MADE_ON,
                                    &filter, &units);
  if (records == NULL || !keep (cli, records, &state_input, state) || !keep (cli, records, &kind_input, kind))
    return sotay_cli_get_status (cli);
  sotay_record_filter_cut (&filter, records);
  names = sotay_cli_index_names (units);
  return print (cli, records, names);
}

const SotayVerb sotay_feedback_verbs[] = {
  { "feedback add", "", N_("Add an obstacle or a proposal"), 0, 0, add },
  { "feedback list", "", N_("List obstacles and proposals, newest first"), 0, 0, list },
  { "feedback edit", N_("ID"), N_("Change an obstacle or a proposal; an empty value clears a field"), 1, 1, edit },
  { "feedback send", N_("ID"), N_("Record to whom an obstacle or a proposal was sent"), 1, 1, send_feedback },
  { "feedback solve", N_("ID"), N_("Record that an obstacle or a proposal is solved"), 1, 1, solve },
  { "feedback reopen", N_("ID"), N_("Take back that it was sent or solved"), 1, 1, reopen },
  { "feedback remove", N_("ID"), N_("Remove an obstacle or a proposal"), 1, 1, remove_feedback },
  { NULL },
};
