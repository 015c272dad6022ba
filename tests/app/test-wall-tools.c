/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What lies over a slide: pen, spotlight, magnifier, overview, jump; and the manual's pages on the wall. */
#include "app/presentation/thumbnail-grid.h"
#include "guide/document-fixture.h"
#include "page-fixture.h"
#include "presentation/lesson.h"
#include "view-support.h"
#include "wall-fixture.h"

#define STOPS "1:10 10:15 16:5"
#define ALL "1:5 2:5 3:5 4:5 5:5 6:5 7:5 8:5 9:5 10:5 11:5 12:5 13:5 14:5 15:5 16:5"
#define RED 0xff4033

static guint32
get_pixel (cairo_surface_t *surface, double x, double y)
{
  const guchar *row = cairo_image_surface_get_data (surface) + (int) y * cairo_image_surface_get_stride (surface);

  return ((const guint32 *) (gpointer)row)[(int) x] & 0xffffff;
}

static guint32
get_colour (WallFixture *fixture, double x, double y)
{
  cairo_surface_t *surface = wall_fixture_paint (fixture);
  guint32 colour;

  cairo_surface_flush (surface);
  colour = get_pixel (surface, x, y);
  cairo_surface_destroy (surface);
  return colour;
}

/* As the gesture tells of a line that someone draws. */
static void
draw_line (WallFixture *fixture, double x, double y, double dx, double dy)
{
  GtkEventController *drag = wall_fixture_find_controller (GTK_WIDGET (fixture->window->tools), "wall-pen");

  g_signal_emit_by_name (drag, "drag-begin", x, y);
  g_signal_emit_by_name (drag, "drag-update", dx / 2, dy / 2);
  g_signal_emit_by_name (drag, "drag-update", dx, dy);
  g_signal_emit_by_name (drag, "drag-end", dx, dy);
}

static void
assert_strokes (WallFixture *fixture, guint expected)
{
  g_assert_cmpuint (sotay_wall_tools_get_n_strokes (fixture->window->tools), ==, expected);
}

static gboolean
is_wide (gpointer data)
{
  return sotay_show_get_wall (((WallFixture *) data)->show)->width == 1200
         && gtk_widget_get_width (GTK_WIDGET (((WallFixture *) data)->window->view)) == 1200;
}

/* Strokes belong to the slide, are taken back one by one, or all at once, and that as well. */
static void
test_pen (void)
{
  WallFixture fixture;
  guint32 ground;

  wall_fixture_open (&fixture, STOPS, NULL, 800, 600);
  g_assert_false (gtk_widget_get_can_target (GTK_WIDGET (fixture.window->tools)));
  wall_fixture_press (&fixture, GDK_KEY_d, 0);
  g_assert_true (gtk_widget_get_can_target (GTK_WIDGET (fixture.window->tools)));
  ground = get_colour (&fixture, 600, 450);
  draw_line (&fixture, 500, 450, 200, 0);
  draw_line (&fixture, 500, 500, 100, 50);
  assert_strokes (&fixture, 2);
  g_assert_cmphex (get_colour (&fixture, 600, 450), ==, RED);
  wall_fixture_press (&fixture, GDK_KEY_Right, 0);
  assert_strokes (&fixture, 0);
  draw_line (&fixture, 100, 100, 0, 0);
  assert_strokes (&fixture, 1);
  wall_fixture_press (&fixture, GDK_KEY_Left, 0);
  assert_strokes (&fixture, 2);
  wall_fixture_press (&fixture, GDK_KEY_z, GDK_CONTROL_MASK);
  assert_strokes (&fixture, 1);
  wall_fixture_press (&fixture, GDK_KEY_e, 0);
  assert_strokes (&fixture, 0);
  g_assert_cmphex (get_colour (&fixture, 600, 450), ==, ground);
  wall_fixture_press (&fixture, GDK_KEY_z, GDK_CONTROL_MASK);
  assert_strokes (&fixture, 1);
  g_assert_cmphex (get_colour (&fixture, 600, 450), ==, RED);
  /* They stay without the pen, and grow with the wall. */
  wall_fixture_press (&fixture, GDK_KEY_Escape, 0);
  gtk_window_set_default_size (GTK_WINDOW (fixture.window), 1200, 900);
  view_wait (is_wide, &fixture);
  g_assert_cmphex (get_colour (&fixture, 900, 675), ==, RED);
  /* On a black wall nothing is drawn. */
  wall_fixture_press (&fixture, GDK_KEY_b, 0);
  draw_line (&fixture, 500, 450, 200, 0);
  assert_strokes (&fixture, 1);
  g_assert_cmphex (get_colour (&fixture, 900, 675), ==, 0x000000);
  wall_fixture_close (&fixture);
}

static void
move_pointer (WallFixture *fixture, double x, double y)
{
  g_signal_emit_by_name (wall_fixture_find_controller (GTK_WIDGET (fixture->window->overlay), "wall-motion"), "motion",
                         x, y);
}

static void
test_spotlight (void)
{
  WallFixture fixture;
  guint32 ground;

  wall_fixture_open (&fixture, STOPS, NULL, 800, 600);
  ground = get_colour (&fixture, 200, 480);
  wall_fixture_press (&fixture, GDK_KEY_l, 0);
  move_pointer (&fixture, 200, 470);
  g_assert_cmphex (get_colour (&fixture, 200, 480), ==, ground);
  g_assert_cmphex (get_colour (&fixture, 700, 480), !=, ground);
  move_pointer (&fixture, 700, 470);
  g_assert_cmphex (get_colour (&fixture, 200, 480), !=, ground);
  g_assert_cmphex (get_colour (&fixture, 700, 480), ==, ground);
  /* The mouse goes through it to the slide. */
  g_assert_true (gtk_widget_pick (GTK_WIDGET (fixture.window), 700, 200, GTK_PICK_DEFAULT)
                 == GTK_WIDGET (fixture.window->view));
  wall_fixture_press (&fixture, GDK_KEY_z, 0);
  g_assert_true (gtk_widget_pick (GTK_WIDGET (fixture.window), 700, 200, GTK_PICK_DEFAULT)
                 == GTK_WIDGET (fixture.window->view));
  wall_fixture_close (&fixture);
}

/* The lens shows what is under the pointer, twice as large: a line of the pen is twice as thick in it. */
static void
test_magnifier (void)
{
  WallFixture fixture;

  wall_fixture_open (&fixture, STOPS, NULL, 800, 600);
  draw_line (&fixture, 300, 500, 200, 0);
  g_assert_cmphex (get_colour (&fixture, 400, 496), !=, RED);
  wall_fixture_press (&fixture, GDK_KEY_z, 0);
  move_pointer (&fixture, 400, 500);
  g_assert_cmphex (get_colour (&fixture, 400, 500), ==, RED);
  g_assert_cmphex (get_colour (&fixture, 400, 497), ==, RED);
  wall_fixture_close (&fixture);
}

/* Where the two differ most. */
static void
find_difference (cairo_surface_t *a, cairo_surface_t *b, int *x, int *y)
{
  int most = -1;

  for (int row = 0; row < cairo_image_surface_get_height (a); row++)
    for (int column = 0; column < cairo_image_surface_get_width (a); column++)
      {
        int difference = ABS ((int) (get_pixel (a, column, row) & 0xff) - (int) (get_pixel (b, column, row) & 0xff));

        if (difference <= most)
          continue;
        most = difference;
        *x = column;
        *y = row;
      }
  g_assert_cmpint (most, >, 100);
}

typedef struct
{
  WallFixture *fixture;
  int x, y;
  guint32 expected;
} ColourWait;

static gboolean
has_colour (gpointer data)
{
  ColourWait *wait = data;

  return get_colour (wait->fixture, wait->x, wait->y) == wait->expected;
}

/* A slide comes in softly: something of it at once, all of it soon. */
static void
test_transition (void)
{
  WallFixture fixture;
  ColourWait wait = { &fixture, 0, 0, 0 };
  cairo_surface_t *first = NULL, *second = NULL;

  wall_fixture_open (&fixture, STOPS, NULL, 800, 600);
  gtk_widget_set_visible (GTK_WIDGET (fixture.window->progress), FALSE);
  first = wall_fixture_paint (&fixture);
  sotay_show_forward (fixture.show);
  second = wall_fixture_paint (&fixture);
  find_difference (first, second, &wait.x, &wait.y);
  wait.expected = get_pixel (second, wait.x, wait.y);
  sotay_show_back (fixture.show);
  wall_fixture_draw (&fixture);
  g_object_set (fixture.window->view, "transitions", TRUE, NULL);
  sotay_show_forward (fixture.show);
  g_assert_cmphex (get_colour (&fixture, wait.x, wait.y), !=, get_pixel (first, wait.x, wait.y));
  view_wait (has_colour, &wait);
  cairo_surface_destroy (first);
  cairo_surface_destroy (second);
  wall_fixture_close (&fixture);
}

static SotayDocument *
open_manual (void)
{
  g_autofree char *path = page_fixture_make (160);

  return document_fixture_open (path);
}

static guint
find_page_slide (SotayDeck *deck, guint after)
{
  for (guint i = after; i < sotay_deck_get_n_slides (deck); i++)
    if (sotay_slide_get_parts (sotay_deck_get_slide (deck, i))->page >= 0)
      return i;
  g_assert_not_reached ();
}

/* Whether the page that is shown is as sharp as the wall. */
static gboolean
is_sharp (gpointer data)
{
  WallFixture *fixture = data;
  guint index = sotay_show_get_index (fixture->show);
  int page = sotay_slide_get_parts (sotay_show_get_slide (fixture->show))->page;
  double x, y, width, height, page_width, page_height;
  cairo_surface_t *picture = NULL;

  g_assert_true (sotay_slide_layout_get_place (sotay_show_get_layout (fixture->show, index),
                                               sotay_show_get_part (fixture->show), SOTAY_SLIDE_PLACE_PAGE, &x, &y,
                                               &width, &height));
  g_assert_true (sotay_manual_pages_get_size (fixture->pages, (guint) page, &page_width, &page_height));
  picture = sotay_manual_pages_get (fixture->pages, (guint) page, (int) width, (int) height);
  return picture != NULL && ABS (cairo_image_surface_get_height (picture) - height) <= 1;
}

/* A page comes when it is drawn; the next one was drawn meanwhile, and is there at once. */
static void
test_manual_page (void)
{
  g_autoptr (SotayDocument) document = open_manual ();
  double x, y, width, height;
  guint first, second;
  WallFixture fixture;

  wall_fixture_open (&fixture, STOPS, document, 1024, 768);
  first = find_page_slide (fixture.deck, 0);
  second = find_page_slide (fixture.deck, first + 1);
  sotay_show_go_to (fixture.show, first);
  view_wait (is_sharp, &fixture);
  g_assert_true (sotay_slide_layout_get_place (sotay_show_get_layout (fixture.show, first), 0, SOTAY_SLIDE_PLACE_PAGE,
                                               &x, &y, &width, &height));
  g_assert_cmphex (get_colour (&fixture, x + width / 2, y + 4), ==, 0xffffff);
  while (g_main_context_pending (NULL))
    g_main_context_iteration (NULL, FALSE);
  sotay_show_go_to (fixture.show, second);
  view_wait (is_sharp, &fixture);
  wall_fixture_close (&fixture);
}

typedef struct
{
  SotayManualPages *pages;
  guint index;
  int height;
} Wish;

/* An A4 page of this height. */
static cairo_surface_t *
get_picture (const Wish *wish)
{
  return sotay_manual_pages_get (wish->pages, wish->index, wish->height, wish->height);
}

static gboolean
has_picture (gpointer data)
{
  cairo_surface_t *picture = get_picture (data);

  return picture != NULL && cairo_image_surface_get_height (picture) == ((Wish *) data)->height;
}

static void
ready_cb (SotayManualPages *pages, guint index, guint *ready)
{
  *ready = index;
}

static gboolean
is_ready (gpointer ready)
{
  return *(guint *)ready != G_MAXUINT;
}

static void
test_manual_pages (void)
{
  g_autoptr (SotayDocument) document = open_manual ();
  g_autoptr (SotayManualPages) pages = sotay_manual_pages_new (document);
  g_autoptr (SotayManualPages) none = sotay_manual_pages_new (NULL);
  Wish wish = { pages, 7, 800 }, next = { pages, 8, 800 };
  guint ready = G_MAXUINT;
  double width, height;

  g_assert_null (sotay_manual_pages_get (none, 0, 100, 100));
  g_assert_false (sotay_manual_pages_get_size (none, 0, &width, &height));
  g_assert_null (sotay_manual_pages_get (pages, 1000, 100, 100));
  g_assert_null (get_picture (&wish));
  view_wait (has_picture, &wish);
  /* Until a larger one is there, the one that there is. */
  wish.height = 1600;
  g_assert_cmpint (cairo_image_surface_get_height (get_picture (&wish)), ==, 800);
  view_wait (has_picture, &wish);
  /* What is drawn ahead is there when it is asked for. */
  g_signal_connect (pages, "ready", G_CALLBACK (ready_cb), &ready);
  sotay_manual_pages_prepare (pages, next.index, next.height, next.height);
  view_wait (is_ready, &ready);
  g_assert_cmpuint (ready, ==, next.index);
  g_assert_true (has_picture (&next));
}

/* However large the wall and however long the manual is, the pictures are bounded. */
static void
test_manual_pages_are_bounded (void)
{
  g_autoptr (SotayDocument) document = open_manual ();
  g_autoptr (SotayManualPages) pages = sotay_manual_pages_new (document);

  for (guint index = 0; index < 6; index++)
    {
      Wish wish = { pages, index, 20000 };

      while (get_picture (&wish) == NULL)
        g_main_context_iteration (NULL, TRUE);
      g_assert_cmpint (cairo_image_surface_get_height (get_picture (&wish)), <=, SOTAY_DOCUMENT_MOST_PIXELS);
    }
  /* The first had to go. */
  g_assert_null (get_picture (&(Wish){ pages, 0, 800 }));
}

static gboolean
has_drawn (gpointer data)
{
  return sotay_slide_overview_is_drawn (((WallFixture *) data)->window->overview);
}

static guint
get_focused (WallFixture *fixture)
{
  SotayThumbnailGrid *grid = view_find (GTK_WIDGET (fixture->window->overview), SOTAY_TYPE_THUMBNAIL_GRID);
  guint index = G_MAXUINT;

  g_ptr_array_find (sotay_thumbnail_grid_get_cells (grid), gtk_window_get_focus (GTK_WINDOW (fixture->window)), &index);
  return index;
}

static gboolean
has_focus (gpointer data)
{
  return get_focused (data) != G_MAXUINT;
}

/* All slides of 16 utilities, of which only those in view are drawn; the keyboard chooses one. */
static void
test_overview (void)
{
  WallFixture fixture;
  guint down;

  wall_fixture_open (&fixture, ALL, NULL, 1024, 768);
  g_assert_cmpuint (sotay_slide_overview_get_n_drawn (fixture.window->overview), ==, 0);
  sotay_show_go_to (fixture.show, 2);
  wall_fixture_press (&fixture, GDK_KEY_o, 0);
  view_wait (has_focus, &fixture);
  view_wait (has_drawn, &fixture);
  g_assert_cmpuint (sotay_deck_get_n_slides (fixture.deck), >, 250);
  g_assert_cmpuint (sotay_slide_overview_get_n_drawn (fixture.window->overview), >, 10);
  g_assert_cmpuint (sotay_slide_overview_get_n_drawn (fixture.window->overview), <, 60);
  g_assert_cmpuint (get_focused (&fixture), ==, 2);
  wall_fixture_press (&fixture, GDK_KEY_Right, 0);
  g_assert_cmpuint (get_focused (&fixture), ==, 3);
  wall_fixture_press (&fixture, GDK_KEY_Down, 0);
  down = get_focused (&fixture);
  g_assert_cmpuint (down, >, 3);
  wall_fixture_press (&fixture, GDK_KEY_Up, 0);
  g_assert_cmpuint (get_focused (&fixture), ==, 3);
  /* Over the edge of a group to the one above. */
  wall_fixture_press (&fixture, GDK_KEY_Up, 0);
  g_assert_cmpuint (get_focused (&fixture), <, 2);
  wall_fixture_press (&fixture, GDK_KEY_End, 0);
  g_assert_cmpuint (get_focused (&fixture), ==, sotay_deck_get_n_slides (fixture.deck) - 1);
  view_wait (has_drawn, &fixture);
  g_assert_cmpuint (sotay_slide_overview_get_n_drawn (fixture.window->overview), <, 60);
  wall_fixture_press (&fixture, GDK_KEY_Left, 0);
  g_string_truncate (fixture.log, 0);
  /* Enter on a button: as GTK does it. */
  g_signal_emit_by_name (gtk_window_get_focus (GTK_WINDOW (fixture.window)), "clicked");
  g_assert_cmpuint (sotay_show_get_index (fixture.show), ==, sotay_deck_get_n_slides (fixture.deck) - 2);
  g_assert_false (sotay_slide_overview_is_open (fixture.window->overview));
  g_assert_cmpuint (sotay_slide_overview_get_n_drawn (fixture.window->overview), ==, 0);
  /* The keyboard is the slide's again. */
  wall_fixture_press (&fixture, GDK_KEY_Page_Up, 0);
  g_assert_true (g_str_has_suffix (fixture.log->str, "back "));
  wall_fixture_close (&fixture);
}

static GtkEditable *
get_entry (WallFixture *fixture)
{
  return GTK_EDITABLE (view_find (GTK_WIDGET (fixture->window->jump), GTK_TYPE_ENTRY));
}

static void
test_jump (void)
{
  WallFixture fixture;
  int tenth;
  guint best;

  wall_fixture_open (&fixture, STOPS, NULL, 1024, 768);
  tenth = sotay_deck_find_utility (fixture.deck, 10);
  wall_fixture_press (&fixture, GDK_KEY_slash, 0);
  gtk_editable_set_text (get_entry (&fixture), "10");
  g_signal_emit_by_name (get_entry (&fixture), "activate");
  g_assert_cmpuint (sotay_show_get_index (fixture.show), ==, (guint) tenth);
  g_assert_true (!gtk_widget_get_visible (GTK_WIDGET (fixture.window->jump)));
  wall_fixture_press (&fixture, GDK_KEY_slash, 0);
  g_assert_cmpstr (gtk_editable_get_text (get_entry (&fixture)), ==, "");
  gtk_editable_set_text (get_entry (&fixture), "so suc khoe");
  g_signal_emit_by_name (get_entry (&fixture), "activate");
  g_assert_cmpuint (sotay_slide_get_utility (sotay_show_get_slide (fixture.show)), ==, 16);
  best = sotay_show_get_index (fixture.show);
  /* What is not found leads nowhere. */
  wall_fixture_press (&fixture, GDK_KEY_slash, 0);
  g_string_truncate (fixture.log, 0);
  gtk_editable_set_text (get_entry (&fixture), "zzzz");
  g_assert_nonnull (view_find_label (GTK_WIDGET (fixture.window->jump), "No slide says that"));
  g_signal_emit_by_name (get_entry (&fixture), "activate");
  wall_fixture_assert_log (&fixture, "");
  /* The second match, by arrow; the arrow stops at the last one. */
  gtk_editable_set_text (get_entry (&fixture), "so suc khoe");
  wall_fixture_press (&fixture, GDK_KEY_Up, 0);
  wall_fixture_press (&fixture, GDK_KEY_Down, 0);
  g_signal_emit_by_name (get_entry (&fixture), "activate");
  g_assert_cmpuint (sotay_show_get_index (fixture.show), !=, best);
  gtk_editable_set_text (get_entry (&fixture), "10");
  wall_fixture_press (&fixture, GDK_KEY_Down, 0);
  g_signal_emit_by_name (get_entry (&fixture), "activate");
  g_assert_cmpuint (sotay_show_get_index (fixture.show), ==, (guint) tenth);
  wall_fixture_close (&fixture);
}

static void
add_tests (void)
{
  g_test_add_func ("/wall-tools/pen", test_pen);
  g_test_add_func ("/wall-tools/spotlight", test_spotlight);
  g_test_add_func ("/wall-tools/magnifier", test_magnifier);
  g_test_add_func ("/wall-tools/transition", test_transition);
  g_test_add_func ("/wall-tools/manual-page", test_manual_page);
  g_test_add_func ("/wall-tools/manual-pages/drawn", test_manual_pages);
  g_test_add_func ("/wall-tools/manual-pages/bounded", test_manual_pages_are_bounded);
  g_test_add_func ("/wall-tools/overview", test_overview);
  g_test_add_func ("/wall-tools/jump", test_jump);
}

int
main (int argc, char **argv)
{
  return view_test_run (argc, argv, add_tests);
}
