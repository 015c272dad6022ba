/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whether a row of a file and an entry are the same person. Namesakes are many: nothing is merged on a name alone. */
#pragma once

#include "register/staff.h"

G_BEGIN_DECLS

/**
 * SotayMatchKind:
 */
typedef enum
{
  SOTAY_MATCH_NONE,  /* nobody, or namesakes that something tells apart */
  SOTAY_MATCH_SAME,  /* the same person */
  SOTAY_MATCH_MAYBE, /* a namesake whom nothing tells apart */
} SotayMatchKind;

/**
 * SotayTraits:
 *
 * What tells people of one name apart, in the form in which it is compared; each but @marks nullable.
 */
typedef struct
{
  char *code;
  char *phone;
  char *birth;
  char *marks;
  gboolean accents;
} SotayTraits;

/**
 * SotayKnown:
 * @staff: someone already known
 * @in_file: from an earlier row of the file, not from the register
 * @taken: an earlier row was the same person
 */
typedef struct
{
  SotayStaff *staff;
  SotayTraits traits;
  gboolean in_file;
  gboolean taken;
} SotayKnown;

typedef struct _SotayMatcher SotayMatcher;

/**
 * sotay_matcher_new:
 *
 * Returns: (transfer full): a matcher that knows nobody yet
 */
SotayMatcher *sotay_matcher_new (void);
void sotay_matcher_free (SotayMatcher *matcher);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SotayMatcher, sotay_matcher_free)

/**
 * sotay_matcher_add:
 *
 * Makes @staff known.
 */
void sotay_matcher_add (SotayMatcher *matcher, SotayStaff *staff, gboolean in_file);

/**
 * sotay_matcher_find:
 * @said: a person as a row says
 * @home: (nullable): ids of units that count as the unit of @said, besides its own
 * @known: (out) (transfer none) (nullable): whom the answer is about
 *
 * The same person: the same name, accents and case ignored, and the same code, phone or date of birth; in the same
 * unit a year of birth is enough. Told apart: by another birth, another code, other accents in both names. Otherwise,
 * in the same unit, everything that @said says must be known already.
 *
 * Returns: what was found
 */
SotayMatchKind sotay_matcher_find (SotayMatcher *matcher, SotayStaff *said, GHashTable *home, SotayKnown **known);

/**
 * sotay_match_merge:
 * @staff: an entry
 * @said: the same person as a row says
 * @unit_id: the unit afterwards
 *
 * What @said leaves empty stays; so does what differs in case or spaces only, and a birth date where @said has the
 * year.
 *
 * Returns: (transfer full): the entry afterwards
 */
SotayStaff *sotay_match_merge (SotayStaff *staff, SotayStaff *said, const char *unit_id);

/**
 * sotay_match_equal:
 *
 * Returns: whether all fields are the same
 */
gboolean sotay_match_equal (SotayStaff *a, SotayStaff *b);

G_END_DECLS
