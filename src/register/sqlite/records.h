/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reading the records of all kinds but units and staff. */
#pragma once

#include "register/record.h"
#include "register/sqlite/connection.h"

G_BEGIN_DECLS

/**
 * sotay_sqlite_list_records:
 *
 * See sotay_store_list_records().
 */
GPtrArray *sotay_sqlite_list_records (sqlite3 *db, SotayRecordKind kind, int field, const char *const *values,
                                      GError **error);

G_END_DECLS
