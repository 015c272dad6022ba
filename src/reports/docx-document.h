/* SPDX-License-Identifier: GPL-3.0-or-later */
/* For the writer of .docx only: the part that holds the words. */
#pragma once

#include "reports/docx-package.h"
#include "reports/docx-text.h"

#include "core/advance.h"

G_BEGIN_DECLS

/**
 * SotayDocxPicture:
 * @bytes: a PNG
 * @block: the block that it shows, or a part of it
 * @width, @height: on paper, in millimetres
 * @words: (nullable): for those who do not see it
 */
typedef struct
{
  GBytes *bytes;
  const SotayReportBlock *block;
  double width;
  double height;
  char *words;
} SotayDocxPicture;

/**
 * sotay_docx_get_width, sotay_docx_get_height:
 *
 * Returns: the room between the margins of a part's pages, in twips
 */
int sotay_docx_get_width (const SotayReportPart *part);
int sotay_docx_get_height (const SotayReportPart *part);

/**
 * sotay_docx_list_pictures:
 *
 * Returns: (transfer full) (element-type SotayDocxPicture): the report's pictures, in their order: one or more for
 *   each chart, one for each QR code whose text is not too long
 */
GPtrArray *sotay_docx_list_pictures (SotayReport *report);

/**
 * sotay_docx_write_picture:
 * @id: the number of its relation, "rId" before it, and of itself
 *
 * Writes a paragraph with a picture.
 */
void sotay_docx_write_picture (xmlTextWriter *xml, const SotayDocxPicture *picture, guint id);

/**
 * sotay_docx_write_document:
 * @pictures: as sotay_docx_list_pictures(); the first has the relation SOTAY_DOCX_FIRST_PICTURE
 *
 * Returns: whether the part was written
 */
gboolean sotay_docx_write_document (xmlTextWriter *xml, SotayReport *report, GPtrArray *pictures,
                                    SotayDocxPackage *package, const SotayAdvance *advance, GCancellable *cancellable,
                                    GError **error);

/* The relations of the document, named in word/_rels/document.xml.rels. */
#define SOTAY_DOCX_RELATION_STYLES "rId1"
#define SOTAY_DOCX_RELATION_SETTINGS "rId2"
#define SOTAY_DOCX_RELATION_HEADER "rId3"
#define SOTAY_DOCX_RELATION_FIRST_HEADER "rId4"
#define SOTAY_DOCX_FIRST_PICTURE 5

G_END_DECLS
