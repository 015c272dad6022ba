/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/widgets/columns.h"

struct _SotayColumns
{
  GtkWidget parent_instance;

  int spacing;
  int column_width;
};

enum
{
  PROP_SPACING = 1,
  PROP_COLUMN_WIDTH,
  N_PROPERTIES
};

static GParamSpec *properties[N_PROPERTIES];

G_DEFINE_FINAL_TYPE (SotayColumns, sotay_columns, GTK_TYPE_WIDGET)

static GtkWidget *
next_shown (GtkWidget *child)
{
  while (child != NULL && !gtk_widget_should_layout (child))
    child = gtk_widget_get_next_sibling (child);
  return child;
}

#define FOR_EACH_SHOWN(child, parent) \
  for (GtkWidget *child = next_shown (gtk_widget_get_first_child (GTK_WIDGET (parent))); child != NULL; \
       child = next_shown (gtk_widget_get_next_sibling (child)))

static int
count_children (SotayColumns *self)
{
  int count = 0;

  FOR_EACH_SHOWN (child, self)
    count++;
  return count;
}

static int
get_column_width (SotayColumns *self, int width)
{
  int count = count_children (self);

  return count > 0 ? (width - (count - 1) * self->spacing) / count : width;
}

/* Large text makes the children's own minimum larger than the least width. */
static gboolean
fits_side_by_side (SotayColumns *self, int width)
{
  int column = get_column_width (self, width);

  FOR_EACH_SHOWN (child, self)
    {
      int minimum;

      gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
      if (MAX (minimum, self->column_width) > column)
        return FALSE;
    }
  return TRUE;
}

static void
measure_width (SotayColumns *self, int *minimum, int *natural)
{
  int widest = self->column_width;

  *minimum = 0;
  FOR_EACH_SHOWN (child, self)
    {
      int child_minimum, child_natural;

      gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &child_minimum, &child_natural, NULL, NULL);
      *minimum = MAX (*minimum, child_minimum);
      widest = MAX (widest, child_natural);
    }
  *natural = count_children (self) * (widest + self->spacing);
}

static void
measure_height (SotayColumns *self, int width, int *minimum, int *natural)
{
  gboolean beside = width < 0 || fits_side_by_side (self, width);
  int column = beside && width >= 0 ? get_column_width (self, width) : width;

  *minimum = *natural = beside ? 0 : -self->spacing;
  FOR_EACH_SHOWN (child, self)
    {
      int child_minimum, child_natural;

      gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, column, &child_minimum, &child_natural, NULL, NULL);
      *minimum = beside ? MAX (*minimum, child_minimum) : *minimum + self->spacing + child_minimum;
      *natural = beside ? MAX (*natural, child_natural) : *natural + self->spacing + child_natural;
    }
  *minimum = MAX (*minimum, 0);
  *natural = MAX (*natural, *minimum);
}

static GtkSizeRequestMode
sotay_columns_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
sotay_columns_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
                       int *minimum_baseline, int *natural_baseline)
{
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    measure_width (SOTAY_COLUMNS (widget), minimum, natural);
  else
    measure_height (SOTAY_COLUMNS (widget), for_size, minimum, natural);
}

static void
sotay_columns_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  SotayColumns *self = SOTAY_COLUMNS (widget);
  gboolean beside = fits_side_by_side (self, width);
  GtkAllocation place = { 0, 0, beside ? get_column_width (self, width) : width, height };

  FOR_EACH_SHOWN (child, self)
    {
      if (!beside)
        gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, place.width, NULL, &place.height, NULL, NULL);
      gtk_widget_size_allocate (child, &place, -1);
      if (beside)
        place.x += place.width + self->spacing;
      else
        place.y += place.height + self->spacing;
    }
}

static void
sotay_columns_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  SotayColumns *self = SOTAY_COLUMNS (object);

  if (id == PROP_SPACING)
    self->spacing = g_value_get_int (value);
  else if (id == PROP_COLUMN_WIDTH)
    self->column_width = g_value_get_int (value);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
sotay_columns_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (sotay_columns_parent_class)->dispose (object);
}

static void
sotay_columns_class_init (SotayColumnsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GParamFlags given = G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS;

  object_class->set_property = sotay_columns_set_property;
  object_class->dispose = sotay_columns_dispose;
  widget_class->get_request_mode = sotay_columns_get_request_mode;
  widget_class->measure = sotay_columns_measure;
  widget_class->size_allocate = sotay_columns_size_allocate;
  properties[PROP_SPACING] = g_param_spec_int ("spacing", NULL, NULL, 0, G_MAXINT16, 0, given);
  properties[PROP_COLUMN_WIDTH] = g_param_spec_int ("column-width", NULL, NULL, 0, G_MAXINT16, 0, given);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
}

static void
sotay_columns_init (SotayColumns *self)
{
}
