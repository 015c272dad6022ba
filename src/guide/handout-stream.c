/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "guide/handout-stream.h"

/* What the client says, counted. */
#define SOTAY_TYPE_COUNTED_INPUT (sotay_counted_input_get_type ())
G_DECLARE_FINAL_TYPE (SotayCountedInput, sotay_counted_input, SOTAY, COUNTED_INPUT, GFilterInputStream)

struct _SotayCountedInput
{
  GFilterInputStream parent_instance;

  gsize bytes;
};

struct _SotayHandoutStream
{
  GIOStream parent_instance;

  GSocketConnection *base;
  GInputStream *input;
  char *address;
  GSource *timer;
};

enum
{
  ENDED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void pollable_iface_init (GPollableInputStreamInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (SotayCountedInput, sotay_counted_input, G_TYPE_FILTER_INPUT_STREAM,
                               G_IMPLEMENT_INTERFACE (G_TYPE_POLLABLE_INPUT_STREAM, pollable_iface_init))
G_DEFINE_FINAL_TYPE (SotayHandoutStream, sotay_handout_stream, G_TYPE_IO_STREAM)

static GPollableInputStream *
get_base (gpointer stream)
{
  return G_POLLABLE_INPUT_STREAM (g_filter_input_stream_get_base_stream (stream));
}

static gboolean
is_readable (GPollableInputStream *stream)
{
  return g_pollable_input_stream_is_readable (get_base (stream));
}

static GSource *
create_source (GPollableInputStream *stream, GCancellable *cancellable)
{
  g_autoptr (GSource) source = g_pollable_input_stream_create_source (get_base (stream), NULL);

  return g_pollable_source_new_full (stream, source, cancellable);
}

static gssize
read_nonblocking (GPollableInputStream *stream, void *buffer, gsize count, GError **error)
{
  SotayCountedInput *self = SOTAY_COUNTED_INPUT (stream);
  gssize got = g_pollable_input_stream_read_nonblocking (get_base (stream), buffer, count, NULL, error);

  self->bytes += got > 0 ? (gsize) got : 0;
  if (self->bytes <= SOTAY_HANDOUT_MOST_HEAD)
    return got;
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_MESSAGE_TOO_LARGE, "the request is too long");
  return -1;
}

static void
pollable_iface_init (GPollableInputStreamInterface *iface)
{
  iface->is_readable = is_readable;
  iface->create_source = create_source;
  iface->read_nonblocking = read_nonblocking;
}

static void
sotay_counted_input_class_init (SotayCountedInputClass *klass)
{
}

static void
sotay_counted_input_init (SotayCountedInput *self)
{
}

static void
stop_timer (SotayHandoutStream *self)
{
  if (self->timer != NULL)
    g_source_destroy (self->timer);
  g_clear_pointer (&self->timer, g_source_unref);
}

static GInputStream *
sotay_handout_stream_get_input_stream (GIOStream *stream)
{
  return SOTAY_HANDOUT_STREAM (stream)->input;
}

static GOutputStream *
sotay_handout_stream_get_output_stream (GIOStream *stream)
{
  return g_io_stream_get_output_stream (G_IO_STREAM (SOTAY_HANDOUT_STREAM (stream)->base));
}

static gboolean
sotay_handout_stream_close (GIOStream *stream, GCancellable *cancellable, GError **error)
{
  SotayHandoutStream *self = SOTAY_HANDOUT_STREAM (stream);
  gboolean closed = g_io_stream_close (G_IO_STREAM (self->base), cancellable, error);

  stop_timer (self);
  g_signal_emit (self, signals[ENDED], 0);
  return closed;
}

static void
sotay_handout_stream_finalize (GObject *object)
{
  SotayHandoutStream *self = SOTAY_HANDOUT_STREAM (object);

  g_object_unref (self->input);
  g_object_unref (self->base);
  g_free (self->address);
  G_OBJECT_CLASS (sotay_handout_stream_parent_class)->finalize (object);
}

static void
sotay_handout_stream_class_init (SotayHandoutStreamClass *klass)
{
  GIOStreamClass *stream_class = G_IO_STREAM_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = sotay_handout_stream_finalize;
  stream_class->get_input_stream = sotay_handout_stream_get_input_stream;
  stream_class->get_output_stream = sotay_handout_stream_get_output_stream;
  stream_class->close_fn = sotay_handout_stream_close;
  signals[ENDED] = g_signal_new ("ended", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 0);
}

static void
sotay_handout_stream_init (SotayHandoutStream *self)
{
}

static gboolean
time_over_cb (gpointer data)
{
  sotay_handout_stream_drop (data);
  return G_SOURCE_REMOVE;
}

SotayHandoutStream *
sotay_handout_stream_new (GSocketConnection *base, const char *address, guint milliseconds)
{
  SotayHandoutStream *self = g_object_new (SOTAY_TYPE_HANDOUT_STREAM, NULL);
  GInputStream *input = g_io_stream_get_input_stream (G_IO_STREAM (base));

  self->base = g_object_ref (base);
  self->input = g_object_new (SOTAY_TYPE_COUNTED_INPUT, "base-stream", input, NULL);
  self->address = g_strdup (address);
  self->timer = g_timeout_source_new (milliseconds);
  g_source_set_callback (self->timer, time_over_cb, self, NULL);
  g_source_attach (self->timer, g_main_context_get_thread_default ());
  return self;
}

const char *
sotay_handout_stream_get_address (SotayHandoutStream *self)
{
  return self->address;
}

void
sotay_handout_stream_allow (SotayHandoutStream *self, guint milliseconds)
{
  if (self->timer != NULL)
    g_source_set_ready_time (self->timer, g_get_monotonic_time () + (gint64) milliseconds * 1000);
}

gboolean
sotay_handout_stream_has_spoken (SotayHandoutStream *self)
{
  return SOTAY_COUNTED_INPUT (self->input)->bytes > 0;
}

/* The descriptor stays open until libsoup lets go of it: a number that is closed under a poll may come back as another
 * client's. */
void
sotay_handout_stream_drop (SotayHandoutStream *self)
{
  stop_timer (self);
  g_socket_shutdown (g_socket_connection_get_socket (self->base), TRUE, TRUE, NULL);
}
