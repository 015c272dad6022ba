/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "guide/hostile-server.h"

#define DRIP_USEC 50000

struct _HostileServer
{
  GSocketService *service;
  char *address;
  char *port;
  GBytes *file;
  const HostileAnswer *answers;
  guint n_answers;
  GMutex mutex;
  GPtrArray *requests;
};

static char *
read_request (GInputStream *input)
{
  g_autoptr (GDataInputStream) lines = g_data_input_stream_new (input);
  g_autoptr (GString) request = g_string_new (NULL);

  g_filter_input_stream_set_close_base_stream (G_FILTER_INPUT_STREAM (lines), FALSE);
  g_data_input_stream_set_newline_type (lines, G_DATA_STREAM_NEWLINE_TYPE_CR_LF);
  while (TRUE)
    {
      g_autofree char *line = g_data_input_stream_read_line (lines, NULL, NULL, NULL);

      if (line == NULL)
        return NULL;
      if (*line == '\0')
        return g_strdup (request->str);
      g_string_append_printf (request, "%s\n", line);
    }
}

static gboolean
put (GOutputStream *output, gconstpointer bytes, gsize length)
{
  return g_output_stream_write_all (output, bytes, length, NULL, NULL, NULL);
}

static gboolean
put_text (GOutputStream *output, const char *text)
{
  return put (output, text, strlen (text));
}

/* Until the client has had enough: it is the client that must end this. */
static void
go_on (GIOStream *stream, HostileEnd end)
{
  GOutputStream *output = g_io_stream_get_output_stream (stream);
  char zeros[16384] = { 0 };
  char rest;

  if (end == HOSTILE_HOLD)
    g_input_stream_read (g_io_stream_get_input_stream (stream), &rest, 1, NULL, NULL);
  while (end == HOSTILE_STREAM && put (output, zeros, sizeof zeros))
    ;
  while (end == HOSTILE_DRIP && put_text (output, "x"))
    g_usleep (DRIP_USEC);
  while (end == HOSTILE_INTERIM && put_text (output, "HTTP/1.1 103 Early Hints\r\n\r\n"))
    g_usleep (DRIP_USEC);
}

static void
put_body (HostileServer *server, GOutputStream *output, const HostileAnswer *answer)
{
  gsize all = g_bytes_get_size (server->file) - answer->from;
  gsize length = answer->length < 0 ? all : MIN ((gsize) answer->length, all);
  g_autofree char *size = g_strdup_printf ("%" G_GSIZE_MODIFIER "x\r\n", length);
  const char *bytes = g_bytes_get_data (server->file, NULL);

  if (answer->chunked)
    put_text (output, size);
  put (output, bytes + answer->from, length);
  if (answer->chunked)
    put_text (output, "\r\n0\r\n\r\n");
}

static void
put_answer (HostileServer *server, GIOStream *stream, const HostileAnswer *answer)
{
  GOutputStream *output = g_io_stream_get_output_stream (stream);
  g_auto (GStrv) parts = g_strsplit (answer->head, "%PORT%", -1);
  g_autofree char *head = g_strjoinv (server->port, parts);
  g_auto (GStrv) lines = g_strsplit (head, "\n", -1);
  g_autofree char *joined = g_strjoinv ("\r\n", lines);

  if (answer->end == HOSTILE_ABORT)
    return;
  put_text (output, joined);
  if (answer->end != HOSTILE_DRIP)
    put_text (output, "\r\n\r\n");
  if (answer->end != HOSTILE_DRIP && answer->end != HOSTILE_INTERIM)
    put_body (server, output, answer);
  go_on (stream, answer->end);
}

static gboolean
run_cb (GThreadedSocketService *service, GSocketConnection *connection, GObject *source, gpointer data)
{
  HostileServer *server = data;
  char *request = read_request (g_io_stream_get_input_stream (G_IO_STREAM (connection)));
  guint number;

  if (request == NULL)
    return TRUE;
  g_mutex_lock (&server->mutex);
  number = server->requests->len;
  g_ptr_array_add (server->requests, request);
  g_mutex_unlock (&server->mutex);
  put_answer (server, G_IO_STREAM (connection), &server->answers[MIN (number, server->n_answers - 1)]);
  return TRUE;
}

static void
free_cb (gpointer data, GClosure *closure)
{
  HostileServer *server = data;

  g_bytes_unref (server->file);
  g_ptr_array_unref (server->requests);
  g_mutex_clear (&server->mutex);
  g_free (server->address);
  g_free (server->port);
  g_free (server);
}

HostileServer *
hostile_server_new (GBytes *file, const HostileAnswer *answers, guint n)
{
  HostileServer *server = g_new0 (HostileServer, 1);
  g_autoptr (GInetAddress) loopback = g_inet_address_new_loopback (G_SOCKET_FAMILY_IPV4);
  g_autoptr (GSocketAddress) place = g_inet_socket_address_new (loopback, 0);
  g_autoptr (GSocketAddress) found = NULL;
  g_autoptr (GError) error = NULL;

  server->file = g_bytes_ref (file);
  server->answers = answers;
  server->n_answers = n;
  server->requests = g_ptr_array_new_with_free_func (g_free);
  g_mutex_init (&server->mutex);
  server->service = g_threaded_socket_service_new (10);
  g_socket_listener_add_address (G_SOCKET_LISTENER (server->service), place, G_SOCKET_TYPE_STREAM,
                                 G_SOCKET_PROTOCOL_TCP, NULL, &found, &error);
  g_assert_no_error (error);
  server->port = g_strdup_printf ("%u", g_inet_socket_address_get_port (G_INET_SOCKET_ADDRESS (found)));
  server->address = g_strdup_printf ("http://127.0.0.1:%s/manual.pdf", server->port);
  g_signal_connect_data (server->service, "run", G_CALLBACK (run_cb), server, free_cb, 0);
  return server;
}

const char *
hostile_server_get_address (HostileServer *server)
{
  return server->address;
}

guint
hostile_server_count_requests (HostileServer *server)
{
  guint count;

  g_mutex_lock (&server->mutex);
  count = server->requests->len;
  g_mutex_unlock (&server->mutex);
  return count;
}

char *
hostile_server_dup_request (HostileServer *server, guint number)
{
  char *request = NULL;

  g_mutex_lock (&server->mutex);
  g_assert_cmpuint (number, <, server->requests->len);
  request = g_strdup (g_ptr_array_index (server->requests, number));
  g_mutex_unlock (&server->mutex);
  return request;
}

gboolean
hostile_server_was_asked (HostileServer *server, guint number, const char *line)
{
  g_autofree char *request = hostile_server_dup_request (server, number);
  g_auto (GStrv) lines = g_strsplit (request, "\n", -1);

  return g_strv_contains ((const char *const *) lines, line);
}

/* The rest is freed when the last connection's thread has ended. */
void
hostile_server_free (HostileServer *server)
{
  GSocketService *service = server->service;

  g_socket_service_stop (service);
  g_socket_listener_close (G_SOCKET_LISTENER (service));
  g_object_unref (service);
}
