/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "guide/handout-fixture.h"

#include "guide/manual-copy-private.h"

#include "support/test-support.h"

#include <string.h>

#define PATIENCE_SECONDS 20

static GBytes *
make_contents (gsize size)
{
  guint8 *bytes = g_malloc (size);
  guint32 state = 1;

  for (gsize i = 0; i < size; i++)
    {
      state = state * 1664525 + 1013904223;
      bytes[i] = (guint8) (state >> 24);
    }
  memcpy (bytes, "%PDF-1.7\n", MIN (size, 9));
  return g_bytes_new_take (bytes, size);
}

static SotayManualCopy *
write_copy (HandoutFixture *fixture)
{
  g_autofree char *sha256 = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, fixture->contents);
  SotayManualCopy *copy = sotay_manual_copy_new (fixture->folder, sha256,
                                                 "https://vneid.gov.vn/huongdan/HDSO_VNeID.pdf",
                                                 (gint64) g_bytes_get_size (fixture->contents), 97, 1764000000);

  g_assert_true (g_file_set_contents (sotay_manual_copy_get_path (copy), g_bytes_get_data (fixture->contents, NULL),
                                      (gssize) g_bytes_get_size (fixture->contents), NULL));
  return copy;
}

static void
start (HandoutFixture *fixture)
{
  g_autoptr (GInetAddress) loopback = g_inet_address_new_loopback (G_SOCKET_FAMILY_IPV4);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GUri) uri = NULL;
  g_autoptr (GError) error = NULL;

  sotay_handout_start_async (fixture->handout, fixture->copy, loopback, 60, sotay_test_store_result, &result);
  sotay_test_wait (&result);
  sotay_handout_start_finish (fixture->handout, result, &error);
  g_assert_no_error (error);
  uri = g_uri_parse (sotay_handout_get_address (fixture->handout), G_URI_FLAGS_NONE, NULL);
  fixture->port = (guint16) g_uri_get_port (uri);
  fixture->page_path = g_strdup (g_uri_get_path (uri));
  fixture->file_path = g_strconcat (fixture->page_path, "/HDSO_VNeID.pdf", NULL);
}

void
handout_fixture_start (HandoutFixture *fixture, gsize size, const char *property, guint value)
{
  fixture->handout = property != NULL ? g_object_new (SOTAY_TYPE_HANDOUT, property, value, NULL)
                                      : sotay_handout_new ();
  fixture->folder = sotay_test_folder ();
  fixture->contents = make_contents (size);
  fixture->copy = write_copy (fixture);
  start (fixture);
}

void
handout_fixture_stop (HandoutFixture *fixture)
{
  g_clear_object (&fixture->handout);
  g_clear_object (&fixture->copy);
  g_clear_pointer (&fixture->folder, g_free);
  g_clear_pointer (&fixture->contents, g_bytes_unref);
  g_clear_pointer (&fixture->page_path, g_free);
  g_clear_pointer (&fixture->file_path, g_free);
}

GSocketConnection *
handout_fixture_connect (HandoutFixture *fixture, guint host)
{
  g_autofree char *own = g_strdup_printf ("127.0.0.%u", host);
  g_autoptr (GSocketAddress) from = g_inet_socket_address_new_from_string (own, 0);
  g_autoptr (GSocketAddress) to = g_inet_socket_address_new_from_string ("127.0.0.1", fixture->port);
  g_autoptr (GSocketClient) client = g_socket_client_new ();
  g_autoptr (GError) error = NULL;
  GSocketConnection *connection = NULL;

  g_socket_client_set_local_address (client, from);
  g_socket_client_set_timeout (client, PATIENCE_SECONDS);
  g_socket_client_set_enable_proxy (client, FALSE);
  connection = g_socket_client_connect (client, G_SOCKET_CONNECTABLE (to), NULL, &error);
  g_assert_no_error (error);
  return connection;
}

void
handout_fixture_send (GSocketConnection *connection, const char *text)
{
  GOutputStream *output = g_io_stream_get_output_stream (G_IO_STREAM (connection));
  g_autoptr (GError) error = NULL;

  g_output_stream_write_all (output, text, strlen (text), NULL, NULL, &error);
  g_assert_no_error (error);
}

GBytes *
handout_fixture_read (GSocketConnection *connection)
{
  GInputStream *input = g_io_stream_get_input_stream (G_IO_STREAM (connection));
  g_autoptr (GByteArray) answer = g_byte_array_new ();
  g_autofree guint8 *buffer = g_malloc (64 * 1024);
  g_autoptr (GError) error = NULL;
  gssize got;

  while ((got = g_input_stream_read (input, buffer, 64 * 1024, NULL, &error)) > 0)
    g_byte_array_append (answer, buffer, (guint) got);
  /* A line that was broken ends the answer, too; one that stands still does not. */
  g_assert_false (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_TIMED_OUT));
  g_object_unref (connection);
  return g_byte_array_free_to_bytes (g_steal_pointer (&answer));
}

GBytes *
handout_fixture_request (HandoutFixture *fixture, const char *method, const char *path, const char *headers)
{
  GSocketConnection *connection = handout_fixture_connect (fixture, 2);
  g_autofree char *request = g_strdup_printf ("%s %s HTTP/1.1\r\nHost: 127.0.0.1:%u\r\n%s\r\n", method, path,
                                              fixture->port, headers);

  handout_fixture_send (connection, request);
  return handout_fixture_read (connection);
}

static const char *
find_body (GBytes *answer, gsize *head_length)
{
  gsize length = 0;
  const char *text = g_bytes_get_data (answer, &length);
  const char *end = text != NULL ? g_strstr_len (text, (gssize) length, "\r\n\r\n") : NULL;

  g_assert_nonnull (end);
  *head_length = (gsize) (end + 4 - text);
  return end + 4;
}

guint
handout_fixture_get_status (GBytes *answer)
{
  gsize length = 0;
  const char *text = g_bytes_get_data (answer, &length);

  if (length == 0)
    return 0;
  g_assert_cmpuint (length, >, 12);
  g_assert_true (strncmp (text, "HTTP/1.", 7) == 0);
  return (guint) g_ascii_strtoull (text + 9, NULL, 10);
}

char *
handout_fixture_get_header (GBytes *answer, const char *name)
{
  gsize head_length = 0;
  g_auto (GStrv) lines = NULL;
  g_autofree char *head = NULL;
  g_autofree char *prefix = g_strconcat (name, ": ", NULL);

  find_body (answer, &head_length);
  head = g_strndup (g_bytes_get_data (answer, NULL), head_length);
  lines = g_strsplit (head, "\r\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    if (g_ascii_strncasecmp (lines[i], prefix, strlen (prefix)) == 0)
      return g_strdup (lines[i] + strlen (prefix));
  return NULL;
}

GBytes *
handout_fixture_get_body (GBytes *answer)
{
  gsize head_length = 0;

  find_body (answer, &head_length);
  return g_bytes_new_from_bytes (answer, head_length, g_bytes_get_size (answer) - head_length);
}

static gboolean
lose_patience_cb (gpointer data)
{
  g_error ("the hand-out did not get where the test expects it");
  return G_SOURCE_REMOVE;
}

void
handout_fixture_wait_for_phones (HandoutFixture *fixture, guint phones)
{
  guint patience = g_timeout_add_seconds (PATIENCE_SECONDS, lose_patience_cb, NULL);

  while (sotay_handout_get_phones (fixture->handout) != phones)
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (patience);
}

void
handout_fixture_wait_for_connections (HandoutFixture *fixture, guint connections)
{
  guint patience = g_timeout_add_seconds (PATIENCE_SECONDS, lose_patience_cb, NULL);

  while (sotay_handout_get_connections (fixture->handout) != connections)
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (patience);
}
