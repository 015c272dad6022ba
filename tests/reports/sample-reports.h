/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reports of all shapes, made up, for the tests of the writers. */
#pragma once

#include "reports/report.h"

G_BEGIN_DECLS

/**
 * sample_report:
 * @name: one of sample_report_names
 *
 * Returns: (transfer full) (nullable): the report of this name
 */
SotayReport *sample_report (const char *name);

extern const char *const sample_report_names[]; /* (array zero-terminated=1) */

/**
 * sample_annex:
 * @n_rows: how many units it has
 *
 * Returns: (transfer full): a report with a table of eight columns
 */
SotayReport *sample_annex (guint n_rows);

G_END_DECLS
