/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

#define SOTAY_UTILITY_DEFAULT_MINUTES 8 /* for content that does not say how long a lesson takes */
#define SOTAY_UTILITY_MAX_MINUTES 60

#define SOTAY_TYPE_UTILITY (sotay_utility_get_type ())
/**
 * SotayUtility:
 *
 * One of the 16 utilities that the letter lists. Immutable.
 */
G_DECLARE_FINAL_TYPE (SotayUtility, sotay_utility, SOTAY, UTILITY, GObject)

/**
 * SotayUtilityParts:
 *
 * What a utility is made of: the keys of its file, see resources/content/README.md. The lists hold
 * #SotayContentBlock of the kinds PARAGRAPH (purpose, eligibility, result), STEP, PROBLEM, LEGAL and CHANGE. Owns what
 * it holds.
 */
typedef struct
{
  char *id;
  guint level;
  guint order;
  char *title;
  char *original_title;
  char *title_note; /* nullable */
  char **keywords;
  GPtrArray *purpose;
  GPtrArray *eligibility;
  GPtrArray *steps;
  GPtrArray *result;
  GPtrArray *problems;
  GPtrArray *legal;
  GPtrArray *changes;
  guint manual_page; /* from 1; 0 when not known */
  GPtrArray *questions; /* (element-type SotayQuestion): of the quick check; empty in content without them */
  char **notes;         /* advice for the trainer, plain words, never on the wall; may be empty */
  guint minutes;        /* that a lesson gives to it, 1 to SOTAY_UTILITY_MAX_MINUTES */
  char **see_also;
} SotayUtilityParts;

void sotay_utility_parts_free (SotayUtilityParts *parts);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SotayUtilityParts, sotay_utility_parts_free)

/**
 * sotay_utility_new:
 * @parts: (transfer full): what it is made of
 *
 * For readers of content files.
 *
 * Returns: (transfer full): the utility
 */
SotayUtility *sotay_utility_new (SotayUtilityParts *parts);

const SotayUtilityParts *sotay_utility_get_parts (SotayUtility *utility); /* (transfer none) */

const char *sotay_utility_get_id (SotayUtility *utility);             /* "U1" … "U16" */
guint sotay_utility_get_level (SotayUtility *utility);                /* 1 or 2, the level in the letter */
guint sotay_utility_get_order (SotayUtility *utility);                /* 1 … 16 */
const char *sotay_utility_get_title (SotayUtility *utility);
const char *sotay_utility_get_original_title (SotayUtility *utility); /* as in the letter, slips and all */

/**
 * sotay_utility_to_json:
 *
 * Returns: (transfer full): the object that `sotay catalogue show --json` prints, links as plain words
 */
JsonNode *sotay_utility_to_json (SotayUtility *utility);

G_END_DECLS
