/* SPDX-License-Identifier: GPL-3.0-or-later */
/* handout-clients PORT PATH FILE COUNT: COUNT clients, each from an address of its own, fetch
 * http://127.0.0.1:PORT/PATH at once. Each loses the line three times and goes on where it was. Every byte is compared
 * with FILE. Prints the microseconds until the last one has everything; fails when one does not. */
#include <gio/gio.h>
#include <string.h>

#define PIECE (256 * 1024)
#define CUTS 3

typedef struct
{
  guint16 port;
  const char *path;
  const char *contents;
  gsize size;
  guint number;
} Client;

static GSocketConnection *
ask (Client *client, gsize from)
{
  g_autofree char *own = g_strdup_printf ("127.0.1.%u", client->number + 1);
  g_autoptr (GSocketAddress) source = g_inet_socket_address_new_from_string (own, 0);
  g_autoptr (GSocketAddress) target = g_inet_socket_address_new_from_string ("127.0.0.1", client->port);
  g_autoptr (GSocketClient) socket_client = g_socket_client_new ();
  g_autofree char *request = g_strdup_printf ("GET %s HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n"
                                              "Range: bytes=%" G_GSIZE_FORMAT "-\r\n\r\n", client->path, from);
  GSocketConnection *connection = NULL;
  g_autoptr (GError) error = NULL;

  g_socket_client_set_local_address (socket_client, source);
  g_socket_client_set_enable_proxy (socket_client, FALSE);
  g_socket_client_set_timeout (socket_client, 60);
  connection = g_socket_client_connect (socket_client, G_SOCKET_CONNECTABLE (target), NULL, &error);
  if (connection == NULL)
    g_error ("client %u: %s", client->number, error->message);
  g_output_stream_write_all (g_io_stream_get_output_stream (G_IO_STREAM (connection)), request, strlen (request), NULL,
                             NULL, NULL);
  return connection;
}

/* Returns how far the client is: at the end of the file, or past @until. */
static gsize
fetch_part (Client *client, char *buffer, gsize from, gsize until)
{
  g_autoptr (GSocketConnection) connection = ask (client, from);
  GInputStream *input = g_io_stream_get_input_stream (G_IO_STREAM (connection));
  gsize head = 0;
  char *body = NULL;
  gssize got;

  while (body == NULL)
    {
      got = g_input_stream_read (input, buffer + head, PIECE - head, NULL, NULL);
      if (got <= 0)
        g_error ("client %u: no answer", client->number);
      head += (gsize) got;
      body = g_strstr_len (buffer, (gssize) head, "\r\n\r\n");
    }
  if (strncmp (buffer, "HTTP/1.1 206", 12) != 0)
    g_error ("client %u: %.12s", client->number, buffer);
  got = buffer + head - (body + 4);
  body += 4;
  do
    {
      if (from + (gsize) got > client->size || memcmp (client->contents + from, body, (gsize) got) != 0)
        g_error ("client %u: other bytes at %" G_GSIZE_FORMAT, client->number, from);
      from += (gsize) got;
      body = buffer;
    }
  while (from < until && (got = g_input_stream_read (input, buffer, PIECE, NULL, NULL)) > 0);
  return from;
}

static gpointer
run_client (gpointer data)
{
  Client *client = data;
  g_autofree char *buffer = g_malloc (PIECE);
  gsize from = 0;

  for (guint part = 0; part < CUTS; part++)
    from = fetch_part (client, buffer, from, MIN (client->size, from + client->size / (part + client->number % 5 + 3)));
  from = fetch_part (client, buffer, from, client->size);
  if (from != client->size)
    g_error ("client %u: the file ended early", client->number);
  return NULL;
}

int
main (int argc, char **argv)
{
  guint16 port = (guint16) g_ascii_strtoull (argv[1], NULL, 10);
  guint count = (guint) g_ascii_strtoull (argv[4], NULL, 10);
  g_autoptr (GMappedFile) file = g_mapped_file_new (argv[3], FALSE, NULL);
  g_autofree Client *clients = g_new (Client, count);
  g_autofree GThread **threads = g_new (GThread *, count);
  gint64 begin = g_get_monotonic_time ();

  for (guint i = 0; i < count; i++)
    {
      clients[i] = (Client) { port, argv[2], g_mapped_file_get_contents (file), g_mapped_file_get_length (file), i };
      threads[i] = g_thread_new ("client", run_client, &clients[i]);
    }
  for (guint i = 0; i < count; i++)
    g_thread_join (threads[i]);
  g_print ("%" G_GINT64_FORMAT "\n", g_get_monotonic_time () - begin);
  return 0;
}
