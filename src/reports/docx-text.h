/* SPDX-License-Identifier: GPL-3.0-or-later */
/* For the writer of .docx only: paragraphs. */
#pragma once

#include "reports/docx-styles.h"
#include "reports/report.h"

G_BEGIN_DECLS

/**
 * sotay_docx_begin_paragraph:
 *
 * Begins a paragraph of @style, to which runs are added until sotay_docx_close().
 */
void sotay_docx_begin_paragraph (xmlTextWriter *xml, SotayDocxStyle style);

/**
 * sotay_docx_add_run:
 * @text: (nullable): any text; nothing is written for an empty one
 */
void sotay_docx_add_run (xmlTextWriter *xml, const char *text, SotayRunStyle style);

/**
 * sotay_docx_add_paragraph:
 * @text: (nullable): any text
 *
 * Writes a whole paragraph.
 */
void sotay_docx_add_paragraph (xmlTextWriter *xml, SotayDocxStyle style, const char *text);

/**
 * sotay_docx_add_rule:
 * @room: the width of the page or the column, in twips
 * @length: of the line in the middle of it
 */
void sotay_docx_add_rule (xmlTextWriter *xml, int room, int length);

/**
 * sotay_docx_measure:
 * @length: in bytes; -1: all
 *
 * Returns: about how wide @text is in one line of bold letters of one point, in twips: the program that lays out the
 *   pages knows it exactly
 */
int sotay_docx_measure (const char *text, gssize length);

G_END_DECLS
