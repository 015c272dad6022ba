/* SPDX-License-Identifier: GPL-3.0-or-later */
/* For the writer of .docx only: the named styles, in points and twips (twentieths) as Nghị định 30 asks. */
#pragma once

#include "reports/docx-xml.h"

G_BEGIN_DECLS

#define SOTAY_DOCX_CELL_MARGIN 85 /* between the text and the border of its cell, in twips */

typedef enum
{
  SOTAY_DOCX_NORMAL,
  SOTAY_DOCX_HEADING_1,
  SOTAY_DOCX_HEADING_2,
  SOTAY_DOCX_HEADING_3,
  SOTAY_DOCX_TITLE,
  SOTAY_DOCX_SUBTITLE,
  SOTAY_DOCX_HEADER,
  SOTAY_DOCX_BODY,
  SOTAY_DOCX_ITEM,
  SOTAY_DOCX_LINE,
  SOTAY_DOCX_CENTRED,
  SOTAY_DOCX_BASIS,
  SOTAY_DOCX_NOTE,
  SOTAY_DOCX_DISPLAY,
  SOTAY_DOCX_COUNTRY,
  SOTAY_DOCX_MOTTO,
  SOTAY_DOCX_SUPERIOR,
  SOTAY_DOCX_ISSUER,
  SOTAY_DOCX_SYMBOL,
  SOTAY_DOCX_PLACE,
  SOTAY_DOCX_ATTACHED,
  SOTAY_DOCX_ADDRESSEE,     /* the only one */
  SOTAY_DOCX_ADDRESSEES,    /* the words above several */
  SOTAY_DOCX_ONE_ADDRESSEE, /* of several */
  SOTAY_DOCX_RULE, /* an empty line with a border above */
  SOTAY_DOCX_GAP,  /* an empty line between two tables */
  SOTAY_DOCX_AUTHORITY,
  SOTAY_DOCX_HINT,
  SOTAY_DOCX_SIGNATORY,
  SOTAY_DOCX_RECIPIENTS_LABEL,
  SOTAY_DOCX_RECIPIENT,
  SOTAY_DOCX_ANNEX,
  SOTAY_DOCX_N_STYLES
} SotayDocxStyle;

const char *sotay_docx_style_get_id (SotayDocxStyle style); /* (transfer none) */

int sotay_docx_style_get_size (SotayDocxStyle style); /* of its letters, in points */

/**
 * sotay_docx_table_sizes:
 *
 * The sizes of the letters of tables, in points, the largest first; 0 after the last. Each has two styles.
 */
extern const int sotay_docx_table_sizes[];

/**
 * sotay_docx_style_get_table_id:
 * @size: the index of a size
 * @head: of the head of the table, else of its cells
 */
const char *sotay_docx_style_get_table_id (guint size, gboolean head);

/**
 * sotay_docx_add_margins:
 * @beside: in twips, left and right
 *
 * Writes w:tblCellMar. Tables say it themselves too: not every program takes it from their style.
 */
void sotay_docx_add_margins (xmlTextWriter *xml, int beside);

void sotay_docx_write_styles (xmlTextWriter *xml); /* the whole part */

G_END_DECLS
