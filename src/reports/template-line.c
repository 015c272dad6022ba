/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "reports/template-line.h"

#include "reports/report-error.h"

#include <string.h>

static const char *const fields[] = { "ten-loai", "trich-yeu", "so", "dia-danh-ngay", "kem-theo", "kinh-gui",
                                      "noi-nhan", NULL };

/* The longer mark first where one begins another. */
static const struct
{
  const char *mark;
  SotayLineKind kind;
  guint level;
  SotayParagraphStyle style;
} marks[] = {
  { "==== ", SOTAY_LINE_HEADING, 3, 0 },
  { "=== ", SOTAY_LINE_HEADING, 2, 0 },
  { "== ", SOTAY_LINE_HEADING, 1, 0 },
  { "- ", SOTAY_LINE_PARAGRAPH, 0, SOTAY_PARAGRAPH_ITEM },
  { "> ", SOTAY_LINE_PARAGRAPH, 0, SOTAY_PARAGRAPH_LINE },
  { "^^ ", SOTAY_LINE_PARAGRAPH, 0, SOTAY_PARAGRAPH_DISPLAY },
  { "^ ", SOTAY_LINE_PARAGRAPH, 0, SOTAY_PARAGRAPH_CENTRED },
  { "~ ", SOTAY_LINE_PARAGRAPH, 0, SOTAY_PARAGRAPH_BASIS },
  { "% ", SOTAY_LINE_PARAGRAPH, 0, SOTAY_PARAGRAPH_NOTE },
};

static gboolean
refuse (SotayReportError code, const char *detail, GError **error)
{
  g_set_error_literal (error, SOTAY_REPORT_ERROR, code, detail);
  return FALSE;
}

static gboolean
is_known (const char *const *names, const char *name, GError **error)
{
  return g_strv_contains (names, name) || refuse (SOTAY_REPORT_ERROR_TEMPLATE_UNKNOWN, name, error);
}

const char *
sotay_template_find_brace (const char *text, const char **end)
{
  const char *open = strchr (text, '{');
  const char *close = open != NULL ? strchr (open, '}') : NULL;

  if (close == NULL)
    return NULL;
  *end = close + 1;
  return open;
}

/* Every brace must close, and name something. */
static gboolean
check_words (const char *words, const SotayTemplateNames *known, GError **error)
{
  const char *rest = words;
  const char *open, *end;

  while ((open = sotay_template_find_brace (rest, &end)) != NULL)
    {
      g_autofree char *name = g_strndup (open + 1, (gsize) (end - open - 2));

      if (memchr (rest, '}', (gsize) (open - rest)) != NULL)
        return refuse (SOTAY_REPORT_ERROR_TEMPLATE, "}", error);
      if (!is_known (known->values, name, error))
        return FALSE;
      rest = end;
    }
  if (strpbrk (rest, "{}") != NULL)
    return refuse (SOTAY_REPORT_ERROR_TEMPLATE, strpbrk (rest, "{}"), error);
  return TRUE;
}

static gboolean
parse_field (const char *text, SotayTemplateLine *line, GError **error)
{
  const char *colon = strchr (text, ':');

  line->kind = SOTAY_LINE_FIELD;
  if (colon == NULL)
    return refuse (SOTAY_REPORT_ERROR_TEMPLATE, text, error);
  line->name = g_strstrip (g_strndup (text + 1, (gsize) (colon - text) - 1));
  line->words = g_strstrip (g_strdup (colon + 1));
  return is_known (fields, line->name, error);
}

static gboolean
parse_brackets (const char *text, const SotayTemplateNames *known, SotayTemplateLine *line, GError **error)
{
  const char *close = strchr (text, ']');

  if (close == NULL)
    return refuse (SOTAY_REPORT_ERROR_TEMPLATE, text, error);
  line->name = g_strndup (text + 1, (gsize) (close - text) - 1);
  line->words = g_strstrip (g_strdup (close + 1));
  line->landscape = g_str_equal (line->name, "phu-luc-ngang");
  if (line->landscape || g_str_equal (line->name, "phu-luc"))
    {
      line->kind = SOTAY_LINE_ANNEX;
      return TRUE;
    }
  if (*line->words != '\0')
    return refuse (SOTAY_REPORT_ERROR_TEMPLATE, line->words, error);
  if (g_str_equal (line->name, "trang-moi") || g_str_equal (line->name, "trang-ngang"))
    {
      line->kind = g_str_equal (line->name, "trang-moi") ? SOTAY_LINE_PAGE : SOTAY_LINE_LANDSCAPE;
      return TRUE;
    }
  if (!g_str_has_prefix (line->name, "viet:"))
    {
      line->kind = SOTAY_LINE_BLOCK;
      return is_known (known->blocks, line->name, error);
    }
  line->kind = SOTAY_LINE_WRITTEN;
  memmove (line->name, line->name + strlen ("viet:"), strlen (line->name + strlen ("viet:")) + 1);
  return is_known (known->parts, line->name, error);
}

static gboolean
parse_words (const char *text, const SotayTemplateNames *known, SotayTemplateLine *line, GError **error)
{
  g_autofree char *padded = g_strconcat (text, " ", NULL); /* a mark alone is one, too */
  const char *words = text;

  line->kind = SOTAY_LINE_PARAGRAPH;
  line->style = SOTAY_PARAGRAPH_BODY;
  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    if (g_str_has_prefix (padded, marks[i].mark))
      {
        line->kind = marks[i].kind;
        line->level = marks[i].level;
        line->style = marks[i].style;
        words = padded + strlen (marks[i].mark);
        break;
      }
  line->words = g_strstrip (g_strdup (words));
  return *line->words != '\0' || refuse (SOTAY_REPORT_ERROR_TEMPLATE, text, error);
}

/* "?name rest" and "!name rest" */
static gboolean
parse_condition (const char **text, const SotayTemplateNames *known, SotayTemplateLine *line, GError **error)
{
  const char *space;

  if (**text != '?' && **text != '!')
    return TRUE;
  space = strchr (*text, ' ');
  if (space == NULL)
    return refuse (SOTAY_REPORT_ERROR_TEMPLATE, *text, error);
  line->negated = **text == '!';
  line->condition = g_strndup (*text + 1, (gsize) (space - *text) - 1);
  *text = space + 1;
  return is_known (known->values, line->condition, error);
}

static gboolean
parse (const char *text, const SotayTemplateNames *known, SotayTemplateLine *line, GError **error)
{
  if (!parse_condition (&text, known, line, error))
    return FALSE;
  if (*text == '@')
    return parse_field (text, line, error) && check_words (line->words, known, error);
  if (*text == '[')
    return parse_brackets (text, known, line, error) && check_words (line->words, known, error);
  return parse_words (text, known, line, error) && check_words (line->words, known, error);
}

gboolean
sotay_template_line_parse (const char *text, const SotayTemplateNames *known, SotayTemplateLine *line, GError **error)
{
  if (parse (text, known, line, error))
    return TRUE;
  sotay_template_line_clear (line);
  return FALSE;
}

void
sotay_template_line_clear (SotayTemplateLine *line)
{
  g_clear_pointer (&line->name, g_free);
  g_clear_pointer (&line->words, g_free);
  g_clear_pointer (&line->condition, g_free);
}
