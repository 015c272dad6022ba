/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "guide/render-queue.h"

#include "guide/guide-error.h"

#define IDLE_SECONDS 60
#define STRIKES 2        /* readers that jobs of one key may kill in a row */
#define MOST_FAILURES 12 /* jobs that may fail one after the other before the readers are given up */

struct _SotayRenderQueue
{
  gatomicrefcount references; /* of its owner and of each thread */
  char *program;
  char *document;
  guint most_threads;
  guint patience;
  GCancellable *closing;

  GMutex lock; /* for all that follows */
  GCond changed;
  GSequence *jobs;     /* of Job, the next one first */
  GHashTable *strikes; /* key → readers that its jobs killed since one was done */
  guint64 serial;
  guint n_threads;
  guint n_idle;
  guint n_urgent; /* jobs that wait and are not patient */
  guint n_failures; /* since the last job that was done */
};

typedef struct
{
  GTask *task;
  SotayRenderJob func;
  int key;
  int priority;
  gboolean patient;
  guint64 serial;
} Job;

static void
job_free (Job *job)
{
  g_object_unref (job->task);
  g_free (job);
}

static int
compare_jobs (gconstpointer a, gconstpointer b, gpointer data)
{
  const Job *first = a, *second = b;

  if (first->priority != second->priority)
    return first->priority < second->priority ? -1 : 1;
  return first->serial > second->serial ? -1 : first->serial < second->serial;
}

static void
queue_unref (SotayRenderQueue *queue)
{
  if (!g_atomic_ref_count_dec (&queue->references))
    return;
  g_free (queue->program);
  g_free (queue->document);
  g_object_unref (queue->closing);
  g_mutex_clear (&queue->lock);
  g_cond_clear (&queue->changed);
  g_sequence_free (queue->jobs);
  g_hash_table_unref (queue->strikes);
  g_free (queue);
}

/* With the lock. The next job, or NULL when the thread is to end. */
static Job *
wait_for_job (SotayRenderQueue *queue)
{
  gint64 end = g_get_monotonic_time () + IDLE_SECONDS * G_TIME_SPAN_SECOND;
  GSequenceIter *first;
  Job *job;

  queue->n_idle++;
  while (g_sequence_is_empty (queue->jobs) && !g_cancellable_is_cancelled (queue->closing)
         && g_cond_wait_until (&queue->changed, &queue->lock, end))
    ;
  queue->n_idle--;
  if (g_sequence_is_empty (queue->jobs))
    return NULL;
  first = g_sequence_get_begin_iter (queue->jobs);
  job = g_sequence_get (first);
  g_sequence_remove (first);
  if (!job->patient)
    queue->n_urgent--;
  return job;
}

/* With the lock. Whether the job may be tried at all. */
static gboolean
is_hopeful (SotayRenderQueue *queue, const Job *job, GError **error)
{
  guint strikes = GPOINTER_TO_UINT (g_hash_table_lookup (queue->strikes, GINT_TO_POINTER (job->key)));

  if (queue->n_failures >= MOST_FAILURES)
    g_set_error_literal (error, SOTAY_GUIDE_ERROR, SOTAY_GUIDE_ERROR_HELPER, "it ended again and again");
  else if (job->key >= 0 && strikes >= STRIKES)
    g_set_error_literal (error, SOTAY_GUIDE_ERROR, SOTAY_GUIDE_ERROR_PAGE, "the reader of PDFs dies of it");
  else
    return TRUE;
  return FALSE;
}

/* With the lock. Whether a job that failed is worth another try. One that took too long once would do so again. */
static gboolean
is_worth_another (SotayRenderQueue *queue, const Job *job, const GError *error)
{
  gpointer key = GINT_TO_POINTER (job->key);
  guint strikes = GPOINTER_TO_UINT (g_hash_table_lookup (queue->strikes, key));

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED)
      || g_error_matches (error, SOTAY_GUIDE_ERROR, SOTAY_GUIDE_ERROR_FILE))
    return FALSE;
  queue->n_failures++;
  if (g_error_matches (error, SOTAY_GUIDE_ERROR, SOTAY_GUIDE_ERROR_HELPER))
    return queue->n_failures < MOST_FAILURES;
  strikes = g_error_matches (error, G_IO_ERROR, G_IO_ERROR_TIMED_OUT) ? STRIKES : strikes + 1;
  if (job->key >= 0)
    g_hash_table_insert (queue->strikes, key, GUINT_TO_POINTER (strikes));
  return queue->n_failures < MOST_FAILURES && strikes < STRIKES;
}

/* With the lock, which is given back meanwhile. */
static void
do_job (SotayRenderQueue *queue, SotayHelperProcess *helper, Job *job)
{
  GError *error = NULL;
  gboolean done = FALSE, again = TRUE;

  for (guint tries = 0; again && is_hopeful (queue, job, &error); tries++)
    {
      g_mutex_unlock (&queue->lock);
      done = job->func (helper, job->task, queue->closing, &error);
      g_mutex_lock (&queue->lock);
      /* A reader that still runs has said that it cannot do this: that is an answer too. */
      if (done || sotay_helper_process_is_running (helper))
        {
          queue->n_failures = 0;
          g_hash_table_remove (queue->strikes, GINT_TO_POINTER (job->key));
        }
      again = !done && !sotay_helper_process_is_running (helper) && is_worth_another (queue, job, error)
              && tries + 1 < STRIKES;
      if (again)
        g_clear_error (&error);
    }
  if (done)
    return;
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_TIMED_OUT))
    {
      error->domain = SOTAY_GUIDE_ERROR;
      error->code = SOTAY_GUIDE_ERROR_PAGE;
    }
  g_task_return_error (job->task, error);
}

static gpointer
run (gpointer data)
{
  SotayRenderQueue *queue = data;
  g_autoptr (SotayHelperProcess) helper
      = sotay_helper_process_new (queue->program, queue->document, queue->patience);
  Job *job;

  g_mutex_lock (&queue->lock);
  while ((job = wait_for_job (queue)) != NULL)
    {
      if (g_cancellable_is_cancelled (queue->closing))
        g_task_return_new_error (job->task, G_IO_ERROR, G_IO_ERROR_CANCELLED, "the document was closed");
      else if (!g_task_return_error_if_cancelled (job->task))
        do_job (queue, helper, job);
      /* Freeing a job may free the document, which closes the queue. */
      g_mutex_unlock (&queue->lock);
      job_free (job);
      g_mutex_lock (&queue->lock);
    }
  queue->n_threads--;
  g_mutex_unlock (&queue->lock);
  queue_unref (queue);
  return NULL;
}

SotayRenderQueue *
sotay_render_queue_new (const char *program, const char *document, guint n_threads, guint patience)
{
  SotayRenderQueue *queue = g_new0 (SotayRenderQueue, 1);

  g_atomic_ref_count_init (&queue->references);
  queue->program = g_strdup (program);
  queue->document = g_strdup (document);
  queue->most_threads = n_threads;
  queue->patience = patience;
  queue->closing = g_cancellable_new ();
  g_mutex_init (&queue->lock);
  g_cond_init (&queue->changed);
  queue->jobs = g_sequence_new (NULL);
  queue->strikes = g_hash_table_new (NULL, NULL);
  return queue;
}

void
sotay_render_queue_push (SotayRenderQueue *queue, GTask *task, SotayRenderJob job, int key, int priority,
                         gboolean patient)
{
  Job *entry = g_new0 (Job, 1);
  gboolean more;

  entry->task = task;
  entry->func = job;
  entry->key = key;
  entry->priority = priority;
  entry->patient = patient;
  g_mutex_lock (&queue->lock);
  entry->serial = queue->serial++;
  g_sequence_insert_sorted (queue->jobs, entry, compare_jobs, NULL);
  if (!patient)
    queue->n_urgent++;
  more = queue->n_threads == 0 || (queue->n_urgent > queue->n_idle && queue->n_threads < queue->most_threads);
  if (more)
    queue->n_threads++;
  g_cond_signal (&queue->changed);
  g_mutex_unlock (&queue->lock);
  if (!more)
    return;
  g_atomic_ref_count_inc (&queue->references);
  g_thread_unref (g_thread_new ("pdf", run, queue));
}

void
sotay_render_queue_close (SotayRenderQueue *queue)
{
  g_mutex_lock (&queue->lock);
  g_cancellable_cancel (queue->closing);
  g_cond_broadcast (&queue->changed);
  g_mutex_unlock (&queue->lock);
  queue_unref (queue);
}
