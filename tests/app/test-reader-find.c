/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Ways to a place in the manual: contents, small pictures, search, bookmarks. */
#include "reader-fixture.h"

static gboolean
outline_is_there (gpointer data)
{
  return view_find_label (data, "2. Kích hoạt tài khoản mức độ 2 trên ứng dụng VNeID") != NULL;
}

static void
test_outline (ReaderFixture *fixture, gconstpointer data)
{
  GtkWidget *list = reader_fixture_find_list (fixture, "SotayOutlineList");
  GtkSingleSelection *selection = NULL;

  view_wait (outline_is_there, fixture->base.view);
  selection = GTK_SINGLE_SELECTION (gtk_list_view_get_model (GTK_LIST_VIEW (list)));
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (selection)), ==, 3 * MANUAL_N_CHAPTERS);
  g_signal_emit_by_name (list, "activate", 3u);
  reader_fixture_wait_for_index (fixture, MANUAL_CHAPTER (1));
  g_assert_cmpuint (gtk_single_selection_get_selected (selection), ==, 3);
  g_assert_true (reader_fixture_is_enabled (fixture, "go-back"));
  sotay_reader_view_go_to (fixture->reader, MANUAL_CHAPTER (2) + 2);
  reader_fixture_wait_for_index (fixture, MANUAL_CHAPTER (2) + 2);
  g_assert_cmpuint (gtk_single_selection_get_selected (selection), ==, 7);
}

static void
assert_hit (ReaderFixture *fixture, guint index)
{
  GArray *hits = sotay_reader_search_get_hits (fixture->reader->search);
  int current = sotay_reader_search_get_current (fixture->reader->search);

  g_assert_cmpuint (g_array_index (hits, SotayTextHit, current).index, ==, index);
}

/* Letters without accents find those with; typed accents narrow; all is counted and gone through in a circle. */
static void
test_search (ReaderFixture *fixture, gconstpointer data)
{
  GtkWidget *entry = reader_fixture_find (fixture, GTK_TYPE_SEARCH_ENTRY);

  sotay_reader_view_go_to (fixture->reader, 7);
  reader_fixture_wait_for_index (fixture, 7);
  sotay_reader_view_search (fixture->reader);
  reader_fixture_type (fixture, "ho khau");
  view_wait_for_label (fixture->base.view, "3 / 8");
  assert_hit (fixture, MANUAL_CHAPTER (2));
  reader_fixture_wait_for_index (fixture, MANUAL_CHAPTER (2));
  g_assert_nonnull (view_find_label (fixture->base.view, "1 trang không có chữ (là ảnh) nên không tìm trong đó được."));
  g_signal_emit_by_name (entry, "activate");
  view_wait_for_label (fixture->base.view, "4 / 8");
  reader_fixture_activate (fixture, "reader.previous-hit", NULL);
  reader_fixture_activate (fixture, "reader.previous-hit", NULL);
  reader_fixture_activate (fixture, "reader.previous-hit", NULL);
  reader_fixture_activate (fixture, "reader.previous-hit", NULL);
  view_wait_for_label (fixture->base.view, "8 / 8");
  reader_fixture_activate (fixture, "reader.next-hit", NULL);
  view_wait_for_label (fixture->base.view, "1 / 8");
  reader_fixture_wait_for_index (fixture, 0);
  reader_fixture_activate (fixture, "reader.go-back", NULL);
  reader_fixture_wait_for_index (fixture, 7);

  reader_fixture_type (fixture, "hồ khấu");
  view_wait_for_label (fixture->base.view, "Không thấy");
  g_assert_false (reader_fixture_is_enabled (fixture, "next-hit"));
  reader_fixture_type (fixture, "duy nhất");
  view_wait_for_label (fixture->base.view, "1 / 1");
  reader_fixture_wait_for_index (fixture, 12);
  g_assert_true (sotay_reader_view_go_back (fixture->reader));
  g_assert_null (sotay_reader_search_get_hits (fixture->reader->search));
  g_assert_false (reader_fixture_is_on (fixture, "search"));
  g_assert_false (sotay_reader_view_go_back (fixture->reader));
}

/* Choosing a hit in the list goes to it. */
static void
test_hit_list (ReaderFixture *fixture, gconstpointer data)
{
  sotay_reader_view_search (fixture->reader);
  reader_fixture_type (fixture, "HỘ KHẨU");
  view_wait_for_label (fixture->base.view, "1 / 8");
  g_signal_emit_by_name (reader_fixture_find_list (fixture, "SotayHitList"), "activate", 6u);
  view_wait_for_label (fixture->base.view, "7 / 8");
  reader_fixture_wait_for_index (fixture, MANUAL_CHAPTER (6));
}

static gboolean
thumbnails_are_there (gpointer data)
{
  return view_find_label (data, "3") != NULL;
}

static void
click (GtkWidget *label)
{
  g_signal_emit_by_name (gtk_widget_get_ancestor (label, GTK_TYPE_BUTTON), "clicked");
}

static void
test_scan (ReaderFixture *fixture, gconstpointer data)
{
  g_autoptr (SotayManualCopy) scan = reader_fixture_make_scan ();

  reader_fixture_show (fixture, scan);
  view_wait (reader_fixture_is_open, fixture->reader);
  view_wait_for_label (fixture->base.view, "Không có mục lục");
  click (view_find_label (fixture->base.view, "Xem các trang"));
  view_wait (thumbnails_are_there, fixture->base.view);
  sotay_reader_view_search (fixture->reader);
  reader_fixture_type (fixture, "hộ khẩu");
  view_wait_for_label (fixture->base.view, "Không có chữ để tìm");
}

static void
assert_bookmark (ReaderFixture *fixture, guint index, const char *name)
{
  const SotayBookmark *bookmark = sotay_reading_find_bookmark (fixture->reader->reading, index);

  g_assert_cmpstr (bookmark != NULL ? bookmark->name : NULL, ==, name);
}

/* A bookmark and the place are there for a new view of the same copy. */
static void
test_bookmark (ReaderFixture *fixture, gconstpointer data)
{
  view_wait (outline_is_there, fixture->base.view);
  sotay_reader_view_go_to (fixture->reader, 16);
  reader_fixture_wait_for_index (fixture, 16);
  g_assert_false (reader_fixture_is_on (fixture, "toggle-bookmark"));
  reader_fixture_activate (fixture, "reader.toggle-bookmark", NULL);
  view_wait_for_toast (&fixture->base, "Đã đánh dấu trang 17.");
  g_assert_true (reader_fixture_is_on (fixture, "toggle-bookmark"));
  assert_bookmark (fixture, 16, "4.1. Ai dùng được");
  reader_fixture_reopen (fixture);
  reader_fixture_wait_for_index (fixture, 16);
  assert_bookmark (fixture, 16, "4.1. Ai dùng được");
  g_assert_true (reader_fixture_is_on (fixture, "toggle-bookmark"));

  reader_fixture_activate (fixture, "reader.show-sidebar", g_variant_new_string ("bookmarks"));
  view_wait_for_label (fixture->base.view, "4.1. Ai dùng được");
  reader_fixture_activate (fixture, "reader.toggle-bookmark", NULL);
  view_wait_for_label (GTK_WIDGET (fixture->base.window), "Đã bỏ dấu trang 17.");
  view_wait_for_label (fixture->base.view, "Chưa có dấu trang");
  g_signal_emit_by_name (view_find_button (GTK_WIDGET (fixture->base.window), "Hoàn tác"), "clicked");
  view_wait_for_label (fixture->base.view, "4.1. Ai dùng được");
}

/* What was removed in one manual does not come back in another. */
static void
test_undo_elsewhere (ReaderFixture *fixture, gconstpointer data)
{
  g_autoptr (SotayManualCopy) scan = reader_fixture_make_scan ();
  GtkWidget *button = NULL;

  reader_fixture_activate (fixture, "reader.toggle-bookmark", NULL);
  reader_fixture_activate (fixture, "reader.toggle-bookmark", NULL);
  view_wait_for_label (GTK_WIDGET (fixture->base.window), "Đã bỏ dấu trang 1.");
  button = view_find_button (GTK_WIDGET (fixture->base.window), "Hoàn tác");
  sotay_reader_view_set_copy (fixture->reader, scan);
  view_wait (reader_fixture_is_open, fixture->reader);
  g_signal_emit_by_name (button, "clicked");
  g_assert_cmpuint (sotay_reading_get_bookmarks (fixture->reader->reading)->len, ==, 0);
}

static void
test_rename_bookmark (ReaderFixture *fixture, gconstpointer data)
{
  GtkWidget *list = NULL;
  GtkWidget *entry = NULL;

  reader_fixture_activate (fixture, "reader.show-sidebar", g_variant_new_string ("bookmarks"));
  g_assert_true (sotay_reading_set_bookmark (fixture->reader->reading, 9, "Chín <b>"));
  view_wait_for_label (fixture->base.view, "Chín <b>");
  list = reader_fixture_find (fixture, g_type_from_name ("SotayBookmarkList"));
  g_signal_emit_by_name (view_find (view_find (list, GTK_TYPE_LIST_BOX_ROW), GTK_TYPE_BUTTON), "clicked");
  entry = view_find (view_find (list, GTK_TYPE_LIST_BOX_ROW), GTK_TYPE_ENTRY);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "Chín <b>");
  gtk_editable_set_text (GTK_EDITABLE (entry), "Mười");
  g_signal_emit_by_name (entry, "activate");
  view_wait_for_label (fixture->base.view, "Mười");
  assert_bookmark (fixture, 9, "Mười");
  g_signal_emit_by_name (view_find (list, GTK_TYPE_LIST_BOX), "row-activated", view_find (list, GTK_TYPE_LIST_BOX_ROW));
  reader_fixture_wait_for_index (fixture, 9);
}

static void
test_thumbnails (ReaderFixture *fixture, gconstpointer data)
{
  reader_fixture_activate (fixture, "reader.show-sidebar", g_variant_new_string ("pages"));
  view_wait (thumbnails_are_there, fixture->base.view);
  g_signal_emit_by_name (reader_fixture_find_list (fixture, "SotayThumbnailList"), "activate", 2u);
  reader_fixture_wait_for_index (fixture, 2);
}

static void
add (const char *path, void (*prepare) (ReaderFixture *, gconstpointer), void (*test) (ReaderFixture *, gconstpointer))
{
  g_test_add (path, ReaderFixture, NULL, prepare, test, reader_fixture_tear_down);
}

static void
add_tests (void)
{
  add ("/reader/outline", reader_fixture_set_up, test_outline);
  add ("/reader/search", reader_fixture_set_up, test_search);
  add ("/reader/hit-list", reader_fixture_set_up, test_hit_list);
  add ("/reader/scan", reader_fixture_set_up_empty, test_scan);
  add ("/reader/bookmark", reader_fixture_set_up, test_bookmark);
  add ("/reader/undo-elsewhere", reader_fixture_set_up, test_undo_elsewhere);
  add ("/reader/rename-bookmark", reader_fixture_set_up, test_rename_bookmark);
  add ("/reader/thumbnails", reader_fixture_set_up, test_thumbnails);
}

int
main (int argc, char **argv)
{
  return view_test_run (argc, argv, add_tests);
}
