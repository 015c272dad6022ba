/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/apply.h"

#include "services/messages.h"

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
