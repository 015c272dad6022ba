/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/guide/reader/page-thumbnail.h"

/* The box into which each page fits. */
#define WIDTH 118
#define HEIGHT 158

struct _SotayPageThumbnail
{
  GtkWidget parent_instance;

  SotayDocument *document;
  guint index;
  gboolean night;
  gboolean failed;
  GCancellable *cancellable; /* not NULL while the page is being drawn */
  int columns;               /* how wide it is being drawn, in pixels */
  GdkTexture *texture;
};

G_DEFINE_FINAL_TYPE (SotayPageThumbnail, sotay_page_thumbnail, GTK_TYPE_WIDGET)

/* Pixels for each point of the page, on a screen without magnification. */
static double
get_scale (SotayPageThumbnail *self, double *width, double *height)
{
  sotay_document_get_page_size (self->document, self->index, width, height);
  *width = MAX (*width, 1);
  *height = MAX (*height, 1);
  return MIN (WIDTH / *width, HEIGHT / *height);
}

static void
drawn_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (SotayPageThumbnail) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) pixels = sotay_document_render_finish (SOTAY_DOCUMENT (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || self->document == NULL)
    return;
  g_clear_object (&self->cancellable);
  self->failed = pixels == NULL;
  if (pixels == NULL)
    return;
  self->texture = gdk_memory_texture_new (self->columns, (int) (g_bytes_get_size (pixels) / 4 / self->columns),
                                          GDK_MEMORY_B8G8R8A8_PREMULTIPLIED, pixels, 4 * (gsize) self->columns);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
sotay_page_thumbnail_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
                              int *minimum_baseline, int *natural_baseline)
{
  *minimum = *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? WIDTH : HEIGHT;
}

static void
sotay_page_thumbnail_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  SotayPageThumbnail *self = SOTAY_PAGE_THUMBNAIL (widget);
  const GdkRGBA white = { 1, 1, 1, 1 };
  const GdkRGBA dark = { 0.12f, 0.12f, 0.12f, 1 };
  const GdkRGBA grey = { 0.5, 0.5, 0.5, 0.5 };
  const GdkRGBA colours[] = { grey, grey, grey, grey };
  const float widths[] = { 1, 1, 1, 1 };
  double width, height, scale;
  graphene_rect_t sheet;
  GskRoundedRect edge;

  if (self->document == NULL)
    return;
  scale = get_scale (self, &width, &height);
  width *= scale;
  height *= scale;
  sheet = GRAPHENE_RECT_INIT ((float) (int) ((gtk_widget_get_width (widget) - width) / 2),
                              (float) (int) ((gtk_widget_get_height (widget) - height) / 2), (float) width,
                              (float) height);
  if (self->texture != NULL)
    gtk_snapshot_append_texture (snapshot, self->texture, &sheet);
  else
    gtk_snapshot_append_color (snapshot, self->night ? &dark : &white, &sheet);
  gsk_rounded_rect_init_from_rect (&edge, &sheet, 0);
  gtk_snapshot_append_border (snapshot, &edge, widths, colours);
}

static void
sotay_page_thumbnail_dispose (GObject *object)
{
  sotay_page_thumbnail_set_page (SOTAY_PAGE_THUMBNAIL (object), NULL, 0, FALSE);
  G_OBJECT_CLASS (sotay_page_thumbnail_parent_class)->dispose (object);
}

static void
sotay_page_thumbnail_class_init (SotayPageThumbnailClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sotay_page_thumbnail_dispose;
  widget_class->measure = sotay_page_thumbnail_measure;
  widget_class->snapshot = sotay_page_thumbnail_snapshot;
  /* The row around it has the name. */
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
sotay_page_thumbnail_init (SotayPageThumbnail *self)
{
}

SotayPageThumbnail *
sotay_page_thumbnail_new (void)
{
  return g_object_new (SOTAY_TYPE_PAGE_THUMBNAIL, NULL);
}

void
sotay_page_thumbnail_set_page (SotayPageThumbnail *self, SotayDocument *document, guint index, gboolean night)
{
  sotay_page_thumbnail_sleep (self, TRUE);
  g_set_object (&self->document, document);
  self->index = index;
  self->night = night;
  self->failed = FALSE;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
sotay_page_thumbnail_wake (SotayPageThumbnail *self)
{
  SotayPageArea area = { .index = self->index, .night = self->night };
  double width, height;

  if (self->document == NULL || self->texture != NULL || self->cancellable != NULL || self->failed)
    return;
  area.scale = get_scale (self, &width, &height) * gtk_widget_get_scale_factor (GTK_WIDGET (self));
  area.width = MAX ((int) (width * area.scale), 1);
  area.height = MAX ((int) (height * area.scale), 1);
  self->columns = area.width;
  self->cancellable = g_cancellable_new ();
  sotay_document_render_async (self->document, &area, SOTAY_DOCUMENT_PRIORITY_THUMBNAIL, self->cancellable, drawn_cb,
                               g_object_ref (self));
}

void
sotay_page_thumbnail_sleep (SotayPageThumbnail *self, gboolean forget)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  if (forget)
    g_clear_object (&self->texture);
}
