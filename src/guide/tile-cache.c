/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "guide/tile-cache.h"

#include <math.h>

/* Parts of an area that are smaller than this make no difference between two stand-ins. */
#define COVER_STEPS 20

struct _SotayTileCache
{
  gsize budget;
  gsize bytes;
  GHashTable *tiles; /* SotayPageArea → Tile */
  GQueue recent;     /* of Tile, the one looked at last first */
};

typedef struct
{
  SotayPageArea area;
  GBytes *pixels;
  GList link; /* in recent */
} Tile;

static guint
hash_area (gconstpointer key)
{
  const SotayPageArea *area = key;

  return area->index * 31 + (guint) area->x * 7 + (guint) area->y * 13 + g_double_hash (&area->scale)
         + (area->night ? 1 : 0);
}

static gboolean
equal_areas (gconstpointer a, gconstpointer b)
{
  const SotayPageArea *first = a, *second = b;

  return first->index == second->index && first->scale == second->scale && first->x == second->x
         && first->y == second->y && first->width == second->width && first->height == second->height
         && !first->night == !second->night;
}

static void
tile_free (Tile *tile)
{
  g_bytes_unref (tile->pixels);
  g_free (tile);
}

static void
remove_tile (SotayTileCache *cache, Tile *tile)
{
  cache->bytes -= g_bytes_get_size (tile->pixels);
  g_queue_unlink (&cache->recent, &tile->link);
  g_hash_table_remove (cache->tiles, &tile->area);
}

static GBytes *
look_at (SotayTileCache *cache, Tile *tile)
{
  g_queue_unlink (&cache->recent, &tile->link);
  g_queue_push_head_link (&cache->recent, &tile->link);
  return tile->pixels;
}

/* How much of [start, end] lies within [other_start, other_end]. */
static double
overlap (double start, double end, double other_start, double other_end)
{
  return MAX (0, MIN (end, other_end) - MAX (start, other_start));
}

/* Which part of @wanted the other one shows, in steps. */
static int
cover (const SotayPageArea *wanted, const SotayPageArea *other)
{
  double factor = wanted->scale / other->scale;
  double width = overlap (wanted->x, wanted->x + wanted->width, other->x * factor, (other->x + other->width) * factor);
  double height
      = overlap (wanted->y, wanted->y + wanted->height, other->y * factor, (other->y + other->height) * factor);

  return (int) lround (width * height / ((double) wanted->width * wanted->height) * COVER_STEPS);
}

/* Smaller is better: the steps of scale between the two, those towards a coarse picture counting double. */
static double
strain (const SotayPageArea *wanted, const SotayPageArea *other)
{
  double steps = log2 (other->scale / wanted->scale);

  return steps >= 0 ? steps : -2 * steps;
}

SotayTileCache *
sotay_tile_cache_new (gsize budget)
{
  SotayTileCache *cache = g_new0 (SotayTileCache, 1);

  cache->budget = budget;
  cache->tiles = g_hash_table_new_full (hash_area, equal_areas, NULL, (GDestroyNotify) tile_free);
  g_queue_init (&cache->recent);
  return cache;
}

void
sotay_tile_cache_free (SotayTileCache *cache)
{
  g_hash_table_unref (cache->tiles);
  g_free (cache);
}

void
sotay_tile_cache_add (SotayTileCache *cache, const SotayPageArea *area, GBytes *pixels)
{
  Tile *tile = g_hash_table_lookup (cache->tiles, area);
  gsize size = g_bytes_get_size (pixels);

  if (tile != NULL)
    remove_tile (cache, tile);
  if (size > cache->budget)
    return;
  while (cache->bytes + size > cache->budget)
    remove_tile (cache, cache->recent.tail->data);
  tile = g_new0 (Tile, 1);
  tile->area = *area;
  tile->pixels = g_bytes_ref (pixels);
  tile->link.data = tile;
  g_hash_table_insert (cache->tiles, &tile->area, tile);
  g_queue_push_head_link (&cache->recent, &tile->link);
  cache->bytes += size;
}

GBytes *
sotay_tile_cache_find (SotayTileCache *cache, const SotayPageArea *area)
{
  Tile *tile = g_hash_table_lookup (cache->tiles, area);

  return tile != NULL ? look_at (cache, tile) : NULL;
}

GBytes *
sotay_tile_cache_find_stand_in (SotayTileCache *cache, const SotayPageArea *area, SotayPageArea *found)
{
  Tile *best = NULL;
  int best_cover = 0;

  for (GList *link = cache->recent.head; link != NULL; link = link->next)
    {
      Tile *tile = link->data;
      int covered;

      if (tile->area.index != area->index || !tile->area.night != !area->night)
        continue;
      covered = cover (area, &tile->area);
      if (covered == 0 || covered < best_cover
          || (best != NULL && covered == best_cover && strain (area, &tile->area) >= strain (area, &best->area)))
        continue;
      best = tile;
      best_cover = covered;
    }
  if (best == NULL)
    return NULL;
  *found = best->area;
  return look_at (cache, best);
}

gsize
sotay_tile_cache_get_bytes (SotayTileCache *cache)
{
  return cache->bytes;
}
