/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One thread that runs tasks in the order in which they came. */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

typedef struct _SotayWorker SotayWorker;

/**
 * sotay_worker_new:
 *
 * Returns: (transfer full): a worker whose thread starts with its first task
 */
SotayWorker *sotay_worker_new (void);

/**
 * sotay_worker_push:
 * @worker: the worker
 * @task: (transfer full): answered in the main context it was made in
 * @func: runs on the worker's thread and must return the task; not called when the task is cancelled before its turn
 */
void sotay_worker_push (SotayWorker *worker, GTask *task, GTaskThreadFunc func);

/**
 * sotay_worker_free:
 * @worker: (transfer full): the worker; waits for the tasks that were pushed
 */
void sotay_worker_free (SotayWorker *worker);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SotayWorker, sotay_worker_free)

G_END_DECLS
