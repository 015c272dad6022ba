/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "guide/library-fixture.h"
#include "guide/guide-error.h"
#include "guide/shelf.h"

#include "support/test-support.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <sys/stat.h>
#include <utime.h>

static char *
write_file (const char *name, const void *bytes, gsize length)
{
  g_autofree char *folder = sotay_test_folder ();
  char *path = g_build_filename (folder, name, NULL);

  g_assert_true (g_file_set_contents (path, bytes, (gssize) length, NULL));
  return path;
}

static guint
get_mode (const char *path)
{
  GStatBuf info;

  g_assert_cmpint (g_stat (path, &info), ==, 0);
  return info.st_mode & 0777;
}

static void
test_nothing_there (void)
{
  g_autofree char *home = sotay_test_folder ();
  g_autofree char *folder = g_build_filename (home, "guide", NULL);
  g_autofree char *target = g_build_filename (home, "out.pdf", NULL);
  LibraryFixture fixture = { .library = sotay_guide_library_new (folder), .cancellable = g_cancellable_new () };
  g_autoptr (GError) error = NULL;

  g_assert_null (sotay_guide_library_read_current (fixture.library));
  g_assert_false (library_fixture_export (&fixture, target, &error));
  g_assert_error (error, SOTAY_GUIDE_ERROR, SOTAY_GUIDE_ERROR_NO_COPY);
  g_assert_false (g_file_test (target, G_FILE_TEST_EXISTS));
  library_fixture_tear_down (&fixture, NULL);
}

static void
test_import (LibraryFixture *fixture, gconstpointer data)
{
  g_autofree char *path = sotay_test_data ("guide/data/five-pages.pdf");
  g_autofree char *uri = g_filename_to_uri (path, NULL, NULL);
  g_autoptr (SotayManualCopy) copy = NULL;
  g_autoptr (GError) error = NULL;
  gint64 now = g_get_real_time () / G_USEC_PER_SEC;

  copy = library_fixture_import (fixture, path, &error);
  g_assert_no_error (error);
  g_assert_true (copy == sotay_guide_library_get_current (fixture->library));
  g_assert_cmpuint (sotay_manual_copy_get_pages (copy), ==, 5);
  g_assert_cmpint (sotay_manual_copy_get_bytes (copy), ==, 788);
  g_assert_cmpstr (sotay_manual_copy_get_address (copy), ==, uri);
  g_assert_cmpint (sotay_manual_copy_get_downloaded_at (copy), >=, now);
  g_assert_cmpuint (get_mode (sotay_manual_copy_get_path (copy)), ==, 0600);
}

static void
test_bad_imports (LibraryFixture *fixture, gconstpointer data)
{
  g_autofree char *encrypted = sotay_test_data ("guide/data/encrypted.pdf");
  g_autofree char *no_pages = sotay_test_data ("guide/data/no-pages.pdf");
  g_autofree char *folder = sotay_test_folder ();
  g_autofree char *missing = g_build_filename (folder, "missing.pdf", NULL);
  g_autofree char *empty = write_file ("empty.pdf", "", 0);
  g_autofree char *text = write_file ("text.pdf", "Kính gửi", 9);
  g_autofree char *web_page = write_file ("page.pdf", "\xef\xbb\xbf\n <!DocType html><html>", 26);
  g_autofree char *garbage = write_file ("garbage.pdf", "%PDF-1.4\n\0\1\2\3\377\376", 15);
  g_autoptr (GBytes) whole = library_fixture_read_data ("five-pages.pdf");
  g_autofree char *cut = write_file ("cut.pdf", g_bytes_get_data (whole, NULL), 400);
  g_autofree char *almost = write_file ("almost.pdf", g_bytes_get_data (whole, NULL), 770);
  const struct
  {
    const char *path;
    SotayGuideError code;
  } cases[] = {
    { encrypted, SOTAY_GUIDE_ERROR_ENCRYPTED }, { no_pages, SOTAY_GUIDE_ERROR_NO_PAGES },
    { missing, SOTAY_GUIDE_ERROR_FILE },        { folder, SOTAY_GUIDE_ERROR_FILE },
    { empty, SOTAY_GUIDE_ERROR_NOT_PDF },       { text, SOTAY_GUIDE_ERROR_NOT_PDF },
    { web_page, SOTAY_GUIDE_ERROR_WEB_PAGE },   { garbage, SOTAY_GUIDE_ERROR_DAMAGED },
    { cut, SOTAY_GUIDE_ERROR_DAMAGED },         { almost, SOTAY_GUIDE_ERROR_DAMAGED },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (library_fixture_import (fixture, cases[i].path, &error));
      g_assert_error (error, SOTAY_GUIDE_ERROR, (int) cases[i].code);
      library_fixture_assert_untouched (fixture);
    }
}

static void
test_import_too_large (LibraryFixture *fixture, gconstpointer data)
{
  g_autofree char *path = sotay_test_data ("guide/data/five-pages.pdf");
  g_autoptr (GError) error = NULL;

  g_assert_null (library_fixture_import (fixture, path, &error));
  g_assert_error (error, SOTAY_GUIDE_ERROR, SOTAY_GUIDE_ERROR_TOO_LARGE);
  library_fixture_assert_untouched (fixture);
}

static void
test_export (LibraryFixture *fixture, gconstpointer data)
{
  g_autofree char *folder = sotay_test_folder ();
  g_autofree char *target = g_build_filename (folder, "Cẩm nang VNeID.pdf", NULL);
  g_autofree char *nowhere = g_build_filename (folder, "missing", "out.pdf", NULL);
  g_autofree char *contents = NULL;
  g_autoptr (GError) error = NULL;
  gsize length = 0;

  g_assert_true (g_file_set_contents (target, "old", 3, NULL));
  g_assert_true (library_fixture_export (fixture, target, &error));
  g_assert_no_error (error);
  g_file_get_contents (target, &contents, &length, NULL);
  g_assert_cmpmem (contents, length, g_bytes_get_data (fixture->old_bytes, NULL),
                   g_bytes_get_size (fixture->old_bytes));
  g_assert_false (library_fixture_export (fixture, nowhere, &error));
  g_assert_error (error, SOTAY_GUIDE_ERROR, SOTAY_GUIDE_ERROR_FILE);
}

/* Bits that rotted on the disk are not handed on, and what stood at the target stays. */
static void
test_export_rotten (LibraryFixture *fixture, gconstpointer data)
{
  SotayManualCopy *copy = sotay_guide_library_get_current (fixture->library);
  g_autofree char *rotten = g_strnfill ((gsize) sotay_manual_copy_get_bytes (copy), 'x');
  g_autofree char *target = write_file ("out.pdf", "old", 3);
  g_autofree char *contents = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (g_file_set_contents (sotay_manual_copy_get_path (copy), rotten, -1, NULL));
  g_assert_false (library_fixture_export (fixture, target, &error));
  g_assert_error (error, SOTAY_GUIDE_ERROR, SOTAY_GUIDE_ERROR_SPOILT);
  g_file_get_contents (target, &contents, NULL, NULL);
  g_assert_cmpstr (contents, ==, "old");
}

static void
test_cancelled (LibraryFixture *fixture, gconstpointer data)
{
  g_autofree char *path = sotay_test_data ("guide/data/five-pages.pdf");
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (fixture->cancellable);
  g_assert_null (library_fixture_import (fixture, path, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  library_fixture_assert_untouched (fixture);
}

static void
test_folder_not_writable (void)
{
  g_autofree char *file = write_file ("a-file", "x", 1);
  g_autofree char *folder = g_build_filename (file, "guide", NULL);
  g_autofree char *path = sotay_test_data ("guide/data/five-pages.pdf");
  LibraryFixture fixture = { .library = sotay_guide_library_new (folder), .cancellable = g_cancellable_new () };
  g_autoptr (GError) error = NULL;

  g_assert_null (sotay_guide_library_read_current (fixture.library));
  g_assert_null (library_fixture_import (&fixture, path, &error));
  g_assert_error (error, SOTAY_GUIDE_ERROR, SOTAY_GUIDE_ERROR_FILE);
  library_fixture_tear_down (&fixture, NULL);
}

/* An entry that cannot be read counts as none: the copy before it serves, and no PDF is lost. */
static void
test_spoilt_entries (LibraryFixture *fixture, gconstpointer data)
{
  const char *spoilt[] = { "", "{", "[]", "null", "{\"address\":{},\"bytes\":[],\"pages\":\"x\"}", "\xff\xfe\xff",
                           "{\"address\":\"a\",\"bytes\":788,\"pages\":-5,\"downloaded_at\":1}",
                           "{\"address\":\"a\",\"bytes\":1,\"pages\":5,\"downloaded_at\":1}" };
  g_autofree char *path = sotay_test_data ("guide/data/five-pages.pdf");
  g_autofree char *entry = NULL;
  g_autoptr (SotayManualCopy) copy = library_fixture_import (fixture, path, NULL);

  entry = g_strdup_printf ("%s/%s.json", fixture->folder, sotay_manual_copy_get_sha256 (copy));
  for (guint i = 0; i < G_N_ELEMENTS (spoilt); i++)
    {
      g_autoptr (SotayManualCopy) found = NULL;

      g_assert_true (g_file_set_contents (entry, spoilt[i], -1, NULL));
      found = sotay_shelf_read_current (fixture->folder);
      g_assert_cmpstr (sotay_manual_copy_get_sha256 (found), ==, fixture->old_sha256);
      g_assert_true (g_file_test (sotay_manual_copy_get_path (copy), G_FILE_TEST_EXISTS));
    }
}

static void
test_spoilt_pointer (LibraryFixture *fixture, gconstpointer data)
{
  g_autofree char *pointer = g_build_filename (fixture->folder, "current", NULL);
  const char *spoilt[] = { "", "../../../etc/passwd", "\xff", "0000" };

  for (guint i = 0; i < G_N_ELEMENTS (spoilt); i++)
    {
      g_assert_true (g_file_set_contents (pointer, spoilt[i], -1, NULL));
      library_fixture_assert_untouched (fixture);
    }
  g_unlink (pointer);
  g_assert_cmpint (g_mkdir (pointer, 0700), ==, 0);
  library_fixture_assert_untouched (fixture);
}

/* The message is that of the write that failed, not of what was done after it. */
static void
test_pointer_not_writable (LibraryFixture *fixture, gconstpointer data)
{
  g_autofree char *path = sotay_test_data ("guide/data/five-pages.pdf");
  g_autofree char *pointer = g_build_filename (fixture->folder, "current", NULL);
  g_autoptr (GError) error = NULL;

  g_unlink (pointer);
  g_assert_cmpint (g_mkdir (pointer, 0700), ==, 0);
  g_assert_null (library_fixture_import (fixture, path, &error));
  g_assert_error (error, SOTAY_GUIDE_ERROR, SOTAY_GUIDE_ERROR_FILE);
  g_assert_nonnull (strstr (error->message, pointer));
  g_assert_nonnull (strstr (error->message, g_strerror (EISDIR)));
}

static void
test_file_error_names (void)
{
  const struct
  {
    int code;
    SotayGuideError expected;
  } cases[] = {
    { G_FILE_ERROR_NOSPC, SOTAY_GUIDE_ERROR_DISK_FULL },
    { G_FILE_ERROR_ACCES, SOTAY_GUIDE_ERROR_FILE },
    { G_FILE_ERROR_FAILED, SOTAY_GUIDE_ERROR_FILE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) reason = g_error_new_literal (G_FILE_ERROR, cases[i].code, "x");
      g_autoptr (GError) error = NULL;

      g_assert_false (sotay_guide_name_file_error (&error, reason));
      g_assert_error (error, SOTAY_GUIDE_ERROR, (int) cases[i].expected);
      g_assert_cmpstr (error->message, ==, "x");
    }
}

/* A PDF with one object more, so that each has another SHA-256. */
static char *
write_variant (GBytes *pdf, guint number)
{
  g_autoptr (GString) text = g_string_new_len (g_bytes_get_data (pdf, NULL), (gssize) g_bytes_get_size (pdf));

  g_string_append_printf (text, "%% %u\n%%%%EOF\n", number);
  return write_file ("variant.pdf", text->str, text->len);
}

static guint
count_files (const char *folder, const char *ending)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  guint count = 0;
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    count += g_str_has_suffix (name, ending);
  return count;
}

static void
test_old_copies (LibraryFixture *fixture, gconstpointer data)
{
  g_autoptr (GBytes) pdf = library_fixture_read_data ("five-pages.pdf");

  for (guint i = 0; i < SOTAY_SHELF_OLD_COPIES + 3; i++)
    {
      g_autofree char *path = write_variant (pdf, i);
      g_autoptr (GError) error = NULL;
      g_autoptr (SotayManualCopy) copy = library_fixture_import (fixture, path, &error);

      g_assert_no_error (error);
      g_assert_true (g_file_test (sotay_manual_copy_get_path (copy), G_FILE_TEST_EXISTS));
    }
  g_assert_cmpuint (count_files (fixture->folder, ".pdf"), ==, SOTAY_SHELF_OLD_COPIES + 1);
  g_assert_cmpuint (count_files (fixture->folder, ".json"), ==, SOTAY_SHELF_OLD_COPIES + 1);
}

static void
test_leftovers (LibraryFixture *fixture, gconstpointer data)
{
  g_autofree char *path = sotay_test_data ("guide/data/three-pages.pdf");
  g_autofree char *old = g_build_filename (fixture->folder, "partial-AAAAAA", NULL);
  g_autofree char *young = g_build_filename (fixture->folder, "partial-BBBBBB", NULL);
  g_autoptr (SotayManualCopy) copy = NULL;
  struct utimbuf two_days_ago = { time (NULL) - 2 * 86400, time (NULL) - 2 * 86400 };

  g_assert_true (g_file_set_contents (old, "x", 1, NULL));
  g_assert_true (g_file_set_contents (young, "x", 1, NULL));
  g_assert_cmpint (utime (old, &two_days_ago), ==, 0);
  copy = library_fixture_import (fixture, path, NULL);
  g_assert_nonnull (copy);
  g_assert_false (g_file_test (old, G_FILE_TEST_EXISTS));
  g_assert_true (g_file_test (young, G_FILE_TEST_EXISTS));
}

static void
notify_cb (GObject *object, GParamSpec *pspec, gpointer data)
{
  GMainLoop *loop = data;

  g_main_loop_quit (loop);
}

/* The disk is read on another thread: the first answer is that nothing is known yet. */
static void
test_first_read (LibraryFixture *fixture, gconstpointer data)
{
  g_autofree char *empty = sotay_test_folder ();
  const char *folders[] = { fixture->folder, empty };

  for (guint i = 0; i < G_N_ELEMENTS (folders); i++)
    {
      g_autoptr (GMainLoop) loop = g_main_loop_new (NULL, FALSE);
      g_autoptr (SotayGuideLibrary) fresh = sotay_guide_library_new (folders[i]);
      SotayManualCopy *copy = NULL;

      g_signal_connect (fresh, "notify::current", G_CALLBACK (notify_cb), loop);
      g_assert_null (sotay_guide_library_get_current (fresh));
      g_assert_false (sotay_guide_library_is_known (fresh));
      g_main_loop_run (loop);
      g_assert_true (sotay_guide_library_is_known (fresh));
      copy = sotay_guide_library_get_current (fresh);
      g_assert_cmpstr (copy != NULL ? sotay_manual_copy_get_sha256 (copy) : NULL, ==,
                       i == 0 ? fixture->old_sha256 : NULL);
    }
}

/* What is read while a new copy comes in is older than that copy. */
static void
test_read_overtaken (LibraryFixture *fixture, gconstpointer data)
{
  g_autofree char *path = sotay_test_data ("guide/data/five-pages.pdf");
  LibraryFixture other = { .library = sotay_guide_library_new (fixture->folder),
                           .cancellable = g_cancellable_new () };
  g_autoptr (SotayManualCopy) copy = NULL;

  g_assert_null (sotay_guide_library_get_current (other.library));
  copy = library_fixture_import (&other, path, NULL);
  g_assert_true (copy == sotay_guide_library_get_current (other.library));
  library_fixture_tear_down (&other, NULL);
}

/* What the command line imports while the window is open, the window shows. */
static void
test_other_program (LibraryFixture *fixture, gconstpointer data)
{
  g_autofree char *path = sotay_test_data ("guide/data/five-pages.pdf");
  g_autoptr (GMainLoop) loop = g_main_loop_new (NULL, FALSE);
  g_autoptr (SotayManualCopy) copy = NULL;
  LibraryFixture other = { .cancellable = g_cancellable_new () };

  g_assert_nonnull (sotay_guide_library_get_current (fixture->library));
  g_signal_connect (fixture->library, "notify::current", G_CALLBACK (notify_cb), loop);
  other.library = sotay_guide_library_new (fixture->folder);
  copy = library_fixture_import (&other, path, NULL);
  g_assert_nonnull (copy);
  if (sotay_manual_copy_get_pages (sotay_guide_library_get_current (fixture->library)) != 5)
    g_main_loop_run (loop);
  g_assert_cmpstr (sotay_manual_copy_get_sha256 (sotay_guide_library_get_current (fixture->library)), ==,
                   sotay_manual_copy_get_sha256 (copy));
  library_fixture_tear_down (&other, NULL);
}

/* Two imports at once, of the same folder, in two libraries as two programs have them. */
static void
test_two_at_once (LibraryFixture *fixture, gconstpointer data)
{
  g_autofree char *path = sotay_test_data ("guide/data/five-pages.pdf");
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (SotayGuideLibrary) other = sotay_guide_library_new (fixture->folder);
  SotayGuideLibrary *libraries[] = { fixture->library, other };
  GAsyncResult *results[] = { NULL, NULL };

  for (guint i = 0; i < 2; i++)
    sotay_guide_library_import_async (libraries[i], file, NULL, NULL, NULL, sotay_test_store_result, &results[i]);
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (SotayManualCopy) copy = NULL;
      g_autoptr (GError) error = NULL;

      sotay_test_wait (&results[i]);
      copy = sotay_guide_library_import_finish (libraries[i], results[i], &error);
      g_assert_no_error (error);
      g_assert_cmpuint (sotay_manual_copy_get_pages (copy), ==, 5);
      g_object_unref (results[i]);
    }
  g_assert_cmpuint (count_files (fixture->folder, ".pdf"), ==, 2);
}

static void
add (const char *path, gconstpointer options, void (*func) (LibraryFixture *, gconstpointer))
{
  g_test_add (path, LibraryFixture, options, library_fixture_set_up, func, library_fixture_tear_down);
}

static void
add_tests (void)
{
  GVariant *small = g_variant_ref_sink (g_variant_new ("(xuuu)", (gint64) 700, 30, 60, 2));

  g_test_add_func ("/guide/library/nothing-there", test_nothing_there);
  g_test_add_func ("/guide/library/folder-not-writable", test_folder_not_writable);
  add ("/guide/library/import", NULL, test_import);
  add ("/guide/library/bad-imports", NULL, test_bad_imports);
  add ("/guide/library/import-too-large", small, test_import_too_large);
  add ("/guide/library/export", NULL, test_export);
  add ("/guide/library/export-rotten", NULL, test_export_rotten);
  add ("/guide/library/cancelled", NULL, test_cancelled);
  add ("/guide/library/spoilt-entries", NULL, test_spoilt_entries);
  add ("/guide/library/spoilt-pointer", NULL, test_spoilt_pointer);
  add ("/guide/library/pointer-not-writable", NULL, test_pointer_not_writable);
  g_test_add_func ("/guide/library/file-error-names", test_file_error_names);
  add ("/guide/library/old-copies", NULL, test_old_copies);
  add ("/guide/library/leftovers", NULL, test_leftovers);
  add ("/guide/library/first-read", NULL, test_first_read);
  add ("/guide/library/read-overtaken", NULL, test_read_overtaken);
  add ("/guide/library/other-program", NULL, test_other_program);
  add ("/guide/library/two-at-once", NULL, test_two_at_once);
}

int
main (int argc, char **argv)
{
  return sotay_test_run (argc, argv, add_tests);
}
