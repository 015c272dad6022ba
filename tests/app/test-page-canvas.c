/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/guide/reader/page-canvas-private.h"
#include "guide/tile-cache.h"
#include "page-fixture.h"
#include "support/test-support.h"
#include "view-support.h"

#define WIDTH 800
#define HEIGHT 600
#define MANY 300

typedef struct
{
  GtkWindow *window;
  SotayPageCanvas *canvas;
  GtkAdjustment *horizontal;
  GtkAdjustment *vertical;
} Fixture;

static void
open_fixture (Fixture *fixture, const char *path)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  g_autoptr (SotayDocument) document = page_fixture_open (path);

  fixture->window = GTK_WINDOW (gtk_window_new ());
  fixture->canvas = sotay_page_canvas_new ();
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), GTK_WIDGET (fixture->canvas));
  gtk_window_set_child (fixture->window, scrolled);
  gtk_window_set_default_size (fixture->window, WIDTH, HEIGHT);
  fixture->horizontal = gtk_scrolled_window_get_hadjustment (GTK_SCROLLED_WINDOW (scrolled));
  fixture->vertical = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scrolled));
  sotay_page_canvas_set_document (fixture->canvas, document);
  gtk_window_present (fixture->window);
  gtk_test_widget_wait_for_draw (GTK_WIDGET (fixture->canvas));
}

static void
open_pages (Fixture *fixture, guint n_pages)
{
  g_autofree char *path = page_fixture_make (n_pages);

  open_fixture (fixture, path);
}

static void
close_fixture (Fixture *fixture)
{
  gtk_window_destroy (fixture->window);
}

/* Whether each page in view, or each page at all that can be shown, is drawn as sharp as the screen is. */
static gboolean
is_sharp (gpointer data)
{
  SotayPageCanvas *canvas = data;
  g_autoptr (GArray) areas = g_array_new (FALSE, FALSE, sizeof (SotayPageArea));
  guint first, end;

  sotay_page_canvas_get_band (canvas, &first, &end);
  for (guint i = first; i < end; i++)
    {
      SotayBox page, seen;
      SotayPageTiling tiling;

      if (sotay_page_pictures_get_error (canvas->pictures, i) != NULL)
        continue;
      sotay_page_canvas_describe_tiling (canvas, i, &tiling);
      sotay_page_layout_get_page (canvas->layout, i, &page);
      seen = (SotayBox){ sotay_page_canvas_get_left (canvas) - page.x, sotay_page_canvas_get_top (canvas) - page.y,
                         gtk_widget_get_width (GTK_WIDGET (canvas)), gtk_widget_get_height (GTK_WIDGET (canvas)) };
      sotay_page_tiling_add (&tiling, &seen, areas);
    }
  for (guint i = 0; i < areas->len; i++)
    if (sotay_page_pictures_get (canvas->pictures, &g_array_index (areas, SotayPageArea, i)) == NULL)
      return FALSE;
  return end > first;
}

static gboolean
has_contents (gpointer data)
{
  SotayPageCanvas *canvas = data;
  guint first, end;

  sotay_page_canvas_get_band (canvas, &first, &end);
  for (guint i = first; i < end; i++)
    if (sotay_page_contents_get (canvas->contents, i) == NULL)
      return FALSE;
  return end > first;
}

static gboolean
is_read (gpointer data)
{
  return is_sharp (data) && has_contents (data);
}

static GskRenderNode *
draw (SotayPageCanvas *canvas)
{
  GtkSnapshot *snapshot = gtk_snapshot_new ();

  GTK_WIDGET_GET_CLASS (canvas)->snapshot (GTK_WIDGET (canvas), snapshot);
  return gtk_snapshot_free_to_node (snapshot);
}

/* (transfer full): what is seen, each pixel as 0xAARRGGBB. */
static cairo_surface_t *
paint (SotayPageCanvas *canvas)
{
  GtkWidget *widget = GTK_WIDGET (canvas);
  g_autoptr (GskRenderNode) node = draw (canvas);
  cairo_surface_t *surface
      = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, gtk_widget_get_width (widget), gtk_widget_get_height (widget));
  cairo_t *cr = cairo_create (surface);

  gsk_render_node_draw (node, cr);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  return surface;
}

static GdkRGBA
get_pixel (cairo_surface_t *surface, double x, double y)
{
  const guchar *row = cairo_image_surface_get_data (surface) + (int) y * cairo_image_surface_get_stride (surface);
  guint32 pixel = ((const guint32 *) (gpointer) row)[(int) x];

  return (GdkRGBA){ (pixel >> 16 & 0xff) / 255.0f, (pixel >> 8 & 0xff) / 255.0f, (pixel & 0xff) / 255.0f,
                    (pixel >> 24) / 255.0f };
}

/* The colour at a place of a page, as it is seen now. */
static GdkRGBA
get_colour (SotayPageCanvas *canvas, guint index, double x, double y)
{
  graphene_rect_t rect = sotay_page_canvas_locate (canvas, index, &(SotayBox){ x, y, 0, 0 });
  cairo_surface_t *surface = paint (canvas);
  GdkRGBA colour = get_pixel (surface, rect.origin.x, rect.origin.y);

  cairo_surface_destroy (surface);
  return colour;
}

static gboolean
has_text (GskRenderNode *node)
{
  switch (gsk_render_node_get_node_type (node))
    {
    case GSK_TEXT_NODE:
      return TRUE;
    case GSK_CLIP_NODE:
      return has_text (gsk_clip_node_get_child (node));
    case GSK_TRANSFORM_NODE:
      return has_text (gsk_transform_node_get_child (node));
    case GSK_CONTAINER_NODE:
      for (guint i = 0; i < gsk_container_node_get_n_children (node); i++)
        if (has_text (gsk_container_node_get_child (node, i)))
          return TRUE;
      return FALSE;
    default:
      return FALSE;
    }
}

static double
get_zoom (SotayPageCanvas *canvas)
{
  double zoom;

  g_object_get (canvas, "zoom", &zoom, NULL);
  return zoom;
}

static int
get_zoom_mode (SotayPageCanvas *canvas)
{
  int mode;

  g_object_get (canvas, "zoom-mode", &mode, NULL);
  return mode;
}

static guint
get_index (SotayPageCanvas *canvas)
{
  guint index;

  g_object_get (canvas, "index", &index, NULL);
  return index;
}

static void
count_cb (gpointer data)
{
  ++*(guint *) data;
}

static void
test_without_document (void)
{
  g_autoptr (GtkWidget) canvas = g_object_ref_sink (GTK_WIDGET (sotay_page_canvas_new ()));
  double y = 1;

  sotay_page_canvas_go_to (SOTAY_PAGE_CANVAS (canvas), 5, 100);
  g_assert_cmpuint (sotay_page_canvas_get_place (SOTAY_PAGE_CANVAS (canvas), &y), ==, 0);
  g_assert_cmpfloat (y, ==, 0);
  sotay_page_canvas_zoom_by (SOTAY_PAGE_CANVAS (canvas), 1.25);
  g_assert_cmpfloat (get_zoom (SOTAY_PAGE_CANVAS (canvas)), ==, 1.25);
  g_assert_null (sotay_page_canvas_dup_selection (SOTAY_PAGE_CANVAS (canvas)));
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (canvas), GTK_ACCESSIBLE_PROPERTY_LABEL, "Pages");
}

static void
test_shows_pages (void)
{
  Fixture fixture;
  GdkRGBA colour;

  open_pages (&fixture, 3);
  view_wait (is_sharp, fixture.canvas);
  colour = get_colour (fixture.canvas, 0, 20, 20);
  g_assert_true (gdk_rgba_equal (&colour, &(GdkRGBA){ 1, 1, 1, 1 }));
  colour = get_colour (fixture.canvas, 0, 75, 60); /* the upright of the T of the heading or beside it */
  g_assert_cmpfloat (colour.alpha, ==, 1);
  view_wait (has_contents, fixture.canvas);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (fixture.canvas), GTK_ACCESSIBLE_PROPERTY_LABEL, "Page 1 of 3");
  close_fixture (&fixture);
}

static void
test_zoom_limits (void)
{
  Fixture fixture;
  guint n_notified = 0;

  open_pages (&fixture, 3);
  g_assert_cmpint (get_zoom_mode (fixture.canvas), ==, SOTAY_ZOOM_FIT_WIDTH);
  g_assert_cmpfloat_with_epsilon (get_zoom (fixture.canvas) * PAGE_FIXTURE_WIDTH * 96 / 72,
                                  gtk_widget_get_width (GTK_WIDGET (fixture.canvas)) - 2 * SOTAY_PAGE_GAP, 0.01);
  g_signal_connect_swapped (fixture.canvas, "notify::zoom", G_CALLBACK (count_cb), &n_notified);
  sotay_page_canvas_zoom_by (fixture.canvas, 1000);
  g_assert_cmpfloat (get_zoom (fixture.canvas), ==, SOTAY_ZOOM_MOST);
  g_assert_cmpint (get_zoom_mode (fixture.canvas), ==, SOTAY_ZOOM_FREE);
  g_assert_cmpuint (n_notified, ==, 1);
  sotay_page_canvas_zoom_by (fixture.canvas, 0.0001);
  g_assert_cmpfloat (get_zoom (fixture.canvas), ==, SOTAY_ZOOM_LEAST);
  g_object_set (fixture.canvas, "zoom", 1.0, NULL);
  g_assert_cmpfloat (sotay_page_layout_get_scale (fixture.canvas->layout) * PAGE_FIXTURE_WIDTH, <, 794);
  g_assert_cmpfloat (sotay_page_layout_get_scale (fixture.canvas->layout) * PAGE_FIXTURE_WIDTH, >, 793);
  g_object_set (fixture.canvas, "zoom-mode", SOTAY_ZOOM_FIT_PAGE, NULL);
  g_assert_cmpfloat (get_zoom (fixture.canvas) * PAGE_FIXTURE_HEIGHT * 96 / 72, <=, HEIGHT);
  close_fixture (&fixture);
}

static void
assert_place (Fixture *fixture, guint expected_index, double expected_y)
{
  double y;
  SotayBox page;

  g_assert_cmpuint (sotay_page_canvas_get_place (fixture->canvas, &y), ==, expected_index);
  g_assert_cmpfloat_with_epsilon (y, expected_y, 1e-9);
  sotay_page_layout_get_page (fixture->canvas->layout, expected_index, &page);
  g_assert_cmpfloat_with_epsilon (gtk_adjustment_get_value (fixture->vertical),
                                  page.y - SOTAY_PAGE_GAP
                                      + expected_y * sotay_page_layout_get_scale (fixture->canvas->layout),
                                  0.01);
}

static gboolean
is_narrow (gpointer data)
{
  return gtk_widget_get_width (data) < WIDTH;
}

static gboolean
is_wide (gpointer data)
{
  return gtk_widget_get_width (data) > WIDTH;
}

static void
test_place_is_kept (void)
{
  Fixture fixture;
  double height;

  open_pages (&fixture, 30);
  sotay_page_canvas_go_to (fixture.canvas, 7, 300.25);
  assert_place (&fixture, 7, 300.25);
  g_object_set (fixture.canvas, "zoom-mode", SOTAY_ZOOM_FIT_PAGE, NULL);
  assert_place (&fixture, 7, 300.25);
  g_object_set (fixture.canvas, "zoom-mode", SOTAY_ZOOM_FIT_WIDTH, NULL);
  assert_place (&fixture, 7, 300.25);
  gtk_window_set_default_size (fixture.window, WIDTH / 2, HEIGHT);
  view_wait (is_narrow, fixture.canvas);
  assert_place (&fixture, 7, 300.25);
  gtk_window_set_default_size (fixture.window, WIDTH * 3 / 2, HEIGHT);
  view_wait (is_wide, fixture.canvas);
  assert_place (&fixture, 7, 300.25);
  g_object_set (fixture.canvas, "two-pages", TRUE, NULL);
  assert_place (&fixture, 7, 300.25);
  g_signal_emit_by_name (fixture.canvas->document, "sizes-changed");
  assert_place (&fixture, 7, 300.25);

  /* Where someone scrolled to is a place as well. */
  g_object_set (fixture.canvas, "two-pages", FALSE, NULL);
  gtk_adjustment_set_value (fixture.vertical, gtk_adjustment_get_value (fixture.vertical) + 777);
  sotay_page_canvas_get_place (fixture.canvas, &height);
  g_object_set (fixture.canvas, "zoom-mode", SOTAY_ZOOM_FIT_PAGE, NULL);
  assert_place (&fixture, 7, height);
  close_fixture (&fixture);
}

static void
test_zoom_around (void)
{
  const graphene_point_t points[] = { { 400, 300 }, { 30, 10 }, { 700, 590 } };
  Fixture fixture;

  open_pages (&fixture, 10);
  sotay_page_canvas_go_to (fixture.canvas, 4, 100);
  sotay_page_canvas_zoom_by (fixture.canvas, 1.5);
  for (gsize i = 0; i < G_N_ELEMENTS (points); i++)
    {
      graphene_point_t before, after;
      guint index = sotay_page_canvas_find_place (fixture.canvas, points[i].x, points[i].y, &before);

      sotay_page_canvas_zoom_at (fixture.canvas, 3, points[i].x, points[i].y);
      g_assert_cmpuint (sotay_page_canvas_find_place (fixture.canvas, points[i].x, points[i].y, &after), ==, index);
      g_assert_true (graphene_point_near (&before, &after, 0.05f));
      sotay_page_canvas_zoom_at (fixture.canvas, 1.7, points[i].x, points[i].y);
      g_assert_cmpuint (sotay_page_canvas_find_place (fixture.canvas, points[i].x, points[i].y, &after), ==, index);
      g_assert_true (graphene_point_near (&before, &after, 0.05f));
    }
  close_fixture (&fixture);
}

static void
test_index (void)
{
  Fixture fixture;
  guint n_notified = 0;
  SotayBox page;

  open_pages (&fixture, 5);
  g_signal_connect_swapped (fixture.canvas, "notify::index", G_CALLBACK (count_cb), &n_notified);
  sotay_page_layout_get_page (fixture.canvas->layout, 2, &page);
  gtk_adjustment_set_value (fixture.vertical, page.y - HEIGHT / 4.0 + 20); /* more than half of the upper half */
  g_assert_cmpuint (get_index (fixture.canvas), ==, 2);
  g_assert_cmpuint (n_notified, ==, 1);
  gtk_adjustment_set_value (fixture.vertical, page.y - HEIGHT / 4.0 - 20);
  g_assert_cmpuint (get_index (fixture.canvas), ==, 1);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (fixture.canvas), GTK_ACCESSIBLE_PROPERTY_LABEL, "Page 2 of 5");

  /* The page that was asked for counts, even where it cannot come to the top. */
  g_object_set (fixture.canvas, "zoom", 0.25, NULL);
  sotay_page_canvas_go_to (fixture.canvas, 4, 0);
  g_assert_cmpuint (get_index (fixture.canvas), ==, 4);
  gtk_adjustment_set_value (fixture.vertical, gtk_adjustment_get_value (fixture.vertical) - 5);
  g_assert_cmpuint (get_index (fixture.canvas), <, 4);
  close_fixture (&fixture);
}

typedef struct
{
  GtkAdjustment *vertical;
  guint steps;
} Rush;

static gboolean
rush_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  Rush *rush = data;

  gtk_adjustment_set_value (rush->vertical,
                            gtk_adjustment_get_upper (rush->vertical) * (60 - rush->steps + 1) / 60);
  return --rush->steps > 0 ? G_SOURCE_CONTINUE : G_SOURCE_REMOVE;
}

static gboolean
rush_is_over (gpointer data)
{
  return ((Rush *) data)->steps == 0;
}

/* 300 pages in 60 frames: what flies past is hardly asked for, and what is there in the end is drawn. */
static void
test_fast_scroll (void)
{
  Fixture fixture;
  Rush rush = { .steps = 60 };

  open_pages (&fixture, MANY);
  view_wait (is_sharp, fixture.canvas);
  rush.vertical = fixture.vertical;
  gtk_widget_add_tick_callback (GTK_WIDGET (fixture.canvas), rush_cb, &rush, NULL);
  view_wait (rush_is_over, &rush);
  view_wait (is_sharp, fixture.canvas);
  g_assert_cmpuint (get_index (fixture.canvas), >=, MANY - 2);
  g_assert_cmpuint (sotay_page_pictures_get_n_asked (fixture.canvas->pictures), <, 40);
  close_fixture (&fixture);
}

static void
test_memory_budget (void)
{
  Fixture fixture;

  open_pages (&fixture, MANY);
  for (guint i = 0; i < MANY; i += 3)
    {
      sotay_page_canvas_go_to (fixture.canvas, i, 0);
      view_wait (is_sharp, fixture.canvas);
      g_assert_cmpuint (sotay_page_pictures_get_bytes (fixture.canvas->pictures), <=, SOTAY_TILE_CACHE_BYTES);
    }
  /* So much was drawn that the budget must have been felt. */
  g_assert_cmpuint (sotay_page_pictures_get_bytes (fixture.canvas->pictures), >, SOTAY_TILE_CACHE_BYTES / 2);
  close_fixture (&fixture);
}

static void
test_large_pages_in_parts (void)
{
  Fixture fixture;

  open_pages (&fixture, 3);
  sotay_page_canvas_zoom_by (fixture.canvas, 100);
  view_wait (is_sharp, fixture.canvas);
  g_assert_cmpuint (sotay_page_pictures_get_bytes (fixture.canvas->pictures), <, SOTAY_TILE_CACHE_BYTES);
  close_fixture (&fixture);
}

/* While zooming the old picture stands in, stretched: what was dark stays dark before the new one is there. */
static void
test_stand_in (void)
{
  Fixture fixture;
  cairo_surface_t *surface;
  guint n_dark = 0;

  open_pages (&fixture, 3);
  view_wait (is_sharp, fixture.canvas);
  sotay_page_canvas_zoom_by (fixture.canvas, 2);
  g_assert_false (is_sharp (fixture.canvas));
  surface = paint (fixture.canvas);
  for (guint y = 0; y < HEIGHT / 2; y++)
    for (guint x = 0; x < WIDTH / 2; x++)
      n_dark += get_pixel (surface, x, y).red < 0.3f;
  cairo_surface_destroy (surface);
  g_assert_cmpuint (n_dark, >, 100);
  close_fixture (&fixture);
}

static gboolean
has_failed (gpointer data)
{
  SotayPageCanvas *canvas = data;

  return sotay_page_pictures_get_error (canvas->pictures, 1) != NULL && is_sharp (canvas);
}

static void
test_page_that_fails (void)
{
  Fixture fixture;
  g_autofree char *path = page_fixture_make_broken ();
  g_autoptr (GskRenderNode) node = NULL;
  GdkRGBA colour;

  open_fixture (&fixture, path);
  g_object_set (fixture.canvas, "zoom", 0.25, NULL);
  view_wait (has_failed, fixture.canvas);
  node = draw (fixture.canvas);
  g_assert_true (has_text (node));
  colour = get_colour (fixture.canvas, 0, 300, 20);
  g_assert_true (gdk_rgba_equal (&colour, &(GdkRGBA){ 0, 0, 1, 1 }));
  colour = get_colour (fixture.canvas, 1, 300, 20);
  g_assert_true (gdk_rgba_equal (&colour, &(GdkRGBA){ 1, 1, 1, 1 }));
  colour = get_colour (fixture.canvas, 2, 300, 20);
  g_assert_true (gdk_rgba_equal (&colour, &(GdkRGBA){ 0, 0, 1, 1 }));
  close_fixture (&fixture);
}

static void
test_night (void)
{
  Fixture fixture;
  GdkRGBA colour;

  open_pages (&fixture, 2);
  g_object_set (fixture.canvas, "night", TRUE, NULL);
  colour = get_colour (fixture.canvas, 0, 20, 20);
  g_assert_cmpfloat (colour.green, <, 0.2f); /* already the empty sheet */
  view_wait (is_sharp, fixture.canvas);
  colour = get_colour (fixture.canvas, 0, 20, 20);
  g_assert_cmpfloat (colour.green, <, 0.2f);
  close_fixture (&fixture);
}

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
  Fixture fixture;
  guint n_changed = 0;
  GdkRGBA before, after;

  open_pages (&fixture, 3);
  view_wait (is_read, fixture.canvas);
  g_signal_connect_swapped (fixture.canvas, "selection-changed", G_CALLBACK (count_cb), &n_changed);
  before = get_colour (fixture.canvas, 0, x + 20, line->y - 1);
  click (fixture.canvas, 0, x, y, 1);
  assert_selected (fixture.canvas, NULL);
  click (fixture.canvas, 0, x, y, 2);
  assert_selected (fixture.canvas, "Công");
  click (fixture.canvas, 0, x, y, 3);
  assert_selected (fixture.canvas,
                   "Công an xã, phường hướng dẫn người dân đăng ký tài khoản định danh điện tử.");
  g_assert_cmpuint (n_changed, >=, 2);
  after = get_colour (fixture.canvas, 0, x + 20, line->y + 2);
  g_assert_false (gdk_rgba_equal (&before, &after));
  drag (fixture.canvas, 0, line->x - 3, y, 0, line->x + 300, y + 20);
  {
    g_autofree char *text = sotay_page_canvas_dup_selection (fixture.canvas);

    g_assert_true (g_str_has_prefix (text, "Công an xã, phường hướng dẫn"));
    g_assert_nonnull (strstr (text, "điện tử.\nMở ứng dụng VNeID"));
  }
  sotay_page_canvas_select_nothing (fixture.canvas);
  assert_selected (fixture.canvas, NULL);
  close_fixture (&fixture);
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
  Fixture fixture;
  g_autofree char *text = NULL, *primary = NULL;

  open_pages (&fixture, 4);
  g_object_set (fixture.canvas, "two-pages", TRUE, "zoom-mode", SOTAY_ZOOM_FIT_PAGE, NULL);
  view_wait (is_read, fixture.canvas);
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
  close_fixture (&fixture);
}

static gboolean
is_revealed (gpointer data)
{
  SotayPageCanvas *canvas = data;

  return !canvas->revealing && is_read (canvas);
}

static void
test_hits (void)
{
  g_autoptr (GArray) hits = g_array_new (FALSE, FALSE, sizeof (SotayTextHit));
  const SotayTextHit first = { 0, 0, 5 }, middle = { 20, 0, 5 }, second = { 20, 6, 8 };
  SotayPageContent *content;
  g_autoptr (GArray) boxes = NULL;
  SotayBox *box;
  Fixture fixture;
  GdkRGBA colour;

  open_pages (&fixture, 30);
  g_array_append_val (hits, first);
  g_array_append_val (hits, middle);
  g_array_append_val (hits, second);
  sotay_page_canvas_set_hits (fixture.canvas, hits, 1);
  view_wait (is_revealed, fixture.canvas);
  g_assert_cmpuint (get_index (fixture.canvas), ==, 20);
  content = sotay_page_contents_get (fixture.canvas->contents, 20);
  boxes = sotay_page_content_cover (content, middle.start, middle.end);
  box = &g_array_index (boxes, SotayBox, 0);
  colour = get_colour (fixture.canvas, 20, box->x + box->width / 2, box->y + 1);
  g_assert_cmpfloat (colour.red, >, colour.blue + 0.3f);
  g_assert_cmpfloat (colour.green, <, 0.85f); /* orange */
  g_clear_pointer (&boxes, g_array_unref);
  boxes = sotay_page_content_cover (content, second.start, second.end);
  box = &g_array_index (boxes, SotayBox, 0);
  colour = get_colour (fixture.canvas, 20, box->x + box->width / 2, box->y + 1);
  g_assert_cmpfloat (colour.red, >, colour.blue + 0.3f);
  g_assert_cmpfloat (colour.green, >, 0.9f); /* yellow */
  sotay_page_canvas_set_hits (fixture.canvas, NULL, -1);
  colour = get_colour (fixture.canvas, 20, box->x + box->width / 2, box->y + 1);
  g_assert_true (gdk_rgba_equal (&colour, &(GdkRGBA){ 1, 1, 1, 1 }));
  close_fixture (&fixture);
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
  Fixture fixture;
  double y;

  open_pages (&fixture, 5);
  g_signal_connect (fixture.canvas, "jumped", G_CALLBACK (jumped_cb), &followed);
  g_signal_connect (fixture.canvas, "web-link", G_CALLBACK (web_link_cb), &followed);
  view_wait (is_read, fixture.canvas);
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
  close_fixture (&fixture);
}

static void
test_links_by_keyboard (void)
{
  GtkWidget *widget;
  Fixture fixture;
  const SotayLink *link;

  open_pages (&fixture, 5);
  widget = GTK_WIDGET (fixture.canvas);
  g_object_set (fixture.canvas, "two-pages", TRUE, "zoom-mode", SOTAY_ZOOM_FIT_PAGE, NULL);
  view_wait (is_read, fixture.canvas);
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
  close_fixture (&fixture);
}

static void
test_turning (void)
{
  Fixture fixture;
  double y;

  open_pages (&fixture, 5);
  g_object_set (fixture.canvas, "zoom-mode", SOTAY_ZOOM_FIT_PAGE, NULL);
  sotay_page_canvas_step (fixture.canvas, SOTAY_STEP_TURN, 1);
  g_assert_cmpuint (get_index (fixture.canvas), ==, 1);
  sotay_page_canvas_step (fixture.canvas, SOTAY_STEP_ACROSS, 1);
  g_assert_cmpuint (get_index (fixture.canvas), ==, 2);
  sotay_page_canvas_step (fixture.canvas, SOTAY_STEP_TURN, -1);
  g_assert_cmpuint (sotay_page_canvas_get_place (fixture.canvas, &y), ==, 1);
  g_assert_cmpfloat (y, ==, 0);
  sotay_page_canvas_step (fixture.canvas, SOTAY_STEP_DOCUMENT_END, 1);
  g_assert_cmpuint (get_index (fixture.canvas), ==, 4);
  sotay_page_canvas_step (fixture.canvas, SOTAY_STEP_TURN, 1);
  g_assert_cmpuint (get_index (fixture.canvas), ==, 4);
  sotay_page_canvas_step (fixture.canvas, SOTAY_STEP_DOCUMENT_END, -1);
  g_assert_cmpuint (get_index (fixture.canvas), ==, 0);
  g_object_set (fixture.canvas, "zoom-mode", SOTAY_ZOOM_FIT_WIDTH, NULL);
  sotay_page_canvas_step (fixture.canvas, SOTAY_STEP_TURN, 1);
  g_assert_cmpfloat (gtk_adjustment_get_value (fixture.vertical), >, HEIGHT / 2);
  g_assert_cmpfloat (gtk_adjustment_get_value (fixture.vertical), <, HEIGHT);
  sotay_page_canvas_step (fixture.canvas, SOTAY_STEP_PAGE_END, 1);
  g_assert_cmpuint (get_index (fixture.canvas), ==, 0);
  sotay_page_canvas_step (fixture.canvas, SOTAY_STEP_PAGE_END, -1);
  g_assert_cmpfloat (gtk_adjustment_get_value (fixture.vertical), ==, 0);
  close_fixture (&fixture);
}

static gboolean
is_gone (gpointer data)
{
  return *(gpointer *) data == NULL;
}

/* Nothing that is under way keeps the canvas, or what belongs to it, once the window is closed. */
static void
test_disposal (void)
{
  Fixture fixture;
  gpointer canvas, document, pictures, contents;

  open_pages (&fixture, 100);
  sotay_page_canvas_zoom_by (fixture.canvas, 100);
  sotay_page_canvas_go_to (fixture.canvas, 50, 0);
  canvas = fixture.canvas;
  document = fixture.canvas->document;
  pictures = fixture.canvas->pictures;
  contents = fixture.canvas->contents;
  g_object_add_weak_pointer (canvas, &canvas);
  g_object_add_weak_pointer (document, &document);
  g_object_add_weak_pointer (pictures, &pictures);
  g_object_add_weak_pointer (contents, &contents);
  close_fixture (&fixture);
  view_wait (is_gone, &canvas);
  view_wait (is_gone, &pictures);
  view_wait (is_gone, &contents);
  view_wait (is_gone, &document);
}

static void
test_another_document (void)
{
  Fixture fixture;
  g_autofree char *path = page_fixture_make (2);
  g_autoptr (SotayDocument) document = page_fixture_open (path);

  open_pages (&fixture, 30);
  view_wait (is_read, fixture.canvas);
  sotay_page_canvas_select_page (fixture.canvas);
  sotay_page_canvas_go_to (fixture.canvas, 20, 0);
  sotay_page_canvas_set_document (fixture.canvas, document);
  g_assert_cmpuint (get_index (fixture.canvas), ==, 0);
  assert_selected (fixture.canvas, NULL);
  view_wait (is_read, fixture.canvas);
  sotay_page_canvas_set_document (fixture.canvas, NULL);
  g_assert_cmpuint (sotay_page_canvas_get_place (fixture.canvas, NULL), ==, 0);
  gtk_test_widget_wait_for_draw (GTK_WIDGET (fixture.canvas));
  close_fixture (&fixture);
}

static void
add_tests (void)
{
  g_test_add_func ("/page-canvas/without-document", test_without_document);
  g_test_add_func ("/page-canvas/shows-pages", test_shows_pages);
  g_test_add_func ("/page-canvas/zoom-limits", test_zoom_limits);
  g_test_add_func ("/page-canvas/place-is-kept", test_place_is_kept);
  g_test_add_func ("/page-canvas/zoom-around", test_zoom_around);
  g_test_add_func ("/page-canvas/index", test_index);
  g_test_add_func ("/page-canvas/turning", test_turning);
  g_test_add_func ("/page-canvas/fast-scroll", test_fast_scroll);
  g_test_add_func ("/page-canvas/memory-budget", test_memory_budget);
  g_test_add_func ("/page-canvas/large-pages-in-parts", test_large_pages_in_parts);
  g_test_add_func ("/page-canvas/stand-in", test_stand_in);
  g_test_add_func ("/page-canvas/page-that-fails", test_page_that_fails);
  g_test_add_func ("/page-canvas/night", test_night);
  g_test_add_func ("/page-canvas/selection", test_selection);
  g_test_add_func ("/page-canvas/selection-over-pages", test_selection_over_pages);
  g_test_add_func ("/page-canvas/hits", test_hits);
  g_test_add_func ("/page-canvas/links", test_links);
  g_test_add_func ("/page-canvas/links-by-keyboard", test_links_by_keyboard);
  g_test_add_func ("/page-canvas/disposal", test_disposal);
  g_test_add_func ("/page-canvas/another-document", test_another_document);
}

int
main (int argc, char **argv)
{
  return view_test_run (argc, argv, add_tests);
}
