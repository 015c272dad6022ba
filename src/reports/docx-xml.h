/* SPDX-License-Identifier: GPL-3.0-or-later */
/* For the writer of .docx only: elements as its schema has them, most of which say all in the attribute w:val. */
#pragma once

#include <glib.h>
#include <libxml/xmlwriter.h>

G_BEGIN_DECLS

#define SOTAY_DOCX_W "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
#define SOTAY_DOCX_R "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

/**
 * sotay_docx_open, sotay_docx_close, sotay_docx_set, sotay_docx_set_number:
 * @element: with its prefix: "w:p"
 * @attribute: likewise, of the element that was opened last
 *
 * Begin an element, end the innermost one, write an attribute.
 */
void sotay_docx_open (xmlTextWriter *xml, const char *element);
void sotay_docx_close (xmlTextWriter *xml);
void sotay_docx_set (xmlTextWriter *xml, const char *attribute, const char *value);
void sotay_docx_set_number (xmlTextWriter *xml, const char *attribute, gint64 value);

/**
 * sotay_docx_add, sotay_docx_add_number:
 * @value: (nullable): of its attribute w:val; %NULL: the element alone
 *
 * Write an element without content.
 */
void sotay_docx_add (xmlTextWriter *xml, const char *element, const char *value);
void sotay_docx_add_number (xmlTextWriter *xml, const char *element, gint64 value);

/**
 * sotay_docx_put:
 * @text: any text
 *
 * Writes the content of an element.
 */
void sotay_docx_put (xmlTextWriter *xml, const char *text);

G_END_DECLS
