/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "reports/docx-xml.h"

#include "reports/clean-text.h"

void
sotay_docx_open (xmlTextWriter *xml, const char *element)
{
  xmlTextWriterStartElement (xml, BAD_CAST element);
}

void
sotay_docx_close (xmlTextWriter *xml)
{
  xmlTextWriterEndElement (xml);
}

void
sotay_docx_set (xmlTextWriter *xml, const char *attribute, const char *value)
{
  xmlTextWriterWriteAttribute (xml, BAD_CAST attribute, BAD_CAST value);
}

void
sotay_docx_set_number (xmlTextWriter *xml, const char *attribute, gint64 value)
{
  char digits[24];

  g_snprintf (digits, sizeof digits, "%" G_GINT64_FORMAT, value);
  sotay_docx_set (xml, attribute, digits);
}

void
sotay_docx_add (xmlTextWriter *xml, const char *element, const char *value)
{
  sotay_docx_open (xml, element);
  if (value != NULL)
    sotay_docx_set (xml, "w:val", value);
  sotay_docx_close (xml);
}

void
sotay_docx_add_number (xmlTextWriter *xml, const char *element, gint64 value)
{
  sotay_docx_open (xml, element);
  sotay_docx_set_number (xml, "w:val", value);
  sotay_docx_close (xml);
}

void
sotay_docx_put (xmlTextWriter *xml, const char *text)
{
  g_autofree char *clean = sotay_report_clean (text);

  xmlTextWriterWriteString (xml, BAD_CAST clean);
}
