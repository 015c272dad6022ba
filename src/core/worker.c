/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/worker.h"

struct _SotayWorker
{
  GThreadPool *thread;
};

typedef struct
{
  GTask *task;
  GTaskThreadFunc func;
} Job;

/* The worker whose job this thread runs. The job's task may hold the last reference to the object that owns the
 * worker, which is then freed on its own thread and must not wait for itself. */
static GPrivate running;

static void
run_job (gpointer data, gpointer user_data)
{
  g_autofree Job *job = data;
  GTask *task = job->task;

  g_private_set (&running, user_data);
  if (!g_task_return_error_if_cancelled (task))
    job->func (task, g_task_get_source_object (task), g_task_get_task_data (task), g_task_get_cancellable (task));
  g_object_unref (task);
  g_private_set (&running, NULL);
}

SotayWorker *
sotay_worker_new (void)
{
  SotayWorker *worker = g_new0 (SotayWorker, 1);

  worker->thread = g_thread_pool_new (run_job, worker, 1, FALSE, NULL);
  return worker;
}

void
sotay_worker_push (SotayWorker *worker, GTask *task, GTaskThreadFunc func)
{
  Job *job = g_new0 (Job, 1);

  job->task = task;
  job->func = func;
  g_thread_pool_push (worker->thread, job, NULL);
}

void
sotay_worker_free (SotayWorker *worker)
{
  g_thread_pool_free (worker->thread, FALSE, g_private_get (&running) != worker);
  g_free (worker);
}
