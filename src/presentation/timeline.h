/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What was on the wall, and for how long. Times are milliseconds since the show began, while the program ran. */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * SotayTimelineEntry:
 * @slide_id: what was shown
 * @utility: whose it is, 1 … 16, or 0
 * @start: when it came, in milliseconds since the show began
 * @end: when the next came, or the last time that is known
 */
typedef struct
{
  char *slide_id;
  guint utility;
  gint64 start;
  gint64 end;
} SotayTimelineEntry;

#define SOTAY_TYPE_TIMELINE (sotay_timeline_get_type ())
G_DECLARE_FINAL_TYPE (SotayTimeline, sotay_timeline, SOTAY, TIMELINE, GObject)

SotayTimeline *sotay_timeline_new (void); /* (transfer full): nothing was shown yet */

/**
 * sotay_timeline_show:
 * @utility: 0 when the slide belongs to none
 * @now: not before the times given so far, else the last of these counts
 *
 * A slide comes on the wall; the one before ends.
 */
void sotay_timeline_show (SotayTimeline *timeline, const char *slide_id, guint utility, gint64 now);

/**
 * sotay_timeline_pause:
 *
 * A break begins: what is shown from here on counts for nothing until the next sotay_timeline_show().
 */
void sotay_timeline_pause (SotayTimeline *timeline, gint64 now);

void sotay_timeline_tick (SotayTimeline *timeline, gint64 now); /* the slide is still there */

GPtrArray *sotay_timeline_get_entries (SotayTimeline *timeline); /* (transfer none) (element-type SotayTimelineEntry) */
gint64 sotay_timeline_get_elapsed (SotayTimeline *timeline);     /* of the show without breaks, in milliseconds */

/**
 * sotay_timeline_get_utility:
 * @utility: 1 … 16
 *
 * Returns: how long its slides were on the wall, in milliseconds
 */
gint64 sotay_timeline_get_utility (SotayTimeline *timeline, guint utility);

/* A utility counts as covered when it was on the wall for this long at least, or its last step was. */
#define SOTAY_TIMELINE_COVERED (60 * 1000)

guint sotay_timeline_get_shown (SotayTimeline *timeline); /* the set of utilities of which a slide was shown */

G_END_DECLS
