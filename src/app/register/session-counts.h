/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "register/store.h"

G_BEGIN_DECLS

#define SOTAY_TYPE_SESSION_COUNTS (sotay_session_counts_get_type ())
/**
 * SotaySessionCounts:
 *
 * How many came to which session. Asks the register only for the sessions that were looked at, many in one question.
 *
 * Signal "changed": figures came.
 */
G_DECLARE_FINAL_TYPE (SotaySessionCounts, sotay_session_counts, SOTAY, SESSION_COUNTS, GObject)

SotaySessionCounts *sotay_session_counts_new (SotayStore *store); /* (transfer full) */

/**
 * sotay_session_counts_dup_text:
 *
 * Returns: (transfer full) (nullable): "42/60"; %NULL when it is not known yet, and is being asked for
 */
char *sotay_session_counts_dup_text (SotaySessionCounts *counts, SotayRecord *session);

void sotay_session_counts_outdate (SotaySessionCounts *counts); /* the register changed: all are asked for again */

G_END_DECLS
