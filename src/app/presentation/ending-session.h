/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "app/presentation/session-choices.h"

G_BEGIN_DECLS

#define SOTAY_TYPE_ENDING_SESSION (sotay_ending_session_get_type ())
/**
 * SotayEndingSession:
 *
 * Which session a show is written to: one of the register, or a new one, which is filled in here.
 *
 * Signal "changed": another one is chosen.
 */
G_DECLARE_FINAL_TYPE (SotayEndingSession, sotay_ending_session, SOTAY, ENDING_SESSION, AdwBin)

/**
 * sotay_ending_session_set_choices:
 * @choices: (transfer none): what there is; must outlive the next call
 * @session_id: (nullable): the one to choose at first: %NULL for the only one there is, else a new one
 * @draft: what a new one begins with, beside the unit that holds it
 *
 * At a later call what was chosen and typed stays; a session that is gone gives way to a new one.
 */
void sotay_ending_session_set_choices (SotayEndingSession *session, SotaySessionChoices *choices,
                                       const char *session_id, SotayRecord *draft);

/**
 * sotay_ending_session_get:
 *
 * Returns: (transfer none) (nullable): the session of the register that is chosen; %NULL: a new one
 */
SotayRecord *sotay_ending_session_get (SotayEndingSession *session);

guint sotay_ending_session_count_there (SotayEndingSession *session); /* who came to the chosen one */

/**
 * sotay_ending_session_read:
 *
 * Returns: (transfer full) (nullable): the chosen one, or the new one as it was filled in; %NULL when that cannot be
 *   read, which its row says
 */
SotayRecord *sotay_ending_session_read (SotayEndingSession *session);

/**
 * sotay_ending_session_show_rule:
 * @field: the name of a field that breaks a rule
 *
 * Returns: whether a row says so
 */
gboolean sotay_ending_session_show_rule (SotayEndingSession *session, const char *field);

G_END_DECLS
