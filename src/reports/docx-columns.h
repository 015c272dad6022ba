/* SPDX-License-Identifier: GPL-3.0-or-later */
/* For the writer of .docx only: how wide the columns of a table are, and how large its letters. */
#pragma once

#include "reports/docx-text.h"

G_BEGIN_DECLS

/**
 * sotay_docx_columns_divide:
 * @width: of the table, in twips
 * @sizes: (array zero-terminated=1): sizes of letters in points, the largest first
 * @size: (out): the index of the largest with which no word or number should break; else that of the smallest
 *
 * Returns: (transfer full): the columns' widths, which are together exactly @width
 */
int *sotay_docx_columns_divide (const SotayReportTable *table, int width, const int *sizes, guint *size);

G_END_DECLS
