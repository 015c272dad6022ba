/* SPDX-License-Identifier: GPL-3.0-or-later */
/* For the readers of tables only: XML of strangers, read as it streams by. No document type, no entities, no
 * network. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _SotayTableXml SotayTableXml;

/**
 * SotayTableXmlFuncs:
 * @start: an element begins; attributes can be asked for
 * @end: it ends
 * @text: text comes, in pieces of any size
 *
 * Names are those without prefix.
 */
typedef struct
{
  void (*start) (SotayTableXml *xml, const char *name, gpointer data);
  void (*end) (SotayTableXml *xml, const char *name, gpointer data);
  void (*text) (SotayTableXml *xml, const char *text, gsize length, gpointer data);
} SotayTableXmlFuncs;

/**
 * sotay_table_xml_new:
 * @part: what errors call the document
 *
 * Returns: (transfer full): a parser
 */
SotayTableXml *sotay_table_xml_new (const char *part, const SotayTableXmlFuncs *funcs, gpointer data);

void sotay_table_xml_free (SotayTableXml *xml);

/**
 * sotay_table_xml_feed:
 * @bytes: the next bytes of the document; none: it ends
 * @error: %SOTAY_REGISTER_ERROR_FILE_DAMAGED, or what sotay_table_xml_fail() was given
 *
 * Returns: whether to go on
 */
gboolean sotay_table_xml_feed (SotayTableXml *xml, const char *bytes, gsize length, GError **error);

/**
 * sotay_table_xml_get:
 * @attribute: a name without prefix
 *
 * For the start of an element.
 *
 * Returns: (transfer none) (nullable): the attribute's value, until the next call
 */
const char *sotay_table_xml_get (SotayTableXml *xml, const char *attribute);

/**
 * sotay_table_xml_get_number:
 *
 * Returns: the attribute's value, not above @most; @otherwise when it is no number or not there
 */
guint sotay_table_xml_get_number (SotayTableXml *xml, const char *attribute, guint most, guint otherwise);

/**
 * sotay_table_xml_fail:
 * @failure: (transfer full): why
 *
 * Stops the parser.
 */
void sotay_table_xml_fail (SotayTableXml *xml, GError *failure);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SotayTableXml, sotay_table_xml_free)

G_END_DECLS
