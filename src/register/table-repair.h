/* SPDX-License-Identifier: GPL-3.0-or-later */
/* For the readers of tables only: text that was typed in an old font (TCVN3, VNI) stands in a workbook as Latin letters
 * and signs: "NguyÔn V¨n An". Finds the columns that have it, and makes true Vietnamese of them. */
#pragma once

#include <glib.h>

#include "core/encoding.h"

G_BEGIN_DECLS

typedef struct _SotayTableRepair SotayTableRepair;

/**
 * sotay_table_repair_new:
 *
 * Returns: (transfer full): one that knows nothing of the sheet yet
 */
SotayTableRepair *sotay_table_repair_new (void);

void sotay_table_repair_free (SotayTableRepair *repair);

/**
 * sotay_table_repair_learn:
 *
 * Looks at a cell.
 */
void sotay_table_repair_learn (SotayTableRepair *repair, guint column, const char *text);

/**
 * sotay_table_repair_is_sated:
 *
 * Returns: whether enough was seen
 */
gboolean sotay_table_repair_is_sated (const SotayTableRepair *repair);

/**
 * sotay_table_repair_decide:
 * @encoding: (out): what most of the sheet is in
 *
 * Returns: whether there is something to repair, beyond doubt
 */
gboolean sotay_table_repair_decide (SotayTableRepair *repair, SotayEncoding *encoding);

/**
 * sotay_table_repair_dup:
 * @text: a cell of the sheet, before it is tidied
 *
 * Returns: (transfer full) (nullable): true Vietnamese, or %NULL when @text is to stay as it is
 */
char *sotay_table_repair_dup (const SotayTableRepair *repair, guint column, const char *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SotayTableRepair, sotay_table_repair_free)

G_END_DECLS
