/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The change log: doing, undoing and redoing steps, each all or nothing. */
#pragma once

#include "register/sqlite/connection.h"
#include "register/step.h"

G_BEGIN_DECLS

/**
 * sotay_sqlite_log_apply:
 *
 * See sotay_store_apply().
 */
gboolean sotay_sqlite_log_apply (sqlite3 *db, SotayStep *step, GCancellable *cancellable, GError **error);

/**
 * sotay_sqlite_log_undo, sotay_sqlite_log_redo:
 *
 * See sotay_store_undo() and sotay_store_redo().
 */
SotayStep *sotay_sqlite_log_undo (sqlite3 *db, gint64 expected, GCancellable *cancellable, GError **error);
SotayStep *sotay_sqlite_log_redo (sqlite3 *db, GCancellable *cancellable, GError **error);

/**
 * sotay_sqlite_log_mark:
 *
 * See sotay_store_mark_log().
 */
gboolean sotay_sqlite_log_mark (sqlite3 *db, SotayMarkScope scope, SotayLogMark *mark, GError **error);

/**
 * sotay_sqlite_log_list:
 *
 * See sotay_store_list_steps().
 */
GPtrArray *sotay_sqlite_log_list (sqlite3 *db, guint limit, GError **error);

/**
 * sotay_sqlite_log_get:
 *
 * See sotay_store_get_step().
 */
SotayStep *sotay_sqlite_log_get (sqlite3 *db, gint64 number, guint limit, GError **error);

/**
 * sotay_sqlite_log_list_history:
 *
 * See sotay_store_list_history().
 */
GPtrArray *sotay_sqlite_log_list_history (sqlite3 *db, const char *id, GError **error);

G_END_DECLS
