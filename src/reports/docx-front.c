/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "reports/docx-front.h"

#include "reports/report-words.h"

#define COUNTRY_WIDTH 5150 /* the name of the country, in its style, in one line */
#define RECIPIENTS_SHARE 0.42
#define RULE_SHARE 0.42 /* the decree: from a third to a half of the line above */

static void
write_issuer (xmlTextWriter *xml, SotayReport *report, int width)
{
  sotay_docx_begin_cell (xml, width, 1, NULL);
  if (report->superior != NULL)
    sotay_docx_add_paragraph (xml, SOTAY_DOCX_SUPERIOR, report->superior);
  sotay_docx_add_paragraph (xml, SOTAY_DOCX_ISSUER, report->issuer);
  sotay_docx_add_rule (xml, width,
                       (int) (RULE_SHARE * MIN (sotay_docx_measure (report->issuer, SOTAY_DOCX_ISSUER), width)));
  sotay_docx_close (xml);
}

static void
write_country (xmlTextWriter *xml, int width)
{
  sotay_docx_begin_cell (xml, width, 1, NULL);
  sotay_docx_add_paragraph (xml, SOTAY_DOCX_COUNTRY, SOTAY_REPORT_COUNTRY);
  sotay_docx_add_paragraph (xml, SOTAY_DOCX_MOTTO, SOTAY_REPORT_MOTTO);
  sotay_docx_add_rule (xml, width, sotay_docx_measure (SOTAY_REPORT_MOTTO, SOTAY_DOCX_MOTTO));
  sotay_docx_close (xml);
}

static void
write_letterhead (xmlTextWriter *xml, SotayReport *report, int width)
{
  const int widths[] = { width - COUNTRY_WIDTH, COUNTRY_WIDTH };

  sotay_docx_begin_table (xml, NULL, widths, G_N_ELEMENTS (widths));
  sotay_docx_begin_row (xml, 0, FALSE);
  write_issuer (xml, report, widths[0]);
  write_country (xml, widths[1]);
  sotay_docx_close (xml);
  if (report->number != NULL || report->place_and_date != NULL)
    {
      sotay_docx_begin_row (xml, 0, FALSE);
      sotay_docx_begin_cell (xml, widths[0], 1, NULL);
      sotay_docx_add_paragraph (xml, SOTAY_DOCX_SYMBOL, report->number);
      sotay_docx_close (xml);
      sotay_docx_begin_cell (xml, widths[1], 1, NULL);
      sotay_docx_add_paragraph (xml, SOTAY_DOCX_PLACE, report->place_and_date);
      sotay_docx_close (xml);
      sotay_docx_close (xml);
    }
  sotay_docx_close (xml);
}

static void
write_title (xmlTextWriter *xml, SotayReport *report, int width)
{
  const char *last = report->subject != NULL ? report->subject : report->type;
  SotayDocxStyle style = report->subject != NULL ? SOTAY_DOCX_SUBTITLE : SOTAY_DOCX_TITLE;

  if (report->type != NULL)
    sotay_docx_add_paragraph (xml, SOTAY_DOCX_TITLE, report->type);
  if (report->subject != NULL)
    sotay_docx_add_paragraph (xml, SOTAY_DOCX_SUBTITLE, report->subject);
  if (report->attached_to != NULL)
    sotay_docx_add_paragraph (xml, SOTAY_DOCX_ATTACHED, report->attached_to);
  if (last != NULL)
    sotay_docx_add_rule (xml, width, (int) (RULE_SHARE * MIN (sotay_docx_measure (last, style), width)));
}

static void
write_addressees (xmlTextWriter *xml, SotayReport *report)
{
  g_auto (GStrv) lines = sotay_report_list_addressees (report);

  for (guint i = 0; lines[i] != NULL; i++)
    sotay_docx_add_paragraph (xml, SOTAY_DOCX_ADDRESSEE, lines[i]);
}

void
sotay_docx_write_front (xmlTextWriter *xml, SotayReport *report, int width)
{
  if (report->issuer != NULL)
    write_letterhead (xml, report, width);
  write_title (xml, report, width);
  write_addressees (xml, report);
}

void
sotay_docx_write_annex_title (xmlTextWriter *xml, const SotayReportPart *part, int width)
{
  if (part->label != NULL)
    sotay_docx_add_paragraph (xml, SOTAY_DOCX_ANNEX, part->label);
  if (part->title != NULL)
    sotay_docx_add_paragraph (xml, SOTAY_DOCX_ANNEX, part->title);
  if (part->note != NULL)
    sotay_docx_add_paragraph (xml, SOTAY_DOCX_ATTACHED, part->note);
  if (part->title != NULL)
    sotay_docx_add_rule (xml, width,
                         (int) (RULE_SHARE * MIN (sotay_docx_measure (part->title, SOTAY_DOCX_ANNEX), width)));
}

static void
write_recipients (xmlTextWriter *xml, SotayReport *report, int width)
{
  g_auto (GStrv) lines = sotay_report_list_recipients (report);

  sotay_docx_begin_cell (xml, width, 1, NULL);
  sotay_docx_add_paragraph (xml, SOTAY_DOCX_RECIPIENTS_LABEL, SOTAY_REPORT_RECIPIENTS);
  for (guint i = 0; lines[i] != NULL; i++)
    sotay_docx_add_paragraph (xml, SOTAY_DOCX_RECIPIENT, lines[i]);
  sotay_docx_close (xml);
}

static void
write_signature (xmlTextWriter *xml, const SotaySignature *signature, int width)
{
  sotay_docx_begin_cell (xml, width, 1, NULL);
  for (guint i = 0; signature->authority != NULL && signature->authority[i] != NULL; i++)
    sotay_docx_add_paragraph (xml, SOTAY_DOCX_AUTHORITY, signature->authority[i]);
  if (signature->role != NULL)
    sotay_docx_add_paragraph (xml, SOTAY_DOCX_AUTHORITY, signature->role);
  if (signature->hint != NULL)
    sotay_docx_add_paragraph (xml, SOTAY_DOCX_HINT, signature->hint);
  sotay_docx_add_paragraph (xml, SOTAY_DOCX_SIGNATORY, signature->name);
  sotay_docx_close (xml);
}

void
sotay_docx_write_end (xmlTextWriter *xml, SotayReport *report, int width)
{
  guint n_lists = report->recipients != NULL && *report->recipients != NULL ? 1 : 0;
  guint n_columns = n_lists + report->signatures->len;
  g_autofree int *widths = g_new0 (int, n_columns + 1);
  int rest = width;

  if (n_columns == 0)
    return;
  if (n_lists > 0)
    widths[0] = n_columns > 1 ? (int) (RECIPIENTS_SHARE * width) : width;
  rest -= widths[0];
  for (guint i = n_lists; i < n_columns; i++)
    {
      widths[i] = rest / (int) (n_columns - i);
      rest -= widths[i];
    }
  sotay_docx_add_paragraph (xml, SOTAY_DOCX_GAP, NULL);
  sotay_docx_begin_table (xml, NULL, widths, n_columns);
  sotay_docx_begin_row (xml, 0, FALSE);
  if (n_lists > 0)
    write_recipients (xml, report, widths[0]);
  for (guint i = 0; i < report->signatures->len; i++)
    write_signature (xml, report->signatures->pdata[i], widths[n_lists + i]);
  sotay_docx_close (xml);
  sotay_docx_close (xml);
  sotay_docx_add_paragraph (xml, SOTAY_DOCX_GAP, NULL);
}
