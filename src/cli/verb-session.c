/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Making and changing sessions; verb-session-show.c shows them. */
#include "cli/apply.h"
#include "cli/find.h"
#include "cli/inputs.h"
#include "cli/verbs.h"
#include "core/dates.h"
#include "register/edit-records.h"
#include "register/register-error.h"
#include "register/session.h"

#include <glib/gi18n-lib.h>

static const SotayInput inputs[] = {
  { "title", SOTAY_SESSION_TITLE, SOTAY_INPUT_TEXT, N_("What the session is called"), N_("TEXT") },
  { "date", SOTAY_SESSION_DAY, SOTAY_INPUT_DAY, N_("The day"), N_("DATE") },
  { "from", SOTAY_SESSION_STARTS_AT, SOTAY_INPUT_TIME, N_("When it begins"), N_("HH:MM") },
  { "to", SOTAY_SESSION_ENDS_AT, SOTAY_INPUT_TIME, N_("When it ends"), N_("HH:MM") },
  { "place", SOTAY_SESSION_PLACE, SOTAY_INPUT_TEXT, N_("Where"), N_("TEXT") },
  { "trainer", SOTAY_SESSION_TRAINER, SOTAY_INPUT_TEXT, N_("Who teaches"), N_("NAME") },
  { "form", SOTAY_SESSION_FORM, SOTAY_INPUT_WORD, N_("In one room, or over the network"), "in-person|online" },
  { "utilities", SOTAY_SESSION_UTILITIES, SOTAY_INPUT_UTILITIES, N_("What is taught"), "U1,U2|all" },
  { "minutes", SOTAY_SESSION_MINUTES, SOTAY_INPUT_MINUTES, N_("The minutes spent on each utility"), "U1=5,U10=12" },
  { "unit", SOTAY_SESSION_UNIT_ID, SOTAY_INPUT_UNIT, N_("The unit that holds it"), N_("ID") },
  { "document", SOTAY_SESSION_DOCUMENTS, SOTAY_INPUT_LINES,
    N_("A document: a name, a path or an address; may be given several times"), N_("TEXT") },
  { "note", SOTAY_SESSION_NOTE, SOTAY_INPUT_LONG_TEXT, N_("A note"), N_("TEXT") },
  { NULL },
};

/* What another time slot of a session has in common with the first one. */
static SotayRecord *
copy_slot (SotayRecord *first)
{
  static const guint shared[] = {
    SOTAY_SESSION_TITLE, SOTAY_SESSION_PLACE,   SOTAY_SESSION_TRAINER,   SOTAY_SESSION_FORM,
    SOTAY_SESSION_UNIT_ID, SOTAY_SESSION_UTILITIES, SOTAY_SESSION_DOCUMENTS,
  };
  g_autoptr (SotayRecord) slot = sotay_record_new (SOTAY_RECORD_SESSION, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (shared); i++)
    {
      SotayRecord *filled = sotay_record_with (slot, shared[i], sotay_record_get (first, shared[i]));

      g_object_unref (slot);
      slot = filled;
    }
  return g_steal_pointer (&slot);
}

/* The id that the time slots of @session go by. */
static const char *
get_series (SotayRecord *session)
{
  const char *series = sotay_record_get (session, SOTAY_SESSION_SERIES_ID);

  return series != NULL ? series : sotay_record_get_id (session);
}

/* An empty session, or one that repeats the session of this id. */
static SotayRecord *
begin (SotayCli *cli, const char *repeats, GError **error)
{
  g_autoptr (SotayRecord) first = NULL;
  g_autoptr (SotayRecord) slot = NULL;

  if (repeats == NULL)
    return sotay_record_new (SOTAY_RECORD_SESSION, NULL);
  first = sotay_cli_find_record (cli, SOTAY_RECORD_SESSION, repeats, error);
  if (first == NULL)
    return NULL;
  slot = copy_slot (first);
  return sotay_record_with (slot, SOTAY_SESSION_SERIES_ID, get_series (first));
}

static int
add (SotayCli *cli)
{
  g_auto (SotayTyped) typed = { { NULL }, { NULL } };
  g_autofree char *repeats = NULL;
  const GOptionEntry more[] = {
    { "repeats", 0, 0, G_OPTION_ARG_STRING, &repeats,
      N_("A further time slot of this session: what is not given is as there"), N_("SESSION") },
    G_OPTION_ENTRY_NULL,
  };
  g_auto (GStrv) arguments = sotay_inputs_parse (cli, inputs, &typed, more);
  g_autoptr (SotayRecord) empty = NULL;
  g_autoptr (SotayRecord) session = NULL;
  g_autoptr (SotayStep) step = NULL;
  g_autoptr (GError) error = NULL;

  if (arguments == NULL)
    return sotay_cli_get_status (cli);
  if (sotay_inputs_get (inputs, &typed, SOTAY_SESSION_DAY) == NULL
      || (repeats == NULL && sotay_inputs_get (inputs, &typed, SOTAY_SESSION_TITLE) == NULL))
    return sotay_cli_misuse (cli, _("--title and --date are needed"));
  empty = begin (cli, repeats, &error);
  if (empty == NULL)
    return sotay_cli_fail (cli, error);
  session = sotay_inputs_put (cli, inputs, &typed, empty);
  if (session == NULL)
    return sotay_cli_get_status (cli);
  step = sotay_edit_add_record (session, &error);
  return sotay_cli_apply (cli, sotay_record_get_id (session), step, &error);
}

static GPtrArray *
list_of (SotayCli *cli, SotayRecordKind kind, guint field, const char *session_id, GError **error)
{
  const char *ids[] = { session_id, NULL };

  return sotay_store_list_records (sotay_cli_get_store (cli), kind, (int) field, ids, NULL, error);
}

static SotayStep *
change (SotayCli *cli, SotayRecord *before, SotayRecord *after, GError **error)
{
  g_autoptr (GPtrArray) attendance = list_of (cli, SOTAY_RECORD_ATTENDANCE, SOTAY_ATTENDANCE_SESSION_ID,
                                              sotay_record_get_id (before), error);

  return attendance != NULL ? sotay_edit_change_session (before, after, attendance, error) : NULL;
}

/* @session as a further time slot of the session @repeats; "" for one that stands alone. */
static SotayRecord *
join_series (SotayCli *cli, SotayRecord *session, const char *repeats, GError **error)
{
  g_autoptr (SotayRecord) first = NULL;

  if (*repeats == '\0')
    return sotay_record_with (session, SOTAY_SESSION_SERIES_ID, NULL);
  first = sotay_cli_find_record (cli, SOTAY_RECORD_SESSION, repeats, error);
  if (first == NULL)
    return NULL;
  if (g_str_equal (get_series (first), sotay_record_get_id (session)))
    {
      g_set_error_literal (error, SOTAY_REGISTER_ERROR, SOTAY_REGISTER_ERROR_INVALID, "series_id");
      return NULL;
    }
  return sotay_record_with (session, SOTAY_SESSION_SERIES_ID, get_series (first));
}

static int
edit (SotayCli *cli)
{
  g_auto (SotayTyped) typed = { { NULL }, { NULL } };
  g_autofree char *repeats = NULL;
  const GOptionEntry more[] = {
    { "repeats", 0, 0, G_OPTION_ARG_STRING, &repeats, N_("Make it a further time slot of this session"), N_("SESSION") },
    G_OPTION_ENTRY_NULL,
  };
  g_auto (GStrv) arguments = sotay_inputs_parse (cli, inputs, &typed, more);
  g_autoptr (SotayRecord) before = NULL;
  g_autoptr (SotayRecord) filled = NULL;
  g_autoptr (SotayRecord) after = NULL;
  g_autoptr (SotayStep) step = NULL;
  g_autoptr (GError) error = NULL;

  if (arguments == NULL)
    return sotay_cli_get_status (cli);
  if (sotay_typed_is_empty (&typed) && repeats == NULL)
    return sotay_cli_misuse (cli, _("Nothing to change was given"));
  before = sotay_cli_find_record (cli, SOTAY_RECORD_SESSION, arguments[0], &error);
  if (before == NULL)
    return sotay_cli_fail (cli, error);
  filled = sotay_inputs_put (cli, inputs, &typed, before);
  if (filled == NULL)
    return sotay_cli_get_status (cli);
  after = repeats != NULL ? join_series (cli, filled, repeats, &error) : g_object_ref (filled);
  step = after != NULL ? change (cli, before, after, &error) : NULL;
  return sotay_cli_apply (cli, arguments[0], step, &error);
}

static int
remove_session (SotayCli *cli)
{
  static const GOptionEntry no_options[] = { G_OPTION_ENTRY_NULL };
  g_auto (GStrv) arguments = sotay_cli_parse (cli, no_options);
  g_autoptr (SotayRecord) session = NULL;
  g_autoptr (GPtrArray) attendance = NULL;
  g_autoptr (GPtrArray) slots = NULL;
  g_autoptr (SotayStep) step = NULL;
  g_autoptr (GError) error = NULL;

  if (arguments == NULL)
    return sotay_cli_get_status (cli);
  session = sotay_cli_find_record (cli, SOTAY_RECORD_SESSION, arguments[0], &error);
  if (session != NULL)
    attendance = list_of (cli, SOTAY_RECORD_ATTENDANCE, SOTAY_ATTENDANCE_SESSION_ID, arguments[0], &error);
  if (attendance != NULL)
    slots = list_of (cli, SOTAY_RECORD_SESSION, SOTAY_SESSION_SERIES_ID, arguments[0], &error);
  if (slots == NULL)
    return sotay_cli_fail (cli, error);
  step = sotay_edit_remove_record (session, attendance, slots);
  return sotay_cli_apply (cli, arguments[0], step, &error);
}

const SotayVerb sotay_session_verbs[] = {
  { "session add", "", N_("Add a training session"), 0, 0, add },
  { "session edit", N_("ID"), N_("Change a session; an empty value clears a field"), 1, 1, edit },
  { "session remove", N_("ID"), N_("Remove a session and its attendance"), 1, 1, remove_session },
  { NULL },
};
