/* SPDX-License-Identifier: GPL-3.0-or-later */
/* For the readers of tables only: workbooks of LibreOffice and others, OpenDocument. */
#pragma once

#include "register/table-package.h"
#include "register/table-sheet.h"

G_BEGIN_DECLS

/**
 * sotay_table_ods_read:
 * @sheets: (element-type SotayTableSheet): receives the sheets
 *
 * Returns: whether the workbook was read
 */
gboolean sotay_table_ods_read (SotayTablePackage *package, GPtrArray *sheets, gsize *memory,
                               GCancellable *cancellable, GError **error);

G_END_DECLS
