/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/register/staff-selection.h"

struct _SotayStaffSelection
{
  GObject parent_instance;
  SotayStaffList *list;
  guint n_items;
  GHashTable *slots; /* position → Slot; not owned, they go with their rows */
  GtkBitset *selected;
};

/* An item that somebody holds. */
typedef struct
{
  SotayStaffSelection *selection;
  SotayStaffRow *row;
  guint position;
} Slot;

static void list_model_init (GListModelInterface *iface);
static void selection_model_init (GtkSelectionModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (SotayStaffSelection, sotay_staff_selection, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init)
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_SELECTION_MODEL, selection_model_init))

static void
row_gone_cb (gpointer data, GObject *row)
{
  Slot *slot = data;

  g_hash_table_remove (slot->selection->slots, GUINT_TO_POINTER (slot->position));
  g_free (slot);
}

static void
fill (Slot *slot, gboolean keep)
{
  GListModel *list = G_LIST_MODEL (slot->selection->list);
  g_autoptr (SotayStaffRow) row = g_list_model_get_item (list, slot->position);

  sotay_staff_row_follow (slot->row, row, keep);
}

static SotayStaffRow *
add_slot (SotayStaffSelection *self, guint position)
{
  Slot *slot = g_new0 (Slot, 1);

  slot->selection = self;
  slot->row = g_object_new (SOTAY_TYPE_STAFF_ROW, NULL);
  slot->position = position;
  g_hash_table_insert (self->slots, GUINT_TO_POINTER (position), slot);
  g_object_weak_ref (G_OBJECT (slot->row), row_gone_cb, slot);
  fill (slot, FALSE);
  return slot->row;
}

static void
change_selected (SotayStaffSelection *self, GtkBitset *selected)
{
  g_autoptr (GtkBitset) changes = gtk_bitset_copy (self->selected);
  guint first;

  gtk_bitset_difference (changes, selected);
  gtk_bitset_unref (self->selected);
  self->selected = gtk_bitset_copy (selected);
  gtk_bitset_remove_range_closed (changes, self->n_items, G_MAXUINT);
  if (gtk_bitset_is_empty (changes))
    return;
  first = gtk_bitset_get_minimum (changes);
  gtk_selection_model_selection_changed (GTK_SELECTION_MODEL (self), first,
                                         gtk_bitset_get_maximum (changes) - first + 1);
}

static GType
get_item_type (GListModel *model)
{
  return SOTAY_TYPE_STAFF_ROW;
}

static guint
get_n_items (GListModel *model)
{
  return SOTAY_STAFF_SELECTION (model)->n_items;
}

static gpointer
get_item (GListModel *model, guint position)
{
  SotayStaffSelection *self = SOTAY_STAFF_SELECTION (model);
  Slot *slot;

  if (position >= self->n_items)
    return NULL;
  slot = g_hash_table_lookup (self->slots, GUINT_TO_POINTER (position));
  return slot != NULL ? g_object_ref (slot->row) : add_slot (self, position);
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

static gboolean
is_selected (GtkSelectionModel *model, guint position)
{
  return gtk_bitset_contains (SOTAY_STAFF_SELECTION (model)->selected, position);
}

static GtkBitset *
get_selection_in_range (GtkSelectionModel *model, guint position, guint n_items)
{
  return gtk_bitset_ref (SOTAY_STAFF_SELECTION (model)->selected);
}

static gboolean
set_selection (GtkSelectionModel *model, GtkBitset *selected, GtkBitset *mask)
{
  SotayStaffSelection *self = SOTAY_STAFF_SELECTION (model);
  g_autoptr (GtkBitset) chosen = gtk_bitset_copy (selected);
  g_autoptr (GtkBitset) result = gtk_bitset_copy (self->selected);

  gtk_bitset_intersect (chosen, mask);
  gtk_bitset_subtract (result, mask);
  gtk_bitset_union (result, chosen);
  change_selected (self, result);
  return TRUE;
}

static void
selection_model_init (GtkSelectionModelInterface *iface)
{
  iface->is_selected = is_selected;
  iface->get_selection_in_range = get_selection_in_range;
  iface->set_selection = set_selection;
}

static void
sotay_staff_selection_finalize (GObject *object)
{
  SotayStaffSelection *self = SOTAY_STAFF_SELECTION (object);
  GHashTableIter iter;
  gpointer slot;

  g_hash_table_iter_init (&iter, self->slots);
  while (g_hash_table_iter_next (&iter, NULL, &slot))
    {
      g_object_weak_unref (G_OBJECT (((Slot *) slot)->row), row_gone_cb, slot);
      g_free (slot);
    }
  g_hash_table_unref (self->slots);
  g_clear_object (&self->list);
  gtk_bitset_unref (self->selected);
  G_OBJECT_CLASS (sotay_staff_selection_parent_class)->finalize (object);
}

static void
sotay_staff_selection_class_init (SotayStaffSelectionClass *class)
{
  G_OBJECT_CLASS (class)->finalize = sotay_staff_selection_finalize;
}

static void
sotay_staff_selection_init (SotayStaffSelection *self)
{
  self->slots = g_hash_table_new (NULL, NULL);
  self->selected = gtk_bitset_new_empty ();
}

SotayStaffSelection *
sotay_staff_selection_new (void)
{
  return g_object_new (SOTAY_TYPE_STAFF_SELECTION, NULL);
}

void
sotay_staff_selection_set_list (SotayStaffSelection *self, SotayStaffList *list, GtkBitset *selected,
                                gboolean keep_rows)
{
  g_autoptr (GList) slots = g_hash_table_get_values (self->slots);
  g_autoptr (GtkBitset) chosen = selected != NULL ? gtk_bitset_copy (selected) : gtk_bitset_new_empty ();
  guint n_before = self->n_items;

  g_set_object (&self->list, list);
  self->n_items = g_list_model_get_n_items (G_LIST_MODEL (list));
  for (GList *link = slots; link != NULL; link = link->next)
    fill (link->data, keep_rows);
  if (self->n_items < n_before)
    g_list_model_items_changed (G_LIST_MODEL (self), self->n_items, n_before - self->n_items, 0);
  else if (self->n_items > n_before)
    g_list_model_items_changed (G_LIST_MODEL (self), n_before, 0, self->n_items - n_before);
  change_selected (self, chosen);
}
