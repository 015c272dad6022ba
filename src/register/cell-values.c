/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "register/cell-values.h"

#include "core/text.h"
#include "register/employment.h"

#include <string.h>

#define DIGITS "0123456789"
/* What Excel's General format shows of a long number. A shorter one is exact: zeros at its end were left out. */
#define SHOWN_DIGITS 6
#define LONGEST_NUMBER 15

static void
note (guint *notes, SotayRosterNote said)
{
  *notes |= SOTAY_ROSTER_NOTE_BIT (said);
}

static gboolean
is_any (const char *text, const char *const *words)
{
  g_autofree char *folded = sotay_text_fold (text);

  return g_strv_contains (words, folded);
}

/* "9.12345678E+08" in full; sets @exact when no digit can have been lost. NULL when it is no such number. */
static char *
expand_scientific (const char *text, gboolean *exact)
{
  gsize whole = strspn (text, DIGITS);
  gboolean point = whole == 1 && (text[1] == '.' || text[1] == ',');
  const char *decimals = text + whole + point;
  gsize n_decimals = point ? strspn (decimals, DIGITS) : 0;
  const char *e = decimals + n_decimals;
  const char *power = e + (g_ascii_toupper (*e) == 'E') + (e[0] != '\0' && e[1] == '+');
  guint64 exponent = g_ascii_strtoull (power, NULL, 10);
  GString *number;

  if (whole != 1 || g_ascii_toupper (*e) != 'E' || *power == '\0' || strspn (power, DIGITS) != strlen (power)
      || exponent < n_decimals || exponent > LONGEST_NUMBER)
    return NULL;
  *exact = exponent == n_decimals || 1 + n_decimals < SHOWN_DIGITS;
  number = g_string_new_len (text, 1);
  g_string_append_len (number, decimals, (gssize) n_decimals);
  for (guint64 i = n_decimals; i < exponent; i++)
    g_string_append_c (number, '0');
  return g_string_free (number, FALSE);
}

/* "912345678.0" of a program that takes everything for a number. */
static gsize
length_before_zeros (const char *text)
{
  gsize digits = strspn (text, DIGITS);

  return digits > 0 && text[digits] == '.' && text[digits + 1] != '\0'
                 && strspn (text + digits + 1, "0") == strlen (text + digits + 1)
           ? digits
           : strlen (text);
}

/* The digits of a number that consists of digits and what people write between them; NULL for other text. */
static char *
only_digits (const char *text)
{
  GString *digits = g_string_new (NULL);
  gsize length = length_before_zeros (text);

  for (gsize i = 0; i < length; i++)
    {
      if (g_ascii_isdigit (text[i]))
        g_string_append_c (digits, text[i]);
      else if (strchr (" .-()+'", text[i]) == NULL)
        {
          g_string_free (digits, TRUE);
          return NULL;
        }
    }
  return g_string_free (digits, FALSE);
}

static gboolean
is_phone (const char *digits)
{
  gsize length = strlen (digits);

  if (length == 10)
    return digits[0] == '0' && strchr ("35789", digits[1]) != NULL;
  return length == 11 && digits[0] == '0' && digits[1] == '2';
}

/* The number with the zero before it, when only that was missing. */
static char *
put_zero (const char *digits, gboolean international)
{
  const char *rest = digits + (international ? 2 : 0);
  g_autofree char *whole = NULL;

  if (international && !g_str_has_prefix (digits, "84"))
    return NULL;
  /* Some write +84 (0)912… */
  whole = g_strconcat (*rest == '0' ? "" : "0", rest, NULL);
  return is_phone (whole) ? g_steal_pointer (&whole) : NULL;
}

/* Numbers within a town and switchboards are left alone: 5 to 8 digits. */
static gboolean
is_odd_phone (const char *text, const char *digits)
{
  gsize length = strlen (digits);

  return !g_str_has_prefix (text, "+") && !g_str_has_prefix (text, "00") && (length < 5 || length > 8)
         && !g_str_has_prefix (digits, "1900") && !g_str_has_prefix (digits, "1800");
}

char *
sotay_roster_read_phone (const char *text, guint *notes)
{
  gboolean exact = TRUE;
  g_autofree char *expanded = expand_scientific (text, &exact);
  g_autofree char *digits = only_digits (expanded != NULL ? expanded : text);
  const char *plain;
  char *mended;

  /* Words and several numbers stay as they are. */
  if (digits == NULL || *digits == '\0')
    return g_strdup (text);
  if (!exact)
    {
      note (notes, SOTAY_ROSTER_NOTE_DOUBT_PHONE);
      return g_strdup (text);
    }
  if (is_phone (digits))
    return g_strdup (text);
  plain = g_str_has_prefix (digits, "00") ? digits + 2 : digits;
  mended = put_zero (plain, FALSE);
  if (mended == NULL)
    mended = put_zero (plain, TRUE);
  if (mended != NULL)
    {
      note (notes, SOTAY_ROSTER_NOTE_PHONE);
      return mended;
    }
  if (is_odd_phone (text, digits))
    note (notes, SOTAY_ROSTER_NOTE_DOUBT_PHONE);
  return g_strdup (text);
}

char *
sotay_roster_read_code (const char *text, guint *notes)
{
  gboolean exact = TRUE;
  char *expanded = expand_scientific (text, &exact);

  if (expanded == NULL)
    return g_strdup (text);
  note (notes, exact ? SOTAY_ROSTER_NOTE_CODE : SOTAY_ROSTER_NOTE_DOUBT_CODE);
  return expanded;
}

gboolean
sotay_roster_read_level (const char *text, const char **level)
{
  static const char *const empty[] = { "", "chua ro", "khong ro", "unknown", NULL };
  static const char *const none[] = { "chua", "chua co", "khong", "khong co", "chua dang ky", "no", "none", NULL };
  g_autofree char *folded = sotay_text_fold (text);
  gsize letters = strcspn (folded, DIGITS);
  g_autofree char *number = g_strndup (folded + letters, strspn (folded + letters, DIGITS));
  const char *rest = folded + letters + strlen (number);

  *level = NULL;
  if (g_strv_contains (empty, folded))
    return TRUE;
  if (g_strv_contains (none, folded))
    *level = "3";
  else if (g_str_equal (number, "1") || g_str_equal (number, "01"))
    *level = "1";
  else if (g_str_equal (number, "2") || g_str_equal (number, "02"))
    *level = "2";
  return *level != NULL && strcspn (rest, DIGITS) == strlen (rest);
}

/* Words that stand in the cell, folded; the first that is found decides. */
static const struct
{
  SotayEmployment employment;
  const char *word;
} employments[] = {
  { SOTAY_EMPLOYMENT_PART_TIME, "khong chuyen trach" },
  { SOTAY_EMPLOYMENT_PART_TIME, "ban chuyen trach" },
  { SOTAY_EMPLOYMENT_PART_TIME, "kct" },
  { SOTAY_EMPLOYMENT_PART_TIME, "hdkct" },
  { SOTAY_EMPLOYMENT_PART_TIME, "part time" },
  { SOTAY_EMPLOYMENT_NEIGHBOURHOOD, "to dan pho" },
  { SOTAY_EMPLOYMENT_NEIGHBOURHOOD, "tdp" },
  { SOTAY_EMPLOYMENT_NEIGHBOURHOOD, "khu pho" },
  { SOTAY_EMPLOYMENT_NEIGHBOURHOOD, "thon" },
  { SOTAY_EMPLOYMENT_NEIGHBOURHOOD, "neighbourhood" },
  { SOTAY_EMPLOYMENT_WORKER, "nguoi lao dong" },
  { SOTAY_EMPLOYMENT_WORKER, "hop dong" },
  { SOTAY_EMPLOYMENT_WORKER, "nld" },
  { SOTAY_EMPLOYMENT_WORKER, "ldhd" },
  { SOTAY_EMPLOYMENT_WORKER, "hdld" },
  { SOTAY_EMPLOYMENT_WORKER, "hd" },
  { SOTAY_EMPLOYMENT_WORKER, "worker" },
  { SOTAY_EMPLOYMENT_OFFICIAL, "cong chuc" },
  { SOTAY_EMPLOYMENT_OFFICIAL, "cbcc" },
  { SOTAY_EMPLOYMENT_OFFICIAL, "cc" },
  { SOTAY_EMPLOYMENT_OFFICIAL, "official" },
  { SOTAY_EMPLOYMENT_PUBLIC, "vien chuc" },
  { SOTAY_EMPLOYMENT_PUBLIC, "vc" },
  { SOTAY_EMPLOYMENT_PUBLIC, "public" },
  { SOTAY_EMPLOYMENT_OFFICIAL, "can bo" },
  { SOTAY_EMPLOYMENT_OFFICIAL, "cb" },
  { SOTAY_EMPLOYMENT_OTHER, "khac" },
  { SOTAY_EMPLOYMENT_OTHER, "other" },
};

/* Whether @word stands in @text as whole words. */
static gboolean
has_word (const char *text, const char *word)
{
  gsize length = strlen (word);

  for (const char *p = strstr (text, word); p != NULL; p = strstr (p + 1, word))
    if ((p == text || p[-1] == ' ') && (p[length] == '\0' || p[length] == ' '))
      return TRUE;
  return FALSE;
}

const char *
sotay_roster_read_employment (const char *text, guint *notes)
{
  g_autofree char *folded = sotay_text_fold (text);
  g_auto (GStrv) words = sotay_text_split (folded);
  g_autofree char *plain = g_strjoinv (" ", words);

  if (*plain == '\0')
    return NULL;
  for (guint i = 0; i < G_N_ELEMENTS (employments); i++)
    if (has_word (plain, employments[i].word))
      return sotay_employment_to_string (employments[i].employment);
  note (notes, SOTAY_ROSTER_NOTE_EMPLOYMENT);
  return NULL;
}

gboolean
sotay_roster_is_tick (const char *text)
{
  static const char *const ticks[] = { "x", "co", "roi", "da", "da tap huan", "da kich hoat", "kich hoat", "dat",
                                       "yes", "y", "true", "v", "✓", "✔", "√", NULL };

  return *text != '\0' && !g_ascii_isdigit (*text) && is_any (text, ticks);
}

gboolean
sotay_roster_is_denial (const char *text)
{
  static const char *const denials[] = { "chua", "khong", "khong co", "chua co", "chua kich hoat", "chua tap huan",
                                         "no", "n", "false", NULL };

  if (*text == '\0' || g_ascii_isdigit (*text))
    return *text == '\0' || strcmp (text, "0") == 0;
  return is_any (text, denials);
}

const char *
sotay_roster_read_answer (const char *text, guint *notes)
{
  if (*text == '\0')
    return NULL;
  if (sotay_roster_is_tick (text) || g_str_equal (text, "1"))
    return "yes";
  if (sotay_roster_is_denial (text))
    return "no";
  note (notes, SOTAY_ROSTER_NOTE_ACTIVATED);
  return NULL;
}
