/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "guide/library-fixture.h"

#include "support/test-support.h"

#include <glib/gstdio.h>

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
report_cb (const SotayGuideProgress *progress, gpointer data)
{
  LibraryFixture *fixture = data;

  g_assert_true (g_main_context_is_owner (g_main_context_default ()));
  g_assert_cmpint (progress->bytes_per_second, >=, 0);
  g_assert_cmpint (progress->seconds_left, >=, -1);
  fixture->stages |= 1u << progress->stage;
  g_assert_true ((progress->stage == SOTAY_GUIDE_STAGE_WAITING) == (progress->reason != NULL));
  fixture->longest_pause = MAX (fixture->longest_pause, progress->pause_seconds);
  if (progress->stage == SOTAY_GUIDE_STAGE_RECEIVING)
    {
      fixture->reported_bytes = progress->bytes;
      fixture->reported_total = progress->total;
      fixture->reports++;
    }
  if (fixture->cancel_while_waiting && progress->stage == SOTAY_GUIDE_STAGE_WAITING)
    g_cancellable_cancel (fixture->cancellable);
}

/* Reports are rare: what lies on the disk tells how far it is. */
static gboolean
look_cb (gpointer data)
{
  LibraryFixture *fixture = data;
  g_autofree char *path = library_fixture_find_partial (fixture, ".pdf");
  GStatBuf info;

  if (path != NULL && g_stat (path, &info) == 0 && info.st_size >= fixture->cancel_at_bytes)
    g_cancellable_cancel (fixture->cancellable);
  return G_SOURCE_CONTINUE;
}

SotayManualCopy *
library_fixture_download (LibraryFixture *fixture, const char *address, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;
  guint look = fixture->cancel_at_bytes > 0 ? g_timeout_add (5, look_cb, fixture) : 0;

  fixture->reported_bytes = 0;
  fixture->stages = 0;
  sotay_guide_library_download_async (fixture->library, address, report_cb, fixture, fixture->cancellable,
                                      sotay_test_store_result, &result);
  sotay_test_wait (&result);
  g_clear_handle_id (&look, g_source_remove);
  return sotay_guide_library_download_finish (fixture->library, result, &fixture->modified, error);
}

SotayManualCopy *
library_fixture_import (LibraryFixture *fixture, const char *path, GError **error)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GAsyncResult) result = NULL;

  sotay_guide_library_import_async (fixture->library, file, report_cb, fixture, fixture->cancellable,
                                    sotay_test_store_result, &result);
  sotay_test_wait (&result);
  return sotay_guide_library_import_finish (fixture->library, result, error);
}

gboolean
library_fixture_export (LibraryFixture *fixture, const char *path, GError **error)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GAsyncResult) result = NULL;

  sotay_guide_library_export_async (fixture->library, file, report_cb, fixture, fixture->cancellable,
                                    sotay_test_store_result, &result);
  sotay_test_wait (&result);
  return sotay_guide_library_export_finish (fixture->library, result, error);
}

static SotayGuideLibrary *
make_library (const char *folder, GVariant *options)
{
  gint64 max_bytes = SOTAY_GUIDE_MAX_BYTES;
  guint stall_seconds = 30, head_seconds = 60, pause_unit_ms = 2;

  if (options != NULL)
    g_variant_get (options, "(xuuu)", &max_bytes, &stall_seconds, &head_seconds, &pause_unit_ms);
  return g_object_new (SOTAY_TYPE_GUIDE_LIBRARY, "folder", folder, "max-bytes", max_bytes, "stall-seconds",
                       stall_seconds, "head-seconds", head_seconds, "pause-unit-ms", pause_unit_ms, NULL);
}

void
library_fixture_set_up (LibraryFixture *fixture, gconstpointer options)
{
  g_autofree char *path = sotay_test_data ("guide/data/three-pages.pdf");
  g_autoptr (SotayManualCopy) copy = NULL;
  g_autoptr (GError) error = NULL;

  fixture->folder = sotay_test_folder ();
  fixture->cancellable = g_cancellable_new ();
  fixture->library = make_library (fixture->folder, (GVariant *) options);
  copy = library_fixture_import (fixture, path, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (sotay_manual_copy_get_pages (copy), ==, 3);
  fixture->old_sha256 = g_strdup (sotay_manual_copy_get_sha256 (copy));
  fixture->old_bytes = library_fixture_read_data ("three-pages.pdf");
}

void
library_fixture_reopen (LibraryFixture *fixture)
{
  g_object_unref (fixture->library);
  fixture->library = make_library (fixture->folder, NULL);
  g_cancellable_reset (fixture->cancellable);
  fixture->cancel_at_bytes = 0;
  fixture->cancel_while_waiting = FALSE;
  sotay_guide_library_read_current (fixture->library);
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

void
library_fixture_assert_bytes (SotayManualCopy *copy, GBytes *bytes)
{
  g_autofree char *sha256 = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);
  g_autofree char *contents = NULL;
  g_autoptr (GError) error = NULL;
  gsize length = 0;

  g_assert_nonnull (copy);
  g_assert_cmpstr (sotay_manual_copy_get_sha256 (copy), ==, sha256);
  g_file_get_contents (sotay_manual_copy_get_path (copy), &contents, &length, &error);
  g_assert_no_error (error);
  g_assert_cmpmem (contents, length, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

GBytes *
library_fixture_make_pdf (gsize padding)
{
  g_autoptr (GBytes) small = library_fixture_read_data ("five-pages.pdf");
  g_autofree char *zeros = g_strnfill (padding, '0');
  GByteArray *pdf = g_byte_array_new ();

  g_byte_array_append (pdf, g_bytes_get_data (small, NULL), (guint) g_bytes_get_size (small));
  g_byte_array_append (pdf, (const guint8 *) "%", 1);
  g_byte_array_append (pdf, (const guint8 *) zeros, (guint) padding);
  g_byte_array_append (pdf, (const guint8 *) "\n", 1);
  g_byte_array_append (pdf, g_bytes_get_data (small, NULL), (guint) g_bytes_get_size (small));
  return g_byte_array_free_to_bytes (pdf);
}

/* Everything in the folder but the old copy, counted. */
static guint
count_others (LibraryFixture *fixture)
{
  g_autoptr (GDir) dir = g_dir_open (fixture->folder, 0, NULL);
  guint count = 0;
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    if (!g_str_has_prefix (name, fixture->old_sha256) && !g_str_equal (name, "current"))
      count++;
  return count;
}

char *
library_fixture_find_partial (LibraryFixture *fixture, const char *ending)
{
  g_autoptr (GDir) dir = g_dir_open (fixture->folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_prefix (name, "partial-") && g_str_has_suffix (name, ending) && !g_str_has_suffix (name, ".lock"))
      return g_build_filename (fixture->folder, name, NULL);
  return NULL;
}

static void
assert_is_current (LibraryFixture *fixture)
{
  g_autoptr (SotayGuideLibrary) fresh = sotay_guide_library_new (fixture->folder);
  SotayManualCopy *current = sotay_guide_library_get_current (fixture->library);

  g_assert_nonnull (current);
  g_assert_cmpstr (sotay_manual_copy_get_sha256 (current), ==, fixture->old_sha256);
  library_fixture_assert_bytes (current, fixture->old_bytes);
  library_fixture_assert_bytes (sotay_guide_library_read_current (fresh), fixture->old_bytes);
}

void
library_fixture_assert_untouched (LibraryFixture *fixture)
{
  assert_is_current (fixture);
  g_assert_cmpuint (count_others (fixture), ==, 0);
}

void
library_fixture_assert_spared (LibraryFixture *fixture)
{
  g_autofree char *partial = library_fixture_find_partial (fixture, ".pdf");
  g_autofree char *note = library_fixture_find_partial (fixture, ".json");

  assert_is_current (fixture);
  g_assert_nonnull (partial);
  g_assert_nonnull (note);
  g_assert_cmpuint (count_others (fixture), ==, 2);
}
