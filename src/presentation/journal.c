/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "presentation/journal-private.h"

#include "core/paths.h"
#include "core/system.h"
#include "core/worker.h"
#include "guide/small-file.h"
#include "presentation/journal-file.h"

#include <glib/gstdio.h>
#include <string.h>

#define INTERVAL 10000 /* between ticks, in milliseconds */
#define LOCK_ENDING ".lock"
/* Whoever only reads a journal holds its lock for a moment, for which who begins one waits. */
#define LOCK_TRIALS 50
#define LOCK_REST (20 * G_TIME_SPAN_MILLISECOND)

/* The file, on the worker's thread only. */
typedef struct
{
  char *path;
  char *lock_path;
  int lock;         /* held while a show is followed: no other program may write over its journal */
  int fd;           /* -1 until the file was made */
  gint64 good;      /* bytes of whole lines in the file */
  GString *waiting; /* lines that the file does not have yet */
} Ink;

struct _SotayJournal
{
  GObject parent_instance;

  SotayWorker *worker;
  Ink *ink;
  SotayShow *show;
  char *slide_id;  /* what was written down last: "" for nothing yet, NULL for a break */
  GString *unsent; /* lines for the worker */
  guint interval;
  guint timeout;
  gboolean writing;
  gboolean followed;
  gboolean failed;
};

enum
{
  FAILED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SotayJournal, sotay_journal, G_TYPE_OBJECT)

static void push_lines (SotayJournal *self);

static Ink *
ink_new (const char *path)
{
  Ink *ink = g_new0 (Ink, 1);

  ink->path = g_strdup (path);
  ink->lock_path = g_strconcat (path, LOCK_ENDING, NULL);
  ink->lock = -1;
  ink->fd = -1;
  ink->waiting = g_string_new (NULL);
  return ink;
}

static void
ink_release (Ink *ink)
{
  if (ink->fd >= 0)
    sotay_system_close (ink->fd, ink->path, NULL);
  if (ink->lock >= 0)
    sotay_system_unlock (ink->lock, ink->lock_path);
  ink->fd = -1;
  ink->lock = -1;
}

static void
ink_free (Ink *ink)
{
  ink_release (ink);
  g_free (ink->path);
  g_free (ink->lock_path);
  g_string_free (ink->waiting, TRUE);
  g_free (ink);
}

static gboolean
ink_lock (Ink *ink, guint n_trials, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (ink->path);

  if (ink->lock >= 0)
    return TRUE;
  if (!sotay_paths_make_private (folder, error))
    return FALSE;
  for (guint i = 0; ink->lock < 0 && i < n_trials; i++)
    {
      if (i > 0)
        g_usleep (LOCK_REST);
      ink->lock = sotay_system_lock (ink->lock_path);
    }
  if (ink->lock < 0)
    g_set_error (error, G_IO_ERROR, G_IO_ERROR_BUSY, "%s: cannot be locked", ink->lock_path);
  return ink->lock >= 0;
}

/* Puts all that was written so far in place of the file in one step, then goes on behind it. */
static gboolean
ink_begin (Ink *ink, guint n_trials, GError **error)
{
  if (!ink_lock (ink, n_trials, error) || !sotay_small_file_write (ink->path, ink->waiting->str, error))
    return FALSE;
  ink->fd = sotay_system_open_file (ink->path, 0600, error);
  return ink->fd >= 0;
}

static gboolean
ink_append (Ink *ink, GError **error)
{
  /* A line may have been half written when the disk was full. */
  return sotay_system_truncate (ink->fd, ink->path, ink->good, error)
         && sotay_system_write (ink->fd, ink->path, ink->waiting->str, ink->waiting->len, error)
         && sotay_system_sync (ink->fd, ink->path, error);
}

/* What cannot be written waits for the next time. */
static gboolean
ink_write (Ink *ink, guint n_trials, GError **error)
{
  if (!(ink->fd < 0 ? ink_begin (ink, n_trials, error) : ink_append (ink, error)))
    return FALSE;
  ink->good += (gint64) ink->waiting->len;
  g_string_truncate (ink->waiting, 0);
  return TRUE;
}

static SotayUnfinished *
ink_read (Ink *ink)
{
  gboolean was_locked = ink->lock >= 0;
  g_autofree char *text = NULL;
  gsize length = 0;

  if (!g_file_test (ink->path, G_FILE_TEST_EXISTS) || !ink_lock (ink, 1, NULL))
    return NULL;
  text = sotay_small_file_read (ink->path, SOTAY_JOURNAL_LARGEST, &length);
  if (!was_locked)
    ink_release (ink);
  return text != NULL ? sotay_journal_file_parse (text, length) : NULL;
}

/* A show that another program follows is left alone. */
static gboolean
ink_remove (Ink *ink, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (ink->path);
  gboolean removed = TRUE;

  g_string_truncate (ink->waiting, 0);
  if (!g_file_test (ink->path, G_FILE_TEST_EXISTS) || !ink_lock (ink, 1, NULL))
    return TRUE;
  if (ink->fd >= 0)
    sotay_system_close (ink->fd, ink->path, NULL);
  ink->fd = -1;
  if (g_unlink (ink->path) != 0 && g_file_test (ink->path, G_FILE_TEST_EXISTS))
    {
      g_set_error (error, G_FILE_ERROR, G_FILE_ERROR_FAILED, "%s: cannot be removed", ink->path);
      removed = FALSE;
    }
  /* A show that was recorded must not come back when the power fails. */
  removed = removed && sotay_system_sync_folder (folder, error);
  ink_release (ink);
  return removed;
}

typedef struct
{
  Ink *ink;
  char *lines;
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  g_free (job->lines);
  g_free (job);
}

static void
write_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Job *job = data;
  GError *error = NULL;

  g_string_append (job->ink->waiting, job->lines);
  if (ink_write (job->ink, LOCK_TRIALS, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
written_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autofree GWeakRef *weak = data;
  g_autoptr (SotayJournal) self = g_weak_ref_get (weak);
  g_autoptr (GError) error = NULL;

  g_weak_ref_clear (weak);
  if (self == NULL)
    return;
  self->writing = FALSE;
  if (!g_task_propagate_boolean (G_TASK (result), &error) && !self->failed)
    {
      self->failed = TRUE;
      g_signal_emit (self, signals[FAILED], 0, error);
    }
  push_lines (self);
}

static Job *
take_job (SotayJournal *self)
{
  Job *job = g_new0 (Job, 1);

  job->ink = self->ink;
  job->lines = g_string_free (self->unsent, FALSE);
  self->unsent = g_string_new (NULL);
  return job;
}

/* The task does not keep the journal alive: whoever lets it go wants its last lines written. */
static void
push_lines (SotayJournal *self)
{
  GWeakRef *weak = NULL;
  GTask *task = NULL;

  if (self->writing || self->unsent->len == 0)
    return;
  weak = g_new0 (GWeakRef, 1);
  g_weak_ref_init (weak, self);
  task = g_task_new (NULL, NULL, written_cb, weak);
  g_task_set_source_tag (task, push_lines);
  g_task_set_task_data (task, take_job (self), job_free);
  self->writing = TRUE;
  sotay_worker_push (self->worker, task, write_in_thread);
}

static gboolean
tick_cb (gpointer data)
{
  SotayJournal *self = data;

  sotay_journal_file_add_tick (self->unsent, sotay_show_get_now (self->show));
  push_lines (self);
  return G_SOURCE_CONTINUE;
}

static void
set_ticking (SotayJournal *self, gboolean ticking)
{
  if (!ticking)
    g_clear_handle_id (&self->timeout, g_source_remove);
  else if (self->timeout == 0)
    self->timeout = g_timeout_add (self->interval, tick_cb, self);
}

/* Writes down what is on the wall, when that is something else. */
static void
note_wall (SotayJournal *self)
{
  gboolean paused = sotay_show_get_paused (self->show);
  const char *slide_id = paused ? NULL : sotay_slide_get_id (sotay_show_get_slide (self->show));

  if (g_strcmp0 (slide_id, self->slide_id) == 0)
    return;
  g_free (self->slide_id);
  self->slide_id = g_strdup (slide_id);
  if (paused)
    sotay_journal_file_add_pause (self->unsent, sotay_show_get_now (self->show));
  else
    sotay_journal_file_add_slide (self->unsent, sotay_show_get_now (self->show), slide_id);
  set_ticking (self, !paused);
  push_lines (self);
}

static void
counted_cb (SotayJournal *self)
{
  sotay_journal_file_add_tally (self->unsent, sotay_show_get_now (self->show), sotay_show_get_tally (self->show));
  push_lines (self);
}

static void
stop_following (SotayJournal *self)
{
  set_ticking (self, FALSE);
  if (self->show == NULL)
    return;
  g_signal_handlers_disconnect_by_data (self->show, self);
  g_signal_handlers_disconnect_by_data (sotay_show_get_tally (self->show), self);
  g_clear_object (&self->show);
}

static void
sotay_journal_dispose (GObject *object)
{
  SotayJournal *self = SOTAY_JOURNAL (object);
  g_autoptr (GError) error = NULL;

  stop_following (self);
  g_clear_pointer (&self->worker, sotay_worker_free);
  /* On this thread: the program may be about to end. */
  g_string_append (self->ink->waiting, self->unsent->str);
  g_string_truncate (self->unsent, 0);
  if (self->ink->waiting->len > 0 && !ink_write (self->ink, 1, &error))
    g_debug ("%s", error->message);
  G_OBJECT_CLASS (sotay_journal_parent_class)->dispose (object);
}

static void
sotay_journal_finalize (GObject *object)
{
  SotayJournal *self = SOTAY_JOURNAL (object);

  g_clear_pointer (&self->ink, ink_free);
  g_string_free (self->unsent, TRUE);
  g_free (self->slide_id);
  G_OBJECT_CLASS (sotay_journal_parent_class)->finalize (object);
}

static void
sotay_journal_class_init (SotayJournalClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = sotay_journal_dispose;
  object_class->finalize = sotay_journal_finalize;
  signals[FAILED] = g_signal_new ("failed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_ERROR);
}

static void
sotay_journal_init (SotayJournal *self)
{
  self->worker = sotay_worker_new ();
  self->interval = INTERVAL;
  self->slide_id = g_strdup ("");
  self->unsent = g_string_new (NULL);
}

SotayJournal *
sotay_journal_new (const char *path)
{
  SotayJournal *self = g_object_new (SOTAY_TYPE_JOURNAL, NULL);

  self->ink = ink_new (path);
  return self;
}

void
sotay_journal_set_interval (SotayJournal *self, guint interval)
{
  g_return_if_fail (!self->followed);

  self->interval = interval;
}

/* The answer alone keeps the journal alive, and is freed on this thread: so the journal never ends on the worker's. */
static void
ask_worker (SotayJournal *self, GTask *answer, GAsyncReadyCallback callback, GTaskThreadFunc func)
{
  GTask *task = g_task_new (NULL, NULL, callback, answer);

  g_task_set_source_tag (task, ask_worker);
  g_task_set_task_data (task, self->ink, NULL);
  sotay_worker_push (self->worker, task, func);
}

static void
load_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  g_task_return_pointer (task, ink_read (data), (GDestroyNotify) sotay_unfinished_free);
}

static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) answer = data;

  g_task_return_pointer (answer, g_task_propagate_pointer (G_TASK (result), NULL),
                         (GDestroyNotify) sotay_unfinished_free);
}

void
sotay_journal_load_async (SotayJournal *self, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data)
{
  GTask *answer = g_task_new (self, cancellable, callback, data);

  g_task_set_source_tag (answer, sotay_journal_load_async);
  ask_worker (self, answer, loaded_cb, load_in_thread);
}

SotayUnfinished *
sotay_journal_load_finish (SotayJournal *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_async_result_is_tagged (result, sotay_journal_load_async), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

void
sotay_journal_follow (SotayJournal *self, SotayShow *show, const char *session_id, gint64 started)
{
  SotayLessonPlan *plan = sotay_deck_get_plan (sotay_show_get_deck (show));

  g_return_if_fail (!self->followed);

  self->followed = TRUE;
  self->show = g_object_ref (show);
  sotay_journal_file_add_head (self->unsent, plan, session_id, started);
  sotay_journal_file_add_timeline (self->unsent, sotay_show_get_timeline (show), sotay_show_get_paused (show));
  counted_cb (self);
  note_wall (self);
  g_signal_connect_object (show, "moved", G_CALLBACK (note_wall), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (show, "notify::paused", G_CALLBACK (note_wall), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (sotay_show_get_tally (show), "changed", G_CALLBACK (counted_cb), self, G_CONNECT_SWAPPED);
}

void
sotay_journal_set_session (SotayJournal *self, const char *session_id)
{
  if (self->show == NULL)
    return;
  sotay_journal_file_add_session (self->unsent, sotay_show_get_now (self->show), session_id);
  push_lines (self);
}

static void
remove_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  GError *error = NULL;

  if (ink_remove (data, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
removed_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) answer = data;
  GError *error = NULL;

  if (g_task_propagate_boolean (G_TASK (result), &error))
    g_task_return_boolean (answer, TRUE);
  else
    g_task_return_error (answer, error);
}

void
sotay_journal_close_async (SotayJournal *self, GAsyncReadyCallback callback, gpointer data)
{
  GTask *answer = g_task_new (self, NULL, callback, data);

  stop_following (self);
  g_string_truncate (self->unsent, 0);
  g_task_set_source_tag (answer, sotay_journal_close_async);
  ask_worker (self, answer, removed_cb, remove_in_thread);
}

gboolean
sotay_journal_close_finish (SotayJournal *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_async_result_is_tagged (result, sotay_journal_close_async), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
