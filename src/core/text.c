/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/text.h"

#include <string.h>

#define SOFT_HYPHEN 0x00AD
#define HYPHEN 0x2010
#define STROKE 0x0335 /* as a mark of its own it stands for the bar of đ */
#define FIRST_LATIN 0x00C0
#define DOTTED_I 0x0130 /* small in two characters */
#define END_LATIN 0x0250
#define FIRST_VIETNAMESE 0x1E00
#define END_VIETNAMESE 0x1F00
#define N_LETTERS (END_LATIN - FIRST_LATIN + END_VIETNAMESE - FIRST_VIETNAMESE)

/* What becomes of a letter. */
typedef struct
{
  gunichar folded;
  gunichar small;
} Letter;

/* Soft hyphens, zero-width characters, marks of direction: pasted along unseen, they make two names of one, or show one
 * backwards. */
static gboolean
is_invisible (gunichar c)
{
  return g_unichar_iscntrl (c) || g_unichar_type (c) == G_UNICODE_FORMAT;
}

/* đ and Đ have no decomposition, nor have ð and Ð, which old fonts put in their place. */
static gboolean
is_barred (gunichar c)
{
  return c == 0x0111 || c == 0x0110 || c == 0x00F0 || c == 0x00D0;
}

/* Marks vanish; so does the bar of đ. */
static gunichar
fold_any_character (gunichar c)
{
  gunichar decomposed[G_UNICHAR_MAX_DECOMPOSITION_LENGTH];

  if (c >= ' ' && c < 0x7f)
    return (gunichar) g_ascii_tolower ((char) c);
  if (g_unichar_ismark (c) || is_invisible (c))
    return 0;
  g_unichar_fully_decompose (c, FALSE, decomposed, G_N_ELEMENTS (decomposed));
  c = g_unichar_tolower (decomposed[0]);
  return is_barred (c) ? 'd' : c;
}

/* The letters of Vietnamese in one character each, and their neighbours: composed already, and small in one way. */
static gboolean
is_common_letter (gunichar c)
{
  return (c >= FIRST_LATIN && c < END_LATIN && c != DOTTED_I) || (c >= FIRST_VIETNAMESE && c < END_VIETNAMESE);
}

/* For most that are not white space, quickly. */
static gboolean
is_plain (gunichar c)
{
  return c < 0x80 ? g_ascii_isgraph ((char) c) : is_common_letter (c);
}

static gsize
letter_index (gunichar c)
{
  return c < END_LATIN ? c - FIRST_LATIN : END_LATIN - FIRST_LATIN + c - FIRST_VIETNAMESE;
}

static gpointer
make_letters (gpointer unused)
{
  Letter *letters = g_new0 (Letter, N_LETTERS);

  for (gunichar c = FIRST_LATIN; c < END_VIETNAMESE; c++)
    if (is_common_letter (c))
      letters[letter_index (c)] = (Letter){ fold_any_character (c), g_unichar_tolower (c) };
  return letters;
}

/* %NULL for a character that takes more thought. */
static const Letter *
look_up_letter (gunichar c)
{
  static GOnce once = G_ONCE_INIT;
  const Letter *letters;

  if (!is_common_letter (c))
    return NULL;
  letters = g_once (&once, make_letters, NULL);
  return &letters[letter_index (c)];
}

static gunichar
fold_character (gunichar c)
{
  const Letter *letter = look_up_letter (c);

  return letter != NULL ? letter->folded : fold_any_character (c);
}

/* Where a word goes on in the next line that is divided at @p, else %NULL. Only small letters go on: "Covid-\n19". */
static const char *
skip_division (const char *text, const char *p)
{
  gunichar c = g_utf8_get_char (p), before;
  const char *next = g_utf8_next_char (p);

  if ((c != '-' && c != HYPHEN && c != SOFT_HYPHEN) || *next != '\n' || p == text)
    return NULL;
  while (*next == '\n' || *next == ' ')
    next++;
  before = g_utf8_get_char (g_utf8_prev_char (p));
  if ((!g_unichar_isalpha (before) && !g_unichar_ismark (before)) || !g_unichar_islower (g_utf8_get_char (next)))
    return NULL;
  return next;
}

static void
append_character (GString *text, gunichar c)
{
  if (c < 0x80)
    g_string_append_c (text, (char) c);
  else
    g_string_append_unichar (text, c);
}

/* Folds @text; when @offsets is given, it receives for each byte of the result the offset in @text of the
 * character that the byte comes from, and one more for the end. */
static char *
fold_with_offsets (const char *text, GArray *offsets, gboolean join_lines)
{
  GString *folded = g_string_sized_new (strlen (text));
  gboolean space_pending = FALSE;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      const char *joined = join_lines ? skip_division (text, p) : NULL;
      guint32 offset;
      gunichar c;
      gsize before;

      if (joined != NULL)
        p = joined;
      offset = (guint32) (p - text);
      c = g_utf8_get_char (p);
      if (!is_plain (c) && g_unichar_isspace (c))
        {
          space_pending = folded->len > 0;
          continue;
        }
      c = fold_character (c);
      if (c == 0)
        continue;
      before = folded->len;
      if (space_pending)
        g_string_append_c (folded, ' ');
      space_pending = FALSE;
      append_character (folded, c);
      if (offsets == NULL)
        continue;
      for (gsize i = before; i < folded->len; i++)
        g_array_append_val (offsets, offset);
    }
  if (offsets != NULL)
    {
      guint32 end = (guint32) strlen (text);
      g_array_append_val (offsets, end);
    }
  return g_string_free (folded, FALSE);
}

static char *
collapse_spaces (const char *text)
{
  GString *tidy = g_string_sized_new (strlen (text));
  gboolean space_pending = FALSE;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (!is_plain (c) && g_unichar_isspace (c))
        {
          space_pending = tidy->len > 0;
          continue;
        }
      if (!is_plain (c) && is_invisible (c))
        continue;
      if (space_pending)
        g_string_append_c (tidy, ' ');
      space_pending = FALSE;
      append_character (tidy, c);
    }
  return g_string_free (tidy, FALSE);
}

char *
sotay_text_fold (const char *text)
{
  g_autofree char *valid = NULL;

  if (g_utf8_validate (text, -1, NULL))
    return fold_with_offsets (text, NULL, FALSE);
  valid = g_utf8_make_valid (text, -1);
  return fold_with_offsets (valid, NULL, FALSE);
}

char *
sotay_text_fold_mapped (const char *text, GArray **offsets)
{
  *offsets = g_array_sized_new (FALSE, FALSE, sizeof (guint32), (guint) strlen (text) + 1);
  return fold_with_offsets (text, *offsets, TRUE);
}

void
sotay_text_list_marks (const char *text, gunichar *marks)
{
  gunichar decomposed[G_UNICHAR_MAX_DECOMPOSITION_LENGTH];
  gunichar c = g_utf8_get_char (text);
  gsize length = g_unichar_fully_decompose (c, FALSE, decomposed, G_N_ELEMENTS (decomposed));
  guint count = 0;

  memset (marks, 0, SOTAY_TEXT_MOST_MARKS * sizeof *marks);
  if (c == '\0')
    return;
  if (is_barred (c))
    marks[count++] = STROKE;
  for (gsize i = 1; i < length && count < SOTAY_TEXT_MOST_MARKS; i++)
    marks[count++] = decomposed[i];
  for (const char *p = g_utf8_next_char (text); g_unichar_ismark (g_utf8_get_char (p)); p = g_utf8_next_char (p))
    {
      length = g_unichar_fully_decompose (g_utf8_get_char (p), FALSE, decomposed, G_N_ELEMENTS (decomposed));
      for (gsize i = 0; i < length && count < SOTAY_TEXT_MOST_MARKS; i++)
        marks[count++] = decomposed[i];
    }
}

static char *
fold_any_case (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  g_autofree char *composed = g_utf8_normalize (valid, -1, G_NORMALIZE_NFC);
  g_autofree char *lower = g_utf8_strdown (composed, -1);

  return collapse_spaces (lower);
}

/* The same for a text of usual letters; %NULL for any other. */
static char *
fold_usual_case (const char *text)
{
  g_autoptr (GString) lower = g_string_sized_new (strlen (text));

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      const Letter *letter;

      if (*p == ' ' && (lower->len == 0 || p[1] == ' ' || p[1] == '\0'))
        continue;
      if (*p >= ' ' && *p < 0x7f)
        {
          g_string_append_c (lower, g_ascii_tolower (*p));
          continue;
        }
      letter = look_up_letter (g_utf8_get_char (p));
      if (letter == NULL)
        return NULL;
      g_string_append_unichar (lower, letter->small);
    }
  return g_strdup (lower->str);
}

char *
sotay_text_fold_case (const char *text)
{
  char *usual = g_utf8_validate (text, -1, NULL) ? fold_usual_case (text) : NULL;

  return usual != NULL ? usual : fold_any_case (text);
}

/* Composed already, then. */
static gboolean
has_only_usual_letters (const char *text)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    if ((guint8) *p >= 0x80 && !is_common_letter (g_utf8_get_char (p)))
      return FALSE;
  return TRUE;
}

char *
sotay_text_tidy (const char *text)
{
  g_autofree char *collapsed = NULL;

  if (!g_utf8_validate (text, -1, NULL))
    return NULL;
  /* First: an invisible character may stand between a letter and its mark. */
  collapsed = collapse_spaces (text);
  if (has_only_usual_letters (collapsed))
    return g_steal_pointer (&collapsed);
  return g_utf8_normalize (collapsed, -1, G_NORMALIZE_NFC);
}

gsize
sotay_text_measure_word (const char *folded)
{
  const char *p = folded;

  while (*p != '\0' && ((guint8) *p < 0x80 ? g_ascii_isalnum (*p) : g_unichar_isalnum (g_utf8_get_char (p))))
    p = g_utf8_next_char (p);
  return (gsize) (p - folded);
}

char **
sotay_text_split (const char *folded)
{
  GStrvBuilder *words = g_strv_builder_new ();
  char **result;

  while (*folded != '\0')
    {
      gsize length = sotay_text_measure_word (folded);
      g_autofree char *word = length > 0 ? g_strndup (folded, length) : NULL;

      if (word != NULL)
        g_strv_builder_add (words, word);
      folded = length > 0 ? folded + length : g_utf8_next_char (folded);
    }
  result = g_strv_builder_end (words);
  g_strv_builder_unref (words);
  return result;
}

static gsize
longest_prefix (const char *folded, const char *const *words)
{
  gsize longest = 0;

  for (gsize i = 0; words[i] != NULL; i++)
    if (g_str_has_prefix (folded, words[i]))
      longest = MAX (longest, strlen (words[i]));
  return longest;
}

/* A range ends before the next character that is not a mark, so that combining marks stay inside it. */
static gsize
skip_marks (const char *text, gsize offset)
{
  while (text[offset] != '\0' && g_unichar_ismark (g_utf8_get_char (text + offset)))
    offset = g_utf8_next_char (text + offset) - text;
  return offset;
}

GArray *
sotay_text_find (const char *text, const char *const *words)
{
  GArray *ranges = g_array_new (FALSE, FALSE, sizeof (SotayTextRange));
  g_autoptr (GArray) offsets = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_autofree char *folded = NULL;
  gboolean at_word = TRUE;

  if (!g_utf8_validate (text, -1, NULL))
    return ranges;
  folded = fold_with_offsets (text, offsets, FALSE);
  for (const char *p = folded; *p != '\0';)
    {
      gsize length = at_word ? longest_prefix (p, words) : 0;

      if (length > 0)
        {
          const char *last = g_utf8_prev_char (p + length);
          gsize end = g_array_index (offsets, guint32, last - folded);
          SotayTextRange range = {
            .start = g_array_index (offsets, guint32, p - folded),
            .end = skip_marks (text, g_utf8_next_char (text + end) - text),
          };

          g_array_append_val (ranges, range);
          p += length;
          at_word = FALSE;
          continue;
        }
      at_word = !g_unichar_isalnum (g_utf8_get_char (p));
      p = g_utf8_next_char (p);
    }
  return ranges;
}
