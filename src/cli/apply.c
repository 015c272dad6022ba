/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/apply.h"

#include "cli/find.h"
#include "register/edit-records.h"
#include "services/messages.h"

#include <glib/gi18n-lib.h>

int
sotay_cli_apply (SotayCli *cli, const char *id, SotayStep *step, GError **error)
{
  SotayStore *store = sotay_services_get_store (sotay_cli_get_services (cli));
  g_autofree char *sentence = NULL;

  if (step == NULL || !sotay_store_apply (store, step, NULL, error))
    return sotay_cli_fail (cli, *error);
  sentence = sotay_describe_step (step);
  return sotay_cli_print_id (cli, id, sentence);
}

int
sotay_cli_edit_record (SotayCli *cli, SotayRecordKind kind, const SotayInput *inputs)
{
  g_auto (SotayTyped) typed = { { NULL }, { NULL } };
  g_auto (GStrv) arguments = sotay_inputs_parse (cli, inputs, &typed, NULL);
  g_autoptr (SotayRecord) before = NULL;
  g_autoptr (SotayRecord) after = NULL;
  g_autoptr (SotayStep) step = NULL;
  g_autoptr (GError) error = NULL;

  if (arguments == NULL)
    return sotay_cli_get_status (cli);
  if (sotay_typed_is_empty (&typed))
    return sotay_cli_misuse (cli, _("Nothing to change was given"));
  before = sotay_cli_find_record (cli, kind, arguments[0], &error);
  if (before == NULL)
    return sotay_cli_fail (cli, error);
  after = sotay_inputs_put (cli, inputs, &typed, before);
  if (after == NULL)
    return sotay_cli_get_status (cli);
  step = sotay_edit_change_record (before, after, &error);
  return sotay_cli_apply (cli, arguments[0], step, &error);
}

int
sotay_cli_remove_record (SotayCli *cli, SotayRecordKind kind)
{
  static const GOptionEntry no_options[] = { G_OPTION_ENTRY_NULL };
  g_auto (GStrv) arguments = sotay_cli_parse (cli, no_options);
  g_autoptr (SotayRecord) record = NULL;
  g_autoptr (SotayStep) step = NULL;
  g_autoptr (GError) error = NULL;

  if (arguments == NULL)
    return sotay_cli_get_status (cli);
  record = sotay_cli_find_record (cli, kind, arguments[0], &error);
  if (record == NULL)
    return sotay_cli_fail (cli, error);
  step = sotay_edit_remove_record (record, NULL, NULL);
  return sotay_cli_apply (cli, arguments[0], step, &error);
}
