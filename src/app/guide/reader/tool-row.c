/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/guide/reader/tool-row.h"

struct _SotayToolRow
{
  GtkWidget parent_instance;

  int spacing;
};

enum
{
  PROP_SPACING = 1,
  N_PROPS
};

static GParamSpec *props[N_PROPS];
static GQuark rank_quark;

static void buildable_iface_init (GtkBuildableIface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (SotayToolRow, sotay_tool_row, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_BUILDABLE, buildable_iface_init))

static int
get_rank (GtkWidget *child)
{
  return GPOINTER_TO_INT (g_object_get_qdata (G_OBJECT (child), rank_quark));
}

static int
measure_child (GtkWidget *child)
{
  int natural;

  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &natural, NULL, NULL);
  return natural;
}

static gboolean
fits (GtkWidget *child, int rank)
{
  return gtk_widget_get_visible (child) && get_rank (child) <= rank;
}

static int
count_expanders (SotayToolRow *self, int rank)
{
  int n = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    n += fits (child, rank) && gtk_widget_compute_expand (child, GTK_ORIENTATION_HORIZONTAL);
  return n;
}

/* What the children up to a rank take, each as wide as it likes to be. */
static int
measure_rank (SotayToolRow *self, int rank)
{
  int width = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (fits (child, rank))
      width += measure_child (child) + (width > 0 ? self->spacing : 0);
  return width;
}

static int
find_highest_rank (SotayToolRow *self)
{
  int highest = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    highest = MAX (highest, get_rank (child));
  return highest;
}

static GtkSizeRequestMode
sotay_tool_row_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_CONSTANT_SIZE;
}

static void
sotay_tool_row_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
                        int *minimum_baseline, int *natural_baseline)
{
  SotayToolRow *self = SOTAY_TOOL_ROW (widget);

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = measure_rank (self, 0);
      *natural = measure_rank (self, find_highest_rank (self));
      return;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      int height;

      gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, -1, &height, NULL, NULL, NULL);
      *minimum = MAX (*minimum, height);
    }
  *natural = *minimum;
}

static void
place_child (GtkWidget *child, int x, int child_width, int width, int height)
{
  GtkAllocation place = { x, 0, child_width, height };

  if (gtk_widget_get_direction (child) == GTK_TEXT_DIR_RTL)
    place.x = width - x - child_width;
  gtk_widget_size_allocate (child, &place, -1);
}

static void
sotay_tool_row_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  SotayToolRow *self = SOTAY_TOOL_ROW (widget);
  int rank = find_highest_rank (self);
  int n_expanders = 0;
  int left = 0;
  int x = 0;

  while (rank > 0 && measure_rank (self, rank) > width)
    rank--;
  left = MAX (width - measure_rank (self, rank), 0);
  n_expanders = count_expanders (self, rank);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      int child_width = 0;

      gtk_widget_set_child_visible (child, fits (child, rank));
      if (!fits (child, rank))
        continue;
      child_width = measure_child (child);
      if (gtk_widget_compute_expand (child, GTK_ORIENTATION_HORIZONTAL))
        child_width += left / n_expanders;
      place_child (child, x, child_width, width, height);
      x += child_width + self->spacing;
    }
}

static void
sotay_tool_row_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_SPACING)
    g_value_set_int (value, SOTAY_TOOL_ROW (object)->spacing);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
sotay_tool_row_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  if (id == PROP_SPACING)
    {
      SOTAY_TOOL_ROW (object)->spacing = g_value_get_int (value);
      gtk_widget_queue_resize (GTK_WIDGET (object));
    }
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
sotay_tool_row_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (sotay_tool_row_parent_class)->dispose (object);
}

static void
sotay_tool_row_class_init (SotayToolRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  rank_quark = g_quark_from_static_string ("sotay-tool-rank");
  object_class->get_property = sotay_tool_row_get_property;
  object_class->set_property = sotay_tool_row_set_property;
  object_class->dispose = sotay_tool_row_dispose;
  widget_class->get_request_mode = sotay_tool_row_get_request_mode;
  widget_class->measure = sotay_tool_row_measure;
  widget_class->size_allocate = sotay_tool_row_size_allocate;
  props[PROP_SPACING] = g_param_spec_int ("spacing", NULL, NULL, 0, G_MAXINT, 0,
                                          G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_TOOLBAR);
}

static void
sotay_tool_row_init (SotayToolRow *self)
{
}

static GtkBuildableIface *parent_buildable_iface;

static void
add_child (GtkBuildable *buildable, GtkBuilder *builder, GObject *child, const char *type)
{
  if (!GTK_IS_WIDGET (child))
    {
      parent_buildable_iface->add_child (buildable, builder, child, type);
      return;
    }
  g_object_set_qdata (child, rank_quark, GINT_TO_POINTER (type != NULL ? atoi (type) : 0));
  gtk_widget_set_parent (GTK_WIDGET (child), GTK_WIDGET (buildable));
}

static void
buildable_iface_init (GtkBuildableIface *iface)
{
  parent_buildable_iface = g_type_interface_peek_parent (iface);
  iface->add_child = add_child;
}
