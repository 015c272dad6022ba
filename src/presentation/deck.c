/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "presentation/deck.h"

#include "presentation/deck-build.h"

struct _SotayDeck
{
  GObject parent_instance;

  SotayLessonPlan *plan;
  GPtrArray *slides;
  GHashTable *indices; /* id → index + 1 */
};

static GType
get_item_type (GListModel *model)
{
  return SOTAY_TYPE_SLIDE;
}

static guint
get_n_items (GListModel *model)
{
  return sotay_deck_get_n_slides (SOTAY_DECK (model));
}

static gpointer
get_item (GListModel *model, guint index)
{
  SotayDeck *self = SOTAY_DECK (model);

  return index < self->slides->len ? g_object_ref (self->slides->pdata[index]) : NULL;
}

static void
init_model (GListModelInterface *model)
{
  model->get_item_type = get_item_type;
  model->get_n_items = get_n_items;
  model->get_item = get_item;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (SotayDeck, sotay_deck, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, init_model))

static void
sotay_deck_finalize (GObject *object)
{
  SotayDeck *self = SOTAY_DECK (object);

  g_clear_object (&self->plan);
  g_clear_pointer (&self->slides, g_ptr_array_unref);
  g_clear_pointer (&self->indices, g_hash_table_unref);
  G_OBJECT_CLASS (sotay_deck_parent_class)->finalize (object);
}

static void
sotay_deck_class_init (SotayDeckClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = sotay_deck_finalize;
}

static void
sotay_deck_init (SotayDeck *self)
{
  self->indices = g_hash_table_new (g_str_hash, g_str_equal);
}

SotayDeck *
sotay_deck_new (SotayCatalogue *catalogue, SotayLessonPlan *plan, const SotayDeckOptions *options)
{
  SotayDeck *self = g_object_new (SOTAY_TYPE_DECK, NULL);

  self->plan = g_object_ref (plan);
  self->slides = sotay_deck_build (catalogue, plan, options);
  for (guint i = 0; i < self->slides->len; i++)
    g_hash_table_insert (self->indices, (gpointer) sotay_slide_get_id (self->slides->pdata[i]),
                         GUINT_TO_POINTER (i + 1));
  return self;
}

SotayLessonPlan *
sotay_deck_get_plan (SotayDeck *self)
{
  return self->plan;
}

guint
sotay_deck_get_n_slides (SotayDeck *self)
{
  return self->slides->len;
}

SotaySlide *
sotay_deck_get_slide (SotayDeck *self, guint index)
{
  g_return_val_if_fail (index < self->slides->len, NULL);

  return self->slides->pdata[index];
}

guint
sotay_deck_find (SotayDeck *self, const char *id)
{
  guint found = GPOINTER_TO_UINT (g_hash_table_lookup (self->indices, id));
  guint64 utility = 0;
  g_autofree char *number = NULL;

  if (found > 0)
    return found - 1;
  number = g_strndup (id, strcspn (id, "/"));
  if (number[0] == 'U' && g_ascii_string_to_unsigned (number + 1, 10, 1, G_MAXINT, &utility, NULL))
    return (guint) MAX (sotay_deck_find_utility (self, (guint) utility), 0);
  return 0;
}

int
sotay_deck_find_utility (SotayDeck *self, guint utility)
{
  g_autofree char *id = g_strdup_printf ("U%u/utility", utility);

  return (int) GPOINTER_TO_UINT (g_hash_table_lookup (self->indices, id)) - 1;
}
