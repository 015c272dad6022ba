/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What another campaign makes of everybody at once. */
#pragma once

#include "register/record.h"
#include "register/sqlite/connection.h"

G_BEGIN_DECLS

/**
 * sotay_sqlite_follow_campaign:
 * @campaign: (nullable): the campaign as it is now
 * @utilities: whether it may require others than before
 * @employments: whether others may count than before
 *
 * Works out anew who counts, and the standing (register/standing.h) of everyone who has attended or practised. To be
 * called in the transaction that changed the campaign; the figures are left to sotay_entries_count_anew().
 *
 * Returns: %FALSE on error
 */
gboolean sotay_sqlite_follow_campaign (sqlite3 *db, SotayRecord *campaign, gboolean utilities, gboolean employments,
                                       GCancellable *cancellable, GError **error);

G_END_DECLS
