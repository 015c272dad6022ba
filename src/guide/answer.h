/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * An answer of the PDF reader (guide/wire.h). The reader may have been taken over by a hostile document, so nothing
 * that it says is believed: whatever does not keep the limits makes the whole answer wrong.
 */
#pragma once

#include "guide/page-content.h"
#include "guide/wire.h"

G_BEGIN_DECLS

typedef struct _SotayAnswer SotayAnswer;

/**
 * sotay_answer_new:
 * @line: any bytes
 *
 * Returns: (transfer full) (nullable): the answer without its raw bytes; %NULL when it is none
 */
SotayAnswer *sotay_answer_new (const char *line, gsize length);
void sotay_answer_free (SotayAnswer *answer);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SotayAnswer, sotay_answer_free)

gsize sotay_answer_get_n_bytes (SotayAnswer *answer); /* how many raw bytes follow, as it says */

/**
 * sotay_answer_take_bytes:
 * @bytes: (transfer full): the raw bytes, exactly as many as it said
 */
void sotay_answer_take_bytes (SotayAnswer *answer, GBytes *bytes);

GBytes *sotay_answer_get_bytes (SotayAnswer *answer); /* (transfer none) (nullable) */

/**
 * sotay_answer_check:
 * @error: SOTAY_GUIDE_ERROR
 *
 * Returns: %FALSE when the reader says that it could not do what was asked
 */
gboolean sotay_answer_check (SotayAnswer *answer, GError **error);

/**
 * sotay_answer_read_pages:
 *
 * Returns: the count of pages; 0 when the answer is wrong
 */
guint sotay_answer_read_pages (SotayAnswer *answer);

/**
 * sotay_answer_read_sizes:
 * @sizes: (array): room for @count pairs of width and height; zeros for pages whose size is not known
 *
 * Returns: whether the answer is right
 */
gboolean sotay_answer_read_sizes (SotayAnswer *answer, guint count, float *sizes);

/**
 * sotay_answer_read_page:
 * @n_pages: pages of the document
 *
 * Returns: (transfer full) (nullable): what stands on the page; %NULL when the answer is wrong
 */
SotayPageContent *sotay_answer_read_page (SotayAnswer *answer, guint n_pages);

/**
 * sotay_answer_read_outline:
 * @n_pages: pages of the document
 *
 * Returns: (transfer full) (nullable): a list of #SotayOutlineItem; %NULL when the answer is wrong
 */
GListModel *sotay_answer_read_outline (SotayAnswer *answer, guint n_pages);

/**
 * sotay_answer_read_text:
 * @count: how many pages were asked for
 *
 * Returns: (transfer full) (nullable) (array zero-terminated=1): their texts; %NULL when the answer is wrong
 */
char **sotay_answer_read_text (SotayAnswer *answer, guint count);

G_END_DECLS
