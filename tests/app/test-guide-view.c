/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/guide/address-row.h"
#include "app/guide/guide-view.h"
#include "app/guide/manual-panel.h"
#include "app/guide/poster.h"
#include "app/guide/qr-card.h"
#include "app/guide/qr-paintable.h"
#include "app/guide/qr-window.h"
#include "app/guide/transfer-box.h"
#include "app/widgets/columns.h"
#include "app/widgets/notice.h"
#include "guide/canned-server.h"
#include "services/settings.h"

#include "support/test-support.h"

#include <glib/gstdio.h>

#define ADDRESS "https://vneid.gov.vn/huongdan/HDSO_VNeID.pdf"

extern void sotay_app_register_resource (void);

typedef struct
{
  SotayServices *services;
  GtkWidget *window;
  GtkWidget *view;
  char *toast;
} Fixture;

static void
show_toast_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  Fixture *fixture = data;

  g_free (fixture->toast);
  fixture->toast = g_variant_dup_string (parameter, NULL);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  const GActionEntry entries[] = { { .name = "show-toast", .activate = show_toast_cb, .parameter_type = "s" } };
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();
  g_autofree char *home = sotay_test_folder ();

  g_setenv ("SOTAY_HOME", home, TRUE);
  fixture->services = sotay_services_new ();
  fixture->view = GTK_WIDGET (sotay_guide_view_new (fixture->services));
  fixture->window = gtk_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 1000, 700);
  gtk_window_set_child (GTK_WINDOW (fixture->window), fixture->view);
  g_action_map_add_action_entries (G_ACTION_MAP (group), entries, G_N_ELEMENTS (entries), fixture);
  gtk_widget_insert_action_group (fixture->window, "win", G_ACTION_GROUP (group));
  gtk_window_present (GTK_WINDOW (fixture->window));
  gtk_test_widget_wait_for_draw (fixture->window);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  g_clear_object (&fixture->services);
  g_clear_pointer (&fixture->toast, g_free);
}

/* The first widget of a type, in the order of the tree. */
static GtkWidget *
find (GtkWidget *root, GType type)
{
  if (g_type_is_a (G_OBJECT_TYPE (root), type))
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find (child, type);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static gboolean
lose_patience_cb (gpointer data)
{
  g_error ("what was waited for did not come");
  return G_SOURCE_REMOVE;
}

static void
wait_until_idle (Fixture *fixture)
{
  GtkWidget *box = find (fixture->view, SOTAY_TYPE_TRANSFER_BOX);
  guint patience = g_timeout_add_seconds (60, lose_patience_cb, NULL);

  while (gtk_widget_get_visible (box))
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (patience);
}

static void
set_address (Fixture *fixture, const char *address)
{
  g_settings_set_string (sotay_services_get_settings (fixture->services), SOTAY_SETTING_MANUAL_ADDRESS, address);
}

static guint
count_pages (Fixture *fixture)
{
  SotayManualCopy *copy = sotay_guide_library_get_current (sotay_services_get_guide (fixture->services));

  return copy != NULL ? sotay_manual_copy_get_pages (copy) : 0;
}

static GBytes *
read_data (const char *name)
{
  g_autofree char *path = sotay_test_data (name);
  char *contents = NULL;
  gsize length = 0;

  g_assert_true (g_file_get_contents (path, &contents, &length, NULL));
  return g_bytes_new_take (contents, length);
}

static void
import_data (Fixture *fixture, const char *name)
{
  g_autofree char *path = sotay_test_data (name);
  g_autoptr (GFile) file = g_file_new_for_path (path);

  sotay_manual_panel_import (SOTAY_MANUAL_PANEL (find (fixture->view, SOTAY_TYPE_MANUAL_PANEL)), file);
  wait_until_idle (fixture);
}

static void
assert_scans (cairo_surface_t *surface, const char *expected)
{
  g_autofree char *folder = sotay_test_folder ();
  g_autofree char *path = g_build_filename (folder, "drawn.png", NULL);
  g_autoptr (GSubprocess) process = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;

  g_assert_cmpint (cairo_surface_write_to_png (surface, path), ==, CAIRO_STATUS_SUCCESS);
  process = g_subprocess_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE | G_SUBPROCESS_FLAGS_STDERR_SILENCE, &error, "zbarimg",
                              "--quiet", "--raw", path, NULL);
  g_assert_no_error (error);
  g_assert_true (g_subprocess_communicate_utf8 (process, NULL, NULL, &text, NULL, &error));
  g_assert_cmpstr (g_strchomp (text), ==, expected);
}

static cairo_surface_t *
paint (SotayQrSymbol *symbol, int width, int height)
{
  g_autoptr (GdkPaintable) paintable = sotay_qr_paintable_new (symbol);
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, width, height);
  cairo_t *cr = cairo_create (surface);
  GskRenderNode *node = NULL;

  gdk_paintable_snapshot (paintable, snapshot, width, height);
  node = gtk_snapshot_free_to_node (snapshot);
  /* As on a dark window. */
  cairo_set_source_rgb (cr, 0.1, 0.1, 0.1);
  cairo_paint (cr);
  gsk_render_node_draw (node, cr);
  gsk_render_node_unref (node);
  cairo_destroy (cr);
  return surface;
}

static void
test_paintable (void)
{
  g_autoptr (SotayQrSymbol) symbol = sotay_qr_symbol_new (ADDRESS, NULL);
  const int sizes[][2] = { { 123, 123 }, { 200, 130 }, { 328, 500 }, { 1000, 999 }, { 2160, 3840 } };

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      cairo_surface_t *surface = paint (symbol, sizes[i][0], sizes[i][1]);

      assert_scans (surface, ADDRESS);
      cairo_surface_destroy (surface);
    }
}

/* Every pixel of the code is black or white, never a grey in between. */
static void
test_sharp (void)
{
  g_autoptr (SotayQrSymbol) symbol = sotay_qr_symbol_new (ADDRESS, NULL);
  cairo_surface_t *surface = paint (symbol, 411, 411);
  const guint8 *pixels = cairo_image_surface_get_data (surface);
  int stride = cairo_image_surface_get_stride (surface);

  for (int y = 1; y < 410; y++)
    for (int x = 1; x < 410; x++)
      {
        guint8 value = pixels[y * stride + 4 * x];

        g_assert_true (value == 0 || value == 255);
      }
  cairo_surface_destroy (surface);
}

static gboolean
row_is_white (cairo_surface_t *surface, int y)
{
  const guint8 *row = cairo_image_surface_get_data (surface) + y * cairo_image_surface_get_stride (surface);

  for (int x = 0; x < cairo_image_surface_get_width (surface); x++)
    if (row[4 * x] != 255)
      return FALSE;
  return TRUE;
}

static void
test_poster (void)
{
  g_autofree char *tail = g_strnfill (150, 'a');
  g_autofree char *long_address = g_strconcat (ADDRESS, "?", tail, NULL);
  const struct
  {
    const char *address;
    const char *letterhead;
  } cases[] = {
    { ADDRESS, NULL },
    { ADDRESS, "CÔNG AN PHƯỜNG NGUYỄN TRÃI" },
    { long_address, "ỦY BAN NHÂN DÂN PHƯỜNG QUỐC TỬ GIÁM, QUẬN ĐỐNG ĐA, THÀNH PHỐ HÀ NỘI, BỘ PHẬN MỘT CỬA" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (SotayQrSymbol) symbol = sotay_qr_symbol_new (cases[i].address, NULL);
      /* A4 within margins of 20 mm, at 144 dots an inch; 60 points more below, where nothing may be. */
      cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 964, 1458 + 120);
      cairo_t *cr = cairo_create (surface);

      cairo_set_source_rgb (cr, 1, 1, 1);
      cairo_paint (cr);
      cairo_scale (cr, 2, 2);
      sotay_poster_draw (cr, symbol, cases[i].letterhead, 482, 729);
      cairo_destroy (cr);
      assert_scans (surface, cases[i].address);
      for (int y = 1458; y < 1458 + 120; y++)
        g_assert_true (row_is_white (surface, y));
      cairo_surface_destroy (surface);
    }
}

static void
test_download (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GBytes) pdf = read_data ("guide/data/five-pages.pdf");
  g_autoptr (CannedServer) server = canned_server_new ("HTTP/1.1 200 OK", pdf, FALSE);
  g_autoptr (CannedServer) gone = canned_server_new ("HTTP/1.1 404 Not Found", NULL, FALSE);
  GtkWidget *panel = find (fixture->view, SOTAY_TYPE_MANUAL_PANEL);
  GtkWidget *notice = find (find (fixture->view, SOTAY_TYPE_MANUAL_PANEL), SOTAY_TYPE_NOTICE);

  set_address (fixture, canned_server_get_address (server));
  g_assert_true (gtk_widget_activate_action (panel, "manual.download", NULL));
  wait_until_idle (fixture);
  g_assert_cmpuint (count_pages (fixture), ==, 5);
  g_assert_cmpstr (fixture->toast, ==, "Cẩm nang đã có trên máy này: 788 B · 5 trang");
  g_assert_false (gtk_widget_get_visible (notice));

  set_address (fixture, canned_server_get_address (gone));
  gtk_widget_activate_action (panel, "manual.download", NULL);
  wait_until_idle (fixture);
  g_assert_true (gtk_widget_get_visible (notice));
  g_assert_cmpuint (count_pages (fixture), ==, 5);
}

static void
test_cancel (Fixture *fixture, gconstpointer data)
{
  g_autoptr (CannedServer) server = canned_server_new ("HTTP/1.1 200 OK\nContent-Length: 5000", NULL, TRUE);
  GtkWidget *box = find (fixture->view, SOTAY_TYPE_TRANSFER_BOX);

  import_data (fixture, "guide/data/three-pages.pdf");
  set_address (fixture, canned_server_get_address (server));
  gtk_widget_activate_action (find (fixture->view, SOTAY_TYPE_MANUAL_PANEL), "manual.download", NULL);
  g_assert_true (gtk_widget_get_visible (box));
  g_signal_emit_by_name (box, "cancelled");
  wait_until_idle (fixture);
  g_assert_false (gtk_widget_get_visible (find (find (fixture->view, SOTAY_TYPE_MANUAL_PANEL), SOTAY_TYPE_NOTICE)));
  g_assert_cmpstr (fixture->toast, ==, "Đã hủy. Chưa có gì thay đổi.");
  g_assert_cmpuint (count_pages (fixture), ==, 3);
}

static void
gone_cb (gpointer data, GObject *where)
{
  gboolean *gone = data;

  *gone = TRUE;
}

/* The window closes while a download stands still: the download ends, and with it the last hold on the view. */
static void
test_closed_under_way (Fixture *fixture, gconstpointer data)
{
  g_autoptr (CannedServer) server = canned_server_new ("HTTP/1.1 200 OK\nContent-Length: 5000", NULL, TRUE);
  GtkWidget *panel = find (fixture->view, SOTAY_TYPE_MANUAL_PANEL);
  guint patience = g_timeout_add_seconds (60, lose_patience_cb, NULL);
  gboolean gone = FALSE;

  g_object_weak_ref (G_OBJECT (panel), gone_cb, &gone);
  set_address (fixture, canned_server_get_address (server));
  gtk_widget_activate_action (panel, "manual.download", NULL);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  while (!gone)
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (patience);
  fixture->window = gtk_window_new ();
}

static void
test_bad_import (Fixture *fixture, gconstpointer data)
{
  GtkWidget *notice = find (find (fixture->view, SOTAY_TYPE_MANUAL_PANEL), SOTAY_TYPE_NOTICE);

  import_data (fixture, "guide/data/encrypted.pdf");
  g_assert_true (gtk_widget_get_visible (notice));
  g_assert_cmpuint (count_pages (fixture), ==, 0);
  import_data (fixture, "guide/data/three-pages.pdf");
  g_assert_false (gtk_widget_get_visible (notice));
  g_assert_cmpuint (count_pages (fixture), ==, 3);
}

static void
test_address (Fixture *fixture, gconstpointer data)
{
  GSettings *settings = sotay_services_get_settings (fixture->services);
  GtkWidget *row = find (fixture->view, SOTAY_TYPE_ADDRESS_ROW);
  GtkWidget *entry = find (row, ADW_TYPE_ENTRY_ROW);
  g_autofree char *kept = NULL;
  g_autofree char *taken = NULL;

  gtk_editable_set_text (GTK_EDITABLE (entry), "ftp://vneid.gov.vn/x");
  g_signal_emit_by_name (entry, "apply");
  g_assert_true (gtk_widget_has_css_class (entry, "error"));
  kept = g_settings_get_string (settings, SOTAY_SETTING_MANUAL_ADDRESS);
  g_assert_cmpstr (kept, ==, ADDRESS);

  gtk_editable_set_text (GTK_EDITABLE (entry), "  https://example.vn/moi.pdf ");
  g_assert_false (gtk_widget_has_css_class (entry, "error"));
  g_signal_emit_by_name (entry, "apply");
  taken = g_settings_get_string (settings, SOTAY_SETTING_MANUAL_ADDRESS);
  g_assert_cmpstr (taken, ==, "https://example.vn/moi.pdf");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "https://example.vn/moi.pdf");

  g_settings_reset (settings, SOTAY_SETTING_MANUAL_ADDRESS);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, ADDRESS);
}

static GtkWindow *
find_qr_window (void)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  for (GList *window = windows; window != NULL; window = window->next)
    if (SOTAY_IS_QR_WINDOW (window->data))
      return window->data;
  return NULL;
}

/* An address that no QR symbol holds takes nothing down. */
static void
test_address_too_long (Fixture *fixture, gconstpointer data)
{
  g_autofree char *long_address = g_strnfill (10000, 'a');
  GtkWidget *card = find (fixture->view, SOTAY_TYPE_QR_CARD);

  set_address (fixture, long_address);
  gtk_widget_activate_action (card, "qr.fullscreen", NULL);
  g_assert_null (find_qr_window ());
  gtk_widget_activate_action (card, "qr.copy", NULL);
  g_assert_null (fixture->toast);
  set_address (fixture, ADDRESS);
  gtk_widget_activate_action (card, "qr.copy", NULL);
  g_assert_nonnull (fixture->toast);
}

static void
texture_read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  GdkTexture **texture = data;

  *texture = gdk_clipboard_read_texture_finish (GDK_CLIPBOARD (source), result, NULL);
  g_assert_nonnull (*texture);
}

static void
test_copy (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GdkTexture) texture = NULL;
  cairo_surface_t *surface = NULL;

  gtk_widget_activate_action (find (fixture->view, SOTAY_TYPE_QR_CARD), "qr.copy", NULL);
  gdk_clipboard_read_texture_async (gtk_widget_get_clipboard (fixture->view), NULL, texture_read_cb, &texture);
  while (texture == NULL)
    g_main_context_iteration (NULL, TRUE);
  surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, gdk_texture_get_width (texture),
                                        gdk_texture_get_height (texture));
  gdk_texture_download (texture, cairo_image_surface_get_data (surface),
                        (gsize) cairo_image_surface_get_stride (surface));
  cairo_surface_mark_dirty (surface);
  assert_scans (surface, ADDRESS);
  cairo_surface_destroy (surface);
}

/* A window that opens says nothing of copies before the disk has answered. */
static void
test_unknown (Fixture *fixture, gconstpointer data)
{
  g_autoptr (SotayServices) fresh = sotay_services_new ();
  GtkWidget *view = g_object_ref_sink (GTK_WIDGET (sotay_guide_view_new (fresh)));
  GtkWidget *panel = find (view, SOTAY_TYPE_MANUAL_PANEL);
  guint patience = g_timeout_add_seconds (60, lose_patience_cb, NULL);

  g_assert_false (gtk_widget_get_sensitive (panel));
  while (!gtk_widget_get_sensitive (panel))
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (patience);
  g_object_unref (view);
}

static void
test_full_screen (Fixture *fixture, gconstpointer data)
{
  GtkWindow *window = NULL;

  g_assert_true (gtk_widget_activate_action (find (fixture->view, SOTAY_TYPE_QR_CARD), "qr.fullscreen", NULL));
  window = find_qr_window ();
  g_assert_nonnull (window);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), "window.close", NULL));
  while (find_qr_window () != NULL)
    g_main_context_iteration (NULL, TRUE);
}

/* Side by side where there is room, below one another where there is not. */
static void
test_columns (Fixture *fixture, gconstpointer data)
{
  GtkWidget *columns = find (fixture->view, SOTAY_TYPE_COLUMNS);
  GtkWidget *card = find (columns, SOTAY_TYPE_QR_CARD);
  GtkWidget *panel = find (columns, SOTAY_TYPE_MANUAL_PANEL);
  graphene_rect_t card_place, panel_place;
  int wide, narrow;

  g_assert_true (gtk_widget_compute_bounds (card, columns, &card_place));
  g_assert_true (gtk_widget_compute_bounds (panel, columns, &panel_place));
  g_assert_cmpfloat (panel_place.origin.x, >=, card_place.origin.x + card_place.size.width);
  g_assert_cmpfloat (card_place.size.width, ==, panel_place.size.width);
  gtk_widget_measure (columns, GTK_ORIENTATION_VERTICAL, 900, &wide, NULL, NULL, NULL);
  gtk_widget_measure (columns, GTK_ORIENTATION_VERTICAL, 400, &narrow, NULL, NULL, NULL);
  g_assert_cmpint (narrow, >, wide + 100);
}

static void
add (const char *path, void (*func) (Fixture *, gconstpointer))
{
  g_test_add (path, Fixture, NULL, set_up, func, tear_down);
}

static void
add_tests (void)
{
  adw_init ();
  sotay_app_register_resource ();
  g_test_add_func ("/app/guide/paintable", test_paintable);
  g_test_add_func ("/app/guide/sharp", test_sharp);
  g_test_add_func ("/app/guide/poster", test_poster);
  add ("/app/guide/download", test_download);
  add ("/app/guide/cancel", test_cancel);
  add ("/app/guide/closed-under-way", test_closed_under_way);
  add ("/app/guide/bad-import", test_bad_import);
  add ("/app/guide/address", test_address);
  add ("/app/guide/address-too-long", test_address_too_long);
  add ("/app/guide/copy", test_copy);
  add ("/app/guide/unknown", test_unknown);
  add ("/app/guide/full-screen", test_full_screen);
  add ("/app/guide/columns", test_columns);
}

int
main (int argc, char **argv)
{
  return sotay_test_run (argc, argv, add_tests);
}
