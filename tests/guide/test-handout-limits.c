/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The hand-out among clients that are slow, greedy, hostile or many. */
#include "guide/handout-fixture.h"

#include "guide/handout-server.h"
#include "guide/handout-stream.h"
#include "guide/phones.h"

#include "support/test-support.h"

#include <string.h>

#define SIZE 3000000
#define CLIENTS 60

static char *
write_request (HandoutFixture *fixture, gsize from)
{
  return g_strdup_printf ("GET %s HTTP/1.1\r\nHost: x\r\nRange: bytes=%" G_GSIZE_FORMAT "-\r\n\r\n", fixture->file_path,
                          from);
}

static void
assert_alive (HandoutFixture *fixture)
{
  g_autoptr (GBytes) answer = handout_fixture_request (fixture, "GET", fixture->page_path, "");

  g_assert_cmpuint (handout_fixture_get_status (answer), ==, 200);
}

static void
assert_dropped (GSocketConnection *connection)
{
  g_autoptr (GBytes) answer = handout_fixture_read (connection);

  g_assert_cmpuint (handout_fixture_get_status (answer), ==, 0);
}

static void
test_long_head (void)
{
  HandoutFixture fixture = { NULL };
  g_autofree char *filling = g_strnfill (SOTAY_HANDOUT_MOST_HEAD, 'x');
  g_autofree char *cookie = NULL;
  GSocketConnection *connection = NULL;
  g_autoptr (GBytes) answer = NULL;

  handout_fixture_start (&fixture, 10, NULL, 0);
  connection = handout_fixture_connect (&fixture, 3);
  handout_fixture_send (connection, filling);
  handout_fixture_send (connection, "x");
  assert_dropped (connection);
  filling[SOTAY_HANDOUT_MOST_HEAD - 1000] = '\0';
  cookie = g_strdup_printf ("Cookie: %s\r\n", filling);
  answer = handout_fixture_request (&fixture, "GET", fixture.page_path, cookie);
  g_assert_cmpuint (handout_fixture_get_status (answer), ==, 200);
  handout_fixture_stop (&fixture);
}

/* Nobody needs to send us a body. A small one is not looked at, a large one ends the line. */
static void
test_bodies (void)
{
  HandoutFixture fixture = { NULL };
  g_autofree char *filling = g_strnfill (SOTAY_HANDOUT_MOST_HEAD + 1, 'x');
  GSocketConnection *connection = NULL;
  g_autoptr (GBytes) answer = NULL;
  g_autoptr (GBytes) waited = NULL;

  handout_fixture_start (&fixture, 10, NULL, 0);
  connection = handout_fixture_connect (&fixture, 3);
  handout_fixture_send (connection, "POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 4\r\n\r\nbody");
  answer = handout_fixture_read (connection);
  g_assert_cmpuint (handout_fixture_get_status (answer), ==, 405);
  connection = handout_fixture_connect (&fixture, 3);
  handout_fixture_send (connection, "PUT / HTTP/1.1\r\nHost: x\r\nExpect: 100-continue\r\n"
                                    "Content-Length: 999999999999\r\n\r\n");
  waited = handout_fixture_read (connection);
  g_assert_cmpuint (handout_fixture_get_status (waited), ==, 405);
  connection = handout_fixture_connect (&fixture, 3);
  handout_fixture_send (connection, "POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 999999999999\r\n\r\n");
  handout_fixture_send (connection, filling);
  assert_dropped (connection);
  assert_alive (&fixture);
  handout_fixture_stop (&fixture);
}

/* A head that never ends, however busily it trickles, and one that never begins. */
static void
test_slow_head (void)
{
  HandoutFixture fixture = { NULL };
  GSocketConnection *silent = NULL;
  GSocketConnection *slow = NULL;

  handout_fixture_start (&fixture, 10, "head-milliseconds", 300);
  silent = handout_fixture_connect (&fixture, 3);
  slow = handout_fixture_connect (&fixture, 4);
  handout_fixture_send (slow, "GET / HTTP/1.1\r\nHost: x\r\nX-A: ");
  while (g_output_stream_write (g_io_stream_get_output_stream (G_IO_STREAM (slow)), "x", 1, NULL, NULL) == 1)
    g_usleep (20000);
  assert_dropped (slow);
  assert_dropped (silent);
  assert_alive (&fixture);
  handout_fixture_wait_for_connections (&fixture, 0);
  handout_fixture_stop (&fixture);
}

/* A client that takes nothing loses its line, and so does, in the end, one that takes little at a time. */
static void
test_no_reader (void)
{
  HandoutFixture fixture = { NULL };
  g_autofree char *request = NULL;
  GSocketConnection *connection = NULL;

  handout_fixture_start (&fixture, 20000000, "stall-milliseconds", 300);
  request = write_request (&fixture, 0);
  connection = handout_fixture_connect (&fixture, 3);
  handout_fixture_send (connection, request);
  handout_fixture_wait_for_connections (&fixture, 1);
  handout_fixture_wait_for_connections (&fixture, 0);
  g_object_unref (connection);
  g_assert_cmpuint (sotay_handout_get_phones (fixture.handout), ==, 0);
  assert_alive (&fixture);
  handout_fixture_stop (&fixture);
}

static void
test_slow_reader (void)
{
  HandoutFixture fixture = { NULL };
  g_autofree char *request = NULL;
  GSocketConnection *connection = NULL;
  GInputStream *input = NULL;
  char crumb[1000];
  gsize read = 0;

  handout_fixture_start (&fixture, 20000000, "stall-milliseconds", 500);
  request = write_request (&fixture, 0);
  connection = handout_fixture_connect (&fixture, 3);
  input = g_io_stream_get_input_stream (G_IO_STREAM (connection));
  handout_fixture_send (connection, request);
  handout_fixture_wait_for_connections (&fixture, 1);
  while (sotay_handout_get_connections (fixture.handout) > 0)
    {
      gssize got = g_input_stream_read (input, crumb, sizeof crumb, NULL, NULL);

      g_assert_cmpint (got, >, 0);
      read += (gsize) got;
      g_assert_cmpuint (read, <, 20000000);
      g_usleep (10000);
      g_main_context_iteration (NULL, FALSE);
    }
  g_object_unref (connection);
  assert_alive (&fixture);
  handout_fixture_stop (&fixture);
}

static void
test_half_closed (void)
{
  HandoutFixture fixture = { NULL };
  GSocketConnection *connection = NULL;
  g_autofree char *request = NULL;
  g_autoptr (GBytes) answer = NULL;
  g_autoptr (GBytes) body = NULL;

  handout_fixture_start (&fixture, SIZE, NULL, 0);
  request = write_request (&fixture, 0);
  connection = handout_fixture_connect (&fixture, 3);
  handout_fixture_send (connection, request);
  g_assert_true (g_socket_shutdown (g_socket_connection_get_socket (connection), FALSE, TRUE, NULL));
  answer = handout_fixture_read (connection);
  body = handout_fixture_get_body (answer);
  g_assert_true (g_bytes_equal (body, fixture.contents));
  handout_fixture_stop (&fixture);
}

/* One request for each line: what is sent after it is not looked at, and does not spoil the first answer. */
static void
test_pipelining (void)
{
  HandoutFixture fixture = { NULL };
  GSocketConnection *connection = NULL;
  g_autofree char *request = NULL;
  g_autofree char *three = NULL;
  g_autofree char *closes = NULL;
  g_autoptr (GBytes) answer = NULL;
  g_autoptr (GBytes) body = NULL;

  handout_fixture_start (&fixture, SIZE, NULL, 0);
  request = write_request (&fixture, 0);
  three = g_strconcat (request, request, request, NULL);
  connection = handout_fixture_connect (&fixture, 3);
  handout_fixture_send (connection, three);
  answer = handout_fixture_read (connection);
  body = handout_fixture_get_body (answer);
  g_assert_true (g_bytes_equal (body, fixture.contents));
  closes = handout_fixture_get_header (answer, "Connection");
  g_assert_cmpstr (closes, ==, "close");
  handout_fixture_stop (&fixture);
}

static void
test_guessing (void)
{
  HandoutFixture fixture = { NULL };
  guint answered = 0;

  handout_fixture_start (&fixture, 10, NULL, 0);
  while (answered <= SOTAY_PHONES_MOST_GUESSES)
    {
      GSocketConnection *connection = handout_fixture_connect (&fixture, 3);
      g_autoptr (GBytes) answer = NULL;

      handout_fixture_send (connection, "GET /aaaaaa HTTP/1.1\r\nHost: x\r\n\r\n");
      answer = handout_fixture_read (connection);
      if (handout_fixture_get_status (answer) == 0)
        break;
      answered++;
    }
  g_assert_cmpuint (answered, ==, SOTAY_PHONES_MOST_GUESSES);
  assert_dropped (handout_fixture_connect (&fixture, 3));
  assert_alive (&fixture);
  /* A browser's own curiosity is no guess. */
  for (guint i = 0; i < 2 * SOTAY_PHONES_MOST_GUESSES; i++)
    {
      g_autoptr (GBytes) answer = handout_fixture_request (&fixture, "GET", "/favicon.ico", "");

      g_assert_cmpuint (handout_fixture_get_status (answer), ==, 404);
    }
  handout_fixture_stop (&fixture);
}

static void
test_gibberish (void)
{
  HandoutFixture fixture = { NULL };

  handout_fixture_start (&fixture, 10, NULL, 0);
  for (guint i = 0; i <= SOTAY_PHONES_MOST_GUESSES; i++)
    {
      GSocketConnection *connection = handout_fixture_connect (&fixture, 3);
      g_autoptr (GBytes) answer = NULL;

      handout_fixture_send (connection, "GET / HTTP/1.1\r\nHost: a/b\r\n\r\n");
      answer = handout_fixture_read (connection);
      g_assert_cmpuint (handout_fixture_get_status (answer), ==, 400);
    }
  assert_dropped (handout_fixture_connect (&fixture, 3));
  /* Whoever only knocks, as browsers do to be quicker afterwards, does no harm. */
  for (guint i = 0; i <= SOTAY_PHONES_MOST_GUESSES; i++)
    g_object_unref (handout_fixture_connect (&fixture, 2));
  assert_alive (&fixture);
  handout_fixture_stop (&fixture);
}

static void
test_flood_from_one (void)
{
  HandoutFixture fixture = { NULL };
  g_autoptr (GPtrArray) connections = g_ptr_array_new_with_free_func (g_object_unref);

  handout_fixture_start (&fixture, 10, NULL, 0);
  for (guint i = 0; i < SOTAY_PHONES_MOST_CONNECTIONS; i++)
    g_ptr_array_add (connections, handout_fixture_connect (&fixture, 3));
  handout_fixture_wait_for_connections (&fixture, SOTAY_PHONES_MOST_CONNECTIONS);
  assert_dropped (handout_fixture_connect (&fixture, 3));
  assert_alive (&fixture);
  g_ptr_array_set_size (connections, 0);
  handout_fixture_wait_for_connections (&fixture, 0);
  handout_fixture_stop (&fixture);
}

static void
test_flood_from_many (void)
{
  HandoutFixture fixture = { NULL };
  g_autoptr (GPtrArray) connections = g_ptr_array_new_with_free_func (g_object_unref);

  handout_fixture_start (&fixture, 10, NULL, 0);
  for (guint i = 0; i < SOTAY_HANDOUT_MOST_CONNECTIONS; i++)
    g_ptr_array_add (connections, handout_fixture_connect (&fixture, 10 + i / 10));
  handout_fixture_wait_for_connections (&fixture, SOTAY_HANDOUT_MOST_CONNECTIONS);
  assert_dropped (handout_fixture_connect (&fixture, 3));
  g_ptr_array_set_size (connections, 0);
  handout_fixture_wait_for_connections (&fixture, 0);
  assert_alive (&fixture);
  handout_fixture_stop (&fixture);
}

static void
test_speed (void)
{
  HandoutFixture fixture = { NULL };
  gint64 begin;
  g_autofree char *request = NULL;
  GSocketConnection *connection = NULL;
  g_autoptr (GBytes) answer = NULL;

  handout_fixture_start (&fixture, 100000, "bytes-per-second", 100000);
  request = write_request (&fixture, 0);
  connection = handout_fixture_connect (&fixture, 3);
  begin = g_get_monotonic_time ();
  handout_fixture_send (connection, request);
  answer = handout_fixture_read (connection);
  g_assert_cmpuint (handout_fixture_get_status (answer), ==, 206);
  g_assert_cmpint (g_get_monotonic_time () - begin, >=, 900000);
  handout_fixture_stop (&fixture);
}

/* Twenty are in the middle of it, some wait for their next piece, some do not read, some have said nothing yet. */
static void
test_stop (void)
{
  const guint speeds[] = { 0, 100000 };

  for (guint i = 0; i < G_N_ELEMENTS (speeds); i++)
    {
      HandoutFixture fixture = { NULL };
      g_autoptr (GPtrArray) connections = g_ptr_array_new_with_free_func (g_object_unref);
      g_autofree char *request = NULL;
      gint64 begin;

      handout_fixture_start (&fixture, 20000000, "bytes-per-second", speeds[i]);
      request = write_request (&fixture, 0);
      for (guint j = 0; j < 25; j++)
        {
          GSocketConnection *connection = handout_fixture_connect (&fixture, 3 + j);

          g_ptr_array_add (connections, connection);
          if (j < 20)
            handout_fixture_send (connection, request);
        }
      handout_fixture_wait_for_connections (&fixture, 25);
      begin = g_get_monotonic_time ();
      sotay_handout_stop (fixture.handout);
      g_assert_cmpint (g_get_monotonic_time () - begin, <, 2 * G_USEC_PER_SEC);
      g_assert_cmpuint (sotay_handout_get_connections (fixture.handout), ==, 0);
      for (guint j = 0; j < connections->len; j++)
        {
          g_autoptr (GBytes) answer = handout_fixture_read (g_object_ref (connections->pdata[j]));

          g_assert_cmpuint (g_bytes_get_size (answer), <, g_bytes_get_size (fixture.contents));
        }
      handout_fixture_stop (&fixture);
    }
}

typedef struct
{
  HandoutFixture *fixture;
  guint number;
} Client;

/* Takes some of the file, loses the line, and goes on where it was, as phones do at the edge of a room. */
static gpointer
fetch_in_parts (gpointer data)
{
  Client *client = data;
  gsize size = g_bytes_get_size (client->fixture->contents);
  g_autoptr (GByteArray) file = g_byte_array_new ();
  g_autofree guint8 *buffer = g_malloc (100000);

  for (guint part = 0; file->len < size; part++)
    {
      g_autoptr (GSocketConnection) connection = handout_fixture_connect (client->fixture, 100 + client->number);
      GInputStream *input = g_io_stream_get_input_stream (G_IO_STREAM (connection));
      g_autofree char *request = write_request (client->fixture, file->len);
      gsize wanted = part < 3 ? 1 + client->number * 7919 * (part + 1) % 900000 : size;
      g_autoptr (GByteArray) answer = g_byte_array_new ();
      gssize got = 1;
      const char *body;

      handout_fixture_send (connection, request);
      while (answer->len < wanted + 1000 && (got = g_input_stream_read (input, buffer, 100000, NULL, NULL)) > 0)
        g_byte_array_append (answer, buffer, (guint) got);
      g_assert_cmpint (got, >=, 0);
      body = g_strstr_len ((const char *) answer->data, answer->len, "\r\n\r\n");
      g_assert_nonnull (body);
      g_byte_array_append (file, (const guint8 *) body + 4, answer->len - (guint) (body + 4 - (char *) answer->data));
    }
  return g_compute_checksum_for_data (G_CHECKSUM_SHA256, file->data, file->len);
}

static void
test_sixty (void)
{
  HandoutFixture fixture = { NULL };
  GThread *threads[CLIENTS];
  Client clients[CLIENTS];

  handout_fixture_start (&fixture, SIZE, NULL, 0);
  for (guint i = 0; i < CLIENTS; i++)
    {
      clients[i] = (Client) { &fixture, i };
      threads[i] = g_thread_new ("client", fetch_in_parts, &clients[i]);
    }
  for (guint i = 0; i < CLIENTS; i++)
    {
      g_autofree char *sha256 = g_thread_join (threads[i]);

      g_assert_cmpstr (sha256, ==, sotay_manual_copy_get_sha256 (fixture.copy));
    }
  handout_fixture_wait_for_phones (&fixture, CLIENTS);
  handout_fixture_wait_for_connections (&fixture, 0);
  handout_fixture_stop (&fixture);
}

static void
add_tests (void)
{
  g_test_add_func ("/guide/handout-limits/long-head", test_long_head);
  g_test_add_func ("/guide/handout-limits/bodies", test_bodies);
  g_test_add_func ("/guide/handout-limits/slow-head", test_slow_head);
  g_test_add_func ("/guide/handout-limits/no-reader", test_no_reader);
  g_test_add_func ("/guide/handout-limits/slow-reader", test_slow_reader);
  g_test_add_func ("/guide/handout-limits/half-closed", test_half_closed);
  g_test_add_func ("/guide/handout-limits/pipelining", test_pipelining);
  g_test_add_func ("/guide/handout-limits/guessing", test_guessing);
  g_test_add_func ("/guide/handout-limits/gibberish", test_gibberish);
  g_test_add_func ("/guide/handout-limits/flood-from-one", test_flood_from_one);
  g_test_add_func ("/guide/handout-limits/flood-from-many", test_flood_from_many);
  g_test_add_func ("/guide/handout-limits/speed", test_speed);
  g_test_add_func ("/guide/handout-limits/stop", test_stop);
  g_test_add_func ("/guide/handout-limits/sixty", test_sixty);
}

int
main (int argc, char **argv)
{
  return sotay_test_run (argc, argv, add_tests);
}
