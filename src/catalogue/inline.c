/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "catalogue/inline.h"

#include "catalogue/page.h"
#include "core/text.h"

#include <string.h>

/* Dark letters on yellow: legible in the light and in the dark style. */
#define HIGHLIGHT_BEGIN "<span background=\"#f9e27d\" foreground=\"#1e1e1e\">"
#define HIGHLIGHT_END "</span>"

/* Reads the link at @text, which begins with "["; %NULL when it is none. */
static const char *
read_link (const char *text, SotayInlinePart *part)
{
  gsize words = strcspn (text + 1, "[]");
  const char *target = text + 1 + words;
  gsize length;

  if (words == 0 || target[0] != ']' || target[1] != '(')
    return NULL;
  target += 2;
  length = strcspn (target, "() \n");
  if (length == 0 || target[length] != ')')
    return NULL;
  *part = (SotayInlinePart){ text + 1, words, target, length };
  return target + length + 1;
}

const char *
sotay_inline_next (const char *text, SotayInlinePart *part)
{
  SotayInlinePart ahead;
  const char *rest = text;

  if (*text == '\0')
    return NULL;
  if (*text == '[')
    {
      rest = read_link (text, part);
      if (rest != NULL)
        return rest;
      rest = text + 1;
    }
  for (rest += strcspn (rest, "["); *rest == '[' && read_link (rest, &ahead) == NULL;)
    rest += 1 + strcspn (rest + 1, "[");
  *part = (SotayInlinePart){ text, rest - text, NULL, 0 };
  return rest;
}

char *
sotay_inline_plain (const char *text)
{
  GString *plain = g_string_sized_new (strlen (text));
  SotayInlinePart part;

  for (const char *rest = text; (rest = sotay_inline_next (rest, &part)) != NULL;)
    g_string_append_len (plain, part.words, (gssize) part.length);
  return g_string_free (plain, FALSE);
}

static void
append_escaped (GString *markup, const char *text, gsize length)
{
  g_autofree char *escaped = g_markup_escape_text (text, (gssize) length);

  g_string_append (markup, escaped);
}

static void
append_highlighted (GString *markup, const char *text, const char *const *words)
{
  g_autoptr (GArray) ranges = sotay_text_find (text, words);
  gsize done = 0;

  for (guint i = 0; i < ranges->len; i++)
    {
      SotayTextRange range = g_array_index (ranges, SotayTextRange, i);

      append_escaped (markup, text + done, range.start - done);
      g_string_append (markup, HIGHLIGHT_BEGIN);
      append_escaped (markup, text + range.start, range.end - range.start);
      g_string_append (markup, HIGHLIGHT_END);
      done = range.end;
    }
  append_escaped (markup, text + done, strlen (text + done));
}

char *
sotay_inline_markup (const char *text, const char *const *words)
{
  GString *markup = g_string_sized_new (strlen (text));
  SotayInlinePart part;

  for (const char *rest = text; (rest = sotay_inline_next (rest, &part)) != NULL;)
    {
      g_autofree char *shown = g_strndup (part.words, part.length);
      g_autofree char *target = part.target != NULL ? g_markup_escape_text (part.target, (gssize) part.target_length)
                                                    : NULL;

      if (target != NULL)
        g_string_append_printf (markup, "<a href=\"page:%s\">", target);
      if (words != NULL)
        append_highlighted (markup, shown, words);
      else
        append_escaped (markup, shown, part.length);
      if (target != NULL)
        g_string_append (markup, "</a>");
    }
  return g_string_free (markup, FALSE);
}
