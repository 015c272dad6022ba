/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "presentation/lesson-plans.h"

#include "core/text.h"
#include "presentation/own-file.h"

struct _SotayLessonPlans
{
  GObject parent_instance;

  GPtrArray *plans; /* in the order of their names */
  SotayOwnFile *file;
};

enum
{
  FAILED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void list_model_init (GListModelInterface *interface);

G_DEFINE_FINAL_TYPE_WITH_CODE (SotayLessonPlans, sotay_lesson_plans, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

static int
compare_names (const char *a, const char *b)
{
  g_autoptr (GBytes) key_a = sotay_text_title_key (a);
  g_autoptr (GBytes) key_b = sotay_text_title_key (b);
  int order = g_bytes_compare (key_a, key_b);

  return order != 0 ? order : strcmp (a, b);
}

/* Returns where the plan of this name stands, or would stand. */
static guint
find_position (SotayLessonPlans *self, const char *name, gboolean *found)
{
  guint low = 0;
  guint high = self->plans->len;

  *found = FALSE;
  while (low < high)
    {
      guint middle = (low + high) / 2;
      int order = compare_names (sotay_lesson_plan_get_name (g_ptr_array_index (self->plans, middle)), name);

      *found = *found || order == 0;
      if (order < 0)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

static void
insert (SotayLessonPlans *self, guint position, gboolean replaces, SotayLessonPlan *plan)
{
  if (replaces)
    g_ptr_array_remove_index (self->plans, position);
  g_ptr_array_insert (self->plans, (int) position, g_object_ref (plan));
}

/* A piece that is no plan of its name is left to whoever understands it. */
static void
add_piece (SotayLessonPlans *self, const char *key, JsonNode *piece)
{
  g_autoptr (SotayLessonPlan) plan = sotay_lesson_plan_from_json (piece, NULL);
  gboolean found;
  guint position;

  if (plan == NULL || g_strcmp0 (sotay_lesson_plan_get_name (plan), key) != 0)
    return;
  position = find_position (self, key, &found);
  insert (self, position, found, plan);
}

static void
loaded_cb (SotayLessonPlans *self, JsonObject *entries)
{
  JsonObjectIter iter;
  const char *key;
  JsonNode *piece;

  json_object_iter_init (&iter, entries);
  while (json_object_iter_next (&iter, &key, &piece))
    add_piece (self, key, piece);
  if (self->plans->len > 0)
    g_list_model_items_changed (G_LIST_MODEL (self), 0, 0, self->plans->len);
}

static void
failed_cb (SotayLessonPlans *self, const GError *error)
{
  g_signal_emit (self, signals[FAILED], 0, error);
}

static GType
get_item_type (GListModel *model)
{
  return SOTAY_TYPE_LESSON_PLAN;
}

static guint
get_n_items (GListModel *model)
{
  return SOTAY_LESSON_PLANS (model)->plans->len;
}

static gpointer
get_item (GListModel *model, guint position)
{
  SotayLessonPlans *self = SOTAY_LESSON_PLANS (model);

  return position < self->plans->len ? g_object_ref (g_ptr_array_index (self->plans, position)) : NULL;
}

static void
list_model_init (GListModelInterface *interface)
{
  interface->get_item_type = get_item_type;
  interface->get_n_items = get_n_items;
  interface->get_item = get_item;
}

static void
sotay_lesson_plans_finalize (GObject *object)
{
  SotayLessonPlans *self = SOTAY_LESSON_PLANS (object);

  g_clear_object (&self->file);
  g_ptr_array_unref (self->plans);
  G_OBJECT_CLASS (sotay_lesson_plans_parent_class)->finalize (object);
}

static void
sotay_lesson_plans_class_init (SotayLessonPlansClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = sotay_lesson_plans_finalize;
  signals[FAILED] = g_signal_new ("failed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_ERROR);
}

static void
sotay_lesson_plans_init (SotayLessonPlans *self)
{
  self->plans = g_ptr_array_new_with_free_func (g_object_unref);
}

SotayLessonPlans *
sotay_lesson_plans_new (const char *path)
{
  SotayLessonPlans *self = g_object_new (SOTAY_TYPE_LESSON_PLANS, NULL);

  self->file = sotay_own_file_new (path);
  g_signal_connect_object (self->file, "loaded", G_CALLBACK (loaded_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->file, "failed", G_CALLBACK (failed_cb), self, G_CONNECT_SWAPPED);
  return self;
}

SotayLessonPlan *
sotay_lesson_plans_find (SotayLessonPlans *self, const char *name)
{
  gboolean found;
  guint position;

  sotay_own_file_wait (self->file);
  position = find_position (self, name, &found);
  return found ? g_ptr_array_index (self->plans, position) : NULL;
}

SotayLessonPlan *
sotay_lesson_plans_keep (SotayLessonPlans *self, SotayLessonPlan *plan)
{
  const char *name = sotay_lesson_plan_get_name (plan);
  g_autoptr (SotayLessonPlan) old = NULL;
  gboolean found;
  guint position;

  g_return_val_if_fail (name != NULL, NULL);

  sotay_own_file_wait (self->file);
  position = find_position (self, name, &found);
  if (found)
    old = g_object_ref (g_ptr_array_index (self->plans, position));
  insert (self, position, found, plan);
  sotay_own_file_set (self->file, name, sotay_lesson_plan_to_json (plan));
  g_list_model_items_changed (G_LIST_MODEL (self), position, found ? 1 : 0, 1);
  return g_steal_pointer (&old);
}

void
sotay_lesson_plans_remove (SotayLessonPlans *self, const char *name)
{
  gboolean found;
  guint position;

  sotay_own_file_wait (self->file);
  position = find_position (self, name, &found);
  if (!found)
    return;
  sotay_own_file_set (self->file, name, NULL);
  g_ptr_array_remove_index (self->plans, position);
  g_list_model_items_changed (G_LIST_MODEL (self), position, 1, 0);
}
