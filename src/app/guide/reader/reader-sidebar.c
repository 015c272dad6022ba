/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/guide/reader/reader-sidebar.h"

#include "app/guide/reader/bookmark-list.h"
#include "app/guide/reader/hit-list.h"
#include "app/guide/reader/outline-list.h"
#include "app/guide/reader/thumbnail-list.h"

/* How wide it is: in letters, but not much wider for large ones, in pixels. */
#define LETTERS 42
#define WIDEST 400

struct _SotayReaderSidebar
{
  AdwBin parent_instance;

  AdwViewStack *stack;
  SotayOutlineList *outline_list;
  SotayThumbnailList *thumbnail_list;
  SotayBookmarkList *bookmark_list;
  SotayHitList *hit_list;
};

enum
{
  PROP_PAGE = 1,
  PROP_NIGHT,
  N_PROPS
};

enum
{
  CHOSEN,
  HIT_CHOSEN,
  BOOKMARK_REMOVED,
  N_SIGNALS
};

static GParamSpec *props[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SotayReaderSidebar, sotay_reader_sidebar, ADW_TYPE_BIN)

static GtkSizeRequestMode
get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_CONSTANT_SIZE;
}

/* As wide as so many letters, whatever it shows: its lists would like to be as wide as their longest line. */
static int
get_width (GtkWidget *widget)
{
  PangoContext *context = gtk_widget_get_pango_context (widget);
  PangoFontMetrics *metrics = pango_context_get_metrics (context, NULL, NULL);
  int letter = pango_font_metrics_get_approximate_char_width (metrics);

  pango_font_metrics_unref (metrics);
  return MIN (LETTERS * letter / PANGO_SCALE, WIDEST);
}

static void
measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
         int *minimum_baseline, int *natural_baseline)
{
  gtk_widget_measure (gtk_widget_get_first_child (widget), orientation, -1, minimum, natural, NULL, NULL);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    *natural = MAX (*minimum, get_width (widget));
}

static void
allocate (GtkWidget *widget, int width, int height, int baseline)
{
  gtk_widget_allocate (gtk_widget_get_first_child (widget), width, height, baseline, NULL);
}

static void
chosen_cb (SotayReaderSidebar *self, int index, double y)
{
  g_signal_emit (self, signals[CHOSEN], 0, index, y);
}

static void
hit_chosen_cb (SotayReaderSidebar *self)
{
  g_signal_emit (self, signals[HIT_CHOSEN], 0);
}

static void
removed_cb (SotayReaderSidebar *self, guint index, const char *name)
{
  g_signal_emit (self, signals[BOOKMARK_REMOVED], 0, index, name);
}

static void
page_changed_cb (SotayReaderSidebar *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_PAGE]);
}

static void
sotay_reader_sidebar_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  SotayReaderSidebar *self = SOTAY_READER_SIDEBAR (object);

  if (id == PROP_PAGE)
    g_value_set_string (value, adw_view_stack_get_visible_child_name (self->stack));
  else if (id == PROP_NIGHT)
    g_object_get_property (G_OBJECT (self->thumbnail_list), "night", value);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
sotay_reader_sidebar_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  SotayReaderSidebar *self = SOTAY_READER_SIDEBAR (object);

  if (id == PROP_PAGE)
    adw_view_stack_set_visible_child_name (self->stack, g_value_get_string (value));
  else if (id == PROP_NIGHT)
    g_object_set_property (G_OBJECT (self->thumbnail_list), "night", value);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
sotay_reader_sidebar_class_init (SotayReaderSidebarClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = sotay_reader_sidebar_get_property;
  object_class->set_property = sotay_reader_sidebar_set_property;
  props[PROP_PAGE] = g_param_spec_string ("page", NULL, NULL, "outline",
                                          G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  props[PROP_NIGHT] = g_param_spec_boolean ("night", NULL, NULL, FALSE, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);
  signals[CHOSEN] = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 2, G_TYPE_INT, G_TYPE_DOUBLE);
  signals[HIT_CHOSEN] = g_signal_new ("hit-chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                      G_TYPE_NONE, 0);
  signals[BOOKMARK_REMOVED] = g_signal_new ("bookmark-removed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                            NULL, NULL, G_TYPE_NONE, 2, G_TYPE_UINT, G_TYPE_STRING);
  g_type_ensure (SOTAY_TYPE_BOOKMARK_LIST);
  g_type_ensure (SOTAY_TYPE_HIT_LIST);
  g_type_ensure (SOTAY_TYPE_OUTLINE_LIST);
  g_type_ensure (SOTAY_TYPE_THUMBNAIL_LIST);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/sotay_vneid/SotayVneid/ui/guide/reader/reader-sidebar.ui");
  gtk_widget_class_bind_template_child (widget_class, SotayReaderSidebar, stack);
  gtk_widget_class_bind_template_child (widget_class, SotayReaderSidebar, outline_list);
  gtk_widget_class_bind_template_child (widget_class, SotayReaderSidebar, thumbnail_list);
  gtk_widget_class_bind_template_child (widget_class, SotayReaderSidebar, bookmark_list);
  gtk_widget_class_bind_template_child (widget_class, SotayReaderSidebar, hit_list);
  gtk_widget_class_bind_template_callback (widget_class, chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, hit_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, removed_cb);
  gtk_widget_class_bind_template_callback (widget_class, page_changed_cb);
}

static void
sotay_reader_sidebar_init (SotayReaderSidebar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_set_layout_manager (GTK_WIDGET (self), gtk_custom_layout_new (get_request_mode, measure, allocate));
}

void
sotay_reader_sidebar_set_search (SotayReaderSidebar *self, SotayReaderSearch *search)
{
  sotay_hit_list_set_search (self->hit_list, search);
}

void
sotay_reader_sidebar_set_document (SotayReaderSidebar *self, SotayDocument *document, SotayReading *reading)
{
  sotay_outline_list_set_document (self->outline_list, document);
  sotay_thumbnail_list_set_document (self->thumbnail_list, document);
  sotay_bookmark_list_set_reading (self->bookmark_list, reading);
}

void
sotay_reader_sidebar_set_place (SotayReaderSidebar *self, guint index, double y)
{
  sotay_outline_list_set_place (self->outline_list, index, y);
  sotay_thumbnail_list_set_index (self->thumbnail_list, index);
}

char *
sotay_reader_sidebar_dup_title (SotayReaderSidebar *self, guint index)
{
  return sotay_outline_list_dup_title (self->outline_list, index);
}
