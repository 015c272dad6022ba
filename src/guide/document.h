/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A PDF that is being read. Parsing and drawing happen in helper processes in a sandbox: what a hostile file does to
 * them does not reach this program, and one that dies is started again. Pages are counted from 0 here ("index"); people
 * and the command line count from 1. Lengths are in points (1/72 inch), places from the top left corner of the page.
 */
#pragma once

#include <gio/gio.h>

#include "guide/document-text.h"
#include "guide/page-area.h"
#include "guide/page-content.h"

G_BEGIN_DECLS

/* Jobs of a smaller number are done first: what is seen, then its neighbours, then the rest. */
#define SOTAY_DOCUMENT_PRIORITY_VISIBLE 0
#define SOTAY_DOCUMENT_PRIORITY_NEAR 10
#define SOTAY_DOCUMENT_PRIORITY_THUMBNAIL 20
#define SOTAY_DOCUMENT_PRIORITY_TEXT 30

#define SOTAY_TYPE_DOCUMENT (sotay_document_get_type ())
/**
 * SotayDocument:
 *
 * Signal "sizes-changed": the sizes of the later pages became known.
 *
 * Properties "path", "helper" (the program that reads) and "patience" (seconds for an answer) are given at
 * construction; the last two are for tests.
 */
G_DECLARE_FINAL_TYPE (SotayDocument, sotay_document, SOTAY, DOCUMENT, GObject)

/**
 * sotay_document_new:
 * @path: a PDF
 *
 * Returns: (transfer full): the document, not yet open
 */
SotayDocument *sotay_document_new (const char *path);

const char *sotay_document_get_path (SotayDocument *document); /* (transfer none) */

/**
 * sotay_document_open_async:
 *
 * Starts the helpers and reads the count of pages and the first sizes: as fast for 1,000 pages as for 10.
 */
void sotay_document_open_async (SotayDocument *document, GCancellable *cancellable, GAsyncReadyCallback callback,
                                gpointer data);

/**
 * sotay_document_open_finish:
 * @error: %SOTAY_GUIDE_ERROR_DAMAGED, _ENCRYPTED, _NO_PAGES, _FILE, _HELPER, or %G_IO_ERROR_CANCELLED
 *
 * Returns: whether pages can be asked for
 */
gboolean sotay_document_open_finish (SotayDocument *document, GAsyncResult *result, GError **error);

guint sotay_document_get_n_pages (SotayDocument *document); /* 0 until it is open */

/**
 * sotay_document_get_page_size:
 * @width: (out): in points, as the page is shown (turned by its own rotation)
 * @height: (out): likewise
 *
 * A page whose size is not known yet counts as large as the first; "sizes-changed" tells when all are known.
 */
void sotay_document_get_page_size (SotayDocument *document, guint index, double *width, double *height);

/**
 * sotay_document_render_async:
 * @area: what to draw
 * @priority: smaller is sooner; within one priority the newest request first
 * @cancellable: (nullable): a job that is cancelled before its turn costs nothing
 */
void sotay_document_render_async (SotayDocument *document, const SotayPageArea *area, int priority,
                                  GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data);

/**
 * sotay_document_render_finish:
 * @error: %SOTAY_GUIDE_ERROR_PAGE when this page cannot be shown, %SOTAY_GUIDE_ERROR_HELPER when no helper starts any
 *   more, or %G_IO_ERROR_CANCELLED
 *
 * Returns: (transfer full) (nullable): pixels, width × height × 4 bytes, rows from the top without gaps, opaque, each
 *   blue, green, red, alpha
 */
GBytes *sotay_document_render_finish (SotayDocument *document, GAsyncResult *result, GError **error);

/**
 * sotay_document_load_page_async:
 *
 * Reads the text of a page with the place of each character, and its links.
 */
void sotay_document_load_page_async (SotayDocument *document, guint index, int priority, GCancellable *cancellable,
                                     GAsyncReadyCallback callback, gpointer data);
SotayPageContent *sotay_document_load_page_finish (SotayDocument *document, GAsyncResult *result, GError **error);

/**
 * sotay_document_load_outline_async:
 *
 * Reads the table of contents that the PDF carries.
 */
void sotay_document_load_outline_async (SotayDocument *document, GCancellable *cancellable,
                                        GAsyncReadyCallback callback, gpointer data);

/**
 * sotay_document_load_outline_finish:
 *
 * Returns: (transfer full) (nullable): a list of #SotayOutlineItem, empty when the PDF has no outline
 */
GListModel *sotay_document_load_outline_finish (SotayDocument *document, GAsyncResult *result, GError **error);

/**
 * sotay_document_load_text_async:
 *
 * Reads the text of all pages, for searching. Pages that cannot be read count as pages without text.
 */
void sotay_document_load_text_async (SotayDocument *document, GCancellable *cancellable, GAsyncReadyCallback callback,
                                     gpointer data);
SotayDocumentText *sotay_document_load_text_finish (SotayDocument *document, GAsyncResult *result, GError **error);

G_END_DECLS
