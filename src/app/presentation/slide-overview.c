/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/presentation/slide-overview.h"

#include "app/presentation/slide-view.h"
#include "app/presentation/thumbnail-grid.h"

#include <glib/gi18n-lib.h>

/* So many stand side by side on a wide wall. */
#define COLUMNS 5
#define LEAST_WIDTH 150
#define SPACING 14
#define SPACING_PART (1.0 / 100) /* of the width, on a large wall */
/* A frame draws no more pictures than this. */
#define MOST_AT_ONCE 4
/* In heights of the view: pictures this near are drawn, those that far are given up. */
#define NEAR 0.3
#define FAR 2.0

struct _SotaySlideOverview
{
  GtkWidget parent_instance;

  GtkWidget *scrolled;
  GtkViewport *viewport;

  SotayShow *show;
  SotayManualPages *pages;
  SotayThumbnailGrid *grid; /* (nullable): until it is opened for the first time */
  int current;              /* the cell of the slide that is shown, or -1 */
  guint tick;
};

enum
{
  CHOSEN,
  CLOSED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SotaySlideOverview, sotay_slide_overview, GTK_TYPE_WIDGET)

static SotaySlideView *
get_view (GtkWidget *cell)
{
  return SOTAY_SLIDE_VIEW (gtk_button_get_child (GTK_BUTTON (cell)));
}

/* How many heights of the view lie between it and the cell; 0 for one that is seen. */
static double
get_distance (SotaySlideOverview *self, GtkWidget *cell)
{
  double height = MAX (gtk_widget_get_height (self->scrolled), 1);
  graphene_rect_t place;

  if (!gtk_widget_compute_bounds (cell, self->scrolled, &place))
    return G_MAXDOUBLE;
  if (place.origin.y > height)
    return (place.origin.y - height) / height;
  return MAX (-(place.origin.y + place.size.height) / height, 0);
}

/* Those that are seen come first. */
static gboolean
draw_near (SotaySlideOverview *self, double distance, guint *n_left)
{
  GPtrArray *cells = sotay_thumbnail_grid_get_cells (self->grid);

  for (guint i = 0; i < cells->len; i++)
    {
      SotaySlideView *view = get_view (cells->pdata[i]);

      if (!sotay_slide_view_is_empty (view) || get_distance (self, cells->pdata[i]) > distance)
        continue;
      if (*n_left == 0)
        return FALSE;
      sotay_slide_view_set_slide (view, (int) i, 0);
      --*n_left;
    }
  return TRUE;
}

static void
forget_far (SotaySlideOverview *self, double distance)
{
  GPtrArray *cells = sotay_thumbnail_grid_get_cells (self->grid);

  for (guint i = 0; i < cells->len; i++)
    if (get_distance (self, cells->pdata[i]) > distance)
      sotay_slide_view_set_slide (get_view (cells->pdata[i]), -1, 0);
}

static gboolean
draw_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  SotaySlideOverview *self = SOTAY_SLIDE_OVERVIEW (widget);
  guint n_left = MOST_AT_ONCE;

  /* Nothing has a place before the first layout. */
  if (gtk_widget_get_height (GTK_WIDGET (self->grid)) <= 1)
    return G_SOURCE_CONTINUE;
  if (!draw_near (self, 0, &n_left) || !draw_near (self, NEAR, &n_left))
    return G_SOURCE_CONTINUE;
  forget_far (self, FAR);
  self->tick = 0;
  return G_SOURCE_REMOVE;
}

static void
queue_drawing (SotaySlideOverview *self)
{
  if (self->tick == 0 && self->grid != NULL && sotay_slide_overview_is_open (self))
    self->tick = gtk_widget_add_tick_callback (GTK_WIDGET (self), draw_cb, NULL, NULL);
}

static void
clicked_cb (SotaySlideOverview *self, GtkWidget *cell)
{
  guint index;

  if (!g_ptr_array_find (sotay_thumbnail_grid_get_cells (self->grid), cell, &index))
    return;
  g_signal_emit (self, signals[CLOSED], 0);
  g_signal_emit (self, signals[CHOSEN], 0, index);
}

static void
add_cell (SotaySlideOverview *self, SotaySlide *slide)
{
  const SotaySlideParts *parts = sotay_slide_get_parts (slide);
  g_autofree char *name = g_strdup_printf ("%s. %s", parts->kicker, parts->title);
  GtkWidget *cell = gtk_button_new ();

  gtk_button_set_child (GTK_BUTTON (cell), sotay_slide_view_new_fixed (self->show, self->pages));
  gtk_widget_add_css_class (cell, "overview-slide");
  gtk_widget_add_css_class (cell, "flat");
  gtk_accessible_update_property (GTK_ACCESSIBLE (cell), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  *parts->kicker != '\0' ? name : parts->title, -1);
  g_signal_connect_object (cell, "clicked", G_CALLBACK (clicked_cb), self, G_CONNECT_SWAPPED);
  sotay_thumbnail_grid_add_cell (self->grid, cell);
}

static void
add_heading (SotaySlideOverview *self, SotaySlide *slide)
{
  const SotaySlideParts *parts = sotay_slide_get_parts (slide);
  g_autofree char *text = NULL;
  GtkWidget *heading = NULL;

  if (parts->utility > 0)
    text = g_strdup_printf ("%u. %s", parts->utility, parts->title);
  heading = gtk_label_new (text != NULL ? text : parts->title);
  gtk_label_set_xalign (GTK_LABEL (heading), 0);
  gtk_label_set_wrap (GTK_LABEL (heading), TRUE);
  gtk_widget_add_css_class (heading, "overview-heading");
  sotay_thumbnail_grid_add_heading (self->grid, heading);
}

static void
fill (SotaySlideOverview *self)
{
  SotayDeck *deck = sotay_show_get_deck (self->show);
  guint utility = G_MAXUINT;

  self->grid = sotay_thumbnail_grid_new ();
  for (guint i = 0; i < sotay_deck_get_n_slides (deck); i++)
    {
      SotaySlide *slide = sotay_deck_get_slide (deck, i);

      if (sotay_slide_get_utility (slide) != utility)
        add_heading (self, slide);
      utility = sotay_slide_get_utility (slide);
      add_cell (self, slide);
    }
  gtk_viewport_set_child (self->viewport, GTK_WIDGET (self->grid));
}

/* As many as a wide wall has room for, in the wall's proportions. */
static void
fit (SotaySlideOverview *self, int width)
{
  const SotayWall *wall = sotay_show_get_wall (self->show);
  int columns = CLAMP (width / LEAST_WIDTH, 1, COLUMNS);
  int spacing = MAX ((int) (width * SPACING_PART), SPACING);
  int cell = (width - (columns + 3) * spacing) / columns;

  sotay_thumbnail_grid_set_cell_size (self->grid, cell, cell * wall->height / MAX (wall->width, 1), spacing);
}

static void
mark_current (SotaySlideOverview *self)
{
  GPtrArray *cells = sotay_thumbnail_grid_get_cells (self->grid);

  if (self->current >= 0)
    gtk_widget_remove_css_class (cells->pdata[self->current], "current");
  self->current = (int) sotay_show_get_index (self->show);
  gtk_widget_add_css_class (cells->pdata[self->current], "current");
}

static gboolean
focus_current_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  SotaySlideOverview *self = SOTAY_SLIDE_OVERVIEW (widget);

  /* Only what has its place can be scrolled to. */
  if (!sotay_slide_overview_is_open (self))
    return G_SOURCE_REMOVE;
  if (gtk_widget_get_height (GTK_WIDGET (self->grid)) <= 1)
    return G_SOURCE_CONTINUE;
  gtk_widget_grab_focus (sotay_thumbnail_grid_get_cells (self->grid)->pdata[self->current]);
  return G_SOURCE_REMOVE;
}

static gboolean
key_pressed_cb (SotaySlideOverview *self, guint value, guint code, GdkModifierType state)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self)));
  GPtrArray *cells = sotay_thumbnail_grid_get_cells (self->grid);
  guint index;
  int next;

  if (!g_ptr_array_find (cells, focus, &index))
    index = sotay_show_get_index (self->show);
  next = sotay_thumbnail_grid_step (self->grid, (int) index, value);
  if (next < 0)
    return FALSE;
  gtk_widget_grab_focus (cells->pdata[next]);
  return TRUE;
}

static void
sotay_slide_overview_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  SotaySlideOverview *self = SOTAY_SLIDE_OVERVIEW (widget);

  gtk_widget_size_allocate (self->scrolled, &(GtkAllocation){ 0, 0, width, height }, baseline);
  queue_drawing (self);
}

static void
sotay_slide_overview_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
                              int *minimum_baseline, int *natural_baseline)
{
  gtk_widget_measure (SOTAY_SLIDE_OVERVIEW (widget)->scrolled, orientation, for_size, minimum, natural, NULL, NULL);
}

static void
sotay_slide_overview_dispose (GObject *object)
{
  SotaySlideOverview *self = SOTAY_SLIDE_OVERVIEW (object);

  g_clear_pointer (&self->scrolled, gtk_widget_unparent);
  g_clear_object (&self->show);
  g_clear_object (&self->pages);
  G_OBJECT_CLASS (sotay_slide_overview_parent_class)->dispose (object);
}

static void
sotay_slide_overview_class_init (SotaySlideOverviewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sotay_slide_overview_dispose;
  widget_class->measure = sotay_slide_overview_measure;
  widget_class->size_allocate = sotay_slide_overview_size_allocate;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/sotay_vneid/SotayVneid/ui/presentation/slide-overview.ui");
  gtk_widget_class_bind_template_child (widget_class, SotaySlideOverview, scrolled);
  gtk_widget_class_bind_template_child (widget_class, SotaySlideOverview, viewport);
  gtk_widget_class_bind_template_callback (widget_class, key_pressed_cb);
  signals[CHOSEN] = g_signal_new ("chosen", SOTAY_TYPE_SLIDE_OVERVIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_UINT);
  signals[CLOSED]
      = g_signal_new ("closed", SOTAY_TYPE_SLIDE_OVERVIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
sotay_slide_overview_init (SotaySlideOverview *self)
{
  GtkAdjustment *vertical = NULL;

  self->current = -1;
  gtk_widget_init_template (GTK_WIDGET (self));
  vertical = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scrolled));
  g_signal_connect_object (vertical, "value-changed", G_CALLBACK (queue_drawing), self, G_CONNECT_SWAPPED);
}

GtkWidget *
sotay_slide_overview_new (SotayShow *show, SotayManualPages *pages)
{
  SotaySlideOverview *self = g_object_new (SOTAY_TYPE_SLIDE_OVERVIEW, NULL);

  self->show = g_object_ref (show);
  self->pages = g_object_ref (pages);
  return GTK_WIDGET (self);
}

void
sotay_slide_overview_open (SotaySlideOverview *self)
{
  if (self->grid == NULL)
    fill (self);
  fit (self, gtk_widget_get_width (gtk_widget_get_parent (GTK_WIDGET (self))));
  mark_current (self);
  gtk_widget_set_visible (GTK_WIDGET (self), TRUE);
  gtk_widget_add_tick_callback (GTK_WIDGET (self), focus_current_cb, NULL, NULL);
  queue_drawing (self);
}

void
sotay_slide_overview_close (SotaySlideOverview *self)
{
  if (!sotay_slide_overview_is_open (self))
    return;
  if (self->tick != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->tick);
  self->tick = 0;
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  /* The pictures are soon made again. */
  forget_far (self, -1);
}

gboolean
sotay_slide_overview_is_open (SotaySlideOverview *self)
{
  return gtk_widget_get_visible (GTK_WIDGET (self));
}

guint
sotay_slide_overview_get_n_drawn (SotaySlideOverview *self)
{
  GPtrArray *cells = self->grid != NULL ? sotay_thumbnail_grid_get_cells (self->grid) : NULL;
  guint n_drawn = 0;

  for (guint i = 0; cells != NULL && i < cells->len; i++)
    if (!sotay_slide_view_is_empty (get_view (cells->pdata[i])))
      n_drawn++;
  return n_drawn;
}

gboolean
sotay_slide_overview_is_drawn (SotaySlideOverview *self)
{
  return sotay_slide_overview_is_open (self) && self->tick == 0;
}
