/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/widgets/spare.h"

struct _SotaySpare
{
  GtkWidget parent_instance;

  GtkWidget *child;
  int most_width;
};

G_DEFINE_FINAL_TYPE (SotaySpare, sotay_spare, GTK_TYPE_WIDGET)

enum
{
  PROP_CHILD = 1,
  PROP_MOST_WIDTH,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

static void
sotay_spare_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
                     int *minimum_baseline, int *natural_baseline)
{
  SotaySpare *self = SOTAY_SPARE (widget);

  *minimum = *natural = 0;
  if (orientation == GTK_ORIENTATION_VERTICAL && self->child != NULL)
    gtk_widget_measure (self->child, orientation, -1, minimum, natural, NULL, NULL);
}

static void
sotay_spare_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  SotaySpare *self = SOTAY_SPARE (widget);
  int needed, used = MIN (width, self->most_width);

  if (self->child == NULL)
    return;
  gtk_widget_measure (self->child, GTK_ORIENTATION_HORIZONTAL, -1, &needed, NULL, NULL, NULL);
  gtk_widget_set_child_visible (self->child, width >= needed);
  if (width >= needed)
    gtk_widget_size_allocate (self->child, &(GtkAllocation){ width - used, 0, used, height }, -1);
}

static void
sotay_spare_get_property (GObject *object, guint id, GValue *value, GParamSpec *spec)
{
  SotaySpare *self = SOTAY_SPARE (object);

  if (id == PROP_CHILD)
    g_value_set_object (value, self->child);
  else if (id == PROP_MOST_WIDTH)
    g_value_set_int (value, self->most_width);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, spec);
}

static void
sotay_spare_set_property (GObject *object, guint id, const GValue *value, GParamSpec *spec)
{
  SotaySpare *self = SOTAY_SPARE (object);

  switch (id)
    {
    case PROP_CHILD:
      g_clear_pointer (&self->child, gtk_widget_unparent);
      self->child = g_value_get_object (value);
      if (self->child != NULL)
        gtk_widget_set_parent (self->child, GTK_WIDGET (self));
      break;
    case PROP_MOST_WIDTH:
      self->most_width = g_value_get_int (value);
      gtk_widget_queue_resize (GTK_WIDGET (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, spec);
    }
}

static void
sotay_spare_dispose (GObject *object)
{
  g_clear_pointer (&SOTAY_SPARE (object)->child, gtk_widget_unparent);
  G_OBJECT_CLASS (sotay_spare_parent_class)->dispose (object);
}

static void
sotay_spare_class_init (SotaySpareClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = sotay_spare_get_property;
  object_class->set_property = sotay_spare_set_property;
  object_class->dispose = sotay_spare_dispose;
  widget_class->measure = sotay_spare_measure;
  widget_class->size_allocate = sotay_spare_size_allocate;
  props[PROP_CHILD] = g_param_spec_object ("child", NULL, NULL, GTK_TYPE_WIDGET, flags);
  props[PROP_MOST_WIDTH] = g_param_spec_int ("most-width", NULL, NULL, 0, G_MAXINT, G_MAXINT, flags);
  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
sotay_spare_init (SotaySpare *self)
{
  self->most_width = G_MAXINT;
}
