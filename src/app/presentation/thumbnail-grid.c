/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/presentation/thumbnail-grid.h"

#include <math.h>

struct _SotayThumbnailGrid
{
  GtkWidget parent_instance;

  GPtrArray *cells; /* borrowed */
  int cell_width;
  int cell_height;
  int spacing;
};

G_DEFINE_FINAL_TYPE (SotayThumbnailGrid, sotay_thumbnail_grid, GTK_TYPE_WIDGET)

typedef void (*PlaceFunc) (GtkWidget *child, const GtkAllocation *place);

static gboolean
is_cell (GtkWidget *child)
{
  return GTK_IS_BUTTON (child);
}

static int
count_columns (SotayThumbnailGrid *self, int width)
{
  return MAX ((width + self->spacing) / (self->cell_width + self->spacing), 1);
}

/* Gives each child its place; returns the height of all. */
static int
arrange (SotayThumbnailGrid *self, int width, PlaceFunc place_child)
{
  int columns = count_columns (self, width), column = 0, y = 0;
  /* The columns fill the width. */
  int left = (width - columns * self->cell_width - (columns - 1) * self->spacing) / 2;

  left = MAX (left, 0);
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkAllocation place = { left, y, MAX (width - 2 * left, 1), 0 };

      if (column == columns || (column > 0 && !is_cell (child)))
        {
          y += self->cell_height + self->spacing;
          column = 0;
        }
      place.y = y;
      if (is_cell (child))
        {
          place.x += column * (self->cell_width + self->spacing);
          place.width = self->cell_width;
          place.height = self->cell_height;
          column++;
        }
      else
        {
          gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, place.width, NULL, &place.height, NULL, NULL);
          y += place.height + self->spacing / 2;
        }
      if (place_child != NULL)
        place_child (child, &place);
    }
  return column > 0 ? y + self->cell_height : y;
}

static void
place_cb (GtkWidget *child, const GtkAllocation *place)
{
  int least;

  /* To be asked before it is given a place. */
  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
  gtk_widget_size_allocate (child, &(GtkAllocation){ place->x, place->y, MAX (place->width, least), place->height },
                            -1);
}

static GtkSizeRequestMode
sotay_thumbnail_grid_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
sotay_thumbnail_grid_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
                              int *minimum_baseline, int *natural_baseline)
{
  SotayThumbnailGrid *self = SOTAY_THUMBNAIL_GRID (widget);

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    *minimum = *natural = self->cell_width;
  else
    *minimum = *natural = arrange (self, for_size >= 0 ? for_size : self->cell_width, NULL);
}

static void
sotay_thumbnail_grid_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  arrange (SOTAY_THUMBNAIL_GRID (widget), width, place_cb);
}

static void
sotay_thumbnail_grid_dispose (GObject *object)
{
  GtkWidget *child = NULL;

  g_ptr_array_set_size (SOTAY_THUMBNAIL_GRID (object)->cells, 0);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (sotay_thumbnail_grid_parent_class)->dispose (object);
}

static void
sotay_thumbnail_grid_finalize (GObject *object)
{
  g_ptr_array_unref (SOTAY_THUMBNAIL_GRID (object)->cells);
  G_OBJECT_CLASS (sotay_thumbnail_grid_parent_class)->finalize (object);
}

static void
sotay_thumbnail_grid_class_init (SotayThumbnailGridClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sotay_thumbnail_grid_dispose;
  G_OBJECT_CLASS (klass)->finalize = sotay_thumbnail_grid_finalize;
  widget_class->get_request_mode = sotay_thumbnail_grid_get_request_mode;
  widget_class->measure = sotay_thumbnail_grid_measure;
  widget_class->size_allocate = sotay_thumbnail_grid_size_allocate;
}

static void
sotay_thumbnail_grid_init (SotayThumbnailGrid *self)
{
  self->cells = g_ptr_array_new ();
  self->cell_width = self->cell_height = 1;
}

SotayThumbnailGrid *
sotay_thumbnail_grid_new (void)
{
  return g_object_new (SOTAY_TYPE_THUMBNAIL_GRID, NULL);
}

void
sotay_thumbnail_grid_add_heading (SotayThumbnailGrid *self, GtkWidget *heading)
{
  gtk_widget_set_parent (heading, GTK_WIDGET (self));
}

void
sotay_thumbnail_grid_add_cell (SotayThumbnailGrid *self, GtkWidget *cell)
{
  gtk_widget_set_parent (cell, GTK_WIDGET (self));
  g_ptr_array_add (self->cells, cell);
}

void
sotay_thumbnail_grid_set_cell_size (SotayThumbnailGrid *self, int width, int height, int spacing)
{
  if (self->cell_width == width && self->cell_height == height && self->spacing == spacing)
    return;
  self->cell_width = MAX (width, 1);
  self->cell_height = MAX (height, 1);
  self->spacing = spacing;
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

static graphene_rect_t
get_place (SotayThumbnailGrid *self, int cell)
{
  graphene_rect_t place = GRAPHENE_RECT_INIT (0, 0, 0, 0);

  if (!gtk_widget_compute_bounds (self->cells->pdata[cell], GTK_WIDGET (self), &place))
    return GRAPHENE_RECT_INIT (0, 0, 0, 0);
  return place;
}

/* The nearest of the next line in this direction; the same cell when there is none. */
static int
find_in_next_line (SotayThumbnailGrid *self, int cell, int direction)
{
  graphene_rect_t from = get_place (self, cell);
  int best = cell;
  float best_way = G_MAXFLOAT, line = -1;

  for (int i = cell + direction; i >= 0 && i < (int) self->cells->len; i += direction)
    {
      graphene_rect_t to = get_place (self, i);
      float way = fabsf (to.origin.x - from.origin.x);

      if (fabsf (to.origin.y - from.origin.y) < 1)
        continue;
      if (line >= 0 && fabsf (to.origin.y - line) >= 1)
        break;
      line = to.origin.y;
      if (way < best_way)
        {
          best = i;
          best_way = way;
        }
    }
  return best;
}

int
sotay_thumbnail_grid_step (SotayThumbnailGrid *self, int cell, guint key)
{
  int last = (int) self->cells->len - 1;

  switch (key)
    {
    case GDK_KEY_Left:
      return MAX (cell - 1, 0);
    case GDK_KEY_Right:
      return MIN (cell + 1, last);
    case GDK_KEY_Up:
      return find_in_next_line (self, cell, -1);
    case GDK_KEY_Down:
      return find_in_next_line (self, cell, 1);
    case GDK_KEY_Home:
      return 0;
    case GDK_KEY_End:
      return last;
    default:
      return -1;
    }
}

GPtrArray *
sotay_thumbnail_grid_get_cells (SotayThumbnailGrid *self)
{
  return self->cells;
}
