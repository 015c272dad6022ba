/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The order in which jobs for the PDF readers are done. The jobs here do not need a reader. */
#include "guide/render-queue.h"
#include "support/test-support.h"

/* A first job that keeps the only thread until the others are in the queue. */
typedef struct
{
  GMutex lock;
  GCond changed;
  gboolean open;
  guint n_waiting;
  GString *order; /* the names of the jobs as they were done */
  GHashTable *threads;
} Gate;

static void
gate_init (Gate *gate)
{
  g_mutex_init (&gate->lock);
  g_cond_init (&gate->changed);
  gate->order = g_string_new (NULL);
  gate->threads = g_hash_table_new (NULL, NULL);
}

static void
gate_clear (Gate *gate)
{
  g_mutex_clear (&gate->lock);
  g_cond_clear (&gate->changed);
  g_string_free (gate->order, TRUE);
  g_hash_table_unref (gate->threads);
}

static void
gate_open (Gate *gate)
{
  g_mutex_lock (&gate->lock);
  gate->open = TRUE;
  g_cond_broadcast (&gate->changed);
  g_mutex_unlock (&gate->lock);
}

static void
gate_wait_for (Gate *gate, guint n_waiting)
{
  g_mutex_lock (&gate->lock);
  while (gate->n_waiting < n_waiting)
    g_cond_wait (&gate->changed, &gate->lock);
  g_mutex_unlock (&gate->lock);
}

static gboolean
wait_job (SotayHelperProcess *helper, GTask *task, GCancellable *cancellable, GError **error)
{
  Gate *gate = g_object_get_data (G_OBJECT (task), "gate");

  g_mutex_lock (&gate->lock);
  gate->n_waiting++;
  g_hash_table_add (gate->threads, g_thread_self ());
  g_cond_broadcast (&gate->changed);
  while (!gate->open)
    g_cond_wait (&gate->changed, &gate->lock);
  g_mutex_unlock (&gate->lock);
  g_task_return_boolean (task, TRUE);
  return TRUE;
}

static gboolean
note_job (SotayHelperProcess *helper, GTask *task, GCancellable *cancellable, GError **error)
{
  Gate *gate = g_object_get_data (G_OBJECT (task), "gate");

  g_mutex_lock (&gate->lock);
  g_string_append (gate->order, g_task_get_name (task));
  g_hash_table_add (gate->threads, g_thread_self ());
  g_mutex_unlock (&gate->lock);
  g_task_return_boolean (task, TRUE);
  return TRUE;
}

static void
push_job (SotayRenderQueue *queue, Gate *gate, SotayRenderJob job, const char *name, int priority, gboolean patient,
          GCancellable *cancellable, GAsyncResult **slot)
{
  GTask *task = g_task_new (NULL, cancellable, sotay_test_store_result, slot);

  g_task_set_name (task, name);
  g_object_set_data (G_OBJECT (task), "gate", gate);
  sotay_render_queue_push (queue, task, job, -1, priority, patient);
}

static void
push (SotayRenderQueue *queue, Gate *gate, SotayRenderJob job, const char *name, int priority,
      GCancellable *cancellable, GAsyncResult **slot)
{
  push_job (queue, gate, job, name, priority, FALSE, cancellable, slot);
}

static void
test_order (void)
{
  SotayRenderQueue *queue = sotay_render_queue_new ("/nowhere", "/nowhere", 1, 1);
  GAsyncResult *results[7] = { NULL };
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  Gate gate = { 0 };

  gate_init (&gate);
  push (queue, &gate, wait_job, "-", 0, NULL, &results[0]);
  gate_wait_for (&gate, 1);
  push (queue, &gate, note_job, "a", 20, NULL, &results[1]);
  push (queue, &gate, note_job, "b", 0, NULL, &results[2]);
  push (queue, &gate, note_job, "c", 0, NULL, &results[3]);
  push (queue, &gate, note_job, "x", 0, cancellable, &results[4]);
  push (queue, &gate, note_job, "d", 10, NULL, &results[5]);
  push (queue, &gate, note_job, "e", 20, NULL, &results[6]);
  g_cancellable_cancel (cancellable);
  gate_open (&gate);
  for (guint i = 0; i < G_N_ELEMENTS (results); i++)
    sotay_test_wait (&results[i]);
  /* Smaller priorities first, within one the newest first; what was cancelled not at all. */
  g_assert_cmpstr (gate.order->str, ==, "cbdea");
  g_assert_false (g_task_propagate_boolean (G_TASK (results[4]), &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  sotay_render_queue_close (queue);
  for (guint i = 0; i < G_N_ELEMENTS (results); i++)
    g_object_unref (results[i]);
  gate_clear (&gate);
}

/* A job that is under way when nobody wants it any more is let finish; its result is dropped. */
static void
test_cancel_under_way (void)
{
  SotayRenderQueue *queue = sotay_render_queue_new ("/nowhere", "/nowhere", 1, 1);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  Gate gate = { 0 };

  gate_init (&gate);
  push (queue, &gate, wait_job, "-", 0, cancellable, &result);
  gate_wait_for (&gate, 1);
  g_cancellable_cancel (cancellable);
  gate_open (&gate);
  sotay_test_wait (&result);
  g_assert_false (g_task_propagate_boolean (G_TASK (result), &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  sotay_render_queue_close (queue);
  gate_clear (&gate);
}

/* A second thread when there is work for it, and no third. */
static void
test_threads (void)
{
  SotayRenderQueue *queue = sotay_render_queue_new ("/nowhere", "/nowhere", 2, 1);
  GAsyncResult *results[4] = { NULL };
  Gate gate = { 0 };

  gate_init (&gate);
  push (queue, &gate, wait_job, "-", 0, NULL, &results[0]);
  push (queue, &gate, wait_job, "-", 0, NULL, &results[1]);
  gate_wait_for (&gate, 2);
  push (queue, &gate, note_job, "a", 0, NULL, &results[2]);
  push (queue, &gate, note_job, "b", 0, NULL, &results[3]);
  gate_open (&gate);
  for (guint i = 0; i < G_N_ELEMENTS (results); i++)
    sotay_test_wait (&results[i]);
  g_assert_cmpuint (g_hash_table_size (gate.threads), ==, 2);
  sotay_render_queue_close (queue);
  for (guint i = 0; i < G_N_ELEMENTS (results); i++)
    g_object_unref (results[i]);
  gate_clear (&gate);
}

/* What can wait is done by the one thread that there is. */
static void
test_patient (void)
{
  SotayRenderQueue *queue = sotay_render_queue_new ("/nowhere", "/nowhere", 2, 1);
  GAsyncResult *results[3] = { NULL };
  Gate gate = { 0 };

  gate_init (&gate);
  push_job (queue, &gate, wait_job, "-", 0, TRUE, NULL, &results[0]);
  gate_wait_for (&gate, 1);
  push_job (queue, &gate, note_job, "a", 0, TRUE, NULL, &results[1]);
  push_job (queue, &gate, note_job, "b", 0, TRUE, NULL, &results[2]);
  gate_open (&gate);
  for (guint i = 0; i < G_N_ELEMENTS (results); i++)
    sotay_test_wait (&results[i]);
  g_assert_cmpuint (g_hash_table_size (gate.threads), ==, 1);
  sotay_render_queue_close (queue);
  for (guint i = 0; i < G_N_ELEMENTS (results); i++)
    g_object_unref (results[i]);
  gate_clear (&gate);
}

static gboolean
wait_for_close_job (SotayHelperProcess *helper, GTask *task, GCancellable *cancellable, GError **error)
{
  Gate *gate = g_object_get_data (G_OBJECT (task), "gate");
  g_autoptr (GMainContext) context = g_main_context_new ();
  g_autoptr (GSource) closed = g_cancellable_source_new (cancellable);

  g_mutex_lock (&gate->lock);
  gate->n_waiting++;
  g_cond_broadcast (&gate->changed);
  g_mutex_unlock (&gate->lock);
  g_source_set_dummy_callback (closed);
  g_source_attach (closed, context);
  while (!g_cancellable_is_cancelled (cancellable))
    g_main_context_iteration (context, TRUE);
  g_source_destroy (closed);
  g_cancellable_set_error_if_cancelled (cancellable, error);
  return FALSE;
}

static void
test_close (void)
{
  SotayRenderQueue *queue = sotay_render_queue_new ("/nowhere", "/nowhere", 1, 1);
  GAsyncResult *results[3] = { NULL };
  Gate gate = { 0 };

  gate_init (&gate);
  push (queue, &gate, wait_for_close_job, "-", 0, NULL, &results[0]);
  gate_wait_for (&gate, 1);
  push (queue, &gate, note_job, "a", 0, NULL, &results[1]);
  push (queue, &gate, note_job, "b", 0, NULL, &results[2]);
  sotay_render_queue_close (queue);
  for (guint i = 0; i < G_N_ELEMENTS (results); i++)
    {
      g_autoptr (GError) error = NULL;

      sotay_test_wait (&results[i]);
      g_assert_false (g_task_propagate_boolean (G_TASK (results[i]), &error));
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
      g_object_unref (results[i]);
    }
  g_assert_cmpstr (gate.order->str, ==, "");
  gate_clear (&gate);
}

static void
add_tests (void)
{
  g_test_add_func ("/render-queue/order", test_order);
  g_test_add_func ("/render-queue/cancel-under-way", test_cancel_under_way);
  g_test_add_func ("/render-queue/threads", test_threads);
  g_test_add_func ("/render-queue/patient", test_patient);
  g_test_add_func ("/render-queue/close", test_close);
}

int
main (int argc, char **argv)
{
  return sotay_test_run (argc, argv, add_tests);
}
