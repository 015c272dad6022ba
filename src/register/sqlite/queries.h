/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reading units, staff and figures; each function is the store operation of the same name. */
#pragma once

#include "register/sqlite/connection.h"
#include "register/staff-query.h"

G_BEGIN_DECLS

/**
 * sotay_sqlite_list_units, …_count_staff, …_list_staff, …_get_staff, …_tally:
 *
 * See the function of SotayStore with the same name.
 */
GPtrArray *sotay_sqlite_list_units (sqlite3 *db, GError **error);
gint64 sotay_sqlite_count_staff (sqlite3 *db, SotayStaffQuery *query, GError **error);
GPtrArray *sotay_sqlite_list_staff (sqlite3 *db, SotayStaffQuery *query, guint offset, guint limit, GError **error);
GPtrArray *sotay_sqlite_get_staff (sqlite3 *db, const char *const *ids, GError **error);
GPtrArray *sotay_sqlite_tally (sqlite3 *db, const GDate *day, GError **error);

/**
 * sotay_sqlite_check_integrity:
 * @error: %SOTAY_REGISTER_ERROR_CORRUPT with SQLite's first finding
 *
 * Returns: whether every page, index and reference is whole
 */
gboolean sotay_sqlite_check_integrity (sqlite3 *db, GError **error);

G_END_DECLS
