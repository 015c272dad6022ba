/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/guide/reader/outline-list.h"

/* An outline up to this size is shown unfolded at first. */
#define SMALL_OUTLINE 60

/* A section that begins so little below the upper edge of the view is the one that is read, in points. */
#define LITTLE_BELOW 150

struct _SotayOutlineList
{
  AdwBin parent_instance;

  GtkStack *stack;
  GtkListView *list_view;

  GCancellable *cancellable;
  GListModel *items;
  GtkTreeListModel *model;
  GtkSingleSelection *selection;
  guint index;
  double y;
};

enum
{
  CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SotayOutlineList, sotay_outline_list, ADW_TYPE_BIN)

static GListModel *
create_children_cb (gpointer item, gpointer data)
{
  GListModel *children = sotay_outline_item_get_children (item);

  return children != NULL && g_list_model_get_n_items (children) > 0 ? g_object_ref (children) : NULL;
}

static guint
count_items (GListModel *items, guint most)
{
  guint n = g_list_model_get_n_items (items);

  for (guint i = 0; i < g_list_model_get_n_items (items) && n <= most; i++)
    {
      g_autoptr (SotayOutlineItem) item = g_list_model_get_item (items, i);

      if (sotay_outline_item_get_children (item) != NULL)
        n += count_items (sotay_outline_item_get_children (item), most);
    }
  return n;
}

static SotayOutlineItem *
get_row_item (SotayOutlineList *self, guint position)
{
  g_autoptr (GtkTreeListRow) row = gtk_tree_list_model_get_row (self->model, position);

  return row != NULL ? gtk_tree_list_row_get_item (row) : NULL;
}

static gboolean
is_before (SotayOutlineItem *item, guint index, double y)
{
  int own = sotay_outline_item_get_index (item);

  return own >= 0
         && ((guint) own < index || ((guint) own == index && sotay_outline_item_get_y (item) <= y + LITTLE_BELOW));
}

/* The last entry that begins above what is read, among those that are unfolded. */
static guint
find_current (SotayOutlineList *self)
{
  guint current = GTK_INVALID_LIST_POSITION;

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->model)); i++)
    {
      g_autoptr (SotayOutlineItem) item = get_row_item (self, i);

      if (is_before (item, self->index, self->y))
        current = i;
    }
  return current;
}

/* An entry that was chosen stays marked while its page is read: at the end of a document it may not reach the top. */
static gboolean
selected_is_on_page (SotayOutlineList *self)
{
  GtkTreeListRow *row = gtk_single_selection_get_selected_item (self->selection);
  g_autoptr (SotayOutlineItem) item = row != NULL ? gtk_tree_list_row_get_item (row) : NULL;

  return item != NULL && sotay_outline_item_get_index (item) == (int) self->index;
}

static void
follow (SotayOutlineList *self)
{
  guint current;

  if (self->selection == NULL || !gtk_widget_get_mapped (GTK_WIDGET (self)) || selected_is_on_page (self))
    return;
  current = find_current (self);
  gtk_single_selection_set_selected (self->selection, current);
  if (current != GTK_INVALID_LIST_POSITION)
    gtk_widget_activate_action (GTK_WIDGET (self->list_view), "list.scroll-to-item", "u", current);
}

static void
choose (SotayOutlineList *self, guint position)
{
  g_autoptr (SotayOutlineItem) item = get_row_item (self, position);

  if (item != NULL && sotay_outline_item_get_index (item) >= 0)
    g_signal_emit (self, signals[CHOSEN], 0, sotay_outline_item_get_index (item), sotay_outline_item_get_y (item));
}

static void
activate_cb (GtkListView *list_view, guint position, SotayOutlineList *self)
{
  choose (self, position);
}

/* Not the list's own single-click-activate: that one selects whatever the pointer passes over. */
static void
row_clicked_cb (GtkGestureClick *gesture, int n_press, double x, double y, GtkListItem *item)
{
  GtkWidget *row = gtk_list_item_get_child (item);
  SotayOutlineList *self = SOTAY_OUTLINE_LIST (gtk_widget_get_ancestor (row, SOTAY_TYPE_OUTLINE_LIST));

  if (self != NULL && gtk_list_item_get_position (item) != GTK_INVALID_LIST_POSITION)
    choose (self, gtk_list_item_get_position (item));
}

static void
setup_row_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer data)
{
  GtkWidget *expander = gtk_tree_expander_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *title = gtk_label_new (NULL);
  GtkWidget *page = gtk_label_new (NULL);
  GtkGesture *click = gtk_gesture_click_new ();

  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_label_set_wrap (GTK_LABEL (title), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (title), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_lines (GTK_LABEL (title), 3);
  gtk_label_set_ellipsize (GTK_LABEL (title), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (title, TRUE);
  gtk_widget_add_css_class (page, "dim-label");
  gtk_widget_add_css_class (page, "numeric");
  gtk_box_append (GTK_BOX (box), title);
  gtk_box_append (GTK_BOX (box), page);
  gtk_widget_add_css_class (box, "reader-row");
  gtk_tree_expander_set_child (GTK_TREE_EXPANDER (expander), box);
  g_signal_connect_object (click, "released", G_CALLBACK (row_clicked_cb), item, 0);
  gtk_widget_add_controller (box, GTK_EVENT_CONTROLLER (click));
  gtk_list_item_set_child (item, expander);
}

static void
bind_row_cb (GtkSignalListItemFactory *factory, GtkListItem *list_item, gpointer data)
{
  GtkTreeExpander *expander = GTK_TREE_EXPANDER (gtk_list_item_get_child (list_item));
  GtkTreeListRow *row = gtk_list_item_get_item (list_item);
  g_autoptr (SotayOutlineItem) item = gtk_tree_list_row_get_item (row);
  GtkWidget *title = gtk_widget_get_first_child (gtk_tree_expander_get_child (expander));
  int index = sotay_outline_item_get_index (item);
  g_autofree char *number = index >= 0 ? g_strdup_printf ("%d", index + 1) : g_strdup ("");

  gtk_tree_expander_set_list_row (expander, row);
  gtk_label_set_text (GTK_LABEL (title), sotay_outline_item_get_title (item));
  gtk_label_set_text (GTK_LABEL (gtk_widget_get_next_sibling (title)), number);
  /* GTK 4.8 gives the rows of a list no name of their own. */
  gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_parent (GTK_WIDGET (expander))),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, sotay_outline_item_get_title (item), -1);
}

static void
unbind_row_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer data)
{
  gtk_tree_expander_set_list_row (GTK_TREE_EXPANDER (gtk_list_item_get_child (item)), NULL);
}

static void
show_items (SotayOutlineList *self)
{
  gboolean small = count_items (self->items, SMALL_OUTLINE) <= SMALL_OUTLINE;

  self->model = gtk_tree_list_model_new (g_object_ref (self->items), FALSE, small, create_children_cb, NULL, NULL);
  self->selection = gtk_single_selection_new (NULL);
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  gtk_single_selection_set_can_unselect (self->selection, TRUE);
  gtk_single_selection_set_model (self->selection, G_LIST_MODEL (self->model));
  gtk_single_selection_set_selected (self->selection, GTK_INVALID_LIST_POSITION);
  gtk_list_view_set_model (self->list_view, GTK_SELECTION_MODEL (self->selection));
  gtk_stack_set_visible_child_name (self->stack, "outline");
  follow (self);
}

static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (SotayOutlineList) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GListModel) items = sotay_document_load_outline_finish (SOTAY_DOCUMENT (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (items == NULL || g_list_model_get_n_items (items) == 0)
    {
      gtk_stack_set_visible_child_name (self->stack, "nothing");
      return;
    }
  self->items = g_steal_pointer (&items);
  show_items (self);
}

static void
clear (SotayOutlineList *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  gtk_list_view_set_model (self->list_view, NULL);
  g_clear_object (&self->selection);
  g_clear_object (&self->model);
  g_clear_object (&self->items);
}

static void
sotay_outline_list_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (sotay_outline_list_parent_class)->map (widget);
  follow (SOTAY_OUTLINE_LIST (widget));
}

static void
sotay_outline_list_dispose (GObject *object)
{
  SotayOutlineList *self = SOTAY_OUTLINE_LIST (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->selection);
  g_clear_object (&self->model);
  g_clear_object (&self->items);
  G_OBJECT_CLASS (sotay_outline_list_parent_class)->dispose (object);
}

static void
sotay_outline_list_class_init (SotayOutlineListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sotay_outline_list_dispose;
  widget_class->map = sotay_outline_list_map;
  signals[CHOSEN] = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 2, G_TYPE_INT, G_TYPE_DOUBLE);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/sotay_vneid/SotayVneid/ui/guide/reader/outline-list.ui");
  gtk_widget_class_bind_template_child (widget_class, SotayOutlineList, stack);
  gtk_widget_class_bind_template_child (widget_class, SotayOutlineList, list_view);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, setup_row_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_row_cb);
  gtk_widget_class_bind_template_callback (widget_class, unbind_row_cb);
}

static void
sotay_outline_list_init (SotayOutlineList *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
sotay_outline_list_set_document (SotayOutlineList *self, SotayDocument *document)
{
  clear (self);
  gtk_stack_set_visible_child_name (self->stack, "unknown");
  if (document == NULL)
    return;
  self->cancellable = g_cancellable_new ();
  sotay_document_load_outline_async (document, self->cancellable, loaded_cb, g_object_ref (self));
}

void
sotay_outline_list_set_place (SotayOutlineList *self, guint index, double y)
{
  self->index = index;
  self->y = y;
  follow (self);
}

static void
find_section (GListModel *items, guint index, SotayOutlineItem **section)
{
  for (guint i = 0; i < g_list_model_get_n_items (items); i++)
    {
      g_autoptr (SotayOutlineItem) item = g_list_model_get_item (items, i);
      int own = sotay_outline_item_get_index (item);

      /* Of several sections of a page, the one with which it begins. */
      if (own >= 0 && (guint) own <= index && (*section == NULL || own > sotay_outline_item_get_index (*section)))
        *section = item; /* its list keeps it */
      if (sotay_outline_item_get_children (item) != NULL)
        find_section (sotay_outline_item_get_children (item), index, section);
    }
}

char *
sotay_outline_list_dup_title (SotayOutlineList *self, guint index)
{
  SotayOutlineItem *section = NULL;

  if (self->items != NULL)
    find_section (self->items, index, &section);
  return section != NULL ? g_strdup (sotay_outline_item_get_title (section)) : NULL;
}
