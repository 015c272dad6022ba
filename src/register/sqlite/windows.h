/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Windows of rows of long lists of people. */
#pragma once

#include "register/sqlite/connection.h"
#include "register/staff-query.h"

G_BEGIN_DECLS

/**
 * SotayWindows:
 *
 * Remembers of the lists looked at last at which place every 128th row stands, so that no window has to be counted up
 * to from the top. Of one connection; what it knows is forgotten when the register changes.
 */
typedef struct _SotayWindows SotayWindows;

SotayWindows *sotay_windows_new (sqlite3 *db); /* (transfer full): for @db as long as that is open */
void sotay_windows_free (SotayWindows *windows);

/**
 * sotay_windows_count, sotay_windows_list:
 *
 * See sotay_store_count_staff() and sotay_store_list_staff().
 */
gint64 sotay_windows_count (SotayWindows *windows, SotayStaffQuery *query, GError **error);
GPtrArray *sotay_windows_list (SotayWindows *windows, SotayStaffQuery *query, guint offset, guint limit,
                               GError **error);

G_END_DECLS
