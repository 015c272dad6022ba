/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/register/staff-filter.h"

#include "core/dates.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  const char *name;
  const char *label;
} Option;

typedef struct
{
  SotayStaffScope scope;
  const char *rule; /* with the day in place of %s */
} Scope;

static const Option scope_options[] = {
  { "members", N_("Working here now") },
  { "due", N_("Due for training") },
  { "untrained", N_("Not yet trained") },
  { "trained", N_("Trained") },
  { "passed", N_("Passed") },
  { "not-passed", N_("Not yet passed") },
  { "left", N_("Left") },
  { "all", N_("Everyone, also those who left") },
};

/* In the order of the options. */
static const Scope scopes[] = {
  { SOTAY_STAFF_MEMBERS, NULL },
  { SOTAY_STAFF_DUE, N_("Due for training: on the staff on %s, of a kind of employment that counts.") },
  { SOTAY_STAFF_UNTRAINED, N_("Not yet trained: due for training on %s, and not yet taught every required utility.") },
  { SOTAY_STAFF_TRAINED,
    N_("Trained: by %s taught every required utility in sessions that the person attended, or marked so by hand.") },
  { SOTAY_STAFF_PASSED, N_("Passed: by %s trained, and fluent in every required utility, or marked so by hand.") },
  { SOTAY_STAFF_NOT_PASSED, N_("Not yet passed: due for training on %s, and not yet fluent in every required utility.") },
  { SOTAY_STAFF_LEFT, N_("Left: no longer on the staff on %s.") },
  { SOTAY_STAFF_ALL, N_("Everyone in the register on %s, also those who left or are still to come.") },
};

static const Option below_options[] = {
  { "yes", N_("With the units below") },
  { "no", N_("Without the units below") },
};

static const Option level_options[] = {
  { "any", N_("Any level") },
  { "2", N_("Level 2") },
  { "1", N_("Level 1") },
  { "3", N_("No account") },
  { "0", N_("Level not known") },
};

static const Option activated_options[] = {
  { "any", N_("Activated or not") },
  { "yes", N_("Activated") },
  { "no", N_("Not activated") },
};

/* After the first one in the order of SotayEmployment. */
static const Option employment_options[] = {
  { "any", N_("Any employment") },
  { "official", N_("Officials, civil servants") },
  { "public", N_("Public employees") },
  { "worker", N_("Contract workers") },
  { "part-time", N_("Part-time activists") },
  { "neighbourhood", N_("Neighbourhood and village") },
  { "other", N_("Other") },
};

static const struct
{
  const char *name;
  const char *title;
  const Option *options;
  guint n_options;
} facets[SOTAY_N_FACETS] = {
  { "scope", N_("Who"), scope_options, G_N_ELEMENTS (scope_options) },
  { "below", N_("Units below"), below_options, G_N_ELEMENTS (below_options) },
  { "level", N_("VNeID level"), level_options, G_N_ELEMENTS (level_options) },
  { "activated", N_("Account in use"), activated_options, G_N_ELEMENTS (activated_options) },
  { "employment", N_("Employment"), employment_options, G_N_ELEMENTS (employment_options) },
};

G_STATIC_ASSERT (G_N_ELEMENTS (scopes) == G_N_ELEMENTS (scope_options));
G_STATIC_ASSERT (G_N_ELEMENTS (employment_options) == SOTAY_EMPLOYMENT_N + 1);

const char *
sotay_facet_name (SotayFacet facet)
{
  return facets[facet].name;
}

const char *
sotay_facet_title (SotayFacet facet)
{
  return _(facets[facet].title);
}

guint
sotay_facet_n_options (SotayFacet facet)
{
  return facets[facet].n_options;
}

const char *
sotay_facet_option_name (SotayFacet facet, guint option)
{
  return facets[facet].options[option].name;
}

const char *
sotay_facet_option_label (SotayFacet facet, guint option)
{
  return _(facets[facet].options[option].label);
}

guint
sotay_facet_find_option (SotayFacet facet, const char *name)
{
  for (guint i = 0; i < facets[facet].n_options; i++)
    if (g_str_equal (facets[facet].options[i].name, name))
      return i;
  return 0;
}

gboolean
sotay_staff_filter_is_set (const SotayStaffFilter *filter)
{
  for (guint facet = 0; facet < SOTAY_N_FACETS; facet++)
    if (filter->choices[facet] != 0)
      return TRUE;
  return FALSE;
}

gboolean
sotay_staff_filter_only_scope (const SotayStaffFilter *filter, const char *name)
{
  for (guint facet = SOTAY_FACET_SCOPE + 1; facet < SOTAY_N_FACETS; facet++)
    if (filter->choices[facet] != 0)
      return FALSE;
  return filter->choices[SOTAY_FACET_SCOPE] == sotay_facet_find_option (SOTAY_FACET_SCOPE, name);
}

SotayStaffQuery *
sotay_staff_filter_create_query (const SotayStaffFilter *filter, const char *unit_id, const char *search)
{
  SotayStaffQuery *query = sotay_staff_query_new (unit_id, scopes[filter->choices[SOTAY_FACET_SCOPE]].scope, search,
                                                  NULL);
  const Option *level = &level_options[filter->choices[SOTAY_FACET_LEVEL]];

  if (filter->choices[SOTAY_FACET_BELOW] != 0)
    sotay_staff_query_set_below (query, FALSE);
  if (filter->choices[SOTAY_FACET_LEVEL] != 0)
    sotay_staff_query_set_level (query, level->name[0] - '0');
  if (filter->choices[SOTAY_FACET_ACTIVATED] != 0)
    sotay_staff_query_set_activated (query, filter->choices[SOTAY_FACET_ACTIVATED] == 1);
  if (filter->choices[SOTAY_FACET_EMPLOYMENT] != 0)
    sotay_staff_query_set_employment (query, filter->choices[SOTAY_FACET_EMPLOYMENT] - 1);
  return query;
}

char *
sotay_staff_filter_to_text (const SotayStaffFilter *filter)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint facet = 0; facet < SOTAY_N_FACETS; facet++)
    if (filter->choices[facet] != 0)
      g_string_append_printf (text, "%s%s=%s", text->len > 0 ? " " : "", facets[facet].name,
                              sotay_facet_option_name (facet, filter->choices[facet]));
  return g_string_free (g_steal_pointer (&text), FALSE);
}

SotayStaffFilter
sotay_staff_filter_from_text (const char *text)
{
  g_auto (GStrv) words = g_strsplit (text, " ", -1);
  SotayStaffFilter filter = { { 0 } };

  for (guint i = 0; words[i] != NULL; i++)
    for (guint facet = 0; facet < SOTAY_N_FACETS; facet++)
      {
        gsize length = strlen (facets[facet].name);

        if (g_str_has_prefix (words[i], facets[facet].name) && words[i][length] == '=')
          filter.choices[facet] = sotay_facet_find_option (facet, words[i] + length + 1);
      }
  return filter;
}

char *
sotay_staff_filter_dup_rule (const SotayStaffFilter *filter, const GDate *day)
{
  const char *rule = scopes[filter->choices[SOTAY_FACET_SCOPE]].rule;
  g_autofree char *formatted = sotay_date_format (day);
  g_auto (GStrv) parts = NULL;

  if (rule == NULL)
    return NULL;
  parts = g_strsplit (_(rule), "%s", 2);
  return g_strjoinv (formatted, parts);
}
