/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/guide/reader/page-tiling.h"
#include "support/test-support.h"

#define A4_WIDTH 595.0
#define A4_HEIGHT 842.0
#define MANY 5000

static SotayBookLayout *
create_layout (guint n_pages, gboolean two_pages)
{
  g_autofree SotayPageSize *sizes = g_new (SotayPageSize, MAX (n_pages, 1));

  for (guint i = 0; i < n_pages; i++)
    sizes[i] = (SotayPageSize){ A4_WIDTH, A4_HEIGHT };
  return sotay_book_layout_new (sizes, n_pages, two_pages);
}

static void
assert_near (double value, double expected)
{
  g_assert_cmpfloat_with_epsilon (value, expected, 1e-6);
}

static void
test_column (void)
{
  g_autoptr (SotayBookLayout) layout = create_layout (3, FALSE);
  SotayBox box;
  double width, height;

  sotay_book_layout_set_scale (layout, 2);
  sotay_book_layout_set_view (layout, 2000, 1000);
  sotay_book_layout_get_extent (layout, &width, &height);
  assert_near (width, 2000);
  assert_near (height, 3 * A4_HEIGHT * 2 + 4 * SOTAY_PAGE_GAP);
  sotay_book_layout_get_page (layout, 1, &box);
  assert_near (box.x, (2000 - A4_WIDTH * 2) / 2);
  assert_near (box.y, A4_HEIGHT * 2 + 2 * SOTAY_PAGE_GAP);
  assert_near (box.width, A4_WIDTH * 2);
  assert_near (box.height, A4_HEIGHT * 2);

  /* Wider than the view: from the left edge on, with its gap. */
  sotay_book_layout_set_view (layout, 500, 1000);
  sotay_book_layout_get_extent (layout, &width, &height);
  assert_near (width, A4_WIDTH * 2 + 2 * SOTAY_PAGE_GAP);
  sotay_book_layout_get_page (layout, 1, &box);
  assert_near (box.x, SOTAY_PAGE_GAP);
}

static void
test_small_ones_stand_in_the_middle (void)
{
  g_autoptr (SotayBookLayout) layout = create_layout (1, FALSE);
  double width, height;
  SotayBox box;

  sotay_book_layout_set_view (layout, 1000, 2000);
  sotay_book_layout_get_extent (layout, &width, &height);
  assert_near (height, 2000);
  sotay_book_layout_get_page (layout, 0, &box);
  assert_near (box.x, (1000 - A4_WIDTH) / 2);
  assert_near (box.y, (2000 - A4_HEIGHT) / 2);
}

static void
test_pairs (void)
{
  const SotayPageSize sizes[] = { { 100, 200 }, { 150, 100 }, { 300, 100 }, { 80, 90 }, { 100, 100 } };
  g_autoptr (SotayBookLayout) layout = sotay_book_layout_new (sizes, G_N_ELEMENTS (sizes), TRUE);
  guint first, end;
  SotayBox box;

  sotay_book_layout_set_view (layout, 1000, 100);
  sotay_book_layout_get_page (layout, 0, &box);
  assert_near (box.x, (1000 - 250 - SOTAY_PAGE_GAP) / 2.0);
  sotay_book_layout_get_page (layout, 1, &box);
  assert_near (box.x, (1000 - 250 - SOTAY_PAGE_GAP) / 2.0 + 100 + SOTAY_PAGE_GAP);
  assert_near (box.y, SOTAY_PAGE_GAP);
  sotay_book_layout_get_page (layout, 2, &box);
  assert_near (box.y, 200 + 2 * SOTAY_PAGE_GAP); /* the row is as high as its higher page */
  sotay_book_layout_get_page (layout, 4, &box);
  assert_near (box.x, 450); /* the last one, alone */
  sotay_book_layout_get_row (layout, 3, &first, &end);
  g_assert_cmpuint (first, ==, 2);
  g_assert_cmpuint (end, ==, 4);
  sotay_book_layout_get_row (layout, 4, &first, &end);
  g_assert_cmpuint (first, ==, 4);
  g_assert_cmpuint (end, ==, 5);
  g_assert_cmpuint (sotay_book_layout_find_page (layout, 0, 20), ==, 0);
  g_assert_cmpuint (sotay_book_layout_find_page (layout, 900, 20), ==, 1);
  g_assert_cmpuint (sotay_book_layout_find_page (layout, 900, 1e9), ==, 4);
}

static void
test_fit (void)
{
  const SotayPageSize sizes[] = { { 595, 842 }, { 842, 595 } };
  g_autoptr (SotayBookLayout) column = sotay_book_layout_new (sizes, 2, FALSE);
  g_autoptr (SotayBookLayout) pair = sotay_book_layout_new (sizes, 2, TRUE);
  double scale = sotay_book_layout_fit_width (column, 1000), width, height;

  assert_near (scale, (1000 - 2 * SOTAY_PAGE_GAP) / 842.0); /* the widest fits */
  sotay_book_layout_set_scale (column, scale);
  sotay_book_layout_set_view (column, 1000, 600);
  sotay_book_layout_get_extent (column, &width, &height);
  assert_near (width, 1000);
  assert_near (sotay_book_layout_fit_page (column, 1000, 600), (600 - 2 * SOTAY_PAGE_GAP) / 842.0);
  assert_near (sotay_book_layout_fit_page (column, 300, 6000), (300 - 2 * SOTAY_PAGE_GAP) / 842.0);
  assert_near (sotay_book_layout_fit_width (pair, 1473), 1);
}

/* Every height belongs to just one row, and the pages found are those that a walk over all of them finds. */
static void
test_bands_of_many (void)
{
  g_autofree SotayPageSize *sizes = g_new (SotayPageSize, MANY);
  g_autoptr (SotayBookLayout) layout = NULL;
  double width, height;

  for (guint i = 0; i < MANY; i++)
    sizes[i] = (SotayPageSize){ 400 + i % 7 * 30, 300 + i % 11 * 50 };
  layout = sotay_book_layout_new (sizes, MANY, FALSE);
  sotay_book_layout_set_scale (layout, 1.37);
  sotay_book_layout_set_view (layout, 800, 600);
  sotay_book_layout_get_extent (layout, &width, &height);
  for (guint i = 0; i < MANY; i += 13)
    {
      SotayBox box;
      guint first, end;

      sotay_book_layout_get_page (layout, i, &box);
      sotay_book_layout_find_band (layout, box.y + 1, box.y + box.height - 1, &first, &end);
      g_assert_cmpuint (first, ==, i);
      g_assert_cmpuint (end, ==, i + 1);
      sotay_book_layout_find_band (layout, box.y - SOTAY_PAGE_GAP - 1, box.y + 1, &first, &end);
      g_assert_cmpuint (first, ==, i > 0 ? i - 1 : 0);
      g_assert_cmpuint (end, ==, i + 1);
      g_assert_cmpuint (sotay_book_layout_find_page (layout, 400, box.y + box.height / 2), ==, i);
      g_assert_cmpfloat (box.y + box.height, <, height);
    }
}

static void
test_no_band (void)
{
  g_autoptr (SotayBookLayout) layout = create_layout (2, FALSE);
  guint first, end;

  sotay_book_layout_find_band (layout, -500, 0, &first, &end);
  g_assert_cmpuint (first, ==, end);
  sotay_book_layout_find_band (layout, 100, 100, &first, &end);
  g_assert_cmpuint (first, ==, end);
  sotay_book_layout_find_band (layout, -500, 1e6, &first, &end);
  g_assert_cmpuint (first, ==, 0);
  g_assert_cmpuint (end, ==, 2);
}

static void
test_whole_page (void)
{
  const SotayPageTiling tiling = { 4, { A4_WIDTH, A4_HEIGHT }, 2, TRUE };
  const SotayBox corner = { 0, 0, 10, 10 }, beside = { 1190, 0, 10, 10 };
  g_autoptr (GArray) areas = g_array_new (FALSE, FALSE, sizeof (SotayPageArea));
  SotayPageArea *area, overview;

  sotay_page_tiling_add (&tiling, &beside, areas);
  g_assert_cmpuint (areas->len, ==, 0);
  sotay_page_tiling_add (&tiling, &corner, areas);
  g_assert_cmpuint (areas->len, ==, 1);
  area = &g_array_index (areas, SotayPageArea, 0);
  g_assert_cmpuint (area->index, ==, 4);
  g_assert_cmpint (area->width, ==, 1190);
  g_assert_cmpint (area->height, ==, 1684);
  g_assert_true (area->night);
  g_assert_false (sotay_page_tiling_get_overview (&tiling, &overview));
}

/* The parts of a large page lie side by side and cover it all. */
static void
test_squares (void)
{
  const SotayPageTiling tiling = { 0, { A4_WIDTH, A4_HEIGHT }, 5, FALSE };
  const SotayBox everything = { -100, -100, 10000, 10000 }, one = { 1024, 1024, 1024, 1024 };
  g_autoptr (GArray) areas = g_array_new (FALSE, FALSE, sizeof (SotayPageArea));
  SotayPageArea overview;
  gint64 pixels = 0;

  sotay_page_tiling_add (&tiling, &everything, areas);
  g_assert_cmpuint (areas->len, ==, 3 * 5);
  for (guint i = 0; i < areas->len; i++)
    {
      SotayPageArea *area = &g_array_index (areas, SotayPageArea, i);

      g_assert_cmpint (area->x % SOTAY_PAGE_TILING_SIDE, ==, 0);
      g_assert_cmpint (area->y % SOTAY_PAGE_TILING_SIDE, ==, 0);
      g_assert_cmpint (area->width, <=, SOTAY_PAGE_TILING_SIDE);
      pixels += (gint64) area->width * area->height;
    }
  g_assert_cmpint (pixels, ==, 2975 * 4210);
  g_array_set_size (areas, 0);
  sotay_page_tiling_add (&tiling, &one, areas);
  g_assert_cmpuint (areas->len, ==, 1);
  g_assert_true (sotay_page_tiling_get_overview (&tiling, &overview));
  g_assert_cmpint (overview.width * overview.height, <, 300 * 1024);
  g_assert_cmpfloat (overview.scale, <, 1);
}

/* The largest page that PDF knows, at the largest zoom on a fine screen. */
static void
test_huge_page (void)
{
  const SotayPageTiling tiling = { 0, { 14400, 14400 }, 64, FALSE };
  const SotayBox seen = { 500000, 500000, 1920, 1080 };
  g_autoptr (GArray) areas = g_array_new (FALSE, FALSE, sizeof (SotayPageArea));

  sotay_page_tiling_add (&tiling, &seen, areas);
  g_assert_cmpuint (areas->len, <=, 3 * 3);
  g_assert_cmpuint (areas->len, >=, 2 * 1);
}

static void
add_tests (void)
{
  g_test_add_func ("/book-layout/column", test_column);
  g_test_add_func ("/book-layout/small-ones-stand-in-the-middle", test_small_ones_stand_in_the_middle);
  g_test_add_func ("/book-layout/pairs", test_pairs);
  g_test_add_func ("/book-layout/fit", test_fit);
  g_test_add_func ("/book-layout/bands-of-many", test_bands_of_many);
  g_test_add_func ("/book-layout/no-band", test_no_band);
  g_test_add_func ("/page-tiling/whole-page", test_whole_page);
  g_test_add_func ("/page-tiling/squares", test_squares);
  g_test_add_func ("/page-tiling/huge-page", test_huge_page);
}

int
main (int argc, char **argv)
{
  return sotay_test_run (argc, argv, add_tests);
}
