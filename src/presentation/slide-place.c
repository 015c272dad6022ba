/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "presentation/slide-place.h"

/* Letters by which two walls may differ before the same text: spaces at the ends of lines, and labels. */
#define TOLERANCE 16

static gboolean
has_text (GArray *boxes, const char *text)
{
  for (guint i = 0; i < boxes->len; i++)
    if (g_str_equal (g_array_index (boxes, SotaySlideBox, i).text, text))
      return TRUE;
  return FALSE;
}

/* What the first parts have in common is the head, and counts for nothing; nor does the number of the part. */
static glong
count_letters (SotaySlideLayout *layout, guint part)
{
  g_autoptr (GArray) boxes = sotay_slide_layout_get_boxes (layout, part);
  g_autoptr (GArray) others = sotay_slide_layout_get_boxes (layout, part == 0 ? 1 : 0);
  g_autofree char *number = g_strdup_printf ("%u/%u", part + 1, sotay_slide_layout_get_n_parts (layout));
  glong letters = 0;

  for (guint i = 0; i < boxes->len; i++)
    {
      const char *text = g_array_index (boxes, SotaySlideBox, i).text;

      if (!has_text (others, text) && !g_str_equal (text, number))
        letters += g_utf8_strlen (text, -1);
    }
  return letters;
}

guint
sotay_slide_place_find (SotaySlideLayout *from, guint part, SotaySlideLayout *to)
{
  guint n_parts = sotay_slide_layout_get_n_parts (to);
  glong start = 0;
  guint found = 0;

  for (guint i = 0; i < part; i++)
    start += count_letters (from, i);
  for (glong passed = 0; part > 0 && found + 1 < n_parts; found++)
    {
      passed += count_letters (to, found);
      if (passed > start + TOLERANCE)
        break;
    }
  return found;
}
