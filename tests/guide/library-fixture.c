/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "guide/library-fixture.h"

#include "support/test-support.h"

GBytes *
library_fixture_read_data (const char *name)
{
  g_autofree char *below = g_build_filename ("guide", "data", name, NULL);
  g_autofree char *path = sotay_test_data (below);
  g_autoptr (GError) error = NULL;
  char *contents = NULL;
  gsize length = 0;

  g_file_get_contents (path, &contents, &length, &error);
  g_assert_no_error (error);
  return g_bytes_new_take (contents, length);
}

static void
report_cb (gint64 bytes, gint64 total, gint64 rate, gint64 seconds_left, gpointer data)
{
  LibraryFixture *fixture = data;

  g_assert_true (g_main_context_is_owner (g_main_context_default ()));
  g_assert_cmpint (bytes, >=, fixture->reported_bytes);
  g_assert_cmpint (rate, >=, 0);
  g_assert_cmpint (seconds_left, >=, -1);
  fixture->reported_bytes = bytes;
  fixture->reported_total = total;
  fixture->reports++;
  if (fixture->reports == fixture->cancel_at_report)
    g_cancellable_cancel (fixture->cancellable);
}

SotayManualCopy *
library_fixture_download (LibraryFixture *fixture, const char *address, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  fixture->reported_bytes = 0;
  sotay_guide_library_download_async (fixture->library, address, report_cb, fixture, fixture->cancellable,
                                      sotay_test_store_result, &result);
  sotay_test_wait (&result);
  return sotay_guide_library_download_finish (fixture->library, result, error);
}

SotayManualCopy *
library_fixture_import (LibraryFixture *fixture, const char *path, GError **error)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GAsyncResult) result = NULL;

  sotay_guide_library_import_async (fixture->library, file, fixture->cancellable, sotay_test_store_result, &result);
  sotay_test_wait (&result);
  return sotay_guide_library_import_finish (fixture->library, result, error);
}

gboolean
library_fixture_export (LibraryFixture *fixture, const char *path, GError **error)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GAsyncResult) result = NULL;

  sotay_guide_library_export_async (fixture->library, file, fixture->cancellable, sotay_test_store_result, &result);
  sotay_test_wait (&result);
  return sotay_guide_library_export_finish (fixture->library, result, error);
}

void
library_fixture_set_up (LibraryFixture *fixture, gconstpointer options)
{
  g_autofree char *path = sotay_test_data ("guide/data/three-pages.pdf");
  g_autoptr (SotayManualCopy) copy = NULL;
  g_autoptr (GError) error = NULL;
  gint64 max_bytes = SOTAY_GUIDE_MAX_BYTES;
  guint stall_seconds = 30;

  if (options != NULL)
    g_variant_get ((GVariant *) options, "(xu)", &max_bytes, &stall_seconds);
  fixture->folder = sotay_test_folder ();
  fixture->cancellable = g_cancellable_new ();
  fixture->library = g_object_new (SOTAY_TYPE_GUIDE_LIBRARY, "folder", fixture->folder, "max-bytes", max_bytes,
                                   "stall-seconds", stall_seconds, NULL);
  copy = library_fixture_import (fixture, path, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (sotay_manual_copy_get_pages (copy), ==, 3);
  fixture->old_sha256 = g_strdup (sotay_manual_copy_get_sha256 (copy));
  fixture->old_bytes = library_fixture_read_data ("three-pages.pdf");
}

void
library_fixture_tear_down (LibraryFixture *fixture, gconstpointer options)
{
  g_clear_object (&fixture->library);
  g_clear_object (&fixture->cancellable);
  g_clear_pointer (&fixture->folder, g_free);
  g_clear_pointer (&fixture->old_sha256, g_free);
  g_clear_pointer (&fixture->old_bytes, g_bytes_unref);
}

static void
assert_is_old_copy (LibraryFixture *fixture, SotayManualCopy *copy)
{
  g_autofree char *contents = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  gsize length = 0;

  g_assert_nonnull (copy);
  g_assert_cmpstr (sotay_manual_copy_get_sha256 (copy), ==, fixture->old_sha256);
  g_file_get_contents (sotay_manual_copy_get_path (copy), &contents, &length, &error);
  g_assert_no_error (error);
  bytes = g_bytes_new_static (contents, length);
  g_assert_true (g_bytes_equal (bytes, fixture->old_bytes));
}

void
library_fixture_assert_untouched (LibraryFixture *fixture)
{
  g_autoptr (SotayGuideLibrary) fresh = sotay_guide_library_new (fixture->folder);
  g_autoptr (GDir) dir = g_dir_open (fixture->folder, 0, NULL);
  const char *name;

  assert_is_old_copy (fixture, sotay_guide_library_get_current (fixture->library));
  assert_is_old_copy (fixture, sotay_guide_library_read_current (fresh));
  while ((name = g_dir_read_name (dir)) != NULL)
    g_assert_true (g_str_has_prefix (name, fixture->old_sha256) || g_str_equal (name, "current"));
}
