/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The figures month by month. */
#pragma once

#include "register/sqlite/connection.h"

G_BEGIN_DECLS

/**
 * sotay_sqlite_list_trend:
 *
 * See sotay_store_list_trend(). One pass over the people, however many months.
 */
GArray *sotay_sqlite_list_trend (sqlite3 *db, const char *unit_id, const GDate *last, guint n_months, GError **error);

/**
 * sotay_sqlite_list_unit_months:
 *
 * See sotay_store_list_unit_months(). One pass over the people as well.
 */
GPtrArray *sotay_sqlite_list_unit_months (sqlite3 *db, const GDate *last, guint n_months, GError **error);

/**
 * sotay_sqlite_sum_months:
 *
 * See sotay_store_sum_months(). One pass over attendance and one over practice, however many months; in month-sums.c.
 */
GPtrArray *sotay_sqlite_sum_months (sqlite3 *db, const char *unit_id, GArray *spans, GError **error);

G_END_DECLS
