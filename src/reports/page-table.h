/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A table, row by row, with its head on each page. */
#pragma once

#include <gio/gio.h>

#include "reports/page-flow.h"

G_BEGIN_DECLS

/**
 * sotay_page_table_add:
 * @block: a table of the report
 *
 * No row is split, unless it is higher than a page: then line by line, with nothing lost.
 *
 * Returns: whether it was added; %FALSE when it was cancelled
 */
gboolean sotay_page_table_add (SotayPageFlow *flow, const SotayReportBlock *block, GCancellable *cancellable,
                               GError **error);

G_END_DECLS
