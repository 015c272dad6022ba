/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A line that breaks, a server that is busy or lies: the parts of a download fit together, or it starts over. */
#include "guide/guide-error.h"
#include "guide/hostile-server.h"
#include "guide/library-fixture.h"

#include "support/test-support.h"

#include <glib/gstdio.h>

/* The PDF of these tests: 1 + 2 * 788 + 1 bytes and the padding. */
#define PADDING 98422
#define ALL 100000
#define HALF 40000

#define WHOLE "HTTP/1.1 200 OK\nContent-Length: 100000\nETag: \"one\"\nConnection: close"
#define REST "HTTP/1.1 206 Partial Content\nContent-Range: bytes 40000-99999/100000\nContent-Length: 60000\n" \
             "ETag: \"one\"\nConnection: close"
#define ASKED_REST "Range: bytes=40000-"

static SotayManualCopy *
download (LibraryFixture *fixture, HostileServer *server)
{
  g_autoptr (GError) error = NULL;
  SotayManualCopy *copy = library_fixture_download (fixture, hostile_server_get_address (server), &error);

  g_assert_no_error (error);
  g_assert_cmpstr (sotay_manual_copy_get_sha256 (copy), ==,
                   sotay_manual_copy_get_sha256 (sotay_guide_library_get_current (fixture->library)));
  return copy;
}

static void
assert_fails (LibraryFixture *fixture, HostileServer *server, SotayGuideError code)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (library_fixture_download (fixture, hostile_server_get_address (server), &error));
  g_assert_error (error, SOTAY_GUIDE_ERROR, (int) code);
}

static gboolean
was_asked_range (HostileServer *server, guint number)
{
  g_autofree char *request = hostile_server_dup_request (server, number);

  return strstr (request, "Range:") != NULL;
}

static void
assert_no_debris (LibraryFixture *fixture)
{
  g_autoptr (GDir) dir = g_dir_open (fixture->folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    g_assert_false (g_str_has_prefix (name, "partial-"));
}

/* The line breaks half-way, and the rest comes in the same download. */
static void
test_line_breaks (LibraryFixture *fixture, gconstpointer data)
{
  const HostileAnswer answers[] = { { WHOLE, 0, HALF }, { REST, HALF, -1 } };
  g_autoptr (GBytes) pdf = library_fixture_make_pdf (PADDING);
  g_autoptr (HostileServer) server = hostile_server_new (pdf, answers, G_N_ELEMENTS (answers));
  g_autoptr (SotayManualCopy) copy = NULL;

  g_assert_cmpuint (g_bytes_get_size (pdf), ==, ALL);
  copy = download (fixture, server);
  library_fixture_assert_bytes (copy, pdf);
  g_assert_cmpint (sotay_manual_copy_get_resumed_from (copy), ==, HALF);
  g_assert_cmpstr (sotay_manual_copy_get_etag (copy), ==, "\"one\"");
  g_assert_cmpuint (hostile_server_count_requests (server), ==, 2);
  g_assert_true (hostile_server_was_asked (server, 1, ASKED_REST));
  g_assert_true (hostile_server_was_asked (server, 1, "If-Range: \"one\""));
  g_assert_true (hostile_server_was_asked (server, 1, "Accept-Encoding: identity"));
  g_assert_cmpuint (fixture->stages, ==, 0xf);
  g_assert_cmpuint (fixture->longest_pause, ==, 2);
  g_assert_true (fixture->modified);
  assert_no_debris (fixture);
}

/* Without an ETag, by the date of the last change; not by one within the same second. */
static void
test_by_date (LibraryFixture *fixture, gconstpointer data)
{
  const char *date = "Last-Modified: Mon, 23 Nov 2026 08:00:00 GMT";
  const struct
  {
    const char *said;
    gboolean resumes;
  } cases[] = {
    { "Mon, 23 Nov 2026 08:00:01 GMT", TRUE },
    { "Mon, 23 Nov 2026 08:00:00 GMT", FALSE },
    { "yesterday", FALSE },
  };
  g_autoptr (GBytes) pdf = library_fixture_make_pdf (PADDING);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *first = g_strdup_printf ("HTTP/1.1 200 OK\nContent-Length: 100000\nETag: W/\"weak\"\n%s\nDate: %s",
                                                date, cases[i].said);
      g_autofree char *rest = g_strdup_printf ("HTTP/1.1 206 Partial Content\n%s\nETag: W/\"weak\"\n"
                                               "Content-Range: bytes 40000-99999/100000", date);
      const HostileAnswer answers[] = { { first, 0, HALF }, { first, 0, -1 }, { first, 0, HALF }, { rest, HALF, -1 } };
      g_autoptr (HostileServer) server = hostile_server_new (pdf, answers + (cases[i].resumes ? 2 : 0), 2);
      g_autoptr (SotayManualCopy) copy = download (fixture, server);

      library_fixture_assert_bytes (copy, pdf);
      g_assert_cmpint (sotay_manual_copy_get_resumed_from (copy), ==, cases[i].resumes ? HALF : 0);
      g_assert_true (was_asked_range (server, 1) == cases[i].resumes);
      if (cases[i].resumes)
        g_assert_true (hostile_server_was_asked (server, 1, "If-Range: Mon, 23 Nov 2026 08:00:00 GMT"));
    }
}

/* Answers to the request for the rest that must not be put behind what is there: the file comes from its beginning. */
static void
test_wrong_rest (LibraryFixture *fixture, gconstpointer data)
{
#define PART "HTTP/1.1 206 Partial Content\nConnection: close\n"
  const HostileAnswer wrong[] = {
    { PART "ETag: \"one\"", HALF, -1 },
    { PART "ETag: \"one\"\nContent-Range: bytes 39999-99999/100000", HALF - 1, -1 },
    { PART "ETag: \"one\"\nContent-Range: bytes 40001-99999/100000", HALF + 1, -1 },
    { PART "ETag: \"one\"\nContent-Range: bytes 0-99999/100000", 0, -1 },
    { PART "ETag: \"one\"\nContent-Range: bytes 40000-99999/100001", HALF, -1 },
    { PART "ETag: \"one\"\nContent-Range: bytes 40000-100000/100001", HALF, -1 },
    { PART "ETag: \"one\"\nContent-Range: bytes 40000-100000/*", HALF, -1 },
    { PART "ETag: \"one\"\nContent-Range: bytes 40000-39999/100000", HALF, -1 },
    { PART "ETag: \"one\"\nContent-Range: lines 40000-99999/100000", HALF, -1 },
    { PART "ETag: \"one\"\nContent-Range: bytes 40000-99999/100000\nContent-Range: bytes 0-9/10", HALF, -1 },
    { PART "ETag: \"one\"\nContent-Range: bytes 40000-99999/100000\nContent-Length: 59999", HALF, -1 },
    { PART "ETag: \"one\"\nContent-Type: multipart/byteranges; boundary=x", HALF, -1 },
    { PART "ETag: \"two\"\nContent-Range: bytes 40000-99999/100000", HALF, -1 },
    { PART "ETag: W/\"one\"\nContent-Range: bytes 40000-99999/100000", HALF, -1 },
    { PART "Content-Range: bytes 40000-99999/100000", HALF, -1 },
    { "HTTP/1.1 416 Range Not Satisfiable\nContent-Range: bytes */100000\nConnection: close", 0, 0 },
    { "HTTP/1.1 416 Range Not Satisfiable\nContent-Range: bytes */30000\nConnection: close", 0, 0 },
    { "HTTP/1.1 416 Range Not Satisfiable\nConnection: close", 0, 0 },
  };
  g_autoptr (GBytes) pdf = library_fixture_make_pdf (PADDING);

  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      const HostileAnswer answers[] = { { WHOLE, 0, HALF }, wrong[i], { WHOLE, 0, -1 } };
      g_autoptr (HostileServer) server = hostile_server_new (pdf, answers, G_N_ELEMENTS (answers));
      g_autoptr (SotayManualCopy) copy = NULL;

      g_test_message ("%s", wrong[i].head);
      copy = download (fixture, server);
      library_fixture_assert_bytes (copy, pdf);
      g_assert_cmpint (sotay_manual_copy_get_resumed_from (copy), ==, 0);
      g_assert_cmpuint (hostile_server_count_requests (server), ==, 3);
      g_assert_true (hostile_server_was_asked (server, 1, ASKED_REST));
      g_assert_false (was_asked_range (server, 2));
      assert_no_debris (fixture);
    }
}

/* A server that knows no ranges, or has another edition by now, sends all of it. */
static void
test_range_ignored (LibraryFixture *fixture, gconstpointer data)
{
  const HostileAnswer answers[] = { { WHOLE, 0, HALF },
                                    { "HTTP/1.1 200 OK\nContent-Length: 100000\nETag: \"two\"", 0, -1 } };
  g_autoptr (GBytes) pdf = library_fixture_make_pdf (PADDING);
  g_autoptr (HostileServer) server = hostile_server_new (pdf, answers, G_N_ELEMENTS (answers));
  g_autoptr (SotayManualCopy) copy = download (fixture, server);

  library_fixture_assert_bytes (copy, pdf);
  g_assert_cmpint (sotay_manual_copy_get_resumed_from (copy), ==, 0);
  g_assert_cmpstr (sotay_manual_copy_get_etag (copy), ==, "\"two\"");
  g_assert_cmpuint (hostile_server_count_requests (server), ==, 2);
}

/* Refused for the whole file as well, 416 is an error. */
static void
test_range_refused_twice (LibraryFixture *fixture, gconstpointer data)
{
  const HostileAnswer answers[] = { { WHOLE, 0, HALF }, { "HTTP/1.1 416 Range Not Satisfiable", 0, 0 } };
  g_autoptr (GBytes) pdf = library_fixture_make_pdf (PADDING);
  g_autoptr (HostileServer) server = hostile_server_new (pdf, answers, G_N_ELEMENTS (answers));

  assert_fails (fixture, server, SOTAY_GUIDE_ERROR_RANGE);
  g_assert_cmpuint (hostile_server_count_requests (server), ==, 3);
  library_fixture_assert_spared (fixture);
}

/* All of it came, but neither its length nor its end: 416 says that nothing is missing. */
static void
test_complete_already (LibraryFixture *fixture, gconstpointer data)
{
  const HostileAnswer answers[] = {
    { "HTTP/1.1 200 OK\nETag: \"one\"", 0, -1, HOSTILE_HOLD },
    { "HTTP/1.1 416 Range Not Satisfiable\nContent-Range: bytes */100000", 0, 0 },
  };
  g_autoptr (GBytes) pdf = library_fixture_make_pdf (PADDING);
  g_autoptr (HostileServer) server = hostile_server_new (pdf, answers, G_N_ELEMENTS (answers));
  g_autoptr (SotayManualCopy) copy = download (fixture, server);

  library_fixture_assert_bytes (copy, pdf);
  g_assert_cmpint (sotay_manual_copy_get_resumed_from (copy), ==, ALL);
}

/* More came behind the range than it said. */
static void
test_rest_too_long (LibraryFixture *fixture, gconstpointer data)
{
  const HostileAnswer answers[] = {
    { WHOLE, 0, HALF },
    { "HTTP/1.1 206 Partial Content\nContent-Range: bytes 40000-99999/100000\nETag: \"one\"\n"
      "Transfer-Encoding: chunked", HALF - 1, -1, HOSTILE_CLOSE, TRUE },
  };
  g_autoptr (GBytes) pdf = library_fixture_make_pdf (PADDING);
  g_autoptr (HostileServer) server = hostile_server_new (pdf, answers, G_N_ELEMENTS (answers));

  assert_fails (fixture, server, SOTAY_GUIDE_ERROR_TOO_LARGE);
  library_fixture_assert_untouched (fixture);
}

static void
stop_half_way (LibraryFixture *fixture, HostileServer *server)
{
  g_autoptr (GError) error = NULL;

  fixture->cancel_at_bytes = HALF;
  g_assert_null (library_fixture_download (fixture, hostile_server_get_address (server), &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  library_fixture_assert_spared (fixture);
  library_fixture_reopen (fixture);
}

/* The person stops it, and goes on with it another day. */
static void
test_next_program (LibraryFixture *fixture, gconstpointer data)
{
  const HostileAnswer answers[] = { { WHOLE, 0, HALF, HOSTILE_HOLD }, { REST, HALF, -1 } };
  g_autoptr (GBytes) pdf = library_fixture_make_pdf (PADDING);
  g_autoptr (HostileServer) server = hostile_server_new (pdf, answers, G_N_ELEMENTS (answers));
  g_autoptr (SotayManualCopy) copy = NULL;

  stop_half_way (fixture, server);
  copy = download (fixture, server);
  library_fixture_assert_bytes (copy, pdf);
  g_assert_cmpint (sotay_manual_copy_get_resumed_from (copy), ==, HALF);
  g_assert_true (hostile_server_was_asked (server, 1, ASKED_REST));
  assert_no_debris (fixture);
}

/* Written after the note was: a program that was killed leaves such a file. */
static void
test_longer_than_noted (LibraryFixture *fixture, gconstpointer data)
{
  const HostileAnswer answers[] = { { WHOLE, 0, HALF, HOSTILE_HOLD }, { REST, HALF, -1 } };
  g_autoptr (GBytes) pdf = library_fixture_make_pdf (PADDING);
  g_autoptr (HostileServer) server = hostile_server_new (pdf, answers, G_N_ELEMENTS (answers));
  g_autoptr (SotayManualCopy) copy = NULL;
  g_autofree char *partial = NULL;
  FILE *file = NULL;

  stop_half_way (fixture, server);
  partial = library_fixture_find_partial (fixture, ".pdf");
  file = g_fopen (partial, "ab");
  g_assert_cmpint (fputs ("half a block more", file), >=, 0);
  fclose (file);
  copy = download (fixture, server);
  library_fixture_assert_bytes (copy, pdf);
  g_assert_cmpint (sotay_manual_copy_get_resumed_from (copy), ==, HALF);
}

static void
spoil (const char *path, goffset place)
{
  FILE *file = g_fopen (path, "r+b");

  g_assert_nonnull (file);
  g_assert_cmpint (fseek (file, (long) place, SEEK_SET), ==, 0);
  g_assert_cmpint (fputc ('~', file), ==, '~');
  fclose (file);
}

/* The disk lost some of it, or someone changed it, or its note: nothing of it is used. */
static void
test_spoilt_partial (LibraryFixture *fixture, gconstpointer data)
{
  const HostileAnswer answers[] = { { WHOLE, 0, HALF, HOSTILE_HOLD }, { WHOLE, 0, -1 } };
  const struct
  {
    const char *ending;
    goffset place;
  } cases[] = { { ".pdf", HALF - 1 }, { ".pdf", 2000 }, { ".json", 0 }, { ".json", 30 } };
  g_autoptr (GBytes) pdf = library_fixture_make_pdf (PADDING);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (HostileServer) server = hostile_server_new (pdf, answers, G_N_ELEMENTS (answers));
      g_autoptr (SotayManualCopy) copy = NULL;
      g_autofree char *path = NULL;
      g_autofree char *old = g_build_filename (fixture->folder, "current", NULL);

      g_assert_true (g_file_set_contents (old, fixture->old_sha256, -1, NULL));
      library_fixture_reopen (fixture);
      fixture->cancel_at_bytes = HALF;
      g_assert_null (library_fixture_download (fixture, hostile_server_get_address (server), NULL));
      library_fixture_reopen (fixture);
      path = library_fixture_find_partial (fixture, cases[i].ending);
      spoil (path, cases[i].place);
      copy = download (fixture, server);
      library_fixture_assert_bytes (copy, pdf);
      g_assert_false (was_asked_range (server, 1));
      assert_no_debris (fixture);
    }
}

/* A login page in place of the rest must not cost what is there. */
static void
test_login_page (LibraryFixture *fixture, gconstpointer data)
{
  const HostileAnswer answers[] = {
    { WHOLE, 0, HALF },
    { "HTTP/1.1 200 OK\nContent-Type: text/html\nETag: \"login\"\n\n<!DOCTYPE html>", 0, 0 },
    { REST, HALF, -1 },
  };
  g_autoptr (GBytes) pdf = library_fixture_make_pdf (PADDING);
  g_autoptr (HostileServer) server = hostile_server_new (pdf, answers, G_N_ELEMENTS (answers));
  g_autoptr (SotayManualCopy) copy = NULL;

  assert_fails (fixture, server, SOTAY_GUIDE_ERROR_WEB_PAGE);
  library_fixture_assert_spared (fixture);
  library_fixture_reopen (fixture);
  copy = download (fixture, server);
  library_fixture_assert_bytes (copy, pdf);
  g_assert_cmpint (sotay_manual_copy_get_resumed_from (copy), ==, HALF);
  g_assert_cmpstr (sotay_manual_copy_get_etag (copy), ==, "\"one\"");
}

static void
test_packed_rest (LibraryFixture *fixture, gconstpointer data)
{
  const HostileAnswer answers[] = { { WHOLE, 0, HALF }, { REST "\nContent-Encoding: gzip", HALF, -1 } };
  g_autoptr (GBytes) pdf = library_fixture_make_pdf (PADDING);
  g_autoptr (HostileServer) server = hostile_server_new (pdf, answers, G_N_ELEMENTS (answers));

  assert_fails (fixture, server, SOTAY_GUIDE_ERROR_PACKED);
  library_fixture_assert_spared (fixture);
}

/* What came whole but cannot be read is not to be gone on with. */
static void
test_damaged (LibraryFixture *fixture, gconstpointer data)
{
  g_autoptr (GBytes) pdf = library_fixture_make_pdf (PADDING);
  g_autoptr (GBytes) cut = g_bytes_new_from_bytes (pdf, 0, 700);
  const HostileAnswer answers[] = { { "HTTP/1.1 200 OK\nContent-Length: 700\nETag: \"one\"", 0, -1 } };
  g_autoptr (HostileServer) server = hostile_server_new (cut, answers, G_N_ELEMENTS (answers));

  assert_fails (fixture, server, SOTAY_GUIDE_ERROR_DAMAGED);
  library_fixture_assert_untouched (fixture);
}

/* A stream without end and without length, at most until it is too large. */
static void
test_endless (LibraryFixture *fixture, gconstpointer data)
{
  const HostileAnswer answers[] = { { "HTTP/1.1 200 OK\nETag: \"one\"", 0, 1000, HOSTILE_STREAM } };
  g_autoptr (GBytes) pdf = library_fixture_make_pdf (PADDING);
  g_autoptr (HostileServer) server = hostile_server_new (pdf, answers, G_N_ELEMENTS (answers));

  assert_fails (fixture, server, SOTAY_GUIDE_ERROR_TOO_LARGE);
  library_fixture_assert_untouched (fixture);
}

/* The head of an answer must be complete in time, however busy the line looks. */
static void
test_endless_head (LibraryFixture *fixture, gconstpointer data)
{
  const HostileAnswer answers[] = { { "HTTP/1.1 200 OK\nX-Long: ", 0, 0, HOSTILE_DRIP },
                                    { "HTTP/1.1 103 Early Hints", 0, 0, HOSTILE_INTERIM } };
  g_autoptr (GBytes) pdf = library_fixture_make_pdf (PADDING);

  for (guint i = 0; i < G_N_ELEMENTS (answers); i++)
    {
      g_autoptr (HostileServer) server = hostile_server_new (pdf, answers + i, 1);

      assert_fails (fixture, server, SOTAY_GUIDE_ERROR_TIMEOUT);
      library_fixture_assert_untouched (fixture);
    }
}

static void
test_busy (LibraryFixture *fixture, gconstpointer data)
{
  const HostileAnswer answers[] = {
    { "HTTP/1.1 503 Service Unavailable\nRetry-After: 7\nConnection: close", 0, 0 },
    { "HTTP/1.1 429 Too Many Requests\nConnection: close", 0, 0 },
    { "HTTP/1.1 500 Internal Server Error\nRetry-After: Mon, 01 Jan 2024 00:00:00 GMT\nConnection: close", 0, 0 },
    { "HTTP/1.1 502 Bad Gateway\nRetry-After: Fri, 01 Jan 2100 00:00:00 GMT\nConnection: close", 0, 0 },
    { "HTTP/1.1 504 Gateway Timeout\nConnection: close", 0, 0 },
    { WHOLE, 0, -1 },
  };
  g_autoptr (GBytes) pdf = library_fixture_make_pdf (PADDING);
  g_autoptr (HostileServer) server = hostile_server_new (pdf, answers, G_N_ELEMENTS (answers));
  g_autoptr (SotayManualCopy) copy = download (fixture, server);

  library_fixture_assert_bytes (copy, pdf);
  g_assert_cmpuint (hostile_server_count_requests (server), ==, 6);
  g_assert_cmpuint (fixture->longest_pause, ==, 120);
}

static void
test_busy_for_ever (LibraryFixture *fixture, gconstpointer data)
{
  const HostileAnswer answers[] = { { "HTTP/1.1 503 Service Unavailable", 0, 0 } };
  g_autoptr (GBytes) pdf = library_fixture_make_pdf (PADDING);
  g_autoptr (HostileServer) server = hostile_server_new (pdf, answers, G_N_ELEMENTS (answers));

  assert_fails (fixture, server, SOTAY_GUIDE_ERROR_BUSY);
  g_assert_cmpuint (hostile_server_count_requests (server), ==, 6);
  g_assert_cmpuint (fixture->longest_pause, ==, 32);
  library_fixture_assert_untouched (fixture);
}

/* Five attempts without a byte more; the count begins anew with each byte more, and only with that. */
static void
test_gives_up (LibraryFixture *fixture, gconstpointer data)
{
#define MORE "HTTP/1.1 206 Partial Content\nETag: \"one\"\nContent-Range: bytes "
  const HostileAnswer resumable[] = {
    { WHOLE, 0, HALF },     { REST, 0, 0 }, { REST, 0, 0 }, { REST, 0, 0 }, { REST, HALF, 1 },
    { MORE "40001-99999/100000", 0, 0 },
  };
  const HostileAnswer plain[] = { { "HTTP/1.1 200 OK\nContent-Length: 100000", 0, HALF } };
  const HostileAnswer absent[] = { { WHOLE, 0, HALF }, { WHOLE, 0, 0, HOSTILE_ABORT } };
  g_autoptr (GBytes) pdf = library_fixture_make_pdf (PADDING);
  g_autoptr (HostileServer) first = hostile_server_new (pdf, resumable, G_N_ELEMENTS (resumable));
  g_autoptr (HostileServer) second = hostile_server_new (pdf, plain, G_N_ELEMENTS (plain));
  g_autoptr (HostileServer) third = hostile_server_new (pdf, absent, G_N_ELEMENTS (absent));

  assert_fails (fixture, second, SOTAY_GUIDE_ERROR_TRUNCATED);
  g_assert_cmpuint (hostile_server_count_requests (second), ==, 6);
  library_fixture_assert_untouched (fixture);
  assert_fails (fixture, first, SOTAY_GUIDE_ERROR_TRUNCATED);
  g_assert_cmpuint (hostile_server_count_requests (first), ==, 10);
  library_fixture_assert_spared (fixture);
  assert_fails (fixture, third, SOTAY_GUIDE_ERROR_TRUNCATED);
}

/* A pause of two minutes ends when the person wants it. */
static void
test_cancelled_while_waiting (LibraryFixture *fixture, gconstpointer data)
{
  const HostileAnswer answers[] = { { "HTTP/1.1 503 Service Unavailable\nRetry-After: 120", 0, 0 } };
  g_autoptr (GBytes) pdf = library_fixture_make_pdf (PADDING);
  g_autoptr (HostileServer) server = hostile_server_new (pdf, answers, G_N_ELEMENTS (answers));
  g_autoptr (GError) error = NULL;
  gint64 start = g_get_monotonic_time ();

  fixture->cancel_while_waiting = TRUE;
  g_assert_null (library_fixture_download (fixture, hostile_server_get_address (server), &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpint (g_get_monotonic_time () - start, <, 60 * G_USEC_PER_SEC);
  g_assert_cmpuint (hostile_server_count_requests (server), ==, 1);
  library_fixture_assert_untouched (fixture);
}

/* An address that leads to a web page on another host: a network that wants its user to sign in. */
static void
test_portal (LibraryFixture *fixture, gconstpointer data)
{
  const HostileAnswer answers[] = {
    { "HTTP/1.1 302 Found\nLocation: http://localhost:%PORT%/login\nContent-Length: 0\nConnection: close", 0, 0 },
    { "HTTP/1.1 200 OK\nContent-Type: text/html\nConnection: close\n\n<html>", 0, 0 },
  };
  g_autoptr (GBytes) pdf = library_fixture_make_pdf (PADDING);
  g_autoptr (HostileServer) server = hostile_server_new (pdf, answers, G_N_ELEMENTS (answers));

  assert_fails (fixture, server, SOTAY_GUIDE_ERROR_PORTAL);
  library_fixture_assert_untouched (fixture);
}

/* "Not modified" costs no bytes; a copy that rotted here is fetched again all the same. */
static void
test_not_modified (LibraryFixture *fixture, gconstpointer data)
{
#define DATED WHOLE "\nLast-Modified: Mon, 23 Nov 2026 08:00:00 GMT"
  const HostileAnswer answers[] = { { DATED, 0, -1 },
                                    { "HTTP/1.1 304 Not Modified\nETag: \"one\"\nConnection: close", 0, 0 },
                                    { "HTTP/1.1 304 Not Modified\nETag: \"one\"\nConnection: close", 0, 0 },
                                    { DATED, 0, -1 },
                                    { DATED, 0, -1 } };
  g_autoptr (GBytes) pdf = library_fixture_make_pdf (PADDING);
  g_autoptr (HostileServer) server = hostile_server_new (pdf, answers, G_N_ELEMENTS (answers));
  g_autoptr (SotayManualCopy) first = download (fixture, server);
  g_autoptr (SotayManualCopy) second = NULL;
  g_autoptr (SotayManualCopy) third = NULL;
  g_autoptr (SotayManualCopy) fourth = NULL;

  g_assert_true (fixture->modified);
  library_fixture_reopen (fixture);
  second = library_fixture_download (fixture, hostile_server_get_address (server), NULL);
  library_fixture_assert_bytes (second, pdf);
  g_assert_false (fixture->modified);
  g_assert_cmpint (fixture->reported_bytes, ==, 0);
  g_assert_true (hostile_server_was_asked (server, 1, "If-None-Match: \"one\""));
  g_assert_true (hostile_server_was_asked (server, 1, "If-Modified-Since: Mon, 23 Nov 2026 08:00:00 GMT"));
  assert_no_debris (fixture);

  spoil (sotay_manual_copy_get_path (second), 5000);
  third = download (fixture, server);
  g_assert_true (fixture->modified);
  library_fixture_assert_bytes (third, pdf);
  g_assert_cmpuint (hostile_server_count_requests (server), ==, 4);
  g_assert_false (hostile_server_was_asked (server, 3, "If-None-Match: \"one\""));

  g_unlink (sotay_manual_copy_get_path (third));
  fourth = download (fixture, server);
  library_fixture_assert_bytes (fourth, pdf);
  g_assert_false (hostile_server_was_asked (server, 4, "If-None-Match: \"one\""));
}

/* Two programs fetch the same file at once: one has the partial file, the other one of its own. */
static void
test_two_at_once (LibraryFixture *fixture, gconstpointer data)
{
  const HostileAnswer answers[] = { { WHOLE, 0, HALF, HOSTILE_HOLD }, { WHOLE, 0, -1 } };
  g_autoptr (GBytes) pdf = library_fixture_make_pdf (PADDING);
  g_autoptr (HostileServer) server = hostile_server_new (pdf, answers, G_N_ELEMENTS (answers));
  LibraryFixture other = { .library = sotay_guide_library_new (fixture->folder), .cancellable = g_cancellable_new () };
  g_autoptr (SotayManualCopy) copy = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  sotay_guide_library_download_async (other.library, hostile_server_get_address (server), NULL, NULL,
                                      other.cancellable, sotay_test_store_result, &result);
  while (hostile_server_count_requests (server) == 0)
    g_main_context_iteration (NULL, FALSE);
  copy = download (fixture, server);
  library_fixture_assert_bytes (copy, pdf);
  g_assert_false (was_asked_range (server, 1));
  g_cancellable_cancel (other.cancellable);
  sotay_test_wait (&result);
  g_assert_null (sotay_guide_library_download_finish (other.library, result, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  library_fixture_assert_bytes (copy, pdf);
  library_fixture_tear_down (&other, NULL);
}

static void
add (const char *path, gconstpointer options, void (*func) (LibraryFixture *, gconstpointer))
{
  g_test_add (path, LibraryFixture, options, library_fixture_set_up, func, library_fixture_tear_down);
}

static void
add_tests (void)
{
  GVariant *small = g_variant_ref_sink (g_variant_new ("(xuuu)", (gint64) 4000000, 30, 60, 2));
  GVariant *hasty = g_variant_ref_sink (g_variant_new ("(xuuu)", SOTAY_GUIDE_MAX_BYTES, 1, 1, 2));
  GVariant *slow = g_variant_ref_sink (g_variant_new ("(xuuu)", SOTAY_GUIDE_MAX_BYTES, 30, 60, 1000));

  add ("/guide/resume/line-breaks", NULL, test_line_breaks);
  add ("/guide/resume/by-date", NULL, test_by_date);
  add ("/guide/resume/wrong-rest", NULL, test_wrong_rest);
  add ("/guide/resume/range-ignored", NULL, test_range_ignored);
  add ("/guide/resume/range-refused-twice", NULL, test_range_refused_twice);
  add ("/guide/resume/complete-already", hasty, test_complete_already);
  add ("/guide/resume/rest-too-long", NULL, test_rest_too_long);
  add ("/guide/resume/next-program", NULL, test_next_program);
  add ("/guide/resume/longer-than-noted", NULL, test_longer_than_noted);
  add ("/guide/resume/spoilt-partial", NULL, test_spoilt_partial);
  add ("/guide/resume/login-page", NULL, test_login_page);
  add ("/guide/resume/packed-rest", NULL, test_packed_rest);
  add ("/guide/resume/damaged", NULL, test_damaged);
  add ("/guide/resume/endless", small, test_endless);
  add ("/guide/resume/endless-head", hasty, test_endless_head);
  add ("/guide/resume/busy", NULL, test_busy);
  add ("/guide/resume/busy-for-ever", NULL, test_busy_for_ever);
  add ("/guide/resume/gives-up", NULL, test_gives_up);
  add ("/guide/resume/cancelled-while-waiting", slow, test_cancelled_while_waiting);
  add ("/guide/resume/portal", NULL, test_portal);
  add ("/guide/resume/not-modified", NULL, test_not_modified);
  add ("/guide/resume/two-at-once", NULL, test_two_at_once);
}

int
main (int argc, char **argv)
{
  return sotay_test_run (argc, argv, add_tests);
}
