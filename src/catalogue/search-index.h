/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The words of one page, in the order of their folded form. Private to this room. */
#pragma once

#include "catalogue/page.h"

G_BEGIN_DECLS

/* What a piece of a page's text is, from the one that counts least to the one that counts most. */
typedef enum
{
  SOTAY_FIELD_BODY,
  SOTAY_FIELD_QUESTION,
  SOTAY_FIELD_KEYWORD,
  SOTAY_FIELD_TITLE,
  SOTAY_N_FIELDS
} SotayField;

/**
 * SotaySegment:
 * @field: what it is
 * @folded: its folded words, a space before each and after the last: " ho khau "
 * @exact: the same with accents
 * @snippet: (nullable): what a reader is shown of it, with links; belongs to the page
 *
 * A piece of text within which a phrase can stand.
 */
typedef struct
{
  SotayField field;
  char *folded;
  char *exact;
  const char *snippet;
} SotaySegment;

/**
 * SotayWord:
 * @folded: the word, folded; belongs to the pool
 * @exact: the word in lower case; belongs to the pool
 * @segment: index of the segment that it stands in
 */
typedef struct
{
  const char *folded;
  const char *exact;
  guint segment;
} SotayWord;

/**
 * SotayPageIndex:
 * @page: the page; borrowed
 * @segments: (element-type SotaySegment): in the page's order
 * @words: (element-type SotayWord): ordered by their folded form
 */
typedef struct
{
  SotayPage *page;
  GArray *segments;
  GArray *words;
} SotayPageIndex;

/* Every distinct word is folded and kept once for all pages. */
typedef struct _SotayWordPool SotayWordPool;

SotayWordPool *sotay_word_pool_new (void); /* (transfer full) */
void sotay_word_pool_free (SotayWordPool *pool);

/**
 * sotay_page_index_new:
 * @page: the page; must live as long
 * @pool: where its words are kept; must live as long
 *
 * Returns: (transfer full): the index of its words
 */
SotayPageIndex *sotay_page_index_new (SotayPage *page, SotayWordPool *pool);
void sotay_page_index_free (SotayPageIndex *index);

/**
 * sotay_page_index_find:
 * @folded: a folded word
 * @count: (out): how many words of the page begin with it
 *
 * Returns: (transfer none): the first of them
 */
const SotayWord *sotay_page_index_find (SotayPageIndex *index, const char *folded, guint *count);

G_END_DECLS
