/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "register/store-private.h"

#include "core/worker.h"

typedef struct
{
  GMutex turn; /* one thread at a time in the virtual functions */
  SotayWorker *worker;
  GMainContext *context;
  GMutex announcing;
  GSource *announcement; /* not yet delivered */
} SotayStorePrivate;

/* What an asynchronous operation was asked with; each uses what it needs. */
typedef struct
{
  SotayStep *step;
  SotayStaffQuery *query;
  guint offset;
  guint limit;
  gint64 expected;
  SotayRecordKind kind;
  int field;
  char **values; /* of a field */
} Request;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (SotayStore, sotay_store, G_TYPE_OBJECT)

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static SotayStorePrivate *
lock (SotayStore *store)
{
  SotayStorePrivate *priv = sotay_store_get_instance_private (store);

  g_mutex_lock (&priv->turn);
  return priv;
}

static void
request_free (Request *request)
{
  g_clear_object (&request->step);
  g_clear_object (&request->query);
  g_strfreev (request->values);
  g_free (request);
}

static void
push (SotayStore *store, gpointer tag, Request *request, GTaskThreadFunc func, GCancellable *cancellable,
      GAsyncReadyCallback callback, gpointer data)
{
  sotay_store_push (store, tag, request, (GDestroyNotify) request_free, func, cancellable, callback, data);
}

static void
return_pointer (GTask *task, gpointer result, GError *error, GDestroyNotify free_func)
{
  if (result != NULL)
    g_task_return_pointer (task, result, free_func);
  else
    g_task_return_error (task, error);
}

static gboolean
announce_cb (gpointer data)
{
  g_autoptr (SotayStore) store = g_weak_ref_get (data);
  SotayStorePrivate *priv;

  if (store == NULL)
    return G_SOURCE_REMOVE;
  priv = sotay_store_get_instance_private (store);
  g_mutex_lock (&priv->announcing);
  g_clear_pointer (&priv->announcement, g_source_unref);
  g_mutex_unlock (&priv->announcing);
  g_signal_emit (store, signals[SIGNAL_CHANGED], 0);
  return G_SOURCE_REMOVE;
}

static void
free_weak_ref (gpointer data)
{
  g_weak_ref_clear (data);
  g_free (data);
}

static GSource *
make_announcement (SotayStore *store)
{
  GSource *source = g_idle_source_new ();
  GWeakRef *weak = g_new0 (GWeakRef, 1);

  g_weak_ref_init (weak, store);
  g_source_set_priority (source, G_PRIORITY_DEFAULT);
  g_source_set_callback (source, announce_cb, weak, free_weak_ref);
  return source;
}

static void
apply_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Request *request = data;
  GError *error = NULL;

  /* What was done just before it was cancelled was done. */
  g_task_set_check_cancellable (task, FALSE);
  if (sotay_store_apply (source, request->step, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
undo_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Request *request = data;
  GError *error = NULL;
  SotayStep *step = sotay_store_undo (source, request->expected, cancellable, &error);

  return_pointer (task, step, error, g_object_unref);
}

static void
redo_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  GError *error = NULL;
  SotayStep *step = sotay_store_redo (source, cancellable, &error);

  return_pointer (task, step, error, g_object_unref);
}

static void
list_units_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  GError *error = NULL;
  GPtrArray *units = sotay_store_list_units (source, cancellable, &error);

  return_pointer (task, units, error, (GDestroyNotify) g_ptr_array_unref);
}

static void
count_staff_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Request *request = data;
  GError *error = NULL;
  gint64 count = sotay_store_count_staff (source, request->query, cancellable, &error);

  if (count >= 0)
    g_task_return_int (task, count);
  else
    g_task_return_error (task, error);
}

static void
list_staff_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Request *request = data;
  GError *error = NULL;
  GPtrArray *staff = sotay_store_list_staff (source, request->query, request->offset, request->limit, cancellable,
                                             &error);

  return_pointer (task, staff, error, (GDestroyNotify) g_ptr_array_unref);
}

static void
list_records_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Request *request = data;
  GError *error = NULL;
  GPtrArray *records = sotay_store_list_records (source, request->kind, request->field,
                                                 (const char *const *) request->values, cancellable, &error);

  return_pointer (task, records, error, (GDestroyNotify) g_ptr_array_unref);
}

static void
look_for_changes_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  SotayStorePrivate *priv = lock (source);
  gboolean changed = SOTAY_STORE_GET_CLASS (source)->was_changed (source);

  g_mutex_unlock (&priv->turn);
  if (changed)
    sotay_store_announce (source);
  g_task_return_boolean (task, changed);
}

static void
sotay_store_dispose (GObject *object)
{
  SotayStorePrivate *priv = sotay_store_get_instance_private (SOTAY_STORE (object));

  if (priv->announcement != NULL)
    g_source_destroy (priv->announcement);
  g_clear_pointer (&priv->announcement, g_source_unref);
  G_OBJECT_CLASS (sotay_store_parent_class)->dispose (object);
}

static void
sotay_store_finalize (GObject *object)
{
  SotayStorePrivate *priv = sotay_store_get_instance_private (SOTAY_STORE (object));

  sotay_worker_free (priv->worker);
  g_main_context_unref (priv->context);
  g_mutex_clear (&priv->turn);
  g_mutex_clear (&priv->announcing);
  G_OBJECT_CLASS (sotay_store_parent_class)->finalize (object);
}

static void
sotay_store_class_init (SotayStoreClass *class)
{
  GObjectClass *object_class = G_OBJECT_CLASS (class);

  object_class->dispose = sotay_store_dispose;
  object_class->finalize = sotay_store_finalize;
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", SOTAY_TYPE_STORE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                          G_TYPE_NONE, 0);
}

static void
sotay_store_init (SotayStore *self)
{
  SotayStorePrivate *priv = sotay_store_get_instance_private (self);

  g_mutex_init (&priv->turn);
  g_mutex_init (&priv->announcing);
  priv->worker = sotay_worker_new ();
  priv->context = g_main_context_ref_thread_default ();
}

gboolean
sotay_store_apply (SotayStore *store, SotayStep *step, GCancellable *cancellable, GError **error)
{
  SotayStorePrivate *priv;
  gboolean done;

  if (sotay_step_is_empty (step))
    return TRUE;
  if (!sotay_store_ask_guard (store, step, error))
    return FALSE;
  priv = lock (store);
  done = SOTAY_STORE_GET_CLASS (store)->apply (store, step, cancellable, error);
  g_mutex_unlock (&priv->turn);
  if (done)
    sotay_store_announce (store);
  return done;
}

void
sotay_store_apply_async (SotayStore *store, SotayStep *step, GCancellable *cancellable, GAsyncReadyCallback callback,
                         gpointer data)
{
  Request *request = g_new0 (Request, 1);

  request->step = g_object_ref (step);
  push (store, sotay_store_apply_async, request, apply_in_thread, cancellable, callback, data);
}

gboolean
sotay_store_apply_finish (SotayStore *store, GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

SotayStep *
sotay_store_undo (SotayStore *store, gint64 expected, GCancellable *cancellable, GError **error)
{
  SotayStorePrivate *priv;
  SotayStep *step;

  if (!sotay_store_ask_guard (store, NULL, error))
    return NULL;
  priv = lock (store);
  step = SOTAY_STORE_GET_CLASS (store)->undo (store, expected, cancellable, error);
  g_mutex_unlock (&priv->turn);
  if (step != NULL)
    sotay_store_announce (store);
  return step;
}

void
sotay_store_undo_async (SotayStore *store, gint64 expected, GCancellable *cancellable, GAsyncReadyCallback callback,
                        gpointer data)
{
  Request *request = g_new0 (Request, 1);

  request->expected = expected;
  push (store, sotay_store_undo_async, request, undo_in_thread, cancellable, callback, data);
}

SotayStep *
sotay_store_undo_finish (SotayStore *store, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

SotayStep *
sotay_store_redo (SotayStore *store, GCancellable *cancellable, GError **error)
{
  SotayStorePrivate *priv;
  SotayStep *step;

  if (!sotay_store_ask_guard (store, NULL, error))
    return NULL;
  priv = lock (store);
  step = SOTAY_STORE_GET_CLASS (store)->redo (store, cancellable, error);
  g_mutex_unlock (&priv->turn);
  if (step != NULL)
    sotay_store_announce (store);
  return step;
}

void
sotay_store_redo_async (SotayStore *store, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data)
{
  push (store, sotay_store_redo_async, g_new0 (Request, 1), redo_in_thread, cancellable, callback, data);
}

SotayStep *
sotay_store_redo_finish (SotayStore *store, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

gboolean
sotay_store_mark_log (SotayStore *store, SotayMarkScope scope, SotayLogMark *mark, GCancellable *cancellable,
                      GError **error)
{
  SotayStorePrivate *priv = lock (store);
  gboolean done = SOTAY_STORE_GET_CLASS (store)->mark_log (store, scope, mark, cancellable, error);

  g_mutex_unlock (&priv->turn);
  return done;
}

GPtrArray *
sotay_store_list_steps (SotayStore *store, guint limit, GCancellable *cancellable, GError **error)
{
  SotayStorePrivate *priv = lock (store);
  GPtrArray *steps = SOTAY_STORE_GET_CLASS (store)->list_steps (store, limit, cancellable, error);

  g_mutex_unlock (&priv->turn);
  return steps;
}

SotayStep *
sotay_store_get_step (SotayStore *store, gint64 number, guint limit, GCancellable *cancellable, GError **error)
{
  SotayStorePrivate *priv = lock (store);
  SotayStep *step = SOTAY_STORE_GET_CLASS (store)->get_step (store, number, limit, cancellable, error);

  g_mutex_unlock (&priv->turn);
  return step;
}

GPtrArray *
sotay_store_list_units (SotayStore *store, GCancellable *cancellable, GError **error)
{
  SotayStorePrivate *priv = lock (store);
  GPtrArray *units = SOTAY_STORE_GET_CLASS (store)->list_units (store, cancellable, error);

  g_mutex_unlock (&priv->turn);
  return units;
}

void
sotay_store_list_units_async (SotayStore *store, GCancellable *cancellable, GAsyncReadyCallback callback,
                              gpointer data)
{
  push (store, sotay_store_list_units_async, g_new0 (Request, 1), list_units_in_thread, cancellable, callback, data);
}

GPtrArray *
sotay_store_list_units_finish (SotayStore *store, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

gint64
sotay_store_count_staff (SotayStore *store, SotayStaffQuery *query, GCancellable *cancellable, GError **error)
{
  SotayStorePrivate *priv = lock (store);
  gint64 count = SOTAY_STORE_GET_CLASS (store)->count_staff (store, query, cancellable, error);

  g_mutex_unlock (&priv->turn);
  return count;
}

void
sotay_store_count_staff_async (SotayStore *store, SotayStaffQuery *query, GCancellable *cancellable,
                               GAsyncReadyCallback callback, gpointer data)
{
  Request *request = g_new0 (Request, 1);

  request->query = g_object_ref (query);
  push (store, sotay_store_count_staff_async, request, count_staff_in_thread, cancellable, callback, data);
}

gint64
sotay_store_count_staff_finish (SotayStore *store, GAsyncResult *result, GError **error)
{
  return g_task_propagate_int (G_TASK (result), error);
}

GPtrArray *
sotay_store_list_staff (SotayStore *store, SotayStaffQuery *query, guint offset, guint limit,
                        GCancellable *cancellable, GError **error)
{
  SotayStorePrivate *priv = lock (store);
  GPtrArray *staff = SOTAY_STORE_GET_CLASS (store)->list_staff (store, query, offset, limit, cancellable, error);

  g_mutex_unlock (&priv->turn);
  return staff;
}

void
sotay_store_list_staff_async (SotayStore *store, SotayStaffQuery *query, guint offset, guint limit,
                              GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data)
{
  Request *request = g_new0 (Request, 1);

  request->query = g_object_ref (query);
  request->offset = offset;
  request->limit = limit;
  push (store, sotay_store_list_staff_async, request, list_staff_in_thread, cancellable, callback, data);
}

GPtrArray *
sotay_store_list_staff_finish (SotayStore *store, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

GPtrArray *
sotay_store_get_staff (SotayStore *store, const char *const *ids, GCancellable *cancellable, GError **error)
{
  SotayStorePrivate *priv = lock (store);
  GPtrArray *staff = SOTAY_STORE_GET_CLASS (store)->get_staff (store, ids, cancellable, error);

  g_mutex_unlock (&priv->turn);
  return staff;
}

GPtrArray *
sotay_store_list_records (SotayStore *store, SotayRecordKind kind, int field, const char *const *values,
                          GCancellable *cancellable, GError **error)
{
  SotayStorePrivate *priv = lock (store);
  GPtrArray *records = SOTAY_STORE_GET_CLASS (store)->list_records (store, kind, field, values, cancellable, error);

  g_mutex_unlock (&priv->turn);
  return records;
}

void
sotay_store_list_records_async (SotayStore *store, SotayRecordKind kind, int field, const char *const *values,
                                GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data)
{
  Request *request = g_new0 (Request, 1);

  request->kind = kind;
  request->field = field;
  request->values = g_strdupv ((char **) values);
  push (store, sotay_store_list_records_async, request, list_records_in_thread, cancellable, callback, data);
}

GPtrArray *
sotay_store_list_records_finish (SotayStore *store, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

char *
sotay_store_check (SotayStore *store, GCancellable *cancellable, GError **error)
{
  SotayStorePrivate *priv = lock (store);
  char *verdict = SOTAY_STORE_GET_CLASS (store)->check (store, cancellable, error);

  g_mutex_unlock (&priv->turn);
  return verdict;
}

void
sotay_store_look_for_changes (SotayStore *store)
{
  push (store, sotay_store_look_for_changes, g_new0 (Request, 1), look_for_changes_in_thread, NULL, NULL, NULL);
}

GMainContext *
sotay_store_get_context (SotayStore *store)
{
  SotayStorePrivate *priv = sotay_store_get_instance_private (store);

  return priv->context;
}

void
sotay_store_begin (SotayStore *store)
{
  lock (store);
}

void
sotay_store_end (SotayStore *store)
{
  SotayStorePrivate *priv = sotay_store_get_instance_private (store);

  g_mutex_unlock (&priv->turn);
}

void
sotay_store_announce (SotayStore *store)
{
  SotayStorePrivate *priv = sotay_store_get_instance_private (store);

  g_mutex_lock (&priv->announcing);
  if (priv->announcement == NULL)
    {
      priv->announcement = make_announcement (store);
      g_source_attach (priv->announcement, priv->context);
    }
  g_mutex_unlock (&priv->announcing);
}

void
sotay_store_push (SotayStore *store, gpointer tag, gpointer request, GDestroyNotify free_func, GTaskThreadFunc func,
                  GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data)
{
  SotayStorePrivate *priv = sotay_store_get_instance_private (store);
  GTask *task = g_task_new (store, cancellable, callback, data);

  g_task_set_source_tag (task, tag);
  g_task_set_task_data (task, request, free_func);
  sotay_worker_push (priv->worker, task, func);
}
