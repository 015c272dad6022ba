/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/guide/reader/index-model.h"

struct _SotayIndexModel
{
  GObject parent_instance;

  guint n;
};

static void list_iface_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (SotayIndexModel, sotay_index_model, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_iface_init))

static GType
get_item_type (GListModel *model)
{
  return G_TYPE_OBJECT;
}

static guint
get_n_items (GListModel *model)
{
  return SOTAY_INDEX_MODEL (model)->n;
}

static gpointer
get_item (GListModel *model, guint position)
{
  return position < SOTAY_INDEX_MODEL (model)->n ? g_object_new (G_TYPE_OBJECT, NULL) : NULL;
}

static void
list_iface_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

static void
sotay_index_model_class_init (SotayIndexModelClass *klass)
{
}

static void
sotay_index_model_init (SotayIndexModel *self)
{
}

SotayIndexModel *
sotay_index_model_new (guint n)
{
  SotayIndexModel *self = g_object_new (SOTAY_TYPE_INDEX_MODEL, NULL);

  self->n = n;
  return self;
}
