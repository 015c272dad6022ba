/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/reports/sheets.h"

#include "app/widgets/print.h"

typedef struct
{
  double width;
  double height;
} Size;

struct _SotaySheets
{
  GObject parent_instance;

  SotayReport *report;
  SotayPageLayout *layout;
  GMutex mutex; /* of the layout, which serves one thread at a time */
  GArray *sizes;
};

/* One question to the layout. */
typedef struct
{
  guint page;
  double scale;
  double x;
  double y;
} Question;

G_DEFINE_FINAL_TYPE (SotaySheets, sotay_sheets, G_TYPE_OBJECT)

static void
sotay_sheets_finalize (GObject *object)
{
  SotaySheets *self = SOTAY_SHEETS (object);

  g_clear_object (&self->layout);
  g_clear_pointer (&self->report, sotay_report_unref);
  g_array_unref (self->sizes);
  g_mutex_clear (&self->mutex);
  G_OBJECT_CLASS (sotay_sheets_parent_class)->finalize (object);
}

static void
sotay_sheets_class_init (SotaySheetsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = sotay_sheets_finalize;
}

static void
sotay_sheets_init (SotaySheets *self)
{
  self->sizes = g_array_new (FALSE, TRUE, sizeof (Size));
  g_mutex_init (&self->mutex);
}

static SotaySheets *
new_sheets (SotayReport *report, SotayPageLayout *layout)
{
  SotaySheets *self = g_object_new (SOTAY_TYPE_SHEETS, NULL);

  self->report = sotay_report_ref (report);
  self->layout = g_object_ref (layout);
  g_array_set_size (self->sizes, sotay_page_layout_get_n_pages (layout));
  for (guint i = 0; i < self->sizes->len; i++)
    {
      Size *size = &g_array_index (self->sizes, Size, i);

      sotay_page_layout_get_page_size (layout, i, &size->width, &size->height);
    }
  return self;
}

static void
make_in_thread (GTask *task, gpointer source, gpointer report, GCancellable *cancellable)
{
  GError *error = NULL;
  g_autoptr (SotayPageLayout) layout = sotay_page_layout_new (report, cancellable, &error);

  if (layout != NULL)
    g_task_return_pointer (task, new_sheets (report, layout), g_object_unref);
  else
    g_task_return_error (task, error);
}

void
sotay_sheets_make_async (SotayReport *report, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, data);

  g_task_set_source_tag (task, sotay_sheets_make_async);
  g_task_set_task_data (task, sotay_report_ref (report), (GDestroyNotify) sotay_report_unref);
  g_task_run_in_thread (task, make_in_thread);
}

SotaySheets *
sotay_sheets_make_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

SotayReport *
sotay_sheets_get_report (SotaySheets *self)
{
  return self->report;
}

guint
sotay_sheets_get_n_pages (SotaySheets *self)
{
  return self->sizes->len;
}

void
sotay_sheets_get_size (SotaySheets *self, guint page, double *width, double *height)
{
  const Size *size = &g_array_index (self->sizes, Size, page);

  *width = size->width;
  *height = size->height;
}

static void
draw (SotaySheets *self, guint page, cairo_t *cr)
{
  g_mutex_lock (&self->mutex);
  sotay_page_layout_draw (self->layout, page, cr);
  g_mutex_unlock (&self->mutex);
}

static GdkTexture *
new_texture (cairo_surface_t *surface)
{
  int width = cairo_image_surface_get_width (surface);
  int height = cairo_image_surface_get_height (surface);
  gsize stride = cairo_image_surface_get_stride (surface);
  g_autoptr (GBytes) pixels = NULL;

  cairo_surface_flush (surface);
  pixels = g_bytes_new_with_free_func (cairo_image_surface_get_data (surface), stride * height,
                                       (GDestroyNotify) cairo_surface_destroy, cairo_surface_reference (surface));
  return gdk_memory_texture_new (width, height, GDK_MEMORY_DEFAULT, pixels, stride);
}

static void
draw_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  SotaySheets *self = source;
  const Question *question = data;
  double width, height;
  cairo_surface_t *surface;
  cairo_t *cr;

  if (g_task_return_error_if_cancelled (task))
    return;
  sotay_sheets_get_size (self, question->page, &width, &height);
  surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, (int) (width * question->scale + 0.5),
                                        (int) (height * question->scale + 0.5));
  cr = cairo_create (surface);
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  cairo_scale (cr, question->scale, question->scale);
  draw (self, question->page, cr);
  cairo_destroy (cr);
  g_task_return_pointer (task, new_texture (surface), g_object_unref);
  cairo_surface_destroy (surface);
}

static void
ask (SotaySheets *self, gpointer tag, const Question *question, GTaskThreadFunc answer, GCancellable *cancellable,
     GAsyncReadyCallback callback, gpointer data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, data);

  g_task_set_source_tag (task, tag);
  g_task_set_task_data (task, g_memdup2 (question, sizeof *question), g_free);
  g_task_run_in_thread (task, answer);
}

void
sotay_sheets_draw_async (SotaySheets *self, guint page, double scale, GCancellable *cancellable,
                         GAsyncReadyCallback callback, gpointer data)
{
  const Question question = { .page = page, .scale = scale };

  ask (self, sotay_sheets_draw_async, &question, draw_in_thread, cancellable, callback, data);
}

GdkTexture *
sotay_sheets_draw_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
find_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  SotaySheets *self = source;
  const Question *question = data;
  SotaySheetPlace *place = g_new0 (SotaySheetPlace, 1);

  g_mutex_lock (&self->mutex);
  place->figure = sotay_page_layout_find_figure (self->layout, question->page, question->x, question->y);
  place->part = sotay_page_layout_find_part (self->layout, question->page, question->x, question->y);
  g_mutex_unlock (&self->mutex);
  g_task_return_pointer (task, place, g_free);
}

void
sotay_sheets_find_async (SotaySheets *self, guint page, double x, double y, GAsyncReadyCallback callback,
                         gpointer data)
{
  const Question question = { .page = page, .x = x, .y = y };

  ask (self, sotay_sheets_find_async, &question, find_in_thread, NULL, callback, data);
}

SotaySheetPlace
sotay_sheets_find_finish (GAsyncResult *result)
{
  g_autofree SotaySheetPlace *place = g_task_propagate_pointer (G_TASK (result), NULL);

  return *place;
}

static void
begin_print_cb (GtkPrintOperation *operation, GtkPrintContext *context, SotaySheets *self)
{
  gtk_print_operation_set_n_pages (operation, (int) self->sizes->len);
}

static void
request_page_setup_cb (GtkPrintOperation *operation, GtkPrintContext *context, int page, GtkPageSetup *setup,
                       SotaySheets *self)
{
  double width, height;

  sotay_sheets_get_size (self, (guint) page, &width, &height);
  gtk_page_setup_set_orientation (setup, width > height ? GTK_PAGE_ORIENTATION_LANDSCAPE
                                                        : GTK_PAGE_ORIENTATION_PORTRAIT);
}

static void
draw_page_cb (GtkPrintOperation *operation, GtkPrintContext *context, int page, SotaySheets *self)
{
  draw (self, (guint) page, gtk_print_context_get_cairo_context (context));
}

GtkPrintOperation *
sotay_sheets_print (SotaySheets *self)
{
  /* The pages have the margins of the decree themselves. */
  const SotayPrintMargins margins = { 0, 0, 0, 0 };
  g_autofree char *title = sotay_report_get_title (self->report);
  GtkPrintOperation *operation = sotay_print_new (title, &margins);

  gtk_print_operation_set_use_full_page (operation, TRUE);
  g_signal_connect_object (operation, "begin-print", G_CALLBACK (begin_print_cb), self, 0);
  g_signal_connect_object (operation, "request-page-setup", G_CALLBACK (request_page_setup_cb), self, 0);
  g_signal_connect_data (operation, "draw-page", G_CALLBACK (draw_page_cb), g_object_ref (self),
                         (GClosureNotify) (void (*) (void)) g_object_unref, 0);
  return operation;
}
