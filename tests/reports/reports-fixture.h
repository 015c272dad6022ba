/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reports to write: one as offices have them, and others full of what nobody should type. */
#pragma once

#include "reports/report.h"

G_BEGIN_DECLS

/**
 * fixture_make_month_report:
 * @n_units: rows of its annex
 *
 * Returns: (transfer full): a ward's report of a month, with tables, charts, signatures and an annex that lies on its
 *   side
 */
SotayReport *fixture_make_month_report (guint n_units);

/**
 * fixture_make_random_report:
 *
 * Returns: (transfer full): any report at all, hostile in every field
 */
SotayReport *fixture_make_random_report (GRand *chance);

G_END_DECLS
