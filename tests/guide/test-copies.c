/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The copies that are kept: listing, using, removing, taking back, checking, and handing on to a USB stick. */
#include "guide/copy-check.h"
#include "guide/guide-error.h"
#include "guide/library-fixture.h"
#include "guide/response.h"
#include "guide/retry.h"
#include "guide/shelf.h"
#include "guide/validator.h"

#include "support/test-support.h"

#include <glib/gstdio.h>
#include <signal.h>
#include <sys/resource.h>

#define SHA256 "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef"

typedef void (*Change) (SotayGuideLibrary *library, const char *sha256, GAsyncReadyCallback callback, gpointer data);
typedef gboolean (*Finish) (SotayGuideLibrary *library, GAsyncResult *result, GError **error);

static void
remove_async (SotayGuideLibrary *library, const char *sha256, GAsyncReadyCallback callback, gpointer data)
{
  sotay_guide_library_remove_async (library, sha256, FALSE, callback, data);
}

static void
restore_async (SotayGuideLibrary *library, const char *sha256, GAsyncReadyCallback callback, gpointer data)
{
  sotay_guide_library_restore_async (library, sha256, TRUE, callback, data);
}

static void
verify_async (SotayGuideLibrary *library, const char *sha256, GAsyncReadyCallback callback, gpointer data)
{
  sotay_guide_library_verify_async (library, sha256, NULL, NULL, NULL, callback, data);
}

static gboolean
run (LibraryFixture *fixture, Change change, Finish finish, const char *sha256, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  change (fixture->library, sha256, sotay_test_store_result, &result);
  sotay_test_wait (&result);
  return finish (fixture->library, result, error);
}

static GPtrArray *
list (LibraryFixture *fixture)
{
  g_autoptr (GAsyncResult) result = NULL;

  sotay_guide_library_list_async (fixture->library, NULL, sotay_test_store_result, &result);
  sotay_test_wait (&result);
  return sotay_guide_library_list_finish (fixture->library, result, NULL);
}

static const char *
get_current (LibraryFixture *fixture)
{
  SotayManualCopy *current = sotay_guide_library_get_current (fixture->library);

  return current != NULL ? sotay_manual_copy_get_sha256 (current) : NULL;
}

static char *
import_five (LibraryFixture *fixture)
{
  g_autofree char *path = sotay_test_data ("guide/data/five-pages.pdf");
  g_autoptr (SotayManualCopy) copy = library_fixture_import (fixture, path, NULL);

  g_assert_nonnull (copy);
  return g_strdup (sotay_manual_copy_get_sha256 (copy));
}

static void
count_cb (SotayGuideLibrary *library, gpointer data)
{
  (*(guint *) data)++;
}

static void
test_use (LibraryFixture *fixture, gconstpointer data)
{
  g_autofree char *five = import_five (fixture);
  g_autoptr (GPtrArray) copies = list (fixture);
  g_autoptr (SotayGuideLibrary) fresh = sotay_guide_library_new (fixture->folder);
  g_autoptr (GError) error = NULL;
  guint changes = 0;

  g_assert_cmpuint (copies->len, ==, 2);
  g_assert_cmpstr (get_current (fixture), ==, five);
  g_signal_connect (fixture->library, "copies-changed", G_CALLBACK (count_cb), &changes);
  g_assert_true (run (fixture, sotay_guide_library_use_async, sotay_guide_library_use_finish, fixture->old_sha256,
                      &error));
  g_assert_no_error (error);
  g_assert_cmpuint (changes, ==, 1);
  g_assert_cmpstr (get_current (fixture), ==, fixture->old_sha256);
  library_fixture_assert_bytes (sotay_guide_library_read_current (fresh), fixture->old_bytes);
  g_assert_false (run (fixture, sotay_guide_library_use_async, sotay_guide_library_use_finish, "../../etc/passwd",
                       &error));
  g_assert_error (error, SOTAY_GUIDE_ERROR, SOTAY_GUIDE_ERROR_NOT_FOUND);
  g_assert_cmpstr (get_current (fixture), ==, fixture->old_sha256);
}

static void
test_remove_and_restore (LibraryFixture *fixture, gconstpointer data)
{
  g_autofree char *five = import_five (fixture);
  g_autoptr (GPtrArray) left = NULL;
  g_autoptr (GPtrArray) back = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (run (fixture, remove_async, sotay_guide_library_remove_finish, five, &error));
  g_assert_no_error (error);
  left = list (fixture);
  g_assert_cmpuint (left->len, ==, 1);
  g_assert_cmpstr (get_current (fixture), ==, fixture->old_sha256);
  g_assert_false (run (fixture, remove_async, sotay_guide_library_remove_finish, five, &error));
  g_assert_error (error, SOTAY_GUIDE_ERROR, SOTAY_GUIDE_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_true (run (fixture, restore_async, sotay_guide_library_restore_finish, five, &error));
  g_assert_no_error (error);
  back = list (fixture);
  g_assert_cmpuint (back->len, ==, 2);
  g_assert_cmpstr (get_current (fixture), ==, five);
  g_assert_false (run (fixture, restore_async, sotay_guide_library_restore_finish, five, &error));
  g_assert_error (error, SOTAY_GUIDE_ERROR, SOTAY_GUIDE_ERROR_FILE);
}

/* Removed a moment ago, a copy is not swept away with old leftovers; the last one can be taken back as well. */
static void
test_remove_last (LibraryFixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) none = NULL;

  g_assert_true (run (fixture, remove_async, sotay_guide_library_remove_finish, fixture->old_sha256, NULL));
  none = list (fixture);
  g_assert_cmpuint (none->len, ==, 0);
  g_assert_null (get_current (fixture));
  sotay_shelf_sweep (fixture->folder);
  g_assert_true (run (fixture, restore_async, sotay_guide_library_restore_finish, fixture->old_sha256, NULL));
  library_fixture_assert_untouched (fixture);
}

static void
test_verify (LibraryFixture *fixture, gconstpointer data)
{
  SotayManualCopy *copy = sotay_guide_library_get_current (fixture->library);
  g_autofree char *rotten = g_strnfill ((gsize) sotay_manual_copy_get_bytes (copy), 'x');
  g_autoptr (GError) error = NULL;

  g_assert_true (run (fixture, verify_async, sotay_guide_library_verify_finish, fixture->old_sha256, &error));
  g_assert_no_error (error);
  g_assert_true (g_file_set_contents (sotay_manual_copy_get_path (copy), rotten, -1, NULL));
  g_assert_false (run (fixture, verify_async, sotay_guide_library_verify_finish, fixture->old_sha256, &error));
  g_assert_error (error, SOTAY_GUIDE_ERROR, SOTAY_GUIDE_ERROR_SPOILT);
  g_clear_error (&error);
  g_unlink (sotay_manual_copy_get_path (copy));
  g_assert_false (run (fixture, verify_async, sotay_guide_library_verify_finish, fixture->old_sha256, &error));
  g_assert_error (error, SOTAY_GUIDE_ERROR, SOTAY_GUIDE_ERROR_NOT_FOUND);
}

static guint
count_names (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  guint count = 0;

  while (g_dir_read_name (dir) != NULL)
    count++;
  return count;
}

/* Written, read back, and nothing else on the stick; stopped or full, nothing at all. */
static void
test_export (LibraryFixture *fixture, gconstpointer data)
{
  g_autoptr (GBytes) pdf = library_fixture_make_pdf (9000000);
  g_autofree char *stick = sotay_test_folder ();
  g_autofree char *source = g_build_filename (stick, "source.pdf", NULL);
  g_autofree char *target = g_build_filename (stick, "Cẩm nang VNeID.pdf", NULL);
  g_autoptr (SotayManualCopy) copy = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *contents = NULL;
  gsize length = 0;

  g_assert_true (g_file_set_contents (source, g_bytes_get_data (pdf, NULL), (gssize) g_bytes_get_size (pdf), NULL));
  copy = library_fixture_import (fixture, source, &error);
  g_assert_no_error (error);
  g_assert_cmpint (fixture->reported_total, ==, (gint64) g_bytes_get_size (pdf));
  g_unlink (source);
  fixture->stages = 0;
  g_assert_true (library_fixture_export (fixture, target, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (fixture->stages, ==, 1u << SOTAY_GUIDE_STAGE_RECEIVING | 1u << SOTAY_GUIDE_STAGE_CHECKING);
  g_assert_cmpuint (count_names (stick), ==, 1);
  g_file_get_contents (target, &contents, &length, NULL);
  g_assert_cmpmem (contents, length, g_bytes_get_data (pdf, NULL), g_bytes_get_size (pdf));

  g_unlink (target);
  g_cancellable_cancel (fixture->cancellable);
  g_assert_false (library_fixture_export (fixture, target, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpuint (count_names (stick), ==, 0);
}

/* A stick that may not hold more than 64 kB: nothing is left on it. */
static void
test_export_full (LibraryFixture *fixture, gconstpointer data)
{
  g_autoptr (GBytes) pdf = library_fixture_make_pdf (1000000);
  g_autofree char *source = sotay_test_folder ();
  g_autofree char *stick = sotay_test_folder ();
  g_autofree char *path = g_build_filename (source, "source.pdf", NULL);
  g_autofree char *target = g_build_filename (stick, "out.pdf", NULL);
  struct rlimit limit = { 65536, 65536 };
  g_autoptr (SotayManualCopy) copy = NULL;
  g_autoptr (GError) error = NULL;

  if (!g_test_subprocess ())
    {
      g_test_trap_subprocess (NULL, 0, G_TEST_SUBPROCESS_INHERIT_STDERR);
      g_test_trap_assert_passed ();
      return;
    }
  g_assert_true (g_file_set_contents (path, g_bytes_get_data (pdf, NULL), (gssize) g_bytes_get_size (pdf), NULL));
  copy = library_fixture_import (fixture, path, &error);
  g_assert_no_error (error);
  signal (SIGXFSZ, SIG_IGN);
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &limit), ==, 0);
  g_assert_false (library_fixture_export (fixture, target, &error));
  g_assert_error (error, SOTAY_GUIDE_ERROR, SOTAY_GUIDE_ERROR_DISK_FULL);
  g_assert_cmpuint (count_names (stick), ==, 0);
}

/* A stick that gives back something else than was written to it. */
static void
test_read_back (LibraryFixture *fixture, gconstpointer data)
{
  g_autoptr (SotayMeter) meter = sotay_meter_new (g_main_context_default (), NULL, NULL);
  SotayManualCopy *copy = sotay_guide_library_get_current (fixture->library);
  const char *path = sotay_manual_copy_get_path (copy);
  g_autoptr (GError) error = NULL;

  g_assert_true (sotay_copy_check (path, fixture->old_sha256, 594, SOTAY_GUIDE_ERROR_READ_BACK, meter, NULL, &error));
  g_assert_true (g_file_set_contents (path, "%PDF-", -1, NULL));
  g_assert_false (sotay_copy_check (path, fixture->old_sha256, 594, SOTAY_GUIDE_ERROR_READ_BACK, meter, NULL, &error));
  g_assert_error (error, SOTAY_GUIDE_ERROR, SOTAY_GUIDE_ERROR_READ_BACK);
}

static void
test_ranges (void)
{
  const struct
  {
    const char *text;
    gboolean good;
    SotayRange range;
  } cases[] = {
    { "bytes 0-9/10", TRUE, { 0, 9, 10 } },
    { "BYTES 5-5/6", TRUE, { 5, 5, 6 } },
    { "bytes 3-7/*", TRUE, { 3, 7, -1 } },
    { "bytes */10", TRUE, { -1, -1, 10 } },
    { NULL, FALSE },
    { "", FALSE },
    { "bytes", FALSE },
    { "bytes 0-10/10", FALSE },
    { "bytes 7-3/10", FALSE },
    { "bytes -3/10", FALSE },
    { "bytes 0-/10", FALSE },
    { "bytes */*", FALSE },
    { "bytes 0-9/10 ", FALSE },
    { "bytes 0-9/10, bytes 0-9/10", FALSE },
    { "bytes +0-9/10", FALSE },
    { "bytes 0-9/99999999999999999999", FALSE },
    { "items 0-9/10", FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      SotayRange range;

      g_test_message ("%s", cases[i].text);
      g_assert_true (sotay_range_parse (cases[i].text, &range) == cases[i].good);
      if (cases[i].good)
        g_assert_cmpmem (&range, sizeof range, &cases[i].range, sizeof range);
    }
}

static void
test_validators (void)
{
  g_assert_true (sotay_validator_is_strong ("\"\""));
  g_assert_true (sotay_validator_is_strong ("\"a-b\""));
  g_assert_false (sotay_validator_is_strong ("W/\"a\""));
  g_assert_true (sotay_validator_is_etag ("W/\"a\""));
  g_assert_false (sotay_validator_is_etag ("a"));
  g_assert_false (sotay_validator_is_etag ("\"a\"b\""));
  g_assert_false (sotay_validator_is_etag ("\"a\r\nX: y\""));
  g_assert_false (sotay_validator_is_etag (NULL));
  g_assert_true (sotay_validator_is_date ("Mon, 23 Nov 2026 08:00:00 GMT"));
  g_assert_false (sotay_validator_is_date ("today"));
  g_assert_false (sotay_validator_is_date ("Mon, 23 Nov 2026 08:00:00 GMT\n"));
}

static void
test_pauses (void)
{
  g_autoptr (GError) busy = g_error_new_literal (SOTAY_GUIDE_ERROR, SOTAY_GUIDE_ERROR_BUSY, "503");
  g_autoptr (GError) cut = g_error_new_literal (SOTAY_GUIDE_ERROR, SOTAY_GUIDE_ERROR_TRUNCATED, "cut");
  g_autoptr (GError) gone = g_error_new_literal (SOTAY_GUIDE_ERROR, SOTAY_GUIDE_ERROR_GONE, "404");
  const guint pauses[] = { 2, 4, 8, 16, 32 };

  for (guint i = 0; i < SOTAY_RETRY_MOST; i++)
    g_assert_cmpuint (sotay_retry_get_pause (i + 1, 0), ==, pauses[i]);
  g_assert_cmpuint (sotay_retry_get_pause (1, 50), ==, 50);
  g_assert_cmpuint (sotay_retry_get_pause (1, G_MAXUINT), ==, 120);
  g_assert_true (sotay_retry_is_worthwhile (busy, FALSE));
  g_assert_true (sotay_retry_is_worthwhile (cut, TRUE));
  g_assert_false (sotay_retry_is_worthwhile (cut, FALSE));
  g_assert_false (sotay_retry_is_worthwhile (gone, TRUE));
}

/* What is kept while somebody reads must not look as if another copy had come. */
static void
test_parts (void)
{
  const char *const others[] = { "", "pages.json", "current.X1Y2Z3", "removed-" SHA256 ".json", SHA256, SHA256 ".reading",
                                 SHA256 ".json.X1Y2Z3", SOTAY_PARTIAL_FILE_PREFIX "X1Y2Z3" };

  g_assert_true (sotay_shelf_is_part ("current"));
  g_assert_true (sotay_shelf_is_part (SHA256 ".json"));
  g_assert_true (sotay_shelf_is_part (SHA256 ".pdf"));
  for (gsize i = 0; i < G_N_ELEMENTS (others); i++)
    g_assert_false (sotay_shelf_is_part (others[i]));
}

static void
add (const char *path, void (*func) (LibraryFixture *, gconstpointer))
{
  g_test_add (path, LibraryFixture, NULL, library_fixture_set_up, func, library_fixture_tear_down);
}

static void
add_tests (void)
{
  add ("/guide/copies/use", test_use);
  add ("/guide/copies/remove-and-restore", test_remove_and_restore);
  add ("/guide/copies/remove-last", test_remove_last);
  add ("/guide/copies/verify", test_verify);
  add ("/guide/copies/export", test_export);
  add ("/guide/copies/export-full", test_export_full);
  add ("/guide/copies/read-back", test_read_back);
  g_test_add_func ("/guide/copies/parts", test_parts);
  g_test_add_func ("/guide/answer/ranges", test_ranges);
  g_test_add_func ("/guide/answer/validators", test_validators);
  g_test_add_func ("/guide/answer/pauses", test_pauses);
}

int
main (int argc, char **argv)
{
  return sotay_test_run (argc, argv, add_tests);
}
