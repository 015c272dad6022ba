/* SPDX-License-Identifier: GPL-3.0-or-later */
/* For the writer of .docx only: the small parts around the document, which say what is what. */
#pragma once

#include "reports/docx-xml.h"
#include "reports/report.h"

G_BEGIN_DECLS

void sotay_docx_write_types (xmlTextWriter *xml);         /* [Content_Types].xml */
void sotay_docx_write_root_relations (xmlTextWriter *xml); /* _rels/.rels */

/**
 * sotay_docx_write_relations:
 * @n_pictures: so many files word/media/imageN.png, from 1 on
 *
 * Writes word/_rels/document.xml.rels.
 */
void sotay_docx_write_relations (xmlTextWriter *xml, guint n_pictures);
void sotay_docx_write_settings (xmlTextWriter *xml);

/**
 * sotay_docx_write_header:
 * @number: whether it shows the number of its page, else it is empty
 */
void sotay_docx_write_header (xmlTextWriter *xml, gboolean number);

void sotay_docx_write_description (xmlTextWriter *xml, SotayReport *report); /* docProps/core.xml */

G_END_DECLS
