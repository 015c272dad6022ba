/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "register/masked-name.h"

#include "core/text.h"

#define MOST_INITIALS 4
#define LONGEST_GIVEN_NAME 20 /* characters */

/* The letters of @word; NULL when it has none, or a digit. */
static char *
take_letters (const char *word)
{
  g_autoptr (GString) letters = g_string_new (NULL);
  gboolean begun = FALSE;

  for (const char *at = word; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar character = g_utf8_get_char (at);

      if (g_unichar_isdigit (character))
        return NULL;
      begun |= g_unichar_isalpha (character);
      if (g_unichar_isalpha (character) || (begun && g_unichar_ismark (character)))
        g_string_append_unichar (letters, character);
    }
  return letters->len > 0 ? g_string_free (g_steal_pointer (&letters), FALSE) : NULL;
}

static GPtrArray *
list_words (const char *name)
{
  GPtrArray *words = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *tidy = name != NULL ? sotay_text_tidy (name) : NULL;
  g_auto (GStrv) parts = g_strsplit (tidy != NULL ? tidy : "", " ", -1);

  for (guint i = 0; parts[i] != NULL; i++)
    {
      char *letters = take_letters (parts[i]);

      if (letters != NULL)
        g_ptr_array_add (words, letters);
    }
  return words;
}

static void
add_initial (GString *masked, const char *word)
{
  g_string_append_unichar (masked, g_unichar_toupper (g_utf8_get_char (word)));
  g_string_append_c (masked, '.');
}

char *
sotay_mask_name (const char *name)
{
  g_autoptr (GPtrArray) words = list_words (name);
  g_autoptr (GString) masked = g_string_new (NULL);
  g_autofree char *given = NULL;

  if (words->len == 0)
    return g_strdup ("…");
  if (words->len == 1)
    {
      add_initial (masked, words->pdata[0]);
      return g_string_free (g_steal_pointer (&masked), FALSE);
    }
  for (guint i = 0; i + 1 < words->len && i < MOST_INITIALS; i++)
    {
      add_initial (masked, words->pdata[i]);
      g_string_append_c (masked, ' ');
    }
  given = g_strdup (words->pdata[words->len - 1]);
  if (g_utf8_strlen (given, -1) > LONGEST_GIVEN_NAME)
    *g_utf8_offset_to_pointer (given, LONGEST_GIVEN_NAME) = '\0';
  g_string_append (masked, given);
  return g_string_free (g_steal_pointer (&masked), FALSE);
}
