/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "register/store.h"

G_BEGIN_DECLS

#define SOTAY_TYPE_SQLITE_STORE (sotay_sqlite_store_get_type ())
G_DECLARE_FINAL_TYPE (SotaySqliteStore, sotay_sqlite_store, SOTAY, SQLITE_STORE, SotayStore)

/**
 * sotay_sqlite_store_new:
 * @path: the database file; made, with its folder, at the first use
 *
 * Returns: (transfer full): the store
 */
SotayStore *sotay_sqlite_store_new (const char *path);

/**
 * sotay_sqlite_store_set_backups:
 * @folder: where a copy is kept before the schema of an older version is changed
 *
 * To be called before the first use. Without it no copy is kept.
 */
void sotay_sqlite_store_set_backups (SotaySqliteStore *store, const char *folder);

G_END_DECLS
