/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a reader sees of a utility, an article or the letter: one list of blocks, which the window, the printer, the
 * clipboard and later the projector lay out each in its way. */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * SotayContentBlockKind:
 *
 * The kinds of blocks and the fields that they use.
 */
typedef enum
{
  SOTAY_CONTENT_HEADING,   /* text */
  SOTAY_CONTENT_PARAGRAPH, /* text */
  SOTAY_CONTENT_POINT,     /* text: an item of a list without order */
  SOTAY_CONTENT_STEP,      /* number, text, detail: the app version or month it was seen at, "" when not known */
  SOTAY_CONTENT_PROBLEM,   /* text: the question, answer, detail: who repairs the data */
  SOTAY_CONTENT_LEGAL,     /* text: the citation, detail: a note or "", date, status */
  SOTAY_CONTENT_CHANGE,    /* date, text */
  SOTAY_CONTENT_TABLE,     /* rows; the first is the head */
  SOTAY_CONTENT_FIGURES,   /* figures, text: a comment */
  SOTAY_CONTENT_CONTACT,   /* text: role and office, detail: what for, target: id of the contact */
  SOTAY_CONTENT_QUOTE,     /* text: words as they stand in the letter, detail: our comment or "" */
} SotayContentBlockKind;

typedef enum
{
  SOTAY_LEGAL_IN_FORCE,
  SOTAY_LEGAL_AMENDED,
  SOTAY_LEGAL_LAPSED,
} SotayLegalStatus;

/**
 * SotayContentFigure:
 * @label: what is counted
 * @value: the count
 * @whole: the count that is 100 % for it
 */
typedef struct
{
  char *label;
  gint64 value;
  gint64 whole;
} SotayContentFigure;

/**
 * SotayContentBlock:
 *
 * @text, @answer and @detail may hold links, "[words](U8)": see sotay_inline_plain() and sotay_inline_markup().
 * Fields that a kind does not use are %NULL or 0.
 */
typedef struct
{
  SotayContentBlockKind kind;
  guint number;
  char *text;
  char *answer;
  char *detail;
  char *date;     /* ISO: "2024-07-01", "2024-07" or "2024" */
  char *target;
  SotayLegalStatus status;
  gboolean to_verify; /* believed, not confirmed: shown as such */
  char *source;       /* ids of sources, "S14 S22", or %NULL */
  GPtrArray *rows;    /* (element-type GStrv) */
  GPtrArray *figures; /* (element-type SotayContentFigure) */
} SotayContentBlock;

#define SOTAY_TYPE_PAGE (sotay_page_get_type ())
/**
 * SotayPage:
 *
 * A page to read. Immutable.
 */
G_DECLARE_FINAL_TYPE (SotayPage, sotay_page, SOTAY, PAGE, GObject)

/**
 * SotayPageParts:
 *
 * What a page is made of. Strings are copied; @blocks, @see_also, @keywords and @sources are taken.
 */
typedef struct
{
  const char *id;
  const char *kicker;
  const char *title;
  const char *subtitle; /* nullable */
  GPtrArray *blocks;
  char **see_also;
  char **keywords;
  char **sources;
} SotayPageParts;

/**
 * sotay_page_new:
 *
 * For readers of content files.
 *
 * Returns: (transfer full): the page
 */
SotayPage *sotay_page_new (const SotayPageParts *parts);

const char *sotay_page_get_id (SotayPage *page);       /* "U10", "activate", "letter" */
const char *sotay_page_get_kicker (SotayPage *page);   /* the small line above the title: "U10 · Mức độ 2" */
const char *sotay_page_get_title (SotayPage *page);
const char *sotay_page_get_subtitle (SotayPage *page); /* (nullable): the letter's name if it differs, or a summary */
GPtrArray *sotay_page_get_blocks (SotayPage *page);    /* (transfer none) (element-type SotayContentBlock) */
const char *const *sotay_page_get_see_also (SotayPage *page); /* ids of pages */
const char *const *sotay_page_get_keywords (SotayPage *page); /* what a clerk may type beside the text */

/**
 * sotay_page_get_sources:
 *
 * Returns: (transfer none) (array zero-terminated=1): names of the sources that the page's blocks refer to
 */
const char *const *sotay_page_get_sources (SotayPage *page);

/**
 * sotay_block_describe_legal:
 * @block: a block of kind LEGAL
 *
 * Returns: (transfer full): since when the law was in force, and whether it still is: "from 01/7/2024, lapsed"
 */
char *sotay_block_describe_legal (const SotayContentBlock *block);

/**
 * sotay_page_to_text:
 *
 * Returns: (transfer full): the page as plain text, for the clipboard, the terminal and search
 */
char *sotay_page_to_text (SotayPage *page);

/**
 * sotay_inline_plain:
 * @text: text that may hold links
 *
 * Returns: (transfer full): the words alone
 */
char *sotay_inline_plain (const char *text);

/**
 * sotay_inline_markup:
 * @text: text that may hold links
 * @words: (nullable) (array zero-terminated=1): folded words to highlight
 *
 * Returns: (transfer full): Pango markup, links as `<a href="page:U8">`, everything else escaped
 */
char *sotay_inline_markup (const char *text, const char *const *words);

G_END_DECLS
