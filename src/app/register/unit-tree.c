/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/register/unit-tree.h"

#include "app/register/list-position.h"
#include "app/register/unit-row.h"
#include "core/dates.h"
#include "services/settings.h"

/* A tree up to this size is shown unfolded at first. */
#define SMALL_TREE 60

struct _SotayUnitTree
{
  AdwBin parent_instance;

  GtkListView *list_view;
  GtkScrolledWindow *scrolled;

  SotayUnitProgress *whole;
  GtkTreeListModel *model;
  GtkSingleSelection *selection;
  char *unit_id;
  gboolean rebuilding;
  gboolean click_activates;
  gboolean worst_first;
  gboolean shows_closed;
  GSettings *settings;
  GSimpleActionGroup *actions;
};

G_DEFINE_FINAL_TYPE (SotayUnitTree, sotay_unit_tree, ADW_TYPE_BIN)

enum
{
  PROP_UNIT_ID = 1,
  PROP_CLICK_ACTIVATES,
  N_PROPS
};

enum
{
  ACTIVATE,
  N_SIGNALS
};

static GParamSpec *props[N_PROPS];
static guint signals[N_SIGNALS];

static const char *
progress_id (SotayUnitProgress *progress)
{
  SotayUnit *unit = sotay_unit_progress_get_unit (progress);

  return unit != NULL ? sotay_unit_get_id (unit) : NULL;
}

/* Units that are no more are left out, unless they are asked for, or somebody counts there after all. */
static gboolean
is_shown_cb (gpointer item, gpointer data)
{
  SotayUnitTree *self = data;
  SotayUnit *unit = sotay_unit_progress_get_unit (item);
  GDate today = sotay_date_today ();

  return unit == NULL || self->shows_closed || sotay_unit_is_open (unit, &today)
         || sotay_unit_progress_get_due (item) > 0;
}

/* The row of all units first, then by share; where nobody is due nothing is left to do. */
static int
compare_cb (gconstpointer a, gconstpointer b, gpointer data)
{
  SotayUnitProgress *left = (SotayUnitProgress *) a;
  SotayUnitProgress *right = (SotayUnitProgress *) b;
  guint64 left_due = sotay_unit_progress_get_due (left), right_due = sotay_unit_progress_get_due (right);
  guint64 left_share = sotay_unit_progress_get_trained (left) * right_due;
  guint64 right_share = sotay_unit_progress_get_trained (right) * left_due;

  if (sotay_unit_progress_get_unit (left) == NULL || sotay_unit_progress_get_unit (right) == NULL)
    return sotay_unit_progress_get_unit (left) == NULL ? -1 : 1;
  if (left_due == 0 || right_due == 0)
    return (left_due == 0) - (right_due == 0);
  return (left_share > right_share) - (left_share < right_share);
}

static GListModel *
create_view (SotayUnitTree *self, GListModel *units)
{
  GtkFilter *filter = GTK_FILTER (gtk_custom_filter_new (is_shown_cb, self, NULL));
  GListModel *shown = G_LIST_MODEL (gtk_filter_list_model_new (g_object_ref (units), filter));

  if (!self->worst_first)
    return shown;
  return G_LIST_MODEL (gtk_sort_list_model_new (shown, GTK_SORTER (gtk_custom_sorter_new (compare_cb, NULL, NULL))));
}

static GListModel *
create_children_cb (gpointer item, gpointer data)
{
  SotayUnitProgress *progress = item;
  g_autoptr (GListModel) view = NULL;

  /* The row of all units stands beside the others, not above them: it would only push them to the right. */
  if (sotay_unit_progress_get_unit (progress) == NULL || !sotay_unit_progress_has_children (progress))
    return NULL;
  view = create_view (data, sotay_unit_progress_get_children (progress));
  return g_list_model_get_n_items (view) > 0 ? g_steal_pointer (&view) : NULL;
}

static GtkTreeListModel *
create_model (SotayUnitTree *self, SotayUnitProgress *whole)
{
  g_autoptr (GListStore) roots = g_list_store_new (SOTAY_TYPE_UNIT_PROGRESS);
  GListModel *top = sotay_unit_progress_get_children (whole);

  g_list_store_append (roots, whole);
  for (guint i = 0; i < g_list_model_get_n_items (top); i++)
    {
      g_autoptr (SotayUnitProgress) progress = g_list_model_get_item (top, i);

      g_list_store_append (roots, progress);
    }
  return gtk_tree_list_model_new (create_view (self, G_LIST_MODEL (roots)), FALSE, FALSE, create_children_cb, self,
                                  NULL);
}

static GHashTable *
dup_unfolded (SotayUnitTree *self)
{
  GHashTable *unfolded = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; self->model != NULL && i < g_list_model_get_n_items (G_LIST_MODEL (self->model)); i++)
    {
      g_autoptr (GtkTreeListRow) row = gtk_tree_list_model_get_row (self->model, i);
      g_autoptr (SotayUnitProgress) progress = gtk_tree_list_row_get_item (row);

      if (gtk_tree_list_row_get_expanded (row))
        g_hash_table_add (unfolded, g_strdup (progress_id (progress)));
    }
  return unfolded;
}

static void
unfold (GtkTreeListModel *model, GHashTable *unfolded)
{
  /* Rows appear while the loop runs, so the number is asked each time. */
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (model)); i++)
    {
      g_autoptr (GtkTreeListRow) row = gtk_tree_list_model_get_row (model, i);
      g_autoptr (SotayUnitProgress) progress = gtk_tree_list_row_get_item (row);
      const char *id = progress_id (progress);

      if (id != NULL && g_hash_table_contains (unfolded, id))
        gtk_tree_list_row_set_expanded (row, TRUE);
    }
}

static void
unfold_small_tree (GtkTreeListModel *model)
{
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (model)) && i < SMALL_TREE; i++)
    {
      g_autoptr (GtkTreeListRow) row = gtk_tree_list_model_get_row (model, i);

      gtk_tree_list_row_set_expanded (row, TRUE);
    }
}

/* The ids of the units above @unit_id, so that they can be unfolded. */
static gboolean
collect_above (SotayUnitProgress *progress, const char *unit_id, GHashTable *above)
{
  guint n_children = 0;

  if (sotay_unit_progress_has_children (progress))
    n_children = g_list_model_get_n_items (sotay_unit_progress_get_children (progress));
  for (guint i = 0; i < n_children; i++)
    {
      g_autoptr (SotayUnitProgress) child = g_list_model_get_item (sotay_unit_progress_get_children (progress), i);

      if (g_str_equal (progress_id (child), unit_id))
        return TRUE;
      if (collect_above (child, unit_id, above))
        {
          g_hash_table_add (above, g_strdup (progress_id (child)));
          return TRUE;
        }
    }
  return FALSE;
}

static guint
find_position (SotayUnitTree *self, const char *unit_id)
{
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->model)); i++)
    {
      g_autoptr (GtkTreeListRow) row = gtk_tree_list_model_get_row (self->model, i);
      g_autoptr (SotayUnitProgress) progress = gtk_tree_list_row_get_item (row);

      if (g_strcmp0 (progress_id (progress), unit_id) == 0)
        return i;
    }
  return GTK_INVALID_LIST_POSITION;
}

static void
set_unit_id (SotayUnitTree *self, const char *unit_id)
{
  if (g_strcmp0 (self->unit_id, unit_id) == 0)
    return;
  g_free (self->unit_id);
  self->unit_id = g_strdup (unit_id);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_UNIT_ID]);
}

static void
select_unit (SotayUnitTree *self, const char *unit_id)
{
  guint position = find_position (self, unit_id);

  gtk_single_selection_set_selected (self->selection, position != GTK_INVALID_LIST_POSITION ? position : 0);
}

static void
selection_changed_cb (SotayUnitTree *self)
{
  GtkTreeListRow *row = gtk_single_selection_get_selected_item (self->selection);
  g_autoptr (SotayUnitProgress) progress = NULL;

  if (self->rebuilding || row == NULL)
    return;
  progress = gtk_tree_list_row_get_item (row);
  set_unit_id (self, progress_id (progress));
}

static void
activate_cb (GtkListView *list_view, guint position, SotayUnitTree *self)
{
  gtk_single_selection_set_selected (self->selection, position);
  g_signal_emit (self, signals[ACTIVATE], 0);
}

/* Not the list's own single-click-activate: that one selects whatever the pointer passes over. */
static void
row_clicked_cb (GtkGestureClick *gesture, int n_press, double x, double y, GtkListItem *item)
{
  GtkWidget *row = gtk_list_item_get_child (item);
  SotayUnitTree *self = SOTAY_UNIT_TREE (gtk_widget_get_ancestor (row, SOTAY_TYPE_UNIT_TREE));

  if (self != NULL && self->click_activates && gtk_list_item_get_position (item) != GTK_INVALID_LIST_POSITION)
    activate_cb (self->list_view, gtk_list_item_get_position (item), self);
}

static void
setup_row_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer data)
{
  GtkWidget *row = sotay_unit_row_new ();
  GtkGesture *click = gtk_gesture_click_new ();

  g_signal_connect_object (click, "released", G_CALLBACK (row_clicked_cb), item, 0);
  gtk_widget_add_controller (row, GTK_EVENT_CONTROLLER (click));
  gtk_list_item_set_child (item, row);
}

static void
bind_row_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer data)
{
  sotay_unit_row_set_tree_row (SOTAY_UNIT_ROW (gtk_list_item_get_child (item)), gtk_list_item_get_item (item));
}

static void
unbind_row_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer data)
{
  sotay_unit_row_set_tree_row (SOTAY_UNIT_ROW (gtk_list_item_get_child (item)), NULL);
}

static void
sotay_unit_tree_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  SotayUnitTree *self = SOTAY_UNIT_TREE (object);

  switch (id)
    {
    case PROP_UNIT_ID:
      g_value_set_string (value, self->unit_id);
      break;
    case PROP_CLICK_ACTIVATES:
      g_value_set_boolean (value, self->click_activates);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
sotay_unit_tree_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  SotayUnitTree *self = SOTAY_UNIT_TREE (object);

  switch (id)
    {
    case PROP_CLICK_ACTIVATES:
      self->click_activates = g_value_get_boolean (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
sotay_unit_tree_dispose (GObject *object)
{
  SotayUnitTree *self = SOTAY_UNIT_TREE (object);

  gtk_list_view_set_model (self->list_view, NULL);
  g_clear_object (&self->selection);
  g_clear_object (&self->model);
  g_clear_object (&self->whole);
  g_clear_object (&self->settings);
  g_clear_object (&self->actions);
  g_clear_pointer (&self->unit_id, g_free);
  G_OBJECT_CLASS (sotay_unit_tree_parent_class)->dispose (object);
}

static void
sotay_unit_tree_class_init (SotayUnitTreeClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = sotay_unit_tree_get_property;
  object_class->set_property = sotay_unit_tree_set_property;
  object_class->dispose = sotay_unit_tree_dispose;
  props[PROP_UNIT_ID] = g_param_spec_string ("unit-id", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  props[PROP_CLICK_ACTIVATES] = g_param_spec_boolean ("click-activates", NULL, NULL, FALSE,
                                                      G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);
  signals[ACTIVATE] = g_signal_new ("activate", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                    G_TYPE_NONE, 0);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/sotay_vneid/SotayVneid/ui/register/unit-tree.ui");
  gtk_widget_class_bind_template_child (widget_class, SotayUnitTree, list_view);
  gtk_widget_class_bind_template_child (widget_class, SotayUnitTree, scrolled);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, setup_row_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_row_cb);
  gtk_widget_class_bind_template_callback (widget_class, unbind_row_cb);
}

static void
sotay_unit_tree_init (SotayUnitTree *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
sotay_unit_tree_show (SotayUnitTree *self, SotayUnitProgress *whole)
{
  g_autoptr (GHashTable) unfolded = dup_unfolded (self);
  g_autoptr (GtkTreeListModel) model = create_model (self, whole);
  gboolean first = self->model == NULL || g_list_model_get_n_items (G_LIST_MODEL (self->model)) <= 1;
  SotayListPosition position = sotay_list_position_take (self->scrolled, GTK_WIDGET (self->list_view));

  self->rebuilding = TRUE;
  if (first)
    unfold_small_tree (model);
  if (self->unit_id != NULL)
    collect_above (whole, self->unit_id, unfolded);
  unfold (model, unfolded);
  g_set_object (&self->whole, whole);
  g_set_object (&self->model, model);
  g_clear_object (&self->selection);
  self->selection = gtk_single_selection_new (G_LIST_MODEL (g_object_ref (model)));
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  select_unit (self, self->unit_id);
  g_signal_connect_object (self->selection, "notify::selected-item", G_CALLBACK (selection_changed_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_list_view_set_model (self->list_view, GTK_SELECTION_MODEL (self->selection));
  sotay_list_position_put_back (&position, self->scrolled, GTK_WIDGET (self->list_view));
  self->rebuilding = FALSE;
  /* The unit may be gone; then all units are looked at. */
  selection_changed_cb (self);
}

static void
settings_changed_cb (SotayUnitTree *self)
{
  self->worst_first = g_settings_get_boolean (self->settings, SOTAY_SETTING_UNITS_WORST_FIRST);
  self->shows_closed = g_settings_get_boolean (self->settings, SOTAY_SETTING_UNITS_CLOSED);
  if (self->whole == NULL)
    return;
  sotay_unit_tree_show (self, self->whole);
  unfold_small_tree (self->model);
}

void
sotay_unit_tree_set_settings (SotayUnitTree *self, GSettings *settings)
{
  static const char *const keys[] = { SOTAY_SETTING_UNITS_WORST_FIRST, SOTAY_SETTING_UNITS_CLOSED };

  g_set_object (&self->settings, settings);
  self->actions = g_simple_action_group_new ();
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      g_autoptr (GAction) action = g_settings_create_action (settings, keys[i]);
      g_autofree char *signal = g_strdup_printf ("changed::%s", keys[i]);

      g_action_map_add_action (G_ACTION_MAP (self->actions), action);
      g_signal_connect_object (settings, signal, G_CALLBACK (settings_changed_cb), self, G_CONNECT_SWAPPED);
    }
  gtk_widget_insert_action_group (GTK_WIDGET (self), "tree", G_ACTION_GROUP (self->actions));
  settings_changed_cb (self);
}

const char *
sotay_unit_tree_get_unit_id (SotayUnitTree *self)
{
  return self->unit_id;
}

void
sotay_unit_tree_set_unit_id (SotayUnitTree *self, const char *unit_id)
{
  g_autoptr (GHashTable) above = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  if (self->model == NULL)
    {
      set_unit_id (self, unit_id);
      return;
    }
  if (unit_id != NULL)
    collect_above (self->whole, unit_id, above);
  unfold (self->model, above);
  select_unit (self, unit_id);
}
