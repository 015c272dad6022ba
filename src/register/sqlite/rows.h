/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Units and staff as rows of the database. */
#pragma once

#include "register/sqlite/connection.h"
#include "register/staff.h"
#include "register/unit.h"

G_BEGIN_DECLS

/* The columns that the readers below expect, in this order; "unit" is named u and "staff" s. */
#define SOTAY_SQLITE_UNIT_COLUMNS "u.id, u.parent_id, u.name"
#define SOTAY_SQLITE_STAFF_COLUMNS                                                                                    \
  "s.id, s.name, s.unit_id, s.birth, s.position, s.code, s.phone, s.level, s.joined_on, s.left_on, s.trained_on, "    \
  "s.passed_on, s.note"

/**
 * sotay_sqlite_read_unit, sotay_sqlite_read_staff:
 * @statement: stands on a row
 * @error: %SOTAY_REGISTER_ERROR_CORRUPT when the row holds bytes that are not text
 *
 * Returns: (transfer full) (nullable): the entry of the row
 */
SotayUnit *sotay_sqlite_read_unit (sqlite3_stmt *statement, GError **error);
SotayStaff *sotay_sqlite_read_staff (sqlite3_stmt *statement, GError **error);

/**
 * sotay_sqlite_bind_unit, sotay_sqlite_bind_staff:
 * @statement: one of the two below
 *
 * Binds all columns of the entry, with what is computed from it: the folded words and the sort key.
 */
#define SOTAY_SQLITE_PUT_UNIT                                                                                          \
  "INSERT INTO unit (id, parent_id, name, folded, sort_key) VALUES (?1, ?2, ?3, ?4, ?5) "                              \
  "ON CONFLICT (id) DO UPDATE SET parent_id = ?2, name = ?3, folded = ?4, sort_key = ?5"
#define SOTAY_SQLITE_PUT_STAFF                                                                                         \
  "INSERT INTO staff (id, name, unit_id, birth, position, code, phone, level, joined_on, left_on, trained_on, "        \
  "passed_on, note, folded, sort_key) "                                                                                \
  "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15) "                                         \
  "ON CONFLICT (id) DO UPDATE SET name = ?2, unit_id = ?3, birth = ?4, position = ?5, code = ?6, phone = ?7, "         \
  "level = ?8, joined_on = ?9, left_on = ?10, trained_on = ?11, passed_on = ?12, note = ?13, folded = ?14, "           \
  "sort_key = ?15"
void sotay_sqlite_bind_unit (sqlite3_stmt *statement, SotayUnit *unit);
void sotay_sqlite_bind_staff (sqlite3_stmt *statement, SotayStaff *staff);

/**
 * sotay_sqlite_refresh_keys:
 *
 * Computes every sort key again. To be called in a transaction.
 *
 * Returns: %FALSE on error
 */
gboolean sotay_sqlite_refresh_keys (sqlite3 *db, GError **error);

G_END_DECLS
