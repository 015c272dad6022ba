/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How well people handle the utilities. */
#include "cli/find.h"
#include "cli/inputs.h"
#include "cli/record-output.h"
#include "cli/table.h"
#include "cli/verbs.h"
#include "core/dates.h"
#include "register/edit-records.h"
#include "register/session.h"
#include "register/utilities.h"
#include "services/messages.h"

#include <glib/gi18n-lib.h>

#define LEVELS "taught|practised|fluent|none"

/* What was typed for "practice set". */
typedef struct
{
  char *utilities;
  char *level;
  char *date;
  char *session;
  char *unit;
} Marks;

static void
clear_marks (Marks *marks)
{
  g_free (marks->utilities);
  g_free (marks->level);
  g_free (marks->date);
  g_free (marks->session);
  g_free (marks->unit);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Marks, clear_marks)

static char **
parse_marks (SotayCli *cli, Marks *marks)
{
  const GOptionEntry options[] = {
    { "utilities", 0, 0, G_OPTION_ARG_STRING, &marks->utilities, N_("The utilities: those of --session otherwise"),
      "U1,U2|all" },
    { "level", 0, 0, G_OPTION_ARG_STRING, &marks->level, N_("How well they handle them: “none” takes the mark away"),
      LEVELS },
    { "date", 0, 0, G_OPTION_ARG_STRING, &marks->date, N_("Since when: the day of --session, or today, otherwise"),
      N_("DATE") },
    { "session", 0, 0, G_OPTION_ARG_STRING, &marks->session, N_("Everyone who came to this session"), N_("SESSION") },
    { "unit", 0, 0, G_OPTION_ARG_STRING, &marks->unit, N_("Everyone of this unit and of the units below it"),
      N_("ID") },
    G_OPTION_ENTRY_NULL,
  };

  return sotay_cli_parse (cli, options);
}

/* The set, or 0 after the person was told why there is none. */
static guint
read_utilities (SotayCli *cli, const Marks *marks, SotayRecord *session)
{
  static const SotayInput input = { "utilities", 0, SOTAY_INPUT_UTILITIES, NULL, "U1,U2|all" };
  guint set = session != NULL ? sotay_session_get_utilities (session) : 0;
  g_autofree char *value = NULL;

  if (marks->utilities != NULL)
    {
      value = sotay_inputs_read (cli, &input, marks->utilities);
      return value != NULL && sotay_utilities_parse (value, &set) ? set : 0;
    }
  if (set == 0)
    sotay_cli_misuse (cli, _("--utilities is needed"));
  return set;
}

static gboolean
read_level (SotayCli *cli, const Marks *marks, int *level)
{
  static const SotayInput input = { "level", 0, SOTAY_INPUT_WORD, NULL, LEVELS };
  g_autofree char *word = NULL;
  SotayPracticeLevel known;

  if (marks->level == NULL)
    {
      sotay_cli_misuse (cli, _("--level is needed"));
      return FALSE;
    }
  word = sotay_inputs_read (cli, &input, marks->level);
  if (word == NULL)
    return FALSE;
  *level = sotay_practice_level_from_string (word, &known) ? (int) known : -1;
  return TRUE;
}

/* The day that was typed, else that of the session, else today. */
static gboolean
read_day (SotayCli *cli, const Marks *marks, SotayRecord *session, GDate *day)
{
  *day = sotay_date_today ();
  if (marks->date != NULL)
    return sotay_cli_read_day (cli, "--date", marks->date, day);
  return session == NULL || sotay_date_parse_iso (sotay_record_get (session, SOTAY_SESSION_DAY), day);
}

/* @ids and, with a session, those who came to it. */
static char **
add_attendants (SotayCli *cli, char **ids, const char *session_id, GError **error)
{
  const char *sessions[] = { session_id, NULL };
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_autoptr (GPtrArray) attendance = NULL;

  g_strv_builder_addv (builder, (const char **) ids);
  if (session_id == NULL)
    return g_strv_builder_end (builder);
  attendance = sotay_store_list_records (sotay_cli_get_store (cli), SOTAY_RECORD_ATTENDANCE,
                                         SOTAY_ATTENDANCE_SESSION_ID, sessions, NULL, error);
  if (attendance == NULL)
    return NULL;
  for (guint i = 0; i < attendance->len; i++)
    if (sotay_attendance_counts (attendance->pdata[i]))
      g_strv_builder_add (builder, sotay_record_get (attendance->pdata[i], SOTAY_ATTENDANCE_STAFF_ID));
  return g_strv_builder_end (builder);
}

static GPtrArray *
list_practice (SotayCli *cli, char **people, GError **error)
{
  return sotay_store_list_records (sotay_cli_get_store (cli), SOTAY_RECORD_PRACTICE, SOTAY_PRACTICE_STAFF_ID,
                                   (const char *const *) people, NULL, error);
}

/* @words: ids that were typed; makes the step, or returns NULL with an error. */
static SotayStep *
mark (SotayCli *cli, char **words, const Marks *marks, guint utilities, int level, const GDate *day, GError **error)
{
  g_auto (GStrv) ids = add_attendants (cli, words, marks->session, error);
  g_auto (GStrv) people = ids != NULL ? sotay_cli_choose_staff (cli, ids, marks->unit, day, error) : NULL;
  g_autoptr (GPtrArray) before = people != NULL ? list_practice (cli, people, error) : NULL;

  if (before == NULL)
    return NULL;
  if (marks->session != NULL || marks->unit != NULL)
    return sotay_edit_raise_practice (before, (const char *const *) people, utilities, level, day, error);
  return sotay_edit_record_practice (before, (const char *const *) people, utilities, level, day, error);
}

static int
set (SotayCli *cli)
{
  g_auto (Marks) marks = { NULL };
  g_auto (GStrv) arguments = parse_marks (cli, &marks);
  g_autoptr (SotayRecord) session = NULL;
  g_autoptr (SotayStep) step = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *sentence = NULL;
  guint utilities;
  int level;
  GDate day;

  if (arguments == NULL)
    return sotay_cli_get_status (cli);
  if (arguments[0] == NULL && marks.session == NULL && marks.unit == NULL)
    return sotay_cli_misuse (cli, _("Name the people, a unit with --unit, or a session with --session"));
  if (marks.session != NULL)
    {
      session = sotay_cli_find_record (cli, SOTAY_RECORD_SESSION, marks.session, &error);
      if (session == NULL)
        return sotay_cli_fail (cli, error);
    }
  utilities = read_utilities (cli, &marks, session);
  if (utilities == 0 || !read_level (cli, &marks, &level) || !read_day (cli, &marks, session, &day))
    return sotay_cli_get_status (cli);
  step = mark (cli, arguments, &marks, utilities, level, &day, &error);
  if (step == NULL || !sotay_store_apply (sotay_cli_get_store (cli), step, NULL, &error))
    return sotay_cli_fail (cli, error);
  sentence = sotay_describe_step (step);
  return sotay_cli_print_count (cli, "recorded", sotay_step_get_changes (step)->len, sentence);
}

const SotayVerb sotay_practice_verbs[] = {
  { "practice set", N_("STAFF…"), N_("Record how well people handle utilities"), 0, G_MAXUINT, set },
  { NULL },
};
