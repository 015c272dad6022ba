/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where people belong: transfers, leaving, and being taken out for good. */
#include "cli/find.h"
#include "cli/record-output.h"
#include "cli/verbs.h"
#include "core/dates.h"
#include "register/edit-membership.h"
#include "services/messages.h"

#include <glib/gi18n-lib.h>

/* Does @step, and prints how many people it concerns. */
static int
apply_to_people (SotayCli *cli, SotayStep *step, const char *name, GError **error)
{
  g_autofree char *sentence = NULL;

  if (step == NULL || !sotay_store_apply (sotay_cli_get_store (cli), step, NULL, error))
    return sotay_cli_fail (cli, *error);
  sentence = sotay_describe_step (step);
  return sotay_cli_print_count (cli, name, sotay_step_get_n_entries (step), sentence);
}

static int
transfer (SotayCli *cli)
{
  g_autofree char *to = NULL;
  g_autofree char *on = NULL;
  const GOptionEntry options[] = {
    { "to", 0, 0, G_OPTION_ARG_STRING, &to, N_("The unit to which they go"), N_("ID") },
    { "on", 0, 0, G_OPTION_ARG_STRING, &on, N_("Their first day there"), N_("DATE") },
    G_OPTION_ENTRY_NULL,
  };
  g_auto (GStrv) arguments = sotay_cli_parse (cli, options);
  g_autoptr (GPtrArray) units = NULL;
  g_autoptr (GPtrArray) people = NULL;
  g_autoptr (SotayStep) step = NULL;
  g_autoptr (GError) error = NULL;
  GDate day;

  if (arguments == NULL)
    return sotay_cli_get_status (cli);
  if (to == NULL || on == NULL)
    return sotay_cli_misuse (cli, _("--to and --on are needed"));
  if (!sotay_cli_read_day (cli, "--on", on, &day))
    return sotay_cli_get_status (cli);
  units = sotay_cli_list_units (cli, to, &error);
  people = units != NULL ? sotay_cli_find_staff (cli, arguments, &error) : NULL;
  if (people != NULL)
    step = sotay_edit_transfer_staff (people, sotay_cli_find_unit (units, to, NULL), &day, &error);
  return apply_to_people (cli, step, "transferred", &error);
}

static int
leave (SotayCli *cli)
{
  g_autofree char *on = NULL;
  gboolean stays = FALSE;
  const GOptionEntry options[] = {
    { "on", 0, 0, G_OPTION_ARG_STRING, &on, N_("The first day on which they no longer count"), N_("DATE") },
    { "take-back", 0, 0, G_OPTION_ARG_NONE, &stays, N_("They did not leave after all"), NULL },
    G_OPTION_ENTRY_NULL,
  };
  g_auto (GStrv) arguments = sotay_cli_parse (cli, options);
  g_autoptr (GPtrArray) people = NULL;
  g_autoptr (SotayStep) step = NULL;
  g_autoptr (GError) error = NULL;
  GDate day;

  if (arguments == NULL)
    return sotay_cli_get_status (cli);
  if ((on != NULL) == stays)
    return sotay_cli_misuse (cli, _("Either --on or --take-back is needed"));
  if (on != NULL && !sotay_cli_read_day (cli, "--on", on, &day))
    return sotay_cli_get_status (cli);
  people = sotay_cli_find_staff (cli, arguments, &error);
  if (people != NULL)
    step = sotay_edit_leave (people, on != NULL ? &day : NULL, &error);
  return apply_to_people (cli, step, "left", &error);
}

static gboolean
has_left (SotayStaff *person)
{
  const char *left_on = sotay_staff_get_field (person, SOTAY_STAFF_LEFT_ON);
  GDate today = sotay_date_today ();
  GDate day;

  return left_on != NULL && sotay_date_parse_iso (left_on, &day) && g_date_compare (&day, &today) <= 0;
}

static int
anonymise (SotayCli *cli)
{
  static const GOptionEntry no_options[] = { G_OPTION_ENTRY_NULL };
  g_auto (GStrv) arguments = sotay_cli_parse (cli, no_options);
  g_autoptr (GPtrArray) people = NULL;
  g_autoptr (GError) error = NULL;

  if (arguments == NULL)
    return sotay_cli_get_status (cli);
  people = sotay_cli_find_staff (cli, arguments, &error);
  if (people == NULL)
    return sotay_cli_fail (cli, error);
  if (!has_left (people->pdata[0]))
    return sotay_cli_refuse (cli, _("This person has not left. Nothing was changed; record the day first, with “sotay "
                                    "staff leave”."));
  if (!sotay_store_anonymise_staff (sotay_cli_get_store (cli), arguments[0], _("Former member of staff"), NULL, &error))
    return sotay_cli_fail (cli, error);
  return sotay_cli_print_id (cli, arguments[0],
                             _("The person is out of the register for good; the figures stay. Backups made before still "
                               "hold the person."));
}

const SotayVerb sotay_staff_service_verbs[] = {
  { "staff transfer", N_("ID…"), N_("Move people to another unit from a day on"), 1, G_MAXUINT, transfer },
  { "staff leave", N_("ID…"), N_("Record that people leave on a day"), 1, G_MAXUINT, leave },
  { "staff anonymise", N_("ID"), N_("Take someone who has left out of the register for good; the figures stay"), 1, 1,
    anonymise },
  { NULL },
};
