/* SPDX-License-Identifier: GPL-3.0-or-later */
/* When what was committed goes from SQLite's log into the database itself. */
#pragma once

#include "register/sqlite/connection.h"
#include "register/store.h"

G_BEGIN_DECLS

/**
 * SotayCheckpoints:
 *
 * SQLite brings its log into the database within a commit, which then takes many times as long as the others. This
 * waits until nothing has been committed for a while, and leaves it to a commit only when very much has come together,
 * or when the store's main context does not turn.
 */
typedef struct _SotayCheckpoints SotayCheckpoints;

SotayCheckpoints *sotay_checkpoints_new (SotayStore *store); /* (transfer full): of @store, which it does not hold */
void sotay_checkpoints_free (SotayCheckpoints *checkpoints); /* while @store is finalized */

/**
 * sotay_checkpoints_watch:
 * @db: (nullable): the connection of the store; %NULL before it is closed. It is used in the store's turn
 */
void sotay_checkpoints_watch (SotayCheckpoints *checkpoints, sqlite3 *db);

G_END_DECLS
