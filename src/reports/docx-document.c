/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "reports/docx-document.h"

#include "reports/docx-front.h"
#include "reports/docx-table.h"

/* A4 and its margins, in twips. */
#define SHORT_SIDE 11906
#define LONG_SIDE 16838
#define ABOVE 1134
#define BELOW 1134
#define LEFT 1701
#define RIGHT 1134
#define HEADER 567

typedef struct
{
  xmlTextWriter *xml;
  SotayDocxPackage *package;
  GPtrArray *pictures;
  guint n_placed; /* pictures */
  int width;      /* of the lines of this part */
  GCancellable *cancellable;
} Document;

int
sotay_docx_get_width (const SotayReportPart *part)
{
  return (part->landscape ? LONG_SIDE : SHORT_SIDE) - LEFT - RIGHT;
}

int
sotay_docx_get_height (const SotayReportPart *part)
{
  return (part->landscape ? SHORT_SIDE : LONG_SIDE) - ABOVE - BELOW;
}

static void
write_header_reference (xmlTextWriter *xml, const char *type, const char *relation)
{
  sotay_docx_open (xml, "w:headerReference");
  sotay_docx_set (xml, "w:type", type);
  sotay_docx_set (xml, "r:id", relation);
  sotay_docx_close (xml);
}

static void
write_page (xmlTextWriter *xml, gboolean landscape)
{
  sotay_docx_open (xml, "w:pgSz");
  sotay_docx_set_number (xml, "w:w", landscape ? LONG_SIDE : SHORT_SIDE);
  sotay_docx_set_number (xml, "w:h", landscape ? SHORT_SIDE : LONG_SIDE);
  if (landscape)
    sotay_docx_set (xml, "w:orient", "landscape");
  sotay_docx_close (xml);
  sotay_docx_open (xml, "w:pgMar");
  sotay_docx_set_number (xml, "w:top", ABOVE);
  sotay_docx_set_number (xml, "w:right", RIGHT);
  sotay_docx_set_number (xml, "w:bottom", BELOW);
  sotay_docx_set_number (xml, "w:left", LEFT);
  sotay_docx_set_number (xml, "w:header", HEADER);
  sotay_docx_set_number (xml, "w:footer", HEADER);
  sotay_docx_set_number (xml, "w:gutter", 0);
  sotay_docx_close (xml);
}

/* Each part counts its own pages and shows no number on its first. */
static void
write_section (xmlTextWriter *xml, const SotayReportPart *part)
{
  sotay_docx_open (xml, "w:sectPr");
  write_header_reference (xml, "default", SOTAY_DOCX_RELATION_HEADER);
  write_header_reference (xml, "first", SOTAY_DOCX_RELATION_FIRST_HEADER);
  sotay_docx_add (xml, "w:type", "nextPage");
  write_page (xml, part->landscape);
  sotay_docx_open (xml, "w:pgNumType");
  sotay_docx_set (xml, "w:start", "1");
  sotay_docx_close (xml);
  sotay_docx_add (xml, "w:titlePg", NULL);
  sotay_docx_close (xml);
}

static void
end_section (xmlTextWriter *xml, const SotayReportPart *part)
{
  sotay_docx_open (xml, "w:p");
  sotay_docx_open (xml, "w:pPr");
  sotay_docx_add (xml, "w:pStyle", sotay_docx_style_get_id (SOTAY_DOCX_GAP));
  write_section (xml, part);
  sotay_docx_close (xml);
  sotay_docx_close (xml);
}

static void
write_page_break (xmlTextWriter *xml)
{
  sotay_docx_open (xml, "w:p");
  sotay_docx_open (xml, "w:pPr");
  sotay_docx_add (xml, "w:pStyle", sotay_docx_style_get_id (SOTAY_DOCX_GAP));
  sotay_docx_add (xml, "w:pageBreakBefore", NULL);
  sotay_docx_close (xml);
  sotay_docx_close (xml);
}

static SotayDocxStyle
find_heading (guint level)
{
  return level <= 1 ? SOTAY_DOCX_HEADING_1 : level == 2 ? SOTAY_DOCX_HEADING_2 : SOTAY_DOCX_HEADING_3;
}

static SotayDocxStyle
find_style (SotayParagraphStyle style)
{
  static const SotayDocxStyle styles[] = {
    [SOTAY_PARAGRAPH_BODY] = SOTAY_DOCX_BODY,       [SOTAY_PARAGRAPH_ITEM] = SOTAY_DOCX_ITEM,
    [SOTAY_PARAGRAPH_LINE] = SOTAY_DOCX_LINE,       [SOTAY_PARAGRAPH_CENTRED] = SOTAY_DOCX_CENTRED,
    [SOTAY_PARAGRAPH_BASIS] = SOTAY_DOCX_BASIS,     [SOTAY_PARAGRAPH_NOTE] = SOTAY_DOCX_NOTE,
    [SOTAY_PARAGRAPH_DISPLAY] = SOTAY_DOCX_DISPLAY,
  };

  return styles[style];
}

static void
write_words (xmlTextWriter *xml, const SotayReportBlock *block, SotayDocxStyle style)
{
  sotay_docx_begin_paragraph (xml, style);
  if (style == SOTAY_DOCX_ITEM)
    sotay_docx_add_run (xml, "- ", SOTAY_RUN_PLAIN);
  for (guint i = 0; i < block->runs->len; i++)
    {
      const SotayRun *run = &g_array_index (block->runs, SotayRun, i);

      sotay_docx_add_run (xml, run->text, run->style);
    }
  sotay_docx_close (xml);
}

/* A paragraph after each: neighbours would become one table. */
static gboolean
write_table (Document *document, const SotayReportTable *table, GError **error)
{
  if (sotay_report_table_get_n_columns (table) == 0)
    return TRUE;
  if (!sotay_docx_write_table (document->xml, table, document->width, document->package, document->cancellable, error))
    return FALSE;
  sotay_docx_add_paragraph (document->xml, SOTAY_DOCX_GAP, NULL);
  return TRUE;
}

/* A QR code that could not be drawn is told in words. */
static void
place_pictures (Document *document, const SotayReportBlock *block)
{
  guint first = document->n_placed;

  for (guint i = first; i < document->pictures->len; i++)
    {
      const SotayDocxPicture *picture = document->pictures->pdata[i];

      if (picture->block != block)
        break;
      sotay_docx_write_picture (document->xml, picture, SOTAY_DOCX_FIRST_PICTURE + i);
      document->n_placed++;
    }
  if (document->n_placed == first)
    sotay_docx_add_paragraph (document->xml, SOTAY_DOCX_CENTRED, block->text);
}

static gboolean
write_block (Document *document, const SotayReportBlock *block, GError **error)
{
  switch (block->kind)
    {
    case SOTAY_REPORT_BLOCK_HEADING:
      write_words (document->xml, block, find_heading (block->level));
      return TRUE;
    case SOTAY_REPORT_BLOCK_PARAGRAPH:
      write_words (document->xml, block, find_style (block->style));
      return TRUE;
    case SOTAY_REPORT_BLOCK_TABLE:
      return write_table (document, block->table, error);
    case SOTAY_REPORT_BLOCK_CHART:
    case SOTAY_REPORT_BLOCK_QR:
      place_pictures (document, block);
      return TRUE;
    case SOTAY_REPORT_BLOCK_PAGE_BREAK:
    default:
      write_page_break (document->xml);
      return TRUE;
    }
}

static gboolean
write_part (Document *document, const SotayReportPart *part, GError **error)
{
  for (guint i = 0; i < part->blocks->len; i++)
    if (g_cancellable_set_error_if_cancelled (document->cancellable, error)
        || !write_block (document, part->blocks->pdata[i], error))
      return FALSE;
  return TRUE;
}

static gboolean
write_parts (Document *document, SotayReport *report, const SotayAdvance *advance, GError **error)
{
  for (guint i = 0; i < report->parts->len; i++)
    {
      const SotayReportPart *part = report->parts->pdata[i];

      document->width = sotay_docx_get_width (part);
      if (i > 0)
        end_section (document->xml, report->parts->pdata[i - 1]);
      else
        sotay_docx_write_front (document->xml, report, document->width);
      sotay_docx_write_annex_title (document->xml, part, document->width);
      if (!write_part (document, part, error))
        return FALSE;
      if (i == 0)
        sotay_docx_write_end (document->xml, report, document->width);
      sotay_advance_tell (advance, i + 1, report->parts->len);
    }
  return TRUE;
}

gboolean
sotay_docx_write_document (xmlTextWriter *xml, SotayReport *report, GPtrArray *pictures, SotayDocxPackage *package,
                           const SotayAdvance *advance, GCancellable *cancellable, GError **error)
{
  Document document = { xml, package, pictures, 0, 0, cancellable };

  sotay_docx_open (xml, "w:document");
  sotay_docx_set (xml, "xmlns:w", SOTAY_DOCX_W);
  sotay_docx_set (xml, "xmlns:r", SOTAY_DOCX_R);
  sotay_docx_open (xml, "w:body");
  if (!write_parts (&document, report, advance, error))
    return FALSE;
  write_section (xml, report->parts->pdata[report->parts->len - 1]);
  sotay_docx_close (xml);
  sotay_docx_close (xml);
  return TRUE;
}
