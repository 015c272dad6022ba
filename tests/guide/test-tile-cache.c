/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Drawn parts of pages are kept within a budget. */
#include "guide/tile-cache.h"
#include "support/test-support.h"

static void
add (SotayTileCache *cache, const SotayPageArea *area)
{
  gsize size = (gsize) area->width * (gsize) area->height * 4;
  g_autoptr (GBytes) pixels = g_bytes_new_take (g_malloc0 (size), size);

  sotay_tile_cache_add (cache, area, pixels);
}

static void
test_budget (void)
{
  g_autoptr (SotayTileCache) cache = sotay_tile_cache_new (1000);
  SotayPageArea first = { .index = 0, .scale = 1, .width = 10, .height = 10 };
  SotayPageArea second = { .index = 1, .scale = 1, .width = 10, .height = 10 };
  SotayPageArea third = { .index = 2, .scale = 1, .width = 10, .height = 10 };
  SotayPageArea huge = { .index = 3, .scale = 1, .width = 100, .height = 10 };

  add (cache, &first);
  add (cache, &second);
  g_assert_cmpuint (sotay_tile_cache_get_bytes (cache), ==, 800);
  /* The one that was looked at last stays. */
  g_assert_nonnull (sotay_tile_cache_find (cache, &first));
  add (cache, &third);
  g_assert_cmpuint (sotay_tile_cache_get_bytes (cache), ==, 800);
  g_assert_nonnull (sotay_tile_cache_find (cache, &first));
  g_assert_null (sotay_tile_cache_find (cache, &second));
  g_assert_nonnull (sotay_tile_cache_find (cache, &third));
  /* Twice the same counts once; what is larger than the budget is not kept. */
  add (cache, &third);
  add (cache, &huge);
  g_assert_cmpuint (sotay_tile_cache_get_bytes (cache), ==, 800);
  g_assert_null (sotay_tile_cache_find (cache, &huge));
}

static void
test_areas (void)
{
  g_autoptr (SotayTileCache) cache = sotay_tile_cache_new (SOTAY_TILE_CACHE_BYTES);
  const SotayPageArea area = { .index = 3, .scale = 1.5, .x = 5, .y = 6, .width = 10, .height = 11 };
  SotayPageArea others[7];

  add (cache, &area);
  g_assert_nonnull (sotay_tile_cache_find (cache, &area));
  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    others[i] = area;
  others[0].index++;
  others[1].scale += 0.001;
  others[2].x++;
  others[3].y++;
  others[4].width++;
  others[5].height++;
  others[6].night = TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    g_assert_null (sotay_tile_cache_find (cache, &others[i]));
}

static void
test_stand_in (void)
{
  g_autoptr (SotayTileCache) cache = sotay_tile_cache_new (SOTAY_TILE_CACHE_BYTES);
  const SotayPageArea thumbnail = { .index = 1, .scale = 0.2, .width = 120, .height = 160 };
  const SotayPageArea whole = { .index = 1, .scale = 1, .width = 600, .height = 800 };
  const SotayPageArea upper = { .index = 1, .scale = 3, .width = 1800, .height = 1200 };
  const SotayPageArea night = { .index = 1, .scale = 2, .width = 1200, .height = 1600, .night = TRUE };
  const SotayPageArea other = { .index = 2, .scale = 2, .width = 1200, .height = 1600 };
  const SotayPageArea wanted = { .index = 1, .scale = 2, .width = 1200, .height = 1600 };
  const SotayPageArea top = { .index = 1, .scale = 2, .width = 1200, .height = 400 };
  const SotayPageArea below = { .index = 1, .scale = 0.2, .y = 200, .width = 100, .height = 10 };
  SotayPageArea found;

  add (cache, &night);
  add (cache, &other);
  g_assert_null (sotay_tile_cache_find_stand_in (cache, &wanted, &found));
  add (cache, &upper);
  g_assert_nonnull (sotay_tile_cache_find_stand_in (cache, &wanted, &found));
  g_assert_cmpfloat (found.scale, ==, 3);
  add (cache, &thumbnail);
  add (cache, &whole);
  /* The whole page rather than a half of it, and the sharper of two wholes. */
  g_assert_nonnull (sotay_tile_cache_find_stand_in (cache, &wanted, &found));
  g_assert_cmpfloat (found.scale, ==, 1);
  /* What is covered by all: the nearest, rather sharper. */
  g_assert_nonnull (sotay_tile_cache_find_stand_in (cache, &top, &found));
  g_assert_cmpfloat (found.scale, ==, 3);
  g_assert_null (sotay_tile_cache_find_stand_in (cache, &below, &found));
}

static void
add_tests (void)
{
  g_test_add_func ("/tile-cache/budget", test_budget);
  g_test_add_func ("/tile-cache/areas", test_areas);
  g_test_add_func ("/tile-cache/stand-in", test_stand_in);
}

int
main (int argc, char **argv)
{
  return sotay_test_run (argc, argv, add_tests);
}
