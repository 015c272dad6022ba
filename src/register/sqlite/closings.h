/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Units that have ended: nobody is in one after its last day, and no unit that goes on is below one. */
#pragma once

#include "register/sqlite/connection.h"
#include "register/step.h"

G_BEGIN_DECLS

/**
 * sotay_sqlite_check_closings:
 * @step: a step whose changes are written; what it leaves as it was is not looked at
 * @error: %SOTAY_REGISTER_ERROR_INVALID "unit_id" or "parent_id" for someone or something in a unit that has ended;
 *   %SOTAY_REGISTER_ERROR_CONFLICT for a unit that ends although somebody came into it meanwhile
 *
 * Returns: whether the step keeps the rule
 */
gboolean sotay_sqlite_check_closings (sqlite3 *db, SotayStep *step, GError **error);

G_END_DECLS
