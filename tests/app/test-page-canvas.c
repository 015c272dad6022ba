/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The canvas shows pages: where, how near, how soon, and within which memory. */
#include "canvas-fixture.h"
#include "guide/document-fixture.h"
#include "guide/pdf-fixture.h"
#include "guide/tile-cache.h"
#include "page-fixture.h"
#include "view-support.h"

#include <signal.h>
#include <unistd.h>

#define MANY 300

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
  CanvasFixture fixture;
  GdkRGBA colour;

  canvas_fixture_open_pages (&fixture, 3);
  view_wait (canvas_is_sharp, fixture.canvas);
  colour = canvas_get_colour (fixture.canvas, 0, 20, 20);
  g_assert_true (gdk_rgba_equal (&colour, &(GdkRGBA){ 1, 1, 1, 1 }));
  colour = canvas_get_colour (fixture.canvas, 0, 75, 60); /* the upright of the T of the heading or beside it */
  g_assert_cmpfloat (colour.alpha, ==, 1);
  view_wait (canvas_has_contents, fixture.canvas);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (fixture.canvas), GTK_ACCESSIBLE_PROPERTY_LABEL, "Page 1 of 3");
  canvas_fixture_close (&fixture);
}

static void
test_zoom_limits (void)
{
  CanvasFixture fixture;
  guint n_notified = 0;

  canvas_fixture_open_pages (&fixture, 3);
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
  g_assert_cmpfloat (sotay_book_layout_get_scale (fixture.canvas->layout) * PAGE_FIXTURE_WIDTH, <, 794);
  g_assert_cmpfloat (sotay_book_layout_get_scale (fixture.canvas->layout) * PAGE_FIXTURE_WIDTH, >, 793);
  g_object_set (fixture.canvas, "zoom-mode", SOTAY_ZOOM_FIT_PAGE, NULL);
  g_assert_cmpfloat (get_zoom (fixture.canvas) * PAGE_FIXTURE_HEIGHT * 96 / 72, <=, CANVAS_HEIGHT);
  canvas_fixture_close (&fixture);
}

static void
assert_place (CanvasFixture *fixture, guint expected_index, double expected_y)
{
  double y;
  SotayBox page;

  g_assert_cmpuint (sotay_page_canvas_get_place (fixture->canvas, &y), ==, expected_index);
  g_assert_cmpfloat_with_epsilon (y, expected_y, 1e-9);
  sotay_book_layout_get_page (fixture->canvas->layout, expected_index, &page);
  g_assert_cmpfloat_with_epsilon (
      gtk_adjustment_get_value (fixture->vertical),
      page.y - SOTAY_PAGE_GAP + expected_y * sotay_book_layout_get_scale (fixture->canvas->layout), 0.01);
}

static gboolean
is_narrow (gpointer data)
{
  return gtk_widget_get_width (data) < CANVAS_WIDTH;
}

static gboolean
is_wide (gpointer data)
{
  return gtk_widget_get_width (data) > CANVAS_WIDTH;
}

static void
test_place_is_kept (void)
{
  CanvasFixture fixture;
  double height;

  canvas_fixture_open_pages (&fixture, 30);
  sotay_page_canvas_go_to (fixture.canvas, 7, 300.25);
  assert_place (&fixture, 7, 300.25);
  g_object_set (fixture.canvas, "zoom-mode", SOTAY_ZOOM_FIT_PAGE, NULL);
  assert_place (&fixture, 7, 300.25);
  g_object_set (fixture.canvas, "zoom-mode", SOTAY_ZOOM_FIT_WIDTH, NULL);
  assert_place (&fixture, 7, 300.25);
  gtk_window_set_default_size (fixture.window, CANVAS_WIDTH / 2, CANVAS_HEIGHT);
  view_wait (is_narrow, fixture.canvas);
  assert_place (&fixture, 7, 300.25);
  gtk_window_set_default_size (fixture.window, CANVAS_WIDTH * 3 / 2, CANVAS_HEIGHT);
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
  canvas_fixture_close (&fixture);
}

static gboolean
knows_sizes (gpointer data)
{
  SotayPageCanvas *canvas = data;

  return sotay_book_layout_get_size (canvas->layout, 499).width > sotay_book_layout_get_size (canvas->layout, 0).width;
}

/* Pages of other sizes than the first, which become known while someone is already there. */
static void
test_later_sizes (void)
{
  g_autofree char *path = pdf_fixture_make_long (500);
  CanvasFixture fixture;
  double width, height;

  canvas_fixture_open (&fixture, path);
  sotay_page_canvas_go_to (fixture.canvas, 400, 50);
  view_wait (knows_sizes, fixture.canvas);
  sotay_document_get_page_size (fixture.canvas->document, 499, &width, &height);
  g_assert_cmpfloat_with_epsilon (sotay_book_layout_get_size (fixture.canvas->layout, 499).width, width, 0.1);
  assert_place (&fixture, 400, 50);
  canvas_fixture_close (&fixture);
}

static void
test_zoom_around (void)
{
  const graphene_point_t points[] = { { 400, 300 }, { 30, 10 }, { 700, 590 } };
  CanvasFixture fixture;

  canvas_fixture_open_pages (&fixture, 10);
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
  canvas_fixture_close (&fixture);
}

static void
test_index (void)
{
  CanvasFixture fixture;
  guint n_notified = 0;
  SotayBox page;

  canvas_fixture_open_pages (&fixture, 5);
  g_signal_connect_swapped (fixture.canvas, "notify::index", G_CALLBACK (count_cb), &n_notified);
  sotay_book_layout_get_page (fixture.canvas->layout, 2, &page);
  gtk_adjustment_set_value (fixture.vertical, page.y - CANVAS_HEIGHT / 4.0 + 20); /* more than half of the upper half */
  g_assert_cmpuint (get_index (fixture.canvas), ==, 2);
  g_assert_cmpuint (n_notified, ==, 1);
  gtk_adjustment_set_value (fixture.vertical, page.y - CANVAS_HEIGHT / 4.0 - 20);
  g_assert_cmpuint (get_index (fixture.canvas), ==, 1);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (fixture.canvas), GTK_ACCESSIBLE_PROPERTY_LABEL, "Page 2 of 5");

  /* The page that was asked for counts, even where it cannot come to the top. */
  g_object_set (fixture.canvas, "zoom", 0.25, NULL);
  sotay_page_canvas_go_to (fixture.canvas, 4, 0);
  g_assert_cmpuint (get_index (fixture.canvas), ==, 4);
  gtk_adjustment_set_value (fixture.vertical, gtk_adjustment_get_value (fixture.vertical) - 5);
  g_assert_cmpuint (get_index (fixture.canvas), <, 4);
  canvas_fixture_close (&fixture);
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

  gtk_adjustment_set_value (rush->vertical, gtk_adjustment_get_upper (rush->vertical) * (60 - rush->steps + 1) / 60);
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
  CanvasFixture fixture;
  Rush rush = { .steps = 60 };

  canvas_fixture_open_pages (&fixture, MANY);
  view_wait (canvas_is_sharp, fixture.canvas);
  rush.vertical = fixture.vertical;
  gtk_widget_add_tick_callback (GTK_WIDGET (fixture.canvas), rush_cb, &rush, NULL);
  view_wait (rush_is_over, &rush);
  view_wait (canvas_is_sharp, fixture.canvas);
  g_assert_cmpuint (get_index (fixture.canvas), >=, MANY - 2);
  g_assert_cmpuint (sotay_page_pictures_get_n_asked (fixture.canvas->pictures), <, 40);
  canvas_fixture_close (&fixture);
}

static void
test_memory_budget (void)
{
  CanvasFixture fixture;

  canvas_fixture_open_pages (&fixture, MANY);
  for (guint i = 0; i < MANY; i += 3)
    {
      sotay_page_canvas_go_to (fixture.canvas, i, 0);
      view_wait (canvas_is_sharp, fixture.canvas);
      g_assert_cmpuint (sotay_page_pictures_get_bytes (fixture.canvas->pictures), <=, SOTAY_TILE_CACHE_BYTES);
    }
  /* So much was drawn that the budget must have been felt. */
  g_assert_cmpuint (sotay_page_pictures_get_bytes (fixture.canvas->pictures), >, SOTAY_TILE_CACHE_BYTES / 2);
  canvas_fixture_close (&fixture);
}

static void
test_large_pages_in_parts (void)
{
  CanvasFixture fixture;

  canvas_fixture_open_pages (&fixture, 3);
  sotay_page_canvas_zoom_by (fixture.canvas, 100);
  view_wait (canvas_is_sharp, fixture.canvas);
  g_assert_cmpuint (sotay_page_pictures_get_bytes (fixture.canvas->pictures), <, SOTAY_TILE_CACHE_BYTES);
  canvas_fixture_close (&fixture);
}

/* While zooming the old picture stands in, stretched: what was dark stays dark before the new one is there. */
static void
test_stand_in (void)
{
  CanvasFixture fixture;
  cairo_surface_t *surface;
  guint n_dark = 0;

  canvas_fixture_open_pages (&fixture, 3);
  view_wait (canvas_is_sharp, fixture.canvas);
  sotay_page_canvas_zoom_by (fixture.canvas, 2);
  g_assert_false (canvas_is_sharp (fixture.canvas));
  surface = canvas_paint (fixture.canvas);
  for (guint y = 0; y < CANVAS_HEIGHT / 2; y++)
    for (guint x = 0; x < CANVAS_WIDTH / 2; x++)
      n_dark += canvas_get_pixel (surface, x, y).red < 0.3f;
  cairo_surface_destroy (surface);
  g_assert_cmpuint (n_dark, >, 100);
  canvas_fixture_close (&fixture);
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

static void signal_children (const char *parent, int number);

static void
signal_children_of_thread (const char *parent, const char *thread, int number)
{
  g_autofree char *path = g_strdup_printf ("/proc/%s/task/%s/children", parent, thread);
  g_autofree char *text = NULL;
  g_auto (GStrv) children = NULL;

  if (!g_file_get_contents (path, &text, NULL, NULL))
    return;
  children = g_strsplit (g_strstrip (text), " ", -1);
  for (guint i = 0; children[i] != NULL && *children[i] != '\0'; i++)
    {
      signal_children (children[i], number);
      kill (atoi (children[i]), number);
    }
}

/* To all programs that were started by this one, such as the readers, or by those. */
static void
signal_children (const char *parent, int number)
{
  g_autofree char *path = g_strdup_printf ("/proc/%s/task", parent);
  g_autoptr (GDir) threads = g_dir_open (path, 0, NULL);
  const char *thread;

  while (threads != NULL && (thread = g_dir_read_name (threads)) != NULL)
    signal_children_of_thread (parent, thread, number);
}

static gboolean
says_something (gpointer data)
{
  g_autoptr (GskRenderNode) node = canvas_draw (data);

  return has_text (node);
}

/* A page that comes soon is an empty sheet until then; one that does not says that it is on its way. */
static void
test_page_that_is_late (void)
{
  CanvasFixture fixture;
  g_autofree char *self = g_strdup_printf ("%d", getpid ());

  canvas_fixture_open_pages (&fixture, MANY);
  view_wait (canvas_is_read, fixture.canvas);
  signal_children (self, SIGSTOP);
  sotay_page_canvas_go_to (fixture.canvas, MANY / 2, 0);
  g_assert_false (says_something (fixture.canvas));
  view_wait (says_something, fixture.canvas);
  signal_children (self, SIGCONT);
  view_wait (canvas_is_sharp, fixture.canvas);
  g_assert_false (says_something (fixture.canvas));
  canvas_fixture_close (&fixture);
}

static gboolean
has_failed (gpointer data)
{
  SotayPageCanvas *canvas = data;

  return sotay_page_pictures_get_error (canvas->pictures, 2) != NULL && canvas_is_sharp (canvas);
}

static gboolean
is_forgotten (gpointer data)
{
  return sotay_page_pictures_get_error (((SotayPageCanvas *) data)->pictures, 2) == NULL;
}

static void
test_page_that_fails (void)
{
  CanvasFixture fixture;
  g_autofree char *path = page_fixture_make_broken ();
  g_autoptr (GskRenderNode) node = NULL;
  GdkRGBA colour;

  canvas_fixture_open (&fixture, path);
  g_object_set (fixture.canvas, "zoom", 0.25, NULL);
  sotay_page_canvas_go_to (fixture.canvas, 2, 0);
  view_wait (has_failed, fixture.canvas);
  node = canvas_draw (fixture.canvas);
  g_assert_true (has_text (node));
  colour = canvas_get_colour (fixture.canvas, 1, 300, 20);
  g_assert_true (gdk_rgba_equal (&colour, &(GdkRGBA){ 0, 0, 1, 1 }));
  colour = canvas_get_colour (fixture.canvas, 2, 300, 20);
  g_assert_true (gdk_rgba_equal (&colour, &(GdkRGBA){ 1, 1, 1, 1 }));

  /* It is tried again when someone comes back to it. */
  g_object_set (fixture.canvas, "zoom", 1.0, NULL);
  sotay_page_canvas_go_to (fixture.canvas, 0, 0);
  view_wait (is_forgotten, fixture.canvas);
  sotay_page_canvas_go_to (fixture.canvas, 2, 0);
  view_wait (has_failed, fixture.canvas);
  canvas_fixture_close (&fixture);
}

static void
test_night (void)
{
  CanvasFixture fixture;
  GdkRGBA colour;

  canvas_fixture_open_pages (&fixture, 2);
  g_object_set (fixture.canvas, "night", TRUE, NULL);
  colour = canvas_get_colour (fixture.canvas, 0, 20, 20);
  g_assert_cmpfloat (colour.green, <, 0.2f); /* already the empty sheet */
  view_wait (canvas_is_sharp, fixture.canvas);
  colour = canvas_get_colour (fixture.canvas, 0, 20, 20);
  g_assert_cmpfloat (colour.green, <, 0.2f);
  canvas_fixture_close (&fixture);
}

static void
test_turning (void)
{
  CanvasFixture fixture;
  double y;

  canvas_fixture_open_pages (&fixture, 5);
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
  g_assert_cmpfloat (gtk_adjustment_get_value (fixture.vertical), >, CANVAS_HEIGHT / 2);
  g_assert_cmpfloat (gtk_adjustment_get_value (fixture.vertical), <, CANVAS_HEIGHT);
  sotay_page_canvas_step (fixture.canvas, SOTAY_STEP_PAGE_END, 1);
  g_assert_cmpuint (get_index (fixture.canvas), ==, 0);
  sotay_page_canvas_step (fixture.canvas, SOTAY_STEP_PAGE_END, -1);
  g_assert_cmpfloat (gtk_adjustment_get_value (fixture.vertical), ==, 0);
  canvas_fixture_close (&fixture);
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
  CanvasFixture fixture;
  gpointer canvas, document, pictures, contents;

  canvas_fixture_open_pages (&fixture, 100);
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
  canvas_fixture_close (&fixture);
  view_wait (is_gone, &canvas);
  view_wait (is_gone, &pictures);
  view_wait (is_gone, &contents);
  view_wait (is_gone, &document);
}

static void
test_another_document (void)
{
  CanvasFixture fixture;
  g_autofree char *path = page_fixture_make (2);
  g_autoptr (SotayDocument) document = document_fixture_open (path);

  canvas_fixture_open_pages (&fixture, 30);
  view_wait (canvas_is_read, fixture.canvas);
  sotay_page_canvas_select_page (fixture.canvas);
  sotay_page_canvas_go_to (fixture.canvas, 20, 0);
  sotay_page_canvas_set_document (fixture.canvas, document);
  g_assert_cmpuint (get_index (fixture.canvas), ==, 0);
  g_assert_null (sotay_page_canvas_dup_selection (fixture.canvas));
  view_wait (canvas_is_read, fixture.canvas);
  sotay_page_canvas_set_document (fixture.canvas, NULL);
  g_assert_cmpuint (sotay_page_canvas_get_place (fixture.canvas, NULL), ==, 0);
  gtk_test_widget_wait_for_draw (GTK_WIDGET (fixture.canvas));
  canvas_fixture_close (&fixture);
}

static void
add_tests (void)
{
  g_test_add_func ("/page-canvas/without-document", test_without_document);
  g_test_add_func ("/page-canvas/shows-pages", test_shows_pages);
  g_test_add_func ("/page-canvas/zoom-limits", test_zoom_limits);
  g_test_add_func ("/page-canvas/place-is-kept", test_place_is_kept);
  g_test_add_func ("/page-canvas/later-sizes", test_later_sizes);
  g_test_add_func ("/page-canvas/zoom-around", test_zoom_around);
  g_test_add_func ("/page-canvas/index", test_index);
  g_test_add_func ("/page-canvas/turning", test_turning);
  g_test_add_func ("/page-canvas/fast-scroll", test_fast_scroll);
  g_test_add_func ("/page-canvas/memory-budget", test_memory_budget);
  g_test_add_func ("/page-canvas/large-pages-in-parts", test_large_pages_in_parts);
  g_test_add_func ("/page-canvas/stand-in", test_stand_in);
  g_test_add_func ("/page-canvas/page-that-is-late", test_page_that_is_late);
  g_test_add_func ("/page-canvas/page-that-fails", test_page_that_fails);
  g_test_add_func ("/page-canvas/night", test_night);
  g_test_add_func ("/page-canvas/disposal", test_disposal);
  g_test_add_func ("/page-canvas/another-document", test_another_document);
}

int
main (int argc, char **argv)
{
  return view_test_run (argc, argv, add_tests);
}
