/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who came to the sessions of a month, and what people were taught by its end. */
#pragma once

#include "register/sqlite/connection.h"

G_BEGIN_DECLS

/**
 * sotay_sqlite_sum_months:
 *
 * See sotay_store_sum_months(). One pass over attendance and one over practice, however many months.
 */
GPtrArray *sotay_sqlite_sum_months (sqlite3 *db, const char *unit_id, GArray *spans, GError **error);

G_END_DECLS
