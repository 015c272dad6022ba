/* SPDX-License-Identifier: GPL-3.0-or-later */
/* For the reader of .xlsx only: one sheet. */
#pragma once

#include "register/table-sheet.h"
#include "register/table-strings.h"

G_BEGIN_DECLS

/**
 * SotayTableBook:
 * @strings: the texts that cells share
 * @formats: (element-type SotayTableFormat): for each style of cells what it shows
 * @since_1904: days are counted from 1904
 */
typedef struct
{
  SotayTableStrings *strings;
  GArray *formats;
  gboolean since_1904;
} SotayTableBook;

/**
 * sotay_table_xlsx_read_sheet:
 * @part: its name in @package
 *
 * Reads all rows into @sheet.
 *
 * Returns: whether it was read to its end
 */
gboolean sotay_table_xlsx_read_sheet (SotayTablePackage *package, const char *part, const SotayTableBook *book,
                                      SotayTableSheet *sheet, GError **error);

G_END_DECLS
