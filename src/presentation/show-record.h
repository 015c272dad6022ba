/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a show writes into the register: proposed from what was on the wall, changed by the trainer, one step. */
#pragma once

#include "presentation/check-tally.h"
#include "presentation/deck.h"
#include "presentation/timeline.h"
#include "register/session.h"
#include "register/store.h"

G_BEGIN_DECLS

/**
 * SotayShowItem:
 * @utility: 1 … 16
 * @shown: how long it was on the wall, in milliseconds
 * @planned: the minutes of the plan; 0 when the plan does not have it
 * @covered: it is written as taught; to be changed
 * @minutes: 1 … SOTAY_SESSION_MOST_MINUTES; to be changed
 * @asked: whether hands were counted for its quick check
 * @share: of right answers among these
 * @understood: whether they are enough, see SOTAY_CHECK_PASS
 */
typedef struct
{
  guint utility;
  gint64 shown;
  guint planned;
  gboolean covered;
  guint minutes;
  gboolean asked;
  double share;
  gboolean understood;
} SotayShowItem;

/**
 * sotay_show_record_propose:
 * @deck: what could be shown
 * @timeline: what was
 * @tally: the hands
 *
 * A utility is proposed as covered when it was on the wall for SOTAY_TIMELINE_COVERED at least, or its last step was.
 *
 * Returns: (transfer full) (element-type SotayShowItem): the utilities of the plan in its order, then the others that
 *   were shown
 */
GArray *sotay_show_record_propose (SotayDeck *deck, SotayTimeline *timeline, SotayCheckTally *tally);

guint sotay_show_record_get_covered (GArray *items);    /* the set of utilities that are written as taught */
guint sotay_show_record_get_understood (GArray *items); /* of these, those that the room understood */

/**
 * sotay_show_record_new_session:
 * @title: what it is called
 * @unit_id: (nullable): the unit that holds it
 * @started: when the show began, µs since 1970 (UTC)
 * @elapsed: how long it has lasted while the program ran, in milliseconds
 * @now: the time, µs since 1970
 *
 * Returns: (transfer full): a session of the day of @started that ends now; on another day, as of a show that is
 *   continued, it ends after @elapsed, at 23:59 at the latest. One of less than a minute has no end.
 */
SotayRecord *sotay_show_record_new_session (const char *title, const char *unit_id, gint64 started, gint64 elapsed,
                                            gint64 now);

/**
 * sotay_show_record_fill:
 * @session: a session, new or not
 *
 * Returns: (transfer full): @session with what was taught added to what it has
 */
SotayRecord *sotay_show_record_fill (SotayRecord *session, GArray *items);

/**
 * SotayShowRecord:
 * @before: (nullable): the session as it is; %NULL for a new one
 * @after: the session as it shall be
 * @practised: the utilities that everyone who was there has practised; a better mark stays
 * @day: the day of the practice
 */
typedef struct
{
  SotayRecord *before;
  SotayRecord *after;
  guint practised;
  GDate day;
} SotayShowRecord;

/**
 * sotay_show_record_new:
 * @before: (nullable)
 *
 * Returns: (transfer full): the record
 */
SotayShowRecord *sotay_show_record_new (SotayRecord *before, SotayRecord *after, guint practised, const GDate *day);
void sotay_show_record_free (gpointer record);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SotayShowRecord, sotay_show_record_free)

/**
 * sotay_show_record_make_step:
 * @record: (type SotayShowRecord): what to write
 * @error: %SOTAY_REGISTER_ERROR_INVALID with the field's name; also "unit_id" when the unit of a new session is gone,
 *   or is not open on its day
 *
 * Asks the store, so it takes its time. A store refuses the step when the session is no longer @before
 * (%SOTAY_REGISTER_ERROR_CONFLICT), and with practice when anything was changed since (%SOTAY_REGISTER_ERROR_OUTDATED).
 *
 * Returns: (transfer full) (nullable): one step
 */
SotayStep *sotay_show_record_make_step (SotayStore *store, gpointer record, GCancellable *cancellable, GError **error);

G_END_DECLS
