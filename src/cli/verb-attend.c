/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who is invited to a session, and who came. */
#include "cli/find.h"
#include "cli/inputs.h"
#include "cli/record-output.h"
#include "cli/verbs.h"
#include "core/dates.h"
#include "core/text.h"
#include "register/edit-records.h"
#include "register/session.h"
#include "services/messages.h"

#include <glib/gi18n-lib.h>

#define STATUSES "present|late|excused|absent|none"

/* A session, the people that were named for it, and its attendance as it is. */
typedef struct
{
  SotayRecord *session;
  char **people;
  GPtrArray *before;
} Roll;

static void
clear_roll (Roll *roll)
{
  g_clear_object (&roll->session);
  g_clear_pointer (&roll->people, g_strfreev);
  g_clear_pointer (&roll->before, g_ptr_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Roll, clear_roll)

/* @arguments: the session, then people; @unit: the members on the session's day too */
static gboolean
load_roll (SotayCli *cli, Roll *roll, char **arguments, const char *unit, GError **error)
{
  const char *ids[] = { arguments[0], NULL };
  GDate day = sotay_date_today ();

  roll->session = sotay_cli_find_record (cli, SOTAY_RECORD_SESSION, arguments[0], error);
  if (roll->session == NULL)
    return FALSE;
  sotay_date_parse_iso (sotay_record_get (roll->session, SOTAY_SESSION_DAY), &day);
  roll->people = sotay_cli_choose_staff (cli, arguments + 1, unit, &day, error);
  if (roll->people == NULL)
    return FALSE;
  roll->before = sotay_store_list_records (sotay_cli_get_store (cli), SOTAY_RECORD_ATTENDANCE,
                                           SOTAY_ATTENDANCE_SESSION_ID, ids, NULL, error);
  return roll->before != NULL;
}

static int
miss_people (SotayCli *cli)
{
  return sotay_cli_misuse (cli, _("Name the people, or a unit with --unit"));
}

static int
invite (SotayCli *cli)
{
  g_autofree char *unit = NULL;
  const GOptionEntry options[] = {
    { "unit", 0, 0, G_OPTION_ARG_STRING, &unit, N_("Everyone of this unit and of the units below it"), N_("ID") },
    G_OPTION_ENTRY_NULL,
  };
  g_auto (GStrv) arguments = sotay_cli_parse (cli, options);
  g_auto (Roll) roll = { NULL };
  g_autoptr (SotayStep) step = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *sentence = NULL;
  guint n;

  if (arguments == NULL)
    return sotay_cli_get_status (cli);
  if (arguments[1] == NULL && unit == NULL)
    return miss_people (cli);
  if (!load_roll (cli, &roll, arguments, unit, &error))
    return sotay_cli_fail (cli, error);
  step = sotay_edit_invite (roll.session, roll.before, (const char *const *) roll.people);
  if (!sotay_store_apply (sotay_cli_get_store (cli), step, NULL, &error))
    return sotay_cli_fail (cli, error);
  n = sotay_step_get_changes (step)->len;
  sentence = g_strdup_printf (ngettext ("%u person invited", "%u people invited", n), n);
  return sotay_cli_print_count (cli, "invited", n, sentence);
}

static int
attend (SotayCli *cli)
{
  g_autofree char *status = NULL;
  g_autofree char *remark = NULL;
  g_autofree char *unit = NULL;
  const GOptionEntry options[] = {
    { "status", 0, 0, G_OPTION_ARG_STRING, &status, N_("Whether they came: “present” otherwise"), STATUSES },
    { "remark", 0, 0, G_OPTION_ARG_STRING, &remark, N_("A remark for all of them"), N_("TEXT") },
    { "unit", 0, 0, G_OPTION_ARG_STRING, &unit, N_("Everyone of this unit and of the units below it"), N_("ID") },
    G_OPTION_ENTRY_NULL,
  };
  static const SotayInput input = { "status", SOTAY_ATTENDANCE_STATUS, SOTAY_INPUT_WORD, NULL, STATUSES };
  g_auto (GStrv) arguments = sotay_cli_parse (cli, options);
  g_autofree char *word = NULL;
  g_autofree char *line = NULL;
  g_auto (Roll) roll = { NULL };
  g_autoptr (SotayStep) step = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *sentence = NULL;

  if (arguments == NULL)
    return sotay_cli_get_status (cli);
  word = sotay_inputs_read (cli, &input, status != NULL ? status : "present");
  if (word == NULL)
    return sotay_cli_get_status (cli);
  if (arguments[1] == NULL && unit == NULL)
    return miss_people (cli);
  line = remark != NULL ? sotay_text_tidy (remark) : NULL;
  if (load_roll (cli, &roll, arguments, unit, &error))
    step = sotay_edit_record_attendance (roll.session, roll.before, (const char *const *) roll.people,
                                         g_str_equal (word, "none") ? NULL : word, line, &error);
  if (step == NULL || !sotay_store_apply (sotay_cli_get_store (cli), step, NULL, &error))
    return sotay_cli_fail (cli, error);
  sentence = sotay_describe_step (step);
  return sotay_cli_print_count (cli, "recorded", sotay_step_get_changes (step)->len, sentence);
}

const SotayVerb sotay_attend_verbs[] = {
  { "session invite", N_("ID STAFF…"), N_("Invite people to a session"), 1, G_MAXUINT, invite },
  { "attend", N_("SESSION STAFF…"), N_("Record who came to a session"), 1, G_MAXUINT, attend },
  { NULL },
};
