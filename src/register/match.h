/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whether a row of a file and an entry are the same person. Namesakes are many: nothing is merged on a name alone. */
#pragma once

#include "register/packed-staff.h"
#include "register/roster-units.h"

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

/* SotayKnown.row of someone in the register. */
#define SOTAY_KNOWN_NO_ROW G_MAXUINT

/**
 * SotayTraits:
 *
 * What tells people of one name apart, each as a number that is compared; 0 where nothing is known. Worked out when
 * there is somebody to be told apart from.
 */
typedef struct
{
  guint64 code;
  guint64 phone;
  guint64 marks; /* the letters and accents of the name */
  guint32 birth; /* year, month and day, or the year alone, in decimal places */
  gboolean accents;
  gboolean ready;
} SotayTraits;

typedef struct _SotayKnown SotayKnown;

/**
 * SotayKnown:
 * @packed: someone already known
 * @unit: (nullable): the unit
 * @row: the row of the file, or %SOTAY_KNOWN_NO_ROW for someone in the register
 * @taken: an earlier row was the same person
 */
struct _SotayKnown
{
  const char *packed;
  SotayRosterUnit *unit;
  SotayTraits traits;
  guint row;
  gboolean taken;
  SotayKnown *next; /* of the same name */
};

/**
 * SotayNamesakes:
 *
 * Those known by one name, accents and case ignored.
 */
typedef struct
{
  SotayKnown *first;
  SotayKnown *last;
  guint count;
} SotayNamesakes;

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
 * sotay_matcher_enter:
 *
 * Returns: (transfer none): those of the name @name, nobody at first
 */
SotayNamesakes *sotay_matcher_enter (SotayMatcher *matcher, const char *name);

/**
 * sotay_matcher_look_up:
 *
 * Returns: (transfer none) (nullable): those of the name @name, when it was entered before
 */
SotayNamesakes *sotay_matcher_look_up (SotayMatcher *matcher, const char *name);

/**
 * sotay_matcher_add:
 * @packed: someone, kept by the caller
 * @row: see #SotayKnown
 *
 * Makes someone known.
 */
void sotay_matcher_add (SotayMatcher *matcher, SotayNamesakes *namesakes, const char *packed, SotayRosterUnit *unit,
                        guint row);

/**
 * sotay_matcher_find:
 * @fields: a person as a row says
 * @unit: (nullable): the unit of that person
 * @anywhere_at_home: whether units at home count as @unit
 * @known: (out) (transfer none) (nullable): whom the answer is about
 *
 * The same person: the same name, accents and case ignored, and the same code, phone or date of birth; in the same
 * unit a year of birth is enough. Told apart: by another birth, another code, other accents in both names. Otherwise,
 * in the same unit, everything that the row says must be known already.
 *
 * Returns: what was found
 */
SotayMatchKind sotay_matcher_find (SotayNamesakes *namesakes, const char *const *fields, SotayRosterUnit *unit,
                                   gboolean anywhere_at_home, SotayKnown **known);

/**
 * sotay_match_merge:
 * @stored: the fields of an entry
 * @said: those of the same person as a row says
 * @unit_id: (nullable): the unit afterwards
 * @merged: (out) (array length=SOTAY_STAFF_N_FIELDS): the fields afterwards, borrowed from the others
 *
 * What @said leaves empty stays; so does what differs in case or spaces only, a birth date where @said has the year,
 * and a day of training or passing that is not later than the one in @said.
 */
void sotay_match_merge (const char *const *stored, const char *const *said, const char *unit_id, const char **merged);

/**
 * sotay_match_equal:
 *
 * Returns: whether all fields are the same
 */
gboolean sotay_match_equal (const char *const *a, const char *const *b);

G_END_DECLS
