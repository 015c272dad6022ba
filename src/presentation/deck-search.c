/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "presentation/deck.h"

#include "core/text.h"

#include <string.h>

/* Whether one of the words of @folded begins with @word. */
static gboolean
has_word (const char *folded, const char *word)
{
  for (const char *found = strstr (folded, word); found != NULL; found = strstr (found + 1, word))
    if (found == folded || !g_unichar_isalnum (g_utf8_get_char (g_utf8_prev_char (found))))
      return TRUE;
  return FALSE;
}

static gboolean
has_words (const char *text, const char *const *words)
{
  g_autofree char *folded = sotay_text_fold (text);

  for (guint i = 0; words[i] != NULL; i++)
    if (!has_word (folded, words[i]))
      return FALSE;
  return TRUE;
}

/* What a slide says that the first of its utility does not: most repeat its title. */
static char *
dup_own_words (SotaySlide *slide)
{
  const SotaySlideParts *parts = sotay_slide_get_parts (slide);
  gboolean asks = parts->kind == SOTAY_SLIDE_QUESTION || parts->kind == SOTAY_SLIDE_ANSWER
                  || parts->kind == SOTAY_SLIDE_CHECK || parts->kind == SOTAY_SLIDE_SOLUTION;
  GString *words = g_string_new (asks || parts->utility == 0 ? parts->title : "");

  for (guint i = 0; i < parts->texts->len; i++)
    g_string_append_printf (words, " %s", ((const SotaySlideText *) parts->texts->pdata[i])->text);
  return g_string_free (words, FALSE);
}

/* The slide of the utility whose number was typed, "12" or "U12"; -1: it is no number, or of no stop. */
static int
find_number (SotayDeck *self, const char *folded)
{
  guint64 utility;

  if (!g_ascii_string_to_unsigned (folded + (folded[0] == 'u' ? 1 : 0), 10, 1, G_MAXINT, &utility, NULL))
    return -1;
  return sotay_deck_find_utility (self, (guint) utility);
}

static void
add_titles (SotayDeck *self, const char *const *words, int numbered, GArray *found)
{
  for (guint i = 0; i < sotay_deck_get_n_slides (self); i++)
    {
      const SotaySlideParts *parts = sotay_slide_get_parts (sotay_deck_get_slide (self, i));

      if (parts->kind == SOTAY_SLIDE_UTILITY && (int) i != numbered && has_words (parts->title, words))
        g_array_append_val (found, i);
    }
}

static gboolean
is_found (GArray *found, guint index)
{
  for (guint i = 0; i < found->len; i++)
    if (g_array_index (found, guint, i) == index)
      return TRUE;
  return FALSE;
}

/* The list is left out: it has every title. */
static void
add_others (SotayDeck *self, const char *const *words, GArray *found)
{
  g_autoptr (GArray) before = g_array_copy (found);

  for (guint i = 0; i < sotay_deck_get_n_slides (self); i++)
    {
      SotaySlide *slide = sotay_deck_get_slide (self, i);
      g_autofree char *own = NULL;

      if (sotay_slide_get_kind (slide) == SOTAY_SLIDE_LIST || is_found (before, i))
        continue;
      own = dup_own_words (slide);
      if (has_words (own, words))
        g_array_append_val (found, i);
    }
}

GArray *
sotay_deck_search (SotayDeck *self, const char *typed)
{
  GArray *found = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autofree char *folded = sotay_text_fold (typed);
  g_auto (GStrv) words = sotay_text_split (folded);
  int numbered = find_number (self, folded);

  if (words[0] == NULL)
    return found;
  if (numbered >= 0)
    g_array_append_val (found, numbered);
  add_titles (self, (const char *const *) words, numbered, found);
  add_others (self, (const char *const *) words, found);
  return found;
}
