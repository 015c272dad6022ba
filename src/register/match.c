/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "register/match.h"

#include "core/text.h"

#include <string.h>

#define YEAR_LENGTH 4
#define DAYS_OF_YEAR 10000 /* month and day in decimal places */
#define BLOCK 4096
#define LONGEST_WORD 64 /* characters that are ordered together */
/* Of so many people of one name only the first are compared: a file of one name 200,000 times must not take a day.
 * Whoever is not found among them is asked about. */
#define MOST_NAMESAKES 1000

struct _SotayMatcher
{
  GHashTable *by_name; /* folded name: SotayNamesakes */
  GPtrArray *blocks;   /* arrays of BLOCK SotayKnown */
  guint used;          /* of the last block */
};

typedef enum
{
  UNKNOWN, /* at least one side is silent */
  ALIKE,
  LIKELY, /* births that agree in the year, and one of them says no more */
  APART,
} Evidence;

/* FNV-1a; 0 is for what is not known. */
static guint64
hash_bytes (const char *bytes, gsize length)
{
  guint64 hash = G_GUINT64_CONSTANT (14695981039346656037);

  for (gsize i = 0; i < length; i++)
    hash = (hash ^ (guint8) bytes[i]) * G_GUINT64_CONSTANT (1099511628211);
  return hash != 0 ? hash : 1;
}

static guint64
hash_text (const char *text)
{
  return hash_bytes (text, strlen (text));
}

static Evidence
compare_births (guint32 a, guint32 b)
{
  if (a == 0 || b == 0)
    return UNKNOWN;
  if (a % DAYS_OF_YEAR == 0 || b % DAYS_OF_YEAR == 0)
    return a / DAYS_OF_YEAR == b / DAYS_OF_YEAR ? LIKELY : APART;
  return a == b ? ALIKE : APART;
}

static Evidence
compare_codes (guint64 a, guint64 b)
{
  if (a == 0 || b == 0)
    return UNKNOWN;
  return a == b ? ALIKE : APART;
}

/* Phones change, so different ones tell nothing. */
static Evidence
compare_phones (guint64 a, guint64 b)
{
  return a != 0 && a == b ? ALIKE : UNKNOWN;
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

/* The letters and marks of each word of @lower in a fixed order, so that "Hoà" equals "Hòa". */
static guint64
hash_marks (const char *lower)
{
  gunichar word[LONGEST_WORD + G_UNICHAR_MAX_DECOMPOSITION_LENGTH];
  g_autoptr (GString) marks = g_string_sized_new (2 * strlen (lower));
  gsize length = 0;

  for (const char *p = lower;; p = g_utf8_next_char (p))
    {
      if (*p != ' ' && *p != '\0' && length < LONGEST_WORD)
        {
          length += g_unichar_fully_decompose (g_utf8_get_char (p), FALSE, word + length,
                                               G_UNICHAR_MAX_DECOMPOSITION_LENGTH);
          continue;
        }
      qsort (word, length, sizeof *word, compare_characters);
      g_string_append_len (marks, (const char *) word, (gssize) (length * sizeof *word));
      g_string_append_unichar (marks, g_utf8_get_char (p));
      length = 0;
      if (*p == '\0')
        return hash_bytes (marks->str, marks->len);
    }
}

static gboolean
has_accents (const char *name)
{
  g_autofree char *folded = sotay_text_fold (name);
  g_autofree char *lower = sotay_text_fold_case (name);

  return !g_str_equal (folded, lower);
}

static void
find_name_traits (const char *name, SotayTraits *traits)
{
  g_autofree char *folded = sotay_text_fold (name);
  g_autofree char *lower = sotay_text_fold_case (name);

  traits->marks = hash_marks (lower);
  traits->accents = !g_str_equal (folded, lower);
}

/* "1975-03-05" is 19750305, "1975" is 19750000. */
static guint32
birth_number (const char *birth)
{
  guint32 number = 0;
  gsize digits = 0;

  for (const char *p = birth; *p != '\0'; p++)
    if (g_ascii_isdigit (*p) && digits++ < 8)
      number = number * 10 + (guint32) (*p - '0');
  for (; digits < 8; digits++)
    number *= 10;
  return number;
}

static void
find_traits (const char *const *fields, SotayTraits *traits)
{
  const char *code = fields[SOTAY_STAFF_CODE];
  const char *phone = fields[SOTAY_STAFF_PHONE];
  const char *birth = fields[SOTAY_STAFF_BIRTH];
  g_autofree char *folded_code = code != NULL ? sotay_text_fold (code) : NULL;
  g_autofree char *digits = phone != NULL ? phone_digits (phone) : NULL;

  traits->code = folded_code != NULL ? hash_text (folded_code) : 0;
  traits->phone = digits != NULL ? hash_text (digits) : 0;
  traits->birth = birth != NULL ? birth_number (birth) : 0;
  find_name_traits (fields[SOTAY_STAFF_NAME], traits);
  traits->ready = TRUE;
}

/* Both names fold alike. A name typed without accents may be anyone's; "Tú" and "Tư" are two people. */
static gboolean
names_agree (const SotayTraits *a, const SotayTraits *b)
{
  return !a->accents || !b->accents || a->marks == b->marks;
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
says_nothing_new (const char *const *said, SotayKnown *known)
{
  const char *stored[SOTAY_STAFF_N_FIELDS];
  const char *merged[SOTAY_STAFF_N_FIELDS];
  const char *heard[SOTAY_STAFF_N_FIELDS];

  memcpy (heard, said, sizeof heard);
  sotay_packed_staff_drop_known (known->packed, heard);
  sotay_packed_staff_get (known->packed, stored);
  sotay_match_merge (stored, heard, stored[SOTAY_STAFF_UNIT_ID], merged);
  return sotay_match_equal (merged, stored);
}

/* A year that a fuller date confirms. */
static gboolean
keeps_birth (const char *stored, const char *said)
{
  return strlen (said) == YEAR_LENGTH && strncmp (stored, said, YEAR_LENGTH) == 0;
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
  if (strcmp (stored, said) == 0)
    return TRUE;
  if (field == SOTAY_STAFF_BIRTH)
    return keeps_birth (stored, said);
  if (field == SOTAY_STAFF_TRAINED_ON || field == SOTAY_STAFF_PASSED_ON)
    return strcmp (stored, said) <= 0;
  stored_form = field == SOTAY_STAFF_PHONE ? phone_digits (stored) : sotay_text_fold_case (stored);
  said_form = field == SOTAY_STAFF_PHONE ? phone_digits (said) : sotay_text_fold_case (said);
  return g_strcmp0 (stored_form, said_form) == 0;
}

static void
ready (SotayKnown *known)
{
  const char *fields[SOTAY_STAFF_N_FIELDS];

  if (known->traits.ready)
    return;
  sotay_packed_staff_get (known->packed, fields);
  find_traits (fields, &known->traits);
}

SotayMatcher *
sotay_matcher_new (void)
{
  SotayMatcher *matcher = g_new0 (SotayMatcher, 1);

  matcher->by_name = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  matcher->blocks = g_ptr_array_new_with_free_func (g_free);
  matcher->used = BLOCK;
  return matcher;
}

void
sotay_matcher_free (SotayMatcher *matcher)
{
  g_hash_table_unref (matcher->by_name);
  g_ptr_array_unref (matcher->blocks);
  g_free (matcher);
}

SotayNamesakes *
sotay_matcher_enter (SotayMatcher *matcher, const char *name)
{
  g_autofree char *folded = sotay_text_fold (name);
  SotayNamesakes *namesakes = g_hash_table_lookup (matcher->by_name, folded);

  if (namesakes != NULL)
    return namesakes;
  namesakes = g_new0 (SotayNamesakes, 1);
  g_hash_table_insert (matcher->by_name, g_steal_pointer (&folded), namesakes);
  return namesakes;
}

SotayNamesakes *
sotay_matcher_look_up (SotayMatcher *matcher, const char *name)
{
  g_autofree char *folded = sotay_text_fold (name);

  return g_hash_table_lookup (matcher->by_name, folded);
}

void
sotay_matcher_add (SotayMatcher *matcher, SotayNamesakes *namesakes, const char *packed, SotayRosterUnit *unit,
                   guint row)
{
  SotayKnown *known;

  if (matcher->used == BLOCK)
    {
      g_ptr_array_add (matcher->blocks, g_new0 (SotayKnown, BLOCK));
      matcher->used = 0;
    }
  known = (SotayKnown *) g_ptr_array_index (matcher->blocks, matcher->blocks->len - 1) + matcher->used++;
  known->packed = packed;
  known->unit = unit;
  known->row = row;
  known->taken = row != SOTAY_KNOWN_NO_ROW;
  if (namesakes->last != NULL)
    namesakes->last->next = known;
  else
    namesakes->first = known;
  namesakes->last = known;
  namesakes->count++;
}

static gboolean
is_same_unit (SotayRosterUnit *unit, gboolean anywhere_at_home, SotayKnown *known)
{
  return known->unit == unit || (anywhere_at_home && known->unit != NULL && known->unit->at_home);
}

SotayMatchKind
sotay_matcher_find (SotayNamesakes *namesakes, const char *const *fields, SotayRosterUnit *unit,
                    gboolean anywhere_at_home, SotayKnown **known)
{
  SotayTraits traits = { 0 };
  SotayKnown *silent = NULL;
  SotayKnown *other = namesakes->first;
  int best = -1;
  gboolean tie = FALSE;

  *known = NULL;
  if (other == NULL)
    return SOTAY_MATCH_NONE;
  find_traits (fields, &traits);
  for (guint i = 0; other != NULL && i < MOST_NAMESAKES; i++, other = other->next)
    {
      gboolean same_unit = is_same_unit (unit, anywhere_at_home, other);
      int weight;

      ready (other);
      weight = weigh (&traits, &other->traits, same_unit);
      if (weight == 0 && same_unit && (silent == NULL || silent->taken) && names_agree (&traits, &other->traits)
          && says_nothing_new (fields, other))
        silent = other;
      tie = weight == best || (tie && weight < best);
      if (weight > best
          || (weight == 0 && best == 0 && (*known)->row != SOTAY_KNOWN_NO_ROW && other->row == SOTAY_KNOWN_NO_ROW))
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
  return best == 0 || namesakes->count > MOST_NAMESAKES ? SOTAY_MATCH_MAYBE : SOTAY_MATCH_NONE;
}

void
sotay_match_merge (const char *const *stored, const char *const *said, const char *unit_id, const char **merged)
{
  const char *name = said[SOTAY_STAFF_NAME];

  for (guint i = 0; i < SOTAY_STAFF_N_FIELDS; i++)
    merged[i] = keeps_field (i, stored[i], said[i]) ? stored[i] : said[i];
  /* The name stays as it is written, unless only the row has the accents. */
  merged[SOTAY_STAFF_NAME] = stored[SOTAY_STAFF_NAME];
  if (strcmp (name, stored[SOTAY_STAFF_NAME]) != 0 && has_accents (name) && !has_accents (stored[SOTAY_STAFF_NAME]))
    merged[SOTAY_STAFF_NAME] = name;
  merged[SOTAY_STAFF_UNIT_ID] = unit_id;
}

gboolean
sotay_match_equal (const char *const *a, const char *const *b)
{
  for (guint i = 0; i < SOTAY_STAFF_N_FIELDS; i++)
    if (g_strcmp0 (a[i], b[i]) != 0)
      return FALSE;
  return TRUE;
}
