/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "register/match.h"

#include "core/text.h"

#include <string.h>

#define YEAR_LENGTH 4
/* Of so many people of one name only the first are compared: a file of one name 200,000 times must not take a day.
 * Whoever is not found among them is asked about. */
#define MOST_NAMESAKES 1000

struct _SotayMatcher
{
  GHashTable *by_name; /* folded name: GPtrArray of SotayKnown */
};

typedef enum
{
  UNKNOWN, /* at least one side is silent */
  ALIKE,
  LIKELY, /* births that agree in the year, and one of them says no more */
  APART,
} Evidence;

static void
clear_traits (SotayTraits *traits)
{
  g_free (traits->code);
  g_free (traits->phone);
  g_free (traits->birth);
  g_free (traits->marks);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (SotayTraits, clear_traits)

static void
known_free (SotayKnown *known)
{
  g_object_unref (known->staff);
  clear_traits (&known->traits);
  g_free (known);
}

static Evidence
compare_births (const char *a, const char *b)
{
  if (a == NULL || b == NULL)
    return UNKNOWN;
  if (strlen (a) == YEAR_LENGTH || strlen (b) == YEAR_LENGTH)
    return strncmp (a, b, YEAR_LENGTH) == 0 ? LIKELY : APART;
  return g_str_equal (a, b) ? ALIKE : APART;
}

static Evidence
compare_codes (const char *a, const char *b)
{
  if (a == NULL || b == NULL)
    return UNKNOWN;
  return g_str_equal (a, b) ? ALIKE : APART;
}

/* Phones change, so different ones tell nothing. */
static Evidence
compare_phones (const char *a, const char *b)
{
  return a != NULL && b != NULL && g_str_equal (a, b) ? ALIKE : UNKNOWN;
}

/* The digits that tell phones apart: Excel drops the leading zero, others write +84. */
static char *
phone_digits (const char *phone)
{
  GString *digits = g_string_new (NULL);

  for (const char *p = phone; *p != '\0'; p++)
    if (g_ascii_isdigit (*p))
      g_string_append_c (digits, *p);
  if (digits->len == 11 && g_str_has_prefix (digits->str, "84"))
    g_string_erase (digits, 0, 2);
  while (digits->len > 0 && digits->str[0] == '0')
    g_string_erase (digits, 0, 1);
  return g_string_free (digits, digits->len == 0);
}

static int
compare_characters (gconstpointer a, gconstpointer b)
{
  return *(const gunichar *) a < *(const gunichar *) b ? -1 : *(const gunichar *) a > *(const gunichar *) b;
}

/* The letters and marks of each word in a fixed order, so that "Hoà" equals "Hòa". */
static char *
name_marks (const char *name)
{
  g_autofree char *lower = sotay_text_fold_case (name);
  g_auto (GStrv) words = g_strsplit (lower, " ", -1);
  GString *marks = g_string_new (NULL);

  for (guint i = 0; words[i] != NULL; i++)
    {
      g_autofree char *apart = g_utf8_normalize (words[i], -1, G_NORMALIZE_NFD);
      glong length = 0;
      g_autofree gunichar *characters = g_utf8_to_ucs4_fast (apart, -1, &length);

      qsort (characters, (size_t) length, sizeof *characters, compare_characters);
      for (glong j = 0; j < length; j++)
        g_string_append_unichar (marks, characters[j]);
      g_string_append_c (marks, ' ');
    }
  return g_string_free (marks, FALSE);
}

static gboolean
has_accents (const char *name)
{
  g_autofree char *folded = sotay_text_fold (name);
  g_autofree char *lower = sotay_text_fold_case (name);

  return !g_str_equal (folded, lower);
}

static void
find_traits (SotayStaff *staff, SotayTraits *traits)
{
  const char *code = sotay_staff_get_field (staff, SOTAY_STAFF_CODE);
  const char *phone = sotay_staff_get_field (staff, SOTAY_STAFF_PHONE);

  traits->code = code != NULL ? sotay_text_fold (code) : NULL;
  traits->phone = phone != NULL ? phone_digits (phone) : NULL;
  traits->birth = g_strdup (sotay_staff_get_field (staff, SOTAY_STAFF_BIRTH));
  traits->marks = name_marks (sotay_staff_get_name (staff));
  traits->accents = has_accents (sotay_staff_get_name (staff));
}

/* Both names fold alike. A name typed without accents may be anyone's; "Tú" and "Tư" are two people. */
static gboolean
names_agree (const SotayTraits *a, const SotayTraits *b)
{
  return !a->accents || !b->accents || g_str_equal (a->marks, b->marks);
}

/* How sure it is that both are one person: above 0 sure, 0 maybe, below 0 not. */
static int
weigh (const SotayTraits *said, const SotayTraits *known, gboolean same_unit)
{
  Evidence code = compare_codes (said->code, known->code);
  Evidence phone = compare_phones (said->phone, known->phone);
  Evidence birth = compare_births (said->birth, known->birth);
  gboolean agree = names_agree (said, known);

  if (code == ALIKE)
    return 16 + (phone == ALIKE ? 8 : 0) + (birth == ALIKE ? 4 : 0) + (birth == LIKELY ? 2 : 0) + same_unit;
  if (phone == ALIKE)
    return code == APART ? 0 : 8 + (birth == ALIKE ? 4 : 0) + (birth == LIKELY ? 2 : 0) + same_unit;
  if (birth == ALIKE)
    return code == APART || !agree ? 0 : 4 + same_unit;
  /* In a city many share a name and a year of birth; in one unit hardly anyone does. */
  if (birth == LIKELY)
    return (code == APART || !agree ? -1 : 0) + (same_unit ? 1 : 0);
  return same_unit && agree && code != APART && birth != APART ? 0 : -1;
}

static gboolean
says_nothing_new (SotayStaff *said, SotayStaff *known)
{
  g_autoptr (SotayStaff) merged = sotay_match_merge (known, said, sotay_staff_get_unit_id (known));

  return sotay_match_equal (merged, known);
}

static gboolean
keeps_field (SotayStaffField field, const char *stored, const char *said)
{
  g_autofree char *stored_form = NULL;
  g_autofree char *said_form = NULL;

  if (said == NULL)
    return TRUE;
  if (stored == NULL)
    return FALSE;
  if (field == SOTAY_STAFF_BIRTH)
    return strlen (said) == YEAR_LENGTH && compare_births (stored, said) == LIKELY;
  stored_form = field == SOTAY_STAFF_PHONE ? phone_digits (stored) : sotay_text_fold_case (stored);
  said_form = field == SOTAY_STAFF_PHONE ? phone_digits (said) : sotay_text_fold_case (said);
  return g_strcmp0 (stored_form, said_form) == 0;
}

/* A list that we exported says since when someone counts as trained, which sessions may have brought about. */
static gboolean
says_standing (SotayStaffField field, SotayStaff *staff, const char *said)
{
  if (field == SOTAY_STAFF_TRAINED_ON)
    return g_strcmp0 (said, sotay_staff_get_trained_since (staff)) == 0;
  return field == SOTAY_STAFF_PASSED_ON && g_strcmp0 (said, sotay_staff_get_passed_since (staff)) == 0;
}

static gboolean
is_at_home (SotayStaff *said, SotayStaff *known, GHashTable *home)
{
  const char *unit_id = sotay_staff_get_unit_id (known);

  return g_strcmp0 (unit_id, sotay_staff_get_unit_id (said)) == 0
         || (home != NULL && g_hash_table_contains (home, unit_id));
}

SotayMatcher *
sotay_matcher_new (void)
{
  SotayMatcher *matcher = g_new0 (SotayMatcher, 1);

  matcher->by_name = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_ptr_array_unref);
  return matcher;
}

void
sotay_matcher_free (SotayMatcher *matcher)
{
  g_hash_table_unref (matcher->by_name);
  g_free (matcher);
}

void
sotay_matcher_add (SotayMatcher *matcher, SotayStaff *staff, gboolean in_file)
{
  g_autofree char *folded = sotay_text_fold (sotay_staff_get_name (staff));
  GPtrArray *namesakes = g_hash_table_lookup (matcher->by_name, folded);
  SotayKnown *known = g_new0 (SotayKnown, 1);

  known->staff = g_object_ref (staff);
  find_traits (staff, &known->traits);
  known->in_file = in_file;
  known->taken = in_file;
  if (namesakes == NULL)
    {
      namesakes = g_ptr_array_new_with_free_func ((GDestroyNotify) known_free);
      g_hash_table_insert (matcher->by_name, g_steal_pointer (&folded), namesakes);
    }
  g_ptr_array_add (namesakes, known);
}

SotayMatchKind
sotay_matcher_find (SotayMatcher *matcher, SotayStaff *said, GHashTable *home, SotayKnown **known)
{
  g_autofree char *folded = sotay_text_fold (sotay_staff_get_name (said));
  GPtrArray *namesakes = g_hash_table_lookup (matcher->by_name, folded);
  g_auto (SotayTraits) traits = { NULL };
  SotayKnown *silent = NULL;
  int best = -1;
  gboolean tie = FALSE;

  *known = NULL;
  if (namesakes == NULL)
    return SOTAY_MATCH_NONE;
  find_traits (said, &traits);
  for (guint i = 0; i < MIN (namesakes->len, MOST_NAMESAKES); i++)
    {
      SotayKnown *other = g_ptr_array_index (namesakes, i);
      gboolean same_unit = is_at_home (said, other->staff, home);
      int weight = weigh (&traits, &other->traits, same_unit);

      if (weight == 0 && same_unit && (silent == NULL || silent->taken) && names_agree (&traits, &other->traits)
          && says_nothing_new (said, other->staff))
        silent = other;
      tie = weight == best || (tie && weight < best);
      if (weight > best || (weight == 0 && best == 0 && (*known)->in_file && !other->in_file))
        *known = other;
      best = MAX (best, weight);
    }
  if (best > 0)
    return tie ? SOTAY_MATCH_MAYBE : SOTAY_MATCH_SAME;
  if (silent != NULL)
    {
      *known = silent;
      return SOTAY_MATCH_SAME;
    }
  return best == 0 || namesakes->len > MOST_NAMESAKES ? SOTAY_MATCH_MAYBE : SOTAY_MATCH_NONE;
}

SotayStaff *
sotay_match_merge (SotayStaff *staff, SotayStaff *said, const char *unit_id)
{
  const char *name = sotay_staff_get_name (said);
  const char *fields[SOTAY_STAFF_N_FIELDS];

  for (guint i = 0; i < SOTAY_STAFF_N_FIELDS; i++)
    {
      const char *stored = sotay_staff_get_field (staff, i);

      const char *new_value = sotay_staff_get_field (said, i);

      fields[i] = keeps_field (i, stored, new_value) || says_standing (i, staff, new_value) ? stored : new_value;
    }
  /* The name stays as it is written, unless only the row has the accents. */
  fields[SOTAY_STAFF_NAME] = has_accents (name) && !has_accents (sotay_staff_get_name (staff))
                               ? name : sotay_staff_get_name (staff);
  fields[SOTAY_STAFF_UNIT_ID] = unit_id;
  return sotay_staff_restore (sotay_staff_get_id (staff), fields);
}

gboolean
sotay_match_equal (SotayStaff *a, SotayStaff *b)
{
  for (guint i = 0; i < SOTAY_STAFF_N_FIELDS; i++)
    if (g_strcmp0 (sotay_staff_get_field (a, i), sotay_staff_get_field (b, i)) != 0)
      return FALSE;
  return TRUE;
}
