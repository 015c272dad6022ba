/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The lines of a journal: a head, then what happened, a JSON object each. Read as if a stranger had written them. */
#pragma once

#include "presentation/journal.h"

G_BEGIN_DECLS

#define SOTAY_JOURNAL_LARGEST (16 * 1024 * 1024)
#define SOTAY_JOURNAL_LONGEST_LINE (64 * 1024)

/**
 * sotay_journal_file_parse:
 * @text: any bytes
 *
 * Leaves out every line that makes no sense, and a last one without its end.
 *
 * Returns: (transfer full) (nullable): the show; %NULL when the first line is no head
 */
SotayUnfinished *sotay_journal_file_parse (const char *text, gsize length);

/* Each adds one line, or the lines of a whole record, to @lines. */
void sotay_journal_file_add_head (GString *lines, SotayLessonPlan *plan, const char *session_id, gint64 started);
void sotay_journal_file_add_timeline (GString *lines, SotayTimeline *timeline, gboolean paused);
void sotay_journal_file_add_slide (GString *lines, gint64 at, const char *slide_id);
void sotay_journal_file_add_pause (GString *lines, gint64 at);
void sotay_journal_file_add_tick (GString *lines, gint64 at); /* the slide is still there */
void sotay_journal_file_add_tally (GString *lines, gint64 at, SotayCheckTally *tally);
void sotay_journal_file_add_session (GString *lines, gint64 at, const char *session_id); /* @session_id nullable */

G_END_DECLS
