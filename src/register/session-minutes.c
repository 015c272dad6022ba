/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "register/session-minutes.h"

#include <string.h>

/* "12" → 12; 0 for anything else, and for what is out of bounds. */
static guint
parse_number (const char *text)
{
  gsize length = strspn (text, "0123456789");
  guint64 number = length > 0 && length <= 3 && text[length] == '\0' ? g_ascii_strtoull (text, NULL, 10) : 0;

  return number <= SOTAY_SESSION_MOST_MINUTES ? (guint) number : 0;
}

/* "U5=12" */
static gboolean
parse_part (const char *part, SotaySessionMinutes *minutes)
{
  const char *sign = strchr (part, '=');
  g_autofree char *id = sign != NULL ? g_strndup (part, sign - part) : NULL;
  guint number = sign != NULL ? parse_number (sign + 1) : 0;
  guint set = 0;
  int place;

  /* A power of two is one utility. */
  if (number == 0 || !sotay_utilities_parse (id, &set) || (set & (set - 1)) != 0)
    return FALSE;
  place = g_bit_nth_lsf (set, -1);
  if (minutes->of[place] != 0)
    return FALSE;
  minutes->of[place] = number;
  return TRUE;
}

gboolean
sotay_session_minutes_parse (const char *text, SotaySessionMinutes *minutes)
{
  g_auto (GStrv) parts = g_strsplit_set (text, ", ", -1);
  SotaySessionMinutes found = { { 0 } };
  gboolean readable = TRUE;

  *minutes = found;
  for (guint i = 0; parts[i] != NULL && readable; i++)
    readable = *parts[i] == '\0' || parse_part (parts[i], &found);
  if (!readable || sotay_session_minutes_sum (&found) == 0)
    return FALSE;
  *minutes = found;
  return TRUE;
}

char *
sotay_session_minutes_format (const SotaySessionMinutes *minutes)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < SOTAY_N_UTILITIES; i++)
    if (minutes->of[i] > 0)
      g_string_append_printf (text, "%sU%u=%u", text->len > 0 ? " " : "", i + 1, minutes->of[i]);
  return g_string_free (text, FALSE);
}

guint
sotay_session_minutes_sum (const SotaySessionMinutes *minutes)
{
  guint sum = 0;

  for (guint i = 0; i < SOTAY_N_UTILITIES; i++)
    sum += minutes->of[i];
  return sum;
}
