/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/step-output.h"
#include "cli/table.h"
#include "cli/verbs.h"
#include "services/messages.h"

#include <glib/gi18n-lib.h>

static const GOptionEntry no_options[] = { G_OPTION_ENTRY_NULL };

static int
show_log (SotayCli *cli)
{
  int limit = 0;
  const GOptionEntry options[] = {
    { "limit", 0, 0, G_OPTION_ARG_INT, &limit, N_("At most so many; 0 for all"), N_("NUMBER") },
    G_OPTION_ENTRY_NULL,
  };
  g_auto (GStrv) arguments = sotay_cli_parse (cli, options);
  g_autoptr (GPtrArray) steps = NULL;
  g_autoptr (JsonBuilder) json = json_builder_new ();
  g_autoptr (SotayTable) table = sotay_table_new (3, 0);
  g_autoptr (GError) error = NULL;

  if (arguments == NULL)
    return sotay_cli_get_status (cli);
  if (limit < 0)
    return sotay_cli_misuse (cli, _("The limit is a number from 1; 0 for all"));
  steps = sotay_store_list_steps (sotay_services_get_store (sotay_cli_get_services (cli)), (guint) limit, NULL, &error);
  if (steps == NULL)
    return sotay_cli_fail (cli, error);
  json_builder_begin_array (json);
  for (guint i = 0; i < steps->len; i++)
    {
      g_autofree char *time = sotay_step_output_format_time (steps->pdata[i]);
      g_autofree char *sentence = sotay_describe_step (steps->pdata[i]);

      json_builder_begin_object (json);
      sotay_step_output_write (json, steps->pdata[i]);
      json_builder_end_object (json);
      sotay_table_add (table, time, sentence, sotay_step_output_describe_state (steps->pdata[i]));
    }
  json_builder_end_array (json);
  if (sotay_cli_wants_json (cli))
    return sotay_cli_print_json (cli, json);
  sotay_table_print (table);
  return SOTAY_EXIT_DONE;
}

/* @label: for people, before the step's sentence */
static int
print_step (SotayCli *cli, SotayStep *step, const char *label, const GError *error)
{
  g_autoptr (JsonBuilder) json = json_builder_new ();
  g_autofree char *sentence = NULL;

  if (step == NULL)
    return sotay_cli_fail (cli, error);
  if (sotay_cli_wants_json (cli))
    {
      json_builder_begin_object (json);
      sotay_step_output_write (json, step);
      json_builder_end_object (json);
      return sotay_cli_print_json (cli, json);
    }
  sentence = sotay_describe_step (step);
  g_print ("%s %s\n", label, sentence);
  return SOTAY_EXIT_DONE;
}

static int
undo (SotayCli *cli)
{
  g_auto (GStrv) arguments = sotay_cli_parse (cli, no_options);
  g_autoptr (SotayStep) step = NULL;
  g_autoptr (GError) error = NULL;

  if (arguments == NULL)
    return sotay_cli_get_status (cli);
  step = sotay_store_undo (sotay_services_get_store (sotay_cli_get_services (cli)), 0, NULL, &error);
  return print_step (cli, step, _("Undone:"), error);
}

static int
redo (SotayCli *cli)
{
  g_auto (GStrv) arguments = sotay_cli_parse (cli, no_options);
  g_autoptr (SotayStep) step = NULL;
  g_autoptr (GError) error = NULL;

  if (arguments == NULL)
    return sotay_cli_get_status (cli);
  step = sotay_store_redo (sotay_services_get_store (sotay_cli_get_services (cli)), NULL, &error);
  return print_step (cli, step, _("Done again:"), error);
}

const SotayVerb sotay_log_verbs[] = {
  { "log", "", N_("Show the change log, newest first"), 0, 0, show_log },
  { "undo", "", N_("Undo the newest change"), 0, 0, undo },
  { "redo", "", N_("Do the change again that was undone last"), 0, 0, redo },
  { NULL },
};
