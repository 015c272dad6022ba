/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "reports/docx-text.h"

#include <string.h>

#define TWIPS 20 /* in a point */

void
sotay_docx_begin_paragraph (xmlTextWriter *xml, SotayDocxStyle style)
{
  sotay_docx_open (xml, "w:p");
  sotay_docx_open (xml, "w:pPr");
  sotay_docx_add (xml, "w:pStyle", sotay_docx_style_get_id (style));
  sotay_docx_close (xml);
}

static void
add_look (xmlTextWriter *xml, SotayRunStyle style)
{
  if (style == SOTAY_RUN_PLAIN)
    return;
  sotay_docx_open (xml, "w:rPr");
  if (style & SOTAY_RUN_BOLD)
    {
      sotay_docx_add (xml, "w:b", NULL);
      sotay_docx_add (xml, "w:bCs", NULL);
    }
  if (style & SOTAY_RUN_ITALIC)
    {
      sotay_docx_add (xml, "w:i", NULL);
      sotay_docx_add (xml, "w:iCs", NULL);
    }
  sotay_docx_close (xml);
}

void
sotay_docx_add_run (xmlTextWriter *xml, const char *text, SotayRunStyle style)
{
  if (text == NULL || *text == '\0')
    return;
  sotay_docx_open (xml, "w:r");
  add_look (xml, style);
  sotay_docx_open (xml, "w:t");
  sotay_docx_set (xml, "xml:space", "preserve");
  sotay_docx_put (xml, text);
  sotay_docx_close (xml);
  sotay_docx_close (xml);
}

void
sotay_docx_add_paragraph (xmlTextWriter *xml, SotayDocxStyle style, const char *text)
{
  sotay_docx_begin_paragraph (xml, style);
  sotay_docx_add_run (xml, text, SOTAY_RUN_PLAIN);
  sotay_docx_close (xml);
}

void
sotay_docx_add_rule (xmlTextWriter *xml, int room, int length)
{
  int beside = MAX (room - length, 0) / 2;

  sotay_docx_open (xml, "w:p");
  sotay_docx_open (xml, "w:pPr");
  sotay_docx_add (xml, "w:pStyle", sotay_docx_style_get_id (SOTAY_DOCX_RULE));
  sotay_docx_open (xml, "w:pBdr");
  sotay_docx_open (xml, "w:top");
  sotay_docx_set (xml, "w:val", "single");
  sotay_docx_set (xml, "w:sz", "6");
  sotay_docx_set (xml, "w:space", "0");
  sotay_docx_set (xml, "w:color", "auto");
  sotay_docx_close (xml);
  sotay_docx_close (xml);
  sotay_docx_open (xml, "w:ind");
  sotay_docx_set_number (xml, "w:left", beside);
  sotay_docx_set_number (xml, "w:right", beside);
  sotay_docx_close (xml);
  sotay_docx_close (xml);
  sotay_docx_close (xml);
}

/* In parts of the letters' size, as they are on average in Times New Roman Bold. */
static double
measure_letter (gunichar letter)
{
  if (letter == ' ')
    return 0.25;
  if (g_unichar_isupper (letter))
    return 0.71;
  if (g_unichar_isdigit (letter))
    return 0.5;
  return g_unichar_isalpha (letter) ? 0.5 : 0.33;
}

int
sotay_docx_measure (const char *text, gssize length)
{
  const char *end = text + (length >= 0 ? (gsize) length : strlen (text));
  double width = 0;

  for (const char *place = text; place < end; place = g_utf8_next_char (place))
    width += measure_letter (g_utf8_get_char_validated (place, end - place));
  return (int) (width * TWIPS + 0.5);
}
