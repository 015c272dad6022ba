/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "guide/handout.h"

#include "guide/guide-error.h"
#include "guide/handout-check.h"
#include "guide/handout-server.h"

#define HEAD_MILLISECONDS 15000
#define STALL_MILLISECONDS 30000

/* Where the server's thread writes its figures, and the owner's thread reads them. */
typedef struct
{
  GMutex mutex;
  GMainContext *context;
  SotayHandout *handout; /* touched by the owner's thread only; NULL when it is gone */
  SotayHandoutFigures figures;
  gboolean told; /* the owner's thread is going to look */
} Board;

struct _SotayHandout
{
  GObject parent_instance;

  SotayHandoutLimits limits;
  SotayHandoutServer *server; /* not NULL from the start on, also before it listens */
  Board *board;               /* of this server */
  GTask *starting;
  GSource *timer;
  gboolean serving;
  gint64 end; /* monotonic time */
  SotayHandoutFigures figures;
};

enum
{
  PROP_SERVING = 1,
  PROP_ADDRESS,
  PROP_PHONES,
  PROP_VISITORS,
  PROP_CONNECTIONS,
  PROP_BYTES_PER_SECOND,
  PROP_HEAD_MILLISECONDS,
  PROP_STALL_MILLISECONDS,
  N_PROPERTIES
};

static GParamSpec *properties[N_PROPERTIES];

G_DEFINE_FINAL_TYPE (SotayHandout, sotay_handout, G_TYPE_OBJECT)

static void
clear_board (gpointer data)
{
  Board *board = data;

  g_mutex_clear (&board->mutex);
  g_main_context_unref (board->context);
}

static void
release_board (gpointer board)
{
  g_atomic_rc_box_release_full (board, clear_board);
}

static Board *
make_board (SotayHandout *self)
{
  Board *board = g_atomic_rc_box_new0 (Board);

  g_mutex_init (&board->mutex);
  board->context = g_main_context_ref_thread_default ();
  board->handout = self;
  return board;
}

static void
set_figures (SotayHandout *self, const SotayHandoutFigures *figures)
{
  SotayHandoutFigures before = self->figures;

  self->figures = *figures;
  if (before.phones != figures->phones)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PHONES]);
  if (before.visitors != figures->visitors)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_VISITORS]);
  if (before.connections != figures->connections)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CONNECTIONS]);
}

static gboolean
look_cb (gpointer data)
{
  Board *board = data;
  SotayHandoutFigures figures;

  g_mutex_lock (&board->mutex);
  board->told = FALSE;
  figures = board->figures;
  g_mutex_unlock (&board->mutex);
  if (board->handout != NULL)
    set_figures (board->handout, &figures);
  return G_SOURCE_REMOVE;
}

static void
changed_cb (const SotayHandoutFigures *figures, gpointer data)
{
  Board *board = data;
  gboolean told;

  g_mutex_lock (&board->mutex);
  told = board->told;
  board->told = TRUE;
  board->figures = *figures;
  g_mutex_unlock (&board->mutex);
  if (!told)
    {
      g_autoptr (GSource) source = g_idle_source_new ();

      g_source_set_callback (source, look_cb, g_atomic_rc_box_acquire (board), release_board);
      g_source_attach (source, board->context);
    }
}

static void
stop_timer (SotayHandout *self)
{
  if (self->timer != NULL)
    g_source_destroy (self->timer);
  g_clear_pointer (&self->timer, g_source_unref);
}

static gboolean
time_over_cb (gpointer data)
{
  sotay_handout_stop (data);
  return G_SOURCE_REMOVE;
}

static void
start_timer (SotayHandout *self, guint minutes)
{
  self->end = g_get_monotonic_time () + (gint64) minutes * 60 * G_USEC_PER_SEC;
  self->timer = g_timeout_source_new_seconds (minutes * 60);
  g_source_set_callback (self->timer, time_over_cb, self, NULL);
  g_source_attach (self->timer, g_main_context_get_thread_default ());
}

static void
listening_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  SotayHandout *self = g_task_get_source_object (task);
  g_autoptr (GError) error = NULL;
  gboolean listening = g_task_propagate_boolean (G_TASK (result), &error);

  if (self->starting != task)
    {
      g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_CANCELLED, "the hand-out was stopped");
      return;
    }
  self->starting = NULL;
  if (!listening)
    {
      sotay_handout_stop (self);
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }
  self->serving = TRUE;
  start_timer (self, GPOINTER_TO_UINT (g_task_get_task_data (task)));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ADDRESS]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SERVING]);
  g_task_return_boolean (task, TRUE);
}

static void
sotay_handout_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  SotayHandout *self = SOTAY_HANDOUT (object);

  switch (id)
    {
    case PROP_SERVING:
      g_value_set_boolean (value, self->serving);
      break;
    case PROP_ADDRESS:
      g_value_set_string (value, sotay_handout_get_address (self));
      break;
    case PROP_PHONES:
      g_value_set_uint (value, self->figures.phones);
      break;
    case PROP_VISITORS:
      g_value_set_uint (value, self->figures.visitors);
      break;
    case PROP_CONNECTIONS:
      g_value_set_uint (value, self->figures.connections);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
sotay_handout_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  SotayHandout *self = SOTAY_HANDOUT (object);

  switch (id)
    {
    case PROP_BYTES_PER_SECOND:
      self->limits.bytes_per_second = g_value_get_uint (value);
      break;
    case PROP_HEAD_MILLISECONDS:
      self->limits.head_milliseconds = g_value_get_uint (value);
      break;
    case PROP_STALL_MILLISECONDS:
      self->limits.stall_milliseconds = g_value_get_uint (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
sotay_handout_dispose (GObject *object)
{
  sotay_handout_stop (SOTAY_HANDOUT (object));
  G_OBJECT_CLASS (sotay_handout_parent_class)->dispose (object);
}

static void
sotay_handout_class_init (SotayHandoutClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags read = G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;
  GParamFlags once = G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = sotay_handout_get_property;
  object_class->set_property = sotay_handout_set_property;
  object_class->dispose = sotay_handout_dispose;
  properties[PROP_SERVING] = g_param_spec_boolean ("serving", NULL, NULL, FALSE, read);
  properties[PROP_ADDRESS] = g_param_spec_string ("address", NULL, NULL, NULL, read);
  properties[PROP_PHONES] = g_param_spec_uint ("phones", NULL, NULL, 0, G_MAXUINT, 0, read);
  properties[PROP_VISITORS] = g_param_spec_uint ("visitors", NULL, NULL, 0, G_MAXUINT, 0, read);
  properties[PROP_CONNECTIONS] = g_param_spec_uint ("connections", NULL, NULL, 0, G_MAXUINT, 0, read);
  properties[PROP_BYTES_PER_SECOND] = g_param_spec_uint ("bytes-per-second", NULL, NULL, 0, G_MAXINT, 0, once);
  properties[PROP_HEAD_MILLISECONDS] = g_param_spec_uint ("head-milliseconds", NULL, NULL, 1, G_MAXINT,
                                                          HEAD_MILLISECONDS, once);
  properties[PROP_STALL_MILLISECONDS] = g_param_spec_uint ("stall-milliseconds", NULL, NULL, 1, G_MAXINT,
                                                           STALL_MILLISECONDS, once);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
}

static void
sotay_handout_init (SotayHandout *self)
{
}

SotayHandout *
sotay_handout_new (void)
{
  return g_object_new (SOTAY_TYPE_HANDOUT, NULL);
}

void
sotay_handout_start_async (SotayHandout *self, SotayManualCopy *copy, GInetAddress *address, guint minutes,
                           GAsyncReadyCallback callback, gpointer data)
{
  GTask *task = g_task_new (self, NULL, callback, data);
  /* The server's thread may let go of it last, so it must not hold this object. */
  GTask *listening = g_task_new (NULL, NULL, listening_cb, task);

  g_task_set_source_tag (task, sotay_handout_start_async);
  g_task_set_task_data (task, GUINT_TO_POINTER (minutes), NULL);
  sotay_handout_stop (self);
  set_figures (self, &(SotayHandoutFigures) { 0 });
  self->starting = task;
  self->board = make_board (self);
  self->server = sotay_handout_server_start (copy, address, &self->limits, changed_cb, self->board, listening);
}

gboolean
sotay_handout_start_finish (SotayHandout *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

void
sotay_handout_stop (SotayHandout *self)
{
  gboolean served = self->serving;

  stop_timer (self);
  self->starting = NULL;
  self->serving = FALSE;
  if (self->board != NULL)
    self->board->handout = NULL;
  g_clear_pointer (&self->server, sotay_handout_server_stop);
  /* The thread's last word: a phone may have been ready in this moment. */
  if (self->board != NULL)
    set_figures (self, &self->board->figures);
  g_clear_pointer (&self->board, release_board);
  if (!served)
    return;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ADDRESS]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SERVING]);
}

gboolean
sotay_handout_is_serving (SotayHandout *self)
{
  return self->serving;
}

const char *
sotay_handout_get_address (SotayHandout *self)
{
  return self->serving ? sotay_handout_server_get_address (self->server) : NULL;
}

guint
sotay_handout_get_phones (SotayHandout *self)
{
  return self->figures.phones;
}

guint
sotay_handout_get_visitors (SotayHandout *self)
{
  return self->figures.visitors;
}

guint
sotay_handout_get_connections (SotayHandout *self)
{
  return self->figures.connections;
}

guint
sotay_handout_get_seconds_left (SotayHandout *self)
{
  gint64 left = self->end - g_get_monotonic_time ();

  return self->serving && left > 0 ? (guint) ((left + G_USEC_PER_SEC - 1) / G_USEC_PER_SEC) : 0;
}

void
sotay_handout_check_async (SotayHandout *self, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data)
{
  GTask *task = g_task_new (self, cancellable, callback, data);
  g_autofree char *file_address = NULL;

  g_task_set_source_tag (task, sotay_handout_check_async);
  if (!self->serving)
    {
      g_task_return_new_error (task, SOTAY_GUIDE_ERROR, SOTAY_GUIDE_ERROR_HANDOUT_CHECK, "nothing is handed out");
      g_object_unref (task);
      return;
    }
  file_address = sotay_handout_server_dup_file_address (self->server);
  sotay_handout_check_start (task, sotay_handout_server_get_address (self->server), file_address,
                             sotay_handout_server_get_start (self->server),
                             sotay_handout_server_get_end (self->server));
}

gboolean
sotay_handout_check_finish (SotayHandout *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}
