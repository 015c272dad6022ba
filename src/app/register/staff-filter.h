/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whom the list of staff shows, as a person chooses it: a few facets, each with its options. */
#pragma once

#include "register/staff-query.h"

G_BEGIN_DECLS

typedef enum
{
  SOTAY_FACET_SCOPE,
  SOTAY_FACET_BELOW,
  SOTAY_FACET_LEVEL,
  SOTAY_FACET_ACTIVATED,
  SOTAY_FACET_EMPLOYMENT,
  SOTAY_N_FACETS
} SotayFacet;

/**
 * SotayStaffFilter:
 * @choices: for each facet the place of the option chosen; 0 is the usual one, which filters nothing
 */
typedef struct
{
  guint choices[SOTAY_N_FACETS];
} SotayStaffFilter;

const char *sotay_facet_name (SotayFacet facet);                        /* for actions and settings: "scope" … */
const char *sotay_facet_title (SotayFacet facet);                       /* for people */
guint sotay_facet_n_options (SotayFacet facet);
const char *sotay_facet_option_name (SotayFacet facet, guint option);   /* "untrained" … */
const char *sotay_facet_option_label (SotayFacet facet, guint option);  /* for people */

/**
 * sotay_facet_find_option:
 *
 * Returns: the place of the option of this name; 0 when there is none
 */
guint sotay_facet_find_option (SotayFacet facet, const char *name);

/**
 * sotay_staff_filter_is_set:
 *
 * Returns: whether anything is filtered
 */
gboolean sotay_staff_filter_is_set (const SotayStaffFilter *filter);

/**
 * sotay_staff_filter_only_scope:
 *
 * Returns: whether nothing but the scope @name is chosen
 */
gboolean sotay_staff_filter_only_scope (const SotayStaffFilter *filter, const char *name);

/**
 * sotay_staff_filter_create_query:
 * @unit_id: (nullable): a unit
 * @search: words
 *
 * Returns: (transfer full): the question to the store
 */
SotayStaffQuery *sotay_staff_filter_create_query (const SotayStaffFilter *filter, const char *unit_id,
                                                  const char *search);

/**
 * sotay_staff_filter_to_text:
 *
 * Returns: (transfer full): the filter as the settings keep it: "scope=untrained level=2"; empty for none
 */
char *sotay_staff_filter_to_text (const SotayStaffFilter *filter);

/**
 * sotay_staff_filter_from_text:
 *
 * What is not known is left out, so that a newer program's filters do no harm.
 *
 * Returns: the filter
 */
SotayStaffFilter sotay_staff_filter_from_text (const char *text);

/**
 * sotay_staff_filter_dup_rule:
 * @day: the day of the figures
 *
 * Returns: (transfer full) (nullable): what the scope means, in a sentence; %NULL for the usual one
 */
char *sotay_staff_filter_dup_rule (const SotayStaffFilter *filter, const GDate *day);

G_END_DECLS
