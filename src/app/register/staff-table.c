/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/register/staff-table-private.h"

#include "app/register/list-position.h"
#include "app/widgets/cut-text.h"

/* So many selected rows at most are looked for among the loaded ones; more are asked of the store at once. */
#define MOST_LOADED 500

G_DEFINE_FINAL_TYPE (SotayStaffTable, sotay_staff_table, ADW_TYPE_BIN)

enum
{
  SELECTION_CHANGED,
  EDITED,
  EDITING_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static const struct
{
  gboolean expand;
  int width; /* in characters, at least */
} layout[SOTAY_STAFF_N_COLUMNS] = {
  [SOTAY_STAFF_COLUMN_NAME] = { TRUE, 18 },    [SOTAY_STAFF_COLUMN_BIRTH] = { FALSE, 9 },
  [SOTAY_STAFF_COLUMN_POSITION] = { TRUE, 12 }, [SOTAY_STAFF_COLUMN_UNIT] = { TRUE, 12 },
  [SOTAY_STAFF_COLUMN_EMPLOYMENT] = { TRUE, 12 }, [SOTAY_STAFF_COLUMN_CODE] = { FALSE, 8 },
  [SOTAY_STAFF_COLUMN_LEVEL] = { FALSE, 8 },   [SOTAY_STAFF_COLUMN_ACTIVATED] = { FALSE, 10 },
  [SOTAY_STAFF_COLUMN_JOINED] = { FALSE, 9 },  [SOTAY_STAFF_COLUMN_LEFT] = { FALSE, 9 },
  [SOTAY_STAFF_COLUMN_TRAINED] = { FALSE, 9 }, [SOTAY_STAFF_COLUMN_PASSED] = { FALSE, 5 },
};

static SotayStaffTable *
get_table (GtkWidget *widget)
{
  return SOTAY_STAFF_TABLE (gtk_widget_get_ancestor (widget, SOTAY_TYPE_STAFF_TABLE));
}

/* GTK 4.8 gives the rows of a table no name of their own. */
static void
name_row (GtkWidget *label, const char *name)
{
  GtkWidget *cell = gtk_widget_get_parent (label);
  GtkWidget *row = cell != NULL ? gtk_widget_get_parent (cell) : NULL;

  if (row != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
fill_cell (SotayStaffTable *self, GtkListItem *item)
{
  GtkWidget *label = gtk_list_item_get_child (item);
  SotayStaff *staff = sotay_staff_row_get_staff (gtk_list_item_get_item (item));
  SotayStaffColumn column = sotay_staff_table_get_item_column (item);
  g_autofree char *text = NULL;

  if (staff != NULL)
    text = sotay_staff_column_text (column, staff, self->names);
  gtk_inscription_set_text (GTK_INSCRIPTION (label), text != NULL ? text : "…");
  if (column == SOTAY_STAFF_COLUMN_NAME && text != NULL)
    name_row (label, text);
  if (column == SOTAY_STAFF_COLUMN_TRAINED && staff != NULL && sotay_staff_get_trained_since (staff) == NULL)
    gtk_widget_add_css_class (label, "warning");
  else
    gtk_widget_remove_css_class (label, "warning");
}

static void
show_cell (SotayStaffTable *self, GtkListItem *item)
{
  if (!sotay_staff_table_show_field (self, item))
    fill_cell (self, item);
}

static void
staff_loaded_cb (SotayStaffRow *row, GParamSpec *pspec, GtkListItem *item)
{
  SotayStaffTable *self = get_table (gtk_list_item_get_child (item));

  if (self != NULL)
    show_cell (self, item);
}

/* The cell with a text at a place of the table, or NULL. */
static GtkListItem *
find_item (SotayStaffTable *self, double x, double y)
{
  GtkWidget *found = gtk_widget_pick (GTK_WIDGET (self->column_view), x, y, GTK_PICK_DEFAULT);
  GtkListItem *item;

  if (found != NULL && !GTK_IS_INSCRIPTION (found))
    found = gtk_widget_get_first_child (found);
  item = found != NULL ? g_object_get_data (G_OBJECT (found), "item") : NULL;
  return item != NULL && gtk_list_item_get_position (item) != GTK_INVALID_LIST_POSITION ? item : NULL;
}

/* A press on a row that is not selected selects it first, as file managers do. */
static void
menu_pressed_cb (SotayStaffTable *self, int n_press, double x, double y, GtkGesture *gesture)
{
  GtkListItem *item = find_item (self, x, y);
  double table_x, table_y;

  if (item == NULL)
    return;
  if (!gtk_list_item_get_selected (item))
    gtk_selection_model_select_item (GTK_SELECTION_MODEL (self->selection), gtk_list_item_get_position (item), TRUE);
  gtk_widget_translate_coordinates (GTK_WIDGET (self->column_view), GTK_WIDGET (self), x, y, &table_x, &table_y);
  gtk_popover_set_pointing_to (GTK_POPOVER (self->menu), &(GdkRectangle){ (int) table_x, (int) table_y, 1, 1 });
  gtk_popover_popup (GTK_POPOVER (self->menu));
  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
}

static void
pressed_cb (SotayStaffTable *self, int n_press, double x, double y, GtkGesture *gesture)
{
  GtkListItem *item = n_press == 2 ? find_item (self, x, y) : NULL;

  if (item == NULL)
    return;
  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
  sotay_staff_table_edit (self, gtk_list_item_get_position (item), sotay_staff_table_get_item_column (item));
}

/* Before the rows, which would take a second press for their own; and once, not in each of thousands of cells. */
static void
add_press (SotayStaffTable *self, guint button, GCallback callback)
{
  GtkGesture *press = gtk_gesture_click_new ();

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (press), button);
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (press), GTK_PHASE_CAPTURE);
  g_signal_connect_object (press, "pressed", callback, self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self->column_view), GTK_EVENT_CONTROLLER (press));
}

/* Measured by its number of characters: a label would lay its text out for that, and so do hundreds at once. */
static void
set_label (GtkListItem *item)
{
  SotayStaffColumn column = sotay_staff_table_get_item_column (item);
  GtkWidget *label = gtk_inscription_new (NULL);

  gtk_inscription_set_xalign (GTK_INSCRIPTION (label), 0);
  gtk_inscription_set_text_overflow (GTK_INSCRIPTION (label), GTK_INSCRIPTION_OVERFLOW_ELLIPSIZE_END);
  gtk_inscription_set_min_chars (GTK_INSCRIPTION (label), layout[column].width);
  gtk_inscription_set_nat_chars (GTK_INSCRIPTION (label), layout[column].width);
  gtk_widget_add_css_class (label, "numeric");
  g_object_set_data (G_OBJECT (label), "item", item);
  gtk_list_item_set_child (item, label);
}

SotayStaffColumn
sotay_staff_table_get_item_column (GtkListItem *item)
{
  return GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (item), "column"));
}

void
sotay_staff_table_show_text (SotayStaffTable *self, GtkListItem *item)
{
  set_label (item);
  fill_cell (self, item);
}

/* Whether the cell belongs to the person edited, and so has its field. */
gboolean
sotay_staff_table_show_field (SotayStaffTable *self, GtkListItem *item)
{
  SotayStaff *staff = sotay_staff_row_get_staff (gtk_list_item_get_item (item));
  SotayStaffColumn column = sotay_staff_table_get_item_column (item);

  if (self->editor == NULL || staff == NULL || sotay_staff_column_field (column) < 0
      || !sotay_row_editor_is_of (self->editor, staff))
    return FALSE;
  if (GTK_IS_INSCRIPTION (gtk_list_item_get_child (item)))
    gtk_list_item_set_child (item, sotay_row_editor_create_field (self->editor, column));
  return TRUE;
}

static void
setup_cell_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer column)
{
  g_object_set_data (G_OBJECT (item), "column", column);
  set_label (item);
}

static void
bind_cell_cb (GtkSignalListItemFactory *factory, GtkListItem *item, SotayStaffTable *self)
{
  g_hash_table_add (self->bound, item);
  show_cell (self, item);
  g_signal_connect_object (gtk_list_item_get_item (item), "notify::staff", G_CALLBACK (staff_loaded_cb), item, 0);
}

static void
unbind_cell_cb (GtkSignalListItemFactory *factory, GtkListItem *item, SotayStaffTable *self)
{
  g_hash_table_remove (self->bound, item);
  g_signal_handlers_disconnect_by_func (gtk_list_item_get_item (item), staff_loaded_cb, item);
  if (!GTK_IS_INSCRIPTION (gtk_list_item_get_child (item)))
    set_label (item);
}

static void
selection_changed_cb (SotayStaffTable *self)
{
  g_signal_emit (self, signals[SELECTION_CHANGED], 0);
}

static void
activate_cb (GtkColumnView *view, guint position, SotayStaffTable *self)
{
  sotay_staff_table_edit (self, position, SOTAY_STAFF_COLUMN_NAME);
}

static gboolean
edit_cb (GtkWidget *widget, GVariant *arguments, gpointer data)
{
  SotayStaffTable *self = SOTAY_STAFF_TABLE (widget);
  g_autoptr (GtkBitset) selection = sotay_staff_table_dup_selection (self);

  if (gtk_bitset_get_size (selection) != 1)
    return FALSE;
  sotay_staff_table_edit (self, gtk_bitset_get_minimum (selection), SOTAY_STAFF_COLUMN_NAME);
  return TRUE;
}

static gboolean
popup_menu_cb (GtkWidget *widget, GVariant *arguments, gpointer data)
{
  SotayStaffTable *self = SOTAY_STAFF_TABLE (widget);
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (widget));
  double x = 0, y = 0;

  if (sotay_staff_table_get_n_selected (self) == 0)
    return FALSE;
  if (focus != NULL)
    gtk_widget_translate_coordinates (focus, widget, gtk_widget_get_height (focus), gtk_widget_get_height (focus), &x,
                                      &y);
  gtk_popover_set_pointing_to (GTK_POPOVER (self->menu), &(GdkRectangle){ (int) x, (int) y, 1, 1 });
  gtk_popover_popup (GTK_POPOVER (self->menu));
  return TRUE;
}

static void
add_column (SotayStaffTable *self, SotayStaffColumn column)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_signal_connect (factory, "setup", G_CALLBACK (setup_cell_cb), GUINT_TO_POINTER (column));
  g_signal_connect_object (factory, "bind", G_CALLBACK (bind_cell_cb), self, 0);
  g_signal_connect_object (factory, "unbind", G_CALLBACK (unbind_cell_cb), self, 0);
  self->columns[column] = gtk_column_view_column_new (sotay_staff_column_title (column), factory);
  gtk_column_view_column_set_expand (self->columns[column], layout[column].expand);
  gtk_column_view_column_set_resizable (self->columns[column], TRUE);
  gtk_column_view_append_column (self->column_view, self->columns[column]);
  g_object_unref (self->columns[column]);
}

static void
sotay_staff_table_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  SotayStaffTable *self = SOTAY_STAFF_TABLE (widget);

  GTK_WIDGET_CLASS (sotay_staff_table_parent_class)->size_allocate (widget, width, height, baseline);
  gtk_popover_present (GTK_POPOVER (self->menu));
}

static void
sotay_staff_table_dispose (GObject *object)
{
  SotayStaffTable *self = SOTAY_STAFF_TABLE (object);

  g_clear_pointer ((GtkWidget **) &self->menu, gtk_widget_unparent);
  g_clear_object (&self->selection);
  g_clear_object (&self->list);
  g_clear_object (&self->names);
  g_clear_object (&self->editor);
  G_OBJECT_CLASS (sotay_staff_table_parent_class)->dispose (object);
}

/* Cells are unbound while the table is disposed of. */
static void
sotay_staff_table_finalize (GObject *object)
{
  g_hash_table_unref (SOTAY_STAFF_TABLE (object)->bound);
  G_OBJECT_CLASS (sotay_staff_table_parent_class)->finalize (object);
}

static void
sotay_staff_table_class_init (SotayStaffTableClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = sotay_staff_table_dispose;
  object_class->finalize = sotay_staff_table_finalize;
  widget_class->size_allocate = sotay_staff_table_size_allocate;
  signals[SELECTION_CHANGED] = g_signal_new ("selection-changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                             NULL, NULL, G_TYPE_NONE, 0);
  signals[EDITED] = g_signal_new ("edited", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 2, SOTAY_TYPE_STAFF, SOTAY_TYPE_STAFF);
  signals[EDITING_CHANGED] = g_signal_new ("editing-changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                           NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_F2, 0, edit_cb, NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, GDK_ALT_MASK, "staff.edit", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_KP_Delete, 0, "staff.remove", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Delete, 0, "staff.remove", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_c, GDK_CONTROL_MASK, "staff.copy", NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Menu, 0, popup_menu_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_F10, GDK_SHIFT_MASK, popup_menu_cb, NULL);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/sotay_vneid/SotayVneid/ui/register/staff-table.ui");
  gtk_widget_class_bind_template_child (widget_class, SotayStaffTable, scrolled);
  gtk_widget_class_bind_template_child (widget_class, SotayStaffTable, column_view);
  gtk_widget_class_bind_template_child (widget_class, SotayStaffTable, menu);
  gtk_widget_class_bind_template_child (widget_class, SotayStaffTable, edit_bar);
  gtk_widget_class_bind_template_child (widget_class, SotayStaffTable, edit_label);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, sotay_staff_table_save_editing);
  gtk_widget_class_bind_template_callback (widget_class, sotay_staff_table_stop_editing);
}

static void
sotay_staff_table_init (SotayStaffTable *self)
{
  self->bound = g_hash_table_new (NULL, NULL);
  self->has_units = TRUE;
  self->selection = sotay_staff_selection_new ();
  g_signal_connect_object (self->selection, "selection-changed", G_CALLBACK (selection_changed_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_set_parent (GTK_WIDGET (self->menu), GTK_WIDGET (self));
  for (guint column = 0; column < SOTAY_STAFF_N_COLUMNS; column++)
    add_column (self, column);
  add_press (self, GDK_BUTTON_SECONDARY, G_CALLBACK (menu_pressed_cb));
  add_press (self, GDK_BUTTON_PRIMARY, G_CALLBACK (pressed_cb));
  sotay_cut_text_watch (GTK_WIDGET (self->column_view));
}

void
sotay_staff_table_show (SotayStaffTable *self, SotayStaffList *list, SotayUnitNames *names, GtkBitset *selected,
                        gboolean keep_position)
{
  gboolean focused = sotay_list_position_has_focus (GTK_WIDGET (self->column_view));

  g_set_object (&self->list, list);
  g_set_object (&self->names, names);
  g_signal_handlers_block_by_func (self->selection, selection_changed_cb, self);
  /* The row that has the keyboard would keep it, out of sight. */
  if (focused && !keep_position)
    gtk_column_view_set_model (self->column_view, NULL);
  sotay_staff_selection_set_list (self->selection, list, selected, keep_position);
  g_signal_handlers_unblock_by_func (self->selection, selection_changed_cb, self);
  if (gtk_column_view_get_model (self->column_view) == NULL)
    gtk_column_view_set_model (self->column_view, GTK_SELECTION_MODEL (self->selection));
  if (!keep_position)
    sotay_list_position_scroll_to (GTK_WIDGET (self->column_view), 0);
  if (focused && !sotay_list_position_has_focus (GTK_WIDGET (self->column_view)))
    gtk_widget_grab_focus (GTK_WIDGET (self->column_view));
  selection_changed_cb (self);
}

static void
show_columns (SotayStaffTable *self)
{
  for (SotayStaffColumn column = 0; column < SOTAY_STAFF_N_COLUMNS; column++)
    gtk_column_view_column_set_visible (self->columns[column],
                                        self->wanted[column]
                                            && (column != SOTAY_STAFF_COLUMN_UNIT || self->has_units));
}

void
sotay_staff_table_set_columns (SotayStaffTable *self, const char *const *names)
{
  for (SotayStaffColumn column = 0; column < SOTAY_STAFF_N_COLUMNS; column++)
    self->wanted[column] = column == SOTAY_STAFF_COLUMN_NAME
                           || g_strv_contains (names, sotay_staff_column_name (column));
  show_columns (self);
}

void
sotay_staff_table_set_has_units (SotayStaffTable *self, gboolean has_units)
{
  self->has_units = has_units;
  show_columns (self);
}

const gboolean *
sotay_staff_table_get_shown_columns (SotayStaffTable *self)
{
  return self->wanted;
}

void
sotay_staff_table_reveal_selected (SotayStaffTable *self)
{
  g_autoptr (GtkBitset) selection = sotay_staff_table_dup_selection (self);

  if (!gtk_bitset_is_empty (selection))
    sotay_list_position_scroll_to (GTK_WIDGET (self->column_view), gtk_bitset_get_minimum (selection));
}

SotayStaffList *
sotay_staff_table_get_list (SotayStaffTable *self)
{
  return self->list;
}

guint
sotay_staff_table_get_n_selected (SotayStaffTable *self)
{
  g_autoptr (GtkBitset) selection = sotay_staff_table_dup_selection (self);

  return (guint) gtk_bitset_get_size (selection);
}

GtkBitset *
sotay_staff_table_dup_selection (SotayStaffTable *self)
{
  if (self->selection == NULL)
    return gtk_bitset_new_empty ();
  return gtk_selection_model_get_selection (GTK_SELECTION_MODEL (self->selection));
}

GPtrArray *
sotay_staff_table_dup_selected (SotayStaffTable *self)
{
  g_autoptr (GtkBitset) selection = sotay_staff_table_dup_selection (self);
  g_autoptr (GPtrArray) people = g_ptr_array_new_with_free_func (g_object_unref);
  GtkBitsetIter iter;
  guint position;

  if (gtk_bitset_get_size (selection) > MOST_LOADED)
    return NULL;
  for (gboolean more = gtk_bitset_iter_init_first (&iter, selection, &position); more;
       more = gtk_bitset_iter_next (&iter, &position))
    {
      g_autoptr (SotayStaffRow) row = g_list_model_get_item (G_LIST_MODEL (self->list), position);
      SotayStaff *staff = row != NULL ? sotay_staff_row_get_staff (row) : NULL;

      if (staff == NULL)
        return NULL;
      g_ptr_array_add (people, g_object_ref (staff));
    }
  return g_steal_pointer (&people);
}
