/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "guide/canned-server.h"

struct _CannedServer
{
  GSocketService *service;
  char *address;
  GBytes *answer;
  gboolean hold;
  int requests;
};

static gboolean
read_request (GInputStream *input)
{
  g_autoptr (GDataInputStream) lines = g_data_input_stream_new (input);

  g_filter_input_stream_set_close_base_stream (G_FILTER_INPUT_STREAM (lines), FALSE);
  g_data_input_stream_set_newline_type (lines, G_DATA_STREAM_NEWLINE_TYPE_CR_LF);
  while (TRUE)
    {
      g_autofree char *line = g_data_input_stream_read_line (lines, NULL, NULL, NULL);

      if (line == NULL || *line == '\0')
        return line != NULL;
    }
}

static gboolean
run_cb (GThreadedSocketService *service, GSocketConnection *connection, GObject *source, gpointer data)
{
  CannedServer *server = data;
  GInputStream *input = g_io_stream_get_input_stream (G_IO_STREAM (connection));
  GOutputStream *output = g_io_stream_get_output_stream (G_IO_STREAM (connection));
  char rest;

  if (!read_request (input))
    return TRUE;
  g_atomic_int_inc (&server->requests);
  g_output_stream_write_all (output, g_bytes_get_data (server->answer, NULL), g_bytes_get_size (server->answer), NULL,
                             NULL, NULL);
  if (server->hold)
    g_input_stream_read (input, &rest, 1, NULL, NULL);
  return TRUE;
}

static void
free_cb (gpointer data, GClosure *closure)
{
  CannedServer *server = data;

  g_bytes_unref (server->answer);
  g_free (server->address);
  g_free (server);
}

CannedServer *
canned_server_new (const char *head, GBytes *body, gboolean hold)
{
  CannedServer *server = g_new0 (CannedServer, 1);
  g_autoptr (GInetAddress) loopback = g_inet_address_new_loopback (G_SOCKET_FAMILY_IPV4);
  g_autoptr (GSocketAddress) place = g_inet_socket_address_new (loopback, 0);
  g_autoptr (GSocketAddress) found = NULL;
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) lines = g_strsplit (head, "\n", -1);
  g_autofree char *joined = g_strjoinv ("\r\n", lines);
  GByteArray *answer = g_byte_array_new ();

  g_byte_array_append (answer, (const guint8 *) joined, (guint) strlen (joined));
  g_byte_array_append (answer, (const guint8 *) "\r\n\r\n", 4);
  if (body != NULL)
    g_byte_array_append (answer, g_bytes_get_data (body, NULL), (guint) g_bytes_get_size (body));
  server->answer = g_byte_array_free_to_bytes (answer);
  server->hold = hold;
  server->service = g_threaded_socket_service_new (10);
  g_socket_listener_add_address (G_SOCKET_LISTENER (server->service), place, G_SOCKET_TYPE_STREAM,
                                 G_SOCKET_PROTOCOL_TCP, NULL, &found, &error);
  g_assert_no_error (error);
  server->address = g_strdup_printf ("http://127.0.0.1:%u/manual.pdf",
                                     g_inet_socket_address_get_port (G_INET_SOCKET_ADDRESS (found)));
  g_signal_connect_data (server->service, "run", G_CALLBACK (run_cb), server, free_cb, 0);
  return server;
}

const char *
canned_server_get_address (CannedServer *server)
{
  return server->address;
}

guint
canned_server_count_requests (CannedServer *server)
{
  return (guint) g_atomic_int_get (&server->requests);
}

/* The rest is freed when the last connection's thread has ended. */
void
canned_server_free (CannedServer *server)
{
  GSocketService *service = server->service;

  g_socket_service_stop (service);
  g_socket_listener_close (G_SOCKET_LISTENER (service));
  g_object_unref (service);
}
