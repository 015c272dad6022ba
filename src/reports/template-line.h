/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One line of a template, read and filled. For template.c only. */
#pragma once

#include "reports/template.h"

G_BEGIN_DECLS

typedef enum
{
  SOTAY_LINE_FIELD,     /* @name: words */
  SOTAY_LINE_HEADING,   /* == words */
  SOTAY_LINE_PARAGRAPH,
  SOTAY_LINE_BLOCK,     /* [name] */
  SOTAY_LINE_WRITTEN,   /* [viet:name] */
  SOTAY_LINE_PAGE,      /* [trang-moi] */
  SOTAY_LINE_LANDSCAPE, /* [trang-ngang] */
  SOTAY_LINE_ANNEX,     /* [phu-luc] words */
} SotayLineKind;

/**
 * SotayTemplateLine:
 * @name: (nullable): of a field, a block, a written part
 * @words: (nullable): the text, in which names still stand in braces
 * @level: of a heading
 * @style: of a paragraph
 * @landscape: of an annex
 * @condition: (nullable): the name that must be above 0
 * @negated: the name must be 0
 */
typedef struct
{
  SotayLineKind kind;
  char *name;
  char *words;
  guint level;
  SotayParagraphStyle style;
  gboolean landscape;
  char *condition;
  gboolean negated;
} SotayTemplateLine;

/**
 * sotay_template_line_parse:
 * @text: the line, not empty, no remark
 * @error: what is wrong, without the place
 *
 * Returns: whether @line was filled
 */
gboolean sotay_template_line_parse (const char *text, const SotayTemplateNames *known, SotayTemplateLine *line,
                                    GError **error);
void sotay_template_line_clear (SotayTemplateLine *line);

/**
 * sotay_template_find_brace:
 * @text: the rest of a line
 * @end: (out): behind its closing brace
 *
 * Returns: (nullable): the next "{name}" in @text; %NULL when there is none
 */
const char *sotay_template_find_brace (const char *text, const char **end);

/**
 * sotay_template_filler_add_line:
 *
 * Puts what @line becomes into the filler's report.
 */
void sotay_template_filler_add_line (SotayTemplateFiller *filler, const SotayTemplateLine *line);

/**
 * sotay_template_filler_finish:
 *
 * To be called after the last line: a single annex has no number (Nghị định 30/2020/NĐ-CP, Phụ lục I).
 */
void sotay_template_filler_finish (SotayTemplateFiller *filler);

G_END_DECLS
