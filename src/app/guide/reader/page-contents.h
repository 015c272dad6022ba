/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "guide/document.h"

G_BEGIN_DECLS

#define SOTAY_TYPE_PAGE_CONTENTS (sotay_page_contents_get_type ())
/**
 * SotayPageContents:
 *
 * Texts and links of the pages of one document: asks the document for those that are wished for and not there, and
 * keeps some of those that came.
 *
 * Signal "changed" (uint index): the content of this page came.
 */
G_DECLARE_FINAL_TYPE (SotayPageContents, sotay_page_contents, SOTAY, PAGE_CONTENTS, GObject)

/**
 * sotay_page_contents_new:
 * @document: open
 *
 * Returns: (transfer full): no contents yet
 */
SotayPageContents *sotay_page_contents_new (SotayDocument *document);

/**
 * sotay_page_contents_begin_wishes:
 *
 * A round of wishes: begin, wish for each page, and end. What was wished for in earlier rounds only is called off, and
 * the first to be forgotten.
 */
void sotay_page_contents_begin_wishes (SotayPageContents *contents);
void sotay_page_contents_wish (SotayPageContents *contents, guint index, int priority);
void sotay_page_contents_end_wishes (SotayPageContents *contents);

void sotay_page_contents_stop (SotayPageContents *contents); /* calls everything off */

/**
 * sotay_page_contents_get:
 *
 * Returns: (transfer none) (nullable): the content of the page, when it is there
 */
SotayPageContent *sotay_page_contents_get (SotayPageContents *contents, guint index);

/* Whether the page was asked for, and could not be read. */
gboolean sotay_page_contents_has_failed (SotayPageContents *contents, guint index);

G_END_DECLS
