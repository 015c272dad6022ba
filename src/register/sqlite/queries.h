/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reading units, staff and figures; each function is the store operation of the same name. */
#pragma once

#include "register/sqlite/connection.h"
#include "register/store.h"

G_BEGIN_DECLS

/**
 * sotay_sqlite_list_units, …_get_staff, …_tally:
 *
 * See the function of SotayStore with the same name.
 */
GPtrArray *sotay_sqlite_list_units (sqlite3 *db, GError **error);
GPtrArray *sotay_sqlite_get_staff (sqlite3 *db, const char *const *ids, GError **error);
GPtrArray *sotay_sqlite_tally (sqlite3 *db, const GDate *day, GError **error);

/**
 * sotay_sqlite_collect_staff:
 * @statement: gives rows for sotay_sqlite_read_staff()
 * @staff: (element-type SotayStaff): receives the people
 *
 * Returns: %FALSE on error
 */
gboolean sotay_sqlite_collect_staff (sqlite3_stmt *statement, GPtrArray *staff, GError **error);

/**
 * sotay_sqlite_check_integrity:
 * @error: %SOTAY_REGISTER_ERROR_CORRUPT with the first finding
 *
 * Returns: whether every page, index and reference is whole, every figure kept is right and all words are indexed
 */
gboolean sotay_sqlite_check_integrity (sqlite3 *db, GError **error);

G_END_DECLS
