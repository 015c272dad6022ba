/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/guide/reader/reader-view-private.h"

#include "reader-fixture.h"
#include "services/settings.h"
#include "support/test-support.h"
#include "view-support.h"

typedef struct
{
  ViewFixture base;
  SotayReaderView *reader;
  SotayManualCopy *copy;
} Fixture;

static GtkWidget *
make_view (SotayServices *services)
{
  return GTK_WIDGET (sotay_reader_view_new (services));
}

static gboolean
is_open (gpointer data)
{
  return SOTAY_READER_VIEW (data)->document != NULL;
}

static gboolean
has_problem (gpointer data)
{
  return g_strcmp0 (gtk_stack_get_visible_child_name (SOTAY_READER_VIEW (data)->stack), "problem") == 0;
}

static void
show (Fixture *fixture, SotayManualCopy *copy)
{
  view_fixture_open (&fixture->base, make_view);
  fixture->reader = SOTAY_READER_VIEW (fixture->base.view);
  sotay_reader_view_set_copy (fixture->reader, copy);
}

static void
set_up_empty (Fixture *fixture, gconstpointer data)
{
  view_fixture_set_up (&fixture->base);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  set_up_empty (fixture, data);
  fixture->copy = reader_fixture_make_manual ();
  show (fixture, fixture->copy);
  view_wait (is_open, fixture->reader);
  gtk_test_widget_wait_for_draw (fixture->base.view);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  view_fixture_tear_down (&fixture->base);
  g_clear_object (&fixture->copy);
}

static void
activate (Fixture *fixture, const char *action, GVariant *target)
{
  g_assert_true (gtk_widget_activate_action_variant (fixture->base.view, action, target));
}

static gboolean
is_enabled (Fixture *fixture, const char *action)
{
  return g_action_group_get_action_enabled (G_ACTION_GROUP (fixture->reader->actions), action);
}

static gboolean
is_on (Fixture *fixture, const char *action)
{
  g_autoptr (GVariant) state = g_action_group_get_action_state (G_ACTION_GROUP (fixture->reader->actions), action);

  return g_variant_get_boolean (state);
}

typedef struct
{
  SotayReaderView *reader;
  guint index;
} IndexWait;

/* The reader hears of another page in the frame after the canvas has come there. */
static gboolean
is_at (gpointer data)
{
  IndexWait *wait = data;
  GtkEditable *entry = view_find (GTK_WIDGET (wait->reader->toolbar), GTK_TYPE_ENTRY);

  return sotay_reader_view_get_index (wait->reader) == wait->index
         && (guint) atoi (gtk_editable_get_text (entry)) == wait->index + 1;
}

static void
wait_for_index (Fixture *fixture, guint index)
{
  IndexWait wait = { fixture->reader, index };

  view_wait (is_at, &wait);
}

static gpointer
find (Fixture *fixture, GType type)
{
  return view_find (fixture->base.view, type);
}

static void
count_cb (gpointer source, GParamSpec *pspec, guint *count)
{
  (*count)++;
}

static void
test_pages (Fixture *fixture, gconstpointer data)
{
  GtkEditable *entry = find (fixture, GTK_TYPE_ENTRY);
  guint n_notified = 0;

  g_signal_connect (fixture->reader, "notify::index", G_CALLBACK (count_cb), &n_notified);
  g_assert_cmpstr (gtk_editable_get_text (entry), ==, "1");
  g_assert_nonnull (view_find_label (fixture->base.view, "/ 40"));
  g_assert_false (is_enabled (fixture, "previous-page"));
  activate (fixture, "reader.next-page", NULL);
  wait_for_index (fixture, 1);
  g_assert_cmpuint (n_notified, >=, 1);
  g_signal_handlers_disconnect_by_data (fixture->reader, &n_notified);
  g_assert_cmpstr (gtk_editable_get_text (entry), ==, "2");

  gtk_editable_set_text (entry, " 34 ");
  g_signal_emit_by_name (entry, "activate");
  wait_for_index (fixture, 33);
  gtk_editable_set_text (entry, "41");
  g_signal_emit_by_name (entry, "activate");
  g_assert_true (gtk_widget_has_css_class (GTK_WIDGET (entry), "error"));
  g_assert_cmpuint (sotay_reader_view_get_index (fixture->reader), ==, 33);
  activate (fixture, "reader.previous-page", NULL);
  wait_for_index (fixture, 32);
  g_assert_false (gtk_widget_has_css_class (GTK_WIDGET (entry), "error"));
  sotay_reader_view_go_to (fixture->reader, 39);
  wait_for_index (fixture, 39);
  g_assert_false (is_enabled (fixture, "next-page"));
}

/* Back and forward over jumps; turning a page is none. */
static void
test_history (Fixture *fixture, gconstpointer data)
{
  g_assert_false (is_enabled (fixture, "go-back"));
  sotay_reader_view_go_to (fixture->reader, 10);
  wait_for_index (fixture, 10);
  activate (fixture, "reader.next-page", NULL);
  wait_for_index (fixture, 11);
  sotay_reader_view_go_to (fixture->reader, 30);
  wait_for_index (fixture, 30);
  activate (fixture, "reader.go-back", NULL);
  wait_for_index (fixture, 11);
  activate (fixture, "reader.go-back", NULL);
  wait_for_index (fixture, 0);
  g_assert_false (is_enabled (fixture, "go-back"));
  activate (fixture, "reader.go-forward", NULL);
  wait_for_index (fixture, 11);
  activate (fixture, "reader.go-forward", NULL);
  wait_for_index (fixture, 30);
  g_assert_false (is_enabled (fixture, "go-forward"));
  activate (fixture, "reader.go-back", NULL);
  sotay_reader_view_go_to (fixture->reader, 5);
  g_assert_false (is_enabled (fixture, "go-forward"));
}

static void
test_history_limit (void)
{
  g_autoptr (SotayPageHistory) history = sotay_page_history_new ();
  SotayPlace there, here = { 1000, 0 };
  guint n = 0;

  for (guint i = 0; i < 500; i++)
    {
      sotay_page_history_leave (history, &(SotayPlace){ i, 0 });
      sotay_page_history_leave (history, &(SotayPlace){ i, 0 });
    }
  g_assert_true (sotay_page_history_go_back (history, &here, &there));
  g_assert_cmpuint (there.index, ==, 499);
  for (; sotay_page_history_go_back (history, &here, &there); n++)
    ;
  g_assert_cmpuint (n, ==, 99);
}

static gboolean
outline_is_there (gpointer data)
{
  return view_find_label (data, "2. Kích hoạt tài khoản mức độ 2 trên ứng dụng VNeID") != NULL;
}

static GtkWidget *
find_list (Fixture *fixture, const char *page)
{
  GType type = g_type_from_name (page);

  return view_find (GTK_WIDGET (find (fixture, type)), GTK_TYPE_LIST_BASE);
}

static void
test_outline (Fixture *fixture, gconstpointer data)
{
  GtkWidget *list = find_list (fixture, "SotayOutlineList");
  GtkSingleSelection *selection = NULL;

  view_wait (outline_is_there, fixture->base.view);
  selection = GTK_SINGLE_SELECTION (gtk_list_view_get_model (GTK_LIST_VIEW (list)));
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (selection)), ==, 3 * MANUAL_N_CHAPTERS);
  g_signal_emit_by_name (list, "activate", 3u);
  wait_for_index (fixture, MANUAL_CHAPTER (1));
  g_assert_cmpuint (gtk_single_selection_get_selected (selection), ==, 3);
  g_assert_true (is_enabled (fixture, "go-back"));
  sotay_reader_view_go_to (fixture->reader, MANUAL_CHAPTER (2) + 2);
  wait_for_index (fixture, MANUAL_CHAPTER (2) + 2);
  g_assert_cmpuint (gtk_single_selection_get_selected (selection), ==, 7);
}

static void
type (Fixture *fixture, const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (find (fixture, GTK_TYPE_SEARCH_ENTRY)), text);
}

static void
assert_hit (Fixture *fixture, guint index)
{
  GArray *hits = sotay_reader_search_get_hits (fixture->reader->search);
  int current = sotay_reader_search_get_current (fixture->reader->search);

  g_assert_cmpuint (g_array_index (hits, SotayTextHit, current).index, ==, index);
}

/* Letters without accents find those with; typed accents narrow; all is counted and gone through in a circle. */
static void
test_search (Fixture *fixture, gconstpointer data)
{
  GtkWidget *entry = find (fixture, GTK_TYPE_SEARCH_ENTRY);

  sotay_reader_view_go_to (fixture->reader, 7);
  wait_for_index (fixture, 7);
  sotay_reader_view_search (fixture->reader);
  type (fixture, "ho khau");
  view_wait_for_label (fixture->base.view, "3 / 8");
  assert_hit (fixture, MANUAL_CHAPTER (2));
  wait_for_index (fixture, MANUAL_CHAPTER (2));
  g_assert_nonnull (view_find_label (fixture->base.view, "1 trang không có chữ (là ảnh) nên không tìm trong đó được."));
  g_signal_emit_by_name (entry, "activate");
  view_wait_for_label (fixture->base.view, "4 / 8");
  activate (fixture, "reader.previous-hit", NULL);
  activate (fixture, "reader.previous-hit", NULL);
  activate (fixture, "reader.previous-hit", NULL);
  activate (fixture, "reader.previous-hit", NULL);
  view_wait_for_label (fixture->base.view, "8 / 8");
  activate (fixture, "reader.next-hit", NULL);
  view_wait_for_label (fixture->base.view, "1 / 8");
  wait_for_index (fixture, 0);
  activate (fixture, "reader.go-back", NULL);
  wait_for_index (fixture, 7);

  type (fixture, "hồ khấu");
  view_wait_for_label (fixture->base.view, "Không thấy");
  g_assert_false (is_enabled (fixture, "next-hit"));
  type (fixture, "duy nhất");
  view_wait_for_label (fixture->base.view, "1 / 1");
  wait_for_index (fixture, 12);
  g_assert_true (sotay_reader_view_go_back (fixture->reader));
  g_assert_null (sotay_reader_search_get_hits (fixture->reader->search));
  g_assert_false (is_on (fixture, "search"));
  g_assert_false (sotay_reader_view_go_back (fixture->reader));
}

/* Choosing a hit in the list goes to it. */
static void
test_hit_list (Fixture *fixture, gconstpointer data)
{
  sotay_reader_view_search (fixture->reader);
  type (fixture, "HỘ KHẨU");
  view_wait_for_label (fixture->base.view, "1 / 8");
  g_signal_emit_by_name (find_list (fixture, "SotayHitList"), "activate", 6u);
  view_wait_for_label (fixture->base.view, "7 / 8");
  wait_for_index (fixture, MANUAL_CHAPTER (6));
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
test_scan (Fixture *fixture, gconstpointer data)
{
  g_autoptr (SotayManualCopy) scan = reader_fixture_make_scan ();

  show (fixture, scan);
  view_wait (is_open, fixture->reader);
  view_wait_for_label (fixture->base.view, "Không có mục lục");
  click (view_find_label (fixture->base.view, "Xem các trang"));
  view_wait (thumbnails_are_there, fixture->base.view);
  sotay_reader_view_search (fixture->reader);
  type (fixture, "hộ khẩu");
  view_wait_for_label (fixture->base.view, "Không có chữ để tìm");
}

static void
assert_bookmark (Fixture *fixture, guint index, const char *name)
{
  const SotayBookmark *bookmark = sotay_reading_find_bookmark (fixture->reader->reading, index);

  g_assert_cmpstr (bookmark != NULL ? bookmark->name : NULL, ==, name);
}

static void
reopen (Fixture *fixture)
{
  gtk_window_set_child (fixture->base.window, NULL);
  gtk_window_destroy (fixture->base.window);
  show (fixture, fixture->copy);
  view_wait (is_open, fixture->reader);
}

/* A bookmark and the place are there for a new view of the same copy. */
static void
test_bookmark (Fixture *fixture, gconstpointer data)
{
  view_wait (outline_is_there, fixture->base.view);
  sotay_reader_view_go_to (fixture->reader, 16);
  wait_for_index (fixture, 16);
  g_assert_false (is_on (fixture, "toggle-bookmark"));
  activate (fixture, "reader.toggle-bookmark", NULL);
  view_wait_for_toast (&fixture->base, "Đã đánh dấu trang 17.");
  g_assert_true (is_on (fixture, "toggle-bookmark"));
  assert_bookmark (fixture, 16, "4.1. Ai dùng được");
  reopen (fixture);
  wait_for_index (fixture, 16);
  assert_bookmark (fixture, 16, "4.1. Ai dùng được");
  g_assert_true (is_on (fixture, "toggle-bookmark"));

  activate (fixture, "reader.show-sidebar", g_variant_new_string ("bookmarks"));
  view_wait_for_label (fixture->base.view, "4.1. Ai dùng được");
  activate (fixture, "reader.toggle-bookmark", NULL);
  view_wait_for_label (fixture->base.view, "Đã bỏ dấu trang 17.");
  view_wait_for_label (fixture->base.view, "Chưa có dấu trang");
  g_signal_emit_by_name (view_find_button (fixture->base.view, "Hoàn tác"), "clicked");
  view_wait_for_label (fixture->base.view, "4.1. Ai dùng được");
}

static void
test_rename_bookmark (Fixture *fixture, gconstpointer data)
{
  GtkWidget *list = NULL;
  GtkWidget *entry = NULL;

  activate (fixture, "reader.show-sidebar", g_variant_new_string ("bookmarks"));
  activate (fixture, "reader.set-bookmark", g_variant_new ("(us)", 9, "Chín <b>"));
  view_wait_for_label (fixture->base.view, "Chín <b>");
  list = find (fixture, g_type_from_name ("SotayBookmarkList"));
  g_signal_emit_by_name (view_find (view_find (list, GTK_TYPE_LIST_BOX_ROW), GTK_TYPE_BUTTON), "clicked");
  entry = view_find (view_find (list, GTK_TYPE_LIST_BOX_ROW), GTK_TYPE_ENTRY);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "Chín <b>");
  gtk_editable_set_text (GTK_EDITABLE (entry), "Mười");
  g_signal_emit_by_name (entry, "activate");
  view_wait_for_label (fixture->base.view, "Mười");
  assert_bookmark (fixture, 9, "Mười");
  g_signal_emit_by_name (view_find (list, GTK_TYPE_LIST_BOX), "row-activated",
                         view_find (list, GTK_TYPE_LIST_BOX_ROW));
  wait_for_index (fixture, 9);
}

static double
get_zoom (Fixture *fixture)
{
  double zoom;

  g_object_get (fixture->reader->canvas, "zoom", &zoom, NULL);
  return zoom;
}

static void
test_zoom (Fixture *fixture, gconstpointer data)
{
  activate (fixture, "reader.zoom-to", g_variant_new_int32 (100));
  g_assert_cmpfloat_with_epsilon (get_zoom (fixture), 1, 0.001);
  g_assert_nonnull (view_find_label (fixture->base.view, "100 %"));
  activate (fixture, "reader.zoom-in", NULL);
  g_assert_cmpfloat_with_epsilon (get_zoom (fixture), 1.25, 0.001);
  activate (fixture, "reader.zoom-to", g_variant_new_int32 (400));
  g_assert_false (is_enabled (fixture, "zoom-in"));
  g_assert_true (is_enabled (fixture, "zoom-out"));
  for (guint i = 0; i < 20 && is_enabled (fixture, "zoom-out"); i++)
    activate (fixture, "reader.zoom-out", NULL);
  g_assert_cmpfloat_with_epsilon (get_zoom (fixture), SOTAY_ZOOM_LEAST, 0.001);
  g_assert_true (is_enabled (fixture, "zoom-in"));
  activate (fixture, "reader.zoom-mode", g_variant_new_string ("fit-page"));
  g_assert_cmpfloat (get_zoom (fixture), >, SOTAY_ZOOM_LEAST);
  activate (fixture, "reader.zoom-to", g_variant_new_int32 (150));
  activate (fixture, "reader.night", NULL);
  activate (fixture, "reader.two-pages", NULL);
  reopen (fixture);
  g_assert_cmpfloat_with_epsilon (get_zoom (fixture), 1.5, 0.001);
  g_assert_true (is_on (fixture, "night"));
  g_assert_true (is_on (fixture, "two-pages"));
}

/* The side bar is as it was left; a search borrows it. */
static void
test_sidebar (Fixture *fixture, gconstpointer data)
{
  g_autofree char *page = NULL;

  activate (fixture, "reader.show-sidebar", g_variant_new_string ("pages"));
  sotay_reader_view_search (fixture->reader);
  g_object_get (fixture->reader->sidebar, "page", &page, NULL);
  g_assert_cmpstr (page, ==, "search");
  g_assert_true (sotay_reader_view_go_back (fixture->reader));
  reopen (fixture);
  g_clear_pointer (&page, g_free);
  g_object_get (fixture->reader->sidebar, "page", &page, NULL);
  g_assert_cmpstr (page, ==, "pages");
  g_assert_true (is_on (fixture, "sidebar"));
  activate (fixture, "reader.sidebar", NULL);
  reopen (fixture);
  g_assert_false (is_on (fixture, "sidebar"));
  sotay_reader_view_search (fixture->reader);
  g_assert_true (is_on (fixture, "sidebar"));
  g_assert_true (sotay_reader_view_go_back (fixture->reader));
  g_assert_false (is_on (fixture, "sidebar"));
}

static void
test_thumbnails (Fixture *fixture, gconstpointer data)
{
  activate (fixture, "reader.show-sidebar", g_variant_new_string ("pages"));
  view_wait (thumbnails_are_there, fixture->base.view);
  g_signal_emit_by_name (find_list (fixture, "SotayThumbnailList"), "activate", 2u);
  wait_for_index (fixture, 2);
}

static void
test_damaged (Fixture *fixture, gconstpointer data)
{
  g_autoptr (SotayManualCopy) damaged = reader_fixture_make_damaged ();

  show (fixture, damaged);
  view_wait (has_problem, fixture->reader);
  gtk_test_widget_wait_for_draw (fixture->base.view);
  g_assert_nonnull (view_find_label (fixture->base.view, "Không mở được cẩm nang"));
  g_assert_nonnull (view_find_button (fixture->base.view, "Thử lại"));
  g_assert_false (is_enabled (fixture, "print"));
  g_assert_false (is_enabled (fixture, "toggle-bookmark"));
  sotay_reader_view_print (fixture->reader);
  sotay_reader_view_search (fixture->reader);
}

/* The page that is wanted before the copy is open is gone to once it is. */
static void
test_early_go_to (Fixture *fixture, gconstpointer data)
{
  fixture->copy = reader_fixture_make_manual ();
  show (fixture, fixture->copy);
  sotay_reader_view_go_to (fixture->reader, 20);
  view_wait (is_open, fixture->reader);
  wait_for_index (fixture, 20);
}

/* The tear-down waits until nothing holds the view any more. */
static void
test_closed_while_opening (Fixture *fixture, gconstpointer data)
{
  fixture->copy = reader_fixture_make_manual ();
  show (fixture, fixture->copy);
  g_assert_nonnull (fixture->reader->opening);
}

static void
test_closed_while_reading (Fixture *fixture, gconstpointer data)
{
  activate (fixture, "reader.show-sidebar", g_variant_new_string ("pages"));
  sotay_reader_view_search (fixture->reader);
  type (fixture, "hộ");
  g_assert_cmpint (sotay_reader_search_get_state (fixture->reader->search), ==, SOTAY_SEARCH_LOADING);
}

static void
test_other_copy (Fixture *fixture, gconstpointer data)
{
  g_autoptr (SotayManualCopy) scan = reader_fixture_make_scan ();

  sotay_reader_view_go_to (fixture->reader, 20);
  sotay_reader_view_search (fixture->reader);
  sotay_reader_view_set_copy (fixture->reader, scan);
  g_assert_null (fixture->reader->document);
  view_wait (is_open, fixture->reader);
  g_assert_nonnull (view_find_label (fixture->base.view, "/ 3"));
  wait_for_index (fixture, 0);
  g_assert_false (is_enabled (fixture, "go-back"));
  sotay_reader_view_set_copy (fixture->reader, fixture->copy);
  view_wait (is_open, fixture->reader);
  wait_for_index (fixture, 20);
  sotay_reader_view_set_copy (fixture->reader, NULL);
  g_assert_null (fixture->reader->document);
}

static void
test_web_link (Fixture *fixture, gconstpointer data)
{
  GType type = ADW_TYPE_MESSAGE_DIALOG;
  GtkWidget *dialog = NULL;

  g_signal_emit_by_name (fixture->reader->canvas, "web-link", "https://vneid.gov.vn/?a=<b>&c");
  view_wait_for_window (type);
  dialog = view_find_window (type);
  view_wait_for_label (dialog, "https://vneid.gov.vn/?a=<b>&c");
  g_assert_true (adw_message_dialog_has_response (ADW_MESSAGE_DIALOG (dialog), "open"));
  g_signal_emit_by_name (view_find_button (dialog, "Chép đị_a chỉ"), "clicked");
  view_wait_for_toast (&fixture->base, "Đã chép địa chỉ.");
  view_wait_for_no_window (type);

  g_signal_emit_by_name (fixture->reader->canvas, "web-link", "file:///etc/passwd");
  view_wait_for_window (type);
  dialog = view_find_window (type);
  g_assert_false (adw_message_dialog_has_response (ADW_MESSAGE_DIALOG (dialog), "open"));
  g_assert_true (adw_message_dialog_has_response (ADW_MESSAGE_DIALOG (dialog), "copy"));
  gtk_window_close (GTK_WINDOW (dialog));
  view_wait_for_no_window (type);
}

static void
add (const char *path, void (*prepare) (Fixture *, gconstpointer), void (*test) (Fixture *, gconstpointer))
{
  g_test_add (path, Fixture, NULL, prepare, test, tear_down);
}

static void
add_tests (void)
{
  g_test_add_func ("/reader/history-limit", test_history_limit);
  add ("/reader/pages", set_up, test_pages);
  add ("/reader/history", set_up, test_history);
  add ("/reader/outline", set_up, test_outline);
  add ("/reader/search", set_up, test_search);
  add ("/reader/hit-list", set_up, test_hit_list);
  add ("/reader/scan", set_up_empty, test_scan);
  add ("/reader/bookmark", set_up, test_bookmark);
  add ("/reader/rename-bookmark", set_up, test_rename_bookmark);
  add ("/reader/zoom", set_up, test_zoom);
  add ("/reader/sidebar", set_up, test_sidebar);
  add ("/reader/thumbnails", set_up, test_thumbnails);
  add ("/reader/damaged", set_up_empty, test_damaged);
  add ("/reader/early-go-to", set_up_empty, test_early_go_to);
  add ("/reader/closed-while-opening", set_up_empty, test_closed_while_opening);
  add ("/reader/closed-while-reading", set_up, test_closed_while_reading);
  add ("/reader/other-copy", set_up, test_other_copy);
  add ("/reader/web-link", set_up, test_web_link);
}

int
main (int argc, char **argv)
{
  return view_test_run (argc, argv, add_tests);
}
