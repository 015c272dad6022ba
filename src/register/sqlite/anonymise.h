/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Taking a person out of the register for good. */
#pragma once

#include "register/sqlite/connection.h"

G_BEGIN_DECLS

/**
 * sotay_sqlite_anonymise_staff:
 *
 * See sotay_store_anonymise_staff().
 */
gboolean sotay_sqlite_anonymise_staff (sqlite3 *db, const char *id, const char *name, GError **error);

G_END_DECLS
