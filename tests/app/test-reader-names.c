/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Everything of the reader that can have the keyboard says what it is, also in a small window with letters of twice the
   size, and in the dark. */
#include "app/guide/reader/reader-view.h"

#include "reader-fixture.h"
#include "view-names.h"

typedef struct
{
  ViewFixture base;
  SotayManualCopy *copy;
} Fixture;

static GtkWidget *
make_view (SotayServices *services)
{
  return GTK_WIDGET (sotay_reader_view_new (services));
}

static void
set_up (Fixture *fixture, gconstpointer width)
{
  g_object_set (gtk_settings_get_default (), "gtk-xft-dpi", 2 * 96 * PANGO_SCALE, NULL);
  view_fixture_set_up (&fixture->base);
  fixture->copy = reader_fixture_make_manual ();
  view_fixture_open (&fixture->base, make_view);
  gtk_window_set_default_size (fixture->base.window, GPOINTER_TO_INT (width), 640);
  sotay_reader_view_set_copy (SOTAY_READER_VIEW (fixture->base.view), fixture->copy);
  view_wait_for_label (fixture->base.view, "/ 40");
}

static void
tear_down (Fixture *fixture, gconstpointer width)
{
  view_fixture_tear_down (&fixture->base);
  g_object_unref (fixture->copy);
  gtk_settings_reset_property (gtk_settings_get_default (), "gtk-xft-dpi");
  adw_style_manager_set_color_scheme (adw_style_manager_get_default (), ADW_COLOR_SCHEME_DEFAULT);
}

static void
show_sidebar (Fixture *fixture, const char *page)
{
  g_assert_true (gtk_widget_activate_action (fixture->base.view, "reader.show-sidebar", "s", page));
}

static void
assert_round (Fixture *fixture)
{
  gtk_test_widget_wait_for_draw (fixture->base.view);
  g_assert_cmpuint (view_assert_named (fixture->base.view), >=, 8);
  g_assert_cmpuint (view_tab_round (&fixture->base), >=, 8);
}

static void
test_contents (Fixture *fixture, gconstpointer width)
{
  show_sidebar (fixture, "outline");
  view_wait_for_label (fixture->base.view, "6. An sinh xã hội");
  assert_round (fixture);
}

static void
test_pages (Fixture *fixture, gconstpointer width)
{
  show_sidebar (fixture, "pages");
  view_wait_for_label (fixture->base.view, "4");
  assert_round (fixture);
}

static void
test_bookmarks (Fixture *fixture, gconstpointer width)
{
  show_sidebar (fixture, "bookmarks");
  view_wait_for_label (fixture->base.view, "Chưa có dấu trang");
  assert_round (fixture);
  g_assert_true (gtk_widget_activate_action (fixture->base.view, "reader.set-bookmark", "(us)", 3, "Hay hỏi"));
  view_wait_for_label (fixture->base.view, "Hay hỏi");
  assert_round (fixture);
}

static void
test_hits (Fixture *fixture, gconstpointer width)
{
  sotay_reader_view_search (SOTAY_READER_VIEW (fixture->base.view));
  show_sidebar (fixture, "search");
  gtk_editable_set_text (GTK_EDITABLE (view_find (fixture->base.view, GTK_TYPE_SEARCH_ENTRY)), "ho khau");
  view_wait_for_label (fixture->base.view, "1 / 8");
  assert_round (fixture);
}

static void
test_dark (Fixture *fixture, gconstpointer width)
{
  adw_style_manager_set_color_scheme (adw_style_manager_get_default (), ADW_COLOR_SCHEME_FORCE_DARK);
  g_assert_true (adw_style_manager_get_dark (adw_style_manager_get_default ()));
  assert_round (fixture);
}

/* What the window needs at least is not more than the smallest screen has. */
static void
test_fits (Fixture *fixture, gconstpointer width)
{
  const char *const pages[] = { "outline", "pages", "bookmarks", "search" };
  int minimum;

  sotay_reader_view_search (SOTAY_READER_VIEW (fixture->base.view));
  for (gsize i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      show_sidebar (fixture, pages[i]);
      gtk_widget_measure (fixture->base.view, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
      g_assert_cmpint (minimum, <=, 360);
    }
}

static void
add (const char *path, int width, void (*test) (Fixture *, gconstpointer))
{
  g_test_add (path, Fixture, GINT_TO_POINTER (width), set_up, test, tear_down);
}

static void
add_tests (void)
{
  add ("/reader/names/contents", 1024, test_contents);
  add ("/reader/names/pages", 1024, test_pages);
  add ("/reader/names/bookmarks", 1024, test_bookmarks);
  add ("/reader/names/hits", 1024, test_hits);
  add ("/reader/names/dark", 1024, test_dark);
  add ("/reader/names/narrow-contents", 360, test_contents);
  add ("/reader/names/narrow-bookmarks", 360, test_bookmarks);
  add ("/reader/names/fits", 360, test_fits);
}

int
main (int argc, char **argv)
{
  return view_test_run (argc, argv, add_tests);
}
