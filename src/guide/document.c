/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "guide/document.h"

#include "core/paths.h"
#include "guide/guide-error.h"
#include "guide/packing.h"
#include "guide/render-queue.h"

#include <string.h>

#define THREADS 2
#define SIZES_AT_ONCE 200
#define TEXTS_AT_ONCE 16
#define A4_WIDTH 595
#define A4_HEIGHT 842
#define PRIORITY_OPEN (-1)
#define PRIORITY_SIZES 15 /* the length of the scroll bar: before thumbnails */

struct _SotayDocument
{
  GObject parent_instance;

  char *path;
  char *helper;
  guint patience;
  SotayRenderQueue *queue;
  guint n_pages;
  float *sizes; /* width and height of each page; zeros when not known */
};

G_DEFINE_FINAL_TYPE (SotayDocument, sotay_document, G_TYPE_OBJECT)

enum
{
  PROP_PATH = 1,
  PROP_HELPER,
  PROP_PATIENCE,
  N_PROPERTIES
};

static GParamSpec *properties[N_PROPERTIES];

enum
{
  SIZES_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* A question to a reader and how its answer is understood: all that a thread needs. */
typedef struct _Question Question;

struct _Question
{
  SotayWireRequest request;
  gsize most_bytes;
  guint n_pages;
  gpointer (*read) (SotayAnswer *answer, const Question *question); /* NULL for a wrong answer */
  GDestroyNotify destroy;                                           /* of what was read */
};

typedef struct
{
  guint n_pages;
  float *sizes;
} Opening;

static void
opening_free (Opening *opening)
{
  g_free (opening->sizes);
  g_free (opening);
}

/* The text of a document as it comes in, a few pages at a time. */
typedef struct
{
  char **pages;
  guint n_pages;
  guint n_pending;
  GError *error; /* the first that is not about single pages */
} Gathering;

static void
gathering_free (Gathering *gathering)
{
  for (guint i = 0; i < gathering->n_pages; i++)
    g_free (gathering->pages[i]);
  g_free (gathering->pages);
  g_clear_error (&gathering->error);
  g_free (gathering);
}

static gboolean
ask_job (SotayHelperProcess *helper, GTask *task, GCancellable *cancellable, GError **error)
{
  const Question *question = g_task_get_task_data (task);
  g_autoptr (SotayAnswer) answer
      = sotay_helper_process_ask (helper, &question->request, question->most_bytes, cancellable, error);
  gpointer result;

  if (answer == NULL)
    return FALSE;
  result = question->read (answer, question);
  if (result == NULL)
    {
      sotay_helper_process_end (helper);
      g_set_error_literal (error, SOTAY_GUIDE_ERROR, SOTAY_GUIDE_ERROR_PAGE, "the reader of PDFs talks nonsense");
      return FALSE;
    }
  g_task_return_pointer (task, result, question->destroy);
  return TRUE;
}

/* @index: the page that is to blame when the reader dies of it, or -1 */
static void
push (SotayDocument *document, GTask *task, const Question *question, int index, int priority)
{
  int key = index >= 0 ? index * SOTAY_WIRE_N_KINDS + (int) question->request.kind : -1;

  g_task_set_task_data (task, g_memdup2 (question, sizeof *question), g_free);
  sotay_render_queue_push (document->queue, task, ask_job, key, priority, priority == PRIORITY_SIZES);
}

static gpointer
read_sizes (SotayAnswer *answer, const Question *question)
{
  g_autofree float *sizes = g_new0 (float, 2 * (gsize) question->request.count);

  return sotay_answer_read_sizes (answer, question->request.count, sizes) ? g_steal_pointer (&sizes) : NULL;
}

static void ask_sizes (SotayDocument *document, guint first);

static void
sizes_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autofree GWeakRef *weak = data;
  g_autoptr (SotayDocument) document = g_weak_ref_get (weak);
  const Question *question = g_task_get_task_data (G_TASK (result));
  guint first = question->request.first, count = question->request.count;
  g_autofree float *sizes = g_task_propagate_pointer (G_TASK (result), NULL);

  g_weak_ref_clear (weak);
  if (document == NULL)
    return;
  /* Without an answer the pages go on counting as large as the first. */
  if (sizes != NULL)
    memcpy (document->sizes + 2 * (gsize) first, sizes, 2 * (gsize) count * sizeof *sizes);
  if (first + count < document->n_pages)
    ask_sizes (document, first + count);
  else
    g_signal_emit (document, signals[SIZES_CHANGED], 0);
}

/* Not a reason to keep the document: whoever closes it does not want to know. */
static void
ask_sizes (SotayDocument *document, guint first)
{
  guint count = MIN (SIZES_AT_ONCE, document->n_pages - first);
  const Question question = {
    .request = { .kind = SOTAY_WIRE_SIZES, .first = first, .count = count },
    .most_bytes = 2 * sizeof (float) * count,
    .read = read_sizes,
    .destroy = g_free,
  };
  GWeakRef *weak = g_new0 (GWeakRef, 1);

  g_weak_ref_init (weak, document);
  push (document, g_task_new (NULL, NULL, sizes_cb, weak), &question, -1, PRIORITY_SIZES);
}

static gpointer
read_opening (SotayAnswer *answer, const Question *question)
{
  guint n_pages = sotay_answer_read_pages (answer);
  Opening *opening = NULL;

  if (n_pages == 0)
    return NULL;
  opening = g_new0 (Opening, 1);
  opening->n_pages = n_pages;
  opening->sizes = g_new0 (float, 2 * (gsize) n_pages);
  if (sotay_answer_read_sizes (answer, MIN (n_pages, SOTAY_WIRE_FIRST_SIZES), opening->sizes))
    return opening;
  opening_free (opening);
  return NULL;
}

static void
opened_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  SotayDocument *document = SOTAY_DOCUMENT (source);
  g_autoptr (GTask) answer = data;
  GError *error = NULL;
  Opening *opening = g_task_propagate_pointer (G_TASK (result), &error);

  if (opening == NULL)
    {
      /* Not one page, but the document itself. */
      if (g_error_matches (error, SOTAY_GUIDE_ERROR, SOTAY_GUIDE_ERROR_PAGE))
        error->code = SOTAY_GUIDE_ERROR_DAMAGED;
      g_task_return_error (answer, error);
      return;
    }
  g_free (document->sizes);
  document->sizes = g_steal_pointer (&opening->sizes);
  document->n_pages = opening->n_pages;
  opening_free (opening);
  g_task_return_boolean (answer, TRUE);
  /* After what the answer leads to: the first page is wanted before the length of all. */
  if (document->n_pages > SOTAY_WIRE_FIRST_SIZES)
    ask_sizes (document, SOTAY_WIRE_FIRST_SIZES);
}

static gpointer
read_pixels (SotayAnswer *answer, const Question *question)
{
  const SotayPageArea *area = &question->request.area;

  return sotay_answer_read_pixels (answer, (gsize) area->width * (gsize) area->height);
}

static gpointer
read_page (SotayAnswer *answer, const Question *question)
{
  return sotay_answer_read_page (answer, question->n_pages);
}

static gpointer
read_outline (SotayAnswer *answer, const Question *question)
{
  return sotay_answer_read_outline (answer, question->n_pages);
}

static gpointer
read_texts (SotayAnswer *answer, const Question *question)
{
  return sotay_answer_read_text (answer, question->request.count);
}

static void
fold_on_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Gathering *gathering = data;

  g_task_return_pointer (
      task, sotay_document_text_new ((const char *const *) gathering->pages, gathering->n_pages), g_object_unref);
}

static void ask_texts (GTask *answer, guint first, guint count);

static void
end_gathering (GTask *answer)
{
  Gathering *gathering = g_task_get_task_data (answer);

  if (g_task_return_error_if_cancelled (answer))
    return;
  if (gathering->error != NULL)
    {
      g_task_return_error (answer, g_steal_pointer (&gathering->error));
      return;
    }
  for (guint i = 0; i < gathering->n_pages; i++)
    if (gathering->pages[i] == NULL)
      gathering->pages[i] = g_strdup ("");
  g_task_run_in_thread (answer, fold_on_thread);
}

static void
texts_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) answer = data;
  Gathering *gathering = g_task_get_task_data (answer);
  const Question *question = g_task_get_task_data (G_TASK (result));
  guint first = question->request.first, count = question->request.count;
  g_autoptr (GError) error = NULL;
  g_autofree char **texts = g_task_propagate_pointer (G_TASK (result), &error);

  for (guint i = 0; texts != NULL && i < count; i++)
    gathering->pages[first + i] = texts[i];
  /* When the reader dies of some pages, each is tried alone. */
  if (g_error_matches (error, SOTAY_GUIDE_ERROR, SOTAY_GUIDE_ERROR_PAGE))
    for (guint i = 0; count > 1 && i < count; i++)
      ask_texts (answer, first + i, 1);
  else if (error != NULL && gathering->error == NULL)
    gathering->error = g_steal_pointer (&error);
  gathering->n_pending--;
  if (gathering->n_pending == 0)
    end_gathering (answer);
}

static void
ask_texts (GTask *answer, guint first, guint count)
{
  SotayDocument *document = g_task_get_source_object (answer);
  Gathering *gathering = g_task_get_task_data (answer);
  const Question question = {
    .request = { .kind = SOTAY_WIRE_TEXT, .first = first, .count = count },
    .most_bytes = (gsize) SOTAY_WIRE_MOST_TEXT * count,
    .read = read_texts,
    .destroy = (GDestroyNotify) g_strfreev,
  };

  gathering->n_pending++;
  push (document, g_task_new (document, g_task_get_cancellable (answer), texts_cb, g_object_ref (answer)), &question,
        count == 1 ? (int) first : -1, SOTAY_DOCUMENT_PRIORITY_TEXT);
}

static void
sotay_document_constructed (GObject *object)
{
  SotayDocument *document = SOTAY_DOCUMENT (object);

  G_OBJECT_CLASS (sotay_document_parent_class)->constructed (object);
  if (document->helper == NULL)
    document->helper = sotay_paths_helper (SOTAY_HELPER_NAME);
  document->queue = sotay_render_queue_new (document->helper, document->path, THREADS, document->patience);
}

static void
sotay_document_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  SotayDocument *document = SOTAY_DOCUMENT (object);

  switch (id)
    {
    case PROP_PATH:
      document->path = g_canonicalize_filename (g_value_get_string (value), NULL);
      break;
    case PROP_HELPER:
      document->helper = g_value_dup_string (value);
      break;
    case PROP_PATIENCE:
      document->patience = g_value_get_uint (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

/* The last reference may be that of a job, on its thread: nothing here waits or needs the main thread. */
static void
sotay_document_finalize (GObject *object)
{
  SotayDocument *document = SOTAY_DOCUMENT (object);

  sotay_render_queue_close (document->queue);
  g_free (document->path);
  g_free (document->helper);
  g_free (document->sizes);
  G_OBJECT_CLASS (sotay_document_parent_class)->finalize (object);
}

static void
sotay_document_class_init (SotayDocumentClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags given = G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS;

  object_class->constructed = sotay_document_constructed;
  object_class->set_property = sotay_document_set_property;
  object_class->finalize = sotay_document_finalize;
  properties[PROP_PATH] = g_param_spec_string ("path", NULL, NULL, "", given);
  properties[PROP_HELPER] = g_param_spec_string ("helper", NULL, NULL, NULL, given);
  properties[PROP_PATIENCE]
      = g_param_spec_uint ("patience", NULL, NULL, 1, G_MAXUINT / 3, SOTAY_HELPER_PATIENCE, given);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
  signals[SIZES_CHANGED] = g_signal_new ("sizes-changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                         NULL, G_TYPE_NONE, 0);
}

static void
sotay_document_init (SotayDocument *document)
{
}

SotayDocument *
sotay_document_new (const char *path)
{
  return g_object_new (SOTAY_TYPE_DOCUMENT, "path", path, NULL);
}

const char *
sotay_document_get_path (SotayDocument *document)
{
  g_return_val_if_fail (SOTAY_IS_DOCUMENT (document), NULL);

  return document->path;
}

void
sotay_document_open_async (SotayDocument *document, GCancellable *cancellable, GAsyncReadyCallback callback,
                           gpointer data)
{
  const Question question = {
    .request = { .kind = SOTAY_WIRE_OPEN },
    .most_bytes = 2 * sizeof (float) * SOTAY_WIRE_FIRST_SIZES,
    .read = read_opening,
    .destroy = (GDestroyNotify) opening_free,
  };
  g_autoptr (GTask) answer = g_task_new (document, cancellable, callback, data);

  g_return_if_fail (SOTAY_IS_DOCUMENT (document));

  g_task_set_source_tag (answer, sotay_document_open_async);
  push (document, g_task_new (document, cancellable, opened_cb, g_object_ref (answer)), &question, -1, PRIORITY_OPEN);
}

gboolean
sotay_document_open_finish (SotayDocument *document, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_async_result_is_tagged (result, sotay_document_open_async), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

guint
sotay_document_get_n_pages (SotayDocument *document)
{
  g_return_val_if_fail (SOTAY_IS_DOCUMENT (document), 0);

  return document->n_pages;
}

void
sotay_document_get_page_size (SotayDocument *document, guint index, double *width, double *height)
{
  const float *size = NULL;

  g_return_if_fail (SOTAY_IS_DOCUMENT (document));
  g_return_if_fail (index < document->n_pages);

  size = document->sizes + 2 * (gsize) index;
  if (size[0] == 0)
    size = document->sizes;
  *width = size[0] > 0 ? size[0] : A4_WIDTH;
  *height = size[1] > 0 ? size[1] : A4_HEIGHT;
}

void
sotay_document_render_async (SotayDocument *document, const SotayPageArea *area, int priority,
                             GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data)
{
  const Question question = {
    .request = { .kind = SOTAY_WIRE_RENDER, .area = *area },
    .most_bytes = SOTAY_PACKING_ROOM ((gsize) area->width * (gsize) area->height) * sizeof (guint32),
    .read = read_pixels,
    .destroy = (GDestroyNotify) g_bytes_unref,
  };
  g_autoptr (GTask) task = g_task_new (document, cancellable, callback, data);

  g_return_if_fail (SOTAY_IS_DOCUMENT (document));
  g_return_if_fail (area->index < document->n_pages);
  g_return_if_fail (area->width > 0 && area->width <= SOTAY_DOCUMENT_MOST_PIXELS);
  g_return_if_fail (area->height > 0 && area->height <= SOTAY_DOCUMENT_MOST_PIXELS);

  g_task_set_source_tag (task, sotay_document_render_async);
  push (document, g_steal_pointer (&task), &question, (int) area->index, priority);
}

GBytes *
sotay_document_render_finish (SotayDocument *document, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_async_result_is_tagged (result, sotay_document_render_async), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

void
sotay_document_load_page_async (SotayDocument *document, guint index, int priority, GCancellable *cancellable,
                                GAsyncReadyCallback callback, gpointer data)
{
  Question question = {
    .request = { .kind = SOTAY_WIRE_PAGE, .first = index },
    .most_bytes = SOTAY_WIRE_MOST_TEXT + (gsize) SOTAY_WIRE_MOST_CHARACTERS * 4 * sizeof (float),
    .read = read_page,
    .destroy = g_object_unref,
  };
  g_autoptr (GTask) task = g_task_new (document, cancellable, callback, data);

  g_return_if_fail (SOTAY_IS_DOCUMENT (document));
  g_return_if_fail (index < document->n_pages);

  g_task_set_source_tag (task, sotay_document_load_page_async);
  question.n_pages = document->n_pages;
  push (document, g_steal_pointer (&task), &question, (int) index, priority);
}

SotayPageContent *
sotay_document_load_page_finish (SotayDocument *document, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_async_result_is_tagged (result, sotay_document_load_page_async), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

void
sotay_document_load_outline_async (SotayDocument *document, GCancellable *cancellable, GAsyncReadyCallback callback,
                                   gpointer data)
{
  Question question = {
    .request = { .kind = SOTAY_WIRE_OUTLINE },
    .read = read_outline,
    .destroy = g_object_unref,
  };
  g_autoptr (GTask) task = g_task_new (document, cancellable, callback, data);

  g_return_if_fail (SOTAY_IS_DOCUMENT (document));

  g_task_set_source_tag (task, sotay_document_load_outline_async);
  question.n_pages = document->n_pages;
  push (document, g_steal_pointer (&task), &question, -1, SOTAY_DOCUMENT_PRIORITY_NEAR);
}

GListModel *
sotay_document_load_outline_finish (SotayDocument *document, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_async_result_is_tagged (result, sotay_document_load_outline_async), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

void
sotay_document_load_text_async (SotayDocument *document, GCancellable *cancellable, GAsyncReadyCallback callback,
                                gpointer data)
{
  g_autoptr (GTask) answer = g_task_new (document, cancellable, callback, data);
  Gathering *gathering = NULL;

  g_return_if_fail (SOTAY_IS_DOCUMENT (document));
  g_return_if_fail (document->n_pages > 0);

  g_task_set_source_tag (answer, sotay_document_load_text_async);
  gathering = g_new0 (Gathering, 1);
  gathering->n_pages = document->n_pages;
  gathering->pages = g_new0 (char *, (gsize) document->n_pages + 1);
  g_task_set_task_data (answer, gathering, (GDestroyNotify) gathering_free);
  for (guint first = 0; first < document->n_pages; first += TEXTS_AT_ONCE)
    ask_texts (answer, first, MIN (TEXTS_AT_ONCE, document->n_pages - first));
}

SotayDocumentText *
sotay_document_load_text_finish (SotayDocument *document, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_async_result_is_tagged (result, sotay_document_load_text_async), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
