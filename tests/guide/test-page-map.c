/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "guide/guide-error.h"
#include "guide/page-map.h"

#include "support/test-support.h"

#include <glib/gstdio.h>
#include <sys/stat.h>

#define OLD_COPY "old-copy"
#define NEW_COPY "new-copy"

static const char *const old_pages[] = {
  "Cẩm nang VNeID",
  "Mục lục: Thông tin cư trú, Giấy phép lái xe, Ví giấy tờ, Tố giác tội phạm",
  "Thông tin cư trú. Công dân mở ứng dụng, chọn mục thông tin cư trú và nhập mật khẩu để xem.",
  "Giấy phép lái xe. Công dân chọn ví giấy tờ, chọn giấy phép lái xe rồi tích hợp thông tin.",
};

/* A page was put in, another was corrected, and the accents are stored in another way. */
static const char *const new_pages[] = {
  "Cẩm nang VNeID, bản năm 2026",
  "Lời nói đầu của bản mới",
  "Mục lục: Thông tin cư trú, Giấy phép lái xe, Ví giấy tờ, Tố giác tội phạm",
  "Thông tin cư trú. Công dân mở ứng dụng, chọn mục thông tin cư trú và nhập mật khẩu 6 số để xem ngay.",
  "Giấy phép lái xe. Công dân chọn ví giấy tờ, chọn giấy phép lái xe rồi tích hợp thông tin.",
  "Tố giác tội phạm. Chọn loại tin rồi gửi.",
};

typedef struct
{
  char *folder;
  SotayPageMap *map;
} Fixture;

static void
count_cb (SotayPageMap *map, guint *count)
{
  (*count)++;
}

static SotayPageMap *
open_map (const char *folder)
{
  SotayPageMap *map = sotay_page_map_new (folder);
  guint changes = 0;
  gulong handler = g_signal_connect (map, "changed", G_CALLBACK (count_cb), &changes);

  while (changes == 0)
    g_main_context_iteration (NULL, TRUE);
  g_signal_handler_disconnect (map, handler);
  return map;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->folder = sotay_test_folder ();
  fixture->map = open_map (fixture->folder);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_object_unref (fixture->map);
  g_free (fixture->folder);
}

static gboolean
choose (SotayPageMap *map, const char *id, int index, const char *words, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  sotay_page_map_set_async (map, id, index, words, sotay_test_store_result, &result);
  sotay_test_wait (&result);
  return sotay_page_map_set_finish (map, result, error);
}

static void
follow (SotayPageMap *map, const char *copy, const char *const *pages, guint n)
{
  g_autoptr (SotayDocumentText) text = sotay_document_text_new (pages, n);
  g_autoptr (GHashTable) titles = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  g_hash_table_insert (titles, "U10", "Thông tin cư trú");
  g_hash_table_insert (titles, "U12", "Giấy phép lái xe");
  g_hash_table_insert (titles, "U15", "Ví giấy tờ");
  g_hash_table_insert (titles, "U16", "Tố giác tội phạm");
  sotay_page_map_follow_async (map, copy, text, titles, sotay_test_store_result, &result);
  sotay_test_wait (&result);
  g_assert_true (sotay_page_map_follow_finish (map, result, &error));
  g_assert_no_error (error);
}

static void
assert_page (SotayPageMap *map, const char *id, int index, gboolean checked)
{
  gboolean is_checked = !checked;

  g_assert_cmpint (sotay_page_map_get_index (map, id, NULL, &is_checked), ==, index);
  g_assert_cmpint (is_checked, ==, checked);
}

static void
test_nothing (Fixture *fixture, gconstpointer data)
{
  assert_page (fixture->map, "U1", -1, FALSE);
  g_assert_null (sotay_page_map_find (fixture->map, 0));
  g_assert_false (sotay_page_map_is_for (fixture->map, OLD_COPY));
}

static void
test_set (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "pages.json", NULL);
  g_autoptr (SotayPageMap) other = NULL;
  g_autoptr (GError) error = NULL;
  GStatBuf info;

  g_assert_true (choose (fixture->map, "U10", 2, old_pages[2], &error));
  g_assert_no_error (error);
  assert_page (fixture->map, "U10", 2, TRUE);
  other = open_map (fixture->folder);
  assert_page (other, "U10", 2, TRUE);
  g_assert_cmpint (g_stat (path, &info), ==, 0);
  g_assert_cmpuint (info.st_mode & 0777, ==, 0600);

  /* What the other program set meanwhile is kept. */
  g_assert_true (choose (other, "U12", 3, old_pages[3], NULL));
  g_assert_true (choose (fixture->map, "U10", -1, "", NULL));
  assert_page (fixture->map, "U10", -1, FALSE);
  assert_page (fixture->map, "U12", 3, TRUE);
}

static void
test_find (Fixture *fixture, gconstpointer data)
{
  g_assert_true (choose (fixture->map, "U10", 2, "", NULL));
  g_assert_true (choose (fixture->map, "U9", 2, "", NULL));
  g_assert_true (choose (fixture->map, "U12", 5, "", NULL));
  g_assert_null (sotay_page_map_find (fixture->map, 1));
  g_assert_cmpstr (sotay_page_map_find (fixture->map, 2), ==, "U9");
  g_assert_cmpstr (sotay_page_map_find (fixture->map, 4), ==, "U9");
  g_assert_cmpstr (sotay_page_map_find (fixture->map, 5), ==, "U12");
  g_assert_cmpstr (sotay_page_map_find (fixture->map, 5 + SOTAY_PAGE_MAP_REACH - 1), ==, "U12");
  g_assert_null (sotay_page_map_find (fixture->map, 5 + SOTAY_PAGE_MAP_REACH));
}

static void
test_propose (Fixture *fixture, gconstpointer data)
{
  follow (fixture->map, OLD_COPY, old_pages, G_N_ELEMENTS (old_pages));
  assert_page (fixture->map, "U10", 2, FALSE);
  assert_page (fixture->map, "U12", 3, FALSE);
  assert_page (fixture->map, "U15", 3, FALSE);
  assert_page (fixture->map, "U16", -1, FALSE); /* only the list of contents names it */
  g_assert_true (sotay_page_map_is_for (fixture->map, OLD_COPY));
}

static void
test_follow (Fixture *fixture, gconstpointer data)
{
  gboolean checked = TRUE;

  follow (fixture->map, OLD_COPY, old_pages, G_N_ELEMENTS (old_pages));
  g_assert_true (choose (fixture->map, "U10", 2, old_pages[2], NULL));
  g_assert_true (choose (fixture->map, "U1", 0, "a page that nobody knows any more", NULL));
  g_assert_cmpint (sotay_page_map_get_index (fixture->map, "U10", NEW_COPY, &checked), ==, 2);
  g_assert_false (checked);

  follow (fixture->map, NEW_COPY, new_pages, G_N_ELEMENTS (new_pages));
  assert_page (fixture->map, "U10", 3, FALSE);
  assert_page (fixture->map, "U12", 4, FALSE);
  assert_page (fixture->map, "U16", 5, FALSE);
  assert_page (fixture->map, "U1", 0, FALSE);

  /* The same copy again changes nothing that a person has checked since. */
  g_assert_true (choose (fixture->map, "U10", 3, new_pages[3], NULL));
  follow (fixture->map, NEW_COPY, new_pages, G_N_ELEMENTS (new_pages));
  assert_page (fixture->map, "U10", 3, TRUE);
}

static void
test_fewer_pages (Fixture *fixture, gconstpointer data)
{
  const char *const one[] = { "" };

  g_assert_true (choose (fixture->map, "U10", 900, "gone", NULL));
  follow (fixture->map, NEW_COPY, one, 1);
  assert_page (fixture->map, "U10", 0, FALSE);
}

/* A file of ours that somebody broke counts as none; nothing of it crashes. */
static void
test_damaged_file (void)
{
  const char *const contents[] = {
    "",
    "{",
    "[]",
    "{\"copy\": 7, \"utilities\": []}",
    "{\"copy\": \"x\", \"utilities\": {\"U1\": 3, \"U2\": {\"page\": 0, \"words\": \"\"}, \"U3\": {\"page\": 1e9}}}",
    "{\"copy\": \"x\", \"utilities\": {\"U1\": {\"page\": \"3\", \"words\": \"\"}, \"U2\": {\"page\": 5, \"words\": 5}}}",
    "{\"copy\": \"x\", \"utilities\": {\"U1\": {\"page\": 100001, \"checked\": 1, \"words\": \"\"}}}",
    "\xff\xfe{}",
  };

  for (guint i = 0; i < G_N_ELEMENTS (contents); i++)
    {
      g_autofree char *folder = sotay_test_folder ();
      g_autofree char *path = g_build_filename (folder, "pages.json", NULL);
      g_autoptr (SotayPageMap) map = NULL;

      g_assert_true (g_file_set_contents (path, contents[i], -1, NULL));
      map = open_map (folder);
      assert_page (map, "U1", -1, FALSE);
      assert_page (map, "U2", -1, FALSE);
      assert_page (map, "U3", -1, FALSE);
      g_assert_true (choose (map, "U1", 1, "", NULL));
      assert_page (map, "U1", 1, TRUE);
    }
}

static void
test_cannot_write (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "pages.json", NULL);
  g_autofree char *inside = g_build_filename (path, "inside", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (g_mkdir_with_parents (inside, 0700), ==, 0);
  g_assert_false (choose (fixture->map, "U10", 2, "", &error));
  g_assert_error (error, SOTAY_GUIDE_ERROR, SOTAY_GUIDE_ERROR_FILE);
  assert_page (fixture->map, "U10", -1, FALSE);
}

static void
add (const char *path, void (*func) (Fixture *, gconstpointer))
{
  g_test_add (path, Fixture, NULL, set_up, func, tear_down);
}

static void
add_tests (void)
{
  add ("/guide/page-map/nothing", test_nothing);
  add ("/guide/page-map/set", test_set);
  add ("/guide/page-map/find", test_find);
  add ("/guide/page-map/propose", test_propose);
  add ("/guide/page-map/follow", test_follow);
  add ("/guide/page-map/fewer-pages", test_fewer_pages);
  g_test_add_func ("/guide/page-map/damaged-file", test_damaged_file);
  add ("/guide/page-map/cannot-write", test_cannot_write);
}

int
main (int argc, char **argv)
{
  return sotay_test_run (argc, argv, add_tests);
}
