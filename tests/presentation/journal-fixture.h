/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A lesson that is given by a clock of its own, and its journal. */
#pragma once

#include "presentation/journal.h"

G_BEGIN_DECLS

#define JOURNAL_STOPS "10:15 3:7"
#define JOURNAL_STARTED G_GINT64_CONSTANT (1764000000000000)
#define JOURNAL_SESSION "0193a1b2-0000-7000-8000-000000000001"

/* What was shown in the lesson of journal_give_lesson(), as journal_describe_timeline() tells it. */
#define JOURNAL_TIMELINE \
  "title 0 0-1000; list 0 1000-3500; U3/utility 3 3500-63500; U3/utility 3 663500-663507; " \
  "U3/check-1 3 663507-672507; U3/solution-1 3 672507-672507; "

/**
 * journal_begin_show:
 * @clock: what the show takes for the time, in microseconds
 * @unfinished: (nullable): a show to continue
 *
 * Returns: (transfer full): a show of JOURNAL_STOPS that has begun
 */
SotayShow *journal_begin_show (SotayCatalogue *catalogue, gint64 *clock, const SotayUnfinished *unfinished);

void journal_give_lesson (SotayShow *show, gint64 *clock); /* with a jump, a break and hands */

char *journal_describe_timeline (SotayTimeline *timeline); /* (transfer full): "slide utility start-end; …" */
void journal_assert_timeline (SotayTimeline *timeline, const char *expected);

SotayUnfinished *journal_load (SotayJournal *journal);       /* (transfer full) (nullable) */
SotayUnfinished *journal_load_from (const char *path);       /* (transfer full) (nullable) */

/* Follows the lesson, and leaves the journal as a program that ends without recording it. */
void journal_leave_lesson (SotayCatalogue *catalogue, const char *path);

G_END_DECLS
