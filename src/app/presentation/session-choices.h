/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The sessions that a show can be tied to, and the units that can hold one. */
#pragma once

#include "app/register/unit-names.h"
#include "register/store.h"

G_BEGIN_DECLS

/**
 * SotaySessionChoices:
 * @names: the units
 * @sessions: (element-type SotayRecord): the session that was asked for, when it is there, then those of the day
 * @there: (element-type guint): for each of them how many came
 */
typedef struct
{
  SotayUnitNames *names;
  GPtrArray *sessions;
  GArray *there;
} SotaySessionChoices;

void sotay_session_choices_free (SotaySessionChoices *choices);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SotaySessionChoices, sotay_session_choices_free)

/**
 * sotay_session_choices_load_async:
 * @session_id: (nullable): a session of any day
 * @day: the day of the others
 *
 * Reads them in a thread.
 */
void sotay_session_choices_load_async (SotayStore *store, const char *session_id, const GDate *day,
                                       GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data);
SotaySessionChoices *sotay_session_choices_load_finish (GAsyncResult *result, GError **error); /* (transfer full) */

/**
 * sotay_session_choices_find:
 * @session_id: (nullable)
 *
 * Returns: its place among the sessions, or -1
 */
int sotay_session_choices_find (SotaySessionChoices *choices, const char *session_id);

/**
 * sotay_session_choices_get_unit:
 *
 * Returns: (transfer none) (nullable): the id of the unit that a new session is held by: the first that is open on @day
 */
const char *sotay_session_choices_get_unit (SotaySessionChoices *choices, const GDate *day);

G_END_DECLS
