/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Finding a page again by what stands on it. */
#pragma once

#include "guide/document-text.h"

G_BEGIN_DECLS

/**
 * SotayPageSearch:
 * @words: folded text of a page of another document
 * @near: the page where it stood, preferred among pages that are equally alike
 * @index: the page that is most alike, or -1 when none shares a third of the text
 */
typedef struct
{
  const char *words;
  guint near;
  int index;
} SotayPageSearch;

/**
 * sotay_page_match_words:
 * @searches: (array length=n): what is looked for, and what is found
 *
 * Compares by runs of three words, so that a changed number or picture does not matter.
 */
void sotay_page_match_words (SotayDocumentText *text, SotayPageSearch *searches, guint n);

/**
 * sotay_page_match_titles:
 * @titles: (array length=n): titles to look for
 * @indexes: (out) (array length=n): the first page that names each title, or -1
 *
 * A page that names many of the titles is a list of contents and does not count.
 */
void sotay_page_match_titles (SotayDocumentText *text, const char *const *titles, guint n, int *indexes);

G_END_DECLS
