/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What stands on a page of a document besides its picture: text with its places, links; and the outline. */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* A rectangle on a page, in points from its top left corner. */
typedef struct
{
  double x;
  double y;
  double width;
  double height;
} SotayBox;

/**
 * SotayLink:
 * @box: where it can be clicked
 * @index: the page it leads to, or -1 for a web link
 * @y: the place on that page, in points from its top
 * @address: (nullable): the web address; shown before it is opened
 */
typedef struct
{
  SotayBox box;
  int index;
  double y;
  char *address;
} SotayLink;

#define SOTAY_TYPE_PAGE_CONTENT (sotay_page_content_get_type ())
/**
 * SotayPageContent:
 *
 * Immutable.
 */
G_DECLARE_FINAL_TYPE (SotayPageContent, sotay_page_content, SOTAY, PAGE_CONTENT, GObject)

/**
 * sotay_page_content_new:
 * @text: UTF-8, lines ended by "\n"
 * @boxes: (array length=n_boxes): the place of each Unicode character of @text
 * @links: (transfer full) (element-type SotayLink): in the order of the page; its free function frees addresses
 *
 * Returns: (transfer full): the content
 */
SotayPageContent *sotay_page_content_new (const char *text, const SotayBox *boxes, guint n_boxes, GArray *links);

const char *sotay_page_content_get_text (SotayPageContent *content);                  /* NFC where the PDF allows */
const SotayBox *sotay_page_content_get_boxes (SotayPageContent *content, guint *n);   /* one for each character */
const SotayLink *sotay_page_content_get_links (SotayPageContent *content, guint *n);

/**
 * sotay_page_content_find_link:
 *
 * Returns: (transfer none) (nullable): the link at this place
 */
const SotayLink *sotay_page_content_find_link (SotayPageContent *content, double x, double y);

/**
 * sotay_page_content_find_character:
 *
 * Returns: the offset, in characters, of the gap between characters that is nearest to this place, as a text cursor
 *   would stand; 0 to the count of characters
 */
guint sotay_page_content_find_character (SotayPageContent *content, double x, double y);

/**
 * sotay_page_content_cover:
 * @start: the first character
 * @end: the one after the last
 *
 * Returns: (transfer full) (element-type SotayBox): one box for each line of that stretch of text
 */
GArray *sotay_page_content_cover (SotayPageContent *content, guint start, guint end);

/**
 * sotay_page_content_slice:
 *
 * Returns: (transfer full): the characters from @start to @end, in NFC
 */
char *sotay_page_content_slice (SotayPageContent *content, guint start, guint end);

/**
 * sotay_page_content_find_word:
 * @start: (inout): a character; the first of its word afterwards
 * @end: (out): the one after the word
 */
void sotay_page_content_find_word (SotayPageContent *content, guint *start, guint *end);

#define SOTAY_TYPE_OUTLINE_ITEM (sotay_outline_item_get_type ())
/**
 * SotayOutlineItem:
 *
 * An entry of the table of contents. Immutable.
 */
G_DECLARE_FINAL_TYPE (SotayOutlineItem, sotay_outline_item, SOTAY, OUTLINE_ITEM, GObject)

/**
 * sotay_outline_item_new:
 * @index: the page, or -1 when the entry leads nowhere
 * @y: the place on the page, in points from its top
 * @children: (transfer full) (nullable): a list of #SotayOutlineItem
 *
 * Returns: (transfer full): the entry
 */
SotayOutlineItem *sotay_outline_item_new (const char *title, int index, double y, GListModel *children);

const char *sotay_outline_item_get_title (SotayOutlineItem *item);
int sotay_outline_item_get_index (SotayOutlineItem *item);
double sotay_outline_item_get_y (SotayOutlineItem *item);
GListModel *sotay_outline_item_get_children (SotayOutlineItem *item); /* (nullable) */

G_END_DECLS
