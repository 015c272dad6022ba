/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Units and staff as rows of the database. */
#pragma once

#include "register/sqlite/connection.h"
#include "register/staff.h"
#include "register/unit.h"

G_BEGIN_DECLS

/* What the reader of a person expects before the fields; "staff" is named s. */
#define SOTAY_SQLITE_STANDING_COLUMNS "s.counts, s.trained_since, s.passed_since"

/**
 * sotay_sqlite_list_columns:
 * @prefix: the table's name in the statement with a full stop, or empty
 *
 * Returns: (transfer full): "id, …": the columns of a record of @kind, in the order of its shape
 */
char *sotay_sqlite_list_columns (SotayRecordKind kind, const char *prefix);

/**
 * sotay_sqlite_read_fields:
 * @statement: stands on a row of sotay_sqlite_list_columns()
 * @error: %SOTAY_REGISTER_ERROR_CORRUPT when the row holds bytes that are not text
 *
 * Returns: (transfer full) (nullable): the record, `a{ss}`, without its id
 */
GVariant *sotay_sqlite_read_fields (sqlite3_stmt *statement, SotayRecordKind kind, GError **error);

/**
 * sotay_sqlite_read_unit, sotay_sqlite_read_staff, sotay_sqlite_read_entry:
 * @statement: stands on a row of sotay_sqlite_list_columns(); for a person with %SOTAY_SQLITE_STANDING_COLUMNS before
 * @error: %SOTAY_REGISTER_ERROR_CORRUPT when the row holds bytes that are not text
 *
 * Returns: (transfer full) (nullable): the entry of the row
 */
SotayUnit *sotay_sqlite_read_unit (sqlite3_stmt *statement, GError **error);
SotayStaff *sotay_sqlite_read_staff (sqlite3_stmt *statement, GError **error);
SotayRecord *sotay_sqlite_read_entry (sqlite3_stmt *statement, SotayRecordKind kind, GError **error);

/**
 * sotay_sqlite_bind_unit, sotay_sqlite_bind_staff:
 * @statement: one of those below
 *
 * Binds all columns of the entry; for a unit also what is computed from it. The place of a person who is inserted is
 * parameter %SOTAY_SQLITE_PLACE.
 */
#define SOTAY_SQLITE_PUT_UNIT                                                                                          \
  "INSERT INTO unit (id, name, parent_id, kind, opened_on, closed_on, ending, successor_id, sort_key) "                \
  "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9) "                                                                       \
  "ON CONFLICT (id) DO UPDATE SET name = ?2, parent_id = ?3, kind = ?4, opened_on = ?5, closed_on = ?6, ending = ?7, " \
  "successor_id = ?8, sort_key = ?9"
#define SOTAY_SQLITE_INSERT_STAFF                                                                                      \
  "INSERT INTO staff (id, name, unit_id, birth, position, code, phone, level, joined_on, left_on, trained_on, "        \
  "passed_on, note, employment, activated, reason, place, trained_since, passed_since) "                               \
  "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?11, ?12)"
#define SOTAY_SQLITE_UPDATE_STAFF                                                                                      \
  "UPDATE staff SET name = ?2, unit_id = ?3, birth = ?4, position = ?5, code = ?6, phone = ?7, level = ?8, "           \
  "joined_on = ?9, left_on = ?10, trained_on = ?11, passed_on = ?12, note = ?13, employment = ?14, activated = ?15, "  \
  "reason = ?16, trained_since = ?11, passed_since = ?12 WHERE id = ?1"
#define SOTAY_SQLITE_PLACE 17
void sotay_sqlite_bind_unit (sqlite3_stmt *statement, SotayUnit *unit);
void sotay_sqlite_bind_staff (sqlite3_stmt *statement, SotayStaff *staff);

/**
 * sotay_sqlite_refresh_keys:
 *
 * Computes every sort key again, and places everyone anew. To be called in a transaction.
 *
 * Returns: %FALSE on error
 */
gboolean sotay_sqlite_refresh_keys (sqlite3 *db, GError **error);

G_END_DECLS
