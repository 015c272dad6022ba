/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/widgets/wrap.h"

struct _SotayWrap
{
  GtkWidget parent_instance;

  int spacing;
};

enum
{
  PROP_SPACING = 1,
};

static void buildable_iface_init (GtkBuildableIface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (SotayWrap, sotay_wrap, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_BUILDABLE, buildable_iface_init))

static int
measure_child (GtkWidget *child, GtkOrientation orientation, int for_size)
{
  int natural;

  gtk_widget_measure (child, orientation, for_size, NULL, &natural, NULL, NULL);
  return natural;
}

static int
least_width (GtkWidget *child)
{
  int minimum;

  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  return minimum;
}

/* The height of a line that begins with @first, and the first child of the next line. */
static int
measure_line (SotayWrap *self, GtkWidget *first, int width, GtkWidget **next)
{
  int used = 0, height = 0;

  for (*next = first; *next != NULL; *next = gtk_widget_get_next_sibling (*next))
    {
      int child_width;

      if (!gtk_widget_should_layout (*next))
        continue;
      child_width = MIN (measure_child (*next, GTK_ORIENTATION_HORIZONTAL, -1), width);
      if (used > 0 && used + self->spacing + child_width > width)
        break;
      used += (used > 0 ? self->spacing : 0) + child_width;
      height = MAX (height, measure_child (*next, GTK_ORIENTATION_VERTICAL, child_width));
    }
  return height;
}

static void
place_line (SotayWrap *self, GtkWidget *first, GtkWidget *end, int width, int top, int height)
{
  gboolean mirrored = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  int left = 0;

  for (GtkWidget *child = first; child != end; child = gtk_widget_get_next_sibling (child))
    {
      int child_width;

      if (!gtk_widget_should_layout (child))
        continue;
      child_width = MIN (measure_child (child, GTK_ORIENTATION_HORIZONTAL, -1), width);
      gtk_widget_size_allocate (child, &(GtkAllocation){ mirrored ? width - left - child_width : left, top,
                                                         MAX (child_width, least_width (child)), height }, -1);
      left += child_width + self->spacing;
    }
}

static int
measure_height (SotayWrap *self, int width)
{
  int height = 0;

  for (GtkWidget *line = gtk_widget_get_first_child (GTK_WIDGET (self)); line != NULL;)
    {
      GtkWidget *next;
      int line_height = measure_line (self, line, width, &next);

      height += (height > 0 && line_height > 0 ? self->spacing : 0) + line_height;
      line = next;
    }
  return height;
}

static void
measure_width (SotayWrap *self, int *minimum, int *natural)
{
  *minimum = *natural = 0;
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      if (!gtk_widget_should_layout (child))
        continue;
      *minimum = MAX (*minimum, least_width (child));
      *natural += (*natural > 0 ? self->spacing : 0) + measure_child (child, GTK_ORIENTATION_HORIZONTAL, -1);
    }
}

static GtkSizeRequestMode
sotay_wrap_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
sotay_wrap_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
                    int *minimum_baseline, int *natural_baseline)
{
  SotayWrap *self = SOTAY_WRAP (widget);

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    measure_width (self, minimum, natural);
  else
    *minimum = *natural = measure_height (self, for_size < 0 ? G_MAXINT : for_size);
}

static void
sotay_wrap_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  SotayWrap *self = SOTAY_WRAP (widget);
  int top = 0;

  for (GtkWidget *line = gtk_widget_get_first_child (widget); line != NULL;)
    {
      GtkWidget *next;
      int line_height = measure_line (self, line, width, &next);

      place_line (self, line, next, width, top, line_height);
      top += line_height > 0 ? line_height + self->spacing : 0;
      line = next;
    }
}

static void
sotay_wrap_get_property (GObject *object, guint id, GValue *value, GParamSpec *spec)
{
  if (id == PROP_SPACING)
    g_value_set_int (value, SOTAY_WRAP (object)->spacing);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, spec);
}

static void
sotay_wrap_set_property (GObject *object, guint id, const GValue *value, GParamSpec *spec)
{
  if (id == PROP_SPACING)
    SOTAY_WRAP (object)->spacing = g_value_get_int (value);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, spec);
}

static void
sotay_wrap_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (sotay_wrap_parent_class)->dispose (object);
}

static void
sotay_wrap_add_child (GtkBuildable *buildable, GtkBuilder *builder, GObject *child, const char *type)
{
  gtk_widget_insert_before (GTK_WIDGET (child), GTK_WIDGET (buildable), NULL);
}

static void
buildable_iface_init (GtkBuildableIface *iface)
{
  iface->add_child = sotay_wrap_add_child;
}

static void
sotay_wrap_class_init (SotayWrapClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = sotay_wrap_get_property;
  object_class->set_property = sotay_wrap_set_property;
  object_class->dispose = sotay_wrap_dispose;
  widget_class->get_request_mode = sotay_wrap_get_request_mode;
  widget_class->measure = sotay_wrap_measure;
  widget_class->size_allocate = sotay_wrap_size_allocate;
  g_object_class_install_property (object_class, PROP_SPACING,
                                   g_param_spec_int ("spacing", NULL, NULL, 0, 100, 6,
                                                     G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY
                                                         | G_PARAM_STATIC_STRINGS));
}

static void
sotay_wrap_init (SotayWrap *self)
{
}
