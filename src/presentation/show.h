/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A lesson that is being shown: where it stands, and what the wall looks like. Both windows follow it. */
#pragma once

#include "presentation/check-tally.h"
#include "presentation/deck.h"
#include "presentation/slide-layout.h"
#include "presentation/timeline.h"

G_BEGIN_DECLS

typedef enum
{
  SOTAY_CURTAIN_NONE,
  SOTAY_CURTAIN_BLACK,
  SOTAY_CURTAIN_WHITE,
} SotayCurtain;

typedef enum
{
  SOTAY_CODE_HIDDEN, /* only on slides of its own */
  SOTAY_CODE_CORNER, /* small, in a corner of every slide */
  SOTAY_CODE_FULL,   /* as large as the wall */
} SotayCodeMode;

#define SOTAY_TYPE_SHOW (sotay_show_get_type ())
/**
 * SotayShow:
 *
 * Properties, all notifying: "index" (uint: the slide), "part" (uint), "curtain" (#SotayCurtain as int), "code"
 * (#SotayCodeMode as int), "paused" (boolean: a break).
 * Signal "moved" (int direction): another slide or part is shown, after "index" and "part" were set: 1 onwards, -1
 * back, 0 a jump.
 * Signal "wall-changed": the layouts are other ones.
 *
 * Going anywhere lifts the curtain, puts the full code away and ends a break, also where there is nowhere to go.
 */
G_DECLARE_FINAL_TYPE (SotayShow, sotay_show, SOTAY, SHOW, GObject)

/**
 * sotay_show_new:
 * @deck: what is shown
 *
 * Returns: (transfer full): the show, at its first slide; the clock stands until sotay_show_begin()
 */
SotayShow *sotay_show_new (SotayDeck *deck);

/**
 * sotay_show_begin:
 * @slide_id: (nullable): where to begin; %NULL for the first slide
 * @elapsed: what the show has lasted already, in milliseconds: of one that is continued
 * @timeline: (nullable): what was shown already, which is added to
 *
 * The wall is there: the clock runs.
 */
void sotay_show_begin (SotayShow *show, const char *slide_id, gint64 elapsed, SotayTimeline *timeline);

gint64 sotay_show_get_now (SotayShow *show); /* milliseconds since the show began, those before it was continued too */

SotayDeck *sotay_show_get_deck (SotayShow *show);            /* (transfer none) */
SotayTimeline *sotay_show_get_timeline (SotayShow *show);    /* (transfer none): up to now */
SotayCheckTally *sotay_show_get_tally (SotayShow *show);     /* (transfer none) */

/**
 * sotay_show_set_wall:
 *
 * What the slides are set for. The slide stays; its part becomes the one that begins with the same text.
 */
void sotay_show_set_wall (SotayShow *show, const SotayWall *wall);
const SotayWall *sotay_show_get_wall (SotayShow *show); /* (transfer none); 1920×1080, dark, until it is set */

/**
 * sotay_show_get_layout:
 * @index: a slide
 *
 * Returns: (transfer none): its layout for the wall, kept for a while
 */
SotaySlideLayout *sotay_show_get_layout (SotayShow *show, guint index);

guint sotay_show_get_index (SotayShow *show);
guint sotay_show_get_part (SotayShow *show);
SotaySlide *sotay_show_get_slide (SotayShow *show); /* (transfer none): the one that is shown */

/**
 * sotay_show_get_next:
 * @index: (out): the slide that comes next
 * @part: (out): its part
 *
 * Returns: whether there is one
 */
gboolean sotay_show_get_next (SotayShow *show, guint *index, guint *part);

gboolean sotay_show_forward (SotayShow *show); /* whether there was a next part or slide */
gboolean sotay_show_back (SotayShow *show);    /* whether there was one before */

void sotay_show_go_to (SotayShow *show, guint index); /* a jump: sotay_show_return() leads back */

/**
 * sotay_show_go_to_utility:
 * @utility: 1 … 16
 *
 * Returns: whether the lesson has it
 */
gboolean sotay_show_go_to_utility (SotayShow *show, guint utility);

gboolean sotay_show_return (SotayShow *show); /* to where the last jump came from; whether there was one */

void sotay_show_set_curtain (SotayShow *show, SotayCurtain curtain);
SotayCurtain sotay_show_get_curtain (SotayShow *show);
void sotay_show_set_code (SotayShow *show, SotayCodeMode mode);
SotayCodeMode sotay_show_get_code (SotayShow *show);
void sotay_show_set_paused (SotayShow *show, gboolean paused); /* a break: its time counts for no utility */
gboolean sotay_show_get_paused (SotayShow *show);

/**
 * sotay_show_get_planned:
 *
 * Returns: what the plan gives to all stops up to the end of the present one, in milliseconds; on a slide of no utility
 *   up to the end of the stop before
 */
gint64 sotay_show_get_planned (SotayShow *show);

G_END_DECLS
