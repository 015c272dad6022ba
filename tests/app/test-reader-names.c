/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Everything of the reader that can have the keyboard says what it is, also in a small window with letters of twice the
   size, and in the dark. */
#include "reader-fixture.h"
#include "view-names.h"

static gboolean
is_folded (gpointer reader)
{
  return adw_flap_get_folded (SOTAY_READER_VIEW (reader)->flap)
         && adw_flap_get_reveal_progress (SOTAY_READER_VIEW (reader)->flap) == 0;
}

static void
set_up (ReaderFixture *fixture, gconstpointer width)
{
  g_object_set (gtk_settings_get_default (), "gtk-xft-dpi", 2 * 96 * PANGO_SCALE, NULL);
  reader_fixture_set_up (fixture, NULL);
  gtk_window_set_default_size (fixture->base.window, GPOINTER_TO_INT (width), 640);
  if (GPOINTER_TO_INT (width) == 360)
    view_wait (is_folded, fixture->reader);
}

static void
tear_down (ReaderFixture *fixture, gconstpointer width)
{
  reader_fixture_tear_down (fixture, NULL);
  gtk_settings_reset_property (gtk_settings_get_default (), "gtk-xft-dpi");
  adw_style_manager_set_color_scheme (adw_style_manager_get_default (), ADW_COLOR_SCHEME_DEFAULT);
}

static void
show_sidebar (ReaderFixture *fixture, const char *page)
{
  reader_fixture_activate (fixture, "reader.show-sidebar", g_variant_new_string (page));
}

static void
assert_round (ReaderFixture *fixture)
{
  gtk_test_widget_wait_for_draw (fixture->base.view);
  g_assert_cmpuint (view_assert_named (fixture->base.view), >=, 8);
  g_assert_cmpuint (view_tab_round (&fixture->base), >=, 8);
}

static void
test_contents (ReaderFixture *fixture, gconstpointer width)
{
  show_sidebar (fixture, "outline");
  view_wait_for_label (fixture->base.view, "1. Đăng ký tài khoản định danh điện tử");
  assert_round (fixture);
}

static void
test_pages (ReaderFixture *fixture, gconstpointer width)
{
  show_sidebar (fixture, "pages");
  view_wait_for_label (fixture->base.view, "2");
  assert_round (fixture);
}

static void
test_bookmarks (ReaderFixture *fixture, gconstpointer width)
{
  show_sidebar (fixture, "bookmarks");
  view_wait_for_label (fixture->base.view, "Chưa có dấu trang");
  assert_round (fixture);
  g_assert_true (sotay_reading_set_bookmark (fixture->reader->reading, 3, "Hay hỏi"));
  view_wait_for_label (fixture->base.view, "Hay hỏi");
  assert_round (fixture);
}

static void
test_hits (ReaderFixture *fixture, gconstpointer width)
{
  sotay_reader_view_search (fixture->reader);
  show_sidebar (fixture, "search");
  reader_fixture_type (fixture, "ho khau");
  view_wait_for_label (fixture->base.view, "1 / 8");
  assert_round (fixture);
}

static void
test_dark (ReaderFixture *fixture, gconstpointer width)
{
  adw_style_manager_set_color_scheme (adw_style_manager_get_default (), ADW_COLOR_SCHEME_FORCE_DARK);
  g_assert_true (adw_style_manager_get_dark (adw_style_manager_get_default ()));
  assert_round (fixture);
}

/* What the window needs at least is not more than the smallest screen has. */
static void
test_fits (ReaderFixture *fixture, gconstpointer width)
{
  const char *const pages[] = { "outline", "pages", "bookmarks", "search" };
  int minimum;

  sotay_reader_view_search (fixture->reader);
  for (gsize i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      show_sidebar (fixture, pages[i]);
      gtk_widget_measure (fixture->base.view, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
      g_assert_cmpint (minimum, <=, 360);
    }
}

static void
add (const char *path, int width, void (*test) (ReaderFixture *, gconstpointer))
{
  g_test_add (path, ReaderFixture, GINT_TO_POINTER (width), set_up, test, tear_down);
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
