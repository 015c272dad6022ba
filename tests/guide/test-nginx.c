/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Against a real web server: ranges, "not modified", TLS and HTTP/2. */
#include "guide/guide-error.h"
#include "guide/library-fixture.h"

#include "support/test-support.h"

#include <glib/gstdio.h>
#include <signal.h>
#include <sys/prctl.h>

#define NGINX_ATTEMPTS 5
#define PADDING 20000000

typedef struct
{
  GSubprocess *process;
  char *folder;
  char *certificate; /* which vouches for itself */
  guint port;
  guint tls_port; /* speaks HTTP/2 */
} Nginx;

static guint
find_free_port (void)
{
  g_autoptr (GSocketListener) listener = g_socket_listener_new ();
  guint port = g_socket_listener_add_any_inet_port (listener, NULL, NULL);

  g_socket_listener_close (listener);
  return port;
}

static char *
write_nginx_conf (Nginx *nginx)
{
  char *path = g_build_filename (nginx->folder, "nginx.conf", NULL);
  g_autofree char *conf = g_strdup_printf (
      "daemon off; user root root; worker_processes 1; pid pid; error_log stderr notice;\n"
      "events { worker_connections 16; }\n"
      "http { access_log access.log; types { application/pdf pdf; text/html html; }\n"
      "default_type application/octet-stream; client_body_temp_path a; proxy_temp_path b; fastcgi_temp_path c;\n"
      "uwsgi_temp_path d; scgi_temp_path e; server { listen 127.0.0.1:%u; listen 127.0.0.1:%u ssl http2;\n"
      "ssl_certificate %s; ssl_certificate_key %s; root %s; location = /moved { return 301 /manual.pdf; }\n"
      "location = /slow.pdf { alias %s/manual.pdf; limit_rate_after 4m; limit_rate 1m; }\n"
      "location = /down { return 301 http://127.0.0.1:%u/manual.pdf; } } }\n",
      nginx->port, nginx->tls_port, nginx->certificate, nginx->certificate, nginx->folder, nginx->folder, nginx->port);

  g_assert_true (g_file_set_contents (path, conf, -1, NULL));
  return path;
}

static void
make_certificate (Nginx *nginx)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GSubprocess) openssl = NULL;

  nginx->certificate = g_build_filename (nginx->folder, "authority.pem", NULL);
  openssl = g_subprocess_new (G_SUBPROCESS_FLAGS_STDERR_SILENCE, &error, "openssl", "req", "-x509", "-newkey",
                              "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-days", "2", "-subj",
                              "/CN=test authority", "-addext", "subjectAltName=IP:127.0.0.1", "-keyout",
                              nginx->certificate, "-out", nginx->certificate, NULL);
  g_assert_no_error (error);
  g_assert_true (g_subprocess_wait_check (openssl, NULL, &error));
}

/* Another program may have taken the port in between: then nginx ends before it says that it serves. */
static gboolean
serves (Nginx *nginx)
{
  g_autoptr (GDataInputStream) lines = g_data_input_stream_new (g_subprocess_get_stderr_pipe (nginx->process));
  g_autofree char *line = NULL;

  while ((line = g_data_input_stream_read_line (lines, NULL, NULL, NULL)) != NULL)
    {
      if (strstr (line, "start worker process ") != NULL)
        break;
      g_clear_pointer (&line, g_free);
    }
  g_filter_input_stream_set_close_base_stream (G_FILTER_INPUT_STREAM (lines), FALSE);
  return line != NULL;
}

/* A test that fails leaves no server behind. */
static void
die_with_parent_cb (gpointer data)
{
  prctl (PR_SET_PDEATHSIG, SIGTERM);
}

static void
nginx_start (Nginx *nginx, GBytes *manual)
{
  g_autoptr (GSubprocessLauncher) launcher = g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_STDERR_PIPE);

  g_subprocess_launcher_set_child_setup (launcher, die_with_parent_cb, NULL, NULL);
  nginx->folder = sotay_test_folder ();
  make_certificate (nginx);
  for (guint i = 0; i < NGINX_ATTEMPTS && nginx->process == NULL; i++)
    {
      g_autofree char *conf = NULL;
      g_autofree char *path = g_build_filename (nginx->folder, "manual.pdf", NULL);
      g_autoptr (GError) error = NULL;

      nginx->port = find_free_port ();
      nginx->tls_port = find_free_port ();
      conf = write_nginx_conf (nginx);
      g_assert_true (g_file_set_contents (path, g_bytes_get_data (manual, NULL), (gssize) g_bytes_get_size (manual),
                                          NULL));
      nginx->process = g_subprocess_launcher_spawn (launcher, &error, "/usr/sbin/nginx", "-e", "stderr", "-p",
                                                    nginx->folder, "-c", conf, NULL);
      g_assert_no_error (error);
      if (!serves (nginx))
        g_clear_object (&nginx->process);
    }
  g_assert_nonnull (nginx->process);
}

static void
nginx_stop (Nginx *nginx)
{
  g_subprocess_send_signal (nginx->process, SIGTERM);
  g_assert_true (g_subprocess_wait (nginx->process, NULL, NULL));
  g_clear_object (&nginx->process);
  g_clear_pointer (&nginx->folder, g_free);
  g_clear_pointer (&nginx->certificate, g_free);
}

typedef struct
{
  LibraryFixture library;
  Nginx nginx;
  GBytes *pdf;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  library_fixture_set_up (&fixture->library, NULL);
  fixture->pdf = library_fixture_make_pdf (PADDING);
  nginx_start (&fixture->nginx, fixture->pdf);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  nginx_stop (&fixture->nginx);
  g_clear_pointer (&fixture->pdf, g_bytes_unref);
  library_fixture_tear_down (&fixture->library, NULL);
}

static char *
make_address (Fixture *fixture, const char *name)
{
  return g_strdup_printf ("http://127.0.0.1:%u/%s", fixture->nginx.port, name);
}

static char *
make_tls_address (Fixture *fixture, const char *name)
{
  return g_strdup_printf ("https://127.0.0.1:%u/%s", fixture->nginx.tls_port, name);
}

static SotayManualCopy *
download (Fixture *fixture, const char *address)
{
  g_autoptr (GError) error = NULL;
  SotayManualCopy *copy = library_fixture_download (&fixture->library, address, &error);

  g_assert_no_error (error);
  library_fixture_assert_bytes (copy, fixture->pdf);
  g_assert_cmpstr (sotay_manual_copy_get_address (copy), ==, address);
  g_assert_cmpuint (sotay_manual_copy_get_pages (copy), ==, 5);
  return copy;
}

static void
assert_fails (Fixture *fixture, const char *address, SotayGuideError code)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (library_fixture_download (&fixture->library, address, &error));
  g_assert_error (error, SOTAY_GUIDE_ERROR, (int) code);
}

/* How many bytes of bodies the server sent for its last request. */
static gint64
get_sent (Fixture *fixture)
{
  g_autofree char *path = g_build_filename (fixture->nginx.folder, "access.log", NULL);
  g_autofree char *log = NULL;
  g_auto (GStrv) lines = NULL;
  g_auto (GStrv) words = NULL;

  g_assert_true (g_file_get_contents (path, &log, NULL, NULL));
  lines = g_strsplit (g_strchomp (log), "\n", -1);
  words = g_strsplit (lines[g_strv_length (lines) - 1], "\" ", -1);
  words[1][strcspn (words[1] + 4, " ") + 4] = '\0';
  return g_ascii_strtoll (words[1] + 4, NULL, 10);
}

static void
test_plain (Fixture *fixture, gconstpointer data)
{
  g_autofree char *address = make_address (fixture, "manual.pdf");
  g_autofree char *moved = make_address (fixture, "moved");
  g_autofree char *missing = make_address (fixture, "missing.pdf");
  g_autoptr (SotayManualCopy) first = download (fixture, address);
  g_autoptr (SotayManualCopy) second = NULL;

  g_assert_cmpint (fixture->library.reported_bytes, ==, (gint64) g_bytes_get_size (fixture->pdf));
  g_assert_cmpint (fixture->library.reported_total, ==, (gint64) g_bytes_get_size (fixture->pdf));
  g_assert_nonnull (sotay_manual_copy_get_etag (first));
  g_assert_nonnull (sotay_manual_copy_get_last_modified (first));
  second = download (fixture, moved);
  assert_fails (fixture, missing, SOTAY_GUIDE_ERROR_GONE);
}

/* The server has another edition from now on. */
static void
replace_manual (Fixture *fixture, gsize padding)
{
  g_autofree char *path = g_build_filename (fixture->nginx.folder, "manual.pdf", NULL);

  g_bytes_unref (fixture->pdf);
  fixture->pdf = library_fixture_make_pdf (padding);
  g_assert_true (g_file_set_contents (path, g_bytes_get_data (fixture->pdf, NULL),
                                      (gssize) g_bytes_get_size (fixture->pdf), NULL));
}

static gboolean
speaks_http2 (Fixture *fixture)
{
  g_autofree char *path = g_build_filename (fixture->nginx.folder, "access.log", NULL);
  g_autofree char *log = NULL;

  g_assert_true (g_file_get_contents (path, &log, NULL, NULL));
  return strstr (log, "HTTP/2.0") != NULL;
}

/* No byte of the manual is sent again. */
static void
test_not_modified (Fixture *fixture, gconstpointer data)
{
  g_autofree char *address = make_address (fixture, "manual.pdf");
  g_autoptr (SotayManualCopy) first = download (fixture, address);
  g_autoptr (SotayManualCopy) second = download (fixture, address);
  g_autoptr (SotayManualCopy) third = NULL;

  g_assert_false (fixture->library.modified);
  g_assert_cmpint (get_sent (fixture), ==, 0);
  replace_manual (fixture, 1000);
  third = download (fixture, address);
  g_assert_true (fixture->library.modified);
}

/* Stopped half-way, over HTTP/1.1 and over TLS, it goes on from there. */
static void
stop_and_go_on (Fixture *fixture, const char *address)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SotayManualCopy) copy = NULL;

  fixture->library.cancel_at_bytes = 4000000;
  g_assert_null (library_fixture_download (&fixture->library, address, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  library_fixture_assert_spared (&fixture->library);
  g_clear_error (&error);
  fixture->library.cancel_at_bytes = 0;
  g_cancellable_reset (fixture->library.cancellable);
  copy = library_fixture_download (&fixture->library, address, &error);
  g_assert_no_error (error);
  library_fixture_assert_bytes (copy, fixture->pdf);
  g_assert_cmpint (sotay_manual_copy_get_resumed_from (copy), >=, 4000000);
  g_assert_cmpint (sotay_manual_copy_get_resumed_from (copy) + get_sent (fixture), ==,
                   (gint64) g_bytes_get_size (fixture->pdf));
}

static void
test_resume (Fixture *fixture, gconstpointer data)
{
  g_autofree char *address = make_address (fixture, "slow.pdf");

  replace_manual (fixture, 5000000);
  stop_and_go_on (fixture, address);
}

static void
trust_authority (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GTlsDatabase) trust = g_tls_file_database_new (fixture->nginx.certificate, &error);

  g_assert_no_error (error);
  g_object_unref (fixture->library.library);
  fixture->library.library = g_object_new (SOTAY_TYPE_GUIDE_LIBRARY, "folder", fixture->library.folder, "trust", trust,
                                           "pause-unit-ms", 2, NULL);
  sotay_guide_library_read_current (fixture->library.library);
}

static void
test_tls (Fixture *fixture, gconstpointer data)
{
  g_autofree char *address = make_tls_address (fixture, "manual.pdf");
  g_autofree char *down = make_tls_address (fixture, "down");
  g_autofree char *slow = make_tls_address (fixture, "slow.pdf");
  g_autoptr (SotayManualCopy) copy = NULL;

  assert_fails (fixture, address, SOTAY_GUIDE_ERROR_TLS);
  trust_authority (fixture);
  assert_fails (fixture, down, SOTAY_GUIDE_ERROR_DOWNGRADE);
  replace_manual (fixture, 5000000);
  stop_and_go_on (fixture, slow);
  copy = download (fixture, address);
  g_assert_true (speaks_http2 (fixture));
}

static void
add (const char *path, void (*func) (Fixture *, gconstpointer))
{
  g_test_add (path, Fixture, NULL, set_up, func, tear_down);
}

static void
add_tests (void)
{
  add ("/guide/nginx/plain", test_plain);
  add ("/guide/nginx/not-modified", test_not_modified);
  add ("/guide/nginx/resume", test_resume);
  add ("/guide/nginx/tls", test_tls);
}

int
main (int argc, char **argv)
{
  return sotay_test_run (argc, argv, add_tests);
}
