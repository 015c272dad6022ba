/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "guide/handout-server.h"

#include "core/thread.h"
#include "guide/guide-error.h"
#include "guide/handout-offer.h"

#include <gio/gnetworking.h>

#define FIRST_PORT 8080
#define LAST_PORT 8089
/* What the system holds for a client that is slow to take it. */
#define SEND_BUFFER (256 * 1024)
#define WAITING_CONNECTIONS 128

struct _SotayHandoutServer
{
  /* given at the start */
  SotayManualCopy *copy;
  GInetAddress *inet_address;
  SotayHandoutLimits limits;
  SotayHandoutChanged changed;
  gpointer changed_data;
  GTask *started;

  GThread *thread;
  GMainContext *context;
  int stopping; /* atomic */

  /* the thread's own */
  SotayHandoutOffer *offer;
  SotayPhones *phones;
  SoupServer *soup;
  GSocketService *service;
  GPtrArray *streams; /* (element-type SotayHandoutStream), borrowed until they have ended */
  char *address;
};

static void
tell (SotayHandoutServer *self)
{
  SotayHandoutFigures figures = {
    .phones = sotay_phones_count (self->phones),
    .visitors = sotay_phones_count_visitors (self->phones),
    .connections = sotay_phones_count_connections (self->phones),
  };

  self->changed (&figures, self->changed_data);
}

static void
stream_ended_cb (SotayHandoutStream *stream, SotayHandoutServer *self)
{
  const char *address = sotay_handout_stream_get_address (stream);

  g_ptr_array_remove_fast (self->streams, stream);
  sotay_phones_disconnect (self->phones, address);
  /* What is no request counts as a guess. libsoup 3.2 never frees the path of one whose Transfer-Encoding it does not
   * know: so nobody can make it lose much. */
  if (sotay_handout_stream_has_spoken (stream) && g_object_get_data (G_OBJECT (stream), "sotay-answered") == NULL)
    sotay_phones_guess (self->phones, address);
  tell (self);
}

static void
admit (SotayHandoutServer *self, GSocketConnection *connection, GSocketAddress *local, GSocketAddress *remote)
{
  GInetAddress *client = g_inet_socket_address_get_address (G_INET_SOCKET_ADDRESS (remote));
  g_autofree char *address = g_inet_address_to_string (client);
  GSocket *socket = g_socket_connection_get_socket (connection);
  g_autoptr (SotayHandoutStream) stream = NULL;

  /* Closed at once: there is no thread to lose for a polite answer. */
  if (self->streams->len >= SOTAY_HANDOUT_MOST_CONNECTIONS || !sotay_phones_connect (self->phones, address))
    {
      g_io_stream_close (G_IO_STREAM (connection), NULL, NULL);
      return;
    }
  g_socket_set_option (socket, IPPROTO_TCP, TCP_NODELAY, TRUE, NULL);
  g_socket_set_option (socket, SOL_SOCKET, SO_SNDBUF, SEND_BUFFER, NULL);
  stream = sotay_handout_stream_new (connection, address, self->limits.head_milliseconds);
  g_signal_connect (stream, "ended", G_CALLBACK (stream_ended_cb), self);
  g_ptr_array_add (self->streams, stream);
  /* libsoup hands the client's address back with each request. */
  g_object_set_data_full (G_OBJECT (remote), "sotay-stream", g_object_ref (stream), g_object_unref);
  soup_server_accept_iostream (self->soup, G_IO_STREAM (stream), local, remote, NULL);
  tell (self);
}

static gboolean
incoming_cb (GSocketService *service, GSocketConnection *connection, GObject *source, SotayHandoutServer *self)
{
  g_autoptr (GSocketAddress) local = g_socket_connection_get_local_address (connection, NULL);
  g_autoptr (GSocketAddress) remote = g_socket_connection_get_remote_address (connection, NULL);

  /* Without addresses the client has left already. */
  if (G_IS_INET_SOCKET_ADDRESS (local) && G_IS_INET_SOCKET_ADDRESS (remote))
    admit (self, connection, local, remote);
  return TRUE;
}

static void
request_cb (SoupServer *soup, SoupServerMessage *message, const char *path, GHashTable *query, gpointer data)
{
  SotayHandoutServer *self = data;
  GSocketAddress *remote = soup_server_message_get_remote_address (message);
  SotayHandoutStream *stream = g_object_get_data (G_OBJECT (remote), "sotay-stream");

  g_object_set_data (G_OBJECT (stream), "sotay-answered", stream);
  sotay_handout_offer_answer (self->offer, message, path, stream);
}

static GSocket *
listen_at (SotayHandoutServer *self, guint16 port, GError **error)
{
  g_autoptr (GSocketAddress) place = g_inet_socket_address_new (self->inet_address, port);
  g_autoptr (GSocket) socket = g_socket_new (g_inet_address_get_family (self->inet_address), G_SOCKET_TYPE_STREAM,
                                             G_SOCKET_PROTOCOL_TCP, error);

  if (socket == NULL)
    return NULL;
  g_socket_set_listen_backlog (socket, WAITING_CONNECTIONS);
  if (!g_socket_bind (socket, place, TRUE, error) || !g_socket_listen (socket, error))
    return NULL;
  return g_steal_pointer (&socket);
}

/* A short address is quicker to type: the well-known port first, then its neighbours, then any. */
static GSocket *
find_socket (SotayHandoutServer *self, GError **error)
{
  GSocket *socket = NULL;
  g_autoptr (GError) reason = NULL;

  for (guint16 port = FIRST_PORT; port <= LAST_PORT && socket == NULL; port++)
    {
      g_clear_error (&reason);
      socket = listen_at (self, port, &reason);
      if (reason != NULL && !g_error_matches (reason, G_IO_ERROR, G_IO_ERROR_ADDRESS_IN_USE))
        break;
    }
  if (socket == NULL)
    {
      g_clear_error (&reason);
      socket = listen_at (self, 0, &reason);
    }
  if (socket == NULL)
    g_set_error_literal (error, SOTAY_GUIDE_ERROR, SOTAY_GUIDE_ERROR_HANDOUT, reason->message);
  return socket;
}

static char *
write_address (SotayHandoutServer *self, GSocket *socket)
{
  g_autoptr (GSocketAddress) place = g_socket_get_local_address (socket, NULL);
  g_autofree char *host = g_inet_address_to_string (self->inet_address);
  gboolean brackets = g_inet_address_get_family (self->inet_address) == G_SOCKET_FAMILY_IPV6;

  return g_strdup_printf ("http://%s%s%s:%u/%s", brackets ? "[" : "", host, brackets ? "]" : "",
                          g_inet_socket_address_get_port (G_INET_SOCKET_ADDRESS (place)),
                          sotay_handout_offer_get_token (self->offer));
}

static gboolean
open_server (SotayHandoutServer *self, GError **error)
{
  g_autofree char *own = g_inet_address_to_string (self->inet_address);
  g_autoptr (GSocket) socket = NULL;

  self->phones = sotay_phones_new (sotay_manual_copy_get_bytes (self->copy), own);
  self->offer = sotay_handout_offer_new (self->copy, self->phones, self->limits.bytes_per_second,
                                         self->limits.stall_milliseconds, error);
  if (self->offer == NULL)
    return FALSE;
  socket = find_socket (self, error);
  if (socket == NULL)
    return FALSE;
  self->address = write_address (self, socket);
  self->soup = g_object_new (SOUP_TYPE_SERVER, NULL);
  soup_server_add_early_handler (self->soup, NULL, request_cb, self, NULL);
  self->service = g_socket_service_new ();
  g_signal_connect (self->service, "incoming", G_CALLBACK (incoming_cb), self);
  return g_socket_listener_add_socket (G_SOCKET_LISTENER (self->service), socket, NULL, error);
}

/* libsoup lets go of each connection when it finds the line broken. */
static void
drop_all (SotayHandoutServer *self)
{
  for (guint i = 0; i < self->streams->len; i++)
    sotay_handout_stream_drop (self->streams->pdata[i]);
  sotay_handout_offer_end (self->offer);
  while (self->streams->len > 0)
    {
      g_main_context_iteration (self->context, TRUE);
      sotay_handout_offer_end (self->offer);
    }
}

static void
serve (SotayHandoutServer *self)
{
  while (!g_atomic_int_get (&self->stopping))
    g_main_context_iteration (self->context, TRUE);
  g_socket_service_stop (self->service);
  g_socket_listener_close (G_SOCKET_LISTENER (self->service));
  drop_all (self);
  soup_server_disconnect (self->soup);
}

static gpointer
thread_cb (gpointer data)
{
  SotayHandoutServer *self = data;
  g_autoptr (GError) error = NULL;
  gboolean open;

  sotay_thread_give_way ();
  g_main_context_push_thread_default (self->context);
  open = open_server (self, &error);
  if (open)
    g_task_return_boolean (self->started, TRUE);
  else
    g_task_return_error (self->started, g_steal_pointer (&error));
  g_clear_object (&self->started);
  if (open)
    serve (self);
  g_clear_object (&self->service);
  g_clear_object (&self->soup);
  /* What was cancelled still comes round once. */
  while (g_main_context_iteration (self->context, FALSE))
    ;
  g_main_context_pop_thread_default (self->context);
  return NULL;
}

SotayHandoutServer *
sotay_handout_server_start (SotayManualCopy *copy, GInetAddress *address, const SotayHandoutLimits *limits,
                            SotayHandoutChanged changed, gpointer data, GTask *started)
{
  SotayHandoutServer *self = g_new0 (SotayHandoutServer, 1);

  self->copy = g_object_ref (copy);
  self->inet_address = g_object_ref (address);
  self->limits = *limits;
  self->changed = changed;
  self->changed_data = data;
  self->started = started;
  self->context = g_main_context_new ();
  self->streams = g_ptr_array_new ();
  self->thread = g_thread_new ("handout", thread_cb, self);
  return self;
}

void
sotay_handout_server_stop (SotayHandoutServer *self)
{
  g_atomic_int_set (&self->stopping, TRUE);
  g_main_context_wakeup (self->context);
  g_thread_join (self->thread);
  g_clear_pointer (&self->offer, sotay_handout_offer_free);
  g_clear_pointer (&self->phones, sotay_phones_free);
  g_ptr_array_unref (self->streams);
  g_main_context_unref (self->context);
  g_object_unref (self->copy);
  g_object_unref (self->inet_address);
  g_free (self->address);
  g_free (self);
}

const char *
sotay_handout_server_get_address (SotayHandoutServer *self)
{
  return self->address;
}

char *
sotay_handout_server_dup_file_address (SotayHandoutServer *self)
{
  return g_strconcat (self->address, "/", sotay_handout_offer_get_file_name (self->offer), NULL);
}

GBytes *
sotay_handout_server_get_start (SotayHandoutServer *self)
{
  return sotay_handout_offer_get_start (self->offer);
}

GBytes *
sotay_handout_server_get_end (SotayHandoutServer *self)
{
  return sotay_handout_offer_get_end (self->offer);
}
