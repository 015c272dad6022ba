/* SPDX-License-Identifier: GPL-3.0-or-later */
/* For the writer of .docx only: what stands around the words: letterhead, title, addressees, signatures. */
#pragma once

#include "reports/docx-table.h"

G_BEGIN_DECLS

/**
 * sotay_docx_write_front:
 * @width: of the lines, in twips
 *
 * Writes the letterhead, the title and the addressees, as far as the report has them.
 */
void sotay_docx_write_front (xmlTextWriter *xml, SotayReport *report, int width);

/**
 * sotay_docx_write_annex_title:
 *
 * Writes what an annex is called.
 */
void sotay_docx_write_annex_title (xmlTextWriter *xml, const SotayReportPart *part, int width);

/**
 * sotay_docx_write_end:
 *
 * Writes the recipients and the signatures, which no page separates.
 */
void sotay_docx_write_end (xmlTextWriter *xml, SotayReport *report, int width);

G_END_DECLS
