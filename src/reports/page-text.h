/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A paragraph or a heading, line by line. */
#pragma once

#include "reports/page-flow.h"
#include "reports/page-form.h"

G_BEGIN_DECLS

/**
 * SotayPageTextForm:
 * @font: its letters, before what its runs say
 * @align: where lines stand that are not justified
 * @justify: all lines but the last are as wide as the page
 * @left: the space left of it
 * @right: the space right of it
 * @first: how much further in its first line begins; below 0: how much less
 * @pitch: the least height of a line
 * @before: the space above it
 * @keep: it never stands on another page than what follows
 * @role: as in #SotayPagePiece
 */
typedef struct
{
  SotayPageFont font;
  PangoAlignment align;
  gboolean justify;
  double left;
  double right;
  double first;
  double pitch;
  double before;
  gboolean keep;
  const char *role;
} SotayPageTextForm;

/**
 * sotay_page_text_add:
 * @text: its words
 * @block: (nullable): what they come from: its runs, after whatever else stands before them in @text
 *
 * Adds a paragraph: at least two of its lines stand on a page, unless it has only one.
 *
 * Returns: the width of its widest line
 */
double sotay_page_text_add (SotayPageFlow *flow, const SotayPageTextForm *form, const char *text,
                            const SotayReportBlock *block);

/**
 * sotay_page_text_add_words:
 * @block: a heading or a paragraph of the report
 *
 * Adds it in the form of its kind.
 */
void sotay_page_text_add_words (SotayPageFlow *flow, const SotayReportBlock *block);

G_END_DECLS
