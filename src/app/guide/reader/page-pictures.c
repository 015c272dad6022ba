/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/guide/reader/page-pictures.h"

#include "guide/tile-cache.h"

/* What is seen and not there after this time is said to be on its way. */
#define LATE_MS 400

struct _SotayPagePictures
{
  GObject parent_instance;

  SotayDocument *document;
  SotayTileCache *cache;
  GHashTable *pictures;       /* GBytes → GskRenderNode: used since this frame began */
  GHashTable *older_pictures; /* used in the frame before */
  GPtrArray *jobs;            /* of Job: asked for, and neither there nor called off */
  GArray *wishes;             /* of Wish: to be asked for when the round ends */
  GHashTable *failures;       /* index → Failure */
  guint late_timeout;
  guint n_asked;
};

typedef struct
{
  SotayPageArea area;
  int priority;
  gint64 since; /* when it was first asked for; 0 when it was not */
} Wish;

typedef struct
{
  SotayPagePictures *pictures;
  Wish wish;
  GCancellable *cancellable;
  gboolean wished; /* in this round */
} Job;

typedef struct
{
  GError *error;
  gboolean wished;
} Failure;

G_DEFINE_FINAL_TYPE (SotayPagePictures, sotay_page_pictures, G_TYPE_OBJECT)

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];


static void watch_lateness (SotayPagePictures *self);

static void
job_free (Job *job)
{
  g_object_unref (job->pictures);
  g_object_unref (job->cancellable);
  g_free (job);
}

static void
failure_free (Failure *failure)
{
  g_error_free (failure->error);
  g_free (failure);
}

static gboolean
equal_areas (const SotayPageArea *a, const SotayPageArea *b)
{
  return a->index == b->index && a->scale == b->scale && a->x == b->x && a->y == b->y && a->width == b->width
         && a->height == b->height && a->night == b->night;
}

static Job *
find_job (SotayPagePictures *self, const SotayPageArea *area)
{
  for (guint i = 0; i < self->jobs->len; i++)
    {
      Job *job = self->jobs->pdata[i];

      if (equal_areas (&job->wish.area, area))
        return job;
    }
  return NULL;
}

/* Its callback frees it. */
static void
call_off (SotayPagePictures *self, Job *job)
{
  g_ptr_array_remove_fast (self->jobs, job);
  g_cancellable_cancel (job->cancellable);
}

static void
keep_failure (SotayPagePictures *self, guint index, GError *error)
{
  Failure *failure = g_new0 (Failure, 1);

  failure->error = error;
  failure->wished = TRUE;
  g_hash_table_replace (self->failures, GUINT_TO_POINTER (index), failure);
}

static void
rendered_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Job *job = data;
  SotayPagePictures *self = job->pictures;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) pixels = sotay_document_render_finish (SOTAY_DOCUMENT (source), result, &error);

  if (pixels != NULL)
    sotay_tile_cache_add (self->cache, &job->wish.area, pixels);
  if (g_ptr_array_remove_fast (self->jobs, job)) /* or else it was called off */
    {
      if (error != NULL && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        keep_failure (self, job->wish.area.index, g_steal_pointer (&error));
      g_signal_emit (self, signals[CHANGED], 0, job->wish.area.index);
    }
  job_free (job);
}

static void
ask (SotayPagePictures *self, const Wish *wish)
{
  Job *job = g_new0 (Job, 1);

  job->pictures = g_object_ref (self);
  job->wish = *wish;
  job->cancellable = g_cancellable_new ();
  if (job->wish.since == 0)
    job->wish.since = g_get_monotonic_time ();
  g_ptr_array_add (self->jobs, job);
  self->n_asked++;
  sotay_document_render_async (self->document, &wish->area, wish->priority, job->cancellable, rendered_cb, job);
}

static gboolean
is_seen (Job *job)
{
  return job->wish.priority == SOTAY_DOCUMENT_PRIORITY_VISIBLE;
}

static gboolean
late_cb (gpointer data)
{
  SotayPagePictures *self = data;
  gint64 limit = g_get_monotonic_time () - LATE_MS * 1000;

  self->late_timeout = 0;
  for (guint i = 0; i < self->jobs->len; i++)
    {
      Job *job = self->jobs->pdata[i];

      if (is_seen (job) && job->wish.since <= limit)
        g_signal_emit (self, signals[CHANGED], 0, job->wish.area.index);
    }
  watch_lateness (self);
  return G_SOURCE_REMOVE;
}

/* Wakes when the next of the jobs becomes late. */
static void
watch_lateness (SotayPagePictures *self)
{
  gint64 now = g_get_monotonic_time (), wait = G_MAXINT64;

  if (self->late_timeout != 0)
    return;
  for (guint i = 0; i < self->jobs->len; i++)
    {
      Job *job = self->jobs->pdata[i];
      gint64 rest = job->wish.since + LATE_MS * 1000 - now;

      if (is_seen (job) && rest > 0)
        wait = MIN (wait, rest);
    }
  if (wait < G_MAXINT64)
    self->late_timeout = g_timeout_add ((guint) (wait / 1000 + 1), late_cb, self);
}

static void
sotay_page_pictures_dispose (GObject *object)
{
  SotayPagePictures *self = SOTAY_PAGE_PICTURES (object);

  sotay_page_pictures_stop (self);
  g_clear_object (&self->document);
  G_OBJECT_CLASS (sotay_page_pictures_parent_class)->dispose (object);
}

static void
sotay_page_pictures_finalize (GObject *object)
{
  SotayPagePictures *self = SOTAY_PAGE_PICTURES (object);

  g_clear_pointer (&self->cache, sotay_tile_cache_free);
  g_clear_pointer (&self->pictures, g_hash_table_unref);
  g_clear_pointer (&self->older_pictures, g_hash_table_unref);
  g_clear_pointer (&self->jobs, g_ptr_array_unref);
  g_clear_pointer (&self->wishes, g_array_unref);
  g_clear_pointer (&self->failures, g_hash_table_unref);
  G_OBJECT_CLASS (sotay_page_pictures_parent_class)->finalize (object);
}

static void
sotay_page_pictures_class_init (SotayPagePicturesClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sotay_page_pictures_dispose;
  G_OBJECT_CLASS (klass)->finalize = sotay_page_pictures_finalize;

  signals[CHANGED] = g_signal_new ("changed", SOTAY_TYPE_PAGE_PICTURES, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 1, G_TYPE_UINT);
}

static GHashTable *
create_pictures (void)
{
  return g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) gsk_render_node_unref);
}

static void
sotay_page_pictures_init (SotayPagePictures *self)
{
  self->cache = sotay_tile_cache_new (SOTAY_TILE_CACHE_BYTES);
  self->pictures = create_pictures ();
  self->older_pictures = create_pictures ();
  self->jobs = g_ptr_array_new ();
  self->wishes = g_array_new (FALSE, FALSE, sizeof (Wish));
  self->failures = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) failure_free);
}

SotayPagePictures *
sotay_page_pictures_new (SotayDocument *document)
{
  SotayPagePictures *self = g_object_new (SOTAY_TYPE_PAGE_PICTURES, NULL);

  self->document = g_object_ref (document);
  return self;
}

void
sotay_page_pictures_begin_wishes (SotayPagePictures *self)
{
  GHashTableIter iter;
  gpointer failure;

  g_array_set_size (self->wishes, 0);
  for (guint i = 0; i < self->jobs->len; i++)
    ((Job *) self->jobs->pdata[i])->wished = FALSE;
  g_hash_table_iter_init (&iter, self->failures);
  while (g_hash_table_iter_next (&iter, NULL, &failure))
    ((Failure *) failure)->wished = FALSE;
}

static gboolean
is_noted (SotayPagePictures *self, const SotayPageArea *area)
{
  for (guint i = 0; i < self->wishes->len; i++)
    if (equal_areas (&g_array_index (self->wishes, Wish, i).area, area))
      return TRUE;
  return FALSE;
}

void
sotay_page_pictures_wish (SotayPagePictures *self, const SotayPageArea *area, int priority)
{
  Failure *failure = g_hash_table_lookup (self->failures, GUINT_TO_POINTER (area->index));
  Wish wish = { *area, priority, 0 };
  Job *job;

  if (failure != NULL)
    {
      failure->wished = TRUE;
      return;
    }
  if (sotay_tile_cache_find (self->cache, area) != NULL || is_noted (self, area))
    return;
  job = find_job (self, area);
  if (job != NULL && job->wish.priority <= priority)
    {
      job->wished = TRUE;
      return;
    }
  /* One that has become more urgent is called off and asked for anew. */
  if (job != NULL)
    wish.since = job->wish.since;
  g_array_append_val (self->wishes, wish);
}

static gboolean
is_unwished_failure (gpointer key, gpointer value, gpointer data)
{
  return !((Failure *) value)->wished;
}

void
sotay_page_pictures_end_wishes (SotayPagePictures *self, gboolean do_ask)
{
  for (guint i = self->jobs->len; i > 0; i--)
    {
      Job *job = self->jobs->pdata[i - 1];

      if (!job->wished)
        call_off (self, job);
    }
  g_hash_table_foreach_remove (self->failures, is_unwished_failure, NULL);
  /* Of one priority the document does the newest first. */
  for (guint i = do_ask ? self->wishes->len : 0; i > 0; i--)
    ask (self, &g_array_index (self->wishes, Wish, i - 1));
  g_array_set_size (self->wishes, 0);
  watch_lateness (self);
}

void
sotay_page_pictures_stop (SotayPagePictures *self)
{
  g_clear_handle_id (&self->late_timeout, g_source_remove);
  while (self->jobs->len > 0)
    call_off (self, self->jobs->pdata[self->jobs->len - 1]);
}

void
sotay_page_pictures_begin_frame (SotayPagePictures *self)
{
  GHashTable *pictures = self->older_pictures;

  g_hash_table_remove_all (pictures);
  self->older_pictures = self->pictures;
  self->pictures = pictures;
}

typedef struct
{
  GBytes *pixels;
  int width;
  int height;
} Picture;

static cairo_status_t
picture_copy (cairo_pattern_t *pattern, void *data, const cairo_pattern_t *other)
{
  Picture *picture = g_memdup2 (data, sizeof *picture);

  g_bytes_ref (picture->pixels);
  cairo_raster_source_pattern_set_callback_data (pattern, picture);
  return CAIRO_STATUS_SUCCESS;
}

static void
picture_finish (cairo_pattern_t *pattern, void *data)
{
  Picture *picture = data;

  g_bytes_unref (picture->pixels);
  g_free (picture);
}

static cairo_surface_t *
picture_acquire (cairo_pattern_t *pattern, void *data, cairo_surface_t *target, const cairo_rectangle_int_t *extents)
{
  const Picture *picture = data;
  guchar *pixels = (guchar *) g_bytes_get_data (picture->pixels, NULL); /* only read */

  return cairo_image_surface_create_for_data (pixels, CAIRO_FORMAT_RGB24, picture->width, picture->height,
                                              picture->width * 4);
}

static void
picture_release (cairo_pattern_t *pattern, void *data, cairo_surface_t *surface)
{
  cairo_surface_destroy (surface);
}

/* Of a surface cairo would make a copy when it is freed, in the midst of a frame. */
static cairo_pattern_t *
create_pattern (const SotayPageArea *area, GBytes *pixels)
{
  Picture *picture = g_new (Picture, 1);
  cairo_pattern_t *pattern
      = cairo_pattern_create_raster_source (picture, CAIRO_CONTENT_COLOR, area->width, area->height);

  *picture = (Picture) { g_bytes_ref (pixels), area->width, area->height };
  cairo_raster_source_pattern_set_acquire (pattern, picture_acquire, picture_release);
  cairo_raster_source_pattern_set_copy (pattern, picture_copy);
  cairo_raster_source_pattern_set_finish (pattern, picture_finish);
  cairo_pattern_set_filter (pattern, CAIRO_FILTER_BILINEAR); /* for stand-ins; the best one is too slow */
  return pattern;
}

/*
 * Not a texture: to draw one, the cairo renderer of GTK 4.8 turns all its pixels to floats and back in each frame. This
 * node is drawn from the pixels as they are; the other renderer keeps what it made of a node as long as it is the same.
 */
static GskRenderNode *
create_node (const SotayPageArea *area, GBytes *pixels)
{
  GskRenderNode *node
      = gsk_cairo_node_new (&GRAPHENE_RECT_INIT (0, 0, (float) area->width, (float) area->height));
  cairo_t *cr = gsk_cairo_node_get_draw_context (node);
  cairo_pattern_t *pattern = create_pattern (area, pixels);

  cairo_set_source (cr, pattern);
  cairo_paint (cr);
  cairo_pattern_destroy (pattern);
  cairo_destroy (cr);
  return node;
}

/* The key lives as long as the node, which holds the pixels. */
static GskRenderNode *
get_node (SotayPagePictures *self, const SotayPageArea *area, GBytes *pixels)
{
  GskRenderNode *node = g_hash_table_lookup (self->pictures, pixels);

  if (node != NULL)
    return node;
  node = g_hash_table_lookup (self->older_pictures, pixels);
  if (node != NULL)
    g_hash_table_steal (self->older_pictures, pixels);
  else
    node = create_node (area, pixels);
  g_hash_table_insert (self->pictures, pixels, node);
  return node;
}

GskRenderNode *
sotay_page_pictures_get (SotayPagePictures *self, const SotayPageArea *area)
{
  GBytes *pixels = sotay_tile_cache_find (self->cache, area);

  return pixels != NULL ? get_node (self, area, pixels) : NULL;
}

GskRenderNode *
sotay_page_pictures_get_stand_in (SotayPagePictures *self, const SotayPageArea *area, SotayPageArea *found)
{
  GBytes *pixels = sotay_tile_cache_find_stand_in (self->cache, area, found);

  return pixels != NULL ? get_node (self, found, pixels) : NULL;
}

const GError *
sotay_page_pictures_get_error (SotayPagePictures *self, guint index)
{
  Failure *failure = g_hash_table_lookup (self->failures, GUINT_TO_POINTER (index));

  return failure != NULL ? failure->error : NULL;
}

gboolean
sotay_page_pictures_is_late (SotayPagePictures *self, guint index)
{
  gint64 limit = g_get_monotonic_time () - LATE_MS * 1000;

  for (guint i = 0; i < self->jobs->len; i++)
    {
      Job *job = self->jobs->pdata[i];

      if (is_seen (job) && job->wish.area.index == index && job->wish.since <= limit)
        return TRUE;
    }
  return FALSE;
}

guint
sotay_page_pictures_get_n_asked (SotayPagePictures *self)
{
  return self->n_asked;
}

gsize
sotay_page_pictures_get_bytes (SotayPagePictures *self)
{
  return sotay_tile_cache_get_bytes (self->cache);
}
