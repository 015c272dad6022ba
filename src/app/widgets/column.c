/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/widgets/column.h"

struct _SotayColumn
{
  GtkWidget parent_instance;

  GtkWidget *child;
  int least_width;
};

enum
{
  PROP_CHILD = 1,
  PROP_LEAST_WIDTH,
  N_PROPERTIES
};

static GParamSpec *properties[N_PROPERTIES];

G_DEFINE_FINAL_TYPE (SotayColumn, sotay_column, GTK_TYPE_WIDGET)

static GtkSizeRequestMode
sotay_column_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
sotay_column_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
                      int *minimum_baseline, int *natural_baseline)
{
  SotayColumn *self = SOTAY_COLUMN (widget);

  *minimum = *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? self->least_width : 0;
  /* GTK wants the height at the width that it was just told itself: nobody will ever see it. */
  if (orientation == GTK_ORIENTATION_VERTICAL && for_size > self->least_width && self->child != NULL)
    gtk_widget_measure (self->child, orientation, for_size, minimum, natural, NULL, NULL);
}

static void
sotay_column_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  SotayColumn *self = SOTAY_COLUMN (widget);

  if (self->child != NULL)
    gtk_widget_allocate (self->child, width, height, baseline, NULL);
}

static void
sotay_column_get_property (GObject *object, guint property_id, GValue *value, GParamSpec *pspec)
{
  SotayColumn *self = SOTAY_COLUMN (object);

  switch (property_id)
    {
    case PROP_CHILD:
      g_value_set_object (value, self->child);
      break;
    case PROP_LEAST_WIDTH:
      g_value_set_int (value, self->least_width);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
sotay_column_set_property (GObject *object, guint property_id, const GValue *value, GParamSpec *pspec)
{
  SotayColumn *self = SOTAY_COLUMN (object);

  switch (property_id)
    {
    case PROP_CHILD:
      g_clear_pointer (&self->child, gtk_widget_unparent);
      self->child = g_value_get_object (value);
      if (self->child != NULL)
        gtk_widget_set_parent (self->child, GTK_WIDGET (self));
      break;
    case PROP_LEAST_WIDTH:
      self->least_width = g_value_get_int (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
sotay_column_dispose (GObject *object)
{
  g_clear_pointer (&SOTAY_COLUMN (object)->child, gtk_widget_unparent);
  G_OBJECT_CLASS (sotay_column_parent_class)->dispose (object);
}

static void
sotay_column_class_init (SotayColumnClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = sotay_column_get_property;
  object_class->set_property = sotay_column_set_property;
  object_class->dispose = sotay_column_dispose;
  widget_class->get_request_mode = sotay_column_get_request_mode;
  widget_class->measure = sotay_column_measure;
  widget_class->size_allocate = sotay_column_size_allocate;

  properties[PROP_CHILD] = g_param_spec_object ("child", NULL, NULL, GTK_TYPE_WIDGET,
                                                G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  properties[PROP_LEAST_WIDTH] = g_param_spec_int ("least-width", NULL, NULL, 1, 4000, 200,
                                                   G_PARAM_READWRITE | G_PARAM_CONSTRUCT | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
}

static void
sotay_column_init (SotayColumn *self)
{
}
