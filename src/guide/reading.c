/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "guide/reading.h"

#include "core/text.h"
#include "core/worker.h"
#include "guide/reading-file.h"
#include "guide/shelf.h"

#define SECONDS_BEFORE_WRITING 1
#define PDF_ENDING ".pdf"

struct _SotayReading
{
  GObject parent_instance;

  char *path;
  guint n_pages;
  SotayReadingState *state;
  GHashTable *changes;      /* page → its new name, or NULL for removed; what the file does not have yet */
  gboolean place_changed;
  gboolean writing;
  guint timeout;
  SotayWorker *worker;
};

/* Where what is read at first comes from. */
typedef struct
{
  char *path;
  guint n_pages;
} Origin;

/* What a worker puts into the file. */
typedef struct
{
  char *path;
  guint n_pages;
  SotayReadingState *state; /* as known here; afterwards as written */
  GHashTable *changes;
  gboolean place_changed;
} Job;

enum
{
  BOOKMARKS_CHANGED,
  FAILED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SotayReading, sotay_reading, G_TYPE_OBJECT)

static void plan_to_write (SotayReading *self);

static void
origin_free (gpointer data)
{
  Origin *origin = data;

  g_free (origin->path);
  g_free (origin);
}

static void
job_free (gpointer data)
{
  Job *job = data;

  g_free (job->path);
  sotay_reading_state_free (job->state);
  g_hash_table_unref (job->changes);
  g_free (job);
}

static GHashTable *
new_changes (void)
{
  return g_hash_table_new_full (NULL, NULL, NULL, g_free);
}

static gboolean
has_changes (SotayReading *self)
{
  return self->place_changed || g_hash_table_size (self->changes) > 0;
}

static Job *
take_job (SotayReading *self)
{
  Job *job = g_new0 (Job, 1);

  job->path = g_strdup (self->path);
  job->n_pages = self->n_pages;
  job->state = sotay_reading_state_copy (self->state);
  job->changes = self->changes;
  job->place_changed = self->place_changed;
  self->changes = new_changes ();
  self->place_changed = FALSE;
  return job;
}

static void
apply (SotayReadingState *state, GHashTable *changes)
{
  GHashTableIter iter;
  gpointer index, name;

  g_hash_table_iter_init (&iter, changes);
  while (g_hash_table_iter_next (&iter, &index, &name))
    sotay_reading_state_mark (state, GPOINTER_TO_UINT (index), name);
}

/* The file may hold what another program has written since; one that is gone or damaged holds nothing. */
static gboolean
do_job (Job *job, GError **error)
{
  SotayReadingState *now = sotay_reading_file_read (job->path, job->n_pages);

  if (now != NULL)
    {
      apply (now, job->changes);
      if (job->place_changed)
        {
          now->index = job->state->index;
          now->y = job->state->y;
        }
      sotay_reading_state_free (job->state);
      job->state = now;
    }
  return sotay_reading_file_write (job->path, job->state, error);
}

static void
write_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  GError *error = NULL;

  if (do_job (data, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/* Takes what another program had marked, without losing what was changed here meanwhile. */
static void
take_state (SotayReading *self, const SotayReadingState *written)
{
  SotayReadingState *state = sotay_reading_state_copy (written);
  guint n_before = self->state->bookmarks->len;
  gboolean same = FALSE;

  apply (state, self->changes);
  same = state->bookmarks->len == n_before;
  for (guint i = 0; same && i < n_before; i++)
    {
      const SotayBookmark *bookmark = g_ptr_array_index (state->bookmarks, i);
      const SotayBookmark *old = g_ptr_array_index (self->state->bookmarks, i);

      same = bookmark->index == old->index && g_str_equal (bookmark->name, old->name);
    }
  state->index = self->state->index;
  state->y = self->state->y;
  sotay_reading_state_free (self->state);
  self->state = state;
  if (!same)
    g_signal_emit (self, signals[BOOKMARKS_CHANGED], 0);
}

static void
put_back (SotayReading *self, Job *job)
{
  GHashTableIter iter;
  gpointer index, name;

  self->place_changed = self->place_changed || job->place_changed;
  g_hash_table_iter_init (&iter, job->changes);
  while (g_hash_table_iter_next (&iter, &index, &name))
    if (!g_hash_table_contains (self->changes, index))
      g_hash_table_insert (self->changes, index, g_strdup (name));
}

static void
written_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autofree GWeakRef *weak = data;
  g_autoptr (SotayReading) self = g_weak_ref_get (weak);
  g_autoptr (GError) error = NULL;
  Job *job = g_task_get_task_data (G_TASK (result));
  gboolean written = g_task_propagate_boolean (G_TASK (result), &error);

  g_weak_ref_clear (weak);
  if (self == NULL)
    return;
  self->writing = FALSE;
  if (!written)
    {
      put_back (self, job);
      g_signal_emit (self, signals[FAILED], 0, error);
      return;
    }
  take_state (self, job->state);
  if (has_changes (self))
    plan_to_write (self);
}

static gboolean
write_cb (gpointer data)
{
  SotayReading *self = data;
  GWeakRef *weak = g_new0 (GWeakRef, 1);
  GTask *task = NULL;

  g_weak_ref_init (weak, self);
  task = g_task_new (NULL, NULL, written_cb, weak);
  g_task_set_source_tag (task, write_cb);
  g_task_set_task_data (task, take_job (self), job_free);
  self->timeout = 0;
  self->writing = TRUE;
  sotay_worker_push (self->worker, task, write_in_thread);
  return G_SOURCE_REMOVE;
}

static void
plan_to_write (SotayReading *self)
{
  if (self->timeout == 0 && !self->writing)
    self->timeout = g_timeout_add_seconds (SECONDS_BEFORE_WRITING, write_cb, self);
}

static void
sotay_reading_dispose (GObject *object)
{
  SotayReading *self = SOTAY_READING (object);

  g_clear_handle_id (&self->timeout, g_source_remove);
  g_clear_pointer (&self->worker, sotay_worker_free);
  /* On this thread: the program may be about to end. */
  if (has_changes (self))
    {
      Job *job = take_job (self);
      g_autoptr (GError) error = NULL;

      if (!do_job (job, &error))
        g_debug ("%s: %s", self->path, error->message);
      job_free (job);
    }
  G_OBJECT_CLASS (sotay_reading_parent_class)->dispose (object);
}

static void
sotay_reading_finalize (GObject *object)
{
  SotayReading *self = SOTAY_READING (object);

  g_free (self->path);
  g_clear_pointer (&self->state, sotay_reading_state_free);
  g_clear_pointer (&self->changes, g_hash_table_unref);
  G_OBJECT_CLASS (sotay_reading_parent_class)->finalize (object);
}

static void
sotay_reading_class_init (SotayReadingClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sotay_reading_dispose;
  G_OBJECT_CLASS (klass)->finalize = sotay_reading_finalize;
  signals[BOOKMARKS_CHANGED] = g_signal_new ("bookmarks-changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                             NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[FAILED] = g_signal_new ("failed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_ERROR);
}

static void
sotay_reading_init (SotayReading *self)
{
  self->changes = new_changes ();
  self->worker = sotay_worker_new ();
}

static char *
build_path (SotayManualCopy *copy)
{
  const char *pdf = sotay_manual_copy_get_path (copy);
  gsize length = strlen (pdf) - (g_str_has_suffix (pdf, PDF_ENDING) ? strlen (PDF_ENDING) : 0);
  g_autofree char *stem = g_strndup (pdf, length);

  return g_strconcat (stem, SOTAY_SHELF_READING_ENDING, NULL);
}

static void
read_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const Origin *origin = data;
  SotayReadingState *state = sotay_reading_file_read (origin->path, origin->n_pages);

  g_task_return_pointer (task, state != NULL ? state : sotay_reading_state_new (),
                         (GDestroyNotify) sotay_reading_state_free);
}

void
sotay_reading_open_async (SotayManualCopy *copy, GCancellable *cancellable, GAsyncReadyCallback callback,
                          gpointer data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, data);
  Origin *origin = g_new0 (Origin, 1);

  origin->path = build_path (copy);
  origin->n_pages = sotay_manual_copy_get_pages (copy);
  g_task_set_source_tag (task, sotay_reading_open_async);
  g_task_set_task_data (task, origin, origin_free);
  g_task_run_in_thread (task, read_in_thread);
}

SotayReading *
sotay_reading_open_finish (GAsyncResult *result, GError **error)
{
  const Origin *origin = NULL;
  SotayReadingState *state = NULL;
  SotayReading *self = NULL;

  g_return_val_if_fail (g_async_result_is_tagged (result, sotay_reading_open_async), NULL);

  state = g_task_propagate_pointer (G_TASK (result), error);
  if (state == NULL)
    return NULL;
  origin = g_task_get_task_data (G_TASK (result));
  self = g_object_new (SOTAY_TYPE_READING, NULL);
  self->path = g_strdup (origin->path);
  self->n_pages = origin->n_pages;
  self->state = state;
  return self;
}

guint
sotay_reading_get_place (SotayReading *self, double *y)
{
  g_return_val_if_fail (SOTAY_IS_READING (self), 0);

  if (y != NULL)
    *y = self->state->y;
  return self->state->index;
}

void
sotay_reading_set_place (SotayReading *self, guint index, double y)
{
  g_return_if_fail (SOTAY_IS_READING (self));

  /* Only whole points are kept: a hair's breadth is not worth writing. */
  y = (double) (gint64) MAX (y, 0);
  if (index >= self->n_pages || (self->state->index == index && self->state->y == y))
    return;
  self->state->index = index;
  self->state->y = y;
  self->place_changed = TRUE;
  plan_to_write (self);
}

GPtrArray *
sotay_reading_get_bookmarks (SotayReading *self)
{
  g_return_val_if_fail (SOTAY_IS_READING (self), NULL);

  return self->state->bookmarks;
}

/* Returns NULL for a name that says nothing. */
static char *
tidy_name (const char *name)
{
  g_autofree char *tidy = sotay_text_tidy (name);
  g_autofree char *start = NULL;

  if (tidy == NULL || *tidy == '\0')
    return NULL;
  if (g_utf8_strlen (tidy, -1) <= SOTAY_LONGEST_BOOKMARK)
    return g_steal_pointer (&tidy);
  start = g_utf8_substring (tidy, 0, SOTAY_LONGEST_BOOKMARK);
  return sotay_text_tidy (start);
}

gboolean
sotay_reading_set_bookmark (SotayReading *self, guint index, const char *name)
{
  g_autofree char *tidy = name != NULL ? tidy_name (name) : NULL;

  g_return_val_if_fail (SOTAY_IS_READING (self), FALSE);
  g_return_val_if_fail (index < self->n_pages, FALSE);

  if ((name != NULL && tidy == NULL) || !sotay_reading_state_mark (self->state, index, tidy))
    return FALSE;
  g_hash_table_insert (self->changes, GUINT_TO_POINTER (index), g_steal_pointer (&tidy));
  plan_to_write (self);
  g_signal_emit (self, signals[BOOKMARKS_CHANGED], 0);
  return TRUE;
}

const SotayBookmark *
sotay_reading_find_bookmark (SotayReading *self, guint index)
{
  g_return_val_if_fail (SOTAY_IS_READING (self), NULL);

  return sotay_reading_state_find (self->state, index);
}
