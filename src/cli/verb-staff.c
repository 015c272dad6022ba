/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Listing people; verb-staff-edit.c changes them, verb-staff-show.c shows one. */
#include "cli/find.h"
#include "cli/inputs.h"
#include "cli/staff-output.h"
#include "cli/verbs.h"
#include "core/dates.h"

#include <glib/gi18n-lib.h>

#define EMPLOYMENTS "official|public|worker|part-time|neighbourhood|other"
#define SCOPES "all|members|left|due|trained|untrained|passed|not-passed"

/* What was typed for a list of people. */
typedef struct
{
  char *unit;
  gboolean only_unit;
  gboolean untrained;
  char *scope;
  char *as_of;
  char *level;
  char *activated;
  char *employment;
  char *search;
  int limit;
} Filter;

static void
clear_filter (Filter *filter)
{
  g_free (filter->unit);
  g_free (filter->scope);
  g_free (filter->as_of);
  g_free (filter->level);
  g_free (filter->activated);
  g_free (filter->employment);
  g_free (filter->search);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Filter, clear_filter)

/* Whether @typed is one of @words; if not, the person was told. */
static gboolean
is_word (SotayCli *cli, const char *option, const char *words, const char *typed)
{
  SotayInput input = { option, 0, SOTAY_INPUT_WORD, NULL, words };
  g_autofree char *word = sotay_inputs_read (cli, &input, typed);

  return word != NULL;
}

static gboolean
read_scope (SotayCli *cli, const Filter *filter, SotayStaffScope *scope)
{
  static const struct
  {
    const char *word;
    SotayStaffScope scope;
  } scopes[] = {
    { "all", SOTAY_STAFF_ALL },         { "members", SOTAY_STAFF_MEMBERS },
    { "left", SOTAY_STAFF_LEFT },       { "due", SOTAY_STAFF_DUE },
    { "trained", SOTAY_STAFF_TRAINED }, { "untrained", SOTAY_STAFF_UNTRAINED },
    { "passed", SOTAY_STAFF_PASSED },   { "not-passed", SOTAY_STAFF_NOT_PASSED },
  };

  *scope = filter->untrained ? SOTAY_STAFF_UNTRAINED : SOTAY_STAFF_ALL;
  if (filter->scope == NULL)
    return TRUE;
  if (filter->untrained)
    {
      sotay_cli_misuse (cli, _("--untrained and --scope do not go together"));
      return FALSE;
    }
  for (gsize i = 0; i < G_N_ELEMENTS (scopes); i++)
    if (g_str_equal (filter->scope, scopes[i].word))
      *scope = scopes[i].scope;
  return is_word (cli, "scope", SCOPES, filter->scope);
}

static gboolean
set_account (SotayCli *cli, const Filter *filter, SotayStaffQuery *query)
{
  if (filter->level != NULL)
    {
      if (!is_word (cli, "level", "1|2|none|unknown", filter->level))
        return FALSE;
      sotay_staff_query_set_level (query, g_str_equal (filter->level, "1")      ? SOTAY_ACCOUNT_LEVEL_1
                                          : g_str_equal (filter->level, "2")    ? SOTAY_ACCOUNT_LEVEL_2
                                          : g_str_equal (filter->level, "none") ? SOTAY_ACCOUNT_NONE
                                                                                : SOTAY_ACCOUNT_UNKNOWN);
    }
  if (filter->activated != NULL)
    {
      if (!is_word (cli, "activated", "yes|no", filter->activated))
        return FALSE;
      sotay_staff_query_set_activated (query, g_str_equal (filter->activated, "yes"));
    }
  return TRUE;
}

/* Returns NULL after telling the person what cannot be used. */
static SotayStaffQuery *
make_query (SotayCli *cli, const Filter *filter)
{
  g_autoptr (SotayStaffQuery) query = NULL;
  SotayStaffScope scope;
  SotayEmployment employment;
  GDate day = sotay_date_today ();

  if (!read_scope (cli, filter, &scope)
      || (filter->as_of != NULL && !sotay_cli_read_day (cli, "--as-of", filter->as_of, &day)))
    return NULL;
  if (filter->only_unit && filter->unit == NULL)
    {
      sotay_cli_misuse (cli, _("--only-unit needs --unit"));
      return NULL;
    }
  query = sotay_staff_query_new (filter->unit, scope, filter->search, &day);
  sotay_staff_query_set_below (query, !filter->only_unit);
  if (!set_account (cli, filter, query))
    return NULL;
  if (filter->employment == NULL)
    return g_steal_pointer (&query);
  if (!is_word (cli, "employment", EMPLOYMENTS, filter->employment))
    return NULL;
  sotay_employment_from_string (filter->employment, &employment);
  sotay_staff_query_set_employment (query, employment);
  return g_steal_pointer (&query);
}

static int
print_staff (SotayCli *cli, const Filter *filter)
{
  g_autoptr (SotayStaffQuery) query = NULL;
  g_autoptr (SotayRecord) unit = NULL;
  g_autoptr (GPtrArray) staff = NULL;
  g_autoptr (GHashTable) names = NULL;
  g_autoptr (GError) error = NULL;

  if (filter->limit < 0)
    return sotay_cli_misuse (cli, _("The limit is a number from 1; 0 for all"));
  query = make_query (cli, filter);
  if (query == NULL)
    return sotay_cli_get_status (cli);
  if (filter->unit != NULL)
    unit = sotay_cli_find_record (cli, SOTAY_RECORD_UNIT, filter->unit, &error);
  if (filter->unit == NULL || unit != NULL)
    staff = sotay_store_list_staff (sotay_cli_get_store (cli), query, 0, (guint) filter->limit, NULL, &error);
  names = staff != NULL ? sotay_cli_name_units (cli, staff, &error) : NULL;
  return names != NULL ? sotay_staff_output_print (cli, staff, names) : sotay_cli_fail (cli, error);
}

static int
list (SotayCli *cli)
{
  g_auto (Filter) filter = { NULL };
  const GOptionEntry options[] = {
    { "unit", 0, 0, G_OPTION_ARG_STRING, &filter.unit, N_("Only this unit and the units below it"), N_("ID") },
    { "only-unit", 0, 0, G_OPTION_ARG_NONE, &filter.only_unit, N_("Not the units below it"), NULL },
    { "untrained", 0, 0, G_OPTION_ARG_NONE, &filter.untrained, N_("Only those who are still to be trained"), NULL },
    { "scope", 0, 0, G_OPTION_ARG_STRING, &filter.scope,
      N_("Whom: all, members, left, due, trained, untrained, passed or not-passed"), N_("SCOPE") },
    { "as-of", 0, 0, G_OPTION_ARG_STRING, &filter.as_of, N_("The day that --scope means; today otherwise"),
      N_("DATE") },
    { "level", 0, 0, G_OPTION_ARG_STRING, &filter.level, N_("Only those with this level of account"),
      "1|2|none|unknown" },
    { "activated", 0, 0, G_OPTION_ARG_STRING, &filter.activated, N_("Only those whose account is in use, or is not"),
      "yes|no" },
    { "employment", 0, 0, G_OPTION_ARG_STRING, &filter.employment, N_("Only those of this kind, as in “staff add”"),
      N_("KIND") },
    { "search", 0, 0, G_OPTION_ARG_STRING, &filter.search, N_("Only those with these words; accents are optional"),
      N_("TEXT") },
    { "limit", 0, 0, G_OPTION_ARG_INT, &filter.limit, N_("At most so many; 0 for all"), N_("NUMBER") },
    G_OPTION_ENTRY_NULL,
  };
  g_auto (GStrv) arguments = sotay_cli_parse (cli, options);

  return arguments != NULL ? print_staff (cli, &filter) : sotay_cli_get_status (cli);
}

static int
search (SotayCli *cli)
{
  g_auto (Filter) filter = { NULL };
  const GOptionEntry options[] = {
    { "limit", 0, 0, G_OPTION_ARG_INT, &filter.limit, N_("At most so many; 0 for all"), N_("NUMBER") },
    G_OPTION_ENTRY_NULL,
  };
  g_auto (GStrv) arguments = sotay_cli_parse (cli, options);

  if (arguments == NULL)
    return sotay_cli_get_status (cli);
  filter.search = g_strjoinv (" ", arguments);
  return print_staff (cli, &filter);
}

const SotayVerb sotay_staff_verbs[] = {
  { "staff list", "", N_("List people by given name"), 0, 0, list },
  { "staff search", N_("TEXT"), N_("Search people; accents are optional"), 1, G_MAXUINT, search },
  { NULL },
};
