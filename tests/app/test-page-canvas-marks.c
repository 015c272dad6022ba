/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is marked on the pages: selected text, hits of a search; and links. */
#include "canvas-fixture.h"
#include "page-fixture.h"
#include "view-support.h"

/* The controller of the canvas that a person's clicks go through. */
static gpointer
find_controller (SotayPageCanvas *canvas, GType type)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (GTK_WIDGET (canvas));

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GObject) controller = g_list_model_get_item (controllers, i);

      if (G_OBJECT_TYPE (controller) == type)
        return controller;
    }
  g_assert_not_reached ();
}

static void
click (SotayPageCanvas *canvas, guint index, double x, double y, int n_press)
{
  graphene_rect_t rect = sotay_page_canvas_locate (canvas, index, &(SotayBox){ x, y, 0, 0 });
  gpointer gesture = find_controller (canvas, GTK_TYPE_GESTURE_CLICK);

  for (int n = 1; n <= n_press; n++)
    {
      g_signal_emit_by_name (gesture, "pressed", n, (double) rect.origin.x, (double) rect.origin.y);
      g_signal_emit_by_name (gesture, "released", n, (double) rect.origin.x, (double) rect.origin.y);
    }
}

static void
drag (SotayPageCanvas *canvas, guint index, double x, double y, guint end_index, double end_x, double end_y)
{
  graphene_rect_t start = sotay_page_canvas_locate (canvas, index, &(SotayBox){ x, y, 0, 0 });
  graphene_rect_t end = sotay_page_canvas_locate (canvas, end_index, &(SotayBox){ end_x, end_y, 0, 0 });

  sotay_page_canvas_select_begin (canvas, start.origin.x, start.origin.y, SOTAY_SELECT_CHARACTERS, FALSE);
  sotay_page_canvas_select_drag (canvas, end.origin.x, end.origin.y);
  sotay_page_canvas_select_end (canvas);
}

static void
assert_selected (SotayPageCanvas *canvas, const char *expected)
{
  g_autofree char *text = sotay_page_canvas_dup_selection (canvas);

  g_assert_cmpstr (text, ==, expected);
}

static void
test_selection (void)
{
  const SotayBox *line = &page_fixture_first_line;
  double x = line->x + 5, y = line->y + line->height / 2;
  CanvasFixture fixture;
  GdkRGBA before, after;

  canvas_fixture_open_pages (&fixture, 3);
  view_wait (canvas_is_read, fixture.canvas);
  before = canvas_get_colour (fixture.canvas, 0, x + 20, line->y - 1);
  click (fixture.canvas, 0, x, y, 1);
  assert_selected (fixture.canvas, NULL);
  click (fixture.canvas, 0, x, y, 2);
  assert_selected (fixture.canvas, "Công");
  click (fixture.canvas, 0, x, y, 3);
  assert_selected (fixture.canvas, "Công an xã, phường hướng dẫn người dân đăng ký tài khoản định danh điện tử.");
  after = canvas_get_colour (fixture.canvas, 0, x + 20, line->y + 2);
  g_assert_false (gdk_rgba_equal (&before, &after));
  drag (fixture.canvas, 0, line->x - 3, y, 0, line->x + 300, y + 20);
  {
    g_autofree char *text = sotay_page_canvas_dup_selection (fixture.canvas);

    g_assert_true (g_str_has_prefix (text, "Công an xã, phường hướng dẫn"));
    g_assert_nonnull (strstr (text, "điện tử.\nMở ứng dụng VNeID"));
  }
  sotay_page_canvas_select_nothing (fixture.canvas);
  assert_selected (fixture.canvas, NULL);
  canvas_fixture_close (&fixture);
}

static void
store_text_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  *(char **) data = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, NULL);
}

static gboolean
is_set (gpointer data)
{
  return *(char **) data != NULL;
}

static void
test_selection_over_pages (void)
{
  CanvasFixture fixture;
  g_autofree char *text = NULL, *primary = NULL;

  canvas_fixture_open_pages (&fixture, 4);
  g_object_set (fixture.canvas, "two-pages", TRUE, "zoom-mode", SOTAY_ZOOM_FIT_PAGE, NULL);
  view_wait (canvas_is_read, fixture.canvas);
  drag (fixture.canvas, 0, 72, 750, 1, 560, 60);
  text = sotay_page_canvas_dup_selection (fixture.canvas);
  g_assert_true (g_str_has_suffix (text, "\nTrang 2"));
  gdk_clipboard_read_text_async (gtk_widget_get_primary_clipboard (GTK_WIDGET (fixture.canvas)), NULL, store_text_cb,
                                 &primary);
  view_wait (is_set, &primary);
  g_assert_cmpstr (primary, ==, text);
  g_clear_pointer (&text, g_free);
  sotay_page_canvas_select_page (fixture.canvas);
  text = sotay_page_canvas_dup_selection (fixture.canvas);
  g_assert_true (g_str_has_prefix (text, "Trang 1\n"));
  g_assert_null (strstr (text, "Trang 2"));
  canvas_fixture_close (&fixture);
}

static gboolean
is_revealed (gpointer data)
{
  SotayPageCanvas *canvas = data;

  return !canvas->revealing && canvas_is_read (canvas);
}

static void
test_hits (void)
{
  g_autoptr (GArray) hits = g_array_new (FALSE, FALSE, sizeof (SotayTextHit));
  const SotayTextHit first = { 0, 0, 5 }, middle = { 20, 0, 5 }, second = { 20, 6, 8 };
  SotayPageContent *content;
  g_autoptr (GArray) boxes = NULL;
  SotayBox *box;
  CanvasFixture fixture;
  GdkRGBA colour;

  canvas_fixture_open_pages (&fixture, 30);
  g_array_append_val (hits, first);
  g_array_append_val (hits, middle);
  g_array_append_val (hits, second);
  sotay_page_canvas_set_hits (fixture.canvas, hits, 1);
  view_wait (is_revealed, fixture.canvas);
  g_assert_cmpuint (fixture.canvas->index, ==, 20);
  content = sotay_page_contents_get (fixture.canvas->contents, 20);
  boxes = sotay_page_content_cover (content, middle.start, middle.end);
  box = &g_array_index (boxes, SotayBox, 0);
  colour = canvas_get_colour (fixture.canvas, 20, box->x + box->width / 2, box->y + 1);
  g_assert_cmpfloat (colour.red, >, colour.blue + 0.3f);
  g_assert_cmpfloat (colour.green, <, 0.85f); /* orange */
  g_clear_pointer (&boxes, g_array_unref);
  boxes = sotay_page_content_cover (content, second.start, second.end);
  box = &g_array_index (boxes, SotayBox, 0);
  colour = canvas_get_colour (fixture.canvas, 20, box->x + box->width / 2, box->y + 1);
  g_assert_cmpfloat (colour.red, >, colour.blue + 0.3f);
  g_assert_cmpfloat (colour.green, >, 0.9f); /* yellow */
  sotay_page_canvas_set_hits (fixture.canvas, NULL, -1);
  colour = canvas_get_colour (fixture.canvas, 20, box->x + box->width / 2, box->y + 1);
  g_assert_true (gdk_rgba_equal (&colour, &(GdkRGBA){ 1, 1, 1, 1 }));
  canvas_fixture_close (&fixture);
}

typedef struct
{
  int index;
  double y;
  char *address;
} Followed;

static void
jumped_cb (SotayPageCanvas *canvas, int index, double y, Followed *followed)
{
  followed->index = index;
  followed->y = y;
}

static void
web_link_cb (SotayPageCanvas *canvas, const char *address, Followed *followed)
{
  g_free (followed->address);
  followed->address = g_strdup (address);
}

static void
test_links (void)
{
  const SotayBox *inner = &page_fixture_inner_link, *web = &page_fixture_web_link;
  Followed followed = { -1, 0, NULL };
  CanvasFixture fixture;
  double y;

  canvas_fixture_open_pages (&fixture, 5);
  g_signal_connect (fixture.canvas, "jumped", G_CALLBACK (jumped_cb), &followed);
  g_signal_connect (fixture.canvas, "web-link", G_CALLBACK (web_link_cb), &followed);
  view_wait (canvas_is_read, fixture.canvas);
  click (fixture.canvas, 0, web->x + 10, web->y + 5, 1);
  g_assert_cmpstr (followed.address, ==, PAGE_FIXTURE_ADDRESS);
  g_assert_cmpint (followed.index, ==, -1);
  g_assert_cmpuint (sotay_page_canvas_get_place (fixture.canvas, &y), ==, 0);
  click (fixture.canvas, 0, inner->x + 10, inner->y + 5, 1);
  g_assert_cmpint (followed.index, ==, 2);
  g_assert_cmpfloat_with_epsilon (followed.y, 200, 1);
  g_assert_cmpuint (sotay_page_canvas_get_place (fixture.canvas, &y), ==, 2);
  g_assert_cmpfloat_with_epsilon (y, 200, 1);
  g_free (followed.address);
  canvas_fixture_close (&fixture);
}

static void
test_links_by_keyboard (void)
{
  GtkWidget *widget;
  CanvasFixture fixture;
  const SotayLink *link;

  canvas_fixture_open_pages (&fixture, 5);
  widget = GTK_WIDGET (fixture.canvas);
  g_object_set (fixture.canvas, "two-pages", TRUE, "zoom-mode", SOTAY_ZOOM_FIT_PAGE, NULL);
  view_wait (canvas_is_read, fixture.canvas);
  gtk_widget_grab_focus (widget);
  g_assert_null (sotay_page_canvas_get_focus_link (fixture.canvas));
  for (guint i = 0; i < 4; i++)
    {
      g_assert_true (gtk_widget_child_focus (widget, GTK_DIR_TAB_FORWARD));
      link = sotay_page_canvas_get_focus_link (fixture.canvas);
      g_assert_nonnull (link);
      g_assert_cmpuint (fixture.canvas->link_index, ==, i / 2);
    }
  g_assert_false (gtk_widget_child_focus (widget, GTK_DIR_TAB_FORWARD)); /* on to the next widget */
  g_assert_true (gtk_widget_child_focus (widget, GTK_DIR_TAB_BACKWARD));
  g_assert_true (gtk_widget_child_focus (widget, GTK_DIR_TAB_BACKWARD));
  g_assert_cmpuint (fixture.canvas->link_index, ==, 0);
  g_assert_true (gtk_widget_child_focus (widget, GTK_DIR_TAB_BACKWARD));
  g_assert_false (gtk_widget_child_focus (widget, GTK_DIR_TAB_BACKWARD));
  canvas_fixture_close (&fixture);
}

static void
add_tests (void)
{
  g_test_add_func ("/page-canvas-marks/selection", test_selection);
  g_test_add_func ("/page-canvas-marks/selection-over-pages", test_selection_over_pages);
  g_test_add_func ("/page-canvas-marks/hits", test_hits);
  g_test_add_func ("/page-canvas-marks/links", test_links);
  g_test_add_func ("/page-canvas-marks/links-by-keyboard", test_links_by_keyboard);
}

int
main (int argc, char **argv)
{
  return view_test_run (argc, argv, add_tests);
}
