/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/guide/reader/thumbnail-list.h"

#include "app/guide/reader/index-model.h"
#include "app/guide/reader/page-thumbnail.h"

#include <glib/gi18n-lib.h>

struct _SotayThumbnailList
{
  AdwBin parent_instance;

  GtkScrolledWindow *scrolled;
  GtkGridView *grid_view;

  SotayDocument *document;
  GtkSingleSelection *selection;
  GPtrArray *thumbnails; /* those that show a page, borrowed from their rows */
  guint index;
  guint idle;
  gboolean night;
};

enum
{
  PROP_NIGHT = 1,
  N_PROPS
};

enum
{
  CHOSEN,
  N_SIGNALS
};

static GParamSpec *props[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SotayThumbnailList, sotay_thumbnail_list, ADW_TYPE_BIN)

/* How many heights of the view lie between it and the thumbnail; 0 for one that is seen. */
static double
get_distance (SotayThumbnailList *self, GtkWidget *thumbnail)
{
  double height = MAX (gtk_widget_get_height (GTK_WIDGET (self->scrolled)), 1);
  graphene_rect_t place;

  /* A row that is out of view may have no place. */
  if (!gtk_widget_get_mapped (thumbnail)
      || !gtk_widget_compute_bounds (thumbnail, GTK_WIDGET (self->scrolled), &place))
    return 1;
  if (place.origin.y > height)
    return (place.origin.y - height) / height;
  return MAX (-(place.origin.y + place.size.height) / height, 0);
}

/* A list view keeps many more rows than are seen: they are drawn when they come near, given up when they are far. */
static gboolean
update_cb (gpointer data)
{
  SotayThumbnailList *self = data;

  self->idle = 0;
  for (guint i = 0; i < self->thumbnails->len; i++)
    {
      double distance = get_distance (self, self->thumbnails->pdata[i]);

      if (distance <= 0.5)
        sotay_page_thumbnail_wake (self->thumbnails->pdata[i]);
      else
        sotay_page_thumbnail_sleep (self->thumbnails->pdata[i], distance > 3);
    }
  return G_SOURCE_REMOVE;
}

/* After the layout, which comes first in each frame. */
static void
queue_update (SotayThumbnailList *self)
{
  if (self->idle == 0 && gtk_widget_get_mapped (GTK_WIDGET (self)))
    self->idle = g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, update_cb, self, NULL);
}

static void
follow (SotayThumbnailList *self)
{
  if (self->selection == NULL || !gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;
  gtk_single_selection_set_selected (self->selection, self->index);
  gtk_widget_activate_action (GTK_WIDGET (self->grid_view), "list.scroll-to-item", "u", self->index);
  queue_update (self);
}

static void
choose (SotayThumbnailList *self, guint position)
{
  self->index = position;
  g_signal_emit (self, signals[CHOSEN], 0, (int) position, 0.0);
}

static void
activate_cb (GtkGridView *grid_view, guint position, SotayThumbnailList *self)
{
  choose (self, position);
}

/* Not the list's own single-click-activate: that one selects whatever the pointer passes over. */
static void
row_clicked_cb (GtkGestureClick *gesture, int n_press, double x, double y, GtkListItem *item)
{
  GtkWidget *box = gtk_list_item_get_child (item);
  SotayThumbnailList *self = SOTAY_THUMBNAIL_LIST (gtk_widget_get_ancestor (box, SOTAY_TYPE_THUMBNAIL_LIST));

  if (self != NULL && gtk_list_item_get_position (item) != GTK_INVALID_LIST_POSITION)
    choose (self, gtk_list_item_get_position (item));
}

static void
setup_row_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer data)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  GtkWidget *label = gtk_label_new (NULL);
  GtkGesture *click = gtk_gesture_click_new ();

  gtk_widget_add_css_class (box, "thumbnail");
  gtk_widget_set_halign (box, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (label, "numeric");
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (sotay_page_thumbnail_new ()));
  gtk_box_append (GTK_BOX (box), label);
  g_signal_connect_object (click, "released", G_CALLBACK (row_clicked_cb), item, 0);
  gtk_widget_add_controller (box, GTK_EVENT_CONTROLLER (click));
  gtk_list_item_set_child (item, box);
}

static void
bind_row_cb (SotayThumbnailList *self, GtkListItem *item)
{
  GtkWidget *box = gtk_list_item_get_child (item);
  GtkWidget *thumbnail = gtk_widget_get_first_child (box);
  guint index = gtk_list_item_get_position (item);
  g_autofree char *number = g_strdup_printf ("%u", index + 1);
  g_autofree char *name = g_strdup_printf (_("Page %u"), index + 1);

  gtk_label_set_text (GTK_LABEL (gtk_widget_get_next_sibling (thumbnail)), number);
  /* GTK 4.8 gives the rows of a list no name of their own. */
  gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_parent (box)), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  -1);
  sotay_page_thumbnail_set_page (SOTAY_PAGE_THUMBNAIL (thumbnail), self->document, index, self->night);
  g_ptr_array_add (self->thumbnails, thumbnail);
  queue_update (self);
}

static void
unbind_row_cb (SotayThumbnailList *self, GtkListItem *item)
{
  GtkWidget *thumbnail = gtk_widget_get_first_child (gtk_list_item_get_child (item));

  g_ptr_array_remove_fast (self->thumbnails, thumbnail);
  sotay_page_thumbnail_set_page (SOTAY_PAGE_THUMBNAIL (thumbnail), NULL, 0, FALSE);
}

static void
redraw (SotayThumbnailList *self)
{
  for (guint i = 0; i < self->thumbnails->len; i++)
    {
      GtkWidget *thumbnail = self->thumbnails->pdata[i];

      gtk_widget_queue_draw (thumbnail);
    }
  queue_update (self);
}

static void
set_night (SotayThumbnailList *self, gboolean night)
{
  if (self->night == night)
    return;
  self->night = night;
  /* Bound anew, in the other colours. */
  if (self->document != NULL)
    {
      g_autoptr (SotayDocument) document = g_object_ref (self->document);

      sotay_thumbnail_list_set_document (self, document);
    }
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_NIGHT]);
}

static void
sotay_thumbnail_list_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_NIGHT)
    g_value_set_boolean (value, SOTAY_THUMBNAIL_LIST (object)->night);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
sotay_thumbnail_list_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  if (id == PROP_NIGHT)
    set_night (SOTAY_THUMBNAIL_LIST (object), g_value_get_boolean (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static gboolean
follow_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  SotayThumbnailList *self = SOTAY_THUMBNAIL_LIST (widget);

  if (gtk_widget_get_height (widget) == 0)
    return G_SOURCE_CONTINUE;
  /* What has the keyboard stays in view. */
  if (gtk_widget_get_focus_child (GTK_WIDGET (self->grid_view)) == NULL)
    follow (self);
  return G_SOURCE_REMOVE;
}

static void
sotay_thumbnail_list_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (sotay_thumbnail_list_parent_class)->map (widget);
  follow (SOTAY_THUMBNAIL_LIST (widget));
  /* Only a list that has its size can scroll. */
  gtk_widget_add_tick_callback (widget, follow_cb, NULL, NULL);
}

static void
sotay_thumbnail_list_unmap (GtkWidget *widget)
{
  SotayThumbnailList *self = SOTAY_THUMBNAIL_LIST (widget);

  g_clear_handle_id (&self->idle, g_source_remove);
  for (guint i = 0; i < self->thumbnails->len; i++)
    sotay_page_thumbnail_sleep (self->thumbnails->pdata[i], FALSE);
  GTK_WIDGET_CLASS (sotay_thumbnail_list_parent_class)->unmap (widget);
}

static void
sotay_thumbnail_list_dispose (GObject *object)
{
  SotayThumbnailList *self = SOTAY_THUMBNAIL_LIST (object);

  g_clear_handle_id (&self->idle, g_source_remove);
  if (self->grid_view != NULL)
    gtk_grid_view_set_model (self->grid_view, NULL);
  g_clear_object (&self->selection);
  g_clear_object (&self->document);
  G_OBJECT_CLASS (sotay_thumbnail_list_parent_class)->dispose (object);
}

static void
sotay_thumbnail_list_finalize (GObject *object)
{
  g_ptr_array_unref (SOTAY_THUMBNAIL_LIST (object)->thumbnails);
  G_OBJECT_CLASS (sotay_thumbnail_list_parent_class)->finalize (object);
}

static void
sotay_thumbnail_list_class_init (SotayThumbnailListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = sotay_thumbnail_list_get_property;
  object_class->set_property = sotay_thumbnail_list_set_property;
  object_class->dispose = sotay_thumbnail_list_dispose;
  object_class->finalize = sotay_thumbnail_list_finalize;
  widget_class->map = sotay_thumbnail_list_map;
  widget_class->unmap = sotay_thumbnail_list_unmap;
  props[PROP_NIGHT] = g_param_spec_boolean ("night", NULL, NULL, FALSE,
                                            G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);
  signals[CHOSEN] = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 2, G_TYPE_INT, G_TYPE_DOUBLE);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/sotay_vneid/SotayVneid/ui/guide/reader/thumbnail-list.ui");
  gtk_widget_class_bind_template_child (widget_class, SotayThumbnailList, scrolled);
  gtk_widget_class_bind_template_child (widget_class, SotayThumbnailList, grid_view);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, setup_row_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_row_cb);
  gtk_widget_class_bind_template_callback (widget_class, unbind_row_cb);
}

static void
sotay_thumbnail_list_init (SotayThumbnailList *self)
{
  GtkAdjustment *adjustment = NULL;

  self->thumbnails = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  adjustment = gtk_scrolled_window_get_vadjustment (self->scrolled);
  g_signal_connect_object (adjustment, "value-changed", G_CALLBACK (queue_update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (adjustment, "changed", G_CALLBACK (queue_update), self, G_CONNECT_SWAPPED);
}

void
sotay_thumbnail_list_set_document (SotayThumbnailList *self, SotayDocument *document)
{
  g_autoptr (SotayIndexModel) pages = NULL;

  gtk_grid_view_set_model (self->grid_view, NULL);
  g_clear_object (&self->selection);
  if (self->document != NULL)
    g_signal_handlers_disconnect_by_func (self->document, redraw, self);
  g_set_object (&self->document, document);
  if (document == NULL)
    return;
  g_signal_connect_object (document, "sizes-changed", G_CALLBACK (redraw), self, G_CONNECT_SWAPPED);
  pages = sotay_index_model_new (sotay_document_get_n_pages (document));
  self->selection = gtk_single_selection_new (NULL);
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  gtk_single_selection_set_model (self->selection, G_LIST_MODEL (pages));
  gtk_single_selection_set_selected (self->selection, self->index);
  gtk_grid_view_set_model (self->grid_view, GTK_SELECTION_MODEL (self->selection));
  follow (self);
}

void
sotay_thumbnail_list_set_index (SotayThumbnailList *self, guint index)
{
  if (self->index == index)
    return;
  self->index = index;
  follow (self);
}
