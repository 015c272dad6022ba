/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the hand-out answers. */
#include "guide/handout-fixture.h"

#include "guide/guide-error.h"
#include "guide/handout-offer.h"

#include "support/test-support.h"

#include <glib/gstdio.h>
#include <string.h>

#define SIZE 300000

static void
set_up (HandoutFixture *fixture, gconstpointer data)
{
  handout_fixture_start (fixture, SIZE, NULL, 0);
}

static void
tear_down (HandoutFixture *fixture, gconstpointer data)
{
  handout_fixture_stop (fixture);
}

static void
assert_header (GBytes *answer, const char *name, const char *expected)
{
  g_autofree char *value = handout_fixture_get_header (answer, name);

  g_assert_cmpstr (value, ==, expected);
}

static void
assert_body (HandoutFixture *fixture, GBytes *answer, gsize from, gsize to)
{
  g_autoptr (GBytes) body = handout_fixture_get_body (answer);
  g_autoptr (GBytes) expected = g_bytes_new_from_bytes (fixture->contents, from, to - from);
  g_autofree char *length = g_strdup_printf ("%" G_GSIZE_FORMAT, to - from);

  g_assert_true (g_bytes_equal (body, expected));
  assert_header (answer, "Content-Length", length);
}

static GBytes *
get (HandoutFixture *fixture, const char *headers)
{
  return handout_fixture_request (fixture, "GET", fixture->file_path, headers);
}

static void
assert_answer (HandoutFixture *fixture, const char *method, const char *path, guint status)
{
  g_autoptr (GBytes) answer = handout_fixture_request (fixture, method, path, "");
  g_autofree char *all = g_strndup (g_bytes_get_data (answer, NULL), g_bytes_get_size (answer));

  g_test_message ("%s %s", method, path);
  g_assert_cmpuint (handout_fixture_get_status (answer), ==, status);
  if (status >= 400)
    g_assert_null (strstr (all, fixture->page_path));
}

static void
test_address (HandoutFixture *fixture, gconstpointer data)
{
  const char *address = sotay_handout_get_address (fixture->handout);
  g_autofree char *expected = g_strdup_printf ("http://127.0.0.1:%u%s", fixture->port, fixture->page_path);

  g_assert_cmpstr (address, ==, expected);
  g_assert_true (sotay_handout_is_serving (fixture->handout));
  g_assert_cmpuint (sotay_handout_get_seconds_left (fixture->handout), >, 3590);
  g_assert_cmpuint (sotay_handout_get_seconds_left (fixture->handout), <=, 3600);
  g_assert_cmpuint (strlen (fixture->page_path), ==, 7);
  g_assert_cmpuint (strspn (fixture->page_path + 1, SOTAY_HANDOUT_ALPHABET), ==, 6);
}

static void
test_page (HandoutFixture *fixture, gconstpointer data)
{
  g_autoptr (GBytes) answer = handout_fixture_request (fixture, "GET", fixture->page_path, "Range: bytes=0-0,2-2\r\n");
  g_autoptr (GBytes) body = handout_fixture_get_body (answer);
  g_autofree char *page = g_strndup (g_bytes_get_data (body, NULL), g_bytes_get_size (body));
  g_autofree char *link = g_strdup_printf ("<a href=\"%s\"", fixture->file_path);

  g_assert_cmpuint (handout_fixture_get_status (answer), ==, 200);
  assert_header (answer, "Content-Type", "text/html; charset=utf-8");
  assert_header (answer, "Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'");
  assert_header (answer, "X-Content-Type-Options", "nosniff");
  assert_header (answer, "Referrer-Policy", "no-referrer");
  assert_header (answer, "Cache-Control", "no-store");
  g_assert_true (g_utf8_validate (page, -1, NULL));
  g_assert_nonnull (strstr (page, link));
  g_assert_nonnull (strstr (page, "300 kB, 97 trang"));
  g_assert_null (strstr (page, "<script"));
  g_assert_null (strstr (page, "http"));
}

static void
test_file (HandoutFixture *fixture, gconstpointer data)
{
  g_autoptr (GBytes) answer = get (fixture, "");
  g_autofree char *etag = g_strdup_printf ("\"%s\"", sotay_manual_copy_get_sha256 (fixture->copy));

  g_assert_cmpuint (handout_fixture_get_status (answer), ==, 200);
  assert_body (fixture, answer, 0, SIZE);
  assert_header (answer, "Content-Type", "application/pdf");
  assert_header (answer, "Accept-Ranges", "bytes");
  assert_header (answer, "ETag", etag);
  assert_header (answer, "Last-Modified", "Mon, 24 Nov 2025 16:00:00 GMT");
}

static void
test_head (HandoutFixture *fixture, gconstpointer data)
{
  g_autoptr (GBytes) answer = handout_fixture_request (fixture, "HEAD", fixture->file_path, "Range: bytes=5-9\r\n");
  g_autoptr (GBytes) body = handout_fixture_get_body (answer);
  g_autoptr (GBytes) page_answer = handout_fixture_request (fixture, "HEAD", fixture->page_path, "");
  g_autoptr (GBytes) page_body = handout_fixture_get_body (page_answer);

  g_assert_cmpuint (handout_fixture_get_status (answer), ==, 200);
  assert_header (answer, "Content-Length", "300000");
  g_assert_cmpuint (g_bytes_get_size (body), ==, 0);
  g_assert_cmpuint (handout_fixture_get_status (page_answer), ==, 200);
  g_assert_cmpuint (g_bytes_get_size (page_body), ==, 0);
  g_assert_cmpuint (sotay_handout_get_phones (fixture->handout), ==, 0);
}

static void
test_ranges (HandoutFixture *fixture, gconstpointer data)
{
  const struct
  {
    const char *headers;
    gsize from;
    gsize to;
    const char *range;
  } cases[] = {
    { "Range: bytes=0-0\r\n", 0, 1, "bytes 0-0/300000" },
    { "Range: bytes=0-\r\n", 0, SIZE, "bytes 0-299999/300000" },
    { "Range: bytes=150000-\r\n", 150000, SIZE, "bytes 150000-299999/300000" },
    { "Range: bytes=140000-270000\r\n", 140000, 270001, "bytes 140000-270000/300000" },
    { "Range: bytes=-1\r\n", SIZE - 1, SIZE, "bytes 299999-299999/300000" },
    { "Range: bytes=299999-400000\r\n", SIZE - 1, SIZE, "bytes 299999-299999/300000" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GBytes) answer = get (fixture, cases[i].headers);

      g_assert_cmpuint (handout_fixture_get_status (answer), ==, 206);
      assert_header (answer, "Content-Range", cases[i].range);
      assert_body (fixture, answer, cases[i].from, cases[i].to);
    }
}

static void
test_ignored_ranges (HandoutFixture *fixture, gconstpointer data)
{
  const char *headers[] = { "Range: bytes=0-0,2-2\r\n", "Range: bytes=5-2\r\n", "Range: lines=1-2\r\n",
                            "Range: bytes=0-0\r\nRange: bytes=2-2\r\n", "Range: bytes=0-0\r\nIf-Range: \"other\"\r\n",
                            "Range: bytes=0-0\r\nIf-Range: Mon, 24 Nov 2025 16:00:01 GMT\r\n" };

  for (guint i = 0; i < G_N_ELEMENTS (headers); i++)
    {
      g_autoptr (GBytes) answer = get (fixture, headers[i]);

      g_assert_cmpuint (handout_fixture_get_status (answer), ==, 200);
      assert_header (answer, "Content-Range", NULL);
      assert_body (fixture, answer, 0, SIZE);
    }
}

static void
test_if_range (HandoutFixture *fixture, gconstpointer data)
{
  g_autofree char *etag = g_strdup_printf ("Range: bytes=10-19\r\nIf-Range: \"%s\"\r\n",
                                           sotay_manual_copy_get_sha256 (fixture->copy));
  const char *headers[] = { etag, "Range: bytes=10-19\r\nIf-Range: Mon, 24 Nov 2025 16:00:00 GMT\r\n" };

  for (guint i = 0; i < G_N_ELEMENTS (headers); i++)
    {
      g_autoptr (GBytes) answer = get (fixture, headers[i]);

      g_assert_cmpuint (handout_fixture_get_status (answer), ==, 206);
      assert_body (fixture, answer, 10, 20);
    }
}

static void
test_beyond_the_end (HandoutFixture *fixture, gconstpointer data)
{
  const char *headers[] = { "Range: bytes=300000-\r\n", "Range: bytes=-0\r\n", "Range: bytes=999999999999999999999-\r\n" };

  for (guint i = 0; i < G_N_ELEMENTS (headers); i++)
    {
      g_autoptr (GBytes) answer = get (fixture, headers[i]);
      g_autoptr (GBytes) body = handout_fixture_get_body (answer);

      g_assert_cmpuint (handout_fixture_get_status (answer), ==, 416);
      assert_header (answer, "Content-Range", "bytes */300000");
      g_assert_cmpuint (g_bytes_get_size (body), ==, 0);
    }
}

static void
test_other_paths (HandoutFixture *fixture, gconstpointer data)
{
  g_autofree char *slash = g_strconcat (fixture->page_path, "/", NULL);
  g_autofree char *query = g_strconcat (fixture->page_path, "?fbclid=x&y=%00", NULL);
  g_autofree char *longer = g_strconcat (fixture->page_path, "x", NULL);
  g_autofree char *upper = g_ascii_strup (fixture->page_path, -1);
  g_autofree char *folder = g_strconcat (fixture->page_path, "/x", NULL);
  g_autofree char *below = g_strconcat (fixture->file_path, "/", NULL);
  g_autofree char *up = g_strconcat (fixture->page_path, "/%2e%2e/%2e%2e/etc/passwd", NULL);
  g_autofree char *shorter = g_strndup (fixture->page_path, 6);
  const char *wrong[] = { "/", "/favicon.ico", "/HDSO_VNeID.pdf", "/aaaaaa", "/aaaaaa/HDSO_VNeID.pdf", "//",
                          "/etc/passwd", longer, folder, below, shorter };

  assert_answer (fixture, "GET", slash, 200);
  assert_answer (fixture, "GET", query, 200);
  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      assert_answer (fixture, "GET", wrong[i], 404);
      assert_answer (fixture, "HEAD", wrong[i], 404);
    }
  if (strcmp (upper, fixture->page_path) != 0)
    assert_answer (fixture, "GET", upper, 404);
  assert_answer (fixture, "GET", up, 404);
  assert_answer (fixture, "GET", "/../../etc/passwd", 404);
  /* libsoup itself takes no zeroes. */
  assert_answer (fixture, "GET", "/x%00y", 400);
}

static void
test_other_methods (HandoutFixture *fixture, gconstpointer data)
{
  const char *methods[] = { "POST", "PUT", "DELETE", "OPTIONS", "TRACE", "PATCH", "PROPFIND", "get", "X" };

  for (guint i = 0; i < G_N_ELEMENTS (methods); i++)
    {
      g_autoptr (GBytes) answer = handout_fixture_request (fixture, methods[i], fixture->file_path,
                                                           "Content-Length: 0\r\n");

      g_assert_cmpuint (handout_fixture_get_status (answer), ==, 405);
      assert_header (answer, "Allow", "GET, HEAD");
      assert_answer (fixture, methods[i], "/aaaaaa", 405);
    }
}

static void
test_no_requests (HandoutFixture *fixture, gconstpointer data)
{
  const char *texts[] = { "\r\n\r\n", "GET\r\n\r\n", "GET / HTTP/9.9\r\n\r\n", "GET / HTTP/1.1\r\n\r\n",
                          "\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03\r\n\r\n", /* https typed instead of http */
                          "GET / HTTP/1.1\r\nHost: a/b\r\n\r\n", "GET http://[ HTTP/1.1\r\nHost: x\r\n\r\n",
                          "CONNECT x:1 HTTP/1.1\r\n\r\n",
                          "OPTIONS * HTTP/1.1\r\nHost: x\r\n\r\n" };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      GSocketConnection *connection = handout_fixture_connect (fixture, 2);
      g_autoptr (GBytes) answer = NULL;
      guint status;

      handout_fixture_send (connection, texts[i]);
      g_socket_shutdown (g_socket_connection_get_socket (connection), FALSE, TRUE, NULL);
      answer = handout_fixture_read (connection);
      status = handout_fixture_get_status (answer);
      g_assert_true (status == 0 || status >= 400);
    }
  assert_answer (fixture, "GET", fixture->page_path, 200);
}

static void
test_phones (HandoutFixture *fixture, gconstpointer data)
{
  g_autofree char *request = g_strdup_printf ("GET %s HTTP/1.1\r\nHost: x\r\n\r\n", fixture->file_path);
  const guint hosts[] = { 1, 2, 3, 3 };

  for (guint i = 0; i < G_N_ELEMENTS (hosts); i++)
    {
      GSocketConnection *connection = handout_fixture_connect (fixture, hosts[i]);
      g_autoptr (GBytes) answer = NULL;

      handout_fixture_send (connection, request);
      answer = handout_fixture_read (connection);
      assert_body (fixture, answer, 0, SIZE);
    }
  handout_fixture_wait_for_phones (fixture, 2);
  handout_fixture_wait_for_connections (fixture, 0);
  sotay_handout_stop (fixture->handout);
  g_assert_cmpuint (sotay_handout_get_phones (fixture->handout), ==, 2);
}

static void
test_resumed (HandoutFixture *fixture, gconstpointer data)
{
  g_autoptr (GBytes) first = get (fixture, "Range: bytes=0-199999\r\n");
  g_autoptr (GBytes) last = get (fixture, "Range: bytes=200000-\r\n");

  assert_body (fixture, first, 0, 200000);
  assert_body (fixture, last, 200000, SIZE);
  handout_fixture_wait_for_phones (fixture, 1);
}

/* Deleted, and something else in its place: the room still gets what was announced. */
static void
test_removed (HandoutFixture *fixture, gconstpointer data)
{
  const char *path = sotay_manual_copy_get_path (fixture->copy);
  g_autoptr (GBytes) answer = NULL;

  g_assert_cmpint (g_unlink (path), ==, 0);
  g_assert_true (g_file_set_contents (path, "other", 5, NULL));
  answer = get (fixture, "");
  assert_body (fixture, answer, 0, SIZE);
}

static gboolean
start_again (HandoutFixture *fixture, const char *address, GError **error)
{
  g_autoptr (GInetAddress) place = g_inet_address_new_from_string (address);
  g_autoptr (GAsyncResult) result = NULL;

  sotay_handout_start_async (fixture->handout, fixture->copy, place, 1, sotay_test_store_result, &result);
  sotay_test_wait (&result);
  return sotay_handout_start_finish (fixture->handout, result, error);
}

static void
test_not_started (HandoutFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (start_again (fixture, "192.0.2.1", &error));
  g_assert_error (error, SOTAY_GUIDE_ERROR, SOTAY_GUIDE_ERROR_HANDOUT);
  g_assert_false (sotay_handout_is_serving (fixture->handout));
  g_assert_null (sotay_handout_get_address (fixture->handout));
  g_clear_error (&error);
  g_unlink (sotay_manual_copy_get_path (fixture->copy));
  g_assert_false (start_again (fixture, "127.0.0.1", &error));
  g_assert_error (error, SOTAY_GUIDE_ERROR, SOTAY_GUIDE_ERROR_FILE);
}

static void
stopped_cb (SotayHandout *handout, GParamSpec *pspec, gpointer data)
{
  *(gboolean *) data = !sotay_handout_is_serving (handout);
}

static void
test_time_over (HandoutFixture *fixture, gconstpointer data)
{
  g_autoptr (GInetAddress) place = g_inet_address_new_from_string ("127.0.0.1");
  g_autoptr (GAsyncResult) result = NULL;
  gboolean stopped = FALSE;

  sotay_handout_start_async (fixture->handout, fixture->copy, place, 0, sotay_test_store_result, &result);
  g_signal_connect (fixture->handout, "notify::serving", G_CALLBACK (stopped_cb), &stopped);
  sotay_test_wait (&result);
  while (!stopped)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpuint (sotay_handout_get_seconds_left (fixture->handout), ==, 0);
  g_assert_null (sotay_handout_get_address (fixture->handout));
}

static void
test_stopped_at_once (HandoutFixture *fixture, gconstpointer data)
{
  g_autoptr (GInetAddress) place = g_inet_address_new_from_string ("127.0.0.1");
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  sotay_handout_start_async (fixture->handout, fixture->copy, place, 1, sotay_test_store_result, &result);
  sotay_handout_stop (fixture->handout);
  sotay_test_wait (&result);
  g_assert_false (sotay_handout_start_finish (fixture->handout, result, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

/* A second hand-out takes the next port and another token; a new start of the first one, too. */
static void
test_again (HandoutFixture *fixture, gconstpointer data)
{
  HandoutFixture other = { NULL };
  g_autofree char *before = g_strdup (sotay_handout_get_address (fixture->handout));

  handout_fixture_start (&other, 10, NULL, 0);
  g_assert_cmpuint (other.port, !=, fixture->port);
  g_assert_cmpstr (other.page_path, !=, fixture->page_path);
  handout_fixture_stop (&other);
  g_assert_true (start_again (fixture, "127.0.0.1", NULL));
  g_assert_cmpstr (sotay_handout_get_address (fixture->handout), !=, before);
}

static void
test_ipv6 (HandoutFixture *fixture, gconstpointer data)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (start_again (fixture, "::1", &error));
  g_assert_true (g_str_has_prefix (sotay_handout_get_address (fixture->handout), "http://[::1]:"));
  sotay_handout_check_async (fixture->handout, NULL, sotay_test_store_result, &result);
  sotay_test_wait (&result);
  sotay_handout_check_finish (fixture->handout, result, &error);
  g_assert_no_error (error);
}

static void
test_check (HandoutFixture *fixture, gconstpointer data)
{
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (GAsyncResult) result = NULL;
      g_autoptr (GError) error = NULL;

      sotay_handout_check_async (fixture->handout, NULL, sotay_test_store_result, &result);
      sotay_test_wait (&result);
      g_assert_cmpint (sotay_handout_check_finish (fixture->handout, result, &error), ==, i == 0);
      if (i > 0)
        g_assert_error (error, SOTAY_GUIDE_ERROR, SOTAY_GUIDE_ERROR_HANDOUT_CHECK);
      sotay_handout_stop (fixture->handout);
    }
}

static void
add (const char *path, void (*func) (HandoutFixture *, gconstpointer))
{
  g_test_add (path, HandoutFixture, NULL, set_up, func, tear_down);
}

static void
add_tests (void)
{
  add ("/guide/handout/address", test_address);
  add ("/guide/handout/page", test_page);
  add ("/guide/handout/file", test_file);
  add ("/guide/handout/head", test_head);
  add ("/guide/handout/ranges", test_ranges);
  add ("/guide/handout/ignored-ranges", test_ignored_ranges);
  add ("/guide/handout/if-range", test_if_range);
  add ("/guide/handout/beyond-the-end", test_beyond_the_end);
  add ("/guide/handout/other-paths", test_other_paths);
  add ("/guide/handout/other-methods", test_other_methods);
  add ("/guide/handout/no-requests", test_no_requests);
  add ("/guide/handout/phones", test_phones);
  add ("/guide/handout/resumed", test_resumed);
  add ("/guide/handout/removed", test_removed);
  add ("/guide/handout/not-started", test_not_started);
  add ("/guide/handout/time-over", test_time_over);
  add ("/guide/handout/stopped-at-once", test_stopped_at_once);
  add ("/guide/handout/again", test_again);
  add ("/guide/handout/ipv6", test_ipv6);
  add ("/guide/handout/check", test_check);
}

int
main (int argc, char **argv)
{
  return sotay_test_run (argc, argv, add_tests);
}
