/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "reports/page-link.h"

#include <string.h>

/* Signs that end a sentence rather than an address. */
#define AFTER ".,;:!?)»”\"'"
#define BEFORE "(«“\"'"

static gboolean
is_plain (const char *word)
{
  for (const char *place = word; *place != '\0'; place++)
    if (!g_ascii_isgraph (*place) || *place == '\'' || *place == '\\')
      return FALSE;
  return TRUE;
}

static gboolean
is_mail (const char *word)
{
  const char *at = strchr (word, '@');
  const char *dot = at != NULL ? strrchr (at, '.') : NULL;

  return at != NULL && at != word && dot != NULL && dot > at + 1 && dot[1] != '\0' && strchr (at + 1, '@') == NULL
         && strchr (word, ':') == NULL;
}

/* Returns: (transfer full) (nullable): what a word leads to */
static char *
find_target (const char *word)
{
  if (!is_plain (word))
    return NULL;
  if (g_str_has_prefix (word, "https://") || g_str_has_prefix (word, "http://"))
    return g_strdup (word);
  return is_mail (word) ? g_strconcat ("mailto:", word, NULL) : NULL;
}

static void
mark_range (PangoLayout *layout, const SotayPageStrip *strip, double left, int start, int end, const char *target,
            cairo_t *cr)
{
  PangoLayoutLine *line = pango_layout_get_line_readonly (layout, (int) strip->row);
  g_autofree char *attributes = NULL;
  g_autofree int *ranges = NULL;
  double x, y;
  int n_ranges;

  if (start >= line->start_index + line->length || end <= line->start_index)
    return;
  pango_layout_line_get_x_ranges (line, MAX (start, line->start_index), MIN (end, line->start_index + line->length),
                                  &ranges, &n_ranges);
  if (n_ranges == 0)
    return;
  /* Cairo takes the place of a link as one of the sheet. */
  x = left + (double) ranges[0] / PANGO_SCALE;
  y = strip->y;
  cairo_user_to_device (cr, &x, &y);
  attributes = g_strdup_printf ("rect=[%d %d %d %d] uri='%s'", (int) x, (int) y,
                                (ranges[1] - ranges[0]) / PANGO_SCALE + 1, (int) strip->height, target);
  cairo_tag_begin (cr, CAIRO_TAG_LINK, attributes);
  cairo_tag_end (cr, CAIRO_TAG_LINK);
}

void
sotay_page_link_mark (PangoLayout *layout, const SotayPageStrip *strips, guint n_strips, double left, cairo_t *cr)
{
  const char *text = pango_layout_get_text (layout);

  if (cairo_surface_get_type (cairo_get_target (cr)) != CAIRO_SURFACE_TYPE_PDF || strpbrk (text, ":@") == NULL)
    return;
  for (const char *place = text; *place != '\0';)
    {
      gsize length = strcspn (place, " ");
      gsize lead = strspn (place, BEFORE);
      g_autofree char *word = g_strndup (place + MIN (lead, length), length - MIN (lead, length));
      gsize end = strlen (word);
      g_autofree char *target = NULL;

      while (end > 0 && strchr (AFTER, word[end - 1]) != NULL)
        word[--end] = '\0';
      target = find_target (word);
      for (guint i = 0; target != NULL && i < n_strips; i++)
        mark_range (layout, &strips[i], left, (int) (place + lead - text), (int) (place + lead - text + end), target,
                    cr);
      place += length + strspn (place + length, " ");
    }
}
