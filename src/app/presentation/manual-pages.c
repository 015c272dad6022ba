/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/presentation/manual-pages.h"

#include <math.h>

/* Four pages of a wall of 3840×2160, or a dozen of one of 1920×1080. */
#define BUDGET (64 * 1024 * 1024)
#define BYTES_PER_PIXEL 4
/* One picture is no larger than this part of the budget: the magnifier asks for much. */
#define MOST_BYTES (BUDGET / 3)
#define MOST_JOBS 6

struct _SotayManualPages
{
  GObject parent_instance;

  SotayDocument *document; /* nullable */
  GQueue pictures;         /* of Picture, the one used last first */
  gsize bytes;
  GPtrArray *jobs;      /* of Job: asked for, and neither there nor called off; the newest last */
  GHashTable *failures; /* the set of pages that cannot be shown */
};

typedef struct
{
  guint index;
  cairo_surface_t *surface;
} Picture;

typedef struct
{
  SotayManualPages *pages;
  SotayPageArea area;
  int priority;
  GCancellable *cancellable;
} Job;

enum
{
  READY,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SotayManualPages, sotay_manual_pages, G_TYPE_OBJECT)

static void
picture_free (Picture *picture)
{
  cairo_surface_destroy (picture->surface);
  g_free (picture);
}

static void
job_free (Job *job)
{
  g_object_unref (job->pages);
  g_object_unref (job->cancellable);
  g_free (job);
}

static gsize
count_bytes (Picture *picture)
{
  return (gsize) cairo_image_surface_get_stride (picture->surface)
         * (gsize) cairo_image_surface_get_height (picture->surface);
}

static void
drop (SotayManualPages *self, GList *link)
{
  self->bytes -= count_bytes (link->data);
  picture_free (link->data);
  g_queue_delete_link (&self->pictures, link);
}

/* The picture of exactly this size, else the largest of the page. */
static GList *
find (SotayManualPages *self, const SotayPageArea *area, gboolean *exact)
{
  GList *best = NULL;
  int best_width = 0;

  *exact = FALSE;
  for (GList *link = self->pictures.head; link != NULL; link = link->next)
    {
      Picture *picture = link->data;
      int width = cairo_image_surface_get_width (picture->surface);

      if (picture->index != area->index)
        continue;
      if (width == area->width && cairo_image_surface_get_height (picture->surface) == area->height)
        {
          *exact = TRUE;
          return link;
        }
      if (width > best_width)
        {
          best = link;
          best_width = width;
        }
    }
  return best;
}

static const cairo_user_data_key_t pixels_key;

static void
keep (SotayManualPages *self, const SotayPageArea *area, GBytes *pixels)
{
  Picture *picture = g_new0 (Picture, 1);
  guchar *data = (guchar *) g_bytes_get_data (pixels, NULL); /* only read */

  picture->index = area->index;
  picture->surface = cairo_image_surface_create_for_data (data, CAIRO_FORMAT_RGB24, area->width, area->height,
                                                          area->width * BYTES_PER_PIXEL);
  cairo_surface_set_user_data (picture->surface, &pixels_key, g_bytes_ref (pixels),
                               (cairo_destroy_func_t) g_bytes_unref);
  g_queue_push_head (&self->pictures, picture);
  self->bytes += count_bytes (picture);
  while (self->bytes > BUDGET && self->pictures.tail != self->pictures.head)
    drop (self, self->pictures.tail);
}

static void
rendered_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Job *job = data;
  SotayManualPages *self = job->pages;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) pixels = sotay_document_render_finish (SOTAY_DOCUMENT (source), result, &error);

  if (g_ptr_array_remove (self->jobs, job)) /* or else it was called off */
    {
      if (pixels != NULL)
        keep (self, &job->area, pixels);
      else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        g_hash_table_add (self->failures, GUINT_TO_POINTER (job->area.index));
      g_signal_emit (self, signals[READY], 0, job->area.index);
    }
  job_free (job);
}

/* Its callback frees it. */
static void
call_off (SotayManualPages *self, guint place)
{
  Job *job = g_ptr_array_remove_index (self->jobs, place);

  g_cancellable_cancel (job->cancellable);
}

/* Whether it need not be asked for; a job that has become more urgent is called off. */
static gboolean
is_under_way (SotayManualPages *self, const SotayPageArea *area, int priority)
{
  for (guint i = 0; i < self->jobs->len; i++)
    {
      Job *job = self->jobs->pdata[i];

      if (job->area.index != area->index || job->area.width != area->width || job->area.height != area->height)
        continue;
      if (job->priority <= priority)
        return TRUE;
      call_off (self, i);
      return FALSE;
    }
  return FALSE;
}

static void
ask (SotayManualPages *self, const SotayPageArea *area, int priority)
{
  Job *job = NULL;

  if (g_hash_table_contains (self->failures, GUINT_TO_POINTER (area->index)) || is_under_way (self, area, priority))
    return;
  if (self->jobs->len >= MOST_JOBS)
    call_off (self, 0);
  job = g_new0 (Job, 1);
  job->pages = g_object_ref (self);
  job->area = *area;
  job->priority = priority;
  job->cancellable = g_cancellable_new ();
  g_ptr_array_add (self->jobs, job);
  sotay_document_render_async (self->document, area, priority, job->cancellable, rendered_cb, job);
}

/* What to draw so that the page fits; FALSE when there is nothing to draw. */
static gboolean
describe (SotayManualPages *self, guint index, int width, int height, SotayPageArea *area)
{
  double page_width, page_height, most;

  if (width < 1 || height < 1 || !sotay_manual_pages_get_size (self, index, &page_width, &page_height))
    return FALSE;
  *area = (SotayPageArea){ .index = index, .scale = MIN (width / page_width, height / page_height) };
  most = MIN (sqrt (MOST_BYTES / BYTES_PER_PIXEL / (page_width * page_height)),
              SOTAY_DOCUMENT_MOST_PIXELS / MAX (page_width, page_height));
  area->scale = MIN (area->scale, most);
  area->width = MAX ((int) (page_width * area->scale), 1);
  area->height = MAX ((int) (page_height * area->scale), 1);
  return TRUE;
}

/* Whether a picture of this size is one of the page as it is known now. */
static gboolean
is_in_shape (SotayManualPages *self, guint index, int width, int height)
{
  SotayPageArea area;

  return describe (self, index, width + 1, height + 1, &area) && ABS (area.width - width) <= 1
         && ABS (area.height - height) <= 1;
}

/* Those that were drawn while the page counted as large as the first are out of shape. */
static void
sizes_changed_cb (SotayManualPages *self)
{
  g_autoptr (GArray) changed = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = self->jobs->len; i > 0; i--)
    {
      Job *job = self->jobs->pdata[i - 1];

      if (is_in_shape (self, job->area.index, job->area.width, job->area.height))
        continue;
      g_array_append_val (changed, job->area.index);
      call_off (self, i - 1);
    }
  for (GList *link = self->pictures.head, *next = NULL; link != NULL; link = next)
    {
      Picture *picture = link->data;

      next = link->next;
      if (is_in_shape (self, picture->index, cairo_image_surface_get_width (picture->surface),
                       cairo_image_surface_get_height (picture->surface)))
        continue;
      g_array_append_val (changed, picture->index);
      drop (self, link);
    }
  for (guint i = 0; i < changed->len; i++)
    g_signal_emit (self, signals[READY], 0, g_array_index (changed, guint, i));
}

static void
sotay_manual_pages_dispose (GObject *object)
{
  SotayManualPages *self = SOTAY_MANUAL_PAGES (object);

  while (self->jobs->len > 0)
    call_off (self, 0);
  g_clear_object (&self->document);
  G_OBJECT_CLASS (sotay_manual_pages_parent_class)->dispose (object);
}

static void
sotay_manual_pages_finalize (GObject *object)
{
  SotayManualPages *self = SOTAY_MANUAL_PAGES (object);

  while (self->pictures.head != NULL)
    drop (self, self->pictures.head);
  g_ptr_array_unref (self->jobs);
  g_hash_table_unref (self->failures);
  G_OBJECT_CLASS (sotay_manual_pages_parent_class)->finalize (object);
}

static void
sotay_manual_pages_class_init (SotayManualPagesClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sotay_manual_pages_dispose;
  G_OBJECT_CLASS (klass)->finalize = sotay_manual_pages_finalize;

  signals[READY] = g_signal_new ("ready", SOTAY_TYPE_MANUAL_PAGES, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                 1, G_TYPE_UINT);
}

static void
sotay_manual_pages_init (SotayManualPages *self)
{
  g_queue_init (&self->pictures);
  self->jobs = g_ptr_array_new ();
  self->failures = g_hash_table_new (NULL, NULL);
}

SotayManualPages *
sotay_manual_pages_new (SotayDocument *document)
{
  SotayManualPages *self = g_object_new (SOTAY_TYPE_MANUAL_PAGES, NULL);

  if (document != NULL)
    sotay_manual_pages_set_document (self, document);
  return self;
}

void
sotay_manual_pages_set_document (SotayManualPages *self, SotayDocument *document)
{
  g_return_if_fail (self->document == NULL);
  self->document = g_object_ref (document);
  g_signal_connect_object (document, "sizes-changed", G_CALLBACK (sizes_changed_cb), self, G_CONNECT_SWAPPED);
  for (guint i = 0; i < sotay_document_get_n_pages (document); i++)
    g_signal_emit (self, signals[READY], 0, i);
}

cairo_surface_t *
sotay_manual_pages_get (SotayManualPages *self, guint index, int width, int height)
{
  SotayPageArea area;
  gboolean exact;
  GList *link = NULL;

  if (!describe (self, index, width, height, &area))
    return NULL;
  link = find (self, &area, &exact);
  if (!exact)
    ask (self, &area, SOTAY_DOCUMENT_PRIORITY_VISIBLE);
  if (link == NULL)
    return NULL;
  g_queue_unlink (&self->pictures, link);
  g_queue_push_head_link (&self->pictures, link);
  return ((Picture *) link->data)->surface;
}

void
sotay_manual_pages_prepare (SotayManualPages *self, guint index, int width, int height)
{
  SotayPageArea area;
  gboolean exact;

  if (!describe (self, index, width, height, &area))
    return;
  find (self, &area, &exact);
  if (!exact)
    ask (self, &area, SOTAY_DOCUMENT_PRIORITY_NEAR);
}

gboolean
sotay_manual_pages_get_size (SotayManualPages *self, guint index, double *width, double *height)
{
  if (self->document == NULL || index >= sotay_document_get_n_pages (self->document))
    return FALSE;
  sotay_document_get_page_size (self->document, index, width, height);
  *width = MAX (*width, 1);
  *height = MAX (*height, 1);
  return TRUE;
}
