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

G_END_DECLS
