/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The text of a whole document, folded once, to be searched again and again. */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * SotayTextHit:
 * @index: the page
 * @start: the first character of the hit within the page's text
 * @end: the one after the last
 */
typedef struct
{
  guint index;
  guint start;
  guint end;
} SotayTextHit;

#define SOTAY_TYPE_DOCUMENT_TEXT (sotay_document_text_get_type ())
/**
 * SotayDocumentText:
 *
 * Immutable, so that it may be searched on any thread.
 */
G_DECLARE_FINAL_TYPE (SotayDocumentText, sotay_document_text, SOTAY, DOCUMENT_TEXT, GObject)

/**
 * sotay_document_text_new:
 * @pages: (array length=n_pages): the text of each page, UTF-8; "" for a page without text
 *
 * Returns: (transfer full): the text, ready to be searched
 */
SotayDocumentText *sotay_document_text_new (const char *const *pages, guint n_pages);

guint sotay_document_text_get_n_pages (SotayDocumentText *text);
guint sotay_document_text_get_n_empty (SotayDocumentText *text);              /* pages without text: scanned ones */
const char *sotay_document_text_get_page (SotayDocumentText *text, guint index);

/**
 * sotay_document_text_find:
 * @query: what was typed
 * @limit: the most hits; 0 for all
 *
 * Finds @query anywhere, whatever white space and line ends stand between its words. A bare letter of the query finds
 * every letter it is the base of, one with marks only those that have these marks: "dinh" finds "định", "đinh" does not
 * find "dinh", "ô" finds "ộ". So each accent that is typed narrows the list.
 *
 * Returns: (transfer full) (element-type SotayTextHit): the hits in the order of the document
 */
GArray *sotay_document_text_find (SotayDocumentText *text, const char *query, guint limit);

/* The same on a thread of its own. */
void sotay_document_text_find_async (SotayDocumentText *text, const char *query, guint limit,
                                     GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data);
GArray *sotay_document_text_find_finish (SotayDocumentText *text, GAsyncResult *result, GError **error);

/**
 * sotay_document_text_snippet:
 * @hit: a hit
 * @start: (out): where the hit begins within the snippet, in bytes
 * @end: (out): where it ends
 *
 * Returns: (transfer full): the hit with some words before and after it, on one line, in NFC
 */
char *sotay_document_text_snippet (SotayDocumentText *text, const SotayTextHit *hit, gsize *start, gsize *end);

G_END_DECLS
