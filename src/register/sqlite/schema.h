/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which database is ours, and how it comes to the schema of this program. */
#pragma once

#include "register/sqlite/connection.h"

G_BEGIN_DECLS

/**
 * sotay_sqlite_schema_version:
 *
 * Returns: the schema that this program reads and writes
 */
int sotay_sqlite_schema_version (void);

/**
 * sotay_sqlite_prepare_schema:
 * @db: a connection just opened
 * @shared: see sotay_sqlite_adopt()
 * @backups: (nullable): the folder where a copy is kept before the schema is changed
 * @error: %SOTAY_REGISTER_ERROR_NEWER or %SOTAY_REGISTER_ERROR_CORRUPT; then the file was not touched
 *
 * Checks that the file is a register, adopts it, and brings its schema and its sort keys up to date.
 *
 * Returns: whether @db may be used
 */
gboolean sotay_sqlite_prepare_schema (sqlite3 *db, gboolean shared, const char *backups, GError **error);

/**
 * sotay_sqlite_check_ours:
 * @error: %SOTAY_REGISTER_ERROR_NEWER or %SOTAY_REGISTER_ERROR_CORRUPT
 *
 * Returns: whether @db holds a register of a schema that this program knows
 */
gboolean sotay_sqlite_check_ours (sqlite3 *db, GError **error);

G_END_DECLS
