/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "presentation/slide-place.h"

#include <string.h>

/* The head stands on every part, or only on the first: it counts for nothing. */
static gboolean
is_head (const SotaySlideParts *slide, const char *text)
{
  g_autofree char *utility = g_strdup_printf ("%u", slide->utility);

  return strstr (slide->title, text) != NULL || strstr (slide->kicker, text) != NULL || g_str_equal (text, utility);
}

/* Letters and digits are the same on all walls; spaces and the points of labels are not. */
static guint
count_in_text (const char *text)
{
  guint letters = 0;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    letters += g_unichar_isalnum (g_utf8_get_char (p)) ? 1 : 0;
  return letters;
}

static guint
count_letters (SotaySlideLayout *layout, guint part)
{
  const SotaySlideParts *slide = sotay_slide_get_parts (sotay_slide_layout_get_slide (layout));
  g_autoptr (GArray) boxes = sotay_slide_layout_get_boxes (layout, part);
  g_autofree char *number = g_strdup_printf ("%u/%u", part + 1, sotay_slide_layout_get_n_parts (layout));
  guint letters = 0;

  for (guint i = 0; i < boxes->len; i++)
    {
      const char *text = g_array_index (boxes, SotaySlideBox, i).text;

      if (!is_head (slide, text) && !g_str_equal (text, number))
        letters += count_in_text (text);
    }
  return letters;
}

guint
sotay_slide_place_find (SotaySlideLayout *from, guint part, SotaySlideLayout *to)
{
  guint n_parts = sotay_slide_layout_get_n_parts (to);
  guint start = 0;
  guint found = 0;

  for (guint i = 0; i < part; i++)
    start += count_letters (from, i);
  for (guint passed = 0; part > 0 && found + 1 < n_parts; found++)
    {
      passed += count_letters (to, found);
      if (passed > start)
        break;
    }
  return found;
}
