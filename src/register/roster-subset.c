/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "register/roster-subset.h"

struct _SotayRosterSubset
{
  GObject parent_instance;
  GListModel *model;
  GArray *positions;
};

static void sotay_roster_subset_model_init (GListModelInterface *interface);

G_DEFINE_FINAL_TYPE_WITH_CODE (SotayRosterSubset, sotay_roster_subset, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, sotay_roster_subset_model_init))

static GType
sotay_roster_subset_get_item_type (GListModel *model)
{
  return g_list_model_get_item_type (SOTAY_ROSTER_SUBSET (model)->model);
}

static guint
sotay_roster_subset_get_n_items (GListModel *model)
{
  return SOTAY_ROSTER_SUBSET (model)->positions->len;
}

static gpointer
sotay_roster_subset_get_item (GListModel *model, guint position)
{
  SotayRosterSubset *self = SOTAY_ROSTER_SUBSET (model);

  if (position >= self->positions->len)
    return NULL;
  return g_list_model_get_item (self->model, g_array_index (self->positions, guint, position));
}

static void
sotay_roster_subset_model_init (GListModelInterface *interface)
{
  interface->get_item_type = sotay_roster_subset_get_item_type;
  interface->get_n_items = sotay_roster_subset_get_n_items;
  interface->get_item = sotay_roster_subset_get_item;
}

static void
sotay_roster_subset_finalize (GObject *object)
{
  SotayRosterSubset *self = SOTAY_ROSTER_SUBSET (object);

  g_clear_object (&self->model);
  g_clear_pointer (&self->positions, g_array_unref);
  G_OBJECT_CLASS (sotay_roster_subset_parent_class)->finalize (object);
}

static void
sotay_roster_subset_class_init (SotayRosterSubsetClass *class)
{
  G_OBJECT_CLASS (class)->finalize = sotay_roster_subset_finalize;
}

static void
sotay_roster_subset_init (SotayRosterSubset *self)
{
}

GListModel *
sotay_roster_subset_new (GListModel *model, GArray *positions)
{
  SotayRosterSubset *self = g_object_new (SOTAY_TYPE_ROSTER_SUBSET, NULL);

  self->model = g_object_ref (model);
  self->positions = g_array_ref (positions);
  return G_LIST_MODEL (self);
}
