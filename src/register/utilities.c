/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "register/utilities.h"

#include <stdlib.h>

/* "U12" → 12; 0 for anything else. */
static guint
parse_id (const char *id)
{
  char *end;
  gulong number;

  if (g_ascii_toupper (id[0]) != 'U' || !g_ascii_isdigit (id[1]) || id[1] == '0')
    return 0;
  number = strtoul (id + 1, &end, 10);
  return *end == '\0' && number <= SOTAY_N_UTILITIES ? (guint) number : 0;
}

gboolean
sotay_utilities_parse (const char *text, guint *set)
{
  g_auto (GStrv) ids = g_strsplit_set (text, ", ", -1);
  guint found = 0;

  if (g_ascii_strcasecmp (text, "all") == 0)
    {
      *set = SOTAY_ALL_UTILITIES;
      return TRUE;
    }
  for (guint i = 0; ids[i] != NULL; i++)
    {
      guint number = parse_id (ids[i]);

      if (*ids[i] == '\0')
        continue;
      if (number == 0)
        return FALSE;
      found |= 1u << (number - 1);
    }
  *set = found;
  return found != 0;
}

char *
sotay_utilities_format (guint set)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < SOTAY_N_UTILITIES; i++)
    if (set & (1u << i))
      g_string_append_printf (text, "%sU%u", text->len > 0 ? " " : "", i + 1);
  return g_string_free (text, FALSE);
}

char *
sotay_utilities_format_numbers (guint set)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < SOTAY_N_UTILITIES; i++)
    {
      guint last = i;

      if (!(set & (1u << i)))
        continue;
      while (last + 1 < SOTAY_N_UTILITIES && set & (1u << (last + 1)))
        last++;
      g_string_append_printf (text, "%s%u", text->len > 0 ? ", " : "", i + 1);
      if (last < i + 2)
        continue;
      g_string_append_printf (text, "–%u", last + 1);
      i = last;
    }
  return g_string_free (text, FALSE);
}
