/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the rules (register/standing.h) make of the register, kept with each person so that figures are counts. */
#pragma once

#include "register/sqlite/entries.h"
#include "register/staff-standing.h"

G_BEGIN_DECLS

/**
 * sotay_sqlite_renew_standings:
 * @entries: what the changes were written with; not finished yet
 * @changes: (element-type SotayChange): what was just written, in this transaction
 * @undo: whether the changes were taken back
 * @error: also %SOTAY_REGISTER_ERROR_INVALID "joined_on" when a person would be in two units at once
 *
 * Works the standing out again of everyone whom the changes concern: by their own record, attendance or practice, by a
 * session that they attended, by the campaign.
 *
 * Returns: whether it was done
 */
gboolean sotay_sqlite_renew_standings (SotayEntries *entries, sqlite3 *db, GPtrArray *changes, gboolean undo,
                                       GCancellable *cancellable, GError **error);

/**
 * sotay_sqlite_explain_staff:
 *
 * See sotay_store_explain_staff().
 */
SotayStaffStanding *sotay_sqlite_explain_staff (sqlite3 *db, const char *id, GError **error);

/**
 * sotay_sqlite_check_standings:
 * @error: %SOTAY_REGISTER_ERROR_CORRUPT when somebody's is not what the rules make of the register
 *
 * Returns: whether all that is kept of standings is right
 */
gboolean sotay_sqlite_check_standings (sqlite3 *db, GError **error);

G_END_DECLS
