/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Jobs for the PDF readers, each done on a thread that has a reader of its own. Threads and readers start when there is
 * work that the others are too busy for, and end when there was none for a while.
 */
#pragma once

#include "guide/helper-process.h"

G_BEGIN_DECLS

typedef struct _SotayRenderQueue SotayRenderQueue;

/**
 * SotayRenderJob:
 * @helper: the reader of the thread
 * @task: what to return; its task data say what is wanted
 * @cancellable: cancelled when the queue is closed; not when the one who asked has lost interest
 * @error: as sotay_helper_process_ask() sets it
 *
 * Returns: whether @task was returned; else the queue decides what becomes of it: one that killed the reader is tried
 *   once more
 */
typedef gboolean (*SotayRenderJob) (SotayHelperProcess *helper, GTask *task, GCancellable *cancellable, GError **error);

/**
 * sotay_render_queue_new:
 * @program: the helper program
 * @document: a PDF
 * @n_threads: how many readers there may be
 * @patience: how many seconds an answer may take
 *
 * Returns: (transfer full): the queue
 */
SotayRenderQueue *sotay_render_queue_new (const char *program, const char *document, guint n_threads,
                                          guint patience);

/**
 * sotay_render_queue_push:
 * @task: (transfer full): answered in the context it was made in
 * @job: does it
 * @key: what it is about: jobs of a key are not tried again once they killed two readers in a row; -1 for none
 * @priority: smaller is sooner; within one priority the newest first
 * @patient: it can wait until a reader has nothing else to do, so that no other one is started for it
 *
 * A task that is cancelled before its turn is answered so, and not done.
 */
void sotay_render_queue_push (SotayRenderQueue *queue, GTask *task, SotayRenderJob job, int key, int priority,
                              gboolean patient);

/**
 * sotay_render_queue_close:
 * @queue: (transfer full): the queue
 *
 * Does not wait: what has not begun is cancelled, what has is interrupted, then the readers end.
 */
void sotay_render_queue_close (SotayRenderQueue *queue);

G_END_DECLS
