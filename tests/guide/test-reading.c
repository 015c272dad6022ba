/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "guide/guide-error.h"
#include "guide/manual-copy-private.h"
#include "guide/reading.h"

#include "support/test-support.h"

#include <glib/gstdio.h>
#include <string.h>

#define SHA256 "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef"
#define N_PAGES 900

typedef struct
{
  char *folder;
  char *path;
  SotayManualCopy *copy;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->folder = sotay_test_folder ();
  fixture->path = g_build_filename (fixture->folder, SHA256 ".reading", NULL);
  fixture->copy = sotay_manual_copy_new (fixture->folder,
                                         &(SotayManualFacts){ .sha256 = SHA256, .address = "https://vneid.gov.vn/a.pdf",
                                                              .bytes = 1000, .pages = N_PAGES, .downloaded_at = 1 });
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_object_unref (fixture->copy);
  g_free (fixture->path);
  g_free (fixture->folder);
}

static SotayReading *
open_reading (Fixture *fixture)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  SotayReading *reading = NULL;

  sotay_reading_open_async (fixture->copy, NULL, sotay_test_store_result, &result);
  sotay_test_wait (&result);
  reading = sotay_reading_open_finish (result, &error);
  g_assert_no_error (error);
  return reading;
}

static void
count_cb (gpointer source, guint *count)
{
  (*count)++;
}

static void
store_error_cb (SotayReading *reading, GError *error, GError **slot)
{
  g_assert_null (*slot);
  *slot = g_error_copy (error);
}

static gboolean
lose_patience_cb (gpointer data)
{
  g_error ("what was waited for did not come");
  return G_SOURCE_REMOVE;
}

static gboolean
file_holds (Fixture *fixture, const char *text)
{
  g_autofree char *contents = NULL;

  return g_file_get_contents (fixture->path, &contents, NULL, NULL) && strstr (contents, text) != NULL;
}

static void
wait_for_text (Fixture *fixture, const char *text)
{
  guint patience = g_timeout_add_seconds (60, lose_patience_cb, NULL);

  while (!file_holds (fixture, text))
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (patience);
}

static void
assert_bookmark (SotayReading *reading, guint index, const char *name)
{
  const SotayBookmark *bookmark = sotay_reading_find_bookmark (reading, index);

  if (name == NULL)
    {
      g_assert_null (bookmark);
      return;
    }
  g_assert_nonnull (bookmark);
  g_assert_cmpuint (bookmark->index, ==, index);
  g_assert_cmpstr (bookmark->name, ==, name);
}

static void
assert_nothing (SotayReading *reading)
{
  double y = -1;

  g_assert_cmpuint (sotay_reading_get_place (reading, &y), ==, 0);
  g_assert_cmpfloat (y, ==, 0);
  g_assert_cmpuint (sotay_reading_get_bookmarks (reading)->len, ==, 0);
}

/* What was left when the object ended is there for the next one, and nobody else may read it. */
static void
test_kept (Fixture *fixture, gconstpointer data)
{
  SotayReading *reading = open_reading (fixture);
  GPtrArray *bookmarks = NULL;
  GStatBuf info;
  double y;

  assert_nothing (reading);
  g_object_unref (reading);
  g_assert_false (g_file_test (fixture->path, G_FILE_TEST_EXISTS));

  reading = open_reading (fixture);
  sotay_reading_set_place (reading, 33, 120.75);
  g_assert_true (sotay_reading_set_bookmark (reading, 40, "  Căn cước \n điện tử "));
  g_assert_true (sotay_reading_set_bookmark (reading, 7, "“Mức 2” \\ <b>"));
  g_assert_true (sotay_reading_set_bookmark (reading, 12, "Bỏ đi"));
  g_assert_true (sotay_reading_set_bookmark (reading, 12, NULL));
  g_object_unref (reading);

  g_assert_cmpint (g_stat (fixture->path, &info), ==, 0);
  g_assert_cmpuint (info.st_mode & 0777, ==, 0600);
  reading = open_reading (fixture);
  g_assert_cmpuint (sotay_reading_get_place (reading, &y), ==, 33);
  g_assert_cmpfloat (y, ==, 120);
  bookmarks = sotay_reading_get_bookmarks (reading);
  g_assert_cmpuint (bookmarks->len, ==, 2);
  g_assert_cmpuint (((SotayBookmark *) bookmarks->pdata[0])->index, ==, 7);
  assert_bookmark (reading, 7, "“Mức 2” \\ <b>");
  assert_bookmark (reading, 40, "Căn cước điện tử");
  assert_bookmark (reading, 12, NULL);
  g_object_unref (reading);
}

/* A change reaches the disk while the object lives. */
static void
test_written_later (Fixture *fixture, gconstpointer data)
{
  g_autoptr (SotayReading) reading = open_reading (fixture);
  guint n_changes = 0;

  g_signal_connect (reading, "bookmarks-changed", G_CALLBACK (count_cb), &n_changes);
  g_assert_true (sotay_reading_set_bookmark (reading, 3, "Một"));
  g_assert_cmpuint (n_changes, ==, 1);
  g_assert_false (g_file_test (fixture->path, G_FILE_TEST_EXISTS));
  wait_for_text (fixture, "Một");
  g_assert_true (sotay_reading_set_bookmark (reading, 3, "Hai"));
  sotay_reading_set_place (reading, 4, 5);
  wait_for_text (fixture, "Hai");
  g_assert_cmpuint (n_changes, ==, 2);
  assert_bookmark (reading, 3, "Hai");
}

/* Two programs that read the same copy: neither loses what it marked, and each learns what the other did. */
static void
test_two_writers (Fixture *fixture, gconstpointer data)
{
  g_autoptr (SotayReading) window = open_reading (fixture);
  g_autoptr (SotayReading) second = open_reading (fixture);
  g_autoptr (SotayReading) third = NULL;
  guint n_changes = 0;
  guint patience;

  g_assert_true (sotay_reading_set_bookmark (window, 1, "của cửa sổ"));
  wait_for_text (fixture, "của cửa sổ");
  g_assert_true (sotay_reading_set_bookmark (second, 2, "của máy kia"));
  sotay_reading_set_place (second, 9, 0);
  wait_for_text (fixture, "của máy kia");
  g_assert_true (file_holds (fixture, "của cửa sổ"));

  g_signal_connect (window, "bookmarks-changed", G_CALLBACK (count_cb), &n_changes);
  g_assert_true (sotay_reading_set_bookmark (window, 1, NULL));
  g_assert_true (sotay_reading_set_bookmark (window, 5, "nữa"));
  patience = g_timeout_add_seconds (60, lose_patience_cb, NULL);
  while (sotay_reading_find_bookmark (window, 2) == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (patience);
  g_assert_cmpuint (n_changes, ==, 3);
  assert_bookmark (window, 1, NULL);

  third = open_reading (fixture);
  assert_bookmark (third, 1, NULL);
  assert_bookmark (third, 2, "của máy kia");
  assert_bookmark (third, 5, "nữa");
  g_assert_cmpuint (sotay_reading_get_place (third, NULL), ==, 9);
}

/* What cannot be written is told, and kept for the next attempt. */
static void
test_failure (Fixture *fixture, gconstpointer data)
{
  g_autoptr (SotayReading) reading = open_reading (fixture);
  g_autoptr (GError) error = NULL;
  guint patience = g_timeout_add_seconds (60, lose_patience_cb, NULL);

  g_assert_cmpint (g_mkdir (fixture->path, 0700), ==, 0);
  g_signal_connect (reading, "failed", G_CALLBACK (store_error_cb), &error);
  g_assert_true (sotay_reading_set_bookmark (reading, 1, "Một"));
  while (error == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (patience);
  g_assert_error (error, SOTAY_GUIDE_ERROR, SOTAY_GUIDE_ERROR_FILE);
  assert_bookmark (reading, 1, "Một");
  g_assert_cmpint (g_rmdir (fixture->path), ==, 0);
  sotay_reading_set_place (reading, 2, 0);
  wait_for_text (fixture, "Một");
}

static void
test_limits (Fixture *fixture, gconstpointer data)
{
  g_autoptr (SotayReading) reading = open_reading (fixture);
  g_autofree char *long_name = g_malloc0 (2 * 300 + 1);
  g_autofree char *cut = NULL;

  for (guint i = 0; i < 300; i++)
    memcpy (long_name + 2 * i, "đ", 2);
  cut = g_strndup (long_name, 2 * SOTAY_LONGEST_BOOKMARK);
  g_assert_false (sotay_reading_set_bookmark (reading, 1, " \n "));
  g_assert_false (sotay_reading_set_bookmark (reading, 1, "\xff"));
  g_assert_true (sotay_reading_set_bookmark (reading, 1, long_name));
  assert_bookmark (reading, 1, cut);
  for (guint i = 2; i <= SOTAY_MOST_BOOKMARKS; i++)
    g_assert_true (sotay_reading_set_bookmark (reading, i, long_name));
  g_assert_false (sotay_reading_set_bookmark (reading, 0, "zuviel"));
  g_assert_true (sotay_reading_set_bookmark (reading, 1, "anders"));
  sotay_reading_set_place (reading, N_PAGES, 0);
  sotay_reading_set_place (reading, 5, -3);
  g_clear_object (&reading);

  reading = open_reading (fixture);
  g_assert_cmpuint (sotay_reading_get_bookmarks (reading)->len, ==, SOTAY_MOST_BOOKMARKS);
  g_assert_cmpuint (sotay_reading_get_place (reading, NULL), ==, 5);
  assert_bookmark (reading, 1, "anders");
  assert_bookmark (reading, 2, cut);
}

#define GOOD_PLACE "{\"place\": {\"page\": 2, \"y\": 3.5}, \"bookmarks\": "

static void
assert_refused (Fixture *fixture, const char *text, gssize length)
{
  g_autoptr (SotayReading) reading = NULL;

  g_assert_true (g_file_set_contents (fixture->path, text, length, NULL));
  reading = open_reading (fixture);
  assert_nothing (reading);
}

static void
test_hostile (Fixture *fixture, gconstpointer data)
{
  static const char *const texts[] = {
    "",
    "[]",
    "null",
    "{",
    "{\"bookmarks\": []}",
    "{\"place\": [], \"bookmarks\": []}",
    "{\"place\": {\"page\": 1}, \"bookmarks\": []}",
    "{\"place\": {\"page\": 0, \"y\": 0}, \"bookmarks\": []}",
    "{\"place\": {\"page\": 901, \"y\": 0}, \"bookmarks\": []}",
    "{\"place\": {\"page\": \"2\", \"y\": 0}, \"bookmarks\": []}",
    "{\"place\": {\"page\": 2, \"y\": -1}, \"bookmarks\": []}",
    "{\"place\": {\"page\": 2, \"y\": 1e300}, \"bookmarks\": []}",
    "{\"place\": {\"page\": 2, \"y\": 1e999}, \"bookmarks\": []}",
    "{\"place\": {\"page\": 2, \"y\": null}, \"bookmarks\": []}",
    "{\"place\": {\"page\": 99999999999999999999, \"y\": 0}, \"bookmarks\": []}",
    GOOD_PLACE "{}}",
    GOOD_PLACE "[1]}",
    GOOD_PLACE "[null]}",
    GOOD_PLACE "[{\"page\": 2}]}",
    GOOD_PLACE "[{\"page\": 2, \"name\": 7}]}",
    GOOD_PLACE "[{\"page\": 2, \"name\": \" \"}]}",
    GOOD_PLACE "[{\"page\": 901, \"name\": \"a\"}]}",
    GOOD_PLACE "[{\"page\": -1, \"name\": \"a\"}]}",
    GOOD_PLACE "[{\"page\": 2, \"name\": \"a\"}, {\"page\": 2, \"name\": \"b\"}]}",
    GOOD_PLACE "[/* */]}",
    GOOD_PLACE "[{\"page\": 2, \"name\": \"\xff\"}]}",
  };
  g_autofree char *deep = g_strnfill (500000, '[');
  g_autofree char *huge = g_strnfill (2 * 1024 * 1024, ' ');
  g_autofree char *long_name = g_strnfill (SOTAY_LONGEST_BOOKMARK + 1, 'a');
  g_autofree char *long_entry = g_strdup_printf (GOOD_PLACE "[{\"page\": 2, \"name\": \"%s\"}]}", long_name);
  GString *many = g_string_new (GOOD_PLACE "[");

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    assert_refused (fixture, texts[i], -1);
  for (guint i = 1; i <= SOTAY_MOST_BOOKMARKS + 1; i++)
    g_string_append_printf (many, "%s{\"page\": %u, \"name\": \"a\"}", i > 1 ? "," : "", i);
  g_string_append (many, "]}");
  memcpy (huge, GOOD_PLACE "[]}", strlen (GOOD_PLACE "[]}"));
  assert_refused (fixture, deep, -1);
  assert_refused (fixture, huge, -1);
  assert_refused (fixture, long_entry, -1);
  assert_refused (fixture, many->str, -1);
  assert_refused (fixture, "{\0}", 3);
  g_string_free (many, TRUE);
}

/* Each cut of a good file, and a good file; a damaged one is replaced by the next change. */
static void
test_cut (Fixture *fixture, gconstpointer data)
{
  const char *good = GOOD_PLACE "[{\"page\": 900, \"name\": \"Cuối\"}]}";
  g_autoptr (SotayReading) reading = NULL;

  for (gsize length = 0; length < strlen (good); length++)
    assert_refused (fixture, good, (gssize) length);
  reading = open_reading (fixture);
  g_assert_true (sotay_reading_set_bookmark (reading, 8, "Mới"));
  g_clear_object (&reading);
  reading = open_reading (fixture);
  assert_bookmark (reading, 8, "Mới");
  g_clear_object (&reading);

  g_assert_true (g_file_set_contents (fixture->path, good, -1, NULL));
  reading = open_reading (fixture);
  g_assert_cmpuint (sotay_reading_get_place (reading, NULL), ==, 1);
  assert_bookmark (reading, 899, "Cuối");
}

static void
add (const char *path, void (*test) (Fixture *, gconstpointer))
{
  g_test_add (path, Fixture, NULL, set_up, test, tear_down);
}

static void
add_tests (void)
{
  add ("/guide/reading/kept", test_kept);
  add ("/guide/reading/written-later", test_written_later);
  add ("/guide/reading/two-writers", test_two_writers);
  add ("/guide/reading/failure", test_failure);
  add ("/guide/reading/limits", test_limits);
  add ("/guide/reading/hostile", test_hostile);
  add ("/guide/reading/cut", test_cut);
}

int
main (int argc, char **argv)
{
  return sotay_test_run (argc, argv, add_tests);
}
