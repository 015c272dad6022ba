/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The show as it is being given, on the disk: so that it can be continued after a crash. */
#pragma once

#include <gio/gio.h>

#include "presentation/show.h"

G_BEGIN_DECLS

/**
 * SotayUnfinished:
 * @plan: what is taught
 * @session_id: (nullable): the session that it is tied to
 * @started: when it began, µs since 1970 (UTC)
 * @slide_id: (nullable): what was shown last
 * @elapsed: how long it had lasted, in milliseconds
 * @timeline: what was shown
 * @tally: the hands counted
 *
 * A show that was not ended.
 */
typedef struct
{
  SotayLessonPlan *plan;
  char *session_id;
  gint64 started;
  char *slide_id;
  gint64 elapsed;
  SotayTimeline *timeline;
  SotayCheckTally *tally;
} SotayUnfinished;

void sotay_unfinished_free (SotayUnfinished *unfinished);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SotayUnfinished, sotay_unfinished_free)

#define SOTAY_TYPE_JOURNAL (sotay_journal_get_type ())
/**
 * SotayJournal:
 *
 * Follows a show and writes a line for each change and now and then, on a thread of its own, each flushed to the disk.
 * The file is private (0600) and holds nothing of a person. While a show is followed it is locked: another program
 * neither sees it nor writes over it.
 *
 * Signal "failed" (#GError): a line could not be written; told once. The show goes on.
 */
G_DECLARE_FINAL_TYPE (SotayJournal, sotay_journal, SOTAY, JOURNAL, GObject)

/**
 * sotay_journal_new:
 * @path: the file
 *
 * Returns: (transfer full): a journal that follows nothing yet
 */
SotayJournal *sotay_journal_new (const char *path);

/**
 * sotay_journal_load_async:
 *
 * Looks for a show that was not ended.
 */
void sotay_journal_load_async (SotayJournal *journal, GCancellable *cancellable, GAsyncReadyCallback callback,
                               gpointer data);

/**
 * sotay_journal_load_finish:
 * @error: %G_IO_ERROR_CANCELLED; a file that is missing, damaged or a stranger's is no error, and no show. A last line
 *   that is cut off is left out.
 *
 * Returns: (transfer full) (nullable): the show
 */
SotayUnfinished *sotay_journal_load_finish (SotayJournal *journal, GAsyncResult *result, GError **error);

/**
 * sotay_journal_follow:
 * @show: a show that has begun
 * @session_id: (nullable): the session that it is tied to
 * @started: µs since 1970 (UTC)
 *
 * Writes the whole record so far in place of the file, then what happens. Once for each journal.
 */
void sotay_journal_follow (SotayJournal *journal, SotayShow *show, const char *session_id, gint64 started);

void sotay_journal_set_session (SotayJournal *journal, const char *session_id); /* (nullable): tied to another */

/**
 * sotay_journal_close_async:
 *
 * The show was recorded, or nobody wants it: follows no more and removes the file, also one that was only loaded.
 */
void sotay_journal_close_async (SotayJournal *journal, GAsyncReadyCallback callback, gpointer data);
gboolean sotay_journal_close_finish (SotayJournal *journal, GAsyncResult *result, GError **error);

G_END_DECLS
