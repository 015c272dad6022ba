/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "reports/clean-text.h"

#include <string.h>

/* Marks that turn the direction of writing, or say that it goes on: U+200E, U+200F, U+202A–U+202E, U+2066–U+2069. */
static gboolean
turns_direction (gunichar letter)
{
  return letter == 0x200e || letter == 0x200f || (letter >= 0x202a && letter <= 0x202e)
         || (letter >= 0x2066 && letter <= 0x2069);
}

static gboolean
is_space (gunichar letter)
{
  return letter == 0x2028 || letter == 0x2029 || g_unichar_iscntrl (letter) || turns_direction (letter);
}

/* XML 1.0, production 2; control characters are spaces already. */
static gboolean
is_unknown_to_xml (gunichar letter)
{
  return letter == 0xfffe || letter == 0xffff;
}

char *
sotay_report_clean (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  g_autofree char *composed = g_utf8_normalize (valid, -1, G_NORMALIZE_NFC);
  GString *clean = g_string_sized_new (strlen (composed));

  for (const char *place = composed; *place != '\0'; place = g_utf8_next_char (place))
    {
      gunichar letter = g_utf8_get_char (place);

      if (is_space (letter))
        g_string_append_c (clean, ' ');
      else if (!is_unknown_to_xml (letter))
        g_string_append_unichar (clean, letter);
    }
  return g_string_free (clean, FALSE);
}
