/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "reports/docx-front.h"

#include "reports/report-words.h"

#define COUNTRY_WIDTH 5480 /* the name of the country, in its style, in one line */
#define BETWEEN 160 /* the two sides of the letterhead */
#define RULE_SHARE 0.42 /* the decree: from a third to a half of the line above */

static int
measure (const char *text, SotayDocxStyle style)
{
  return sotay_docx_measure (text, -1) * sotay_docx_style_get_size (style);
}

static void
add_rule_below (xmlTextWriter *xml, const char *text, SotayDocxStyle style, int width)
{
  sotay_docx_add_rule (xml, width, (int) (RULE_SHARE * MIN (measure (text, style), width)));
}

static void
write_issuer (xmlTextWriter *xml, SotayReport *report, int width)
{
  sotay_docx_begin_cell (xml, width, 1, NULL);
  if (report->superior != NULL)
    sotay_docx_add_paragraph (xml, SOTAY_DOCX_SUPERIOR, report->superior);
  sotay_docx_add_paragraph (xml, SOTAY_DOCX_ISSUER, report->issuer);
  add_rule_below (xml, report->issuer, SOTAY_DOCX_ISSUER, width);
  sotay_docx_close (xml);
}

static void
write_country (xmlTextWriter *xml, int width)
{
  sotay_docx_begin_cell (xml, width, 1, NULL);
  sotay_docx_add_paragraph (xml, SOTAY_DOCX_COUNTRY, SOTAY_REPORT_COUNTRY);
  sotay_docx_add_paragraph (xml, SOTAY_DOCX_MOTTO, SOTAY_REPORT_MOTTO);
  sotay_docx_add_rule (xml, width, measure (SOTAY_REPORT_MOTTO, SOTAY_DOCX_MOTTO));
  sotay_docx_close (xml);
}

static void
add_empty_cell (xmlTextWriter *xml, int width)
{
  sotay_docx_begin_cell (xml, width, 1, NULL);
  sotay_docx_add_paragraph (xml, SOTAY_DOCX_GAP, NULL);
  sotay_docx_close (xml);
}

static void
write_letterhead (xmlTextWriter *xml, SotayReport *report, int width)
{
  const int widths[] = { width - COUNTRY_WIDTH - BETWEEN, BETWEEN, COUNTRY_WIDTH };

  sotay_docx_begin_table (xml, NULL, widths, G_N_ELEMENTS (widths));
  sotay_docx_begin_row (xml, 0, FALSE);
  write_issuer (xml, report, widths[0]);
  add_empty_cell (xml, widths[1]);
  write_country (xml, widths[2]);
  sotay_docx_close (xml);
  if (report->number != NULL || report->place_and_date != NULL)
    {
      sotay_docx_begin_row (xml, 0, FALSE);
      sotay_docx_begin_cell (xml, widths[0], 1, NULL);
      sotay_docx_add_paragraph (xml, SOTAY_DOCX_SYMBOL, report->number);
      sotay_docx_close (xml);
      add_empty_cell (xml, widths[1]);
      sotay_docx_begin_cell (xml, widths[2], 1, NULL);
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
    add_rule_below (xml, last, style, width);
}

static void
write_addressees (xmlTextWriter *xml, SotayReport *report)
{
  g_auto (GStrv) lines = sotay_report_list_addressees (report);
  gboolean several = lines[0] != NULL && lines[1] != NULL;

  for (guint i = 0; lines[i] != NULL; i++)
    sotay_docx_add_paragraph (xml, !several ? SOTAY_DOCX_ADDRESSEE : i == 0 ? SOTAY_DOCX_ADDRESSEES
                                                                            : SOTAY_DOCX_ONE_ADDRESSEE, lines[i]);
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
  if (part->label != NULL || part->title != NULL)
    sotay_docx_add_paragraph (xml, SOTAY_DOCX_GAP, NULL);
}

static void
write_recipients (xmlTextWriter *xml, SotayReport *report)
{
  g_auto (GStrv) lines = sotay_report_list_recipients (report);

  sotay_docx_add_paragraph (xml, SOTAY_DOCX_RECIPIENTS_LABEL, SOTAY_REPORT_RECIPIENTS);
  for (guint i = 0; lines[i] != NULL; i++)
    sotay_docx_add_paragraph (xml, SOTAY_DOCX_RECIPIENT, lines[i]);
}

static void
write_role (xmlTextWriter *xml, const SotaySignature *signature, int width)
{
  sotay_docx_begin_cell (xml, width, 1, NULL);
  for (guint i = 0; signature->authority != NULL && signature->authority[i] != NULL; i++)
    sotay_docx_add_paragraph (xml, SOTAY_DOCX_AUTHORITY, signature->authority[i]);
  if (signature->role != NULL)
    sotay_docx_add_paragraph (xml, SOTAY_DOCX_AUTHORITY, signature->role);
  sotay_docx_add_paragraph (xml, SOTAY_DOCX_HINT, signature->hint);
  sotay_docx_close (xml);
}

static void
write_name (xmlTextWriter *xml, const SotaySignature *signature, int width)
{
  sotay_docx_begin_cell (xml, width, 1, NULL);
  sotay_docx_add_paragraph (xml, SOTAY_DOCX_SIGNATORY, signature->name);
  sotay_docx_close (xml);
}

/* The names stand on one line, whatever stands above them; no page separates the two rows. */
static void
write_signatures (xmlTextWriter *xml, SotayReport *report, int width, gboolean beside_recipients)
{
  guint n_left = beside_recipients || report->signatures->len == 1 ? 1 : 0;
  guint n_columns = n_left + report->signatures->len;
  g_autofree int *widths = g_new0 (int, n_columns);

  for (guint i = 0; i < n_columns; i++)
    widths[i] = (int) (width / n_columns);
  sotay_docx_begin_table (xml, NULL, widths, n_columns);
  sotay_docx_begin_row (xml, 0, FALSE);
  if (n_left > 0)
    {
      sotay_docx_begin_cell (xml, widths[0], 1, "restart");
      if (beside_recipients)
        write_recipients (xml, report);
      else
        sotay_docx_add_paragraph (xml, SOTAY_DOCX_RECIPIENT, NULL);
      sotay_docx_close (xml);
    }
  for (guint i = 0; i < report->signatures->len; i++)
    write_role (xml, report->signatures->pdata[i], widths[0]);
  sotay_docx_close (xml);
  sotay_docx_begin_row (xml, 0, FALSE);
  if (n_left > 0)
    {
      sotay_docx_begin_cell (xml, widths[0], 1, "continue");
      sotay_docx_add_paragraph (xml, SOTAY_DOCX_RECIPIENT, NULL);
      sotay_docx_close (xml);
    }
  for (guint i = 0; i < report->signatures->len; i++)
    write_name (xml, report->signatures->pdata[i], widths[0]);
  sotay_docx_close (xml);
  sotay_docx_close (xml);
  sotay_docx_add_paragraph (xml, SOTAY_DOCX_GAP, NULL);
}

void
sotay_docx_write_end (xmlTextWriter *xml, SotayReport *report, int width)
{
  gboolean received = report->recipients != NULL && report->recipients[0] != NULL;
  gboolean beside = received && report->signatures->len == 1;

  if (received || report->signatures->len > 0)
    sotay_docx_add_paragraph (xml, SOTAY_DOCX_GAP, NULL);
  /* Several signatures need the whole width: the recipients then stand below. */
  if (report->signatures->len > 0)
    write_signatures (xml, report, width, beside);
  if (received && !beside)
    write_recipients (xml, report);
}
