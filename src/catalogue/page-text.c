/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "catalogue/page.h"

#include "core/dates.h"
#include "core/numbers.h"

#include <glib/gi18n-lib.h>

static void
append_words (GString *text, const char *words)
{
  g_autofree char *plain = sotay_inline_plain (words);

  g_string_append (text, plain);
}

static void
append_note (GString *text, const char *format, const char *words)
{
  g_autofree char *plain = sotay_inline_plain (words != NULL ? words : "");

  if (*plain == '\0')
    return;
  g_string_append_c (text, ' ');
  g_string_append_printf (text, format, plain);
}

static void
append_problem (GString *text, const SotayContentBlock *block)
{
  g_string_append (text, "– ");
  append_words (text, block->text);
  g_string_append (text, "\n  ");
  append_words (text, block->answer);
  g_string_append (text, "\n  ");
  g_string_append (text, _("Data repaired by:"));
  append_note (text, "%s", block->detail);
}

static const char *
describe_status (SotayLegalStatus status)
{
  switch (status)
    {
    case SOTAY_LEGAL_AMENDED:
      return _("amended");
    case SOTAY_LEGAL_LAPSED:
      return _("lapsed");
    default:
      return _("in force");
    }
}

char *
sotay_block_describe_legal (const SotayContentBlock *block)
{
  g_autofree char *date = sotay_date_format_iso (block->date);

  /* Translators: a law in force from a date, and whether it still is: "from 01/7/2024, lapsed" */
  return g_strdup_printf (_("from %s, %s"), date, describe_status (block->status));
}

static void
append_legal (GString *text, const SotayContentBlock *block)
{
  g_autofree char *in_force = sotay_block_describe_legal (block);

  g_string_append (text, "– ");
  append_words (text, block->text);
  g_string_append_printf (text, " (%s)", in_force);
  append_note (text, "%s", block->detail);
}

static void
append_change (GString *text, const SotayContentBlock *block)
{
  g_autofree char *date = sotay_date_format_iso (block->date);

  g_string_append_printf (text, "– %s: ", date);
  append_words (text, block->text);
}

static void
append_table (GString *text, const SotayContentBlock *block)
{
  for (guint i = 0; i < block->rows->len; i++)
    {
      char **cells = block->rows->pdata[i];

      if (i > 0)
        g_string_append_c (text, '\n');
      for (guint j = 0; cells[j] != NULL; j++)
        {
          if (j > 0)
            g_string_append (text, " | ");
          append_words (text, cells[j]);
        }
    }
}

static void
append_figures (GString *text, const SotayContentBlock *block)
{
  for (guint i = 0; i < block->figures->len; i++)
    {
      const SotayContentFigure *figure = block->figures->pdata[i];
      g_autofree char *value = sotay_number_format (figure->value);
      g_autofree char *percent = sotay_percent_format (figure->value, figure->whole);

      g_string_append_printf (text, "– %s: %s (%s)\n", figure->label, value, percent);
    }
  append_words (text, block->text);
}

static void
append_block (GString *text, const SotayContentBlock *block)
{
  switch (block->kind)
    {
    case SOTAY_CONTENT_HEADING:
      g_string_append_c (text, '\n');
      append_words (text, block->text);
      break;
    case SOTAY_CONTENT_PARAGRAPH:
      append_words (text, block->text);
      break;
    case SOTAY_CONTENT_POINT:
      g_string_append (text, "– ");
      append_words (text, block->text);
      break;
    case SOTAY_CONTENT_STEP:
      g_string_append_printf (text, "%u. ", block->number);
      append_words (text, block->text);
      append_note (text, _("(seen at %s)"), block->detail);
      break;
    case SOTAY_CONTENT_PROBLEM:
      append_problem (text, block);
      break;
    case SOTAY_CONTENT_LEGAL:
      append_legal (text, block);
      break;
    case SOTAY_CONTENT_CHANGE:
      append_change (text, block);
      break;
    case SOTAY_CONTENT_TABLE:
      append_table (text, block);
      break;
    case SOTAY_CONTENT_FIGURES:
      append_figures (text, block);
      break;
    case SOTAY_CONTENT_CONTACT:
      g_string_append (text, "– ");
      append_words (text, block->text);
      append_note (text, "(%s)", block->detail);
      break;
    case SOTAY_CONTENT_QUOTE:
      g_string_append (text, "“");
      append_words (text, block->text);
      g_string_append (text, "”");
      append_note (text, "– %s", block->detail);
      break;
    default:
      g_assert_not_reached ();
    }
  if (block->to_verify)
    g_string_append_printf (text, " [%s]", _("to be verified"));
  g_string_append_c (text, '\n');
}

char *
sotay_page_to_text (SotayPage *page)
{
  GString *text = g_string_new (NULL);
  GPtrArray *blocks = sotay_page_get_blocks (page);
  const char *const *sources = sotay_page_get_sources (page);

  g_string_append_printf (text, "%s\n%s\n", sotay_page_get_kicker (page), sotay_page_get_title (page));
  if (sotay_page_get_subtitle (page) != NULL)
    g_string_append_printf (text, "%s\n", sotay_page_get_subtitle (page));
  for (guint i = 0; i < blocks->len; i++)
    append_block (text, blocks->pdata[i]);
  if (sources[0] != NULL)
    g_string_append_printf (text, "\n%s\n", _("Sources"));
  for (guint i = 0; sources[i] != NULL; i++)
    g_string_append_printf (text, "– %s\n", sources[i]);
  return g_string_free (text, FALSE);
}
