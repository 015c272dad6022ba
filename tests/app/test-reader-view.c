/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/guide/reader/reader-print.h"
#include "guide/manual-copy-private.h"
#include "reader-fixture.h"
#include "support/test-support.h"

static gboolean
has_problem (gpointer data)
{
  return g_strcmp0 (gtk_stack_get_visible_child_name (SOTAY_READER_VIEW (data)->stack), "problem") == 0;
}

static void
count_cb (gpointer source, GParamSpec *pspec, guint *count)
{
  (*count)++;
}

static void
count_wanted_cb (guint *count)
{
  (*count)++;
}

static void
test_pages (ReaderFixture *fixture, gconstpointer data)
{
  GtkEditable *entry = reader_fixture_find (fixture, GTK_TYPE_ENTRY);
  guint n_notified = 0;

  g_signal_connect (fixture->reader, "notify::index", G_CALLBACK (count_cb), &n_notified);
  g_assert_cmpstr (gtk_editable_get_text (entry), ==, "1");
  g_assert_nonnull (view_find_label (fixture->base.view, "/ 40"));
  g_assert_false (reader_fixture_is_enabled (fixture, "previous-page"));
  reader_fixture_activate (fixture, "reader.next-page", NULL);
  reader_fixture_wait_for_index (fixture, 1);
  g_assert_cmpuint (n_notified, >=, 1);
  g_signal_handlers_disconnect_by_data (fixture->reader, &n_notified);
  g_assert_cmpstr (gtk_editable_get_text (entry), ==, "2");

  gtk_editable_set_text (entry, " 34 ");
  g_signal_emit_by_name (entry, "activate");
  reader_fixture_wait_for_index (fixture, 33);
  gtk_editable_set_text (entry, "41");
  g_signal_emit_by_name (entry, "activate");
  g_assert_true (gtk_widget_has_css_class (GTK_WIDGET (entry), "error"));
  g_assert_cmpuint (sotay_reader_view_get_index (fixture->reader), ==, 33);
  reader_fixture_activate (fixture, "reader.previous-page", NULL);
  reader_fixture_wait_for_index (fixture, 32);
  g_assert_false (gtk_widget_has_css_class (GTK_WIDGET (entry), "error"));
  sotay_reader_view_go_to (fixture->reader, 39);
  reader_fixture_wait_for_index (fixture, 39);
  g_assert_false (reader_fixture_is_enabled (fixture, "next-page"));
}

/* Back and forward over jumps; turning a page is none. */
static void
test_history (ReaderFixture *fixture, gconstpointer data)
{
  g_assert_false (reader_fixture_is_enabled (fixture, "go-back"));
  sotay_reader_view_go_to (fixture->reader, 10);
  reader_fixture_wait_for_index (fixture, 10);
  reader_fixture_activate (fixture, "reader.next-page", NULL);
  reader_fixture_wait_for_index (fixture, 11);
  sotay_reader_view_go_to (fixture->reader, 30);
  reader_fixture_wait_for_index (fixture, 30);
  reader_fixture_activate (fixture, "reader.go-back", NULL);
  reader_fixture_wait_for_index (fixture, 11);
  reader_fixture_activate (fixture, "reader.go-back", NULL);
  reader_fixture_wait_for_index (fixture, 0);
  g_assert_false (reader_fixture_is_enabled (fixture, "go-back"));
  reader_fixture_activate (fixture, "reader.go-forward", NULL);
  reader_fixture_wait_for_index (fixture, 11);
  reader_fixture_activate (fixture, "reader.go-forward", NULL);
  reader_fixture_wait_for_index (fixture, 30);
  g_assert_false (reader_fixture_is_enabled (fixture, "go-forward"));
  reader_fixture_activate (fixture, "reader.go-back", NULL);
  sotay_reader_view_go_to (fixture->reader, 5);
  g_assert_false (reader_fixture_is_enabled (fixture, "go-forward"));
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

static double
get_zoom (ReaderFixture *fixture)
{
  double zoom;

  g_object_get (fixture->reader->canvas, "zoom", &zoom, NULL);
  return zoom;
}

static void
test_zoom (ReaderFixture *fixture, gconstpointer data)
{
  reader_fixture_activate (fixture, "reader.zoom-to", g_variant_new_int32 (100));
  g_assert_cmpfloat_with_epsilon (get_zoom (fixture), 1, 0.001);
  g_assert_nonnull (view_find_label (fixture->base.view, "100 %"));
  reader_fixture_activate (fixture, "reader.zoom-in", NULL);
  g_assert_cmpfloat_with_epsilon (get_zoom (fixture), 1.25, 0.001);
  reader_fixture_activate (fixture, "reader.zoom-to", g_variant_new_int32 (400));
  g_assert_false (reader_fixture_is_enabled (fixture, "zoom-in"));
  g_assert_true (reader_fixture_is_enabled (fixture, "zoom-out"));
  for (guint i = 0; i < 20 && reader_fixture_is_enabled (fixture, "zoom-out"); i++)
    reader_fixture_activate (fixture, "reader.zoom-out", NULL);
  g_assert_cmpfloat_with_epsilon (get_zoom (fixture), SOTAY_ZOOM_LEAST, 0.001);
  g_assert_true (reader_fixture_is_enabled (fixture, "zoom-in"));
  reader_fixture_activate (fixture, "reader.zoom-mode", g_variant_new_string ("fit-page"));
  g_assert_cmpfloat (get_zoom (fixture), >, SOTAY_ZOOM_LEAST);
  reader_fixture_activate (fixture, "reader.zoom-to", g_variant_new_int32 (150));
  reader_fixture_activate (fixture, "reader.night", NULL);
  reader_fixture_activate (fixture, "reader.two-pages", NULL);
  reader_fixture_reopen (fixture);
  g_assert_cmpfloat_with_epsilon (get_zoom (fixture), 1.5, 0.001);
  g_assert_true (reader_fixture_is_on (fixture, "night"));
  g_assert_true (reader_fixture_is_on (fixture, "two-pages"));
}

/* The side bar is as it was left; a search borrows it. */
static void
test_sidebar (ReaderFixture *fixture, gconstpointer data)
{
  g_autofree char *page = NULL;

  reader_fixture_activate (fixture, "reader.show-sidebar", g_variant_new_string ("pages"));
  sotay_reader_view_search (fixture->reader);
  g_object_get (fixture->reader->sidebar, "page", &page, NULL);
  g_assert_cmpstr (page, ==, "search");
  g_assert_true (sotay_reader_view_go_back (fixture->reader));
  reader_fixture_reopen (fixture);
  g_clear_pointer (&page, g_free);
  g_object_get (fixture->reader->sidebar, "page", &page, NULL);
  g_assert_cmpstr (page, ==, "pages");
  g_assert_true (reader_fixture_is_on (fixture, "sidebar"));
  reader_fixture_activate (fixture, "reader.sidebar", NULL);
  reader_fixture_reopen (fixture);
  g_assert_false (reader_fixture_is_on (fixture, "sidebar"));
  sotay_reader_view_search (fixture->reader);
  g_assert_true (reader_fixture_is_on (fixture, "sidebar"));
  g_assert_true (sotay_reader_view_go_back (fixture->reader));
  g_assert_false (reader_fixture_is_on (fixture, "sidebar"));
  g_clear_pointer (&page, g_free);
  g_object_get (fixture->reader->sidebar, "page", &page, NULL);
  g_assert_cmpstr (page, ==, "outline");
}

static void
test_damaged (ReaderFixture *fixture, gconstpointer data)
{
  g_autoptr (SotayManualCopy) damaged = reader_fixture_make_damaged ();

  reader_fixture_show (fixture, damaged);
  view_wait (has_problem, fixture->reader);
  gtk_test_widget_wait_for_draw (fixture->base.view);
  g_assert_nonnull (view_find_label (fixture->base.view, "Không mở được cẩm nang"));
  g_assert_nonnull (view_find_button (fixture->base.view, "Thử lại"));
  g_assert_false (reader_fixture_is_enabled (fixture, "print"));
  g_assert_false (reader_fixture_is_enabled (fixture, "toggle-bookmark"));
  sotay_reader_view_print (fixture->reader);
  sotay_reader_view_search (fixture->reader);
}

/* The page that is wanted before the copy is open is gone to once it is. */
static void
test_early_go_to (ReaderFixture *fixture, gconstpointer data)
{
  fixture->copy = reader_fixture_make_manual ();
  reader_fixture_show (fixture, fixture->copy);
  sotay_reader_view_go_to (fixture->reader, 20);
  view_wait (reader_fixture_is_open, fixture->reader);
  reader_fixture_wait_for_index (fixture, 20);
}

/* The tear-down waits until nothing holds the view any more. */
static void
test_closed_while_opening (ReaderFixture *fixture, gconstpointer data)
{
  fixture->copy = reader_fixture_make_manual ();
  reader_fixture_show (fixture, fixture->copy);
  g_assert_nonnull (fixture->reader->opening);
}

static void
test_closed_while_reading (ReaderFixture *fixture, gconstpointer data)
{
  reader_fixture_activate (fixture, "reader.show-sidebar", g_variant_new_string ("pages"));
  sotay_reader_view_search (fixture->reader);
  reader_fixture_type (fixture, "hộ");
  g_assert_cmpint (sotay_reader_search_get_state (fixture->reader->search), ==, SOTAY_SEARCH_LOADING);
}

static void
test_other_copy (ReaderFixture *fixture, gconstpointer data)
{
  g_autoptr (SotayManualCopy) scan = reader_fixture_make_scan ();

  sotay_reader_view_go_to (fixture->reader, 20);
  sotay_reader_view_search (fixture->reader);
  sotay_reader_view_set_copy (fixture->reader, scan);
  g_assert_null (fixture->reader->document);
  view_wait (reader_fixture_is_open, fixture->reader);
  g_assert_nonnull (view_find_label (fixture->base.view, "/ 3"));
  /* Where the one before it was, as far as there is such a page. */
  reader_fixture_wait_for_index (fixture, 2);
  g_assert_false (reader_fixture_is_enabled (fixture, "go-back"));
  sotay_reader_view_set_copy (fixture->reader, fixture->copy);
  view_wait (reader_fixture_is_open, fixture->reader);
  reader_fixture_wait_for_index (fixture, 20);
  sotay_reader_view_set_copy (fixture->reader, NULL);
  g_assert_null (fixture->reader->document);
}

/* A copy that was entered anew, of the same file, does not take the place away. */
static void
test_same_copy (ReaderFixture *fixture, gconstpointer data)
{
  g_autofree char *folder = g_path_get_dirname (sotay_manual_copy_get_path (fixture->copy));
  const SotayManualFacts facts = {
    .sha256 = sotay_manual_copy_get_sha256 (fixture->copy),
    .address = "file:///usb/a.pdf",
    .bytes = 1000,
    .pages = 40,
    .downloaded_at = 2,
  };
  g_autoptr (SotayManualCopy) again = sotay_manual_copy_new (folder, &facts);
  SotayDocument *document = fixture->reader->document;

  sotay_reader_view_set_copy (fixture->reader, again);
  g_assert_true (fixture->reader->document == document);
}

static gboolean
is_gone (gpointer data)
{
  return *(gpointer *) data == NULL;
}

/* Nothing keeps a document, with its helpers, that is no longer read. */
static void
test_document_goes (ReaderFixture *fixture, gconstpointer data)
{
  SotayDocument *document = fixture->reader->document;

  g_object_add_weak_pointer (G_OBJECT (document), (gpointer *) &document);
  reader_fixture_activate (fixture, "reader.show-sidebar", g_variant_new_string ("pages"));
  sotay_reader_view_search (fixture->reader);
  reader_fixture_type (fixture, "ho khau");
  view_wait_for_label (fixture->base.view, "1 / 8");
  sotay_reader_view_set_copy (fixture->reader, NULL);
  view_wait (is_gone, &document);
}

static void
test_web_link (ReaderFixture *fixture, gconstpointer data)
{
  GType type = ADW_TYPE_MESSAGE_DIALOG;
  GtkWidget *dialog = NULL;

  g_signal_emit_by_name (fixture->reader->canvas, "web-link", "https://vneid.gov.vn/?a=<b>&c");
  view_wait_for_window (type);
  dialog = view_find_window (type);
  view_wait_for_label (dialog, "https://vneid.gov.vn/?a=<b>&c");
  g_assert_true (adw_message_dialog_has_response (ADW_MESSAGE_DIALOG (dialog), "open"));
  g_signal_emit_by_name (view_find_button (dialog, "Chép đị_a chỉ"), "clicked");
  view_wait_for_toast (&fixture->base, "Đã sao chép địa chỉ.");
  view_wait_for_no_window (type);

  g_signal_emit_by_name (fixture->reader->canvas, "web-link", "file:///etc/passwd");
  view_wait_for_window (type);
  dialog = view_find_window (type);
  g_assert_false (adw_message_dialog_has_response (ADW_MESSAGE_DIALOG (dialog), "open"));
  g_assert_true (adw_message_dialog_has_response (ADW_MESSAGE_DIALOG (dialog), "copy"));
  gtk_window_close (GTK_WINDOW (dialog));
  view_wait_for_no_window (type);
}

static gboolean
is_folded (gpointer data)
{
  return adw_flap_get_folded (SOTAY_READER_VIEW (data)->flap);
}

/* In a narrow window the side bar lies over the pages, so it comes when it is called and goes when something is chosen.
 */
static void
test_narrow (ReaderFixture *fixture, gconstpointer data)
{
  gtk_window_set_default_size (fixture->base.window, 400, 600);
  view_wait (is_folded, fixture->reader);
  g_assert_false (reader_fixture_is_on (fixture, "sidebar"));
  sotay_reader_view_search (fixture->reader);
  g_assert_false (reader_fixture_is_on (fixture, "sidebar"));
  reader_fixture_type (fixture, "ho khau");
  view_wait_for_label (fixture->base.view, "1 / 8");
  reader_fixture_activate (fixture, "reader.sidebar", NULL);
  g_signal_emit_by_name (reader_fixture_find_list (fixture, "SotayHitList"), "activate", 1u);
  view_wait_for_label (fixture->base.view, "2 / 8");
  g_assert_false (reader_fixture_is_on (fixture, "sidebar"));
  reader_fixture_activate (fixture, "reader.sidebar", NULL);
  g_assert_true (sotay_reader_view_go_back (fixture->reader));
  g_assert_false (reader_fixture_is_on (fixture, "sidebar"));
  g_assert_true (reader_fixture_is_on (fixture, "search"));
}

static gboolean
is_fullscreen (gpointer data)
{
  return gtk_window_is_fullscreen (data);
}

static gboolean
is_window (gpointer data)
{
  return !gtk_window_is_fullscreen (data);
}

static void
test_full_screen (ReaderFixture *fixture, gconstpointer data)
{
  AdwFlap *toolbar_flap = fixture->reader->toolbar_flap;

  g_assert_true (adw_flap_get_reveal_flap (toolbar_flap));
  gtk_window_fullscreen (fixture->base.window);
  view_wait (is_fullscreen, fixture->base.window);
  g_assert_false (adw_flap_get_reveal_flap (toolbar_flap));
  reader_fixture_activate (fixture, "reader.enter-page", NULL);
  g_assert_true (adw_flap_get_reveal_flap (toolbar_flap));
  gtk_window_unfullscreen (fixture->base.window);
  view_wait (is_window, fixture->base.window);
  g_assert_true (adw_flap_get_reveal_flap (toolbar_flap));
  g_assert_cmpint (adw_flap_get_fold_policy (toolbar_flap), ==, ADW_FLAP_FOLD_POLICY_NEVER);
}

/* Each key calls an action that there is. */
static void
test_keys (ReaderFixture *fixture, gconstpointer data)
{
  GListModel *keys = G_LIST_MODEL (fixture->reader->shortcuts);

  g_assert_cmpuint (g_list_model_get_n_items (keys), >=, 15);
  for (guint i = 0; i < g_list_model_get_n_items (keys); i++)
    {
      g_autoptr (GtkShortcut) shortcut = g_list_model_get_item (keys, i);
      const char *name = gtk_named_action_get_action_name (GTK_NAMED_ACTION (gtk_shortcut_get_action (shortcut)));

      g_assert_true (g_str_has_prefix (name, "reader."));
      g_assert_true (g_action_group_has_action (G_ACTION_GROUP (fixture->reader->actions), name + strlen ("reader.")));
    }
}

static void
test_export (ReaderFixture *fixture, gconstpointer data)
{
  guint n_wanted = 0;

  g_signal_connect_swapped (fixture->reader, "export-wanted", G_CALLBACK (count_wanted_cb), &n_wanted);
  reader_fixture_activate (fixture, "reader.export", NULL);
  g_assert_cmpuint (n_wanted, ==, 1);
}

static SotayDocument *
print (SotayDocument *document)
{
  g_autofree char *folder = sotay_test_folder ();
  g_autofree char *path = g_build_filename (folder, "printed.pdf", NULL);
  g_autoptr (GtkPrintOperation) operation = sotay_reader_print_operation (document, "In thử");
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  SotayDocument *printed = sotay_document_new (path);

  gtk_print_operation_set_export_filename (operation, path);
  g_assert_cmpint (gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_EXPORT, NULL, NULL), ==,
                   GTK_PRINT_OPERATION_RESULT_APPLY);
  sotay_document_open_async (printed, NULL, sotay_test_store_result, &result);
  sotay_test_wait (&result);
  g_assert_true (sotay_document_open_finish (printed, result, &error));
  return printed;
}

/* Each page is on its sheet, and what stands on it too, where the margins of the printer have moved it. */
static void
test_print (ReaderFixture *fixture, gconstpointer data)
{
  g_autoptr (SotayManualCopy) scan = reader_fixture_make_scan ();
  g_autoptr (SotayDocument) printed = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GBytes) pixels = NULL;
  SotayPageArea area = { .index = 2, .scale = 1, .width = 595, .height = 841 };
  const guint8 *bytes = NULL;

  reader_fixture_show (fixture, scan);
  view_wait (reader_fixture_is_open, fixture->reader);
  printed = print (fixture->reader->document);
  g_assert_cmpuint (sotay_document_get_n_pages (printed), ==, 3);
  sotay_document_render_async (printed, &area, 0, NULL, sotay_test_store_result, &result);
  sotay_test_wait (&result);
  pixels = sotay_document_render_finish (printed, result, NULL);
  bytes = g_bytes_get_data (pixels, NULL);
  g_assert_cmpuint (bytes[4 * (400 * 595 + 300)], ==, 255);
  g_assert_cmpuint (bytes[4 * (734 * 595 + 459)], <, 230); /* the grey box */
  g_assert_cmpuint (bytes[4 * (734 * 595 + 459)], >, 200);
}

static void
add (const char *path, void (*prepare) (ReaderFixture *, gconstpointer), void (*test) (ReaderFixture *, gconstpointer))
{
  g_test_add (path, ReaderFixture, NULL, prepare, test, reader_fixture_tear_down);
}

static void
add_tests (void)
{
  g_test_add_func ("/reader/history-limit", test_history_limit);
  add ("/reader/pages", reader_fixture_set_up, test_pages);
  add ("/reader/history", reader_fixture_set_up, test_history);
  add ("/reader/zoom", reader_fixture_set_up, test_zoom);
  add ("/reader/sidebar", reader_fixture_set_up, test_sidebar);
  add ("/reader/damaged", reader_fixture_set_up_empty, test_damaged);
  add ("/reader/early-go-to", reader_fixture_set_up_empty, test_early_go_to);
  add ("/reader/closed-while-opening", reader_fixture_set_up_empty, test_closed_while_opening);
  add ("/reader/closed-while-reading", reader_fixture_set_up, test_closed_while_reading);
  add ("/reader/other-copy", reader_fixture_set_up, test_other_copy);
  add ("/reader/same-copy", reader_fixture_set_up, test_same_copy);
  add ("/reader/document-goes", reader_fixture_set_up, test_document_goes);
  add ("/reader/web-link", reader_fixture_set_up, test_web_link);
  add ("/reader/narrow", reader_fixture_set_up, test_narrow);
  add ("/reader/full-screen", reader_fixture_set_up, test_full_screen);
  add ("/reader/keys", reader_fixture_set_up, test_keys);
  add ("/reader/export", reader_fixture_set_up, test_export);
  add ("/reader/print", reader_fixture_set_up_empty, test_print);
}

int
main (int argc, char **argv)
{
  return view_test_run (argc, argv, add_tests);
}
